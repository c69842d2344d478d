"""A store's life: built, unchanged, changed, refused, cut off, emptied; with an embedder a person can check."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from corpus.models import Access
from index.build import Limits, Stores, build, open_stores
from index.embedder import Vectors
from index.errors import IndexMissing, ModelMismatch, StoreBusy, VectorStoreDown
from index.models import Scope

LIMITS = Limits(size=50_000, passage_tokens=120)
BOTH = Scope(access=frozenset(Access))
MINUTES = """# Minutes of the Parks Committee

Aldermere Borough Council

Monday 8 January 2024 at 6.00pm

**Present:** Councillor Ash (Chair); Councillors Birch and Cedar.

1/24 **Apologies for Absence**

There were no apologies for absence.

2/24 **Benches in Aldermere Park**

The Committee heard that {count} benches had been mended since April 2023.

**Resolved** that the report on benches is received.

3/24 **Swings**

Councillor Birch asked about the swings at Mill Green.
"""


class WordLetters:
    """Vectors from first letters: texts that share words come out near each other. Counts what it embeds."""

    name = "word-letters"

    def __init__(self, breaks_at: int | None = None) -> None:
        self.embedded = 0
        self.calls = 0
        self._breaks_at = breaks_at

    def embed_documents(self, texts: Sequence[str]) -> Vectors:
        self.calls += 1
        if self.calls == self._breaks_at:
            raise RuntimeError("the power went")
        self.embedded += len(texts)
        return np.array([self.embed_query(text) for text in texts], dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        vector = np.full(26, 0.01, dtype=np.float32)
        for word in text.lower().split():
            if word[0].isascii() and word[0].isalpha():
                vector[ord(word[0]) - ord("a")] += 1.0
        return vector / np.linalg.norm(vector)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "minutes.md").write_text(MINUTES.format(count="41"), encoding="utf-8")
    (folder / "later.md").write_text(
        MINUTES.format(count="52").replace("8 January 2024", "4 March 2024").replace("/24", "/24"), encoding="utf-8"
    )
    return folder


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    return open_stores(tmp_path / "store", create=True)


def run(papers: Path, stores: Stores, embedder: WordLetters | None = None) -> tuple[int, int, int, int]:
    report = build([papers], stores, embedder or WordLetters(), LIMITS, lambda what: None)
    return report.indexed, report.unchanged, report.removed, len(report.refused)


def test_an_unchanged_run_embeds_nothing(papers: Path, stores: Stores) -> None:
    assert run(papers, stores) == (2, 0, 0, 0)
    again = WordLetters()
    assert run(papers, stores, again) == (0, 2, 0, 0)
    assert again.embedded == 0


def test_only_the_changed_paper_is_embedded_again(papers: Path, stores: Stores) -> None:
    first = WordLetters()
    run(papers, stores, first)
    (papers / "minutes.md").write_text(MINUTES.format(count="43"), encoding="utf-8")
    again = WordLetters()
    assert run(papers, stores, again) == (1, 1, 1, 0)
    assert 0 < again.embedded < first.embedded
    texts = " ".join(text for _, text, _ in stores.catalogue.passage_texts())
    assert "43 benches" in texts
    assert "41 benches" not in texts


def test_a_removed_paper_leaves_all_three_stores(papers: Path, stores: Stores) -> None:
    run(papers, stores)
    (papers / "later.md").unlink()
    assert run(papers, stores) == (0, 1, 1, 0)
    ids = {name for name, _, _ in stores.catalogue.passage_texts()}
    assert stores.vectors.count() == len(ids)
    assert set(stores.keywords.best(["bench"], 50, BOTH.access)) <= ids
    assert stores.catalogue.counts(BOTH)["last"] == "2024-01-08"


def test_the_same_bytes_twice_are_one_paper(papers: Path, stores: Stores) -> None:
    shutil.copy(papers / "minutes.md", papers / "minutes copy.md")
    assert run(papers, stores) == (2, 0, 0, 0)
    assert len(stores.catalogue.files()) == 3


def test_bad_papers_are_refused_and_the_rest_goes_on(papers: Path, stores: Stores) -> None:
    (papers / "empty.txt").write_bytes(b"")
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing of the kind")
    (papers / "sheet.xlsx").write_bytes(b"PK not a kind that is read")
    (papers / "large.txt").write_text("words " * 20_000, encoding="utf-8")
    indexed, _, _, refused = run(papers, stores)
    assert (indexed, refused) == (2, 4)
    listed = {refusal.name: refusal for refusal in stores.catalogue.refusals()}
    assert set(listed) == {"empty.txt", "broken.pdf", "sheet.xlsx", "large.txt"}
    assert all(refusal.what and refusal.remedy for refusal in listed.values())


def test_a_refused_paper_is_tried_again_when_it_changes(papers: Path, stores: Stores) -> None:
    (papers / "empty.txt").write_bytes(b"")
    assert run(papers, stores)[3] == 1
    (papers / "empty.txt").write_text(MINUTES.format(count="7"), encoding="utf-8")
    assert run(papers, stores) == (1, 2, 0, 0)


def test_a_build_that_was_cut_off_goes_on_and_leaves_no_orphans(papers: Path, stores: Stores) -> None:
    with pytest.raises(RuntimeError):
        run(papers, stores, WordLetters(breaks_at=2))
    assert len(stores.catalogue.papers()) <= 1
    indexed, unchanged, _, _ = run(papers, stores)
    assert indexed + unchanged == 2
    assert stores.vectors.count() == len(stores.catalogue.passage_texts())


def test_every_citable_paragraph_is_in_exactly_one_passage(papers: Path, stores: Stores) -> None:
    run(papers, stores)
    ids = [name for name, _, _ in stores.catalogue.passage_texts()]
    found = stores.catalogue.passages(ids, BOTH.access)
    held = [name for passage, _ in found.values() for name in passage.paragraphs]
    assert len(held) == len(set(held))
    citable = stores.catalogue.counts(BOTH)["paragraphs"]
    assert (
        sum(not place.paragraph.heading for place in stores.catalogue.paragraphs(held, BOTH.access).values()) == citable
    )


def test_another_embedding_model_is_refused_in_words(papers: Path, stores: Stores) -> None:
    run(papers, stores)
    other = WordLetters()
    other.name = "another-model"
    with pytest.raises(ModelMismatch, match="word-letters"):
        run(papers, stores, other)


def test_a_second_build_at_the_same_time_is_refused(papers: Path, stores: Stores) -> None:
    import fcntl

    stores.folder.mkdir(exist_ok=True)
    with (stores.folder / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreBusy):
            run(papers, stores)


def test_searching_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="minutebook index"):
        open_stores(tmp_path / "nowhere")


def test_a_scope_keeps_vectors_and_keywords_within_it(papers: Path, stores: Stores) -> None:
    run(papers, stores)
    scope = Scope(access=frozenset({Access.PUBLIC}), since="2024-02-01")
    near = stores.vectors.nearest(WordLetters().embed_query("benches mended"), 20, scope)
    words = stores.keywords.best(["bench"], 20, scope.access, stores.catalogue.allowed(scope))
    found = stores.catalogue.passages([*near, *words], scope.access)
    assert found
    assert {passage.date for passage, _ in found.values()} == {"2024-03-04"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    chroma = Path(sys.executable).with_name("chroma")
    if not chroma.exists():
        pytest.skip("no chroma command beside this Python")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(chroma), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(tmp_path / "chroma")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/api/v2/heartbeat")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_for(url: str) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the Chroma server did not start within 30 seconds")


def test_a_chroma_server_holds_the_vectors_as_the_folder_does(papers: Path, tmp_path: Path, server: str) -> None:
    stores = open_stores(tmp_path / "served", server, create=True)
    assert run(papers, stores) == (2, 0, 0, 0)
    assert stores.vectors.count() == len(stores.catalogue.passage_texts())
    near = stores.vectors.nearest(WordLetters().embed_query("benches mended since April"), 3, Scope())
    assert near
    (papers / "later.md").unlink()
    run(papers, stores)
    assert stores.vectors.count() == len(stores.catalogue.passage_texts())


def test_a_chroma_server_that_is_down_is_named(papers: Path, tmp_path: Path) -> None:
    stores = open_stores(tmp_path / "served", "http://127.0.0.1:9", create=True)
    with pytest.raises(VectorStoreDown, match="127.0.0.1:9"):
        run(papers, stores)
