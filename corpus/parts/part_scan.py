"""A scan through a paper's blocks, with the parts found so far. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.bodies import body_of, is_council_name
from corpus.dates import first_date
from corpus.models import Access, Block, BlockKind, PartKind
from corpus.parts.part_headings import page_breaks

_MOST_ABOVE = 5  # blocks of a heading that may stand above the one that gave it away
_ENDS_ABOVE = re.compile(r"^(?:signed|date of (?:the )?next|contact|chair\b)", re.I)  # the end of the part above


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part begins, and what its own heading says of it."""

    index: int  # of its first block
    kind: PartKind
    title: str
    body: str | None = None
    date: str | None = None
    access: Access = Access.PUBLIC
    named_at: int | None = None  # block that says "minutes", where the date stands
    item: str | None = None  # agenda item whose paper this is
    draft: bool = False
    held: str = ""  # "cancelled" or "not quorate" where the meeting was not held


@dataclass
class PartScan:
    """A paper's blocks with what was found so far: parts, and the front sheet's items by their titles."""

    blocks: Sequence[Block]
    stamps: dict[int, str] = field(default_factory=dict)  # "Agenda Item 5" over the block at this index
    item_numbers: dict[str, str] = field(default_factory=dict)  # by the squashed title of an agenda item
    starts: list[Start] = field(default_factory=list)
    landscape: frozenset[int] = frozenset()  # PDF pages that are wider than high
    has_page_ends: bool = False  # it is a text whose pages form feeds part
    heads: frozenset[str] = frozenset()  # lines that stand at the top of several pages

    @property
    def current(self) -> Start | None:
        """The part that is open, None above the first."""
        return self.starts[-1] if self.starts else None

    @property
    def inside(self) -> PartKind | None:
        """The kind of the part that is open, None above the first."""
        return self.starts[-1].kind if self.starts else None

    def breaks(self, i: int) -> bool:
        """Whether a page ends above block i."""
        if self.has_page_ends and i:
            return bool(self.blocks[i].ends_above)  # blank lines are none where form feeds are
        return page_breaks(self.blocks[i - 1] if i else None, self.blocks[i])

    def is_in_front(self, start: Start) -> bool:
        """Whether a part found is the open one once more, which began at the page's top right above it."""
        current = self.current
        if current is None or start.kind is not current.kind or not self.breaks(current.index):
            return False
        between = range(current.index + 1, start.index + 1)
        return len(between) < _MOST_ABOVE and not any(map(self.breaks, between))

    def is_top(self, i: int) -> bool:
        """Whether block i stands where a paper's title does: at a page's top, or as a heading of rank 1 or 2."""
        block = self.blocks[i]
        return self.breaks(i) or block.kind is BlockKind.HEADING and 0 < block.level <= 2

    def outranks(self, i: int) -> bool:
        """Whether block i is a heading that may end the open part.

        It ranks no lower than the heading that names the part, and higher than all headings between the two.
        """
        block, current = self.blocks[i], self.current
        if current is None or block.kind is not BlockKind.HEADING or not block.level:
            return False
        named_at = current.index if current.named_at is None else current.named_at
        own = self.blocks[named_at]
        if own.kind is not BlockKind.HEADING or block.level > own.level:
            return False
        between = (self.blocks[j] for j in range(i - 1, named_at, -1))
        return not any(other.kind is BlockKind.HEADING and 0 < other.level <= block.level for other in between)


def first_of_heading(scan: PartScan, i: int) -> int:
    """The index of a part's first block, where block i says what the part is.

    A body's name, a date or another heading close above belongs to the part.
    """
    blocks, current = scan.blocks, scan.current
    lowest = max(current.index + 1 if current else 0, i - _MOST_ABOVE)
    first = i
    for j in range(i - 1, lowest - 1, -1):
        text = blocks[j].text
        if blocks[j].kind in {BlockKind.ROW, BlockKind.ITEM} or len(text) > 160:
            break
        if _ENDS_ABOVE.match(text) or page_breaks(blocks[j], blocks[j + 1]):
            break
        adjoins = blocks[j].kind is BlockKind.HEADING and j == first - 1 and j > lowest
        adjoins = adjoins or bool(blocks[j].ends_above) and j == first - 1
        if body_of(text) or (first_date(text) and len(text) < 80) or adjoins or is_council_name(text):
            first = j
    return first
