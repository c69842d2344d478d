"""The status of a store of made-up papers: what is indexed, what was refused, and what a role may know of."""

from pathlib import Path

import pytest

from assistant.models import StoreStatus
from assistant.store_status import store_status
from corpus.models import Access
from index.stores import Stores
from index_fakes import EXEMPT, minutes, run

PUBLIC, ALL = frozenset({Access.PUBLIC}), frozenset(Access)


@pytest.fixture
def built(stores: Stores, tmp_path: Path) -> Stores:
    """A store of minutes under two names, of an exempt report, and of a file that no reader can read."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "minutes.md").write_text(minutes(), encoding="utf-8")
    (papers / "same.md").write_text(minutes(), encoding="utf-8")
    (papers / "lodge.md").write_text(EXEMPT, encoding="utf-8")
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    run(papers, stores)
    return stores


def names(status: StoreStatus) -> list[str]:
    return [paper.name for paper in status.papers]


def test_a_paper_under_two_names_is_told_once_with_its_other_name(built: Stores) -> None:
    paper = next(one for one in store_status(built, PUBLIC).papers if one.name == "minutes.md")
    assert [Path(path).name for path in paper.also] == ["same.md"]
    assert (paper.council, paper.bodies) == ("Aldermere Borough Council", ("Parks Committee",))
    assert (paper.dates, paper.refused) == (("2024-01-08",), None)
    assert paper.paragraphs > 2


def test_the_public_does_not_learn_of_an_exempt_paper(built: Stores) -> None:
    public, everybody = store_status(built, PUBLIC), store_status(built, ALL)
    assert names(public) == ["minutes.md"]
    assert sorted(names(everybody)) == ["lodge.md", "minutes.md"]
    assert public.paragraphs < everybody.paragraphs
    assert public.passages < everybody.passages


def test_a_refused_paper_is_told_with_why_and_what_to_do(built: Stores) -> None:
    refused = store_status(built, PUBLIC).refused
    assert [one.name for one in refused] == ["broken.pdf"]
    assert refused[0].refused
    assert refused[0].remedy
    assert refused[0].paragraphs == 0


def test_the_whole_is_counted(built: Stores) -> None:
    status = store_status(built, PUBLIC)
    assert (status.store, status.model, status.meetings) == (str(built.folder), "hashed-words", 1)
    assert (status.councils, status.bodies) == (("Aldermere Borough Council",), ("Parks Committee",))
    assert (status.first_date, status.last_date) == ("2024-01-08", "2024-01-08")
    assert status.paragraphs == sum(paper.paragraphs for paper in status.papers)


def test_an_empty_store_has_nothing(stores: Stores) -> None:
    status = store_status(stores, PUBLIC)
    assert (status.papers, status.refused, status.paragraphs, status.first_date) == ((), (), 0, None)
