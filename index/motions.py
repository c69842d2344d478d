"""Motions in the catalogue: values to rows of `motions`, and back to those who may see their paragraphs."""

import json
import sqlite3
from dataclasses import asdict
from typing import Any

from corpus.models import Access, Ballot, Motion, MotionKind, Outcome
from index.rows import Row
from index.schema import marks


def motion_row(paper: str, i: int, motion: Motion) -> Row:
    """The row of `motions` for the i-th motion of a paper."""
    return (
        (paper, i, motion.part, motion.paragraph, motion.item, motion.kind, motion.words, motion.mover, motion.seconder)
        + (motion.outcome, motion.amended, json.dumps(asdict(motion.ballot), ensure_ascii=False), json.dumps(motion.told))
        + (json.dumps(motion.printed), motion.put)
    )  # fmt: skip


def _motion_of(row: Row) -> Motion:
    """A motion from its row, from the column `part` on."""
    part, paragraph, item, kind, words, mover, seconder, outcome, amended, ballot, told, printed, put = row
    votes: dict[str, Any] = json.loads(ballot)
    votes = {name: tuple(value) if isinstance(value, list) else value for name, value in votes.items()}
    return Motion(
        part=part,
        item=item,
        kind=MotionKind(kind),
        words=words,
        mover=mover,
        seconder=seconder,
        outcome=Outcome(outcome) if outcome else None,
        amended=bool(amended),
        ballot=Ballot(**votes),
        paragraph=paragraph,
        told=tuple(json.loads(told)),
        printed=tuple(json.loads(printed)),
        put=put,
    )


def motions(
    db: sqlite3.Connection, access: frozenset[Access], paper: str | None = None, part: int | None = None
) -> list[tuple[str, Motion]]:
    """(paper, motion) of every motion, or of those in one part, whose paragraph these access levels may see, in the order of the papers."""
    tests = [f"g.access IN ({marks(len(access))})"]
    values: list[str] = sorted(access)
    if paper is not None and part is not None:
        tests.append("m.paper = ? AND m.part = ?")
        values += [paper, str(part)]
    rows = db.execute(
        "SELECT m.paper, m.part, m.paragraph, m.item, m.kind, m.words, m.mover, m.seconder, m.outcome, m.amended, m.ballot, m.told,"
        " m.printed, m.put"
        " FROM motions m JOIN paragraphs g ON g.id = m.paragraph JOIN papers p ON p.sha = m.paper"
        f" WHERE {' AND '.join(tests)} ORDER BY p.name, m.paper, m.n",
        values,
    )
    return [(row[0], _motion_of(row[1:])) for row in rows]
