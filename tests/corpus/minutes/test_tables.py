"""Minutes kept in a table are minutes, in every format; other tables inside minutes stay tables."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import pytest
from docx import Document
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from corpus.models import Outline, Status
from corpus.outline import outline_of
from corpus.read import read_paper

_HEAD = (
    "Marsh Mills Community Council",
    "Minutes of the meeting held on Monday 8 January 2024 in the Village Hall",
    "Present: Councillors A Low (Chair), B Moss and C Hart",
)
_Rows = Sequence[Sequence[str]]


def _docx(path: Path, rows: _Rows, headed: bool) -> None:
    document = Document()
    for line in _HEAD:
        document.add_paragraph(line)
    table = document.add_table(0, len(rows[0]))
    for n, row in enumerate(rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *more = text.split("\n")
            cell.paragraphs[0].add_run(first).bold = headed and not n
            for line in more:
                cell.add_paragraph(line)
    document.save(str(path))


def _html(path: Path, rows: _Rows, headed: bool) -> None:
    def cell(text: str, tag: str) -> str:
        return f"<{tag}>" + "".join(f"<p>{escape(line)}</p>" for line in text.split("\n")) + f"</{tag}>"

    trs = ["".join(cell(text, "th" if headed and not n else "td") for text in row) for n, row in enumerate(rows)]
    head = "".join(f"<p>{line}</p>" for line in _HEAD)
    body = "".join(f"<tr>{row}</tr>" for row in trs)
    path.write_text(f"<html><body><main>{head}<table>{body}</table></main></body></html>", encoding="utf-8")


def _pdf(path: Path, rows: _Rows, headed: bool) -> None:
    style = getSampleStyleSheet()["Normal"]
    story: list[Flowable] = []
    for line in _HEAD:
        story += [Paragraph(line, style), Spacer(1, 10)]
    data = [
        [
            [Paragraph(f"<b>{line}</b>" if headed and not n else line, style) for line in text.split("\n")]
            for text in row
        ]
        for n, row in enumerate(rows)
    ]
    widths = {2: [60, 400], 3: [60, 300, 100], 4: [60, 90, 200, 100]}[len(rows[0])]
    story.append(Table(data, colWidths=widths, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    SimpleDocTemplate(str(path)).build(story)


FORMATS: dict[str, Callable[[Path, _Rows, bool], None]] = {"docx": _docx, "html": _html, "pdf": _pdf}


def _read(tmp_path: Path, kind: str, rows: _Rows, *, headed: bool) -> Outline:
    path = tmp_path / f"paper.{kind}"
    FORMATS[kind](path, rows, headed)
    paper = outline_of(read_paper(path, 10**7), path.name)
    assert paper.coverage == 1.0
    return paper


def _minutes(paper: Outline) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(minute.ref, minute.title, minute.resolutions) for minute in paper.minutes]


@pytest.mark.parametrize("kind", FORMATS)
def test_number_minute_and_action_columns(tmp_path: Path, kind: str) -> None:
    rows = [
        ("Minute No", "Minute", "Action"),
        ("2024/101", "Apologies\nApologies were received from Councillor Rees.", ""),
        ("2024/102", "Declarations of interest\nNone.", ""),
        ("2024/103", "Playing field\nThe gate was broken.\nRESOLVED that the gate be mended for £250.", "Clerk"),
        ("2024/104", "Planning\n3 Mill Lane: no objection.", "Clerk to reply to the county planning office by 3 May"),
    ]
    paper = _read(tmp_path, kind, rows, headed=True)
    assert _minutes(paper) == [
        ("2024/101", "Apologies", ()),
        ("2024/102", "Declarations of interest", ()),
        ("2024/103", "Playing field", ("that the gate be mended for £250.",)),
        ("2024/104", "Planning", ()),
    ]
    actions = [(p.ref, p.own) for p in paper.paragraphs if p.status is Status.ACTION]
    assert actions == [("2024/103", "Clerk"), ("2024/104", rows[4][2])]
    assert next(p for p in paper.paragraphs if p.own == "Clerk").intro == "RESOLVED that the gate be mended for £250."


@pytest.mark.parametrize("kind", FORMATS)
def test_a_column_of_titles(tmp_path: Path, kind: str) -> None:
    rows = [
        ("No.", "Subject", "Minute", "Action by"),
        ("45/24", "Apologies", "Apologies were accepted from Councillors Low and Moss.", ""),
        ("46/24", "Cemetery", "Members discussed the wall. RESOLVED: that three quotations be sought.", "Clerk"),
    ]
    assert _minutes(_read(tmp_path, kind, rows, headed=True)) == [
        ("45/24", "Apologies", ()),
        ("46/24", "Cemetery", ("that three quotations be sought.",)),
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_no_header_and_titles_in_the_text(tmp_path: Path, kind: str) -> None:
    rows = [
        ("1.", "Apologies for absence", "Cllr Hart"),
        ("2.", "Declarations of Interest: none were made.", ""),
        ("3.", "Finance. The Clerk presented the accounts. Resolved to pay invoices of £1,204.50.", "Clerk"),
    ]
    assert _minutes(_read(tmp_path, kind, rows, headed=False)) == [
        ("1", "Apologies for absence", ()),
        ("2", "Declarations of Interest", ()),
        ("3", "Finance", ("to pay invoices of £1,204.50.",)),
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_sentence_is_no_title(tmp_path: Path, kind: str) -> None:
    rows = [
        ("Minute", "Details"),
        ("12.1", "Apologies were received from Councillor Pugh."),
        ("12.2", "RESOLVED to adopt the standing orders."),
        ("13", "Correspondence\nA letter from the school was noted."),
    ]
    assert _minutes(_read(tmp_path, kind, rows, headed=True)) == [
        ("12.1", "", ()),
        ("12.2", "", ("to adopt the standing orders.",)),
        ("13", "Correspondence", ()),
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_list_of_payments_is_no_list_of_minutes(tmp_path: Path, kind: str) -> None:
    rows = [
        ("No", "Payee", "Amount"),
        ("14", "Water", "£120.00"),
        ("3", "Insurance", "£300.00"),
        ("7", "Paint", "£4.00"),
    ]
    paper = _read(tmp_path, kind, rows, headed=True)
    assert paper.minutes == ()
    assert "14 | Water | £120.00" in [p.own for p in paper.paragraphs]


@pytest.mark.parametrize("kind", FORMATS)
def test_titles_without_numbers(tmp_path: Path, kind: str) -> None:
    rows = [
        ("Item", "Minute", "Action"),
        ("Apologies", "Apologies were received from Councillor Peel.", ""),
        ("Swings", "The swing is broken.\nRESOLVED to accept the quotation of £1,240.", "Clerk"),
        ("Village hall roof", "Councillors noted that the grant has been awarded.", ""),
        ("Next meeting", "11 June 2024 at 7.30pm in the Village Hall.", ""),
    ]
    paper = _read(tmp_path, kind, rows, headed=True)
    assert _minutes(paper) == [
        ("", "Apologies", ()),
        ("", "Swings", ("to accept the quotation of £1,240.",)),
        ("", "Village hall roof", ()),
        ("", "Next meeting", ()),
    ]
    assert [(p.item_title, p.own) for p in paper.paragraphs if p.status is Status.ACTION] == [("Swings", "Clerk")]


@pytest.mark.parametrize("kind", FORMATS)
def test_titles_without_a_header_and_a_row_that_goes_on(tmp_path: Path, kind: str) -> None:
    rows = [
        ("Welcome", "The Chair welcomed those present and read the notice."),
        ("Minutes", "The minutes of 4 December were signed by the Chair as a true record."),
        ("Plots", "Two plots are free and there is a list of five names."),
        ("", "It was agreed to let both plots from 1 April."),
    ]
    paper = _read(tmp_path, kind, rows, headed=False)
    assert [(title, len(resolutions)) for _, title, resolutions in _minutes(paper)] == [
        ("Welcome", 0),
        ("Minutes", 0),
        ("Plots", 1),
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_table_of_names_and_what_they_do_is_no_list_of_minutes(tmp_path: Path, kind: str) -> None:
    rows = [
        ("Councillor", "Responsibility"),
        ("Councillor Low", "Looks after the cemetery and its wall in Mill Lane."),
        ("Councillor Moss", "Looks after the allotments and the water there."),
        ("Councillor Hart", "Goes to the meetings of the county association."),
    ]
    assert _read(tmp_path, kind, rows, headed=True).minutes == ()


def test_a_vote_table_in_an_items_cell_is_a_table_of_its_item(tmp_path: Path) -> None:
    votes = "<table><caption>Recorded vote</caption><tr><th>Member</th><th>Vote</th></tr>" + "".join(
        f"<tr><td>Councillor {name}</td><td>{vote}</td></tr>" for name, vote in (("Low", "For"), ("Moss", "Against"))
    )
    cells = (
        "<p>Apologies</p><p>None.</p>",
        f"<p>Hall fees</p><p>A recorded vote on the fees was asked for.</p>{votes}</table><p>The motion fell.</p>",
    )
    rows = "".join(f"<tr><td>{n}A.</td><td>{cell}</td></tr>" for n, cell in enumerate(cells, 7))
    path = tmp_path / "minutes.html"
    head = "".join(f"<p>{line}</p>" for line in _HEAD)
    path.write_text(f"<main>{head}<table><tr><th>No.</th><th>Item</th></tr>{rows}</table></main>", encoding="utf-8")
    paper = outline_of(read_paper(path, 10**9), path.name)
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [("7A", "Apologies"), ("8A", "Hall fees")]
    (table,) = paper.tables
    assert (table.title, table.columns) == ("Recorded vote", ("Member", "Vote"))
    told = {p.own: (p.ref, p.intro) for p in paper.paragraphs}
    assert told["Councillor Moss | Against"] == ("8A", "Recorded vote\nMember | Vote")
    assert told["The motion fell."][0] == "8A"


def test_an_action_in_a_pdf_is_about_the_paragraph_that_it_stands_beside(tmp_path: Path) -> None:
    said = "Day centres<br/>The hours are to be asked for.<br/><br/>Meals<br/>The meals service goes on."
    rows = [["1", "Apologies", ""], ["2", said.replace("<br/><br/>", "<br/>"), "J. Finch<br/><br/><br/>T. Coot"]]
    styles = getSampleStyleSheet()
    cells = [[Paragraph(text, styles["Normal"]) for text in row] for row in [["No.", "Minute", "Action"], *rows]]
    story: list[Flowable] = [Paragraph(line, styles["Normal"]) for line in _HEAD]
    story.append(Table(cells, colWidths=[60, 300, 100], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    path = tmp_path / "paper.pdf"
    SimpleDocTemplate(str(path)).build(story)
    paper = outline_of(read_paper(path, 10**7), path.name)
    acting = {p.own: p.intro for p in paper.paragraphs if p.status is Status.ACTION}
    assert acting == {"J. Finch": "The hours are to be asked for.", "T. Coot": "The meals service goes on."}


def test_numbers_that_word_makes_in_empty_cells_number_the_minutes(tmp_path: Path) -> None:
    document = Document()
    for line in _HEAD:
        document.add_paragraph(line)
    table = document.add_table(0, 3)
    for title, text, acts in (
        ("Apologies", "There were none to give this evening.", ""),
        ("Path", "It is to be mended by May.", "B Moss"),
    ):
        number, words, action = table.add_row().cells
        number.paragraphs[0].style = "List Number"
        words.paragraphs[0].add_run(title).add_break()
        words.paragraphs[0].add_run(text)
        action.paragraphs[0].text = acts
    path = tmp_path / "paper.docx"
    document.save(str(path))
    paper = outline_of(read_paper(path, 10**7), path.name)
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [("1", "Apologies"), ("2", "Path")]
    assert [p.intro for p in paper.paragraphs if p.status is Status.ACTION] == ["It is to be mended by May."]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_cell_that_a_pages_end_cut_is_one_paragraph(tmp_path: Path, kind: str) -> None:
    rows = [
        ("No.", "Item", "Action"),
        ("1", "Apologies\nThere were none to give this evening.", ""),
        ("2", "Path\nIt is to be mended by May at the latest", "B Moss"),
        ("", "and paid for by the county.", ""),
    ]
    paper = _read(tmp_path, kind, rows, headed=True)
    whole = "It is to be mended by May at the latest and paid for by the county."
    assert [p.ref for p in paper.paragraphs if p.own == whole] == ["2"]


def test_a_table_of_other_columns_beside_the_minutes_stays_a_table(tmp_path: Path) -> None:
    document = Document()
    for line in _HEAD:
        document.add_paragraph(line)
    minutes = [
        ("No.", "Item", "Action"),
        ("1", "Apologies were given by two members, who were both away on the business of the county.", ""),
        ("2", "The path is mended.", "B Moss"),
    ]
    carried = [("From", "Action", "Who"), ("12/09/2023", "Get a price for the railings", "C Hart")]
    for rows in (minutes, carried):
        table = document.add_table(0, 3)
        for n, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = not n
    path = tmp_path / "paper.docx"
    document.save(str(path))
    paper = outline_of(read_paper(path, 10**7), path.name)
    assert [minute.ref for minute in paper.minutes] == ["1", "2"]
    assert [(action.date, action.action, action.owner) for action in paper.actions] == [
        (None, minutes[2][1], "B Moss"), ("12/09/2023", "Get a price for the railings", "C Hart"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", FORMATS)
def test_one_wrong_number_among_many_leaves_them_minutes(tmp_path: Path, kind: str) -> None:
    numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 8]
    rows = [
        (f"{n}.", f"Matter {chr(64 + i)}\nIt was put off to the meeting in May.", "") for i, n in enumerate(numbers, 1)
    ]
    assert [int(minute.ref) for minute in _read(tmp_path, kind, rows, headed=False).minutes] == numbers


def test_a_head_table_in_the_same_frame_leaves_the_minutes_their_columns(tmp_path: Path) -> None:
    style = getSampleStyleSheet()["Normal"]
    head = [
        ["Meeting", "", "Parks Panel of Otterby", ""],
        ["Date", "", "8 January 2024", ""],
        ["Place", "", "Town Hall", ""],
    ]
    minutes = [
        ["1.", "Apologies<br/>There were none to give this evening.", "", ""],
        ["2.", "Path<br/>It is to be mended by May at the latest.", "", "B Moss"],
    ]
    cells = [[Paragraph(text, style) if text else "" for text in row] for row in [*head, *minutes]]
    spans = [("SPAN", (a, row), (a + 1, row)) for row in range(3) for a in (0, 2)]
    spans += [("SPAN", (1, row), (2, row)) for row in (3, 4)]
    grid = ("GRID", (0, 0), (-1, -1), 0.5, "black")
    path = tmp_path / "paper.pdf"
    title = [part for line in _HEAD[:2] for part in (Paragraph(line, style), Spacer(1, 12))]
    SimpleDocTemplate(str(path)).build([*title, Table(cells, colWidths=[40, 60, 240, 100], style=[grid, *spans])])
    paper = outline_of(read_paper(path, 10**7), path.name)
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [("1", "Apologies"), ("2", "Path")]
    assert [(action.owner, action.action) for action in paper.actions] == [("B Moss", minutes[1][1][9:])]
    assert paper.tables[0].rows[1] == ("Date", "8 January 2024")


def test_a_vote_table_in_a_word_files_cell_stands_between_the_words_around_it(tmp_path: Path) -> None:
    document = Document()
    for line in _HEAD:
        document.add_paragraph(line)
    table = document.add_table(0, 2)
    for cells in (
        ("No.", "Item"),
        ("7", "Apologies were given by two members."),
        ("8", "A recorded vote on the fees was asked for."),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.paragraphs[0].add_run(text).bold = cells[0] == "No."
    fees = table.rows[-1].cells[1]
    votes = fees.add_table(0, 2)
    for row in (("Member", "Vote"), ("Councillor Low", "For"), ("Councillor Moss", "Against")):
        for cell, text in zip(votes.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = row[0] == "Member"
    fees.add_paragraph("The motion fell.")
    path = tmp_path / "paper.docx"
    document.save(str(path))
    paper = outline_of(read_paper(path, 10**7), path.name)
    assert paper.coverage == 1.0
    assert [(p.ref, p.own) for p in paper.paragraphs if not p.heading][-4:] == [
        ("8", "8 A recorded vote on the fees was asked for."),
        ("8", "Councillor Low | For"),
        ("8", "Councillor Moss | Against"),
        ("8", "The motion fell."),
    ]
    assert [found.columns for found in paper.tables] == [("Member", "Vote")]
