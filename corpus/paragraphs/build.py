"""A part's blocks to paragraphs: each with its item, section, number, lead-in and kind. Pure."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from corpus.markings import is_marked_paragraph, is_marking
from corpus.minutes.headings import Heading, find_headings
from corpus.minutes.numbers import full_ref, sub_letter, sub_number
from corpus.minutes.tables import MinuteBlocks
from corpus.models import Access, Block, BlockKind, Paragraph, PartKind, Status
from corpus.paragraphs.list_state import (
    State,
    depth_of,
    inherited,
    is_asked,
    is_clerks_own,
    is_outcome,
    is_under,
    leads_in,
    stands_beside,
)
from corpus.paragraphs.motion_outcomes import with_outcomes
from corpus.paragraphs.raw import Raw
from corpus.paragraphs.sections import NUMBER, is_heading, is_label, open_section
from corpus.paragraphs.statement_kind import decides_shortly, ends_carried, status_of
from corpus.parts.part_scan import Start
from corpus.transcripts import is_transcript

_ROW_REF = re.compile(r"^(\d{1,4}/\d{2,4}|\d{1,3}\.?[a-z]?|[A-Z]{1,3}\d{1,4})(?:\s|\(|$)")
_INITIALS = re.compile(
    r"^(?:action:?\s*)?[A-Z]{2,3}[a-z]?(?:\s*(?:[/,&+]|and)\s*[A-Z]{2,3}[a-z]?)*\.?$"
)  # who acts, in a margin
_MARKED = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s")  # one of a list
_MOST = 600  # letters of a paragraph that the initials in its margin stand by
_ROW_KINDS = frozenset({PartKind.FORWARD_PLAN, PartKind.AGENDA, PartKind.TRACKER, PartKind.DECISION_RECORD})


def build(part: MinuteBlocks, start: Start) -> tuple[list[Raw], list[Heading]]:
    """The part's paragraphs in order, one a block, and the minutes' headings where the part is minutes."""
    blocks = part.blocks
    speech = start.kind is PartKind.MINUTES and is_transcript(blocks)
    headings = list(part.headings)
    if start.kind is PartKind.MINUTES and not speech and not headings:
        headings = find_headings(blocks)
    by_first = {heading.first: heading for heading in headings}
    inside = {i for heading in headings for i in range(heading.first, heading.last)}
    state = State(start.kind, item=start.item, speech=speech, secret=start.access is Access.EXEMPT)
    state.item_title = start.title if start.kind is PartKind.REPORT else None
    out: list[Raw] = []
    for i, block in enumerate(blocks):
        heading = by_first.get(i)
        if heading is not None:
            _enter(state, heading, secret=start.access is Access.EXEMPT)
        if i in inside:
            out.append(_of_heading(state, block, heading))
        elif i in part.table_heads:
            out.append(_raw(state, block, "", heading=True))
        elif i in part.acting:
            out.append(_raw(state, block, part.acting[i][-_MOST:], status=Status.ACTION))
        else:
            _mind_marking(state, blocks, i, by_first)
            out.append(_paragraph(state, blocks, i))
    return with_outcomes(out), headings


def _enter(state: State, heading: Heading, *, secret: bool) -> None:
    state.item, state.item_title, state.base = heading.item, heading.title, heading.ref
    state.in_minute = True
    state.section = state.number = state.style = None
    state.last = 0
    state.secret = secret or state.sealed or is_marking(heading.title)
    state.close()


def _of_heading(state: State, block: Block, heading: Heading | None) -> Raw:
    """A minute's heading; where its words go on in the same block, a paragraph that may introduce others."""
    if heading is None or not heading.has_body:
        return _raw(state, block, "", heading=True, status=Status.DISCUSSION)
    status = status_of(heading.words, state.kind, "", "", False)
    if decides_shortly(heading.words):
        status = Status.RESOLUTION
    raw = replace(_raw(state, block, "", status=status), said=heading.words)
    state.lead = leads_in(block.text)
    state.scope = inherited(raw.status) if state.lead else None
    return raw


def _paragraph(state: State, blocks: Sequence[Block], i: int) -> Raw:
    block = blocks[i]
    text = block.text
    if state.speech:
        return _raw(state, block, "", status=Status.DISCUSSION)
    if block.kind is BlockKind.ROW:
        return _row(state, blocks, i)
    if state.in_minute and _INITIALS.match(text) and i and len(blocks[i - 1].text) > len(text):
        return _raw(state, block, blocks[i - 1].text[-_MOST:], status=Status.ACTION)
    if is_label(text):
        state.close()
        state.label = text
        return _raw(state, block, "", heading=True)
    if block.kind is not BlockKind.HEADING and is_clerks_own(state, text):
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
    if block.kind is BlockKind.ITEM or is_under(state, text):
        return _item(state, block)
    return _text(state, block)


