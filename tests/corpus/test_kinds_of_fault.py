"""A made-up paper for each kind of fault that a trial from outside found in reading, each read as a whole.

| kind | what goes wrong | also in |
|---|---|---|
| 5 | a minute cited by the last number that was read | minutes/test_sequences.py, test_headings.py |
| 6 | an earlier meeting's or a later day taken for the paper's | parts/test_meetings.py |
| 7 | outcome, tally, voters or mover not read | motions/test_motions.py |
| 8 | present, apologies and absent as one block | attendance/test_lists.py |
| 9 | minutes set as a table | minutes/test_tables.py |
| 10 | body and council from words around a name | test_bodies.py, test_bodies_of_boards.py, test_authorities.py |
| 11 | columns side by side read across | readers/test_columns.py, test_side_by_side.py |
| 12 | a recorded vote as a table in an item's cell | readers/test_html_tables.py, minutes/test_tables.py |
| 13 | a table with two header rows | test_table_heads.py, readers/test_pdf_aligned.py |
| 14 | a wrapped line that begins with a figure cuts the sentence | readers/test_columns.py, readers/test_text.py |
| 15 | a title or heading as the answer or in a name | minutes/test_sequences.py |
"""

from pathlib import Path

import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas

from corpus.bodies import body_of
from corpus.models import Capacity, Outline, PartKind, Status
from corpus.outline import outline_of
from corpus.read import read_paper
from outlines import outline_of_text

HEAD = "ALDERMERE TOWN COUNCIL\n\nMinutes of the Harbour Committee held on Monday 2 March 2026 at 7 pm\n\n"


def refs(paper: Outline) -> dict[str, str | None]:
    """By the first words of each paragraph, the number that it is cited by."""
    return {" ".join(paragraph.own.split()[:3]): paragraph.ref for paragraph in paper.paragraphs}


def test_kind_5_a_code_below_its_neighbour_on_the_next_line() -> None:
    paper = outline_of_text(
        "CITY OF ALDER FALLS\nCITY COUNCIL MINUTES\n\nTuesday, June 2, 2026    7:00 PM\n\nCC CONSENT CALENDAR\n"
        "CC-1  26-0101  Resolution to Close Mill Street for the Regatta\n"
        "CC-2  26-0102  Resolution to Buy Two Rowing Boats ($9,400.00)\nA motion was made by Member Bray to approve both.\n\n"
        "NB NEW BUSINESS\n\nNB-1  26-0110  Resolution to Repair the Slipway\nThe item was postponed.\n"
    )
    assert [minute.ref for minute in paper.minutes] == ["CC", "CC-1", "CC-2", "NB", "NB-1"]
    assert refs(paper)["CC-2 26-0102 Resolution"] == "CC-2"


def test_kind_5_a_decimal_far_behind_the_one_before() -> None:
    paper = outline_of_text(
        "TOWN OF ELM STAR\nTOWN BOARD MINUTES\nMarch 2, 2026\n\nPresent: Mole, Pike\n\n4.1 Drains\nMotion by Mole to clear them. Carried.\n\n"
        "4.2 Signs\nNothing was done.\n\n4.11 Gravel\nMotion by Pike to buy 40 tons. Carried.\n"
    )
    assert [minute.ref for minute in paper.minutes] == ["4.1", "4.2", "4.11"]


def test_kind_5_an_items_number_behind_its_file_over_a_long_sentence() -> None:
    rows = [
        "26-2201 1. ROLL CALL: Present: Bray and Dell.",
        "26-2202 2. APPROVING AGENDA: Moved by Dell to adopt. Motion Carried 5-0.",
        "26-2203 3. Ordinance to raise the mooring fee to $4.15 per foot of boat and day, for boats of guests, effective May 1, 2026. "
        "Moved by Bray to adopt. Motion Failed 1-4.",
    ]
    paper = outline_of_text("ALDER FALLS CITY COUNCIL\n\nMinutes of March 2, 2026\n\n" + "\n\n".join(rows) + "\n")
    assert refs(paper)["26-2203 3. Ordinance"] == "3"
    assert not next(one for one in paper.paragraphs if one.own.startswith("26-2203")).heading


def test_kind_5_a_long_resolution_whose_number_follows() -> None:
    long = "that the Clerk writes to the ferry company and asks for a later boat on Fridays and Saturdays, " * 3
    paper = outline_of_text(
        "TOWNSHIP OF ALDER\nMINUTES\nMarch 2, 2026\n\nR2026-011 A. Bray, C. Dell: That the agenda be adopted. Carried.\n\n"
        f"R2026-012 C. Dell, A. Bray: {long.capitalize()}and reports back. Carried.\n\n"
        "R2026-013 A. Bray, E. Finch: That the meeting be adjourned. Carried.\n"
    )
    assert [minute.ref for minute in paper.minutes] == ["R2026-011", "R2026-012", "R2026-013"]


