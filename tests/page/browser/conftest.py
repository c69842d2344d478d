"""The page over made-up papers in Debian's Chromium; its tests are skipped where that is not installed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from assistant.records.feedback import FeedbackStore
from browsing import ARGUMENTS, CHROMIUM, PATIENCE
from corpus.models import Role
from page_fakes import FakeAssistant, FakeShelf

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="package")
def fake(tmp_path_factory: pytest.TempPathFactory) -> FakeAssistant:
    return FakeAssistant(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="package")
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


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS, timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh visitor's page; asserts that it asked no other host for anything and logged no error."""
    how = {"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**how)
    context.set_default_timeout(PATIENCE)
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
