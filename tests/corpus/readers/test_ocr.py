"""Pages that are pictures: read where tesseract is installed, else refused by name."""

import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import NoTextLayer
from corpus.outline import outline_of
from corpus.readers.pdf import read_pdf

LINES = (
    "Minutes of the Harbour Board",
    "Tuesday 16 January 2024",
    "Present: Councillor Brindle",
    "RESOLVED that the Mere be dredged.",
)
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def scanned(folder: Path, *, typed: bool = False, stamp: bool = False) -> Path:
    """A PDF whose page is a picture of four lines; where `typed`, behind a page with a text layer; or with a stamp."""
    plain, paper = folder / "plain.pdf", folder / "scan.pdf"
    canvas = Canvas(str(plain), pagesize=A4)
    for n, line in enumerate(LINES):
        canvas.drawString(72, 700 - 40 * n, line)
    canvas.save()
    with pdfium.PdfDocument(plain) as document:
        picture = document[0].render(scale=3).to_pil()
    canvas = Canvas(str(paper), pagesize=A4)
    if typed:
        canvas.drawString(72, 700, "The agenda of the Harbour Board lists three reports on boats.")
        canvas.showPage()
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    if stamp:
        canvas.drawString(280, 30, "Page 191")
        canvas.drawString(480, 800, "Agenda Item 10")
    canvas.save()
    return paper


@needs_tesseract
def test_a_scan_is_read_and_said_to_be_one(tmp_path: Path) -> None:
    reading = read_pdf(scanned(tmp_path))
    assert [block.text for block in reading.blocks] == list(LINES)
    assert reading.ocr and reading.ocr_pages == {1}
    outline = outline_of(reading, "scan.pdf")
    assert outline.ocr_pages == {1} and outline.parts[0].meeting.date == "2024-01-16"


@needs_tesseract
def test_only_the_pages_that_are_pictures_are_read_so(tmp_path: Path) -> None:
    reading = read_pdf(scanned(tmp_path, typed=True))
    assert reading.ocr_pages == {2}
    assert [block.page for block in reading.blocks] == [1, 2, 2, 2, 2]


def test_without_tesseract_a_scan_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = scanned(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoTextLayer, match=r"scan\.pdf: no text layer.*Install tesseract"):
        read_pdf(paper)


def test_without_tesseract_a_scanned_page_of_a_typed_paper_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = scanned(tmp_path, typed=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    reading = read_pdf(paper)
    assert reading.unread_pages == {2} and reading.ocr_pages == frozenset()
    assert outline_of(reading, paper.name).unread_pages == {2}


def test_a_scan_with_nothing_but_a_stamp_on_it_is_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = scanned(tmp_path, typed=True, stamp=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_pdf(paper).unread_pages == {2}
