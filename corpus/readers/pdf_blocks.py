"""Lines of a PDF page to blocks: each a numbered paragraph, a list item, a heading or a plain paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.models import Block, BlockKind, Box
from corpus.readers.pdf_lines import PRINTED_PAGES, Line
from corpus.readers.pdf_measure import Measure, joined, page_pitch
from corpus.readers.pdf_paragraphs import BULLET, LETTERED, VOTE, goes_on
from corpus.readers.pdf_runs import rounded_box

_SENTENCE = re.compile(r"[.!?]['\"”’)\]]*$")
_OUTCOME = re.compile(r"\b(?:carried|lost|agreed|fell|withdrawn)\b", re.I)
_HEADING_LENGTH = 250  # characters
_TWINS_A_PAGE = 1_000  # so that no two pages share a number; no page has as many


def page_blocks(lines: Sequence[Line], page: int, usual: Measure) -> list[Block | int]:
    """The blocks of one page in reading order; where a table stands, its index instead."""
    found: list[Block | int] = []
    pitch = page_pitch(lines, usual)
    paragraph: list[Line] = []
    notes: list[Line] = []
    lefts: list[float] = []  # of the list items above, outermost first
    foot, twin = 0.0, 0  # of the paragraph above

    def close() -> None:
        nonlocal foot, twin
        if paragraph and notes:
            paragraph.extend(note for note in notes if PRINTED_PAGES.match(note.text))
            notes[:] = [note for note in notes if not PRINTED_PAGES.match(note.text)]
        if paragraph:
            first = paragraph[0]
            apart = not found or first.twin != twin
            gap = apart or first.top - foot > 0.55 * first.height * max(pitch, 1.0)
            found.append(_block(paragraph, page, usual, lefts, gap))
            foot, twin = paragraph[-1].bottom, first.twin
        for note in notes:
            found.append(replace(_block([note], page, usual, [], False), kind=BlockKind.TEXT, level=0))
        paragraph.clear()
        notes.clear()

    for line in lines:
        if line.note:
            notes.append(line)
        elif line.table >= 0:
            close()
            found.append(line.table)
            foot = line.bottom
        elif paragraph and goes_on(paragraph, line, pitch):
            paragraph.append(line)
        else:
            close()
            paragraph.append(line)
    close()
    return _with_votes(found)


def _block(lines: list[Line], page: int, usual: Measure, lefts: list[float], gap: bool) -> Block:
    first = lines[0]
    text, struck, bold, height = first.text, first.struck, first.bold, first.height
    edges = (first.left, first.top, first.right, first.bottom)
    if len(lines) > 1:
        text = joined([line.text for line in lines if line.text], usual)
        struck = " ".join([line.struck for line in lines if line.struck])
        bold = all([line.bold for line in lines])
        height = max([line.height for line in lines])
        edges = (
            min([line.left for line in lines]),
            min([line.top for line in lines]),
            max([line.right for line in lines]),
            max([line.bottom for line in lines]),
        )
    larger = height > 1.15 * usual.body_height and len(lines) < 4
    box = rounded_box(*edges)
    kind, level = BlockKind.TEXT, 0
    bullet = BULLET.match(text) or LETTERED.match(text)
    letters = any(map(str.isalpha, text))
    if (bold or larger) and letters and not bullet and len(text) <= _HEADING_LENGTH and not _SENTENCE.search(text[-3:]):
        kind = BlockKind.HEADING
        level = 1 + sum(1 for size in usual.heights if size > height * 1.04) if larger else 1 + len(usual.heights)
        lefts.clear()
    elif bullet:
        kind, level = BlockKind.ITEM, _depth(lefts, first.left)
    elif abs(first.left - (lefts[0] if lefts else first.left)) > 3 or not lefts:
        lefts.clear()
    twin = first.twin and first.twin + (page * _TWINS_A_PAGE if first.twin > 0 else -page * _TWINS_A_PAGE)
    return Block(kind, text, page, level=level, bold=bold and letters, struck=struck, box=box, after_gap=gap, twin=twin)


def _depth(lefts: list[float], left: float) -> int:
    """An item's depth from 1, by where it and the items above it start; `lefts` is moved on."""
    while lefts and left < lefts[-1] - 6:
        lefts.pop()
    if not lefts or left > lefts[-1] + 6:
        lefts.append(left)
    return len(lefts)


def _with_votes(found: list[Block | int]) -> list[Block | int]:
    """The blocks, with each heading of a vote ("For (3)") joined to the names below it."""
    out: list[Block | int] = []
    for block in found:
        above = out[-1] if out else None
        if (
            isinstance(block, Block)
            and isinstance(above, Block)
            and VOTE.match(above.text)
            and not VOTE.match(block.text)
            and above.box
            and block.box
            and block.kind is BlockKind.TEXT
            and "(0)" not in above.text
            and not _OUTCOME.search(block.text)
        ):
            box = Box(
                min(above.box.left, block.box.left),
                above.box.top,
                max(above.box.right, block.box.right),
                block.box.bottom,
            )
            out[-1] = Block(
                BlockKind.TEXT, f"{above.text} {block.text}", block.page, box=box, after_gap=above.after_gap
            )
        else:
            out.append(block)
    return out
