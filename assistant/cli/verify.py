"""The support gate over lines of sentences with their paragraphs, for the command `verify --batch`. Pure but for the clock."""

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any

from assistant.support.gate import judge


def verify_lines(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each {"id", "sentence", "paragraphs"} its {"id", "supported", "reason", "flaw", "rule", "seconds"}, in order."""
    for line in lines:
        started = perf_counter()
        verdict = judge(line["sentence"], line["paragraphs"], line.get("statuses") or ())
        yield {
            "id": line.get("id"),
            "supported": verdict.supported,
            "reason": verdict.reason,
            "flaw": verdict.flaw,
            "rule": verdict.rule,
            "seconds": round(perf_counter() - started, 6),
        }
