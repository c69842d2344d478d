"""Where reports and their appendices begin. Pure."""

import re
from collections.abc import Sequence

from corpus.bodies import body_of
from corpus.dates import find_dates, first_date
from corpus.models import Block, BlockKind, PartKind
from corpus.parts.minutes_starts import opens_minutes
from corpus.parts.part_headings import HEAD, LABELS, REPORT_TO, body_near, is_short, squash
from corpus.parts.part_scan import Start, Walk, back

_AGENDA_ITEM = re.compile(r"^agenda item(?: no\.?| number)?:?\s*\d+", re.I)
_WORK_PROGRAMME = re.compile(
    r"\bwork(?:ing)? (?:programme|program|plan)\b(?:\s+(?:for\s+)?\d{4}\s*[-/–]\s*\d{2,4})?\s*$", re.I
)
APPENDIX = re.compile(r"^(?:appendix|annex|schedule)\s+(?:[A-Z]|\d{1,2}|[ivx]+)\b", re.I)
_REPORT_OF = re.compile(r"^(?:joint )?report (?:of|by|from)\b(?! the meeting)", re.I)
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
_GENERIC = re.compile(
    r"^(?:apologies|declaration|minutes|urgent|exclusion|public|questions?|petitions?|chair|any other|date of)", re.I
)


def report_start(walk: Walk, i: int) -> Start | None:
    """A report begins with "Report to", an agenda item's number, or two labels (Subject, Director, Ward)."""
    blocks, current, inside = walk.blocks, walk.current, walk.inside
    text = blocks[i].text
    opened = current is not None and current.kind in {PartKind.REPORT, PartKind.APPENDIX} and i - current.index <= 3
    if opened and current is not None and not any(walk.breaks(k) for k in range(current.index + 1, i + 1)):
        return None  # its title stood above
    if len(text) > 600 or len(text) > 400 and not LABELS.match(text) and not REPORT_TO.match(text):
        return None
    opens = bool(REPORT_TO.match(text)) and len(text) < 160 and is_short(blocks[i])
    opens = opens or bool(re.match(r"^report (?:to|for)\s*:", text, re.I) and _INLINE_LABELS.search(text))
    numbered = bool(_AGENDA_ITEM.match(text)) and len(text) < 60
    label = LABELS.match(text)
    labels = _labels(blocks, i) if opens or numbered or label else set()
    titled = labels & {"subject", "report title", "title of report", "ward", "wards", "portfolios", "portfolio"}
    labelled = bool(label) and len(labels) >= 2 and bool(titled)
    inline = ":" in text and bool(_INLINE_LABELS.search(text))
    alone = current is None and i < 6 and bool(first_date(text))  # "Report to: Cabinet, 3 May 2024" over a report
    headed = walk.breaks(i) and _is_headed(blocks, i)
    if not (headed or opens and (labels or inline or alone) or numbered and labels or labelled):
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
    return Start(start, PartKind.REPORT, title, body_near(blocks, start), item=item_of(walk, title, start))


def _labels(blocks: Sequence[Block], i: int) -> set[str]:
    """The labels that stand before the next few blocks."""
    return {match[1].lower().split("(")[0] for b in blocks[i : i + 10] if (match := LABELS.match(b.text))}


def _is_headed(blocks: Sequence[Block], i: int) -> bool:
    """Whether a body's name tops a page with "Report of the Director" close below it, as older reports begin."""
    if body_of(blocks[i].text) is None or not is_short(blocks[i]):
        return False
    ahead = [b for b in blocks[i + 1 : i + 6] if len(b.text) < 140]
    return any(_REPORT_OF.match(b.text) for b in ahead)


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
        named = bool(body_of(text))
        labelled = LABELS.match(text) or REPORT_TO.match(text) or _AGENDA_ITEM.match(text) or named or find_dates(text)
        if labelled and (block.level != 1 or named):
            continue
        if is_short(block) and re.search(r"[A-Za-z]{4}", text):
            return text[:200]
    return head[0].text.replace("\n", " ")[:200] if head else ""


def item_of(walk: Walk, title: str, i: int) -> str | None:
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


def of_an_item(walk: Walk, i: int) -> Start | None:
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


def stamped(walk: Walk, i: int) -> Start | None:
    """A page stamped "Agenda Item 5" opens that item's paper, whatever it looks like."""
    number = walk.stamps.get(i)
    if number is None or not walk.starts or walk.starts[-1].index == i:
        return None
    if any(start.item == number and start.kind is not PartKind.AGENDA for start in walk.starts):
        return None
    ahead = walk.blocks[i : i + 8]
    if any(opens_minutes(walk.blocks, i + k) for k, b in enumerate(ahead)):
        return None
    title = report_title(walk.blocks, i)
    kind = PartKind.WORK_PROGRAMME if _WORK_PROGRAMME.search(title) and is_short(walk.blocks[i]) else PartKind.REPORT
    return Start(i, kind, title, body_near(walk.blocks, i), item=number)


def appendix_start(walk: Walk, i: int) -> Start | None:
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
