"""Figures of checked claims: right, dangerously wrong, invented, grounded. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.evaluation.measures import Record, holds, mean, percentile_95

_OPPOSITES = {"supported", "refuted"}
_NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim's figures."""

    id: str
    claim: str
    gold: str  # supported, refuted or not-found
    given: str
    cited: bool  # every evidence paragraph is cited
    seconds: float | None

    @property
    def right(self) -> bool:
        """Whether the verdict is the gold one."""
        return self.given == self.gold


def score_claim(gold: Record, check: Record) -> ClaimRow:
    """One gold claim against its check as a record."""
    evidence = gold.get("evidence") or []
    citations = check.get("citations") or []
    return ClaimRow(
        id=str(gold["id"]),
        claim=str(gold["claim"]),
        gold=str(gold["verdict"]),
        given=str(check["verdict"]),
        cited=bool(evidence) and all(any(holds(cited, quoted) for cited in citations) for quoted in evidence),
        seconds=check.get("seconds"),
    )


def claim_summary(rows: Sequence[ClaimRow]) -> dict[str, Any]:
    """The figures over all claims, each 0..1.

    accuracy: right verdicts; dangerous: opposite ones; invented: verdicts on what no paper says; grounded: right with
    all the evidence cited.
    """
    decided = [row for row in rows if row.gold != _NOT_FOUND]
    return {
        "claims": len(rows),
        "accuracy": mean(row.right for row in rows),
        "dangerous": mean({row.gold, row.given} == _OPPOSITES for row in decided),
        "invented": mean(row.given != _NOT_FOUND for row in rows if row.gold == _NOT_FOUND),
        "grounded": mean(row.right and row.cited for row in decided),
        "claim_seconds_p95": percentile_95(row.seconds for row in rows),
    }
