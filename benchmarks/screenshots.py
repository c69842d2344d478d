"""Takes pictures of a running page for the README: each tab, a source beside an answer, the dark look and a phone.

    python benchmarks/screenshots.py http://127.0.0.1:7860 ["A question"] [--claim TEXT] [--topic TEXT] [--matter TEXT]

Prints nothing; writes start.png, ask.png, source.png and the rest into docs/, or into the folder that --out names. The page
is one that `minutebook serve` has open. Needs playwright and a Chromium: its own, or the one that --browser names
(/usr/bin/chromium on Debian). The words asked for by default are about the sample papers.
"""

import argparse
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("url", nargs="?", default="http://127.0.0.1:7860")
    parser.add_argument("question", nargs="?", default="What is the charge for garden waste?")
    parser.add_argument("--claim", default="There were 450 children in care at 31 March 2025")
    parser.add_argument("--topic", default="waste")
    parser.add_argument("--matter", default="children in care")
    parser.add_argument("--browser", default="/usr/bin/chromium", help="where Chromium is")
    parser.add_argument("--out", type=Path, default=DOCS, help="folder for the pictures")
    asked = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.browser, args=ARGUMENTS)
        page = opened(browser, asked.url, 1280, 860)
        take_ask(page, asked.question, asked.out)
        take_tabs(page, asked)
        dark = opened(browser, asked.url, 1280, 860, dark=True)
        ask(dark, asked.question)
        open_source(dark)
        dark.screenshot(path=asked.out / "dark.png")
        phone = opened(browser, asked.url, 390, 844)
        ask(phone, asked.question)
        phone.screenshot(path=asked.out / "phone.png")
        browser.close()


def take_ask(page: Page, question: str, folder: Path) -> None:
    """The empty state, the Ask tab answered, and a source beside it."""
    page.screenshot(path=folder / "start.png")
    ask(page, question)
    page.screenshot(path=folder / "ask.png")
    open_source(page)
    page.screenshot(path=folder / "source.png")


def take_tabs(page: Page, asked: argparse.Namespace) -> None:
    """Every other tab, filled."""
    for tab, field, words, button, wanted, name in (
        ("Check a claim", "Claim to check", asked.claim, "Check", ".checked", "check"),
        ("Decisions", "Find decisions about", asked.topic, "Find", ".entry", "decisions"),
        ("Brief", None, "", "Brief me", ".brief .item", "brief"),
        ("Matters", "Matter to follow", asked.matter, "Follow", ".matter", "matters"),
        ("Papers", None, "", None, "#find-paper", "papers"),
    ):
        page.get_by_role("tab", name=tab).click()
        if field:
            page.get_by_label(field).fill(words)
        if button:
            page.get_by_role("button", name=button, exact=True).click()
        page.wait_for_selector(wanted)
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        page.wait_for_timeout(400)
        page.screenshot(path=asked.out / f"{name}.png")


def opened(browser: Browser, url: str, width: int, height: int, dark: bool = False) -> Page:
    """The page, ready to be asked."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(".example, .welcome")
    page.wait_for_timeout(300)
    return page


def ask(page: Page, question: str) -> None:
    """Ask and wait for the whole answer and what could be asked next."""
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_selector("#current .turn:not(.pending)")
    page.wait_for_timeout(2500)


def open_source(page: Page) -> None:
    """Press the first number of the answer."""
    page.locator(".chip").first.click()
    page.wait_for_selector("#desk-ask .source")
    page.wait_for_timeout(800)


if __name__ == "__main__":
    main()
