"""Where reports and their appendices begin. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.bodies import body_of
from corpus.dates import find_dates, first_date
from corpus.models import Block, BlockKind, PartKind
from corpus.parts.minutes_starts import opens_minutes
from corpus.parts.part_headings import (
    APPENDIX,
    HEAD,
    LABELS,
    LONGEST_TITLE,
    REPORT_TO,
    WORK_PROGRAMME,
    as_title,
    body_near,
    is_short,
    item_key,
)
from corpus.parts.part_scan import PartScan, Start, first_of_heading

_AGENDA_ITEM = re.compile(r"^agenda item(?: no\.?| number)?:?\s*\d+", re.I)
_REPORT_OF = re.compile(r"^(?:joint )?report (?:of|by|from)\b(?! the meeting)", re.I)
_ENDING = re.compile(
    r"^(?:\d+\.?\s*)?(?:background (?:papers|documents|information)|appendices|appendix|contact (?:officer|details)s?|"
    r"report prepared by|report completed by|source documents|list of appendices)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\b(?:meeting|business)\b.{0,40}\b(?:ended|closed|concluded|terminated|finished)\b|^(?:signed|chair|closed at)\b",
    re.I,
)
_OWN_NUMBER = re.compile(r"^(\d{1,2}[a-z]?)[.:]?\s+(\S.*)$")
_INLINE_LABELS = re.compile(
    r"\b(?:report of|report author|contact officer|lead officer|cabinet member|wards?(?: affected)?)\s*:", re.I
)
_GENERIC = re.compile(
    r"^(?:apologies|declaration|minutes|urgent|exclusion|public|questions?|petitions?|chair|any other|date of)", re.I
)
_REPORT_TO_LABEL = re.compile(r"^report (?:to|for)\s*:", re.I)
_SUBJECT_LINE = re.compile(r"^(?:subject|report title|title of report|title)\s*(?::\s*\||:|\|)\s*(.+)$", re.I | re.S)
_REPORT_LABELS = frozenset({"subject", "report title", "title of report", "ward", "wards", "portfolios", "portfolio"})
_NAMED_ALONE = re.compile(r"(?:APPENDIX|ANNEX|ATTACHMENT|EXHIBIT|SCHEDULE) [A-Z\d]{1,2}\n\S")  # over its title
_NO_APPENDIX = re.compile(r"^(?:[\d.]+\s|appendices|background|contact)", re.I)
_LONGEST_CLOSING = 250  # characters of the words that close a meeting
_FRONT = 12  # blocks that labels at a page's top may take
_CLOSE = 3  # blocks; a title no further above belongs to the same report
_SHORTEST_SQUASHED = 6  # letters; a shorter title is like another by chance
_SHORTEST_PREFIX = 14  # letters; so is a shorter beginning of one


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a block shows of a report that may begin there."""

    report_to: bool  # "Report to" says whom it is for
    backed: bool  # with labels below, a label inside the line, or a date as a paper's first words
    numbered: bool  # "Agenda Item 5"
    labelled: bool  # two labels, one of which only reports have
    headed: bool  # a body's name at a page's top over "Report of the Director"
    labels: frozenset[str]  # "subject", "from" and the like, in this block and those below

    @property
    def are_of_a_report(self) -> bool:
        """Whether they are enough."""
        return self.headed or self.report_to and self.backed or self.numbered and bool(self.labels) or self.labelled


def report_start(scan: PartScan, i: int) -> Start | None:
    """The report that begins at block i, or None.

    It begins with "Report to", an agenda item's number, two labels (Subject, Director, Ward), or a body's name over
    "Report of". A title page that says "Report to" and a date, without any label, is that of slides.
    """
    text = scan.blocks[i].text
    if _is_titled_above(scan, i) or _is_too_long(text):
        return None
    signs = _signs(scan, i)
    if not signs.are_of_a_report:
        dated = first_date(" ".join(block.text for block in scan.blocks[i : i + 2])) if signs.report_to else None
        if dated is None or scan.inside in {None, PartKind.MINUTES}:
            return None
        return Start(first_of_heading(scan, i), PartKind.SLIDES, text[:LONGEST_TITLE])
    if _goes_on(scan, i, signs):
        return None
    first = first_of_heading(scan, i)
    title = _report_title(scan.blocks, first)
    return Start(first, PartKind.REPORT, title, body_near(scan.blocks, first), item=item_of(scan, title, first))


def _is_titled_above(scan: PartScan, i: int) -> bool:
    """Whether block i belongs to the report or appendix whose title stands close above it on the same page."""
    current = scan.current
    if current is None or current.kind not in {PartKind.REPORT, PartKind.APPENDIX}:
        return False
    if i - current.index > (_FRONT if scan.breaks(current.index) else _CLOSE):
        return False
    return not any(scan.breaks(j) for j in range(current.index + 1, i + 1))


