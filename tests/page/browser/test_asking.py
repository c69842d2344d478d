"""Questions and answers in a real browser: asking, stopping, following up, linking, saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browsing import IN_A_BROWSER, PATIENCE, again_until, ask, until
from page_fakes import FakeAssistant
from page_papers import BUDGET

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER


def test_says_what_is_indexed_and_teaches_before_the_first_question(page: Page) -> None:
    assert page.title() == "Minutebook"
    assert "1,204 paragraphs of 10 papers" in page.inner_text(".holdings")
    assert page.locator(".example").count() == 3


def test_the_names_of_a_recorded_vote_are_folded_and_shown(page: Page) -> None:
    ask(page, "How was the recorded vote?")
    assert not page.get_by_text("Councillor Abbot").first.is_visible()
    page.get_by_text("Show the names").click()
    assert page.locator(".names p").is_visible()
    page.get_by_text("Show the names").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".names p").is_visible()


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
    until(page, lambda: len(fake.asked) > before)
    page.wait_for_selector("#current .turn:not(.pending)")
    assert len(fake.asked) == before + 1
    assert fake.asked[-1].history == ()
    again_until(page, page.get_by_role("button", name="New chat").click, ".example")
    assert page.locator(".turn").count() == 0


def test_edit_brings_the_question_back_to_the_box(page: Page) -> None:
    ask(page, "Budget?")
    page.get_by_role("button", name="Edit this question").click()
    assert page.get_by_label("Your question").input_value() == "Budget?"


def test_stopping_keeps_what_has_come_and_lets_the_reader_go_on(page: Page, fake: FakeAssistant) -> None:
    fake.pause = 1.5  # the words still come when Stop is pressed
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
    fake.pause, fake.model = 1.5, "a model"
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


def test_what_the_papers_do_not_say_looks_different(page: Page) -> None:
    ask(page, "Any mermaids?")
    assert page.locator(".declined h3").first.inner_text() == "Not stated outright"
    assert "Searched 1,204 paragraphs" in page.inner_text(".declined .about")
    assert page.inner_text("#live") == "Not stated outright"


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
    other.set_default_timeout(PATIENCE)
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


def test_an_answer_is_saved_for_word(page: Page) -> None:
    ask(page, "Budget?")
    page.get_by_text("Save as").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Word document").click()
    assert waiting.value.path().read_bytes().startswith(b"PK")


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
