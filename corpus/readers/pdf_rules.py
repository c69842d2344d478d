"""Ruled lines drawn on a PDF page; how positions on it are measured, and how PDFium is called.

PDFium is called with plain addresses where a page asks hundreds of times, and pages are measured in points
from their top left corner as they are shown, whichever way they are turned.
"""

import ctypes
from collections import deque
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from itertools import compress, filterfalse, pairwise, repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

_THIN = 2.5  # points; a drawing no thicker is a ruled line
_MANY_SEGMENTS = 2000  # a path with more is a picture, not a table's lines

_AT_ONCE = 1024  # paths that are asked about in one loop
_IS_PATH = bytes(kind == raw.FPDF_PAGEOBJ_PATH for kind in range(256))


class Rule(NamedTuple):
    """A straight ruled line: `at` is its y if it lies, its x if it stands."""

    lies: bool
    at: float
    start: float
    end: float


class Frame(NamedTuple):
    """A page's frame: turns positions in PDF space into points from the top left of the page as it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    quarter_turns: int

    def boxes(self, values: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """Rows of all lefts, tops, rights and bottoms as shown; `values` has a row left, top, right, bottom for each box."""
        order, signs, offsets = _as_shown(self)
        shown = np.ascontiguousarray(values.T, np.float64)
        if self.quarter_turns:
            shown = shown[order]
        shown *= signs
        shown += offsets
        return shown

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """The left, top, right and bottom of one box as shown."""
        if self.quarter_turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarter_turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarter_turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


@lru_cache(16)
def _as_shown(frame: Frame) -> tuple[list[int], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """For each edge as shown: which of left, top, right and bottom in PDF space it is, its sign and its offset."""
    left, bottom, right, top, turns = frame
    signs = ((1, -1, 1, -1), (1, 1, 1, 1), (-1, 1, -1, 1), (-1, -1, -1, -1))[turns]
    offsets = ((-left, top, -left, top), (-bottom, -left) * 2, (right, -bottom) * 2, (top, right) * 2)[turns]
    order = ([0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1], [1, 2, 3, 0])[turns]
    return order, np.array(signs, np.float64)[:, None], np.array(offsets, np.float64)[:, None]


def plain_call(function: object, returns: type | None, *arguments: type) -> "ctypes._CFunctionType":
    """The PDFium function with addresses taken as numbers, at half the cost of typed pointers.

    Behind the `arguments` whose types are given it takes what ctypes need not convert, at half the cost again: addresses
    as `byref`, and numbers no larger than an int.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(returns, *arguments)(address)  # type: ignore[arg-type]


