"""Two columns of a PDF page that say the same in two languages: found, and put in reading order item by item.

How the stream orders them says nothing: some papers draw row by row, others column by column.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.readers.pdf_runs import Run, by_position, middle
from corpus.side_by_side import SideLine, bands, is_english_right, say_the_same

_LEAST = 4  # runs that begin at the right column's edge
_EDGE = 2.0  # points that beginnings at one edge may differ by
_GUTTER = 4.0  # points between the columns
_MIDDLE = (0.25, 0.75)  # of the page's width; the right column begins between them
_GAP = 1.35  # of the distance of lines; more of it parts paragraphs


@dataclass(frozen=True, slots=True)
class Twins:
    """A stretch of a page with columns in two languages."""

    top: float
    edge: float  # where the right column begins
    runs: Sequence[Run]  # those of the page that stand in it
    rows: Sequence[Run]  # its lines in reading order


def twin_columns(runs: Sequence[Run], width: float) -> list[Twins]:
    """The stretches of a page with columns that say the same in two languages, the upper first; [] for most pages."""
    edge = _edge(runs, width)
    if edge is None:
        return []
    found = [stretch for stretch in _stretches(runs, edge) if len(stretch) > 1]
    sides = [_sides(stretch, edge) for stretch in found]
    texts = [" ".join(run.text for left_right in sides for run in left_right[side]) for side in (0, 1)]
    if not say_the_same(*texts):
        return []
    sign = -1 if is_english_right(*texts) else 1
    out: list[Twins] = []
    number = 0
    for stretch, (left, right) in zip(found, sides, strict=True):
        if left and right:
            rows: list[Run] = []
            for one, other in _banded(by_position(left), by_position(right)):
                number += 1
                rows += [replace(run, twin=sign * number) for run in one]
                rows += [replace(run, twin=-sign * number) for run in other]
            out.append(Twins(min(middle(run) for run in stretch), edge, stretch, rows))
    return out


def _edge(runs: Iterable[Run], width: float) -> float | None:
    """Where most runs in the middle of the page begin, in points; None where only few begin at one place."""
    low, high = _MIDDLE[0] * width, _MIDDLE[1] * width
    lefts = [run.left for run in runs if low < run.left < high and run.table < 0]
    if len(lefts) < _LEAST:
        return None
    counted = Counter(map(round, lefts))
    best = max(counted, key=lambda left: counted[left] + counted[left + 1])
    near = [left for left in lefts if best - _EDGE < left < best + 1 + _EDGE]
    return min(near) if len(near) >= _LEAST else None


def _stretches(runs: Iterable[Run], edge: float) -> Iterator[list[Run]]:
    """The runs from the top down, parted where one crosses the gutter or a table stands."""
    stretch: list[Run] = []
    for run in sorted(runs, key=middle):
        if run.table >= 0 or run.left < edge - _EDGE and run.right > edge - _GUTTER:
            yield stretch
            stretch = []
        else:
            stretch.append(run)
    yield stretch


def _sides(runs: Iterable[Run], edge: float) -> tuple[list[Run], list[Run]]:
    """The runs on the left and on the right of the gutter."""
    left: list[Run] = []
    right: list[Run] = []
    for run in runs:
        (left if run.left < edge - _EDGE else right).append(run)
    return left, right


def _banded(left: list[Run], right: list[Run]) -> Iterator[tuple[list[Run], list[Run]]]:
    """The lines of both columns that stand beside each other, item by item."""
    tall = median(run.bottom - run.top for run in [*left, *right])
    for band in bands(_lines(left), _lines(right), 0.5 * tall):
        yield left[band.left], right[band.right]


def _lines(rows: Sequence[Run]) -> list[SideLine]:
    drops = [low.bottom - high.bottom for high, low in zip(rows, rows[1:], strict=False)]
    usual = median(drops) if drops else 0.0
    gaps = [True, *(drop > _GAP * usual for drop in drops)]
    return [SideLine(middle(row), row.text, gap) for row, gap in zip(rows, gaps, strict=True)]
