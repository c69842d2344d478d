"""What tables of all formats have in common: how far a merged cell reaches, and which row names the columns."""

import re
from collections.abc import Sequence

from corpus.readers.words import TABLE, fold

MOST_COLUMNS = 64  # that a merged cell may take
LONGEST_REPEAT = 300  # characters; a longer merged cell would drown the rows that it stands beside
_LONGEST_LABEL = 90  # characters of a column's name; the last column's may be longer
_LONGEST_LAST = 140
_VALUE = re.compile(r"[£$]?[\d,.]+%?[mk]?")
_PERIOD = re.compile(r"(?:financial )?(?:year|period|quarter)|1$", re.I)


def parted(cells: Sequence[str]) -> list[tuple[list[str], int]]:
    """A row's cells, and one more row for the words behind each table in them; each with how many tables follow it.

    The cells are as a reader found them, with TABLE where a table stood.
    """
    parts = [cell.split(TABLE) for cell in cells]
    rows = [([part[0] for part in parts], 0)]
    for column, (_, *behind) in enumerate(parts):
        for part in behind:
            rows[-1] = (rows[-1][0], rows[-1][1] + 1)
            if fold(part):
                rows.append(([part if other == column else "" for other in range(len(cells))], 0))
    return rows


def looks_like_header(cells: tuple[str, ...]) -> bool:
    """Whether a first row names its columns: short labels, no sums or sentences, none that ends in a colon."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or filled[0].endswith(":") and len(cells) == 2:
        return False
    if len(filled[-1]) > _LONGEST_LAST or any(map(_is_no_label, filled[:-1])):
        return False
    return not any(map(_VALUE.fullmatch, filled)) or bool(_PERIOD.match(filled[0]))


def _is_no_label(cell: str) -> bool:
    return len(cell) > _LONGEST_LABEL or len(cell) > 12 and cell.endswith((".", ";"))
