"""PDFs made here, and the papers in ../shared/papers where they are."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import CorruptPaper, EmptyPaper, EncryptedPaper, NoTextLayer
from corpus.models import Block, BlockKind, Reading
from corpus.readers.pdf import read_pdf
from places import PAPERS

PDFS = sorted(PAPERS.rglob("*.pdf"))
WIDTH, HEIGHT = A4
LONG = "The committee considered the report of the officer and asked several questions about the money that"


def made(tmp_path: Path, *pages: Callable[[Canvas], None], name: str = "paper.pdf", encrypt: str | None = None) -> Path:
    """A PDF with one page for each drawing function."""
    path = tmp_path / name
    canvas = Canvas(str(path), pagesize=A4, encrypt=encrypt)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def write(canvas: Canvas, top: float, text: str, left: float = 72, font: str = "Helvetica", size: float = 11) -> None:
    """One line whose base line is `top` points below the page's upper edge."""
    canvas.setFont(font, size)
    canvas.drawString(left, HEIGHT - top, text)


def texts(reading: Reading, kind: BlockKind | None = None) -> list[str]:
    return [block.text for block in reading.blocks if kind in (None, block.kind)]


def body(canvas: Canvas) -> None:
    write(canvas, 100, "1) " + LONG, left=60, size=10)
    write(canvas, 112, "was asked for by the schools of the district.", left=60, size=10)
    write(canvas, 124, "2) The chair thanked the officers for their work.", left=60, size=10)


def test_a_numbered_paragraph_is_one_block(tmp_path: Path) -> None:
    found = texts(read_pdf(made(tmp_path, body)))
    assert found == [
        f"1) {LONG} was asked for by the schools of the district.",
        "2) The chair thanked the officers for their work.",
    ]


def test_a_bold_line_alone_is_a_heading_and_its_item_number_a_block(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 100, "299. Local Plan for the Years to Come", font="Helvetica-Bold")
        write(canvas, 113, "(Item 8)")
        write(canvas, 139, "The chair opened the debate.")

    blocks = read_pdf(made(tmp_path, page)).blocks
    assert [(b.kind, b.text, b.bold) for b in blocks] == [
        (BlockKind.HEADING, "299. Local Plan for the Years to Come", True),
        (BlockKind.TEXT, "(Item 8)", False),
        (BlockKind.TEXT, "The chair opened the debate.", False),
    ]
    assert [b.after_gap for b in blocks] == [True, False, True]


def test_list_items_keep_their_depth(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 100, "(a) the first thing", left=80)
        write(canvas, 113, "(i) a part of it", left=110)
        write(canvas, 126, "(b) the second thing", left=80)

    blocks = read_pdf(made(tmp_path, page)).blocks
    assert [(b.kind, b.level) for b in blocks] == [(BlockKind.ITEM, level) for level in (1, 2, 1)]


def grid(canvas: Canvas, top: float, rows: Sequence[tuple[str, ...]], bold: bool = True) -> None:
    for index, row in enumerate(rows):
        y = HEIGHT - top - 20 * index
        for column, cell in enumerate(row):
            canvas.rect(72 + 120 * column, y - 20, 120, 20)
            canvas.setFont("Helvetica-Bold" if bold and index == 0 else "Helvetica", 10)
            canvas.drawString(76 + 120 * column, y - 14, cell)


def test_a_ruled_table_comes_by_row_with_its_header_and_empty_cells(tmp_path: Path) -> None:
    rows = [("Topic", "Owner", "Due"), ("Bridge", "", "May"), ("Lights", "Clerk", "June")]
    blocks = read_pdf(made(tmp_path, lambda canvas: grid(canvas, 100, rows))).blocks
    assert [b.cells for b in blocks] == rows
    assert [b.header for b in blocks] == [True, False, False]
    assert {(b.kind, b.table) for b in blocks} == {(BlockKind.ROW, 1)}
    assert blocks[1].text == "Bridge |  | May"


def test_a_table_over_two_pages_keeps_its_number_and_its_repeated_header(tmp_path: Path) -> None:
    head = ("Topic", "Owner")
    path = made(
        tmp_path,
        lambda canvas: grid(canvas, 600, [head, ("Bridge", "Clerk"), ("Lights", "Chair")]),
        lambda canvas: grid(canvas, 60, [head, ("Paths", "Ranger")]),
    )
    blocks = read_pdf(path).blocks
    assert [(b.page, b.table, b.header) for b in blocks] == [
        (1, 1, True), (1, 1, False), (1, 1, False), (2, 1, True), (2, 1, False),
    ]  # fmt: skip


