"""What stands on a PDF page: runs of words and ruled lines, in points from the top left.

Asks PDFium for two boxes a word rather than one a character, in loops that run in C: this is where the time
of reading a PDF goes.
"""

import ctypes
import math
import re
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.readers.pdf_rules import Frame, Rule, page_rules, plain_call
from corpus.readers.words import readable

_Fields = TypeVar("_Fields", bound=tuple[object, ...])
_HYPHEN = re.compile("[\x02\ufffe]")
_INK, _PARTED, _SPACE, _LINE_END = range(4)  # what a character is; _PARTED: a hyphen that PDFium found at a line's end
_KINDS = np.array([_SPACE if chr(code).isspace() else _INK for code in range(0x3002)] + [_INK] * 0xD000, np.uint8)
_KINDS[[0x02, 0xFFFE]] = _PARTED
_KINDS[[0x0A, 0x0D]] = _LINE_END
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_WIDE_GAP = 1.1  # of the line's height; a wider gap parts two runs
# Private code points under which Word writes bullets and ticks of the Symbol and Wingdings fonts.
_SYMBOLS = str.maketrans("\uf0b7\uf0a7\uf0d8\uf0fc\uf0fb\uf0fe\uf06f\uf0a8\uf076\uf0e0", "•▪➢✓✗☑□□❖→")


class Word(NamedTuple):
    """Characters between white space, with their box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool
    start: int  # PDFium's index of its first character
    struck: bool = False  # with a rule through it


class Run(NamedTuple):
    """Words that stand together on one line; without words, the place of a table."""

    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float
    table: int = -1  # index among the page's tables
    limit: float = 0.0  # right edge of the column that it stands in, 0 where unknown
    turned: bool = False  # written up or down the page
    pieces: int = 1  # how many runs of the stream were put together


class PageMarks(NamedTuple):
    """Everything read from one page."""

    runs: list[Run]  # in the order of the content stream
    rules: list[Rule]
    text: str  # as PDFium gives it
    width: float
    height: float


_loose_box = plain_call(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_text_object = plain_call(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_angle = plain_call(raw.FPDFText_GetCharAngle, ctypes.c_float, ctypes.c_void_p, ctypes.c_int)
_font = plain_call(raw.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_font_name = plain_call(
    raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t
)
_font_flags = plain_call(raw.FPDFFont_GetFlags, ctypes.c_int, ctypes.c_void_p)
_render_mode = plain_call(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)


def read_page(page: pdfium.PdfPage) -> PageMarks:
    """The marks on one page.

    Raises: pdfium.PdfiumError where PDFium cannot read its text.
    """
    frame = _frame(page)
    textpage = page.get_textpage()
    try:
        characters = _characters(textpage)
        rules = page_rules(page, frame) if characters.strip() else []
        reader = _TextReader(textpage, frame)
        runs = reader.runs(characters)
        crossing = [rule for rule in rules if rule.lies]
        if crossing:
            runs = reader.with_struck(runs, crossing)
    finally:
        textpage.close()
    width, height = page.get_size()
    return PageMarks(runs, rules, characters, width, height)


def _frame(page: pdfium.PdfPage) -> Frame:
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90)


def _characters(textpage: pdfium.PdfTextPage) -> str:
    """The page's text, one character for each of PDFium's character indexes."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    written = raw.FPDFText_GetText(textpage, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