def test_kind_5_topics_by_letter_with_their_words_behind() -> None:
    paper = outline_of_text(
        HEAD + "1. MATTERS ARISING\n\na) **Trolleys** The shop had been told. It would collect them.\n\n"
        "b)**Bins** Two were mended. A third is on order.\n\n2. ANY OTHER BUSINESS\n\nNone.\n"
    )
    assert [ref for ref in refs(paper).values() if ref and "(" in ref] == ["1(a)", "1(b)"]


def test_kind_5_a_bold_title_ends_at_its_line() -> None:
    long = "Review of the inventory and of whatever else stands in the Society's two stores"
    paper = outline_of_text(
        f"**ALDERMERE COMMUNITY COUNCIL**\n\n**Minutes of the meeting held on 2 March 2026**\n\n**1\\. Chair**\nAnn Bray took the chair.\n\n"
        f"**2\\. {long}**  \nBoth stores had been looked at and nothing was missing.\n\nAnn Bray thanked all.\n.\n**3\\. Close**\nAt nine.\n"
    )
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [("1", "Chair"), ("2", long), ("3", "Close")]


def test_kind_5_a_lone_page_number_in_the_margin() -> None:
    lines = [
        "The regular meeting was called to order by the president, Ann Bray, who",
        "welcomed the pupils of Mill School.",
    ]
    paper = outline_of_text(
        "Alder Unified School District\n\nBoard of Education Minutes\nMarch 2, 2026\n\nCall to Order (A)\n"
        + "\n".join(lines)
        + "\n\n"
        "Minutes (B)\nThey were approved.\n\n" + " " * 76 + "1874\nVisitors (C)\nNobody spoke.\n\nLeases (D)\nNone.\n"
    )
    assert [minute.ref for minute in paper.minutes] == ["A", "B", "C", "D"]
    assert [block.text for block in paper.furniture] == ["1874"]


def test_kind_5_items_of_an_agenda_without_full_stops(tmp_path: Path) -> None:
    path = tmp_path / "agenda.pdf"
    page = Canvas(str(path))
    for i, line in enumerate(
        [
            "ALDERMERE TOWN COUNCIL",
            "HARBOUR COMMITTEE",
            "Monday 2 March 2026 at 7 pm",
            "",
            "AGENDA",
            "",
            "1 Apologies",
            "2 Minutes of 12 January 2026 (pages 1 - 2)",
            "3 Moorings (pages 3 - 4)",
        ]
    ):
        page.drawString(72, 780 - 14 * i, line)
    page.save()
    paper = outline_of(read_paper(path, 10**7), path.name)
    assert [(item.number, item.title) for item in paper.agenda_items] == [
        ("1", "Apologies"),
        ("2", "Minutes of 12 January 2026"),
        ("3", "Moorings"),
    ]
    assert refs(paper)["3 Moorings (pages"] == "3"


def test_kind_6_a_day_inside_the_paper_is_not_its_meetings() -> None:
    paper = outline_of_text(
        "# Approved Minutes\n\n# Harbour Board\n\nMarch 9, 2026\n\n## AGENDA ITEMS\n\nI. Consent\n\n1. Regular Meeting of February 9, 2026\n\n"
        "Approved.\n\nII. Next meeting\n\nApril 13, 2026.\n"
    )
    assert [(part.kind, part.meeting.date) for part in paper.parts] == [(PartKind.MINUTES, "2026-03-09")]


@pytest.mark.parametrize(
    "vote",
    [
        "The motion passed 3-1-0 (Yea: Ash, Birch, Elm. Nay: Oak.)",
        "MOTION CARRIED 3-1 [AYES: Ash, Birch, Elm; NOES: Oak].",
        "On a roll call the vote was as follows with the Mayor declaring the motion carried:\nYeas: 3 - Ash, Birch, Elm\nNays: 1 - Oak",
    ],
)
def test_kind_7_voters_behind_a_tally(vote: str) -> None:
    (motion,) = outline_of_text(
        f"{HEAD}1. DREDGING\n\nIt was moved by Cllr Ash, seconded by Cllr Birch, to dredge the basin for £9,000. {vote}\n\n2. CLOSE\n\nNone.\n"
    ).motions
    assert (motion.ballot.votes_for, motion.ballot.names_for) == (3, ("Ash", "Birch", "Elm"))
    assert (motion.ballot.against, motion.ballot.names_against) == (1, ("Oak",))


