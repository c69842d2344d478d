"""Whether a figure, time or name is given for the thing that the sentence gives it for. Pure."""

import re
from collections.abc import Iterator

from assistant.acts import is_past
from assistant.alignment import Aligned, Bound, misplaced
from assistant.faults import Fault
from assistant.listed import own_words, sides_with
from assistant.polarity import points
from assistant.tied import beside_its_own, is_range, is_total, tied
from assistant.told_as import end_of_a_period, role_of
from assistant.wording import Sort, Wording, read_once, weight_of

_EXCHANGE, _EXCHANGE_RATIO = 0.25, 1.07
_GAIN, _GAIN_RATIO = 0.25, 1.13


def clear(bound: Bound) -> bool:
    """Whether a rival fits so much better that the figure or time is another thing's."""
    if bound.claimed:
        return bound.gain > _EXCHANGE and bound.other > bound.own * _EXCHANGE_RATIO
    return bound.gain > _GAIN and bound.other > bound.own * _GAIN_RATIO


def correction_faults(pair: Aligned) -> Iterator[Fault]:
    """A figure that the paragraphs give as a mistake, told without its correction."""
    right = corrected(pair.printed)
    if right is None or _says(pair, right) or _CORRECTING.search(pair.said.text):
        return
    if _says_wrong(pair, right):
        yield Fault("figure", f"The paragraph gives {pair.printed.tokens[right].text} as the correct figure")


def misplaced_figures(pair: Aligned) -> Iterator[Fault]:
    """Figures that the paragraphs give, but for another thing."""
    right = corrected(pair.printed)
    if right is not None and _says(pair, right) and not _says_not(pair):
        return
    here = [n for n in pair.said.all_of(Sort.FIGURE) if pair.met[n]]
    if len(here) == 1 and _is_one(pair.said, here[0]):
        return
    if fault := _not_the_change(pair, here):
        yield fault
        return
    if any(_is_the_whole(pair, n) and role_of(pair.said, n) == "part" for n in here):
        yield _wrong_thing(pair, here[0], None)
        return
    owns = own_words(pair.printed)
    whole, here = here, [n for n in here if not _is_settled(pair, n, owns)]
    settled = {at for n in whole if n not in here for at, _ in pair.met[n]}
    there = [at for at in pair.printed.all_of(Sort.FIGURE) if at not in settled]
    like = {n: [at for at, _ in pair.met[n]] for n in here}
    unlike = {
        n: [at for at in there if at not in like[n] and _rivals(pair, n, at) and not _other_part(pair, n, like[n], at)]
        for n in here
    }
    for one, other in zip(here, here[1:], strict=False):
        if is_range(pair.said, one, other):  # "between 12 and 16": neither end stands for the other
            unlike[one] = [at for at in unlike[one] if at not in like[other]]
            unlike[other] = [at for at in unlike[other] if at not in like[one]]
    for one, other in zip(here, here[1:], strict=False):
        if _tells_a_change(pair, one, other, like):  # "from 18.8 to 21.2": no third figure is either's rival
            unlike[one] = [at for at in unlike[one] if at in like[other]]
            unlike[other] = [at for at in unlike[other] if at in like[one]]
    for n in here:
        if any(_goes_on(pair, at) for at in like[n]):
            unlike[n] = []
        sides = {at: [sides_with(pair, n, owns, own, at) for own in like[n]] for at in unlike[n]}
        unlike[n] = [at for at in unlike[n] if 1 not in sides[at]]
        if len(here) == 1 and (rival := next((at for at in unlike[n] if sides[at] and set(sides[at]) == {-1}), None)):
            yield _wrong_thing(pair, n, rival)
            return
    claimed = {at for places in like.values() for at in places}
    if pairs := _bare_pair(pair, here):
        unlike = {n: [] if n in pairs else rivals for n, rivals in unlike.items()}
    for n in here:
        if (rival := _other_end(pair, n, like[n])) is not None:
            yield _wrong_thing(pair, n, rival)
            return
        rival = next(
            (at for at in unlike[n] if at not in claimed and _takes_its_place(pair, n, like[n], at)),
            None,
        )
        if rival is not None or _is_the_whole(pair, n):
            yield _wrong_thing(pair, n, rival)
            return
    for bound in misplaced(pair, like, unlike):
        if bound.claimed and role_of(pair.said, bound.said) and not role_of(pair.printed, bound.own_at):
            continue  # the start and end of a change, which the paragraphs tell in another way: direction_faults judges it
        if clear(bound):
            yield _wrong_thing(pair, bound.said, bound.other_at)
            return


