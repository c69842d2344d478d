"""Columns side by side in two languages, hanging columns and wrapped figures, in text and PDF."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.models import Block, BlockKind, Reading
from corpus.outline import outline_of
from corpus.readers.pdf import read_pdf
from corpus.readers.text import blocks_of

HEIGHT = A4[1]
Row = tuple[str, str] | None  # a line of the left column and of the right one; None for white space
TOWN: list[Row] = [
    ("CYNGOR TREF ABERHELYG", "ABERHELYG TOWN COUNCIL"),
    ("Cofnodion y cyfarfod a gynhaliwyd", "Minutes of the meeting held on"),
    ("nos Iau 8 Mai 2025", "Thursday 8 May 2025"),
    None,
    ("1. Ymddiheuriadau", "1. Apologies"),
    ("Derbyniwyd ymddiheuriad y Cyng. Puw.", "An apology came from Cllr Puw."),
    None,
    ("2. Maes parcio", "2. Car park"),
    ("Cytunwyd i godi tâl o £2 y dydd am", "It was agreed to charge £2 a day for"),
    ("barcio yn y maes parcio o", "parking in the car park from"),
    ("1 Gorffennaf 2025.", "1 July 2025."),
    None,
    ("3. Goleuadau", "3. Lights"),
    ("Gohiriwyd y mater.", "The matter was put off."),
]
RIGHT = [
    "ABERHELYG TOWN COUNCIL",
    "Minutes of the meeting held on Thursday 8 May 2025",
    "1. Apologies",
    "An apology came from Cllr Puw.",
    "2. Car park",
    "It was agreed to charge £2 a day for parking in the car park from 1 July 2025.",
    "3. Lights",
    "The matter was put off.",
]


def as_text(rows: Sequence[Row], edge: int = 42) -> str:
    return "\n".join(f"{row[0]:{edge}}{row[1]}" if row else "" for row in rows)


def as_pdf(path: Path, *pages: Sequence[Row], edge: float = 310, by_column: bool = False) -> Path:
    """A page for each list of rows, drawn row by row, or the left column before the right one."""
    canvas = Canvas(str(path), pagesize=A4)
    for rows in pages:
        canvas.setFont("Helvetica", 10)
        placed = [(100 + 13 * i, left, row[k]) for i, row in enumerate(rows) if row for k, left in ((0, 60), (1, edge))]
        for top, left, text in sorted(placed, key=lambda one: one[1]) if by_column else placed:
            canvas.drawString(left, HEIGHT - top, text)
        canvas.showPage()
    canvas.save()
    return path


def lines_of(blocks: Sequence[Block], *, english: bool) -> list[str]:
    """The lines of one language's blocks."""
    own = [block.text for block in blocks if (block.twin > 0 if english else block.twin < 0)]
    return list(chain.from_iterable(text.split("\n") for text in own))


@pytest.mark.parametrize("form", ["text", "by row", "by column"])
def test_each_language_is_read_by_itself(tmp_path: Path, form: str) -> None:
    if form == "text":
        blocks: Sequence[Block] = blocks_of(as_text(TOWN))
    else:
        blocks = read_pdf(as_pdf(tmp_path / "paper.pdf", TOWN, by_column=form == "by column")).blocks
    assert lines_of(blocks, english=True) == RIGHT
    assert lines_of(blocks, english=False)[-3:-1] == [
        "Cytunwyd i godi tâl o £2 y dydd am barcio yn y maes parcio o 1 Gorffennaf 2025.",
        "3. Goleuadau",
    ]


def test_a_right_column_that_begins_a_little_apart_is_one_column() -> None:
    ragged = [f"{row[0]:{41 + i % 3}}{row[1]}" if row else "" for i, row in enumerate(TOWN)]
    assert lines_of(blocks_of("\n".join(ragged)), english=True) == RIGHT


