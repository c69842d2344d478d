"""The made-up papers and the gold questions about them hold together."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation import squash
from places import QUESTIONS, ROOT, SAMPLE

GOLD = ["sample-questions.jsonl", "sample-plain.jsonl", "sample-claims.jsonl", "sample-conversations.jsonl"]
EXEMPT = ["£2,850,000", "£2,600,000", "£2,310,000", "Kestrel Lane", "£13,900,000"]


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (QUESTIONS / name).read_text(encoding="utf-8").splitlines()]


def asked(name: str) -> list[dict[str, Any]]:
    """The questions or claims of a file, each turn of a conversation by itself."""
    return [turn for row in rows(name) for turn in row.get("turns", [row])]


@cache
def paragraphs(name: str) -> tuple[tuple[int | None, str], ...]:
    """(page, squashed words) of each paragraph, table row or, in a PDF, page of a paper."""
    path = SAMPLE / name
    if path.suffix == ".pdf":
        pdfium = pytest.importorskip("pypdfium2")
        pdf = pdfium.PdfDocument(path)
        return tuple((n + 1, squash(pdf[n].get_textpage().get_text_range())) for n in range(len(pdf)))
    if path.suffix == ".docx":
        docx = pytest.importorskip("docx")
        document = docx.Document(str(path))
        texts = [paragraph.text for paragraph in document.paragraphs]
        texts += ["\t".join(c.text for c in row.cells) for table in document.tables for row in table.rows]
    else:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            text = re.sub(r"<[^>]+>", " ", re.sub(r"</(?:p|li|tr|h\d)>", "\n\n", text))
        texts = [row for block in text.split("\n\n") for row in ([block] if "\t" not in block else block.split("\n"))]
    return tuple((None, squash(text)) for text in texts)


def places(evidence: dict[str, Any]) -> list[int | None]:
    wanted = squash(evidence["quote"])
    return [page for page, text in paragraphs(evidence["file"]) if wanted in text]


@pytest.mark.parametrize("name", GOLD)
def test_every_quotation_stands_once_in_its_paper_on_the_page_named(name: str) -> None:
    for question in asked(name):
        for evidence in [*question["evidence"], *question.get("also", [])]:
            assert places(evidence) == [evidence.get("page")], evidence


@pytest.mark.parametrize("name", [*GOLD, "sample-gate.jsonl"])
def test_no_id_repeats(name: str) -> None:
    ids = [row["id"] for row in rows(name)]
    assert len(ids) == len(set(ids))


def test_there_are_as_many_questions_as_promised() -> None:
    questions = rows("sample-questions.jsonl")
    assert len(questions) == 50
    assert sum(not question["evidence"] for question in questions) == 10
    kinds = "figure date decision vote recommendation list table attribution action explain fact comparison"
    assert {question["kind"] for question in questions} >= {*kinds.split(), "temporal", "council", "latest"}
    plain = rows("sample-plain.jsonl")
    assert len(plain) == 75
    assert sum(not question["evidence"] for question in plain) == 25
    assert len(rows("sample-claims.jsonl")) == 16
    assert len(rows("sample-conversations.jsonl")) == 5


def test_every_answer_holds_what_it_must() -> None:
    for name in ("sample-questions.jsonl", "sample-conversations.jsonl"):
        for question in asked(name):
            answer = squash(question["answer"])
            for group in question["must"]:
                assert any(squash(words) in answer for words in group), question["question"]


def test_half_of_the_gate_pairs_are_supported_and_their_paragraphs_are_verbatim() -> None:
    gate = rows("sample-gate.jsonl")
    assert len(gate) == 40
    assert sum(row["supported"] for row in gate) == 20
    assert all(row["supported"] == (row["flaw"] is None) for row in gate)
    for row in gate:
        assert places({"file": row["from"], "quote": row["paragraphs"][0]}), row["paragraphs"][0]


def test_the_papers_are_of_many_meetings_bodies_formats_and_years() -> None:
    papers = sorted(SAMPLE.iterdir())
    assert 16 <= len(papers) <= 20
    assert {paper.suffix for paper in papers} == {".pdf", ".docx", ".html", ".md", ".txt"}
    dated = [question for question in rows("sample-questions.jsonl") if question["meeting_date"]]
    assert len({(question["body"], question["meeting_date"]) for question in dated}) >= 7
    assert len({question["body"] for question in dated}) >= 4
    assert {question["meeting_date"][:4] for question in dated} == {"2022", "2023", "2024", "2025"}


def test_exempt_words_stand_in_one_appendix_and_in_no_gold_answer() -> None:
    for words in EXEMPT:
        found = [(paper.name, page) for paper in SAMPLE.iterdir() for page, text in paragraphs(paper.name)
                 if squash(words) in text]  # fmt: skip
        assert found == [("cabinet-pack-2023-11-14.pdf", 13)], words
        assert not any(words in row["answer"] for row in rows("sample-questions.jsonl"))


def test_the_outlines_are_of_papers_that_are_there() -> None:
    outlines = sorted((QUESTIONS / "sample-outlines").glob("*.structure.json"))
    assert len(outlines) >= 3
    for path in outlines:
        outline = json.loads(path.read_text(encoding="utf-8"))
        text = SAMPLE / outline["file"]
        lines = text.read_text(encoding="utf-8").splitlines() if text.suffix != ".pdf" else []
        for paragraph in outline["numbered_paragraphs"] if lines else []:
            assert paragraph["number"] in lines[paragraph["start_line"] - 1]
        for minute in outline["minutes"] if lines else []:
            assert minute["title"] in lines[minute["start_line"] - 1]


@pytest.mark.heavy
def test_the_generator_writes_the_committed_papers_byte_for_byte(tmp_path: Path) -> None:
    pytest.importorskip("reportlab")
    pytest.importorskip("docx")
    papers, outlines = tmp_path / "papers", tmp_path / "outlines"
    script = ROOT / "tests" / "make_sample_papers.py"
    command = [sys.executable, str(script), "--papers", str(papers), "--outlines", str(outlines)]
    subprocess.run(command, check=True)
    for made, kept in ((papers, SAMPLE), (outlines, QUESTIONS / "sample-outlines")):
        assert sorted(p.name for p in made.iterdir()) == sorted(p.name for p in kept.iterdir())
        for path in made.iterdir():
            assert path.read_bytes() == (kept / path.name).read_bytes(), path.name
