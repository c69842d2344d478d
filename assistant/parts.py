"""Whether a figure is told as the part or the whole that the paragraphs tell it as, or as the end of a change. Pure."""

import re

from assistant.acts import is_past
from assistant.alignment import Aligned
from assistant.told_as import role_of
from assistant.wording import Sort

EARLIER = re.compile(
    r"\b(?:from|before|previous\w*|earlier|initial\w*|original\w*|start\w*|beg[au]n\w*|ago|used to|had been|last|prior|former\w*|once|at first|then|against|compared|opening|already)\b",
    re.I,
)


def other_part(pair: Aligned, n: int, own: list[int], rival: int) -> bool:
    """Whether a figure told as a part is a part in the paragraphs too, so that no whole is its rival, or the other way about."""
    timed = any(
        pair.said.near(n, at) > 0.3 and not _times_own(pair, at, own, rival) for at in pair.said.all_of(Sort.MOMENT)
    )
    if not timed and role_of(pair.printed, rival) == "from" and all(role_of(pair.printed, at) == "to" for at in own):
        return True  # "from 34 to 29": the words before stand nearer to 34, but 29 is what there is now
    if all(role_of(pair.printed, at) == "from" for at in own) and EARLIER.search(pair.said.text):
        return True  # "72, up from 55 under the previous provider": the words before are the earlier figure's too
    part = role_of(pair.said, n) == "part"
    mine = any(role_of(pair.printed, at) == "part" for at in own)
    if part:
        return mine and role_of(pair.printed, rival) != "part"
    others = [at for at in pair.said.all_of(Sort.FIGURE) if at != n and role_of(pair.said, at) == "part"]
    return not mine and any(
        rival == at and role_of(pair.printed, at) == "part" for other in others for at, _ in pair.met[other]
    )


def _times_own(pair: Aligned, moment: int, own: list[int], rival: int) -> bool:
    """Whether a time of the sentence stands nearer to the figure's own place than to its rival's."""
    near = [max((pair.printed.near(place, at) for place, _ in pair.met[moment]), default=0.0) for at in (*own, rival)]
    return max(near[:-1]) > near[-1]


def is_the_whole(pair: Aligned, n: int) -> bool:
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
