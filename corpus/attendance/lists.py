"""Lists of people in a part: under their labels, in tables, in sentences. Pure."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from corpus.attendance.layout import SAME_COLUMN, Line, as_rows, lines_of
from corpus.attendance.names import LATE, LEFT, REMOTE, people_in
from corpus.attendance.open_list import OpenList, answers_in, is_list, listed_under
from corpus.attendance.sentences import people_in_sentences
from corpus.attendance.tables import Listed, is_column_of_states, is_header, people_of_columns, people_of_rows
from corpus.attendance.words import MEMBER, TITLE, has_office, is_office, is_officer
from corpus.models import Block, BlockKind, Capacity, Paragraph, Status
from corpus.readers.people_labels import NO_LIST, capacity_of, is_clear, label_of, list_starts, names_members
from corpus.text_probe import says_any

_NEAR = 8  # blocks between a label like "Officers" and one that says that people were there
_BUSINESS = frozenset(
    {
        Status.RESOLUTION,
        Status.MOTION,
        Status.VOTE,
        Status.AMENDMENT,
        Status.AMENDMENT_LOST,
        Status.DEFERRED,
        Status.ACTION,
    }
)
_NUMBERED = re.compile(r"\d{1,4}(?:\.\d+)*[.)]?\s")
_CLEAR = [  # a label that says who was there has one
    *(
        "present",
        "presennol",
        "bresennol",
        "láthair",
        "attend",
        "absen",
        "apolog",
        "ymddi",
        "regrets",
        "leithsc",
        "excused",
    ),
    *(
        "sederunt",
        "in the room",
        "in person",
        "in the chair",
        "online",
        "remote",
        "virtual",
        "late",
        "left",
        "departure",
        "via ",
        "by ",
    ),
]
_IN_THE_CHAIR = re.compile(r"in the chair", re.I)
_LEGEND = re.compile(
    r"(?:^|(?<=[\n.;]))\s*\(?([A-Z]{1,2}|\*+)\)?\s*(?:denotes?|indicates?|means|signifies|=|[-–:])?\s*"
    r"(?:[a-z]+ ){0,4}(?:remote|remotely|online|virtual|virtually|webex|zoom|teams)\b[^\n.;]*",
)
_FROM_AFAR = ["remote", "online", "virtual", "webex", "zoom", "teams"]
_HEAD = 60  # blocks in which a legend may stand
_DASHED = re.compile(
    r"(?<=[.;] )(?:Also [Pp]resent|Absent|Apologies|In [Aa]ttendance|Excused|Staff [Pp]resent)(?= [-–—] )"
)
_BULLET = re.compile(r"^[-•*▪◦–]\s+")
_OPENS = re.compile(  # "The following members attended:"
    r"(?:(?P<there>\b(?:following|those)\b[^:.]{0,40}\b(?:present|attended|in attendance|attending)\b[^:.]{0,30}|\bpresent (?:was|were))|"
    r"(?P<sorry>\bapologies\b[^:.]{0,60}\b(?:from|by|of)(?: the following)?)|(?P<beside>\balso (?:present|in attendance)\b[^:.]{0,20})):$",
    re.I,
)
_OPENED_BY = {"there": Capacity.PRESENT, "sorry": Capacity.APOLOGIES, "beside": Capacity.IN_ATTENDANCE}
_PLURAL = re.compile(r"(?:s|men|women|committee|board|council)$", re.I)


def lists_of(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> list[Listed]:
    """Everybody whom a part's lists name, in order; the i-th paragraph is that of the i-th block."""
    return list(_ListWalk(blocks, paragraphs).run())


def names_lists(blocks: Sequence[Block]) -> bool:
    """Whether any of the blocks begins a list of those who were at a meeting, or who were not."""
    return any(map(_is_clear_block, blocks))


