"""The list of papers."""

from assistant.models import StoreStatus
from corpus.models import Role
from page.html import render
from page.html.papers import papers_html
from page_fakes import FakeAssistant
from page_papers import BODY


def test_papers_stand_under_their_bodies_latest_first(fake: FakeAssistant) -> None:
    html = papers_html(fake.status(Role.PUBLIC), lambda _: None)
    assert html.index("Cabinet <span>9 papers") < html.index("2023-08-14") < html.index("2023-01-14")
    assert html.index("2023-01-14") < html.index(f"{BODY} <span>1 paper<")
    assert "25 March 2024; 8 January 2024" in html
    assert "also as copy.md" in html


def test_refused_papers_come_with_reason_and_remedy(fake: FakeAssistant) -> None:
    html = papers_html(fake.status(Role.PUBLIC), lambda _: None)
    assert "1 paper could not be read" in html
    assert "The pages are pictures without text" in html
    assert "Run OCR on it" in html


def test_an_empty_store_says_what_to_do() -> None:
    empty = StoreStatus("store", (), (), 0, 0, 0, (), (), None, None, None)
    assert "minutebook index FOLDER" in papers_html(empty, lambda _: None)
    assert "minutebook index FOLDER" in render.empty_state((), empty)
    assert "Papers tab" in render.empty_state((), empty, Role.OFFICER)
    assert "No papers are indexed yet" in render.header(empty)
