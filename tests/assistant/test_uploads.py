"""Papers put in and taken out through the page, beside papers that were indexed from elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant import uploads
from assistant.uploads import Shelf
from index.build import BuildReport, read_here
from index.embedder import Embedder
from index.errors import StoreBusy
from index.stores import Stores
from index_fakes import LIMITS, HashedWords, minutes, run


@pytest.fixture
def shelf(stores: Stores, parks_papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """A shelf over a store of two papers from elsewhere; what it builds is built in this process."""
    run(parks_papers, stores)
    monkeypatch.setattr(uploads, "apart", here)
    return Shelf(tmp_path / "uploads", stores, HashedWords(), LIMITS)


class Here:
    """An embedder with the reader that a worker process would have."""

    def __init__(self, embedder: Embedder) -> None:
        self.name, self.read = embedder.name, read_here
        self.embed_passages, self.embed_query = embedder.embed_passages, embedder.embed_query


@contextmanager
def here(embedder: Embedder) -> Iterator[Here]:
    """Work in this process in place of one of its own, which could not be given the test's fakes."""
    yield Here(embedder)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "sent" / "may.md"
    path.parent.mkdir()
    path.write_text(minutes(7, "6 May 2024"), encoding="utf-8")
    return path


def report_of(steps: Iterator[object]) -> BuildReport:
    """The report that a piece of work ends with."""
    *told, report = steps
    assert told
    assert isinstance(report, BuildReport)
    return report


def indexed(shelf: Shelf) -> list[str]:
    return sorted(row.name for row in shelf.stores.catalogue.papers())


def test_a_paper_put_in_is_kept_in_a_folder_of_its_own_and_indexed(shelf: Shelf, paper: Path) -> None:
    assert report_of(shelf.add([paper])).indexed == 1
    assert indexed(shelf) == ["later.md", "may.md", "minutes.md"]
    (kept,) = shelf.folder.rglob("*.md")
    assert kept.parent.parent == shelf.folder
    assert kept.read_bytes() == paper.read_bytes()
    assert shelf.holds(str(kept))


def test_two_files_of_one_name_are_both_kept(shelf: Shelf, paper: Path, tmp_path: Path) -> None:
    other = tmp_path / "sent again" / "may.md"
    other.parent.mkdir()
    other.write_text(minutes(9, "3 June 2024"), encoding="utf-8")
    assert report_of(shelf.add([paper, other])).indexed == 2
    assert sorted(path.name for path in shelf.folder.rglob("*.md")) == ["may (2).md", "may.md"]


def test_a_paper_put_in_is_taken_out_with_its_file_and_no_other_is(
    shelf: Shelf, paper: Path, parks_papers: Path
) -> None:
    report_of(shelf.add([paper]))
    (kept,) = shelf.folder.rglob("*.md")
    assert report_of(shelf.remove(str(kept))).removed == 1
    assert not kept.exists()
    assert indexed(shelf) == ["later.md", "minutes.md"]
    theirs = parks_papers / "minutes.md"
    assert not shelf.holds(str(theirs))
    with pytest.raises(
        ValueError, match=r"minutes.md was not put in through this page. Delete its file and read again"
    ):
        list(shelf.remove(str(theirs)))
    assert theirs.exists()


def test_a_path_that_climbs_out_of_the_folder_is_not_the_pages(shelf: Shelf, parks_papers: Path) -> None:
    assert not shelf.holds(str(shelf.folder / ".." / "papers" / "minutes.md"))


def test_a_changed_paper_is_read_again(shelf: Shelf, parks_papers: Path) -> None:
    changed = parks_papers / "minutes.md"
    changed.write_text(minutes(99), encoding="utf-8")
    assert report_of(shelf.again()).indexed == 1
    assert report_of(shelf.again([str(changed)])).indexed == 1


def test_while_another_build_runs_a_paper_is_refused_and_its_copy_taken_away(
    shelf: Shelf, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*given: object) -> BuildReport:
        raise StoreBusy("Another build is running.")

    monkeypatch.setattr(uploads, "build", busy)
    with pytest.raises(StoreBusy):
        list(shelf.add([paper]))
    assert list(shelf.folder.iterdir()) == []