def _is_settled(pair: Aligned, n: int, owns: dict[int, frozenset[int]]) -> bool:
    """Whether a figure stands so by its own words that no other is its rival; in a list, its own item's words say so."""
    if is_total(pair, n):
        return True
    own = [at for at, _ in pair.met[n]]
    listed = [at for at in pair.printed.all_of(Sort.FIGURE) if at not in own and _rivals(pair, n, at)]
    met = {at for places in pair.met for at, _ in places}
    counts = any(at + 1 in met or role_of(pair.printed, at) for at in own)  # "seven visits", "up from seven"
    if not counts and any({sides_with(pair, n, owns, mine, at) for mine in own} == {-1} for at in listed):
        return False
    return beside_its_own(pair, n) or tied(pair, n)


def _tells_a_change(pair: Aligned, one: int, other: int, like: dict[int, list[int]]) -> bool:
    """Whether two figures are told as a change's start and end, and stand in one sentence of the paragraphs."""
    if {role_of(pair.said, one), role_of(pair.said, other)} != {"from", "to"}:
        return False
    ends = [(min(a, b), max(a, b)) for a in like[one] for b in like[other]]
    return any(not any(token.cost >= 0.8 for token in pair.printed.tokens[low:high]) for low, high in ends)


def _is_pronoun(wording: Wording, n: int) -> bool:
    """Whether a "one" counts nothing ("unable to get one")."""
    behind = wording.tokens[n + 1] if n + 1 < len(wording.tokens) else None
    if not _is_one(wording, n) or behind is None:
        return _is_one(wording, n)
    return behind.low == "due" or (behind.sort is not Sort.WORD and behind.low not in ("as", "of"))


def _is_one(wording: Wording, n: int) -> bool:
    """Whether a figure is a bare "one", which is as often a pronoun as a number."""
    return wording.tokens[n].low == "" and wording.tokens[n].text.lower() == "one"


_EARLIER = re.compile(
    r"\b(?:from|before|previous\w*|earlier|initial\w*|original\w*|start\w*|beg[au]n\w*|ago|used to|had been|last|prior|former\w*|once|at first|then|against|compared|opening|already)\b",
    re.I,
)


def _not_the_change(pair: Aligned, here: list[int]) -> Fault | None:
    """The end of a change told as its size ("fell by" for "fell to"), or its start as how things stand."""
    if len(here) != 1:
        return None
    roles = {role_of(pair.printed, at) for at, _ in pair.met[here[0]]}
    by = here[0] > 0 and pair.said.tokens[here[0] - 1].low == "by" and _is_change(pair.said, here[0])
    if by and roles and roles <= {"from", "to"}:
        return _wrong_thing(pair, here[0], None)
    to = role_of(pair.said, here[0]) == "to"
    if to and all(
        _is_change(pair.printed, at) and pair.printed.tokens[at - 1].low == "by" for at, _ in pair.met[here[0]]
    ):
        return _wrong_thing(pair, here[0], None)
    now = not _EARLIER.search(pair.said.text) and not pair.said.all_of(Sort.MOMENT)
    ends = any(
        role_of(pair.printed, at) == "to" for at in pair.printed.all_of(Sort.FIGURE) if _rivals(pair, here[0], at)
    )
    return _wrong_thing(pair, here[0], None) if roles == {"from"} and now and ends else None


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
    if all(role_of(pair.printed, at) == "from" for at in own) and _EARLIER.search(pair.said.text):
        return True  # "72, up from 55 under the previous provider": the words before are the earlier figure's too
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


def _goes_on(pair: Aligned, at: int) -> bool:
    """Whether a figure opens a sentence of the paragraphs that goes on about the last one's subject, and the sentence has its deed.

    "97% of the tenants had a letter. 94% had a visit": the tenants are the second's too.
    """
    tokens = pair.printed.tokens
    opens = at > 0 and tokens[at - 1].sort is Sort.BREAK and tokens[at - 1].cost >= 0.7
    if not opens or at + 1 >= len(tokens) or tokens[at + 1].low not in _GOING_ON:
        return False
    end = next(
        (n for n in range(at, len(tokens)) if tokens[n].sort is Sort.BREAK and tokens[n].cost >= 0.8), len(tokens)
    )
    met = {place for places in pair.met for place, strength in places if strength == 1.0}
    telling = [n for n in range(at + 1, end) if tokens[n].sort is Sort.WORD and weight_of(tokens[n]) >= 1.0]
    return bool(telling) and any(n in met for n in telling[:3])


