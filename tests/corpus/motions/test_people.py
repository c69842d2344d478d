"""The names of those who move, second and vote, as minutes print them."""

import pytest

from corpus.attendance import people_in
from corpus.motions.people import names_in, plain_name


@pytest.mark.parametrize(
    "printed, name",
    [
        ("Cllr. J Smith,", "J Smith"),
        ("Reverend Jo Ames MSP", "Jo Ames"),
        ("Bailie ROSS EADIE OBE, JP", "ROSS EADIE"),
        ("Jo Smith, Jr.", "Jo Smith"),
    ],
)
def test_a_name_stands_without_titles_and_honours(printed: str, name: str) -> None:
    assert plain_name(printed) == name


@pytest.mark.parametrize(
    "words, names",
    [
        ("Councillors A Ash, OBE, DL and B Bell MSP", ("A Ash", "B Bell")),
        ("Captain Ash and Sergeant Bell", ("Ash", "Bell")),
        ("AM, MS, BB", ("AM", "MS", "BB")),  # initials
        ("The motion was lost", ()),
    ],
)
def test_a_list_of_voters_gives_their_names(words: str, names: tuple[str, ...]) -> None:
    assert names_in(words) == names


@pytest.mark.parametrize("title", ["Shri", "Baillie", "Freeholder", "Reverend", "Captain", "Alderwoman", "Cllr"])
def test_lists_of_those_present_and_of_voters_know_the_same_titles(title: str) -> None:
    assert names_in(f"{title} Ash, {title} Bell") == ("Ash", "Bell")
    assert [person.name for person in people_in(f"{title} Ash, {title} Bell")] == ["Ash", "Bell"]
