"""The gate's figures: truths passed, lies stopped, by flaw; equal to the gold file's own scorer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation import gate_summary, score_gate
from places import SHARED

OFFICIAL = SHARED / "eval" / "score_gate.py"
BENCHES = ["41 benches had been mended."]
GOLD: list[dict[str, Any]] = [
    {"id": "g1", "sentence": "41 benches were mended.", "paragraphs": BENCHES, "supported": True},
    {"id": "g2", "sentence": "Benches were mended.", "paragraphs": BENCHES, "supported": True},
    {"id": "g3", "sentence": "14 benches were mended.", "paragraphs": BENCHES, "supported": False, "flaw": "figure"},
    {"id": "g4", "sentence": "42 benches were mended.", "paragraphs": BENCHES, "supported": False, "flaw": "figure"},
    {"id": "g5", "sentence": "41 swings were mended.", "paragraphs": BENCHES, "supported": False, "flaw": "swap"},
]
VERDICTS = [{"id": f"g{i}", "supported": passed} for i, passed in enumerate([True, False, False, True, False], 1)]


def figures() -> dict[str, Any]:
    return gate_summary([score_gate(line, verdict) for line, verdict in zip(GOLD, VERDICTS, strict=True)])


def test_figures_are_those_of_a_count_by_hand() -> None:
    assert figures() == {
        "sentences": 5,
        "passed": 0.5,
        "stopped": 0.667,
        "by_flaw": {"figure": {"sentences": 2, "stopped": 0.5}, "swap": {"sentences": 1, "stopped": 1.0}},
    }


def test_a_row_is_right_where_the_gate_did_as_it_should() -> None:
    rows = [score_gate(line, verdict) for line, verdict in zip(GOLD, VERDICTS, strict=True)]
    assert [row.right for row in rows] == [True, False, True, False, True]


def test_nothing_to_score_gives_no_shares() -> None:
    assert gate_summary([]) == {"sentences": 0, "passed": None, "stopped": None, "by_flaw": {}}


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the gold files' scorers are not beside this repository")
def test_figures_equal_those_of_the_official_scorer(tmp_path: Path) -> None:
    for name, lines in (("gold", GOLD), ("given", VERDICTS)):
        (tmp_path / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, str(OFFICIAL), str(tmp_path / "gold"), str(tmp_path / "given"), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = figures()
    assert {name: ours[name] for name in ("sentences", "passed", "stopped")} == {
        name: theirs[name] for name in ("sentences", "passed", "stopped")
    }
    assert {flaw: [row["sentences"], row["stopped"]] for flaw, row in ours["by_flaw"].items()} == theirs["by_flaw"]
