"""The page in a real browser, over made-up papers. Skipped where Debian's Chromium is not installed."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.models import Filters
from corpus.models import Role
from page_fakes import PDF, FakeAssistant

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no browser at {CHROMIUM}"),
    # Gradio and Playwright leave sockets and event loops for the collector to close.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="module")
def fake(tmp_path_factory: pytest.TempPathFactory) -> FakeAssistant:
    return FakeAssistant(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def address(fake: FakeAssistant) -> Iterator[str]:
    from ui import build_ui, launch_options

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ui = build_ui(fake)
    ui.launch(
        server_name="127.0.0.1",
        server_port=port,
        prevent_thread_lock=True,
        **launch_options(fake, Role.PUBLIC),
    )
    yield f"http://127.0.0.1:{port}"
    ui.close(verbose=False)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh visitor's page; asserts that it asked no other host for anything and logged no error."""
    how = {"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**how)
    context.set_default_timeout(15_000)
    asked: list[str] = []
    errors: list[str] = []
    visit = context.new_page()
    visit.on("request", lambda sent: asked.append(sent.url))
    visit.on("pageerror", lambda error: errors.append(str(error)))
    visit.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    visit.goto(address)
    visit.wait_for_selector(".example")
    yield visit
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def ask(page: Page, question: str) -> None:
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#current .turn:not(.pending) h2:has-text({question!r})")


def test_says_what_is_indexed_and_teaches_before_the_first_question(page: Page) -> None:
    assert page.title() == "Minutebook"
    assert "1,204 paragraphs of 10 papers" in page.inner_text(".holdings")
    assert page.locator(".example").count() == 3


def test_an_example_is_answered_and_a_chip_opens_its_source(page: Page) -> None:
    page.locator(".example").first.click()
    page.wait_for_selector(".card")
    assert page.locator(".card mark.quote").first.inner_text().startswith("the school transport budget")
    page.locator(".chip").first.click()
    page.wait_for_selector("#source img.leaf")
    assert "8 January 2024" in page.inner_text("#source h2")
    assert page.evaluate("document.activeElement.closest('#source') !== null")
    chat, source = page.locator("#talk").bounding_box(), page.locator("#source .source").bounding_box()
    assert chat and source and source["x"] >= chat["x"] + chat["width"]


def test_pages_turn_and_the_panel_closes_to_where_the_reader_was(page: Page) -> None:
    ask(page, "Budget?")
    page.locator(".chip").first.click()
    page.get_by_role("button", name="Next page").click()
    page.wait_for_selector("#source .page:has-text('Page 3 of 3')")
    page.get_by_text("The words of this page").click()
    assert "School transport: report of the Director" in page.inner_text("#source .text-version")
    page.keyboard.press("Escape")
    page.wait_for_selector("#source .source", state="detached")
    assert page.evaluate("document.activeElement.className").startswith("chip")


def test_the_paper_can_be_downloaded(page: Page, address: str) -> None:
    ask(page, "Budget?")
    page.locator(".chip").first.click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the paper").click()
    assert waiting.value.suggested_filename == PDF
    assert page.request.get(f"{address}/papers/0000/x.pdf").status == 404


def test_copy_reference(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, "Budget?")
    page.locator(".card").first.get_by_role("button", name="Copy reference").click()
    page.wait_for_selector(".quiet.done")
    assert "Minute 7/24, page 2" in page.evaluate("navigator.clipboard.readText()")


def test_a_follow_up_carries_the_chat(page: Page, fake: FakeAssistant) -> None:
    ask(page, "Budget?")
    ask(page, "And the pass?")
    assert [turn.question for turn in fake.asked[-1].history] == ["Budget?"]
    assert page.locator(".turn").count() == 2
    page.locator("#past .chip").first.click()
    page.wait_for_selector("#source .page:has-text('Page 2 of 3')")


def test_asking_again_and_starting_afresh(page: Page, fake: FakeAssistant) -> None:
    ask(page, "Budget?")
    before = len(fake.asked)
    page.get_by_role("button", name="Ask again").click()
    page.wait_for_function("document.querySelector('#current .turn:not(.pending)')")
    page.wait_for_timeout(400)
    assert len(fake.asked) == before + 1
    assert fake.asked[-1].history == ()
    page.get_by_role("button", name="New chat").click()
    page.wait_for_selector(".example")
    assert page.locator(".turn").count() == 0


def test_edit_brings_the_question_back_to_the_box(page: Page) -> None:
    ask(page, "Budget?")
    page.get_by_role("button", name="Edit this question").click()
    assert page.get_by_label("Your question").input_value() == "Budget?"


def test_stopping_keeps_what_has_come_and_lets_the_reader_go_on(page: Page, fake: FakeAssistant) -> None:
    fake.pause = 0.3
    try:
        page.get_by_label("Your question").fill("Budget?")
        page.keyboard.press("Enter")
        page.wait_for_selector(".pending .answer p:has-text('That the')")
        page.get_by_role("button", name="Stop").click()
        page.wait_for_selector("text=Stopped. The answer is unfinished")
    finally:
        fake.pause = 0.0
    ask(page, "And the pass?")
    assert page.locator(".card").count() == 2


def test_filters_reach_the_search(page: Page, fake: FakeAssistant) -> None:
    page.get_by_role("button", name="Narrow the search").click()
    page.get_by_label("Committee").click()
    page.get_by_role("option", name="Cabinet").click()
    page.get_by_label("Meetings from").fill("January 2024")
    page.get_by_role("button", name="Searching only: Cabinet, from 1 January 2024").wait_for()
    ask(page, "Budget?")
    assert fake.asked[-1].filters == Filters(body="Cabinet", since="2024-01-01")


def test_a_date_that_cannot_be_read_says_what_to_do_and_keeps_the_question(page: Page) -> None:
    page.get_by_role("button", name="Narrow the search").click()
    page.get_by_label("Meetings until").fill("13/13/2024")
    page.get_by_label("Your question").fill("Budget?")
    page.keyboard.press("Enter")
    page.wait_for_selector("#note [role=alert]:has-text('Write it as 8 January 2024')")
    assert page.get_by_label("Your question").input_value() == "Budget?"
    assert page.locator(".turn").count() == 0


def test_what_the_papers_do_not_say_looks_different(page: Page) -> None:
    ask(page, "Any mermaids?")
    assert page.locator(".declined h3").first.inner_text() == "The papers do not say"
    assert "Searched 1,204 paragraphs" in page.inner_text(".declined .about")
    assert page.inner_text("#live") == "The papers do not say"


def test_hostile_words_do_nothing(page: Page) -> None:
    ask(page, "<script>window.hacked = true</script>")
    page.locator(".chip").first.click()
    page.wait_for_selector("#source .text-version")
    assert page.evaluate("window.hacked") is None
    assert "${1+1} {{value}}" in page.inner_text("#current .answer p")
    assert page.locator("#current .answer a, #current .answer strong").count() == 0


def test_a_broken_server_says_what_to_do(page: Page) -> None:
    page.get_by_label("Your question").fill("broken")
    page.keyboard.press("Enter")
    page.wait_for_selector(".problem h3:has-text('could not be answered')")
    assert page.locator("#ask").is_visible()


def test_papers_are_listed_and_found(page: Page) -> None:
    page.get_by_role("button", name="1 paper could not be read").click()
    page.wait_for_selector(".refused:has-text('Run OCR on it')")
    page.get_by_label("Find a paper").fill("june")
    page.wait_for_selector("text=1 paper found")
    assert page.locator(".listing tbody:has(.group) tr:not(.group):visible").count() == 1


def test_the_keyboard_alone_reaches_a_source(page: Page) -> None:
    ask(page, "Budget?")
    page.locator("h1").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('chip')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    page.wait_for_selector("#source .source")
    assert outline == "solid"


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_a_phone_never_scrolls_sideways_and_shows_the_source_below(page: Page) -> None:
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) == 390
    ask(page, "And the pass?")
    assert page.evaluate(width) == 390
    page.locator(".chip").first.click()
    page.wait_for_selector("#source img.leaf")
    page.wait_for_function("document.querySelector('#source .source').getBoundingClientRect().top < 200")
    assert page.evaluate(width) == 390
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Narrow the search").click()
    assert page.evaluate(width) == 390
    page.get_by_role("tab", name="Papers").click()
    page.wait_for_selector("#find-paper")
    assert page.evaluate(width) == 390


