"""A part's blocks to paragraphs: each with its item, section, number, lead-in and kind. Pure."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from corpus.markings import is_marked_paragraph, is_marking
from corpus.minutes import (
    Heading,
    MinuteBlocks,
    counted_paragraphs,
    find_headings,
    full_ref,
    refs_inside,
    sub_letter,
    sub_number,
    with_twin_headings,
)
from corpus.models import Access, Block, BlockKind, Paragraph, PartKind, Status
from corpus.paragraphs.list_state import (
    FIRST_NUMBERS,
    ListState,
    begins_paragraph,
    continues_lead,
    depth_of,
    inherited,
    is_asked,
    is_beside_lead,
    is_outcome,
    leads_in,
)
from corpus.paragraphs.motion_outcomes import with_outcomes
from corpus.paragraphs.raw_paragraph import RawParagraph
from corpus.paragraphs.sections import NUMBER, is_heading, is_label, is_next_item, open_section
from corpus.paragraphs.statement_kind import decides_shortly, ends_carried, status_of
from corpus.parts import Start
from corpus.table_heads import TableHead
from corpus.transcripts import is_transcript

_ROW_REF = re.compile(r"^(\d{1,4}/\d{2,4}|\d{1,3}\.?[a-z]?|[A-Z]{1,3}\d{1,4})(?:\s|\(|$)")
_INITIALS = re.compile(
    r"^(?:action:?\s*)?[A-Z]{2,3}[a-z]?(?:\s*(?:[/,&+]|and)\s*[A-Z]{2,3}[a-z]?)*\.?$"
)  # who acts, in a margin
_MARKED = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s")  # one of a list
_MOST = 600  # letters of a paragraph that the initials in its margin stand by
_SECTION_NUMBER = re.compile(r"^(?:\d{1,3}\.\d|\d{1,3}[.)]\s)")
_THAT = re.compile(r"^that\b", re.I)
_CLOSES = re.compile(
    r"\b(?:meeting|session)\b.{0,80}\b(?:closed|ended|concluded|terminated|adjourned|rose|finished)\b|"
    r"\b(?:closed|concluded|adjourned|ended) the meeting\b|^(?:adjourned|dissolved) at\b",
    re.I,
)
_GOES_ON = re.compile(r"\b(?:resum|reconven|lunch|break|recess|short)\w*", re.I)  # "adjourned for lunch"
_ENDS_BUSINESS = re.compile(
    r"\b(?:adjourn\w*|clos\w+|conclu\w+|next|date|end|termination|any other|aob|urgent|dissol\w+)\b", re.I
)
_MOVES = re.compile(r"(?:moved|motion|that|resolved)\b", re.I)
_LONGEST_CLOSING = 250  # characters of the words that close a meeting
_NEVER_EXEMPT = frozenset({PartKind.AGENDA, PartKind.LEGAL, PartKind.FORWARD_PLAN, PartKind.TRACKER})
_ROW_KINDS = frozenset({PartKind.FORWARD_PLAN, PartKind.AGENDA, PartKind.TRACKER, PartKind.DECISION_RECORD})


def raw_paragraphs(
    part: MinuteBlocks, start: Start, heads: Mapping[int, TableHead]
) -> tuple[list[RawParagraph], list[Heading]]:
    """The part's paragraphs in order, one for each block, and the minutes' headings where the part is minutes.

    `heads` has what stands over each table, by its number.
    """
    blocks = part.blocks
    minutes = start.kind is PartKind.MINUTES
    transcript = minutes and is_transcript(blocks)
    headings = _headings(part, minutes and not transcript)
    inner = refs_inside(blocks, headings) if start.kind is PartKind.AGENDA or minutes and headings else {}
    unheaded = blocks[: headings[0].first] if headings else blocks
    counted = counted_paragraphs(unheaded) if minutes and not transcript else None
    closing = _closing(blocks, headings) if minutes else len(blocks)
    by_first = {heading.first: heading for heading in headings}
    inside = {i for heading in headings for i in range(heading.first, heading.last)}
    exempt = start.access is Access.EXEMPT
    state = ListState(start.kind, item=start.item, transcript=transcript, exempt=exempt, tables=heads)
    state.item_title = start.title if start.kind is PartKind.REPORT else None
    out: list[RawParagraph] = []
    for i, block in enumerate(blocks):
        heading = by_first.get(i)
        if heading is not None:
            _enter(state, heading, exempt=exempt)
        state.closed = i >= closing
        state.counts = counted is None or i in counted
        state.opens_inner = i in inner
        if i in inner:
            _open_inner(state, inner[i])
        if i in inside:
            out.append(_of_heading(state, block, heading))
        elif i in part.table_heads:
            out.append(_raw(state, block, "", heading=True))
        elif i in part.acting:
            out.append(_raw(state, block, part.acting[i][-_MOST:], status=Status.ACTION))
        else:
            _heed_marking(state, blocks, i, by_first)
            out.append(_paragraph(state, blocks, i))
    return with_outcomes(out), headings


def _open_inner(state: ListState, ref: str) -> None:
    """Begin what is numbered inside a minute; a topic that a letter counts is none of a list in the one above."""
    state.inner_ref, state.number, state.style, state.last = ref, None, None, 0
    if not ref[-1].isdigit():
        state.close()


def _headings(part: MinuteBlocks, sought: bool) -> list[Heading]:
    """The headings of a part's minutes, in both languages where it is printed in two; `sought`: where no table gave any."""
    headings = list(part.headings)
    return with_twin_headings(headings or find_headings(part.blocks) if sought else headings, part.blocks)


