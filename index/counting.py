"""What a scope holds, counted in the catalogue's tables; parts that repeat; and the SQL that keeps a query to a scope."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.models import Access, Part
from index.models import Scope
from index.rows import part_of
from index.schema import marks


def scope_tests(scope: Scope) -> tuple[list[str], list[str]]:
    """SQL tests that a row in scope passes, the one of access first, and their values in order."""
    levels = sorted(scope.access)
    tests = [f"access IN ({marks(len(levels))})"]
    values: list[str] = [str(level) for level in levels]
    for name, value in (("council", scope.council), ("body", scope.body), ("kind", scope.kind)):
        if value:
            tests.append(f"{name} = ?")
            values.append(value)
    if scope.since:
        tests.append("date >= ?")
        values.append(scope.since)
    if scope.until:
        tests.append("date <= ?")
        values.append(scope.until)
    return tests, values


def counts(db: sqlite3.Connection, scope: Scope) -> dict[str, Any]:
    """The numbers of papers, paragraphs, passages and meetings in a scope, its councils and bodies, first and last date."""
    tests, values = scope_tests(scope)
    where = " AND ".join(tests)
    papers, passages, first, last = db.execute(
        f"SELECT COUNT(DISTINCT paper), COUNT(*), MIN(date), MAX(date) FROM passages WHERE {where}", values
    ).fetchone()
    meetings = db.execute(
        f"SELECT COUNT(*) FROM (SELECT DISTINCT council, body, date FROM passages WHERE {where} AND date IS NOT NULL)",
        values,
    ).fetchone()[0]
    return {
        "papers": papers,
        "paragraphs": _paragraphs(db, scope),
        "passages": passages,
        "meetings": meetings,
        "first": first,
        "last": last,
        "councils": _names(db, "council", where, values),
        "bodies": _names(db, "body", where, values),
    }


def paper_counts(db: sqlite3.Connection, access: frozenset[Access]) -> dict[str, int]:
    """The number of citable paragraphs of each paper."""
    rows = db.execute(
        f"SELECT paper, COUNT(*) FROM paragraphs WHERE heading = 0 AND access IN ({marks(len(access))}) GROUP BY paper",
        sorted(access),
    )
    return dict(rows.fetchall())


def _paragraphs(db: sqlite3.Connection, scope: Scope) -> int:
    """The number of citable paragraphs: those that the reader may see, of the parts in scope."""
    (own, *of_part), values = scope_tests(scope)
    tests = ["g.heading = 0", f"g.{own}", *(f"t.{test}" for test in of_part)]
    count = db.execute(
        "SELECT COUNT(*) FROM paragraphs g JOIN parts t ON t.paper = g.paper AND t.n = g.part"
        f" WHERE {' AND '.join(tests)}",
        values,
    )
    return int(count.fetchone()[0])


def _names(db: sqlite3.Connection, column: str, where: str, values: Sequence[str]) -> list[str]:
    rows = db.execute(
        f"SELECT DISTINCT {column} FROM passages WHERE {where} AND {column} IS NOT NULL ORDER BY 1", values
    )
    return [row[0] for row in rows]


def repeated_parts(db: sqlite3.Connection) -> Iterator[tuple[str, int, Part, str, str]]:
    """(paper, index, part, file, all its words) of every part that shares its kind and date with another."""
    rows = db.execute(
        "SELECT p.name, t.* FROM parts t JOIN papers p ON p.sha = t.paper WHERE (t.kind, t.date) IN"
        " (SELECT kind, date FROM parts WHERE date IS NOT NULL GROUP BY kind, date HAVING COUNT(*) > 1)"
        " ORDER BY t.paper, t.n"
    ).fetchall()
    for name, paper, i, *part in rows:
        own = db.execute("SELECT own FROM paragraphs WHERE paper = ? AND part = ? ORDER BY n", (paper, i))
        yield paper, i, part_of(part), name, " ".join(text for (text,) in own)
