"""Figures of the support gate: what it lets through of truths, and what it stops of lies, flaw by flaw. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.evaluation.measures import Record, mean


@dataclass(frozen=True, slots=True)
class GateRow:
    """One sentence's figures."""

    id: str
    sentence: str
    supported: bool  # by its paragraphs
    passed: bool  # by the gate
    flaw: str | None  # what is wrong with an unsupported sentence: figure, swap, negation, ...

    @property
    def right(self) -> bool:
        """Whether the gate did as it should."""
        return self.passed == self.supported


def score_gate(gold: Record, verdict: Record) -> GateRow:
    """One gold sentence against its verdict, as `minutebook verify --batch` writes it."""
    return GateRow(
        id=str(gold["id"]),
        sentence=str(gold["sentence"]),
        supported=bool(gold["supported"]),
        passed=bool(verdict["supported"]),
        flaw=gold.get("flaw"),
    )


def gate_summary(rows: Sequence[GateRow]) -> dict[str, Any]:
    """The figures over all sentences, each 0..1.

    passed: supported sentences let through; stopped: unsupported ones held back; by_flaw: for each flaw, how many
    sentences have it and the share stopped.
    """
    lies = [row for row in rows if not row.supported]
    flaws: dict[str, list[GateRow]] = {}
    for row in lies:
        flaws.setdefault(str(row.flaw), []).append(row)
    return {
        "sentences": len(rows),
        "passed": mean(row.passed for row in rows if row.supported),
        "stopped": mean(not row.passed for row in lies),
        "by_flaw": {
            flaw: {"sentences": len(found), "stopped": mean(not row.passed for row in found)}
            for flaw, found in sorted(flaws.items())
        },
    }
