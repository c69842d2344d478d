"""A made-up answer as a file: with its references, and without what Markdown would read as its own."""

import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from assistant.citations import CitedSpan, citation
from assistant.models import Answer, Mode
from assistant.records.save import as_markdown, as_text, write_answer
from made_up import place

OWN = "Ten benches were bought. Five were mended."
CITED = citation(1, CitedSpan(place(OWN, ref="7/24"), 25, 42, 1.0))
ANSWER = Answer(
    "Were benches mended?", "Minute 7/24: five. [1]", False, None, Mode.EXTRACTIVE, (CITED,), (), 0.1, "9 paragraphs"
)
REFERENCE = "Aldermere Borough Council, Council, 4 March 2024, minutes, minute 7/24, minutes-2024-03-04.txt, line 1"


def test_plain_text_has_each_reference_with_the_words_relied_on() -> None:
    assert as_text(ANSWER) == f"Minute 7/24: five. [1]\n\n[1] {REFERENCE}: “Five were mended.”\n"
    assert as_text(replace(ANSWER, citations=(replace(CITED, quote=""),))).endswith(f"“{OWN}”\n")


def test_markdown_quotes_each_paragraph_whole() -> None:
    assert as_markdown(ANSWER).splitlines() == [
        "# Were benches mended?",
        "",
        "Minute 7/24: five. \\[1\\]",
        "",
        f"**\\[1\\]** {REFERENCE} (discussion)",
        "",
        f"> {OWN}",
        "",
        "Searched: 9 paragraphs.",
    ]


def test_words_of_the_papers_cannot_become_mark_up() -> None:
    shown = as_markdown(replace(ANSWER, citations=(replace(CITED, text="# <b>x</b> [y](z) *w* `v` |u|"),)))
    assert "\\# \\<b\\>x\\</b\\> \\[y\\](z) \\*w\\* \\`v\\` \\|u\\|" in shown


@pytest.mark.parametrize("ending", [".md", ".txt", ".json", ".docx", ".DOCX"])
def test_an_answer_is_written_by_its_files_ending(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"answer{ending}"
    write_answer(ANSWER, path)
    if ending.lower() == ".docx":
        words = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
        assert words == [
            ANSWER.question, ANSWER.answer, "References", f"[1] {REFERENCE} (discussion)", OWN, "Searched: 9 paragraphs.",
        ]  # fmt: skip
    elif ending == ".json":
        assert json.loads(path.read_text(encoding="utf-8"))["answer"] == ANSWER.answer
    else:
        assert path.read_text(encoding="utf-8") == (as_text(ANSWER) if ending == ".txt" else as_markdown(ANSWER))


def test_another_ending_is_refused_with_those_that_are_not(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"answer.pdf: an answer is saved as .docx, .md, .txt or .json"):
        write_answer(ANSWER, tmp_path / "answer.pdf")
