"""Where a pack's parts begin. Pure.

Every detector looks at a block and a few around it and returns the part that begins there, or None.
"""

import re
from collections.abc import Sequence

from corpus.bodies import body_of
from corpus.markings import is_marking
from corpus.models import Access, Block, BlockKind, PartKind
from corpus.parts.fronts import front_start, motions_behind
from corpus.parts.minutes_starts import further_meeting, minutes_start, opens_minutes
from corpus.parts.part_headings import (
    DECISION_RECORD,
    REPORT_TO,
    WORK_PROGRAMME,
    as_title,
    is_short,
    page_breaks,
    squash,
)
from corpus.parts.part_scan import PartScan, Start
from corpus.parts.report_starts import appendix_start, has_ended, item_of, report_start, stamped_start, titled_as_item
from corpus.parts.slides_starts import slides_start
from corpus.tables import is_tracker_header

_FORWARD_PLAN = re.compile(r"\bforward plan\b|\bkey decisions to be taken by\b|\bnotice of key decisions\b", re.I)
_PLAN_ITSELF = re.compile(
    r"^(?:the |draft |our )?(?:\w+ ){0,3}forward plan(?: of (?:\w+ )?decisions)?\b[^.]{0,60}$", re.I
)
_TITLE_BY = 5  # blocks of a paper that its title stands in
_NO_FORWARD_PLAN = re.compile(r"^(?:background|to consider|to note|appendix)", re.I)
_LEGAL = re.compile(
    r"^(?:specified (?:disclosable )?pecuniary interests|disclosable pecuniary interests|"
    r"schedule 12a to the local government act|access to information: exempt)\b",
    re.I,
)
_QUESTIONS = re.compile(r"^(?:public |members[’'] |written )*questions?(?: (?:from|by|and|put)\b.{0,60})?$", re.I)
_A_QUESTION = re.compile(r"^question (?:no\.? ?)?1\b", re.I)
_FIRST_QUESTION = re.compile(r"^question (?:no\.? ?)?1$", re.I)
_TRACKER = re.compile(
    r"\btracker\b|\baction (?:log|list|sheet)\b|\btracking (?:and|of)\b|\boutstanding (?:actions|recommendations)\b",
    re.I,
)
_MARKING = re.compile(
    r"^\W*(?:by virtue of|not for publication|(?:strictly )?(?:private and )?confidential|exempt|restricted)\b", re.I
)
_ITEM_NUMBER = re.compile(r"^(?:agenda )?item (?:no\.? ?)?(\d{1,3}[a-z]?)\b", re.I)
_ENTRY = re.compile(
    r"^(?:(?:to be )?(?:taken|made|decided) by|decision[- ](?:maker|taker))\s*:", re.I
)  # of a plan in list form
_RECORD_LABEL = re.compile(
    r"^(decision[- ](?:maker|taker)|date of (?:the )?decision|decision date|decision|reasons?|subject|taken by)\s*[:|]",
    re.I,
)
_NUMBERED = re.compile(r"^[\d.]+\s")


def start_at(scan: PartScan, i: int) -> Start | None:
    """The part that begins at block i, or None."""
    block = scan.blocks[i]
    if (exempt := _exempt_start(scan, i)) is not None:
        return exempt
    if (front := front_start(scan, i) or motions_behind(scan, i)) is not None:
        return front
    if block.kind is BlockKind.ROW:
        return _tracker_start(scan, i) or report_start(scan, i) or stamped_start(scan, i)
    if block.kind is not BlockKind.ITEM:
        start = minutes_start(scan, i) or further_meeting(scan, i) or _titled_start(scan, i)
        if start is not None:
            return start
    return (
        report_start(scan, i)
        or titled_as_item(scan, i)
        or stamped_start(scan, i)
        or slides_start(scan, i)
        or appendix_start(scan, i)
    )


def _exempt_start(scan: PartScan, i: int) -> Start | None:
    """The part that a page or first heading marked "not for publication" opens, for members and officers only; or None."""
    block = scan.blocks[i]
    if scan.current is None and i < 4 or block.kind is BlockKind.ROW:
        return None
    if not (scan.breaks(i) or _ranks_high(scan, i) and is_short(block)):
        return None
    if not is_marking(block.text) or _only_lists(scan, i):
        return None
    ahead = [other for other in scan.blocks[i : i + 10] if not page_breaks(block, other)]
    title = as_title(next((other.text for other in ahead if _could_title(other)), block.text))
    number = _ITEM_NUMBER.match(title)
    item = number[1] if number else item_of(scan, title, i)
    return Start(i, _exempt_kind(scan, i, ahead), title, access=Access.EXEMPT, item=item)


def _could_title(block: Block) -> bool:
    """Whether a block below a marking could be its part's title."""
    return is_short(block) and not _MARKING.match(block.text) and not body_of(block.text)


def _exempt_kind(scan: PartScan, i: int, ahead: Sequence[Block]) -> PartKind:
    if any(opens_minutes(scan.blocks, i + j) for j in range(len(ahead))):
        return PartKind.MINUTES
    return PartKind.REPORT if any(REPORT_TO.match(block.text) for block in ahead) else PartKind.APPENDIX


def _only_lists(scan: PartScan, i: int) -> bool:
    """Whether a marking is the title of an item that a front sheet or minutes only name, and keeps nothing back there."""
    inside = scan.inside
    marked = _MARKING.match(scan.blocks[i].text) is not None
    if inside in {PartKind.LEGAL, PartKind.FORWARD_PLAN}:
        return not (marked and scan.outranks(i))
    return inside in {PartKind.AGENDA, PartKind.MINUTES} and not marked