@pytest.mark.parametrize("form", ["text", "pdf"])
def test_both_languages_of_an_item_share_its_number_and_it_is_told_once(tmp_path: Path, form: str) -> None:
    if form == "text":
        reading = Reading(tuple(blocks_of(as_text(TOWN))))
    else:
        reading = read_pdf(as_pdf(tmp_path / "paper.pdf", TOWN))
    paper = outline_of(reading, "paper")
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [
        ("1", "Apologies"),
        ("2", "Car park"),
        ("3", "Lights"),
    ]
    found = [paragraph for paragraph in paper.paragraphs if "£2" in paragraph.own]
    assert [paragraph.ref for paragraph in found] == ["2", "2"]
    assert found[0].twin == -found[1].twin < 0
    [part] = paper.parts
    assert (part.meeting.council, part.meeting.date) == ("Aberhelyg Town Council", "2025-05-08")
    assert paper.coverage == 1.0


def test_pages_of_one_paper_share_no_twins(tmp_path: Path) -> None:
    blocks = read_pdf(as_pdf(tmp_path / "paper.pdf", TOWN, TOWN)).blocks
    body = [block for block in blocks if block.kind is not BlockKind.FURNITURE]
    first, second = ({abs(block.twin) for block in body if block.page == page} for page in (1, 2))
    assert 0 not in first and not first & second


@pytest.mark.parametrize("by_column", [False, True])
def test_a_number_left_of_both_columns_is_that_of_both(tmp_path: Path, by_column: bool) -> None:
    rows = [row and (row[0], row[1].lstrip("123. ") if row[1][1:2] == "." else row[1]) for row in TOWN]
    paper = outline_of(read_pdf(as_pdf(tmp_path / "paper.pdf", rows, by_column=by_column)), "paper.pdf")
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [
        ("1", "Apologies"),
        ("2", "Car park"),
        ("3", "Lights"),
    ]
    assert [paragraph.ref for paragraph in paper.paragraphs if "£2" in paragraph.own] == ["2", "2"]


def test_a_sentence_that_a_page_end_cuts_is_whole_in_both_languages(tmp_path: Path) -> None:
    paper = outline_of(read_pdf(as_pdf(tmp_path / "paper.pdf", TOWN[:9], TOWN[9:])), "paper.pdf")
    found = [paragraph.own for paragraph in paper.paragraphs if "£2" in paragraph.own]
    assert found[0] == "Cytunwyd i godi tâl o £2 y dydd am barcio yn y maes parcio o 1 Gorffennaf 2025."
    assert found[1:] == [RIGHT[5]]


def test_two_columns_of_one_language_are_left_alone() -> None:
    rows = [("1. Bridge of 14 May 2027", "the cost of the bridge was £2,350"), ("2. Paths of the park", "of the park")]
    text = as_text([*rows, *rows])
    assert all(block.twin == 0 for block in blocks_of(text))


def test_what_stands_across_both_columns_is_of_neither(tmp_path: Path) -> None:
    across = "The papers for this meeting may be read at the office of the clerk, Market Street, at any time"
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for i, row in enumerate([*TOWN[:6], (across, ""), *TOWN[6:]]):
        for text, left in zip(row or (), (60, 310), strict=False):
            canvas.drawString(left, HEIGHT - 100 - 13 * i, text)
    canvas.save()
    blocks = read_pdf(path).blocks
    assert [block.twin for block in blocks if block.text == across] == [0]
    assert lines_of(blocks, english=True) == RIGHT


def test_page_numbers_in_the_right_margin_of_text_are_furniture() -> None:
    body = "\n\nThe Board met and agreed that dues be as before." * 3
    blocks = blocks_of("\n\n".join(f"{number:>70}\nHARBOUR BOARD{body}" for number in (2209, 2210)))
    assert [block.text for block in blocks if block.kind is BlockKind.FURNITURE] == ["2209", "2210"]
    assert not any("22" in block.text for block in blocks if block.kind is not BlockKind.FURNITURE)


