"""Answers, checks and status as the JSON that the contract fixes."""

from dataclasses import asdict
from typing import Any

from assistant.models import Answer, Check, StoreStatus


def answer_record(answer: Answer, name: str | None = None) -> dict[str, Any]:
    """An answer as a JSON object; `name` is its id, null where it has none."""
    record = asdict(answer)
    _without_paths(record["citations"])
    return {"id": name, **record}


def check_record(check: Check, name: str | None = None) -> dict[str, Any]:
    """A checked claim as a JSON object; `name` is its id, null where it has none."""
    record = asdict(check)
    _without_paths(record["citations"])
    return {"id": name, **record}


def _without_paths(citations: list[dict[str, Any]]) -> None:
    for citation in citations:
        del citation["path"]
        box = citation.pop("box")
        citation["box"] = [box["left"], box["top"], box["right"], box["bottom"]] if box else None


def status_record(status: StoreStatus) -> dict[str, Any]:
    """What is indexed and what was refused as a JSON object."""
    return asdict(status)