_page_object = plain_call(raw.FPDFPage_GetObject, ctypes.c_size_t)
_object_type = plain_call(raw.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_segments = plain_call(raw.FPDFPath_CountSegments, ctypes.c_int, ctypes.c_void_p)
_draw_mode = plain_call(raw.FPDFPath_GetDrawMode, None, ctypes.c_void_p)
_bounds = plain_call(raw.FPDFPageObj_GetBounds, None, ctypes.c_void_p)
_form_length = plain_call(raw.FPDFFormObj_CountObjects, ctypes.c_int, ctypes.c_void_p)
_form_object = plain_call(raw.FPDFFormObj_GetObject, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_ulong)
_matrix = plain_call(raw.FPDFPageObj_GetMatrix, None, ctypes.c_void_p)
_segment = plain_call(raw.FPDFPath_GetPathSegment, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int)
_segment_point = plain_call(raw.FPDFPathSegment_GetPoint, None, *[ctypes.c_void_p] * 3)
_segment_type = plain_call(raw.FPDFPathSegment_GetType, ctypes.c_int, ctypes.c_void_p)
_segment_closes = plain_call(raw.FPDFPathSegment_GetClose, ctypes.c_int, ctypes.c_void_p)


def page_rules(page: raw.FPDF_PAGE, frame: Frame, texts: Set[int]) -> list[Rule]:
    """The straight lines drawn on the page; thin rectangles and the sides of boxes count as lines.

    `texts` are addresses of objects that are known to be words, so that their type need not be asked for.
    """
    paths, matrices = _paths(page, texts)
    if not paths:
        return []
    found: list[Rule] = []
    counts = map(_segments, paths)
    modes, boxes = _modes(paths), _boxes(paths, frame)
    for path, matrix, count, (filled, stroked), box in zip(paths, matrices, counts, modes, boxes, strict=True):
        if not 2 <= count <= _MANY_SEGMENTS or not (filled or stroked):
            continue
        left, top, right, bottom = box
        thin = right - left <= _THIN or bottom - top <= _THIN
        if count <= 5 and matrix is None and (thin or count == 5 or not stroked):
            found += _rules_of(left, top, right, bottom, bool(stroked))
        else:
            for piece in _pieces(path, count, matrix, bool(stroked)):
                found += _rules_of(*frame.box(*piece), False)
    return found


@cache
def _room(kind: type, width: int) -> "tuple[npt.NDArray[Any], list[list[ctypes._CArgObject]]]":
    """Memory for rows of numbers as PDFium writes them, and the addresses of each column; for one thread only."""
    rows: npt.NDArray[Any] = np.zeros((_AT_ONCE, width), kind)
    values = (ctypes.c_byte * rows.nbytes).from_buffer(rows.data)
    step = rows.itemsize
    return rows, [[ctypes.byref(values, at) for at in range(step * k, rows.nbytes, step * width)] for k in range(width)]


def _modes(paths: list[int]) -> list[list[int]]:
    """For each path, whether it is filled and whether it is stroked."""
    rows, (fills, strokes) = _room(np.int32, 2)
    found: list[list[int]] = []
    for first in range(0, len(paths), _AT_ONCE):
        some = paths[first : first + _AT_ONCE]
        deque(map(_draw_mode, some, fills, strokes), maxlen=0)
        found += rows[: len(some)].tolist()
    return found


def _boxes(paths: list[int], frame: Frame) -> list[list[float]]:
    """The left, top, right and bottom of each path as shown."""
    rows, (lefts, tops, rights, bottoms) = _room(np.float32, 4)
    found: list[list[float]] = []
    for first in range(0, len(paths), _AT_ONCE):
        some = paths[first : first + _AT_ONCE]
        deque(map(_bounds, some, lefts, bottoms, rights, tops), maxlen=0)
        found += frame.boxes(rows[: len(some)]).T.tolist()
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


def _matrix_of(item: int) -> _Matrix:
    m = raw.FS_MATRIX()
    _matrix(item, ctypes.byref(m))
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(inner: _Matrix, outer: _Matrix | None) -> _Matrix:
    """The matrix that applies `inner`, then `outer`."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer  # noqa: N806  # capitals for the second matrix of a product
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)


def _paths(page: raw.FPDF_PAGE, texts: Set[int]) -> tuple[list[int], list[_Matrix | None]]:
    """The path objects of the page and of the forms in it, with the form's matrix (None on the page itself)."""
    address = ctypes.byref(page.contents)
    objects = list(map(_page_object, repeat(address), range(raw.FPDFPage_CountObjects(page))))
    objects = list(filterfalse(texts.__contains__, objects))
    kinds = bytes(map(_object_type, objects))
    if raw.FPDF_PAGEOBJ_FORM not in kinds:
        paths = list(compress(objects, kinds.translate(_IS_PATH)))
        return paths, [None] * len(paths)
    found: list[tuple[int, _Matrix | None]] = []
    for item, kind in zip(objects, kinds, strict=True):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            found.append((item, None))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            found += _form_paths(item, None, 4)
    return [item for item, _ in found], [matrix for _, matrix in found]


def _form_paths(form: int, outer: _Matrix | None, depth: int) -> Iterator[tuple[int, _Matrix | None]]:
    matrix = _times(_matrix_of(form), outer)
    for index in range(_form_length(form)):
        item = _form_object(form, index)
        which = _object_type(item)
        if which == raw.FPDF_PAGEOBJ_PATH:
            yield item, matrix
        elif which == raw.FPDF_PAGEOBJ_FORM and depth:
            yield from _form_paths(item, matrix, depth - 1)


_Piece = tuple[float, float, float, float]


def _pieces(path: int, count: int, outer: _Matrix | None, stroked: bool) -> list[_Piece]:
    """The left, bottom, right and top in PDF space of a path's subpaths, or of each stroke of a stroked path."""
    segments = [_segment(path, index) for index in range(count)]
    kinds = list(map(_segment_type, segments))
    if raw.FPDF_SEGMENT_BEZIERTO in kinds:
        return []
    a, b, c, d, e, f = _times(_matrix_of(path), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    places = ctypes.addressof(x), ctypes.addressof(y)
    subpaths: list[list[tuple[float, float]]] = []
    for segment, kind in zip(segments, kinds, strict=True):
        _segment_point(segment, *places)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == raw.FPDF_SEGMENT_MOVETO or not subpaths:
            subpaths.append([])
        subpaths[-1].append(point)
        if _segment_closes(segment):
            subpaths[-1].append(subpaths[-1][0])
    pieces: list[_Piece] = []
    for points in subpaths:
        pairs = list(pairwise(points)) if stroked else [(min(points), max(points))]
        if stroked:
            pieces += [(min(p[0], q[0]), min(p[1], q[1]), max(p[0], q[0]), max(p[1], q[1])) for p, q in pairs]
        else:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            pieces.append((min(xs), min(ys), max(xs), max(ys)))
    return pieces
