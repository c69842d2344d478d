"""A pack's parts: where the agenda, minutes, reports, appendices and tables begin. Pure.

Minutes belong to the date in their own heading; everything else in a pack belongs to the pack's meeting.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.bodies import body_of, is_council_name
from corpus.dates import counts_month_first, day_first, first_date
from corpus.markings import is_marked_part
from corpus.models import Access, Block, BlockKind, PartKind
from corpus.parts.fronts import running_heads
from corpus.parts.part_headings import (
    AGENDA,
    APPENDIX,
    DECISION_RECORD,
    HEAD,
    LONGEST_TITLE,
    PRESENT,
    agenda_date,
    as_title,
    body_near,
    is_draft,
    is_short,
    item_key,
    minutes_date,
    report_date,
    why_not_held,
)
from corpus.parts.part_scan import PartScan, Start
from corpus.parts.starts import start_at
from corpus.tables import agenda_items_of, is_tracker_header
from corpus.transcripts import is_transcript

_QUESTIONS = re.compile(
    r"^(?:question (?:no\.? ?)?1\b|questions? (?:put|from|by|submitted|to)\b|public questions\b)", re.I
)
_AMENDMENT = re.compile(r"^(?:(?:proposed |notice of )?amendment\b|motion (?:for|by|on)\b|notice of motion\b)", re.I)
_DECIDED_ON = re.compile(
    r"^(?:date(?: of)?(?: the)? decision|decision date|date (?:signed|made|taken)|date)\b\s*[:|(]|^decisions? (?:taken|made) (?:by|on)\b",
    re.I,
)
_MAKER = re.compile(
    r"^(?:decision[- ](?:maker|taker)|decision (?:made|taken|to be taken) by|taken by|name of decision[- ]maker)\s*[:|]\s*\|?\s*([^\n|;]{4,120})"
    r"|^decisions? (?:taken|made) by (?:the )?(\w[^\n|;:]{3,80}?) on\b",
    re.I,
)
# What only a record says, in the past tense: an agenda has "Call to order", minutes who called it.
_WAS_HELD = re.compile(
    r"\bcalled (?:the |this |a )?(?:[\w ,’'-]{0,60}?\b(?:meeting|session|council|board|committee)\b[\w ,’'-]{0,60}? )?to order\b"
    r"|\b(?:was|were) called to order\b|\bmet in (?:\w+ )?session\b|\b(?:opened|convened) the meeting\b"
    r"|\bthe meeting (?:opened|commenced|began|started) at\b",
    re.I,
)
_NUMBERS = re.compile(r"^(?:\d{2,4}-\d{2,6}\s+)?\d{1,3}[.)]\s+")  # "05-1101 1."
_WAS_CLOSED = re.compile(
    r"\bmeeting (?:was )?(?:adjourned|ended|closed|concluded|finished)\b(?! (?:to|session)\b)", re.I
)
_WHO_PRESENT = re.compile(r"^[A-Z][\w’' ]{2,40}\bpresent\s*:", re.I)  # "Select Board present: A. Ash"
_MINUTES_ALONE = re.compile(r"(?:draft |approved |confirmed |formal )?minutes", re.I)
_REPORTS_A_MEETING = re.compile(
    r"^report of (?:the |a )?(?:[\w&,’'-]+ ){1,9}meeting\b", re.I
)  # to the council that it is of
_RECORDS = re.compile(r"\b(?:moved|seconded|second by|motion by|proposed by|carried|m/c)\b", re.I)
_MOVES = re.compile(
    r"\b(?:moved|seconded|second by|proposed by|motion (?:by|to|that)|motion \(|M/S)\b|\bmotion \(|\[[A-Z]\w+ / [A-Z]\w+\]",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:carried|passe[sd]|lost|defeated|fail(?:s|ed)|approved|withdrawn|tabled|no second)\b|^(?:vote|ayes|for|yes)\b\s*[:(]",
    re.I | re.M,
)
_ASKS = re.compile(
    r"^(?:\W|\d[\d.]*\s)*(?:recommendations?|purpose of (?:the )?report|report (?:to|of|by|author)|summary)\b\s*:?$",
    re.I,
)
_MOST_ABOVE, _LEAST_RECORDS = 14, 4  # blocks above the words that tell so; blocks that tell of motions
_OFFICE = r"\b(?:cabinet|member for|director|leader|officer|head of|executive|portfolio|committee|council)\b"
_ALWAYS_OPEN = frozenset({PartKind.LEGAL, PartKind.FORWARD_PLAN})
_OF_A_REPORT = frozenset({PartKind.APPENDIX, PartKind.SLIDES})
_STANDING = frozenset({PartKind.TRACKER, PartKind.WORK_PROGRAMME})
_PLAN_OF = re.compile(r"^(.{4,80}?)\s*forward plan\b", re.I)
_MOST_ITEMS = 60  # of a front sheet; more numbered lines are no items
_OF_THE_SHEET = re.compile(
    r"^(?:first |last )?(?:published|updated|issued|printed|posted|dispatched|despatched)\b", re.I
)
# "Minutes of the Ordinary Monthly Meeting held on ...", of no body that it names: of the council over it.
_OF_THE_COUNCIL = re.compile(
    r"^(?:[^\n/]{1,30} / )?minutes of (?:the |an? )?(?:[a-z]+ ){0,2}meeting\b(?! of\b)(?!:)", re.I
)
_A_LABEL = re.compile(r"[A-Z][\w ]{1,30}:\s")
_LETTERHEAD = 6  # blocks that may stand above a paper's title
_OPENING_KIND = (  # a pattern, what it shows, and in how many of the first blocks
    (_QUESTIONS, PartKind.QUESTIONS, 4),
    (DECISION_RECORD, PartKind.DECISION_RECORD, 4),
    (_AMENDMENT, PartKind.AMENDMENT, 4),
    (APPENDIX, PartKind.APPENDIX, 2),
)
_FILE_KIND = (
    (re.compile(r"\bminutes?\b", re.I), PartKind.MINUTES),
    (re.compile(r"\bagenda\b|\bfrontsheet\b", re.I), PartKind.AGENDA),
    (re.compile(r"^questions?\b", re.I), PartKind.QUESTIONS),
    (re.compile(r"\brecord of decision\b", re.I), PartKind.DECISION_RECORD),
    (re.compile(r"^(?:appendix|annex)\b", re.I), PartKind.APPENDIX),
    (re.compile(r"\bslides?\b|\bpresentation\b", re.I), PartKind.SLIDES),
    (re.compile(r"\bforward plan\b", re.I), PartKind.FORWARD_PLAN),
    (re.compile(r"\btracker\b", re.I), PartKind.TRACKER),
)


def find_parts(
    blocks: Sequence[Block],
    file: str,
    stamps: Mapping[int, str] | None = None,
    landscape: frozenset[int] = frozenset(),
) -> list[Start]:
    """The parts of a paper in order, the first at block 0; kinds, titles, bodies and dates as printed.

    `blocks` are without furniture. `stamps` gives, by the block below it, the number of each stamp "Agenda Item 5".
    `landscape` are the PDF pages, from 1, that are wider than high. In a pack, parts that are not minutes take its date
    and body.
    """
    if not blocks:
        return []
    printed, blocks = blocks, _days_first(blocks)
    scan = PartScan(
        blocks,
        dict(stamps or {}),
        landscape=landscape,
        has_page_ends=any(block.ends_above == "page" for block in blocks),
        heads=running_heads(blocks),
    )
    for i in range(len(blocks)):
        if i and scan.inside in {None, PartKind.AGENDA}:
            _note_item(scan, blocks[i - 1])
        start = start_at(scan, i)
        if start is None or scan.current is not None and start.index <= scan.current.index or scan.is_in_front(start):
            continue
        if scan.current is None and start.index > 0:
            start = _with_top(scan, start, file)
        scan.starts.append(start)
    starts = _without_empty(blocks, scan.starts) or [_opening(blocks, file, len(blocks))]
    ends = [*(start.index for start in starts[1:]), len(blocks)]
    starts = [_dated(blocks, start, end) for start, end in zip(starts, ends, strict=True)]
    bodies = [blocks[start.index : end] for start, end in zip(starts, ends, strict=True)]
    found = [_refined(start, body, starts[:i]) for i, (start, body) in enumerate(zip(starts, bodies, strict=True))]
    return _as_a_pack([_as_printed(start, blocks, printed) for start in found])


def _days_first(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with their dates in figures turned to put the day first, where the paper puts the month first."""
    if not counts_month_first(block.text for block in blocks):
        return blocks
    turned = [day_first(block.text) for block in blocks]
    return [
        block if text == block.text else replace(block, text=text) for block, text in zip(blocks, turned, strict=True)
    ]


