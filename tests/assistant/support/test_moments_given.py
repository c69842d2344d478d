"""A date, month or year of a sentence stands in its paragraphs or their context in any form, or the sentence is stopped."""

import pytest

from assistant.support.moments_given import moment_faults
from assistant.support.source import read, source_of


def _reasons(sentence: str, paragraph: str, context: str = "") -> list[str]:
    faults = moment_faults(read(sentence), source_of([paragraph], [context] if context else []))
    return [fault.reason for fault in faults]


@pytest.mark.parametrize(
    ("sentence", "paragraph"),
    [
        ("It opened on 12 March 2025.", "It opened on 12/03/2025."),
        ("It opened on 12 March 2025.", "It opened on 2025-03-12."),
        ("It opened in March.", "It opened on the 12th of March 2025."),
        ("It opened on April 5, 2021.", "It opened on 04/05/2021."),
        ("Spending rose in 2023-24.", "Spending rose in 2023/24."),
        ("Spending rose in 2023.", "Spending rose in 2023/24."),
        ("It ran in 2022.", "It ran from 2021 to 2023. The span 2021-2023 was long."),
        ("It closed in 2022.", "In 2023 it had been closed since the year before."),
        ("On 9 January 2024 it met.", "The meeting of 9 January dealt with the budget for 2024."),
        ("It closed in spring.", "It closed in April."),
    ],
)
def test_a_time_may_stand_in_any_form(sentence: str, paragraph: str) -> None:
    assert _reasons(sentence, paragraph) == []


@pytest.mark.parametrize(
    ("sentence", "paragraph", "reason"),
    [
        ("It opened on 13 March 2025.", "It opened on 12 March 2025.", "No paragraph gives 13 March 2025"),
        ("It opened in May.", "It opened on 12/03/2025.", "No paragraph gives May"),
        ("Spending rose in 2022/23.", "Spending rose in 2023/24.", "No paragraph gives 2022/23"),
        ("It closed in 2021.", "It closed in 2024.", "No paragraph gives 2021"),
    ],
)
def test_a_time_that_is_not_given_is_a_fault(sentence: str, paragraph: str, reason: str) -> None:
    assert _reasons(sentence, paragraph) == [reason]


def test_the_meeting_s_day_stands_in_the_context() -> None:
    context = "Aldermere Borough Council; Cabinet; meeting on 9 January 2024."
    assert _reasons("On 9 January 2024 it met.", "It met.", context) == []
    assert _reasons("On 10 January 2024 it met.", "It met.", context) == ["No paragraph gives 10 January 2024"]
