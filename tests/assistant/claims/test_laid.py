"""A made-up statement laid beside a made-up text: which words are met, and what stands there for its figures."""

import pytest

from assistant.claims.laid import Laid

POTHOLES = "The Council mended 13,102 potholes in 2024/25."


def met(statement: str, text: str, where: str = "") -> dict[str, float]:
    """How well each word of a statement is answered to, by the word."""
    laid = Laid(statement, text, where)
    return {laid.sentence.tokens[i].low: max((one for _, one in laid.met[i]), default=0.0) for i in laid.words}


def test_a_word_is_met_by_itself_a_synonym_counts_for_less_and_a_word_of_its_root_for_less_still() -> None:
    found = met("Electricians repaired homes.", "Repairs of electricity.")
    assert found["repaired"] == 1.0
    assert found["homes"] == 0.0
    assert 0.0 < found["electricians"] < met("Children came.", "Kids came.")["children"] < 1.0


def test_what_only_says_where_a_paragraph_stands_is_met_too_but_is_not_its_own() -> None:
    laid = Laid("The panel met in 2024.", "It met.", "Panel. 9 January 2024")
    assert met("The panel met.", "It met.", "Panel")["panel"] == 1.0
    assert all(j >= laid.own for i in laid.words for j, _ in laid.met[i] if laid.sentence.tokens[i].low == "panel")
    assert [(slot.agrees, slot.other_at) for slot in laid.slots] == [(True, -1)]


def test_the_same_value_agrees_and_another_one_in_its_place_conflicts() -> None:
    same, when = Laid("The Council mended 13,102 potholes in 2024/25.", POTHOLES).slots
    assert (same.agrees, same.conflicts, same.exact) == (True, False, True)
    assert (when.agrees, when.conflicts) == (True, False)
    laid = Laid("The Council mended 12,900 potholes in 2023/24.", POTHOLES)
    assert [(slot.agrees, slot.conflicts) for slot in laid.slots] == [(False, True), (False, True)]
    assert laid.source.tokens[laid.slots[0].other_at].text == "13,102"


def test_a_figure_that_stands_there_for_another_thing_does_not_agree() -> None:
    text = "Schools had 12 visits. Farms had 45 visits."
    farms, schools = (Laid(f"{place} had 12 visits.", text).slots[0] for place in ("Farms", "Schools"))
    assert schools.agrees
    assert farms.conflicts


@pytest.mark.parametrize(
    "statement",
    ["One of the clubs moved.", "The first half of the year was wet.", "Minute 7/24 says so."],
)
def test_a_figure_that_says_nothing_by_itself_has_no_slot(statement: str) -> None:
    assert Laid(statement, "Nine clubs moved in the second half of the year.").slots == ()
