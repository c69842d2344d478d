"""The SQLite catalogue: papers, parts, paragraphs, passages and records, and what was refused.

It is the one transactional truth. A paper is written whole in one transaction, after its vectors, so
that a build killed at any point never shows half a paper.
"""

import json
import sqlite3
import threading
import uuid
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.models import Access, Box, Meeting, Outline, Paragraph, Part, PartKind, Status
from corpus.versions import Link
from index.errors import IndexMissing, StoreFormat
from index.models import Also, Passage, Placed, Scope, Unit, Vectors

FORMAT = "3"
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, sha TEXT NOT NULL);
CREATE TABLE refused (sha TEXT PRIMARY KEY, name TEXT, path TEXT, page INTEGER, what TEXT, remedy TEXT);
CREATE TABLE begun (sha TEXT PRIMARY KEY);
CREATE TABLE papers (sha TEXT PRIMARY KEY, name TEXT, path TEXT, pages INTEGER, ocr INTEGER, folder TEXT,
                     context TEXT, undated INTEGER, votes TEXT, outline TEXT);
CREATE INDEX papers_of_folder ON papers (folder);
CREATE TABLE parts (paper TEXT, n INTEGER, kind TEXT, title TEXT, council TEXT, body TEXT, date TEXT,
                    start_line INTEGER, end_line INTEGER, start_page INTEGER, end_page INTEGER, access TEXT,
                    draft INTEGER, held TEXT, item TEXT, PRIMARY KEY (paper, n));
CREATE TABLE paragraphs (id TEXT PRIMARY KEY, paper TEXT, n INTEGER, part INTEGER, text TEXT, own TEXT, intro TEXT,
                    item TEXT, item_title TEXT, section TEXT, ref TEXT, page INTEGER, line INTEGER, end_line INTEGER,
                    status TEXT, access TEXT, heading INTEGER, box TEXT);
CREATE INDEX paragraphs_of_paper ON paragraphs (paper, n);
CREATE TABLE passages (id TEXT PRIMARY KEY, paper TEXT, file TEXT, part INTEGER, heading TEXT, text TEXT, body_text TEXT,
                    paragraphs TEXT, units TEXT, vectors BLOB, council TEXT, body TEXT, date TEXT, kind TEXT, access TEXT);
CREATE INDEX passages_of_paper ON passages (paper);
CREATE INDEX passages_filter ON passages (council, body, date, kind);
"""
# A later addition to the format: what a store from before it lacks until its next build.
_LINKS = """
CREATE TABLE IF NOT EXISTS links (relation TEXT, paper TEXT, part INTEGER, current_paper TEXT, current_part INTEGER);
CREATE INDEX IF NOT EXISTS links_of_part ON links (paper, part);
CREATE INDEX IF NOT EXISTS links_to_part ON links (current_paper, current_part);
CREATE INDEX IF NOT EXISTS paragraphs_of_status ON paragraphs (status);
CREATE INDEX IF NOT EXISTS parts_of_date ON parts (date);
"""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as it was last seen."""

    path: str
    size: int
    mtime: int
    sha: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Bytes that could not be read, and why."""

    sha: str
    name: str
    path: str
    page: int | None
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that is indexed. `context` is the meeting it was placed in, `votes` what it says of its folder's meeting."""

    sha: str
    name: str
    path: str
    pages: int | None
    ocr: bool
    folder: str
    context: str
    undated: bool
    votes: str


