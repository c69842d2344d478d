"""Figures that repeat, as series: one measure over time, every point with the paragraph that gives it. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.cite import citation
from assistant.extract import Pick
from assistant.measures import Measured, measured_in
from assistant.models import Citation
from index.catalogue import Placed


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series."""

    period: str  # as printed: "31 March 2025", "2024/25"
    date: str  # its last day, YYYY-MM-DD
    value: float
    printed: str  # the figure as printed
    citation: Citation


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
    """The group; or its tables and sections apart, where it has two values for one period: then the words do not tell
    whether one thing is measured. What still has two values is left out."""
    if not _disagrees(group):
        return [list(group)]
    apart: dict[tuple[str, int, str | None, str], list[Measured]] = defaultdict(list)
    for one in group:
        paragraph = one.place.paragraph
        apart[one.place.paper, paragraph.part, paragraph.section, paragraph.intro].append(one)
    return [part for part in apart.values() if not _disagrees(part)]


def _disagrees(group: Iterable[Measured]) -> bool:
    values: dict[str, float] = {}
    return any(abs(values.setdefault(one.when, one.value) - one.value) > abs(one.value) * 0.01 for one in group)


def _series(group: Sequence[Measured], council: str | None) -> Series:
    points: dict[str, Measured] = {}
    for one in sorted(group, key=lambda one: (one.when, one.place.part.meeting.date or "", one.place.file)):
        points.setdefault(one.when, one)
    first = min(group, key=lambda one: (" | " not in one.words, len(one.label)))
    return Series(
        label=first.label,
        unit=first.unit,
        council=council,
        points=tuple(_point(one) for one in points.values()),
    )


def _point(one: Measured) -> Point:
    start = one.place.paragraph.own.find(one.words)
    cited = citation(1, Pick(one.place, start, start + len(one.words), 1.0))
    return Point(one.period, one.when, one.value, one.printed, cited)
