"""What stands on a PDF page: runs of words and ruled lines, in points from the top left.

PDFium is asked for two boxes a word rather than one a character, in loops that run in C: that is where the time of
reading a PDF goes.
"""

import ctypes
import math
import re
from array import array
from collections import deque
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.readers.pdf_characters import tokens_of
from corpus.readers.pdf_rules import Frame, Rule, page_rules, plain_call
from corpus.readers.pdf_runs import Columns, Run, Word, run_of

_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_AT_ONCE = 4096  # characters whose boxes are asked for in one loop
_WIDE_GAP = 1.1  # of the line's height; a wider gap parts two runs


class PageMarks(NamedTuple):
    """Everything read from one page."""

    runs: list[Run]  # in the order of the content stream
    rules: list[Rule]
    text: str  # as PDFium gives it
    width: float
    height: float


_page_box = plain_call(raw.FPDF_GetPageBoundingBox, ctypes.c_int)
_rotation = plain_call(raw.FPDFPage_GetRotation, ctypes.c_int)
_loose_box = plain_call(raw.FPDFText_GetLooseCharBox, None)
_text_object = plain_call(raw.FPDFText_GetTextObject, ctypes.c_size_t)
_angle = plain_call(raw.FPDFText_GetCharAngle, ctypes.c_float)
_font = plain_call(raw.FPDFTextObj_GetFont, ctypes.c_size_t, ctypes.c_void_p)
_font_name = plain_call(
    raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t
)
_font_flags = plain_call(raw.FPDFFont_GetFlags, ctypes.c_int, ctypes.c_void_p)
_Name = ctypes.c_char * 128  # longer than a font's name may be, ISO 32000-1, annex C
_render_mode = plain_call(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, ctypes.c_void_p)


def read_page(document: pdfium.PdfDocument, index: int) -> PageMarks:
    """The marks on one page.

    Raises: pdfium.PdfiumError where PDFium cannot read the page or its text.
    """
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        raise pdfium.PdfiumError("Failed to load page.")
    try:
        textpage = raw.FPDFText_LoadPage(page)
        if not textpage:
            raise pdfium.PdfiumError("Failed to load text page.")
        try:
            return _marks(page, textpage)
        finally:
            raw.FPDFText_ClosePage(textpage)
    finally:
        raw.FPDF_ClosePage(page)


def _marks(page: raw.FPDF_PAGE, textpage: raw.FPDF_TEXTPAGE) -> PageMarks:
    frame = _frame(page)
    characters, codes = _characters(textpage)
    reader = _TextReader(textpage, frame)
    runs = reader.runs(characters, codes)
    rules = page_rules(page, frame, reader.objects) if characters.strip() else []
    crossing = [rule for rule in rules if rule.lies]
    if crossing and runs:
        runs = reader.with_struck(runs, crossing)
    return PageMarks(runs, rules, characters, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page))


def _frame(page: raw.FPDF_PAGE) -> Frame:
    edges, address = raw.FS_RECTF(), ctypes.byref(page.contents)
    if not _page_box(address, ctypes.byref(edges)):
        raise pdfium.PdfiumError("Failed to get page bounding box.")
    return Frame(edges.left, edges.bottom, edges.right, edges.top, max(_rotation(address), 0))


def _characters(textpage: raw.FPDF_TEXTPAGE) -> tuple[str, npt.NDArray[np.uint16 | np.uint32]]:
    """The page's text, one character for each of PDFium's character indexes, and the characters' code points."""
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return "", np.empty(0, np.uint16)
    room, place = _room_for_text((count + 1).bit_length())
    units = room[: max(raw.FPDFText_GetText(textpage, 0, count, place) - 1, 0)].copy()
    text = units.tobytes().decode("utf-16-le", errors="replace")
    if len(text) == len(units) == count:
        return text, units
    if len(text) != count:
        codes = [raw.FPDFText_GetUnicode(textpage, index) for index in range(count)]
        seen = [chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes]
        text = "".join(seen)
    return text, np.frombuffer(text.encode("utf-32-le"), np.uint32)


@cache
def _room() -> "tuple[npt.NDArray[np.float32], list[ctypes._CArgObject]]":
    """Memory for boxes as PDFium writes them, and the address of each; for the one thread that may call PDFium."""
    boxes = np.zeros((_AT_ONCE, 4), np.float32)
    values = (ctypes.c_float * boxes.size).from_buffer(boxes.data)
    return boxes, [ctypes.byref(values, 16 * index) for index in range(_AT_ONCE)]


