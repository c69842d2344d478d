"""Tables in a text, told as sentences: a row's cells under their columns' names."""

import re

_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?")
_FIGURES = re.compile(r"[£\d.,%\s-]+")
_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")
_SCALE = re.compile(r"\s?\(?£\s?'?(?:000s?|k|m)\)?", re.I)
_THOUSANDS, _MILLIONS = re.compile(r"£\s?'?(?:000|k)"), re.compile(r"£\s?m")
_PERCENT = re.compile(r"%|per cent|percentage")


def tables_told(text: str) -> str:
    """Return a table's rows as sentences: "Ward | 2023" over "Ash | 5" becomes "Ward: Ash. Ash 2023: 5".

    Each cell stands behind the row's first cell and its column's name. A text that is no table comes back as it is.
    """
    lines = text.split("\n")
    if len(lines) < 2 or "|" not in lines[-1]:
        return text
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    if len(rows[0]) == len(rows[-1]) - 1 > 1:
        rows[0] = ["", *rows[0]]  # the rows' own names stand under no column's
    header = next((row for row in rows[:-1] if len(row) == len(rows[-1]) and len(row) > 1), None)
    if header is None:
        return text
    sentences = []
    for row in rows[rows.index(header) + 1 :]:
        if len(row) != len(header):
            return text
        sentences += _as_sentences(row, header)
    return ".\n".join(sentences)


def _as_sentences(row: list[str], header: list[str]) -> list[str]:
    """Return a row's cells that hold anything, each behind the names of its row and column."""
    has_name = not _FIGURES.fullmatch(row[0]) or _YEAR.fullmatch(row[0])
    label = row[0] if has_name else ""
    first = f"{header[0]}: {row[0]}" if header[0] else row[0]
    cells = zip(header[1:], row[1:], strict=True)
    return [first, *(f"{label} {_SCALE.sub('', name)}: {_in_unit(cell, name)}" for name, cell in cells if cell)]


def _in_unit(cell: str, name: str) -> str:
    """Return a bare number of a cell in the unit that its column's name gives: %, £, £000, £m."""
    if not _NUMBER.fullmatch(cell):
        return cell
    if _THOUSANDS.search(name):
        return f"£{cell}k"
    if _MILLIONS.search(name):
        return f"£{cell}m"
    if "£" in name:
        return f"£{cell}"
    return f"{cell}%" if _PERCENT.search(name) else cell
