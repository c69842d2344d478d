"""Minutes in the forms of other councils: parish, planning, cabinet, community council, Welsh, Canadian; all made up."""

from corpus.models import Block, BlockKind, PartKind, Reading, Status
from corpus.outline import outline_of
from outlines import outline_of_text, status_of_words

PLANNING = """ALDERMERE BOROUGH COUNCIL

PLANNING COMMITTEE

MINUTES of the meeting held in the Council Chamber on Wednesday, 6 March 2024 commencing at 6.30 pm

PRESENT: Councillors A Marsh (Chair), B Rudd, C Teal

PL45 APOLOGIES FOR ABSENCE

Apologies were received from Councillor G Zant.

PL46 MINUTES

RESOLVED: That the minutes of the meeting held on 7 February 2024 be confirmed.

PL47 APPLICATION 24/00123/FUL - LAND AT MILL LANE

Councillor Teal proposed and Councillor Rudd seconded that the application be refused.

On being put to the vote the motion was LOST (2 for, 3 against).

RESOLVED (3 for, 2 against): That permission be GRANTED subject to the following condition:

(1) No building traffic before 8 am.

PL48 APPLICATION 24/00150/OUT - HILL ROAD

RESOLVED: That consideration be deferred for a site visit.
"""
CABINET = """Aldermere Borough Council

Cabinet

Minutes of the meeting held on Tuesday 9 January 2024

Present: Councillor A Marsh (Leader), Councillor B Rudd

C.61/23 Budget

Councillor Rudd introduced the report.

Cabinet RESOLVED to:

1. Note the forecast.
2. Approve the transfer of £300,000.

Reason for the decision: To balance the budget.

C.62/23 Housing

An amendment was moved by Councillor Teal and seconded by Councillor Marsh:

"That families with a local connection be given priority."

The amendment was put to the vote and LOST.

Cabinet AGREED the policy in Appendix A.

C.63/23 Library

Cabinet DEFERRED the report until March.
"""
COMMUNITY = """Kirkhaugh Community Council

Minute of Ordinary Meeting held in the Town Hall on Monday 5th February 2024 at 7pm

Sederunt: A Marsh (Chair), B Rudd (Secretary), C Teal (Treasurer); PC G Zant

Apologies: H Ives

1. Welcome
The Chair welcomed all.

2. Treasurer's report
Balance £1,204.11. It was agreed to donate £100 to the gala.

3. DONM
Monday 4th March 2024 at 7pm.
"""
TOWNSHIP = """Township of Harrow

Minutes

Tuesday, February 20, 2024

Present: Mayor Ann Marsh and Councillors Bo Rudd and Cy Teal

R2024-040 B. Rudd, C. Teal:

Be it Resolved:

1. That this Council approve the sale of the road allowance.

2. That this resolution is subject to the following conditions:

- That a search be made.
- That notice be mailed to the owners. Carried.

Di Vane left the meeting.

R2024-041 C. Teal, B. Rudd:

That the accounts be paid. Carried.
"""
WELSH = """CYNGOR BWRDEISTREF ABERMELYN / ABERMELYN BOROUGH COUNCIL

PWYLLGOR CRAFFU ADDYSG

COFNODION y cyfarfod a gynhaliwyd ddydd Mawrth, 6 Chwefror 2024

PRESENNOL: Y Cynghorydd A Morus (Cadeirydd)

23. DATGAN BUDDIANNAU

Ni ddatganwyd unrhyw fuddiant.

24. CYLLIDEB YSGOLION

PENDERFYNWYD:
(a) nodi'r adroddiad;
"""


def test_minutes_numbered_with_letters_before_the_number() -> None:
    paper = outline_of_text(PLANNING)
    assert [minute.ref for minute in paper.minutes] == ["PL45", "PL46", "PL47", "PL48"]
    assert paper.minutes[2].resolutions == (
        "That permission be GRANTED subject to the following condition: (1) No building traffic before 8 am.",
    )
    assert status_of_words(paper, "motion was LOST") is Status.AMENDMENT_LOST
    assert status_of_words(paper, "be deferred") is Status.DEFERRED


def test_a_numbered_list_stands_under_the_line_that_resolves_and_its_reason_does_not() -> None:
    paper = outline_of_text(CABINET)
    assert paper.minutes[0].resolutions == ("to: 1. Note the forecast. 2. Approve the transfer of £300,000.",)
    assert status_of_words(paper, "Reason for") is Status.DISCUSSION
    assert status_of_words(paper, "Cabinet DEFERRED") is Status.DEFERRED


def test_an_amendment_that_was_moved_and_lost_is_no_resolution() -> None:
    paper = outline_of_text(CABINET)
    assert status_of_words(paper, "local connection") is Status.AMENDMENT_LOST
    assert paper.minutes[1].resolutions == ("Cabinet AGREED the policy in Appendix A.",)


