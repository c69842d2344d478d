"""One paper's outline: parts with their meetings, minutes, paragraphs with stable ids. Pure."""

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path, PurePath
from typing import TypeVar

from corpus.attendance import people_of
from corpus.authorities import authority_in_head
from corpus.bodies import body_of, council_of, is_council_name, one_worded
from corpus.dates import day_that_fits, first_date
from corpus.minutes import Heading, MinuteBlocks, sectioned_items, told_once, unpack_tables
from corpus.models import (
    Access,
    Action,
    Attendance,
    Block,
    BlockKind,
    ForwardPlanEntry,
    Meeting,
    Minute,
    NumberedParagraph,
    Office,
    Outline,
    Paragraph,
    Part,
    PartKind,
    Reading,
    Table,
)
from corpus.motions import all_motions, with_outcomes_told
from corpus.paragraphs import (
    RawParagraph,
    ReflowedPaper,
    raw_paragraphs,
    reflowed,
    resolutions_of,
    with_ids,
    with_twin_tables,
)
from corpus.parts import Start, find_parts
from corpus.table_heads import TableHead, laid_out
from corpus.tables import acting, actions_of, agenda_items_of, forward_plan_of, named_actions_of

_HEAD = 28  # blocks from which a paper tells its day
_NUMBERED = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){1,3})\.?(?:\s|(?=[A-Z]))")
_MINUTED = frozenset({PartKind.MINUTES, PartKind.DECISION_RECORD})
_GENERAL_MEETING = re.compile(r"^(?:minutes of )?(?:the |an )?(?:\d+(?:st|nd|rd|th) )?annual general meeting\b", re.I)
_HEADS_A_MEETING = re.compile(r"\bmeeting\b", re.I)
_HEADS_MINUTES = re.compile(r"^(?:draft |unconfirmed )?(?:minutes|agenda)\b", re.I)
_FRONT = re.compile(r"^(title|date): (\S.*)$", re.I)  # a line of front matter
_OWN_AUTHORITY = re.compile(
    r"(?<!Community )(?<!School )(?<!^)\b(?:Joint|Licensing|Integration|\w+ Authority|Partnership)\b"
)
_WHO_MEETS = frozenset({PartKind.MINUTES, PartKind.AGENDA, PartKind.FORWARD_PLAN})
_LETTERHEAD = 8  # blocks at a paper's top that may name whose it is
_Record = TypeVar("_Record")
_Section = tuple[Start, Sequence[Block]]  # a part's start, and its blocks
_NAMING_ACTIONS = {PartKind.MINUTES, PartKind.AGENDA, PartKind.WORK_PROGRAMME, PartKind.REPORT}


def listed_day(path: Path) -> str | None:
    """The ISO day under which a paper is kept, by its folder's name or its own; None where neither has one."""
    return first_date(path.parent.name) or first_date(path.name)


def outline_of(reading: Reading, file: str, listed: str | None = None) -> Outline:
    """The structure of one paper, from its own words alone.

    `listed`, the ISO day under which the paper is kept, is used where its heading prints a day that was no such weekday.
    """
    paper = reflowed(with_twin_tables(reading.blocks))
    layout = laid_out(paper.blocks)
    paper = replace(paper, blocks=layout.blocks)
    sections = _sections(_listed_starts(paper, file, reading.landscape_pages, listed), paper)
    council = _council_of(paper) or _council_that_met(sections) or _council_over(sections)
    parts = tuple(_part(start, blocks, council) for start, blocks in sections)
    ids = _ParagraphIds(file)
    read = [_read_part(i, section, paper.exempt_pages, layout.heads, ids) for i, section in enumerate(sections)]
    minuted = [part.kind in _MINUTED for part in parts]
    motions = tuple(all_motions(_chained(one.paragraphs for one in read), minuted))
    paragraphs = tuple(with_outcomes_told(_chained(one.paragraphs for one in read), motions, minuted))
    agendas = (
        sectioned_items(blocks) or agenda_items_of(blocks)
        for start, blocks in sections
        if start.kind is PartKind.AGENDA
    )
    return Outline(
        file=file,
        parts=parts,
        agenda_items=tuple(next(filter(None, agendas), ())),
        minutes=_chained(one.minutes for one in read),
        numbered_paragraphs=tuple(_numbered(paragraphs, parts)),
        actions=_chained(one.actions for one in read),
        forward_plan=_planned(sections),
        paragraphs=paragraphs,
        furniture=tuple(paper.furniture),
        attendance=_chained(one.attendance for one in read),
        offices=_chained(one.offices for one in read),
        ocr_pages=reading.ocr_pages,
        unread_pages=reading.unread_pages,
        motions=motions,
        coverage=_coverage(reading.blocks, paragraphs, paper.furniture),
        tables=_chained(one.tables for one in read),
    )


