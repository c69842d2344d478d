"""The catalogue's tables in SQL, and the version of their form."""

from collections.abc import Iterator, Sequence

FORMAT = "6"  # a store of another one is refused: raise it where a column changes
_AT_ONCE = 500  # ids in one query: SQLite limits its places for values
TABLES = """
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
                    status TEXT, access TEXT, heading INTEGER, box TEXT, twin INTEGER);
CREATE INDEX paragraphs_of_paper ON paragraphs (paper, n);
CREATE TABLE motions (paper TEXT, n INTEGER, part INTEGER, paragraph TEXT, item TEXT, kind TEXT, words TEXT, mover TEXT,
                    seconder TEXT, outcome TEXT, amended INTEGER, ballot TEXT, told TEXT, printed TEXT, put TEXT, PRIMARY KEY (paper, n));
CREATE TABLE data_tables (paper TEXT, n INTEGER, part INTEGER, title TEXT, unit TEXT, headers TEXT, columns TEXT,
                    cells TEXT, paragraphs TEXT, page INTEGER, line INTEGER, PRIMARY KEY (paper, n));
CREATE TABLE passages (id TEXT PRIMARY KEY, paper TEXT, file TEXT, part INTEGER, heading TEXT, text TEXT, body_text TEXT,
                    paragraphs TEXT, units TEXT, vectors BLOB, council TEXT, body TEXT, date TEXT, kind TEXT, access TEXT,
                    tokens BLOB);
CREATE INDEX passages_of_paper ON passages (paper);
CREATE INDEX passages_filter ON passages (council, body, date, kind);
CREATE TABLE attendance (paper TEXT, n INTEGER, part INTEGER, name TEXT, title TEXT, capacity TEXT, role TEXT, paragraph TEXT,
                    late INTEGER, left_early INTEGER, remote INTEGER, PRIMARY KEY (paper, n));
CREATE TABLE offices (paper TEXT, n INTEGER, part INTEGER, name TEXT, office TEXT, paragraph TEXT, elected INTEGER,
                    PRIMARY KEY (paper, n));
"""
# Added to the format later: a store from before lacks it until its next build.
LINKS = """
CREATE TABLE IF NOT EXISTS links (relation TEXT, paper TEXT, part INTEGER, current_paper TEXT, current_part INTEGER);
CREATE INDEX IF NOT EXISTS links_of_part ON links (paper, part);
CREATE INDEX IF NOT EXISTS links_to_part ON links (current_paper, current_part);
CREATE INDEX IF NOT EXISTS paragraphs_of_status ON paragraphs (status);
CREATE INDEX IF NOT EXISTS parts_of_date ON parts (date);
"""


def marks(count: int) -> str:
    """Places for so many values: three give "?,?,?"."""
    return ",".join("?" * count)


def batches(ids: Sequence[str]) -> Iterator[list[str]]:
    """The ids in lists that fit into one query each."""
    for first in range(0, len(ids), _AT_ONCE):
        yield list(ids[first : first + _AT_ONCE])
