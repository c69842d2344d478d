"""The words of a PDF page as runs: words that stand together on one line.

The positions of a page's words are kept in columns, and a run names its stretch of them: most runs are looked at as a
whole and never word by word.
"""

from array import array
from collections.abc import Sequence
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


def rounded_box(left: float, top: float, right: float, bottom: float) -> Box:
    """The box to a tenth of a point, computed three times as fast as `round` to one digit, and as exact here."""
    return Box(round(left * 10) / 10, round(top * 10) / 10, round(right * 10) / 10, round(bottom * 10) / 10)
