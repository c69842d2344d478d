"""Tables without rules on a PDF's pages: figures in columns below each other."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.models import BlockKind, Outline
from corpus.outline import outline_of
from corpus.readers.pdf import read_pdf

HEIGHT = A4[1]
EDGES = (72, 260, 340, 420, 500)  # the first column's left edge, the others' right ones
HEAD = ("Fund", "2024", "2025")
ROWS = [("Parks", "410", "436"), ("Waste", "1,902", "1,877"), ("Total", "2,312", "2,313")]


def row(canvas: Canvas, top: float, cells: Sequence[str]) -> None:
    """A row of a table: words at the left, figures under each other at their ends."""
    canvas.setFont("Helvetica", 10)
    canvas.drawString(EDGES[0], HEIGHT - top, cells[0])
    for edge, cell in zip(EDGES[1:], cells[1:], strict=False):
        canvas.drawRightString(edge, HEIGHT - top, cell)


def table(top: float, rows: Sequence[Sequence[str]], above: str = "") -> Callable[[Canvas], None]:
    """A page with a line and the rows below it."""

    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(72, HEIGHT - top + 20, above)
        for i, cells in enumerate(rows):
            row(canvas, top + 15 * i, cells)

    return page


def read(tmp_path: Path, *pages: Callable[[Canvas], None]) -> Outline:
    """The outline of a paper of these pages, each below a heading."""
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return outline_of(read_pdf(path), path.name)


def test_figures_in_columns_are_a_table_with_the_names_above_them(tmp_path: Path) -> None:
    paper = read(tmp_path, table(200, [HEAD, *ROWS], "Spending by fund (£000)"))
    (found,) = paper.tables
    assert (found.title, found.unit, found.columns) == ("Spending by fund (£000)", "£000", HEAD)
    assert found.rows == tuple(ROWS)
    assert paper.coverage == 1.0


def test_a_name_between_two_columns_stands_over_both(tmp_path: Path) -> None:
    years = ("", "", "", "", "")
    parts = ("Fund", "Budget", "Spent", "Budget", "Spent")
    body = [("Parks", "410", "436", "425", "431"), ("Waste", "1,902", "1,877", "2,015", "2,140")]

    def page(canvas: Canvas) -> None:
        table(200, [years, parts, *body])(canvas)
        canvas.drawCentredString(280, HEIGHT - 200, "2024/25")
        canvas.drawCentredString(440, HEIGHT - 200, "2025/26")

    (found,) = read(tmp_path, page).tables
    assert found.columns == ("Fund", "2024/25 Budget", "2024/25 Spent", "2025/26 Budget", "2025/26 Spent")
    assert found.rows[1] == ("Waste", "1,902", "1,877", "2,015", "2,140")


def test_a_line_that_heads_rows_stands_below_the_names(tmp_path: Path) -> None:
    (found,) = read(tmp_path, table(200, [HEAD, ("Running costs",), *ROWS], "Spending by fund")).tables
    assert (found.title, found.columns) == ("Spending by fund", HEAD)
    assert found.rows[0] == ("Running costs", "", "")


def test_a_table_that_goes_on_with_its_title_on_the_next_page_is_one(tmp_path: Path) -> None:
    title = "Spending by fund (£000)"
    paper = read(tmp_path, table(700, [HEAD, *ROWS[:2]], title), table(100, [HEAD, *ROWS], f"{title} (continued)"))
    assert [len(found.rows) for found in paper.tables] == [5]


def test_page_numbers_beside_titles_and_lists_are_no_table(tmp_path: Path) -> None:
    contents = [("Apologies", "1"), ("Benches", "3"), ("Swings", "12"), ("Any other business", "27")]
    places = [("•", "Mere", "410"), ("•", "Green", "95"), ("•", "Wharf", "12")]
    for rows in (contents, places):
        reading = read(tmp_path, table(200, rows, "Contents"))
        assert reading.tables == ()
        assert all(" | " not in paragraph.own for paragraph in reading.paragraphs)


def test_a_numbered_paragraph_beside_its_number_is_no_table(tmp_path: Path) -> None:
    prose = [("1.1", "The bridge was shut"), ("1.2", "It costs £4,100"), ("1.3", "A quote is asked for")]
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    table(200, prose, "Bridges")(canvas)
    canvas.save()
    assert not [block for block in read_pdf(path).blocks if block.kind is BlockKind.ROW]
