"""Minutes kept in a table, a row for each: number or title alone, what was said, who acts. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import mean

from corpus.dates import MONTHS
from corpus.minutes.headings import Heading, find_headings, heading_at
from corpus.minutes.numbers import longest_chain
from corpus.models import Block, BlockKind

_NUMBER = re.compile(r"^(\(?[A-Z]{0,4}[ ./-]?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-zA-Z]?)[.):]*(?:\s+(\D.{1,120}))?$", re.S)
_YEAR_FIRST = re.compile(r"^(?:19|20)\d\d[/-]")
_ACTS = re.compile(r"\b(?:actions?|owner|who|whom|responsib\w+|lead|initials?)\b", re.I)
_TITLES = re.compile(r"\b(?:subject|title|topic|agenda item|heading)\b|^item$", re.I)
_LISTED = re.compile(r"^(?:[•▪●○*–-]\s|\(?(?:[a-z]|[ivx]{1,4})[.)]\s)")
_FORMAL = re.compile(
    r"^(?:welcome|apologies|declarations?|minutes|matters arising|public (?:participation|forum|session|question)|correspondence|"
    r"financ\w+|planning|police|reports?|election of|date of next|next meeting|any other|a\.?o\.?b)\b",
    re.I,
)  # business that nearly every meeting has
_SAID = re.compile(r"\b(?:minutes?|discussion|notes?|decisions?|resolutions?|outcome|details|summary)\b", re.I)
_ENDED = re.compile(r"[.:;!?]['\"”’)\]]*$")
_DATE = re.compile(
    rf"\d{{1,2}}(?:[./-]\d{{1,2}}[./-](?:19|20)?\d\d(?!\d)|(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b)", re.I
)
_SURE = 8  # numbers that go up one by one
_MOST_COLUMNS = 5
_TITLE = 120  # characters; a longer first line is no title
_NAME = 30  # characters; a longer action says what to do, a shorter one who


@dataclass(frozen=True, slots=True)
class MinuteBlocks:
    """A part's blocks, with its tables of minutes unpacked to headings and paragraphs where it has any."""

    blocks: Sequence[Block]
    headings: tuple[Heading, ...] = ()
    acting: dict[int, str] = field(default_factory=dict)  # block that says who acts, to the words that it is about
    table_heads: frozenset[int] = frozenset()  # blocks that are the tables' own headers


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the columns of a table of minutes hold; the first holds the number, or the title where `numbered` is off."""

    numbered: bool
    title: int | None
    texts: tuple[int, ...]
    acts: int | None
    heads: tuple[str, ...]  # the header's cells, () where there is none


def unpack_tables(blocks: Sequence[Block], exempt: frozenset[int] = frozenset()) -> MinuteBlocks:
    """The minutes' blocks, with each row that is a minute as a heading and its paragraphs; others as they are.

    A cell's paragraph that a page's end cut is joined, but never one of an `exempt` page with another's.

    Only where the minutes stand wholly in tables: much of the words are in rows of one width that are numbered in
    order, or titled as a meeting's business is, and no minutes stand beside them.
    """
    unheaded = [replace(block, header=False) if block.header and _says(block) else block for block in blocks]
    rows = _rows_of_usual_width(unheaded)
    if not rows:
        return MinuteBlocks(blocks)
    numbered = _are_numbered(rows)
    if not numbered and not _are_titled(rows) or not _are_the_minutes(unheaded, rows):
        return MinuteBlocks(blocks)
    columns = _columns(rows, len(rows[0].cells), numbered=numbered)
    unpacker = _Unpacker(columns, len(rows[0].cells), frozenset(row.table for row in rows), exempt)
    for block in unheaded:
        unpacker.take(block)
    return unpacker.result()


def _rows_of_usual_width(blocks: Sequence[Block]) -> list[Block]:
    """The rows with as many cells as those that hold most words, of those with two to five.

    Tables in their cells are left out, and tables of other columns as wide.
    """
    rows = [block for block in blocks if _is_outer_row(block) and 1 < len(block.cells) <= _MOST_COLUMNS]
    widths: Counter[int] = Counter()
    for block in rows:
        widths[len(block.cells)] += len(block.text)
    usual = [block for block in rows if len(block.cells) == widths.most_common(1)[0][0]]
    heads = {block.table: block.cells for block in reversed(usual) if block.header}
    said: Counter[tuple[str, ...]] = Counter()
    for block in usual:
        said[heads.get(block.table, ())] += len(block.text)
    most = said.most_common(1)[0][0] if said else ()
    minutes = {block.table for block in usual if heads.get(block.table, most) == most}
    for table in dict.fromkeys(block.table for block in usual):  # whose numbers go on with theirs, under another header
        if table not in minutes and _are_numbered([block for block in usual if block.table in minutes | {table}]):
            minutes.add(table)
    return [block for block in usual if block.table in minutes]


def _minute_number(cell: str) -> re.Match[str] | None:
    """The number that a cell begins with as a minute does; None for a date."""
    return None if _DATE.match(cell) else _NUMBER.match(cell)


def _is_outer_row(block: Block) -> bool:
    return block.kind is BlockKind.ROW and not block.nested


@dataclass
class _Unpacker:
    """Takes a part's blocks one by one and writes rows that are minutes as headings and paragraphs."""

    columns: _Columns
    width: int
    tables: frozenset[int]  # that hold minutes
    exempt: frozenset[int]  # pages kept from the public
    out: list[Block] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    acting: dict[int, str] = field(default_factory=dict)
    table_heads: set[int] = field(default_factory=set)

    def result(self) -> MinuteBlocks:
        """What was written."""
        return MinuteBlocks(self.out, tuple(self.headings), self.acting, frozenset(self.table_heads))

    def take(self, block: Block) -> None:
        """Write a block: a row of a minute unpacked, any other as it is."""
        is_row = _is_outer_row(block) and len(block.cells) == self.width and block.table in self.tables
        if not is_row or block.header or not self._is_of_minute(block.cells[0]):
            if block.header and is_row:
                self.table_heads.add(len(self.out))
            self.out.append(block)
            return
        number = self._number(block.cells[0])
        found, acts, lines = _paragraphs(block, self.columns, number)
        if number is not None:
            titled = bool(number[2]) or self.columns.title is not None and bool(block.cells[self.columns.title])
            self.headings.append(_heading(found, len(self.out), number, titled=titled))
        elif block.cells[0]:
            found[0] = replace(found[0], kind=BlockKind.HEADING, bold=True)
            title = block.cells[0].strip(" :*–-")
            self.headings.append(Heading(len(self.out), len(self.out) + 1, "", title, None, False))
        elif found and self._runs_on(found[0]):
            found = found[1:]
        self.out += found
        self._write_acts(acts, lines)

    def _runs_on(self, block: Block) -> bool:
        """Join the first paragraph of a row that a page's end cut with the last of the row above; whether it was."""
        last = next((i for i in reversed(range(len(self.out))) if self._is_said(i)), None)
        if last is None or _ENDED.search(self.out[last].text) or not block.text[:1].islower():
            return False
        if (self.out[last].page in self.exempt) != (block.page in self.exempt):
            return False
        self.out[last] = replace(self.out[last], text=f"{self.out[last].text} {block.text}", end_line=block.end_line)
        return True

    def _is_said(self, i: int) -> bool:
        return self.out[i].kind in {BlockKind.TEXT, BlockKind.ITEM} and i not in self.acting and self.out[i].table == 0

    def _number(self, cell: str) -> re.Match[str] | None:
        return _minute_number(cell) if self.columns.numbered else None

    def _is_of_minute(self, cell: str) -> bool:
        """Whether a row begins a minute, or, with its first cell empty, goes on with the one above."""
        if not cell:
            return bool(self.headings)
        return not self.columns.numbered or self._number(cell) is not None

    def _write_acts(self, acts: Sequence[Block], lines: Sequence[str]) -> None:
        """Write who acts, and note what about: the paragraph beside a name, the column's header before a whole action."""
        if len(acts) != len(lines):
            acts = [replace(acts[0], text=" ".join(block.text for block in acts))] if acts else []
        ended = [text for text in lines if _ENDED.search(text)]
        several = len(lines) - len(ended) > 2  # matters under titles of their own
        for i, block in enumerate(acts):
            if not block.text:
                continue
            about = next((text for text in lines[i:] if _ENDED.search(text)), lines[-1] if lines else "")
            if len(acts) != len(lines):
                about = "\n".join(ended if several else ended[-1:]) or about
            if len(block.text) > _NAME or not about:
                about = self.columns.heads[self.columns.acts or 0] if self.columns.heads else ""
            self.acting[len(self.out)] = about
            self.out.append(block)


