"""What an evaluation tells a person: the figures, a table by kind, and the questions and claims that fell short. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.evaluation.claims import ClaimRow
from assistant.evaluation.measures import QuestionRow

_SHOWN = 300  # characters of an answer


def told(figures: Mapping[str, Any]) -> Iterator[str]:
    """The figures a line each, then the kinds of question as a table."""
    for name, value in figures.items():
        if name != "kinds":
            yield f"{name:20} {value}"
    kinds = figures.get("kinds") or {}
    if kinds:
        columns = list(next(iter(kinds.values())))
        yield ""
        yield f"{'kind':20}" + "".join(f"{column:>10}" for column in columns)
        for kind, values in kinds.items():
            yield f"{kind:20}" + "".join(f"{_told(values[column]):>10}" for column in columns)


def _told(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def short_of(rows: Sequence[QuestionRow]) -> list[QuestionRow]:
    """The questions that were not answered as they should be."""
    return [row for row in rows if (row.answerable and not row.grounded) or (not row.answerable and not row.declined)]


def missed(row: QuestionRow, answer: str) -> str:
    """What went wrong with one question, in a person's words."""
    if not row.answerable:
        wrong = "answered, but no paper says it"
    elif row.declined:
        wrong = "declined, but a paper says it"
    elif row.rank is None:
        wrong = "the evidence was not found"
    elif not row.cited:
        wrong = f"another paragraph was cited; the evidence was in passage {row.rank}"
    else:
        wrong = "the paragraph was cited, and the answer lacks what was asked for"
    return f"\n{row.id} [{row.kind}] {row.question}\n  {wrong}\n  {answer[:_SHOWN]}"


def misjudged(row: ClaimRow, explanation: str) -> str:
    """What went wrong with one claim."""
    return f"\n{row.id} {row.claim}\n  called {row.given}, it is {row.gold}\n  {explanation[:_SHOWN]}"
