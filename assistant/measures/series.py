"""Figures that repeat, as series: one measure over time, every point with the paragraph that gives it. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.citations import CitedSpan, citation
from assistant.measures.measured import Measured, measured_in
from assistant.models import Citation
from index.models import Placed

_ROUNDED = 0.01  # share of a figure that rounding explains
_CORRECTED = 0.25  # and that a later paper's correction does


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series."""

    period: str  # as printed: "31 March 2025", "2024/25"
    date: str  # its last day, YYYY-MM-DD
    value: float
    printed: str  # the figure as printed
    citation: Citation
    corrects: tuple[str, Citation] | None = None  # an older paper's figure for the same period


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over time, oldest point first, one point a period."""

    label: str
    unit: str  # "", "%", "£" or what the table's label says, such as "£m"
    council: str | None
    points: tuple[Point, ...]


def series_of(places: Iterable[Placed], least: int = 2) -> list[Series]:
    """The measures that have figures of `least` periods or more, the longest first.

    Figures are of one measure only where the words, the unit, the council and the sort of period are the same.
    """
    places = list(places)
    council_of = _councils(places)
    groups: dict[tuple[frozenset[str], str | None], list[Measured]] = defaultdict(list)
    for place in places:
        for one in measured_in(place):
            groups[one.key, council_of(place)].append(one)
    found = [
        _series(part, council)
        for (_, council), group in groups.items()
        for part in _of_one_measure(group)
        if len({one.when for one in part}) >= least
    ]
    return sorted(found, key=lambda one: (-len(one.points), one.label))


def _councils(places: Sequence[Placed]) -> Callable[[Placed], str | None]:
    """A place's council; where its paper names none, the one whose body of that name other papers name."""
    known: dict[str | None, set[str]] = defaultdict(set)
    for place in places:
        if place.part.meeting.council:
            known[place.part.meeting.body].add(place.part.meeting.council)

    def council_of(place: Placed) -> str | None:
        meeting = place.part.meeting
        others = known.get(meeting.body, set())
        return meeting.council or (next(iter(others)) if len(others) == 1 else None)

    return council_of


def _of_one_measure(group: Sequence[Measured]) -> list[list[Measured]]:
    """The group; or its tables and sections apart, where one paper has two values for one period, or two papers have
    values far apart: then the words do not tell whether one thing is measured. What still has two is left out.
    """
    if not _disagrees(group):
        return [list(group)]
    apart: dict[tuple[str, int, str | None, str], list[Measured]] = defaultdict(list)
    for one in group:
        paragraph = one.place.paragraph
        apart[one.place.paper, paragraph.part, paragraph.section, paragraph.intro].append(one)
    return [part for part in apart.values() if not _disagrees(part)]


def _disagrees(group: Sequence[Measured]) -> bool:
    """Whether figures of one period cannot be one figure and its correction by a later paper."""
    for one, other in combinations(group, 2):
        apart = abs(one.value - other.value)
        if one.when != other.when or not apart:
            continue
        same_paper = (one.place.paper, one.place.paragraph.part) == (other.place.paper, other.place.paragraph.part)
        if apart > max(abs(one.value), abs(other.value)) * (_ROUNDED if same_paper else _CORRECTED):
            return True
    return False


def _series(group: Sequence[Measured], council: str | None) -> Series:
    points: dict[str, list[Measured]] = defaultdict(list)
    for one in sorted(group, key=lambda one: (one.when, one.place.part.meeting.date or "", one.place.file)):
        points[one.when].append(one)
    first = min(group, key=lambda one: (" | " not in one.words, len(one.label)))
    return Series(first.label, first.unit, council, tuple(_point(held) for held in points.values()))


def _point(held: Sequence[Measured]) -> Point:
    """What the newest paper says; an older value that it corrects is kept beside it. The first to say so is cited."""
    newest = held[-1].value
    said = next(one for one in held if one.value == newest)
    older = next((one for one in held if abs(one.value - newest) > abs(newest) * _ROUNDED), None)
    corrects = (older.printed, _cited(older)) if older else None
    return Point(said.period, said.when, said.value, said.printed, _cited(said), corrects)


def _cited(one: Measured) -> Citation:
    start = one.place.paragraph.own.find(one.words)
    return citation(1, CitedSpan(one.place, start, start + len(one.words), 1.0))
