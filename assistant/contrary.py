"""Where a paragraph speaks against a statement without a figure: it denies it, names another, says the opposite. Pure."""

import re

from assistant.alignment import Aligned, affinity, closeness
from assistant.entities import Entity, Form, entities
from assistant.figures import Kind
from assistant.polarity import denied, deniers, directions
from assistant.slots import Turn
from assistant.wording import Sort, Token, Wording, weight_of
from assistant.words import stem_of

_NOTHING = re.compile(r"\b(?:none|nil|nobody|unanimous\w*|without|no|not|never|nothing|neither|0)\b|\(0\)", re.I)
_NEAR = 6  # words between a word of direction and what is compared
_OPPOSED = {"up": "down", "down": "up", "better": "worse", "worse": "better"}
_WHO = frozenset((Form.PERSON, Form.BODY, Form.ACRONYM))
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_OPEN = """
open, reopen, remain, stay / close, shut, closure
complete, finish / ongoing, outstanding, unfinished
grant, secure, award, approve, approval, accept, allow / refuse, reject, deny, decline, dismiss, prevent, ban
increase, rise, raise, extra / cut, loss, lose, reduce, reduction, drop, remove
agree, settle, resolve / defer, postpone, await, pending
public, published / private, confidential, exempt
full, fully / partly, partial
answer, reply, respond / await, outstanding
win, successful, succeed / lose, unsuccessful, fail
surplus / deficit, overspend
election, contest, vote / uncontested, unopposed
unanimous / split, contested
keep, retain / abolish, scrap, withdraw, remove, removal
add, extra / remove, removal, delete
voluntary / compulsory, mandatory
"""


def _sides() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for row, line in enumerate(_OPEN.strip().splitlines()):
        for side, words in enumerate(line.split("/")):
            for word in words.split(","):
                found.setdefault(stem_of(word.strip()), []).append((row, side))
    return {stem: tuple(sides) for stem, sides in found.items()}


_SIDES = _sides()


def both_deny(pair: Aligned, own: int) -> bool:
    """Whether statement and paragraph both say that there was nothing: "nobody voted against", "Against (0)"."""
    return bool(deniers(pair.said)) and _NOTHING.search(pair.printed.text[: _end(pair.printed, own)]) is not None


def denial(pair: Aligned, own: int) -> float:
    """The share, by weight, of the statement's words that the paragraph denies and it does not, or the other way about."""
    said, printed = denied(pair.said), denied(pair.printed)
    if both_deny(pair, own):
        return 0.0
    total = turned = 0.0
    for n, token in enumerate(pair.said.tokens):
        here = [(strength * affinity(pair, n, at), at) for at, strength in pair.met[n] if at < own]
        if token.sort is not Sort.WORD or not here:
            continue
        weight = weight_of(token)
        total += weight
        turned += weight * (printed[max(here)[1]] != said[n])
    return turned / total if total else 0.0


def _end(wording: Wording, own: int) -> int:
    return wording.tokens[own - 1].end if own else 0


def opposed(pair: Aligned, own: int) -> float:
    """How near an opposite of a word of the statement stands to what the statement says it of; 0 where it says the word too."""
    said, printed = denied(pair.said), denied(pair.printed)
    worst = 0.0
    for n, token in enumerate(pair.said.tokens):
        sides = dict(_SIDES.get(token.stem, ())) if token.sort in (Sort.WORD, Sort.NAME) else {}
        if not sides or any(at < own and pair.printed.tokens[at].stem == token.stem for at, _ in pair.met[n]):
            continue
        for at, other in enumerate(pair.printed.tokens[:own]):
            if said[n] == printed[at] and any(row in sides and sides[row] != side for row, side in _sides_of(other)):
                worst = max(worst, min(closeness(pair, n, at), 1.0))
    return worst


def _sides_of(token: Token) -> tuple[tuple[int, int], ...]:
    return _SIDES.get(token.stem, ()) if token.sort in (Sort.WORD, Sort.NAME) else ()


def against_comparator(pair: Aligned, own: int) -> list[Turn]:
    """For "lower than the region": which way the paragraph says that it lies of the region ("above the region, below ...")."""
    ways, printed = directions(pair.said), directions(pair.printed)
    turns = []
    for n, way in ways.items():
        start = next((at for at in range(n, min(n + 12, len(pair.said.tokens))) if _joins(pair.said, at)), None)
        if way not in _OPPOSED or start is None:
            continue
        beside: dict[int, float] = {}
        for at in range(start + 1, min(start + 8, len(pair.said.tokens))):
            token = pair.said.tokens[at]
            if token.cost >= 0.5:
                break
            if token.sort not in (Sort.WORD, Sort.NAME) or at in ways:
                continue
            for place, strength in pair.met[at]:
                before = [p for p in printed if place < own and 0 < place - p <= _NEAR and printed[p] in _OPPOSED]
                if before:
                    beside[max(before)] = beside.get(max(before), 0.0) + strength * weight_of(token)
        if beside:
            best = max(beside, key=lambda at: (beside[at], -at))
            words = " ".join(token.text for token in pair.printed.tokens[best : best + 5])
            turns.append(Turn(n, printed[best] == way, f"“{words}”"))
    return turns


def _joins(said: Wording, at: int) -> bool:
    return said.tokens[at].low in ("than", "above", "below")


def swapped(pair: Aligned, own: int) -> str | None:
    """The name that stands in the paragraph where the statement names one that is not there, both people or both bodies."""
    said = [one for one in entities(pair.said) if one.form in _WHO]
    missing = [one for one in said if not any(pair.met[n] for n in one.at)]
    if not missing:
        return None
    told = {at for places in pair.met for at, _ in places}
    rivals = [one for one in entities(pair.printed) if one.head < own and not told & set(one.at)]
    for one in missing:
        like = [other for other in rivals if _alike(one, other)]
        near = [(affinity(pair, one.head, other.head), other) for other in like]
        best = max(near, key=lambda found: found[0], default=(0.0, None))
        if best[1] is not None and best[0] > 0.3:
            return best[1].text
    return None


def _alike(one: Entity, other: Entity) -> bool:
    bodies = (Form.BODY, Form.ACRONYM)
    return one.form is other.form or (one.form in bodies and other.form in bodies)


_OFFICE = frozenset(
    map(stem_of, "chair vice-chair chairman mayor leader secretary treasurer clerk director provost".split())
)


def other_holder(pair: Aligned, own: int) -> str | None:
    """Who holds the office in the paragraph, where the statement gives it to another; None where they agree or one is silent."""
    said = _holders(pair.said, len(pair.said.tokens), 9)
    printed = _holders(pair.printed, own, 3)
    for office, person in said:
        theirs = [other for title, other in printed if title == office]
        if theirs and not any(person.stems & other.stems for other in theirs):
            return theirs[0].text
    return None


def _holders(wording: Wording, own: int, reach: int) -> list[tuple[str, Entity]]:
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


def other_rank(pair: Aligned, own: int) -> str | None:
    """The ordinal ("third") that stands in the paragraph where the statement has another ("fifth")."""
    ours = [token.low for token in pair.said.tokens if token.low in _ORDINALS]
    theirs = [token.low for token in pair.printed.tokens[:own] if token.low in _ORDINALS]
    fractions = any(token.figure and token.figure.kind is Kind.FRACTION for token in pair.said.tokens)
    if not ours or not theirs or fractions or set(ours) & set(theirs):
        return None
    return theirs[0]
