"""Every pattern of the room against its own example and counter-example."""

import re
from enum import StrEnum

import pytest

from assistant.question import answer_patterns, follow_up, formal_business, patterns
from assistant.question.formal_business import FormalBusiness
from assistant.question.kinds import AnswerType, Wanted
from assistant.question.patterns import ANY_CASE, CASE_COUNTS, PatternRow, row

ROWS = [
    *patterns.WANTED,
    *patterns.NAMED,
    *answer_patterns.ASKED.values(),
    *(held for rows in answer_patterns.HELD.values() for held in rows),
    *answer_patterns.OTHERS,
    *formal_business.ASKED,
    *formal_business.WRITTEN,
    *follow_up.PATTERNS,
]


def name_of(pattern: PatternRow[str]) -> str:
    kind = pattern.kind
    return f"{type(kind).__name__}.{kind.name}" if isinstance(kind, StrEnum) else kind


@pytest.mark.parametrize("pattern", ROWS, ids=name_of)
def test_a_pattern_matches_its_example_and_not_its_counter_example(pattern: PatternRow[str]) -> None:
    assert pattern.matches(pattern.example)
    assert not pattern.matches(pattern.counter_example)


@pytest.mark.parametrize("pattern", ROWS, ids=name_of)
def test_a_pattern_is_verbose_and_matches_no_empty_text(pattern: PatternRow[str]) -> None:
    assert pattern.pattern.flags & re.VERBOSE
    assert not pattern.matches("")


def test_every_kind_has_its_rows() -> None:
    bare = {Wanted.TOPIC, Wanted.THING}
    assert [asked.kind for asked in patterns.WANTED] == [wanted for wanted in Wanted if wanted not in bare]
    assert {asked.kind for asked in formal_business.ASKED} == set(FormalBusiness)
    assert {written.kind for written in formal_business.WRITTEN} == set(FormalBusiness)
    by_wanted = {AnswerType.TIME, AnswerType.REASON}  # asked for by what is wanted alone
    assert set(answer_patterns.ASKED) == set(AnswerType) - by_wanted
    as_figures = {AnswerType.COUNT, AnswerType.RATE}  # held as a plain figure
    assert set(answer_patterns.HELD) == set(AnswerType) - as_figures


def test_a_space_in_a_pattern_must_be_written() -> None:
    assert row("two words", r"how\ many", "how many", "howmany").matches("HOW MANY")
    assert not re.search("how many", "how many", ANY_CASE)
    assert not row("a name", r"Ada", "Ada", "ada", CASE_COUNTS).matches("ADA")
