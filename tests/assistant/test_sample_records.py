"""Histories, counts and tables compared on the shipped papers, without a language model."""

import pytest

from assistant.assistant import Assistant
from assistant.models import Asked, Filters


def test_what_became_of_a_matter_is_told_by_its_decisions_the_newest_first(assistant: Assistant) -> None:
    library = assistant.ask(Asked("What happened to the library?"))
    assert "18 hours a week" in library.answer
    days = [cited.meeting_date or "" for cited in library.citations]
    assert days == sorted(days, reverse=True)
    assert "withdrawn" in assistant.ask(Asked("What became of Elm Street Depot?")).answer.splitlines()[0]
    history = assistant.ask(Asked("Give me the history of Hartsmead Library"))
    days = [cited.meeting_date or "" for cited in history.citations]
    assert len(days) > 1
    assert days == sorted(days)
    within = assistant.ask(Asked("What happened to the library?", filters=Filters(until="2023-12-31")))
    assert {cited.meeting_date for cited in within.citations} <= {"2023-10-10", "2023-11-14"}


def test_the_vote_on_a_matters_only_decision_is_told_with_it(assistant: Assistant) -> None:
    answer = assistant.ask(Asked("Summarise the 2025 budget"))
    assert ["£197.6 million" in answer.answer, "For (17)" in answer.answer] == [True, True]
    assert len(answer.citations) == 2


def test_a_matter_that_was_never_decided_goes_on_to_the_papers(assistant: Assistant) -> None:
    assert assistant.ask(Asked("What happened to the zeppelin hangar?")).abstained


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("How many meetings did the Cabinet hold in 2024?", "2 meetings of the Cabinet in 2024 with minutes."),
        ("How many decisions did the Cabinet make in January 2024?", "6 decisions of the Cabinet in January 2024."),
        ("How many decisions were made on Hartsmead Library?", "3 decisions on “Hartsmead Library”."),
        ("How many amendments were lost?", "2 amendments were lost."),
        ("How many councillors came to the Council meeting in February 2024?", "23 members listed as present on 22 February 2024."),
        ("How often did Councillor Mbatha attend the Cabinet in 2024?", "present at 1 and away from 1 of 2 meetings of the Cabinet in 2024 whose minutes here list them."),
    ],
)  # fmt: skip
def test_what_records_hold_is_counted_and_cited(assistant: Assistant, question: str, lead: str) -> None:
    answer = assistant.ask(Asked(question))
    first, blank, *lines = answer.answer.splitlines()
    assert blank == ""
    assert first.startswith("Counted in the ")
    assert first.endswith(lead)
    assert [line[-len(f"[{n}]") :] for n, line in enumerate(lines, 1)] == [f"[{cited.n}]" for cited in answer.citations]


@pytest.mark.parametrize(
    "question", ["How many times was the zeppelin discussed?", "How many motions were lost in 2019?"]
)
def test_nothing_recorded_is_not_counted_as_none(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(Asked(question)).answer.startswith("Counted")


def test_counts_keep_to_the_filters(assistant: Assistant) -> None:
    asked = Asked("How many times was the library discussed?", filters=Filters(until="2023-12-31"))
    assert {(cited.meeting_date or "")[:4] for cited in assistant.ask(asked).citations} == {"2023"}


@pytest.mark.parametrize(
    ("question", "lead", "first"),
    [
        ("Which library had the most visits in 2023/24?", "6 rows by “2023/24”: highest is Central, 167,420.", "Library: Central"),
        ("Which ward had the fewest pothole repairs in 2022/23?", "11 rows by “2022/23”: lowest is Waterloo, 637.", "Ward: Waterloo"),
    ],
)  # fmt: skip
def test_a_tables_column_is_compared_and_its_rows_are_cited(
    assistant: Assistant, question: str, lead: str, first: str
) -> None:
    lines = assistant.ask(Asked(question)).answer.splitlines()
    assert lines[0] == f"Compared in the table, {lead}"
    assert first in lines[2]


def test_a_column_that_is_not_named_by_its_year_is_not_compared(assistant: Assistant) -> None:
    assert not assistant.ask(Asked("Which ward had the most pothole repairs?")).answer.startswith("Compared")


def test_a_decision_that_was_changed_stands_behind_the_one_that_changed_it(assistant: Assistant) -> None:
    answer = assistant.ask(Asked("Was the bus gate approved?"))
    assert [cited.meeting_date for cited in answer.citations] == ["2024-01-09", "2023-11-14"]
    assert "without the bus gate" in answer.citations[0].quote
    then = assistant.ask(Asked("Was the bus gate approved on 14 November 2023?"))
    assert then.citations[0].meeting_date == "2023-11-14"


def test_no_past_day_is_told_for_the_next_meeting(assistant: Assistant) -> None:
    answer = assistant.ask(Asked("When is the next meeting?"))
    assert answer.abstained
    assert answer.citations == ()
    assert answer.reason == "the papers of the newest meetings do not say when the next one is"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What was the vote on Councillor Carrow's amendment on car park charges?",
            "The amendment moved by Carrow was lost (9 for, 12 against, 2 abstaining).",
        ),
        (
            "What became of Councillor Carrow's amendment on council tax?",
            "The amendment moved by Carrow was lost (7 for, 15 against, 1 abstaining).",
        ),
        (
            "How did Councillor Carrow's amendment on the hardship fund fare?",
            "The amendment moved by Carrow was carried (22 for, 0 against, 1 abstaining).",
        ),
        ("Who seconded Councillor Carrow's amendment on council tax?", "Haldane"),
    ],
)
def test_of_three_amendments_of_one_mover_the_one_that_is_meant_answers(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(Asked(question)).answer


def test_the_reasons_for_somebodys_amendment_are_not_answered_with_its_vote(assistant: Assistant) -> None:
    answer = assistant.ask(Asked("Why did Councillor Carrow bring her amendment on council tax?"))
    assert "moved by Carrow was" not in answer.answer
