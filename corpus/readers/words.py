"""What every reader does to characters before anybody looks at words. Pure."""

import re
import unicodedata
from collections.abc import Sequence

# Zero-width characters, soft hyphens, byte order marks, direction marks and Unicode tags: nobody sees
# them on the page, so they are not the paper's words.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f\x00-\x08\x0e-\x1f]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_LEANING = frozenset(
    "a an the of to for in on with from by at than about under over between until till after before since per".split()
)
LINE = "\u2028"  # stands in a cell's words where a paragraph of it ends; folds to a space
TABLE = "\u2029"  # stands in a cell's words where a table in it stood; folds to a space
SENTENCE_END = re.compile(r"[.:;!?]['\"”’)\]]*$")


def readable(text: str) -> str:
    """The text with unseen characters dropped and ligatures spelt out; tabs and line ends kept."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return _LIGATURE.sub(lambda match: _LIGATURES[match.group()], text)


def fold(text: str) -> str:
    """The readable text on one line, with one space for each run of white space and none at its ends."""
    return " ".join(readable(text).split())


def inner_of(cells: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The paragraphs of each cell, which LINE parts; () where no cell has more than one."""
    parted = tuple(tuple(line for part in cell.split(LINE) if (line := fold(part))) for cell in cells)
    return parted if any(len(lines) > 1 for lines in parted) else ()


def leans_on(text: str) -> bool:
    """Whether a line goes on with the next, as its last word takes another behind it: "of", "the"."""
    return text[text.rfind(" ") + 1 :].lower() in _LEANING
