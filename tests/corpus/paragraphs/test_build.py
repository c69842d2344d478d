"""Paragraphs: what introduces them, their numbers, and what kind of statement they are."""

import pytest

from corpus.models import Access, Paragraph, Reading, Status
from corpus.outline import outline_of
from corpus.readers.text import blocks_of
from outlines import outline_of_text

MINUTES = (
    "# Minutes of the Council\n\nThursday 22 February 2024\n\nPresent: Councillor Brindle (Chair)\n\n1/24 Budget\n\n"
)
REPORT = "# Dredging of the Mere\n\nReport to: Cabinet, 14 November 2023. Report of: Director of Place.\n\n"


def paragraphs(source: str) -> list[Paragraph]:
    return list(outline_of_text(source).paragraphs)


def the(found: list[Paragraph], start: str) -> Paragraph:
    (one,) = [paragraph for paragraph in found if paragraph.own.startswith(start)]
    return one


def of_a_minute(words: str) -> Paragraph:
    return paragraphs(f"{MINUTES}{words}\n\n2/24 Parks\n\nGood.\n")[4]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("RESOLVED that the fees be raised.", Status.RESOLUTION),
        ("The Board resolved not to support the sale.", Status.RESOLUTION),
        ("The Board agreed that a letter be sent.", Status.RESOLUTION),
        ("The Board noted the report.", Status.NOTED),
        ("That consideration of the report be deferred.", Status.DEFERRED),
        ("The motion was withdrawn.", Status.WITHDRAWN),
        (
            "Councillor Novak proposed, and Councillor Dhillon seconded, the following amendment: raise nothing.",
            Status.AMENDMENT,
        ),
        ("Councillor Novak proposed, seconded by Councillor Dhillon, that the fees be raised.", Status.MOTION),
        ("The amendment was lost.", Status.AMENDMENT_LOST),
        ("For (2): Novak, Dhillon", Status.VOTE),
        ("ACTION: Director of Place to write to all.", Status.ACTION),
        ("Apologies were received from Councillor Iqbal.", Status.ATTENDANCE),
        ("Councillor Iqbal declared a personal interest in item 4.", Status.DECLARATION),
        ("Members asked when the bridge would open.", Status.DISCUSSION),
        ("The officers' recommendation of £250 was not agreed.", Status.DISCUSSION),
    ],
)
def test_a_minutes_paragraph_is_what_its_words_say(words: str, status: Status) -> None:
    assert of_a_minute(words).status is status


def test_a_motion_put_and_agreed_in_one_sentence_is_a_vote_and_decides_nothing_by_itself() -> None:
    told = of_a_minute(
        "(2) After debate the Mayor put the motion set out in paragraph 1 and it was agreed unanimously."
    )
    assert told.status is Status.VOTE
    assert (
        of_a_minute("The Mayor put the question and it was agreed that the mere be dredged.").status is not Status.VOTE
    )


def test_a_lost_amendment_printed_in_full_is_never_a_resolution() -> None:
    found = paragraphs(
        MINUTES + "(1) Councillor Novak proposed, and Councillor Dhillon seconded, the following amendment:\n\n"
        "“That the Council resolves to close the harbour.”\n\n(2) The amendment was put and the voting was as follows:\n\n"
        "For (2) Novak, Dhillon\n\nAgainst (3)\n\nBrindle, Iqbal, Lathom\n\nAmendment lost.\n\n"
        "(3) RESOLVED that the budget be approved.\n\n2/24 Parks\n\nGood.\n"
    )
    assert the(found, "“That the Council").status is Status.AMENDMENT_LOST
    assert the(found, "(3) RESOLVED").status is Status.RESOLUTION


def test_votes_stand_under_the_line_that_put_the_question() -> None:
    found = paragraphs(
        MINUTES
        + "(1) The Chair put the motion to the vote and the voting was as follows:\n\nFor (2) Novak, Dhillon\n\n"
        "Against (1) Lathom\n\nMotion carried.\n\n2/24 Parks\n\nGood.\n"
    )
    for start in ("For (2)", "Against (1)"):
        vote = the(found, start)
        assert vote.status is Status.VOTE
        assert vote.intro.startswith("(1) The Chair put")
        assert not vote.heading


