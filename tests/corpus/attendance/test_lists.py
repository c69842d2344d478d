"""Who was at a meeting, in the forms in which made-up councils list them."""

import pytest

from corpus.models import Attendance, Capacity, Outline, Reading
from corpus.outline import outline_of
from corpus.readers.html_blocks import blocks_of_html
from outlines import outline_of_text

HEAD = "Aldermere Borough Council\n\nMinutes of the Parks Committee held on Monday 8 January 2024\n\n"
BUSINESS = "\n\n1. Benches\n\nRESOLVED: That 41 benches be mended.\n"


def read(lists: str) -> Outline:
    return outline_of_text(HEAD + lists + BUSINESS)


def names(paper: Outline, capacity: Capacity) -> list[str]:
    return [one.name for one in paper.attendance if one.capacity is capacity]


def lists(paper: Outline) -> tuple[list[str], list[str], list[str], list[str]]:
    present, beside, sorry, absent = (
        names(paper, capacity)
        for capacity in (Capacity.PRESENT, Capacity.IN_ATTENDANCE, Capacity.APOLOGIES, Capacity.ABSENT)
    )
    return present, beside, sorry, absent


def one(paper: Outline, name: str) -> Attendance:
    return next(record for record in paper.attendance if record.name == name)


ONE_BLOCK = (
    "Present: Councillors M Ash (Chairman), B Bell\nApologies for absence: Councillors F Ford and G Grey\n"
    "Absent: Councillor H Hill\nOfficers: Joan Rook (Chief Executive)"
)
TWO_TONGUES = "I Láthair / Present: Cllr. A. Ash, Cathaoirleach, Cllr. B. Bell\nAs Láthair / Apologies: Cllr. F. Ford"
ONE_LINE = "Directors present: Abe Ash (President), Di Bell. Absent: Hal Ford (excused). Staff: Jan Kay, Manager."
SIDE_BY_SIDE = (
    "PRESENT                          ABSENT\nEarl Ash, Chairman               Nora Ford\nDonna Bell\n"
    "(came in at 6:20)\n\nALSO PRESENT\nKeith Hay, Solicitor"
)
PROSE = (
    "The Board met at 9:00 a.m. Present were Chairman Wade Ash and Commissioner Rosa Bell. "
    "County Manager Ed Kay was also in attendance. Apologies were received from Commissioner Ida Ford."
)
TICKS = (
    "ROLL CALL\n                    Present   Absent   Late\nMs. Dora Ash           X\n"
    "Mr. Gus Ford                     X\nMr. Kurt Bell                       7:20"
)
STATES = (
    "| Councillor | Role | Attendance |\n|---|---|---|\n| Cllr Ann Ash | Chair | Present |\n"
    "| Cllr Bo Bell | | Present, virtually |\n| Cllr Fay Ford | | Apologies |\n| Hal Kay | Director of Finance | In attendance |"
)
TIMES = (
    "Present                            Time of Arrival     Time of Departure\nChairman\n"
    "Mr ASH Tai-man                     Start of meeting    End of meeting\nMembers\n"
    "Ms BELL Siu-ping                   2:40 p.m.           End of meeting\n\nAbsent with Apologies\nMr FORD Wing-fai"
)
TORN = "Attendee Name\nAnn Ash\nFay Ford\nBo Bell\n\nTitle\nDirector A\nDirector B\nDirector C\n\nStatus\nPresent\nAbsent\nRemote"


@pytest.mark.parametrize(
    "words, present, beside, sorry, absent",
    [
        (ONE_BLOCK, ["M Ash", "B Bell"], ["Joan Rook"], ["F Ford", "G Grey"], ["H Hill"]),
        (TWO_TONGUES, ["A. Ash", "B. Bell"], [], ["F. Ford"], []),
        (ONE_LINE, ["Abe Ash", "Di Bell"], ["Jan Kay"], [], ["Hal Ford"]),
        (SIDE_BY_SIDE, ["Earl Ash", "Donna Bell"], ["Keith Hay"], [], ["Nora Ford"]),
        (PROSE, ["Wade Ash", "Rosa Bell"], ["Ed Kay"], ["Ida Ford"], []),
        (TICKS, ["Dora Ash", "Kurt Bell"], [], [], ["Gus Ford"]),
        (STATES, ["Ann Ash", "Bo Bell"], ["Hal Kay"], ["Fay Ford"], []),
        (TIMES, ["ASH Tai-man", "BELL Siu-ping"], [], ["FORD Wing-fai"], []),
        (TORN, ["Ann Ash", "Bo Bell"], [], [], ["Fay Ford"]),
    ],
    ids=["one block", "two tongues", "one line", "side by side", "prose", "ticks", "states", "times", "torn"],
)
def test_each_form_of_list_is_read(
    words: str, present: list[str], beside: list[str], sorry: list[str], absent: list[str]
) -> None:
    assert lists(read(words)) == (present, beside, sorry, absent)


