"""The page in a real browser, over made-up papers. Skipped where Debian's Chromium is not installed."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.models import Filters
from assistant.records.feedback import FeedbackStore
from corpus.models import Role
from page_fakes import BUDGET, PDF, FakeAssistant, FakeShelf
from places import ROOT

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
    ui = build_ui(fake, Role.OFFICER, FeedbackStore(fake.folder / "feedback.db"), FakeShelf())
    ui.launch(
        server_name="127.0.0.1",
        server_port=port,
        prevent_thread_lock=True,
        **launch_options(fake, Role.OFFICER),
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


TABS = ["Ask", "Check a claim", "Decisions", "Brief", "Matters", "Papers", "Feedback"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def ask(page: Page, question: str) -> None:
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#current .turn:not(.pending) h2:has-text({question!r})")


def tab(page: Page, name: str) -> None:
    """Open a tab."""
    page.get_by_role("tab", name=name, exact=True).click()


def test_says_what_is_indexed_and_teaches_before_the_first_question(page: Page) -> None:
    assert page.title() == "Minutebook"
    assert "1,204 paragraphs of 10 papers" in page.inner_text(".holdings")
    assert page.locator(".example").count() == 3


def test_an_example_is_answered_and_a_chip_opens_its_source(page: Page) -> None:
    page.locator(".example").first.click()
    page.wait_for_selector(".card")
    assert page.locator(".card mark.quote").first.inner_text().startswith("the school transport budget")
    page.locator(".chip").first.click()
    page.wait_for_selector(".source img.leaf")
    assert "8 January 2024" in page.inner_text(".source h2")
    assert page.evaluate("document.activeElement.closest('.source') !== null")
    chat, source = page.locator("#talk-ask").bounding_box(), page.locator("#desk-ask .source").bounding_box()
    assert chat and source and source["x"] >= chat["x"] + chat["width"]


def test_pages_turn_and_the_panel_closes_to_where_the_reader_was(page: Page) -> None:
    ask(page, "Budget?")
    page.locator(".chip").first.click()
    page.get_by_role("button", name="Next page").click()
    page.wait_for_selector(".source .page:has-text('Page 3 of 3')")
    page.get_by_text("The words of this page").click()
    assert "School transport: report of the Director" in page.inner_text(".source .text-version")
    page.keyboard.press("Escape")
    page.wait_for_selector("#desk-ask .source", state="detached")
    assert page.evaluate("document.activeElement.className").startswith("chip")


def test_the_page_is_made_larger_at_the_paragraph_and_stays_so(page: Page) -> None:
    ask(page, "Budget?")
    page.locator(".chip").first.click()
    page.wait_for_selector(".source img.leaf")
    small = page.locator("img.leaf").bounding_box()
    page.get_by_role("button", name="Larger page").click()
    page.wait_for_function("document.querySelector('.leaf-frame').scrollTop > 0")
    large = page.locator("img.leaf").bounding_box()
    assert small and large and large["width"] > 1.9 * small["width"]
    page.get_by_role("button", name="Next page").click()
    page.wait_for_selector(".source .page:has-text('Page 3 of 3')")
    page.wait_for_selector(".leaf-frame.is-large")
    page.get_by_role("button", name="Larger page").click()
    page.wait_for_selector(".leaf-frame.is-large", state="detached")


def test_the_names_of_a_recorded_vote_are_folded_and_shown(page: Page) -> None:
    ask(page, "How was the recorded vote?")
    assert not page.get_by_text("Councillor Abbot").first.is_visible()
    page.get_by_text("Show the names").click()
    assert page.locator(".names p").is_visible()
    page.get_by_text("Show the names").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".names p").is_visible()


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
    page.wait_for_selector(".source .page:has-text('Page 2 of 3')")


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


def test_the_papers_words_stand_while_a_language_model_writes(page: Page, fake: FakeAssistant) -> None:
    fake.pause, fake.model = 0.5, "a model"
    try:
        page.get_by_label("Your question").fill("Budget?")
        page.keyboard.press("Enter")
        page.wait_for_selector(".pending .working:has-text('The language model is writing')")
        page.locator(".pending .meanwhile .chip").first.click()
        page.wait_for_selector("#desk-ask .source img.leaf")
        page.get_by_role("button", name="Stop").click()
        page.wait_for_selector("text=Stopped. The answer is unfinished")
        assert BUDGET in page.inner_text("#current .meanwhile")
    finally:
        fake.pause, fake.model = 0.0, None


def test_filters_reach_the_search(page: Page, fake: FakeAssistant) -> None:
    page.locator("#talk-ask").get_by_role("button", name="Narrow the search").click()
    page.locator("#talk-ask").get_by_label("Committee").click()
    page.get_by_role("option", name="Cabinet").click()
    page.get_by_label("Meetings from").fill("January 2024")
    page.get_by_role("button", name="Remove the filter from 1 January 2024").wait_for()
    ask(page, "Budget?")
    assert fake.asked[-1].filters == Filters(body="Cabinet", since="2024-01-01")


@pytest.mark.parametrize("place", ["Ask", "Decisions"])
def test_what_is_typed_as_the_form_opens_is_kept(page: Page, place: str) -> None:
    tab(page, place)
    page.wait_for_timeout(500)
    field = page.get_by_label("Meetings from" if place == "Ask" else "Decided from")
    for _ in range(3):
        page.evaluate(
            """([id, words]) => {
              const fold = document.querySelector(`#fold-${id} .fold`);
              if (fold.getAttribute("aria-expanded") === "false") fold.click();
              const box = [...document.querySelectorAll(`#${id} input`)].find((one) => one.placeholder.includes("or 2024"));
              box.focus();
              box.value = words;
              box.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            ["filters" if place == "Ask" else "register-filters", "March 2024"],
        )
        page.wait_for_timeout(500)
        assert field.input_value() == "March 2024"
        page.reload()
        page.wait_for_selector(".example", state="attached")
        tab(page, place)
        page.wait_for_timeout(500)