def _as_printed(start: Start, read: Sequence[Block], printed: Sequence[Block]) -> Start:
    """The part with its title as the paper prints it, where its dates were turned to be read."""
    if read is printed:
        return start
    title = next((old.text for new, old in zip(read, printed, strict=True) if as_title(new.text) == start.title), None)
    return replace(start, title=as_title(title)) if title else start


def _without_empty(blocks: Sequence[Block], starts: Sequence[Start]) -> list[Start]:
    """The starts without an appendix that is only the title over another part, which begins with it."""
    out: list[Start] = []
    for start in starts:
        above = out[-1] if out else None
        if above is not None and above.kind is PartKind.APPENDIX and start.index - above.index == 1:
            named = start.index if start.named_at is None else start.named_at
            out[-1] = replace(start, index=above.index, named_at=named)
        else:
            out.append(start)
    return out


def _note_item(scan: PartScan, block: Block) -> None:
    """Keep the number of a front sheet's item by its title: its paper opens with the same words."""
    if block.kind is BlockKind.HEADING or len(scan.item_numbers) > _MOST_ITEMS:
        return
    for item in agenda_items_of([block]):
        scan.item_numbers.setdefault(item_key(item.title), item.number)


def _with_top(scan: PartScan, start: Start, file: str) -> Start:
    """The first part found, begun at the paper's top where only its letterhead stands above it.

    Otherwise what stands above becomes a part of its own.
    """
    above = scan.blocks[: start.index]
    held = any(_WAS_HELD.search(block.text) or _WAS_CLOSED.search(block.text) for block in above)
    lines = [line for block in above for line in block.text.split("\n")]
    apart = scan.blocks[start.index].ends_above and len(above) > 1 and any(map(first_date, lines))
    if held or apart or start.index > _LETTERHEAD or any(map(AGENDA.search, lines)):
        scan.starts.append(_opening(scan.blocks, file, start.index))
        return start
    near = body_near(scan.blocks, 0)
    title = scan.blocks[start.index if start.named_at is None else start.named_at].text
    own = near if near and (not is_council_name(near) or _OF_THE_COUNCIL.match(title)) else None
    return replace(start, index=0, body=start.body or own)


