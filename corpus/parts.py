"""A pack's parts: where the agenda, minutes, reports, appendices and tables begin. Pure.

Every detector looks at a block and a few around it and says which kind of part begins there. Minutes
belong to the date in their own heading; everything else in a pack belongs to the pack's meeting.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.bodies import body_of
from corpus.dates import find_dates, first_date
from corpus.models import Access, Block, BlockKind, PartKind

_MINUTES = re.compile(r"^(?:#\s*)?(?:draft\s+|unconfirmed\s+|printed\s+)*(?:minutes\b|notes of (?:a|the) meeting\b|record of proceedings\b)", re.I)
_MINUTES_TEXT = re.compile(r"\b(?:agreed|approved|confirmed|noted|signed|received|were|was|be|to confirm|circulated|matters arising|correct record|the minutes|previous meeting|last meeting)\b", re.I)
_PRESENT = re.compile(r"^(?:#\s*)?(?:(?:committee |board |panel )?(?:members? )?(?:present|in attendance|attendance|apologies|attendees)\b|councillors? (?:present|circulated)|also present|councillors?\b|cllrs?\b)", re.I)
_REPORT_TO = re.compile(r"^report (?:to|for)\b(?!.{0,60}\b(?:of|by)\b.{0,40}\.$)", re.I)
_LABELS = re.compile(
    r"^(subject|report title|title of report|director|contact officer|lead officer|report author|author|"
    r"wards?(?:\(s\))?(?: affected)?|portfolios?|from|to|by|date of meeting|meeting date|classification|"
    r"report of|purpose of report|portfolio holder|past pathway|future pathway|electoral divisions?|key decision)\b\s*(?::|\||$|all\b|\()",
    re.I,
)
_AGENDA_ITEM = re.compile(r"^agenda item(?: no\.?| number)?:?\s*\d+", re.I)
_AGENDA = re.compile(r"^(?:agenda|summons|notice of meeting)\b|\bmeeting to be held on\b|\bagenda for a\b|\bnotice is hereby given\b", re.I)
_ENDING = re.compile(r"^(?:\d+\.?\s*)?(?:background (?:papers|documents|information)|appendices|appendix|contact (?:officer|details)s?|report prepared by|report completed by|source documents|list of appendices)\b", re.I)
_APPENDIX = re.compile(r"^(?:appendix|annex|schedule)\s+(?:[A-Z]|\d{1,2}|[ivx]+)\b", re.I)
_WORK_PROGRAMME = re.compile(r"\bwork(?:ing)? (?:programme|program|plan)\b(?:\s+(?:for\s+)?\d{4}\s*[-/–]\s*\d{2,4})?\s*$", re.I)
_FORWARD_PLAN = re.compile(r"\bforward plan\b|\bkey decisions to be taken by\b|\bnotice of key decisions\b", re.I)
_LEGAL = re.compile(r"^(?:specified (?:disclosable )?pecuniary interests|disclosable pecuniary interests|schedule 12a to the local government act|access to information: exempt)\b", re.I)
_DECISION_RECORD = re.compile(r"\brecord of (?:executive |officer |cabinet member )?decision\b|\bdecision (?:record|notice)\b", re.I)
_QUESTIONS = re.compile(r"^(?:question (?:no\.? ?)?1\b|questions? (?:put|from|by|submitted|to)\b|public questions\b)", re.I)
_AMENDMENT = re.compile(r"^(?:(?:proposed |notice of )?amendment\b|motion (?:for|by|on)\b|notice of motion\b)", re.I)
_EXEMPT = re.compile(
    r"\bnot for publication\b|\bexempt (?:report|appendix|information|item)\b|\bconfidential (?:report|appendix|item)\b|"
    r"\bpart (?:2|ii|b) (?:report|item|private)\b|\brestricted (?:report|appendix|item)\b|\bby virtue of paragraphs?\b.{0,60}\bschedule 12a\b",
    re.I,
)
_UNRESTRICTED = re.compile(r"\bunrestricted\b|\bno exempt\b|\bnot exempt\b|\bdo not include\b", re.I)
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
_MEETING_OF = re.compile(r"\bmeeting of (?:the )?((?:[\w’'&]+ ){1,8}?(?:Board|Committee|Panel|Cabinet|Council|Forum))\b")
_HEAD = 14  # blocks that a part's heading may take


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part begins, and what its own heading says."""

    index: int
    kind: PartKind
    title: str
    body: str | None = None
    date: str | None = None
    access: Access = Access.PUBLIC


