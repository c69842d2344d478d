"""Bodies that are named by those who sit in them, by their meeting, or behind other words."""

import pytest

from corpus.bodies import body_of, is_whole_board
from outlines import outline_of_text


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Board of Directors", "Board of Directors"),
        ("BOARD OF DIRECTORS STUDY SESSION", "Board of Directors"),
        ("Minutes of the Board of County Commissioners", "Board of County Commissioners"),
        ("BOARD OF EDUCATION REGULAR MEETING", "Board of Education"),
        ("CITY COUNCIL REGULAR MEETING", "City Council"),
        ("City Commission Workshop and Special Meeting", "City Commission"),
        ("SELECTBOARD MINUTES", "Selectboard"),
        ("Minutes of the 5th Meeting of the Traffic and Harbour Committee (2024-27)", "Traffic and Harbour Committee"),
        ("Report of the Audit and Risk Committee meeting held on Monday 24 March 2025", "Audit and Risk Committee"),
        ("Summary of the Ferries Committee", "Ferries Committee"),
        ("SCRUTINY COMMITTEE - PLACE", "Scrutiny Committee - Place"),
        ("Minutes of the Meeting of the Municipal District of Tolver held in", "Municipal District of Tolver"),
        ("Join the Harbour Board public meeting on Wednesday", "Harbour Board"),
        ("Friends of the Harbour Committee", "Friends of the Harbour Committee"),
        ("MINUTE of MEETING of the LAKES COMMITTEE held in the TOWN HOUSE", "Lakes Committee"),
        ("Minutes of the Proceedings of the Lakes Committee held in the Town Hall", "Lakes Committee"),
        ("Minutes of the 7th Meeting of the Lakes Committee in its 2024-2027 term", "Lakes Committee"),
        ("ALDERMERE BOROUGH COUNCIL CABINET", "Cabinet"),
        ("County Council Tuesday 11th February 2025, 10.30 am", "County Council"),
        ("MINUTES OF A SPECIAL COUNCIL MEETING HELD ON 30 JUNE 2025", "Council"),
        ("BOARD OF EDUCATION — ORGANIZATIONAL AND REGULAR MEETING July 8, 2025", "Board of Education"),
        ("Committee of the Whole Minutes", "Committee of the Whole"),
        ("Minutes of the Board of Education, Regular Meeting, August 12, 2024", "Board of Education"),
        ("Board of Trustees, Regular Meeting, Thursday, May 9, 2024", "Board of Trustees"),
        ("MINUTES OF THE REGULAR MEETING OF THE BOARD OF DIRECTORS January 16, 2025", "Board of Directors"),
        ("Regular Meeting of the City Council ~ Minutes ~", "City Council"),
        ("At a Meeting of the Alder County Council held at Shire Hall", "Alder County Council"),
        ("HARBOUR AND REGULATORY SUB-COMMITTEE B", "Harbour and Regulatory Sub-Committee B"),
        ("Proceedings of the Ordinary Meeting of the General Body held on 28.06.2024", "General Body"),
        ("BOARD OF COUNTY COMMISSIONERS BOOK 61", "Board of County Commissioners"),
    ],
)
def test_a_heading_names_a_body(line: str, body: str) -> None:
    assert body_of(line) == body


@pytest.mark.parametrize(
    "line",
    [
        "January Board Meeting",
        "Special Board Meeting",
        "Adjourn to Executive Committee",
        "Motion by Dell, second by Mant to approve the July board",
        "Roll Call of Council",
        "Paula Perry, Executive Manager to the Board",
        "Supported by a grant from Aldermere Council",
    ],
)
def test_words_around_a_name_are_no_body(line: str) -> None:
    assert body_of(line) is None


def test_a_board_is_told_from_its_committee() -> None:
    assert is_whole_board("Board of Trustees")
    assert not is_whole_board("Health and Wellbeing Board")


HEAD = "Aldermere Ferry District\n\nBoard of Directors\n\n{committee}MINUTES\n\nTuesday 14 January 2025\n\nPresent: Ms Ash, Mr Elm\n\n1. Fares\n\nThe fares were noted.\n"


@pytest.mark.parametrize(
    ("committee", "body"), [("", "Board of Directors"), ("Ferries Committee\n\n", "Ferries Committee")]
)
def test_a_committees_paper_under_its_boards_name_is_the_committees(committee: str, body: str) -> None:
    [part] = outline_of_text(HEAD.format(committee=committee)).parts
    assert part.meeting.body == body


def test_an_organisation_with_one_board_has_a_board() -> None:
    paper = "Aldermere Libraries\n\nMinutes of the open Board meeting\n\n14 January 2025\n\nPresent: Ms Ash, Mr Elm\n\n1. Fares\n\nNoted.\n"
    [part] = outline_of_text(paper).parts
    assert part.meeting.body == "Board"
