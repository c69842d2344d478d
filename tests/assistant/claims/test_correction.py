"""What the papers say instead, in a sentence for a debate."""

import pytest

from assistant.claims.classifier import Classified
from assistant.claims.correction import correction
from assistant.claims.features import weigh
from corpus.models import PartKind, Status
from made_up import candidate

MINUTES, REPORT = "The minutes of 4 March 2024", "The report of 4 March 2024"


def corrected(statement: str, text: str, status: Status = Status.DISCUSSION, kind: PartKind = PartKind.MINUTES) -> str:
    """What a paragraph of that kind of paper says in place of a statement."""
    return correction(Classified(weigh(statement, candidate(text, status, kind=kind), 0.0, {}), 0.9, 0.9))


@pytest.mark.parametrize(
    "statement, text, instead",
    [
        ("The Council repaired 12,900 potholes.", "The Council repaired 13,102 potholes.", "say 13,102, not 12,900"),
        ("Corvane began in April 2020.", "Corvane began in April 2018.", "say April 2018, not April 2020"),
        ("The chair is Ana Lorne.", "Chair: Beth Marsh. Secretary: Ana Lorne.", "name Beth Marsh"),
        ("The plans came from Ardmore University.", "They came from Lisle University.", "say Lisle University"),
        ("It was the fifth festival.", "It was the third festival.", "say third"),
    ],
)  # fmt: skip
def test_what_the_paper_says_instead_is_named(statement: str, text: str, instead: str) -> None:
    assert corrected(statement, text) == f"{MINUTES} {instead}."


def test_one_paper_says_and_several_minutes_say() -> None:
    told = corrected("The roof cost £9,000.", "The roof cost £7,000.", kind=PartKind.REPORT)
    assert told == f"{REPORT} says £7,000, not £9,000."


def test_a_comparison_is_corrected_by_the_two_figures() -> None:
    text = "The rate was 9.4 per cent (8.8 per cent in the county)."
    told = corrected("The rate was lower than the county's.", text)
    assert told == f"{MINUTES} give 9.4 per cent against 8.8 per cent."


def test_a_lost_amendment_is_told_as_one() -> None:
    told = corrected("The fee was halved.", "That the fee be halved.", Status.AMENDMENT_LOST)
    assert told == f"{MINUTES} tell of it as an amendment, which was lost."


def test_where_no_word_can_be_named_the_gates_reason_is_told_of_the_paper() -> None:
    told = corrected("The pool stayed open all winter.", "The pool did not stay open in winter.")
    assert told.startswith(MINUTES)
    assert "The paragraph" not in told
