"""A walk through a paper's blocks, and the parts that it found so far. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.bodies import body_of, is_council_name
from corpus.dates import first_date
from corpus.models import Access, Block, BlockKind, PartKind
from corpus.parts.part_headings import page_breaks


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
    lying: frozenset[int] = frozenset()  # PDF pages that are wider than high

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

    def outranks(self, i: int) -> bool:
        """Whether a block is a heading of no lower rank than the one that names the open part, and of higher than those inside."""
        block, current = self.blocks[i], self.current
        if current is None or block.kind is not BlockKind.HEADING or not block.level:
            return False
        at = current.index if current.named_at is None else current.named_at
        own = self.blocks[at]
        if own.kind is not BlockKind.HEADING or block.level > own.level:
            return False
        inside = (self.blocks[k] for k in range(i - 1, at, -1))
        return not any(other.kind is BlockKind.HEADING and 0 < other.level <= block.level for other in inside)


def back(walk: Walk, i: int) -> int:
    """The first block of a heading: a body's name or a date just above belongs to it."""
    blocks, current = walk.blocks, walk.current
    low = max(current.index + 1 if current else 0, i - 5)
    best = i
    for j in range(i - 1, low - 1, -1):
        text = blocks[j].text
        if blocks[j].kind in {BlockKind.ROW, BlockKind.ITEM} or len(text) > 160:
            break
        if re.match(r"^(?:signed|date of (?:the )?next|contact|chair\b)", text, re.I) or page_breaks(
            blocks[j], blocks[j + 1]
        ):
            break
        heads = blocks[j].kind is BlockKind.HEADING and j == best - 1 and j > low
        if body_of(text) or (first_date(text) and len(text) < 80) or heads or is_council_name(text):
            best = j
    return best
