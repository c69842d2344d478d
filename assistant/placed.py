"""Whether a figure, time or name is given for the thing that the sentence gives it for. Pure."""

import re
from collections.abc import Iterator

from assistant.alignment import Aligned, Bound, misplaced, role_of
from assistant.entities import Entity, Form, entities
from assistant.faults import Fault
from assistant.moments import Moment
from assistant.polarity import points
from assistant.wording import Sort, Wording, weight_of

_EXCHANGE, _EXCHANGE_RATIO = 0.25, 1.07
_GAIN, _GAIN_RATIO = 0.28, 1.13
_MOST_NAMES = 8
_NAME_GAIN, _NAME_RATIO, _NAME_EXCHANGE_RATIO = 0.45, 1.15, 1.08


def _clear(bound: Bound) -> bool:
    if bound.claimed:
        return bound.gain > _EXCHANGE and bound.other > bound.own * _EXCHANGE_RATIO
    return bound.gain > _GAIN and bound.other > bound.own * _GAIN_RATIO


def correction_faults(pair: Aligned) -> Iterator[Fault]:
    """A figure that the paragraphs give as a mistake, told without its correction."""
    right = _corrected(pair.printed)
    if right is None or _says(pair, right) or _CORRECTING.search(pair.said.text):
        return
    if _says_wrong(pair, right):
        yield Fault("figure", f"The paragraph gives {pair.printed.tokens[right].text} as the correct figure")


def misplaced_figures(pair: Aligned) -> Iterator[Fault]:
    """Figures that the paragraphs give, but for another thing."""
    right = _corrected(pair.printed)
    if right is not None and _says(pair, right) and not _says_not(pair):
        return
    here = [n for n in pair.said.all_of(Sort.FIGURE) if pair.met[n]]
    there = pair.printed.all_of(Sort.FIGURE)
    like = {n: [at for at, _ in pair.met[n]] for n in here}
    unlike = {
        n: [at for at in there if at not in like[n] and _rivals(pair, n, at) and not _other_part(pair, n, like[n], at)]
        for n in here
    }
    claimed = {at for places in like.values() for at in places}
    if pairs := _bare_pair(pair, here):
        unlike = {n: [] if n in pairs else rivals for n, rivals in unlike.items()}
    for n in here:
        rival = next((at for at in unlike[n] if at not in claimed and _takes_its_words(pair, n, like[n], at)), None)
        if rival is not None or _is_the_whole(pair, n):
            yield _wrong_thing(pair, n, rival)
            return
    for bound in misplaced(pair, like, unlike):
        if bound.claimed and role_of(pair.said, bound.said) and not role_of(pair.printed, bound.own_at):
            continue  # the start and end of a change, which the paragraphs tell in another way: direction_faults judges it
        if _clear(bound):
            yield _wrong_thing(pair, bound.said, bound.other_at)


def _wrong_thing(pair: Aligned, n: int, rival: int | None) -> Fault:
    """The fault of a figure given for what the paragraphs give the rival for."""
    said, thing = pair.said.tokens[n].text, _thing(pair.said, n)
    if rival is None or not thing:
        return Fault("figure-for-another-thing", f"The paragraph gives {said} for something else")
    return Fault(
        "figure-for-another-thing", f"The paragraph gives {pair.printed.tokens[rival].text}, not {said}, for {thing}"
    )


def _other_part(pair: Aligned, n: int, own: list[int], rival: int) -> bool:
    """Whether a figure told as a part is a part in the paragraphs too, so that no whole is its rival, or the other way about."""
    timed = any(pair.said.near(n, at) > 0.3 for at in pair.said.all_of(Sort.MOMENT))
    if not timed and role_of(pair.printed, rival) == "from" and all(role_of(pair.printed, at) == "to" for at in own):
        return True  # "from 34 to 29": the words before stand nearer to 34, but 29 is what there is now
    part = role_of(pair.said, n) == "part"
    mine = any(role_of(pair.printed, at) == "part" for at in own)
    if part:
        return mine and role_of(pair.printed, rival) != "part"
    others = [at for at in pair.said.all_of(Sort.FIGURE) if at != n and role_of(pair.said, at) == "part"]
    return not mine and any(
        rival == at and role_of(pair.printed, at) == "part" for other in others for at, _ in pair.met[other]
    )