def test_a_community_councils_minute_belongs_to_its_own_date_not_to_the_next_meetings() -> None:
    paper = outline_of_text(COMMUNITY)
    assert [(part.kind, part.meeting.date) for part in paper.parts] == [(PartKind.MINUTES, "2024-02-05")]
    assert [minute.title for minute in paper.minutes] == ["Welcome", "Treasurer's report", "DONM"]
    assert status_of_words(paper, "Sederunt") is Status.ATTENDANCE


def test_what_is_resolved_runs_to_the_word_carried() -> None:
    paper = outline_of_text(TOWNSHIP)
    assert [minute.ref for minute in paper.minutes] == ["R2024-040", "R2024-041"]
    found = next(p for p in paper.paragraphs if "notice be mailed" in p.own)
    assert found.status is Status.RESOLUTION and found.intro.endswith("following conditions:")
    assert status_of_words(paper, "left the meeting") is Status.DISCUSSION


def test_welsh_minutes_name_their_committee() -> None:
    paper = outline_of_text(WELSH)
    assert paper.parts[0].meeting.body == "Pwyllgor Craffu Addysg"
    assert paper.minutes[1].resolutions == ("(a) nodi'r adroddiad;",)


PARISH = """THORNBECK PARISH COUNCIL

Minutes of the Meeting of the Parish Council held on Tuesday 12th March 2024 at 7.30pm

Present: Cllrs A Marsh (Chairman), B Rudd, C Teal

2024/112 Apologies

None.

2024/113 Finance

It was RESOLVED to approve the following payments:

Clerk's salary £612.40

Grass cutting £240.00

2024/114 Planning

PA/24/0123 - 5 Mill Lane - rear extension. RESOLVED: No objection.

PA/24/0150 - Hill Road - nine dwellings. RESOLVED: To OBJECT. 4 for, 1 against.

2024/115 Close

The meeting closed at 9 pm.
"""


def test_planning_applications_in_a_parishs_minutes_are_no_minutes() -> None:
    paper = outline_of_text(PARISH)
    assert [minute.ref for minute in paper.minutes] == ["2024/112", "2024/113", "2024/114", "2024/115"]
    assert len(paper.minutes[2].resolutions) == 2
    assert status_of_words(paper, "To OBJECT") is Status.RESOLUTION


def test_payments_stand_under_the_line_that_approves_them() -> None:
    paper = outline_of_text(PARISH)
    assert paper.minutes[1].resolutions == (
        "to approve the following payments: Clerk's salary £612.40 Grass cutting £240.00",
    )


def test_letters_on_lines_of_their_own_stand_under_the_word_resolved() -> None:
    lines = ["RESOLVED:", "(a) to note the report;", "(b) to ask for £50.", "The Chair thanked all."]
    blocks = [Block(BlockKind.TEXT, line, bold=line == "1/24 Budget") for line in
              ["Minutes of the Harbour Board", "16 January 2024", "Present: Cllr Finch", "1/24 Budget", *lines, "2/24 Close"]]  # fmt: skip
    paper = outline_of(Reading(tuple(blocks)), "paper.docx")
    assert paper.minutes[0].resolutions == ("(a) to note the report; (b) to ask for £50.",)
    assert status_of_words(paper, "thanked") is Status.DISCUSSION


TABBED = """MILLBROOK TOWN COUNCIL
Minutes of the Full Council Meeting
held on Monday 15 July 2024 at 7.00 p.m.

PRESENT
Cllr P Ash (Town Mayor) in the Chair

24/055\tAPOLOGIES FOR ABSENCE
\tApologies were received from Councillor W Hazel.

24/056\tMINUTES
\tResolved: that the minutes of the meeting held on 17 June 2024 be signed.

24/057\tHIGH STREET
\tProposed by Cllr Cedar that the street be closed on Saturdays.
\tThe proposal to close it on Sundays as well was withdrawn.
"""


def test_numbers_and_words_parted_by_tabs_are_minutes_not_a_table() -> None:
    paper = outline_of_text(TABBED)
    assert paper.parts[0].meeting.council == "Millbrook Town Council"
    assert [(minute.ref, minute.title) for minute in paper.minutes] == [
        ("24/055", "APOLOGIES FOR ABSENCE"), ("24/056", "MINUTES"), ("24/057", "HIGH STREET"),
    ]  # fmt: skip
    assert paper.minutes[1].resolutions == ("that the minutes of the meeting held on 17 June 2024 be signed.",)
    assert status_of_words(paper, "was withdrawn") is Status.WITHDRAWN


def test_minutes_whose_heading_is_one_block_of_lines() -> None:
    paper = outline_of_text(
        "Kirkhaugh Community Council\nMinutes for General Meeting 12th of January 2026\n7pm at the Town Hall\n\n"
        "1. Attendance\nAttending: A Marsh (Chair), B Rudd.\n\n2. Boats\nIt was agreed to buy a boat for £100.\n\n"
        "3. Next meeting\nMonday 2nd February 2026.\n"
    )
    assert [(part.kind, part.meeting.date) for part in paper.parts] == [(PartKind.MINUTES, "2026-01-12")]
    assert [minute.title for minute in paper.minutes] == ["Attendance", "Boats", "Next meeting"]
