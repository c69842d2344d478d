"""Whose paper it is, by a line of its letterhead."""

import pytest

from corpus.authorities import authority_in_head, people_that_met
from outlines import outline_of_text


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("CITY OF PORT ALDER, OREGON", "City of Port Alder"),
        ("# TOWN OF ALDER BEND (Alberta)", "Town of Alder Bend"),
        ("The Regional Municipality of Alder Vale", "Regional Municipality of Alder Vale"),
        ("ALDER MUNICIPALITY", "Alder Municipality"),
        ("Three Alders Regional Transit District", "Three Alders Regional Transit District"),
        ("Regional Transportation District", "Regional Transportation District"),
        ("ALDER RIDGE CENTRAL SCHOOL DISTRICT", "Alder Ridge Central School District"),
        ("ALDER COUNTY                        PAGE 204", "Alder County"),
        ("ALDER COUNTY BOARD OF COMMISSIONERS", "Alder County"),
        ("Alder Run Township Trustees", "Alder Run Township"),
        ("CITY AND BOROUGH OF ALDER BAY", "City and Borough of Alder Bay"),
        ("Rural Municipality of Alder No. 388", "Rural Municipality of Alder No. 388"),
        ("ALDER PUBLIC SCHOOLS", "Alder Public Schools"),
        ("Alder Municipal Corporation", "Alder Municipal Corporation"),
        ("ALDER SCHOOL DISTRICT NO. 7", "Alder School District No. 7"),
        ("The Corporation of the Village of Alder", "Village of Alder"),
    ],
)
def test_a_line_of_its_own_names_the_authority(line: str, name: str) -> None:
    assert authority_in_head([line, "Minutes"]) == name


@pytest.mark.parametrize(
    "line",
    [
        "School District",
        "Local Planning Authority",
        "The County of Alder was told of it.",
        "Minutes",
        "Aldermere Council",
        "Board of County Commissioners",
    ],
)
def test_a_kind_an_office_or_running_words_name_none(line: str) -> None:
    assert authority_in_head([line]) is None


def test_a_letterhead_goes_before_the_towns_that_running_words_name() -> None:
    words = "The line to the City of Tolver was opened. The City of Tolver paid. The City of Tolver was thanked."
    paper = f"Alder Ferry District\n\nBoard of Directors\n\nMINUTES\n\n14 January 2025\n\nPresent: Ms Ash\n\n1. Lines\n\n{words}\n"
    [part] = outline_of_text(paper).parts
    assert part.meeting.council == "Alder Ferry District"


def test_a_letterhead_over_a_later_part_names_the_authority() -> None:
    agenda = "Regular Board Meeting\n\nAgenda\n\nJune 3, 2025, 6 p.m.\n\n1. Roof\n\n"
    minutes = "\fALDER LAKE SCHOOL DISTRICT\nMinutes of the Board of Directors\nMay 6, 2025\n\nPresent: Ms Ash\n\n1. Call to order\n"
    assert outline_of_text(agenda + minutes).parts[0].meeting.council == "Alder Lake School District"


def test_words_far_right_of_the_authoritys_name_are_none_of_it() -> None:
    paper = "CITY OF ALDER MILLS, OHIO                    COUNCIL PACKET\n\nCITY COUNCIL\n\nMINUTES\n\nJune 3, 2025\n\nPresent: Ash\n"
    assert outline_of_text(paper).parts[0].meeting.council == "City of Alder Mills"


@pytest.mark.parametrize(
    "heading",
    [
        "Minutes of Trustees of The Alder Boat Trust Meeting of 3rd June 2025",
        "MINUTES OF THE TRUSTEES OFTHE ALDER BOAT TRUST MEETING HELD ON 9th MARCH 2025",
        "Minutes of the Trustees of the Alder Boat Trust held on 3 June 2025",
    ],
)
def test_minutes_of_an_organisations_people_are_theirs_and_not_a_councils_that_they_name(heading: str) -> None:
    running = "Mere County Council gave a grant. Mere County Council asked for a report. Mere County Council agreed."
    outline = outline_of_text(
        f"# {heading}\n\nPresent: A. Ash, B. Birch\n\n1. Grants\n\n{running}\n\n2. Rooms\n\n{running}\n"
    )
    meeting = outline.parts[0].meeting
    assert meeting.body is not None
    assert meeting.council is not None
    assert meeting.body.lower() == "trustees of the alder boat trust"
    assert meeting.council.lower() == "the alder boat trust"


def test_minutes_of_a_meeting_of_a_council_are_no_organisations() -> None:
    assert people_that_met("Minutes of the meeting of Mere Town Council held on 3 June 2025") is None
    assert people_that_met("Minutes of the last meeting of members") is None
