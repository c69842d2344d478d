"""Who holds what office by the words of made-up minutes."""

import pytest

from corpus.attendance.offices import elections_in, named_in
from corpus.models import Outline
from outlines import outline_of_text


def held(text: str, title: str = "", below: str = "") -> list[tuple[str, str]]:
    return [(one.name, one.office) for one in elections_in(text, title, [below])]


@pytest.mark.parametrize(
    "title, text, right",
    [
        ("Election of Chairman", "There being no other names, Councillor Bell was duly elected Chairman for 2025/26.", [("Bell", "Chairman")]),
        ("Leader", "RESOLVED that Councillor Rose Lake be elected as Leader of the Council.", [("Rose Lake", "Leader of the Council")]),
        ("Election of Vice Chair", "Cllr Oak was proposed but declined. Cllr Doe elected.", [("Doe", "Vice Chair")]),
        ("Deputy Mayor", "Moved: Cr Ash - That Cr Dot May be Deputy Mayor for a year. CARRIED (4-0).", [("Dot May", "Deputy Mayor")]),
        ("Officers", "Motion to elect Pat Roe as Chair and Sam Poe as Vice-Chair. Carried 4-0.", [("Pat Roe", "Chair"), ("Sam Poe", "Vice-Chair")]),
        ("Reorganization", "Motion to elect Donna Zoe Vice Chairman and Rob Lut Treasurer. Vote 3-0.", [("Donna Zoe", "Vice Chairman"), ("Rob Lut", "Treasurer")]),
        ("Deputy Chair", "Gary Hem received 3 votes. Gary Hem was declared Deputy Chair.", [("Gary Hem", "Deputy Chair")]),
        ("Election of President", "Nomination of Lisa Van by B. Too, second by N. Had. Carried 6-0.", [("Lisa Van", "President")]),
    ],
)  # fmt: skip
def test_who_is_elected_holds_the_office(title: str, text: str, right: list[tuple[str, str]]) -> None:
    assert held(text, title) == right


@pytest.mark.parametrize(
    "title, text, below",
    [
        ("Chair", "It was moved that Councillor Reed be appointed Chair.", "The motion was lost, 3 to 4."),
        ("Chair", "It was moved that Councillor Reed be appointed Chair. Lost 3-4.", ""),
        ("Election of Vice President", "Nomination of Chuck Wen. Nomination of Brian Too. No majority.", ""),
        ("Representatives", "Cllr Bell was appointed to the Village Hall Committee.", ""),
        ("Chair", "It was proposed by Cllr Tar that the Chair be thanked. Agreed.", ""),
    ],
)
def test_who_is_not_elected_holds_none(title: str, text: str, below: str) -> None:
    assert held(text, title, below) == []


@pytest.mark.parametrize(
    "text, right",
    [
        ("Councillor T Dim, Cabinet Member for Play and Parks, moved the report.", [("T Dim", "Cabinet Member for Play and Parks")]),
        ("The Town Clerk, Mr R Stone, reported.", [("R Stone", "Town Clerk")]),
        ("Mr John Grey, Chief Executive of Blue Water Ltd, gave a talk.", [("John Grey", "Chief Executive of Blue Water Ltd")]),
        ("Councillor Bell, Councillor Oak and others spoke.", []),
    ],
)  # fmt: skip
def test_an_office_beside_a_name_in_a_sentence_is_told_whole(text: str, right: list[tuple[str, str]]) -> None:
    assert [(one.name, one.office) for one in named_in(text)] == right


def offices(paper: Outline) -> dict[str, str]:
    return {one.office: one.name for one in paper.offices}


def test_a_paper_gives_the_offices_of_its_lists_its_head_and_its_elections() -> None:
    paper = outline_of_text(
        "Alder Transit District\n\nSecretary - Pat Quill, District G\n\nMinutes of the Board, June 25, 2024\n\n"
        "Present: Ann Ash (Chair), Bo Bell\n\n1. Election of Vice Chair\n\nBell was elected Vice Chair. Carried 3-0.\n"
    )
    assert offices(paper) == {"Chair": "Ann Ash", "Secretary": "Pat Quill", "Vice Chair": "Bo Bell"}
    assert [one.elected for one in paper.offices if one.office == "Vice Chair"] == [True]


def test_initials_stand_for_the_name_that_the_lists_print_in_full() -> None:
    paper = outline_of_text(
        "Alder Library Trust\n\nMinutes of the Trustees, 9 September 2024\n\nPresent: Mary Ing (MI), Peter Hob (PH)\n\n"
        "1. Appointment of Chair\n\nPH proposed that MI be Chair. Agreed.\n"
    )
    assert offices(paper) == {"Chair": "Mary Ing"}