def _bare_pair(pair: Aligned, here: list[int]) -> tuple[int, ...]:
    """Two figures set side by side behind what they are figures of ("...: 41.7 per cent against 34.2"), or nothing."""
    for one, other in zip(here, here[1:], strict=False):
        before = pair.said.tokens[one - 1] if one else None
        between = {token.low for token in pair.said.tokens[one + 1 : other]}
        behind = pair.said.tokens[other + 1 :]
        if (
            before
            and before.low in (":", ",", "(", " - ")
            and between <= _VERSUS
            and all(token.sort in (Sort.STOP, Sort.BREAK) for token in behind)
        ):
            return one, other
    return ()


_VERSUS = frozenset("as against compared with to and versus than a , respectively".split())


def _takes_its_words(pair: Aligned, n: int, own: list[int], rival: int) -> bool:
    """Whether every telling word that the sentence sets beside a figure stands by the rival in the paragraphs, none by the figure."""
    ends = {"from", "to"}
    if role_of(pair.said, n) == "whole" or (
        role_of(pair.printed, rival) in ends and any(role_of(pair.printed, at) in ends for at in own)
    ):
        return False
    taken = 0
    for at, token in enumerate(pair.said.tokens):
        telling = token.sort is Sort.NAME or (token.sort is Sort.WORD and weight_of(token) == 1.0 and not points(token))
        if not telling or not pair.met[at] or pair.said.near(at, n) < 0.5:
            continue
        by_rival = max(pair.printed.near(place, rival) for place, _ in pair.met[at])
        by_own = max(pair.printed.near(place, mine) for place, _ in pair.met[at] for mine in own)
        if by_rival - by_own < 0.35:
            return False
        taken += 1
    return taken > 0


def _is_the_whole(pair: Aligned, n: int) -> bool:
    """Whether the sentence tells as the part ("six of the incidents") what the paragraphs tell as the whole ("5 of the 6")."""
    if role_of(pair.said, n) != "part" or not pair.met[n]:
        return False
    parts = [at for at in pair.printed.all_of(Sort.FIGURE) if role_of(pair.printed, at) == "part"]
    wholes = {at for at, _ in pair.met[n] if role_of(pair.printed, at) == "whole"}
    return (
        bool(wholes)
        and not any(at in parts for at, _ in pair.met[n])
        and any(0 < whole - at <= 3 for whole in wholes for at in parts)
    )


_CORRECTION = re.compile(
    r"\bcorrect(?:ed)? (?:figure|number|amount|sum|total)\b[^.]{0,30}?(?:is|was|being|to)\b|\bshould (?:have )?(?:read|been)\b|\bcorrected to\b",
    re.I,
)
_CORRECTING = re.compile(
    r"\b(?:said|reported|stated|incorrect|wrong|mistake|error|originally|first given|previously)", re.I
)


def _corrected(printed: Wording) -> int | None:
    """Position of the figure that the paragraphs give as the correct one, or None."""
    match = _CORRECTION.search(printed.text)
    if not match:
        return None
    return next((n for n in printed.all_of(Sort.FIGURE) if 0 <= printed.tokens[n].start - match.end() <= 40), None)


def _says(pair: Aligned, right: int) -> bool:
    return any(at == right for n in pair.said.all_of(Sort.FIGURE) for at, _ in pair.met[n])


def _says_not(pair: Aligned) -> bool:
    return any(token.figure is not None and token.figure.limit == "not" for token in pair.said.tokens)


def _says_wrong(pair: Aligned, right: int) -> bool:
    """Whether the sentence gives a figure that could be the one corrected."""
    return any(_rivals(pair, n, right) and pair.met[n] for n in pair.said.all_of(Sort.FIGURE))


def _rivals(pair: Aligned, said: int, printed: int) -> bool:
    """Whether two figures could stand for each other: one kind, and both changes or neither."""
    one, other = pair.said.tokens[said].figure, pair.printed.tokens[printed].figure
    if not one or not other or one.kind is not other.kind:
        return False
    return _is_change(pair.said, said) == _is_change(pair.printed, printed)


def _is_change(wording: Wording, n: int) -> bool:
    """Whether a figure tells by how much something changed or differs, not how much it is."""
    before = [token.low for token in wording.tokens[max(0, n - 3) : n]]
    after = [token.low for token in wording.tokens[n + 1 : n + 3]]
    changed = any(
        word in ("increase", "decrease", "rise", "fall", "reduction", "drop", "decline", "growth") for word in before
    )
    if before and before[-1] == "by":
        return any(
            direction in before for direction in ("rose", "rise", "risen", "fell", "fall", "fallen", "up", "down")
        ) or any(
            word.startswith(("increas", "decreas", "reduc", "grew", "grow", "drop", "declin", "cut", "climb"))
            for word in before
        )
    return (changed and before[-1:] in (["of"], ["by"])) or (
        bool(after) and after[0] in ("more", "fewer", "less", "higher", "lower") and after[1:] != ["or"]
    )