def test_a_row_that_runs_over_the_page_stays_in_its_table(tmp_path: Path) -> None:
    path = made(
        tmp_path,
        lambda canvas: grid(canvas, 700, [("Topic", "Owner", "Due"), ("Bridge", "Clerk", "May")]),
        lambda canvas: grid(canvas, 60, [("", "and the ranger", "")], bold=False),
    )
    blocks = read_pdf(path).blocks
    assert [(block.table, block.cells) for block in blocks][-1] == (1, ("", "and the ranger", ""))


def test_long_text_in_a_frame_over_a_table_comes_by_paragraph(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(72, HEIGHT - 200, 360, 140)
        grid(canvas, 200, [("Topic", "Owner", "Due"), ("Bridge", "Clerk", "May")])
        for index in range(6):
            write(canvas, 80 + 20 * index, f"{index + 1}. A rule for the meeting.", left=80)

    kinds = [block.kind for block in read_pdf(made(tmp_path, page)).blocks]
    assert kinds == [BlockKind.TEXT] * 6 + [BlockKind.ROW] * 2


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 120, 400, 40)
        write(canvas, 100, "The village council")

    assert [b.kind for b in read_pdf(made(tmp_path, page)).blocks] == [BlockKind.TEXT]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"The left column tells of bridge number {n}." for n in range(6)]
    right = [f"The right column tells of path number {n}." for n in range(6)]

    def page(canvas: Canvas) -> None:
        for start, lines in ((40, left), (320, right)):
            for index, line in enumerate(lines):
                write(canvas, 100 + 13 * index, line, left=start)

    assert " ".join(texts(read_pdf(made(tmp_path, page)))) == " ".join(left + right)


def test_lines_drawn_late_are_read_where_they_stand(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 100, "The first paragraph stands here.")
        write(canvas, 160, "The third paragraph stands here.")
        write(canvas, 130, "The second paragraph stands here.")

    found = texts(read_pdf(made(tmp_path, page)))
    assert [text.split()[1] for text in found] == ["first", "second", "third"]