def _are_numbered(rows: Sequence[Block]) -> bool:
    """Whether rows of one width are numbered in order, as minutes are."""
    body = [row for row in rows if not row.header and sum(map(bool, row.cells)) > 1]
    numbers = [match[1] for row in body if (match := _minute_number(row.cells[0]))]
    blank = sum(not row.cells[0] for row in body)
    if len(numbers) < 2 or len(numbers) + blank < 0.8 * len(body):
        return False
    counted = [int(re.findall(r"\d+", number)[-1 if _YEAR_FIRST.match(number) else 0]) for number in numbers]
    chain = len(longest_chain(counted))
    slips = chain >= _SURE and 10 * chain >= 9 * len(counted)  # one number in ten may be wrong
    return slips or chain >= min(2, len(set(counted))) and sorted(counted) == counted


def _are_titled(rows: Sequence[Block]) -> bool:
    """Whether rows of one width begin with titles of a meeting's business, each beside what was said of it."""
    titles = [row.cells[0] for row in rows if not row.header and row.cells[0]]
    if len(titles) < 3 or any(len(title) > _TITLE or title.endswith((".", ";")) for title in titles):
        return False
    heads = _heads(rows)
    headed = bool(heads) and bool(_TITLES.search(heads[0])) and any(_SAID.search(cell) for cell in heads[1:])
    formal = sum(bool(_FORMAL.match(title)) for title in titles)
    said = sum(map(_says, rows))
    return formal >= (1 if headed else 2) and 2 * said >= len(titles)


