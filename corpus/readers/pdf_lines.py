"""Runs of words to the lines of a page, in the order in which a person reads them.

The content stream's order is evidence, not truth. A stretch of it that goes down the page is a chain.
Chains that stand one below the other are read from the top. Where chains stand beside each other they
are columns, read one after the other; where they are interleaved they are sorted by position.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress, pairwise

from corpus.readers.pdf_columns import Twins, twin_columns
from corpus.readers.pdf_labels import with_whole_labels
from corpus.readers.pdf_runs import Run, by_position, merged, middle, same_row

_NARROW = 0.13  # of the page's width; a column no wider holds numbers or initials, not prose
_SIDE_NOTE = 24  # characters; a longer text in the margin is no action column


@dataclass(slots=True, eq=False)  # not frozen: a frozen one takes five times as long to make
class Line:
    """One visual line, or the place of a table (`table` from 0)."""

    run: Run  # its words
    text: str  # without struck words
    struck: str
    left: float
    top: float
    right: float
    bottom: float
    height: float  # of its type, from the font's top to its foot
    lead_bold: bool  # its first word with a letter is bold
    bold: bool  # every word with a letter is bold
    limit: float  # right edge of the column that it stands in
    table: int = -1
    pieces: int = 1  # more where it has wide gaps
    turned: bool = False  # written up or down the page
    note: bool = False  # stands in the margin beside a paragraph
    twin: int = 0  # lines side by side in two languages share a number on their page, as blocks do


PRINTED_PAGES = re.compile(r"^\(?pages? \d+(?: ?[-–] ?\d+)?\)?$", re.I)

_Chain = list[Run]  # each run a whole row of the page


def page_lines(runs: Sequence[Run], width: float) -> list[Line]:
    """The lines of a page in reading order; every word of the runs is in exactly one line."""
    turned = [run for run in runs if run.turned]
    upright = [run for run in runs if not run.turned] if turned else runs
    twins = twin_columns(upright, width)
    rows = _around(twins, upright, width) if twins else _ordered(_chains(upright), width)
    rows = with_whole_labels(rows)
    limit = _right_edge(rows)
    lines = []
    for row in rows:
        edge = row.limit or limit
        if row.pieces == 1 and row.right <= edge + 3 and row.table < 0:
            lines.append(_line(row, edge))
        else:
            lines += _line_and_note(row, edge, width)
    lines += [replace(_line(run, limit), turned=True) for run in turned]
    return lines


def _around(twins: Sequence[Twins], runs: Sequence[Run], width: float) -> list[Run]:
    """The rows of the page, those of columns in two languages in their own order, all others as on any page."""
    inside = {id(run) for columns in twins for run in columns.runs}
    rows: list[Run] = []
    rest = [run for run in runs if id(run) not in inside]
    for columns in twins:
        above = [run for run in rest if middle(run) < columns.top]
        rest = [run for run in rest if middle(run) >= columns.top]
        rows += _ordered(_chains(above), width)
        sides = [[row for row in columns.rows if (row.left < columns.edge) is left] for left in (True, False)]
        limits = [_right_edge(side) for side in sides]
        rows += [replace(row, limit=limits[row.left >= columns.edge]) for row in columns.rows]
    return rows + _ordered(_chains(rest), width)


def _chains(runs: Iterable[Run]) -> list[_Chain]:
    """The stretches of the stream that go down the page, with the runs of one row merged."""
    chains: list[_Chain] = []
    chain: _Chain = []
    for run in runs:
        last = chain[-1] if chain else None
        if last and run.left >= last.right - 2 and same_row(last, run) and run.table < 0 and last.table < 0:
            chain[-1] = merged(last, run)
        elif last and run.top >= last.top and run.top + run.bottom > last.top + last.bottom:
            chain.append(run)
        else:
            chain = [run]
            chains.append(chain)
    return chains


def _ordered(chains: list[_Chain], width: float) -> list[Run]:
    """The rows of all chains as a person reads them."""
    if len(chains) < 2:
        return chains[0] if chains else []
    rows: list[Run] = []
    for band in _bands(chains):
        if len(band) == 1:
            rows += band[0]
        else:
            rows += _beside(band, width)
    return rows


def _bands(chains: list[_Chain]) -> list[list[_Chain]]:
    """The chains, top first, cut where there begin or cease to be several beside each other."""
    spans = [(chain[0].top, max(run.bottom for run in chain)) for chain in chains]
    edges = sorted({edge for span in spans for edge in span})
    zones: list[tuple[float, float]] = []  # where two or more chains stand beside each other
    for low, high in pairwise(edges):
        if sum(1 for top, bottom in spans if top < high - 1 and bottom > low + 1) > 1 and high - low > 2:
            if zones and low <= zones[-1][1] + 0.01:
                zones[-1] = (zones[-1][0], high)
            else:
                zones.append((low, high))
    groups: dict[float, list[_Chain]] = {}
    for chain in chains:
        for place, piece in _cut(chain, zones):
            groups.setdefault(place, []).append(piece)
    bands = []
    for place, group in groups.items():
        shared = place == int(place)
        bands += [group] if shared else [[piece] for piece in group]
    return sorted(bands, key=lambda band: min(chain[0].top for chain in band))


def _cut(chain: _Chain, zones: list[tuple[float, float]]) -> list[tuple[float, _Chain]]:
    """The pieces of a chain, each with the index of its zone, or a number between two indexes outside the zones."""
    pieces: list[tuple[float, _Chain]] = []
    for run in chain:
        at = middle(run)
        above = sum(1 for low, _ in zones if low <= at)
        place = float(above - 1) if above and at <= zones[above - 1][1] else above - 0.5
        if pieces and pieces[-1][0] == place:
            pieces[-1][1].append(run)
        else:
            pieces.append((place, [run]))
    return pieces


def _beside(chains: list[_Chain], width: float) -> list[Run]:
    """The rows of chains that stand beside each other: column after column, or by position."""
    columns = _columns(chains)
    if len(columns) == 1:
        return by_position(columns[0])
    wide = [column for column in columns if _extent(column) > _NARROW * width and len(column) > 1]
    if len(wide) < 2:
        return by_position([run for column in columns for run in column])
    rows: list[Run] = []
    for column in _joined_narrow(columns, width):
        ordered = by_position(column)
        limit = _right_edge(ordered)
        rows += [replace(run, limit=limit) for run in ordered]
    return rows


def _columns(chains: list[_Chain]) -> list[list[Run]]:
    """The columns, leftmost first: the runs of chains that overlap in width."""
    columns: list[tuple[float, float, list[Run]]] = []
    for chain in sorted(chains, key=lambda chain: min(run.left for run in chain)):
        left, right = min(run.left for run in chain), max(run.right for run in chain)
        if columns and left < columns[-1][1] - 2:
            low, high, runs = columns[-1]
            columns[-1] = (low, max(high, right), runs + chain)
        else:
            columns.append((left, right, list(chain)))
    return [runs for _, _, runs in columns]


def _joined_narrow(columns: list[list[Run]], width: float) -> list[list[Run]]:
    """The columns with each narrow one joined to the column on its right: printed numbers belong to their text."""
    joined: list[list[Run]] = []
    waiting: list[Run] = []
    for column in columns:
        if _extent(column) <= _NARROW * width and column is not columns[-1]:
            waiting += column
        else:
            joined.append(waiting + column)
            waiting = []
    return joined


def _extent(runs: list[Run]) -> float:
    return max(run.right for run in runs) - min(run.left for run in runs)


def _right_edge(rows: Sequence[Run]) -> float:
    """The right edge of full lines: near the greatest of the longer lines, without outliers."""
    full = sorted([row.right if row.pieces == 1 else _text_end(row) for row in rows if row.end - row.first > 3])
    full = [right for right in full if right > 0.6 * full[-1]]
    if not full:
        return max((row.right for row in rows), default=0.0)
    return full[int(0.9 * (len(full) - 1))]


def _text_end(row: Run) -> float:
    """The row's right edge without words that stand apart at its end."""
    apart = _apart(row)
    return row.columns.rights[row.first + apart - 1] if 0 < apart < row.end - row.first else row.right


