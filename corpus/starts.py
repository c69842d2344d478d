"""Where a pack's parts begin. Pure.

Every detector looks at a block and a few around it and says which kind of part begins there, or None.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.bodies import body_of, is_council_name
from corpus.dates import find_dates, find_day_months, first_date
from corpus.heads import (
    AGENDA,
    HEAD,
    LABELS,
    PRESENT,
    REPORT_TO,
    body_near,
    is_marked_exempt,
    is_secret_heading,
    is_short,
    page_breaks,
    squash,
)
from corpus.models import Access, Block, BlockKind, PartKind

_MINUTES = re.compile(
    r"^(?:#\s*)?(?:draft\s+|unconfirmed\s+|printed\s+|public\s+)*"
    r"(?:minutes\b|notes of (?:a|the) meeting\b|record of proceedings\b)",
    re.I,
)
_MINUTES_LATER = re.compile(
    r"^(?!\W*\d+[.)]?\s)[^.;:]{3,90}?[\s:,–-]+(?:draft |unconfirmed )?minutes\b(?!\s+(?:before|after|per|of the last))",
    re.I,
)
_MINUTES_TEXT = re.compile(
    r"\b(?:agreed|approved|confirmed|noted|signed|received|were|was|be|to confirm|circulated|matters arising|"
    r"correct record|the minutes|previous meeting|last meeting)\b",
    re.I,
)
_ATTENDED = re.compile(
    r"^(?:committee |board |panel )?(?:members? )?(?:present|in attendance|attendance|attendees|attending)\b", re.I
)
_AGENDA_ITEM = re.compile(r"^agenda item(?: no\.?| number)?:?\s*\d+", re.I)
_FORWARD_PLAN = re.compile(r"\bforward plan\b|\bkey decisions to be taken by\b|\bnotice of key decisions\b", re.I)
_LEGAL = re.compile(
    r"^(?:specified (?:disclosable )?pecuniary interests|disclosable pecuniary interests|"
    r"schedule 12a to the local government act|access to information: exempt)\b",
    re.I,
)
DECISION_RECORD = re.compile(
    r"\brecord of (?:executive |officer |cabinet member )?decision\b|\bdecision (?:record|notice)\b", re.I
)
_WORK_PROGRAMME = re.compile(
    r"\bwork(?:ing)? (?:programme|program|plan)\b(?:\s+(?:for\s+)?\d{4}\s*[-/–]\s*\d{2,4})?\s*$", re.I
)
_TRACKER = re.compile(
    r"\btracker\b|\baction (?:log|list|sheet)\b|\btracking (?:and|of)\b|\boutstanding (?:actions|recommendations)\b",
    re.I,
)
APPENDIX = re.compile(r"^(?:appendix|annex|schedule)\s+(?:[A-Z]|\d{1,2}|[ivx]+)\b", re.I)
_ENDING = re.compile(
    r"^(?:\d+\.?\s*)?(?:background (?:papers|documents|information)|appendices|appendix|contact (?:officer|details)s?|"
    r"report prepared by|report completed by|source documents|list of appendices)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\b(?:meeting|business)\b.{0,40}\b(?:ended|closed|concluded|terminated|finished)\b|^(?:signed|chair)\b", re.I
)
_INLINE_LABELS = re.compile(
    r"\b(?:report of|report author|contact officer|lead officer|cabinet member|wards?(?: affected)?)\s*:", re.I
)
_MARKING = re.compile(
    r"^\W*(?:by virtue of|not for publication|(?:strictly )?(?:private and )?confidential|exempt|restricted)\b", re.I
)
_GENERIC = re.compile(
    r"^(?:apologies|declaration|minutes|urgent|exclusion|public|questions?|petitions?|chair|any other|date of)", re.I
)


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part begins, and what its own heading says."""

    index: int
    kind: PartKind
    title: str
    body: str | None = None
    date: str | None = None
    access: Access = Access.PUBLIC
    named_at: int | None = None  # block that says "minutes", where the date stands
    item: str | None = None  # agenda item whose paper this is
    draft: bool = False
    held: str = ""


