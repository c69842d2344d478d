"""Follow-up questions are completed from the turn before, and other questions left alone."""

import pytest

from assistant.question.follow_up import EarlierTurn, complete, is_follow_up

ADOPTED = EarlierTurn("How many children were adopted in Aldermere in 2024/25?", "2025-07-08")


@pytest.mark.parametrize(
    "question",
    ["And the year before?", "What about 2022/23?", "Who proposed it?", "Why?", "How many of them were girls?"],
)
def test_questions_that_lean_on_the_turn_before_are_follow_ups(question: str) -> None:
    assert is_follow_up(question)


def test_a_question_that_stands_by_itself_is_left_alone() -> None:
    question = "How many potholes did Aldermere mend in 2022/23?"
    assert not is_follow_up(question)
    assert complete(question, [ADOPTED]) == question


def test_without_turns_before_nothing_is_completed() -> None:
    assert complete("And the year before?", []) == "And the year before?"


@pytest.mark.parametrize(
    ("question", "year", "other"),
    [
        ("And the year before?", "2023/24", "2024/25"),
        ("And the previous year?", "2023/24", "2024/25"),
        ("And the year after?", "2025/26", "2024/25"),
        ("And two years before?", "2022/23", "2024/25"),
        ("What about 2022/23?", "2022/23", "2024/25"),
    ],
)
def test_another_year_takes_the_place_of_the_one_before(question: str, year: str, other: str) -> None:
    completed = complete(question, [ADOPTED])
    assert year in completed
    assert other not in completed
    assert "children" in completed
    assert "adopted" in completed


def test_a_plain_year_goes_back_by_one() -> None:
    assert "2022" in complete("And the year before?", [EarlierTurn("How many fly-tips were there in 2023?", None)])


def test_without_a_year_in_the_question_the_papers_date_counts() -> None:
    assert "2023" in complete("And the year before?", [EarlierTurn("How many fly-tips were there?", "2024-06-19")])
    assert complete("And the year before?", [EarlierTurn("How many fly-tips were there?", None)]).startswith(
        "And the year before"
    )


def test_that_september_is_the_one_of_the_meeting() -> None:
    assert "September 2024" in complete(
        "What was said that September?", [EarlierTurn("What of the library in 2024?", "2024-09-17")]
    )


def test_another_council_takes_the_place_of_the_one_before() -> None:
    completed = complete("And in Thornbeck?", [ADOPTED], ["Aldermere", "Thornbeck"])
    assert "Thornbeck" in completed
    assert "Aldermere" not in completed


def test_only_the_last_turn_is_leaned_on() -> None:
    completed = complete("And who seconded it?", [ADOPTED, EarlierTurn("Who proposed the first amendment?", None)])
    assert "amendment" in completed
    assert "adopted" not in completed