def test_lines_without_a_gap_are_paragraphs_of_their_own_at_each_label() -> None:
    own = [paragraph.own for paragraph in read(ONE_BLOCK).paragraphs]
    assert "Absent: Councillor H Hill" in own
    assert not any("M Ash" in text and "Ford" in text for text in own)


def test_each_record_cites_the_paragraph_that_lists_them() -> None:
    paper = read(ONE_BLOCK)
    words = {paragraph.id: paragraph.own for paragraph in paper.paragraphs}
    assert all(record.name in words[record.paragraph] for record in paper.attendance)


def test_cells_of_a_web_page_without_labels_are_under_the_line_above_them() -> None:
    page = (
        "<h1>Aldermere Borough Council</h1><h2>Minutes of Meeting held on 8 January 2024</h2><p><b>Present</b></p><table>"
        "<tr><td>Councillor Ann Ash (Provost)</td><td>Councillor Bo Bell</td></tr></table><p>Apologies: Councillor Fay Ford</p>"
    )
    paper = outline_of(Reading(tuple(blocks_of_html(page))), "page.html")
    assert lists(paper) == (["Ann Ash", "Bo Bell"], [], ["Fay Ford"], [])


def test_a_legend_explains_a_mark() -> None:
    paper = read("Present: Councillors A Ash (R), B Bell\n\n(R) denotes remote attendance")
    assert (one(paper, "A Ash").remote, one(paper, "B Bell").remote) == (True, False)


def test_a_substitute_is_there_for_a_member() -> None:
    paper = read(
        "| Member | Attendance |\n|---|---|\n| Cllr A Ash | Present |\n| Cllr F Ford | Apologies, Cllr X Yarrow substituting |"
    )
    assert names(paper, Capacity.PRESENT) == ["A Ash", "X Yarrow"]


def test_votes_are_no_lists_of_who_was_there() -> None:
    paper = outline_of_text(
        f"{HEAD}Present: Ash, Bell, Ford{BUSINESS}\nRoll call:\nAye: Ash, Bell\nNo: None\nAbsent: Ford\n"
    )
    assert lists(paper) == (["Ash", "Bell", "Ford"], [], [], [])


def test_a_letterhead_with_the_members_of_a_board_is_no_list_of_who_was_there() -> None:
    paper = outline_of_text(
        "Alder Transit District\n\nBoard of Directors\nChair - Ann Ash, District A\nBo Bell, District B\n\n"
        "BOARD MEETING MINUTES\nJune 25, 2024\n\nCall to Order\n\nThe meeting was called to order at 5:30.\n\nPresent: Ann Ash\n"
    )
    assert lists(paper) == (["Ann Ash"], [], [], [])


def test_a_heading_and_a_numbered_minute_end_a_list() -> None:
    paper = read("Present: Cllr A Ash\n\n2762. Police Report: Attached.\n\n2763. Public Forum: No one present.")
    assert lists(paper) == (["A Ash"], [], [], [])


def test_who_came_late_and_who_left_for_good() -> None:
    paper = outline_of_text(
        f"{HEAD}Present: Cllrs Ann Ash, Bo Bell, Cy Cox, Di Dee and Ed East{BUSINESS}\n2. Paths\n\n"
        "Cllr Bell arrived at 7.15. Cllr Cox left the room. Cllr Cox returned. Cllr Dee left the meeting at 8.10pm.\n\n"
        "Cllr East declared an interest, left the meeting and took no part.\n"
    )
    assert [record.name for record in paper.attendance if record.late] == ["Bo Bell"]
    assert [record.name for record in paper.attendance if record.left] == ["Di Dee"]


def test_apologies_for_lateness_are_of_one_who_was_there() -> None:
    paper = read("Present: Crs Ann Ash, Bo Bell\nApologies: Cr Cy Cox; Cr Bo Bell (for lateness)")
    assert lists(paper) == (["Ann Ash", "Bo Bell"], [], ["Cy Cox"], [])
    assert one(paper, "Bo Bell").late


def test_a_list_of_all_members_gives_way_to_the_apologies() -> None:
    paper = read("Attendees: Ann Ash, Bo Bell, Cy Cox\n\nApologies were received from Bo Bell.")
    assert lists(paper) == (["Ann Ash", "Cy Cox"], [], ["Bo Bell"], [])


def test_an_officer_among_those_present_is_in_attendance() -> None:
    assert lists(read("Present: Mayor Tom Ash, Treasurer-Deputy Clerk Kris Hay"))[:2] == (["Tom Ash"], ["Kris Hay"])


def test_a_heading_that_lists_people_is_none() -> None:
    paper = read(
        "Apologies: Councillor F Ford\n\nThe meeting began at 7.00 pm in the hall and the Chair welcomed everybody."
    )
    assert not next(p for p in paper.paragraphs if "F Ford" in p.own).heading