def test_kind_7_votes_in_a_box_of_markdown() -> None:
    paper = outline_of_text(
        "# Harbour Committee\n\nMinutes, March 2, 2026\n\n# 1. Dredging\n\n> Moved by A. Ash\n\n> Seconded by B. Birch\n\nThat the basin BE DREDGED.\n\n"
        "> [!abstract]- Vote:\n> |Yeas:|Nays:|\n> |-|-|\n> |A. Ash|C. Oak|\n> ||D. Elm|\n\n> **Motion Failed (1 to 2)**\n\n# 2. Close\n\nAt nine.\n"
    )
    (motion,) = paper.motions
    assert (motion.ballot.names_for, motion.ballot.names_against) == (("A. Ash",), ("C. Oak", "D. Elm"))


def test_kind_7_what_was_agreed_is_told_whole() -> None:
    (motion,) = outline_of_text(
        HEAD + "1. QUAY\n\nAgreed to ask Ann Bray, the engineer, to look at the quay.\n\n2. CLOSE\n\nNone.\n"
    ).motions
    assert motion.words.startswith("to ask Ann Bray")


def test_kind_7_a_resolution_below_a_recommendation_is_none() -> None:
    paper = outline_of_text(
        "MINUTES OF ALDERMERE SHIRE COUNCIL\nORDINARY COUNCIL MEETING\nHELD AT THE COUNCIL CHAMBERS, 3 MILL ROAD\nON MONDAY, 2 MARCH 2026\n\n"
        "7.1    MOORINGS\nRECOMMENDATION\nThat Council asks for 12 moorings.\nRESOLUTION 2026/31\nMoved: Cr Ann Bray\nSeconded: Cr Cy Dell\n"
        "That Council asks for 20 moorings.\nIn Favour: Crs Ann Bray and Cy Dell\nAgainst: Cr Eve Finch\nCARRIED 2/1\n\n7.2    CLOSE\nAt nine.\n"
    )
    status = {one.own.split("\n")[0]: one.status for one in paper.paragraphs}
    assert status["RESOLUTION 2026/31"] is Status.RESOLUTION
    assert status["That Council asks for 12 moorings."] is Status.RECOMMENDATION
    assert paper.parts[0].meeting.council == "Aldermere Shire Council"  # kind 10: nobody's council is "Held at the"


def test_kind_8_lines_of_a_block_without_gaps() -> None:
    paper = outline_of_text(
        "ALDERMERE TOWN COUNCIL\n\nMinutes of the Harbour Committee held on Monday 2 March 2026\n\nPresent: Cllrs Ash and Birch\n"
        "Apologies: Cllr Oak\nAbsent: Cllr Elm\n\n1. CLOSE\n\nNone.\n"
    )
    assert {one.name: one.capacity for one in paper.attendance} == {
        "Ash": Capacity.PRESENT,
        "Birch": Capacity.PRESENT,
        "Oak": Capacity.APOLOGIES,
        "Elm": Capacity.ABSENT,
    }


