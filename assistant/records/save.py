"""An answer that leaves the page with its references: as text to copy, Markdown, a document, or JSON."""

import json
import re
from pathlib import Path

from assistant.models import Answer
from assistant.records.as_json import answer_record
from assistant.references import whole_reference


def as_text(answer: Answer) -> str:
    """The answer with its references, plain, for copying."""
    lines = [answer.answer, ""]
    lines += [f"[{one.n}] {whole_reference(one)}: “{one.quote or one.text}”" for one in answer.citations]
    return "\n".join(lines).strip() + "\n"


def as_markdown(answer: Answer) -> str:
    """The answer as Markdown: the question as a heading, each reference with its paragraph's words as a quotation."""
    lines = [f"# {_plain(answer.question)}", "", _plain(answer.answer), ""]
    for one in answer.citations:
        lines += [f"**\\[{one.n}\\]** {_plain(whole_reference(one))} ({one.status})", ""]
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
        document.add_paragraph(f"[{one.n}] {whole_reference(one)} ({one.status})")
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