def find_parts(blocks: Sequence[Block], file: str) -> list[Start]:
    """The parts of a paper in order, the first at block 0; kinds, titles, bodies and dates as printed.

    `blocks` are without furniture. A part of a pack that is not minutes takes the pack's date and body.
    """
    if not blocks:
        return []
    starts: list[Start] = []
    for i in range(len(blocks)):
        current = starts[-1] if starts else None
        start = _start_at(blocks, i, current)
        if start is None:
            continue
        if current is not None and start.index <= current.index:
            continue
        if current is None and start.index > 0:
            if start.index <= 6 and not _has_agenda(blocks[: start.index]):
                start = replace(start, index=0)
            else:
                starts.append(_opening(blocks, file, start.index))
        starts.append(start)
    if not starts:
        starts = [_opening(blocks, file, len(blocks))]
    starts = [_dated(blocks, start, _end(starts, n, blocks)) for n, start in enumerate(starts)]
    return _as_a_pack([_refined(blocks, start, _end(starts, n, blocks), starts[:n]) for n, start in enumerate(starts)])


def _end(starts: Sequence[Start], n: int, blocks: Sequence[Block]) -> int:
    return starts[n + 1].index if n + 1 < len(starts) else len(blocks)


def _has_agenda(blocks: Sequence[Block]) -> bool:
    return any(_AGENDA.search(block.text) for block in blocks)


def page_breaks(above: Block | None, block: Block) -> bool:
    """Whether a page ends between two blocks: another PDF page, or two blank lines and more in a text."""
    if above is None:
        return True
    if block.page is not None and above.page is not None:
        return block.page != above.page
    if block.line is not None and above.end_line is not None:
        return block.line - above.end_line > 3
    return False


def is_short(block: Block, most: int = 140) -> bool:
    """Whether a block could be a title: few words, no sentence's end."""
    return len(block.text) <= most and not re.search(r"[.;]$", block.text.rstrip()) or block.kind is BlockKind.HEADING


def _start_at(blocks: Sequence[Block], i: int, current: Start | None) -> Start | None:
    block = blocks[i]
    above = blocks[i - 1] if i else None
    text = block.text
    inside = current.kind if current else None
    if block.kind is BlockKind.ROW:
        return _table_start(blocks, i, current)
    if block.kind is not BlockKind.ITEM:
        if _MINUTES.match(text) and len(text) < 400 and _is_minutes_heading(blocks, i) and not _same_minutes(blocks, i, current):
            return Start(_back(blocks, i, current), PartKind.MINUTES, text.split("\n")[0][:200], _body_near(blocks, i))
        if inside is not PartKind.MINUTES and _is_bare_minutes_heading(blocks, i):
            return Start(i, PartKind.MINUTES, f"Minutes of {body_of(text)}", body_of(text))
        if _LEGAL.match(text) and inside is PartKind.AGENDA:
            return Start(i, PartKind.LEGAL, text[:200])
        if re.match(r"^question (?:no\.? ?)?1$", text, re.I) and inside is PartKind.AGENDA:
            return Start(i, PartKind.QUESTIONS, text)
        if is_short(block) and _DECISION_RECORD.search(text) and (i < 4 or page_breaks(above, block)) and inside is None:
            return Start(i, PartKind.DECISION_RECORD, text[:200])
        if _is_forward_plan(blocks, i) and inside not in {PartKind.FORWARD_PLAN, PartKind.MINUTES}:
            return Start(i, PartKind.FORWARD_PLAN, text[:200])
        if inside is not PartKind.MINUTES and _is_work_programme(blocks, i):
            return Start(i, PartKind.WORK_PROGRAMME, text[:200])
    report = _report_start(blocks, i, current)
    if report is not None:
        return report
    return _appendix_start(blocks, i, current)


def _same_minutes(blocks: Sequence[Block], i: int, current: Start | None) -> bool:
    """Whether a heading belongs to the minutes already open: their second title line, or the title of a minute."""
    if current is None or current.kind is not PartKind.MINUTES:
        return False
    near = " ".join(block.text for block in [*blocks[max(i - 1, 0) : i], *blocks[i + 1 : i + 2]])
    return i - current.index <= 6 or bool(re.search(r"\(\s*(?:agenda )?item\s*\w+\s*\)", near, re.I)) or not page_breaks(blocks[i - 1], blocks[i])


