"""Fixtures that several packages' tests share, and which tests `make check` leaves out."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.compose import quiet
from assistant.settings import Settings
from index.build import build
from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder
from index.stores import Limits, Stores, open_stores
from index_fakes import minutes
from places import SAMPLE

HEAVY = {"embedder", "sample", "assistant", "server", "browser"}  # fixtures: a model, an index of all papers, a server


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark as heavy what needs a model, a browser or a server, so that `make check` leaves it out."""
    for item in items:
        if isinstance(item, pytest.Function) and HEAVY & set(item.fixturenames):
            item.add_marker(pytest.mark.heavy)


@pytest.fixture
def parks_papers(tmp_path: Path) -> Path:
    """A folder with the Parks Committee's minutes of January and March 2024."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "minutes.md").write_text(minutes(), encoding="utf-8")
    (folder / "later.md").write_text(minutes(52, "4 March 2024"), encoding="utf-8")
    return folder


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    """Empty stores."""
    return open_stores(tmp_path / "store", create=True)


@pytest.fixture(scope="session")
def embedder() -> SentenceTransformerEmbedder:
    quiet()
    import torch

    torch.set_num_threads(1)  # short texts: several threads wait for each other longer than they work
    return SentenceTransformerEmbedder(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, embedder: SentenceTransformerEmbedder) -> Stores:
    """The stores of the shipped papers; MINUTEBOOK_TEST_STORE names ones that were built before."""
    ready = os.environ.get("MINUTEBOOK_TEST_STORE")
    if ready:
        return open_stores(Path(ready))
    stores = open_stores(tmp_path_factory.mktemp("sample") / "store", create=True)
    report = build([SAMPLE], stores, embedder, Limits(200_000_000, 200), _silent)
    assert (report.indexed, report.refused) == (20, ())
    return stores


@pytest.fixture(scope="session")
def assistant(sample: Stores, embedder: SentenceTransformerEmbedder) -> Assistant:
    """Without a language model."""
    return Assistant(sample, embedder)


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Without MINUTEBOOK_ variables; call it with a name and a value to set one."""
    for name in list(os.environ):
        if name.startswith("MINUTEBOOK_"):
            monkeypatch.delenv(name)
    return lambda name, value: monkeypatch.setenv(f"MINUTEBOOK_{name}", value)


@pytest.fixture
def settings(clean_environment: Callable[[str, str], None]) -> Callable[..., Settings]:
    """Settings as given, nothing from the environment."""
    return lambda **given: Settings(store=Path("store"), **given)


def _silent(what: object) -> None:
    """A build's progress is of no interest here."""
