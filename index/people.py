"""Who was there and who holds what office: records of the catalogue, written with their paper and read back by meeting or name."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.models import Access, Attendance, Capacity, Office, Outline, Part
from index.rows import Row, part_of
from index.schema import marks

_PART = "t.kind, t.title, t.council, t.body, t.date, t.start_line, t.end_line, t.start_page, t.end_page, t.access, t.draft, t.held, t.item"


@dataclass(frozen=True, slots=True)
class Meet:
    """Which records are asked for: those of a council, a body, a day, a person. None: of any."""

    council: str | None = None
    body: str | None = None
    date: str | None = None  # YYYY-MM-DD
    name: str | None = None  # letters of it; case does not count


@dataclass(frozen=True, slots=True)
class Attended:
    """One person at one meeting, with the part of the paper that lists them."""

    record: Attendance
    part: Part
    paper: str  # sha256 of the file
    file: str


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """Who holds an office by one paper, with the part that says so."""

    record: Office
    part: Part
    paper: str  # sha256 of the file
    file: str


def attendance_rows(paper: str, outline: Outline) -> list[Row]:
    """The rows of `attendance` for a paper."""
    return [
        (paper, n, one.part, one.name, one.title, one.capacity, one.role, one.paragraph, one.late, one.left, one.remote)
        for n, one in enumerate(outline.attendance)
    ]


def office_rows(paper: str, outline: Outline) -> list[Row]:
    """The rows of `offices` for a paper."""
    return [
        (paper, n, one.part, one.name, one.office, one.paragraph, one.elected) for n, one in enumerate(outline.offices)
    ]


def attendance(db: sqlite3.Connection, asked: Meet, access: frozenset[Access]) -> list[Attended]:
    """Those listed at the meetings asked for whose paragraph the reader may see, newest meeting first, in the order of the lists."""
    columns = "r.part, r.name, r.title, r.capacity, r.role, r.paragraph, r.late, r.left_early, r.remote"
    found = []
    for file, paper, *row in _rows(db, "attendance", columns, asked, access):
        part, name, title, capacity, role, paragraph, late, left, remote = row[:9]
        record = Attendance(
            part, name, title, Capacity(capacity), role, paragraph, bool(late), bool(left), bool(remote)
        )
        found.append(Attended(record, part_of(row[9:]), paper, file))
    return found


def offices(db: sqlite3.Connection, asked: Meet, access: frozenset[Access]) -> list[HeldOffice]:
    """The offices named at the meetings asked for whose paragraph the reader may see, newest meeting first."""
    found = []
    for file, paper, *row in _rows(db, "offices", "r.part, r.name, r.office, r.paragraph, r.elected", asked, access):
        part, name, office, paragraph, elected = row[:5]
        found.append(HeldOffice(Office(part, name, office, paragraph, bool(elected)), part_of(row[5:]), paper, file))
    return found


def _rows(
    db: sqlite3.Connection, table: str, columns: str, asked: Meet, access: frozenset[Access]
) -> Sequence[Sequence[Any]]:
    tests, values = [f"g.access IN ({marks(len(access))})"], sorted(map(str, access))
    for column, value in (("t.council", asked.council), ("t.body", asked.body), ("t.date", asked.date)):
        if value is not None:
            tests.append(f"{column} = ?")
            values.append(value)
    if asked.name is not None:
        tests.append("instr(lower(r.name), ?) > 0")
        values.append(asked.name.lower())
    return db.execute(
        f"SELECT p.name, r.paper, {columns}, {_PART} FROM {table} r JOIN paragraphs g ON g.id = r.paragraph"
        " JOIN parts t ON t.paper = r.paper AND t.n = r.part JOIN papers p ON p.sha = r.paper"
        f" WHERE {' AND '.join(tests)} ORDER BY t.date DESC, p.name, r.paper, r.n",
        values,
    ).fetchall()
