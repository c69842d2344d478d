"""What the assistant says of the shipped papers is what the golden files hold; `make golden` rewrites them."""

from pathlib import Path

import pytest

import golden
from assistant.assistant import Assistant

REWRITE = "it changed: read the difference, and where it is meant, run `make golden` and commit the diff"


def kept(name: str) -> str:
    return (golden.FILES / name).read_text(encoding="utf-8")


def test_every_shipped_pair_gets_the_verdict_that_is_written_down() -> None:
    assert golden.as_text(golden.verdicts()) == kept("verdicts.json"), REWRITE


@pytest.mark.parametrize("paper", golden.papers(), ids=lambda path: path.name)
def test_every_shipped_paper_has_the_outline_that_is_written_down(paper: Path) -> None:
    assert golden.as_text(golden.outline(paper)) == kept(f"outlines/{paper.name}.json"), REWRITE


def test_every_outline_that_is_written_down_is_of_a_shipped_paper() -> None:
    assert {path.stem for path in (golden.FILES / "outlines").iterdir()} == {path.name for path in golden.papers()}


def test_every_shipped_question_gets_the_answer_that_is_written_down(assistant: Assistant) -> None:
    assert golden.as_text(golden.answers(assistant)) == kept("answers.json"), REWRITE


def test_every_shipped_claim_gets_the_verdict_that_is_written_down(assistant: Assistant) -> None:
    assert golden.as_text(golden.claims(assistant)) == kept("claims.json"), REWRITE