def test_kind_9_minutes_as_a_table_of_a_word_file_with_their_head_as_a_table(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Aldermere Boat Society")
    document.add_paragraph("BOARD MEETING MINUTES")
    head = document.add_table(0, 2)
    for row in (("Date", "2 March 2026"), ("Attendees", "Ann Ash (Chair), Bea Birch (Vice Chair), Cy Oak (Clerk)")):
        for cell, words in zip(head.add_row().cells, row, strict=True):
            cell.text = words
    body = document.add_table(0, 3)
    for number, lines, acts in (
        ("1.", ("Apologies", "Apologies came from Ann Ash. Bea Birch chaired this meeting in her absence."), ""),
        ("2.", ("Boats", "It was agreed to sell the old boat for £900."), "CO"),
        ("3.", ("Date of next meeting", "4 May 2026, Boat House"), ""),
    ):
        cells = body.add_row().cells
        cells[0].text, cells[2].text = number, acts
        run = cells[1].paragraphs[0].add_run(lines[0])
        run.add_break()
        cells[1].paragraphs[0].add_run(lines[1])
    path = tmp_path / "paper.docx"
    document.save(str(path))
    paper = outline_of(read_paper(path, 10**7), path.name)
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [
        ("1", "Apologies"),
        ("2", "Boats"),
        ("3", "Date of next meeting"),
    ]
    assert [one.heading for one in paper.paragraphs if one.own == "4 May 2026, Boat House"] == [False]
    told = {one.id: one.own for one in paper.paragraphs}
    chairs = [told[one.paragraph] for one in paper.attendance if one.role.endswith("in the chair")]
    assert chairs == ["Apologies came from Ann Ash. Bea Birch chaired this meeting in her absence."]


def test_kind_10_a_commission_with_the_code_of_its_ward() -> None:
    assert body_of("HARBOUR NEIGHBORHOOD COMMISSION 4D") == "Harbour Neighborhood Commission 4D"
    assert body_of("Harbour Committee 12") is None  # a page's number behind it


def test_kind_11_two_languages_side_by_side() -> None:
    rows = [
        ("CYNGOR CYMUNED ABERHELYG", "ABERHELYG COMMUNITY COUNCIL"),
        ("Cofnodion y cyfarfod a gynhaliwyd", "Minutes of the meeting held on"),
        ("nos Lun 2 Mawrth 2026", "Monday 2 March 2026"),
        ("", ""),
        ("1. Ymddiheuriadau", "1. Apologies"),
        ("Cyng. A. Puw.", "Cllr A. Puw."),
        ("", ""),
        ("2. Y cei", "2. The quay"),
        ("PENDERFYNWYD gwario £3,100 ar", "RESOLVED to spend £3,100 on"),
        ("risiau newydd.", "new steps."),
    ]
    paper = outline_of_text("\n".join(f"{left:<40}{right}".rstrip() for left, right in rows) + "\n")
    assert "RESOLVED to spend £3,100 on new steps." in [one.own for one in paper.paragraphs]


def test_kind_12_a_recorded_vote_in_the_cell_of_an_item(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    votes = "".join(
        f"<tr><td>Councillor {name}</td><td>{vote}</td></tr>"
        for name, vote in (("May", "For"), ("Ash", "For"), ("Oak", "Against"))
    )
    path.write_text(
        "<html><body><h1>Council - Monday, 2nd March, 2026 7.00 pm</h1><table summary='Agenda items'><tr><th>No.</th><th>Item</th></tr>"
        "<tr><td>8.</td><td><p><b>Minutes</b></p><p>RESOLVED that the minutes of 12 January 2026 be approved.</p></td></tr>"
        "<tr><td>9.</td><td><p><b>Quay dues</b></p><p>Councillor May proposed, and Councillor Ash seconded, the recommendation.</p>"
        f"<p>RESOLVED that the dues be £4 a day.</p><table><caption>Recorded Vote</caption><tr><th>Quay dues</th><th>Result</th></tr>{votes}</table></td></tr>"
        "</table></body></html>"
    )
    paper = outline_of(read_paper(path, 10**7), path.name)
    motion = paper.motions[-1]
    assert (motion.words, motion.mover) == ("that the dues be £4 a day.", "May")
    assert (motion.ballot.names_for, motion.ballot.names_against) == (("May", "Ash"), ("Oak",))
    assert paper.parts[0].meeting.date == "2026-03-02"  # kind 6: not the day of the minutes approved


def test_kind_13_a_cell_under_two_header_rows() -> None:
    paper = outline_of_text(
        "ALDERMERE TOWN COUNCIL\n\nReport to Harbour Committee, 2 March 2026\n\n1. Budget\n\n"
        "| Service | 2024/25 | | 2025/26 | |\n| | Budget £000 | Outturn £000 | Budget £000 | Forecast £000 |\n|-|-|-|-|-|\n"
        "| Quay | 310 | 336 | 325 | 331 |\n| Lights | 55 | | 40 | 40 |\n"
    )
    row = next(one for one in paper.paragraphs if one.own.startswith("Quay |"))
    assert row.intro.split(" | ")[2] == "2024/25 Outturn £000"


def test_kind_14_a_figure_at_the_front_of_a_wrapped_line() -> None:
    text = (
        "The stipend of the seat is £6,000 a year, of which the county pays\n1,500. The Committee expects to fill it by a vote on\n"
        "15 July 2026 at the latest."
    )
    paper = outline_of_text(f"{HEAD}1. VACANCY\n\n{text}\n\n2. CLOSE\n\nNone.\n")
    assert text.replace("\n", " ") in [one.own for one in paper.paragraphs]


def test_kind_15_a_title_above_is_no_part_of_the_movers_name() -> None:
    (motion,) = outline_of_text(
        HEAD
        + "1. FREE MOORINGS\nCouncillor Cole moved, and Councillor Dunn seconded, that moorings be free in March. The motion was lost.\n\n"
        "2. CLOSE\n\nNone.\n"
    ).motions
    assert (motion.mover, motion.seconder) == ("Cole", "Dunn")


def test_kind_5_a_quotation_of_markdown_has_blank_lines_and_a_topic_ends_the_list_above() -> None:
    paper = outline_of_text(
        HEAD
        + "1\\. TOPICS\n\n> a) **Quay** The steps were slippery. Nobody fell.\n>\n> It was AGREED to:\n>\n> ask for a rail.\n>\n"
        "> b) **Lamp** Two lamps were out. A third was dim.\n>\n> Cllr Ash would look at them.\n\n2\\. CLOSE\n\nNone.\n"
    )
    told = {one.own: (one.ref, one.status) for one in paper.paragraphs}
    assert told["ask for a rail."] == ("1(a)", Status.RESOLUTION)
    assert told["b) Lamp Two lamps were out. A third was dim."] == ("1(b)", Status.DISCUSSION)
    assert told["Cllr Ash would look at them."] == ("1(b)", Status.DISCUSSION)
