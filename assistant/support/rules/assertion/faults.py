"""Faults of body, direction, decision and opposites. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import Sort, Token, Wording, read_once, weight_of
from assistant.language.antonyms import TURNING, is_turned, sided, sides_of
from assistant.language.decision_verbs import Deed, deeds, is_firm, is_formal, is_generic, proposes, recommends
from assistant.language.direction import compared, directions, levels
from assistant.language.figure_roles import is_clock, is_range, role_of
from assistant.language.figures import Kind
from assistant.language.negation import denied
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned, affinity, closeness, misplaced
from assistant.support.fault import Fault

_AGAINST = {"up": "down", "down": "up", "better": "worse", "worse": "better", "from": "to", "to": "from"}


_RANGE = re.compile(r"\bfrom (£?\d[\d,.]*\d|£?\d)(%?)[^.;]{0,40}? to (£?\d[\d,.]*\d|£?\d)(%?)", re.I)


def turned_faults(pair: Aligned) -> Iterator[Fault]:
    """ "From 800 to 400" where the paragraphs go from 400 to 800."""
    printed = {(match[1], match[3]) for match in _RANGE.finditer(pair.printed.text)}
    for match in _RANGE.finditer(pair.said.text):
        first, last = match[1], match[3]
        if first != last and (last, first) in printed and (first, last) not in printed:
            yield Fault("direction", f"The paragraph goes from {last} to {first}, not from {first} to {last}")
    yield from _turned_ranges(pair)
    roles = {n: role_of(pair.said, n) for n in pair.said.all_of(Sort.FIGURE) if pair.met[n]}
    for n, role in roles.items():
        other = _AGAINST.get(role)
        if sorted(filter(_AGAINST.get, roles.values())) == ["from", "to"] and {
            role_of(pair.printed, at) for at, _ in pair.met[n]
        } == {other}:
            yield Fault("direction", f"The paragraph does not go {role} {pair.said.tokens[n].text}")
            return


def _turned_ranges(pair: Aligned) -> Iterator[Fault]:
    """ "Between 39 and 25" where the paragraphs have 25 and 39, in that order."""
    figures = pair.said.all_of(Sort.FIGURE)
    for one, other in zip(figures, figures[1:], strict=False):
        first, last = pair.said.tokens[one].figure, pair.said.tokens[other].figure
        if not (first and last and first.value > last.value and is_range(pair.said, one, other)):
            continue
        if role_of(pair.said, other) == "to":
            continue  # a change, which the paragraphs may tell from its end
        own = {(a, b) for a, _ in pair.met[one] for b, _ in pair.met[other] if abs(a - b) < _NEXT}
        if own and all(a > b for a, b in own):
            yield Fault("direction", f"The paragraph has {last.printed} first, and then {first.printed}")
            return


_NEXT = 5
_BODY = re.compile(
    r"\b([A-Z][\w’'-]+) (Cabinet|Panel|Committee|Board|Council|Commission|Forum|Group|Sub-Committee|Executive)\b"
)


def body_faults(pair: Aligned) -> Iterator[Fault]:
    """A body under another kind's name: the Scrutiny Board where the paragraphs name a Scrutiny Panel only."""
    printed = {(match[1], match[2]) for match in _BODY.finditer(pair.printed.text)}
    for match in _BODY.finditer(pair.said.text):
        others = sorted(kind for word, kind in printed if word == match[1])
        if others and match[2] not in others:
            yield Fault("body", f"The paragraph says “{match[1]} {others[0]}”, not “{match[0]}”")


def direction_faults(pair: Aligned) -> Iterator[Fault]:
    """Words that say up where the paragraphs, of the same thing, say down."""
    printed, said = directions(pair.printed) | compared(pair.printed), directions(pair.said)
    printed = {at: way for at, way in printed.items() if not _of_another_thing(pair, at)}
    like = {n: [at for at, other in printed.items() if other == way] for n, way in said.items()}
    unlike = {n: [at for at, other in printed.items() if other == _AGAINST.get(way)] for n, way in said.items()}
    for bound in misplaced(pair, like, unlike):
        if bound.claimed and bound.gain > 0.3 and bound.other > bound.own * 1.04:
            yield Fault(
                "direction",
                f"The paragraph says “{pair.printed.tokens[bound.other_at].text}”, not “{pair.said.tokens[bound.said].text}”",
            )
            return
    yield from _levels(pair)
    for n, way in said.items():
        against = unlike[n]
        if not against or _adds_alike(pair, n):
            continue
        own = max((closeness(pair, n, at) for at in like[n]), default=0.0)
        other, at = max((closeness(pair, n, at), at) for at in against)
        if other > max(own * 1.25 + 0.05, 0.48) and not _figures_agree(pair, n, way, at):
            yield Fault(
                "direction", f"The paragraph says “{pair.printed.tokens[at].text}”, not “{pair.said.tokens[n].text}”"
            )


