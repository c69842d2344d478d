"""Whether a figure, time or name is given for the thing that the sentence gives it for. Pure."""

from collections.abc import Iterator
from itertools import combinations, islice

from assistant.language.annotated import AnnotatedText, TokenKind, weight_of
from assistant.language.direction import points
from assistant.language.figure_roles import end_of_a_period, ends_a_range, is_clock, is_range, role_of
from assistant.support.alignment import Aligned, clear, misplaced
from assistant.support.fault import Fault, Flaw
from assistant.support.rules.attachment.corrected import corrected, says, says_not
from assistant.support.rules.attachment.listed import labels, own_words, sides_with
from assistant.support.rules.attachment.multiplied import may_be_the_part, wholes
from assistant.support.rules.attachment.parts import (
    EARLIER,
    is_the_whole,
    is_the_yardstick,
    is_told_as_the_yardstick,
    other_part,
)
from assistant.support.rules.attachment.rivals import could_stand_for, is_change, is_one, is_pronoun
from assistant.support.rules.attachment.rows import in_its_row
from assistant.support.rules.attachment.tied import beside_its_own, is_total, other_tie, tied
from assistant.support.rules.attachment.votes import counted
from assistant.support.rules.presence.reckoned import is_difference


def misplaced_figures(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the paragraphs give a figure of the sentence for another thing."""
    right = corrected(pair.source)
    if right is not None and says(pair, right) and not says_not(pair):
        return
    votes = counted(pair)
    here = [n for n in pair.sentence.all_of(TokenKind.FIGURE) if pair.met[n] and n not in votes]
    if len(here) == 1 and is_one(pair.sentence, here[0]):
        return
    if fault := _not_the_change(pair, here):
        yield fault
        return
    if any(is_the_whole(pair, n) and role_of(pair.sentence, n) == "part" for n in here):
        yield _wrong_thing(pair, here[0], None)
        return
    if (
        tied_elsewhere := next((found for n in here if not in_its_row(pair, n) and (found := other_tie(pair, n))), None)
    ) is not None:
        yield _wrong_thing(pair, *tied_elsewhere)
        return
    for n in here:
        others = (at for at in pair.source.all_of(TokenKind.FIGURE) if could_stand_for(pair, n, at))
        if (rival := is_the_yardstick(pair, n, others)) is not None:
            yield _wrong_thing(pair, n, rival)
            return
    owns = own_words(pair.source)
    shared = {at for n in here for at in wholes(pair, n)}
    open_ = [
        n
        for n in here
        if not (
            is_pronoun(pair.sentence, n) or any(at in shared for at, _ in pair.met[n]) or _is_settled(pair, n, owns)
        )
    ]
    settled = {at for n in here if n not in open_ for at, _ in pair.met[n]}
    like = {n: [at for at, _ in pair.met[n]] for n in open_}
    unlike = _rivals(pair, like, settled)
    yield from islice(_misplaced(pair, like, unlike, owns), 1)


def _misplaced(
    pair: Aligned, like: dict[int, list[int]], unlike: dict[int, list[int]], owns: dict[int, frozenset[int]]
) -> Iterator[Fault]:
    """The faults of figures whose rivals' words the sentence has: in a list, in a place, at a change's other end, by all around."""
    right: dict[int, set[int]] = {}
    for n, own in like.items():
        sides = {at: {sides_with(pair, n, owns, mine, at) for mine in own} for at in unlike[n]}
        right[n] = {at for at in unlike[n] if 1 in sides[at]}
        unlike[n] = [at for at in unlike[n] if at not in right[n]]
        if (len(like) == 1 or wholes(pair, n) or _is_labelled(pair, n, own, unlike[n])) and (
            rival := next((at for at in unlike[n] if sides[at] == {-1}), None)
        ):
            yield _wrong_thing(pair, n, rival)
    for n, own in like.items():  # where one of two stands rightly, the other does
        done = {at for m in like if right[m] & set(own) for at in like[m]}
        unlike[n] = [at for at in unlike[n] if at not in done]
    if swapped := next(_exchanged(pair, like, owns), None):
        yield swapped
    if pairs := _bare_pair(pair, list(like)):
        unlike |= {n: [] for n in pairs}
    claimed = {at for places in like.values() for at in places}
    for n, own in like.items():
        places = (at for at in unlike[n] if at not in claimed and _takes_its_place(pair, n, own, at))
        rival = _other_end(pair, n, own)
        rival = next(places, None) if rival is None else rival
        if rival is not None or is_the_whole(pair, n):
            yield _wrong_thing(pair, n, rival)
    for bound in misplaced(pair, like, unlike):
        if bound.claimed and role_of(pair.sentence, bound.sentence_at) and not role_of(pair.source, bound.own_at):
            continue  # the start and end of a change, which the paragraphs tell in another way: direction_faults judges it
        if clear(bound):
            yield _wrong_thing(pair, bound.sentence_at, bound.other_at)


def _exchanged(pair: Aligned, like: dict[int, list[int]], owns: dict[int, frozenset[int]]) -> Iterator[Fault]:
    """Two figures of a list that the sentence gives with each other's words: "93 at the quay and 217 at the pier"."""
    one_place = {n: own[0] for n, own in like.items() if len(own) == 1}
    for one, other in combinations(one_place, 2):
        here, there = one_place[one], one_place[other]
        if here == there or not could_stand_for(pair, one, there):
            continue
        if sides_with(pair, one, owns, here, there) == sides_with(pair, other, owns, there, here) == -1:
            yield _wrong_thing(pair, one, there)


def _rivals(pair: Aligned, like: dict[int, list[int]], settled: set[int]) -> dict[int, list[int]]:
    """For each figure of the sentence the figures of the paragraphs that it might rightly stand in the place of."""
    there = [at for at in pair.source.all_of(TokenKind.FIGURE) if at not in settled]
    found = {
        n: [at for at in there if at not in own and could_stand_for(pair, n, at) and not other_part(pair, n, own, at)]
        for n, own in like.items()
    }
    figures = [n for n in pair.sentence.all_of(TokenKind.FIGURE) if pair.met[n]]
    places = {n: [at for at, _ in pair.met[n]] for n in figures}
    kept: dict[int, list[int]]
    dropped: dict[int, list[int]]
    for one, other in zip(figures, figures[1:], strict=False):
        range_ = is_range(pair.sentence, one, other) and not _beside_one_name(pair, places[one], places[other])
        if not range_ and _tells_a_change(
            pair, one, other, places
        ):  # "from 18.8 to 21.2": no third figure is either's rival
            kept, dropped = places, {}
        elif range_:  # "between 12 and 16": neither end stands for the other
            kept, dropped = {}, places
        else:
            continue
        for this, that in ((one, other), (other, one)):
            if this in found:
                found[this] = [
                    at for at in found[this] if at in kept.get(that, found[this]) and at not in dropped.get(that, [])
                ]
    for n in like:
        if beside := wholes(pair, n):
            found[n] = [at for at in found[n] if at not in beside and may_be_the_part(pair, at, like[n])]
        if all(ends_a_range(pair.source, at) for at in like[n]):
            found[n] = [at for at in found[n] if ends_a_range(pair.source, at)]
        if any(_goes_on(pair, at) for at in like[n]) or is_difference(pair, n):
            found[n] = []
    return found


def _is_settled(pair: Aligned, n: int, owns: dict[int, frozenset[int]]) -> bool:
    """Whether a figure stands so by its own words that no other is its rival; in a list, its own item's words say so."""
    if is_told_as_the_yardstick(pair, n):
        return True
    if is_total(pair, n) or in_its_row(pair, n):
        return True
    own = [at for at, _ in pair.met[n]]
    listed = [at for at in pair.source.all_of(TokenKind.FIGURE) if at not in own and could_stand_for(pair, n, at)]
    if _is_labelled(pair, n, own, listed):
        return False
    met = {at for places in pair.met for at, _ in places}
    counts = any(at + 1 in met or role_of(pair.source, at) for at in own)  # "seven visits", "up from seven"
    if not counts and any({sides_with(pair, n, owns, mine, at) for mine in own} == {-1} for at in listed):
        return False
    return beside_its_own(pair, n) or tied(pair, n)


def _is_labelled(pair: Aligned, n: int, own: list[int], rivals: list[int]) -> bool:
    """Whether a rival, and not the figure itself, stands in brackets behind a word that the sentence has for it."""
    return any(labels(pair, n, at) for at in rivals) and not any(labels(pair, n, at) for at in own)


def _tells_a_change(pair: Aligned, one: int, other: int, like: dict[int, list[int]]) -> bool:
    """Whether two figures are told as a change's start and end, and stand in one sentence of the paragraphs."""
    if {role_of(pair.sentence, one), role_of(pair.sentence, other)} != {"from", "to"}:
        return False
    ends = [(min(a, b), max(a, b)) for a in like[one] for b in like[other]]
    if _beside_one_name(pair, like[one], like[other]):
        return True
    return any(not any(token.boundary >= 0.8 for token in pair.source.tokens[low:high]) for low, high in ends)


def _beside_one_name(pair: Aligned, starts: list[int], ends: list[int]) -> bool:
    """Whether a name that the sentence has stands right before a change's start, and further on right before its end."""
    return any(
        {place + 1 for place, _ in places} & set(starts)
        and {place + 1 for place, _ in places if place + 1 > min(starts)} & set(ends)
        for token, places in zip(pair.sentence.tokens, pair.met, strict=True)
        if token.text[0].isupper()
    )


def _not_the_change(pair: Aligned, here: list[int]) -> Fault | None:
    """The end of a change told as its size ("fell by" for "fell to"), or its start as how things stand."""
    if len(here) != 1 or wholes(pair, here[0]):
        return None
    roles = {role_of(pair.source, at) for at, _ in pair.met[here[0]]}
    if is_clock(pair.sentence.tokens[here[0]]):
        turned = {"from": "to", "to": "from"}.get(role_of(pair.sentence, here[0]))
        return _wrong_thing(pair, here[0], None) if roles == {turned} else None
    by = here[0] > 0 and pair.sentence.tokens[here[0] - 1].low == "by" and is_change(pair.sentence, here[0])
    if by and roles and roles <= {"from", "to"}:
        return _wrong_thing(pair, here[0], None)
    to = role_of(pair.sentence, here[0]) == "to"
    if to and all(is_change(pair.source, at) and pair.source.tokens[at - 1].low == "by" for at, _ in pair.met[here[0]]):
        return _wrong_thing(pair, here[0], None)
    now = not EARLIER.search(pair.sentence.text) and not pair.sentence.all_of(TokenKind.MOMENT)
    ends = any(
        role_of(pair.source, at) == "to"
        for at in pair.source.all_of(TokenKind.FIGURE)
        if could_stand_for(pair, here[0], at)
    )
    return _wrong_thing(pair, here[0], None) if roles == {"from"} and now and ends else None


def _wrong_thing(pair: Aligned, n: int, rival: int | None) -> Fault:
    """The fault of a figure given for what the paragraphs give the rival for."""
    sentence, thing = pair.sentence.tokens[n].text, _thing(pair.sentence, n)
    if rival is None or not thing:
        return Fault(Flaw.OTHER_THING, f"The paragraph gives {sentence} for something else")
    return Fault(Flaw.OTHER_THING, f"The paragraph gives {pair.source.tokens[rival].text}, not {sentence}, for {thing}")


def _bare_pair(pair: Aligned, here: list[int]) -> tuple[int, ...]:
    """Two figures set side by side behind what they are figures of ("...: 41.7 per cent against 34.2"), or nothing."""
    for one, other in zip(here, here[1:], strict=False):
        before = pair.sentence.tokens[one - 1] if one else None
        between = {token.low for token in pair.sentence.tokens[one + 1 : other]}
        behind = pair.sentence.tokens[other + 1 :]
        if (
            before
            and before.low in (":", ",", "(", " - ")
            and between <= _VERSUS
            and all(token.kind in (TokenKind.STOP, TokenKind.BREAK) for token in behind)
        ):
            return one, other
    return ()


_VERSUS = frozenset("as against compared with to and versus than a , respectively".split())


def _goes_on(pair: Aligned, at: int) -> bool:
    """Whether a figure opens a sentence of the paragraphs that goes on about the last one's subject, and the sentence has its deed.

    "97% of the tenants had a letter. 94% had a visit": the tenants are the second's too.
    """
    tokens = pair.source.tokens
    opens = at > 0 and tokens[at - 1].kind is TokenKind.BREAK and tokens[at - 1].boundary >= 0.7
    if not opens or at + 1 >= len(tokens) or tokens[at + 1].low not in _GOING_ON:
        return False
    end = next(
        (n for n in range(at, len(tokens)) if tokens[n].kind is TokenKind.BREAK and tokens[n].boundary >= 0.8),
        len(tokens),
    )
    met = {place for places in pair.met for place, strength in places if strength == 1.0}
    telling = [n for n in range(at + 1, end) if tokens[n].kind is TokenKind.WORD and weight_of(tokens[n]) >= 1.0]
    return bool(telling) and any(n in met for n in telling[:3])


_GOING_ON = frozenset("had have has were was are is did do will would could".split())


def _other_end(pair: Aligned, n: int, own: list[int]) -> int | None:
    """Position of the figure that a period began or ended with where the sentence has another for it, or None."""
    end = end_of_a_period(pair.sentence, n)
    if not end or role_of(pair.sentence, n) != end or any(role_of(pair.source, at) == end for at in own):
        return None
    return next(
        (
            at
            for at in pair.source.all_of(TokenKind.FIGURE)
            if could_stand_for(pair, n, at) and end_of_a_period(pair.source, at) == end
        ),
        None,
    )


def _takes_its_place(pair: Aligned, n: int, own: list[int], rival: int) -> bool:
    """Whether a name or word beside a figure stands by the rival, the figure's own being one that the sentence leaves out.

    "23 in Quay Street", where the paragraphs give 23 for the High Street and 6 for Quay Street.
    """
    taken = False
    for at, token in enumerate(pair.sentence.tokens):
        telling = token.kind is TokenKind.NAME or (
            token.kind is TokenKind.WORD and weight_of(token) == 1.0 and not points(token)
        )
        if telling and pair.met[at] and pair.sentence.near(at, n) > 0.7:
            by_rival = max(pair.source.near(place, rival) for place, _ in pair.met[at])
            by_own = max(pair.source.near(place, mine) for place, _ in pair.met[at] for mine in own)
            taken = taken or (by_rival > 0.7 and by_own < 0.4)
    if not taken or role_of(pair.sentence, n):
        return False
    met = {place for places in pair.met for place, _ in places}
    return any(
        token.kind is TokenKind.NAME and place not in met and pair.source.near(place, mine) > 0.7
        for mine in own
        for place, token in enumerate(pair.source.tokens)
    )


def _thing(wording: AnnotatedText, n: int) -> str:
    """The words nearest a figure in its clause, as the sentence has them."""
    words: list[str] = []
    for token in wording.tokens[n + 1 : n + 7]:
        if token.boundary >= 0.35:
            break
        words.append(token.text)
    while words and words[-1].lower() in ("the", "of", "in", "a", "to", "for", "at", "were", "was", "had", "and", "on"):
        words.pop()
    if len(words) > 1:
        return " ".join(words)
    before: list[str] = []
    for token in reversed(wording.tokens[max(0, n - 7) : n]):
        if token.boundary >= 0.35:
            break
        before.insert(0, token.text)
    return "“" + " ".join(before) + "”" if before else ""
