"""The lines of a list of people with their columns: what stands side by side on the page. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Block

_GAP = re.compile(r" {3,}|(?:\s?[.…·_]){4,}\s*|\t+")
_OPEN = re.compile(r"\([^)]*$")
_RUNS_ON = re.compile(r"(?:[,;&]|\band)$")
SAME_COLUMN = 3  # characters that a column's cells may begin apart
_FULL = 72  # characters; a line that is longer was probably wrapped


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """Words of one line that stand together."""

    offset: int  # characters from the line's start
    text: str

    @property
    def middle(self) -> float:
        """Where its middle stands, in characters from the line's start."""
        return self.offset + len(self.text) / 2


Line = tuple[PrintedCell, ...]


def lines_of(block: Block) -> list[Line]:
    """The lines of a block as cells, those that wide gaps or leaders part; wrapped ones joined, no line empty."""
    raw = block.printed or tuple(block.text.split("\n"))
    lines: list[Line] = []
    last_length = 0
    for text in raw:
        cells = _cells(text)
        above = lines[-1] if lines else ()
        if len(cells) == 1 and above and _wraps(above, cells[0], was_full=last_length >= _FULL):
            last = above[-1]
            lines[-1] = (*above[:-1], PrintedCell(last.offset, f"{last.text} {cells[0].text}"))
        elif cells:
            lines.append(cells)
        last_length = len(text)
    return lines


def _cells(text: str) -> Line:
    cells: list[PrintedCell] = []
    start = 0
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        words = text[start:end].strip()
        if words.startswith("(") and cells:
            cells[-1] = PrintedCell(cells[-1].offset, f"{cells[-1].text} {' '.join(words.split())}")
        elif words:
            offset = start + len(text[start:end]) - len(text[start:end].lstrip())
            cells.append(PrintedCell(offset, " ".join(words.split())))
        start = gap.end() if gap else end
    return tuple(cells)


def _wraps(above: Line, cell: PrintedCell, *, was_full: bool) -> bool:
    """Whether a line goes on with the words above it: an open bracket, a comma, a small letter, a full line."""
    words = above[-1].text
    if _OPEN.search(words) or cell.text.startswith("("):
        return True
    if len(above) == 1 or cell.offset >= above[-1].offset - SAME_COLUMN:
        ended = words.endswith(")")
        return bool(_RUNS_ON.search(words)) or cell.text[:1].islower() or was_full and not ended
    return False


def as_rows(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The lines as rows of a table under the first line with more than one cell: each cell in the column that it stands under.

    Lines above it are left out; a column in front without a head gets an empty one.
    """
    first = next((i for i, line in enumerate(lines) if len(line) > 1), None)
    if first is None:
        return []
    heads = list(lines[first])
    least = min((line[0].offset for line in lines[first + 1 :]), default=0)
    if least < heads[0].offset - SAME_COLUMN:
        heads.insert(0, PrintedCell(least, ""))
    rows = [tuple(head.text for head in heads)]
    for line in lines[first + 1 :]:
        row = [""] * len(heads)
        for cell in line:
            column = min(range(len(heads)), key=lambda i: _distance(heads[i], cell))
            row[column] = f"{row[column]} {cell.text}".strip()
        rows.append(tuple(row))
    return rows


def _distance(head: PrintedCell, cell: PrintedCell) -> float:
    """How far a cell stands from a column: by their left edges or their middles, whichever is nearer."""
    return min(abs(head.offset - cell.offset), abs(head.middle - cell.middle))
