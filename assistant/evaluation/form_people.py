"""Who was there and who holds what office: how a made-up paper's records are held against its right reading. Pure.

Every figure is a pair (right, asked), as in `assistant/evaluation/forms.py`; both are the halves of an F1.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from corpus.models import Capacity, Outline

_LISTS = {
    "present": Capacity.PRESENT,
    "in_attendance": Capacity.IN_ATTENDANCE,
    "apologies": Capacity.APOLOGIES,
    "absent": Capacity.ABSENT,
}
_DEPUTY = re.compile(r"\b(?:vice|deput[ey]|assistant|asst|acting|leas|former|past)\b", re.I)
_NO_OFFICE_WORDS = {"of", "the", "for", "and", "hon", "in", "his", "her", "worship"}
_One = TypeVar("_One")
_Two = TypeVar("_Two")


def score_people(form: Mapping[str, Any], read: Outline) -> Counter[str]:
    """Return what is right of a paper's attendance and offices; nothing where the form does not say who was there.

    attendance: name and capacity of each person. came and went: names of those who came late or left early.
    offices: name and office. Names are the same where all surname words of one are words of the other.
    """
    tally: Counter[str] = Counter()
    if "attendance" in form:
        wanted = [(name, kind) for field, kind in _LISTS.items() for name in form["attendance"].get(field, ())]
        found = [(record.name, record.capacity) for record in read.attendance]
        _count(tally, "attendance", wanted, found, lambda one, two: one[1] is two[1] and same_person(one[0], two[0]))
        moved = [(name, field) for field in ("late", "left") for name in form["attendance"].get(field, ())]
        seen = [(record.name, "late") for record in read.attendance if record.late]
        seen += [(record.name, "left") for record in read.attendance if record.left]
        _count(tally, "came and went", moved, seen, lambda one, two: one[1] == two[1] and same_person(one[0], two[0]))
    if "offices" in form:
        wants = [(office["name"], office["office"]) for office in form["offices"]]
        holds = list(dict.fromkeys((office.name, office.office) for office in read.offices))
        _count(tally, "offices", wants, holds, _same_office)
    return tally


def same_person(one: str, other: str) -> bool:
    """Whether two printed names are of one person: the words of one, without initials, are words of the other."""
    ours, theirs = _name_words(one), _name_words(other)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _name_words(name: str) -> set[str]:
    words = [word.lower() for word in re.findall(r"[^\W\d_](?:[\w'’-]*\w)?", name)]
    return {word for word in words if len(word) > 1} or set(words)


def _same_office(one: tuple[str, str], other: tuple[str, str]) -> bool:
    ours, theirs = _office_words(one[1]), _office_words(other[1])
    alike = bool(ours and theirs) and (ours <= theirs or theirs <= ours)
    return alike and bool(_DEPUTY.search(one[1])) == bool(_DEPUTY.search(other[1])) and same_person(one[0], other[0])


def _office_words(office: str) -> set[str]:
    words = re.findall(r"\w+", office.lower().replace("chairman", "chair").replace("chairperson", "chair"))
    return {{"asst": "assistant", "cllr": "councillor"}.get(word, word) for word in words} - _NO_OFFICE_WORDS


def _count(
    tally: Counter[str],
    name: str,
    wanted: Sequence[_One],
    found: Iterable[_Two],
    same: Callable[[_One, _Two], bool],
) -> None:
    """Add an F1's two halves: twice the hits, each of either side once, and all that was wanted and found."""
    left = list(found)
    tally[f"{name} asked"] += len(wanted) + len(left)
    for one in wanted:
        hit = next((other for other in left if same(one, other)), None)
        if hit is not None:
            left.remove(hit)
            tally[f"{name} right"] += 2
