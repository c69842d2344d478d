"""Rows of the catalogue's tables to values, and values to rows."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from corpus.models import (
    Access,
    Box,
    Meeting,
    Outline,
    Paragraph,
    Part,
    PartKind,
    Status,
)
from index.encoding.late_interaction import TOKEN, Tokens
from index.models import PassageText, StoredPassage, Unit, Vectors

Row = Sequence[Any]  # the columns of a table in their order
_OF_TEXT = "id, paper, file, part, heading, text, body_text, council, body, date, kind, access"
TEXT_COLUMNS = f"vectors, json_array_length(units), {_OF_TEXT}"
PASSAGE_COLUMNS = f"vectors, units, paragraphs, {_OF_TEXT}"


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as it was last seen."""

    path: str
    size: int  # bytes
    mtime: int  # nanoseconds
    sha: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Bytes that could not be read, why, and what to do about it."""

    sha: str
    name: str
    path: str
    page: int | None
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that is indexed."""

    sha: str
    name: str
    path: str
    pages: int | None
    ocr: bool
    folder: str
    beside: str  # what its folder's papers told when it was placed, as JSON of corpus.placement.Folder
    leans: bool  # whether it leans on them for a date or a body
    told: str  # what it tells of them, as JSON of corpus.placement.Hints


def paper_row(paper: PaperRow, outline: Outline) -> Row:
    """The row of `papers` for a paper and its records."""
    records = {
        "agenda_items": [asdict(item) for item in outline.agenda_items],
        "minutes": [asdict(minute) for minute in outline.minutes],
        "actions": [asdict(action) for action in outline.actions],
        "forward_plan": [asdict(decision) for decision in outline.forward_plan],
        "ocr_pages": sorted(outline.ocr_pages),
        "unread_pages": sorted(outline.unread_pages),
    }
    return (
        (paper.sha, paper.name, paper.path, paper.pages, paper.ocr, paper.folder, paper.beside, paper.leans)
        + (paper.told, json.dumps(records, ensure_ascii=False))
    )  # fmt: skip


def paper_of(row: Row) -> PaperRow:
    """A paper from its row without the records."""
    sha, name, path, pages, ocr, folder, beside, leans, told = row
    return PaperRow(sha, name, path, pages, bool(ocr), folder, beside, bool(leans), told)


def part_row(paper: str, i: int, part: Part) -> Row:
    """The row of `parts` for the i-th part of a paper."""
    meeting = part.meeting
    return (
        (paper, i, part.kind, part.title, meeting.council, meeting.body, meeting.date)
        + (part.start_line, part.end_line, part.start_page, part.end_page, part.access, part.draft, part.held, part.item)
    )  # fmt: skip


def part_of(row: Row) -> Part:
    """A part from its row, from the column `kind` on."""
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


def paragraph_row(paper: str, i: int, p: Paragraph) -> Row:
    """The row of `paragraphs` for the i-th paragraph of a paper."""
    box = json.dumps([p.box.left, p.box.top, p.box.right, p.box.bottom]) if p.box else None
    return (
        (p.id, paper, i, p.part, p.text, p.own, p.intro, p.item, p.item_title, p.section, p.ref, p.page, p.line, p.end_line)
        + (p.status, p.access, p.heading, box, p.twin)
    )  # fmt: skip


def paragraph_of(row: Row) -> Paragraph:
    """A paragraph from its row."""
    name, _, _, part, text, own, intro, item, item_title, section, ref, page, line, end_line = row[:14]
    status, access, heading, box, twin = row[14:]
    return Paragraph(
        id=name,
        text=text,
        own=own,
        part=part,
        item=item,
        item_title=item_title,
        section=section,
        ref=ref,
        page=page,
        line=line,
        end_line=end_line,
        status=Status(status),
        access=Access(access),
        intro=intro,
        heading=bool(heading),
        box=Box(*json.loads(box)) if box else None,
        twin=twin,
    )


def passage_row(passage: StoredPassage, vectors: Vectors, tokens: Tokens) -> Row:
    """The row of `passages` for a passage, its units' vectors, which are kept in half precision, and its tokens."""
    units = json.dumps([[unit.paragraph, unit.start, unit.end] for unit in passage.units])
    return (
        (passage.id, passage.paper, passage.file, passage.part, passage.heading, passage.text, passage.body_text)
        + (json.dumps(passage.paragraphs), units, vectors.astype(np.float16).tobytes())
        + (passage.council, passage.body, passage.date, passage.kind, passage.access)
        + (tokens.tobytes(),)
    )


def tokens_of(blob: bytes) -> Tokens:
    """A passage's telling tokens as they are kept; none where its encoder keeps none."""
    return np.frombuffer(blob, dtype=TOKEN)


def texts_of(rows: Sequence[Row]) -> Iterator[tuple[PassageText, Vectors]]:
    """Passages' texts from rows of TEXT_COLUMNS, each with its units' vectors, shape (units, dimensions)."""
    vectors = _vectors([row[0] for row in rows], [row[1] for row in rows])
    for (*values, access), own in zip(rows, vectors, strict=True):
        columns = [*values[2:], Access(access)]
        yield PassageText(*columns), own


def passages_of(rows: Sequence[Row]) -> Iterator[tuple[StoredPassage, Vectors]]:
    """Passages from rows of PASSAGE_COLUMNS, each with its units' vectors, shape (units, dimensions)."""
    units = [tuple(Unit(*unit) for unit in json.loads(row[1])) for row in rows]
    vectors = _vectors([row[0] for row in rows], [len(some) for some in units])
    for (*values, access), some, own in zip(rows, units, vectors, strict=True):
        columns = [*values[3:], Access(access), tuple(json.loads(values[2])), some]
        yield StoredPassage(*columns), own


def _vectors(blobs: Sequence[bytes], counts: Sequence[int]) -> Iterator[Vectors]:
    """Each blob's vectors, so many of them; shape (count, dimensions).

    All blobs are read at once: one by one takes several times as long.
    """
    numbers = np.frombuffer(b"".join(blobs), dtype=np.float16).astype(np.float32)
    start = 0
    for blob, count in zip(blobs, counts, strict=True):
        end = start + len(blob) // 2  # two bytes a number
        yield numbers[start:end].reshape(count, -1) if count else numbers[:0].reshape(0, 1)
        start = end
