"""Blocks made whole: furniture set apart, paragraphs joined over page ends. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.markings import is_marking
from corpus.models import Block, BlockKind
from corpus.paragraphs.splitting import parted
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


@dataclass(frozen=True, slots=True)
class Whole:
    """A paper's blocks with split paragraphs joined, its furniture, and where agenda items were stamped."""

    blocks: list[Block]
    furniture: list[Block]
    stamps: dict[int, str]  # "Agenda Item 5" stood over the block at this index
    secret_pages: frozenset[int]  # a running head or foot keeps these from the public


def whole(blocks: Sequence[Block]) -> Whole:
    """The paper's blocks made whole; no word is dropped, struck words become furniture."""
    repeated = _running_heads(blocks)
    page = None
    content: list[Block] = []
    furniture: list[Block] = []
    for block in _apart_from_furniture(blocks):
        if block.struck:
            furniture.append(Block(BlockKind.FURNITURE, block.struck, page=block.page, line=block.line))
        if not block.text:
            continue
        top, page = block.page is not None and block.page != page, block.page
        if block.kind is BlockKind.FURNITURE and _QUESTION.match(block.text):
            content.append(replace(block, kind=BlockKind.TEXT))  # a running head that numbers a question
        elif block.kind is BlockKind.FURNITURE or _is_furniture(block) or top and block.text in repeated:
            furniture.append(replace(block, kind=BlockKind.FURNITURE))
        else:
            content.append(block)
    secret = frozenset(mark.page for mark in furniture if mark.page is not None and is_marking(mark.text))
    joined = content if is_transcript(content) else parted(_joined(content, secret))
    return Whole(joined, furniture, _stamps(furniture, joined), secret)


def _apart_from_furniture(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those whose every line is furniture taken apart ("Page 7" over "Agenda Item 4")."""
    for block in blocks:
        lines = block.text.split("\n")
        if len(lines) > 1 and block.line is not None and all(_FURNITURE.match(line) for line in lines):
            for n, line in enumerate(lines):
                yield replace(
                    block, text=line, line=block.line + n, end_line=block.line + n, struck=block.struck if not n else ""
                )
        else:
            yield block


def _is_furniture(block: Block) -> bool:
    """Page numbers and the like; a lone number above a title is a minute's number, which a digit run with / is."""
    return block.kind is not BlockKind.ROW and not block.bold and bool(_FURNITURE.match(block.text))


def _stamps(furniture: Sequence[Block], content: Sequence[Block]) -> dict[int, str]:
    """Which blocks come first under an agenda item's stamp: the first of its page, or of the lines below it."""
    found: dict[int, str] = {}
    for mark in furniture:
        match = _STAMP.match(mark.text)
        if match is None:
            continue
        for i, block in enumerate(content):
            if (
                mark.page is not None
                and block.page == mark.page
                and not (mark.box and block.box and block.box.bottom < mark.box.top)
                or mark.page is None
                and (block.line or 0) > (mark.line or 0)
            ):
                found.setdefault(i, match[1])
                break
    return found


def _running_heads(blocks: Sequence[Block]) -> set[str]:
    """Short texts that open three pages and more of a PDF."""
    first: Counter[str] = Counter()
    page = None
    for block in blocks:
        if block.page is not None and block.page != page:
            page = block.page
            if len(block.text) < 100 and block.kind is not BlockKind.ROW:
                first[block.text] += 1
    return {text for text, count in first.items() if count >= 3}


def _joined(blocks: Sequence[Block], secret: frozenset[int]) -> list[Block]:
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if last is not None and (last.page in secret) == (block.page in secret) and _runs_on(last, block):
            out[-1] = replace(last, text=f"{last.text} {block.text}", end_line=block.end_line)
        else:
            out.append(block)
    return out


def _runs_on(last: Block, block: Block) -> bool:
    """Whether a paragraph that a page end (or a stray blank line) cut goes on in the next block."""
    if last.kind not in {BlockKind.TEXT, BlockKind.ITEM} or block.kind is not BlockKind.TEXT:
        return False
    if last.bold or block.bold or not block.text or _ENDED.search(last.text) or _STARTS_NEW.match(block.text):
        return False
    if last.page is not None and last.text.endswith((",", " and")) and len(last.text) > 40:
        return True  # a list of names
    if not block.after_gap:
        return False
    if block.text[0].islower():
        return len(last.text) > 25
    if not _apart(last, block) or len(last.text) <= 80 or "\n" in last.text[-60:] or block.text.isupper():
        return False
    return len(block.text) > 60 or bool(re.search(r"[.;]$", block.text)) or bool(_UNENDING.search(last.text))


def _apart(last: Block, block: Block) -> bool:
    if last.page is not None and block.page is not None:
        return last.page != block.page
    if last.end_line is not None and block.line is not None:
        return block.line - last.end_line > 3
    return False
