"""Minutes: numbers as printed, titles, decisions."""

import pytest

from corpus.models import Minute, Outline, Status
from outlines import outline_of_text

HEAD = "# Minutes of the Harbour Scrutiny Board\n\nTuesday 16 January 2024\n\nPresent: Councillor Brindle (Chair)\n\n"


def outline(body: str) -> Outline:
    return outline_of_text(HEAD + body, "minutes.md")


def minutes(body: str) -> tuple[Minute, ...]:
    return outline(body).minutes


@pytest.mark.parametrize(
    ("first", "second", "refs"),
    [
        ("24/24 Roads", "25/24 Parks", ["24/24", "25/24"]),
        ("18.11.7 Roads", "18.11.8 Parks", ["18.11.7", "18.11.8"]),
        ("16/07/26/4 Roads", "16/07/26/5 Parks", ["16/07/26/4", "16/07/26/5"]),
        ("R2023-206 A. Bray, C. Dunn:", "R2023-207 C. Dunn, A. Bray:", ["R2023-206", "R2023-207"]),
        ("3048. Roads: Bad.", "3049. Parks: Good.", ["3048", "3049"]),
        ("2301Roads", "2302Parks", ["2301", "2302"]),
        ("5A. Roads", "6. Parks", ["5A", "6"]),
    ],
)
def test_numbers_are_kept_as_they_are_printed(first: str, second: str, refs: list[str]) -> None:
    found = minutes(f"{first}\n\nThe Board talked for a long time about this.\n\n{second}\n\nThe Board talked again.\n")
    assert [minute.ref for minute in found] == refs


def test_a_minutes_number_and_its_items_number_are_two_things() -> None:
    found = minutes("87. Roads\n(Item 4)\n\nThey are bad.\n\n88. Parks (Item 5)\n\nThey are good.\n")
    assert [(minute.ref, minute.item, minute.title) for minute in found] == [("87", "4", "Roads"), ("88", "5", "Parks")]


def test_a_lone_number_takes_the_title_below_it() -> None:
    found = minutes("7/24\n\nRoads and bridges\n\nThey are bad.\n\n8/24\n\nParks\n\nGood.\n")
    assert [(minute.ref, minute.title) for minute in found] == [("7/24", "Roads and bridges"), ("8/24", "Parks")]


def test_a_number_in_a_date_or_a_sum_opens_no_minute() -> None:
    found = minutes("1. Roads\n\n2024 was a bad year for the roads of the borough.\n\n2. Parks\n\n17 trees fell.\n")
    assert [minute.ref for minute in found] == ["1", "2"]


def test_a_heading_without_a_number_above_the_first_is_a_minute_without_a_ref() -> None:
    body = "## Election of Chair\n\n1. Ms Bray proposed Mr Dunn.\n\n2. RESOLVED that Mr Dunn be elected.\n\n"
    found = minutes(body + "## 87. Roads\n(Item 1)\n\nBad.\n\n## 88. Parks\n(Item 2)\n\nGood.\n")
    assert [(minute.ref, minute.title) for minute in found][:2] == [("", "Election of Chair"), ("87", "Roads")]
    assert found[0].resolutions == ("that Mr Dunn be elected.",)


def test_a_decision_is_quoted_after_the_word_resolved_with_all_that_it_introduces() -> None:
    (minute, _) = minutes(
        "1/24 Roads\n\nRESOLVED that:\n\n(a) the fees be raised; and\n\n(b) the Mere be dredged.\n\n2/24 Parks\n"
    )
    assert minute.resolutions == ("that: (a) the fees be raised; and (b) the Mere be dredged.",)


def test_agreed_is_kept_where_no_one_resolved() -> None:
    (minute, _) = minutes("1/24 Roads\n\nAgreed that the report be deferred to July 2025.\n\n2/24 Parks\n")
    assert minute.resolutions == ("Agreed that the report be deferred to July 2025.",)


def test_agreed_by_itself_is_no_second_decision() -> None:
    (minute, _) = minutes("1/24 Roads\n\nRESOLVED that the fees be raised.\n\nAgreed unanimously.\n\n2/24 Parks\n")
    assert minute.resolutions == ("that the fees be raised.",)


def test_a_resolution_runs_on_over_headings_until_the_clerks_next_number() -> None:
    body = (
        "1/24 Budget\n\n(1) The Leader spoke.\n\n(2) RESOLVED that:\n\nThe Council agrees the following:\n\n"
        "## Capital\n\n(a) £9 for the bridge.\n\n## Fees\n\n(b) £5 for moorings.\n\n(3) Members thanked the Leader.\n\n2/24 Parks\n"
    )
    paper = outline(body)
    assert paper.minutes[0].resolutions == (
        "that: The Council agrees the following: (a) £9 for the bridge. (b) £5 for moorings.",
    )
    assert {p.status for p in paper.paragraphs if p.own.startswith("(3)")} == {Status.DISCUSSION}


def test_what_officers_recommend_inside_a_minute_is_no_decision() -> None:
    (minute, _) = minutes(
        "1/24 Roads\n\nThe report recommended that the road be closed.\n\nThe Board noted the report.\n\n2/24 Parks\n"
    )
    assert minute.resolutions == ()


def test_a_motion_over_several_paragraphs_that_ends_carried_is_one_decision() -> None:
    body = (
        "R2025-054 S. Bray, C. Dunn:\n\nThat we approve the sale subject to:\n\n1. a survey; and\n\n2. a price of £9. Carried.\n\n"
        "Members thanked the clerk.\n\nR2025-055 C. Dunn, S. Bray:\n\nThat we close the harbour for a year. Defeated.\n"
    )
    paper = outline(body)
    assert paper.minutes[0].resolutions == (
        "That we approve the sale subject to: 1. a survey; and 2. a price of £9. Carried.",
    )
    assert paper.minutes[1].resolutions == ()
    assert {p.status for p in paper.paragraphs if p.own.startswith("That we close")} == {Status.AMENDMENT_LOST}


def test_a_decision_behind_a_title_on_the_same_line_is_quoted_without_the_title() -> None:
    found = minutes(
        "2946. Minutes of the last meeting: Approved and signed as correct.\n\n2947. Police: Nothing to report.\n"
    )
    assert [minute.resolutions for minute in found] == [("Approved and signed as correct.",), ()]


def test_initials_in_a_margin_say_who_acts_on_the_paragraph_beside_them() -> None:
    paper = outline("1. Trees\n\nThe Board would like to plant trees by the Mere.\n\nGD\n\n2. Roads\n\nBad.\n")
    (action,) = [paragraph for paragraph in paper.paragraphs if paragraph.status is Status.ACTION]
    assert action.text == "The Board would like to plant trees by the Mere.\nGD"
