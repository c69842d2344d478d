"""Packs, agendas, trackers and records of decisions in the forms of other councils; all made up."""

import pytest

from corpus.models import PartKind, Status
from outlines import outline_of_text, status_of_words

PACK = """Aldermere Borough Council

Agenda for the Scrutiny Committee

Date: Monday, 15 April 2024
Time: 6.30 pm

1 Apologies for Absence

2 Minutes of the Previous Meeting (Pages 3 - 6)
To approve the minutes of the meeting held on 18 March 2024.

3 Action Tracker (Pages 13 - 14)



Page 13
Agenda Item 3

Action Tracker

Meeting date\tMinute\tAction\tOwner\tStatus
18 March 2024\t33\tCirculate usage figures\tDirector of Place\tComplete
"""
RECORD = """ALDERMERE BOROUGH COUNCIL

RECORD OF EXECUTIVE DECISION

Decision maker: Cabinet Member for Highways, Councillor A Marsh

Date of decision: 4 April 2024

Decision:
That the traffic order for Mill Lane be made.

Reasons for decision:
To improve safety.
"""
OLD_PACK = """BOROUGH OF ALDERMERE

To: The Members of the Standards Committee

NOTICE IS HEREBY GIVEN that a meeting of the Standards Committee will be held in Room 2 on Wednesday 5 June 2024 at 10.00 am.

AGENDA

1. Apologies.

2. Minutes of the meeting held on 6 March 2024 (attached).

3. Complaints: annual report (report of the Monitoring Officer attached).



STANDARDS COMMITTEE

MINUTES

Of a meeting held on Wednesday, 6 March 2024 in Room 2

Present: Councillor Ash (Chair), Councillors Beech and Cedar.

12. Minutes

The minutes of the meeting held on 6 December 2023 were agreed as a correct record.

13. Training

It was agreed that training be held in April.



STANDARDS COMMITTEE 5 JUNE 2024

COMPLAINTS: ANNUAL REPORT

REPORT OF THE MONITORING OFFICER

1. SUMMARY

1.1 Fourteen complaints were received in 2023/24, against nine the year before.



NOT FOR PUBLICATION
By virtue of paragraph 1 of Schedule 12A

COMPLAINT AGAINST A MEMBER

1.1 The member is SECRET.
"""


def test_a_text_packs_pages_and_item_stamps_are_furniture() -> None:
    paper = outline_of_text(PACK)
    assert [(part.kind, part.item) for part in paper.parts] == [(PartKind.AGENDA, None), (PartKind.TRACKER, "3")]
    assert [(item.number, item.pages) for item in paper.agenda_items] == [("1", None), ("2", "3-6"), ("3", "13-14")]
    assert [action.status for action in paper.actions] == ["Complete"]
    assert [block.text for block in paper.furniture] == ["Page 13", "Agenda Item 3"]


def test_a_record_of_decision_says_who_decided_when_and_what() -> None:
    paper = outline_of_text(RECORD)
    (part,) = paper.parts
    assert (part.kind, part.meeting.body, part.meeting.date) == (
        PartKind.DECISION_RECORD, "Cabinet Member for Highways", "2024-04-04",
    )  # fmt: skip
    assert status_of_words(paper, "traffic order") is Status.RESOLUTION
    assert status_of_words(paper, "improve safety") is Status.DISCUSSION


def test_a_notice_of_cancellation_is_of_its_meeting() -> None:
    (part,) = outline_of_text(
        "Aldermere Borough Council\n\nLicensing Committee\n\nWednesday 3 April 2024 at 2 pm\n\nThis meeting has been cancelled.\n"
    ).parts
    assert (part.kind, part.held, part.meeting.date) == (PartKind.AGENDA, "cancelled", "2024-04-03")


@pytest.mark.parametrize("number", ["FP/24/01", "12/24", "7"])
def test_a_forward_plans_own_numbers(number: str) -> None:
    plan = outline_of_text(
        "# Forward plan of key decisions\n\nRef\tTitle\tDecision maker\tDate\tOpen or exempt\n"
        f"{number}\tLeisure contract\tCabinet\t14 May 2024\tPart exempt\n{number}\tParking\tCouncil\t16 May 2024\tOpen\n"
    ).forward_plan
    assert [(entry.number, entry.private) for entry in plan] == [(number, True), (number, False)]


def test_items_of_an_agenda_may_end_with_a_full_stop() -> None:
    items = outline_of_text(
        "# Agenda\n\nHarbour Board\n\nTuesday 16 January 2024 at 6 pm\n\n1. Apologies.\n\n2. Boats and moorings.\n\n3. Close.\n"
    ).agenda_items
    assert [item.number for item in items] == ["1", "2", "3"]


def test_a_pack_in_the_older_form_is_split_and_its_private_part_kept_back() -> None:
    paper = outline_of_text(OLD_PACK)
    assert [(part.kind.value, part.meeting.date, part.access.value) for part in paper.parts] == [
        ("agenda", "2024-06-05", "public"),
        ("minutes", "2024-03-06", "public"),
        ("report", "2024-06-05", "public"),
        ("appendix", "2024-06-05", "exempt"),
    ]
    assert {part.meeting.body for part in paper.parts} == {"Standards Committee"}
    assert [item.number for item in paper.agenda_items] == ["1", "2", "3"]
    assert [p.access.value for p in paper.paragraphs if "SECRET" in p.own] == ["exempt"]


def test_a_trackers_first_row_names_its_columns() -> None:
    paper = outline_of_text(
        "Aldermere Borough Council - Audit Committee\n\nRecommendations tracker as at 1 June 2024\n\n"
        "No.\tDate agreed\tRecommendation\tResponsible officer\tProgress\n"
        "1\t12/02/2024\tReview the risk register\tHead of Audit\tOn track\n2\t12/02/2024\tPublish it\tClerk\tDone\n"
    )
    assert (paper.parts[0].kind, paper.parts[0].meeting.body) == (PartKind.TRACKER, "Audit Committee")
    assert [(action.action, action.status) for action in paper.actions] == [
        ("Review the risk register", "On track"), ("Publish it", "Done"),
    ]  # fmt: skip
    assert all(p.intro.startswith("No. | Date agreed") for p in paper.paragraphs if p.own.startswith(("1 |", "2 |")))


def test_an_amended_agenda_is_an_agenda() -> None:
    (part,) = outline_of_text(
        "*** AMENDED AGENDA ***\n\nTuesday, May 10, 2022\n\n1. Disclosure of interest.\n\n2. Reports.\n"
    ).parts
    assert (part.kind, part.meeting.date) == (PartKind.AGENDA, "2022-05-10")
