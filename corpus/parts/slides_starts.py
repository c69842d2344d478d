"""Where slides begin in a pack. Pure."""

from collections.abc import Sequence
from itertools import islice, takewhile

from corpus.models import Block, BlockKind, PartKind
from corpus.parts.part_headings import as_title
from corpus.parts.part_scan import PartScan, Start

_PAGES = 3  # fewer landscape pages are a table or a plan
_WORDS = 160  # on a page; more is a paper set across


def slides_start(scan: PartScan, i: int) -> Start | None:
    """The slides that begin at block i, or None.

    Slides are landscape pages with few words on each and no tables, behind a portrait page of a report or appendix.
    """
    blocks, current = scan.blocks, scan.current
    if current is None or current.kind not in {PartKind.REPORT, PartKind.APPENDIX} or not scan.breaks(i):
        return None
    if i == 0 or blocks[i].page not in scan.landscape or blocks[i - 1].page in scan.landscape:
        return None
    first, j = _page(blocks, i), i
    for _ in range(_PAGES):
        page = _page(blocks, j)
        if not page or page[0].page not in scan.landscape or not _is_slide(page):
            return None
        j += len(page)
    title = next((block.text for block in first if block.kind is BlockKind.HEADING), first[0].text)
    return Start(i, PartKind.SLIDES, as_title(title), item=current.item)


def _page(blocks: Sequence[Block], i: int) -> list[Block]:
    """The blocks of one page from block i on."""
    return list(takewhile(lambda block: block.page == blocks[i].page, islice(blocks, i, None)))


def _is_slide(page: Sequence[Block]) -> bool:
    rows = sum(block.kind is BlockKind.ROW for block in page)
    return rows * 2 < len(page) and sum(len(block.text.split()) for block in page) <= _WORDS