def _apart(row: Run) -> int:
    """The index of the first of the few words that stand apart at the row's end; the row's length if none do."""
    first, end = row.first, row.end
    if row.pieces == 1:
        return end - first
    lefts, rights = row.columns.lefts, row.columns.rights
    for index in range(end - 1, max(end - 7, first), -1):
        if lefts[index] - rights[index - 1] > row.bottom - row.top:
            return index - first
    return end - first


def _printed_pages(row: Run) -> int:
    """The index of the word where "(Pages 5 - 10)" starts at the row's end, apart from its text; 0 where it does not."""
    start = _apart(row)
    return start if PRINTED_PAGES.match(" ".join(row.texts[start:])) else 0


def _line_and_note(row: Run, limit: float, width: float) -> list[Line]:
    """The row as a line, and as a second line what stands in a column to the right of its text."""
    if row.table >= 0:
        return [Line(row, "", "", row.left, row.top, row.right, row.bottom, 0.0, False, False, limit, row.table)]
    count = row.end - row.first
    pages = row.pieces > 1 and row.text[-1] == ")" and _printed_pages(row)
    if pages:
        return [_line(row.part(0, pages), limit), replace(_line(row.part(pages, count), limit), note=True)]
    if row.right <= limit + 3 or row.right < 0.8 * width:
        return [_line(row, limit)]
    start = _apart(row) if row.left < min(limit - 4, 0.6 * width) else 0
    if start == count or row.columns.lefts[row.first + start] < max(limit - 4, 0.6 * width):
        return [_line(row, limit)]
    if len("".join(row.texts[start:])) > _SIDE_NOTE:
        return [_line(row, limit)]
    beside = replace(_line(row.part(start, count), limit), note=True)
    return [_line(row.part(0, start), limit), beside] if start else [beside]


def live_and_struck(run: Run) -> tuple[str, str]:
    """The text of the run's words and that of the struck ones."""
    if not run.any_struck:
        return run.text, ""
    strucks = run.columns.strucks[run.first : run.end]
    live = " ".join([text for text, struck in zip(run.texts, strucks, strict=True) if not struck])
    return live, " ".join(compress(run.texts, strucks))


def _line(run: Run, limit: float) -> Line:
    lefts, tops, rights, bottoms, bolds, strucks = run.columns
    first, end = run.first, run.end
    text, struck = (run.text, "") if strucks.find(1, first, end) < 0 else live_and_struck(run)
    lead = bold = bolds[first] == 1
    if bolds.count(bolds[first], first, end) < end - first:
        marked = zip(run.texts, bolds[first:end], strict=True)
        lettered = [flag == 1 for word, flag in marked if any(map(str.isalpha, word))]
        lead, bold = (lettered[0], all(lettered)) if lettered else (lead, False)
    middle = first + (end - first) // 2
    height = rights[middle] - lefts[middle] if run.turned else bottoms[middle] - tops[middle]
    return Line(
        run,
        text,
        struck,
        lefts[first],
        run.top,
        run.right,
        run.bottom,
        height,
        lead,
        bold,
        limit,
        -1,
        run.pieces,
        twin=run.twin,
    )