def _thing(wording: Wording, n: int) -> str:
    """The words nearest a figure in its clause, as the sentence has them."""
    words: list[str] = []
    for token in wording.tokens[n + 1 : n + 7]:
        if token.cost >= 0.35:
            break
        words.append(token.text)
    while words and words[-1].lower() in ("the", "of", "in", "a", "to", "for", "at", "were", "was", "had", "and", "on"):
        words.pop()
    if len(words) > 1:
        return " ".join(words)
    before: list[str] = []
    for token in reversed(wording.tokens[max(0, n - 7) : n]):
        if token.cost >= 0.35:
            break
        before.insert(0, token.text)
    return "“" + " ".join(before) + "”" if before else ""


def misplaced_moments(pair: Aligned) -> Iterator[Fault]:
    """Dates and years that the paragraphs give, but for another event."""
    here = [n for n in pair.said.all_of(Sort.MOMENT) if pair.met[n]]
    like = {n: [at for at, _ in pair.met[n]] for n in here}
    unlike = {
        n: [
            at
            for at in pair.printed.all_of(Sort.MOMENT)
            if at not in like[n] and _alike(pair.said.tokens[n].moment, pair.printed.tokens[at].moment)
        ]
        for n in here
    }
    for bound in misplaced(pair, like, unlike):
        if _clear(bound):
            said, other = pair.said.tokens[bound.said].moment, pair.printed.tokens[bound.other_at].moment
            yield Fault("date", f"The paragraph gives {other} for this, not {said}")


def _alike(one: Moment | None, other: Moment | None) -> bool:
    """Whether two times are told to the same fineness."""
    if one is None or other is None:
        return False
    return [part is None for part in (one.year, one.day, one.month, one.till)] == [
        part is None for part in (other.year, other.day, other.month, other.till)
    ]


def misplaced_names(pair: Aligned) -> Iterator[Fault]:
    """Names that the paragraphs give, but in another's part; people are laid beside people, bodies beside bodies."""
    named = entities(pair.printed)
    here = {}
    like: dict[int, list[int]] = {}
    unlike: dict[int, list[int]] = {}
    own_words: dict[int, frozenset[int]] = {}
    beside: dict[int, frozenset[int]] = {}
    said = entities(pair.said)
    seconded = "second" in pair.said.places
    if len(said) > _MOST_NAMES:
        return  # a list of who was there
    inside = {n for one in said for n in one.at}
    told = {at for n, places in enumerate(pair.met) if n not in inside for at, _ in places}
    for one in said:
        met = {at for n in one.at for at, _ in pair.met[n]}
        same = [
            other for other in named if one.stems & other.stems or (met & set(other.at) and other.form is Form.ACRONYM)
        ]
        if not same or one.form is Form.OTHER:
            continue
        here[one.head] = one
        own_words[one.head] = frozenset(one.at)
        like[one.head] = [other.head for other in same]
        unlike[one.head] = [
            other.head
            for other in named
            if other.form is one.form
            and other not in same
            and not told & set(other.at)
            and not (_seconds(pair.printed, other) and not seconded)
        ]
        beside[one.head] = frozenset(n for mate in said if _listed(pair.said, one, mate) for n in mate.at)
    heads = {other.head: other for other in named}
    for n, rivals in unlike.items():
        unlike[n] = [at for at in rivals if not any(at in like.get(mate, ()) for mate in beside[n])]
    for bound in misplaced(pair, like, unlike, own_words):
        if _clear_name(bound):
            yield Fault(
                "name", f"The paragraph says this of {heads[bound.other_at].text}, not of {here[bound.said].text}"
            )


def _seconds(wording: Wording, one: Entity) -> bool:
    """Whether a name is only that of a motion's seconder."""
    around = wording.tokens[max(0, one.at[0] - 2) : one.at[0]] + wording.tokens[one.head + 1 : one.head + 2]
    return any(token.stem == "second" for token in around)


def _listed(wording: Wording, one: Entity, other: Entity) -> bool:
    """Whether two names stand in one list, nothing but names, commas and "and" between them."""
    first, last = sorted((one, other), key=lambda entity: entity.head)
    between = wording.tokens[first.head + 1 : last.at[0]]
    return one is not other and all(token.sort is Sort.NAME or token.low in (",", "and", "or") for token in between)


def _clear_name(bound: Bound) -> bool:
    if bound.claimed:
        return bound.gain > _EXCHANGE and bound.other > bound.own * _NAME_EXCHANGE_RATIO
    return bound.gain > _NAME_GAIN and bound.other > bound.own * _NAME_RATIO