def test_a_date_that_cannot_be_read_says_what_to_do_and_keeps_the_question(page: Page) -> None:
    page.locator("#talk-ask").get_by_role("button", name="Narrow the search").click()
    page.get_by_label("Meetings until").fill("13/13/2024")
    page.wait_for_timeout(500)
    assert page.locator("#note [role=alert]").count() == 0  # nobody is corrected in the middle of a word
    page.keyboard.press("Tab")
    page.wait_for_selector("#note [role=alert]")
    page.get_by_label("Your question").fill("Budget?")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    page.wait_for_selector("#note [role=alert]:has-text('Write it as 8 January 2024')")
    assert page.get_by_label("Your question").input_value() == "Budget?"
    assert page.locator(".turn").count() == 0


def test_what_the_papers_do_not_say_looks_different(page: Page) -> None:
    ask(page, "Any mermaids?")
    assert page.locator(".declined h3").first.inner_text() == "The papers do not say"
    assert "Searched 1,204 paragraphs" in page.inner_text(".declined .about")
    assert page.inner_text("#live") == "The papers do not say"


def test_what_a_question_names_can_be_made_a_filter(page: Page, fake: FakeAssistant) -> None:
    page.get_by_label("Your question").fill("What did Cabinet decide?")
    page.get_by_role("button", name="Search only Cabinet").click()
    page.get_by_role("button", name="Remove the filter Cabinet").wait_for()
    ask(page, "What did Cabinet decide?")
    assert fake.asked[-1].filters == Filters(body="Cabinet")
    assert page.inner_text("#current .how") == "Searched only: Cabinet."
    page.get_by_role("button", name="Remove the filter Cabinet").click()
    page.get_by_role("button", name="Remove the filter Cabinet").wait_for(state="detached")
    ask(page, "Budget?")
    assert fake.asked[-1].filters == Filters()


def test_what_could_be_asked_next_is_suggested_and_asked(page: Page) -> None:
    ask(page, "Budget?")
    page.locator(".next .example").first.click()
    page.wait_for_selector("#current .turn:not(.pending) h2:has-text('What was recommended about the free bus pass')")
    assert page.locator(".turn").count() == 2


def test_what_the_gate_left_out_is_counted_and_shown_struck(page: Page) -> None:
    ask(page, "And the pass?")
    assert not page.locator(".struck s").first.is_visible()
    page.get_by_text("2 statements were left out").click()
    assert page.locator(".struck s").first.inner_text() == "It cost £900,000."


def test_a_link_reopens_the_answer_elsewhere(page: Page, browser: Browser) -> None:
    ask(page, "Budget?")
    ask(page, "And the pass?")
    other = browser.new_context()
    visit = other.new_page()
    visit.goto(page.url)
    visit.wait_for_selector("#current .turn:not(.pending) h2:has-text('And the pass?')")
    assert visit.locator(".turn").count() == 2
    assert visit.locator(".changed").count() == 0
    other.close()