@dataclass(frozen=True, slots=True)
class _ReadPart:
    """What was read from one part."""

    paragraphs: Sequence[Paragraph]
    minutes: Sequence[Minute]
    tables: Sequence[Table]
    actions: Sequence[Action]
    attendance: Sequence[Attendance]
    offices: Sequence[Office]


def _read_part(
    i: int, section: _Section, exempt_pages: frozenset[int], heads: Mapping[int, TableHead], ids: "_ParagraphIds"
) -> _ReadPart:
    """The paragraphs and records of the i-th part."""
    start, blocks = section
    unpacked = unpack_tables(blocks, exempt_pages) if start.kind is PartKind.MINUTES else MinuteBlocks(blocks)
    raws, headings = raw_paragraphs(unpacked, start, heads)
    raws = [replace(raw, access=Access.EXEMPT) if raw.page in exempt_pages else raw for raw in raws]
    paragraphs = with_ids(raws, i, [ids.next(raw) for raw in raws])
    attendance, offices = people_of(i, start.kind, unpacked.blocks, paragraphs)
    return _ReadPart(
        paragraphs=paragraphs,
        minutes=list(_minutes(headings, raws, unpacked.blocks)),
        tables=list(_tables(unpacked.blocks, paragraphs, heads)),
        actions=list(_actions(start.kind, unpacked, paragraphs)),
        attendance=attendance,
        offices=offices,
    )


def _chained(lists: Iterable[Sequence[_Record]]) -> tuple[_Record, ...]:
    """The records of all parts, in order."""
    return tuple(chain.from_iterable(lists))


def _listed_starts(paper: ReflowedPaper, file: str, landscape: frozenset[int], listed: str | None) -> list[Start]:
    """Where the paper's parts start; the first on the day listed, where its heading prints a near day that was no such weekday."""
    starts = _starts(paper, file, landscape)
    if listed and starts and (day := starts[0].date):
        head = " ".join(block.text.replace("\n", " ") for block in paper.blocks[starts[0].index :][:_HEAD])
        starts[0] = replace(starts[0], date=day_that_fits(head, day, listed))
    return starts


def _starts(paper: ReflowedPaper, file: str, landscape: frozenset[int]) -> list[Start]:
    """Where the paper's parts start; of columns in two languages one alone is asked."""
    asked = [i for i, block in enumerate(paper.blocks) if block.twin >= 0]
    if len(asked) == len(paper.blocks):
        return find_parts(paper.blocks, file, paper.stamps, landscape)
    stamps = {bisect_left(asked, i): number for i, number in paper.stamps.items()}
    found = find_parts([paper.blocks[i] for i in asked], file, stamps, landscape)
    return [
        replace(start, index=_with_twin(paper.blocks, asked[start.index]) if i else 0) for i, start in enumerate(found)
    ]


def _with_twin(blocks: Sequence[Block], i: int) -> int:
    """Where the column begins that stands left of block i in the other language; i where none does."""
    twin = blocks[i].twin
    while twin and i and abs(blocks[i - 1].twin) == twin:
        i -= 1
    return i


