"""Tables in text files: which rows are headers, and which tables a page's end split. Pure."""

import re
from collections import Counter
from dataclasses import replace

from corpus.models import Block, BlockKind

_ENDS = re.compile(r"[.:;!?]['\"”’)\]]*$")


def with_headers(blocks: list[Block]) -> list[Block]:
    """Rows with their tables' headers found, tables split by a page joined, cells that run on joined."""
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
    rows = block.kind is BlockKind.ROW and last.kind is BlockKind.ROW
    return rows and block.after_gap and _continues(last, block, out)


def _continues(last: Block, block: Block, out: list[Block]) -> bool:
    """Whether a table that starts here goes on with the one above, parted only by blank lines."""
    if len(block.cells) != len(last.cells):
        return False
    rows = [row for row in out[-60:] if row.kind is BlockKind.ROW and row.table == last.table]
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
        and any(not _ENDS.search(a) or b[:1].islower() for a, b in filled)
    )


def _joined(last: Block, block: Block) -> Block:
    cells = tuple(f"{a} {b}".strip() for a, b in zip(last.cells, block.cells, strict=True))
    return replace(last, cells=cells, text=" | ".join(cells).strip(), end_line=block.end_line)


def _mark_headers(blocks: list[Block]) -> list[Block]:
    """The first row of each table as its header where it looks like one, and the row below a row of column numbers."""
    sizes = Counter(block.table for block in blocks if block.kind is BlockKind.ROW)
    numbered: set[int] = set()
    seen: set[int] = set()
    out = []
    for block in blocks:
        if block.kind is BlockKind.ROW and (block.table not in seen or block.table in numbered):
            first = block.table not in seen
            seen.add(block.table)
            numbered.discard(block.table)
            if first and _are_column_numbers(block.cells):
                numbered.add(block.table)
                block = replace(block, header=sizes[block.table] > 1)
            elif (
                not block.header
                and sizes[block.table] > 1
                and (looks_like_header(block.cells) or not first and _are_names(block.cells))
            ):
                block = replace(block, header=True)
        out.append(block)
    return out


def _are_column_numbers(cells: tuple[str, ...]) -> bool:
    return len(cells) > 2 and all(cell == str(n) for n, cell in enumerate(cells, 1))


def _are_names(cells: tuple[str, ...]) -> bool:
    """Whether the row under column numbers names the columns: no cell begins with a figure or ends as a sentence."""
    return not any(re.match(r"[£\d]", cell) or cell.endswith(".") for cell in cells)


def looks_like_header(cells: tuple[str, ...]) -> bool:
    """Whether a first row names its columns: short labels, no sums or sentences, none that ends in a colon."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or filled[0].endswith(":") and len(cells) == 2:
        return False
    if (
        any(len(cell) > 90 or len(cell) > 12 and cell.endswith((".", ";")) for cell in filled[:-1])
        or len(filled[-1]) > 140
    ):
        return False
    values = sum(bool(re.fullmatch(r"[£$]?[\d,.]+%?[mk]?", cell)) for cell in filled)
    return values == 0 or bool(re.match(r"(?:financial )?(?:year|period|quarter)|1$", filled[0], re.I))
