"""Narrowing the search, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.models import Filters
from browsing import IN_A_BROWSER, ask, at_rest, tab
from page_fakes import FakeAssistant

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = IN_A_BROWSER


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
    form = "filters" if place == "Ask" else "register-filters"
    tab(page, place)
    page.wait_for_selector(f"#{form} input", state="attached")
    at_rest(page)
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
            [form, "March 2024"],
        )
        page.wait_for_timeout(500)
        assert field.input_value() == "March 2024"
        page.reload()
        page.wait_for_selector(".example", state="attached")
        tab(page, place)
        page.wait_for_selector(f"#{form} input", state="attached")
        at_rest(page)


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
