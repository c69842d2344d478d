"""What the commands print: answers and citations for people, JSON for programs, messages to standard error."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.models import Answer, Citation


def print_answer(answer: "Answer") -> None:
    """Print an answer with its citations, and to standard error what else there is to say of it."""
    print(answer.answer)
    print_citations(answer.citations)
    for note in answer.notes:
        say(note)
    if answer.left_out:
        say(_left_out(answer.left_out))
    say(f"Searched {answer.searched} in {answer.seconds:.2f} s ({answer.mode.value}).")


def _left_out(n: int) -> str:
    """How many statements of a language model the gate stopped."""
    if n == 1:
        return "1 statement was left out because the papers do not bear it out."
    return f"{n:,} statements were left out because the papers do not bear them out."


def print_citations(citations: Iterable["Citation"]) -> None:
    """Print each citation: where it stands, then the paragraph."""
    from assistant.references import meeting_reference

    for citation in citations:
        print(f"\n[{citation.n}] {meeting_reference(citation)} ({citation.file}; {citation.status})")
        print("    " + citation.text.replace("\n", "\n    "))


def write_lines(path: Path | None, records: Iterable[dict[str, Any]]) -> None:
    """Records as JSON lines into a file, or to standard output."""
    if path is None:
        for line in _dumped(records):
            print(line)
        return
    with path.open("w", encoding="utf-8") as out:
        for line in _dumped(records):
            out.write(line + "\n")


def _dumped(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    return (json.dumps(record, ensure_ascii=False) for record in records)


def print_json(record: dict[str, Any]) -> None:
    """Print a record as JSON."""
    print(json.dumps(record, ensure_ascii=False, indent=1))


def say(message: str) -> None:
    """Print a message to standard error."""
    print(message, file=sys.stderr, flush=True)
