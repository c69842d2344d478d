"""Minutes kept in a table, a row for each: number or title alone, what was said, who acts. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import mean

from corpus.minutes.headings import Heading, find_headings, heading_at, longest_chain
from corpus.models import Block, BlockKind

_NUMBER = re.compile(r"^(\(?[A-Z]{0,4}[ ./-]?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?)[.):]*(?:\s+(\D.{1,120}))?$", re.S)
_ACTS = re.compile(r"\b(?:actions?|owner|who|whom|responsib\w+|lead|initials?)\b", re.I)
_TITLES = re.compile(r"\b(?:subject|title|topic|agenda item|heading)\b|^item$", re.I)
_LISTED = re.compile(r"^(?:[•▪●○*–-]\s|\(?(?:[a-z]|[ivx]{1,4})[.)]\s)")
_FORMAL = re.compile(
    r"^(?:welcome|apologies|declarations?|minutes|matters arising|public (?:participation|forum|session|question)|correspondence|"
    r"financ\w+|planning|police|reports?|election of|date of next|next meeting|any other|a\.?o\.?b)\b",
    re.I,
)  # business that nearly every meeting has
_SAID = re.compile(r"\b(?:minutes?|discussion|notes?|decisions?|resolutions?|outcome|details|summary)\b", re.I)
_MOST_COLUMNS = 5
_TITLE = 120  # characters; a longer first line is no title
_NAME = 30  # characters; a longer action says what to do, a shorter one who


@dataclass(frozen=True, slots=True)
class Opened:
    """A part's blocks with its tables of minutes taken apart, their headings, and who acts: block to lead-in."""

    blocks: Sequence[Block]
    headings: tuple[Heading, ...] = ()
    acting: dict[int, str] = field(default_factory=dict)
    heads: frozenset[int] = frozenset()  # where the tables' own headers stand


@dataclass(frozen=True, slots=True)
class _Columns:
    title: int | None
    texts: tuple[int, ...]
    acts: int | None
    heads: tuple[str, ...]


def opened(blocks: Sequence[Block]) -> Opened:
    """The minutes' blocks, rows that each hold a minute as a heading and its paragraphs; others as they are.

    Only where the minutes stand wholly in tables: much of the words in rows that are numbered in order, or that are titled as
    business of a meeting is, no others beside.
    """
    given = blocks
    blocks = [replace(block, header=False) if block.header and _says(block) else block for block in given]
    rows = [block for block in blocks if block.kind is BlockKind.ROW and 1 < len(block.cells) <= _MOST_COLUMNS]
    widths = Counter(len(block.cells) for block in rows)
    if not widths:
        return Opened(given)
    width = widths.most_common(1)[0][0]
    rows = [block for block in rows if len(block.cells) == width]
    columns = _columns(rows, width)
    titled = not _are_numbered(rows)
    if titled and not _are_titled(rows) or not _are_the_minutes(blocks, rows):
        return Opened(given)
    if titled:
        columns = replace(columns, title=None, texts=tuple(c for c in range(1, width) if c != columns.acts))
    out: list[Block] = []
    headings: list[Heading] = []
    acting: dict[int, str] = {}
    heads: set[int] = set()
    for block in blocks:
        number = _NUMBER.match(block.cells[0]) if block.cells and not titled else None
        is_row = block.kind is BlockKind.ROW and len(block.cells) == width and not block.header
        begins = is_row and bool(number or titled and block.cells[0])
        if not is_row or not begins and (block.cells[0] or not headings):
            if block.header and len(block.cells) == width:
                heads.add(len(out))
            out.append(block)
            continue
        found, acts = _paragraphs(block, columns, number)
        if number is not None:
            headings.append(_heading(found, len(out), number, titled=bool(number[2] or _titled(block, columns))))
        elif begins:
            found[0] = replace(found[0], kind=BlockKind.HEADING, bold=True)
            headings.append(Heading(len(out), len(out) + 1, "", block.cells[0].strip(" :*–-"), None, False))
        out += found
        if acts:
            out.append(acts)
            said = "" if len(acts.text) > _NAME or len(out) < 2 else out[-2].text
            acting[len(out) - 1] = said or (columns.heads[columns.acts or 0] if columns.heads else "")
    return Opened(out, tuple(headings), acting, frozenset(heads))


def _are_numbered(rows: Sequence[Block]) -> bool:
    """Whether rows of one width are numbered in order, as minutes are."""
    body = [row for row in rows if not row.header and sum(map(bool, row.cells)) > 1]
    numbers = [match[1] for row in body if (match := _NUMBER.match(row.cells[0]))]
    blank = sum(not row.cells[0] for row in body)
    if len(numbers) < 2 or len(numbers) + blank < 0.8 * len(body):
        return False
    counted = [
        int(re.findall(r"\d+", number)[-1 if re.match(r"^(?:19|20)\d\d[/-]", number) else 0]) for number in numbers
    ]
    return len(longest_chain(counted)) >= min(2, len(set(counted))) and sorted(counted) == counted


