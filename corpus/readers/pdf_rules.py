"""Ruled lines drawn on a PDF page, and the two things that its words and drawings share.

PDFium is called with plain addresses where a page asks hundreds of times, and pages are measured in points
from their top left corner as they are shown, whichever way they are turned.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Iterator
from itertools import compress, pairwise, repeat
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

_THIN = 2.5  # points; a drawing no thicker is a ruled line
_MANY_SEGMENTS = 2000  # a path with more is a picture, not a table's lines

_Number = TypeVar("_Number", bound=np.generic)
Places = TypeVar("Places", float, npt.NDArray[np.float64])


class Rule(NamedTuple):
    """A straight ruled line: `at` is its y if it lies, its x if it stands."""

    lies: bool
    at: float
    start: float
    end: float


class Frame(NamedTuple):
    """From PDF space to points from the top left of the page as it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    quarter_turns: int

    def box(self, left: Places, bottom: Places, right: Places, top: Places) -> tuple[Places, Places, Places, Places]:
        """left, top, right, bottom as shown, of one box or of many at once."""
        if self.quarter_turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarter_turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarter_turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def plain_call(function: object, returns: type | None, *arguments: type) -> "ctypes._CFunctionType":
    """The PDFium function taking addresses as numbers, at half the cost of one with typed pointers.

    Without types of `arguments` it takes what ctypes needs not convert, at half the cost again: addresses as `byref`
    and numbers no larger than an int.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(returns, *arguments)(address)  # type: ignore[arg-type]


_page_object = plain_call(raw.FPDFPage_GetObject, ctypes.c_size_t)
_object_type = plain_call(raw.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_segments = plain_call(raw.FPDFPath_CountSegments, ctypes.c_int, ctypes.c_void_p)
_draw_mode = plain_call(raw.FPDFPath_GetDrawMode, ctypes.c_int, *[ctypes.c_void_p] * 3)
_bounds = plain_call(raw.FPDFPageObj_GetBounds, ctypes.c_int, *[ctypes.c_void_p] * 5)


def page_rules(page: pdfium.PdfPage, frame: Frame) -> list[Rule]:
    """The straight lines drawn on the page, also as thin rectangles or as the sides of boxes."""
    paths, matrices = _paths(page.raw)
    if not paths:
        return []
    found: list[Rule] = []
    counts = map(_segments, paths)
    modes = _filled_in(_draw_mode, paths, np.zeros((len(paths), 2), np.int32)).tolist()
    edges = _filled_in(_bounds, paths, np.zeros((len(paths), 4), np.float32)).T.astype(np.float64)
    boxes = np.array(frame.box(*edges)).T.tolist()
    for path, matrix, count, (filled, stroked), box in zip(paths, matrices, counts, modes, boxes, strict=True):
        if not 2 <= count <= _MANY_SEGMENTS or not (filled or stroked):
            continue
        left, top, right, bottom = box
        thin = right - left <= _THIN or bottom - top <= _THIN
        if count <= 5 and matrix is None and (thin or count == 5 or not stroked):
            found += _rules_of(left, top, right, bottom, stroked)
        else:
            item = ctypes.cast(path, raw.FPDF_PAGEOBJECT)
            for piece in _pieces(item, count, _times(_matrix_of(item), matrix), stroked):
                found += _rules_of(*frame.box(*piece), False)
    return found


def _filled_in(ask: Callable[..., object], paths: list[int], rows: npt.NDArray[_Number]) -> npt.NDArray[_Number]:
    """The rows, filled in with what PDFium writes of each path, in a loop that runs in C."""
    first, width, step = rows.ctypes.data, rows.strides[0], rows.itemsize
    columns = [range(first + at, first + at + width * len(paths), width) for at in range(0, width, step)]
    deque(map(ask, paths, *columns), maxlen=0)
    return rows


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


def _paths(page: object) -> tuple[list[int], list[_Matrix | None]]:
    """Path objects of the page and of the forms in it, with the form's matrix (None on the page itself)."""
    address = ctypes.byref(page.contents)  # type: ignore[attr-defined]
    objects = list(map(_page_object, repeat(address), range(raw.FPDFPage_CountObjects(page))))
    kinds = list(map(_object_type, objects))
    if raw.FPDF_PAGEOBJ_FORM not in kinds:
        paths = list(compress(objects, map(raw.FPDF_PAGEOBJ_PATH.__eq__, kinds)))
        return paths, [None] * len(paths)
    found: list[tuple[int, _Matrix | None]] = []
    for item, kind in zip(objects, kinds, strict=True):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            found.append((item, None))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            found += _form_paths(ctypes.cast(item, raw.FPDF_PAGEOBJECT), None, 4)
    return [item for item, _ in found], [matrix for _, matrix in found]


def _form_paths(form: object, outer: _Matrix | None, depth: int) -> Iterator[tuple[int, _Matrix | None]]:
    matrix = _times(_matrix_of(form), outer)
    for index in range(max(0, raw.FPDFFormObj_CountObjects(form))):
        item = raw.FPDFFormObj_GetObject(form, index)
        which = raw.FPDFPageObj_GetType(item)
        if which == raw.FPDF_PAGEOBJ_PATH:
            yield ctypes.cast(item, ctypes.c_void_p).value or 0, matrix
        elif which == raw.FPDF_PAGEOBJ_FORM and depth:
            yield from _form_paths(item, matrix, depth - 1)


_Piece = tuple[float, float, float, float]


def _pieces(item: object, count: int, matrix: _Matrix, stroked: bool) -> list[_Piece]:
    """left, bottom, right, top in PDF space of a path's subpaths; of a stroked one, of each straight stroke."""
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
    pieces: list[_Piece] = []
    for points in subpaths:
        pairs = list(pairwise(points)) if stroked else [(min(points), max(points))]
        if stroked:
            pieces += [(min(p[0], q[0]), min(p[1], q[1]), max(p[0], q[0]), max(p[1], q[1])) for p, q in pairs]
        else:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            pieces.append((min(xs), min(ys), max(xs), max(ys)))
    return pieces