def _levels(pair: Aligned) -> Iterator[Fault]:
    """ "Ahead of the average" where the paragraphs have, wherever they compare with that average, "below" it."""
    printed = levels(pair.printed)
    for n, (way, other) in levels(pair.said).items():
        alike = {
            at: told
            for at, (told, theirs) in printed.items()
            if len(other & theirs) >= _ALIKE * min(len(other), len(theirs))
        }
        if alike and all(told == _AGAINST[way] for told in alike.values()):
            word = pair.printed.tokens[next(iter(alike))].text
            yield Fault("direction", f"The paragraph says “{word}”, not “{pair.said.tokens[n].text}”")
            return


_ALIKE = 0.6  # of the words for what is compared with, how many are the same


_AMOUNTS = frozenset("more less fewer extra additional greater".split())


_ADDING = frozenset("more further additional extra".split())


def _adds_alike(pair: Aligned, n: int) -> bool:
    """Whether "more cuts" is what the paragraphs call "further cuts"."""
    if pair.said.tokens[n].low not in _ADDING or n + 1 >= len(pair.said.tokens):
        return False
    return any(at and pair.printed.tokens[at - 1].low in _ADDING for at, _ in pair.met[n + 1])


def _of_another_thing(pair: Aligned, at: int) -> bool:
    """Whether "more" or "fewer" is said of a thing, named right behind it, that the sentence does not name ("more confidence")."""
    tokens = pair.printed.tokens
    if tokens[at].low not in _AMOUNTS or at + 1 >= len(tokens) or tokens[at + 1].sort is not Sort.WORD:
        return False
    return weight_of(tokens[at + 1]) >= 1.0 and not any(place == at + 1 for places in pair.met for place, _ in places)


def _figures_agree(pair: Aligned, n: int, way: str, against: int) -> bool:
    """Whether the sentence's own pair of figures, both printed, goes the way that the word says ("from 12 to 16")."""
    near = [at for at in pair.said.all_of(Sort.FIGURE) if 0 < at - n <= 12 and pair.met[at]]
    values = [token.figure.value for at in near if (token := pair.said.tokens[at]).figure]
    kinds = {token.figure.kind for at in near[:2] if (token := pair.said.tokens[at]).figure}
    words = [token.low for token in pair.said.tokens[n : near[0]]] if near else []
    if len(values) < 2 or len(kinds) > 1 or "from" not in words or _turned_round(pair, near[:2]):
        return False
    if all(any(pair.printed.near(at, against) > 0.3 for at, _ in pair.met[figure]) for figure in near[:2]):
        return False  # the other way is told of this very pair
    return values[1] > values[0] if way == "up" else values[1] < values[0]


def _turned_round(pair: Aligned, figures: list[int]) -> bool:
    """Whether the figures are told "from" and "to" where the paragraphs say "to" and "from"."""
    for n in figures:
        role = role_of(pair.said, n)
        roles = {role_of(pair.printed, at) for at, _ in pair.met[n]}
        if not role or not roles or not roles <= {"from", "to"} or role in roles:
            return False
    return True


