"""The page for everybody: keyboard, phone, zoom, print, WCAG. In a real browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import IN_A_BROWSER, PHONE, TABS, ask, tab
from places import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = IN_A_BROWSER


def test_on_paper_there_is_the_answer_and_no_button(page: Page) -> None:
    ask(page, "Budget?")
    page.emulate_media(media="print")
    assert page.locator("#current .answer").is_visible()
    assert page.locator("button:visible:not(.chip)").count() == 0


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
        show(page, button, wanted, {"Check a claim": "Claim to check", "Matters": "Matter to follow"}.get(name))
        found[name] = violations(page)
    tab(page, "Papers")
    page.wait_for_selector("#find-paper")
    found["papers"] = violations(page)
    tab(page, "Feedback")
    page.wait_for_selector("#judged h2")
    found["feedback"] = violations(page)
    assert {state: broken for state, broken in found.items() if broken} == {}


def show(page: Page, button: str, wanted: str, field: str | None) -> None:
    """Press a tab's button until what it shows is there; a field that was drawn anew since it was filled is filled again."""
    from playwright.sync_api import TimeoutError as PlaywrightTimeout

    for last in (False, False, True):
        if field is not None:
            page.get_by_label(field).fill("The bus pass costs £5 million")
            page.keyboard.press("Tab")
        page.get_by_role("button", name=button, exact=True).click()
        try:
            page.wait_for_selector(wanted, timeout=10_000)
            return
        except PlaywrightTimeout:
            if last:
                raise


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
