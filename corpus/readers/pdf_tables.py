"""Ruled tables: the lines drawn on a page make a grid, the grid and the words make rows."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from corpus.readers.pdf_rules import Rule
from corpus.readers.pdf_runs import Run, by_position, place_of_table, run_of

_TOUCH = 3.0  # points; rules this near meet
_COLUMN = 5.0  # points; upright rules this near are one
_ROW = 3.0
_DRAWING = 250_000  # pairs of lines; a page with more holds a map or a chart, and no table worth the time
_SLIVER = 10.0  # points; a narrower column without words is the space between two frames


class Grid(NamedTuple):
    """A ruled table's lines: column edges from the left, row edges from the top, in points."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    anchors: tuple[tuple[tuple[int, int], ...], ...]  # of each row and column, the first cell of its merged cell

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.xs) - 1


class TableRow(NamedTuple):
    """One row: its cells' lines of words, and where it stands."""

    cells: tuple[tuple[Run, ...], ...]
    framed: bool  # one cell as wide as the table
    left: float
    top: float
    right: float
    bottom: float
    edges: tuple[float, ...] = ()  # right edge of each cell


class RuledTable(NamedTuple):
    """The rows of one ruled table on one page."""

    grid: Grid
    rows: tuple[TableRow, ...]


def find_tables(runs: list[Run], rules: Sequence[Rule]) -> tuple[list[Run], list[RuledTable]]:
    """The runs outside ruled tables, with one for the place of each table among them, and the tables."""
    tables: list[RuledTable] = []
    for grid in find_grids(rules):
        inside = _inside(grid, runs)
        found = _tables(grid, inside)
        if not found:
            continue
        held = set(map(id, inside))
        place = next(i for i, run in enumerate(runs) if id(run) in held)
        marks = [
            place_of_table(i, table.grid.xs[0], table.grid.ys[0], table.grid.xs[-1], table.grid.ys[-1])
            for i, table in enumerate(found, len(tables))
        ]
        runs = [r for r in runs[:place] if id(r) not in held] + marks + [r for r in runs[place:] if id(r) not in held]
        tables += found
    return runs, tables


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The grids of at least two columns that touching rules make, the smallest first.

    Of two that overlap only the larger is kept, unless the smaller is a table in one of its cells.
    """
    lying, standing = [rule for rule in rules if rule.lies], [rule for rule in rules if not rule.lies]
    if len(lying) < 2 or len(standing) < 2:
        return []
    across, upright = _collinear(lying), _collinear(standing)
    if len(across) * len(upright) > _DRAWING:
        return []
    grids = []
    for group_across, group_upright in _touching(across, upright):
        grid = _grid(group_across, group_upright)
        if grid is not None:
            grids.append(grid)
    grids.sort(key=lambda grid: (grid.xs[0] - grid.xs[-1]) * (grid.ys[-1] - grid.ys[0]))
    outer: list[Grid] = []
    for grid in grids:
        if all(not _overlap(grid, other) or _in_one_cell(grid, other) for other in outer):
            outer.append(grid)
    return [part for grid in outer[::-1] for part in _parted(grid)]


def _overlap(one: Grid, other: Grid) -> bool:
    beside = one.xs[0] >= other.xs[-1] - _TOUCH or one.xs[-1] <= other.xs[0] + _TOUCH
    below = one.ys[0] >= other.ys[-1] - _TOUCH or one.ys[-1] <= other.ys[0] + _TOUCH
    return not beside and not below


def _in_one_cell(inner: Grid, outer: Grid) -> bool:
    def place(x: float, y: float) -> tuple[int, int]:
        return outer.anchors[_index(outer.ys, y)][_index(outer.xs, x)]

    inside = inner.xs[0] > outer.xs[0] and inner.xs[-1] < outer.xs[-1]
    inside = inside and inner.ys[0] > outer.ys[0] and inner.ys[-1] < outer.ys[-1]
    return inside and place(inner.xs[0] + 2, inner.ys[0] + 2) == place(inner.xs[-1] - 2, inner.ys[-1] - 2)


def _collinear(rules: Iterable[Rule]) -> list[Rule]:
    """The rules, with those that are pieces of one line joined."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules, key=attrgetter("at")):
        if lanes and rule.at - lanes[-1][0].at <= 1.5:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    joined: list[Rule] = []
    for lane in lanes:
        lane.sort(key=attrgetter("start"))
        current = lane[0]
        for rule in lane[1:]:
            if rule.start <= current.end + _TOUCH:
                current = current._replace(end=max(current.end, rule.end))
            else:
                joined.append(current)
                current = rule
        joined.append(current)
    return joined


