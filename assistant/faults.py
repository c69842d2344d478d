"""Faults of direction, decision, denial, opposites and scope. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.alignment import Aligned, affinity, closeness, misplaced, role_of
from assistant.decided import Deed, deeds, is_firm, is_formal, is_generic, proposes, recommends
from assistant.polarity import compared, denied, deniers, directions, reach, sided, sides_of
from assistant.wording import Sort, Wording, weight_of
from assistant.words import stem_of


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a sentence: a class and a reason in plain English."""

    flaw: str
    reason: str


_AGAINST = {"up": "down", "down": "up", "better": "worse", "worse": "better"}


_RANGE = re.compile(r"\bfrom (£?\d[\d,.]*\d|£?\d)(%?)[^.;]{0,40}? to (£?\d[\d,.]*\d|£?\d)(%?)", re.I)


def turned_faults(pair: Aligned) -> Iterator[Fault]:
    """ "From 800 to 400" where the paragraphs go from 400 to 800."""
    printed = {(match[1], match[3]) for match in _RANGE.finditer(pair.printed.text)}
    for match in _RANGE.finditer(pair.said.text):
        first, last = match[1], match[3]
        if first != last and (last, first) in printed and (first, last) not in printed:
            yield Fault("direction", f"The paragraph goes from {last} to {first}, not from {first} to {last}")


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
    like = {n: [at for at, other in printed.items() if other == way] for n, way in said.items()}
    unlike = {n: [at for at, other in printed.items() if other == _AGAINST.get(way)] for n, way in said.items()}
    for bound in misplaced(pair, like, unlike):
        if bound.claimed and bound.gain > 0.3 and bound.other > bound.own * 1.04:
            yield Fault(
                "direction",
                f"The paragraph says “{pair.printed.tokens[bound.other_at].text}”, not “{pair.said.tokens[bound.said].text}”",
            )
            return
    for n, way in said.items():
        against = unlike[n]
        if not against:
            continue
        own = max((closeness(pair, n, at) for at in like[n]), default=0.0)
        other, at = max((closeness(pair, n, at), at) for at in against)
        if other > max(own * 1.25 + 0.05, 0.48) and not _figures_agree(pair, n, way, at):
            yield Fault(
                "direction", f"The paragraph says “{pair.printed.tokens[at].text}”, not “{pair.said.tokens[n].text}”"
            )


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
                and any(pair.printed.tokens[at].stem == pair.said.tokens[n].stem for at, _ in pair.met[n])
            ):
                continue
            told = (
                f"“{pair.printed.tokens[next(iter(against))].text}”, not “{word}”"
                if against
                else f"nothing of “{word}”"
            )
            yield Fault("decision", f"The paragraph says {told}")
            return
        for at in against if own is not None else ():
            beside = any(
                pair.printed.near(at, place) > (0.3 if against[at] in (Deed.PROPOSED, Deed.UNREAL) else 0.6)
                for place in _bearing(pair, n, deed, printed, True)
            )
            if not beside and affinity(pair, n, at) > (own or 0.0) * 1.15 + 0.3:
                yield Fault("decision", f"The paragraph says “{pair.printed.tokens[at].text}”, not “{word}”")
                return


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


