"""Meetings: the longest part's date, body and kind; equal to the gold file's own scorer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation import meeting_summary, score_meeting
from assistant.evaluation.meetings import names_same_body
from places import SHARED

OFFICIAL = SHARED / "eval" / "score_meetings.py"


def part(lines: int, date: str, body: str | None, kind: str = "minutes") -> dict[str, Any]:
    return {"start_line": 1, "end_line": 1 + lines, "meeting_date": date, "body": body, "kind": kind}


GOLD = [
    {"file": "a/minutes.txt", "date": "2024-01-08", "body": "Parks Committee", "kind": "minutes"},
    {"file": "a/agenda.txt", "date": "2024-01-08", "body": "Board of Directors", "kind": "agenda"},
    {"file": "b/none.txt", "date": "2024-01-08", "body": "Parks Committee", "kind": "minutes"},
]
PARTS = {
    "a/minutes.txt": [
        part(3, "2023-12-01", "Cabinet", "agenda"),
        part(90, "2024-01-08", "Parks and Gardens Committee"),
    ],
    "a/agenda.txt": [part(10, "2024-01-09", None)],
    "b/none.txt": [],
}


def figures() -> dict[str, Any]:
    return meeting_summary([score_meeting(line, PARTS[line["file"]]) for line in GOLD])


def test_the_longest_part_counts_and_a_paper_without_parts_has_nothing_right() -> None:
    assert figures() == {"papers": 3, "date": 0.333, "body": 0.333, "kind": 0.333}


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        ("Board of Directors", "BOARD OF DIRECTORS REGULAR MEETING", True),
        ("Parks Committee", "Parks and Gardens Committee", True),
        ("Audit Committee", "Parks Committee", False),
        ("Operations Committee", None, False),
        ("Operations Committee", "", False),
    ],
)
def test_bodies_are_the_same_by_their_telling_words(gold: str, read: str | None, same: bool) -> None:
    assert names_same_body(gold, read) is same


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the gold files' scorers are not beside this repository")
def test_figures_equal_those_of_the_official_scorer(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(line) + "\n" for line in GOLD), encoding="utf-8")
    for file, parts in PARTS.items():
        path = tmp_path / f"{file.replace('/', '__')}.json"
        path.write_text(json.dumps({"parts": parts}), encoding="utf-8")
    command = [sys.executable, str(OFFICIAL), str(gold), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert figures() == theirs
