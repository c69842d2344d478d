"""Evidence in reach: whether all that bears an answer out stands in what a model is given. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.evaluation.measures import mean, satisfies

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReachRow:
    """Of one answerable question: whether all its evidence was found, and whether all of it stands in what a model is given."""

    id: str
    kind: str | None
    found: bool
    in_reach: bool


def score_reach(gold: Record, found: Sequence[Record], given: Sequence[Record]) -> ReachRow | None:
    """One question's row; None where the papers do not answer it.

    `found`: all that was found, before it was cut to a budget; `given`: what was left. Each is {file, text}: a paragraph,
    or the paragraphs of one file, since a quote may run over two.
    """
    evidence = gold.get("evidence") or []
    if not evidence:
        return None
    sides = (
        all(any(satisfies(one, quoted, gold) for one in records) for quoted in evidence) for records in (found, given)
    )
    return ReachRow(str(gold["id"]), gold.get("kind"), *sides)


def reach_summary(rows: Iterable[ReachRow]) -> dict[str, Any]:
    """The shares over all questions: in reach, not found, and found but cut."""
    known = list(rows)
    return {
        "questions": len(known),
        "in_reach": mean(row.in_reach for row in known),
        "not_found": mean(not (row.found or row.in_reach) for row in known),
        "cut": mean(row.found and not row.in_reach for row in known),
    }
