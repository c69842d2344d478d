"""Made-up decisions that several papers print: listed once, in the approved words."""

from dataclasses import replace

import pytest

from assistant.decisions.duplicates import agree, listed_once
from assistant.decisions.models import Decision
from made_up import recommended, resolved

WORDS = "that ten benches be bought for Aldermere Park at a cost of £4,000."
BOUGHT = resolved(WORDS)


def elsewhere(decision: Decision, file: str = "pack.txt") -> Decision:
    """The same decision as another paper prints it."""
    return replace(decision, citations=(replace(decision.citations[0], file=file, path=file),))


@pytest.mark.parametrize(
    "one, two, same",
    [
        ("Full Council", "County Council", True),
        ("Council", "Borough Council", True),
        ("Planning Committee", "Council", False),
        ("Youth Council", "Full Council", False),
        ("Planning", "Planning Committee", True),
        ("Cabinet", None, True),
        ("CABINET", "Cabinet.", True),
    ],
)
def test_two_names_are_one_bodys_where_one_may_be_the_others(one: str, two: str | None, same: bool) -> None:
    assert agree(one, two) is same
    assert agree(two, one) is same


def test_draft_and_approved_words_of_one_minute_are_one_decision_in_the_approved_words() -> None:
    approved = elsewhere(resolved(WORDS.replace("£4,000", "£4,100")))
    listed = listed_once([replace(BOUGHT, draft=True), approved])
    assert [(one.words[-7:], one.draft, len(one.also)) for one in listed] == [("£4,100.", False, 1)]


def test_a_draft_may_be_reworded_further_than_a_reprint() -> None:
    reworded = "that ten benches be bought for Aldermere Park before the summer fair."
    draft, approved = replace(BOUGHT, draft=True), elsewhere(resolved(reworded))
    assert len(listed_once([draft, approved])) == 1
    assert len(listed_once([BOUGHT, approved])) == 2


def test_the_same_words_on_two_items_are_two_decisions() -> None:
    noted = "that the report be noted."
    other = replace(elsewhere(resolved(noted, title="Swings")), ref="13")
    assert len(listed_once([resolved(noted), other])) == 2


def test_the_same_words_of_two_days_bodies_or_councils_are_two_decisions() -> None:
    for other in (
        resolved(WORDS, "2024-06-03"),
        replace(elsewhere(BOUGHT), body="Cabinet"),
        replace(elsewhere(BOUGHT), council="Thornbeck District Council"),
    ):
        assert len(listed_once([BOUGHT, other])) == 2


def test_of_one_papers_decisions_only_a_repeated_recommendation_is_one() -> None:
    assert len(listed_once([BOUGHT, BOUGHT])) == 2
    short, long = recommended("That ten benches be bought for the north shore of the mere."), recommended(
        "That ten benches be bought for the north shore of the mere. That limes be planted.", n=8
    )  # fmt: skip
    listed = listed_once([short, long])
    assert [one.words for one in listed] == [long.words]


def test_what_only_the_other_paper_tells_is_kept_and_where_the_others_stand() -> None:
    named = replace(elsewhere(BOUGHT), proposer="Councillor Ash", seconder="Councillor Birch")
    third = elsewhere(BOUGHT, "later.txt")
    listed = listed_once([BOUGHT, named, third])[0]
    assert (listed.citations, listed.proposer, listed.seconder) == (
        BOUGHT.citations,
        "Councillor Ash",
        "Councillor Birch",
    )
    assert [(cited.n, cited.file) for cited in listed.also] == [(1, "pack.txt"), (2, "later.txt")]
