"""The other tabs in a real browser."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.decisions.models import DecisionFilters, Register
from browsing import IN_A_BROWSER, ask, submit, tab
from corpus.models import Role
from page_fakes import FakeAssistant
from page_papers import BUDGET

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = IN_A_BROWSER


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
    submit(
        page,
        "Claim to check",
        "The budget is £5 million",
        ".refuted .correction:has-text('The minutes say £4.2 million')",
    )
    page.locator("#checked .chip").first.click()
    page.wait_for_selector("#desk-check .source img.leaf")


def test_decisions_are_found_told_apart_and_saved(page: Page) -> None:
    tab(page, "Decisions")
    submit(page, "Find decisions about", "transport", ".entry .badge:has-text('Amendment – lost')")
    assert page.locator(".entry .badge.decided").count() == 1
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as CSV").click()
    assert BUDGET in waiting.value.path().read_text(encoding="utf-8-sig")


def test_who_asks_again_before_the_first_is_found_gets_the_last(
    page: Page, fake: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = fake.decisions

    def slowly(filters: DecisionFilters, role: Role) -> Register:
        time.sleep(1)
        return at_once(filters, role)

    monkeypatch.setattr(fake, "decisions", slowly)
    tab(page, "Decisions")
    submit(page, "Find decisions about", "sewers", "#register")
    submit(page, "Find decisions about", "transport", ".entry .badge:has-text('Amendment – lost')")


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
    submit(page, "Matter to follow", "bus pass", "#matter svg[role=img]")
    page.locator("#matter .series .chip").first.click()
    page.wait_for_selector("#desk-matters .source img.leaf")


def test_papers_are_added_and_a_bad_one_is_named(page: Page, tmp_path: Path) -> None:
    for name in ("good.md", "bad.pdf", "more.txt"):
        (tmp_path / name).write_text("Minutes", encoding="utf-8")
    tab(page, "Papers")
    page.locator("#shelf input[type=file]").set_input_files([tmp_path / n for n in ("good.md", "bad.pdf", "more.txt")])
    page.wait_for_selector("#work :text('2 papers read.')")
    assert "bad.pdf: it is not a PDF. Save it as a PDF again." in page.inner_text("#work")
    page.get_by_role("button", name="Take out notes.md").click()
    page.wait_for_selector("#work :text('notes.md was taken out.')")


def test_papers_are_listed_and_found(page: Page) -> None:
    page.get_by_role("button", name="1 paper could not be read").click()
    page.wait_for_selector(".refused:has-text('Run OCR on it')")
    page.get_by_label("Find a paper").fill("june")
    page.wait_for_selector("text=1 paper found")
    assert page.locator(".listing tbody:has(.group) tr:not(.group):visible").count() == 1
