"""Tables with a column for each of two languages: their rows as paragraphs, the same item in both. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from corpus.models import Block, BlockKind
from corpus.readers.words import SENTENCE_END
from corpus.side_by_side import SideLine, bands, is_english_right, say_the_same

_LONGEST_TITLE = 120  # characters


def with_twin_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; rows whose last two cells say the same in two languages as paragraphs, those of the left cell first.

    What stands left of both, a number, goes before the first of them. A header that names the languages is furniture.
    """
    signs = _signs(blocks)
    if not signs:
        return list(blocks)
    out: list[Block] = []
    numbers = count(1 + max(abs(block.twin) for block in blocks))
    for block in blocks:
        sign = signs.get((block.table, len(block.cells))) if block.kind is BlockKind.ROW else None
        if sign is None:
            out.append(block)
        elif block.header and not any(" " in cell for cell in block.cells[-2:]):
            out.append(replace(block, kind=BlockKind.FURNITURE, cells=(), inner=()))
        else:
            out += _paragraphs(block, sign, numbers)
    return out


def _signs(blocks: Sequence[Block]) -> dict[tuple[int, int], int]:
    """The tables in two languages, by number and how many cells their rows have: the sign of the left column's twins."""
    rows: dict[tuple[int, int], list[Block]] = defaultdict(list)
    for block in blocks:
        if block.kind is BlockKind.ROW and len(block.cells) in (2, 3) and not block.header:
            rows[block.table, len(block.cells)].append(block)
    signs: dict[tuple[int, int], int] = {}
    for key, table in rows.items():
        left, right = (" ".join(row.cells[column] for row in table if all(row.cells[-2:])) for column in (-2, -1))
        if say_the_same(left, right):
            signs[key] = -1 if is_english_right(left, right) else 1
    return signs


def _paragraphs(row: Block, sign: int, numbers: Iterator[int]) -> Iterator[Block]:
    """The row's words as paragraphs; a row that fills one column alone is said in one language.

    Where cells hold several items, these are parted by the numbers that both print. `sign` is that of the left column's
    twins, which take the next of `numbers`.
    """
    plain = replace(row, kind=BlockKind.TEXT, cells=(), inner=(), table=0, struck="")
    *before, left, right = [_cell(row, column) for column in range(len(row.cells))]
    number = " ".join(before[0]) if before else ""
    for band in bands(_side_lines(left, 0.0), _side_lines(right, 0.5), near=0.1):
        twin = sign * next(numbers) if left and right else 0
        for lines, side in ((left[band.left], twin), (right[band.right], -twin)):
            yield from _cell_paragraphs(replace(plain, twin=side), lines, number)
            number = ""
    if row.struck:
        yield replace(plain, text="", struck=row.struck)


def _side_lines(lines: Sequence[str], row: float) -> list[SideLine]:
    """A cell's paragraphs as lines of a column; by `row` those of two cells stand in no row together."""
    return [SideLine(row + i, line, gap=True) for i, line in enumerate(lines)]


def _cell_paragraphs(plain: Block, lines: Sequence[str], number: str) -> Iterator[Block]:
    """The paragraphs of one item in one language, a number before them, each like the plain block."""
    titled = bool(lines) and len(lines[0]) <= _LONGEST_TITLE and not SENTENCE_END.search(lines[0])
    if number and lines and not titled:
        lines = [f"{number} {lines[0]}", *lines[1:]]
    elif number:
        yield replace(plain, kind=BlockKind.HEADING, bold=True, text=number)
    for i, line in enumerate(lines):
        heads = titled and i == 0 and len(lines) > 1
        yield replace(plain, kind=BlockKind.HEADING if heads else BlockKind.TEXT, bold=heads, text=line)


def _cell(row: Block, column: int) -> list[str]:
    """The paragraphs of a cell."""
    inner = row.inner[column] if row.inner else ()
    return list(inner or ([row.cells[column]] if row.cells[column] else []))