def _are_titled(rows: Sequence[Block]) -> bool:
    """Whether rows of one width begin with titles of a meeting's business, each beside what was said of it."""
    titles = [row.cells[0] for row in rows if not row.header and row.cells[0]]
    if len(titles) < 3 or any(len(title) > _TITLE or title.endswith((".", ";")) for title in titles):
        return False
    head = next((row.cells for row in rows if row.header), ())
    headed = bool(head) and bool(_TITLES.search(head[0])) and any(_SAID.search(cell) for cell in head[1:])
    formal = sum(bool(_FORMAL.match(title)) for title in titles)
    said = sum(map(_says, rows))
    return formal >= (1 if headed else 2) and 2 * said >= len(titles)


def _says(row: Block) -> bool:
    """Whether a row has a sentence behind its first cell, which no header has."""
    return any(len(cell) > _NAME and cell.endswith(".") for cell in row.cells[1:])


def _are_the_minutes(blocks: Sequence[Block], rows: Sequence[Block]) -> bool:
    """Whether much of the words stand in these rows, and no minutes beside them."""
    if not any(len(cell) > _NAME for row in rows if not row.header for cell in row.cells[1:]):
        return False
    inside = sum(len(row.text) for row in rows)
    return 3 * inside >= sum(len(block.text) for block in blocks) and len(find_headings(blocks)) < 2


def _columns(rows: Sequence[Block], width: int) -> _Columns:
    """What each column holds, by the table's header, else by how long its cells are."""
    heads = next((row.cells for row in rows if row.header), ())
    body = [row for row in rows if not row.header]
    usual = [
        mean(filled) if (filled := [len(row.cells[c]) for row in body if row.cells[c]]) else 0 for c in range(width)
    ]
    acts = title = None
    if heads:
        acts = next((c for c in range(width - 1, 0, -1) if _ACTS.search(heads[c])), None)
        title = next((c for c in range(1, width) if c != acts and _TITLES.search(heads[c])), None)
    else:
        last = width - 1
        if width > 2 and usual[last] < 40 and 2 * usual[last] < max(usual[1:last]):
            acts = last
        if width - (acts is not None) > 2 and usual[1] < 60 and 2 * usual[1] < max(usual[2:]):
            title = 1
    texts = tuple(c for c in range(1, width) if c not in (acts, title))
    if not texts:
        title, texts = None, tuple(c for c in range(1, width) if c != acts)
    return _Columns(title, texts, acts, heads)


def _titled(row: Block, columns: _Columns) -> bool:
    return columns.title is not None and bool(row.cells[columns.title])


def _paragraphs(row: Block, columns: _Columns, number: re.Match[str] | None) -> tuple[list[Block], Block | None]:
    """The row's words as blocks, the first with its number and title, and what stands in the action column."""

    def cell(column: int) -> list[str]:
        inner = row.inner[column] if row.inner else ()
        return list(inner or ([row.cells[column]] if row.cells[column] else []))

    plain = replace(row, kind=BlockKind.TEXT, cells=(), inner=(), table=0, struck="", bold=False)
    head = [row.cells[0]] if row.cells[0] else []
    lines = [line for column in columns.texts for line in cell(column)]
    if columns.title is not None and row.cells[columns.title]:
        head.append(row.cells[columns.title])
    elif number is not None and not number[2] and lines:
        head.append(lines.pop(0))
    out = [replace(plain, text=" ".join(head), struck=row.struck)] if head else []
    for line in lines:
        listed = bool(_LISTED.match(line))
        kind = BlockKind.ITEM if listed else BlockKind.TEXT
        out.append(replace(plain, kind=kind, level=int(listed), text=line, after_gap=True))
    acts = " ".join(cell(columns.acts)) if columns.acts is not None else ""
    return out, replace(plain, text=acts) if acts else None


def _heading(found: list[Block], at: int, number: re.Match[str], *, titled: bool) -> Heading:
    """The minute's heading; a first line that is a sentence is the minute's words, not its title."""
    ref, text = number[1].strip("() "), found[0].text
    rest = text[number.end(1) :].lstrip(".): ")
    if titled or len(found) > 1 and len(rest) <= _TITLE and not rest.endswith((".", ":", ";")):
        found[0] = replace(found[0], kind=BlockKind.HEADING, bold=True)
    made = replace(heading_at(found, 0, ref, rest), first=at)
    last = at + max(1, made.last)
    if made.has_body or found[0].kind is BlockKind.HEADING or len(rest) <= _TITLE and not rest.endswith("."):
        return replace(made, last=last)
    return Heading(at, at + 1, ref, "", made.item, True, rest)
