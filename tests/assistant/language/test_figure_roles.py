"""What a figure is told as: a change's start or end, a part or its whole."""

import pytest

from assistant.language.annotated import AnnotatedText, TokenKind, read
from assistant.language.figure_roles import ends_a_range, goes_on_of_this, is_range, preposition, role_of


def figures(text: AnnotatedText) -> tuple[int, ...]:
    return text.all_of(TokenKind.FIGURE)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Visits rose from 12 to 16.", ["from", "to"]),
        ("Visits rose to 16 instead of 12.", ["to", "from"]),
        ("There are 14 lights rather than 20.", ["", "from"]),
        ("It began the year at 12 and ended it at 16.", ["from", "to"]),
        ("It is open until 4.30pm.", ["to"]),
        ("Of 24 contracts sampled, 9 were late.", ["whole", "part"]),
        ("Nine posts out of 64 were filled.", ["part", "whole"]),
        ("Of the 24 contracts, 9 were late.", ["whole", "part"]),
        ("There were 24 contracts, of which 9 were late.", ["", "part"]),
        ("The pool had 300 swimmers. Of these, 90 were young.", ["whole", "part"]),
        ("There were 24 contracts.", [""]),
    ],
)
def test_a_figure_has_the_role_that_the_words_round_it_give(text: str, roles: list[str]) -> None:
    annotated = read(text)
    assert [role_of(annotated, i) for i in figures(annotated)] == roles


def test_a_word_has_no_role() -> None:
    assert role_of(read("Visits rose from 12."), 0) == ""


def test_of_these_joins_a_whole_with_its_part() -> None:
    annotated = read("The pool had 300 swimmers. Of these, 90 were young.")
    whole, part = figures(annotated)
    assert goes_on_of_this(annotated, whole, part)
    assert not goes_on_of_this(annotated, part, whole)


@pytest.mark.parametrize(
    ("text", "told"), [("12 to 16", True), ("between 12 and 16", True), ("12 and 16", False), ("12, then 16", False)]
)
def test_a_range_has_two_ends(text: str, told: bool) -> None:
    annotated = read(f"There were {text} homes.")
    assert is_range(annotated, *figures(annotated)) is told


def test_a_dash_makes_a_range_too() -> None:
    annotated = read("Children aged 4-16 and 3 dogs.")
    assert [ends_a_range(annotated, i) for i in figures(annotated)] == [True, True, False]


@pytest.mark.parametrize(("word", "told"), [("by", "by"), ("to", "to"), ("for", "")])
def test_a_name_stands_behind_its_preposition(word: str, told: str) -> None:
    annotated = read(f"It was sent {word} the Harbour Board.")
    assert preposition(annotated, 5) == told
