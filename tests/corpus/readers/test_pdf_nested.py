"""Ruled tables in the cells of a PDF's ruled tables."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.models import BlockKind
from corpus.readers.pdf import read_pdf

HEIGHT = A4[1]


def test_a_table_whose_rules_meet_those_of_its_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)

    def across(left: float, right: float, *tops: float) -> None:
        for top in tops:
            canvas.line(left, HEIGHT - top, right, HEIGHT - top)

    def upright(top: float, foot: float, *lefts: float) -> None:
        for left in lefts:
            canvas.line(left, HEIGHT - top, left, HEIGHT - foot)

    def write(top: float, *places: tuple[float, str]) -> None:
        for left, text in places:
            canvas.drawString(left, HEIGHT - top, text)

    across(72, 500, 100, 120, 240, 260)
    upright(100, 260, 72, 180, 500)
    across(190, 470, 180, 200, 220)  # of the inner table, down to the cell's edge
    upright(180, 240, 190, 280, 370, 470)
    write(114, (76, "Question"), (184, "Answer"))
    write(136, (76, "How many?"), (184, "The counts of both wards for two years are these."))
    for top, cells in ((194, ("Ward", "2024", "2025")), (214, ("Mere", "41", "38")), (234, ("Green", "12", "11"))):
        write(top, *zip((194, 284, 374), cells, strict=True))
    write(160, (184, "They fell in both of them, as they did before."))
    write(254, (76, "Why?"), (184, "Less rain."))
    canvas.save()
    rows = [block.cells for block in read_pdf(path).blocks if block.kind is BlockKind.ROW]
    assert [cells for cells in rows if len(cells) == 3] == [
        ("Ward", "2024", "2025"), ("Mere", "41", "38"), ("Green", "12", "11"),
    ]  # fmt: skip
    assert [cells for cells in rows if len(cells) == 2] == [
        ("Question", "Answer"),
        (
            "How many?",
            "The counts of both wards for two years are these. They fell in both of them, as they did before.",
        ),
        ("Why?", "Less rain."),
    ]