class Catalogue:
    """The catalogue of one store; safe to read from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    def create(self) -> None:
        """Make the catalogue where there is none, whole or not at all.

        Raises: StoreFormat where another version of Minutebook made it.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not self.path.exists() or self.path.stat().st_size == 0:
            first = {"format": FORMAT, "namespace": uuid.uuid4().hex[:12], "version": uuid.uuid4().hex}
            values = "".join(f"INSERT INTO meta VALUES ('{key}', '{value}');" for key, value in first.items())
            with closing(sqlite3.connect(self.path, timeout=30)) as db:
                db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} {_LINKS} {values} COMMIT; PRAGMA journal_mode=WAL;")
        self.check()
        self._db.executescript(_LINKS)

    def check(self) -> None:
        """Raises: IndexMissing where there is no catalogue, StoreFormat where it is of another version."""
        if not self.path.exists() or self._is_blank():
            raise IndexMissing(f"Nothing is indexed in {self.path.parent}. Run `minutebook index FOLDER` first.")
        if self.meta("format") != FORMAT:
            raise StoreFormat(
                f"{self.path.parent} was built by another version of Minutebook. Remove the folder and index the papers again."
            )

    def _is_blank(self) -> bool:
        """Whether the file holds no table yet: another process is just making it."""
        try:
            return self._db.execute("SELECT 1 FROM sqlite_master").fetchone() is None
        except sqlite3.DatabaseError:
            return False  # no database at all: `meta` says so

    def meta(self, key: str) -> str | None:
        """A remembered value, or None."""
        try:
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError as error:
            raise StoreFormat(
                f"{self.path} is no catalogue of Minutebook ({error}). Remove the folder and index again."
            ) from error
        return row[0] if row else None

    def remember(self, key: str, value: str) -> None:
        """Keep a value."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # Writing, one paper at a time

    def begin(self, sha: str) -> None:
        """Note that a paper's vectors are about to be written."""
        with self._db:
            self._db.execute("INSERT OR IGNORE INTO begun VALUES (?)", (sha,))

    def begun(self) -> list[str]:
        """Papers whose writing was cut off."""
        return [row[0] for row in self._db.execute("SELECT sha FROM begun")]

    def put(self, row: PaperRow, outline: Outline, passages: Sequence[Passage], vectors: Sequence[Vectors]) -> None:
        """Write a paper whole; `vectors` holds each passage's unit vectors, shape (units, dimensions)."""
        with self._db as db:
            self._forget(db, row.sha)
            db.execute(
                f"INSERT INTO papers VALUES ({_marks(10)})",
                (
                    row.sha,
                    row.name,
                    row.path,
                    row.pages,
                    row.ocr,
                    row.folder,
                    row.context,
                    row.undated,
                    row.votes,
                    _records(outline),
                ),
            )
            db.executemany(
                f"INSERT INTO parts VALUES ({_marks(15)})",
                [
                    (row.sha, n, p.kind, p.title, p.meeting.council, p.meeting.body, p.meeting.date)
                    + (p.start_line, p.end_line, p.start_page, p.end_page, p.access)
                    + (p.draft, p.held, p.item)
                    for n, p in enumerate(outline.parts)
                ],
            )
            db.executemany(
                f"INSERT INTO paragraphs VALUES ({_marks(18)})",
                [_paragraph_row(row.sha, n, p) for n, p in enumerate(outline.paragraphs)],
            )
            db.executemany(
                f"INSERT INTO passages VALUES ({_marks(15)})",
                [_passage_row(p, v) for p, v in zip(passages, vectors, strict=True)],
            )
            db.execute("DELETE FROM begun WHERE sha = ?", (row.sha,))
            db.execute("DELETE FROM refused WHERE sha = ?", (row.sha,))
            self._touch(db)

    def forget(self, sha: str) -> None:
        """Remove a paper and all that was read from it."""
        with self._db as db:
            self._forget(db, sha)
            db.execute("DELETE FROM begun WHERE sha = ?", (sha,))
            self._touch(db)

    def refuse(self, refusal: Refusal) -> None:
        """List bytes as refused."""
        with self._db as db:
            db.execute("INSERT OR REPLACE INTO refused VALUES (?,?,?,?,?,?)", tuple(asdict(refusal).values()))

    def pardon(self, sha: str) -> None:
        """Take bytes off the list of refused papers."""
        with self._db as db:
            db.execute("DELETE FROM refused WHERE sha = ?", (sha,))

    def put_files(self, rows: Sequence[FileRow], gone: Sequence[str]) -> None:
        """Note the files that were seen, and drop those that are gone."""
        with self._db as db:
            db.executemany(
                "INSERT OR REPLACE INTO files VALUES (?,?,?,?)", [(r.path, r.size, r.mtime, r.sha) for r in rows]
            )
            db.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])

    def put_links(self, links: Sequence[Link], version: str) -> None:
        """Keep which parts say the same, as found in this version of the catalogue; those kept before go."""
        with self._db as db:
            db.execute("DELETE FROM links")
            db.executemany(
                "INSERT INTO links VALUES (?,?,?,?,?)",
                [(k.relation, k.other.file, k.other.part, k.current.file, k.current.part) for k in links],
            )
            db.execute("INSERT OR REPLACE INTO meta VALUES ('linked', ?)", (version,))

    def _forget(self, db: sqlite3.Connection, sha: str) -> None:
        for table in ("parts", "paragraphs", "passages"):
            db.execute(f"DELETE FROM {table} WHERE paper = ?", (sha,))
        db.execute("DELETE FROM papers WHERE sha = ?", (sha,))

    def _touch(self, db: sqlite3.Connection) -> None:
        db.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (uuid.uuid4().hex,))

    # Reading

    def files(self) -> dict[str, FileRow]:
        """Every file seen, by path."""
        return {row[0]: FileRow(*row) for row in self._db.execute("SELECT path, size, mtime, sha FROM files")}

    def papers(self, folder: str | None = None) -> list[PaperRow]:
        """Every paper indexed, or those of one folder, by name."""
        rows = self._db.execute(
            "SELECT sha, name, path, pages, ocr, folder, context, undated, votes FROM papers"
            f"{'' if folder is None else ' WHERE folder = ?'} ORDER BY name, path",
            [] if folder is None else [folder],
        )
        return [
            PaperRow(row[0], row[1], row[2], row[3], bool(row[4]), row[5], row[6], bool(row[7]), row[8]) for row in rows
        ]

    def unread_pages(self) -> dict[str, tuple[int, ...]]:
        """The pages, from 1, of each paper by its sha256 that are pictures which could not be read."""
        rows = self._db.execute("SELECT sha, json_extract(outline, '$.unread_pages') FROM papers")
        return {sha: tuple(json.loads(pages)) for sha, pages in rows if pages and pages != "[]"}

    def councils(self) -> list[str]:
        """Every council that a part names, whoever may see it, by name."""
        rows = self._db.execute("SELECT DISTINCT council FROM parts WHERE council IS NOT NULL ORDER BY council")
        return [row[0] for row in rows]

    def holds(self, sha: str) -> bool:
        """Whether a paper is indexed."""
        return self._db.execute("SELECT 1 FROM papers WHERE sha = ?", (sha,)).fetchone() is not None

    def taken(self, ids: Sequence[str], sha: str) -> frozenset[str]:
        """Those of these paragraphs' ids that another paper than this has."""
        found: set[str] = set()
        for first in range(0, len(ids), 500):
            chosen = list(ids[first : first + 500])
            rows = self._db.execute(
                f"SELECT id FROM paragraphs WHERE id IN ({_marks(len(chosen))}) AND paper <> ?", [*chosen, sha]
            )
            found.update(row[0] for row in rows)
        return frozenset(found)

    def size(self) -> int:
        """How many passages there are, whoever may see them."""
        return int(self._db.execute("SELECT COUNT(*) FROM passages").fetchone()[0])

    def refusals(self) -> list[Refusal]:
        """Everything refused, by name."""
        return [
            Refusal(*row)
            for row in self._db.execute("SELECT sha, name, path, page, what, remedy FROM refused ORDER BY name")
        ]

    def records(self, sha: str) -> dict[str, Any]:
        """A paper's agenda items, minutes, actions and forward plan, as plain values."""
        row = self._db.execute("SELECT outline FROM papers WHERE sha = ?", (sha,)).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def parts(self, access: frozenset[Access]) -> list[tuple[str, Part]]:
        """(paper, part) of every part that these access levels may see, by date."""
        rows = self._db.execute(
            f"SELECT * FROM parts WHERE access IN ({_marks(len(access))}) ORDER BY date, paper, n", sorted(access)
        )
        return [(row[0], _part(row[2:])) for row in rows]

    def parts_by_paper(self) -> dict[str, list[Part]]:
        """Every paper's parts in order, whoever may see them."""
        found: dict[str, list[Part]] = {}
        for row in self._db.execute("SELECT * FROM parts ORDER BY paper, n"):
            found.setdefault(row[0], []).append(_part(row[2:]))
        return found

    def repeated_parts(self) -> Iterator[tuple[str, int, Part, str, str]]:
        """(paper, index, part, file, all its words) of every part that shares its kind and date with another."""
        rows = self._db.execute(
            "SELECT t.*, p.name FROM parts t JOIN papers p ON p.sha = t.paper WHERE (t.kind, t.date) IN"
            " (SELECT kind, date FROM parts WHERE date IS NOT NULL GROUP BY kind, date HAVING COUNT(*) > 1)"
            " ORDER BY t.paper, t.n"
        ).fetchall()
        for row in rows:
            own = self._db.execute("SELECT own FROM paragraphs WHERE paper = ? AND part = ? ORDER BY n", row[:2])
            yield row[0], row[1], _part(row[2:15]), row[15], " ".join(one[0] for one in own)

    def also(
        self, places: Collection[tuple[str, int]], access: frozenset[Access]
    ) -> dict[tuple[str, int], tuple[Also, ...]]:
        """The other parts that say the same as these (paper, part), those out of reach left out."""
        if self.meta("linked") is None:
            return {}  # built before links were kept
        found: dict[tuple[str, int], tuple[Also, ...]] = {}
        for place in places:
            rows = self._db.execute(
                "SELECT k.relation, t.paper, t.n, p.name, t.kind, t.title, t.draft, t.access FROM"
                " (SELECT relation, paper, part FROM links WHERE current_paper = ?1 AND current_part = ?2 UNION"
                " SELECT CASE relation WHEN 'earlier' THEN 'current' ELSE relation END, current_paper, current_part"
                " FROM links WHERE paper = ?1 AND part = ?2) k"
                " JOIN parts t ON t.paper = k.paper AND t.n = k.part JOIN papers p ON p.sha = t.paper ORDER BY p.name, t.n",
                place,
            )
            also = tuple(
                Also(relation, paper, part, name, kind, title, bool(draft))
                for relation, paper, part, name, kind, title, draft, level in rows
                if Access(level) in access
            )
            if also:
                found[place] = also
        return found

    def paragraphs(self, ids: Sequence[str], access: frozenset[Access]) -> dict[str, Placed]:
        """Paragraphs by id with their places; ids that are unknown or out of reach are left out."""
        found: dict[str, Placed] = {}
        for first in range(0, len(ids), 500):
            chosen = list(ids[first : first + 500])
            for place in self._placed(f"g.id IN ({_marks(len(chosen))})", chosen, access):
                found[place.paragraph.id] = place
        return found

    def with_status(self, statuses: Sequence[Status], access: frozenset[Access]) -> list[Placed]:
        """Every paragraph of these kinds, and the titles in minutes, in the order of the papers."""
        where = (
            f"(g.heading = 0 AND g.status IN ({_marks(len(statuses))}) OR g.heading = 1 AND t.kind = ?)"
            " ORDER BY p.name, g.paper, g.n"
        )
        return list(self._placed(where, [*statuses, PartKind.MINUTES], access))

    def with_words(self, words: str, kind: PartKind, access: frozenset[Access]) -> list[Placed]:
        """Every paragraph of a kind of part that holds these letters, titles aside, in the order of the papers."""
        where = "g.heading = 0 AND t.kind = ? AND instr(lower(g.own), ?) > 0 ORDER BY p.name, g.paper, g.n"
        return list(self._placed(where, [kind, words.lower()], access))

    def of_meeting(self, date: str, access: frozenset[Access]) -> list[Placed]:
        """Every paragraph of the papers for the meetings of a day, titles included, in the order of the papers."""
        return list(self._placed("t.date = ? ORDER BY p.name, g.paper, g.n", [date], access))

    def of_file(self, name: str, access: frozenset[Access]) -> list[Placed]:
        """Every paragraph of the papers of this name, in order."""
        return list(self._placed("p.name = ? ORDER BY g.paper, g.n", [name], access))

    def of_part(self, paper: str, part: int, statuses: Sequence[Status], access: frozenset[Access]) -> list[Placed]:
        """The paragraphs of these kinds in a part of a paper, in order."""
        where = f"g.paper = ? AND g.part = ? AND g.status IN ({_marks(len(statuses))}) ORDER BY g.n"
        return list(self._placed(where, [paper, str(part), *statuses], access))

    def _placed(self, where: str, values: Sequence[str], access: frozenset[Access]) -> Iterator[Placed]:
        rows = self._db.execute(
            "SELECT g.*, t.kind, t.title, t.council, t.body, t.date, t.start_line, t.end_line, t.start_page, t.end_page,"
            " t.access, t.draft, t.held, t.item, p.name, p.path,"
            " CASE WHEN p.ocr THEN json_extract(p.outline, '$.ocr_pages') END FROM paragraphs g"
            f" JOIN parts t ON t.paper = g.paper AND t.n = g.part JOIN papers p ON p.sha = g.paper WHERE {where}",
            values,
        ).fetchall()
        also = self.also({(row[1], row[3]) for row in rows}, access)
        for row in rows:
            paragraph = _paragraph(row)
            if paragraph.access in access:
                ocr = row[33] is not None and paragraph.page in json.loads(row[33])
                others = also.get((row[1], row[3]), ())
                yield Placed(paragraph, _part(row[18:31]), row[1], row[31], row[32], row[2], ocr, others)

    def neighbours(self, paper: str, n: int, reach: int, access: frozenset[Access]) -> list[Placed]:
        """The paragraphs around the n-th of a paper, `reach` on each side, in order."""
        ids = [
            row[0]
            for row in self._db.execute(
                "SELECT id FROM paragraphs WHERE paper = ? AND n BETWEEN ? AND ? ORDER BY n",
                (paper, n - reach, n + reach),
            )
        ]
        found = self.paragraphs(ids, access)
        return [found[name] for name in ids if name in found]

    def passages(
        self, ids: Sequence[str], access: frozenset[Access], whole: bool = True
    ) -> dict[str, tuple[Passage, Vectors]]:
        """Passages by id, each with its units' vectors; unknown ids and those out of reach are left out.

        Not whole, they lack their units and the names of their paragraphs, which a search needs of the best alone.
        """
        levels = sorted(access)
        found: dict[str, tuple[Passage, Vectors]] = {}
        for first in range(0, len(ids), 500):
            chosen = list(ids[first : first + 500])
            rows = self._db.execute(
                f"SELECT * FROM passages WHERE id IN ({_marks(len(chosen))}) AND access IN ({_marks(len(levels))})",
                [*chosen, *levels],
            ).fetchall()
            found.update({row[0]: held for row, held in zip(rows, _passages(rows, whole), strict=True)})
        return found

    def passages_holding(
        self, paper: str, part: int, paragraphs: Collection[str], access: frozenset[Access]
    ) -> dict[str, tuple[Passage, Vectors]]:
        """The passages of a part of a paper that hold any of these paragraphs, by id, each with its units' vectors."""
        rows = self._db.execute("SELECT id, paragraphs FROM passages WHERE paper = ? AND part = ?", (paper, part))
        ids = [name for name, held in rows.fetchall() if not set(paragraphs).isdisjoint(json.loads(held))]
        return self.passages(ids, access)

    def passage_texts(self) -> list[tuple[str, str, Access]]:
        """(id, text, access) of every passage, in a fixed order."""
        return [
            (row[0], row[1], Access(row[2]))
            for row in self._db.execute("SELECT id, text, access FROM passages ORDER BY id")
        ]

    def allowed(self, scope: Scope) -> frozenset[str]:
        """The ids of the passages in a scope."""
        tests, values = _tests(scope)
        return frozenset(
            row[0] for row in self._db.execute(f"SELECT id FROM passages WHERE {' AND '.join(tests)}", values)
        )

    def counts(self, scope: Scope) -> dict[str, Any]:
        """What a scope holds: papers, paragraphs, passages, meetings, councils, bodies, first and last date."""
        levels = sorted(scope.access)
        one = self._db.execute
        tests, values = _tests(scope)
        where = " AND ".join(tests)
        papers, passages = one(f"SELECT COUNT(DISTINCT paper), COUNT(*) FROM passages WHERE {where}", values).fetchone()
        paragraphs = one(
            f"SELECT COUNT(*) FROM paragraphs g JOIN parts t ON t.paper = g.paper AND t.n = g.part WHERE g.heading = 0"
            f" AND g.access IN ({_marks(len(levels))})" + "".join(f" AND t.{test}" for test in tests[1:]),
            [*levels, *values[len(levels) :]],
        ).fetchone()[0]
        meetings = one(
            f"SELECT COUNT(*) FROM (SELECT DISTINCT council, body, date FROM passages WHERE {where} AND date IS NOT NULL)",
            values,
        ).fetchone()[0]
        first, last = one(f"SELECT MIN(date), MAX(date) FROM passages WHERE {where}", values).fetchone()
        councils = [
            row[0]
            for row in one(
                f"SELECT DISTINCT council FROM passages WHERE {where} AND council IS NOT NULL ORDER BY 1", values
            )
        ]
        bodies = [
            row[0]
            for row in one(f"SELECT DISTINCT body FROM passages WHERE {where} AND body IS NOT NULL ORDER BY 1", values)
        ]
        return {
            "papers": papers,
            "paragraphs": paragraphs,
            "passages": passages,
            "meetings": meetings,
            "first": first,
            "last": last,
            "councils": councils,
            "bodies": bodies,
        }

    def open_pages(self, path: str, access: frozenset[Access]) -> frozenset[int] | None:
        """The pages of a paper on which every paragraph is in reach; None where the whole paper is; by its path.

        Where a paragraph out of reach ends is not known: the pages up to the next paragraph's are closed with it.
        """
        rows = self._db.execute(
            "SELECT g.page, g.access, g.part FROM paragraphs g JOIN papers p ON p.sha = g.paper"
            " WHERE p.path = ? OR p.sha IN (SELECT sha FROM files WHERE path = ?) ORDER BY g.paper, g.n",
            (path, path),
        ).fetchall()
        closed: set[int] = set()
        following = [*rows[1:], (None, None, None)][: len(rows)]
        for (page, level, part), (next_page, _, next_part) in zip(rows, following, strict=True):
            if Access(level) not in access and page is not None:
                # A new part begins on a page of its own; the next paragraph of the same part may not.
                last = next_page if next_part == part and next_page is not None else page
                closed.update([page, *range(page, last + 1)])
        if rows and not closed and all(Access(level) in access for _, level, _ in rows):
            return None
        return frozenset(page for page, _, _ in rows if page is not None and page not in closed)

    def paper_counts(self, access: frozenset[Access]) -> dict[str, int]:
        """Citable paragraphs by paper."""
        rows = self._db.execute(
            f"SELECT paper, COUNT(*) FROM paragraphs WHERE heading = 0 AND access IN ({_marks(len(access))}) GROUP BY paper",
            sorted(access),
        )
        return dict(rows.fetchall())

    @property
    def _db(self) -> sqlite3.Connection:
        if not hasattr(self._local, "db"):
            self._local.db = sqlite3.connect(self.path, timeout=30)
            self._local.db.execute("PRAGMA foreign_keys=ON")
            self._local.db.execute("PRAGMA synchronous=NORMAL")
        db: sqlite3.Connection = self._local.db
        return db