def denial_faults(pair: Aligned) -> Iterator[Fault]:
    """What the paragraphs deny and the sentence says, or the other way about."""
    for here, there in ((pair.said, pair.printed), (pair.printed, pair.said)):
        if word := _put_in(here, there):
            yield Fault("negation", f"The paragraph {'does not say' if here is pair.said else 'says'} “{word}”")
            return
    said, printed = denied(pair.said), denied(pair.printed)
    turned: dict[int, int] = {}
    for n, token in enumerate(pair.said.tokens):
        if token.sort is Sort.STOP or not pair.met[n]:
            continue
        same = max(
            (affinity(pair, n, at) * strength for at, strength in pair.met[n] if printed[at] == said[n]), default=0.0
        )
        other, at = max(
            ((affinity(pair, n, at) * strength, at) for at, strength in pair.met[n] if printed[at] != said[n]),
            default=(0.0, -1),
        )
        if other > same * 1.15 + 0.1:
            turned[n] = at
    for start in deniers(pair.said):
        scope = [n for n in reach(pair.said, start) if pair.met[n] and pair.said.tokens[n].sort is not Sort.NAME]
        whole = sum(max(weight_of(pair.said.tokens[n]), 0.5) for n in scope)
        part = sum(max(weight_of(pair.said.tokens[n]), 0.5) for n in scope if n in turned)
        key = next((n for n in scope if weight_of(pair.said.tokens[n]) >= 1.0), None)
        if key is not None and key not in turned and any(printed[at] for at, _ in pair.met[key]):
            continue  # "had not settled", "nothing was settled": what is denied first is denied in both
        if part > 0.6 * whole and not _denied_by_word(pair, scope):
            yield Fault("negation", f"The paragraph does not say “{pair.said.tokens[start].text}”")
            return
    if fault := _nobody(pair, printed):
        yield fault
        return
    if any(token.low in ("not", "no") for token in pair.said.tokens) or Deed.REFUSED in deeds(pair.said).values():
        return
    if deniers(pair.said):
        return
    met_there = {at for places in turned.items() for at in [places[1]] if not said[places[0]]}
    for start in deniers(pair.printed):
        if _only_then(pair, start):
            continue
        scope = [at for at in reach(pair.printed, start) if pair.printed.tokens[at].sort is not Sort.STOP]
        whole = sum(weight_of(pair.printed.tokens[at]) for at in scope)
        part = sum(weight_of(pair.printed.tokens[at]) for at in scope if at in met_there)
        sure = any(at in met_there and _same_word(pair, at) for at in scope)
        if (sure or part >= 1.7) and part >= 0.7 and part >= 0.5 * min(whole, 4.0):
            words = " ".join(token.text for token in pair.printed.tokens[start : start + 5])
            yield Fault("negation", f"The paragraph says “{words}”")
            return


def _nobody(pair: Aligned, printed: tuple[bool, ...]) -> Fault | None:
    """ "Nobody abstained" where the paragraphs, which deny nothing of it, tell of a number that did."""
    for start in deniers(pair.said):
        if pair.said.tokens[start].low not in ("nobody", "none", "no", "never", "nothing"):
            continue
        scope = [n for n in reach(pair.said, start) if pair.said.tokens[n].sort is Sort.WORD and pair.met[n]]
        first = next((n for n in scope if weight_of(pair.said.tokens[n]) >= 1.0), None)
        places = [at for at, strength in pair.met[first] if strength >= 0.7] if first is not None else []
        counted = [at for at in places if at and _counts(pair.printed, at)]
        if places and len(counted) == len(places) and not any(printed[at] for at in places):
            return Fault("negation", f"The paragraph does not say “{pair.said.tokens[start].text}”")
    return None


def _counts(printed: Wording, at: int) -> bool:
    """Whether a number other than nought stands before a word of the paragraphs."""
    before = printed.tokens[max(0, at - 2) : at]
    return any(token.figure is not None and token.figure.value > 0 for token in before)


def _put_in(here: Wording, there: Wording) -> str | None:
    """A "not" that stands in one text between words that stand in the other without it, or None."""
    words = [token for token in here.tokens if token.sort is not Sort.BREAK]
    others = "\n".join(token.low or token.text for token in there.tokens if token.sort is not Sort.BREAK)
    for n, token in enumerate(words):
        if token.low in ("not", "never") and 1 < n < len(words) - 2:
            around = [other.low or other.text for other in (*words[n - 2 : n], *words[n + 1 : n + 3])]
            if "\n".join(around) in others:
                return token.text
    return None


def _same_word(pair: Aligned, at: int) -> bool:
    """Whether the sentence has a denied word of the paragraphs itself, not a synonym of it."""
    return any(token.stem == pair.printed.tokens[at].stem for token in pair.said.tokens if token.stem)


def _only_then(pair: Aligned, start: int) -> bool:
    """Whether a denial holds only until or unless something: "no member may sit until trained" says that the trained may."""
    return any(
        token.low in ("until", "unless", "without", "except") for token in pair.printed.tokens[start + 1 : start + 16]
    )


