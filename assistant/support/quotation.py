"""Whether a sentence is a paragraph's own words: whole sentences, a list's item behind its lead, a row cell by cell."""

import re
from functools import lru_cache

from assistant.language.figures import numbering_end
from assistant.language.normalise import squashed

_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_ENDS = re.compile(r"[.!?;:](?=\s|$)|[\n|\t]|\s-\s|^\s*[-•]\s")
_ASIDE = re.compile(r"\([^()]*\)")
_RUN_ON = re.compile(r"(?<![.!?;])\n(?!\n)")


def is_quoted(sentence: str, paragraph: str) -> bool:
    """Whether the sentence is one or more whole sentences of the paragraph, word for word, or tells a row of it by cells.

    Asides in brackets may be left out. Part of a sentence is no quotation: "the motion was agreed" does not follow from
    "it is not known whether the motion was agreed". Nor is a sentence that opens with another paragraph's number ("4.12").
    """
    number = _DOTTED.match(sentence)
    if number and number[0] not in paragraph:
        return False
    told = f"\n{_sentences(sentence)}\n"
    sources = [paragraph, _ASIDE.sub(" ", paragraph)]
    is_table = "|" in paragraph
    if not is_table:
        sources.append(_RUN_ON.sub(" ", paragraph))
    return any(told in f"\n{_sentences(source)}\n" for source in sources) or (is_table and _is_row(sentence, paragraph))


def told_cells(row: str, header: str) -> list[str]:
    """Return a row's cells that hold anything, each behind its column's name where the header is as wide as the row."""
    cells = [cell.strip() for cell in row.split("|")]
    names = [cell.strip() for cell in header.split("|")]
    if len(names) != len(cells):
        return [cell for cell in cells if cell]
    return [f"{name}: {cell}" if name else cell for name, cell in zip(names, cells, strict=True) if cell]


def _is_row(sentence: str, paragraph: str) -> bool:
    """Whether the sentence tells a row of the paragraph from its first cell on, each cell behind its column's name."""
    words = squashed(sentence)
    lines = [line for line in paragraph.split("\n") if "|" in line]
    for i, line in enumerate(lines):
        for header in lines[:i] or [""]:
            cells = [squashed(cell) for cell in told_cells(line, header)]
            if any(" ".join(cells[:count]) == words for count in range(2, len(cells) + 1)):
                return True
    return False


@lru_cache(maxsize=4_096)
def _sentences(text: str) -> str:
    """Return a text's sentences, list items, cells and clauses parted by semicolons, a line each, without punctuation."""
    parts = (squashed(part) for part in _ENDS.split(text[numbering_end(text) :]))
    return "\n".join(part for part in parts if part)