@lru_cache(4)
def _room_for_text(bits: int) -> "tuple[npt.NDArray[np.uint16], ctypes.Array[ctypes.c_ushort]]":
    """Memory for 2 to the power of `bits` characters, as PDFium writes them."""
    units = np.empty(1 << bits, np.uint16)
    return units, (ctypes.c_ushort * len(units)).from_buffer(units.data)


class _TextReader:
    """Reads words from one text page."""

    def __init__(self, textpage: raw.FPDF_TEXTPAGE, frame: Frame) -> None:
        self._page = ctypes.byref(textpage.contents)
        self._frame = frame
        self._starts: list[int] = []  # of all words, PDFium's index of the first character
        self.objects: set[int] = set()  # addresses of text objects that it came by

    def _boxes(self, indexes: Sequence[int]) -> npt.NDArray[np.float64]:
        """Rows of all lefts, tops, rights and bottoms of characters, each as high as its font; loops in C."""
        values, places = _room()
        if len(indexes) > _AT_ONCE:
            parts = [indexes[first : first + _AT_ONCE] for first in range(0, len(indexes), _AT_ONCE)]
            return np.concatenate([self._boxes(part) for part in parts], axis=1)
        deque(map(_loose_box, repeat(self._page), indexes, places), maxlen=0)
        return self._frame.boxes(values[: len(indexes)])

    def _bold(self, starts: list[int], begins: list[int]) -> bytes:
        """A byte for each word, 1 where it is set in bold type; a line that starts and ends in one text object is all in it."""
        ends = [*begins[1:], len(starts)]
        firsts = map(_text_object, repeat(self._page), [starts[begin] for begin in begins])
        lasts = map(_text_object, repeat(self._page), [starts[end - 1] for end in ends])
        owners: list[int] = []  # addresses of text objects, 0 for a word that PDFium put in
        for begin, end, first, last in zip(begins, ends, firsts, lasts, strict=True):
            if first == last:
                owners += [first] * (end - begin)
            else:
                owners += map(_text_object, repeat(self._page), starts[begin:end])
        self.objects = set(owners)
        bold = _bold_objects(self.objects)
        return bytes(map(bold.__contains__, owners)) if bold else bytes(len(owners))

    def _turned(self, indexes: Sequence[int]) -> list[bool]:
        """Which characters are written up or down the page as it is shown."""
        turns = self._frame.quarter_turns
        angles = list(map(_angle, repeat(self._page), indexes))
        if not turns and not any(angles):
            return [False] * len(angles)
        return [bool((round(angle / (math.pi / 2)) + turns) % 2) for angle in angles]

    def runs(self, characters: str, codes: npt.NDArray[np.uint16 | np.uint32]) -> list[Run]:
        """The page's words in stream order, as runs that end where a line does, at a wide gap, or where the text jumps."""
        texts, starts, lasts, begins = tokens_of(characters, codes)
        if not texts:
            return []
        count = len(starts)
        boxes = self._boxes(np.concatenate((starts, lasts)).tolist())
        boxes, last = boxes[:, :count], boxes[:, count:]
        np.minimum(boxes[:2], last[:2], out=boxes[:2])
        np.maximum(boxes[2:], last[2:], out=boxes[2:])
        if not all(texts):
            seen = np.array([bool(text) for text in texts])
            starts, begins, boxes = starts[seen], _carried(begins, seen), boxes[:, seen]
            texts = [text for text in texts if text]
            if not texts:
                return []
        begins[0] = True
        self._starts = starts.tolist()
        bold = self._bold(self._starts, begins.nonzero()[0].tolist())
        cuts, turned = self._cuts(boxes, begins)
        ends = [*cuts[1:], len(texts)]
        lefts, tops, rights, bottoms = [array("d", row.tobytes()) for row in boxes]
        columns = Columns(lefts, tops, rights, bottoms, bold, bytes(len(texts)))
        lines = [" ".join(texts[first:end]) for first, end in zip(cuts, ends, strict=True)]
        edges = (*np.minimum.reduceat(boxes[:2], cuts, axis=1), *np.maximum.reduceat(boxes[2:], cuts, axis=1))
        rest = (repeat(-1), repeat(0.0), turned)
        return list(map(Run, lines, repeat(columns), cuts, ends, *[edge.tolist() for edge in edges], *rest))

    def _cuts(self, boxes: npt.NDArray[np.float64], begins: npt.NDArray[np.bool_]) -> tuple[list[int], list[bool]]:
        """The indexes of the words that begin a run, and which runs are turned; `begins` says which words begin a line."""
        lefts, tops, rights, bottoms = boxes
        gaps, middles = lefts[1:] - rights[:-1], (tops + bottoms)[1:] / 2
        tops, bottoms = tops[:-1], bottoms[:-1]
        heights = bottoms - tops
        breaks = begins.copy()
        breaks[1:] |= (gaps > _WIDE_GAP * heights) | (gaps < -heights) | (middles < tops) | (middles > bottoms)
        cuts = breaks.nonzero()[0].tolist()
        flags = self._turned([self._starts[cut] for cut in cuts])
        if any(flags):
            kept = [0]
            for at in range(1, len(cuts)):  # words written up the page jump at every letter
                if begins[cuts[at]] or not flags[kept[-1]]:
                    kept.append(at)
            cuts, flags = [cuts[at] for at in kept], [flags[at] for at in kept]
        return cuts, flags

    def with_struck(self, runs: list[Run], rules: list[Rule]) -> list[Run]:
        """The runs with the words, or parts of words, that a lying rule crosses marked as struck."""
        rules = sorted(rules, key=attrgetter("at"))
        heights = np.array([rule.at for rule in rules])
        tops, bottoms = np.array([[run.top, run.bottom] for run in runs]).T
        tall = bottoms - tops
        firsts = heights.searchsorted(tops + 0.4 * tall, "right")
        ends = heights.searchsorted(bottoms - 0.27 * tall, "left")
        marked = list(runs)
        for at in (firsts < ends).nonzero()[0].tolist():
            run = runs[at]
            crossing = [r for r in rules[firsts[at] : ends[at]] if r.start < run.right and r.end > run.left]
            if crossing and not run.turned:
                words = zip(run.words, self._starts[run.first : run.end], strict=True)
                marked[at] = run_of([part for word, start in words for part in self._cut(word, start, crossing)])
        return marked

    def _cut(self, word: Word, start: int, rules: list[Rule]) -> list[Word]:
        """The word, whose first character is at `start`, or its parts where a rule crosses only some of them."""
        rules = [rule for rule in rules if rule.start < word.right and rule.end > word.left]
        if not rules:
            return [word]
        covered = sum([min(r.end, word.right) - max(r.start, word.left) for r in rules])
        width = word.right - word.left
        if covered < 0.1 * width:
            return [word]
        if covered > 0.9 * width:
            return [word._replace(struck=True)]
        parts: list[Word] = []
        boxes = self._boxes(range(start, start + len(word.text)))
        for character, left, right in zip(word.text, boxes[0].tolist(), boxes[2].tolist(), strict=True):
            middle = (left + right) / 2
            dead = any(r.start - 0.5 <= middle <= r.end + 0.5 for r in rules)
            if parts and parts[-1].struck == dead:
                parts[-1] = parts[-1]._replace(text=parts[-1].text + character, right=right)
            else:
                parts.append(word._replace(text=character, left=left, right=right, struck=dead))
        return parts


def _carried(ends_line: npt.NDArray[np.bool_], seen: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which of the words that are seen begin a line; one that is not seen hands this on to the next."""
    order = np.cumsum(seen)
    first = np.zeros(len(seen) + 1, np.bool_)
    first[order[ends_line & ~seen]] = True
    return ends_line[seen] | first[: order[-1]]


def _bold_objects(objects: set[int]) -> set[int]:
    """Those of the text objects, given by their addresses, that are set in bold type."""
    objects.discard(0)
    fonts = list(map(_font, objects))
    bold = {font for font in set(fonts) if font and _is_bold(font)}
    modes = list(map(_render_mode, objects))
    thick = raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    if not bold and thick not in modes:
        return set()
    return {item for item, font, mode in zip(objects, fonts, modes, strict=True) if font in bold or mode == thick}


def _is_bold(font: int) -> bool:
    name = _Name()
    _font_name(font, ctypes.addressof(name), len(name))
    return _is_bold_name(name.value) or bool(_font_flags(font) & (1 << 18))  # ForceBold, PDF 32000-1 table 123


@lru_cache(1024)
def _is_bold_name(name: bytes) -> bool:
    return _BOLD_NAME.search(name.decode("utf-8", errors="replace")) is not None
