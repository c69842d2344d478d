"""A build whose reading and embedding happen in a process of their own."""

import os
import pickle
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from reportlab.pdfgen.canvas import Canvas

from index.build import build
from index.embedder import SentenceTransformerEmbedder
from index.errors import WorkerEnded
from index.models import Embedded
from index.stores import Step, Stores, open_stores
from index.worker import apart
from index_fakes import LIMITS, HashedWords, ids_in, minutes, run

pytestmark = pytest.mark.heavy


class Courtesy(HashedWords):
    """Vectors that tell which process made them and how far it gives way to others."""

    def embed_passages(
        self,
        texts: Sequence[str],
        spans: Sequence[Sequence[tuple[int, int]]],
        ends: Sequence[Sequence[int]] = (),
    ) -> Embedded:
        told = [[float(os.getpid()), float(os.nice(0))]] * len(texts)
        return Embedded(np.array(told, dtype=np.float32), [], [])


class Killed(HashedWords):
    """Its process is gone as soon as it is used."""

    def embed_passages(
        self,
        texts: Sequence[str],
        spans: Sequence[Sequence[tuple[int, int]]],
        ends: Sequence[Sequence[int]] = (),
    ) -> Embedded:
        os._exit(9)


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    return open_stores(tmp_path / "store", create=True)


def papers(folder: Path) -> Path:
    """Minutes as text, two pages of a PDF, and a file that is no paper."""
    folder.mkdir()
    (folder / "minutes.md").write_text(minutes(), encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"nothing")
    canvas = Canvas(str(folder / "report.pdf"))
    for words in ("1.1 The benches are to be painted.", "1.2 The paint costs £40."):
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return folder


def test_what_is_built_apart_is_what_is_built_here(tmp_path: Path, stores: Stores) -> None:
    folder, said = papers(tmp_path / "papers"), list[Step]()
    with apart(HashedWords()) as worker:
        report = build([folder], stores, worker, LIMITS, said.append, (), worker.read)
    here = open_stores(tmp_path / "here", create=True)
    assert report.indexed == run(folder, here).indexed == 2
    assert ids_in(stores) == ids_in(here)
    assert [refusal.name for refusal in report.refused] == ["broken.pdf"]
    assert [(step.page, step.pages) for step in said if step.page] == [(1, 2), (2, 2)]


def test_the_work_is_done_in_another_process_that_gives_way() -> None:
    with apart(Courtesy()) as worker:
        ((pid, niceness),) = worker.embed_passages(["a"], [()]).vectors.tolist()
    assert pid != os.getpid()
    assert niceness >= os.nice(0) + 10


def test_a_process_that_was_stopped_is_said_and_the_next_build_resumes(tmp_path: Path, stores: Stores) -> None:
    folder = papers(tmp_path / "papers")
    with apart(Killed()) as worker, pytest.raises(WorkerEnded, match="fewer papers at a time"):
        build([folder], stores, worker, LIMITS, lambda step: None, (), worker.read)
    assert run(folder, stores).indexed == 2


def test_an_embedder_travels_by_its_name() -> None:
    there = pickle.loads(pickle.dumps(SentenceTransformerEmbedder("some/model", workers=3)))  # noqa: S301
    assert (there.name, there._workers) == ("model", 3)