class _ListWalk:
    """A walk through a part's blocks; it knows which list is open and whether business has begun."""

    def __init__(self, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> None:
        self.blocks, self.paragraphs = _decoded([_without_bullet(block) for block in blocks]), paragraphs
        self.open: OpenList | None = None
        self.columns: list[tuple[int, Capacity]] = []
        self.business = False
        self.numbered = False  # the block above begins with a number
        self.listed = -_NEAR - 1  # the last block in which somebody was listed
        self.clear = {i for i, block in enumerate(self.blocks) if _is_clear_block(block)}
        self.region = _region(self.blocks, self.clear)

    def run(self) -> Iterator[Listed]:
        """The people of all blocks."""
        for listed in self._run():
            self.listed = listed.at
            yield listed

    def _run(self) -> Iterator[Listed]:
        i = 0
        while i < len(self.blocks):
            block = self.blocks[i]
            end = i + 1
            if block.kind is BlockKind.ROW:
                while end < len(self.blocks) and _same_table(block, self.blocks[end]):
                    end += 1
                yield from self._table(i, end)
            else:
                yield from self._block(i)
            self.business = self.business or any(p.status in _BUSINESS for p in self.paragraphs[i:end])
            i = end

    def _table(self, first: int, end: int) -> Iterator[Listed]:
        """The people of a table's rows; the title of its minute or section may say what it is about."""
        if self.business:
            return
        paragraph = self.paragraphs[first]
        titles = (paragraph.section or "", paragraph.item_title or "")
        under = self.open is not None or any(capacity_of(title) is not None for title in titles)
        rows = [_cells(block) for block in self.blocks[first:end]]
        found = people_of_rows(rows, under_label=under)
        yield from (replace(listed, at=first + listed.at) for listed in found)
        if not found and all(is_list(cell) for row in rows for cell in row):
            grid = self.open or (OpenList(Capacity.PRESENT) if _are_members(rows) else None)
            for k, row in enumerate(rows if grid is not None else ()):
                for cell in row:
                    yield from listed_under(cell, grid or OpenList(Capacity.PRESENT), first + k)

    def _block(self, i: int) -> Iterator[Listed]:
        block = self.blocks[i]
        if self.business and not self._is_under_label(i):
            self.open = None
            yield from people_in_sentences(block.text, i, after_business=True)
            return
        lines = lines_of(block)
        whole = block.text.split("\n")
        if is_column_of_states(whole):
            self.open = None
            above = [other.text.split("\n") for other in self.blocks[max(0, i - 2) : i]]
            yield from (replace(listed, at=i) for listed in people_of_columns([*above, whole]))
            return
        numbered = _NUMBERED.match(block.text) and not self.numbered and label_of(block.text) is None
        self.numbered = bool(_NUMBERED.match(block.text))
        if self._is_new_minute(i) or numbered or self._heads_others(i) or not self._goes_on(lines):
            self.open = None
        found = self._rows_in_text(lines, i) or list(answers_in(block.text, i))
        if found:
            yield from found
            return
        self.columns = []
        for line in lines:
            yield from self._line(line, i)

    def _is_new_minute(self, i: int) -> bool:
        return i > 0 and self.paragraphs[i].item_title != self.paragraphs[i - 1].item_title

    def _heads_others(self, i: int) -> bool:
        """Whether a block is a heading, and names nobody."""
        text = self.blocks[i].text
        return self.paragraphs[i].heading and not (("," in text or TITLE.match(text)) and people_in(text))

    def _goes_on(self, lines: Sequence[Line]) -> bool:
        """Whether a block may go on with the list that is open: each line is a label or names."""
        return all(label_of(cell.text) is not None or is_list(cell.text) for line in lines for cell in line)

    def _rows_in_text(self, lines: Sequence[Line], i: int) -> list[Listed]:
        """The people of a table that a text prints with spaces."""
        first = next((k for k, line in enumerate(lines) if len(line) > 1), len(lines))
        rows = as_rows(lines) if len(lines) > first + 1 else []
        if len(rows) < 2 or len(rows[0]) < 3 or not is_header(rows[0]):
            return []
        return [replace(listed, at=i) for listed in people_of_rows(rows, under_label=True)]

    def _is_under_label(self, i: int) -> bool:
        paragraph = self.paragraphs[i]
        titles = (paragraph.item_title or "", paragraph.section or "")
        return any(len(title) < 60 and is_clear(title) and capacity_of(title) is not None for title in titles)

    def _line(self, line: Line, i: int) -> Iterator[Listed]:
        """The people of a line: under the labels of columns, or cell by cell."""
        heads = [(cell.offset, capacity_of(cell.text)) for cell in line if _is_label_alone(cell.text)]
        if len(line) > 1 and len(heads) == len(line):
            self.columns = [(offset, capacity) for offset, capacity in heads if capacity is not None]
            return
        if self.columns and not any(label_of(cell.text) for cell in line):
            for cell in line:
                capacity = max(
                    (column for column in self.columns if column[0] <= cell.offset + SAME_COLUMN),
                    default=self.columns[0],
                )[1]
                yield from listed_under(cell.text, OpenList(capacity), i)
            return
        if (
            len(line) == 1
            and self.open is not None
            and is_office(line[0].text)
            and not _is_clear_label(line[0].text)
            and not people_in(line[0].text)
        ):
            plural = _PLURAL.search(line[0].text) is not None
            self.open = replace(self.open, role="" if plural else line[0].text, once=True)
            return
        if (
            len(line) == 2
            and has_office(line[1].text)
            and not label_of(line[0].text)
            and not _is_clear_label(line[1].text)
            and not people_in(line[1].text)
        ):
            yield from self._words(f"{line[0].text}, {line[1].text}", i)
            return
        for cell in line:
            for words in _at_labels(cell.text):
                yield from self._words(words, i)

    def _words(self, words: str, i: int) -> Iterator[Listed]:
        """The people of words that may begin with a label."""
        label = label_of(words)
        opened = self._opened(label[0], i) if label is not None else None
        opens = _OPENS.search(words) if words.endswith(":") else None
        if opens is not None:
            self.open = OpenList(next(how for kind, how in _OPENED_BY.items() if opens[kind]))
            return
        if label is None and NO_LIST.match(words):
            self.open = None
        if label is not None and opened is not None:
            self.open = opened
            words = words[label[1] :]
            if words and is_list(words):
                yield from listed_under(words, opened, i)
                self.open = replace(opened, role="") if opened.once else opened
                return
        elif label is not None:
            self.open = None
            rest = words[label[1] :]
            inner = label_of(rest)  # "ROLL CALL: Present - ..."
            again = inner is not None and is_clear(inner[0]) and inner[1] < len(rest)
            yield from self._words(rest, i) if again else people_in_sentences(words, i)
            return
        if not words:
            return
        if self.open is not None and is_list(words):
            yield from listed_under(words, self.open, i)
            self.open = replace(self.open, role="") if self.open.once else self.open
            return
        self.open = None if opened is None else self.open
        yield from people_in_sentences(words, i, under=opened.capacity if opened else None)

    def _opened(self, label: str, i: int) -> OpenList | None:
        """The list that a label opens; None where it opens none here."""
        capacity = capacity_of(label)
        if capacity is None and len(label.split()) > 1 and people_in(label):
            return None  # a speaker, a declaration
        near = not self.clear.isdisjoint(range(i - _NEAR, i + _NEAR + 1)) or i - self.listed <= _NEAR
        beside = i in self.region
        role = label if is_office(label) and not _PLURAL.search(label) and not is_clear(label) else ""
        if capacity is not None and (is_clear(label) or near):
            role = label if _IN_THE_CHAIR.fullmatch(label) else role
            late, left = LATE.search(label), LEFT.search(label)
            return OpenList(capacity, role, bool(REMOTE.search(label)), bool(late), bool(left), bool(role))
        if beside and names_members(label):
            return OpenList(Capacity.PRESENT, role, once=bool(role))
        if beside and role:
            beside_members = self.open is not None and self.open.capacity is Capacity.IN_ATTENDANCE
            return OpenList(Capacity.IN_ATTENDANCE if is_officer(role) or beside_members else Capacity.PRESENT, role)
        return None


def _decoded(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with "(remote)" in place of a mark that a legend explains: "(R) denotes remote attendance"."""
    told = (block.text for block in blocks[:_HEAD] if says_any(block.text, _FROM_AFAR))
    legend = next((match for text in told if (match := _LEGEND.search(text))), None)
    if legend is None:
        return blocks
    mark = legend[1]
    pattern = re.compile(re.escape(mark) if mark.startswith("*") else rf"\({mark}\)")

    def plain(text: str) -> str:
        return pattern.sub(" (remote)", _LEGEND.sub("", text))

    return [
        replace(
            block,
            text=plain(block.text),
            printed=tuple(map(plain, block.printed)),
            cells=tuple(map(plain, block.cells)),
        )
        for block in blocks[:_HEAD]
    ] + list(blocks[_HEAD:])


def _without_bullet(block: Block) -> Block:
    bullet = _BULLET.match(block.text) if block.kind is BlockKind.ITEM else None
    return replace(block, text=block.text[bullet.end() :]) if bullet is not None else block


def _cells(block: Block) -> tuple[str, ...]:
    """A row's cells, the paragraphs of a cell as lines."""
    return tuple("\n".join(lines) for lines in block.inner) or block.cells


def _are_members(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether a table without a label holds members by title and nothing else: councillors in columns under a paper's head."""
    people = [person for row in rows for cell in row for person in people_in(cell)]
    return len(people) > 2 and all(MEMBER.match(person.title) for person in people)


def _same_table(block: Block, other: Block) -> bool:
    return other.kind is BlockKind.ROW and other.table == block.table


def _is_clear_block(block: Block) -> bool:
    """Whether any line or cell of a block begins with a label that says of itself who was there."""
    if not says_any(block.text, _CLEAR):
        return False
    starts = block.cells or tuple(block.text.split("\n"))
    labels = (label_of(text) for text in starts)
    return any(label is not None and is_clear(label[0]) for label in labels) or bool(
        block.cells and any(capacity_of(cell) is not None and len(cell) < 30 for cell in block.cells)
    )


def _region(blocks: Sequence[Block], clear: Container[int]) -> set[int]:
    """The blocks around those with clear labels that are labels or lists too, without a gap of other words."""
    found: set[int] = set()
    for step in (1, -1):
        inside = False
        for i in range(len(blocks))[::step]:
            inside = i in clear or inside and _goes_on_listing(blocks[i], down=step > 0)
            if inside:
                found.add(i)
    return found


def _goes_on_listing(block: Block, *, down: bool) -> bool:
    """Whether a block beside a list is a label or a row too; or a list, where one reads down the page."""
    if block.kind is BlockKind.HEADING:
        return False
    return block.kind is BlockKind.ROW or label_of(block.text) is not None or down and is_list(block.text)


def _is_label_alone(text: str) -> bool:
    label = label_of(text)
    return label is not None and label[1] >= len(text) and capacity_of(label[0]) is not None


def _is_clear_label(text: str) -> bool:
    label = label_of(text)
    return label is not None and is_clear(label[0])


def _at_labels(text: str) -> list[str]:
    """The words of a line, from each label inside it on."""
    cuts = [0, *(list_starts(text) or [match.start() for match in _DASHED.finditer(text)]), len(text)]
    return [piece for start, end in zip(cuts, cuts[1:], strict=False) if (piece := text[start:end].strip())]
