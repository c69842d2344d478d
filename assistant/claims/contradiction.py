"""Where a paragraph speaks against a statement without a figure: it denies it, names another, says the opposite. Pure.

`own` is how many tokens of the source are the paragraph's own words; those behind say where it stands (see `Laid`).
"""

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
_COMPARED_WITHIN = 12  # words from a word of direction to its "than"
_COMPARED_WITH = 8  # words behind "than" that say what is compared with
_CLAUSE_END = 0.5  # of a token's boundary, from which another clause begins
_FITS_BETTER = 1.1  # times as well: from where the opposite direction fits what the statement tells
_SHORTEST_TURNED = 5  # letters of a word that a prefix may turn round
_OPPOSED = {"up": "down", "down": "up", "better": "worse", "worse": "better"}
_ALL, _NONE = frozenset(("all", "every", "each", "both")), frozenset(("none", "neither"))
_SAME_THING = 0.8  # how much of what surrounds "all" surrounds the "none" too
_PUT_BY = frozenset((DecisionAct.REFUSED, DecisionAct.DEFERRED, DecisionAct.WITHDRAWN))
_SUPPOSING = frozenset(
    "due planned plans expected aims aimed consider considering considered ask asked asking asks request requested if whether could "
    "might may hope hoped hopes proposed proposal intended seek seeking wanted any".split()
)
_OFFICE = frozenset(
    map(stem_of, "chair vice-chair chairman mayor leader secretary treasurer clerk director provost".split())
)
_CHARGED = _OFFICE | frozenset(map(stem_of, "member head lead officer manager minister".split()))
_HELD_WITHIN, _NAMED_WITHIN = 9, 3  # words between an office and its holder, in a statement and in a paper's list


def both_deny(pair: Aligned, own: int) -> bool:
    """Whether statement and paragraph both say that there was none of a thing: "nobody voted against", "Against (0)"."""
    if not deniers(pair.sentence):
        return False
    tokens = pair.source.tokens[:own]
    met = {
        j
        for i, places in enumerate(pair.met)
        if pair.sentence.tokens[i].kind is not TokenKind.FIGURE
        for j, _ in places
    }
    for match in _NOTHING.finditer(pair.source.text[: _end(pair.source, own)]):
        none = next((j for j, token in enumerate(tokens) if token.end > match.start()), len(tokens))
        if any(j in met for j in range(none - _NOTHING_NEAR, none + _NOTHING_NEAR + 1)):
            return True
    return False


def denial(pair: Aligned, own: int) -> float:
    """The share, by weight, of the statement's words that it or the paragraph denies, but not both."""
    sentence, source = denied(pair.sentence), denied(pair.source)
    if both_deny(pair, own):
        return 0.0
    total = turned = 0.0
    for i, token in enumerate(pair.sentence.tokens):
        here = [(strength * affinity(pair, i, j), j) for j, strength in pair.met[i] if j < own]
        if token.kind is not TokenKind.WORD or not here:
            continue
        weight, j = weight_of(token), max(here)[1]
        total += weight
        turned += weight * (source[j] != sentence[i] and not _supposed(pair, i, j))
    return turned / total if total else 0.0


def _supposed(pair: Aligned, i: int, j: int) -> bool:
    """Whether the text that does not deny only asks, plans or supposes: "was due to open" and "did not open" may both be true.

    `i` and `j` are the positions of one word in the statement and in the paragraph.
    """
    denying = pair.sentence if denied(pair.sentence)[i] else pair.source
    other, k = (pair.source, j) if denying is pair.sentence else (pair.sentence, i)
    return any(token.low in _SUPPOSING for token in other.tokens[max(0, k - _NEAR) : k])


def _end(text: AnnotatedText, own: int) -> int:
    """Where the first `own` tokens of a text end."""
    return text.tokens[own - 1].end if own else 0


def emptied(pair: Aligned, own: int) -> bool:
    """Whether the statement says "none" of what the paragraph says "all" of, or the other way about."""
    for these, those in ((_ALL, _NONE), (_NONE, _ALL)):
        sentence = [i for i, token in enumerate(pair.sentence.tokens) if token.low in these]
        source = [j for j, token in enumerate(pair.source.tokens[:own]) if token.low in those]
        said_too = any(token.low in these for token in pair.source.tokens[:own])
        if not said_too and any(affinity(pair, i, j) > _SAME_THING for i in sentence for j in source):
            return True
    return False


