"""A build that was cut off shows no half paper, and the next one goes on from there."""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import IndexMissing
from index.stores import Stores, open_stores
from index_fakes import (
    BOTH,
    EXEMPT,
    FailingCatalogue,
    FailingVectors,
    HashedWords,
    PowerCut,
    ids_in,
    run,
    same_everywhere,
)
from places import SAMPLE


def whole(papers: Path, folder: Path) -> set[str]:
    """The passages' ids of a build that nothing cut off."""
    stores = open_stores(folder, create=True)
    run(papers, stores)
    return same_everywhere(stores)


@pytest.mark.parametrize("paper", [1, 2, 3])
@pytest.mark.parametrize("where", ["embedding", "after the vectors", "before the catalogue"])
def test_a_build_that_was_cut_off_shows_no_half_paper_and_resumes(
    parks_papers: Path, stores: Stores, tmp_path: Path, where: str, paper: int
) -> None:
    (parks_papers / "secret.md").write_text(EXEMPT, encoding="utf-8")
    embedder = HashedWords(breaks_at=paper if where == "embedding" else None)
    breaking = stores
    if where == "after the vectors":
        breaking = replace(stores, vectors=FailingVectors(stores.vectors, stores.folder / "chroma", paper))
    elif where == "before the catalogue":
        breaking = replace(stores, catalogue=FailingCatalogue(stores.catalogue.path, paper))
    with pytest.raises(PowerCut):
        run(parks_papers, breaking, embedder)
    fresh = open_stores(stores.folder)
    assert len(fresh.catalogue.papers()) == paper - 1
    for row in fresh.catalogue.papers():
        assert fresh.catalogue.paper_counts(BOTH.access)[row.sha] > 0
    report = run(parks_papers, fresh)
    assert (report.indexed, report.unchanged) == (4 - paper, paper - 1)
    assert same_everywhere(fresh) == whole(parks_papers, tmp_path / "another")
    assert fresh.catalogue.begun() == []


def test_a_paper_removed_after_it_was_cut_off_leaves_no_vectors(parks_papers: Path, stores: Stores) -> None:
    with pytest.raises(PowerCut):
        run(parks_papers, replace(stores, vectors=FailingVectors(stores.vectors, stores.folder / "chroma", 1)))
    assert len(ids_in(stores)[1]) > 0
    for path in parks_papers.iterdir():
        path.unlink()
    run(parks_papers, stores)
    assert ids_in(stores) == (set(), set(), set())


def test_a_keyword_index_cut_off_is_written_by_the_next_run(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    shutil.rmtree(stores.folder / "keywords")
    again = HashedWords()
    run(parks_papers, stores, again)
    assert again.calls == []
    assert same_everywhere(open_stores(stores.folder))


def test_vectors_that_are_gone_are_written_again(parks_papers: Path, tmp_path: Path) -> None:
    run(parks_papers, open_stores(tmp_path / "before", create=True))
    # As a backup without the vectors would bring it back.
    shutil.copytree(tmp_path / "before" / "keywords", tmp_path / "store" / "keywords")
    with sqlite3.connect(tmp_path / "before" / "catalogue.db") as before:
        before.backup(sqlite3.connect(tmp_path / "store" / "catalogue.db"))
    stores = open_stores(tmp_path / "store")
    assert run(parks_papers, stores).indexed == 2
    assert same_everywhere(stores)


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.0, 0.7, 2.0])
def test_a_killed_process_resumes_and_leaves_no_orphans(tmp_path: Path, seconds: float) -> None:
    """Kill -9 in the middle of writing, some time after the first paper stood in the catalogue."""
    papers = tmp_path / "papers"
    shutil.copytree(SAMPLE, papers, ignore=shutil.ignore_patterns("*.py"))
    store = tmp_path / "store"
    command = [sys.executable, "-m", "assistant", "index", str(papers), "--store", str(store), "--json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        until = time.monotonic() + 120
        while process.poll() is None and time.monotonic() < until and not _indexed(store):
            time.sleep(0.02)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
    before = _indexed(store)
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(ended.stdout)
    total = len(list(papers.iterdir()))
    assert report["indexed"] + report["unchanged"] + len(report["refused"]) == total
    assert report["unchanged"] == before > 0
    stores = open_stores(store)
    ids = {name for name, _, _ in stores.catalogue.passage_texts()}
    assert stores.vectors.count() == len(ids)
    once = tmp_path / "once"
    subprocess.run([*command[:5], "--store", str(once)], capture_output=True, check=False)
    assert ids == {name for name, _, _ in open_stores(once).catalogue.passage_texts()}


def _indexed(store: Path) -> int:
    try:
        return len(open_stores(store).catalogue.papers())
    except IndexMissing:
        return 0