def _council_of(paper: ReflowedPaper) -> str | None:
    """Whose paper it is: the authority of its letterhead, else the council that it names most, else that of its running heads."""
    blocks = [block for block in paper.blocks if block.twin >= 0]
    head = [line for block in blocks[:_LETTERHEAD] for line in block.printed or block.text.split("\n")]
    texts = (block.text for block in blocks)
    return authority_in_head(head) or council_of(texts) or _council_in(paper.furniture)


def _council_that_met(sections: Sequence[_Section]) -> str | None:
    """The body of the first meeting told of where it is an authority by itself, or None.

    A community's or a town's council is; so is a board or partnership of its own that the paper's first line names.
    """
    for start, blocks in sections:
        if start.kind in _WHO_MEETS and start.body:
            first = blocks[0].text.split("\n")[0]
            own = _OWN_AUTHORITY.search(start.body) and first.lower() == start.body.lower()
            return start.body if own or is_council_name(start.body) else None
    return None


def _council_over(sections: Sequence[_Section]) -> str | None:
    """The authority whose letterhead stands over one of the parts, or None."""
    tops = (blocks[0].text.split("\n") for _, blocks in sections if blocks)
    return next((name for top in tops if (name := authority_in_head(top))), None)


def _sections(starts: Sequence[Start], paper: ReflowedPaper) -> list[_Section]:
    """The parts with their blocks; one that names no body takes that of the paper's running heads."""
    running = next((name for block in paper.furniture if block.page and (name := body_of(block.text))), None)
    ends = [*(start.index for start in starts[1:]), len(paper.blocks)]
    starts = [_named_elsewhere(starts[0], paper.furniture), *starts[1:]] if starts else starts
    return [
        (start if start.body else replace(start, body=running), paper.blocks[start.index : end])
        for start, end in zip(starts, ends, strict=False)
    ]


def _named_elsewhere(start: Start, furniture: Sequence[Block]) -> Start:
    """A paper's first part with the body and day that its front matter gives, or its running heads, where it names none."""
    front = {
        match[1].lower(): match[2] for block in furniture if not block.page and (match := _FRONT.match(block.text))
    }
    days = {
        day
        for block in furniture
        if _HEADS_A_MEETING.search(block.text) and (block.page or _HEADS_MINUTES.match(block.text))
        if (day := first_date(block.text))
    }
    running = next(iter(days)) if len(days) == 1 else None
    general = "Annual General Meeting" if _GENERAL_MEETING.match(start.title) else None
    return replace(
        start,
        body=start.body or body_of(front.get("title", "").strip("\"' ")) or general,
        date=start.date or running or first_date(front.get("date", "")),
    )


def _tables(
    blocks: Sequence[Block], paragraphs: Sequence[Paragraph], heads: Mapping[int, TableHead]
) -> Iterator[Table]:
    """The tables of a part; the i-th paragraph is that of the i-th block."""
    rows: dict[int, list[tuple[Block, Paragraph]]] = {}
    for block, paragraph in zip(blocks, paragraphs, strict=True):
        if block.kind is BlockKind.ROW and not block.header:
            rows.setdefault(block.table, []).append((block, paragraph))
    for number, found in rows.items():
        head, (first, paragraph) = heads[number], found[0]
        width = max(len(head.columns), *(len(block.cells) for block, _ in found))
        yield Table(
            part=paragraph.part,
            title=head.title,
            unit=head.unit,
            headers=head.headers,
            columns=_filled(head.columns, width),
            rows=tuple(_filled(block.cells, width) for block, _ in found),
            paragraphs=tuple(paragraph.id for _, paragraph in found),
            page=first.page,
            line=first.line,
        )


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def _actions(kind: PartKind, part: MinuteBlocks, paragraphs: Sequence[Paragraph]) -> Iterator[Action]:
    """A part's actions: the rows of a tracker, of a table that names them, and who acts beside minutes in a table."""
    if kind is PartKind.TRACKER:
        yield from actions_of(part.blocks)
    elif kind in _NAMING_ACTIONS:
        yield from filter(None, (acting(paragraphs[i].own, about, paragraphs[i]) for i, about in part.acting.items()))
        yield from named_actions_of(part.blocks)


