"""A page of a PDF through pdfium: its characters, its picture, where its words stand.

pypdfium2 may not be used from two threads at once: callers hold LOCK. Its calls are untyped, hence Any.
"""

import ctypes
import io
import threading
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c
from PIL import Image, ImageChops, ImageDraw

from corpus.models import Box
from page.marking import TextSpan
from page.source.locate import Located

LOCK = threading.Lock()
_WIDTH = 1240  # pixels: 150 dots an inch on A4, sharp on a tablet, about 200 kB
_MOST_PIXELS = 4_000_000  # plans can be A0
_ACCENT, _YELLOW = (16, 92, 92), (255, 226, 120)

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom in pixels


def characters(page: Any) -> str:
    """The page's characters, each at the index that pdfium gives it."""
    text = page.get_textpage()
    return "".join(chr(pdfium_c.FPDFText_GetUnicode(text, i) or 32) for i in range(text.count_chars()))


def picture_scale(page: Any) -> float:
    """How many pixels of the page's picture make a point."""
    width, height = page.get_size()
    return float(min(_WIDTH / width, (_MOST_PIXELS / (width * height)) ** 0.5))


def top_of(page: Any, index: int) -> float:
    """How far down the page, in points, the character at this index stands."""
    width, height = page.get_size()
    size = (round(width), round(height))
    lines = _lines(page, page.get_textpage(), TextSpan(index, index + 1), size)
    return lines[0][1] if lines else 0.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page's picture, and the frame's upper left corner in shares of the picture's width and height."""

    png: bytes
    left: float = 0.0
    top: float = 0.0


def draw(page: Any, found: Located, box: Box | None) -> Drawn:
    """The page as PNG: quotations on yellow, a frame round the paragraph, or round `box` where that was not found."""
    scale = picture_scale(page)
    image = page.render(scale=scale).to_pil().convert("RGB")
    text = page.get_textpage()
    marks = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(marks)
    for span in found.quotes:
        for left, top, right, bottom in _lines(page, text, span, image.size):
            pen.rectangle((left - 2, top - 3, right + 2, bottom + 3), fill=_YELLOW)
    image = ImageChops.multiply(image, marks)
    lines = _lines(page, text, found.paragraph, image.size) if found.paragraph else []
    if not lines and box:
        lines = [(box.left * scale, box.top * scale, box.right * scale, box.bottom * scale)]
    left = top = 0.0
    if lines:
        frame = _frame(lines, image.size)
        ImageDraw.Draw(image).rounded_rectangle(frame, radius=8, outline=_ACCENT, width=4)
        left, top = frame[0] / image.width, frame[1] / image.height
    out = io.BytesIO()
    image.save(out, "PNG")
    return Drawn(out.getvalue(), left, top)


def _frame(lines: list[Rectangle], size: tuple[int, int]) -> Rectangle:
    left, top = min(line[0] for line in lines) - 12, min(line[1] for line in lines) - 10
    right, bottom = max(line[2] for line in lines) + 12, max(line[3] for line in lines) + 10
    left, top = max(2, left), max(2, top)
    return left, top, max(left + 4, min(size[0] - 3, right)), max(top + 4, min(size[1] - 3, bottom))


def _lines(page: Any, text: Any, span: TextSpan, size: tuple[int, int]) -> list[Rectangle]:
    """The rectangles that a stretch of characters covers, about one for each printed line."""
    rectangles = []
    sides = [ctypes.c_double() for _ in range(4)]
    for index in range(pdfium_c.FPDFText_CountRects(text, span.start, span.end - span.start)):
        pdfium_c.FPDFText_GetRect(text, index, *(ctypes.byref(side) for side in sides))
        left, top, right, bottom = (side.value for side in sides)
        corners = [_pixel(page, x, y, size) for x, y in ((left, top), (right, bottom))]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        rectangles.append((min(xs), min(ys), max(xs), max(ys)))
    return rectangles


def _pixel(page: Any, x: float, y: float, size: tuple[int, int]) -> tuple[float, float]:
    """A point of the page in pixels of its picture, which is turned and cropped as the page is."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return float(across.value), float(down.value)
