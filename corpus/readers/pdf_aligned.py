"""Tables without rules: rows of figures that stand in columns below each other, and the names above them. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.readers.pdf_runs import Run, place_of_table, same_row
from corpus.readers.pdf_tables import Grid, RuledTable, TableRow
from corpus.table_heads import is_number

_SUM = re.compile(r"[£$€]|\d[,.]\d")
_FIGURE = 20  # characters; a longer piece is no figure
_LEAST_ROWS = 2  # of figures
_LEAST_SUMS = 3  # rows where there is one column of figures alone
_LONGEST = 60  # characters of a piece in a row of figures
_LONGEST_NAME = 45  # of a column's name
_APART = 3.0  # of a line's height; rows further apart are not of one table
_NEAR = 2.2  # the same for the names above
_MOST_NAMES = 4  # rows of names
_OVER = 1.0  # points that pieces of two columns may overlap
_SHARE = 0.6  # of the rows have a figure in a column of figures

_Row = list[Run]  # the pieces of one row of the page, from the left


class _Span(NamedTuple):
    left: float
    right: float


def with_aligned_tables(runs: list[Run], tables: list[RuledTable]) -> tuple[list[Run], list[RuledTable]]:
    """The runs outside tables, with one for the place of each table without rules among them, and all tables."""
    if sum(len(run.text) <= _FIGURE and is_number(run.text) for run in runs) < _LEAST_ROWS:
        return runs, tables
    rows = _rows(run for run in runs if run.table < 0 and not run.turned)
    found = list(tables)
    for stretch in _stretches(rows):
        columns = _columns(stretch)
        if columns is None:
            continue
        first = rows.index(stretch[0])
        names = _names(rows[:first], stretch[0], columns)
        table = _table([*names, *stretch], columns)
        held = {id(run) for row in [*names, *stretch] for run in row}
        place = next(i for i, run in enumerate(runs) if id(run) in held)
        grid = table.grid
        mark = place_of_table(len(found), grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])
        runs = [r for r in runs[:place] if id(r) not in held] + [mark] + [r for r in runs[place:] if id(r) not in held]
        found.append(table)
    return runs, found


def _rows(runs: Iterable[Run]) -> list[_Row]:
    """The rows of the page from the top, each from the left."""
    rows: list[_Row] = []
    for run in sorted(runs, key=lambda run: run.top + run.bottom):
        if rows and same_row(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _figures(row: _Row) -> int:
    """How many pieces of a row behind the first are figures."""
    return sum(is_number(run.text) for run in row[1:])


def _stretches(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The rows of figures that follow each other, with lone words between them."""
    found: list[list[_Row]] = []
    waiting: list[_Row] = []  # words that go on with a row, or head the next ones
    for row in rows:
        if _figures(row) and all(len(run.text) <= _LONGEST for run in row):
            if found and len(waiting) < 2 and _follows((found[-1] + waiting)[-1], row, _APART):
                found[-1] += [*waiting, row]
            else:
                found.append([row])
            waiting = []
        elif found and not waiting and len(row) == 1 and len(row[0].text) <= _LONGEST:
            waiting.append(row)
        else:
            waiting = [row] * 2  # the table ends here
    return [stretch for stretch in found if len(stretch) >= _LEAST_ROWS]


def _follows(above: _Row, row: _Row, most: float) -> bool:
    """Whether a row stands at most so many of its heights below the one above."""
    height = max(run.bottom - run.top for run in row)
    return row[0].top - above[0].bottom < most * height


def _columns(rows: Sequence[_Row]) -> list[_Span] | None:
    """The columns that the pieces of rows stand in; None where they are no table.

    A table has two columns of figures behind its first, or one of sums.
    """
    figured = [row for row in rows if len(row) > 1]
    if not any(any(map(str.isalnum, row[0].text)) for row in figured):
        return None  # a list, with its marks in front
    columns: list[_Span] = []
    for run in sorted((run for row in figured for run in row), key=lambda run: run.left):
        if columns and run.left < columns[-1].right - _OVER:
            columns[-1] = _Span(columns[-1].left, max(columns[-1].right, run.right))
        else:
            columns.append(_Span(run.left, run.right))
    places = [[_column_of(run, columns) for run in row] for row in figured]
    if any(len(set(row)) < len(row) for row in places):
        return None
    held: list[list[str]] = [[] for _ in columns]
    for row, at in zip(figured, places, strict=True):
        for run, column in zip(row, at, strict=True):
            held[column].append(run.text)
    counts = [cells for cells in held[1:] if sum(map(is_number, cells)) >= max(_LEAST_ROWS, _SHARE * len(figured))]
    sums = [cells for cells in counts if sum(bool(_SUM.search(cell)) for cell in cells) >= _LEAST_SUMS]
    return columns if len(counts) > 1 or sums else None


def _column_of(run: Run, columns: Sequence[_Span]) -> int:
    """The first column that a piece stands in or over; where it is over none, the one left of its middle."""
    over = [i for i, column in enumerate(columns) if run.left < column.right and run.right > column.left]
    if over:
        return over[0]
    middle = (run.left + run.right) / 2
    return max((i for i, column in enumerate(columns) if column.left < middle), default=0)


def _names(above: Sequence[_Row], first: _Row, columns: Sequence[_Span]) -> list[_Row]:
    """The rows above the first of figures that name the columns, and a line of words between, from the top."""
    names: list[_Row] = []
    between: list[_Row] = []  # heads the rows below it, where names stand over it
    for row in reversed(above):
        below = between[0] if between else names[0] if names else first
        if len(names) == _MOST_NAMES or not _follows(row, below, _NEAR):
            break
        if any(is_number(run.text) or len(run.text) > _LONGEST_NAME for run in row):
            break
        places = [_column_of(run, columns) for run in row]
        if any(places) and len(set(places)) == len(places) and (len(row) > 1 or row[0].left > columns[0].right):
            names = [row, *between, *names]
            between = []
        elif not names and not between and len(row) == 1:
            between = [row]
        else:
            break
    return names


def _table(rows: Sequence[_Row], columns: Sequence[_Span]) -> RuledTable:
    """The table of these rows."""
    edges = tuple(column.right for column in columns)
    left, right = min(column.left for column in columns), edges[-1]
    made = []
    for row in rows:
        cells: list[tuple[Run, ...]] = [()] * len(columns)
        for run in row:
            cells[_column_of(run, columns)] += (run,)
        top, bottom = min(run.top for run in row), max(run.bottom for run in row)
        made.append(TableRow(tuple(cells), False, left, top, right, bottom, edges))
    ys = (*(row.top for row in made), made[-1].bottom)
    return RuledTable(Grid((left, *edges), ys, ()), tuple(made))
