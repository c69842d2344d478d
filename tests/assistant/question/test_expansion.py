"""Everyday words lead to the papers' words."""

import pytest

from assistant.question.expansion import expansions
from index.text import words_of


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("How many kids were kicked out of school?", "exclusions children"),
        ("Who sent their excuses?", "apologies"),
        ("Was it turned down?", "refused rejected lost"),
        ("How many temps are there?", "agency workers"),
        ("Who is in the chair?", "chair"),
        ("When are the bins emptied?", "waste refuse collection"),
    ],
)
def test_what_people_say_leads_to_what_papers_say(said: str, written: str) -> None:
    assert set(words_of(written)) <= set(expansions(said))


def test_words_without_another_name_lead_nowhere() -> None:
    assert expansions("mermaids of Aldermere") == []


def test_each_word_comes_once_and_a_part_of_a_word_is_not_a_word() -> None:
    found = expansions("kids, youngsters and teenagers")
    assert len(found) == len(set(found))
    assert expansions("kidskin") == []