def _is_minutes_heading(blocks: Sequence[Block], i: int) -> bool:
    text = blocks[i].text
    if re.match(r"^minutes of (?:the )?(?:previous|last)\b", text, re.I) or re.match(r"^minutes\b.{0,12}$", text, re.I) and i > 3:
        return False
    after_of = re.sub(r"^.*?\bof (?:a |the )?(?:\w+ )?meetings? of the\b", "", text, count=1, flags=re.I)
    if len(after_of) == len(text) and _MINUTES_TEXT.search(re.sub(r"^.*?minutes", "", text, count=1, flags=re.I)[:80]) and not body_of(text):
        return False
    if re.search(r"\b(?:agreed|approved|confirmed|noted|correct record)\b", text[:160], re.I):
        return False
    return any(_PRESENT.match(b.text) for b in blocks[i : i + 10]) or bool(first_date(" ".join(b.text for b in blocks[i : i + 3])))


def _is_bare_minutes_heading(blocks: Sequence[Block], i: int) -> bool:
    """A body's name, a date and those present, without the word minutes."""
    if not is_short(blocks[i]) or body_of(blocks[i].text) is None:
        return False
    near = blocks[i : i + 4]
    if not any(first_date(b.text) for b in near) or any(_AGENDA.search(b.text) for b in near):
        return False
    return any(re.match(r"^(?:committee |board |panel )?(?:members? )?present\b", b.text, re.I) for b in blocks[i : i + 7])


def _is_work_programme(blocks: Sequence[Block], i: int) -> bool:
    if not is_short(blocks[i]) or not _WORK_PROGRAMME.search(blocks[i].text) or re.match(r"^[\d.]+\s", blocks[i].text):
        return False
    return any(b.kind is BlockKind.ROW and len(b.cells) > 2 for b in blocks[i + 1 : i + 5])


def _is_forward_plan(blocks: Sequence[Block], i: int) -> bool:
    text = blocks[i].text
    if len(text) > 160 or not _FORWARD_PLAN.search(text) or re.search(r"\bnoted\b", text) or re.match(r"^[\d.]+/?\d*\s", text):
        return False
    if re.search(r"^(?:background|to consider|to note|appendix)", text, re.I):
        return False
    return any(b.kind is BlockKind.ROW and len(b.cells) > 3 for b in blocks[i + 1 : i + 28])


def _table_start(blocks: Sequence[Block], i: int, current: Start | None) -> Start | None:
    """A tracker begins with a header that names actions and what became of them."""
    block = blocks[i]
    inside = current.kind if current else None
    if not block.header or inside in {PartKind.MINUTES, PartKind.TRACKER, PartKind.FORWARD_PLAN} or len(block.cells) < 4:
        return _report_start(blocks, i, current)
    if not is_tracker_header(block.cells) or not (i < 6 or page_breaks(blocks[i - 1], block)):
        return _report_start(blocks, i, current)
    title = blocks[i - 1].text if i and is_short(blocks[i - 1]) and not page_breaks(blocks[i - 1], block) else "Tracker"
    return Start(i - 1 if title != "Tracker" and i > 1 else i, PartKind.TRACKER, title)


def is_tracker_header(cells: Sequence[str]) -> bool:
    """Whether a header names actions or recommendations and what became of them."""
    names = " | ".join(cells).lower()
    return bool(re.search(r"\baction|\brecommendation", names)) and bool(
        re.search(r"\bstatus|\bprogress|\bresponse|\bowner|\bresponsible|\bupdate|\boutcome|\bcomplet", names)
    )


def _report_start(blocks: Sequence[Block], i: int, current: Start | None) -> Start | None:
    """A report begins with "Report to", an agenda item's number, or two labels (Subject, Director, Ward)."""
    text = blocks[i].text
    if len(text) > 400 and not _LABELS.match(text):
        return None
    near = blocks[i : i + 10]
    labels = {match[1].lower().split("(")[0] for b in near for match in [_LABELS.match(b.text)] if match}
    inside = current.kind if current else None
    strong = bool(_REPORT_TO.match(text)) and len(text) < 160 and is_short(blocks[i])
    numbered = bool(_AGENDA_ITEM.match(text)) and len(text) < 60
    labelled = bool(_LABELS.match(text)) and len(labels) >= 2 and labels & {"subject", "report title", "title of report", "ward", "wards", "portfolios", "portfolio"} != set()
    if not (strong and labels or numbered and len(labels) >= 1 or labelled):
        if strong and current is not None and first_date(" ".join(b.text for b in blocks[i : i + 2])) and inside is not PartKind.MINUTES:
            return Start(_back(blocks, i, current), PartKind.SLIDES, text[:200])
        return None
    if inside is PartKind.MINUTES and not (page_breaks(blocks[i - 1] if i else None, blocks[i]) or strong or numbered or _starts_above(blocks, i)):
        return None
    if labelled and current is not None and inside is not PartKind.AGENDA and i - current.index < 12:
        return None
    start = _back(blocks, i, current)
    return Start(start, PartKind.REPORT, _report_title(blocks, start), _body_near(blocks, start))


