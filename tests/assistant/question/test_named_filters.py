"""The filters that a question names by itself."""

import pytest

from assistant.models import Filters
from assistant.question import recognised, understand

BODIES = ["Cabinet", "Parks and Gardens Committee"]
COUNCILS = ["Aldermere Borough Council", "Thornbeck District Council"]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What did Cabinet decide in January 2024?", Filters(body="Cabinet", since="2024-01-01", until="2024-01-31")),
        ("minutes of 8 January 2024", Filters(since="2024-01-08", until="2024-01-08", kind="minutes")),
        (
            "What did the forward plan say in 2023?",
            Filters(since="2023-01-01", until="2023-12-31", kind="forward-plan"),
        ),
        ("How many gates were there in 2022/23?", Filters()),  # a year of figures, not of meetings
        ("What changed between 2022 and 2024?", Filters()),
        ("potholes", Filters()),
    ],
)
def test_what_a_question_names(question: str, names: Filters) -> None:
    assert recognised(understand(question, [], BODIES)) == names


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What does the work programme say about bins?", "work-programme"),
        ("Which actions does the action log list?", "tracker"),
        ("What does Appendix B say?", "appendix"),
        ("What did the minutes and the report say?", None),  # two kinds: neither is meant alone
    ],
)
def test_one_kind_of_paper_is_a_filter_and_two_are_none(question: str, kind: str | None) -> None:
    assert recognised(understand(question)).kind == kind


def test_one_council_is_a_filter_and_two_are_compared() -> None:
    one = recognised(understand("What did Aldermere decide about bins?", COUNCILS))
    two = recognised(understand("Does Aldermere or Thornbeck recycle more?", COUNCILS))
    assert (one.council, two.council) == ("Aldermere Borough Council", None)
