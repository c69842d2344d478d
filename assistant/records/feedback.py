"""What readers said of answers, right or wrong and why, kept in a SQLite file of its own beside the index."""

import json
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.models import Role

LONGEST_WHY = 500  # characters

_SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY, said TEXT NOT NULL, role TEXT NOT NULL, earlier TEXT NOT NULL, question TEXT NOT NULL,
    answer TEXT NOT NULL, mode TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
    why TEXT NOT NULL, evidence TEXT NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class CitedWords:
    """A paragraph that the judged answer cited, with the words relied on."""

    paragraph: str
    file: str
    quote: str
    page: int | None
    body: str | None
    meeting_date: str | None
    ref: str | None


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one reader said of one answer."""

    said: str  # when: 2024-01-08T19:30:00+00:00
    role: Role  # of the reader: an answer to a member may hold exempt words
    earlier: tuple[str, ...]  # the questions asked before it in the same chat
    question: str
    answer: str
    mode: str
    verdict: Literal["right", "wrong"]
    why: str
    evidence: tuple[CitedWords, ...]
    id: int | None = None  # in the store; None before it is kept


class FeedbackStore:
    """Feedback in `feedback.db`, opened at its first use; safe for several threads and processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._made = threading.Event()

    def add(self, feedback: Feedback) -> None:
        """Keep one; the store gives it an id."""
        evidence = json.dumps([_as_dict(cited) for cited in feedback.evidence], ensure_ascii=False)
        earlier = json.dumps(feedback.earlier, ensure_ascii=False)
        with closing(self._open()) as db, db:
            db.execute(
                "INSERT INTO feedback (said, role, earlier, question, answer, mode, verdict, why, evidence)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    feedback.said,
                    feedback.role,
                    earlier,
                    feedback.question,
                    feedback.answer,
                    feedback.mode,
                    feedback.verdict,
                    feedback.why[:LONGEST_WHY],
                    evidence,
                ),
            )

    def all(self) -> tuple[Feedback, ...]:
        """Everything kept, the newest first. For officers alone: it may hold words of exempt papers."""
        if not self.path.is_file():
            return ()
        with closing(self._open()) as db:
            rows = db.execute(
                "SELECT id, said, role, earlier, question, answer, mode, verdict, why, evidence"
                " FROM feedback ORDER BY id DESC"
            ).fetchall()
        return tuple(_feedback(row) for row in rows)

    def _open(self) -> sqlite3.Connection:
        """A connection; the first one makes the file and its table."""
        db = sqlite3.connect(self.path, timeout=30)
        if not self._made.is_set():
            db.execute(_SCHEMA)  # no WAL: switching to it does not wait for who writes, and few write here
            db.commit()
            self._made.set()
        return db


def _as_dict(evidence: CitedWords) -> dict[str, Any]:
    return {name: getattr(evidence, name) for name in CitedWords.__slots__}


def _feedback(row: Sequence[Any]) -> Feedback:
    """A row of the table as feedback."""
    return Feedback(
        id=row[0],
        said=row[1],
        role=Role(row[2]),
        earlier=tuple(json.loads(row[3])),
        question=row[4],
        answer=row[5],
        mode=row[6],
        verdict=row[7],
        why=row[8],
        evidence=tuple(CitedWords(**cited) for cited in json.loads(row[9])),
    )


def as_gold(feedback: Sequence[Feedback]) -> list[dict[str, Any]]:
    """The answers judged right as lines of a gold file, oldest first; of several judgements on one the latest counts.

    The cited words are the evidence; there is none where the papers rightly did not say. An answer judged wrong is left
    out: without the right answer its line would call the question unanswerable. A follow-up is a conversation.
    """
    latest = {
        (judged.earlier, judged.question): judged for judged in sorted(feedback, key=lambda judged: judged.id or 0)
    }
    return [_gold(judged) for judged in latest.values() if judged.verdict == "right"]


def _gold(judged: Feedback) -> dict[str, Any]:
    """A line of a gold file."""
    known = judged.evidence[0] if judged.evidence else None
    turn: dict[str, Any] = {
        "question": judged.question,
        "kind": "feedback",
        "answer": judged.answer,
        "must": [],
        "evidence": [{"quote": cited.quote, "file": cited.file, "page": cited.page} for cited in judged.evidence],
        "body": known.body if known else None,
        "meeting_date": known.meeting_date if known else None,
        "ref": known.ref if known else None,
        "why": judged.why or None,
    }
    name = f"feedback-{judged.id}"
    if not judged.earlier:
        return {"id": name, **turn}
    return {"id": name, "turns": [*({"question": question} for question in judged.earlier), turn]}
