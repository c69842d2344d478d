"""Series: one measure over time, every point with the paragraph that gives it. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.citations import CitedSpan, citation
from assistant.measures.measured import Measured, measured_in
from assistant.models import Citation
from index.models import Placed

_ROUNDED = 0.01  # share of a figure by which rounding explains a difference
_CORRECTED = 0.25  # share of a figure by which a later paper may correct it; more is another thing


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series."""

    period: str  # as printed: "31 March 2025", "2024/25"
    date: str  # its last day, YYYY-MM-DD
    value: float
    printed: str  # the figure as printed
    citation: Citation
    corrects: tuple[str, Citation] | None = None  # an older paper's other figure for the period, as printed


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over time, oldest point first, one point a period."""

    label: str
    unit: str  # "", "%", "£" or what the table's label says, such as "£m"
    council: str | None
    points: tuple[Point, ...]


def series_of(places: Iterable[Placed], least: int = 2) -> list[Series]:
    """The measures that have figures of `least` periods or more, those with most points first.

    Figures are of one measure only where their words, unit, council and kind of period (a day or a year) are the same.
    """
    places = list(places)
    council_of = _councils(places)
    groups: dict[tuple[frozenset[str], str | None], list[Measured]] = defaultdict(list)
    for place in places:
        for figure in measured_in(place):
            groups[figure.key, council_of(place)].append(figure)
    found = [
        _series(part, council)
        for (_, council), group in groups.items()
        for part in _of_one_measure(group)
        if len({figure.when for figure in part}) >= least
    ]
    return sorted(found, key=lambda series: (-len(series.points), series.label))


def _councils(places: Sequence[Placed]) -> Callable[[Placed], str | None]:
    """A function that gives a paragraph's council.

    Where its paper names none, it is the council of other papers' body of that name, if there is only one such.
    """
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
    """The group, or parted by table and section where its figures of one period disagree.

    Then the words alone do not tell whether one thing is measured. A table or section that still disagrees is left out.
    """
    if not _disagrees(group):
        return [list(group)]
    apart: dict[tuple[str, int, str | None, str], list[Measured]] = defaultdict(list)
    for figure in group:
        paragraph = figure.place.paragraph
        apart[figure.place.paper, paragraph.part, paragraph.section, paragraph.intro].append(figure)
    return [part for part in apart.values() if not _disagrees(part)]


def _disagrees(group: Sequence[Measured]) -> bool:
    """Whether two figures of one period cannot be one figure and its correction by a later paper."""
    for one, other in combinations(group, 2):
        apart = abs(one.value - other.value)
        if one.when != other.when or not apart:
            continue
        same_paper = (one.place.paper, one.place.paragraph.part) == (other.place.paper, other.place.paragraph.part)
        if apart > max(abs(one.value), abs(other.value)) * (_ROUNDED if same_paper else _CORRECTED):
            return True
    return False


def _series(group: Sequence[Measured], council: str | None) -> Series:
    """The figures of one measure as a series, named as a table names it, else as shortly as a sentence does."""
    points: dict[str, list[Measured]] = defaultdict(list)
    for figure in sorted(group, key=lambda one: (one.when, one.place.part.meeting.date or "", one.place.file)):
        points[figure.when].append(figure)
    first = min(group, key=lambda figure: (" | " not in figure.words, len(figure.label)))
    return Series(first.label, first.unit, council, tuple(_point(held) for held in points.values()))


def _point(held: Sequence[Measured]) -> Point:
    """The figures of one period as a point: what the newest paper says, cited from the first paper that says it.

    An older value that it corrects is kept beside it. Shapes: `held` is sorted by the papers' meetings, the oldest first.
    """
    newest = held[-1].value
    said = next(figure for figure in held if figure.value == newest)
    older = next((figure for figure in held if abs(figure.value - newest) > abs(newest) * _ROUNDED), None)
    corrects = (older.printed, _cited(older)) if older else None
    return Point(said.period, said.when, said.value, said.printed, _cited(said), corrects)


def _cited(figure: Measured) -> Citation:
    """The paragraph of a figure, cited for the sentence or row that gives it."""
    start = figure.place.paragraph.own.find(figure.words)
    return citation(1, CitedSpan(figure.place, start, start + len(figure.words), 1.0))
