"""What stands on a PDF page: runs of words and ruled lines, in points from the top left.

Asks PDFium for two boxes a word rather than one a character, in loops that run in C: this is where the time
of reading a PDF goes.
"""

import ctypes
import math
import re
from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise, repeat
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.readers.pdf_rules import Frame, Rule, page_rules, plain_call
from corpus.readers.words import readable

_INK, _PARTED, _SPACE, _LINE_END = range(4)  # what a character is; _PARTED: a hyphen that PDFium found at a line's end
_KINDS = np.array([_SPACE if chr(code).isspace() else _INK for code in range(0x3002)] + [_INK] * 0xD000, np.uint8)
_KINDS[[0x02, 0xFFFE]] = _PARTED
_KINDS[[0x0A, 0x0D]] = _LINE_END
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_AT_ONCE = 4096  # characters whose boxes are asked for in one loop
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
    struck: bool = False  # with a rule through it


class Run(NamedTuple):
    """Words that stand together on one line, a column for each thing known of them; without words, a table's place."""

    text: str  # its words with a space between them
    lefts: "array[float]"
    tops: "array[float]"
    rights: "array[float]"
    bottoms: "array[float]"
    bolds: bytes  # 1 for a word in bold type, else 0
    strucks: bytes
    left: float
    top: float
    right: float
    bottom: float
    table: int = -1  # index among the page's tables
    limit: float = 0.0  # right edge of the column that it stands in, 0 where unknown
    turned: bool = False  # written up or down the page
    pieces: int = 1  # how many runs of the stream were put together

    @property
    def texts(self) -> list[str]:
        """Its words' texts."""
        return self.text.split(" ")

    @property
    def words(self) -> list[Word]:
        """Its words one by one."""
        columns = zip(self.texts, *self[1:5], map(bool, self.bolds), map(bool, self.strucks), strict=True)
        return list(map(Word._make, columns))

    def part(self, first: int, end: int) -> "Run":
        """Its words from the first on and before the end, as high as the whole."""
        return self._replace(
            text=" ".join(self.texts[first:end]),
            lefts=self.lefts[first:end],
            tops=self.tops[first:end],
            rights=self.rights[first:end],
            bottoms=self.bottoms[first:end],
            bolds=self.bolds[first:end],
            strucks=self.strucks[first:end],
            left=self.lefts[first],
            right=self.rights[end - 1],
        )


class PageMarks(NamedTuple):
    """Everything read from one page."""

    runs: list[Run]  # in the order of the content stream
    rules: list[Rule]
    text: str  # as PDFium gives it
    width: float
    height: float


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
    units = np.empty(count + 1, np.uint16)
    written = raw.FPDFText_GetText(textpage, 0, count, units.ctypes.data_as(ctypes.POINTER(ctypes.c_ushort)))
    text = units[: max(written - 1, 0)].tobytes().decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


@cache
def _room() -> "tuple[npt.NDArray[np.float32], list[ctypes._CArgObject]]":
    """Room for boxes as PDFium writes them, and where each of them stands; for the one thread that may call PDFium."""
    boxes = np.zeros((_AT_ONCE, 4), np.float32)
    values = (ctypes.c_float * boxes.size).from_buffer(boxes.data)
    return boxes, [ctypes.byref(values, 16 * index) for index in range(_AT_ONCE)]


