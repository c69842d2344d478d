"""Where slides begin in a pack. Pure."""

from collections.abc import Sequence
from itertools import islice, takewhile

from corpus.models import Block, BlockKind, PartKind
from corpus.parts.part_scan import Start, Walk

_PAGES = 3  # fewer pages that lie are a table or a plan
_WORDS = 160  # on a page; more is a paper set across


def slides_start(walk: Walk, i: int) -> Start | None:
    """Pages that lie, with few words on each and no tables, behind an upright page of a report or appendix are slides."""
    blocks, current = walk.blocks, walk.current
    if current is None or current.kind not in {PartKind.REPORT, PartKind.APPENDIX} or not walk.breaks(i):
        return None
    if i == 0 or blocks[i - 1].page in walk.lying:
        return None
    first, at = _page(blocks, i), i
    for _ in range(_PAGES):
        page = _page(blocks, at)
        if not page or page[0].page not in walk.lying or not _is_slide(page):
            return None
        at += len(page)
    title = next((b.text for b in first if b.kind is BlockKind.HEADING), first[0].text)
    return Start(i, PartKind.SLIDES, title.replace("\n", " ")[:200], item=current.item)


def _page(blocks: Sequence[Block], at: int) -> list[Block]:
    """The blocks of one page from a block on."""
    return list(takewhile(lambda block: block.page == blocks[at].page, islice(blocks, at, None)))


def _is_slide(page: Sequence[Block]) -> bool:
    rows = sum(block.kind is BlockKind.ROW for block in page)
    return rows * 2 < len(page) and sum(len(block.text.split()) for block in page) <= _WORDS
