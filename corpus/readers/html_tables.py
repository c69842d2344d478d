"""Tables of a web page: which hold data, and their rows with merged cells spread out."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.readers.html_tree import HEADINGS, Node, descendants, text_of
from corpus.readers.table_cells import LONGEST_REPEAT, MOST_COLUMNS, parted
from corpus.readers.words import TABLE, fold, inner_of
from corpus.side_by_side import say_the_same

_LAYOUT_ONLY = HEADINGS | {"main", "article", "section", "form", "nav", "header", "footer"}

_COUNTED = re.compile(r"(\d{1,4})[.)]?")
_COUNTED_ROWS = 3

Word = TypeVar("Word")
_Reaching = dict[int, tuple[int, str]]  # column -> rows that a cell still reaches down, its words


@dataclass(frozen=True, slots=True)
class Cell(Generic[Word]):
    """A cell and the words found in it."""

    node: Node
    words: list[Word]


@dataclass(frozen=True, slots=True)
class HtmlRow:
    """A row with merged cells spread out: below one another repeated, side by side left empty."""

    cells: tuple[str, ...]
    inner: tuple[tuple[str, ...], ...]  # the cells' own paragraphs where one has several
    struck: str
    header: bool
    line: int | None
    tables: int = 0  # in its cells; they stand right below it, before the rest of its words


def is_layout_table(table: Node) -> bool:
    """Whether a table only places things on the page: a single column, headings or tables in its cells."""
    if table.attrs.get("role", "").lower() in ("presentation", "none"):
        return True
    rows = [_cells(row) for row in _rows(table)]
    if any(cell.tag == "th" for row in rows for cell in row):
        return False
    filled = [sum(bool(text_of(cell).strip()) for cell in row) for row in rows]
    if max(filled, default=0) <= 1:
        return True
    cells = [cell for row in rows for cell in row]
    if any(isinstance(kid, Node) and kid.tag in _LAYOUT_ONLY for cell in cells for kid in descendants(cell)):
        return True
    if any(_holds_table(cell) for cell in cells):
        return not _counts_rows(rows)
    alone = len([count for count in filled if count]) == 1 and any(_paragraphs(cell) > 1 for cell in cells)
    return alone and not (len(cells) == 2 and say_the_same(*map(text_of, cells)))


def has_rows(table: Node) -> bool:
    """Whether a table has two rows and more with words in two cells."""
    filled = [sum(bool(text_of(cell).strip()) for cell in _cells(row)) for row in _rows(table)]
    return sum(count > 1 for count in filled) > 1


def rows_of(
    rows: list[list[Cell[Word]]], table: Node, read: Callable[[Iterable[Word]], tuple[str, str]]
) -> list[list[HtmlRow]]:
    """The table's rows, each as long as the longest; one with tables in its cells is parted there.

    `read` gives the live words of a cell, with LINE between its paragraphs, and its struck ones.
    """
    heads = {
        id(cell) for part in table.kids if isinstance(part, Node) and part.tag == "thead" for cell in _within(part)
    }
    spread: list[tuple[list[str], str]] = []
    above: _Reaching = {}
    for row in rows:
        cells, struck, above = _spread(row, above, len(rows), read)
        spread.append((cells, struck))
    width = max((len(cells) for cells, _ in spread), default=0)
    return [
        _padded(cells, width, struck, _is_header(row, heads), row[0].node.line if row else None)
        for row, (cells, struck) in zip(rows, spread, strict=True)
    ]


def _spread(
    row: list[Cell[Word]], above: _Reaching, rows: int, read: Callable[[Iterable[Word]], tuple[str, str]]
) -> tuple[list[str], str, _Reaching]:
    """A row's live words by column with merged cells spread out, its struck words, and what reaches into the next row.

    `above` is what reaches into this one, and is used up; `rows` is how many rows the table has.
    """
    cells: list[str] = []
    below: _Reaching = {}
    struck: list[str] = []
    for cell in row:
        _fill(cells, above, below)
        text, gone = read(cell.words)
        struck.append(gone)
        down = _span(cell.node.attrs.get("rowspan", ""), rows)
        for offset in range(_span(cell.node.attrs.get("colspan", ""), MOST_COLUMNS)):
            words = "" if offset else text
            if down > 1 and len(cells) < MOST_COLUMNS:
                below[len(cells)] = (down - 1, words.replace(TABLE, " ") if len(words) <= LONGEST_REPEAT else "")
            cells.append(words)
    for column in sorted(above):
        cells += [""] * (column - len(cells))
        _fill(cells, above, below)
    return cells, " ".join(words for words in struck if words), below


def _padded(cells: list[str], width: int, struck: str, header: bool, line: int | None) -> list[HtmlRow]:
    """A row, and one more for the words behind each table in its cells."""
    rows = parted(cells + [""] * (width - len(cells)))
    return [
        HtmlRow(tuple(map(fold, own)), inner_of(own), "" if i else struck, header and not i, line, tables)
        for i, (own, tables) in enumerate(rows)
    ]


def _is_header(row: list[Cell[Word]], heads: set[int]) -> bool:
    """Whether all cells with words are header cells, or stand in the table's head."""
    written = [cell for cell in row if text_of(cell.node).strip()]
    return bool(written) and all(cell.node.tag == "th" or id(cell.node) in heads for cell in written)


def _fill(cells: list[str], above: _Reaching, below: _Reaching) -> None:
    """Add the words that reach down into the next columns, and note in `below` which reach further."""
    while len(cells) in above:
        left, text = above.pop(len(cells))
        if left > 1:
            below[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(value: str, most: int) -> int:
    """How many rows or columns a cell takes; "0" is all the rest."""
    if not re.fullmatch(r"\d{1,6}", value.strip()):
        return 1
    return min(int(value) or most, most)


def _rows(table: Node) -> Iterator[Node]:
    """The table's own rows."""
    for part in table.kids:
        if isinstance(part, Node) and part.tag == "tr":
            yield part
        elif isinstance(part, Node) and part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part.kids if isinstance(row, Node) and row.tag == "tr")


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.kids if isinstance(cell, Node) and cell.tag in ("td", "th")]


def _within(node: Node) -> Iterator[Node]:
    return (kid for kid in descendants(node) if isinstance(kid, Node))


def _counts_rows(rows: list[list[Node]]) -> bool:
    """Whether the rows are numbered in their first cells, as minutes are."""
    firsts = [text_of(row[0]).strip() for row in rows if len(row) > 1]
    numbers = [int(found[1]) for first in firsts if (found := _COUNTED.fullmatch(first))]
    return len(numbers) >= _COUNTED_ROWS and 2 * len(numbers) >= len(firsts) and numbers == sorted(set(numbers))


def _holds_table(cell: Node) -> bool:
    return any(kid.tag == "table" and text_of(kid).strip() for kid in _within(cell))


def _paragraphs(cell: Node) -> int:
    return sum(kid.tag in ("p", "div", "ul", "ol") and bool(text_of(kid).strip()) for kid in _within(cell))
