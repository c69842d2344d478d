"""What stands on a PDF page: runs of words, ruled lines and shaded areas, in points from the top left.

The only module that asks PDFium about characters and drawings. It asks for two boxes a word rather than
one a character, and calls PDFium with plain addresses: reading a page in Python costs about what PDFium
itself needs to extract it.
"""

import ctypes
import math
import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.readers.words import readable

_TOKEN = re.compile("([\r\n]\\s*)?([^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe])")
_HYPHEN = re.compile("[\x02\ufffe]")
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_THIN = 2.5  # points; a drawing no thicker is a ruled line
_WIDE_GAP = 1.1  # of the line's height; a wider gap parts two runs
_MANY_SEGMENTS = 2000  # a path with more is a picture, not a table's lines
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


class Rule(NamedTuple):
    """A straight ruled line: `at` is its y if it lies, its x if it stands."""

    lies: bool
    at: float
    start: float
    end: float


class PageMarks(NamedTuple):
    """Everything read from one page."""

    runs: list[Run]  # in the order of the content stream
    rules: list[Rule]
    characters: int
    width: float
    height: float


class _Frame(NamedTuple):
    """From PDF space to points from the top left of the page as it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    quarter_turns: int

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """left, top, right, bottom as shown."""
        if self.quarter_turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarter_turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarter_turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def _plain(function: object, *arguments: type) -> "ctypes._CFunctionType":
    """The PDFium function taking addresses as numbers: a call costs half of one with typed pointers."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(*arguments)(address)  # type: ignore[arg-type]


_loose_box = _plain(
    raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
_text_object = _plain(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_angle = _plain(raw.FPDFText_GetCharAngle, ctypes.c_float, ctypes.c_void_p, ctypes.c_int)
_font = _plain(raw.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)
_page_object = _plain(raw.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_object_type = _plain(raw.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_render_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)


def read_page(page: pdfium.PdfPage) -> PageMarks:
    """The marks on one page.

    Raises: pdfium.PdfiumError where PDFium cannot read its text.
    """
    frame = _frame(page)
    textpage = page.get_textpage()
    try:
        characters = _characters(textpage)
        rules = _rules(page, frame) if characters.strip() else []
        reader = _TextReader(textpage, frame)
        runs = reader.runs(characters)
        crossing = [rule for rule in rules if rule.lies]
        if crossing:
            runs = reader.with_struck(runs, crossing)
    finally:
        textpage.close()
    width, height = page.get_size()
    return PageMarks(runs, rules, len(characters), width, height)


def _frame(page: pdfium.PdfPage) -> _Frame:
    left, bottom, right, top = page.get_bbox()
    return _Frame(left, bottom, right, top, page.get_rotation() // 90)


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
    return "".join(
        chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes
    )


class _TextReader:
    """Reads words from one text page."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: _Frame) -> None:
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
            text
            if text.isascii() and text[-1] != "\x02"
            else readable(_HYPHEN.sub("-", text).translate(_SYMBOLS))
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
                rule
                for rule in rules
                if top < rule.at < bottom and rule.start < run.right and rule.end > run.left
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


def _rules(page: pdfium.PdfPage, frame: _Frame) -> list[Rule]:
    """The straight lines drawn on the page, also as thin rectangles or as the sides of boxes."""
    found: list[Rule] = []
    for item, matrix in _paths(page.raw):
        for left, bottom, right, top, sides in _outlines(item, matrix):
            box = frame.box(left, bottom, right, top)
            found += _rules_of(*box, sides)
    return found


def _rules_of(left: float, top: float, right: float, bottom: float, sides: bool) -> list[Rule]:
    if bottom - top <= _THIN and right - left >= 3:
        return [Rule(True, (top + bottom) / 2, left, right)]
    if right - left <= _THIN and bottom - top >= 3:
        return [Rule(False, (left + right) / 2, top, bottom)]
    if not sides or right - left < 6 or bottom - top < 6:
        return []
    across = [Rule(True, y, left, right) for y in (top, bottom)]
    return across + [Rule(False, x, top, bottom) for x in (left, right)]


_Matrix = tuple[float, float, float, float, float, float]


def _matrix_of(item: object) -> _Matrix:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, m)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(inner: _Matrix, outer: _Matrix | None) -> _Matrix:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)


def _paths(page: object) -> Iterator[tuple[object, _Matrix | None]]:
    """Path objects of the page and of the forms in it, with the form's matrix (None on the page itself)."""
    address = ctypes.cast(page, ctypes.c_void_p).value  # type: ignore[arg-type]
    objects = list(map(_page_object, repeat(address), range(raw.FPDFPage_CountObjects(page))))
    for pointer, which in zip(objects, map(_object_type, objects), strict=True):
        if which in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        item = ctypes.cast(pointer, raw.FPDF_PAGEOBJECT)
        if which == raw.FPDF_PAGEOBJ_PATH:
            yield item, None
        elif which == raw.FPDF_PAGEOBJ_FORM:
            yield from _form_paths(item, None, 4)


def _form_paths(form: object, outer: _Matrix | None, depth: int) -> Iterator[tuple[object, _Matrix | None]]:
    matrix = _times(_matrix_of(form), outer)
    for index in range(max(0, raw.FPDFFormObj_CountObjects(form))):
        item = raw.FPDFFormObj_GetObject(form, index)
        which = raw.FPDFPageObj_GetType(item)
        if which == raw.FPDF_PAGEOBJ_PATH:
            yield item, matrix
        elif which == raw.FPDF_PAGEOBJ_FORM and depth:
            yield from _form_paths(item, matrix, depth - 1)


_Outline = tuple[float, float, float, float, bool]


def _outlines(item: object, matrix: _Matrix | None) -> list[_Outline]:
    """left, bottom, right, top in PDF space of each piece of a path, and whether its sides are drawn."""
    count = raw.FPDFPath_CountSegments(item)
    if count > _MANY_SEGMENTS or count < 2:
        return []
    filled, stroked = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(item, filled, stroked)
    if not filled.value and not stroked.value:
        return []
    if count <= 5 and matrix is None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        thin = min(right.value - left.value, top.value - bottom.value) <= _THIN
        if thin or count == 5 or not stroked.value:
            return [(left.value, bottom.value, right.value, top.value, bool(stroked.value))]
    return _pieces(item, count, _times(_matrix_of(item), matrix), bool(stroked.value))


def _pieces(item: object, count: int, matrix: _Matrix, stroked: bool) -> list[_Outline]:
    """The boxes of a path's subpaths; of a stroked open one, of each straight stroke."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    subpaths: list[list[tuple[float, float]]] = []
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return []
        if kind == raw.FPDF_SEGMENT_MOVETO or not subpaths:
            subpaths.append([])
        subpaths[-1].append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            subpaths[-1].append(subpaths[-1][0])
    outlines: list[_Outline] = []
    for points in subpaths:
        pairs = list(pairwise(points)) if stroked else [(min(points), max(points))]
        if stroked:
            outlines += [
                (min(p[0], q[0]), min(p[1], q[1]), max(p[0], q[0]), max(p[1], q[1]), False) for p, q in pairs
            ]
        else:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            outlines.append((min(xs), min(ys), max(xs), max(ys), False))
    return outlines