@dataclass
class Walk:
    """A paper's blocks with what was found so far: parts, and the front sheet's items by their titles."""

    blocks: Sequence[Block]
    stamps: dict[int, str] = field(default_factory=dict)  # "Agenda Item 5" over the block at this index
    titles: dict[str, str] = field(default_factory=dict)  # squashed title of an agenda item to its number
    starts: list[Start] = field(default_factory=list)

    @property
    def current(self) -> Start | None:
        return self.starts[-1] if self.starts else None

    @property
    def inside(self) -> PartKind | None:
        return self.starts[-1].kind if self.starts else None

    def breaks(self, i: int) -> bool:
        """Whether a page ends above the block."""
        return page_breaks(self.blocks[i - 1] if i else None, self.blocks[i])

    def is_top(self, i: int) -> bool:
        """Whether a block stands where a paper's title does: a new page's start, or a heading of the first rank."""
        block = self.blocks[i]
        return self.breaks(i) or block.kind is BlockKind.HEADING and 0 < block.level <= 2


def start_at(walk: Walk, i: int) -> Start | None:
    """The part that begins at the block, or None."""
    block = walk.blocks[i]
    if (secret := _secret_start(walk, i)) is not None:
        return secret
    if block.kind is BlockKind.ROW:
        return _table_start(walk, i) or report_start(walk, i) or _stamped(walk, i)
    if block.kind is not BlockKind.ITEM:
        start = _minutes_start(walk, i) or _titled_start(walk, i)
        if start is not None:
            return start
    return report_start(walk, i) or _of_an_item(walk, i) or _stamped(walk, i) or _appendix_start(walk, i)


def _secret_start(walk: Walk, i: int) -> Start | None:
    """A page or first heading marked "not for publication" opens a part that only members and officers may see."""
    block, current = walk.blocks[i], walk.current
    if current is None or block.kind is BlockKind.ROW or not (walk.breaks(i) or block.level == 1 and is_short(block)):
        return None
    plain = current.kind not in {PartKind.AGENDA, PartKind.LEGAL, PartKind.MINUTES, PartKind.FORWARD_PLAN}
    if not (is_secret_heading(block.text) or plain and is_marked_exempt(block.text)):
        return None
    ahead = [b for b in walk.blocks[i : i + 10] if not page_breaks(block, b)]
    title = next((b.text for b in ahead if is_short(b) and not _MARKING.match(b.text)), block.text)
    kind = PartKind.REPORT if any(REPORT_TO.match(b.text) for b in ahead) else PartKind.APPENDIX
    if any(_MINUTES.match(b.text) and is_minutes_heading(walk.blocks, i + k) for k, b in enumerate(ahead)):
        kind = PartKind.MINUTES
    title = title.replace("\n", " ")[:200]
    number = re.match(r"^(?:agenda )?item (?:no\.? ?)?(\d{1,3}[a-z]?)\b", title, re.I)
    return Start(i, kind, title, access=Access.EXEMPT, item=number[1] if number else _item_of(walk, title, i))


def _minutes_start(walk: Walk, i: int) -> Start | None:
    text = walk.blocks[i].text
    if len(text) < 400 and (_MINUTES.match(text) or _MINUTES_LATER.match(text)) and is_minutes_heading(walk.blocks, i):
        if _same_minutes(walk, i):
            return None
        first = back(walk, i)
        return Start(first, PartKind.MINUTES, text.split("\n")[0][:200], body_near(walk.blocks, first), named_at=i)
    if walk.inside is not PartKind.MINUTES and _is_bare_minutes_heading(walk.blocks, i):
        body = body_near(walk.blocks, i)
        return Start(i, PartKind.MINUTES, f"Minutes of {body}", body, named_at=i)
    return None


