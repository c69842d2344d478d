"""Councils and bodies out of headings and running words."""

import pytest

from corpus.bodies import body_of, council_of, is_council_name
from corpus.models import Block, BlockKind, Reading
from corpus.outline import outline_of
from outlines import outline_of_text


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Minutes of the Harbour and Parks Scrutiny Board", "Harbour and Parks Scrutiny Board"),
        ("Report to: Cabinet, 14 November 2023", "Cabinet"),
        ("Cabinet: minutes of the meeting held on Tuesday, 14 November 2023", "Cabinet"),
        ("Council, 22 February 2024", "Council"),
        ("PLANNING COMMITTEE", "Planning Committee"),
        ("To: All Members of the Aldermere Borough Council", "Aldermere Borough Council"),
        ("MINUTES of a meeting of the Licensing Panel held in the Guildhall on 3 May 2024", "Licensing Panel"),
        ("Committee: | Health Overview", "Health Overview Committee"),
        ("REGULAR COUNCIL MEETING MINUTES", "Council"),
        ("Extraordinary Town Council Meeting, 3 May 2024", "Town Council"),
        ("NOTE FOR THE STANDING COMMITTEE (ROADS)", "Standing Committee (Roads)"),
        ("Aldermere Ferry Subcommittee", "Aldermere Ferry Subcommittee"),
        ("Minutes of the Municipal District of Aldermere", "Municipal District of Aldermere"),
        ("NOTICE AND AGENDA: ORDINARY COUNCIL MEETING", "Council"),
        ("Minutes extract from Standards Committee – 13 December 2024", "Standards Committee"),
    ],
)
def test_a_heading_names_its_body(line: str, body: str) -> None:
    assert body_of(line) == body


@pytest.mark.parametrize(
    "line",
    [
        "The Director reported to the Committee",
        "Minutes of a meeting of the above Council",
        "RESOLVED by the Board",
        "Council House, Bell Street",
        "Harbour Forum (HF)",
        "Councillor Brindle, Leader of the Council",
        "The Board received an update from its Panel",
        "Committee",
    ],
)
def test_a_line_that_only_mentions_a_body_names_none(line: str) -> None:
    assert body_of(line) is None


def test_a_letterhead_names_the_council() -> None:
    assert council_of(["ALDERMERE BOROUGH COUNCIL", "Cabinet", "Thornbeck District Council wrote to us."]) == (
        "Aldermere Borough Council"
    )


def test_a_neighbour_named_in_full_is_not_the_council_that_calls_itself_by_initials() -> None:
    texts = ["ABC works with Thornbeck District Council."] * 5 + [
        "ABC spends more. ABC, Aldermere Borough Council, is owed."
    ] * 8
    assert council_of(["A long first line " * 8, *texts]) == "Aldermere Borough Council"


def test_an_address_stands_for_a_council_that_calls_itself_by_kind_alone() -> None:
    texts = ["To all members of the Borough Council", "Write to clerk@aldermere.gov.uk", "The Guildhall, Aldermere"]
    assert council_of(texts) == "Aldermere Borough Council"


def test_no_council_is_guessed() -> None:
    assert (
        council_of(["The Council agreed", "County Council", "the Youth Council met", "Thornbeck Council wrote."])
        is None
    )


def test_upper_new_and_their_like_belong_to_a_place_before_its_name() -> None:
    assert council_of(["UPPER ALDER PARISH COUNCIL", "Minutes"]) == "Upper Alder Parish Council"
    assert council_of(["Previous Alder Parish Council", "Minutes"]) == "Alder Parish Council"


def test_a_plain_meeting_under_a_councils_name_is_the_councils() -> None:
    lines = [
        "COMHAIRLE ALDER",
        "ALDER COUNTY COUNCIL",
        "",
        "Minutes of the Ordinary Monthly Meeting held on 13th January 2025",
    ]
    (part,) = outline_of_text(
        "\n".join([*lines, "", "Present: Cllr A. Ash", "", "1. Minutes", "", "They were agreed."]), "m.txt"
    ).parts
    assert part.meeting.body == "Alder County Council"


def test_a_whole_council_is_told_from_a_part_of_one() -> None:
    assert is_council_name("Aldermere Borough Council")
    assert not is_council_name("County Council")
    assert not is_council_name("Harbour Board")


def test_a_sites_banner_names_the_council_where_the_minutes_do_not() -> None:
    blocks = (
        Block(BlockKind.FURNITURE, "Aldermere Borough Council"),
        Block(BlockKind.TEXT, "Minutes of the Harbour Board, 16 January 2024"),
        Block(BlockKind.TEXT, "Present: Councillor Brindle"),
    )
    assert outline_of(Reading(blocks), "page.html").parts[0].meeting.council == "Aldermere Borough Council"


@pytest.mark.parametrize(
    ("lines", "council"),
    [
        (["CITY OF PINE HOLLOW", "Regular Council meeting"], "City of Pine Hollow"),
        (["Township of Aldermere Community Centre", "Township of Aldermere Weather"], "Township of Aldermere"),
        (["TOWNSHIP OF ALDERMERE REGULAR COUNCIL MEETING"], "Township of Aldermere"),
        (["ASHCOMBE PARISH COUNCIL", "MINUTES OF THE PARISH COUNCIL MEETING"], "Ashcombe Parish Council"),
        (["CYNGOR CYMUNED NANT-Y-BRYN COMMUNITY COUNCIL"], "Nant-y-Bryn Community Council"),
        (["Cyngor Tref Llanbryn / Llanbryn Town Council"], "Llanbryn Town Council"),
    ],
)
def test_names_of_two_words_and_of_two_languages(lines: list[str], council: str) -> None:
    assert council_of(lines) == council
