"""Tables in text files: which rows are headers, and which tables a page's end split. Pure."""

import re
from collections import Counter
from dataclasses import replace

from corpus.models import Block, BlockKind
from corpus.readers.table_cells import looks_like_header
from corpus.readers.words import SENTENCE_END

_RECENT = 60  # blocks above that are searched for the rows of a table that goes on


def with_headers(blocks: list[Block]) -> list[Block]:
    """The blocks with each table's header found, and tables and cells joined that a page's end split."""
    out: list[Block] = []
    renamed: dict[int, int] = {}  # a table that goes on with the one above takes its number
    for block in blocks:
        last = out[-1] if out else None
        if last is not None and _goes_on(last, block, out):
            renamed[block.table] = last.table
            if _runs_on(last, block):
                out[-1] = _joined(last, block)
                continue
        if block.kind is BlockKind.ROW:
            block = replace(block, table=renamed.get(block.table, block.table))
        out.append(block)
    return _mark_headers(out)


def _goes_on(last: Block, block: Block, out: list[Block]) -> bool:
    """Whether a row goes on with the table above it, parted only by blank lines."""
    rows = block.kind is BlockKind.ROW and last.kind is BlockKind.ROW
    return rows and block.after_gap and _continues(last, block, out)


def _continues(last: Block, block: Block, out: list[Block]) -> bool:
    """Whether a row behind blank lines is one more of the table above, not the first of another."""
    if len(block.cells) != len(last.cells):
        return False
    rows = [row for row in out[-_RECENT:] if row.kind is BlockKind.ROW and row.table == last.table]
    if len(rows) == 1 and looks_like_header(last.cells):
        return True
    if looks_like_header(block.cells):
        return False
    return (
        block.cells[0] == ""
        or len(block.cells) > 3
        and any(row.header or looks_like_header(row.cells) for row in rows[:2])
    )


def _runs_on(last: Block, block: Block) -> bool:
    """Whether a row's cells are the ends of the cells above (a page broke inside the row)."""
    filled = [(a, b) for a, b in zip(last.cells, block.cells, strict=True) if b]
    return (
        bool(filled)
        and block.cells[0] == ""
        and all(a for a, _ in filled)
        and any(not SENTENCE_END.search(a) or b[:1].islower() for a, b in filled)
    )


def _joined(last: Block, block: Block) -> Block:
    cells = tuple(f"{a} {b}".strip() for a, b in zip(last.cells, block.cells, strict=True))
    return replace(last, cells=cells, text=" | ".join(cells).strip(), end_line=block.end_line)


def _mark_headers(blocks: list[Block]) -> list[Block]:
    """The first row of each table as its header where it looks like one, and the row below a row of column numbers."""
    sizes = Counter(block.table for block in blocks if block.kind is BlockKind.ROW)
    numbered: set[int] = set()  # tables whose row above is one of column numbers
    seen: set[int] = set()
    out = []
    for block in blocks:
        first = block.table not in seen
        if block.kind is BlockKind.ROW and (first or block.table in numbered):
            seen.add(block.table)
            numbered.discard(block.table)
            more = sizes[block.table] > 1
            if first and _are_column_numbers(block.cells):
                numbered.add(block.table)
                block = replace(block, header=more)
            elif more and (looks_like_header(block.cells) or not first and _are_names(block.cells)):
                block = replace(block, header=True)
        out.append(block)
    return out


def _are_column_numbers(cells: tuple[str, ...]) -> bool:
    return len(cells) > 2 and all(cell == str(n) for n, cell in enumerate(cells, 1))


def _are_names(cells: tuple[str, ...]) -> bool:
    """Whether the row under column numbers names the columns: no cell begins with a figure or ends as a sentence."""
    return not any(re.match(r"[£\d]", cell) or cell.endswith(".") for cell in cells)