def test_where_nobody_is_listed_the_roll_calls_of_votes_tell_who_was_there() -> None:
    paper = outline_of_text(
        f"{HEAD}1. Benches\n\nMoved by Ash, seconded by Bell, that 41 benches be mended.\n\nRoll Call Vote:\nAye: Ash, Bell\n"
        "No: None\nAbsent: Ford\n\n2. Paths\n\nMotion carried: Ash - aye, Bell - nay, Cox - aye\n"
    )
    assert lists(paper) == (["Ash", "Bell", "Cox"], [], [], ["Ford"])


CODES = "| Members | |\n|---|---|\n| Cllr Ann Ash (Chairman) | P |\n| Cllr Fay Ford | A |\n\nSubstitutes: Cllr Bo Bell (for Cllr Ford)"
SPACED = (
    "COUNCILLORS              PARTY      PRESENT\nA Ash (Speaker)          KPA        Yes\nF Ford                   UDF        Apology\n"
    "H Hill                   UDF        Absent"
)
DASHES = "ROLL CALL: Present - Trustees Ash, Bell and President Cox. Absent - Trustee Ford. Also present - Clerk Hay."
SECRETARY = "Present: Mr ASH Tai-man\n\nIn attendance:  Mr HAY Lok, Inspector\n\nSecretary:      Miss KAY Joyce"


@pytest.mark.parametrize(
    "words, right",
    [
        (CODES, (["Ann Ash", "Bo Bell"], [], ["Fay Ford"], [])),
        (SPACED, (["A Ash"], [], ["F Ford"], ["H Hill"])),
        (DASHES, (["Ash", "Bell", "Cox"], ["Hay"], [], ["Ford"])),
        (SECRETARY, (["ASH Tai-man"], ["HAY Lok", "KAY Joyce"], [], [])),
    ],
    ids=["codes", "spaced", "dashes", "secretary"],
)
def test_rarer_forms_of_lists_are_read(words: str, right: tuple[list[str], ...]) -> None:
    assert lists(read(words)) == right


def test_members_in_columns_below_the_head_were_there_without_a_label() -> None:
    page = (
        "<h1>Aldermere Borough Council</h1><h2>Minutes of Meeting held on 8 January 2024</h2><table><tr>"
        "<td>Councillor Ann Ash<br>Councillor Bo Bell</td><td>Councillor Cy Cox (via Teams)</td></tr></table>"
        "<p>Apologies: Councillor Fay Ford</p>"
    )
    paper = outline_of(Reading(tuple(blocks_of_html(page))), "page.html")
    assert lists(paper) == (["Ann Ash", "Bo Bell", "Cy Cox"], [], ["Fay Ford"], [])


ANSWERS = "Roll call: Ash, here; Bell, here; Ford, absent; Mayor Cox, here."
STATES_BY_LINE = "ROLL CALL\nAsh: Present\nBell: Present (by phone)\nFord: Absent"
OPENED = "The following members attended:\n- Cllr Ann Ash (Chair)\n- Cllr Bo Bell\n\nCllr Fay Ford was absent. The Clerk, Mrs Jo Hay, was in attendance."
HEADINGS = "### Present\nCllr A. Ash (Chair), Cllr B. Bell\n\n### Apologies\nCllr F. Ford – accepted\n\n### In attendance\nJ. Hay (Clerk)"


@pytest.mark.parametrize(
    "words, right",
    [
        (ANSWERS, (["Ash", "Bell", "Cox"], [], [], ["Ford"])),
        (STATES_BY_LINE, (["Ash", "Bell"], [], [], ["Ford"])),
        (OPENED, (["Ann Ash", "Bo Bell"], ["Jo Hay"], [], ["Fay Ford"])),
        (HEADINGS, (["A. Ash", "B. Bell"], ["J. Hay"], ["F. Ford"], [])),
    ],
    ids=["answers", "states by line", "opened", "headings"],
)
def test_answers_and_lists_that_a_sentence_opens_are_read(words: str, right: tuple[list[str], ...]) -> None:
    assert lists(read(words)) == right


def test_lists_of_a_web_page_are_read_from_items_and_from_definitions() -> None:
    for page in (
        "<ul><li><b>Present:</b> Cllrs Ann Ash, Bo Bell</li><li><b>Apologies:</b> Cllr Fay Ford (work)</li></ul>",
        "<dl><dt>Present</dt><dd>Cr Ann Ash (Chair)</dd><dd>Cr Bo Bell</dd><dt>Apologies</dt><dd>Cr Fay Ford</dd></dl>",
        "<table><tr><th rowspan=2>Present</th><td>Chair</td><td>Ann Ash</td></tr><tr><td>Members</td><td>Bo Bell</td></tr>"
        "<tr><th>Apologies</th><td></td><td>Fay Ford</td></tr></table>",
    ):
        head = "<h1>Aldermere Borough Council</h1><h2>Minutes of the Parks Committee, 8 January 2024</h2>"
        paper = outline_of(Reading(tuple(blocks_of_html(f"{head}{page}<h3>1. Benches</h3><p>Noted.</p>"))), "page.html")
        assert lists(paper) == (["Ann Ash", "Bo Bell"], [], ["Fay Ford"], [])
