"""The words of a Word file's runs, with what is struck out and what is bold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.readers.docx_package import attribute, local
from corpus.readers.words import LINE, SENTENCE_END, fold

_LISTED = re.compile(r"(?:[•▪●○–-]\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s)")
_TITLE = 40  # characters; a shorter line may be a title over a day or number
_UNENDED = re.compile(
    r"(?:[,\-–(&/]|\b(?:a|an|the|and|or|of|to|for|in|on|at|by|with|from|than|about|over|under|is|are|was|were|be|will|has|have|cost|costs))$"
)
_JOINS = re.compile(r"(?:[,\-–(&/]|\b(?:and|or|of|the|to|for|in|on|with|from|by|at|a|an))$", re.I)
_LONG_LINE = 60  # characters; a shorter line that ends no sentence is a title
_SYMBOLS = {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xE0: "→", 0xD8: "➢", 0xA7: "▪"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that look the same."""

    text: str
    struck: bool
    bold: bool
    ends_line: bool = False


def characters_of(element: Element) -> str:
    """The characters of a text, a symbol or a hyphen; a space for a tab or break."""
    match local(element):
        case "t" | "delText":
            return element.text or ""
        case "noBreakHyphen":
            return "-"
        case "sym":
            try:
                code = int(attribute(element, "char") or "", 16)
            except ValueError:
                return ""
            if 0xF000 <= code <= 0xF0FF:
                return _SYMBOLS.get(code - 0xF000, "•")
            return chr(code) if 0 < code < 0xD800 else ""
    return " "


def ends_line(element: Element) -> bool:
    """Whether a break ends a line, not a column or page."""
    name = local(element)
    return name == "cr" or (name == "br" and attribute(element, "type") in (None, "textWrapping"))


def words_of(pieces: Iterable[Piece]) -> tuple[str, str]:
    """The live words and the struck ones, each on one line."""
    live, struck = [], []
    was_struck = False
    for piece in pieces:
        if piece.struck:
            struck.append(piece.text if was_struck else f" {piece.text}")
        else:
            live.append(piece.text)
        was_struck = piece.struck
    return fold("".join(live)), fold("".join(struck))


def wholly_bold(pieces: Iterable[Piece]) -> bool:
    """Whether all live words are bold, and there are any."""
    bold = [piece.bold for piece in pieces if not piece.struck and any(map(str.isalnum, piece.text))]
    return bool(bold) and all(bold)


def with_lines(pieces: list[Piece]) -> list[Piece]:
    """A cell's paragraph with its line breaks as the ends of paragraphs, but for those inside a sentence.

    A line goes on where it ends no sentence and the next begins with no capital letter, or it is long.
    """
    out: list[Piece] = []
    line: list[Piece] = []
    for i, piece in enumerate(pieces):
        if not piece.ends_line:
            line.append(piece)
        elif _goes_on(words_of(line)[0], words_of(pieces[i + 1 :])[0]):
            out.append(piece)
            continue
        else:
            piece, line = Piece(LINE, piece.struck, piece.bold), []
        out.append(piece)
    return out


def _goes_on(above: str, below: str) -> bool:
    """Whether a line goes on with the words above it."""
    if not above or not below:
        return True
    if _LISTED.match(below):
        return False
    if SENTENCE_END.search(above):
        return False
    if below[0].isdigit() and above[0].isupper() and len(above) < _TITLE and not _UNENDED.search(above):
        return False  # "Date of next meeting" over the day
    return not below[0].isupper() or len(above) >= _LONG_LINE or bool(_JOINS.search(above))


def title_and_rest(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """A paragraph in two where its first line is a title, bold or in capitals, over plain words; else whole and empty."""
    for i, piece in enumerate(pieces):
        title, rest = pieces[:i], pieces[i + 1 :]
        if piece.ends_line and words_of(title)[0]:
            above, below = words_of(title)[0], words_of(rest)[0]
            capitals = above.isupper() and len(above.split()) > 1 and not below.isupper()
            if below and (capitals or (wholly_bold(title) and not wholly_bold(rest))):
                return title, rest
            return pieces, []
    return pieces, []
