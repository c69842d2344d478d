"""Where a part begins by its front: labels or a title at a page's top, below a rule, behind a meeting's end. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.bodies import body_of, is_council_name
from corpus.dates import MONTHS, find_dates, first_date
from corpus.models import Block, BlockKind, PartKind
from corpus.parts.part_headings import DECISION_RECORD, as_title, body_near, is_short, page_breaks
from corpus.parts.part_scan import PartScan, Start
from corpus.parts.report_starts import has_ended, item_of

_MOST_BLOCKS = 20  # that a front may take
_MOST_BELOW = 40  # blocks of a part that are asked whether they are what its title says
_MOST_STRAYS = 4  # lines between a front's labels that are none and no label's words
_LONGEST_LINE = 160  # characters; a longer line is the part's own words
_GAP = re.compile(r"\s{3,}|\t+")  # between words that stand side by side
_LABELLED = re.compile(r"\W*([A-Za-z][\w .’'/()-]{1,38}?)\s*(?::\s*\|?|\|)\s*(.*)$")
_FAMILIES = (  # of labels, by what they tell
    ("to", r"to|report (?:to|for)"),
    ("from", r"from|report (?:by|of|from|author)|author|(?:prepared|presented|submitted) by|(?:reporting|lead|report) officer"),
    ("subject", r"subject|re|title|report title|topic"),
    ("meeting", r"(?:[a-z]+ )?meeting(?: date)?|date of (?:the )?meeting"),
    ("date", r"date(?: of report)?|dated|report date"),
    ("item", r"(?:agenda )?item(?: no\.?| number)?"),
    ("place", r"wards?(?: affected)?|electoral divisions?"),
    ("file", r"(?:file|ref|reference)(?: no\.?| ref\.?| number)?"),
    ("access", r"restricted|classification|confidential"),
    ("papers", r"attachments?|appendices|enclosures?"),
    ("approved", r"(?:authorising|approving) officer|approved by|department|portfolio(?: holder)?"),
    ("mover", r"(?:moved|proposed|seconded) by|mover|seconder"),
    ("taken", r"taken by|decision[- ](?:maker|taker)|officer"),
    ("decided on", r"date of (?:the )?decision|decision date"),
    ("decided", r"decision(?: no\.?)?|reasons?|options rejected"),
)  # fmt: skip
_LABELS = tuple((name, re.compile(pattern, re.I)) for name, pattern in _FAMILIES)
_LEAST_LABELS = 3
_OF_A_REPORT = frozenset({"to", "from", "subject", "meeting"})
_OF_A_DECISION = frozenset({"taken", "decided", "decided on", "subject", "date"})
_MOTIONS = re.compile(r"\bnotices? of motions?\b|^motions?$", re.I)
_MOVES = re.compile(
    r"\b(?:resolve[sd]?|whereas|moved by|proposed by|be it)\b|\bthat (?:this|the) council\b|\bthis council\b", re.I
)
_QUESTIONS = re.compile(r"\bquestions?\b(?! (?:and|or) answers? session)", re.I)
_LOG = re.compile(
    r"\b(?:actions?|matters|decisions?)[ -](?:log|tracker|taken|list|sheet|arising|register)\b|\btracker\b", re.I
)
_PLAN = re.compile(
    r"\bforward (?:work )?(?:plan|programme|program|agenda|list)\b|\bwork(?:ing)? (?:programme|program|plan)\b|"
    r"\bcalendar of (?:work|business)\b|\bforward look\b",
    re.I,
)
_WHAT = re.compile("|".join(pattern.pattern for pattern in (DECISION_RECORD, _MOTIONS, _PLAN, _LOG)), re.I)
_OF_DECISIONS = re.compile(r"\bforward plan\b|\bdecisions\b", re.I)
_OWNED = re.compile(
    r"\b(?:owner|who|by whom|responsible|lead|officer|action by|due|target|deadline|status|state|done|open)\s*[:.|]",
    re.I,
)
_STOOD = re.compile(r"\b(?:as (?:at|of|on)|at|updated|position (?:at|on))\b:?\s+(?=\d|[a-z]+ \d)", re.I)
_REPORT_TO = re.compile(r"\breport\b.{0,60}\b(?:to|for) (?:the )?\w", re.I)
_MEETS = re.compile(r"\bmeeting\b", re.I)
_MONTH_ALONE = re.compile(rf"(?:{'|'.join(MONTHS)}),? (?:19|20)\d\d", re.I)
_LEAST_ENTRIES = 2
_PLANS = frozenset({PartKind.WORK_PROGRAMME, PartKind.FORWARD_PLAN})
_ENTRY = re.compile(
    r"(?:(?:to be )?(?:taken|made|decided) by|decision(?:[- ]maker|[- ]taker| by)|lead officer)\s*:", re.I
)
_ADDRESSED = re.compile(r"(?:joint )?report (?:of|by|from|for|to)\b", re.I)  # for whom and by whom, no title
_MOTIONS_BEHIND = re.compile(r"(?:part \w{1,3}\W+)?(?:notices? of )?motions?(?: (?:from|by) members)?", re.I)


@dataclass(frozen=True, slots=True)
class Front:
    """What stands over a part's own words."""

    heads: tuple[str, ...]  # letterhead: the council, the body, a date, a stamp
    titles: tuple[str, ...]  # lines that could say what the part is
    labels: Mapping[str, str]  # what each label tells, by its family