def _ranks_high(scan: PartScan, i: int) -> bool:
    """Whether block i is a heading of rank 1, or one that ends the open part; minutes go on behind a marking."""
    block = scan.blocks[i]
    ends = scan.inside is not PartKind.MINUTES and scan.outranks(i)
    return block.kind is BlockKind.HEADING and (block.level == 1 or ends)


def _titled_start(scan: PartScan, i: int) -> Start | None:
    """The part that a title alone opens, or None.

    Legal notes, questions, decision records, forward plans, work programmes and trackers.
    """
    blocks, text, inside = scan.blocks, scan.blocks[i].text, scan.inside
    if _LEGAL.match(text) and inside is PartKind.AGENDA:
        return Start(i, PartKind.LEGAL, as_title(text))
    if _FIRST_QUESTION.match(text) and (inside is PartKind.AGENDA or inside is None and i > 3):
        return Start(i, PartKind.QUESTIONS, "Questions put and answers given")
    if scan.breaks(i) and _QUESTIONS.match(text) and _is_asked_below(scan, i):
        return Start(i, PartKind.QUESTIONS, as_title(text))
    if is_short(blocks[i]) and DECISION_RECORD.search(text) and (inside is None and i < 4 or _is_recorded(scan, i)):
        return Start(i, PartKind.DECISION_RECORD, as_title(text))
    if inside is None and i < _TITLE_BY and is_short(blocks[i]) and _PLAN_ITSELF.match(text):
        return Start(i, PartKind.FORWARD_PLAN, as_title(text))
    in_minutes = inside is PartKind.MINUTES and not scan.outranks(i)
    if inside is not PartKind.FORWARD_PLAN and not in_minutes and _is_forward_plan(blocks, i):
        return Start(i, PartKind.FORWARD_PLAN, as_title(text))
    if in_minutes and not scan.breaks(i):
        return None
    if _is_over_table(blocks, i, WORK_PROGRAMME, near=4, columns=2 if scan.is_top(i) else 3):
        return Start(i, PartKind.WORK_PROGRAMME, as_title(text), item=scan.item_numbers.get(squash(text)))
    if inside is not PartKind.TRACKER and _is_over_tracker(scan, i):
        return Start(i, PartKind.TRACKER, as_title(text), item=scan.item_numbers.get(squash(text)))
    return None


def _is_asked_below(scan: PartScan, i: int) -> bool:
    """Whether questions stand below a title at a page's top: they are numbered, or one is asked behind a report or a meeting's end."""
    below = scan.blocks[i + 1 : i + 4]
    if any(_A_QUESTION.match(block.text) for block in below):
        return True
    ended = scan.inside is PartKind.MINUTES and has_ended(scan, i)
    return (ended or scan.inside in {PartKind.REPORT, PartKind.APPENDIX}) and any("?" in block.text for block in below)


def _is_recorded(scan: PartScan, i: int) -> bool:
    """Whether a page's top names a record of a decision, with its day and who took it below."""
    below = scan.blocks[i + 1 : i + 9]
    return (
        scan.breaks(i) and len({match[1].lower() for block in below if (match := _RECORD_LABEL.match(block.text))}) > 1
    )


def _is_over_tracker(scan: PartScan, i: int) -> bool:
    blocks, text = scan.blocks, scan.blocks[i].text
    if not _is_over_table(blocks, i, _TRACKER, near=5, columns=3):
        return False
    if not scan.is_top(i) and len(text.split()) > 6:
        return False
    return any(block.kind is BlockKind.ROW and is_tracker_header(block.cells) for block in blocks[i + 1 : i + 6])


def _is_over_table(blocks: Sequence[Block], i: int, words: re.Pattern[str], *, near: int, columns: int) -> bool:
    """Whether a short line with these words, not a numbered one, has a row of a table among the `near` blocks below.

    Rows with fewer than `columns` cells do not count.
    """
    if not is_short(blocks[i]) or not words.search(blocks[i].text) or _NUMBERED.match(blocks[i].text):
        return False
    below = blocks[i + 1 : i + 1 + near]
    row = next(
        (j for j, block in enumerate(below) if block.kind is BlockKind.ROW and len(block.cells) >= columns), None
    )
    between = below[: row or 0]
    return row is not None and not any(
        _TRACKER.search(block.text) and block.kind is BlockKind.HEADING for block in between
    )


def _is_forward_plan(blocks: Sequence[Block], i: int) -> bool:
    """Whether block i titles a forward plan, whose table stands not far below."""
    text = blocks[i].text
    if len(text) > 160 or not _FORWARD_PLAN.search(text) or _NO_FORWARD_PLAN.match(text):
        return False
    lines = [line for block in blocks[i + 1 : i + 28] for line in block.text.split("\n")]
    if sum(bool(_ENTRY.match(line)) for line in lines) > 1:
        return True
    if re.search(r"\bnoted\b", text) or re.match(r"^[\d.]+/?\d*\s", text):
        return False
    return any(block.kind is BlockKind.ROW and len(block.cells) > 3 for block in blocks[i + 1 : i + 28])


def _tracker_start(scan: PartScan, i: int) -> Start | None:
    """The tracker that begins with the header at block i, which names actions and what became of them; or None."""
    block = scan.blocks[i]
    if scan.inside in {PartKind.MINUTES, PartKind.TRACKER, PartKind.FORWARD_PLAN}:
        return None
    if not block.header or len(block.cells) < 4 or not is_tracker_header(block.cells):
        return None
    if not (i < 6 or scan.breaks(i)):
        return None
    above = scan.blocks[i - 1] if i else None
    if above is not None and is_short(above) and not scan.breaks(i) and i > 1:
        return Start(i - 1, PartKind.TRACKER, above.text)
    return Start(i, PartKind.TRACKER, "Tracker")
