"""The register against gold outlines of real papers, where they lie beside the repository."""

import importlib.util
import json
from dataclasses import asdict
from types import ModuleType
from typing import Any

import pytest

from assistant.decisions.duplicates import listed_once
from assistant.decisions.entries import decisions_of
from assistant.decisions.models import READ
from corpus.models import PartKind
from corpus.outline import outline_of
from corpus.read import read_paper
from index.models import Placed
from places import ROOT, SHARED

pytestmark = pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="the real papers are not beside the repository")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The benchmark's own way of comparing."""
    spec = importlib.util.spec_from_file_location("decisions_benchmark", ROOT / "benchmarks" / "decisions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entries(file: str) -> list[dict[str, Any]]:
    """What the register lists of one paper."""
    path = next((SHARED / "papers").rglob(f"{file}*"))
    outline = outline_of(read_paper(path, 10**9), path.name)
    places = [
        Placed(p, outline.parts[p.part], path.name, path.name, str(path), n)
        for n, p in enumerate(outline.paragraphs)
        if p.status in READ and not p.heading or p.heading and outline.parts[p.part].kind is PartKind.MINUTES
    ]
    return [{**asdict(one), "status": one.kind.value} for one in listed_once(decisions_of(places))]


def test_every_resolution_of_the_gold_outlines_is_listed_and_nothing_else_as_resolved(scorer: ModuleType) -> None:
    wanted = found = hits = 0
    gold = [
        *(SHARED / "eval" / "dev").glob("00*.structure.json"),
        *(SHARED / "eval" / "dev" / "kent-minutes").glob("*.json"),
    ]
    for name in gold:
        outline = json.loads(name.read_text(encoding="utf-8"))
        dates = {part["meeting_date"] for part in outline.get("parts", []) if part["kind"] == "minutes"}
        listed = [e for e in entries(outline["file"]) if e["resolved"] and (not dates or e["date"] in dates)]
        assert scorer.wrongly_resolved({"decisions": listed}) == []
        keys = {(scorer._minute(m["ref"]), scorer.key(text)) for m in outline["minutes"] for text in m["resolutions"]}
        got = {(scorer._minute(e["ref"]), scorer.key(e["words"])) for e in listed}
        wanted, found, hits = wanted + len(keys), found + len(got), hits + len(keys & got)
    assert 2 * hits / (wanted + found) >= 0.92
