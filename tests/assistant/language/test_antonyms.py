"""Words that exclude each other."""

import pytest

from assistant.language.annotated import read
from assistant.language.antonyms import Sides, is_turned, sides_in_claims, sides_of


def are_opposites(one: Sides, other: Sides) -> bool:
    return any(row == other_row and side != other_side for row, side in one for other_row, other_side in other)


@pytest.mark.parametrize(
    ("one", "other", "opposites"),
    [
        ("surplus", "deficit", True),
        ("Surplus", "overspend", True),
        ("surplus", "underspend", False),
        ("oldest", "young", True),
        ("surplus", "north", False),
    ],
)
def test_two_words_are_opposites_on_two_sides_of_a_row(one: str, other: str, opposites: bool) -> None:
    first, second = read(f"the {one} here").tokens[1], read(f"the {other} here").tokens[1]
    assert are_opposites(sides_of(first), sides_of(second)) is opposites


def test_the_claim_check_has_opposites_that_the_gate_has_not() -> None:
    ongoing, complete = read("the ongoing work").tokens[1], read("the complete work").tokens[1]
    assert are_opposites(sides_in_claims(ongoing), sides_in_claims(complete))
    assert not are_opposites(sides_of(ongoing), sides_of(complete))


@pytest.mark.parametrize(
    ("one", "other", "turned"),
    [
        ("lawful", "unlawful", True),
        ("inadequate", "adequate", True),
        ("agree", "disagrees", True),
        ("form", "inform", True),  # by their letters alone
        ("lawful", "adequate", False),
    ],
)
def test_a_prefix_turns_a_word_round(one: str, other: str, turned: bool) -> None:
    assert is_turned(one, other) is turned
