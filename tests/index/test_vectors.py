"""Vectors in Chroma: nearest first, within the scope, errors in our own words; embedded and on a server."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.models import Access
from index.errors import IndexMissing, VectorStoreDown
from index.models import PassageText, Scope, Vectors
from index.stores import Step, open_stores
from index.vectors import VectorStore, date_number
from index_fakes import BOTH, HashedWords, ids_in, minutes, run

PUBLIC = Scope()


def passage(name: str, **values: Any) -> PassageText:
    """A passage of the Parks Committee's minutes without words: only its metadata matter."""
    base = PassageText(
        id=name,
        paper="a" * 64,
        file="p.md",
        part=0,
        heading="",
        text="",
        body_text="",
        council="Aldermere Borough Council",
        body="Parks Committee",
        date="2024-01-08",
        kind="minutes",
        access=Access.PUBLIC,
    )
    return replace(base, **values)


def at(*degrees: float) -> Vectors:
    """Vectors of length one in a plane, by their angles."""
    return np.array([[np.cos(np.radians(d)), np.sin(np.radians(d))] for d in degrees], dtype=np.float32)


@pytest.fixture
def store(tmp_path: Path) -> VectorStore:
    return VectorStore(tmp_path / "chroma")


def names(store: VectorStore, scope: Scope, k: int = 10) -> list[str]:
    return list(store.nearest(at(0)[0], k, scope))


def test_the_nearest_come_first_with_their_cosines(store: VectorStore) -> None:
    store.write([passage("far"), passage("near"), passage("same")], at(60, 10, 0))
    found = store.nearest(at(0)[0], 2, PUBLIC)
    assert list(found) == ["same", "near"]
    assert list(found.values()) == pytest.approx([1.0, np.cos(np.radians(10))], abs=1e-4)


def test_more_than_there_are_brings_all(store: VectorStore) -> None:
    store.write([passage("one")], at(5))
    assert names(store, PUBLIC, 300) == ["one"]


def test_writing_again_replaces(store: VectorStore) -> None:
    store.write([passage("one")], at(80))
    store.write([passage("one")], at(0))
    assert store.count() == 1
    assert store.nearest(at(0)[0], 1, PUBLIC)["one"] == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope(council="Aldermere Borough Council"), {"base", "cabinet", "later", "report", "undated"}),
        (Scope(council="Thornbeck"), {"thornbeck"}),
        (Scope(body="Cabinet"), {"cabinet"}),
        (Scope(since="2024-02-01"), {"later"}),
        (Scope(since="2024-01-08", until="2024-01-08"), {"base", "cabinet", "report", "thornbeck"}),
        (Scope(until="2024-01-31"), {"base", "cabinet", "report", "thornbeck"}),
        (Scope(kind="report"), {"report"}),
        (Scope(kind="report", body="Cabinet"), set()),
    ],
)
def test_a_scope_limits_what_is_found(store: VectorStore, scope: Scope, found: set[str]) -> None:
    rows = [
        passage("base"),
        passage("thornbeck", council="Thornbeck"),
        passage("cabinet", body="Cabinet"),
        passage("later", date="2024-03-04"),
        passage("undated", date=None),
        passage("report", kind="report"),
    ]
    store.write(rows, at(*range(6)))
    assert set(names(store, scope)) == found


def test_exempt_passages_are_found_only_by_those_who_may(store: VectorStore) -> None:
    store.write([passage("open"), passage("shut", access=Access.EXEMPT)], at(10, 0))
    assert names(store, PUBLIC) == ["open"]
    assert names(store, BOTH) == ["shut", "open"]
    assert names(store, BOTH, 1) == ["shut"]
    assert names(store, Scope(access=frozenset())) == []


@pytest.mark.parametrize("access", list(Access))
def test_a_level_that_no_paper_has_is_no_error(store: VectorStore, access: Access) -> None:
    store.write([passage("only", access=access)], at(0))
    assert names(store, BOTH) == ["only"]
    assert names(store, PUBLIC) == (["only"] if access is Access.PUBLIC else [])


def test_a_deleted_paper_leaves_every_level(store: VectorStore) -> None:
    other = "b" * 64
    rows = [passage("one"), passage("two", access=Access.EXEMPT), passage("three", paper=other)]
    store.write(rows, at(0, 1, 2))
    store.delete_paper("a" * 64)
    assert names(store, BOTH) == ["three"]
    store.delete_paper("a" * 64)