def test_past_chats_stay_in_this_browser_until_forgotten(page: Page, address: str) -> None:
    ask(page, "Budget?")
    page.get_by_role("button", name="New chat").click()
    page.wait_for_selector(".example:visible")
    later = page.context.new_page()
    later.goto(address)
    later.get_by_text("Past chats (1)").click()
    later.locator("#chats").get_by_role("button", name="Budget?", exact=True).click()
    later.wait_for_selector("#current .turn:not(.pending) .card")
    later.get_by_role("button", name="Forget all past chats").click()
    assert not later.locator("#chats .chats").is_visible()
    assert later.evaluate("localStorage.getItem('minutebook.chats')") == "[]"


def test_a_judgement_reaches_the_officers_and_is_exported(page: Page) -> None:
    ask(page, "Budget?")
    page.get_by_role("button", name="Right", exact=True).click()
    page.get_by_label("Why? A word or two").fill("As I remember it")
    page.get_by_role("button", name="Send").click()
    page.wait_for_selector(".told:has-text('Thank you')")
    tab(page, "Feedback")
    page.wait_for_selector("#judged td:has-text('As I remember it')")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the right ones").click()
    assert BUDGET in waiting.value.path().read_text(encoding="utf-8")


def test_a_claim_is_checked_and_its_source_opened(page: Page) -> None:
    tab(page, "Check a claim")
    page.get_by_label("Claim to check").fill("The budget is £5 million")
    page.keyboard.press("Enter")
    page.wait_for_selector(".refuted .correction:has-text('The minutes say £4.2 million')")
    page.locator("#checked .chip").first.click()
    page.wait_for_selector("#desk-check .source img.leaf")


def test_decisions_are_found_told_apart_and_saved(page: Page) -> None:
    tab(page, "Decisions")
    page.get_by_label("Find decisions about").fill("transport")
    page.keyboard.press("Enter")
    page.wait_for_selector(".entry .badge:has-text('Amendment – lost')")
    assert page.locator(".entry .badge.decided").count() == 1
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as CSV").click()
    assert BUDGET in waiting.value.path().read_text(encoding="utf-8-sig")


def test_a_brief_is_made_for_the_meeting_chosen_and_saved(page: Page) -> None:
    tab(page, "Brief")
    page.get_by_label("Meeting", exact=True).click()
    page.get_by_role("option", name="Cabinet, 14 August 2023").click()
    page.get_by_role("button", name="Brief me").click()
    page.wait_for_selector(".brief h2:has-text('Brief: Cabinet, 14 August 2023')")
    page.locator("#brief .chip").first.click()
    page.wait_for_selector("#desk-brief .source")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save for Word").click()
    assert waiting.value.suggested_filename == "brief-2023-08-14.docx"


def test_a_matter_is_followed_and_a_figure_opens_its_source(page: Page) -> None:
    tab(page, "Matters")
    page.get_by_label("Matter to follow").fill("bus pass")
    page.keyboard.press("Enter")
    page.wait_for_selector("#matter svg[role=img]")
    page.locator("#matter .series .chip").first.click()
    page.wait_for_selector("#desk-matters .source img.leaf")


def test_an_answer_is_saved_for_word(page: Page) -> None:
    ask(page, "Budget?")
    page.get_by_text("Save as").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Word document").click()
    assert waiting.value.path().read_bytes().startswith(b"PK")


def test_on_paper_there_is_the_answer_and_no_button(page: Page) -> None:
    ask(page, "Budget?")
    page.emulate_media(media="print")
    assert page.locator("#current .answer").is_visible()
    assert page.locator("button:visible:not(.chip)").count() == 0


def test_papers_are_added_and_a_bad_one_is_named(page: Page, tmp_path: Path) -> None:
    for name in ("good.md", "bad.pdf", "more.txt"):
        (tmp_path / name).write_text("Minutes", encoding="utf-8")
    tab(page, "Papers")
    page.locator("#shelf input[type=file]").set_input_files([tmp_path / n for n in ("good.md", "bad.pdf", "more.txt")])
    page.wait_for_selector("#work :text('2 papers read.')")
    assert "bad.pdf: it is not a PDF. Save it as a PDF again." in page.inner_text("#work")
    page.get_by_role("button", name="Take out notes.md").click()
    page.wait_for_selector("#work :text('notes.md was taken out.')")


def test_hostile_words_do_nothing(page: Page) -> None:
    ask(page, "<script>window.hacked = true</script>")
    page.locator(".chip").first.click()
    page.wait_for_selector(".source .text-version")
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
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('chip')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    page.wait_for_selector("#desk-ask .source")
    assert outline == "solid"


