"""Paragraphs of the catalogue with their places: the paper and part that each stands in, and the parts that say the same."""

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence

from corpus.models import Access
from index.models import Also, Placed
from index.rows import paragraph_of, part_of

_PARAGRAPH = 19  # columns


def placed(db: sqlite3.Connection, where: str, values: Sequence[str], access: frozenset[Access]) -> Iterator[Placed]:
    """The paragraphs that pass a test in SQL and that the reader may see, with their places.

    The test names the columns of paragraphs as g, those of parts as t and those of papers as p; an order may follow it.
    """
    rows = db.execute(
        "SELECT p.name, p.path, CASE WHEN p.ocr THEN json_extract(p.outline, '$.ocr_pages') END, g.*,"
        " t.kind, t.title, t.council, t.body, t.date, t.start_line, t.end_line, t.start_page, t.end_page,"
        " t.access, t.draft, t.held, t.item FROM paragraphs g"
        f" JOIN parts t ON t.paper = g.paper AND t.n = g.part JOIN papers p ON p.sha = g.paper WHERE {where}",
        values,
    ).fetchall()
    also = _also(db, {(row[4], row[6]) for row in rows}, access)
    for file, path, ocr_pages, *row in rows:
        paragraph = paragraph_of(row[:_PARAGRAPH])
        if paragraph.access in access:
            paper, n, part = row[1:4]
            ocr = ocr_pages is not None and paragraph.page in json.loads(ocr_pages)
            others = also.get((paper, part), ())
            yield Placed(paragraph, part_of(row[_PARAGRAPH:]), paper, file, path, n, ocr, others)


def _also(
    db: sqlite3.Connection, places: Collection[tuple[str, int]], access: frozenset[Access]
) -> dict[tuple[str, int], tuple[Also, ...]]:
    """The other parts that say the same as these (paper, part), but for those out of reach."""
    if db.execute("SELECT 1 FROM meta WHERE key = 'linked'").fetchone() is None:
        return {}  # built before links were kept
    found: dict[tuple[str, int], tuple[Also, ...]] = {}
    for place in places:
        rows = db.execute(
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
