"""The rows of a PDF's ruled tables to blocks: headers, tables that a page's end splits, paragraphs in cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.models import Block, BlockKind
from corpus.readers.pdf_blocks import page_blocks
from corpus.readers.pdf_lines import live_and_struck, page_lines
from corpus.readers.pdf_measure import Measure, joined
from corpus.readers.pdf_runs import Run, rounded_box
from corpus.readers.pdf_tables import RuledTable, TableRow

_NUMBERED = re.compile(r"^\(?[A-Z]{0,4}[ ./-]?\d{1,4}\b(?!,)|^$")  # how a row that holds a minute begins
_PADDING = 6.0  # points between a cell's words and its right edge
_FRAMED_LINES = 4  # a cell as wide as its table, of more lines, is text in a frame


class TableBlocks:
    """Numbers the tables of a paper, and joins those that a page's end splits."""

    def __init__(self, usual: Measure) -> None:
        self._usual = usual
        self._last: RuledTable | None = None
        self._number = 0
        self._head: tuple[tuple[str, ...], ...] = ()

    def interrupt(self) -> None:
        """Note that text follows: the next table is another one."""
        self._last = None

    def blocks(self, table: RuledTable, page: int, width: float) -> list[Block]:
        """The rows of a table, numbered as the table above where they continue it.

        A row that is one long cell over all columns comes out as the paragraphs in it.
        """
        texts = [tuple(self._text(cell) for cell in row.cells) for row in table.rows]
        continued = self._last is not None and _same_columns(self._last, table) and not self._is_headed(table, texts)
        if continued:
            heads = 0
            while heads < len(texts) and heads < len(self._head) and texts[heads] == self._head[heads]:
                heads += 1
        else:
            self._number += 1
            heads = _header_rows(table.rows, texts)
            self._head = tuple(texts[:heads])
        self._last = table
        columns = {index for row in table.rows for index, cell in enumerate(row.cells) if cell}
        only_text = not continued and len(columns) == 1
        found: list[Block] = []
        for index, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
            filled = next(cell for cell in row.cells if cell)
            if only_text or (row.framed and len(filled) > _FRAMED_LINES):
                lines = page_lines(filled, width)
                found += [block for block in page_blocks(lines, page, self._usual) if isinstance(block, Block)]
            else:
                inner = self._inner(row, page, width) if _NUMBERED.match(cells[0]) else ()
                found.append(_row_block(row, cells, page, self._number, index < heads, inner))
        return found

    def _is_headed(self, table: RuledTable, texts: Sequence[tuple[str, ...]]) -> bool:
        """Whether a table begins with names of columns that are not those of the table above."""
        own = texts[: _header_rows(table.rows, texts)]
        figures = any(any(map(str.isdigit, cell)) for cells in own for cell in cells)
        return bool(own) and not figures and tuple(own) != self._head[: len(own)]

    def _inner(self, row: TableRow, page: int, width: float) -> tuple[tuple[str, ...], ...]:
        """The paragraphs of each cell; () where no cell has more than one.

        The last cell's lines stand beside the paragraphs of the longest: as many, "" where none stands there.
        """
        if all(_is_one_line(cell) for cell in row.cells):
            return ()
        parted = [self._paragraphs(cell, edge, page, width) for cell, edge in zip(row.cells, row.edges, strict=True)]
        longest = max(parted, key=len)
        if len(longest) < 2:
            return ()
        texts = [[block.text for block in blocks] for blocks in parted]
        if row.cells[-1] and parted[-1] is not longest:
            texts[-1] = _beside(row.cells[-1], longest, self._usual)
        return tuple(map(tuple, texts))

    def _paragraphs(self, cell: Sequence[Run], edge: float, page: int, width: float) -> list[Block]:
        lines = page_lines([replace(run, limit=edge - _PADDING) for run in cell], width)
        blocks = page_blocks(lines, page, self._usual)
        return [block for block in blocks if isinstance(block, Block) and block.text]

    def _text(self, cell: Sequence[Run]) -> str:
        texts = [live_and_struck(run)[0] for run in cell]
        return joined(texts, self._usual) if len(texts) > 1 else "".join(texts)


def _beside(cell: Sequence[Run], paragraphs: Sequence[Block], usual: Measure) -> list[str]:
    """The lines of a cell by the paragraph that each stands beside, "" for one that none stands beside."""
    tops = [block.box.top if block.box else 0.0 for block in paragraphs]
    lines: list[list[str]] = [[] for _ in paragraphs]
    at = 0
    for run in cell:
        text = live_and_struck(run)[0]
        goes_on = lines[at] and (text[:1].islower() or lines[at][-1].endswith(("/", "-")))
        if not goes_on:
            at = max((i for i, top in enumerate(tops) if top <= (run.top + run.bottom) / 2), default=0)
        lines[at].append(text)
    return [joined(texts, usual) if len(texts) > 1 else "".join(texts) for texts in lines]


def _is_one_line(cell: Sequence[Run]) -> bool:
    return not cell or len(cell) == 1 and cell[0].pieces == 1


def _same_columns(one: RuledTable, other: RuledTable) -> bool:
    if one.grid.columns != other.grid.columns:
        return False
    return all(abs(a - b) < 5 for a, b in zip(one.grid.xs, other.grid.xs, strict=True))


def _header_rows(rows: Sequence[TableRow], texts: Sequence[tuple[str, ...]]) -> int:
    """How many rows at the top are headers: bold ones, or a first row of short words over longer ones."""
    heads = 0
    for row in rows[:3]:
        filled = [cell for cell in row.cells if cell]
        if not all(run.all_bold for cell in filled for run in cell):
            break
        heads += 1
    while heads and sum(map(bool, texts[heads - 1])) < 2:
        heads -= 1
    if heads == len(rows):
        heads = min(heads, 1) if len(rows) > 1 else 0
    if heads or len(rows) < 3:
        return heads
    first = texts[0]
    words = all(cell and len(cell) < 60 and not any(map(str.isdigit, cell)) for cell in first)
    bodies = any(any(map(str.isdigit, cell)) or len(cell) > 80 for row in texts[1:] for cell in row)
    return 1 if words and bodies and len(first) > 2 else 0


def _row_block(
    row: TableRow, cells: tuple[str, ...], page: int, table: int, header: bool, inner: tuple[tuple[str, ...], ...]
) -> Block:
    runs = [run for cell in row.cells for run in cell]
    return Block(
        BlockKind.ROW,
        " | ".join(cells),
        page,
        cells=cells,
        table=table,
        header=header,
        bold=all([run.all_bold for run in runs]),
        struck=" ".join([live_and_struck(run)[1] for run in runs if run.any_struck]),
        box=rounded_box(row.left, row.top, row.right, row.bottom),
        inner=inner,
    )