def _mind_marking(state: State, blocks: Sequence[Block], i: int, firsts: Container[int]) -> None:
    """A marking on a line of its own keeps what follows from the public, in this part or this minute.

    Between two minutes, and as a heading of minutes, it is on all those that follow.
    """
    block = blocks[i]
    if state.secret or state.kind in {PartKind.AGENDA, PartKind.LEGAL, PartKind.FORWARD_PLAN, PartKind.TRACKER}:
        return
    if block.kind in {BlockKind.HEADING, BlockKind.TEXT} and is_marking(block.text):
        state.secret = True
        aside = block.text.startswith(("(", "["))
        state.sealed = state.sealed or block.kind is BlockKind.HEADING or i + 1 in firsts and not aside


def _text(state: State, block: Block) -> Raw:
    number = NUMBER.match(block.text)
    if state.in_minute:
        state.number = sub_number(block.text) or state.number
    elif number:
        state.number = number[1].strip("().")
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
    if state.label and not state.lead and not marked and not re.match(r"^that\b", block.text, re.I):
        state.label = ""
    return raw


def _item(state: State, block: Block) -> Raw:
    if stands_beside(state.lead, block.text):
        state.close()
    level = max(block.level, 1)
    if block.kind is BlockKind.ITEM and sub_number(state.parents.get(1, "")) and not sub_number(block.text):
        level += 1  # bullets under a number
    level = depth_of(state, block.text, level)
    for deeper in [key for key in state.parents if key >= level]:
        del state.parents[deeper]
    number = NUMBER.match(block.text) if re.match(r"^(?:\d{1,3}\.\d|\d{1,3}[.)]\s)", block.text) else None
    if number and not state.in_minute and level == 1:
        state.number = number[1].strip("().")
    chain = [state.lead or state.label, *(state.parents[key] for key in sorted(state.parents))]
    raw = _raw(state, block, "\n".join(part for part in chain if part), letter=sub_letter(block.text))
    if leads_in(block.text):
        state.parents[level] = block.text
    if state.in_minute and ends_carried(block.text):
        state.close()
    return raw


def _row(state: State, blocks: Sequence[Block], i: int) -> Raw:
    block = blocks[i]
    above = state.headers.get(block.table)
    follows = i > 0 and blocks[i - 1].kind is BlockKind.ROW and blocks[i - 1].table == block.table
    if block.header and (above is None or all(b.text != block.text for b in above)):
        state.headers[block.table] = [*above, block] if above and follows and blocks[i - 1].header else [block]
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        alone = after is None or after.kind is not BlockKind.ROW or after.table != block.table
        return _raw(state, block, "", heading=not alone)
    if block.header:
        return _raw(state, block, "", heading=True)
    above = [
        b for b in state.headers.get(block.table, []) if re.search("[A-Za-z]", b.text)
    ]  # not a row of column numbers
    header = "\n".join(b.text for b in above)
    cells = [cell for cell in block.cells if cell]
    match = _ROW_REF.match(cells[0]) if cells else None
    numbers = state.kind in _ROW_KINDS or state.kind is PartKind.MINUTES and not state.in_minute and bool(header)
    ref = match[1].rstrip(".") if match and numbers and len(cells) > 1 else None
    return _raw(state, block, header, ref=ref)


def _ref(state: State, letter: str | None) -> str | None:
    if not state.in_minute:
        lettered = letter and state.number and state.kind is PartKind.REPORT
        return f"{state.number}({letter})" if lettered else state.number
    return full_ref(state.base, state.number, letter) or None


def _raw(
    state: State,
    block: Block,
    intro: str,
    *,
    heading: bool = False,
    status: Status | None = None,
    letter: str | None = None,
    ref: str | None = None,
) -> Raw:
    own = block.text
    is_row = block.kind is BlockKind.ROW
    if status is None:
        status = status_of(own, state.kind, state.section or "", "" if is_row else intro or state.label, is_row)
        if state.scope is not None and intro and status is not Status.VOTE and not is_row:
            status = state.scope
    return Raw(
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
        access=Access.EXEMPT if state.secret or is_marked_paragraph(own) else Access.PUBLIC,
        heading=heading,
        box=block.box,
    )


def identified(raws: Sequence[Raw], part: int, ids: Sequence[str]) -> list[Paragraph]:
    """Paragraphs of one part with their ids, one for each."""
    return [
        Paragraph(
            id=name,
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
        )
        for raw, name in zip(raws, ids, strict=True)
    ]
