"""A part's blocks to paragraphs: each with its item, section, number, lead-in and kind. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.minutes import Heading, find_headings, full_ref, sub_letter, sub_number
from corpus.models import Access, Block, BlockKind, Box, Paragraph, PartKind, Status
from corpus.starts import Start
from corpus.statements import is_lost, is_vote, opens_amendment, status_of

_NUMBER = re.compile(r"^(\(?\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}[.)]|\(\d{1,3}\)|[A-Z]?\d{1,3}(?:\.\d{1,3})+)(?:\s+|(?=[A-Z]))(.*)$", re.S)
_BARE_NUMBER = re.compile(r"^(\d{1,2})\s+(?=[A-Z])(.*)$", re.S)
_ANY_NUMBER = re.compile(r"^\(?(\d{1,3})([.)])\s")
_LABEL = re.compile(r"^(?:it was )?(?:resolved|recommendations?|recommended|agreed|decision|noted|actions?)\s*(?:unanimously)?\s*(?:that|to)?\s*[:.\-–]*$", re.I)
_LEADS_IN = re.compile(r"(?::|:-|: -|–|-)$|\b(?:that|to|include|includes|including|following|by)$")
_ROW_REF = re.compile(r"^(\d{1,4}/\d{2,4}|\d{1,3}\.?[a-z]?|[A-Z]{1,3}\d{1,4})(?:\s|\(|$)")
_QUESTION_HEAD = re.compile(r"^(?:question (?:no\.? ?)?\d+|question by\b|question from\b|answer|reply|response|supplementary question)\b.{0,140}$", re.I | re.S)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_CELL_LABEL = 40


@dataclass(frozen=True, slots=True)
class Raw:
    """A paragraph before it gets its id."""

    text: str
    own: str
    intro: str
    item: str | None
    item_title: str | None
    section: str | None
    ref: str | None
    page: int | None
    line: int | None
    end_line: int | None
    status: Status
    access: Access
    heading: bool
    box: Box | None


@dataclass
class _State:
    """Where the walk through a part's blocks stands."""

    kind: PartKind
    item: str | None = None
    item_title: str | None = None
    base: str | None = None  # the minute's number
    section: str | None = None
    number: str | None = None  # nearest printed paragraph or section number
    lead: str = ""  # the line that introduces what follows
    label: str = ""  # "Resolved" on a line of its own
    parents: dict[int, str] = field(default_factory=dict)
    headers: dict[int, list[Block]] = field(default_factory=dict)


def build(blocks: Sequence[Block], start: Start) -> tuple[list[Raw], list[Heading]]:
    """The part's paragraphs in order, and the minutes' headings where the part is minutes."""
    kind, title, access = start.kind, start.title, start.access
    headings = find_headings(blocks) if kind is PartKind.MINUTES else []
    by_first = {heading.first: heading for heading in headings}
    inside = {i for heading in headings for i in range(heading.first, heading.last)}
    state = _State(kind, item_title=title if kind is PartKind.REPORT else None)
    out: list[Raw] = []
    for i, block in enumerate(blocks):
        heading = by_first.get(i)
        if heading is not None:
            _enter(state, heading)
        if i in inside:
            with_words = heading is not None and heading.has_body
            out.append(_raw(state, block, block.text, "", access, heading=not with_words, status=None if with_words else Status.DISCUSSION))
            if with_words and _LEADS_IN.search(block.text):
                state.lead = block.text
            continue
        out.extend(_paragraphs(state, blocks, i, access))
    return _with_lost_amendments(out), headings


def _enter(state: _State, heading: Heading) -> None:
    state.item, state.item_title, state.base = heading.item, heading.title, heading.ref
    state.section = state.number = None
    state.lead = state.label = ""
    state.parents.clear()


