"""Votes in columns of a plain text: names or ticks below "For", "Against" become rows whose cells are parted by tabs. Pure."""

import re

_CELL = re.compile(r"\S+(?: \S+)*")
_SIDE = re.compile(
    r"(?:those |votes? |voted )?(?:for|against|in favou?r|opposed|ayes?|nays?|noes|no|yes|yeas?|abst\w*|absent|not voting|declin\w+ to vote|ar son|i gcoinne|staon|o blaid|yn erbyn)(?: the (?:motion|amendment|proposal))?\s*[:(]{0,2}\s*\d{0,3}\)?:?$",
    re.I,
)
_LETTERS = frozenset("YNAX")  # of ticks: yes, no, abstained, absent
_WHO = re.compile(
    r"(?:name|member|councill?or|director|trustee|commissioner|comhalta|supervisor|vote|voting|division)s?:?$", re.I
)
_SET_IN = 4  # letters by which a column of ticks stands right of the margin
_LONGEST = 45  # letters of a cell; what is longer is a sentence


def with_vote_columns(text: str) -> str:
    """The same text, line for line, with tabs between the cells of each vote that is printed in columns."""
    if "  " not in text:
        return text
    lines = text.split("\n")
    i = 0
    while i < len(lines):
        starts = _columns_of(lines[i])
        i += 1
        if not starts:
            continue
        rows: list[list[str]] = []
        while i + len(rows) < len(lines) and (row := _row_under(lines[i + len(rows)], starts)) is not None:
            rows.append(row)
        if rows:
            head = [words for _, words in _cells(lines[i - 1])]
            named = len(head) == len(starts) or any(row[0] for row in rows)
            lines[i - 1] = "\t".join(["", *head] if named and len(head) == len(starts) - 1 else head)
            lines[i : i + len(rows)] = ["\t".join(row if named else row[1:]) for row in rows]
            i += len(rows)
    return "\n".join(lines)


def _is_sentence(words: str) -> bool:
    return len(words) > _LONGEST or ":" in words or words.endswith(".") and len(words.split()) > 2


def _parted(cell: tuple[int, str], starts: list[int]) -> list[tuple[int, str]]:
    """A cell in two where one space alone parts it from the next column."""
    start, words = cell
    for column in starts[1:]:
        at = column - start
        if 0 < at < len(words) and words[at - 1] == " ":
            return [(start, words[: at - 1]), (column, words[at:])]
    return [cell]


def _cells(line: str) -> list[tuple[int, str]]:
    """Where each cell of a line begins, and its words; two spaces part them."""
    return [(found.start(), found[0]) for found in _CELL.finditer(line)]


def _columns_of(line: str) -> list[int]:
    """Where the columns begin below a line that names the sides of a vote, the first that of the names; [] for others."""
    if "  " not in line and "\t" not in line and line.isascii():
        return []  # one cell
    cells = _cells(line)
    who = bool(cells) and bool(_WHO.match(cells[0][1]))
    sides = cells[1:] if who else cells
    words = [words for _, words in sides]
    letters = len(words) > 1 and set(words) <= _LETTERS
    if len(words) < 2 or not (letters or all(_SIDE.match(word) for word in words)):
        return []
    return [cells[0][0] if who else -1, *(start for start, _ in sides)]


def _row_under(line: str, starts: list[int]) -> list[str] | None:
    """A line's cells by column, "" where it has none; None where the line is no row."""
    cells = [part for cell in _cells(line) for part in _parted(cell, starts)]
    if not cells or len(cells) > len(starts) or any(_is_sentence(words) for _, words in cells):
        return None
    if len(cells) == 1 and starts[1] - cells[0][0] > _SET_IN:
        return None  # words at the margin, and nothing in a column
    row = [""] * len(starts)
    for start, words in cells:
        column = 0 if start < starts[1] - 2 else max(range(1, len(starts)), key=lambda k: -abs(starts[k] - start))
        if row[column]:
            return None
        row[column] = words
    return row