_GOING_ON = frozenset("had have has were was are is did do will would could".split())


def _other_end(pair: Aligned, n: int, own: list[int]) -> int | None:
    """Position of the figure that a period began or ended with where the sentence has another for it, or None."""
    end = end_of_a_period(pair.said, n)
    if not end or role_of(pair.said, n) != end or any(role_of(pair.printed, at) == end for at in own):
        return None
    return next(
        (
            at
            for at in pair.printed.all_of(Sort.FIGURE)
            if _rivals(pair, n, at) and end_of_a_period(pair.printed, at) == end
        ),
        None,
    )


def _takes_its_place(pair: Aligned, n: int, own: list[int], rival: int) -> bool:
    """Whether a name or word beside a figure stands by the rival, the figure's own being one that the sentence leaves out.

    "23 in Quay Street", where the paragraphs give 23 for the High Street and 6 for Quay Street.
    """
    taken = False
    for at, token in enumerate(pair.said.tokens):
        telling = token.sort is Sort.NAME or (token.sort is Sort.WORD and weight_of(token) == 1.0 and not points(token))
        if telling and pair.met[at] and pair.said.near(at, n) > 0.7:
            by_rival = max(pair.printed.near(place, rival) for place, _ in pair.met[at])
            by_own = max(pair.printed.near(place, mine) for place, _ in pair.met[at] for mine in own)
            taken = taken or (by_rival > 0.7 and by_own < 0.4)
    if not taken or role_of(pair.said, n):
        return False
    met = {place for places in pair.met for place, _ in places}
    return any(
        token.sort is Sort.NAME and place not in met and pair.printed.near(place, mine) > 0.7
        for mine in own
        for place, token in enumerate(pair.printed.tokens)
    )


def _is_the_whole(pair: Aligned, n: int) -> bool:
    """Whether the sentence tells as the part ("six of the incidents") what the paragraphs tell as the whole ("5 of the 6")."""
    if not pair.met[n]:
        return False
    if role_of(pair.said, n) != "part":
        return _is_deed_of_the_part(pair, n)
    parts = [at for at in pair.printed.all_of(Sort.FIGURE) if role_of(pair.printed, at) == "part"]
    wholes = {at for at, _ in pair.met[n] if role_of(pair.printed, at) == "whole"}
    return (
        bool(wholes)
        and not any(at in parts for at, _ in pair.met[n])
        and any(0 < whole - at <= 3 for whole in wholes for at in parts)
    )


def _is_deed_of_the_part(pair: Aligned, n: int) -> bool:
    """Whether the sentence says of the whole what the paragraphs say of the part ("interviewed four of the 23 applicants")."""
    if role_of(pair.said, n) or len(pair.said.all_of(Sort.FIGURE)) > 1:
        return False
    tokens = pair.printed.tokens
    parts = [at for at in pair.printed.all_of(Sort.FIGURE) if role_of(pair.printed, at) == "part"]
    behind = [next((part for part in parts if 0 < at - part <= 4), None) for at, _ in pair.met[n]]
    met = {at for places in pair.met for at, _ in places}
    return all(
        part is not None and any(at in met and is_past(tokens[at]) for at in range(max(part - 2, 0), part))
        for part in behind
    )


_CORRECTION = re.compile(
    r"\bcorrect(?:ed)? (?:figure|number|amount|sum|total)\b[^.]{0,30}?(?:is|was|being|to)\b|\bshould (?:have )?(?:read|been)\b|\bcorrected to\b",
    re.I,
)
_CORRECTING = re.compile(
    r"\b(?:said|reported|stated|incorrect|wrong|mistake|error|originally|first given|previously)", re.I
)


@read_once
def corrected(printed: Wording) -> int | None:
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
    if not one or not other or one.kind is not other.kind or _is_pronoun(pair.printed, printed):
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
