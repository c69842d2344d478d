"""The made-up assistant that most tests of the page use."""

from pathlib import Path

import pytest

from page_fakes import FakeAssistant


@pytest.fixture
def fake(tmp_path: Path) -> FakeAssistant:
    return FakeAssistant(tmp_path)
