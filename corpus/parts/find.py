"""A pack's parts: where the agenda, minutes, reports, appendices and tables begin. Pure.

Minutes belong to the date in their own heading; everything else in a pack belongs to the pack's meeting.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.bodies import body_of, is_council_name
from corpus.dates import first_date
from corpus.markings import is_marked_part
from corpus.models import Access, Block, BlockKind, PartKind
from corpus.parts.part_headings import (
    AGENDA,
    HEAD,
    PRESENT,
    agenda_date,
    body_near,
    held,
    is_draft,
    is_short,
    minutes_date,
    report_date,
    squash,
)
from corpus.parts.part_scan import Start, Walk
from corpus.parts.report_starts import APPENDIX
from corpus.parts.starts import DECISION_RECORD, start_at
from corpus.tables import agenda_items_of, is_tracker_header
from corpus.transcripts import is_transcript

_QUESTIONS = re.compile(
    r"^(?:question (?:no\.? ?)?1\b|questions? (?:put|from|by|submitted|to)\b|public questions\b)", re.I
)
_AMENDMENT = re.compile(r"^(?:(?:proposed |notice of )?amendment\b|motion (?:for|by|on)\b|notice of motion\b)", re.I)
_DECIDED_ON = re.compile(
    r"^(?:date(?: of)?(?: the)? decision|decision date|date (?:signed|made|taken)|date)\b\s*[:|(]", re.I
)
_MAKER = re.compile(
    r"^(?:decision[- ](?:maker|taker)|decision (?:made|taken|to be taken) by|taken by|name of decision[- ]maker)\s*[:|]\s*\|?\s*([^\n|;]{4,120})",
    re.I,
)
_OFFICE = r"\b(?:cabinet|member for|director|leader|officer|head of|executive|portfolio|committee|council)\b"
_ALWAYS_OPEN = frozenset({PartKind.LEGAL, PartKind.FORWARD_PLAN})
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
    lying: frozenset[int] = frozenset(),
) -> list[Start]:
    """The parts of a paper in order, the first at block 0; kinds, titles, bodies and dates as printed.

    `blocks` are without furniture; `stamps` say over which of them "Agenda Item 5" was stamped, `lying`
    which pages are wider than high. A part of a pack
    that is not minutes takes the pack's date and body.
    """
    if not blocks:
        return []
    walk = Walk(blocks, dict(stamps or {}), lying=lying)
    for i in range(len(blocks)):
        current = walk.current
        if i and (current is None or current.kind is PartKind.AGENDA):
            _note_item(walk, blocks[i - 1])
        start = start_at(walk, i)
        if start is None or current is not None and start.index <= current.index:
            continue
        if current is None and start.index > 0:
            if start.index <= 6 and not any(AGENDA.search(b.text) for b in blocks[: start.index]):
                near = body_near(blocks, 0)
                own = near if near and not is_council_name(near) else None
                start = replace(start, index=0, body=start.body or own)
            else:
                walk.starts.append(_opening(blocks, file, start.index))
        walk.starts.append(start)
    starts = walk.starts or [_opening(blocks, file, len(blocks))]
    starts = [_dated(blocks, start, _end(starts, n, blocks)) for n, start in enumerate(starts)]
    return _as_a_pack([_refined(blocks, start, _end(starts, n, blocks), starts[:n]) for n, start in enumerate(starts)])


def _note_item(walk: Walk, block: Block) -> None:
    """Keep a front sheet's item by its title: its paper opens with the same words."""
    if block.kind is BlockKind.HEADING or len(walk.titles) > 60:
        return
    for item in agenda_items_of([block]):
        walk.titles.setdefault(squash(re.sub(r"\([^()]*\)", "", item.title)), item.number)


def _end(starts: Sequence[Start], n: int, blocks: Sequence[Block]) -> int:
    return starts[n + 1].index if n + 1 < len(starts) else len(blocks)


def _opening(blocks: Sequence[Block], file: str, end: int) -> Start:
    """The part that a paper opens with, where no detector said so at its first blocks."""
    head = blocks[: min(HEAD, end)]
    stem = re.sub(r"\.\w{2,5}$", "", file.replace("_", " "))
    title = next((b.text.split("\n")[0] for b in head if is_short(b) and re.search(r"[A-Za-z]{3}", b.text)), stem)[:200]
    body = body_near(blocks[:end], 0) or body_near(blocks[:end], 5)
    if plan := next((m for b in head[:4] if (m := re.match(r"^(.{4,80}?)\s*forward plan\b", b.text, re.I))), None):
        body = body or body_of(plan[1])
    if is_transcript(blocks[:end]):
        return Start(0, PartKind.MINUTES, title, body)
    if any(AGENDA.search(b.text) for b in head[:10]):
        return Start(0, PartKind.AGENDA, title, body)
    for pattern, kind in (
        (_QUESTIONS, PartKind.QUESTIONS),
        (DECISION_RECORD, PartKind.DECISION_RECORD),
        (_AMENDMENT, PartKind.AMENDMENT),
        (APPENDIX, PartKind.APPENDIX),
    ):
        if any(pattern.search(b.text) and len(b.text) < 160 for b in head[: 2 if kind is PartKind.APPENDIX else 4]):
            return Start(0, kind, title, body)
    for pattern, kind in _FILE_KIND:
        if pattern.search(stem) and not (kind is PartKind.MINUTES and end < len(blocks)):
            return Start(0, kind, title, body)
    if sum(bool(PRESENT.match(b.text)) for b in head[:10]) > 1:
        return Start(0, PartKind.MINUTES, title, body)
    notice = end < 15 and held(blocks[:end]) == "cancelled"
    return Start(0, PartKind.AGENDA if end < len(blocks) or notice else PartKind.REPORT, title, body)


