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
from dataclasses import astuple
from pathlib import Path
from typing import Any

from corpus.models import Access, Motion, Outline, Part, PartKind, Status, Table
from corpus.versions import Link
from index import counting, data_tables, motions, people
from index.encoding.late_interaction import Tokens
from index.errors import IndexMissing, StoreFormat
from index.models import Embedded, Passage, PassageText, Placed, Scope, StoredPassage, Vectors
from index.open_pages import open_pages
from index.places import placed
from index.rows import (
    PASSAGE_COLUMNS,
    TEXT_COLUMNS,
    FileRow,
    PaperRow,
    Refusal,
    Row,
    paper_of,
    paper_row,
    paragraph_row,
    part_of,
    part_row,
    passage_row,
    passages_of,
    texts_of,
    tokens_of,
)
from index.schema import FORMAT, LINKS, TABLES, batches, marks


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
                db.executescript(f"BEGIN IMMEDIATE; {TABLES} {LINKS} {values} COMMIT; PRAGMA journal_mode=WAL;")
        self.check()
        self._db.executescript(LINKS)

    def check(self) -> None:
        """Make sure that there is a catalogue that this version can read.

        Raises: IndexMissing where there is none, StoreFormat where it is of another version.
        """
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
        """A remembered value, or None.

        Raises: StoreFormat where the file is no database.
        """
        try:
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError as error:
            raise StoreFormat(
                f"{self.path} is no catalogue of Minutebook ({error}). Remove the folder and index again."
            ) from error
        return row[0] if row else None

    def remember(self, key: str, value: str) -> None:
        """Keep a value under a key, in place of the one before."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # Writing, one paper at a time

    def begin(self, sha: str) -> None:
        """Note that a paper's vectors are about to be written."""
        with self._db:
            self._db.execute("INSERT OR IGNORE INTO begun VALUES (?)", (sha,))

    def begun(self) -> list[str]:
        """The papers, by sha256, whose writing was cut off."""
        return [row[0] for row in self._db.execute("SELECT sha FROM begun")]

    def put(self, paper: PaperRow, outline: Outline, passages: Sequence[Passage], embedded: Embedded) -> None:
        """Write a paper whole, with its passages' units' vectors and tokens."""
        sha = paper.sha
        parts = [part_row(sha, i, part) for i, part in enumerate(outline.parts)]
        paragraphs = [paragraph_row(sha, i, paragraph) for i, paragraph in enumerate(outline.paragraphs)]
        cut = [passage_row(*row) for row in zip(passages, embedded.units, embedded.tokens, strict=True)]
        with self._db as db:
            _forget(db, sha)
            for table, rows in (
                ("papers", [paper_row(paper, outline)]),
                ("parts", parts),
                ("paragraphs", paragraphs),
                ("motions", [motions.motion_row(sha, i, motion) for i, motion in enumerate(outline.motions)]),
                ("data_tables", [data_tables.table_row(sha, i, table) for i, table in enumerate(outline.tables)]),
                ("passages", cut),
                ("attendance", people.attendance_rows(sha, outline)),
                ("offices", people.office_rows(sha, outline)),
            ):
                if rows:
                    db.executemany(f"INSERT INTO {table} VALUES ({marks(len(rows[0]))})", rows)
            db.execute("DELETE FROM begun WHERE sha = ?", (sha,))
            db.execute("DELETE FROM refused WHERE sha = ?", (sha,))
            _touch(db)

    def forget(self, sha: str) -> None:
        """Remove a paper and all that was read from it."""
        with self._db as db:
            _forget(db, sha)
            db.execute("DELETE FROM begun WHERE sha = ?", (sha,))
            _touch(db)

    def refuse(self, refusal: Refusal) -> None:
        """List bytes as refused."""
        with self._db as db:
            db.execute("INSERT OR REPLACE INTO refused VALUES (?,?,?,?,?,?)", astuple(refusal))

    def pardon(self, sha: str) -> None:
        """Take bytes off the list of refused papers."""
        with self._db as db:
            db.execute("DELETE FROM refused WHERE sha = ?", (sha,))

    def put_files(self, rows: Sequence[FileRow], gone: Sequence[str]) -> None:
        """Note the files that were seen, and drop the paths that are gone."""
        with self._db as db:
            db.executemany("INSERT OR REPLACE INTO files VALUES (?,?,?,?)", [astuple(row) for row in rows])
            db.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])

    def put_links(self, links: Sequence[Link], version: str) -> None:
        """Keep which parts say the same, as found in this version of the catalogue, in place of the links before."""
        with self._db as db:
            db.execute("DELETE FROM links")
            db.executemany(
                "INSERT INTO links VALUES (?,?,?,?,?)",
                [
                    (link.relation, link.other.file, link.other.part, link.current.file, link.current.part)
                    for link in links
                ],
            )
            db.execute("INSERT OR REPLACE INTO meta VALUES ('linked', ?)", (version,))

    # Reading papers and parts

    def files(self) -> dict[str, FileRow]:
        """Every file seen, by path."""
        return {row[0]: FileRow(*row) for row in self._db.execute("SELECT path, size, mtime, sha FROM files")}

    def papers(self, folder: str | None = None) -> list[PaperRow]:
        """Every paper indexed, or those of one folder, by name."""
        rows = self._db.execute(
            "SELECT sha, name, path, pages, ocr, folder, beside, leans, told FROM papers"
            f"{'' if folder is None else ' WHERE folder = ?'} ORDER BY name, path",
            [] if folder is None else [folder],
        )
        return [paper_of(row) for row in rows]

    def unread_pages(self) -> dict[str, tuple[int, ...]]:
        """The pages, from 1, that are pictures which could not be read, by their paper's sha256."""
        rows = self._db.execute("SELECT sha, json_extract(outline, '$.unread_pages') FROM papers")
        return {sha: tuple(json.loads(pages)) for sha, pages in rows if pages and pages != "[]"}

    def councils(self) -> list[str]:
        """Every council that a part names, whoever may see it, by name."""
        rows = self._db.execute("SELECT DISTINCT council FROM parts WHERE council IS NOT NULL ORDER BY council")
        return [row[0] for row in rows]

    def bodies(self) -> list[tuple[str | None, str]]:
        """Every body that a part names, whoever may see it, with its council, by name."""
        rows = self._db.execute(
            "SELECT DISTINCT council, body FROM parts WHERE body IS NOT NULL ORDER BY body, council"
        )
        return [(council, body) for council, body in rows]

    def holds(self, sha: str) -> bool:
        """Whether a paper is indexed."""
        return self._db.execute("SELECT 1 FROM papers WHERE sha = ?", (sha,)).fetchone() is not None

    def taken(self, ids: Sequence[str], sha: str) -> frozenset[str]:
        """Which of these paragraph ids a paper other than this one already has."""
        found: set[str] = set()
        for chosen in batches(ids):
            rows = self._db.execute(
                f"SELECT id FROM paragraphs WHERE id IN ({marks(len(chosen))}) AND paper <> ?", [*chosen, sha]
            )
            found.update(row[0] for row in rows)
        return frozenset(found)

    def size(self) -> int:
        """How many passages there are, whoever may see them."""
        return int(self._db.execute("SELECT COUNT(*) FROM passages").fetchone()[0])

    def refusals(self) -> list[Refusal]:
        """Everything refused, by name."""
        rows = self._db.execute("SELECT sha, name, path, page, what, remedy FROM refused ORDER BY name")
        return [Refusal(*row) for row in rows]

    def records(self, sha: str) -> dict[str, Any]:
        """A paper's agenda items, minutes, actions and forward plan, as plain values."""
        row = self._db.execute("SELECT outline FROM papers WHERE sha = ?", (sha,)).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def parts(self, access: frozenset[Access]) -> list[tuple[str, Part]]:
        """(paper, part) of every part that these access levels may see, by date."""
        rows = self._db.execute(
            f"SELECT * FROM parts WHERE access IN ({marks(len(access))}) ORDER BY date, paper, n", sorted(access)
        )
        return [(row[0], part_of(row[2:])) for row in rows]

    def parts_by_paper(self) -> dict[str, list[Part]]:
        """Every paper's parts in order, whoever may see them."""
        found: dict[str, list[Part]] = {}
        for row in self._db.execute("SELECT * FROM parts ORDER BY paper, n"):
            found.setdefault(row[0], []).append(part_of(row[2:]))
        return found

    def tables(self, access: frozenset[Access], within: tuple[str, int] | None = None) -> list[tuple[str, Table]]:
        """(paper, table) of every table, or of those in one (paper, part), whose rows these access levels may all see."""
        return data_tables.tables(self._db, access, within)

    def repeated_parts(self) -> Iterator[tuple[str, int, Part, str, str]]:
        """(paper, index, part, file, all its words) of every part that shares its kind and date with another."""
        return counting.repeated_parts(self._db)

    # Reading records

    def attendance(self, asked: people.Meet, access: frozenset[Access]) -> list[people.Attended]:
        """Those listed at the meetings asked for, newest first."""
        return people.attendance(self._db, asked, access)

    def offices(self, asked: people.Meet, access: frozenset[Access]) -> list[people.HeldOffice]:
        """Who holds what office by the meetings asked for, newest first."""
        return people.offices(self._db, asked, access)

    def motions(
        self, access: frozenset[Access], paper: str | None = None, part: int | None = None
    ) -> list[tuple[str, Motion]]:
        """(paper, motion) of every motion, or of those in one part, that these access levels may see, in order."""
        return motions.motions(self._db, access, paper, part)

    # Reading paragraphs

    def paragraphs(self, ids: Sequence[str], access: frozenset[Access]) -> dict[str, Placed]:
        """Paragraphs by id with their places; ids that are unknown or out of reach are left out."""
        found: dict[str, Placed] = {}
        for chosen in batches(ids):
            for place in placed(self._db, f"g.id IN ({marks(len(chosen))})", chosen, access):
                found[place.paragraph.id] = place
        return found

    def with_status(self, statuses: Sequence[Status], access: frozenset[Access]) -> list[Placed]:
        """Every paragraph of these kinds, and the titles in minutes, in the order of the papers.

        What stands side by side in two languages is given once, in English where that is one of them.
        """
        where = (
            f"g.twin >= 0 AND (g.heading = 0 AND g.status IN ({marks(len(statuses))}) OR g.heading = 1 AND t.kind = ?)"
            " ORDER BY p.name, g.paper, g.n"
        )
        return list(placed(self._db, where, [*statuses, PartKind.MINUTES], access))

    def with_words(self, words: str, kind: PartKind, access: frozenset[Access]) -> list[Placed]:
        """Every paragraph of a kind of part that holds these letters, titles aside, in the order of the papers."""
        where = "g.heading = 0 AND t.kind = ? AND instr(lower(g.own), ?) > 0 ORDER BY p.name, g.paper, g.n"
        return list(placed(self._db, where, [kind, words.lower()], access))

    def of_meeting(self, date: str, access: frozenset[Access]) -> list[Placed]:
        """Every paragraph of the papers for the meetings of a day, titles included, in the order of the papers."""
        return list(placed(self._db, "t.date = ? ORDER BY p.name, g.paper, g.n", [date], access))

    def of_file(self, name: str, access: frozenset[Access]) -> list[Placed]:
        """Every paragraph of the papers of this name, in order."""
        return list(placed(self._db, "p.name = ? ORDER BY g.paper, g.n", [name], access))

    def of_part(self, paper: str, part: int, statuses: Sequence[Status], access: frozenset[Access]) -> list[Placed]:
        """The paragraphs of these kinds in a part of a paper, in order."""
        where = f"g.paper = ? AND g.part = ? AND g.status IN ({marks(len(statuses))}) ORDER BY g.n"
        return list(placed(self._db, where, [paper, str(part), *statuses], access))

    def neighbours(self, paper: str, n: int, reach: int, access: frozenset[Access]) -> list[Placed]:
        """The paragraphs around the n-th of a paper, `reach` on each side, in order."""
        rows = self._db.execute(
            "SELECT id FROM paragraphs WHERE paper = ? AND n BETWEEN ? AND ? ORDER BY n", (paper, n - reach, n + reach)
        )
        ids = [row[0] for row in rows]
        found = self.paragraphs(ids, access)
        return [found[name] for name in ids if name in found]

    # Reading passages

    def to_rank(self, ids: Sequence[str], access: frozenset[Access]) -> dict[str, tuple[PassageText, Vectors]]:
        """As `passages`, but of each passage only what a search ranks it by, which is read sooner."""
        rows = self._passage_rows(TEXT_COLUMNS, ids, access)
        return {text.id: (text, vectors) for text, vectors in texts_of(rows)}

    def passages(self, ids: Sequence[str], access: frozenset[Access]) -> dict[str, tuple[StoredPassage, Vectors]]:
        """Passages by id, each with its units' vectors; unknown ids and those out of reach are left out.

        Shape of the vectors: (units, dimensions).
        """
        rows = self._passage_rows(PASSAGE_COLUMNS, ids, access)
        return {passage.id: (passage, vectors) for passage, vectors in passages_of(rows)}

    def tokens(self, ids: Sequence[str], access: frozenset[Access]) -> dict[str, Tokens]:
        """By passage its telling tokens, shape (tokens,); unknown ids and those out of reach are left out."""
        return {name: tokens_of(blob) for name, blob in self._passage_rows("id, tokens", ids, access)}

    def _passage_rows(self, columns: str, ids: Sequence[str], access: frozenset[Access]) -> list[Row]:
        levels = sorted(access)
        rows: list[Row] = []
        for chosen in batches(ids):
            rows += self._db.execute(
                f"SELECT {columns} FROM passages WHERE id IN ({marks(len(chosen))}) AND access IN ({marks(len(levels))})",
                [*chosen, *levels],
            )
        return rows

    def passages_holding(
        self, paper: str, part: int, paragraphs: Collection[str], access: frozenset[Access]
    ) -> dict[str, tuple[StoredPassage, Vectors]]:
        """The passages of a part of a paper that hold any of these paragraphs, by id, each with its units' vectors."""
        rows = self._db.execute("SELECT id, paragraphs FROM passages WHERE paper = ? AND part = ?", (paper, part))
        ids = [name for name, held in rows.fetchall() if not set(paragraphs).isdisjoint(json.loads(held))]
        return self.passages(ids, access)

    def passage_texts(self) -> list[tuple[str, str, Access]]:
        """(id, text, access) of every passage, in a fixed order."""
        rows = self._db.execute("SELECT id, text, access FROM passages ORDER BY id")
        return [(name, text, Access(level)) for name, text, level in rows]

    def allowed(self, scope: Scope) -> frozenset[str]:
        """The ids of the passages in a scope."""
        tests, values = counting.scope_tests(scope)
        rows = self._db.execute(f"SELECT id FROM passages WHERE {' AND '.join(tests)}", values)
        return frozenset(row[0] for row in rows)

    def counts(self, scope: Scope) -> dict[str, Any]:
        """What a scope holds: papers, paragraphs, passages, meetings, councils, bodies, first and last date."""
        return counting.counts(self._db, scope)

    def paper_counts(self, access: frozenset[Access]) -> dict[str, int]:
        """The number of citable paragraphs that the reader may see, by their paper's sha256."""
        return counting.paper_counts(self._db, access)

    def open_pages(self, path: str, access: frozenset[Access]) -> frozenset[int] | None:
        """The pages, from 1, on which the reader may see every paragraph; None for the whole of the paper at this path."""
        return open_pages(self._db, path, access)

    @property
    def _db(self) -> sqlite3.Connection:
        """This thread's connection, opened at its first use."""
        if not hasattr(self._local, "db"):
            self._local.db = sqlite3.connect(self.path, timeout=30)
            self._local.db.execute("PRAGMA foreign_keys=ON")
            self._local.db.execute("PRAGMA synchronous=NORMAL")
        db: sqlite3.Connection = self._local.db
        return db


def _forget(db: sqlite3.Connection, sha: str) -> None:
    for table in ("parts", "paragraphs", "motions", "data_tables", "attendance", "offices", "passages"):
        db.execute(f"DELETE FROM {table} WHERE paper = ?", (sha,))
    db.execute("DELETE FROM papers WHERE sha = ?", (sha,))


def _touch(db: sqlite3.Connection) -> None:
    """Give the catalogue a new version."""
    db.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (uuid.uuid4().hex,))
