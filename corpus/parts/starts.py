"""Where a pack's parts begin. Pure.

Every detector looks at a block and a few around it and says which kind of part begins there, or None.
"""

import re
from collections.abc import Sequence

from corpus.bodies import body_of
from corpus.markings import is_marking
from corpus.models import Access, Block, BlockKind, PartKind
from corpus.parts.minutes_starts import minutes_start, opens_minutes
from corpus.parts.part_headings import REPORT_TO, is_short, page_breaks, squash
from corpus.parts.part_scan import Start, Walk
from corpus.parts.report_starts import appendix_start, item_of, of_an_item, report_start, stamped
from corpus.parts.slides_starts import slides_start
from corpus.tables import is_tracker_header

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
_MARKING = re.compile(
    r"^\W*(?:by virtue of|not for publication|(?:strictly )?(?:private and )?confidential|exempt|restricted)\b", re.I
)


def start_at(walk: Walk, i: int) -> Start | None:
    """The part that begins at the block, or None."""
    block = walk.blocks[i]
    if (secret := _secret_start(walk, i)) is not None:
        return secret
    if block.kind is BlockKind.ROW:
        return _table_start(walk, i) or report_start(walk, i) or stamped(walk, i)
    if block.kind is not BlockKind.ITEM:
        start = minutes_start(walk, i) or _titled_start(walk, i)
        if start is not None:
            return start
    return (
        report_start(walk, i)
        or of_an_item(walk, i)
        or stamped(walk, i)
        or slides_start(walk, i)
        or appendix_start(walk, i)
    )


def _secret_start(walk: Walk, i: int) -> Start | None:
    """A page or first heading marked "not for publication" opens a part that only members and officers may see."""
    block, current = walk.blocks[i], walk.current
    if (
        current is None
        and i < 4
        or block.kind is BlockKind.ROW
        or not (walk.breaks(i) or _ranks_high(walk, i) and is_short(block))
    ):
        return None
    if not is_marking(block.text) or _lists_only(walk, i):
        return None
    ahead = [b for b in walk.blocks[i : i + 10] if not page_breaks(block, b)]
    title = next(
        (b.text for b in ahead if is_short(b) and not _MARKING.match(b.text) and not body_of(b.text)), block.text
    )
    kind = PartKind.REPORT if any(REPORT_TO.match(b.text) for b in ahead) else PartKind.APPENDIX
    if any(opens_minutes(walk.blocks, i + k) for k, b in enumerate(ahead)):
        kind = PartKind.MINUTES
    title = title.replace("\n", " ")[:200]
    number = re.match(r"^(?:agenda )?item (?:no\.? ?)?(\d{1,3}[a-z]?)\b", title, re.I)
    return Start(i, kind, title, access=Access.EXEMPT, item=number[1] if number else item_of(walk, title, i))


def _lists_only(walk: Walk, i: int) -> bool:
    """Whether a marking is the title of an item that a front sheet or minutes name, whose words the paper itself keeps."""
    inside = walk.inside
    marked = _MARKING.match(walk.blocks[i].text) is not None
    if inside in {PartKind.LEGAL, PartKind.FORWARD_PLAN}:
        return not (marked and walk.outranks(i))
    return inside in {PartKind.AGENDA, PartKind.MINUTES} and not marked


def _ranks_high(walk: Walk, i: int) -> bool:
    """Whether a block is a heading of the first rank, or one that ends the open part; minutes go on behind a marking."""
    block = walk.blocks[i]
    ends = walk.inside is not PartKind.MINUTES and walk.outranks(i)
    return block.kind is BlockKind.HEADING and (block.level == 1 or ends)


def _titled_start(walk: Walk, i: int) -> Start | None:
    """Parts that a title alone opens: legal notes, questions, decision records, forward plans, work programmes, trackers."""
    blocks, text, inside = walk.blocks, walk.blocks[i].text, walk.inside
    title = text.replace("\n", " ")[:200]
    if _LEGAL.match(text) and inside is PartKind.AGENDA:
        return Start(i, PartKind.LEGAL, title)
    if re.match(r"^question (?:no\.? ?)?1$", text, re.I) and (inside is PartKind.AGENDA or inside is None and i > 3):
        return Start(i, PartKind.QUESTIONS, "Questions put and answers given")
    if is_short(blocks[i]) and DECISION_RECORD.search(text) and inside is None and i < 4:
        return Start(i, PartKind.DECISION_RECORD, title)
    within = inside is PartKind.MINUTES and not walk.outranks(i)
    if inside is not PartKind.FORWARD_PLAN and not within and _is_forward_plan(blocks, i):
        return Start(i, PartKind.FORWARD_PLAN, title)
    if within and not walk.breaks(i):
        return None
    if _is_over_table(blocks, i, _WORK_PROGRAMME, 5, 2 if walk.is_top(i) else 3):
        return Start(i, PartKind.WORK_PROGRAMME, title, item=walk.titles.get(squash(text)))
    if (
        inside is not PartKind.TRACKER
        and _is_over_table(blocks, i, _TRACKER, 6)
        and (walk.is_top(i) or len(text.split()) < 7)
        and any(b.kind is BlockKind.ROW and is_tracker_header(b.cells) for b in blocks[i + 1 : i + 6])
    ):
        return Start(i, PartKind.TRACKER, title, item=walk.titles.get(squash(text)))
    return None


def _is_over_table(blocks: Sequence[Block], i: int, words: re.Pattern[str], near: int, columns: int = 3) -> bool:
    """Whether a short line with these words, not a numbered one, stands over a table of so many columns and more."""
    if not is_short(blocks[i]) or not words.search(blocks[i].text) or re.match(r"^[\d.]+\s", blocks[i].text):
        return False
    return any(b.kind is BlockKind.ROW and len(b.cells) >= columns for b in blocks[i + 1 : i + near])


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