def _marks(n: int) -> str:
    """ "?,?,?": places for n values."""
    return ",".join("?" * n)


def _tests(scope: Scope) -> tuple[list[str], list[str]]:
    """SQL tests and their values for a scope, access first."""
    levels = sorted(scope.access)
    tests = [f"access IN ({_marks(len(levels))})"]
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


def _records(outline: Outline) -> str:
    return json.dumps(
        {
            "agenda_items": [asdict(x) for x in outline.agenda_items],
            "minutes": [asdict(x) for x in outline.minutes],
            "actions": [asdict(x) for x in outline.actions],
            "forward_plan": [asdict(x) for x in outline.forward_plan],
            "ocr_pages": sorted(outline.ocr_pages),
            "unread_pages": sorted(outline.unread_pages),
        },
        ensure_ascii=False,
    )


def _paragraph_row(sha: str, n: int, p: Paragraph) -> tuple[Any, ...]:
    box = json.dumps([p.box.left, p.box.top, p.box.right, p.box.bottom]) if p.box else None
    return (
        (p.id, sha, n, p.part, p.text, p.own, p.intro, p.item, p.item_title, p.section, p.ref, p.page, p.line, p.end_line)
        + (p.status, p.access, p.heading, box)
    )  # fmt: skip


def _paragraph(row: Sequence[Any]) -> Paragraph:
    return Paragraph(
        id=row[0],
        text=row[4],
        own=row[5],
        part=row[3],
        item=row[7],
        item_title=row[8],
        section=row[9],
        ref=row[10],
        page=row[11],
        line=row[12],
        end_line=row[13],
        status=Status(row[14]),
        access=Access(row[15]),
        intro=row[6],
        heading=bool(row[16]),
        box=Box(*json.loads(row[17])) if row[17] else None,
    )


