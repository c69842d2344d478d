"""Where a paragraph speaks against a statement without a figure: it denies it, names another, says the opposite. Pure."""

import re
from collections.abc import Mapping

from assistant.claims.value_slots import Comparison
from assistant.language.annotated import AnnotatedText, TokenKind, weight_of
from assistant.language.antonyms import sides_in_claims
from assistant.language.decision_verbs import DecisionAct, deeds
from assistant.language.direction import directions
from assistant.language.entities import Entity, Form, entities
from assistant.language.figures import FigureKind
from assistant.language.negation import denied, deniers
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned, affinity, closeness
from index.text import ORDINAL_WORDS

_NOTHING = re.compile(r"\b(?:none|nil|nobody|unanimous\w*|without|no|not|never|nothing|neither|0)\b|\(0\)", re.I)
_NOTHING_NEAR = 5  # words between "none" and what there was none of
_NEAR = 6  # words between a word of direction and what is compared
_OPPOSED = {"up": "down", "down": "up", "better": "worse", "worse": "better"}
_ALL, _NONE = frozenset(("all", "every", "each", "both")), frozenset(("none", "neither"))
_SAME_THING = 0.8  # how much of what surrounds "all" surrounds the "none" too
_PUT_BY = frozenset((DecisionAct.REFUSED, DecisionAct.DEFERRED, DecisionAct.WITHDRAWN))
_SUPPOSING = frozenset(
    "due planned plans expected aims aimed consider considering considered ask asked asking asks request requested if whether could "
    "might may hope hoped hopes proposed proposal intended seek seeking wanted any".split()
)


def both_deny(pair: Aligned, own: int) -> bool:
    """Whether statement and paragraph both say that there was nothing of a thing: "nobody voted against", "Against (0)"."""
    if not deniers(pair.sentence):
        return False
    tokens = pair.source.tokens[:own]
    met = {
        at
        for n, places in enumerate(pair.met)
        if pair.sentence.tokens[n].kind is not TokenKind.FIGURE
        for at, _ in places
    }
    for match in _NOTHING.finditer(pair.source.text[: _end(pair.source, own)]):
        place = next((n for n, token in enumerate(tokens) if token.end > match.start()), len(tokens))
        if any(at in met for at in range(place - _NOTHING_NEAR, place + _NOTHING_NEAR + 1)):
            return True
    return False


def denial(pair: Aligned, own: int) -> float:
    """The share, by weight, of the statement's words that the paragraph denies and it does not, or the other way about."""
    sentence, source = denied(pair.sentence), denied(pair.source)
    if both_deny(pair, own):
        return 0.0
    total = turned = 0.0
    for n, token in enumerate(pair.sentence.tokens):
        here = [(strength * affinity(pair, n, at), at) for at, strength in pair.met[n] if at < own]
        if token.kind is not TokenKind.WORD or not here:
            continue
        weight, at = weight_of(token), max(here)[1]
        total += weight
        turned += weight * (source[at] != sentence[n] and not _supposed(pair, n, at))
    return turned / total if total else 0.0


def _supposed(pair: Aligned, n: int, at: int) -> bool:
    """Whether the one that does not deny only asks, plans or supposes: "was due to open" and "did not open" are both true."""
    denying = pair.sentence if denied(pair.sentence)[n] else pair.source
    other, place = (pair.source, at) if denying is pair.sentence else (pair.sentence, n)
    return any(token.low in _SUPPOSING for token in other.tokens[max(0, place - _NEAR) : place])


def _end(wording: AnnotatedText, own: int) -> int:
    return wording.tokens[own - 1].end if own else 0


def emptied(pair: Aligned, own: int) -> bool:
    """Whether "none" of a thing is said where the paragraph says "all" of it, or the other way about."""
    for these, those in ((_ALL, _NONE), (_NONE, _ALL)):
        sentence = [n for n, token in enumerate(pair.sentence.tokens) if token.low in these]
        source = [n for n, token in enumerate(pair.source.tokens[:own]) if token.low in those]
        none = any(token.low in these for token in pair.source.tokens[:own])
        if not none and any(affinity(pair, n, at) > _SAME_THING for n in sentence for at in source):
            return True
    return False