def test_a_list_item_stands_after_the_lines_that_introduce_it() -> None:
    found = paragraphs(REPORT + "2.1 The Board asked for:\n\n- a new crane, with\n  - a hook\n- a boat\n")
    assert the(found, "a boat").text == "2.1 The Board asked for:\na boat" or the(found, "- a boat").text.startswith(
        "2.1 The Board asked for:\n"
    )


def test_a_row_stands_after_its_header_and_empty_cells_keep_their_place() -> None:
    found = paragraphs("# Work Programme 2024/25\n\nTopic\t3 May\t7 June\nBridge\t\txx\nPark\txx\t\n")
    bridge = the(found, "Bridge")
    assert bridge.text == "Work Programme 2024/25\nTopic | 3 May | 7 June\nBridge |  | xx"
    assert bridge.status is Status.PLANNED


def test_a_reports_paragraph_has_the_nearest_number_above_it() -> None:
    found = paragraphs(
        REPORT + "## 4. Issues\n\n4.10 The first.\n\nMore of it stands here, without a number.\n\n4.10 The second.\n"
    )
    assert [p.ref for p in found if not p.heading and p.line and p.line > 5] == ["4.10", "4.10", "4.10"]
    assert {p.section for p in found if p.own.startswith("4.10")} == {"4. Issues"}


def test_a_heading_numbered_for_an_earlier_section_leaves_the_sections_own_number() -> None:
    source = (
        f"{REPORT}## 1.1 Background\n\nThe Mere has silted up since it was last dredged.\n\n"
        "## 1.3 What it is like now\n\n### 1.1.1 Water\n\nNine tenths of the bed lies under silt.\n\n"
        "### 1.3.2 Birds\n\nGrebes have left the Mere.\n"
    )
    found = paragraphs(source)
    assert the(found, "The Mere has silted").ref == "1.1"
    assert the(found, "Nine tenths").ref == "1.3"
    assert the(found, "Grebes").ref == "1.3.2"


def test_what_a_report_recommends_is_never_a_resolution() -> None:
    found = paragraphs(
        REPORT + "## 1. Recommendations\n\n1.1 That the harbour be closed.\n\n## 2. Background\n\n2.1 It is old.\n"
    )
    assert the(found, "1.1").status is Status.RECOMMENDATION
    assert the(found, "2.1").status is Status.DISCUSSION


ASKED = {
    "numbers": "1. To NOTE the survey of the Mere\n\n2. APPROVE the dredging of the north shore.\n\n3. If 2 is passed, AGREE the budget",
    "letters and numbers below": "(a) note the survey;\n\n(b) agree to:\n\n(i) dredge the north shore; and\n\n(ii) leave the south shore;\n\n"
    "(c) ask for a report in May.",
    "no marks": "NOTE the survey of the Mere; and\n\nAPPROVE the dredging of the north shore.",
}