def _planned(sections: Sequence[_Section]) -> tuple[ForwardPlanEntry, ...]:
    """The entries of all forward plans, or of the work programmes of a paper that has none."""
    kinds = {start.kind for start, _ in sections}
    kind = PartKind.FORWARD_PLAN if PartKind.FORWARD_PLAN in kinds else PartKind.WORK_PROGRAMME
    return tuple(entry for start, blocks in sections if start.kind is kind for entry in forward_plan_of(blocks))


class _ParagraphIds:
    """Gives paragraphs their ids: the file's stem, and a hash of their words and of how often these came before.

    An id is the same on every run and changes with the paragraph's words alone.
    """

    def __init__(self, file: str) -> None:
        stem = re.sub(r"[^a-z0-9]+", "-", PurePath(file).stem.lower()).strip("-")[:32].strip("-")
        self.file, self.stem = file, stem or "paper"
        self.seen: Counter[str] = Counter()

    def next(self, raw: RawParagraph) -> str:
        """The id of the next paragraph of the file."""
        words = f"{raw.intro}\n{raw.own}"
        self.seen[words] += 1
        key = f"{self.file}\n{words}\n{self.seen[words]}"
        return f"{self.stem}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def _part(start: Start, blocks: Sequence[Block], council: str | None) -> Part:
    pages = [block.page for block in blocks if block.page is not None]
    return Part(
        kind=start.kind,
        title=start.title,
        meeting=Meeting(council, start.body, start.date),
        start_line=blocks[0].line,
        end_line=blocks[-1].end_line,
        start_page=min(pages) if pages else None,
        end_page=max(pages) if pages else None,
        access=start.access,
        draft=start.draft,
        held=start.held,
        item=start.item,
    )


def _minutes(headings: Sequence[Heading], raws: Sequence[RawParagraph], blocks: Sequence[Block]) -> Iterator[Minute]:
    """A part's minutes with their resolutions; the i-th paragraph is that of the i-th block."""
    for heading, end in told_once(headings, blocks):
        first = blocks[heading.first]
        yield Minute(
            ref=heading.ref,
            title=heading.title,
            start_line=first.line,
            end_line=blocks[end - 1].end_line,
            page=first.page,
            resolutions=tuple(resolutions_of(raws[heading.first : end])),
            item=heading.item,
        )


def _numbered(paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> Iterator[NumberedParagraph]:
    """The paragraphs of reports that print a number like 4.2."""
    for paragraph in paragraphs:
        match = _NUMBERED.match(paragraph.own)
        if match and parts[paragraph.part].kind is PartKind.REPORT:
            yield NumberedParagraph(match[1], paragraph.line, paragraph.page, paragraph.own)


def _council_in(furniture: Iterable[Block]) -> str | None:
    """The council that a running head or a site's banner names; None where they name several, or none."""
    found = Counter(name for block in furniture if len(block.text) < 60 and (name := council_of([block.text])))
    if len(found) != 1:
        return None
    name, times = found.most_common(1)[0]
    return one_worded(name) if times == 1 else name


def _coverage(blocks: Iterable[Block], paragraphs: Iterable[Paragraph], furniture: Iterable[Block]) -> float:
    """The share of the words read that stand in a paragraph's own words or in furniture, to four places."""
    read = _words(f"{block.text} {block.struck}" for block in blocks)
    kept = _words(chain((paragraph.own for paragraph in paragraphs), (block.text for block in furniture)))
    total = read.total()
    return round((read & kept).total() / total, 4) if total else 1.0


def _words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts; the bars between a row's cells are none."""
    words = Counter(chain.from_iterable(map(str.split, texts)))
    del words["|"]
    return words