def front_at(scan: PartScan, i: int) -> Front:
    """The front that begins at block i."""
    heads: list[str] = []
    titles: list[str] = []
    labels: dict[str, str] = {}
    open_label, strays = "", 0  # a label whose words stand on the next line
    for line in _lines(scan, i):
        label = _LABELLED.match(line)
        family = _family(label[1]) if label else None
        if label and family:
            told = label[2].strip(" |")
            open_label = "" if told or family in labels else family
            labels[family] = labels.get(family) or told
        elif open_label:
            labels[open_label], open_label = line, ""
        elif labels:
            strays += 1
            if strays > _MOST_STRAYS:
                break
        else:
            (heads if _is_letterhead(line, scan.heads) else titles).append(line)
    return Front(tuple(heads), tuple(titles), labels)


def _family(label: str) -> str | None:
    return next((name for name, pattern in _LABELS if pattern.fullmatch(label.strip())), None)


def _lines(scan: PartScan, i: int) -> Iterator[str]:
    """The short lines from block i on, up to the part's own words or the page's end; words side by side with a bar between."""
    for j, block in enumerate(scan.blocks[i : i + _MOST_BLOCKS], i):
        if j > i and scan.breaks(j):
            return
        cells = [cell for cell in block.cells if cell]
        if len(cells) > 2:
            return
        lines = [_GAP.sub(" | ", line.strip(), count=1) for line in block.printed] or block.text.split("\n")
        for line in [" | ".join(cells)] * bool(cells) if block.kind is BlockKind.ROW else lines:
            if len(line) > _LONGEST_LINE or len(line) > 60 and line.endswith("."):
                return
            yield line


def _is_letterhead(line: str, heads: frozenset[str]) -> bool:
    """Whether a line of a front says whose paper it is or when, not what it is."""
    bare = line.split(" | ")[0].strip()
    if _says_what(bare):
        return False
    if _ADDRESSED.match(bare):
        return True
    dates = find_dates(bare)
    if dates and re.search(r"[a-z]{4}", bare[dates[-1].end :], re.I):
        return False
    words = re.sub(r"\b(?:meeting|of|the|on|held|\w+day)\b|\W+", "", bare[: dates[0].start]) if dates else bare
    return bare in heads or not words or is_council_name(bare) or _is_number(bare) or body_of(bare) is not None


def _says_what(line: str) -> bool:
    return _WHAT.search(line) is not None


def _is_number(text: str) -> bool:
    """Whether a text is a bare number or code, "Agenda Item 4" or the like."""
    return not re.search(r"[A-Za-z]{3}", re.sub(r"\b(?:agenda|item|no|number|page|minute)\b", "", text, flags=re.I))


def front_start(scan: PartScan, i: int) -> Start | None:
    """The part whose front begins at block i, or None.

    It stands at a page's top, below a rule or right behind a meeting's end, and has three labels of a report, or a title
    that says what it is over words that bear this out. A title that heads other pages too is no part's.
    """
    if not _is_apart(scan, i) or not _may_open(list(_lines(scan, i))):
        return None
    front = front_at(scan, i)
    kind = _kind(scan, i, front)
    if kind is None or i == 0 and kind not in _PLANS or not front.labels and kind is scan.inside:
        return None
    heads = (line for line in front.heads if not _is_number(line))
    title = front.labels.get("subject") or next(iter(front.titles), "") or next(heads, "")
    title = title.split(" | ")[0]
    return Start(
        i,
        kind,
        as_title(title),
        _body(scan.blocks, i, front),
        _date(front, kind),
        item=item_of(scan, title, i),
    )


def _may_open(lines: Sequence[str]) -> bool:
    """A quick look whether lines hold the labels of a front, or a title that says what a part is."""
    if sum(":" in line or "|" in line for line in lines) >= _LEAST_LABELS:
        return True
    return any(_says_what(line) or _QUESTIONS.search(line) or _REPORT_TO.search(line) for line in lines)


def motions_behind(scan: PartScan, i: int) -> Start | None:
    """The motions of a meeting that a heading opens behind its questions, or None."""
    current, block = scan.current, scan.blocks[i]
    if current is None or current.kind is not PartKind.QUESTIONS or block.kind is not BlockKind.HEADING:
        return None
    if not _MOTIONS_BEHIND.fullmatch(block.text) or not any(_MOVES.search(b.text) for b in scan.blocks[i + 1 : i + 8]):
        return None
    return Start(i, PartKind.AMENDMENT, as_title(block.text), current.body, current.date)


def _is_apart(scan: PartScan, i: int) -> bool:
    """Whether block i stands at a page's top, below a rule or right behind the end of the meeting told of."""
    return scan.breaks(i) or scan.inside is PartKind.MINUTES and is_short(scan.blocks[i]) and has_ended(scan, i)


