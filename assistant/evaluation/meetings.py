"""Whether a paper's meeting was read right: its date, body and kind, against what the council's own site says. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.evaluation.measures import Record, mean

_UNTELLING = frozenset({"of", "the", "and", "meeting", "regular"})  # words that tell no body from another


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """What was read right of one paper."""

    file: str
    date: bool
    body: bool
    kind: bool


def score_meeting(gold: Record, parts: Sequence[Record]) -> MeetingRow:
    """One gold line (file, date, body, kind) against the paper's longest part, in lines.

    `parts` are as the command `outline --json` prints them; a paper without parts has nothing right.
    """
    longest = max(parts, key=lambda part: (part.get("end_line") or 0) - (part.get("start_line") or 0), default={})
    return MeetingRow(
        file=str(gold["file"]),
        date=longest.get("meeting_date") == gold["date"],
        body=names_same_body(gold["body"], longest.get("body")),
        kind=longest.get("kind") == gold["kind"],
    )


def names_same_body(wanted: str, read: str | None) -> bool:
    """Whether one name's telling words hold the other's, or the two share half of all their words."""
    ours, theirs = _telling(wanted), _telling(read)
    shared = ours & theirs
    return bool(shared) and (ours <= theirs or theirs <= ours or 2 * len(shared) >= len(ours | theirs))


def _telling(name: str | None) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z]+", (name or "").lower())} - _UNTELLING


def meeting_summary(rows: Sequence[MeetingRow]) -> dict[str, Any]:
    """The share of the papers, 0..1, whose date, body and kind are right."""
    return {
        "papers": len(rows),
        "date": mean(row.date for row in rows),
        "body": mean(row.body for row in rows),
        "kind": mean(row.kind for row in rows),
    }