def test_more_than_a_batch_is_written(store: VectorStore) -> None:
    store.write([passage(f"p{n}") for n in range(2100)], np.tile(at(0, 30, 60), (700, 1)))
    assert store.count() == 2100


def test_searching_before_anything_was_indexed_says_what_to_do(store: VectorStore) -> None:
    with pytest.raises(IndexMissing, match="minutebook index"):
        names(store, PUBLIC)


def test_chroma_s_own_errors_become_ours(store: VectorStore) -> None:
    store.write([passage("one")], at(0))
    with pytest.raises(VectorStoreDown, match=r"dimension .* remove the store's folder"):
        store.nearest(np.ones(5, dtype=np.float32), 1, PUBLIC)


def test_a_collection_that_went_away_is_a_missing_index(store: VectorStore) -> None:
    store.write([passage("one")], at(0))
    VectorStore(store._folder)._open().delete_collection("minutebook-public")
    with pytest.raises(IndexMissing):
        names(store, PUBLIC)


def test_an_unreachable_server_is_named_with_a_remedy(tmp_path: Path) -> None:
    down = VectorStore(tmp_path, "http://127.0.0.1:9")
    for ask in (
        lambda: names(down, PUBLIC),
        lambda: down.delete_paper("a"),
        down.count,
        lambda: down.write([passage("a")], at(0)),
    ):
        with pytest.raises(VectorStoreDown, match=r"127\.0\.0\.1:9 does not answer .*`chroma run`"):
            ask()


def test_dates_become_numbers_that_chroma_can_compare() -> None:
    assert date_number("2024-01-08") == 20240108
    assert date_number(None) == 0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Chroma server's address."""
    chroma = Path(sys.executable).with_name("chroma")
    if not chroma.exists():
        pytest.skip("no chroma command beside this Python")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command: Sequence[str] = [
        *(str(chroma), "run", "--host", "127.0.0.1", "--port", str(port)),
        *("--path", str(tmp_path_factory.mktemp("server"))),
    ]
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


def test_a_server_holds_the_vectors_as_a_folder_does(parks_papers: Path, tmp_path: Path, server: str) -> None:
    stores = open_stores(tmp_path / "served", server, create=True)
    assert run(parks_papers, stores).indexed == 2
    query = HashedWords().embed_query("benches mended since April 2023")
    near = stores.vectors.nearest(query, 3, Scope(since="2024-02-01"))
    found = stores.catalogue.passages(list(near), PUBLIC.access)
    best, _ = found[next(iter(near))]
    assert best.date == "2024-03-04"
    assert "52 benches" in best.text
    (parks_papers / "later.md").unlink()
    assert run(parks_papers, stores).removed == 1
    in_catalogue, in_chroma, in_keywords = ids_in(stores)
    assert in_catalogue == in_chroma == in_keywords


def test_two_stores_on_one_server_do_not_meet(parks_papers: Path, tmp_path: Path, server: str) -> None:
    one, two = (open_stores(tmp_path / name, server, create=True) for name in ("one", "two"))
    run(parks_papers, one)
    other = tmp_path / "other"
    other.mkdir()
    (other / "minutes.md").write_text(minutes(7, "3 June 2024"), encoding="utf-8")
    run(other, two)
    assert ids_in(one)[1].isdisjoint(ids_in(two)[1])


def test_vectors_move_to_a_server_and_back_with_the_setting(parks_papers: Path, tmp_path: Path, server: str) -> None:
    folder = tmp_path / "store"
    run(parks_papers, open_stores(folder, create=True))
    served = open_stores(folder, server)
    said: list[Step] = []
    assert run(parks_papers, served, said=said).indexed == 2
    assert any("every paper is read again" in step.words for step in said)
    assert ids_in(served)[0] == ids_in(served)[1]
    assert run(parks_papers, served).indexed == 0
    assert run(parks_papers, open_stores(folder)).indexed == 2


def test_vectors_that_a_server_lost_are_written_again(parks_papers: Path, tmp_path: Path, server: str) -> None:
    stores = open_stores(tmp_path / "store", server, create=True)
    run(parks_papers, stores)
    stores.vectors.delete_paper(stores.catalogue.papers()[0].sha)
    assert run(parks_papers, open_stores(tmp_path / "store", server)).indexed == 2
    assert ids_in(stores)[0] == ids_in(stores)[1]