def _kind(scan: PartScan, i: int, front: Front) -> PartKind | None:
    """What a front opens: by its title and what stands below, else by its labels; None where it opens nothing."""
    reports = len(front.labels) >= _LEAST_LABELS and len(_OF_A_REPORT & front.labels.keys()) > 1
    titles = [*front.titles, *filter(_ADDRESSED.match, front.heads)] if _may_be_titled(scan, i) else []
    told = (_titled(scan.blocks, i, title.split(" | ")[0], front) for title in titles)
    return next(filter(None, told), PartKind.REPORT if reports else None)


def _may_be_titled(scan: PartScan, i: int) -> bool:
    """Whether a title alone may open a part: not at a page's top inside minutes that go on, nor in a paper's first pages."""
    ends = scan.blocks[i].ends_above
    if scan.inside is PartKind.MINUTES:
        return ends == "rule" or has_ended(scan, i)
    return bool(ends) or i == 0 or scan.inside is not None


def _titled(blocks: Sequence[Block], i: int, title: str, front: Front) -> PartKind | None:
    """What a title says that the part is, where the words below bear it out."""
    if DECISION_RECORD.search(title) and len(_OF_A_DECISION & front.labels.keys()) > 1:
        return PartKind.DECISION_RECORD
    if _MOTIONS.search(title) and any(map(_MOVES.search, _below_lines(blocks, i))):
        return PartKind.AMENDMENT
    if _PLAN.search(title) and _is_planned(_below(blocks, i)):
        return PartKind.FORWARD_PLAN if _OF_DECISIONS.search(title) else PartKind.WORK_PROGRAMME
    if _LOG.search(title) and _is_logged(_below(blocks, i)):
        return PartKind.TRACKER
    if _QUESTIONS.search(title) and "?" not in title and any("?" in line for line in _below_lines(blocks, i)):
        return PartKind.QUESTIONS
    return PartKind.REPORT if _REPORT_TO.search(title) and find_dates(title) else None


def _below(blocks: Sequence[Block], i: int) -> list[Block]:
    """The blocks from i on, up to the next page's end."""
    end = next(
        (j for j in range(i + 1, min(i + _MOST_BELOW, len(blocks))) if page_breaks(blocks[j - 1], blocks[j])), None
    )
    return list(blocks[i : end or i + _MOST_BELOW])


def _below_lines(blocks: Sequence[Block], i: int) -> list[str]:
    """The lines from block i on, up to the next page's end."""
    return [line for block in _below(blocks, i) for line in block.text.split("\n")]


def _is_planned(below: Sequence[Block]) -> bool:
    """Whether a plan's entries stand below: rows of a table, or months with what is to come in each."""
    rows = sum(block.kind is BlockKind.ROW and len(block.cells) > 1 for block in below)
    months = sum(bool(_MONTH_ALONE.fullmatch(line)) for block in below for line in block.text.split("\n"))
    entries = sum(bool(_ENTRY.match(line)) for block in below for line in block.text.split("\n"))
    return rows > _LEAST_ENTRIES or months >= _LEAST_ENTRIES or entries >= _LEAST_ENTRIES


def _is_logged(below: Sequence[Block]) -> bool:
    """Whether a log's entries stand below: rows, or paragraphs that say who is to act or what became of it."""
    rows = sum(block.kind is BlockKind.ROW and len(block.cells) > 2 for block in below)
    told = sum(len(_OWNED.findall(block.text)) > 1 for block in below)
    return rows > _LEAST_ENTRIES or told >= _LEAST_ENTRIES


def _body(blocks: Sequence[Block], i: int, front: Front) -> str | None:
    """The body that a front's labels name, else its letterhead."""
    for family in ("to", "meeting"):
        if body := body_of(front.labels.get(family, "")):
            return body
    near = body_near(blocks, i)
    return None if near and is_council_name(near) else near


def _date(front: Front, kind: PartKind) -> str | None:
    """The day of the meeting that a front gives: by a label, in its letterhead; of a log or plan the day on which it stood."""
    if kind is PartKind.TRACKER or kind in _PLANS:
        lines = [*front.titles, *front.heads]
        return next((day for line in lines if _STOOD.search(line) and (day := first_date(line))), None)
    if kind is PartKind.DECISION_RECORD:
        return first_date(front.labels.get("decided on", "")) or first_date(front.labels.get("date", ""))
    for family in ("meeting", "to"):
        if day := first_date(front.labels.get(family, "")):
            return day
    lines = [*front.titles[:1], *front.heads, *(line for line in front.titles[1:] if _MEETS.search(line))]
    return next((day for line in lines if (day := first_date(line))), None) or first_date(front.labels.get("date", ""))


def running_heads(blocks: Sequence[Block]) -> frozenset[str]:
    """The lines that stand at the top of two pages and more."""
    found: Counter[str] = Counter()
    for above, block in zip([None, *blocks], blocks, strict=False):
        if above is None or page_breaks(above, block):
            lines = [_GAP.split(line.strip())[0] for line in block.printed] or block.text.split("\n")
            found.update(set(lines[:1]))
    return frozenset(line for line, times in found.items() if times > 1)
