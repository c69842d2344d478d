"""A paper's own meeting: its day and body against earlier ones, later ones and those of attached papers; further meetings."""

import pytest

from corpus.dates import counts_month_first, day_first
from corpus.models import Block, BlockKind, Outline, PartKind
from corpus.parts.find import find_parts
from outlines import outline_of_text


def meetings(source: str) -> list[tuple[str, str | None, str | None]]:
    return [(part.kind.value, part.meeting.body, part.meeting.date) for part in outline_of_text(source).parts]


def only(source: str) -> tuple[str, str | None, str | None]:
    (meeting,) = meetings(source)
    return meeting


def test_agenda_items_and_a_consent_list_do_not_turn_minutes_into_an_agenda() -> None:
    assert only(
        "# AGENDA ITEM V.1.b\n\n## Regular Board Meeting\n\n### Approved Minutes\n\n#### May 7, 2018\n\n**Directors**\nAnn Lowe\n\n"
        "### AGENDA ITEMS\n\n**I. Call to Order**\n\nAt 6 p.m.\n\n**III. Consent**\n\n1. Minutes\n   a. Board Meeting of April 9, 2018\n"
    ) == ("minutes", "Board", "2018-05-07")


def test_an_item_that_approves_minutes_below_the_call_to_order_heads_no_paper() -> None:
    paper = (
        "---\ntitle: Notes\ndate: 2019-09-16\n---\n\n# Town of Elm Star\nSeptember 16, 2019\n\n## CALL TO ORDER\n"
        "Chair Mole called the monthly meeting to order at 6 pm on September 16, 2019.\n\n## MINUTES/BILLS\n"
        "Motion to approve the August minutes. Carried. The balance was $12 on August 31, 2019.\n"
    )
    assert [(kind, day) for kind, _, day in meetings(paper)] == [("minutes", "2019-09-16")]


def test_front_matter_names_the_meeting_where_the_head_does_not() -> None:
    assert only(
        "---\ntitle: 4th Meeting of the Harbour and Lakes Committee\ndate: 2025-03-25\n---\n\n"
        "The meeting is called to order at 1 PM.\n\n# 1. Interests\n\nNone.\n\n# 2. Consent\n\nApproved.\n"
    ) == ("minutes", "Harbour and Lakes Committee", "2025-03-25")


def test_a_day_below_an_address_and_rules() -> None:
    assert only(
        "CITY OF ALDER MILLS\n301 Water Street\nAlder Mills, MI\nFormal Minutes\nCity Council\n________\n"
        "Monday, October 6, 2025 7:00 PM\n________\n\nCALL TO ORDER\n\nMayor Dell called the session to order.\n"
    ) == ("minutes", "City Council", "2025-10-06")


def test_months_first_where_the_papers_own_dates_say_so() -> None:
    assert counts_month_first(["on 1/8/2026", "on 12/18/2025"])
    assert not counts_month_first(["on 18/12/2025", "on 12/18/2025"])
    assert day_first("due 6/30/2026") == "due 30/6/2026"
    paper = (
        "TOWN OF ELM FALLS\nSELECTBOARD\n\nREGULAR MEETING MINUTES\n1/8/2026\n\nPresent: Pike\n\n"
        "Pike called the meeting to order.\n\nThe lease ends on 6/30/2026.\n"
    )
    assert only(paper)[2] == "2026-01-08"


def test_two_meetings_on_one_night_and_one_that_goes_on_another_day() -> None:
    paper = (
        "ALDER BOROUGH COUNCIL\n\n\nEXTRAORDINARY MEETING OF THE COUNCIL\n\nHeld on Monday, 18th May, 2026 at 6.00 p.m.\n\n"
        "PRESENT: Councillors Ash and Boon.\n\n1/26 APOLOGIES\n\nNone.\n\n2/26 LIDO\n\nRESOLVED: That it stay.\n\n"
        "The meeting closed at 6.55 p.m.\n\n\nANNUAL MEETING OF THE COUNCIL\n\nHeld on Monday, 18th May, 2026 at 7.30 p.m.\n\n"
        "PRESENT: as above.\n\n3/26 MAYOR\n\nRESOLVED: That Councillor Boon be Mayor.\n\nThe meeting was adjourned at 9 p.m.\n\n\n"
        "ADJOURNED ANNUAL MEETING OF THE COUNCIL\n\nHeld on Wednesday, 20th May, 2026 at 7.00 p.m.\n\nPRESENT: Councillor Ash.\n\n"
        "4/26 CALENDAR\n\nRESOLVED: That it be adopted.\n"
    )
    assert [day for _, _, day in meetings(paper)] == ["2026-05-18", "2026-05-18", "2026-05-20"]