def _closing(blocks: Sequence[Block], headings: Sequence[Heading]) -> int:
    """The index of the first block that is of no minute: behind the last, that closes the meeting or stands below."""
    if not headings:
        return len(blocks)
    last = headings[-1]
    for i in range(last.last, len(blocks)):
        text = blocks[i].text
        if len(text) < _LONGEST_CLOSING and _CLOSES.search(text) and not _GOES_ON.search(text):
            return i + bool(_ENDS_BUSINESS.search(last.title) or _MOVES.match(text))
    return len(blocks)


def _enter(state: ListState, heading: Heading, *, exempt: bool) -> None:
    """Begin a minute; `exempt` says whether its whole part is."""
    state.item, state.item_title, state.minute_ref = heading.item, heading.title, heading.ref
    state.in_minute = True
    state.section = state.number = state.style = None
    state.inner_ref = ""
    state.last = 0
    state.exempt = exempt or state.stays_exempt or is_marking(heading.title)
    state.close()


def _of_heading(state: ListState, block: Block, heading: Heading | None) -> RawParagraph:
    """A minute's heading; where its words go on in the same block, a paragraph that may introduce others."""
    if heading is None or not heading.has_body:
        return _raw(state, block, "", heading=True, status=Status.DISCUSSION)
    status = status_of(heading.words, state.kind, "", "", False)
    if decides_shortly(heading.words):
        status = Status.RESOLUTION
    raw = replace(_raw(state, block, "", status=status), behind_title=heading.words)
    state.lead = leads_in(block.text)
    state.scope = inherited(raw.status) if state.lead else None
    return raw


def _paragraph(state: ListState, blocks: Sequence[Block], i: int) -> RawParagraph:
    """Block i as a paragraph; the state is moved on behind it."""
    block = blocks[i]
    text = block.text
    if state.transcript:
        return _raw(state, block, "", status=Status.DISCUSSION)
    if block.kind is BlockKind.ROW:
        return _row(state, blocks, i)
    if state.in_minute and _INITIALS.match(text) and i and len(blocks[i - 1].text) > len(text):
        return _raw(state, block, blocks[i - 1].text[-_MOST:], status=Status.ACTION)
    if is_label(text):
        state.close()
        state.label = text
        return _raw(state, block, "", heading=True)
    if block.kind is not BlockKind.HEADING and begins_paragraph(state, text):
        state.number = sub_number(text)
        return _text(state, block)
    if is_asked(state, blocks, i):
        state.listed = bool(state.label)
        return _item(state, block)
    if is_outcome(text) and state.in_minute:
        state.close()
        return _raw(state, block, "")
    if is_heading(state, blocks, i):
        raw = _raw(state, block, "", heading=True)
        open_section(state, text)
        return replace(raw, section=state.section, ref=_ref(state, None))
    if block.kind is BlockKind.ITEM or continues_lead(state, text):
        return _item(state, block)
    return _text(state, block)


def _heed_marking(state: ListState, blocks: Sequence[Block], i: int, firsts: Container[int]) -> None:
    """Keep what follows from the public where block i is a marking, in this part or this minute.

    A marking as a heading of minutes, or between two minutes, is on all those that follow. `firsts` are the first
    blocks of minutes.
    """
    block = blocks[i]
    if state.exempt or state.kind in _NEVER_EXEMPT:
        return
    if block.kind in {BlockKind.HEADING, BlockKind.TEXT} and is_marking(block.text):
        state.exempt = True
        aside = block.text.startswith(("(", "["))
        between = i + 1 in firsts and not aside
        state.stays_exempt = state.stays_exempt or block.kind is BlockKind.HEADING or between


def _text(state: ListState, block: Block) -> RawParagraph:
    """A paragraph of running words; it ends a list, and may introduce another."""
    number = None if state.opens_inner or state.inner_ref and not state.in_minute else NUMBER.match(block.text)
    if state.in_minute:
        # A first number that does not begin a count is of a heading that was missed: the minute's number is all that is sure.
        own = None if state.opens_inner else sub_number(block.text)
        if own and (state.number or int(own) <= FIRST_NUMBERS):
            state.number = own
    elif number and state.counts:
        state.number = number[1].strip("().")
    elif is_next_item(state, block.text):
        state.number = str(int(state.number or 0) + 1)
    marked = bool(_MARKED.match(block.text))
    if state.listed and not marked:
        state.close()
    intro = state.label if not state.parents else ""
    state.parents.clear()
    state.marks.clear()
    state.lead, state.scope = "", None
    raw = _raw(state, block, intro)
    state.lead = leads_in(block.text)
    state.asked.clear()
    state.scope = inherited(raw.status) if state.lead else None
    state.listed = bool(state.label) and marked
    if state.label and not state.lead and not marked and not _THAT.match(block.text):
        state.label = ""
    return raw


