"""The program's entry: every command through `ui.main`, the page through `serve`."""

import subprocess
import sys
from pathlib import Path

import pytest

import ui
from assistant.cli import main
from assistant.settings import Settings
from places import ROOT


def test_serve_opens_the_page_over_the_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[Settings] = []
    monkeypatch.setattr(ui, "open_page", opened.append)
    assert ui.main(["serve", "--store", str(tmp_path), "--role", "member", "--port", "7999"]) == 0
    [settings] = opened
    assert (settings.store, settings.role.value, settings.port) == (tmp_path, "member", 7999)


def test_a_command_besides_serve_is_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ui.main(["status", "--store", str(tmp_path / "none")]) == 2
    assert "minutebook index" in capsys.readouterr().err


def test_without_the_page_serve_says_how_to_open_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve"]) == 2
    assert "minutebook serve" in capsys.readouterr().err


@pytest.mark.heavy
def test_importing_the_entry_brings_no_gradio() -> None:
    script = "import sys, ui; print('gradio' in sys.modules); ui.build_ui; print('gradio' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_what_the_entry_does_not_have_is_said() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Mermaid'"):
        _ = ui.Mermaid
