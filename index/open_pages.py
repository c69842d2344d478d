"""Which pages of a paper a reader may look at."""

import sqlite3

from corpus.models import Access


def open_pages(db: sqlite3.Connection, path: str, access: frozenset[Access]) -> frozenset[int] | None:
    """The pages, from 1, on which the reader may see every paragraph; None for the whole of the paper at this path.

    Where a paragraph out of reach ends is not known: the pages up to the next paragraph's are closed with it.
    """
    rows = db.execute(
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