def _part(row: Sequence[Any]) -> Part:
    kind, title, council, body, date, start_line, end_line, start_page, end_page, access, draft, held, item = row
    return Part(
        kind=PartKind(kind),
        title=title,
        meeting=Meeting(council, body, date),
        start_line=start_line,
        end_line=end_line,
        start_page=start_page,
        end_page=end_page,
        access=Access(access),
        draft=bool(draft),
        held=held,
        item=item,
    )


def _passage_row(p: Passage, vectors: Vectors) -> tuple[Any, ...]:
    return (
        (p.id, p.paper, p.file, p.part, p.heading, p.text, p.body_text, json.dumps(p.paragraphs))
        + (json.dumps([[u.paragraph, u.start, u.end] for u in p.units]), vectors.astype(np.float16).tobytes())
        + (p.council, p.body, p.date, p.kind, p.access)
    )


def _passages(rows: Sequence[Sequence[Any]], whole: bool) -> Iterator[tuple[Passage, Vectors]]:
    """Rows as passages with their units' vectors, all of these read at once: one by one takes several times as long."""
    vectors = np.frombuffer(b"".join(row[9] for row in rows), dtype=np.float16).astype(np.float32)
    at = 0
    for row in rows:
        size, count = len(row[9]) // 2, row[8].count("[") - 1  # half-precision numbers, units
        passage = Passage(
            id=row[0],
            paper=row[1],
            file=row[2],
            part=row[3],
            heading=row[4],
            text=row[5],
            body_text=row[6],
            paragraphs=tuple(json.loads(row[7])) if whole else (),
            units=tuple(Unit(*unit) for unit in json.loads(row[8])) if whole else (),
            embedded="",
            spans=(),
            council=row[10],
            body=row[11],
            date=row[12],
            kind=row[13],
            access=Access(row[14]),
        )
        yield passage, vectors[at : at + size].reshape(count, -1) if count else vectors[:0].reshape(0, 1)
        at += size
