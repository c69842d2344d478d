"""HTML inside text files: its line ends, headings and lists as lines of text."""

import re
from collections.abc import Iterator, Sequence

_MARK = re.compile(r"</?(?:br|p|div|li|ol|ul|h[1-6]|section|article|tr)\b[^<>]*/?>", re.I)
_BOX = re.compile(r"^(\s*(?:>\s*)+)\[!\w+\][-+]?\s*")  # the mark of a box in Markdown, before its title
_START = re.compile(r"\bstart\s*=\s*[\"']?(\d{1,5})", re.I)


def without_marks(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line's number from 1 and its words; a line with block tags becomes as many lines as they part.

    `<ol start="12"><li>` numbers its items as a browser prints them. Rows of tables keep their tags: those stand in cells.
    """
    counts: list[int | None] = []  # open lists: the next number, None for bullets
    for number, marked in enumerate(rows, 1):
        row = _BOX.sub(r"\1", marked) if "[!" in marked else marked
        if "<" not in row or "\t" in row.strip() or row.lstrip().startswith("|") or not _MARK.search(row):
            yield number, row
            continue
        lead, start = "", 0
        for mark in _MARK.finditer(row):
            if row[start : mark.start()].strip():
                yield number, lead + row[start : mark.start()].strip()
                lead = ""
            elif start and _ends_line(row[: mark.start()]) and _ends_line(mark.group()):
                yield number, ""
            lead = _lead(mark.group().lower(), counts) or lead
            start = mark.end()
        if row[start:].strip():
            yield number, lead + row[start:].strip()


def _ends_line(text: str) -> bool:
    return bool(re.search(r"<(?:br\b[^<>]*|/p|/div|/h[1-6])>\s*$", text, re.I))


def _lead(mark: str, counts: list[int | None]) -> str:
    """What a tag prints before the words behind it: a list's number or bullet, a heading's marks."""
    name = re.sub(r"[</>\s].*$", "", mark.lstrip("</"))
    if mark.startswith("</"):
        if name in {"ol", "ul"} and counts:
            counts.pop()
        return ""
    if name == "ol":
        start = _START.search(mark)
        counts.append(int(start[1]) if start else 1)
    elif name == "ul":
        counts.append(None)
    elif name == "li":
        number = counts[-1] if counts else None
        if number is None:
            return "- "
        counts[-1] = number + 1
        return f"{number}. "
    elif re.fullmatch(r"h[1-6]", name):
        return "#" * int(name[1]) + " "
    return ""
