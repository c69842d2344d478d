"""Answers, checks, registers, briefs, matters and the status as the JSON objects of docs/formats.md."""

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


def plain_record(value: Any) -> dict[str, Any]:
    """A brief, a matter or a replay as a JSON object."""
    record: dict[str, Any] = _plain(asdict(value))
    return record


def register_record(register: Register) -> dict[str, Any]:
    """The register as a JSON object; an entry's kind is called its status there."""
    record = plain_record(register)
    for decision in record["decisions"]:
        decision["status"] = decision.pop("kind")
    return record


def status_record(status: StoreStatus) -> dict[str, Any]:
    """What is indexed and what was refused as a JSON object."""
    return asdict(status)


def _without_paths(citations: list[dict[str, Any]]) -> None:
    """Take out of citations where their files lie, and put their boxes last, as lists."""
    for cited in citations:
        del cited["path"]
        cited["box"] = _corners(cited.pop("box"))


def _plain(value: Any) -> Any:
    """The same values, however deep, without where the files of citations lie, their boxes as lists."""
    if isinstance(value, dict):
        if "paragraph" in value and "quote" in value:  # a citation
            return {name: _corners(held) if name == "box" else held for name, held in value.items() if name != "path"}
        return {name: _plain(held) for name, held in value.items()}
    return [_plain(held) for held in value] if isinstance(value, list | tuple) else value


def _corners(box: dict[str, float] | None) -> list[float] | None:
    """A box as [left, top, right, bottom]."""
    return [box["left"], box["top"], box["right"], box["bottom"]] if box else None