def _paragraphs(state: _State, blocks: Sequence[Block], i: int, access: Access) -> list[Raw]:
    block = blocks[i]
    if block.kind is BlockKind.ROW:
        return _row(state, blocks, i, access)
    text = block.text
    if _LABEL.match(text):
        state.label, state.lead = text, ""
        state.parents.clear()
        return [_raw(state, block, text, "", access, heading=True)]
    if _is_heading(state, blocks, i):
        _open_section(state, text)
        return [_raw(state, block, text, "", access, heading=True)]
    if block.kind is BlockKind.ITEM or _is_under_lead(state, block):
        return [_item(state, block, access)]
    return [_text(state, block, access)]


_CARRIES = re.compile(r"\b(?:resolved|agreed|motion|amendment|recommend\w*|voting was|asked to)\b", re.I)
_OUTCOME = re.compile(r"^(?:(?:substantive )?(?:motion|amendment)\b.{0,40}(?:carried|lost|agreed)|agreed|carried|lost)\b.{0,30}$", re.I)


def _is_under_lead(state: _State, block: Block) -> bool:
    """Whether a minute's paragraph goes on with the resolution, motion or vote that the line above opened.

    A recorded vote stands under "the voting was as follows:"; a list numbered otherwise than the minute's own
    paragraphs, and unnumbered words, stand under "RESOLVED that:".
    """
    if state.base is None or not state.lead or not _CARRIES.search(state.lead):
        return False
    if is_vote(block.text):
        return True
    number = _ANY_NUMBER.match(block.text)
    if number is None:
        return not _OUTCOME.match(block.text) and not re.match(r"^(?:in accordance|this item|mr |mrs |ms |the chair)", block.text, re.I)
    own = _ANY_NUMBER.match(state.lead)
    return own is not None and (own[2] != number[2] or int(number[1]) <= int(own[1]))


def _is_heading(state: _State, blocks: Sequence[Block], i: int) -> bool:
    block = blocks[i]
    text = block.text
    if state.kind is PartKind.QUESTIONS and _QUESTION_HEAD.match(text):
        return True
    if block.kind is BlockKind.HEADING:
        return len(text) < 250
    if block.kind is not BlockKind.TEXT or "\n" in text or len(text) > 110 or re.search(r"[.;:,!?]$|@|https?:|\b\d{5,}", text):
        return bool(block.bold and len(text) < 160 and not re.search(r"[.;]$", text) and not re.search(r"\b(?:19|20)\d\d\b", text) and "\n" not in text)
    if re.search(r"\b(?:19|20)\d\d\b.*\b(?:am|pm|a\.m|p\.m)\b|^[£\d]", text) and not _BARE_NUMBER.match(text) and not _NUMBER.match(text):
        return False
    if block.bold and not re.search(r"\bpresent\b|^present|apologies", text, re.I):
        return True
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    if below is None or not block.after_gap or len(text) > 90 or not text[:1].isupper() and not text[:1].isdigit():
        return False
    if re.match(r"^(?:councillors?|cllrs?|mr|mrs|ms|dr|contact|tel|e-?mail|portfolio|wards?|chair|vice)\b", text, re.I):
        return False
    words = text.split()
    return len(words) <= 12 and (len(below.text) > len(text) or below.kind in {BlockKind.ITEM, BlockKind.ROW})


def _open_section(state: _State, text: str) -> None:
    number = _NUMBER.match(text) or _BARE_NUMBER.match(text)
    state.section = text
    if number and state.base is None:
        state.number = number[1].strip("().")
    question = re.match(r"^question (?:no\.? ?)?(\d+)", text, re.I)
    if state.kind is PartKind.QUESTIONS and question:
        state.number = f"Question {question[1]}"
    state.lead = state.label = ""
    state.parents.clear()


def _text(state: _State, block: Block, access: Access) -> Raw:
    number = _NUMBER.match(block.text)
    if number and state.base is None:
        state.number = number[1].strip("().")
    elif state.base is not None:
        state.number = sub_number(block.text) or (None if state.number is None else state.number)
    intro = ""
    if state.label and (not state.parents):
        intro = state.label
    raw = _raw(state, block, block.text, intro, access)
    state.parents.clear()
    state.lead = _lead_in(block.text)
    if state.label and not state.lead and not re.match(r"^(?:\(?\w{1,3}[.)]\s*)?that\b", block.text, re.I):
        state.label = ""
    return raw


