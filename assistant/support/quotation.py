"""Whether a sentence is a paragraph's own words: whole sentences, a list's item behind its lead, a row cell by cell. Pure."""

import re
from functools import lru_cache

from assistant.language.figures import numbering_end
from assistant.language.normalise import squashed

_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_ENDS = re.compile(r"[.!?;:](?=\s|$)|[\n|\t]|\s-\s|^\s*[-•]\s")
_ASIDE = re.compile(r"\([^()]*\)")
_RUN_ON = re.compile(r"(?<![.!?;])\n(?!\n)")


def is_quoted(sentence: str, paragraph: str) -> bool:
    """Whether the sentence is one or more whole sentences of the paragraph, word for word, or a row of it told by cells.

    Part of a sentence is no quotation: "the motion was agreed" does not follow from "it is not known whether the
    motion was agreed". Nor is one under another paragraph's number ("4.12 That ...").
    """
    number = _DOTTED.match(sentence)
    if number and number[0] not in paragraph:
        return False
    said = f"\n{_sentences(sentence)}\n"
    read = [paragraph, _ASIDE.sub(" ", paragraph)]
    if "|" in paragraph:
        return any(said in f"\n{_sentences(text)}\n" for text in read) or _is_row(sentence, paragraph)
    return any(said in f"\n{_sentences(text)}\n" for text in (*read, _RUN_ON.sub(" ", paragraph)))


def told_cells(row: str, header: str) -> list[str]:
    """A row's cells that hold anything, each behind its column's name where the header is as wide as the row."""
    cells = [cell.strip() for cell in row.split("|")]
    names = [cell.strip() for cell in header.split("|")]
    if len(names) != len(cells):
        return [cell for cell in cells if cell]
    return [f"{name}: {cell}" if name else cell for name, cell in zip(names, cells, strict=True) if cell]


def _is_row(sentence: str, paragraph: str) -> bool:
    """Whether the sentence tells a row of the paragraph from its first cell on, each cell behind its column's name."""
    said = squashed(sentence)
    lines = [line for line in paragraph.split("\n") if "|" in line]
    for n, line in enumerate(lines):
        for header in lines[:n] or [""]:
            told = [squashed(cell) for cell in told_cells(line, header)]
            if any(" ".join(told[:size]) == said for size in range(2, len(told) + 1)):
                return True
    return False


@lru_cache(maxsize=4_096)
def _sentences(text: str) -> str:
    """The sentences of a text (list items, cells, clauses parted by semicolons), a line each, letters and digits alone."""
    parts = (squashed(part) for part in _ENDS.split(text[numbering_end(text) :]))
    return "\n".join(part for part in parts if part)
