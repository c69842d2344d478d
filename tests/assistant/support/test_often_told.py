"""How often something happens is told as the source tells it, in other words too."""

import pytest

from assistant.support.often_told import frequency_faults, tells_how_often
from assistant.support.source import read, source_of


def _reasons(sentence: str, paragraph: str) -> list[str]:
    return [fault.reason for fault in frequency_faults(read(sentence), source_of([paragraph]))]


@pytest.mark.parametrize(
    ("sentence", "paragraph"),
    [
        ("The bins are emptied twice a month.", "The bins are emptied every fortnight."),
        ("The board meets four times a year.", "The board meets quarterly."),
        ("The report comes every year.", "An annual report is given."),
        ("It costs £40 a week.", "It costs £40 per week."),
        ("It costs £40 a year.", "It costs £40."),
        ("The run takes over an hour.", "Growth is 2% annually. The run takes 63 minutes."),
        ("The month is told in the report.", "Sales were high in the month and are told annually."),
    ],
)
def test_a_frequency_may_be_told_in_other_words(sentence: str, paragraph: str) -> None:
    assert _reasons(sentence, paragraph) == []


@pytest.mark.parametrize(
    ("sentence", "paragraph", "reason"),
    [
        (
            "The bins are emptied once a month.",
            "The bins are emptied every fortnight.",
            "The paragraph says “every fortnight”, not “once a month”",
        ),
        (
            "The board meets twice a year.",
            "The board meets quarterly.",
            "The paragraph says “quarterly”, not “twice a year”",
        ),
        ("It costs £40 a month.", "It costs £40.", "No paragraph says “a month”"),
        (
            "In its third month it reaches 2,000 people a month.",
            "In its third month it reaches 2,000 people per quarter.",
            "The paragraph says “per quarter”, not “a month”",
        ),
    ],
)
def test_another_frequency_is_a_fault(sentence: str, paragraph: str, reason: str) -> None:
    assert _reasons(sentence, paragraph) == [reason]


def test_the_figure_of_a_frequency_is_told_from_others() -> None:
    text = "Every two weeks five crews meet."
    assert tells_how_often(text, text.index("two"))
    assert not tells_how_often(text, text.index("five"))