def _decision_maker(head: Sequence[Block]) -> str | None:
    """Who took the decision, by office: "Cabinet Member for Highways" without the name behind or before it."""
    named = next((match[1] for b in head if (match := _MAKER.match(b.text))), None)
    if named is None:
        return None
    pieces = [piece.strip(" .") for piece in re.split(r",|\s[–-]\s|\(|\)", named) if piece.strip(" .")]
    return next((piece for piece in pieces if re.search(_OFFICE, piece, re.I)), pieces[0] if pieces else None)


def _heading_of(start: Start, head: Sequence[Block]) -> Sequence[Block]:
    """What may mark the part: of minutes the blocks above those present, of an agenda its first lines, not its items."""
    if start.kind is PartKind.MINUTES:
        return head[: next((n for n, b in enumerate(head) if PRESENT.match(b.text)), 6)]
    return head[:3] if start.kind is PartKind.AGENDA else head


def _dated(blocks: Sequence[Block], start: Start, end: int) -> Start:
    """The part with the date, access and state that its own heading prints."""
    body = blocks[start.index : end]
    head = body[:HEAD]
    stamp = None
    if start.kind is PartKind.REPORT:
        stamp = report_date(head)
    elif start.kind is PartKind.AGENDA:
        stamp = agenda_date(body[: 2 * HEAD])
    elif start.kind is PartKind.MINUTES:
        named = start.index if start.named_at is None else start.named_at
        stamp = minutes_date(blocks, start.index, max(named, start.index), end)
    elif start.kind is PartKind.DECISION_RECORD:
        stamp = next((date for b in head if _DECIDED_ON.match(b.text) and (date := first_date(b.text))), None)
        own = start.body if start.body and not is_council_name(start.body) else None
        start = replace(start, body=own or _decision_maker(head) or start.body)
    elif start.kind is PartKind.QUESTIONS:
        stamp = first_date(" ".join(b.text for b in head[:5]))
    marked = (
        start.access is Access.EXEMPT or start.kind not in _ALWAYS_OPEN and is_marked_part(_heading_of(start, head))
    )
    meets = start.kind in {PartKind.AGENDA, PartKind.MINUTES}
    return replace(
        start,
        date=start.date or stamp,
        access=Access.EXEMPT if marked else Access.PUBLIC,
        draft=start.kind is PartKind.MINUTES and is_draft(head),
        held=held(body) if meets else "",
    )


def _refined(blocks: Sequence[Block], start: Start, end: int, before: Sequence[Start]) -> Start:
    """An appendix that is mostly a table of actions is a tracker."""
    if start.kind is not PartKind.APPENDIX or not before:
        return start
    body = blocks[start.index : end]
    rows = [b for b in body if b.kind is BlockKind.ROW and len(b.cells) >= 4]
    report = next((s for s in reversed(before) if s.kind is PartKind.REPORT), None)
    tracked = report is not None and re.search(r"\btrack|\bmonitor(?:ing)? of|\bactions?\b", report.title, re.I)
    if rows and len(rows) * 3 > len(body) * 2 and (tracked or any(is_tracker_header(b.cells) for b in rows[:2])):
        return replace(start, kind=PartKind.TRACKER)
    return start


def _as_a_pack(starts: list[Start]) -> list[Start]:
    """Parts that are not minutes take the date and body of the pack that they are in; appendices their report's access."""
    first = starts[0]
    if first.kind is not PartKind.AGENDA or first.date is None:
        lead = (
            next((s for s in starts if s.kind is PartKind.REPORT and s.date), None)
            if first.kind is PartKind.REPORT
            else None
        )
        pack = lead or first
    else:
        pack = first
    out: list[Start] = []
    for start in starts:
        report = next((s for s in reversed(out) if s.kind is PartKind.REPORT), None)
        if start.kind is PartKind.APPENDIX and report is not None and report.access is Access.EXEMPT:
            start = replace(start, access=Access.EXEMPT)
        if start.kind is PartKind.MINUTES and start is not pack:
            out.append(replace(start, body=start.body or pack.body, date=start.date))
        elif first.kind is PartKind.AGENDA and first.date and start.kind is not PartKind.MINUTES:
            out.append(replace(start, date=first.date, body=first.body or start.body))
        else:
            out.append(replace(start, date=start.date or pack.date, body=start.body or pack.body))
    return out
