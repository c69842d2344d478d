"""Minutes printed in two languages side by side: one item with a heading in each. Pure."""

import re
from collections.abc import Sequence

from corpus.minutes.heading import Heading, heading_at
from corpus.models import Block, BlockKind
from corpus.readers.words import SENTENCE_END

_LONGEST_TITLE = 120  # characters


def with_twin_headings(headings: Sequence[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """The headings in order, with those that head the same minute in the other language."""
    opening: dict[int, int] = {}  # by its twin's number, the block that opens a column
    for i, block in enumerate(blocks):
        if block.twin:
            opening.setdefault(block.twin, i)
    known = {heading.first for heading in headings}
    found = list(headings)
    for heading in headings:
        twin = blocks[heading.first].twin
        opens = twin and opening[twin] == heading.first
        beside = opening.get(-twin) if opens else None
        if beside is not None and beside not in known and (rest := _behind_number(blocks, beside, heading)) is not None:
            found.append(heading_at(blocks, beside, heading.ref, rest))
    return sorted(found, key=lambda heading: heading.first)


def told_once(headings: Sequence[Heading], blocks: Sequence[Block]) -> list[tuple[Heading, int]]:
    """Each minute once, with the index where its blocks end: of one in two languages the English, else the first."""
    ends = [*(heading.first for heading in headings[1:]), len(blocks)]
    told = {blocks[heading.first].twin for heading in headings}
    return [
        (heading, end)
        for heading, end in zip(headings, ends, strict=False)
        if blocks[heading.first].twin >= 0 or -blocks[heading.first].twin not in told
    ]


def _behind_number(blocks: Sequence[Block], i: int, heading: Heading) -> str | None:
    """The words of a block behind the minute's number, or all where that stands beside both columns; None for no heading."""
    block = blocks[i]
    number = re.match(rf"{re.escape(heading.ref)}(?![\w/])[.):]?\s*", block.text) if heading.ref else None
    if number:
        return block.text[number.end() :]
    titled = len(block.text) <= _LONGEST_TITLE and not SENTENCE_END.search(block.text)
    return block.text if titled and block.kind in {BlockKind.HEADING, BlockKind.TEXT} else None
