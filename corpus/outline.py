"""One paper's outline: parts with their meetings, minutes, paragraphs with stable ids. Pure."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar

from corpus.authorities import authority_in_head
from corpus.bodies import body_of, council_of, is_council_name, one_worded
from corpus.dates import first_date
from corpus.minutes import Heading, MinuteBlocks, sectioned_items, unpack_tables
from corpus.models import (
    Access,
    Block,
    Meeting,
    Minute,
    NumberedParagraph,
    Outline,
    Paragraph,
    Part,
    PartKind,
    Reading,
)
from corpus.paragraphs import RawParagraph, ReflowedPaper, raw_paragraphs, reflowed, resolutions_of, with_ids
from corpus.parts import Start, find_parts
from corpus.tables import actions_of, agenda_items_of, forward_plan_of

_NUMBERED = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){1,3})\.?(?:\s|(?=[A-Z]))")
_GENERAL_MEETING = re.compile(r"^(?:minutes of )?(?:the |an )?(?:\d+(?:st|nd|rd|th) )?annual general meeting\b", re.I)
_FRONT = re.compile(r"^(title|date): (\S.*)$", re.I)  # a line of front matter
_OWN_AUTHORITY = re.compile(
    r"(?<!Community )(?<!School )(?<!^)\b(?:Joint|Licensing|Integration|\w+ Authority|Partnership)\b"
)
_WHO_MEETS = frozenset({PartKind.MINUTES, PartKind.AGENDA, PartKind.FORWARD_PLAN})
_LETTERHEAD = 8  # blocks at a paper's top that may name whose it is
_Section = tuple[Start, Sequence[Block]]  # a part's start, and its blocks
_Record = TypeVar("_Record")


def outline_of(reading: Reading, file: str) -> Outline:
    """The structure of one paper, from its own words alone; a date in a file's name is never used."""
    paper = reflowed(reading.blocks)
    sections = _sections(find_parts(paper.blocks, file, paper.stamps, reading.landscape_pages), paper)
    council = _council_of(paper) or _council_that_met(sections)
    parts = tuple(_part(start, blocks, council) for start, blocks in sections)
    paragraphs: list[Paragraph] = []
    minutes: list[Minute] = []
    ids = _ParagraphIds(file)
    for i, (start, blocks) in enumerate(sections):
        unpacked = unpack_tables(blocks) if start.kind is PartKind.MINUTES else MinuteBlocks(blocks)
        raws, headings = raw_paragraphs(unpacked, start)
        raws = [replace(raw, access=Access.EXEMPT) if raw.page in paper.exempt_pages else raw for raw in raws]
        paragraphs.extend(with_ids(raws, i, [ids.next(raw) for raw in raws]))
        minutes.extend(_minutes(headings, raws, unpacked.blocks))
    agendas = (
        sectioned_items(blocks) or agenda_items_of(blocks)
        for start, blocks in sections
        if start.kind is PartKind.AGENDA
    )
    return Outline(
        file=file,
        parts=parts,
        agenda_items=tuple(next(filter(None, agendas), ())),
        minutes=tuple(minutes),
        numbered_paragraphs=tuple(_numbered(paragraphs, parts)),
        actions=_records(sections, PartKind.TRACKER, actions_of),
        forward_plan=_records(sections, PartKind.FORWARD_PLAN, forward_plan_of),
        paragraphs=tuple(paragraphs),
        furniture=tuple(paper.furniture),
        ocr_pages=reading.ocr_pages,
        unread_pages=reading.unread_pages,
        coverage=_coverage(reading.blocks, paragraphs, paper.furniture),
    )


def _council_of(paper: ReflowedPaper) -> str | None:
    """Whose paper it is: the authority of its letterhead, else the council that it names most, else that of its running heads."""
    head = [line for block in paper.blocks[:_LETTERHEAD] for line in block.text.split("\n")]
    texts = (block.text for block in paper.blocks)
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
        day for block in furniture if block.page and "meeting" in block.text.lower() and (day := first_date(block.text))
    }
    running = next(iter(days)) if len(days) == 1 else None
    general = "Annual General Meeting" if _GENERAL_MEETING.match(start.title) else None
    return replace(
        start,
        body=start.body or body_of(front.get("title", "").strip("\"' ")) or general,
        date=start.date or running or first_date(front.get("date", "")),
    )


def _records(
    sections: Iterable[_Section], kind: PartKind, records_of: Callable[[Sequence[Block]], Iterable[_Record]]
) -> tuple[_Record, ...]:
    """The records in the tables of all parts of this kind."""
    return tuple(record for start, blocks in sections if start.kind is kind for record in records_of(blocks))


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
    ends = [*(heading.first for heading in headings[1:]), len(blocks)]
    for heading, end in zip(headings, ends, strict=False):
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
    kept = _words(paragraph.own for paragraph in paragraphs) + _words(block.text for block in furniture)
    total = read.total()
    return round((read & kept).total() / total, 4) if total else 1.0


def _words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts; the bars between a row's cells are none."""
    return Counter(word for text in texts for word in text.split() if word != "|")