def other_deed(pair: Aligned, own: int) -> bool:
    """Whether one tells of a matter decided and the other of one refused, deferred or withdrawn."""
    sentence = frozenset(deeds(pair.sentence).values())
    source = frozenset(deed for at, deed in deeds(pair.source).items() if at < own)
    return bool(
        (DecisionAct.DECIDED in sentence and source & _PUT_BY) or (sentence & _PUT_BY and DecisionAct.DECIDED in source)
    )


def opposed(pair: Aligned, own: int) -> float:
    """How near an opposite of a word of the statement stands to what the statement says it of; 0 where it says the word too."""
    sentence, source = denied(pair.sentence), denied(pair.source)
    worst = 0.0
    for n, token in enumerate(pair.sentence.tokens):
        sides = dict(sides_in_claims(token))
        if token.kind is not TokenKind.WORD or any(
            at < own and pair.source.tokens[at].stem == token.stem for at, _ in pair.met[n]
        ):
            continue
        for at, other in enumerate(pair.source.tokens[:own]):
            if sentence[n] == source[at] and _un(token.stem, other.stem):
                worst = max(worst, min(closeness(pair, n, at), 1.0))
            if any(
                row in sides and (sides[row] != side) == (sentence[n] == source[at])
                for row, side in sides_in_claims(other)
            ):
                worst = max(worst, min(closeness(pair, n, at), 1.0))
    return worst


def _un(one: str, other: str) -> bool:
    """Whether one word is the other with a denying beginning: "acceptable" and "unacceptable"."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and long.endswith(short) and long[: -len(short)] in ("un", "in", "im", "dis", "non")


def turned_away(pair: Aligned, own: int) -> float:
    """How much better the opposite direction fits what the statement says has risen, fallen, improved: 0 to 1."""
    ways, source = directions(pair.sentence), directions(pair.source)
    things = {n for n in ways if _names_a_thing(pair.sentence, n, ways)}
    theirs = {at: way for at, way in source.items() if at < own and not _names_a_thing(pair.source, at, source)}
    worst = 0.0
    for n, way in ways.items():
        if n in things or way not in _OPPOSED:
            continue
        like = max((closeness(pair, n, at) for at, other in theirs.items() if other == way), default=0.0)
        opposite = (_OPPOSED[way], "not " + way)
        unlike = max((closeness(pair, n, at) for at, other in theirs.items() if other in opposite), default=0.0)
        if unlike > 1.1 * like:
            worst = max(worst, min(1.0, 2 * (unlike - like)))
    return worst


def _names_a_thing(wording: AnnotatedText, n: int, ways: Mapping[int, str]) -> bool:
    """Whether a word of direction only names what goes up or down: the growth in "a further easing in wage growth"."""
    noun = wording.tokens[n].low in ("growth", "increase", "reduction", "decline")
    return noun and any(0 < abs(at - n) <= _NEAR and at != n for at in ways)


def against_comparator(pair: Aligned, own: int) -> list[Comparison]:
    """For "lower than the region": which way the paragraph says that it lies of the region ("above the region, below ...")."""
    ways, source = directions(pair.sentence), directions(pair.source)
    turns = []
    for n, way in ways.items():
        start = next((at for at in range(n, min(n + 12, len(pair.sentence.tokens))) if _joins(pair.sentence, at)), None)
        if way not in _OPPOSED or start is None:
            continue
        beside: dict[int, float] = {}
        for at in range(start + 1, min(start + 8, len(pair.sentence.tokens))):
            token = pair.sentence.tokens[at]
            if token.boundary >= 0.5:
                break
            if token.kind not in (TokenKind.WORD, TokenKind.NAME) or at in ways:
                continue
            for place, strength in pair.met[at]:
                before = [p for p in source if place < own and 0 < place - p <= _NEAR and source[p] in _OPPOSED]
                if before:
                    beside[max(before)] = beside.get(max(before), 0.0) + strength * weight_of(token)
        if beside:
            best = max(beside, key=lambda at: (beside[at], -at))
            words = " ".join(token.text for token in pair.source.tokens[best : best + 5])
            turns.append(Comparison(n, source[best] == way, f"“{words}”"))
    return turns


def _joins(sentence: AnnotatedText, at: int) -> bool:
    return sentence.tokens[at].low in ("than", "above", "below")


def swapped(pair: Aligned, own: int) -> str | None:
    """The person named with a title in the paragraph, where the statement names another so who is not there; None for none."""
    sentence = [one for one in entities(pair.sentence) if one.titled]
    missing = [
        one for one in sentence if not any(pair.met[n] for n in one.at if pair.sentence.tokens[n].stem in one.stems)
    ]
    told = {
        at for one in sentence for n in one.at if pair.sentence.tokens[n].stem in one.stems for at, _ in pair.met[n]
    }
    rivals = [one for one in entities(pair.source) if one.head < own and one.titled and not told & set(one.at)]
    return rivals[0].text if missing and rivals else None


_OFFICE = frozenset(
    map(stem_of, "chair vice-chair chairman mayor leader secretary treasurer clerk director provost".split())
)
_CHARGED = _OFFICE | frozenset(map(stem_of, "member head lead officer manager minister".split()))


def other_holder(pair: Aligned, own: int) -> str | None:
    """Who holds the office in the paragraph, where the statement gives it to another; None where they agree or one is silent."""
    sentence = _holders(pair.sentence, len(pair.sentence.tokens), 9)
    source = _holders(pair.source, own, 3)
    for office, person in sentence:
        theirs = [other for title, other in source if title == office]
        if theirs and not any(person.stems & other.stems for other in theirs):
            return theirs[0].text
    return None


def _holders(wording: AnnotatedText, own: int, reach: int) -> list[tuple[str, Entity]]:
    """Each office with the person whose name stands beside it."""
    people = [one for one in entities(wording) if one.form is Form.PERSON and one.head < own]
    found = []
    for n, token in enumerate(wording.tokens[:own]):
        if token.stem not in _OFFICE:
            continue
        beside = [(min(abs(at - n) for at in one.at), one) for one in people if one.stems != {token.stem}]
        near = min(beside, key=lambda found: found[0], default=None)
        if near and near[0] <= reach:
            found.append((token.stem, near[1]))
    return found


def other_name(pair: Aligned, own: int) -> str | None:
    """The name of the same kind ("... Committee", "... University") that stands where the statement's does not; None for none."""
    source = [one for one in entities(pair.source) if one.head < own]
    for one in entities(pair.sentence):
        kind = pair.sentence.tokens[one.head].stem
        apart = [n for n in one.at if pair.sentence.tokens[n].stem != kind]
        if one.form is Form.PERSON or not apart or any(pair.met[n] for n in apart):
            continue
        like = [other for other in source if pair.source.tokens[other.head].stem == kind and len(other.at) > 1]
        best = max(like, key=lambda other: affinity(pair, one.head, other.head), default=None)
        if best is not None and not best.stems & one.stems:
            return best.text
    return None


