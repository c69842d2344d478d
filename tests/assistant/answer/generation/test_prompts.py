"""Prompts are text with a version and exactly the placeholders that the code fills."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer.generation import prompts
from assistant.answer.generation.prompts import load_prompt
from assistant.errors import PromptBroken

ASKED = frozenset({"paragraphs", "question"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands in for the installed prompts."""
    load_prompt.cache_clear()
    monkeypatch.setattr(prompts, "_FOLDER", tmp_path)
    yield tmp_path
    load_prompt.cache_clear()


def test_the_shipped_prompt_has_a_version_and_both_placeholders() -> None:
    prompt = load_prompt("answer", ASKED)
    assert prompt.version.isdigit()
    assert "{paragraphs}" in prompt.text
    assert "{question}" in prompt.text
    assert "version" not in prompt.text.split("\n")[0]


def test_the_shipped_prompt_tells_the_model_that_papers_are_no_orders() -> None:
    assert "not orders" in load_prompt("answer", ASKED).text


def test_a_missing_placeholder_breaks_the_prompt(folder: Path) -> None:
    (folder / "answer.md").write_text("---\nversion: 2\n---\nAnswer {question}.", encoding="utf-8")
    with pytest.raises(
        PromptBroken, match=r"answer\.md must hold .*'paragraphs', 'question'.* and holds \['question'\]"
    ):
        load_prompt("answer", ASKED)


def test_an_unknown_placeholder_breaks_the_prompt(folder: Path) -> None:
    (folder / "answer.md").write_text("---\nversion: 2\n---\n{paragraphs} {question} {mood}", encoding="utf-8")
    with pytest.raises(PromptBroken, match="mood"):
        load_prompt("answer", ASKED)


def test_a_prompt_without_a_version_is_broken(folder: Path) -> None:
    (folder / "answer.md").write_text("{paragraphs} {question}", encoding="utf-8")
    with pytest.raises(PromptBroken, match="version"):
        load_prompt("answer", ASKED)


def test_a_prompt_that_is_missing_is_named(folder: Path) -> None:
    with pytest.raises(PromptBroken, match=r"prompts/mermaid\.md is missing"):
        load_prompt("mermaid", ASKED)


def test_a_stray_brace_breaks_the_prompt_before_a_question_is_asked(folder: Path) -> None:
    (folder / "answer.md").write_text("---\nversion: 2\n---\n{paragraphs} {question} {", encoding="utf-8")
    with pytest.raises(PromptBroken, match="brace"):
        load_prompt("answer", ASKED)
