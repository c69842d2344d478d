"""What a store was built with: its model, its length of passages, one build at a time."""

import fcntl
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import IndexMissing, ModelMismatch, StoreBusy
from index.stores import Stores, open_stores
from index_fakes import LIMITS, HashedWords, PowerCut, run, same_everywhere


def test_another_embedding_model_is_refused_in_words(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    with pytest.raises(ModelMismatch, match="hashed-words.*another-model.*MINUTEBOOK_EMBEDDING_MODEL"):
        run(parks_papers, stores, HashedWords("another-model"))
    assert run(parks_papers, stores).unchanged == 2


def test_a_model_that_never_embedded_a_paper_is_not_remembered(parks_papers: Path, stores: Stores) -> None:
    with pytest.raises(PowerCut):
        run(parks_papers, stores, HashedWords("mistyped", breaks_at=1))
    assert run(parks_papers, stores, HashedWords("right")).indexed == 2
    assert stores.catalogue.meta("model") == "right"


def test_another_length_of_passages_reads_every_paper_again(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores, limits=replace(LIMITS, passage_tokens=400))
    few = same_everywhere(stores)
    assert run(parks_papers, stores, limits=replace(LIMITS, passage_tokens=15)).indexed == 2
    assert len(same_everywhere(stores)) > len(few)


def test_a_second_build_at_the_same_time_is_refused(parks_papers: Path, stores: Stores) -> None:
    with (stores.folder / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreBusy, match="Wait for it"):
            run(parks_papers, stores)
    assert run(parks_papers, stores).indexed == 2


def test_a_store_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="minutebook index"):
        open_stores(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
