"""The source beside an answer, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browsing import IN_A_BROWSER, ask
from page_papers import PDF

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = IN_A_BROWSER


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
