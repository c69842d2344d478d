"""Answers and status as the JSON that the contract fixes."""

from dataclasses import asdict
from typing import Any

from assistant.models import Answer, StoreStatus


def answer_record(answer: Answer, name: str | None = None) -> dict[str, Any]:
    """An answer as a JSON object; `name` is its id, null where it has none."""
    record = asdict(answer)
    for citation in record["citations"]:
        del citation["path"]
        box = citation.pop("box")
        citation["box"] = [box["left"], box["top"], box["right"], box["bottom"]] if box else None
    return {"id": name, **record}


def status_record(status: StoreStatus) -> dict[str, Any]:
    """What is indexed and what was refused as a JSON object."""
    return asdict(status)