def test_an_action_column_does_not_break_into_the_paragraph(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for index in range(3):
            write(
                canvas,
                100 + 60 * index,
                "The clerk would write to the owner of the field about the broken gate and",
            )
            write(canvas, 113 + 60 * index, "the path beside it.")
            write(canvas, 100 + 60 * index, "AB", left=540)

    found = texts(read_pdf(made(tmp_path, page)))
    assert found[1] == "AB"
    assert found[0].endswith("gate and the path beside it.")


def test_names_in_columns_stay_lines(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for index in range(3):
            for column in range(3):
                write(canvas, 100 + 13 * index, f"Cllr Name{index}{column}", left=72 + 150 * column)

    assert len(read_pdf(made(tmp_path, page)).blocks) == 3


def test_struck_words_are_kept_apart(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 100, "This does not apply to schools.")
        start = 72 + canvas.stringWidth("This does ", "Helvetica", 11)
        canvas.line(start, HEIGHT - 97, start + canvas.stringWidth("not", "Helvetica", 11), HEIGHT - 97)

    (block,) = read_pdf(made(tmp_path, page)).blocks
    assert (block.text, block.struck) == ("This does apply to schools.", "not")


def test_underlined_words_are_not_struck(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 100, "This applies to schools.")
        canvas.line(72, HEIGHT - 102, 200, HEIGHT - 102)

    assert read_pdf(made(tmp_path, page)).blocks[0].struck == ""


def test_running_heads_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            write(canvas, 40, "Minutes of the council")
            write(canvas, 200, f"Business number {('one', 'two', 'three')[number - 1]} was done.")
            write(canvas, 810, f"Page {number}", left=280)

        return draw

    reading = read_pdf(made(tmp_path, page(1), page(2), page(3)))
    assert len(texts(reading, BlockKind.FURNITURE)) == 6
    assert [b.page for b in reading.blocks if b.kind is BlockKind.TEXT] == [1, 2, 3]


def test_recorded_votes_are_one_block_each(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for index, line in enumerate(
            ["For (2)", "Mr Adder, Mrs Boa", "Against (1)", "Dr Cobra", "Abstain (0)", "Carried."]
        ):
            write(canvas, 100 + 26 * index, line)

    found = texts(read_pdf(made(tmp_path, page)))
    assert found == ["For (2) Mr Adder, Mrs Boa", "Against (1) Dr Cobra", "Abstain (0)", "Carried."]


def test_a_turned_page_is_measured_as_it_is_shown(tmp_path: Path) -> None:
    path = made(tmp_path, body)
    with pdfium.PdfDocument(path) as document:
        document[0].set_rotation(180)
        document.save(tmp_path / "turned.pdf")
    upright, turned = read_pdf(path).blocks[0].box, read_pdf(tmp_path / "turned.pdf").blocks[0].box
    assert upright and turned
    assert abs(upright.left + turned.right - WIDTH) < 1


def test_pages_and_places_are_given(tmp_path: Path) -> None:
    reading = read_pdf(made(tmp_path, body, body))
    assert reading.pages == 2
    box = reading.blocks[0].box
    assert box and 59 < box.left < 62 and 85 < box.top < 100 < box.bottom < 120


def test_no_bytes_is_an_empty_paper(tmp_path: Path) -> None:
    path = tmp_path / "nothing.pdf"
    path.touch()
    with pytest.raises(EmptyPaper, match=r"nothing\.pdf"):
        read_pdf(path)


@pytest.mark.parametrize("data", [b"not a PDF at all", b"%PDF-1.7\n%broken\n", b"\x00" * 5000])
def test_broken_bytes_are_a_corrupt_paper(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(data)
    with pytest.raises(CorruptPaper, match=r"broken\.pdf"):
        read_pdf(path)


def test_half_a_pdf_is_refused_or_read_but_never_crashes(tmp_path: Path) -> None:
    data = made(tmp_path, body, body).read_bytes()
    for share in (0.3, 0.6, 0.9):
        path = tmp_path / "half.pdf"
        path.write_bytes(data[: int(share * len(data))])
        try:
            read_pdf(path)
        except (CorruptPaper, EmptyPaper, NoTextLayer) as error:
            assert "half.pdf" in str(error)


def test_a_password_is_an_encrypted_paper(tmp_path: Path) -> None:
    with pytest.raises(EncryptedPaper, match="password"):
        read_pdf(made(tmp_path, body, encrypt="secret"))


def test_a_page_without_text_is_a_scan_but_one_among_others_is_not(tmp_path: Path) -> None:
    with pytest.raises(NoTextLayer, match="OCR"):
        read_pdf(made(tmp_path, lambda canvas: canvas.rect(50, 50, 400, 600, fill=1)))
    assert len(read_pdf(made(tmp_path, body, lambda canvas: canvas.rect(50, 50, 400, 600, fill=1))).blocks) == 2


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text.lower() if character.isascii() and character.isalnum())


def bare_text(path: Path) -> str:
    with pdfium.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def held(blocks: tuple[Block, ...]) -> str:
    return "\n".join(f"{block.text} {block.struck}" for block in blocks)


@pytest.mark.skipif(not PDFS, reason="the papers are not beside the repository")
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_every_word_of_a_paper_is_in_exactly_one_block(path: Path) -> None:
    try:
        reading = read_pdf(path)
    except NoTextLayer:
        assert path.name.startswith("scanned-")
        return
    if reading.ocr:
        assert path.name.startswith("scanned-") and held(reading.blocks)
        return
    bare, found = bare_text(path), held(reading.blocks)
    if path.parent.name != "ayton":  # one of them has a wrong glyph map, which is repaired
        assert letters(found) == letters(bare)
    # Compared without words that a line's end parts, which may be written whole or in two.
    want = Counter(word for line in bare.splitlines() for word in line.split()[:-1] if word.isalnum())
    lost = want - Counter(found.replace("|", " ").split())
    assert lost.total() <= 0.005 * want.total() + 1


@pytest.mark.skipif(not PDFS, reason="the papers are not beside the repository")
def test_reading_twice_gives_the_same_blocks() -> None:
    assert read_pdf(PDFS[0]) == read_pdf(PDFS[0])
