"""The people of a list, with title, office and what stands beside the name."""

import pytest

from corpus.attendance.names import people_in
from corpus.attendance.words import is_office, office_in


def told(words: str) -> list[tuple[str, str, str]]:
    return [(person.title, person.name, person.role) for person in people_in(words)]


@pytest.mark.parametrize(
    "words, right",
    [
        ("Councillors F Ford and G Grey", [("Councillor", "F Ford", ""), ("Councillor", "G Grey", "")]),
        ("Reeve Gail Oaks, Deputy Reeve Vern Ash", [("", "Gail Oaks", "Reeve"), ("", "Vern Ash", "Deputy Reeve")]),
        ("Ann Poe, Town Clerk; Di Lo, Engineer", [("", "Ann Poe", "Town Clerk"), ("", "Di Lo", "Engineer")]),
        (
            "Town Clerk (G. Moss), Deputy Clerk (B. Hay)",
            [("", "G. Moss", "Town Clerk"), ("", "B. Hay", "Deputy Clerk")],
        ),
        ("The Chairperson, Alderman T Bell", [("Alderman", "T Bell", "Chairperson")]),
        ("Cllr D Wood, Cabinet Member for Parks and Play", [("Cllr", "D Wood", "Cabinet Member for Parks and Play")]),
        (
            "Ward Councillors Al Orr and Mo Fyfe",
            [("", "Al Orr", "Ward Councillor"), ("", "Mo Fyfe", "Ward Councillor")],
        ),
        ("Mr LO Man-tak, JP, Chairman", [("Mr", "LO Man-tak", "Chairman")]),
        ("11 - Ames, Brill", [("", "Ames", ""), ("", "Brill", "")]),
        ("Rae Marsh - Board President", [("", "Rae Marsh", "Board President")]),
        ("Chair - Walt Low, Director District E", [("", "Walt Low", "Chair")]),
        ("Amy Bru, Engineer, Bru & Dunn", [("", "Amy Bru", "Engineer")]),
        (
            "Councillors Ash (Leader, in the Chair), Bell",
            [("Councillor", "Ash", "Leader, in the Chair"), ("Councillor", "Bell", "")],
        ),
        ("Chief of Police Ed Lane", [("", "Ed Lane", "Chief of Police")]),
        ("Ann Poe, Mayor Pro Tem", [("", "Ann Poe", "Mayor Pro Tem")]),
        ("David Low Mike Ash", [("", "David Low", ""), ("", "Mike Ash", "")]),
        ("Di Dee, Chair, Alder School Council", [("", "Di Dee", "Chair, Alder School Council")]),
        ("Rob Boyd (Chair) RB Ann Ash AA", [("", "Rob Boyd", "Chair"), ("", "Ann Ash", "")]),
        ("Rob Boyd (Chair) RB", [("", "Rob Boyd", "Chair")]),
        ("Joan Ames (JA, chair), Bob Tull (BT)", [("", "Joan Ames", "chair"), ("", "Bob Tull", "")]),
        ("Chairman Cllr Mrs Oak, Cllrs Ash & the Clerk", [("Cllr Mrs", "Oak", "Chairman"), ("Cllr", "Ash", "")]),
        ("4 members of the public", []),
        ("none", []),
    ],
)
def test_a_list_gives_titles_names_and_offices(words: str, right: list[tuple[str, str, str]]) -> None:
    assert told(words) == right


def test_what_stands_in_brackets_is_an_office_a_time_or_a_place() -> None:
    late, left, remote, ward = people_in("A Ash (from item 4), B Bay (left 8.10), C Cox (Zoom), D Dee (North Ward)")
    assert (late.late, left.left, remote.remote, ward.role) == (True, True, True, "North Ward")


def test_a_surname_may_be_a_word_of_places() -> None:
    assert [person.name for person in people_in("Tyrone Hall, Village Hall")] == ["Tyrone Hall"]


@pytest.mark.parametrize(
    "words", ["Head of Waste", "Town Clerk", "Director City Futures", "Leader of the Council", "Director of Place"]
)
def test_an_office_is_no_person(words: str) -> None:
    assert is_office(words)
    assert office_in(words) == words
    assert people_in(words) == []


def test_the_office_of_one_in_the_chair_is_the_one_that_they_hold() -> None:
    assert office_in("Leader, in the Chair") == "Leader"
    assert office_in("in the Chair") == "in the Chair"


@pytest.mark.parametrize(
    "role", ["North Ward", "substituting for Councillor Bell", "holiday", "Member", "Director District E"]
)
def test_not_all_that_stands_beside_a_name_is_an_office(role: str) -> None:
    assert office_in(role) == ""
