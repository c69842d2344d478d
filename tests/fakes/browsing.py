"""What the tests in a real browser share: where Chromium is, and what a reader does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PATIENCE = 90_000  # milliseconds: a busy machine takes long to draw, and a wait ends as soon as it is met
TABS = ["Ask", "Check a claim", "Decisions", "Brief", "Matters", "Papers", "Feedback"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
IN_A_BROWSER = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no browser at {CHROMIUM}"),
    # Gradio and Playwright leave sockets and event loops for the collector to close.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def ask(page: Page, question: str) -> None:
    """Ask and wait for the whole answer."""
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#current .turn:not(.pending) h2:has-text({question!r})")


def again_until(page: Page, act: Callable[[], None], selector: str) -> None:
    """Do something, and once more where nothing came of it for a while, as a reader does.

    What an answer ends with arrives behind it, and may undo what was clicked in between.
    """
    from playwright.sync_api import TimeoutError as NothingCame

    for _ in range(3):
        act()
        try:
            page.wait_for_selector(selector, timeout=PATIENCE / 6)
        except NothingCame:
            continue
        return
    page.wait_for_selector(selector)


def submit(page: Page, label: str, words: str, selector: str) -> None:
    """Type words into a box, press Enter and wait for what shall come."""
    page.get_by_label(label).fill(words)
    page.keyboard.press("Enter")
    page.wait_for_selector(selector)


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something outside the page holds."""
    for _ in range(PATIENCE // 50):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it never held")


def tab(page: Page, name: str) -> None:
    """Open a tab and wait until it is drawn."""
    page.get_by_role("tab", name=name, exact=True).click()
    page.wait_for_selector(f"[role=tab][aria-selected=true]:has-text({name!r})", state="attached")
    at_rest(page)


def at_rest(page: Page) -> None:
    """Wait until the browser has nothing left to do.

    A tab's fields stand in the page some milliseconds before Gradio gives them their values: what a script types
    in between is lost. No reader is as fast.
    """
    page.evaluate("() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle)))")