def _touching(across: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The groups of rules that meet, directly or through others."""
    owner = list(range(len(across) + len(upright)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    standing = [(j, rule.at, rule.start - _TOUCH, rule.end + _TOUCH) for j, rule in enumerate(upright, len(across))]
    for i, rule in enumerate(across):
        left, right, y = rule.start - _TOUCH, rule.end + _TOUCH, rule.at
        for j, x, top, bottom in standing:
            if left <= x <= right and top <= y <= bottom and owner[i] != owner[j]:
                owner[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*across, *upright]):
        groups.setdefault(root(i), ([], []))[0 if i < len(across) else 1].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1]


def _clusters(values: Iterable[float], near: float) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _grid(across: list[Rule], upright: list[Rule]) -> Grid | None:
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    top, bottom = min(rule.start for rule in upright), max(rule.end for rule in upright)
    xs = _clusters([rule.at for rule in upright] + _open_sides([r.at for r in upright], left, right), _COLUMN)
    ys = _clusters([rule.at for rule in across] + _open_sides([r.at for r in across], top, bottom), _ROW)
    if len(xs) < 3 or len(ys) < 2:
        return None
    return Grid(tuple(xs), tuple(ys), _anchors(xs, ys, across, upright))


def _open_sides(at: list[float], low: float, high: float) -> list[float]:
    """The outer edges that no rule draws: the rules across them run on beyond the last that is drawn."""
    return [edge for edge, outer in ((low, min(at)), (high, max(at))) if abs(edge - outer) > 10]


def _anchors(
    xs: list[float], ys: list[float], across: list[Rule], upright: list[Rule]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each row and column, the row and column of the first cell that is merged with it."""

    def near(rules: list[Rule], edges: list[float], distance: float) -> list[list[Rule]]:
        rules = sorted(rules, key=attrgetter("at"))
        at = [rule.at for rule in rules]
        spans = [(bisect_left(at, edge - distance), bisect_right(at, edge + distance)) for edge in edges]
        return [rules[first:end] for first, end in spans]

    def drawn(rules: list[Rule], middle: float) -> bool:
        return any([rule.start <= middle <= rule.end for rule in rules])

    lying, standing = near(across, ys, _ROW), near(upright, xs, _COLUMN)
    anchors: list[list[tuple[int, int]]] = []
    joins: list[tuple[tuple[int, int], tuple[int, int]]] = []  # cells that are one, though neither began the other
    for row in range(len(ys) - 1):
        y = (ys[row] + ys[row + 1]) / 2
        line: list[tuple[int, int]] = []
        for column in range(len(xs) - 1):
            x = (xs[column] + xs[column + 1]) / 2
            from_left = column > 0 and not drawn(standing[column], y)
            if row and not drawn(lying[row], x):
                line.append(anchors[row - 1][column])
            elif from_left:
                line.append(line[-1])
            else:
                line.append((row, column))
            if from_left and line[-1] != line[-2]:
                joins.append((line[-2], line[-1]))
        anchors.append(line)
    return tuple(tuple(line) for line in _joined(anchors, joins))


def _joined(
    anchors: list[list[tuple[int, int]]], joins: list[tuple[tuple[int, int], tuple[int, int]]]
) -> list[list[tuple[int, int]]]:
    """The first cells, with those that are one cell given the first of both."""
    first: dict[tuple[int, int], tuple[int, int]] = {}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while cell in first:
            cell = first[cell]
        return cell

    for one, other in joins:
        low, high = sorted((root(one), root(other)))
        if low != high:
            first[high] = low
    return [[root(cell) for cell in line] for line in anchors] if first else anchors


def _parted(grid: Grid) -> list[Grid]:
    """The grid, and before it those of the tables in its cells: what a cell stands around, left and right."""
    anchors = [list(line) for line in grid.anchors]
    found: list[tuple[int, int, int, int]] = []  # first and last row, first and last column
    for row, line in enumerate(grid.anchors):
        around = next(((c, d) for c, d in _gaps(line)), None)
        if around is None:
            continue
        first, last = around
        if found and found[-1][1] == row - 1 and found[-1][2:] == (first, last):
            found[-1] = (found[-1][0], row, first, last)
        else:
            found.append((row, row, first, last))
        anchors[row][first : last + 1] = [line[first - 1]] * (last - first + 1)
    inner = [
        Grid(
            grid.xs[first : last + 2],
            grid.ys[top : foot + 2],
            tuple(
                tuple((max(r, top) - top, max(c, first) - first) for r, c in grid.anchors[row][first : last + 1])
                for row in range(top, foot + 1)
            ),
        )
        for top, foot, first, last in found
    ]
    return [*(one for one in inner if one.columns > 1), grid._replace(anchors=tuple(map(tuple, anchors)))]


def _gaps(line: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first and last column of each stretch of other cells that one cell stands on both sides of."""
    gaps = []
    for cell in dict.fromkeys(line):
        own = [column for column, other in enumerate(line) if other == cell]
        gaps += [(a + 1, b - 1) for a, b in pairwise(own) if b - a > 2]
    return gaps


def _is_framed(grid: Grid, row: int) -> bool:
    """Whether the row is one merged cell as wide as the table."""
    return all(cell == grid.anchors[row][0] for cell in grid.anchors[row])


def _inside(grid: Grid, runs: Sequence[Run]) -> list[Run]:
    """The runs whose middle is in the grid."""
    left, right = 2 * grid.xs[0] - 4, 2 * grid.xs[-1] + 4
    top, foot = 2 * grid.ys[0] - 2, 2 * grid.ys[-1] + 2
    return [
        run
        for run in runs
        if top < run.top + run.bottom < foot and left < run.left + run.right < right and run.table < 0
    ]


def _tables(grid: Grid, runs: list[Run]) -> list[RuledTable]:
    """The table, or the tables that stand right on each other; none where the rules only frame text."""
    cells = _cells(grid, runs)
    framed = [_is_framed(grid, row) for row in range(len(grid.ys) - 1)]
    filled = {column for _, column in cells}
    if not filled or (len(filled) < 2 and (grid.columns < 3 or all(framed[row] for row, _ in cells))):
        return []
    found = (_table(grid, cells, framed, rows) for rows in _stretches(grid, framed))
    return [table for table in found if table.rows]


def _stretches(grid: Grid, framed: Sequence[bool]) -> list[range]:
    """The rows of each of the tables in a grid: another one begins where rows are divided at other edges than those above.

    A row with some of the edges of those above, or all of them and more, is of their table: its cells are merged.
    """
    starts = 0
    edges: set[int] = set()
    found = []
    for row in range(len(framed)):
        own = {column for _, column in grid.anchors[row]}
        if framed[row]:
            continue
        if not (own <= edges or edges <= own):
            found.append(range(starts, row))
            starts, edges = row, set()
        edges |= own
    return [*found, range(starts, len(framed))]


def _table(grid: Grid, cells: dict[tuple[int, int], list[Run]], framed: Sequence[bool], rows: range) -> RuledTable:
    """The table that these rows of a grid make."""
    beside = {column for row, column in cells if row in rows and not framed[row]}
    starts = {column for row in rows for _, column in grid.anchors[row]}
    used = [c for c in sorted(starts) if c in beside or grid.xs[c + 1] - grid.xs[c] > _SLIVER]
    edges = (*(grid.xs[column] for column in used[1:]), grid.xs[-1])
    made = []
    for row in rows:
        if framed[row]:
            texts = [tuple(_in_order(cells.get((row, 0), [])))] + [()] * (len(used) - 1)
        else:
            texts = [tuple(_in_order(cells.get((row, column), []))) for column in used]
        if any(texts):
            place = (grid.xs[0], grid.ys[row], grid.xs[-1], grid.ys[row + 1])
            made.append(TableRow(tuple(texts), framed[row], *place, edges))
    return RuledTable(Grid((grid.xs[0], *edges), grid.ys[rows.start : rows.stop + 1], ()), tuple(made))


def _cells(grid: Grid, runs: Sequence[Run]) -> dict[tuple[int, int], list[Run]]:
    """The runs, or their pieces, by the first cell of the merged cell that each stands in."""
    xs, ys, anchors = grid.xs, grid.ys, grid.anchors
    last_row, last_column = len(ys) - 1, len(xs) - 1  # what lies outside belongs to the outermost
    cells: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        lefts, rights = run.columns.lefts, run.columns.rights
        row = anchors[bisect_right(ys, (run.top + run.bottom) / 2, 1, last_row) - 1]
        first = row[bisect_right(xs, lefts[run.first] + 1, 1, last_column) - 1]
        if first == row[bisect_right(xs, rights[run.end - 1] - 1, 1, last_column) - 1]:
            cells[first].append(run)
            continue
        places = [row[_index(xs, (word.left + word.right) / 2)] for word in run.words]
        for anchor, words in groupby(zip(places, run.words, strict=True), key=itemgetter(0)):
            cells[anchor].append(run_of([word for _, word in words], run.turned))
    return cells


def _index(edges: tuple[float, ...], at: float) -> int:
    """The index of the column or row that a position is in; the outermost for one outside."""
    return bisect_right(edges, at, 1, len(edges) - 1) - 1


def _in_order(runs: list[Run]) -> list[Run]:
    """The lines of a cell from the top; turned text in the order of the stream."""
    if len(runs) < 2 or any([run.turned for run in runs]):
        return runs
    if all([above.bottom <= run.top for above, run in pairwise(runs)]):
        return runs
    return by_position(runs)