def is_minutes_heading(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line that says "minutes" heads them: no sentence about minutes, and those present or a date below."""
    text = blocks[i].text
    if (
        re.match(r"^minutes of (?:the )?(?:previous|last)\b", text, re.I)
        or re.match(r"^minutes\b.{0,12}$", text, re.I)
        and i > 3
    ):
        return False
    after_of = re.sub(r"^.*?\bof (?:a |the )?(?:\w+ )?meetings? of the\b", "", text, count=1, flags=re.I)
    rest = re.sub(r"^.*?minutes", "", text, count=1, flags=re.I)[:80]
    if len(after_of) == len(text) and _MINUTES_TEXT.search(rest) and not body_of(text):
        return False
    if re.search(r"\b(?:agreed|approved|confirmed|noted|correct record)\b", text[:160], re.I):
        return False
    present = any(PRESENT.match(b.text) for b in blocks[i : i + 10])
    if not _MINUTES.match(text):
        return i < 6 and present and len(text) < 250
    return present or bool(first_date(" ".join(b.text for b in blocks[i : i + 3])))


def _same_minutes(walk: Walk, i: int) -> bool:
    """Whether a heading belongs to the minutes already open: their second title line, or the title of a minute."""
    current = walk.current
    if current is None or current.kind is not PartKind.MINUTES:
        return False
    blocks = walk.blocks
    near = " ".join(block.text for block in [*blocks[max(i - 1, 0) : i], *blocks[i + 1 : i + 2]])
    if i - current.index <= 6 or re.search(r"\(\s*(?:agenda )?item\s*\w+\s*\)", near, re.I):
        return True
    again = any(_ATTENDED.match(b.text) for b in blocks[i + 1 : i + 6]) and is_short(blocks[i])
    return not walk.breaks(i) and not again


def _is_bare_minutes_heading(blocks: Sequence[Block], i: int) -> bool:
    """A body's name, a date and those present, without the word minutes."""
    if not is_short(blocks[i]) or body_of(blocks[i].text) is None:
        return False
    near = blocks[i : i + 4]
    if any(AGENDA.search(b.text) or REPORT_TO.match(b.text) for b in near):
        return False
    if not any(first_date(b.text) or find_day_months(b.text) and len(b.text) < 90 for b in near):
        return False
    return any(_ATTENDED.match(b.text) for b in blocks[i : i + 7])


def _titled_start(walk: Walk, i: int) -> Start | None:
    """Parts that a title alone opens: legal notes, questions, decision records, forward plans, work programmes, trackers."""
    blocks, text, inside = walk.blocks, walk.blocks[i].text, walk.inside
    title = text.replace("\n", " ")[:200]
    if _LEGAL.match(text) and inside is PartKind.AGENDA:
        return Start(i, PartKind.LEGAL, title)
    if re.match(r"^question (?:no\.? ?)?1$", text, re.I) and inside is PartKind.AGENDA:
        return Start(i, PartKind.QUESTIONS, title)
    if is_short(blocks[i]) and DECISION_RECORD.search(text) and inside is None and i < 4:
        return Start(i, PartKind.DECISION_RECORD, title)
    if inside not in {PartKind.FORWARD_PLAN, PartKind.MINUTES} and _is_forward_plan(blocks, i):
        return Start(i, PartKind.FORWARD_PLAN, title)
    if inside is PartKind.MINUTES and not walk.breaks(i):
        return None
    if _is_over_table(blocks, i, _WORK_PROGRAMME, 5):
        return Start(i, PartKind.WORK_PROGRAMME, title, item=walk.titles.get(squash(text)))
    if inside is not PartKind.TRACKER and _is_over_table(blocks, i, _TRACKER, 6) and walk.is_top(i):
        if any(b.kind is BlockKind.ROW and is_tracker_header(b.cells) for b in blocks[i + 1 : i + 6]):
            return Start(i, PartKind.TRACKER, title, item=walk.titles.get(squash(text)))
    return None


def _is_over_table(blocks: Sequence[Block], i: int, words: re.Pattern[str], near: int) -> bool:
    """Whether a short line with these words, not a numbered one, stands over a table of three columns and more."""
    if not is_short(blocks[i]) or not words.search(blocks[i].text) or re.match(r"^[\d.]+\s", blocks[i].text):
        return False
    return any(b.kind is BlockKind.ROW and len(b.cells) > 2 for b in blocks[i + 1 : i + near])


def _is_forward_plan(blocks: Sequence[Block], i: int) -> bool:
    text = blocks[i].text
    if (
        len(text) > 160
        or not _FORWARD_PLAN.search(text)
        or re.search(r"\bnoted\b", text)
        or re.match(r"^[\d.]+/?\d*\s", text)
    ):
        return False
    if re.search(r"^(?:background|to consider|to note|appendix)", text, re.I):
        return False
    return any(b.kind is BlockKind.ROW and len(b.cells) > 3 for b in blocks[i + 1 : i + 28])


def _table_start(walk: Walk, i: int) -> Start | None:
    """A tracker begins with a header that names actions and what became of them."""
    block = walk.blocks[i]
    if (
        not block.header
        or walk.inside in {PartKind.MINUTES, PartKind.TRACKER, PartKind.FORWARD_PLAN}
        or len(block.cells) < 4
    ):
        return None
    if not is_tracker_header(block.cells) or not (i < 6 or walk.breaks(i)):
        return None
    above = walk.blocks[i - 1] if i else None
    if above is not None and is_short(above) and not walk.breaks(i) and i > 1:
        return Start(i - 1, PartKind.TRACKER, above.text)
    return Start(i, PartKind.TRACKER, "Tracker")


def is_tracker_header(cells: Sequence[str]) -> bool:
    """Whether a header names actions or recommendations and what became of them."""
    names = " | ".join(cells).lower()
    return bool(re.search(r"\baction|\brecommendation", names)) and bool(
        re.search(r"\bstatus|\bprogress|\bresponse|\bowner|\bresponsible|\bupdate|\boutcome|\bcomplet", names)
    )


def report_start(walk: Walk, i: int) -> Start | None:
    """A report begins with "Report to", an agenda item's number, or two labels (Subject, Director, Ward)."""
    blocks, current, inside = walk.blocks, walk.current, walk.inside
    text = blocks[i].text
    if len(text) > 600 or len(text) > 400 and not LABELS.match(text) and not REPORT_TO.match(text):
        return None
    labels = {match[1].lower().split("(")[0] for b in blocks[i : i + 10] for match in [LABELS.match(b.text)] if match}
    opens = bool(REPORT_TO.match(text)) and len(text) < 160 and is_short(blocks[i])
    opens = opens or bool(re.match(r"^report (?:to|for)\s*:", text, re.I) and _INLINE_LABELS.search(text))
    numbered = bool(_AGENDA_ITEM.match(text)) and len(text) < 60
    titled = labels & {"subject", "report title", "title of report", "ward", "wards", "portfolios", "portfolio"}
    labelled = bool(LABELS.match(text)) and len(labels) >= 2 and bool(titled)
    inline = bool(_INLINE_LABELS.search(text))
    if not (opens and (labels or inline) or numbered and labels or labelled):
        if (
            opens
            and current
            and inside is not PartKind.MINUTES
            and first_date(" ".join(b.text for b in blocks[i : i + 2]))
        ):
            return Start(back(walk, i), PartKind.SLIDES, text[:200])
        return None
    if inside is PartKind.MINUTES and not (walk.breaks(i) or opens or numbered or _starts_above(blocks, i)):
        return None
    if labelled and not opens and current is not None and inside is not PartKind.AGENDA and i - current.index < 12:
        return None
    start = back(walk, i)
    title = report_title(blocks, start)
    return Start(start, PartKind.REPORT, title, body_near(blocks, start), item=_item_of(walk, title, start))


def _item_of(walk: Walk, title: str, i: int) -> str | None:
    """The agenda item that a paper is for: by the number stamped on it, or by its title."""
    stamped = next((walk.stamps[k] for k in range(i, i + 3) if k in walk.stamps), None)
    return stamped or title_of_item(walk, title)


def title_of_item(walk: Walk, title: str) -> str | None:
    """The number of the agenda item with this title, or whose title begins with it or the other way round; or None."""
    key = squash(re.sub(r"\([^()]*\)", "", title))
    if len(key) < 6:
        return None
    if key in walk.titles:
        return walk.titles[key]
    near = [
        (min(len(key), len(other)), number)
        for other, number in walk.titles.items()
        if min(len(key), len(other)) >= 14 and (key.startswith(other) or other.startswith(key))
    ]
    return max(near)[1] if near else None


def _of_an_item(walk: Walk, i: int) -> Start | None:
    """A title that the agenda lists, at the top of a page or of the first rank, opens that item's paper."""
    block = walk.blocks[i]
    if not walk.titles or walk.inside in {None, PartKind.LEGAL} or not is_short(block, 200) or not walk.is_top(i):
        return None
    if _GENERIC.match(block.text) or block.level > 1 and not walk.breaks(i):
        return None
    current = walk.current
    if current is not None and i - current.index < 3:
        return None
    if walk.inside is PartKind.MINUTES and not (block.level == 1 or _ended(walk, i)):
        return None
    number = title_of_item(walk, block.text.replace("\n", " "))
    if number is None or any(start.item == number and start.title == block.text for start in walk.starts):
        return None
    return Start(
        back(walk, i), PartKind.REPORT, block.text.replace("\n", " ")[:200], body_near(walk.blocks, i), item=number
    )


def _ended(walk: Walk, i: int) -> bool:
    return any(_CLOSED.search(b.text) and len(b.text) < 160 for b in walk.blocks[max(0, i - 6) : i])


def _stamped(walk: Walk, i: int) -> Start | None:
    """A page stamped "Agenda Item 5" opens that item's paper, whatever it looks like."""
    number = walk.stamps.get(i)
    if number is None or not walk.starts or walk.starts[-1].index == i:
        return None
    if any(start.item == number and start.kind is not PartKind.AGENDA for start in walk.starts):
        return None
    ahead = walk.blocks[i : i + 8]
    if any(_MINUTES.match(b.text) and is_minutes_heading(walk.blocks, i + k) for k, b in enumerate(ahead)):
        return None
    title = report_title(walk.blocks, i)
    kind = PartKind.WORK_PROGRAMME if _WORK_PROGRAMME.search(title) and is_short(walk.blocks[i]) else PartKind.REPORT
    return Start(i, kind, title, body_near(walk.blocks, i), item=number)


def _starts_above(blocks: Sequence[Block], i: int) -> bool:
    return any(first_date(b.text) and len(b.text) < 80 for b in blocks[max(0, i - 4) : i])


def report_title(blocks: Sequence[Block], start: int) -> str:
    """A report's title: on its "Subject" line, else the first short line that is no label, body or date."""
    head = blocks[start : start + HEAD]
    for block in head:
        match = re.match(
            r"^(?:subject|report title|title of report|title)\s*(?::\s*\||:|\|)\s*(.+)$", block.text, re.I | re.S
        )
        if match and match[1].strip(" |"):
            return match[1].strip(" |").replace("\n", " ")[:200]
    for block in head:
        text = block.text.replace("\n", " ")
        if LABELS.match(text) or REPORT_TO.match(text) or _AGENDA_ITEM.match(text) or body_of(text) or find_dates(text):
            if block.level != 1 or body_of(text):
                continue
        if is_short(block) and re.search(r"[A-Za-z]{4}", text):
            return text[:200]
    return head[0].text.replace("\n", " ")[:200] if head else ""


def back(walk: Walk, i: int) -> int:
    """The first block of a heading: a body's name or a date just above belongs to it."""
    blocks, current = walk.blocks, walk.current
    low = max(current.index + 1 if current else 0, i - 5)
    best = i
    for j in range(i - 1, low - 1, -1):
        text = blocks[j].text
        if blocks[j].kind is BlockKind.ROW or len(text) > 160:
            break
        if re.match(r"^(?:signed|date of (?:the )?next|contact|chair\b)", text, re.I) or page_breaks(
            blocks[j], blocks[j + 1]
        ):
            break
        heads = blocks[j].kind is BlockKind.HEADING and j == best - 1 and j > low
        if body_of(text) or (first_date(text) and len(text) < 80) or heads or is_council_name(text):
            best = j
    return best


def _appendix_start(walk: Walk, i: int) -> Start | None:
    """An appendix begins on a new page after its report's last section, or under a heading that numbers it."""
    block, current = walk.blocks[i], walk.current
    if current is None or current.kind in {PartKind.MINUTES, PartKind.AGENDA, PartKind.LEGAL}:
        return None
    explicit = bool(APPENDIX.match(block.text)) and is_short(block) and block.kind is not BlockKind.ITEM
    titled = explicit and block.kind is BlockKind.HEADING and block.level <= 2
    if titled and not walk.breaks(i):  # in a list of appendices the next one stands close by, or nothing follows
        near = [*walk.blocks[max(i - 2, 0) : i], *walk.blocks[i + 1 : i + 4]]
        titled = (
            not any(APPENDIX.match(b.text) for b in near) and not block.text.endswith(":") and i + 2 < len(walk.blocks)
        )
    if titled and i - current.index > 1:
        return Start(i, PartKind.APPENDIX, block.text.replace("\n", " ")[:200], item=current.item)
    if current.kind is not PartKind.REPORT or not walk.breaks(i):
        return None
    ended = any(_ENDING.match(b.text) and is_short(b, 90) for b in walk.blocks[max(current.index, i - 14) : i])
    if not explicit and not (ended and (is_short(block) or block.kind is BlockKind.ROW)):
        return None
    if not explicit and re.match(r"^(?:[\d.]+\s|appendices|background|contact)", block.text, re.I):
        return None
    if block.kind is BlockKind.ROW and not explicit and len(block.cells) < 3:
        return None
    return Start(i, PartKind.APPENDIX, block.text.replace("\n", " ")[:200], item=current.item)