class _TextReader:
    """Reads words from one text page."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._page = ctypes.byref(textpage.raw.contents)
        self._frame = frame
        self._starts: list[int] = []  # of all words, PDFium's index of the first character

    def _boxes(self, indexes: Sequence[int]) -> npt.NDArray[np.float64]:
        """Rows of lefts, tops, rights and bottoms of characters, as high as their font; loops in C."""
        values, places = _room()
        boxes = np.zeros((len(indexes), 4))
        for first in range(0, len(indexes), _AT_ONCE):
            some = indexes[first : first + _AT_ONCE]
            deque(map(_loose_box, repeat(self._page), some, places), maxlen=0)
            boxes[first : first + len(some)] = values[: len(some)]
        left, top, right, bottom = boxes.T
        return np.array(self._frame.box(left, bottom, right, top))

    def _objects(self, indexes: npt.NDArray[np.intp]) -> npt.NDArray[np.uint64]:
        """Addresses of the text objects that hold the characters, 0 for one that PDFium put in."""
        return np.fromiter(map(_text_object, repeat(self._page), indexes.tolist()), np.uint64, len(indexes))

    def _bold(self, starts: npt.NDArray[np.intp], begins: npt.NDArray[np.bool_]) -> bytes:
        """1 for each word that is set in bold type, else 0; a line that starts and ends in one text object is all in it."""
        lines = np.flatnonzero(begins)
        ends = np.append(lines[1:], len(starts))
        first, last = self._objects(starts[lines]), self._objects(starts[ends - 1])
        lengths = ends - lines
        mixed = np.repeat(first != last, lengths)
        inside = self._objects(starts[mixed])
        asked = np.concatenate((first, inside)).tolist()
        bold = _bold_objects(set(asked))
        if not bold:
            return bytes(len(starts))
        flags = np.fromiter(map(bold.__contains__, asked), np.bool_, len(asked))
        marked = np.repeat(flags[: len(lines)], lengths)
        marked[mixed] = flags[len(lines) :]
        return marked.tobytes()

    def _turned(self, indexes: Sequence[int]) -> list[bool]:
        """Which characters are written up or down the page as it is shown."""
        turns = self._frame.quarter_turns
        angles = map(_angle, repeat(self._page), indexes)
        return [bool((round(angle / (math.pi / 2)) + turns) % 2) if angle or turns else False for angle in angles]

    def runs(self, characters: str) -> list[Run]:
        """Words in stream order, parted where a line ends, a gap is wide or the text jumps."""
        starts, lasts, begins = _tokens(characters)
        texts = _texts(characters)
        if not texts:
            return []
        boxes = self._boxes(np.concatenate((starts, lasts)).tolist())
        boxes, last = boxes[:, : len(starts)], boxes[:, len(starts) :]
        np.minimum(boxes[:2], last[:2], out=boxes[:2])
        np.maximum(boxes[2:], last[2:], out=boxes[2:])
        if not all(texts):
            seen = np.array([bool(text) for text in texts])
            starts, begins, boxes = starts[seen], _carried(begins, seen), boxes[:, seen]
            texts = [text for text in texts if text]
            if not texts:
                return []
        begins[0] = True
        bold = self._bold(starts, begins)
        cuts, turned = self._cuts(starts, boxes, begins)
        self._starts = starts.tolist()
        bounds = list(pairwise([*cuts, len(texts)]))
        columns = (*[array("d", row.tobytes()) for row in boxes], bold, bytes(len(texts)))
        parted = [[column[first:end] for first, end in bounds] for column in columns]
        lines = [" ".join(texts[first:end]) for first, end in bounds]
        edges = (np.minimum.reduceat(boxes[:2], cuts, axis=1), np.maximum.reduceat(boxes[2:], cuts, axis=1))
        rest = (repeat(-1), repeat(0.0), turned, repeat(1))
        return list(
            map(tuple.__new__, repeat(Run), zip(lines, *parted, *np.concatenate(edges).tolist(), *rest, strict=False))
        )

    def _cuts(
        self, starts: npt.NDArray[np.intp], boxes: npt.NDArray[np.float64], begins: npt.NDArray[np.bool_]
    ) -> tuple[list[int], list[bool]]:
        """The words that begin a run, and which of the runs are turned; `begins` says which words begin a line."""
        lefts, tops, rights, bottoms = boxes
        gaps, middles = lefts[1:] - rights[:-1], (tops[1:] + bottoms[1:]) / 2
        heights = bottoms[:-1] - tops[:-1]
        jumps = (gaps > _WIDE_GAP * heights) | (gaps < -heights) | (middles < tops[:-1]) | (middles > bottoms[:-1])
        cuts = np.flatnonzero(begins | np.concatenate(([False], jumps))).tolist()
        flags = self._turned(starts[cuts].tolist())
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
        heights = [rule.at for rule in rules]
        marked: list[Run] = []
        place = 0
        for run in runs:
            start, place = place, place + len(run.lefts)
            height = run.bottom - run.top
            first = bisect_right(heights, run.top + 0.4 * height)
            end = bisect_left(heights, run.bottom - 0.27 * height)
            if first < end and not run.turned:
                crossing = [rule for rule in rules[first:end] if rule.start < run.right and rule.end > run.left]
                if crossing:
                    words = zip(run.words, self._starts[start:place], strict=True)
                    run = run_of([part for word, at in words for part in self._cut(word, at, crossing)])
            marked.append(run)
        return marked

    def _cut(self, word: Word, start: int, rules: list[Rule]) -> list[Word]:
        """The word, whose first character is at `start`, or its parts where a rule crosses only some of them."""
        covered = sum(max(0.0, min(r.end, word.right) - max(r.start, word.left)) for r in rules)
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


def _tokens(characters: str) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """First and last character of each word, and which words begin a line; one that a line's end parts is two."""
    codes = np.frombuffer(characters.encode("utf-32-le", errors="surrogatepass"), np.uint32)
    kinds = _KINDS.take(codes, mode="clip")
    inked = np.zeros(len(kinds) + 2, np.bool_)
    np.less(kinds, _SPACE, out=inked[1:-1])
    edges = np.flatnonzero(inked[1:] != inked[:-1])
    starts, ends = edges[::2], edges[1::2]
    parted = np.flatnonzero((kinds[:-1] == _PARTED) & inked[2:-1]) + 1
    if len(parted):
        starts, ends = np.sort(np.concatenate((starts, parted))), np.sort(np.concatenate((ends, parted)))
    after = np.searchsorted(starts, np.concatenate((np.flatnonzero(kinds == _LINE_END), parted)))
    begins = np.zeros(len(starts) + 1, np.bool_)
    begins[after] = True
    return starts, ends - 1, begins[:-1]