def _opening(blocks: Sequence[Block], file: str, end: int) -> Start:
    """The part that a paper opens with, blocks 0 to `end`, where no detector knew it by its first blocks."""
    head = blocks[: min(HEAD, end)]
    stem = re.sub(r"\.\w{2,5}$", "", file.replace("_", " "))
    lines = (block.text.split("\n")[0] for block in head if is_short(block) and re.search(r"[A-Za-z]{3}", block.text))
    body = body_near(blocks[:end], 0) or body_near(blocks[:end], 5) or _body_of_plan(head)
    kind = _opening_kind(blocks, stem, end)
    return Start(0, kind, next(lines, stem)[:LONGEST_TITLE], body)


def _body_of_plan(head: Sequence[Block]) -> str | None:
    """The body in a title like "Cabinet forward plan", or None."""
    plan = next((match for block in head[:4] if (match := _PLAN_OF.match(block.text))), None)
    return body_of(plan[1]) if plan else None


def _opening_kind(blocks: Sequence[Block], stem: str, end: int) -> PartKind:
    """The kind of a paper's first part: by its words, by its file's name, else an agenda over other parts, or a report."""
    head = blocks[: min(HEAD, end)]
    if is_transcript(blocks[:end]):
        return PartKind.MINUTES
    agenda = next((i for i, block in enumerate(head[:10]) if AGENDA.search(block.text)), None)
    if _is_a_record(blocks[:end] if agenda is None else blocks[:agenda]):
        return PartKind.MINUTES
    if agenda is not None:
        return PartKind.AGENDA
    if any(_MINUTES_ALONE.fullmatch(line) for block in head[:10] for line in block.text.split("\n")):
        return PartKind.MINUTES
    for pattern, kind, lines in _OPENING_KIND:
        if any(pattern.search(block.text) and len(block.text) < 160 for block in head[:lines]):
            return kind
    for pattern, kind in _FILE_KIND:
        if pattern.search(stem) and not (kind is PartKind.MINUTES and end < len(blocks)):
            return kind
    if sum(bool(PRESENT.match(block.text)) for block in head[:10]) > 1:
        return PartKind.MINUTES
    notice = end < 15 and why_not_held(blocks[:end]) == "cancelled"
    return PartKind.AGENDA if end < len(blocks) or notice else PartKind.REPORT


