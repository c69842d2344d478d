"""An answer with its references as a file: plain text, Markdown, a Word document or JSON."""

import json
import re
from pathlib import Path

from assistant.models import Answer
from assistant.records.as_json import answer_record
from assistant.references import whole_reference


def as_text(answer: Answer) -> str:
    """The answer with its references, plain, for copying."""
    lines = [answer.answer, ""]
    lines += [f"[{cited.n}] {whole_reference(cited)}: “{cited.quote or cited.text}”" for cited in answer.citations]
    return "\n".join(lines).strip() + "\n"


def as_markdown(answer: Answer) -> str:
    """The answer as Markdown: the question as a heading, each reference with its paragraph's words as a quotation."""
    lines = [f"# {_escaped(answer.question)}", "", _escaped(answer.answer), ""]
    for cited in answer.citations:
        lines += [f"**\\[{cited.n}\\]** {_escaped(whole_reference(cited))} ({cited.status})", ""]
        lines += [*(f"> {_escaped(line)}" for line in cited.text.splitlines()), ""]
    lines += [f"Searched: {_escaped(answer.searched)}."]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """The text with a backslash before every sign that Markdown or HTML would read as its own."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", text)


def write_docx(answer: Answer, path: Path) -> None:
    """Write the answer as a Word document."""
    from docx import Document  # late: only who wants a document waits for it

    document = Document()
    document.add_heading(answer.question, 1)
    for line in answer.answer.splitlines() or [""]:
        document.add_paragraph(line)
    if answer.citations:
        document.add_heading("References", 2)
    for cited in answer.citations:
        document.add_paragraph(f"[{cited.n}] {whole_reference(cited)} ({cited.status})")
        document.add_paragraph(cited.text, "Quote")
    document.add_paragraph(f"Searched: {answer.searched}.")
    document.save(str(path))


def write_answer(answer: Answer, path: Path) -> None:
    """Write the answer into a file, by its ending.

    Raises: ValueError for an ending other than .docx, .md, .txt and .json.
    """
    ending = path.suffix.lower()
    if ending == ".docx":
        write_docx(answer, path)
    elif ending in (".md", ".txt"):
        path.write_text(as_markdown(answer) if ending == ".md" else as_text(answer), encoding="utf-8")
    elif ending == ".json":
        path.write_text(json.dumps(answer_record(answer), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        raise ValueError(f"{path.name}: an answer is saved as .docx, .md, .txt or .json. Name a file that ends so.")
