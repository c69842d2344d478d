"""What stands on a PDF page: runs of words and ruled lines, in points from the top left.

Asks PDFium for two boxes a word rather than one a character, in loops that run in C: this is where the time
of reading a PDF goes.
"""

import ctypes
import math
import re
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.readers.pdf_rules import Frame, Rule, page_rules, plain_call
from corpus.readers.words import readable

_TOKEN = re.compile("([\r\n]\\s*)?([^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe])")
_HYPHEN = re.compile("[\x02\ufffe]")
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
    characters: int
    width: float
    height: float


_loose_box = plain_call(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_text_object = plain_call(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_angle = plain_call(raw.FPDFText_GetCharAngle, ctypes.c_float, ctypes.c_void_p, ctypes.c_int)
_font = plain_call(raw.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
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
    return PageMarks(runs, rules, len(characters), width, height)


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
        self._bold_fonts: dict[int, bool] = {}  # by address: good for one page, PDFium may reuse it
        self._rect = raw.FS_RECTF()
        self._rect_address = ctypes.addressof(self._rect)

    def _box(self, index: int) -> tuple[float, float, float, float]:
        """left, top, right, bottom of a character, as high as its font."""
        rect = self._rect
        _loose_box(self._address, index, self._rect_address)
        return self._frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def _reads_bold(self, text_object: int | None) -> bool:
        """Whether a text object is set in bold type."""
        if not text_object:
            return False
        font = _font(text_object) or 0
        bold = self._bold_fonts.get(font)
        if bold is None:
            bold = self._bold_fonts[font] = bool(font) and _is_bold(ctypes.cast(font, raw.FPDF_FONT))
        return bool(bold or _render_mode(text_object) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE)

    def _is_turned(self, index: int) -> bool:
        """Whether the character is written up or down the page as it is shown."""
        eighths = round(_angle(self._address, index) / (math.pi / 2)) + self._frame.quarter_turns
        return bool(eighths % 2)

    def _boxes(self, indexes: Sequence[int]) -> tuple[list[float], list[float], list[float], list[float]]:
        """The lefts, tops, rights and bottoms of many characters; loops in C."""
        count = len(indexes)
        floats = (ctypes.c_float * (4 * count))()
        start = ctypes.addressof(floats)
        places = range(start, start + 16 * count, 16)
        deque(map(_loose_box, repeat(self._address), indexes, places), maxlen=0)
        values: list[float] = memoryview(floats).cast("B").cast("f").tolist()  # type: ignore[assignment]
        lefts, tops, rights, bottoms = values[0::4], values[1::4], values[2::4], values[3::4]
        if self._frame.quarter_turns:
            boxes = map(self._frame.box, lefts, bottoms, rights, tops)
            lefts, tops, rights, bottoms = map(list, zip(*boxes, strict=True))
            return lefts, tops, rights, bottoms
        x, y = self._frame.left, self._frame.top
        if x:
            lefts, rights = [left - x for left in lefts], [right - x for right in rights]
        return lefts, [y - top for top in tops], rights, [y - bottom for bottom in bottoms]

    def _words(self, tokens: Sequence[re.Match[str]]) -> list[Word]:
        """A word for each token; those without a visible character have no text."""
        texts = [
            text if text.isascii() and text[-1] != "\x02" else readable(_HYPHEN.sub("-", text).translate(_SYMBOLS))
            for text in [token[2] for token in tokens]
        ]
        starts = [token.start(2) for token in tokens]
        lefts, tops, rights, bottoms = self._boxes(starts)
        last_lefts, last_tops, last_rights, last_bottoms = self._boxes([token.end() - 1 for token in tokens])
        objects = list(map(_text_object, repeat(self._address), starts))
        bold = {text_object: self._reads_bold(text_object) for text_object in set(objects)}
        fields = zip(
            texts,
            map(min, lefts, last_lefts),
            map(min, tops, last_tops),
            map(max, rights, last_rights),
            map(max, bottoms, last_bottoms),
            map(bold.__getitem__, objects),
            starts,
            repeat(False),
            strict=False,
        )
        return list(map(Word._make, fields))

    def runs(self, characters: str) -> list[Run]:
        """Words in stream order, parted where a line ends, a gap is wide or the text jumps."""
        tokens = list(_TOKEN.finditer(characters))
        if not tokens:
            return []
        runs: list[Run] = []
        words: list[Word] = []
        right = top = bottom = height = 0.0
        turned = hyphen = False
        for token, word in zip(tokens, self._words(tokens), strict=True):
            text, left, word_top, word_right, word_bottom, _, start, _ = word
            if words:
                parted = token[1] or hyphen
                if not parted and not turned:
                    gap = left - right
                    parted = gap > _WIDE_GAP * height or gap < -height
                    parted = parted or not top <= (word_top + word_bottom) / 2 <= bottom
                if parted:
                    runs.append(run_of(words, turned))
                    words = []
            if not text:
                continue
            if not words:
                turned = self._is_turned(start)
            words.append(word)
            right, top, bottom, height = word_right, word_top, word_bottom, word_bottom - word_top
            hyphen = token[2][-1] in "\x02\ufffe"
        if words:
            runs.append(run_of(words, turned))
        return runs

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


def run_of(words: Sequence[Word], turned: bool = False) -> Run:
    """The run that the words make, in the order given."""
    _, lefts, tops, rights, bottoms, *_ = zip(*words, strict=True)
    return Run(tuple(words), min(lefts), min(tops), max(rights), max(bottoms), turned=turned)


def _is_bold(font: object) -> bool:
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    if _BOLD_NAME.search(buffer.value.decode("utf-8", errors="replace")):
        return True
    return bool(raw.FPDFFont_GetFlags(font) & (1 << 18))  # ForceBold, PDF 32000-1 table 123
