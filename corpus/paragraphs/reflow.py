"""Blocks reflowed: furniture set apart, paragraphs joined over page ends and split where they begin anew. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.markings import is_marking
from corpus.models import Block, BlockKind
from corpus.paragraphs.splitting import split_paragraphs
from corpus.parts import page_breaks
from corpus.transcripts import is_transcript

_FURNITURE = re.compile(
    r"^(?:this page is (?:intentionally|deliberately) (?:left )?blank\.?|intentionally (?:left )?blank|"
    r"page\s*:?\s*\d+(?:\s*(?:of|/)\s*\d+)?|page \d+ [–—-] .{3,50}\b(?:19|20)\d\d|\d+\s*\|\s*page|-\s*\d+\s*-|\d{1,3}|[ivxl]{1,5}|minute item \d+|agenda item \d+|"
    r"signed:?[\s._…-]*|date:?[\s._…-]*|chair(?:man|person)?:?[\s._…-]+|[._…-]{3,}|\(chair(?:man)?\)|<!--.*-->)$",
    re.I,
)
_QUESTION = re.compile(r"^question (?:no\.? ?)?\d+$", re.I)
_STAMP = re.compile(r"^agenda item:?\s*(\d{1,3}[a-z]?)$", re.I)
_ENDED = re.compile(r"[.:;!?…]['\"”’)\]]*$|:-$")
_STARTS_NEW = re.compile(
    r"^(?:\(?(?:\d{1,4}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5}|[A-Z])[.)](?:\s|$)|\d{1,2}\.\d|\d{1,4}/\d{2}|[•❖✓▪◦○●–-]\s|\(?item \d|"
    r"resolved\b|recommend|agreed\b|present\b|apologies\b|for \(\d|against \(\d|abstain|appendix\b)",
    re.I,
)
_UNENDING = re.compile(r"\b(?:the|of|and|to|for|in|with|by|a|an|Councillor|Cllr|Mr|Mrs|Ms)$|[,(–-]$")
_LEAST_REPEATS = 3  # pages; a line at the head of so many is a running head
_LONGEST_HEAD = 100  # characters


@dataclass(frozen=True, slots=True)
class ReflowedPaper:
    """A paper's blocks with split paragraphs joined, its furniture, and where agenda items were stamped."""

    blocks: list[Block]
    furniture: list[Block]
    stamps: dict[int, str]  # "Agenda Item 5" stood over the block at this index
    exempt_pages: frozenset[int]  # a running head or foot keeps these from the public


def reflowed(blocks: Sequence[Block]) -> ReflowedPaper:
    """The paper's blocks reflowed; no word is dropped, struck words become furniture.

    A transcript's turns are neither joined nor split.
    """
    heads = _running_heads(blocks)
    above: Block | None = None
    ends = ""  # what ends above the next block of content
    content: list[Block] = []
    furniture: list[Block] = []
    for block in _with_furniture_lines_apart(blocks):
        if block.struck:
            furniture.append(Block(BlockKind.FURNITURE, block.struck, page=block.page, line=block.line))
        if not block.text:
            continue
        opens_page, above, ends = _opens_page(above, block), block, block.ends_above or ends
        if block.kind is BlockKind.FURNITURE and _QUESTION.match(block.text):
            content.append(replace(block, kind=BlockKind.TEXT, ends_above=ends))  # it numbers a question
            ends = ""
        elif block.kind is BlockKind.FURNITURE or _is_furniture(block) or opens_page and block.text in heads:
            furniture.append(replace(block, kind=BlockKind.FURNITURE))
        else:
            content.append(block if block.ends_above == ends else replace(block, ends_above=ends))
            ends = ""
    exempt = frozenset(mark.page for mark in furniture if mark.page is not None and is_marking(mark.text))
    whole = content if is_transcript(content) else split_paragraphs(_joined(content, exempt))
    return ReflowedPaper(whole, furniture, _stamps(furniture, whole), exempt)