def _is_too_long(text: str) -> bool:
    return len(text) > 600 or len(text) > 400 and not LABELS.match(text) and not REPORT_TO.match(text)


def _signs(scan: PartScan, i: int) -> _Signs:
    blocks, text = scan.blocks, scan.blocks[i].text
    inline = ":" in text and bool(_INLINE_LABELS.search(text))
    report_to = bool(REPORT_TO.match(text)) and len(text) < 160 and is_short(blocks[i])
    report_to = report_to or inline and bool(_REPORT_TO_LABEL.match(text))
    numbered = bool(_AGENDA_ITEM.match(text)) and len(text) < 60
    label = bool(LABELS.match(text))
    labels = _labels(blocks, i) if report_to or numbered or label else frozenset()
    alone = scan.current is None and i < 6 and bool(first_date(text))  # "Report to: Cabinet, 3 May 2024"
    return _Signs(
        report_to=report_to,
        backed=bool(labels) or inline or alone,
        numbered=numbered,
        labelled=label and len(labels) >= 2 and not labels.isdisjoint(_REPORT_LABELS),
        headed=scan.breaks(i) and (_is_headed(blocks, i) or _is_titled(scan, i)),
        labels=labels,
    )


def _goes_on(scan: PartScan, i: int, signs: _Signs) -> bool:
    """Whether the open part goes on: minutes in the midst of a page, or a report whose labels stand under its title."""
    if scan.inside is PartKind.MINUTES:
        begins = scan.breaks(i) or signs.report_to or signs.numbered or _has_date_above(scan.blocks, i)
        if not begins:
            return True
    if scan.current is None or scan.inside is PartKind.AGENDA:
        return False
    return signs.labelled and not signs.report_to and i - scan.current.index < 12


def _labels(blocks: Sequence[Block], i: int) -> frozenset[str]:
    """The labels that stand before block i and the few below it, in lower case."""
    found = (LABELS.match(block.text) for block in blocks[i : i + 10])
    return frozenset(match[1].lower().split("(")[0] for match in found if match)


def _is_headed(blocks: Sequence[Block], i: int) -> bool:
    """Whether block i is a body's name with "Report of the Director" close below it, as older reports begin."""
    if body_of(blocks[i].text) is None or not is_short(blocks[i]):
        return False
    return any(_REPORT_OF.match(block.text) for block in blocks[i + 1 : i + 6] if len(block.text) < 140)


def _is_titled(scan: PartScan, i: int) -> bool:
    """Whether block i is a title with "Report of the Director" or two labels (Author, Date of meeting) right below it.

    In minutes without pages only behind their end: business is titled so too.
    """
    blocks = scan.blocks
    if scan.current is None or blocks[i].kind is not BlockKind.HEADING or i + 1 == len(blocks):
        return False
    if scan.inside is PartKind.MINUTES and blocks[i].page is None and not has_ended(scan, i):
        return False
    lines = [line for block in blocks[i + 1 : i + 4] for line in block.text.split("\n")]
    labels = {match[1].lower() for line in lines if (match := LABELS.match(line))}
    return len(labels) > 1 or bool(_REPORT_OF.match(blocks[i + 1].text)) and is_short(blocks[i + 1])


def _has_date_above(blocks: Sequence[Block], i: int) -> bool:
    return any(first_date(block.text) and len(block.text) < 80 for block in blocks[max(0, i - 4) : i])


def _report_title(blocks: Sequence[Block], first: int) -> str:
    """A report's title: on its "Subject" line, else the first short line that is no label, body or date."""
    head = blocks[first : first + HEAD]
    for block in head:
        match = _SUBJECT_LINE.match(block.text)
        if match and match[1].strip(" |"):
            return as_title(match[1].strip(" |"))
    for block in head:
        text = block.text.replace("\n", " ")
        named = bool(body_of(text))
        labelled = LABELS.match(text) or REPORT_TO.match(text) or _AGENDA_ITEM.match(text) or named or find_dates(text)
        if labelled and (block.level != 1 or named):
            continue
        if is_short(block) and re.search(r"[A-Za-z]{4}", text):
            return as_title(text)
    return as_title(head[0].text) if head else ""


def item_of(scan: PartScan, title: str, i: int) -> str | None:
    """The agenda item whose paper begins at block i: by the number stamped on it, else by its title; or None."""
    stamp = next((scan.stamps[j] for j in range(i, i + 3) if j in scan.stamps), None)
    return stamp or _item_titled(scan, title)


def _item_titled(scan: PartScan, title: str) -> str | None:
    """The number of the agenda item with this title, or where one of the two titles begins with the other; or None."""
    key = item_key(title)
    if len(key) < _SHORTEST_SQUASHED:
        return None
    if key in scan.item_numbers:
        return scan.item_numbers[key]
    near = [
        (min(len(key), len(other)), number)
        for other, number in scan.item_numbers.items()
        if min(len(key), len(other)) >= _SHORTEST_PREFIX and (key.startswith(other) or other.startswith(key))
    ]
    return max(near)[1] if near else None


