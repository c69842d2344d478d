"""Figures in columns of a plain text: lines with a name and figures below each other become rows parted by tabs. Pure."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import NamedTuple

_CELL = re.compile(r"\S+(?: \S+)*")
_FIGURE = re.compile(r"[(\[+−–-]?(?:[A-Z]{0,2}[£$€]|R)?\d[\d,.]*(?: ?%|[km])?[)\]]?|[-–—]|nil|n/a", re.I)
_LEAST_FIGURES = 2  # in a row; with one alone it may be a list with its pages
_LEAST_ROWS = 2
_SLACK = 3  # characters by which figures of one column may stand apart
_MOST_HEADS = 3
_LONGEST_HEAD = 30  # characters of a column's name


class _Cell(NamedTuple):
    """Words of a line that wide gaps part from others."""

    start: int
    end: int
    words: str

    @property
    def centre(self) -> float:
        return (self.start + self.end) / 2


def with_aligned_figures(text: str) -> str:
    """The same text, line for line, with tabs between the cells of each table whose figures stand in columns."""
    if "   " not in text:
        return text
    lines = text.split("\n")
    i = 0
    while i < len(lines):
        rows = _rows_from(lines, i)
        if len(rows) >= _LEAST_ROWS:
            heads = _heads_above(lines, i, rows)
            for n, head in enumerate(heads):
                lines[i - len(heads) + n] = "\t".join(head)
            for n, row in enumerate(rows):
                lines[i + n] = "\t".join(cell.words for cell in row)
        i += max(len(rows), 1)
    return "\n".join(lines)


def _cells(line: str) -> list[_Cell]:
    return [_Cell(found.start(), found.end(), found[0]) for found in _CELL.finditer(line)]


def _rows_from(lines: Sequence[str], i: int) -> list[list[_Cell]]:
    """The cells of the lines from line i on that are rows of one table."""
    rows = list(takewhile(bool, map(_figures_of, islice(lines, i, None))))
    return rows[: next((n for n, row in enumerate(rows) if not _are_aligned(rows[0], row)), len(rows))]


def _figures_of(line: str) -> list[_Cell]:
    """The cells of a line that holds a name and figures in columns behind it; [] for others."""
    if "   " not in line or "\t" in line or "|" in line or "\f" in line:
        return []
    cells = _cells(line)
    figures = cells[1:]
    if len(figures) < _LEAST_FIGURES or not all(_FIGURE.fullmatch(cell.words) for cell in figures):
        return []
    return cells if any(map(str.isalnum, cells[0].words)) else []


def _are_aligned(first: Sequence[_Cell], row: Sequence[_Cell]) -> bool:
    """Whether two rows have the same columns: their figures end or begin below each other."""
    if len(first) != len(row):
        return False
    pairs = zip(first[1:], row[1:], strict=True)
    return all(min(abs(one.end - other.end), abs(one.start - other.start)) <= _SLACK for one, other in pairs)


def _heads_above(lines: Sequence[str], i: int, rows: Sequence[Sequence[_Cell]]) -> list[list[str]]:
    """The rows of names over the columns of the table that begins at line i, the outermost first."""
    columns = [_Cell(min(c.start for c in cells), max(c.end for c in cells), "") for cells in zip(*rows, strict=True)]
    heads: list[list[str]] = []
    for line in reversed(lines[max(i - _MOST_HEADS, 0) : i]):
        cells = _cells(line)
        if not _could_head(line, cells, columns):
            break
        heads.insert(0, _named(cells, columns, spans=bool(heads)))
    return heads


def _could_head(line: str, cells: Sequence[_Cell], columns: Sequence[_Cell]) -> bool:
    """Whether a line above a table names columns: short words, no more than there are columns, none left of the table."""
    if not cells or len(cells) > len(columns) or any(sign in line for sign in "\t|\f"):
        return False
    if len(cells) == 1 and cells[0].start <= columns[0].end:
        return False
    return all(len(cell.words) <= _LONGEST_HEAD and not cell.words.endswith((".", ":", ";")) for cell in cells)


def _named(cells: Sequence[_Cell], columns: Sequence[_Cell], *, spans: bool) -> list[str]:
    """By column the name that a line gives it, "" for none: one for each in order, else the nearest one.

    A name that spans columns, over a row of other names, is given to the first of them.
    """
    over_names = cells[0].start <= columns[0].end and cells[0].centre < columns[1].start
    names = cells[1:] if over_names else cells
    first = cells[0].words if over_names else ""
    figures = columns[1:]
    if len(names) == len(figures):
        return [first, *(name.words for name in names)]
    out = [""] * len(figures)
    if spans:
        over = [min(names, key=lambda name: abs(name.centre - column.centre)) for column in figures] if names else []
        return [first, *(name.words if i == 0 or name != over[i - 1] else "" for i, name in enumerate(over))]
    for name in names:
        nearest = min(range(len(figures)), key=lambda i: abs(name.centre - figures[i].centre))
        out[nearest] = f"{out[nearest]} {name.words}".strip()
    return [first, *out]