def test_a_second_meeting_is_told_by_numbers_that_begin_anew() -> None:
    paper = (
        "**ELM COMMUNITY COUNCIL**\n**MINUTES OF ANNUAL GENERAL MEETING**\n**MONDAY 6 OCTOBER 2025**\n\nPresent: Ann Lowe\n\n"
        + "".join(f"**{n}. Item {n}**\nIt was agreed.\n\n" for n in (1, 2, 3, 4))
        + "**Minutes of the October General Meeting**\n\nIt followed the AGM.\n\n**1. Lights**\nOut.\n\n**2. Bins**\nFull.\n"
    )
    assert [(kind, day) for kind, _, day in meetings(paper)] == [("minutes", "2025-10-06")] * 2


@pytest.mark.parametrize("line", ["NEXT MEETING OF THE COUNCIL", "MINUTES OF THE LAST MEETING", "PRIVATE SESSION"])
def test_a_title_inside_minutes_opens_no_further_meeting(line: str) -> None:
    paper = (
        "ELM COUNCIL\n\nMinutes of the meeting held on 3 March 2025\n\nPresent: Ash\n\n1. ROADS\n\nBad.\n\n2. PARKS\n\nGood.\n\n"
        f"{line}\n\nMonday 7 April 2025 at 7 pm\n\nPresent: to be seen.\n"
    )
    assert len(meetings(paper)) == 1


PACK = (
    "TARN DISTRICT COUNCIL\nLakes Committee\n\nAgenda\n\nNotice is given that a meeting of the Lakes Committee will be held on "
    "Thursday 20 November 2025 at 9.30am\n\n1  Apologies\n2  Minutes\n3  Boat fees\n\n\n\n"
    "TARN DISTRICT COUNCIL\nLakes Committee\n\nMinutes of the meeting held on Thursday 9 October 2025\n\nPresent: Cr Hira\n\n"
    "C11.25 Apologies\n\nNone.\n\nC12.25 Pier\n\nAgreed.\n\nThe meeting closed at 10am.\n\n\n\n"
    "# BOAT FEES\n\nReport of the Head of Lakes to Lakes Committee, 20 November 2025\n\n1. Purpose\n1.1 To set fees.\n\n\n\n"
    "# RECORD OF DECISION\n\nDecision maker: Leader of the Council\n\nDate of decision: 3 November 2025\n\nSubject: Lease\n\n\n\n"
    "PUBLIC QUESTIONS\n\nQuestion 1 from J. Marr\n\nWhy?\n"
)


def test_a_pack_with_a_report_behind_its_minutes_a_decision_and_questions() -> None:
    assert meetings(PACK) == [
        ("agenda", "Lakes Committee", "2025-11-20"),
        ("minutes", "Lakes Committee", "2025-10-09"),
        ("report", "Lakes Committee", "2025-11-20"),
        ("decision-record", "Leader of the Council", "2025-11-03"),
        ("questions", "Lakes Committee", "2025-11-20"),
    ]
    assert [minute.ref for minute in outline_of_text(PACK).minutes] == ["C11.25", "C12.25"]


def test_an_attached_note_is_of_its_own_meeting_and_its_title_is_no_part() -> None:
    paper = (
        "TARN JOINT BOARD\n\nMINUTE OF MEETING of the TARN JOINT BOARD held on Wednesday 25 June 2025\n\nPresent: Dr Laing\n\n"
        "1. Budget\n\nAgreed.\n\n2. Close\n\nThe meeting closed at 3 pm.\n\n\n\nAPPENDIX 1\n\nNOTE OF THE AUDIT COMMITTEE\n\n"
        "Held on Tuesday 10 June 2025\n\nPresent: P Roy\n\nThe plan was agreed.\n"
    )
    assert meetings(paper) == [
        ("minutes", "Tarn Joint Board", "2025-06-25"),
        ("minutes", "Audit Committee", "2025-06-10"),
    ]


def test_a_forward_plan_in_list_form_is_of_the_meeting_that_it_is_laid_before() -> None:
    entry = "Decision: Vans\nTo be taken by: Joint Waste Committee\nOn: 14 October 2025\n\n"
    paper = (
        "TARN AND ELM JOINT WASTE COMMITTEE\n\nFORWARD PLAN OF KEY DECISIONS\n1 October 2025 to 31 January 2026\n\n"
        f"Laid before the Committee on 16 September 2025\n\n{entry}{entry}"
    )
    assert only(paper) == ("forward-plan", "Tarn and Elm Joint Waste Committee", "2025-09-16")


def test_the_day_beside_the_hour_not_the_day_that_the_sheet_was_signed() -> None:
    lines = [
        "TARN COUNTY COUNCIL",
        "Cabinet",
        "Date: Tuesday, 3 March 2026",
        "Time: 10.00 am",
        "AGENDA",
        "1 Apologies",
        "2 Roads",
    ]
    blocks = [
        Block(BlockKind.TEXT, text, page=1) for text in [*lines, "Ivo March, Director of Law", "23 February 2026"]
    ]
    (start,) = find_parts(blocks, "agenda.pdf")
    assert (start.kind, start.date) == (PartKind.AGENDA, "2026-03-03")