@pytest.mark.parametrize("page", [{"viewport": {"width": 640, "height": 450}}], indirect=True)
def test_at_twice_the_size_nothing_is_cut_off(page: Page) -> None:
    """200 % zoom of a window of 1280 by 900 is a window of 640 by 450."""
    ask(page, "And the pass?")
    assert page.evaluate("document.documentElement.scrollWidth") == 640
    assert page.locator("#composer").evaluate("e => getComputedStyle(e).position") != "sticky"


def axe() -> Path | None:
    """Where axe-core lies, if anywhere."""
    named = os.environ.get("MINUTEBOOK_AXE")
    places = [Path(named)] if named else []
    places.append(Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js")
    return next((place for place in places if place.is_file()), None)


@pytest.mark.skipif(axe() is None, reason="axe-core is not installed: set MINUTEBOOK_AXE to its axe.min.js")
@pytest.mark.parametrize("page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True)
def test_wcag_2_2_aa_by_axe(page: Page) -> None:
    found = {"empty": violations(page)}
    ask(page, "And the pass?")
    page.locator(".chip").first.click()
    page.wait_for_selector("#source img.leaf")
    found["source"] = violations(page)
    ask(page, "Any mermaids?")
    page.get_by_role("button", name="Narrow the search").click()
    page.get_by_label("Meetings from").fill("soon")
    page.wait_for_selector("#note [role=alert]")
    found["filters"] = violations(page)
    page.get_by_role("tab", name="Papers").click()
    page.wait_for_selector("#find-paper")
    found["papers"] = violations(page)
    assert {state: broken for state, broken in found.items() if broken} == {}


def violations(page: Page) -> list[str]:
    """What axe finds wrong: rule, element, why."""
    script = axe()
    assert script is not None
    page.evaluate(script.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = page.evaluate("tags => axe.run(document, { runOnly: tags })", tags)
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary'][:300]}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