class _TextReader:
    """Reads words from one text page."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._address = ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0
        self._frame = frame
        self._rect = raw.FS_RECTF()
        self._rect_address = ctypes.addressof(self._rect)

    def _box(self, index: int) -> tuple[float, float, float, float]:
        """left, top, right, bottom of a character, as high as its font."""
        rect = self._rect
        _loose_box(self._address, index, self._rect_address)
        return self._frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def _bold(self, text_objects: Sequence[int | None]) -> dict[int | None, bool]:
        """Which text objects are set in bold type."""
        objects = list({item for item in text_objects if item})
        fonts = list(map(_font, objects))
        bold = {font: bool(font) and _is_bold(font) for font in set(fonts)}
        modes = map(_render_mode, objects)
        thick = raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        marked = (bold[font] or mode == thick for font, mode in zip(fonts, modes, strict=True))
        return {None: False, **dict(zip(objects, marked, strict=True))}

    def _turned(self, indexes: Sequence[int]) -> list[bool]:
        """Which characters are written up or down the page as it is shown."""
        turns = self._frame.quarter_turns
        angles = map(_angle, repeat(self._address), indexes)
        return [bool((round(angle / (math.pi / 2)) + turns) % 2) if angle or turns else False for angle in angles]

    def _boxes(self, indexes: Sequence[int]) -> npt.NDArray[np.float64]:
        """Rows of lefts, tops, rights and bottoms of many characters, as high as their font; loops in C."""
        boxes = np.empty((len(indexes), 4), np.float32)
        start = boxes.ctypes.data
        places = range(start, start + 16 * len(indexes), 16)
        deque(map(_loose_box, repeat(self._address), indexes, places), maxlen=0)
        left, top, right, bottom = boxes.T.astype(np.float64)
        return np.array(self._frame.box(left, bottom, right, top))

    def runs(self, characters: str) -> list[Run]:
        """Words in stream order, parted where a line ends, a gap is wide or the text jumps."""
        starts, ends, ends_line = _tokens(characters)
        if not len(starts):
            return []
        texts = [
            text if text.isascii() and text[-1] != "\x02" else readable(_HYPHEN.sub("-", text).translate(_SYMBOLS))
            for text in [characters[start:end] for start, end in zip(starts, ends, strict=True)]
        ]
        boxes = self._boxes([*starts, *[end - 1 for end in ends]])
        boxes, last = boxes[:, : len(starts)], boxes[:, len(starts) :]
        np.minimum(boxes[:2], last[:2], out=boxes[:2])
        np.maximum(boxes[2:], last[2:], out=boxes[2:])
        if not all(texts):
            seen = np.array([bool(text) for text in texts])
            ends_line = _carried(ends_line, seen)
            boxes = boxes[:, seen]
            starts = [start for start, text in zip(starts, texts, strict=True) if text]
            texts = [text for text in texts if text]
        objects = list(map(_text_object, repeat(self._address), starts))
        bold = map(self._bold(objects).__getitem__, objects)
        words = _made(Word, texts, *boxes.tolist(), bold, starts, repeat(False))
        return self._parted(words, boxes, ends_line)

    def _parted(self, words: list[Word], boxes: npt.NDArray[np.float64], ends_line: npt.NDArray[np.bool_]) -> list[Run]:
        """The words in runs; `boxes` are theirs, `ends_line` says which begin a line."""
        if not words:
            return []
        lefts, tops, rights, bottoms = boxes
        gaps, middles = lefts[1:] - rights[:-1], (tops[1:] + bottoms[1:]) / 2
        heights = bottoms[:-1] - tops[:-1]
        jumps = (gaps > _WIDE_GAP * heights) | (gaps < -heights) | (middles < tops[:-1]) | (middles > bottoms[:-1])
        ends_line[0] = True
        places = np.flatnonzero(ends_line | np.concatenate(([False], jumps))).tolist()
        turned = False
        cuts: list[int] = []
        flags: list[bool] = []
        for place, line, turns in zip(
            places, ends_line[places].tolist(), self._turned([words[place].start for place in places]), strict=True
        ):
            if line or not turned:  # words written up the page jump at every letter
                turned = turns
                cuts.append(place)
                flags.append(turns)
        edges = (np.minimum.reduceat(boxes[:2], cuts, axis=1), np.maximum.reduceat(boxes[2:], cuts, axis=1))
        grouped = [tuple(words[first:end]) for first, end in pairwise([*cuts, len(words)])]
        return _made(Run, grouped, *np.concatenate(edges).tolist(), repeat(-1), repeat(0.0), flags, repeat(1))

    def with_struck(self, runs: list[Run], rules: list[Rule]) -> list[Run]:
        """The runs with the words, or parts of words, that a rule crosses marked as struck."""
        marked: list[Run] = []
        for run in runs:
            height = run.bottom - run.top
            top, bottom = run.top + 0.4 * height, run.bottom - 0.27 * height
            crossing = [
                rule for rule in rules if top < rule.at < bottom and rule.start < run.right and rule.end > run.left
            ]
            if crossing and not run.turned:
                run = run_of([part for word in run.words for part in self._cut(word, crossing)])
            marked.append(run)
        return marked

    def _cut(self, word: Word, rules: list[Rule]) -> list[Word]:
        """The word, or its parts where a rule crosses only some of them."""
        covered = sum(max(0.0, min(r.end, word.right) - max(r.start, word.left)) for r in rules)
        width = word.right - word.left
        if covered < 0.1 * width:
            return [word]
        if covered > 0.9 * width:
            return [word._replace(struck=True)]
        parts: list[Word] = []
        for offset, character in enumerate(word.text):
            left, _, right, _ = self._box(word.start + offset)
            middle = (left + right) / 2
            dead = any(r.start - 0.5 <= middle <= r.end + 0.5 for r in rules)
            if parts and parts[-1].struck == dead:
                parts[-1] = parts[-1]._replace(text=parts[-1].text + character, right=right)
            else:
                parts.append(word._replace(text=character, left=left, right=right, struck=dead))
        return parts


def _tokens(characters: str) -> tuple[list[int], list[int], npt.NDArray[np.bool_]]:
    """Where words start and end (exclusive), and which begin a line; a word that a line's end parts is two."""
    codes = np.frombuffer(characters.encode("utf-32-le", errors="surrogatepass"), np.uint32)
    if not len(codes):
        return [], [], np.zeros(0, np.bool_)
    kinds = _KINDS[np.minimum(codes, len(_KINDS) - 1)]
    inked = kinds < _SPACE
    fresh = inked.copy()  # begins a word
    fresh[1:] &= ~inked[:-1] | (kinds[:-1] == _PARTED)
    last = inked.copy()  # ends one
    last[:-1] &= ~inked[1:] | (kinds[:-1] == _PARTED)
    starts = np.flatnonzero(fresh)
    lines = np.cumsum(kinds == _LINE_END)[starts]
    begins = np.empty(len(starts), np.bool_)
    if len(starts):
        begins[0] = True
        begins[1:] = (lines[1:] > lines[:-1]) | (kinds[starts[1:] - 1] == _PARTED)
    return starts.tolist(), (np.flatnonzero(last) + 1).tolist(), begins