def council_and_body(source: str) -> tuple[str | None, str | None]:
    paper: Outline = outline_of_text(source)
    return paper.parts[0].meeting.council, paper.parts[0].meeting.body


@pytest.mark.parametrize(
    ("head", "council", "body"),
    [
        ("TARN COUNCIL\n\nMINUTE of MEETING of the LAKES COMMITTEE held in the TOWN HOUSE on 2 May 2025", "Tarn Council", "Lakes Committee"),
        ("TARN COUNTY COUNCIL CABINET\n\nMinutes of the meeting held on 2 May 2025", "Tarn County Council", "Cabinet"),
        ("Elm Lake Libraries\n\nSupported by a grant from Tarn County Council\n\nBOARD MEETING MINUTES\n2 May 2025", "Elm Lake Libraries", "Board"),
        ("BOARD OF COUNTY COMMISSIONERS BOOK 61\nTARN COUNTY PAGE 204\n\nMINUTES\nMay 2, 2025", "Tarn County", "Board of County Commissioners"),
        ("TARN VALLEY SHIRE COUNCIL\nMINUTES OF THE GENERAL MEETING HELD 2 MAY 2025 AT THE COUNCIL OFFICE", "Tarn Valley Shire Council", "Tarn Valley Shire Council"),
        ("ELM COMMUNITY UNIT SCHOOL DISTRICT 12\nBOARD OF EDUCATION\n\nMINUTES\nMay 2, 2025", "Elm Community Unit School District 12", "Board of Education"),
        ("TOWN OF ELM\n\nRecord of the Annual Town Meeting, Friday, May 2, 2025", "Town of Elm", "Town Meeting"),
        ("Friends of Elm Libraries\n\nMinutes of the 9th Annual General Meeting\n\n2 May 2025", "Friends of Elm Libraries", "Annual General Meeting"),
        ("TARN LICENSING BOARD\n\nMinutes of the meeting held on 2 May 2025", "Tarn Licensing Board", "Tarn Licensing Board"),
    ],
)  # fmt: skip
def test_whose_paper_it_is(head: str, council: str, body: str) -> None:
    paper = f"{head}\n\nPresent: Ann Lowe (Chair)\n\nThe Chair opened the meeting.\n\n1. Roads\n\nBad.\n\n2. Parks\n\nGood.\n"
    assert council_and_body(paper) == (council, body)


def test_where_a_visitor_is_from_names_nobodys_paper() -> None:
    paper = (
        "Elm and Ash Community Council\n\nMinute of the meeting of 2 May 2025\n\nApologies: Cllr A. Bray, Tarn Council\n\n"
        "1. Roads\n\nBad.\n\n2. Parks\n\nGood.\n"
    )
    assert council_and_body(paper)[0] == "Elm and Ash Community Council"


def test_a_meeting_that_was_closed_above_is_a_part_of_its_own() -> None:
    paper = (
        "ELM SELECT BOARD AND ELM SCHOOL COMMITTEE\nJoint Meeting\nJanuary 8, 2026\n\nMeeting opened 5:30 p.m.\n\n"
        "Select Board present: A. Pike\nSchool Committee present: M. Stowe\n\nBus contract. Voted to share.\n\nJoint meeting closed.\n\n"
        "ELM SELECT BOARD\nRegular Meeting\nJanuary 8, 2026\n\nPresent: A. Pike\n\nWarrant 14 signed.\n"
    )
    assert [(kind, day) for kind, _, day in meetings(paper)] == [("minutes", "2026-01-08")] * 2


def test_a_papers_title_prints_its_items_number_and_questions_stand_behind_it() -> None:
    pages = [
        [
            "ELM COMMUNITY BOARD",
            "ORDER PAPER",
            "Wednesday 12 November 2025 at 2.00 pm",
            "1 Apologies",
            "2 Wharf repairs",
            "3 Grants",
        ],
        [
            "Minutes of Elm Community Board",
            "8 October 2025",
            "Present: M Tane",
            "C1.25 Sale",
            "Agreed.",
            "Closed at 2.40 pm.",
        ],
        ["2 Wharf repairs", "File 12/3", "2.1 The wharf needs piles.", "2.2 They cost $9,000."],
        ["3 Grants", "File 12/4", "3.1 Four groups have asked.", "3.2 The fund is small."],
        ["Public questions", "Mr Hape asked: When will the wharf open?", "The Chair said: In March."],
    ]
    blocks = [
        Block(BlockKind.TEXT if i else BlockKind.HEADING, text, page=page, level=0 if i else 2)
        for page, lines in enumerate(pages, 1)
        for i, text in enumerate(lines)
    ]
    found = find_parts(blocks, "pack.pdf")
    assert [start.kind.value for start in found] == ["agenda", "minutes", "report", "report", "questions"]
    assert [start.item for start in found] == [None, None, "2", "3", None]