def _lead_in(text: str) -> str:
    """The line that introduces a list: the whole of a short paragraph, the last sentence of a long one."""
    if not _LEADS_IN.search(text):
        return ""
    return text if len(text) <= 400 else _SENTENCE.split(text)[-1]


def _item(state: _State, block: Block, access: Access) -> Raw:
    level = max(block.level, 1)
    for deeper in [key for key in state.parents if key >= level]:
        del state.parents[deeper]
    if re.match(r"^(?:\d{1,3}\.\d|\d{1,3}[.)]\s)", block.text):
        number = _NUMBER.match(block.text)
        if number and state.base is None and level == 1:
            state.number = number[1].strip("().")
    chain = [state.lead or state.label, *(state.parents[key] for key in sorted(state.parents))]
    intro = "\n".join(part for part in chain if part)
    letter = sub_letter(block.text)
    raw = _raw(state, block, block.text, intro, access, letter=letter)
    if _LEADS_IN.search(block.text):
        state.parents[level] = block.text
    return raw


def _row(state: _State, blocks: Sequence[Block], i: int, access: Access) -> list[Raw]:
    block = blocks[i]
    above = state.headers.get(block.table)
    if block.header and (above is None or all(b.text != block.text for b in above)):
        first = i == 0 or blocks[i - 1].table != block.table or blocks[i - 1].kind is not BlockKind.ROW
        state.headers[block.table] = [block] if first or above is None else [*above, block]
        alone = i + 1 >= len(blocks) or blocks[i + 1].table != block.table or blocks[i + 1].kind is not BlockKind.ROW
        return [_raw(state, block, block.text, "", access, heading=not alone)]
    if block.header:
        return [_raw(state, block, block.text, "", access, heading=True)]
    header = "\n".join(b.text for b in state.headers.get(block.table, []))
    ref = None
    cells = [cell for cell in block.cells if cell]
    match = _ROW_REF.match(cells[0]) if cells else None
    if match and state.kind in {PartKind.FORWARD_PLAN, PartKind.AGENDA, PartKind.TRACKER, PartKind.DECISION_RECORD} and len(cells) > 1:
        ref = match[1].rstrip(".")
    return [_raw(state, block, block.text, header, access, ref=ref)]


def _raw(
    state: _State,
    block: Block,
    own: str,
    intro: str,
    access: Access,
    *,
    heading: bool = False,
    status: Status | None = None,
    letter: str | None = None,
    ref: str | None = None,
) -> Raw:
    is_row = block.kind is BlockKind.ROW
    section = state.section or ""
    if status is None:
        status = status_of(own, state.kind, section, "" if is_row else intro or state.label, is_row)
    if ref is None:
        ref = full_ref(state.base, state.number, letter) if state.base is not None else state.number
    return Raw(
        text=f"{intro}\n{own}" if intro else own,
        own=own,
        intro=intro,
        item=state.item,
        item_title=state.item_title,
        section=state.section,
        ref=ref,
        page=block.page,
        line=block.line,
        end_line=block.end_line,
        status=status,
        access=access,
        heading=heading,
        box=block.box,
    )


def _with_lost_amendments(raws: list[Raw]) -> list[Raw]:
    """The words of an amendment that a later line says was lost are marked lost, however they are put."""
    out = list(raws)
    for n, raw in enumerate(raws):
        if not is_lost(raw.own) or opens_amendment(raw.own):
            continue
        opening = next((k for k in range(n - 1, max(-1, n - 60), -1) if opens_amendment(raws[k].own) or is_lost(raws[k].own)), None)
        if opening is None or is_lost(raws[opening].own):
            continue
        ref = raws[opening].ref
        for k in range(opening, n):
            if raws[k].ref == ref and not is_vote(raws[k].own) and not raws[k].heading:
                out[k] = replace(out[k], status=Status.AMENDMENT_LOST)
    return out


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
