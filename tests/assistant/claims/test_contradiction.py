"""Made-up statements beside paragraphs that name another, deny, or say the opposite."""

import pytest

from assistant.claims.contradiction import (
    both_deny,
    denial,
    emptied,
    opposed,
    other_charge,
    other_deed,
    other_holder,
    other_name,
    other_rank,
    swapped,
    turned_away,
)
from assistant.claims.features import lay
from assistant.support.alignment import Aligned


def pair(statement: str, text: str) -> tuple[Aligned, int]:
    """A statement laid beside a text, all of whose words are its own."""
    laid = lay(statement, text, "", text, "discussion")
    return laid.pair, laid.own


@pytest.mark.parametrize(
    "find, statement, text, other",
    [
        (other_holder, "The chair is Ana Lorne.", "Chair: Beth Marsh. Secretary: Ana Lorne.", "Beth Marsh"),
        (other_name, "The plans came from Ardmore University.", "Students at Lisle University drew them.", "Lisle University"),
        (other_charge, "Cllr Day is the cabinet member for planning.", "Councillor Day, Cabinet Member for Housing", "Housing"),
        (other_rank, "It was the fifth festival.", "It was the third festival.", "third"),
        (swapped, "Councillor Day asked for a bench.", "Councillor Marsh asked for a bench.", "Councillor Marsh"),
    ],
)  # fmt: skip
def test_who_or_what_the_paragraph_names_instead_is_told(find: object, statement: str, text: str, other: str) -> None:
    assert callable(find)
    assert find(*pair(statement, text)) == other
    assert find(*pair(text, text)) is None


@pytest.mark.parametrize(
    "measure, statement, text",
    [
        (denial, "The Council runs its own homes.", "The Council does not run any homes of its own."),
        (opposed, "The pool stayed open.", "The pool closed in May."),
        (opposed, "The offer was acceptable to the trustees.", "To the trustees the offer was unacceptable."),
        (turned_away, "Wage growth increased in July.", "Wage growth fell in July."),
    ],
)
def test_what_denies_or_turns_the_statement_is_measured_and_its_own_words_are_not(
    measure: object, statement: str, text: str
) -> None:
    assert callable(measure)
    assert measure(*pair(statement, text)) > 0.25
    assert measure(*pair(text, text)) == 0.0


def test_none_where_the_paragraph_has_all_is_told() -> None:
    assert emptied(*pair("None of the twenty clubs had a lease.", "All of the twenty clubs had a lease."))
    assert not emptied(*pair("All of the clubs had a lease.", "All of the twenty clubs had a lease."))


def test_two_ways_of_saying_nobody_are_no_contradiction() -> None:
    assert both_deny(*pair("Nobody voted against the motion.", "The motion: For (9), votes against (0)."))
    assert not both_deny(*pair("Somebody voted against the motion.", "Votes against (0)."))


def test_a_matter_refused_is_not_one_decided() -> None:
    assert other_deed(*pair("The shed was refused.", "The shed was approved."))
    assert not other_deed(*pair("The shed was approved.", "The shed was approved."))
