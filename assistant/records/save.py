"""An answer that leaves the page with its references: as text to copy, Markdown, a document, or JSON."""

import json
import re
from pathlib import Path

from assistant.models import Answer, Citation
from assistant.records.as_json import answer_record
from corpus.dates import long_date


def reference_line(one: Citation) -> str:
    """A citation as a clerk writes it: body, date, number, paper and page."""
    place = f"page {one.page}" if one.page else f"line {one.line}" if one.line else None
    when = long_date(one.meeting_date) if one.meeting_date else None
    number = f"minute {one.ref}" if one.part == "minutes" and one.ref and one.ref[:1].isdigit() else one.ref
    return ", ".join(part for part in (one.council, one.body, when, one.part, number, one.file, place) if part)


def as_text(answer: Answer) -> str:
    """The answer with its references, plain, for copying."""
    lines = [answer.answer, ""]
    lines += [f"[{one.n}] {reference_line(one)}: “{one.quote or one.text}”" for one in answer.citations]
    return "\n".join(lines).strip() + "\n"


def as_markdown(answer: Answer) -> str:
    """The answer as Markdown: the question as a heading, each reference with its paragraph's words as a quotation."""
    lines = [f"# {_plain(answer.question)}", "", _plain(answer.answer), ""]
    for one in answer.citations:
        lines += [f"**\\[{one.n}\\]** {_plain(reference_line(one))} ({one.status})", ""]
        lines += [*(f"> {_plain(line)}" for line in one.text.splitlines()), ""]
    lines += [f"Searched: {_plain(answer.searched)}."]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """The text with every sign that Markdown or HTML would read as its own escaped."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", text)


def write_docx(answer: Answer, path: Path) -> None:
    """The answer as a document."""
    from docx import Document

    document = Document()
    document.add_heading(answer.question, 1)
    for line in answer.answer.splitlines() or [""]:
        document.add_paragraph(line)
    if answer.citations:
        document.add_heading("References", 2)
    for one in answer.citations:
        document.add_paragraph(f"[{one.n}] {reference_line(one)} ({one.status})")
        document.add_paragraph(one.text, "Quote")
    document.add_paragraph(f"Searched: {answer.searched}.")
    document.save(str(path))


def write_answer(answer: Answer, path: Path) -> None:
    """The answer into a file, by its ending. Raises: ValueError for an ending other than .docx, .md, .txt and .json."""
    ending = path.suffix.lower()
    if ending == ".docx":
        write_docx(answer, path)
    elif ending in (".md", ".txt"):
        path.write_text(as_markdown(answer) if ending == ".md" else as_text(answer), encoding="utf-8")
    elif ending == ".json":
        path.write_text(json.dumps(answer_record(answer), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        raise ValueError(f"{path.name}: an answer is saved as .docx, .md, .txt or .json. Name a file that ends so.")
