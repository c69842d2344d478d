"""The front pages: what they name is there, and importing them brings no framework."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from places import ROOT

ROOMS = sorted(
    ".".join(path.parent.relative_to(ROOT).parts)
    for folder in ("assistant", "corpus", "index", "page")
    for path in (ROOT / folder).rglob("__init__.py")
)


@pytest.mark.parametrize("room", ROOMS)
def test_a_front_page_says_what_comes_in_and_goes_out_and_names_only_what_is_there(room: str) -> None:
    module = importlib.import_module(room)
    assert module.__doc__
    for name in getattr(module, "__all__", ()):
        assert getattr(module, name) is not None


def test_what_is_no_name_of_the_front_page_is_said_to_be_none() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Mermaid'"):
        _ = importlib.import_module("assistant").Mermaid


@pytest.mark.heavy
@pytest.mark.parametrize("module", ["assistant.assistant", "assistant.cli", "index", "corpus"])
def test_no_framework_is_imported_before_it_is_used(module: str, tmp_path: Path) -> None:
    script = f"import sys, {module}; print(*(name.split('.')[0] for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    frameworks = {"langchain", "langchain_core", "langsmith", "chromadb", "torch", "gradio", "pypdfium2", "docx"}
    assert not frameworks & set(done.stdout.split())
