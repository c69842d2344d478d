"""One paper's outline: parts with their meetings, minutes, paragraphs with stable ids. Pure."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from corpus.bodies import body_of, council_of, one_worded
from corpus.minutes.headings import Heading
from corpus.minutes.tables import MinuteBlocks, unpack_tables
from corpus.models import (
    Access,
    Action,
    AgendaItem,
    Block,
    ForwardPlanEntry,
    Meeting,
    Minute,
    NumberedParagraph,
    Outline,
    Paragraph,
    Part,
    PartKind,
    Reading,
)
from corpus.paragraphs.build import build, identified
from corpus.paragraphs.raw import Raw
from corpus.paragraphs.reflow import whole
from corpus.paragraphs.resolutions import resolutions_of
from corpus.parts.find import find_parts
from corpus.parts.part_scan import Start
from corpus.tables import actions_of, agenda_items_of, forward_plan_of

_NUMBERED = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){1,3})\.?(?:\s|(?=[A-Z]))")


def outline_of(reading: Reading, file: str) -> Outline:
    """The structure of one paper, from its own words alone; a date in a file's name is never used."""
    paper = whole(reading.blocks)
    blocks = paper.blocks
    council = council_of(block.text for block in blocks) or _council_in(paper.furniture)
    starts = find_parts(blocks, file, paper.stamps, reading.landscape_pages)
    parts: list[Part] = []
    paragraphs: list[Paragraph] = []
    minutes: list[Minute] = []
    actions: list[Action] = []
    plan: list[ForwardPlanEntry] = []
    items: list[AgendaItem] = []
    names = _Names(file)
    running = next((name for block in paper.furniture if block.page and (name := body_of(block.text))), None)
    for n, start in enumerate(starts):
        end = starts[n + 1].index if n + 1 < len(starts) else len(blocks)
        body = blocks[start.index : end]
        parts.append(_part(start if start.body else replace(start, body=running), body, council))
        inside = unpack_tables(body) if start.kind is PartKind.MINUTES else MinuteBlocks(body)
        raws, headings = build(inside, start)
        raws = [replace(raw, access=Access.EXEMPT) if raw.page in paper.secret_pages else raw for raw in raws]
        paragraphs.extend(identified(raws, n, [names.next(raw) for raw in raws]))
        minutes.extend(_minutes(headings, raws, inside.blocks))
        if start.kind is PartKind.TRACKER:
            actions.extend(actions_of(body))
        elif start.kind is PartKind.FORWARD_PLAN:
            plan.extend(forward_plan_of(body))
        elif start.kind is PartKind.AGENDA and not items:
            items = agenda_items_of(body)
    return Outline(
        file=file,
        parts=tuple(parts),
        agenda_items=tuple(items),
        minutes=tuple(minutes),
        numbered_paragraphs=tuple(_numbered(paragraphs, parts)),
        actions=tuple(actions),
        forward_plan=tuple(plan),
        paragraphs=tuple(paragraphs),
        furniture=tuple(paper.furniture),
        ocr_pages=reading.ocr_pages,
        unread_pages=reading.unread_pages,
        coverage=_coverage(reading.blocks, paragraphs, paper.furniture),
    )


class _Names:
    """Ids: the file's stem and a hash of a paragraph's words; the n-th time for words that repeat."""

    def __init__(self, file: str) -> None:
        stem = re.sub(r"[^a-z0-9]+", "-", PurePath(file).stem.lower()).strip("-")[:32].strip("-")
        self.file, self.stem = file, stem or "paper"
        self.seen: Counter[str] = Counter()

    def next(self, raw: Raw) -> str:
        words = f"{raw.intro}\n{raw.own}"
        self.seen[words] += 1
        key = f"{self.file}\n{words}\n{self.seen[words]}"
        return f"{self.stem}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def _part(start: Start, body: Sequence[Block], council: str | None) -> Part:
    first, last = body[0], body[-1]
    pages = [block.page for block in body if block.page is not None]
    return Part(
        kind=start.kind,
        title=start.title,
        meeting=Meeting(council, start.body, start.date),
        start_line=first.line,
        end_line=last.end_line,
        start_page=min(pages) if pages else None,
        end_page=max(pages) if pages else None,
        access=start.access,
        draft=start.draft,
        held=start.held,
        item=start.item,
    )


def _minutes(headings: Sequence[Heading], raws: Sequence[Raw], body: Sequence[Block]) -> list[Minute]:
    """Minutes with their resolutions; blocks and raw paragraphs of a part run in step."""
    out = []
    for n, heading in enumerate(headings):
        end = headings[n + 1].first if n + 1 < len(headings) else len(body)
        block = body[heading.first]
        out.append(
            Minute(
                ref=heading.ref,
                title=heading.title,
                start_line=block.line,
                end_line=body[end - 1].end_line,
                page=block.page,
                resolutions=tuple(resolutions_of(raws[heading.first : end])),
                item=heading.item,
            )
        )
    return out


def _numbered(paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> list[NumberedParagraph]:
    out = []
    for paragraph in paragraphs:
        match = _NUMBERED.match(paragraph.own)
        if match and parts[paragraph.part].kind is PartKind.REPORT:
            out.append(NumberedParagraph(match[1], paragraph.line, paragraph.page, paragraph.own))
    return out


def _council_in(furniture: Iterable[Block]) -> str | None:
    """The council that a running head or a site's banner names; None where they name several, or none."""
    found = Counter(name for block in furniture if len(block.text) < 60 and (name := council_of([block.text])))
    name, times = found.most_common(1)[0] if len(found) == 1 else (None, 0)
    return one_worded(name) if name and times == 1 else name


def _coverage(blocks: Iterable[Block], paragraphs: Iterable[Paragraph], furniture: Iterable[Block]) -> float:
    """The share of the words read that stand in a paragraph's own words or in furniture, four places."""
    read = _words(f"{block.text} {block.struck}" for block in blocks)
    kept = _words(paragraph.own for paragraph in paragraphs) + _words(block.text for block in furniture)
    total = read.total()
    return round((read & kept).total() / total, 4) if total else 1.0


def _words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands there; what parts a row's cells is none."""
    return Counter(word for text in texts for word in text.split() if word != "|")
