"""The words of a PDF page as runs: words that stand together on one line.

The positions of a page's words are kept in columns, and a run names its stretch of them: most runs are looked at as a
whole and never word by word.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.models import Box


class Word(NamedTuple):
    """Characters between white space, with their box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool
    struck: bool = False  # with a rule through it


class Columns(NamedTuple):
    """Words one after the other, with a column for each of their properties."""

    lefts: "array[float]"
    tops: "array[float]"
    rights: "array[float]"
    bottoms: "array[float]"
    bolds: bytes  # 1 for a word in bold type, else 0
    strucks: bytes

    def part(self, first: int, end: int) -> "Columns":
        """The words from index `first` up to and without `end`."""
        return Columns._make([column[first:end] for column in self])

    def followed(self, other: "Columns") -> "Columns":
        """These words and the other ones behind them."""
        return Columns._make([one + two for one, two in zip(self, other, strict=True)])  # type: ignore[operator]


@dataclass(slots=True, eq=False)  # not frozen: a frozen one takes five times as long to make
class Run:
    """Words that stand together on one line; a run without words marks where a table stands."""

    text: str  # its words with a space between them
    columns: Columns  # its words are those from `first` up to and without `end`
    first: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    table: int = -1  # index among the page's tables
    limit: float = 0.0  # right edge of the column that it stands in, 0 where unknown
    turned: bool = False  # written up or down the page
    pieces: int = 1  # how many runs of the stream were put together
    twin: int = 0  # as of `Line`

    @property
    def texts(self) -> list[str]:
        """The texts of its words."""
        return self.text.split(" ")

    @property
    def words(self) -> list[Word]:
        """Its words one by one."""
        *boxes, bolds, strucks = self.columns.part(self.first, self.end)
        columns = zip(self.texts, *boxes, map(bool, bolds), map(bool, strucks), strict=True)
        return list(map(Word._make, columns))

    @property
    def all_bold(self) -> bool:
        """Whether every word is in bold type."""
        return self.columns.bolds.find(0, self.first, self.end) < 0

    @property
    def any_struck(self) -> bool:
        """Whether any word has a rule through it."""
        return self.columns.strucks.find(1, self.first, self.end) >= 0

    def part(self, first: int, end: int) -> "Run":
        """Its words from index `first` up to and without `end`, as high as the whole run."""
        columns = self.columns
        return replace(
            self,
            text=" ".join(self.texts[first:end]),
            first=self.first + first,
            end=self.first + end,
            left=columns.lefts[self.first + first],
            right=columns.rights[self.first + end - 1],
        )


def run_of(words: Sequence[Word], turned: bool = False) -> Run:
    """The run that the words make, in the order given."""
    texts, *places, bolds, strucks = zip(*words, strict=True)
    lefts, tops, rights, bottoms = [array("d", column) for column in places]
    columns = Columns(lefts, tops, rights, bottoms, bytes(bolds), bytes(strucks))
    edges = (min(lefts), min(tops), max(rights), max(bottoms))
    return Run(" ".join(texts), columns, 0, len(words), *edges, turned=turned)


def place_of_table(table: int, left: float, top: float, right: float, bottom: float) -> Run:
    """A run without words where the table stands that has this index."""
    none = array("d")
    return Run("", Columns(none, none, none, none, b"", b""), 0, 0, left, top, right, bottom, table)


def same_row(one: Run, other: Run) -> bool:
    """Whether two runs overlap vertically by half the smaller one's height."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def merged(left: Run, right: Run) -> Run:
    """The words of two runs as one run."""
    columns, first, end = left.columns, left.first, right.end
    if columns is not right.columns or left.end != right.first:
        columns = columns.part(first, left.end).followed(right.columns.part(right.first, end))
        first, end = 0, left.end - first + end - right.first
    return Run(
        f"{left.text} {right.text}",
        columns,
        first,
        end,
        min(left.left, right.left),
        min(left.top, right.top),
        max(left.right, right.right),
        max(left.bottom, right.bottom),
        -1,
        max(left.limit, right.limit),
        pieces=left.pieces + right.pieces,
    )


def middle(run: Run) -> float:
    """How far down the page, in points, the middle of the run stands."""
    return (run.top + run.bottom) / 2


def by_position(runs: Iterable[Run]) -> list[Run]:
    """The runs from the top down, with those of one row merged from the left."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=middle):
        near = next((row for row in rows[-3:] if same_row(row[0], run) and _fits(row, run)), None)
        if near is not None:
            near.append(run)
        else:
            rows.append([run])
    wholes = []
    for row in rows:
        row.sort(key=lambda run: run.left)
        whole = row[0]
        for run in row[1:]:
            whole = merged(whole, run)
        wholes.append(whole)
    return wholes


def _fits(row: list[Run], run: Run) -> bool:
    """Whether the run stands beside all runs of the row, and overlaps none of them."""
    if run.table >= 0 or row[0].table >= 0:
        return False
    return all(run.left >= other.right - 2 or run.right <= other.left + 2 for other in row)


def rounded_box(left: float, top: float, right: float, bottom: float) -> Box:
    """The box to a tenth of a point, computed three times as fast as `round` to one digit, and as exact here."""
    return Box(round(left * 10) / 10, round(top * 10) / 10, round(right * 10) / 10, round(bottom * 10) / 10)
