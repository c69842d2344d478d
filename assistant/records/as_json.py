"""Answers, checks and status as the JSON that the contract fixes."""

from dataclasses import asdict
from typing import Any

from assistant.decisions.models import Register
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


def plain_record(value: Any) -> dict[str, Any]:
    """A dataclass with citations as a JSON object, without the paths of the citations."""
    record: dict[str, Any] = _plain(asdict(value))
    return record


def register_record(register: Register) -> dict[str, Any]:
    """The register as a JSON object: decisions, actions, planned decisions, what was searched."""
    record = plain_record(register)
    for decision in record["decisions"]:
        decision["status"] = decision.pop("kind")
    return record


def _plain(value: Any) -> Any:
    """The same values without the paths of citations, their boxes as lists."""
    if isinstance(value, dict):
        if "paragraph" in value and "quote" in value:
            box = value["box"]
            corners = [box["left"], box["top"], box["right"], box["bottom"]] if box else None
            return {**{name: held for name, held in value.items() if name != "path"}, "box": corners}
        return {name: _plain(held) for name, held in value.items()}
    return [_plain(held) for held in value] if isinstance(value, list | tuple) else value


def status_record(status: StoreStatus) -> dict[str, Any]:
    """What is indexed and what was refused as a JSON object."""
    return asdict(status)