def other_deed(pair: Aligned, own: int) -> bool:
    """Whether one text tells of a matter decided and the other of one refused, deferred or withdrawn."""
    sentence = frozenset(deeds(pair.sentence).values())
    source = frozenset(deed for j, deed in deeds(pair.source).items() if j < own)
    return bool(
        (DecisionAct.DECIDED in sentence and source & _PUT_BY) or (sentence & _PUT_BY and DecisionAct.DECIDED in source)
    )


def opposed(pair: Aligned, own: int) -> float:
    """How much the paragraph says the opposite of a word of the same thing as the statement, 0..1.

    It is 0 for a word that the paragraph has itself.
    """
    sentence, source = denied(pair.sentence), denied(pair.source)
    worst = 0.0
    for i, token in enumerate(pair.sentence.tokens):
        sides = dict(sides_in_claims(token))
        if token.kind is not TokenKind.WORD or any(
            j < own and pair.source.tokens[j].stem == token.stem for j, _ in pair.met[i]
        ):
            continue
        for j, other in enumerate(pair.source.tokens[:own]):
            alike = sentence[i] == source[j]  # both deny their word, or neither does
            opposite = any(row in sides and (sides[row] != side) == alike for row, side in sides_in_claims(other))
            if opposite or alike and _is_turned(token.stem, other.stem):
                worst = max(worst, min(closeness(pair, i, j), 1.0))
    return worst


def _is_turned(one: str, other: str) -> bool:
    """Whether one stem is the other behind a denying prefix: "acceptable" and "unacceptable".

    The gate's `is_turned` (language/antonyms.py) knows more prefixes and compares words by their stems. The two stay apart
    because the claims' weights were fitted on this one.
    """
    short, long = sorted((one, other), key=len)
    prefix = long[: -len(short)]
    return len(short) >= _SHORTEST_TURNED and long.endswith(short) and prefix in ("un", "in", "im", "dis", "non")


def turned_away(pair: Aligned, own: int) -> float:
    """How much better the opposite direction fits what the statement says has risen, fallen or improved, 0..1."""
    ways, source = directions(pair.sentence), directions(pair.source)
    things = {i for i in ways if _names_a_thing(pair.sentence, i, ways)}
    theirs = {j: way for j, way in source.items() if j < own and not _names_a_thing(pair.source, j, source)}
    worst = 0.0
    for i, way in ways.items():
        if i in things or way not in _OPPOSED:
            continue
        like = max((closeness(pair, i, j) for j, other in theirs.items() if other == way), default=0.0)
        opposite = (_OPPOSED[way], "not " + way)
        unlike = max((closeness(pair, i, j) for j, other in theirs.items() if other in opposite), default=0.0)
        if unlike > _FITS_BETTER * like:
            worst = max(worst, min(1.0, 2 * (unlike - like)))
    return worst


def _names_a_thing(text: AnnotatedText, i: int, ways: Mapping[int, str]) -> bool:
    """Whether a word of direction only names what goes up or down: the growth in "a further easing in wage growth"."""
    noun = text.tokens[i].low in ("growth", "increase", "reduction", "decline")
    return noun and any(0 < abs(j - i) <= _NEAR for j in ways)


def against_comparator(pair: Aligned, own: int) -> list[Comparison]:
    """For each "lower than the region": which way of the region the paragraph says that it lies ("above the region")."""
    ways, source = directions(pair.sentence), directions(pair.source)
    turns = []
    for i, way in ways.items():
        start = next(
            (j for j in range(i, min(i + _COMPARED_WITHIN, len(pair.sentence.tokens))) if _joins(pair, j)), None
        )
        if way not in _OPPOSED or start is None:
            continue
        beside = _directions_beside(pair, own, start)
        if beside:
            best = max(beside, key=lambda j: (beside[j], -j))
            words = " ".join(token.text for token in pair.source.tokens[best : best + 5])
            turns.append(Comparison(i, source[best] == way, f"“{words}”"))
    return turns


def _directions_beside(pair: Aligned, own: int, start: int) -> dict[int, float]:
    """By the position of a word of direction in the paragraph: how much of what is compared with stands behind it.

    What is compared with stands in the statement behind the "than" at `start`, up to the clause's end.
    """
    ways, source = directions(pair.sentence), directions(pair.source)
    beside: dict[int, float] = {}
    for i in range(start + 1, min(start + _COMPARED_WITH, len(pair.sentence.tokens))):
        token = pair.sentence.tokens[i]
        if token.boundary >= _CLAUSE_END:
            break
        if token.kind not in (TokenKind.WORD, TokenKind.NAME) or i in ways:
            continue
        for j, strength in pair.met[i]:
            before = [k for k in source if j < own and 0 < j - k <= _NEAR and source[k] in _OPPOSED]
            if before:
                beside[max(before)] = beside.get(max(before), 0.0) + strength * weight_of(token)
    return beside