def _with_furniture_lines_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; one whose every line is furniture ("Page 7" over "Agenda Item 4") as a block for each line."""
    for block in blocks:
        lines = block.text.split("\n")
        if len(lines) == 1 or block.line is None or not all(_FURNITURE.match(line) for line in lines):
            yield block
            continue
        for i, line in enumerate(lines):
            number = block.line + i
            yield replace(block, text=line, line=number, end_line=number, struck=block.struck if i == 0 else "")


def _is_furniture(block: Block) -> bool:
    """Whether a block is a page number or the like; a bold number is that of a minute, its title stands below."""
    return block.kind is not BlockKind.ROW and not block.bold and bool(_FURNITURE.match(block.text))


def _stamps(furniture: Sequence[Block], content: Sequence[Block]) -> dict[int, str]:
    """The agenda item stamped over a block, by the block's index: the first of the stamp's page, or below its line."""
    found: dict[int, str] = {}
    for mark in furniture:
        match = _STAMP.match(mark.text)
        if match is None:
            continue
        first = next((i for i, block in enumerate(content) if _is_under_stamp(block, mark)), None)
        if first is not None:
            found.setdefault(first, match[1])
    return found


def _is_under_stamp(block: Block, mark: Block) -> bool:
    if mark.page is None:
        return (block.line or 0) > (mark.line or 0)
    above = mark.box is not None and block.box is not None and block.box.bottom < mark.box.top
    return block.page == mark.page and not above


def _running_heads(blocks: Sequence[Block]) -> set[str]:
    """Short texts that open three pages and more."""
    first: Counter[str] = Counter()
    for above, block in zip([None, *blocks], blocks, strict=False):
        if _opens_page(above, block) and len(block.text) < _LONGEST_HEAD and block.kind is not BlockKind.ROW:
            first[block.text] += 1
    return {text for text, count in first.items() if count >= _LEAST_REPEATS}


def _opens_page(above: Block | None, block: Block) -> bool:
    """Whether a block is the first of a page."""
    if above is None or block.ends_above == "page":
        return True
    return block.page is not None and block.page != above.page


def _joined(blocks: Sequence[Block], exempt: frozenset[int]) -> list[Block]:
    """The blocks with paragraphs joined that a page end cut, never those of an exempt page with others."""
    out: list[Block] = []
    for block in blocks:
        above = _above(out, block)
        last = out[above] if out else None
        if last is not None and (last.page in exempt) == (block.page in exempt) and _runs_on(last, block):
            out[above] = replace(last, text=f"{last.text} {block.text}", end_line=block.end_line, printed=())
        else:
            out.append(block)
    return out


def _above(out: Sequence[Block], block: Block) -> int:
    """Where the block stands, from the end, that is right above this one in its column; -1 for the last one."""
    if not block.twin:
        return -1
    for i in range(1, len(out) + 1):
        other = out[-i]
        if other.twin * block.twin > 0:
            return -i
        if other.twin == 0:
            break
    return -1


def _are_in_one_column(last: Block, block: Block) -> bool:
    """Whether two blocks are of one language: of one item, or where a page ends between them."""
    return last.twin == block.twin or last.twin * block.twin > 0 and last.page != block.page


def _runs_on(last: Block, block: Block) -> bool:
    """Whether a paragraph that a page end (or a stray blank line) cut goes on in the next block."""
    if (
        last.kind not in {BlockKind.TEXT, BlockKind.ITEM}
        or block.kind is not BlockKind.TEXT
        or not _are_in_one_column(last, block)
    ):
        return False
    if (
        last.bold
        or block.bold
        or block.ends_above == "rule"
        or not block.text
        or _ENDED.search(last.text)
        or _STARTS_NEW.match(block.text)
    ):
        return False
    if last.page is not None and last.text.endswith((",", " and")) and len(last.text) > 40:
        return True  # a list of names
    if not block.after_gap:
        return False
    if block.text[0].islower():
        return len(last.text) > 25
    if not page_breaks(last, block) or len(last.text) <= 80 or "\n" in last.text[-60:] or block.text.isupper():
        return False
    return len(block.text) > 60 or bool(re.search(r"[.;]$", block.text)) or bool(_UNENDING.search(last.text))
