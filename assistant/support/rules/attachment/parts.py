"""Whether a figure is told as the part or the whole that the paragraphs tell it as, or as the end of a change. Pure."""

import re
from collections.abc import Iterable

from assistant.language.annotated import TokenKind
from assistant.language.figure_roles import role_of
from assistant.language.predicates import is_past
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned

EARLIER = re.compile(
    r"\b(?:from|before|previous\w*|earlier|initial\w*|original\w*|start\w*|beg[au]n\w*|ago|used to|had been|last|prior|former\w*|once|at first|then|against|compared|opening|already)\b",
    re.I,
)


_YARDSTICKS = frozenset(map(stem_of, "average mean median target benchmark norm standard national threshold".split()))


def is_the_yardstick(pair: Aligned, n: int, rivals: Iterable[int]) -> int | None:
    """Return the position of the figure that the paragraphs compare with a target which the sentence tells as that figure."""
    own = [at for at, _ in pair.met[n]]
    if not own or any(token.stem in _YARDSTICKS for token in pair.sentence.tokens):
        return None
    if not all(_behind_a_yardstick(pair, at) for at in own):
        return None
    return next((at for at in rivals if not _behind_a_yardstick(pair, at) and _in_one_sentence(pair, at, own)), None)


def is_told_as_the_yardstick(pair: Aligned, n: int) -> bool:
    """Whether the sentence calls its figure a target or average, and the paragraphs have that word right behind it."""
    tokens = pair.sentence.tokens
    subjects = [
        k for k in range(n) if tokens[k].stem in _YARDSTICKS and tokens[k + 1].low in ("was", "is", "had", "were")
    ]
    named = {at for k in subjects for at, _ in pair.met[k]}
    marked = [at for at in pair.source.all_of(TokenKind.FIGURE) if _behind_a_yardstick(pair, at)]
    return (
        bool(marked) and [at for at, _ in pair.met[n]] == marked and bool(named & set(range(marked[0] - 3, marked[0])))
    )


def _behind_a_yardstick(pair: Aligned, n: int) -> bool:
    """Whether "a target of" or its kind, which the sentence has not, stands right before a figure."""
    ahead = pair.source.tokens[max(0, n - 3) : n]
    return any(token.stem in _YARDSTICKS for token in ahead) and ahead[-1].low in ("of", "is", "was", "at", ":", "(")


def _in_one_sentence(pair: Aligned, n: int, own: list[int]) -> bool:
    return any(
        not any(
            token.kind is TokenKind.BREAK and token.boundary >= 0.7
            for token in pair.source.tokens[min(n, at) : max(n, at)]
        )
        for at in own
    )


def other_part(pair: Aligned, n: int, own: list[int], rival: int) -> bool:
    """Whether a part of the sentence is a part in the paragraphs, or a whole a whole, so that the other kind is no rival."""
    timed = any(
        pair.sentence.near(n, at) > 0.3 and not _times_own(pair, at, own, rival)
        for at in pair.sentence.all_of(TokenKind.MOMENT)
    )
    if not timed and role_of(pair.source, rival) == "from" and all(role_of(pair.source, at) == "to" for at in own):
        return True  # "from 34 to 29": the words before stand nearer to 34, but 29 is what there is now
    if all(role_of(pair.source, at) == "from" for at in own) and EARLIER.search(pair.sentence.text):
        return True  # "72, up from 55 under the previous provider": the words before are the earlier figure's too
    part = role_of(pair.sentence, n) == "part"
    mine = any(role_of(pair.source, at) == "part" for at in own)
    if part:
        return mine and role_of(pair.source, rival) != "part"
    others = [at for at in pair.sentence.all_of(TokenKind.FIGURE) if at != n and role_of(pair.sentence, at) == "part"]
    return not mine and any(
        rival == at and role_of(pair.source, at) == "part" for other in others for at, _ in pair.met[other]
    )


def _times_own(pair: Aligned, moment: int, own: list[int], rival: int) -> bool:
    """Whether a time of the sentence stands nearer to the figure's own place than to its rival's."""
    near = [max((pair.source.near(place, at) for place, _ in pair.met[moment]), default=0.0) for at in (*own, rival)]
    return max(near[:-1]) > near[-1]


def is_the_whole(pair: Aligned, n: int) -> bool:
    """Whether the sentence tells as the part ("six of the incidents") what the paragraphs tell as the whole ("5 of the 6")."""
    if not pair.met[n]:
        return False
    if role_of(pair.sentence, n) != "part":
        return _is_deed_of_the_part(pair, n)
    parts = [at for at in pair.source.all_of(TokenKind.FIGURE) if role_of(pair.source, at) == "part"]
    wholes = {at for at, _ in pair.met[n] if role_of(pair.source, at) == "whole"}
    return (
        bool(wholes)
        and not any(at in parts for at, _ in pair.met[n])
        and any(0 < whole - at <= 3 for whole in wholes for at in parts)
    )


def _is_deed_of_the_part(pair: Aligned, n: int) -> bool:
    """Whether the sentence says of the whole what the paragraphs say of the part ("interviewed four of the 23 applicants")."""
    if role_of(pair.sentence, n) or len(pair.sentence.all_of(TokenKind.FIGURE)) > 1:
        return False
    tokens = pair.source.tokens
    parts = [at for at in pair.source.all_of(TokenKind.FIGURE) if role_of(pair.source, at) == "part"]
    behind = [next((part for part in parts if 0 < at - part <= 4), None) for at, _ in pair.met[n]]
    met = {at for places in pair.met for at, _ in places}
    return all(
        part is not None and any(at in met and is_past(tokens[at]) for at in range(max(part - 2, 0), part))
        for part in behind
    )
