"""The characters of a PDF page to its words: where each begins and ends, which begin a line, how each is read."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from corpus.readers.words import readable

_INK, _ODD, _PARTED, _SPACE, _LINE_END = range(5)  # what a character is
_KINDS = np.array([_SPACE if chr(code).isspace() else _ODD for code in range(0x3002)] + [_ODD] * 0xD000, np.uint8)
for _first, _end in (
    (0x00, 0xAD),
    (0xAE, 0x180),
    (0x2010, 0x2028),
    (0x2030, 0x205F),
    (0x20A0, 0x20C0),
    (0x25A0, 0x27C0),
):
    _stretch = _KINDS[_first:_end]
    _stretch[_stretch == _ODD] = _INK  # letters and signs that are read as they stand
_KINDS[[0x02, 0xFFFE]] = _PARTED  # a hyphen that PDFium found at a line's end
_KINDS[[0x0A, 0x0D]] = _LINE_END
# Private code points under which Word writes bullets and ticks of the Symbol and Wingdings fonts.
_SYMBOLS = str.maketrans("\uf0b7\uf0a7\uf0d8\uf0fc\uf0fb\uf0fe\uf06f\uf0a8\uf076\uf0e0", "•▪➢✓✗☑□□❖→")


class Tokens(NamedTuple):
    """The words of a page."""

    texts: list[str]  # as they are read, "" for one whose characters cannot be seen
    starts: npt.NDArray[np.intp]  # first character of each
    lasts: npt.NDArray[np.intp]
    begins: npt.NDArray[np.bool_]  # which of them begin a line


def tokens_of(characters: str, codes: npt.NDArray[np.uint16 | np.uint32]) -> Tokens:
    """The words of a page, from its characters and their code points."""
    kinds = _KINDS.take(codes, mode="clip")
    found = kinds.tobytes()
    places = _places(kinds, _PARTED in found)
    return Tokens(_texts(characters, _ODD in found), *places)


def _places(
    kinds: npt.NDArray[np.uint8], parted: bool
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """The first and last character of each word, and which words begin a line; a word that a line's end parts is two."""
    inked = np.zeros(len(kinds) + 2, np.bool_)
    np.less(kinds, _SPACE, out=inked[1:-1])
    edges = (inked[1:] != inked[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    line_ends = (kinds == _LINE_END).nonzero()[0]
    if parted:
        inside = ((kinds[:-1] == _PARTED) & inked[2:-1]).nonzero()[0] + 1
        starts, ends = np.sort(np.concatenate((starts, inside))), np.sort(np.concatenate((ends, inside)))
        line_ends = np.concatenate((line_ends, inside))
    begins = np.zeros(len(starts) + 1, np.bool_)
    begins[starts.searchsorted(line_ends)] = True
    return starts, ends - 1, begins[:-1]


def _texts(characters: str, odd: bool) -> list[str]:
    """The words as they are read, "" for one that cannot be seen; `odd` where some are not read as they stand."""
    if "\x02" in characters or "\ufffe" in characters:
        characters = characters.replace("\x02", "- ").replace("\ufffe", "- ")
    words = characters.split()
    return [word if word.isascii() else _legible(word) for word in words] if odd else words


@lru_cache(4096)
def _legible(word: str) -> str:
    return readable(word.translate(_SYMBOLS))
