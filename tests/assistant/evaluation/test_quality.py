"""`benchmarks/quality.py` over a made-up collection with gold of its own: which files it takes, and the tables."""

import importlib.util
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from index_fakes import UNDATED, HashedWords, minutes
from places import ROOT

BENCHES = {"file": "minutes.md", "quote": "41 benches had been mended"}
GOLD: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "parks-questions": [
        {"id": "q1", "question": "How many benches had been mended?", "must": [["41"]], "evidence": [BENCHES]},
        {"id": "q2", "question": "How many mermaids were licensed?", "must": [], "evidence": []},
    ],
    "parks-claims": [{"id": "c1", "claim": "Benches were sold to mermaids.", "verdict": "not-found"}],
    "parks-gate": [
        {
            "id": "g1",
            "sentence": "41 benches were mended.",
            "paragraphs": ["41 benches were mended."],
            "supported": True,
        },
        {
            "id": "g2",
            "sentence": "14 benches were mended.",
            "paragraphs": ["41 benches were mended."],
            "supported": False,
            "flaw": "figure",
        },
    ],
    "parks-meetings": [
        {"file": "minutes.md", "date": "2024-01-08", "body": "Parks Committee", "kind": "minutes"},
        {"file": "gone.md", "date": "2024-01-08", "body": "Parks Committee", "kind": "minutes"},
    ],
    "absent-questions": [{"id": "q1", "question": "Of papers that are not there?"}],
    "gate": [
        {
            "id": "g1",
            "sentence": "The benches in Ellerdale were not mended by Council staff.",
            "paragraphs": ["The benches in Ellerdale were mended by Council staff."],
            "supported": False,
            "flaw": "negation",
        }
    ],
}


@pytest.fixture(scope="module")
def quality() -> Iterator[ModuleType]:
    """The benchmark as a module."""
    spec = importlib.util.spec_from_file_location("quality_benchmark", ROOT / "benchmarks" / "quality.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look there
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A collection of two papers with gold of every kind."""
    gold, papers = tmp_path / "shared" / "eval" / "dev", tmp_path / "shared" / "papers" / "parks"
    gold.mkdir(parents=True)
    papers.mkdir(parents=True)
    (papers / "minutes.md").write_text(minutes(), encoding="utf-8")
    (papers / "survey.md").write_text(UNDATED, encoding="utf-8")
    for name, lines in GOLD.items():
        (gold / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path / "shared"


def test_a_set_has_the_gold_files_of_its_name_and_one_without_papers_is_left_out(
    quality: ModuleType, shared: Path
) -> None:
    found = quality.shared_sets(shared)
    assert [(gold.name, gold.papers and gold.papers.name) for gold in found] == [("parks", "parks"), ("gate", None)]
    assert found[0].questions.name == "parks-questions.jsonl"
    assert found[0].meetings.name == "parks-meetings.jsonl"


def test_every_gold_file_of_a_set_fills_its_columns(quality: ModuleType, shared: Path, tmp_path: Path) -> None:
    found = quality.measure(quality.shared_sets(shared), tmp_path / "stores", HashedWords())
    rows = {one.name: dict(zip(quality.HEADINGS, quality.row_of(one), strict=True)) for one in found}
    parks, gate = rows["parks"], rows["gate"]
    assert parks["questions"] == "2 (1)"
    assert (parks["hit@5"], parks["abstain_recall"]) == (1.0, 1.0)
    assert (parks["claims"], parks["invented"], parks["dangerous"]) == (1, 0.0, None)
    assert (parks["sentences"], parks["passed"], parks["stopped"]) == (2, 1.0, 1.0)
    assert (gate["questions"], gate["sentences"], gate["stopped"]) == (None, 1, 1.0)
    told = quality.tables(found, [])
    assert "| set | questions | in_reach | not_found | cut |" in told
    assert "| parks | 1 | 1.000 | 0.000 | 0.000 |" in told  # the other question has no evidence
    assert "| figure | - | - | 1 | 1.000 |" in told
    assert "| negation | 1 | 1.000 | - | - |" in told
    assert "| parks | 2 | 0.500 | 0.500 | 0.500 |" in told  # one of the two papers is not there
    assert "Outlines" not in told


def test_the_sample_has_its_gold_and_every_set_that_is_known_says_how_it_was_seen(quality: ModuleType) -> None:
    for gold in quality.sample_sets():
        assert gold.name in quality.SEEN
        assert all(path is None or path.is_file() for path in (gold.questions, gold.claims, gold.gate))


def test_the_document_has_the_place_for_the_tables(quality: ModuleType) -> None:
    document = quality.DOCUMENT.read_text(encoding="utf-8")
    assert quality.with_block(document, "x") != document


def test_the_sample_alone_is_not_written(quality: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert quality.main(["--write"]) == 2
    assert "--write needs --shared" in capsys.readouterr().err
