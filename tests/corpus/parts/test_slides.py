"""Slides in a pack are a part of their own."""

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from corpus.models import PartKind
from corpus.outline import outline_of
from corpus.readers.pdf import read_pdf


def pack(folder: Path, slides: int, words: int = 3) -> Path:
    """A report and its appendix on upright pages, then pages that lie with so many lines on each."""
    path = folder / "pack.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for n, line in enumerate(("Report to: Scrutiny Board", "Date: 15 April 2024", "Subject: Moorings", "Report of: Director of Harbours", "1. Purpose", "1.1 To tell the Board about boats.")):  # fmt: skip
        canvas.drawString(72, 700 - 40 * n, line)
    canvas.showPage()
    canvas.drawString(72, 700, "Appendix A")
    canvas.drawString(72, 660, "The boats of the harbour were counted in March and again in April.")
    canvas.showPage()
    for page in range(slides):
        canvas.setPageSize(landscape(A4))
        canvas.setFont("Helvetica-Bold", 28)
        canvas.drawString(60, 500, f"Boats, part {page + 1}: what we found out there")
        canvas.setFont("Helvetica", 14)
        for n in range(words):
            canvas.drawString(
                60,
                450 - 16 * n,
                f"• Point {n}: boats of harbour {page} were counted and painted in all colours by the crew.",
            )
        canvas.showPage()
    canvas.save()
    return path


def test_slides_behind_an_appendix_are_split_off(tmp_path: Path) -> None:
    parts = outline_of(read_pdf(pack(tmp_path, 4)), "pack.pdf").parts
    assert [(part.kind, part.start_page, part.end_page) for part in parts] == [
        (PartKind.REPORT, 1, 1),
        (PartKind.APPENDIX, 2, 2),
        (PartKind.SLIDES, 3, 6),
    ]
    assert parts[2].title == "Boats, part 1: what we found out there"
    assert parts[2].meeting.date == "2024-04-15"


def test_a_plan_set_across_or_a_full_page_is_no_slide(tmp_path: Path) -> None:
    assert len(outline_of(read_pdf(pack(tmp_path, 2)), "pack.pdf").parts) == 2
    assert len(outline_of(read_pdf(pack(tmp_path, 4, words=20)), "pack.pdf").parts) == 2