def _joins(pair: Aligned, i: int) -> bool:
    """Whether a word of the statement leads to what is compared with."""
    return pair.sentence.tokens[i].low in ("than", "above", "below")


def swapped(pair: Aligned, own: int) -> str | None:
    """A person whom the paragraph names with a title, where the statement so names another who is not there; else None."""
    named = [(person, _met_by_name(pair, person)) for person in entities(pair.sentence) if person.titled]
    told = {j for _, met in named for j in met}
    others = [person for person in entities(pair.source) if person.head < own and person.titled]
    rivals = [person for person in others if not told & set(person.at)]
    return rivals[0].text if rivals and any(not met for _, met in named) else None


def _met_by_name(pair: Aligned, person: Entity) -> set[int]:
    """Where in the paragraph the name of a person of the statement stands, the title apart."""
    names = (i for i in person.at if pair.sentence.tokens[i].stem in person.stems)
    return {j for i in names for j, _ in pair.met[i]}


def other_holder(pair: Aligned, own: int) -> str | None:
    """Who holds an office in the paragraph, where the statement gives it to another; None where they agree or one is silent."""
    sentence = _holders(pair.sentence, len(pair.sentence.tokens), _HELD_WITHIN)
    source = _holders(pair.source, own, _NAMED_WITHIN)
    for office, person in sentence:
        theirs = [other for title, other in source if title == office]
        if theirs and not any(person.stems & other.stems for other in theirs):
            return theirs[0].text
    return None


def _holders(text: AnnotatedText, own: int, reach: int) -> list[tuple[str, Entity]]:
    """Each office (its stem) with the person whose name stands nearest to it, no more than `reach` words away."""
    people = [entity for entity in entities(text) if entity.form is Form.PERSON and entity.head < own]
    found = []
    for i, token in enumerate(text.tokens[:own]):
        if token.stem not in _OFFICE:
            continue
        beside = [(min(abs(j - i) for j in person.at), person) for person in people if person.stems != {token.stem}]
        near = min(beside, key=lambda pair: pair[0], default=None)
        if near and near[0] <= reach:
            found.append((token.stem, near[1]))
    return found


def other_name(pair: Aligned, own: int) -> str | None:
    """A name of the paragraph of the same kind ("... University") as one of the statement that it has not; else None."""
    source = [entity for entity in entities(pair.source) if entity.head < own]
    for name in entities(pair.sentence):
        kind = pair.sentence.tokens[name.head].stem
        apart = [i for i in name.at if pair.sentence.tokens[i].stem != kind]
        if name.form is Form.PERSON or not apart or any(pair.met[i] for i in apart):
            continue
        like = [other for other in source if pair.source.tokens[other.head].stem == kind and len(other.at) > 1]
        fits = [(affinity(pair, name.head, other.head), other) for other in like]
        best = max(fits, key=lambda fit: fit[0], default=None)
        if best is not None and not best[1].stems & name.stems:
            return best[1].text
    return None


def other_charge(pair: Aligned, own: int) -> str | None:
    """What an office is for in the paragraph ("Member for Housing"), where the statement has it for another thing; else None."""
    sentence, source = _charges(pair.sentence, len(pair.sentence.tokens)), _charges(pair.source, own)
    for office, stem, i in sentence:
        theirs = [(other, j) for title, other, j in source if title == office]
        if any(j < own for j, _ in pair.met[i]):
            continue
        if theirs and all(other != stem for other, _ in theirs):
            return pair.source.tokens[theirs[0][1]].text
    return None


def _charges(text: AnnotatedText, own: int) -> list[tuple[str, str, int]]:
    """Each office with what it is for or of: its stem, and the stem and position of the first word of that."""
    found = []
    tokens = text.tokens
    for i in range(min(own, len(tokens)) - 2):
        if tokens[i].stem in _CHARGED and tokens[i + 1].low in ("for", "of"):
            j = i + 3 if tokens[i + 2].low == "the" and i + 3 < len(tokens) else i + 2
            found.append((tokens[i].stem, tokens[j].stem, j))
    return found


def other_rank(pair: Aligned, own: int) -> str | None:
    """The ordinal ("third") that stands in the paragraph where the statement has another ("fifth"); else None."""
    ours = [token.low for token in pair.sentence.tokens if token.low in ORDINAL_WORDS]
    theirs = [token.low for token in pair.source.tokens[:own] if token.low in ORDINAL_WORDS]
    fractions = any(token.figure and token.figure.kind is FigureKind.FRACTION for token in pair.sentence.tokens)
    if not ours or not theirs or fractions or set(ours) & set(theirs):
        return None
    return theirs[0]