@pytest.mark.parametrize("numbers", [(7, 19), (12, 12)], ids=["jump", "repeat"])
def test_figures_in_a_column_are_no_page_numbers(numbers: tuple[int, int]) -> None:
    words = "Boats that were let out in the harbour over the whole of the year\n" * 6
    text = "\n".join(f"{words}\n{number:>60}\n" for number in numbers)
    assert all(block.kind is not BlockKind.FURNITURE for block in blocks_of(text))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("The Clerk said that the levy be put up by not more than", "3.9 per cent."),
        ("The Board then had before it", "17 letters of objection."),
        ("Motion       That the limit at the bridge be cut, with signs set up by", "             1 November 2025."),
        ("The shelter is to be there until the year", "2034. The Chair thanked her."),
        ("The depot is to be let at", "03.00. Nobody asked for more."),
    ],
)
def test_a_line_of_text_that_begins_with_a_figure_goes_on_with_the_words_above(above: str, below: str) -> None:
    [block] = blocks_of(f"{above}\n{below}")
    assert block.text == " ".join(f"{above} {below}".split())


@pytest.mark.parametrize(
    "text",
    [
        "7. Presentation by the Friends of the Weir\n8.Declarations of interest",
        "Things that are to be done by the warden\n1. Mend the gate",
        "(1) The cost is lower as the trains were late\n(2) The cost is higher as the buses were early",
        "The Council resolved to\n1. mend the gate\n2. paint the bench",
    ],
    ids=["counts on", "begins to count", "in brackets", "leads in"],
)
def test_a_number_that_counts_on_begins_a_paragraph_of_text(text: str) -> None:
    assert [block.text for block in blocks_of(text)] == text.split("\n")


def drawn(path: Path, *lines: tuple[float, float, str]) -> list[str]:
    """The texts of a PDF page with these lines, each with its left, its top and its words."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for left, top, text in lines:
        canvas.drawString(left, HEIGHT - top, text)
    canvas.save()
    return [block.text for block in read_pdf(path).blocks]


FILLER = "The Board then heard from the harbour master that the pier had been looked at by divers in May."


def test_hanging_text_goes_on_under_itself_and_a_label_of_two_lines_comes_first(tmp_path: Path) -> None:
    found = drawn(
        tmp_path / "paper.pdf",
        (60, 100, "Amendment:"),
        (150, 100, "Member Salt moved that the last ferry on weekdays be the one at"),
        (150, 113, "10:40 PM, as it was. Member Reef seconded."),
        (60, 139, "Vote on"),
        (150, 139, "The amendment failed with 4 in favour (Crane, Dow, Salt, Reef) and"),
        (60, 152, "the Amendment:"),
        (150, 152, "5 against (Finn, Gale, Holm, Keel, Moor)."),
        (60, 178, FILLER),
    )
    assert found == [
        "Amendment: Member Salt moved that the last ferry on weekdays be the one at 10:40 PM, as it was. Member Reef seconded.",
        "Vote on the Amendment: The amendment failed with 4 in favour (Crane, Dow, Salt, Reef) and"
        " 5 against (Finn, Gale, Holm, Keel, Moor).",
        FILLER,
    ]


def test_labels_that_end_are_each_their_own(tmp_path: Path) -> None:
    found = drawn(
        tmp_path / "paper.pdf",
        (60, 100, "Mover:"),
        (150, 100, "Member Salt"),
        (60, 113, "Seconder:"),
        (150, 113, "Member Reef"),
    )
    assert "Mover: Member Salt" in found[0] and "Seconder: Member Reef" in found[-1]


def test_a_wrapped_pdf_line_that_begins_with_a_figure_goes_on_with_the_words_above(tmp_path: Path) -> None:
    found = drawn(
        tmp_path / "paper.pdf",
        (60, 100, FILLER),
        (60, 113, "Of what it costs to paint the lamps on it, the county pays"),
        (60, 126, "1,500. The rest is found by a vote on"),
        (60, 139, "15 July 2026 at the latest."),
    )
    assert found[-1].endswith("the county pays 1,500. The rest is found by a vote on 15 July 2026 at the latest.")


def test_numbered_items_of_a_pdf_stay_apart(tmp_path: Path) -> None:
    items = ["1. Report of the warden on the benches by the lake", "2. Date of the meeting after this one", "3. Swings"]
    assert drawn(tmp_path / "paper.pdf", *((60, 100 + 13 * i, item) for i, item in enumerate(items))) == items
