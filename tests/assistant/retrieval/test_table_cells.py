"""A cell that a question names by its row and column answers, though its figure has no sign of money (kind 13 of a trial's faults)."""

import pytest

from assistant.question import understand
from assistant.retrieval.table_cells import has_cell_asked_for
from made_up import place

NAMES = "Budget\nService | 2024/25 Budget £000 | 2024/25 Outturn £000 | 2025/26 Forecast £000"
ROW = place("Quay | 310 | 336 | - ", intro=NAMES).paragraph


@pytest.mark.parametrize(
    "question",
    [
        "What was the quay outturn in 2024/25?",
        "What was the budget for the quay in 2024-25?",
        "What was the outturn for the quay?",
    ],
)
def test_a_row_with_the_very_cell(question: str) -> None:
    assert has_cell_asked_for(understand(question), ROW)


@pytest.mark.parametrize(
    "question",
    [
        "What was the quay outturn in 2023/24?",  # a year that no column names
        "What is the quay forecast for 2025/26?",  # an empty cell
        "What was the lights outturn in 2024/25?",  # another row
        "What was the overspend on the quay in 2024/25?",
    ],
)
def test_a_row_without_it(question: str) -> None:
    assert not has_cell_asked_for(understand(question), ROW)


def test_a_paragraph_that_is_no_row() -> None:
    assert not has_cell_asked_for(
        understand("What was the quay outturn?"), place("The quay outturn was £336k.").paragraph
    )
