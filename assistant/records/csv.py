"""The register's decisions as a table that a spreadsheet opens."""

import csv
import io
from pathlib import Path

from assistant.decisions.models import Decision, Register
from assistant.references import file_reference

_COLUMNS = (
    "date", "council", "body", "ref", "item", "title", "status", "resolved", "fate", "standing", "words", "proposer",
    "seconder", "tally", "recommended", "later", "file", "page", "line", "draft", "also", "changes",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what opens a formula in a spreadsheet


def write_csv(path: Path, register: Register) -> None:
    """Write the table into a file, with the mark by which spreadsheets know UTF-8."""
    path.write_text(as_csv(register), encoding="utf-8-sig", newline="")


def as_csv(register: Register) -> str:
    """The table's text: a header, then a row for each decision. A cell that would be a formula begins with an apostrophe."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    rows.writerows([_cell(value) for value in _row(decision)] for decision in register.decisions)
    return out.getvalue()


def _row(decision: Decision) -> list[str]:
    """A decision's cells, in the order of the columns."""
    first = decision.citations[0]
    later = "; ".join(f"{one.relation.value} {one.date or ''} {one.body or ''}".strip() for one in decision.later)
    return [
        decision.date or "",
        decision.council or "",
        decision.body or "",
        decision.ref or "",
        decision.item or "",
        decision.title or "",
        decision.kind.value,
        "yes" if decision.resolved else "no",
        decision.fate.value if decision.fate else "",
        decision.standing.value if decision.standing else "",
        decision.words,
        decision.proposer or "",
        decision.seconder or "",
        decision.tally or "",
        "\n".join(cited.text for cited in decision.recommended),
        later,
        first.file,
        str(first.page or ""),
        str(first.line or ""),
        "yes" if decision.draft else "no",
        "; ".join(file_reference(cited) for cited in decision.also),
        "\n".join(edit.in_words for edit in decision.edits),
    ]


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