def _starts_above(blocks: Sequence[Block], i: int) -> bool:
    return any(first_date(b.text) and len(b.text) < 80 for b in blocks[max(0, i - 4) : i])


def _report_title(blocks: Sequence[Block], start: int) -> str:
    head = blocks[start : start + _HEAD]
    for block in head:
        match = re.match(r"^(?:subject|report title|title of report|title)\s*(?::\s*\||:|\|)\s*(.+)$", block.text, re.I | re.S)
        if match and match[1].strip(" |"):
            return match[1].strip(" |").replace("\n", " ")[:200]
    for block in head:
        text = block.text.replace("\n", " ")
        if _LABELS.match(text) or _REPORT_TO.match(text) or _AGENDA_ITEM.match(text) or body_of(text) or find_dates(text):
            continue
        if is_short(block) and re.search(r"[A-Za-z]{4}", text):
            return text[:200]
    return head[0].text[:200] if head else ""


def _back(blocks: Sequence[Block], i: int, current: Start | None) -> int:
    """The first block of a heading: a body's name or a date just above belongs to it."""
    low = max(current.index + 1 if current else 0, i - 5)
    best = i
    for j in range(i - 1, low - 1, -1):
        text = blocks[j].text
        if blocks[j].kind is BlockKind.ROW or len(text) > 160 or re.match(r"^(?:signed|date of (?:the )?next|contact|chair\b)", text, re.I):
            break
        if page_breaks(blocks[j], blocks[j + 1]):
            break
        if body_of(text) or (first_date(text) and len(text) < 80) or (blocks[j].kind is BlockKind.HEADING and j == best - 1 and j > low):
            best = j
    return best


def _body_near(blocks: Sequence[Block], i: int) -> str | None:
    for block in blocks[i : i + 8]:
        to = re.match(r"^(?:report )?to\s*:\s*\|?\s*(.+)$", block.text, re.I)
        if to and (body := body_of(to[1])):
            return body
    for block in blocks[i : i + 4]:
        for line in block.text.split("\n"):
            if not _LABELS.match(line) or "|" in line:
                body = body_of(line)
                if body:
                    return body
    match = _MEETING_OF.search(blocks[i].text)
    return match[1] if match else None


def _appendix_start(blocks: Sequence[Block], i: int, current: Start | None) -> Start | None:
    """An appendix begins on a new page after its report's last section."""
    block = blocks[i]
    if current is None or current.kind is not PartKind.REPORT or not page_breaks(blocks[i - 1], block):
        return None
    explicit = bool(_APPENDIX.match(block.text)) and is_short(block)
    ended = any(_ENDING.match(b.text) and is_short(b, 90) for b in blocks[max(current.index, i - 14) : i])
    if not explicit and not (ended and (is_short(block) or block.kind is BlockKind.ROW)):
        return None
    if not explicit and re.match(r"^(?:[\d.]+\s|appendices|background|contact)", block.text, re.I):
        return None
    if block.kind is BlockKind.ROW and not explicit and len(block.cells) < 3:
        return None
    return Start(i, PartKind.APPENDIX, block.text.replace("\n", " ")[:200])


