"""Tables of papers in the catalogue: values to rows of `data_tables`, and back to those who may see them."""

import json
import sqlite3

from corpus.models import Access, Table
from index.rows import Row
from index.schema import marks


def table_row(paper: str, i: int, table: Table) -> Row:
    """The row of `data_tables` for the i-th table of a paper."""
    cells = (table.headers, table.columns, table.rows, table.paragraphs)
    written = [json.dumps(texts, ensure_ascii=False) for texts in cells]
    return (paper, i, table.part, table.title, table.unit, *written, table.page, table.line)


def tables(
    db: sqlite3.Connection, access: frozenset[Access], within: tuple[str, int] | None = None
) -> list[tuple[str, Table]]:
    """(paper, table) of every table, or of those in one (paper, part), whose rows these access levels may all see, in order."""
    values: list[str] = sorted(access)
    here = ""
    if within is not None:
        here = " AND d.paper = ? AND d.part = ?"
        values += map(str, within)
    rows = db.execute(
        "SELECT d.* FROM data_tables d JOIN papers p ON p.sha = d.paper WHERE NOT EXISTS"
        " (SELECT 1 FROM json_each(d.paragraphs) j JOIN paragraphs g ON g.id = j.value"
        f" WHERE g.access NOT IN ({marks(len(access))})){here} ORDER BY p.name, d.paper, d.n",
        values,
    )
    return [(row[0], _table_of(row[2:])) for row in rows]


def _table_of(row: Row) -> Table:
    """A table from its row, from the column `part` on."""
    part, title, unit, headers, columns, cells, paragraphs, page, line = row
    return Table(
        part=part,
        title=title,
        unit=unit,
        headers=tuple(map(tuple, json.loads(headers))),
        columns=tuple(json.loads(columns)),
        rows=tuple(map(tuple, json.loads(cells))),
        paragraphs=tuple(json.loads(paragraphs)),
        page=page,
        line=line,
    )