def _denied_by_word(pair: Aligned, scope: list[int]) -> bool:
    """Whether the paragraphs deny by the word itself: "unsuccessful", "under-used", "refused"."""
    for n in reach_of(pair, scope):
        if any(_turned(pair.said.tokens[n].low, token.low) for token in pair.printed.tokens if token.sort is Sort.WORD):
            return True
    for n in scope:
        sides = dict(sides_of(pair.said.tokens[n]))
        stems = {pair.said.tokens[place].stem for place in scope}
        met = {at for place in scope for at, _ in pair.met[place]}
        close = [
            token
            for at, token in enumerate(pair.printed.tokens)
            if (at not in met or token.stem not in stems)
            and any(pair.printed.near(at, place) > 0.4 for place, _ in pair.met[n])
        ]
        for token in close:
            if any(row in sides and sides[row] != side for row, side in sides_of(token)):
                return True
            if token.low in _NOT_QUITE or _REFUSING.match(token.low):
                return True
            if (match := _PREFIXED.match(token.low)) and stem_of(match[1])[:5] == pair.said.tokens[n].stem[:5]:
                return True
    return False


def reach_of(pair: Aligned, scope: list[int]) -> list[int]:
    """The words from the first of a denial's scope to the end of its clause."""
    start = min(scope, default=0)
    return [n for n in range(start, min(start + 12, len(pair.said.tokens))) if pair.said.tokens[n].sort is Sort.WORD]


_REFUSING = re.compile(
    r"refus|reject|declin|lost\b|fail|defer|withdr|dismiss|prevent|avoid|cease|lack|absen|exclu|unable|without", re.I
)
_NOT_QUITE = frozenset(
    "under only rather instead before until unless yet still awaiting outstanding exempt vacant remains barely hardly".split()
)
_PREFIXED = re.compile(r"(?:un|dis|in|im|under|non)(\w{4,})", re.I)


_IMPROVE = stem_of("improvement")


def _is_rating(pair: Aligned, at: int) -> bool:
    """Whether "improvement" is the inspectors' "requires improvement"."""
    return at > 0 and pair.printed.tokens[at - 1].low.startswith("requir")


def opposite_faults(pair: Aligned) -> Iterator[Fault]:
    """A word whose opposite the paragraphs use of the same thing; "did not accept" and "rejected" agree."""
    said, printed = denied(pair.said), denied(pair.printed)
    yield from _prefixed(pair, said, printed)
    for n, token in enumerate(pair.said.tokens):
        sides = dict(sides_of(token))
        if not sides:
            continue
        same = max((closeness(pair, n, at) for at, _ in pair.met[n]), default=0.0)
        for at in sided(pair.printed):
            other = pair.printed.tokens[at]
            if other.stem == _IMPROVE and not _is_rating(pair, at):
                continue
            if said[n] == printed[at] and any(row in sides and sides[row] != side for row, side in sides_of(other)):
                needed = same * (2.0 if other.stem == _IMPROVE else 1.3) + 0.1
                if closeness(pair, n, at) > max(needed, 0.9):
                    yield Fault("opposite", f"The paragraph says “{other.text}”, not “{token.text}”")
                    return


_TURNING = ("un", "in", "im", "ir", "il", "dis", "non", "mis")


def _prefixed(pair: Aligned, said: tuple[bool, ...], printed: tuple[bool, ...]) -> Iterator[Fault]:
    """ "Adequate" said where the paragraphs have only "inadequate", or the other way about, one of them not denied."""
    for n, token in enumerate(pair.said.tokens):
        if token.sort is not Sort.WORD or len(token.low) < 5 or token.stem in pair.printed.places:
            continue
        for at, other in enumerate(pair.printed.tokens):
            if other.sort is Sort.WORD and said[n] == printed[at] and _turned(token.low, other.low):
                yield Fault("opposite", f"The paragraph says “{other.text}”, not “{token.text}”")
                return


def _turned(one: str, other: str) -> bool:
    """Whether one word is the other behind a prefix that turns it round."""
    shorter, longer = sorted((one, other), key=len)
    return any(longer.startswith(prefix) and stem_of(longer[len(prefix) :]) == stem_of(shorter) for prefix in _TURNING)