def _opening(blocks: Sequence[Block], file: str, end: int) -> Start:
    """The part that a paper opens with, where no detector said so at its first blocks."""
    head = blocks[: min(_HEAD, end)]
    stem = re.sub(r"\.\w{2,5}$", "", file.replace("_", " "))
    title = next((b.text.split("\n")[0] for b in head if is_short(b) and re.search(r"[A-Za-z]{3}", b.text)), stem)[:200]
    body = next((name for b in head for line in b.text.split("\n") if (name := body_of(line))), None) or next(
        (match[1] for b in head for match in [_MEETING_OF.search(b.text)] if match), None
    )
    if any(_AGENDA.search(b.text) for b in head[:10]):
        return Start(0, PartKind.AGENDA, title, body)
    for pattern, kind in ((_QUESTIONS, PartKind.QUESTIONS), (_DECISION_RECORD, PartKind.DECISION_RECORD), (_AMENDMENT, PartKind.AMENDMENT)):
        if any(pattern.search(b.text) and len(b.text) < 160 for b in head[:4]):
            return Start(0, kind, title, body)
    if any(_APPENDIX.match(b.text) for b in head[:4]):
        return Start(0, PartKind.APPENDIX, title, body)
    for pattern, kind in _FILE_KIND:
        if pattern.search(stem) and not (kind is PartKind.MINUTES and end < len(blocks)):
            return Start(0, kind, title, body)
    return Start(0, PartKind.AGENDA if end < len(blocks) else PartKind.REPORT, title, body)


def _dated(blocks: Sequence[Block], start: Start, end: int) -> Start:
    """The part with the date that its own heading prints."""
    head = blocks[start.index : min(start.index + _HEAD, end)]
    stamp = None
    if start.kind is PartKind.REPORT:
        stamp = _report_date(head)
    elif start.kind is PartKind.AGENDA:
        stamp = _agenda_date(blocks[start.index : min(start.index + 2 * _HEAD, end)])
    elif start.kind is PartKind.MINUTES:
        stamp = first_date(" ".join(b.text.replace("\n", " ") for b in head[:8]))
    elif start.kind is PartKind.QUESTIONS:
        stamp = first_date(" ".join(b.text for b in head[:5]))
    access = start.access
    if any(_EXEMPT.search(b.text) and not _UNRESTRICTED.search(b.text) and len(b.text) < 300 for b in head[:6]) and start.kind not in {PartKind.AGENDA, PartKind.MINUTES, PartKind.LEGAL}:
        access = Access.EXEMPT
    return replace(start, date=start.date or stamp, access=access)


_FOR_A_MEETING = re.compile(r"^(?:to|date of meeting|meeting date|meeting|report to|date|decision date)\b", re.I)


def _report_date(head: Sequence[Block]) -> str | None:
    """The date of the meeting that a report is to: on its "To" line, or alone under the body's name."""
    named = any(body_of(line) or _REPORT_TO.match(line) for b in head[:6] for line in b.text.split("\n"))
    for block in head:
        stamp = first_date(block.text)
        if stamp is None or len(block.text) > 160 or re.match(r"^date of report", block.text, re.I):
            continue
        if _FOR_A_MEETING.match(block.text) or body_of(block.text) or named and len(block.text) < 60 and not _LABELS.match(block.text):
            return stamp
    return None


def _agenda_date(head: Sequence[Block]) -> str | None:
    """The day of the meeting: dates with a weekday, an hour or the body's name beside them come first."""
    best: tuple[int, str] | None = None
    for block in head:
        text = block.text.replace("\n", " ")
        for found in find_dates(text)[:2]:
            near = text[max(0, found.start - 40) : found.end + 30]
            points = 2 * bool(re.search(r"day\b", near[:50], re.I)) + 2 * bool(re.search(r"\d\s*(?:am|pm|a\.m|p\.m|noon)", near, re.I))
            points += bool(re.search(r"\bmeeting\b", text, re.I)) + bool(body_of(text)) - 3 * bool(re.match(r"^date:", text, re.I))
            points -= 3 * bool(re.search(r"\bminutes\b", text, re.I))
            if best is None or points > best[0]:
                best = (points, found.iso)
    return best[1] if best and best[0] > -2 else None


def _refined(blocks: Sequence[Block], start: Start, end: int, before: Sequence[Start]) -> Start:
    """An appendix that is mostly a table of actions is a tracker; one of short lines is slides."""
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
    """Parts that are not minutes take the date and body of the pack that they are in."""
    first = starts[0]
    if first.kind is not PartKind.AGENDA or first.date is None:
        lead = next((s for s in starts if s.kind is PartKind.REPORT and s.date), None) if first.kind is PartKind.REPORT else None
        pack = lead or first
    else:
        pack = first
    out = []
    for start in starts:
        if start.kind is PartKind.MINUTES and start is not pack:
            out.append(replace(start, body=start.body or pack.body, date=start.date))
        elif first.kind is PartKind.AGENDA and first.date and start.kind is not PartKind.MINUTES:
            out.append(replace(start, date=first.date, body=first.body or start.body))
        else:
            out.append(replace(start, date=start.date or pack.date, body=start.body or pack.body))
    return out