@pytest.mark.parametrize("words", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize(
    "lead", ["The Borough Council is asked to:", "Members are requested to:", "The Parks Panel is invited to:"]
)
def test_each_line_of_what_members_are_asked_to_do_is_a_recommendation(lead: str, words: str) -> None:
    found = paragraphs(f"{REPORT}## 8. Next steps\n\n{lead}\n\n{words}\n\n## 9. Costs\n\nIt costs £40,000.\n")
    lines = words.split("\n\n")
    asked = [p for p in found if p.status is Status.RECOMMENDATION and not p.heading]
    assert [p.own for p in asked] == [lead, *lines]
    assert all(p.intro.startswith(lead) for p in asked[1:])
    assert the(found, "It costs").section == "9. Costs"


def test_a_section_after_a_list_of_what_is_asked_is_none_of_it() -> None:
    found = paragraphs(
        f"{REPORT}## 1. Purpose\n\nThe Board is asked to:\n\n- note the survey\n- agree the budget\n\n**1. INTRODUCTION**\n\n1.1 It is old.\n"
    )
    assert the(found, "1.1").status is Status.DISCUSSION
    assert [p.own for p in found if p.status is Status.RECOMMENDATION and not p.heading][1:] == [
        "note the survey",
        "agree the budget",
    ]


def test_the_business_that_members_are_asked_to_attend_for_is_no_recommendation() -> None:
    found = paragraphs(
        "# Agenda\n\nMembers are requested to attend a meeting of the Council for the following business:\n\n1. Apologies\n\n2. Budget\n"
    )
    assert not [p for p in found if p.status is Status.RECOMMENDATION and p.own[:1].isdigit()]


def test_a_marking_inside_minutes_keeps_its_minute_from_the_public_and_no_other() -> None:
    found = paragraphs(
        MINUTES + "Good.\n\n2/24 Boathouse\n\nNOT FOR PUBLICATION\n\nThe price was £9.\n\n3/24 Parks\n\nFine words.\n"
    )
    assert the(found, "The price").access is Access.EXEMPT
    assert the(found, "Fine words").access is Access.PUBLIC


def test_a_turn_in_a_transcript_is_a_paragraph_and_decides_nothing() -> None:
    lines = [
        f"{who}: It was resolved that we should go on, number {n}."
        for n, who in enumerate(["The Chair", "Ms Bray"] * 6)
    ]
    found = paragraphs("\n".join(lines))
    assert [paragraph.own for paragraph in found] == lines
    assert {paragraph.status for paragraph in found} == {Status.DISCUSSION}


def test_a_date_over_a_report_gives_no_paragraph_a_number_and_a_question_may_head_a_section() -> None:
    found = paragraphs(
        "Report to Harbour Board\n\n23 August 2021\n\nSubject:\tMoorings\nDirector:\tMs Bray\n\n3 How does this help the Mere?\n\nIt is cleaner than it was before the work began.\n"
    )
    assert {paragraph.ref for paragraph in found if paragraph.own.startswith(("Subject", "Director"))} == {None}
    assert the(found, "It is cleaner").section == "3 How does this help the Mere?"


def test_nested_lists_in_a_minute_are_no_minutes_and_keep_what_introduces_them() -> None:
    paper = outline_of(
        Reading(
            tuple(
                blocks_of(
                    "# Marsh Mills Town Council\n\nMinutes of the meeting held on Monday 8 January 2024\n\n"
                    "Present: Councillors A Low (Chair), B Moss\n\n1. Apologies\n\nNone.\n\n2. Finance\n\n"
                    "The Clerk reported the following:\n\n1. Payments:\n   a) Water: £120\n   b) Insurance, made up of:\n"
                    "      i) Buildings £300\n      ii) Vehicles £200\n2. Receipts of £45.\n\n3. Correspondence\n"
                    "a) Letter from the school.\nb) Letter from the county about:\n1) verges\n2) drains\nc) A bill.\n\n"
                    "4. Highways\n\nRESOLVED:\n1. that the county be told\n2. that the Clerk obtain prices for:\n"
                    "   a) paint\n   b) posts\n\n5. Next meeting\n\n5 February.\n"
                )
            )
        ),
        "paper.md",
    )
    assert [(m.ref, m.title) for m in paper.minutes] == [
        ("1", "Apologies"),
        ("2", "Finance"),
        ("3", "Correspondence"),
        ("4", "Highways"),
        ("5", "Next meeting"),
    ]
    intros = {p.own: p.intro for p in paper.paragraphs}
    lead = "The Clerk reported the following:"
    assert intros["1. Payments:"] == intros["2. Receipts of £45."] == lead
    assert intros["b) Insurance, made up of:"] == f"{lead}\n1. Payments:"
    assert intros["ii) Vehicles £200"] == f"{lead}\n1. Payments:\nb) Insurance, made up of:"
    assert intros["1) verges"] == intros["2) drains"] == "b) Letter from the county about:"
    assert intros["c) A bill."] == ""
    assert paper.minutes[3].resolutions == (
        "1. that the county be told 2. that the Clerk obtain prices for: a) paint b) posts",
    )


def test_a_lettered_item_of_a_numbered_report_paragraph_is_cited_with_its_letter() -> None:
    source = "# Report on Moorings\n\nTo the Cabinet, 14 November 2023\n\n1. The harbour was surveyed.\n\n6. It is proposed to\n\na) charge for moorings; and\n\nb) dredge the basin.\n"
    found = outline_of_text(source)
    refs = {paragraph.own: paragraph.ref for paragraph in found.paragraphs}
    assert refs["b) dredge the basin."] == "6(b)"
