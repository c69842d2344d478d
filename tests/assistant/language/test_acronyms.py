"""Acronyms and the initials of runs of words."""

import pytest

from assistant.language.acronyms import acronyms, initials_of, is_acronym
from assistant.language.annotated import read


@pytest.mark.parametrize(
    ("word", "told"), [("NHS", True), ("TAs", True), ("KMPT", True), ("Dunmore", False), ("A", False), ("B2B", False)]
)
def test_an_acronym_is_mostly_capitals(word: str, told: bool) -> None:
    assert is_acronym(read(f"It was seen by {word} here.").tokens[4]) is told


def test_the_initials_of_a_run_of_words_are_found_with_its_ends() -> None:
    annotated = read("It was seen by the Harbour Safety Board.")
    first, last = initials_of(annotated)["hsb"]
    assert (annotated.tokens[first].low, annotated.tokens[last].low) == ("harbour", "board")


def test_little_words_may_count_or_not() -> None:
    runs = initials_of(read("It was seen by the Department for Education."))
    assert {"de", "dfe"} <= set(runs)


def test_a_text_s_acronyms_stand_where_they_are() -> None:
    annotated = read("The NHS and the KMPT met.")
    assert [annotated.tokens[i].text for i in acronyms(annotated)] == ["NHS", "KMPT"]
