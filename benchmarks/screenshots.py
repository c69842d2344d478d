"""Pictures of a running page for the README: docs/ask.png, source.png, papers.png and phone.png.

    python benchmarks/screenshots.py http://127.0.0.1:7860 ["A question to ask"]

Needs playwright and a Chromium: its own, or the one that --browser names (/usr/bin/chromium on Debian).
"""

import argparse
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main() -> None:
    """Take the four pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("url", nargs="?", default="http://127.0.0.1:7860")
    parser.add_argument("question", nargs="?", help="the page's first example unless given")
    parser.add_argument("--browser", default="/usr/bin/chromium", help="where Chromium is")
    parser.add_argument("--out", type=Path, default=DOCS, help="folder for the pictures")
    asked = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.browser, args=ARGUMENTS)
        take(browser, asked.url, asked.question, asked.out)
        browser.close()


def take(browser: Browser, url: str, question: str | None, folder: Path) -> None:
    """The Ask tab answered, a source beside it, the Papers tab, and an answer on a phone."""
    page = opened(browser, url, 1280, 860)
    ask(page, question)
    page.screenshot(path=folder / "ask.png")
    page.locator(".chip, .card [data-act=open]").first.click()
    page.wait_for_selector("#source .source")
    page.wait_for_timeout(500)
    page.screenshot(path=folder / "source.png")
    page.get_by_role("tab", name="Papers").click()
    page.wait_for_selector(".papers")
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=folder / "papers.png")
    phone = opened(browser, url, 390, 844)
    ask(phone, question)
    phone.screenshot(path=folder / "phone.png")


def opened(browser: Browser, url: str, width: int, height: int) -> Page:
    """The page, ready to be asked."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(".example, .welcome")
    return page


def ask(page: Page, question: str | None) -> None:
    """Ask and wait for the whole answer."""
    if question:
        page.get_by_label("Your question").fill(question)
        page.keyboard.press("Enter")
    else:
        page.locator(".example").first.click()
    page.wait_for_selector("#current .turn:not(.pending)")
    page.wait_for_timeout(400)


if __name__ == "__main__":
    main()
