"""Whether a sentence joins what one clause of the paragraphs says to what another clause is about. Pure.

"Complaints about scooters fell by 18 per cent", where motorcycles fell by 18 per cent and complaints about scooters
doubled: every word is given, none of it together. A figure, time or direction (an anchor) is borne out by the clause that
holds it; where what the sentence says of it stands in another clause that has its own anchor of the kind, it is not.
"""

from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, Token, TokenKind, weight_of
from assistant.language.clauses import clauses
from assistant.language.decision_verbs import DecisionAct, deeds, is_generic
from assistant.language.direction import directions
from assistant.language.figure_roles import role_of
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw
from assistant.support.rules.attachment.corrected import corrected
from assistant.support.rules.presence.reckoned import is_difference

_REFERS = frozenset("this these those which it they he she its their then latter former both there".split())
_ORDINALS = frozenset("first second third fourth fifth last".split())
_AHEAD = frozenset("would will should could may might".split())
_AMOUNTS = frozenset("more less fewer extra additional".split())
_DONE = frozenset({DecisionAct.DECIDED, DecisionAct.NOTED, DecisionAct.DEFERRED, DecisionAct.REFUSED})
_LEADING_ON = frozenset("leaving bringing taking making giving".split())
_ENOUGH, _HELD, _MISSING = 1.0, 0.67, 0.34


def crossed_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a figure, time or direction stands in the paragraphs in a clause about another thing."""
    ways, printed_ways = _turns(pair.sentence, generic=True), _turns(pair.source)
    parts = clauses(pair.source)
    if len(parts) < 2 or corrected(pair.source) is not None:
        return
    where = {n: at for at, part in enumerate(parts) for n in part}
    for clause in (part for one in clauses(pair.sentence) for part in _parted(pair.sentence, one)):
        told = _about(pair, clause, ways)
        whole = sum(told.values())
        if whole < _ENOUGH:
            continue
        cover = [0.0] * len(parts)
        for n, weight in told.items():
            for k in {where[at] for at, _ in pair.met[n] if at in where}:
                cover[k] += weight
        best = max(range(len(parts)), key=cover.__getitem__)
        if cover[best] < _HELD * whole:
            continue
        for n in clause:
            own = _own(pair, n, ways, printed_ways)
            if own is None or not own:
                continue
            held = max(cover[where[at]] for at in own if at in where)
            if held > _MISSING * whole:
                continue
            rival = next((at for at in parts[best] if _rivals(pair, n, at, ways, printed_ways)), None)
            mine = max((where[at] for at in own if at in where), key=cover.__getitem__)
            if rival is not None and _has_own_subject(
                pair, parts[mine], min(at for at in own if where.get(at) == mine)
            ):
                yield Fault(
                    _class_of(pair.sentence.tokens[n], ways.get(n, "")),
                    f"The paragraph says “{pair.sentence.tokens[n].text}” of something else",
                )
                return


def _parted(wording: AnnotatedText, clause: range) -> list[range]:
    """A clause parted at a comma and "leaving", and at an "and" with a figure or time on both sides.

    "Handed over on 1 April and signed for on 3 April", "£18m was paid back, leaving £512m".
    """
    for n in clause:
        sides = [range(clause.start, n), range(n + 1, clause.stop)]
        if wording.tokens[n].text == "," and n + 1 in clause and wording.tokens[n + 1].low in _LEADING_ON:
            return [*_parted(wording, sides[0]), sides[1]]
    for n in clause:
        if wording.tokens[n].low == "and":
            sides = [range(clause.start, n), range(n + 1, clause.stop)]
            sorts = [{wording.tokens[at].kind for at in side} & {TokenKind.FIGURE, TokenKind.MOMENT} for side in sides]
            if sorts[0] & sorts[1]:
                return [sides[0], *_parted(wording, sides[1])]
    return [clause]


def _class_of(token: Token, way: str) -> Flaw:
    if way in {deed.value for deed in _DONE}:
        return Flaw.DECISION
    if way.startswith("the "):
        return Flaw.SCOPE
    if way:
        return Flaw.DIRECTION
    return Flaw.DATE if token.kind is TokenKind.MOMENT else Flaw.OTHER_THING


def _turns(wording: AnnotatedText, generic: bool = False) -> dict[int, str]:
    """Position of each word of direction and of each deed done, and which it is; "resolved that" only opens one."""
    turns = {n: way for n, way in directions(wording).items() if wording.tokens[n].low not in _AMOUNTS}
    for n, deed in deeds(wording).items():
        if deed in _DONE and (generic or not is_generic(wording, n)):
            turns[n] = deed.value
    turns |= {n: "the " + token.low for n, token in enumerate(wording.tokens) if token.low in _ORDINALS}
    return turns


def _about(pair: Aligned, clause: range, ways: dict[int, str]) -> dict[int, float]:
    """The words and names of a clause that are met and tell what it is about, and how much each tells."""
    found = {}
    for n in clause:
        token = pair.sentence.tokens[n]
        if pair.met[n] and n not in ways and token.kind in (TokenKind.WORD, TokenKind.NAME):
            weight = 1.0 if token.kind is TokenKind.NAME else weight_of(token)
            if weight >= 1.0:
                found[n] = weight / len(pair.met[n]) ** 0.5
    return found


def _own(pair: Aligned, n: int, ways: dict[int, str], printed_ways: dict[int, str]) -> list[int] | None:
    """Where the paragraphs give an anchor; None for a token that is none."""
    token = pair.sentence.tokens[n]
    if token.kind is TokenKind.FIGURE and token.figure and token.figure.value != 1:
        if is_difference(pair, n) or role_of(pair.sentence, n) == "whole" in {
            role_of(pair.source, at) for at, _ in pair.met[n]
        }:
            return None  # a change's own clause tells its ends, a whole's clause stands before that of its part
        return [at for at, _ in pair.met[n]]
    if token.kind is TokenKind.MOMENT:
        return [at for at, _ in pair.met[n]]
    if n in ways:
        if is_generic(pair.sentence, n) and any(pair.source.tokens[at].stem == token.stem for at, _ in pair.met[n]):
            return None  # "agreed that" opens what was agreed
        return [at for at, way in printed_ways.items() if way == ways[n]]
    return None


def _rivals(pair: Aligned, n: int, at: int, ways: dict[int, str], printed_ways: dict[int, str]) -> bool:
    """Whether a token of the paragraphs tells another figure, time or direction in an anchor's stead."""
    if n in ways:
        other = printed_ways.get(at, ways[n])
        if ways[n] == DecisionAct.DECIDED and pair.source.tokens[at].low in _AHEAD:
            return True
        return other != ways[n] and other.startswith("the ") == ways[n].startswith("the ")
    token, source = pair.sentence.tokens[n], pair.source.tokens[at]
    if any(place == at for place, _ in pair.met[n]) or token.kind is not source.kind:
        return False
    if token.kind is TokenKind.FIGURE:
        return bool(token.figure and source.figure and token.figure.kind is source.figure.kind)
    return token.kind is TokenKind.MOMENT


def _has_own_subject(pair: Aligned, part: range, anchor: int) -> bool:
    """Whether a clause is about something that the sentence does not name, and does not refer back."""
    if any(pair.source.tokens[at].low in _REFERS for at in part[:4]):
        return False
    met = {at for places in pair.met for at, _ in places}
    own = [at for at in part if _tells(pair.source.tokens[at]) and at not in met]
    return len(own) > 1 and own[0] < anchor


def _tells(token: Token) -> bool:
    return token.kind is TokenKind.NAME or (token.kind is TokenKind.WORD and weight_of(token) >= 1.0)
