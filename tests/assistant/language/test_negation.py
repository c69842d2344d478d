"""What a text denies, and how far a denying word reaches."""

import pytest

from assistant.language.annotated import read
from assistant.language.negation import denied, deniers, reach


def told(text: str) -> list[str]:
    annotated = read(text)
    return [token.low for token, mark in zip(annotated.tokens, denied(annotated), strict=True) if mark]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The plan was agreed.", []),
        ("The plan was not agreed.", ["agreed"]),
        ("The Board failed to agree.", ["to", "agree"]),
        ("The Board was unable to agree.", ["to", "agree"]),
        ("Nobody objected.", ["objected"]),
        ("There was a lack of money.", ["of", "money"]),
        ("The plan was not only agreed.", []),
        ("Almost none objected.", []),
        ("It was decided against including sheds.", ["including", "sheds"]),
    ],
)
def test_a_denying_word_denies_what_follows_in_its_clause(text: str, words: list[str]) -> None:
    assert told(text)[: len(words) + 1] == words


def test_what_is_denied_twice_is_not_denied() -> None:
    assert "agree" not in told("The Board did not fail to agree.")


def test_a_denial_ends_with_its_clause() -> None:
    annotated = read("It was not agreed, but noted.")
    (not_,) = deniers(annotated)
    assert [annotated.tokens[i].low for i in reach(annotated, not_)] == ["agreed"]


def test_a_denial_ends_before_the_next_verb() -> None:
    assert told("Families who had not applied were visited.") == ["applied"]
