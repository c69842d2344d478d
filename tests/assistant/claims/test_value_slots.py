"""Figures and times of a made-up statement beside those of a paragraph: which agree, which conflict, which say nothing."""

import pytest

from assistant.claims.features import lay
from assistant.claims.value_slots import Slot, told_by
from assistant.language.figures import find_figures


@pytest.mark.parametrize(
    "said, printed, holds",
    [
        ("more than nine in ten", "96%", True),
        ("more than half", "36%", False),
        ("just over half", "51%", True),
        ("fewer than one in five", "19.3%", True),
        ("over £6,000", "£6,075", True),
        ("up to £80 million", "up to £50 million", False),
        ("more than 50", "4,000", None),
        ("12 days", "£12", None),
    ],
)
def test_a_rounded_or_limited_figure_is_held_against_the_exact_one(said: str, printed: str, holds: bool | None) -> None:
    assert told_by(find_figures(said)[0].figure, find_figures(printed)[0].figure) is holds


def slots(statement: str, text: str) -> tuple[Slot, ...]:
    """The figures and times of a statement beside a text."""
    return lay(statement, text, "", text, "discussion").slots


def test_the_same_value_agrees_and_another_one_in_its_place_conflicts() -> None:
    text = "The Council mended 13,102 potholes in 2024/25."
    same, when = slots("The Council mended 13,102 potholes in 2024/25.", text)
    assert (same.agrees, same.conflicts, same.telling) == (True, False, True)
    assert (when.agrees, when.conflicts) == (True, False)
    other, when = slots("The Council mended 12,900 potholes in 2023/24.", text)
    assert (other.agrees, other.conflicts) == (False, True)
    assert (when.agrees, when.conflicts) == (False, True)


@pytest.mark.parametrize(
    "statement",
    [
        "One of the clubs moved.",  # "one" counts little
        "The first half of the year was wet.",
        "Minute 7/24 says so.",  # a label
    ],
)
def test_a_figure_that_says_nothing_by_itself_has_no_slot(statement: str) -> None:
    assert slots(statement, "Nine clubs moved in the second half of the year.") == ()


def test_a_difference_that_the_paragraph_gives_both_ends_of_agrees() -> None:
    fell = slots("Visits fell by 12.", "There were 60 visits in May and 48 visits in June.")
    assert [slot.agrees for slot in fell] == [True]
    other = slots("Visits fell by 13.", "There were 60 visits in May and 48 visits in June.")
    assert [slot.agrees for slot in other] == [False]


def test_a_share_that_the_paragraph_gives_part_and_whole_of_agrees() -> None:
    text = "48 of the 60 visits were to schools."
    assert [slot.agrees for slot in slots("80% of visits were to schools.", text)] == [True]
    assert [slot.agrees for slot in slots("60% of visits were to schools.", text)] == [False]


def test_a_figure_of_the_place_agrees_but_is_not_the_texts_own() -> None:
    laid = lay("The panel met in 2024.", "The panel met.", "Panel. 9 January 2024", "The panel met.", "discussion")
    assert [(slot.agrees, slot.own) for slot in laid.slots] == [(True, False)]


@pytest.mark.parametrize(
    "statement, agrees",
    [("The rate was higher than the county's.", True), ("The rate was lower than the county's.", False)],
)
def test_a_comparison_is_held_against_the_two_figures(statement: str, agrees: bool) -> None:
    text = "The rate was 9.4 per cent (8.8 per cent in the county)."
    turns = lay(statement, text, "", text, "discussion").turns
    assert [(turn.agrees, turn.words) for turn in turns] == [(agrees, "9.4 per cent against 8.8 per cent")]