def _item_numbered(scan: PartScan, title: str) -> str | None:
    """The number that a title prints before the words of the agenda item with this number; or None."""
    printed = _OWN_NUMBER.match(title)
    return printed[1] if printed and _item_titled(scan, printed[2]) == printed[1] else None


def titled_as_item(scan: PartScan, i: int) -> Start | None:
    """The paper of the agenda item whose title is block i, at the top of a page or as a heading of rank 1; or None."""
    block, text = scan.blocks[i], scan.blocks[i].text
    if not scan.item_numbers or scan.inside in {None, PartKind.LEGAL}:
        return None
    if not is_short(block, 200) or not scan.is_top(i):
        return None
    if _GENERIC.match(text) or block.level > 1 and not scan.breaks(i):
        return None
    if scan.current is not None and i - scan.current.index < _CLOSE:
        return None
    if scan.inside is PartKind.MINUTES and not (block.level == 1 or has_ended(scan, i)):
        return None
    number = _item_titled(scan, text.replace("\n", " ")) or _item_numbered(scan, text.replace("\n", " "))
    if number is None or any(start.item == number and start.title == text for start in scan.starts):
        return None
    first = first_of_heading(scan, i)
    return Start(first, PartKind.REPORT, as_title(text), body_near(scan.blocks, i), item=number)


def has_ended(scan: PartScan, i: int) -> bool:
    """Whether the meeting that the open minutes are of closes just above block i."""
    return any(
        len(block.text) < _LONGEST_CLOSING and _CLOSED.search(block.text) for block in scan.blocks[max(0, i - 6) : i]
    )


def stamped_start(scan: PartScan, i: int) -> Start | None:
    """The paper of the agenda item whose number is stamped on the page of block i ("Agenda Item 5"), or None."""
    number = scan.stamps.get(i)
    if number is None or not scan.starts or scan.starts[-1].index == i:
        return None
    if any(start.item == number and start.kind is not PartKind.AGENDA for start in scan.starts):
        return None
    if any(opens_minutes(scan.blocks, j) for j in range(i, min(i + 8, len(scan.blocks)))):
        return None
    title = _report_title(scan.blocks, i)
    programme = WORK_PROGRAMME.search(title) and is_short(scan.blocks[i])
    kind = PartKind.WORK_PROGRAMME if programme else PartKind.REPORT
    return Start(i, kind, title, body_near(scan.blocks, i), item=number)


def appendix_start(scan: PartScan, i: int) -> Start | None:
    """The appendix that begins at block i, or None.

    It begins on a new page after its report's last section, or under a heading that numbers it.
    """
    block, current = scan.blocks[i], scan.current
    if current is None or current.kind in {PartKind.AGENDA, PartKind.LEGAL}:
        return None
    named = "\n".join(block.text.split("\n")[: 2 if _NAMED_ALONE.match(block.text) else None])
    numbered = bool(APPENDIX.match(named)) and is_short(replace(block, text=named)) and block.kind is not BlockKind.ITEM
    if current.kind is PartKind.MINUTES and not (numbered and has_ended(scan, i)):
        return None
    start = Start(i, PartKind.APPENDIX, as_title(named), item=current.item)
    if (
        numbered
        and i - current.index > 1
        and (_heads_appendix(scan, i) or current.kind is PartKind.MINUTES and block.after_gap)
    ):
        return start
    if current.kind is not PartKind.REPORT or not scan.breaks(i):
        return None
    return start if numbered or _follows_last_section(scan, i, current.index) else None


def _heads_appendix(scan: PartScan, i: int) -> bool:
    """Whether a numbered line is a heading over an appendix, not one of a list of appendices."""
    block = scan.blocks[i]
    named = block.kind is BlockKind.TEXT and block.after_gap and _NAMED_ALONE.match(block.text)
    if not named and (block.kind is not BlockKind.HEADING or block.level > 3):
        return False
    if scan.breaks(i):
        return True
    near = [*scan.blocks[max(i - 2, 0) : i], *scan.blocks[i + 1 : i + 4]]  # where the next of a list would stand
    alone = not any(APPENDIX.match(other.text) for other in near)
    return alone and not block.text.endswith(":") and i + 2 < len(scan.blocks)


def _follows_last_section(scan: PartScan, i: int, first: int) -> bool:
    """Whether a title or table without a number follows what a report ends with, its background papers or contacts."""
    block = scan.blocks[i]
    if not is_short(block) and block.kind is not BlockKind.ROW or _NO_APPENDIX.match(block.text):
        return False
    if block.kind is BlockKind.ROW and len(block.cells) < 3:
        return False
    above = scan.blocks[max(first, i - 14) : i]
    return any(_ENDING.match(other.text) and is_short(other, 90) for other in above)