def _is_a_record(blocks: Sequence[Block]) -> bool:
    """Whether these blocks tell of a meeting that was held: it was called to order, those present and motions are told."""
    if any(_WAS_HELD.search(block.text) for block in blocks[:_MOST_ABOVE]):
        return True
    if any(_REPORTS_A_MEETING.match(block.text) for block in blocks[:_LETTERHEAD]):
        return False
    lines = (_NUMBERS.sub("", line) for block in blocks[:HEAD] for line in block.text.split("\n"))
    attended = any(PRESENT.match(line) or _WHO_PRESENT.match(line) for line in lines)
    if not attended:
        return _decides_throughout(blocks)
    closed = any(_WAS_CLOSED.search(block.text) for block in blocks)
    return closed or sum(bool(_RECORDS.search(block.text)) for block in blocks) >= _LEAST_RECORDS


def _decides_throughout(blocks: Sequence[Block]) -> bool:
    """Whether the blocks tell of motion after motion and of what became of them, as only the record of a meeting does."""
    if any(_ASKS.match(block.text) for block in blocks):
        return False
    moved = sum(bool(_MOVES.search(block.text)) for block in blocks)
    told = sum(bool(_TELLS.search(block.text)) for block in blocks)
    return min(moved, told) >= _LEAST_RECORDS


def _decision_maker(head: Sequence[Block]) -> str | None:
    """Who took the decision, by office: "Cabinet Member for Highways" without the name behind or before it."""
    named = next((match[1] or match[2] for block in head if (match := _MAKER.match(block.text))), None)
    if named is None:
        return None
    pieces = [piece.strip(" .") for piece in re.split(r",|\s[–-]\s|\(|\)", named) if piece.strip(" .")]
    return next((piece for piece in pieces if re.search(_OFFICE, piece, re.I)), pieces[0] if pieces else None)


def _heading_of(start: Start, head: Sequence[Block]) -> Sequence[Block]:
    """What may mark the part: of minutes the blocks above those present, of an agenda its first lines, not its items."""
    if start.kind is PartKind.MINUTES:
        return head[: next((i for i, block in enumerate(head) if PRESENT.match(block.text)), 6)]
    return head[:3] if start.kind is PartKind.AGENDA else head


def _dated(blocks: Sequence[Block], start: Start, end: int) -> Start:
    """The part with the date, access and state that its own heading prints."""
    body = blocks[start.index : end]
    head = body[:HEAD]
    if start.kind is PartKind.DECISION_RECORD:
        own = start.body if start.body and not is_council_name(start.body) else None
        start = replace(start, body=own or _decision_maker(head) or start.body)
    marked = start.kind not in _ALWAYS_OPEN and is_marked_part(_heading_of(start, head))
    meets = start.kind in {PartKind.AGENDA, PartKind.MINUTES}
    return replace(
        start,
        date=start.date or _date_of(blocks, start, end),
        access=Access.EXEMPT if marked or start.access is Access.EXEMPT else Access.PUBLIC,
        draft=start.kind is PartKind.MINUTES and is_draft(head),
        held=why_not_held(body) if meets else "",
    )