def _texts(characters: str) -> list[str]:
    """The words as they are to be read, "" for one that nobody sees."""
    words = characters.replace("\x02", "- ").replace("\ufffe", "- ").split()
    return words if characters.isascii() else [word if word.isascii() else _legible(word) for word in words]


@lru_cache(4096)
def _legible(word: str) -> str:
    return readable(word.translate(_SYMBOLS))


def _carried(ends_line: npt.NDArray[np.bool_], seen: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which of the words that have visible characters begin a line, those without handing it on to the next."""
    order = np.cumsum(seen)
    first = np.zeros(len(seen) + 1, np.bool_)
    first[order[ends_line & ~seen]] = True
    return ends_line[seen] | first[: order[-1]]


def run_of(words: Sequence[Word], turned: bool = False) -> Run:
    """The run that the words make, in the order given."""
    texts, *places, bolds, strucks = zip(*words, strict=True)
    lefts, tops, rights, bottoms = [array("d", column) for column in places]
    edges = (min(lefts), min(tops), max(rights), max(bottoms))
    return Run(" ".join(texts), lefts, tops, rights, bottoms, bytes(bolds), bytes(strucks), *edges, turned=turned)


def place_of_table(table: int, left: float, top: float, right: float, bottom: float) -> Run:
    """A run without words where the table stands that has this index."""
    none = array("d")
    return Run("", none, none, none, none, b"", b"", left, top, right, bottom, table)


def _bold_objects(objects: Iterable[int]) -> set[int]:
    """Those of the text objects, given by their addresses, that are set in bold type."""
    objects = [item for item in objects if item]
    fonts = list(map(_font, objects))
    bold = {font for font in set(fonts) if font and _is_bold(font)}
    modes = map(_render_mode, objects)
    thick = raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    return {item for item, font, mode in zip(objects, fonts, modes, strict=True) if font in bold or mode == thick}


def _is_bold(font: int) -> bool:
    name = _Name()
    _font_name(font, ctypes.addressof(name), len(name))
    if _BOLD_NAME.search(name.value.decode("utf-8", errors="replace")):
        return True
    return bool(_font_flags(font) & (1 << 18))  # ForceBold, PDF 32000-1 table 123
