"""Fixtures that several packages' tests share."""

from pathlib import Path

import pytest

from index.build import Stores, open_stores
from index_fakes import minutes


@pytest.fixture
def parks_papers(tmp_path: Path) -> Path:
    """A folder with the Parks Committee's minutes of January and March 2024."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "minutes.md").write_text(minutes(), encoding="utf-8")
    (folder / "later.md").write_text(minutes(52, "4 March 2024"), encoding="utf-8")
    return folder


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    """Empty stores."""
    return open_stores(tmp_path / "store", create=True)