def _date_of(blocks: Sequence[Block], start: Start, end: int) -> str | None:
    """The date that a part's heading prints where its kind prints one: of its meeting, or of the decision."""
    head = blocks[start.index : min(start.index + HEAD, end)]
    match start.kind:
        case PartKind.REPORT:
            return report_date(head)
        case PartKind.AGENDA:
            return agenda_date(blocks[start.index : min(start.index + 2 * HEAD, end)])
        case PartKind.MINUTES:
            named = start.index if start.named_at is None else start.named_at
            return minutes_date(blocks, start.index, max(named, start.index), end)
        case PartKind.DECISION_RECORD:
            dates = (first_date(block.text) for block in head if _DECIDED_ON.match(block.text))
            return next((date for date in dates if date), None)
        case PartKind.TRACKER | PartKind.WORK_PROGRAMME | PartKind.FORWARD_PLAN if start.index == 0:
            over_rows = takewhile(lambda block: not _is_entry(block), head)  # an entry has other days
            above = [block for block in over_rows if not _OF_THE_SHEET.match(block.text)]
            return report_date(above) or agenda_date(above)
        case PartKind.QUESTIONS:
            return first_date(" ".join(block.text for block in head[:5]))
    return None


def _is_entry(block: Block) -> bool:
    """Whether a block is an entry of a log or plan: a row, or lines with a label each."""
    return block.kind is BlockKind.ROW or sum(bool(_A_LABEL.match(line)) for line in block.text.split("\n")) > 1


def _refined(start: Start, body: Sequence[Block], before: Sequence[Start]) -> Start:
    """The part, as a tracker where it is an appendix that is mostly a table of actions."""
    if start.kind is not PartKind.APPENDIX or not before:
        return start
    rows = [block for block in body if block.kind is BlockKind.ROW and len(block.cells) >= 4]
    report = next((part for part in reversed(before) if part.kind is PartKind.REPORT), None)
    tracked = report is not None and re.search(r"\btrack|\bmonitor(?:ing)? of|\bactions?\b", report.title, re.I)
    mostly_rows = bool(rows) and len(rows) * 3 > len(body) * 2
    if mostly_rows and (tracked or any(is_tracker_header(row.cells) for row in rows[:2])):
        return replace(start, kind=PartKind.TRACKER)
    return start


def _as_a_pack(starts: list[Start]) -> list[Start]:
    """The parts with the pack's date and body where they are not minutes; appendices with their report's.

    A pack without a front sheet that begins with minutes lends their body, never their date: what stands behind is for
    another meeting. A log or plan that is no item's paper and says on which day it stood keeps that day.
    """
    pack = _pack_of(starts)
    has_front_sheet = starts[0].kind is PartKind.AGENDA and starts[0].date is not None
    lent = None if pack.kind is PartKind.MINUTES and len(starts) > 1 else pack.date
    out: list[Start] = []
    for start in starts:
        if start is pack or start.kind is PartKind.DECISION_RECORD and start.date:
            out.append(start)
        elif start.kind is PartKind.MINUTES:
            same_night = out[-1].date if out and out[-1].kind is PartKind.MINUTES else None
            out.append(replace(start, body=start.body or pack.body, date=start.date or same_night))
        elif start.kind in _OF_A_REPORT and out and not has_front_sheet:
            out.append(replace(start, date=start.date or out[-1].date, body=start.body or out[-1].body))
        elif has_front_sheet:
            own = start.date if start.kind in _STANDING and start.item is None else None
            out.append(replace(start, date=own or pack.date, body=pack.body or start.body))
        else:
            out.append(replace(start, date=start.date or lent, body=start.body or pack.body))
        report = next((part for part in reversed(out[:-1]) if part.kind is PartKind.REPORT), None)
        if start.kind is PartKind.APPENDIX and report is not None and report.access is Access.EXEMPT:
            out[-1] = replace(out[-1], access=Access.EXEMPT)
    return out


def _pack_of(starts: Sequence[Start]) -> Start:
    """The part whose date and body are the pack's: the first dated report of a pack of reports, else the first part."""
    first = starts[0]
    if first.kind is not PartKind.REPORT:
        return first
    return next((start for start in starts if start.kind is PartKind.REPORT and start.date), first)