def _heads(rows: Sequence[Block]) -> tuple[str, ...]:
    """The cells of the first header, () where there is none."""
    return next((row.cells for row in rows if row.header), ())


def _says(row: Block) -> bool:
    """Whether a row has a sentence behind its first cell, which no header has."""
    return any(len(cell) > _NAME and cell.endswith(".") for cell in row.cells[1:])


def _are_the_minutes(blocks: Sequence[Block], rows: Sequence[Block]) -> bool:
    """Whether a third of the words and more stand in these rows, and no minutes beside them."""
    if not any(len(cell) > _NAME for row in rows if not row.header for cell in row.cells[1:]):
        return False
    inside = sum(len(block.text) for block in (*rows, *(block for block in blocks if block.nested)))
    return 3 * inside >= sum(len(block.text) for block in blocks) and len(find_headings(blocks)) < 2


def _columns(rows: Sequence[Block], width: int, *, numbered: bool) -> _Columns:
    """What each column holds, by the table's header, else by how long its cells are."""
    heads = _heads(rows)
    acts, title = _columns_by_heads(heads) if heads else _columns_by_length(rows, width)
    texts = tuple(c for c in range(1, width) if c not in (acts, title))
    if not numbered or not texts:
        title, texts = None, tuple(c for c in range(1, width) if c != acts)
    return _Columns(numbered, title, texts, acts, heads)


def _columns_by_heads(heads: Sequence[str]) -> tuple[int | None, int | None]:
    """The column that says who acts, and that of the titles; None for one that is not there."""
    acts = next((c for c in range(len(heads) - 1, 0, -1) if _ACTS.search(heads[c])), None)
    title = next((c for c in range(1, len(heads)) if c != acts and _TITLES.search(heads[c])), None)
    return acts, title


def _columns_by_length(rows: Sequence[Block], width: int) -> tuple[int | None, int | None]:
    """The same of a table without a header: short words stand last where somebody acts, second where they are titles."""
    usual = [mean(lengths) if (lengths := list(_lengths(rows, c))) else 0 for c in range(width)]
    last = width - 1
    acts = title = None
    if width > 2 and usual[last] < 40 and 2 * usual[last] < max(usual[1:last]):
        acts = last
    if width - (acts is not None) > 2 and usual[1] < 60 and 2 * usual[1] < max(usual[2:]):
        title = 1
    return acts, title


def _lengths(rows: Sequence[Block], column: int) -> Iterator[int]:
    """How many characters the filled cells of a column have, the header's left out."""
    return (len(row.cells[column]) for row in rows if not row.header and row.cells[column])


def _paragraphs(
    row: Block, columns: _Columns, number: re.Match[str] | None
) -> tuple[list[Block], list[Block], list[str]]:
    """The row's words as blocks, the first with its number and title; who acts; and the paragraphs of the words."""

    def cell(column: int) -> list[str]:
        inner = row.inner[column] if row.inner else ()
        return list(inner or ([row.cells[column]] if row.cells[column] else []))

    plain = replace(row, kind=BlockKind.TEXT, cells=(), inner=(), table=0, struck="", bold=False)
    head = [row.cells[0]] if row.cells[0] else []
    said = [line for column in columns.texts for line in cell(column) if line]
    lines = list(said)
    if columns.title is not None and row.cells[columns.title]:
        head.append(row.cells[columns.title])
    elif number is not None and not number[2] and lines:
        head.append(lines.pop(0))
    out = [replace(plain, text=" ".join(head), struck=row.struck)] if head else []
    for line in lines:
        listed = bool(_LISTED.match(line))
        kind = BlockKind.ITEM if listed else BlockKind.TEXT
        out.append(replace(plain, kind=kind, level=int(listed), text=line, after_gap=True))
    acts = cell(columns.acts) if columns.acts is not None else []
    return out, [replace(plain, text=text) for text in acts] if any(acts) else [], said


def _heading(found: list[Block], index: int, number: re.Match[str], *, titled: bool) -> Heading:
    """The minute's heading; a first line that is a sentence is the minute's words, not its title.

    `found` are the row's blocks, which are to stand at `index`; the first becomes a heading where it is a title.
    """
    ref, text = number[1].strip("() "), found[0].text
    rest = text[number.end(1) :].lstrip(".): ")
    if titled or len(found) > 1 and len(rest) <= _TITLE and not rest.endswith((".", ":", ";")):
        found[0] = replace(found[0], kind=BlockKind.HEADING, bold=True)
    made = replace(heading_at(found, 0, ref, rest), first=index)
    if made.has_body or found[0].kind is BlockKind.HEADING or len(rest) <= _TITLE and not rest.endswith("."):
        return replace(made, last=index + max(1, made.last))
    return Heading(index, index + 1, ref, "", made.item, True, rest)