def _item(state: ListState, block: Block) -> RawParagraph:
    """An item of a list, behind the lines that introduce it: the list's lead-in and the items above that lead in."""
    if is_beside_lead(state.lead, block.text):
        state.close()
    level = max(block.level, 1)
    if block.kind is BlockKind.ITEM and sub_number(state.parents.get(1, "")) and not sub_number(block.text):
        level += 1  # bullets under a number
    level = depth_of(state, block.text, level)
    for deeper in [key for key in state.parents if key >= level]:
        del state.parents[deeper]
    number = NUMBER.match(block.text) if _SECTION_NUMBER.match(block.text) else None
    if number and not state.in_minute and level == 1 and state.counts:
        state.number = number[1].strip("().")
    chain = [state.lead or state.label, *(state.parents[key] for key in sorted(state.parents))]
    raw = _raw(state, block, "\n".join(part for part in chain if part), letter=sub_letter(block.text))
    if leads_in(block.text):
        state.parents[level] = block.text
    if state.in_minute and ends_carried(block.text):
        state.close()
    return raw


def _row(state: ListState, blocks: Sequence[Block], i: int) -> RawParagraph:
    """A table's row behind its header; a header is a title where rows of its table follow."""
    block = blocks[i]
    if block.header:
        return _header(state, blocks, i)
    head = state.tables.get(block.table)
    intro = head.lines() if head is not None else ""
    headed = head is not None and bool(head.headers)
    cells = [cell for cell in block.cells if cell]
    match = _ROW_REF.match(cells[0]) if cells else None
    numbers = state.kind in _ROW_KINDS or state.kind is PartKind.MINUTES and not state.in_minute and headed
    ref = match[1].rstrip(".") if match and numbers and len(cells) > 1 else None
    return _raw(state, block, intro, ref=ref)


def _header(state: ListState, blocks: Sequence[Block], i: int) -> RawParagraph:
    """A table's header, noted for the rows below it; one that a page's top repeats is noted once."""
    block = blocks[i]
    known = state.headers.get(block.table)
    if known is not None and any(header.text == block.text for header in known):
        return _raw(state, block, "", heading=True)
    follows = i > 0 and blocks[i - 1].kind is BlockKind.ROW and blocks[i - 1].table == block.table
    goes_on = bool(known) and follows and blocks[i - 1].header
    state.headers[block.table] = [*(known or ()), block] if goes_on else [block]
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    alone = below is None or below.kind is not BlockKind.ROW or below.table != block.table
    return _raw(state, block, "", heading=not alone)


def _ref(state: ListState, letter: str | None) -> str | None:
    """The number by which a paragraph is cited, with the letter of an item; None where none is printed."""
    if state.closed:
        return None
    if not state.in_minute:
        lettered = letter and state.number and state.kind is PartKind.REPORT
        return f"{state.number}({letter})" if lettered else state.inner_ref or state.number
    return full_ref(state.inner_ref or state.minute_ref, state.number, letter) or None


def _raw(
    state: ListState,
    block: Block,
    intro: str,
    *,
    heading: bool = False,
    status: Status | None = None,
    letter: str | None = None,
    ref: str | None = None,
) -> RawParagraph:
    """A block as a paragraph under `intro`; what is not given comes from the state and the words."""
    own = block.text
    is_row = block.kind is BlockKind.ROW
    if status is None:
        status = status_of(own, state.kind, state.section or "", "" if is_row else intro or state.label, is_row)
        if state.scope is not None and intro and status is not Status.VOTE and not is_row:
            status = state.scope
    return RawParagraph(
        text=f"{intro}\n{own}" if intro else own,
        own=own,
        intro=intro,
        item=state.item,
        item_title=state.item_title,
        section=state.section,
        ref=ref if ref is not None else _ref(state, letter),
        page=block.page,
        line=block.line,
        end_line=block.end_line,
        status=status,
        access=Access.EXEMPT if state.exempt or is_marked_paragraph(own) else Access.PUBLIC,
        heading=heading,
        box=block.box,
        twin=block.twin,
    )


def with_ids(raws: Sequence[RawParagraph], part: int, ids: Sequence[str]) -> list[Paragraph]:
    """The paragraphs of one part, the `part`-th of its paper, with these ids, one for each."""
    return [
        Paragraph(
            id=paragraph_id,
            text=raw.text,
            own=raw.own,
            part=part,
            item=raw.item,
            item_title=raw.item_title,
            section=raw.section,
            ref=raw.ref,
            page=raw.page,
            line=raw.line,
            end_line=raw.end_line,
            status=raw.status,
            access=raw.access,
            intro=raw.intro,
            heading=raw.heading,
            box=raw.box,
            twin=raw.twin,
        )
        for raw, paragraph_id in zip(raws, ids, strict=True)
    ]