def other_charge(pair: Aligned, own: int) -> str | None:
    """What an office is for in the paragraph ("Member for Housing"), where the statement has it for another thing."""
    sentence, source = _charges(pair.sentence, len(pair.sentence.tokens)), _charges(pair.source, own)
    for office, stem, at in sentence:
        theirs = [(other, place) for title, other, place in source if title == office]
        if pair.met[at] and any(place < own for place, _ in pair.met[at]):
            continue
        if theirs and all(other != stem for other, _ in theirs):
            return pair.source.tokens[theirs[0][1]].text
    return None


def _charges(wording: AnnotatedText, own: int) -> list[tuple[str, str, int]]:
    """Each office followed by "for" or "of": its stem, the stem and the place of the first word of its charge."""
    found = []
    for n in range(min(own, len(wording.tokens)) - 2):
        if wording.tokens[n].stem in _CHARGED and wording.tokens[n + 1].low in ("for", "of"):
            at = n + 3 if wording.tokens[n + 2].low == "the" and n + 3 < len(wording.tokens) else n + 2
            found.append((wording.tokens[n].stem, wording.tokens[at].stem, at))
    return found


def other_rank(pair: Aligned, own: int) -> str | None:
    """The ordinal ("third") that stands in the paragraph where the statement has another ("fifth")."""
    ours = [token.low for token in pair.sentence.tokens if token.low in ORDINAL_WORDS]
    theirs = [token.low for token in pair.source.tokens[:own] if token.low in ORDINAL_WORDS]
    fractions = any(token.figure and token.figure.kind is FigureKind.FRACTION for token in pair.sentence.tokens)
    if not ours or not theirs or fractions or set(ours) & set(theirs):
        return None
    return theirs[0]