def decision_faults(pair: Aligned, undecided: bool = False) -> Iterator[Fault]:
    """A deed told that the paragraphs do not tell: approved where they only propose, note, defer or refuse."""
    printed = deeds(pair.printed)
    for n, token in enumerate(pair.said.tokens):
        if is_formal(pair.said, n) and not any(pair.printed.tokens[at].stem == token.stem for at, _ in pair.met[n]):
            yield Fault("decision", f"The paragraph does not say “{token.text}”")
    for n, deed in deeds(pair.said).items():
        if deed is Deed.UNREAL or (deed is Deed.DECIDED and not is_firm(pair.said, n)):
            continue
        word = pair.said.tokens[n].text
        if deed is Deed.DECIDED and _was_undone(pair.said, n):
            continue
        if deed is Deed.DECIDED and (undecided or (recommends(pair.printed.text) and not proposes(pair.said))):
            yield Fault("status" if undecided else "decision", f"The paragraph proposes it; it does not say “{word}”")
            return
        against = {at: other for at, other in printed.items() if _contrary(deed, other)}
        own = max((affinity(pair, n, at) for at in _bearing(pair, n, deed, printed, bool(against))), default=None)
        if own is None and deed is Deed.NOTED:
            continue  # "the Board noted that" tells of no more than a hearing
        if (
            own is None
            and (deed is Deed.DECIDED or against)
            and not (deed is Deed.PROPOSED and recommends(pair.printed.text))
        ):
            if (
                not against
                and deed is Deed.DECIDED
                and any(
                    pair.printed.tokens[at].stem == pair.said.tokens[n].stem
                    and not (
                        pair.said.tokens[n].low in ("granted", "awarded") and pair.printed.tokens[at].low in _NOUNS
                    )
                    for at, _ in pair.met[n]
                )
            ):
                continue
            told = (
                f"“{pair.printed.tokens[next(iter(against))].text}”, not “{word}”"
                if against
                else f"nothing of “{word}”"
            )
            yield Fault("decision", f"The paragraph says {told}")
            return
        if any(
            printed[at] is deed and pair.printed.tokens[at].stem == token.stem for at, _ in pair.met[n] if at in printed
        ):
            against = {at: other for at, other in against.items() if other not in (Deed.PROPOSED, Deed.UNREAL)}
        for at in against if own is not None else ():
            beside = any(
                pair.printed.near(at, place) > (0.3 if against[at] in (Deed.PROPOSED, Deed.UNREAL) else 0.6)
                for place in _bearing(pair, n, deed, printed, True)
            )
            if not beside and affinity(pair, n, at) > (own or 0.0) * 1.15 + 0.3:
                yield Fault("decision", f"The paragraph says “{pair.printed.tokens[at].text}”, not “{word}”")
                return


def _was_undone(said: Wording, n: int) -> bool:
    """Whether an "approval" is only named to tell that it was withdrawn, refused or put off."""
    if not said.tokens[n].low.endswith(("al", "ion", "ment")):
        return False
    later = (deed for at, deed in deeds(said).items() if n < at <= n + 10)
    return any(deed in (Deed.WITHDRAWN, Deed.REFUSED, Deed.DEFERRED) for deed in later)


_NOUNS = frozenset("grant grants award awards".split())


def _contrary(said: Deed, printed: Deed) -> bool:
    """Whether a printed deed speaks against the one said."""
    if said is Deed.DECIDED:
        return printed is not Deed.DECIDED
    if said is Deed.PROPOSED:
        return False
    return printed is Deed.DECIDED


def _bearing(pair: Aligned, n: int, deed: Deed, printed: dict[int, Deed], against: bool) -> list[int]:
    """Where the paragraphs tell the same deed; "resolved that" bears no other verb where the matter was put off."""
    same = [at for at, other in printed.items() if other is deed]
    if deed is Deed.DECIDED and against and not is_generic(pair.said, n):
        put_by = any(other in (Deed.DEFERRED, Deed.REFUSED, Deed.WITHDRAWN, Deed.NOTED) for other in printed.values())
        same = [at for at in same if not (put_by and is_generic(pair.printed, at))]
    return same


_IMPROVE = stem_of("improvement")


def _is_rating(pair: Aligned, at: int) -> bool:
    """Whether "improvement" is the inspectors' "requires improvement"."""
    return at > 0 and pair.printed.tokens[at - 1].low.startswith("requir")