def test_the_keyboard_is_never_left_nowhere(page: Page) -> None:
    at = "document.activeElement.closest('#question, .menu, .judge')?.className"
    page.locator(".example").first.press("Enter")
    page.wait_for_selector("#current .turn:not(.pending) .judge")
    assert "big" in page.evaluate(at)
    page.get_by_text("Save as").press("Enter")
    with page.expect_download():
        page.get_by_role("button", name="Markdown").press("Enter")
    assert page.evaluate(at) == "menu"
    page.get_by_role("button", name="Wrong", exact=True).press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_selector(".told:has-text('Thank you')")
    assert page.evaluate(at) == "judge"
    page.get_by_label("Your question").fill("What did Cabinet decide?")
    page.get_by_role("button", name="Search only Cabinet").press("Enter")
    page.get_by_role("button", name="Remove the filter Cabinet").press("Enter")
    page.get_by_role("button", name="Remove the filter Cabinet").wait_for(state="detached")
    assert "big" in page.evaluate(at)
    page.get_by_role("button", name="New chat").press("Enter")
    page.wait_for_selector(".example:visible")
    assert "big" in page.evaluate(at)


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_a_phone_never_scrolls_sideways_and_shows_the_source_below(page: Page) -> None:
    width = "document.documentElement.scrollWidth"
    assert page.evaluate(width) == 390
    places = "[...document.querySelectorAll('#tabs [role=tablist] [role=tab]')].map((t) => t.textContent.trim())"
    assert page.evaluate(places) == TABS
    ask(page, "And the pass?")
    assert page.evaluate(width) == 390
    page.locator(".chip").first.click()
    page.wait_for_selector(".source img.leaf")
    page.wait_for_function("document.querySelector('#desk-ask .source').getBoundingClientRect().top < 200")
    assert page.evaluate(width) == 390
    page.get_by_role("button", name="Close").click()
    page.locator("#talk-ask").get_by_role("button", name="Narrow the search").click()
    assert page.evaluate(width) == 390
    for name in ("Check a claim", "Decisions", "Brief", "Matters", "Papers"):
        tab(page, name)
        assert page.evaluate(places) == TABS
        if name in ("Decisions", "Brief"):
            page.get_by_role("button", name="Find" if name == "Decisions" else "Brief me", exact=True).click()
            page.wait_for_selector(".entry" if name == "Decisions" else ".brief .item")
        assert page.evaluate(width) == 390


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_on_a_touch_screen_an_answer_stands_at_the_top_with_no_keyboard_before_it(page: Page) -> None:
    for question in ("Budget?", "And the pass?"):
        ask(page, question)
        page.wait_for_function("Math.abs(document.querySelector('#current .turn').getBoundingClientRect().top) < 60")
        assert page.evaluate("document.activeElement.closest('#question')") is None


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
    places.append(ROOT / "node_modules" / "axe-core" / "axe.min.js")
    return next((place for place in places if place.is_file()), None)


@pytest.mark.skipif(axe() is None, reason="axe-core is not installed: set MINUTEBOOK_AXE to its axe.min.js")
@pytest.mark.parametrize("page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True)
def test_wcag_2_2_aa_by_axe(page: Page) -> None:
    found = {"empty": violations(page)}
    ask(page, "And the pass?")
    page.locator(".chip").first.click()
    page.wait_for_selector(".source img.leaf")
    found["source"] = violations(page)
    ask(page, "Any mermaids?")
    page.locator("#talk-ask").get_by_role("button", name="Narrow the search").click()
    page.get_by_label("Meetings from").fill("soon")
    page.keyboard.press("Tab")
    page.wait_for_selector("#note [role=alert]")
    found["filters"] = violations(page)
    for name, button, wanted in (
        ("Check a claim", "Check", ".checked, #checked .problem"),
        ("Decisions", "Find", ".entry"),
        ("Brief", "Brief me", ".brief .item"),
        ("Matters", "Follow", ".matter"),
    ):
        tab(page, name)
        if name == "Check a claim":
            page.get_by_label("Claim to check").fill("The budget is £5 million")
        if name == "Matters":
            page.get_by_label("Matter to follow").fill("bus pass")
        page.get_by_role("button", name=button, exact=True).click()
        page.wait_for_selector(wanted)
        found[name] = violations(page)
    tab(page, "Papers")
    page.wait_for_selector("#find-paper")
    found["papers"] = violations(page)
    tab(page, "Feedback")
    page.wait_for_selector("#judged h2")
    found["feedback"] = violations(page)
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