def _carried(ends_line: npt.NDArray[np.bool_], seen: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which of the words that have visible characters begin a line, those without handing it on to the next."""
    order = np.cumsum(seen)
    first = np.zeros(len(seen) + 1, np.bool_)
    first[order[ends_line & ~seen]] = True
    return ends_line[seen] | first[: order[-1]]


def _made(kind: type[_Fields], *fields: Iterable[object]) -> list[_Fields]:
    """Named tuples from their fields' values; several times as fast as calling the type for each."""
    return list(map(tuple.__new__, repeat(kind), zip(*fields, strict=False)))


def run_of(words: Sequence[Word], turned: bool = False) -> Run:
    """The run that the words make, in the order given."""
    _, lefts, tops, rights, bottoms, *_ = zip(*words, strict=True)
    return Run(tuple(words), min(lefts), min(tops), max(rights), max(bottoms), turned=turned)


def _is_bold(font: int) -> bool:
    length = _font_name(font, 0, 0)
    buffer = ctypes.create_string_buffer(length + 1)
    _font_name(font, ctypes.addressof(buffer), length)
    if _BOLD_NAME.search(buffer.value.decode("utf-8", errors="replace")):
        return True
    return bool(_font_flags(font) & (1 << 18))  # ForceBold, PDF 32000-1 table 123