def opposite_faults(pair: Aligned) -> Iterator[Fault]:
    """A word whose opposite the paragraphs use of the same thing; "did not accept" and "rejected" agree."""
    said, printed = denied(pair.said), denied(pair.printed)
    yield from _prefixed(pair, said, printed)
    yield from _by_its_figure(pair)
    stems = {token.stem for token in pair.said.tokens}
    for n, token in enumerate(pair.said.tokens):
        sides = dict(sides_of(token))
        if not sides:
            continue
        same = max((closeness(pair, n, at) for at, _ in pair.met[n]), default=0.0)
        for at in sided(pair.printed):
            other = pair.printed.tokens[at]
            if said[n] != printed[at] or not any(row in sides and sides[row] != side for row, side in sides_of(other)):
                continue
            if other.stem == _IMPROVE and not _is_rating(pair, at):
                continue
            if other.stem not in stems:  # else the sentence sets the two side by side
                needed = same * (2.0 if other.stem == _IMPROVE else 1.3) + 0.1
                if closeness(pair, n, at) > max(needed, 0.9) and not _by_a_figure(pair, sides):
                    yield Fault("opposite", f"The paragraph says “{other.text}”, not “{token.text}”")
                    return


def _by_a_figure(pair: Aligned, sides: dict[int, int]) -> bool:
    """Whether the nearest of two opposites before a figure of the sentence, where the paragraphs give it, is the sentence's."""
    for n in pair.said.all_of(Sort.FIGURE):
        for at, _ in pair.met[n]:
            before = reversed(pair.printed.tokens[max(0, at - 12) : at])
            side = next((side for token in before for row, side in sides_of(token) if row in sides), None)
            if side is not None and side in sides.values():
                return True
    return False


def _by_its_figure(pair: Aligned) -> Iterator[Fault]:
    """A word right by a figure by which the paragraphs, wherever they give it, have the word's opposite: "a £43 loss"."""
    for n in pair.said.all_of(Sort.FIGURE):
        figure = pair.said.tokens[n].figure
        if figure is None or figure.kind is Kind.COUNT or not pair.met[n] or is_clock(pair.said.tokens[n]):
            continue  # "closes at 12.15" of what is open until then
        for k in (*range(max(0, n - 2), n), *range(n + 1, min(n + 3, len(pair.said.tokens)))):
            sides = dict(sides_of(pair.said.tokens[k]))
            found = [_by(pair.printed, at, sides) for at, _ in pair.met[n]]
            if sides and all(found):
                yield Fault("opposite", f"The paragraph says “{found[0]}”, not “{pair.said.tokens[k].text}”")
                return


def _by(printed: Wording, at: int, sides: dict[int, int]) -> str:
    """The word within two of a figure that is the opposite of a word, that side itself not being near, or ""."""
    near = printed.tokens[max(0, at - 2) : at] + printed.tokens[at + 1 : at + 3]
    wide = printed.tokens[max(0, at - 5) : at] + printed.tokens[at + 1 : at + 6]
    if any(sides.get(row) == side for token in wide for row, side in sides_of(token)):
        return ""
    return next(
        (token.text for token in near for row, side in sides_of(token) if row in sides and sides[row] != side), ""
    )


def _prefixed(pair: Aligned, said: tuple[bool, ...], printed: tuple[bool, ...]) -> Iterator[Fault]:
    """ "Adequate" said where the paragraphs have only "inadequate", or the other way about, one of them not denied."""
    for n, token in enumerate(pair.said.tokens):
        if token.sort is not Sort.WORD or len(token.low) < 5 or token.stem in pair.printed.places:
            continue
        turned = [at for at in _turned_by(pair.printed, token) if is_turned(token.low, pair.printed.tokens[at].low)]
        if turned and all(said[n] == printed[at] for at in turned):
            yield Fault("opposite", f"The paragraph says “{pair.printed.tokens[turned[0]].text}”, not “{token.text}”")
            return


def _turned_by(printed: Wording, token: Token) -> list[int]:
    """Where words stand that a word may be turned to: those behind a prefix, and what it is itself behind one."""
    found = _behind_a_prefix(printed)
    for prefix in TURNING:
        if token.low.startswith(prefix):
            found = [*found, *printed.places.get(stem_of(token.low[len(prefix) :]), ())]
    return found


@read_once
def _behind_a_prefix(wording: Wording) -> list[int]:
    return [n for n, token in enumerate(wording.tokens) if token.sort is Sort.WORD and token.low.startswith(TURNING)]
