"""The Papers tab: reading, adding and removing papers, and downloads."""

from pathlib import Path
from typing import Any

from corpus.errors import MinutebookError
from corpus.models import Role
from index.build import BuildReport
from index.rows import Refusal
from index.stores import Step
from page.delivery import paper_address, paper_key
from page.handlers.between_questions import BetweenQuestionsHandlers
from page.handlers.papers import PaperHandlers
from page_fakes import FakeAssistant, FakeShelf, event
from page_papers import BUDGET, PDF


def papers_page(fake: FakeAssistant, *steps: Any) -> tuple[PaperHandlers, FakeShelf]:
    shelf = FakeShelf(*steps)
    return PaperHandlers(fake, Role.OFFICER, shelf), shelf


def test_a_bad_paper_among_good_ones_is_named_and_the_rest_goes_on(fake: FakeAssistant) -> None:
    page, shelf = papers_page(fake)
    updates = list(page.add(["/tmp/a.pdf", "/tmp/bad.pdf"]))
    assert shelf.done == [("add", ["a.pdf", "bad.pdf"])]
    assert "1 paper read." in updates[-1][0]
    assert "1 paper could not be read" in updates[-1][0]
    assert "bad.pdf: it is not a PDF. Save it as a PDF again." in updates[-1][0]


def test_a_paper_that_was_refused_before_is_told_again_and_once(fake: FakeAssistant) -> None:
    names = ("new.pdf", "known.pdf", "older.pdf")
    refusals = tuple(Refusal(name, name, name, 1, "it is no PDF", "Save it again.") for name in names)
    step = Step("Refused new.pdf, page 1: it is no PDF. Save it again.", stage="refused")
    page, _ = papers_page(fake, step, BuildReport(0, 0, 0, refusals))
    html = list(page.add(["/tmp/new.pdf", "/tmp/known.pdf"]))[-1][0]
    for name in names[:2]:
        assert html.count(f"{name}, page 1: it is no PDF. Save it again.") == 1
    assert "No paper could be read." in html
    assert "older.pdf" not in html


def test_a_busy_store_is_said(fake: FakeAssistant) -> None:
    page, _ = papers_page(fake, MinutebookError("Another run is indexing."))
    assert "Another run is indexing." in list(page.refresh())[-1][0]


def test_a_paper_of_the_council_is_read_again_but_never_deleted(fake: FakeAssistant) -> None:
    page, shelf = papers_page(fake)
    pdf, notes = (paper_key(paper.path) for paper in fake.status(Role.OFFICER).papers[:2])
    list(page.act(event(key=pdf, way="remove")))
    assert shelf.done == []
    list(page.act(event(key=pdf, way="again")))
    list(page.act(event(key=notes, way="remove")))
    assert [what for what, _ in shelf.done] == ["again", "remove"]
    assert "no longer here" in next(iter(page.act(event(key="x", way="again"))))[0]


def test_without_a_shelf_nothing_is_offered_or_done(fake: FakeAssistant) -> None:
    page = PaperHandlers(fake, Role.PUBLIC, None)
    assert "Take out" not in page.papers()
    assert "Choose one or more" in next(iter(page.add(["/tmp/a.pdf"])))[0]


def test_no_download_of_a_paper_that_is_not_all_public(tmp_path: Path) -> None:
    closed = FakeAssistant(tmp_path, open_pages=frozenset({1, 2}))
    page = PaperHandlers(closed, Role.PUBLIC, None)
    assert "Download" not in BetweenQuestionsHandlers(closed, Role.PUBLIC).source({"paragraph": "p1", "quote": BUDGET})
    assert page.find(paper_key(str(tmp_path / PDF))) is None
    assert "<a " not in page.papers()


def test_download_addresses_do_not_tell_where_papers_lie(fake: FakeAssistant) -> None:
    path = str(fake.folder / PDF)
    assert str(fake.folder) not in paper_address(path)
    assert PaperHandlers(fake, Role.PUBLIC, None).find(paper_key(path)) == Path(path)
    assert PaperHandlers(fake, Role.PUBLIC, None).find("../../etc/passwd") is None
