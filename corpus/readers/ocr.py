"""The words of a page that is only a picture, read by tesseract where that program is installed.

What it reads may be wrong: a page that was read so is known as such wherever it is cited.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from statistics import median
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.readers.pdf_runs import Run, Word, run_of
from corpus.readers.words import readable

_PROGRAM = "tesseract"
_SECONDS = 60  # a page may take; a page that takes longer stays unread
_SCALE = 200 / 72  # pixels a point: 200 dots an inch
_SIDE = 4000  # pixels; a larger page is read at a coarser scale
_COVERS = 0.5  # of the page; a smaller picture is an illustration
_SURE = 20  # tesseract's confidence, 0..100; below it there are specks, not letters
_LANGUAGES = ("eng", "cym")


class Picture(NamedTuple):
    """A page in shades of grey, one byte for each pixel, and how many pixels a point has."""

    width: int
    height: int
    pixels: bytes
    scale: float


def can_read() -> bool:
    """Whether tesseract is installed."""
    return shutil.which(_PROGRAM) is not None


def is_picture(page: pdfium.PdfPage) -> bool:
    """Whether one picture covers most of the page, as in a scan."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) >= _COVERS * width * height:
            return True
    return False


def picture_of(page: pdfium.PdfPage) -> Picture:
    """The page as it is shown, drawn in grey."""
    scale = min(_SCALE, _SIDE / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        shades = np.ascontiguousarray(bitmap.to_numpy().reshape(bitmap.height, bitmap.width, -1)[:, :, 0])
        return Picture(bitmap.width, bitmap.height, shades.tobytes(), scale)
    finally:
        bitmap.close()


def words_of(picture: Picture) -> list[Run] | None:
    """The lines of words on a picture, in points from its top left; None where the program fails or takes too long."""
    data = b"P5 %d %d 255\n" % (picture.width, picture.height) + picture.pixels
    dots = str(round(picture.scale * 72))
    command = [_PROGRAM, "stdin", "stdout", "-l", _languages(), "--dpi", dots, "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_SECONDS, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        return None
    return _runs(done.stdout.decode("utf-8", errors="replace").splitlines()[1:], picture.scale)


@cache
def _languages() -> str:
    """The languages to read by, of those that tesseract knows here, as it takes them."""
    done = subprocess.run([_PROGRAM, "--list-langs"], capture_output=True, text=True, timeout=_SECONDS)
    known = done.stdout.split()
    return "+".join(name for name in _LANGUAGES if name in known) or "eng"


def _runs(rows: Iterable[str], scale: float) -> list[Run]:
    """Lines from tesseract's table: block, paragraph, line, word, left, top, width, height, confidence, text."""
    words = [cells for row in rows if len(cells := row.split("\t")) == 12 and cells[0] == "5"]
    words = [cells for cells in words if float(cells[10]) >= _SURE and readable(cells[11]).strip()]
    lines = [list(group) for _, group in groupby(words, key=lambda cells: tuple(cells[1:5]))]
    tall = [max(int(cells[9]) for cells in line) for line in lines]
    usual = median(tall) if tall else 0.0
    runs = []
    for line, height in zip(lines, tall, strict=True):
        foot = median(int(cells[7]) + int(cells[9]) for cells in line) / scale
        # Letters with and without tails make lines of one type look of several sizes.
        high = (usual if 0.6 * usual < height < 1.5 * usual else height) / scale
        runs.append(run_of([_word(cells, foot - high, foot, scale) for cells in line]))
    return runs


def _word(cells: list[str], top: float, bottom: float, scale: float) -> Word:
    left, width = int(cells[6]) / scale, int(cells[8]) / scale
    return Word(readable(cells[11]).strip(), left, top, left + width, bottom, False)
