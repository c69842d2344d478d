"""Paragraphs parted where the paper itself begins anew: at "Action:", in long ones at a line, a letter, a label. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.models import Block, BlockKind

_LONG = 2_500  # characters; a citation takes no more
_LIST = 1_000  # characters; in a shorter paragraph "a) ... b) ..." is one sentence's list
_SAYS = re.compile(
    r"(?:(?i:action(?: point)?s?|agreed|resolved|decision)\s*[:–-]\s*\S|(?:RESOLVED|PENDERFYNWYD)\b"
    r"|(?i:(?:for|against|abstain(?:ed|ing)?|abstentions?)\s*[:(]))"
)  # a line of its own kind, by its first words
_NAMES = re.compile(
    r"(?:(?:officer|staff|administration|committee|council|substantive)(?:[’']?s)?[’']? )?"
    r"(?:recommendation|resolution|decision|motion|amendment)s?(?: (?:no\.? ?)?[A-Z]{0,5} ?[\d/-]+)?:?$",
    re.I,
)  # a line that names what stands below it
_VOTES = re.compile(r"(?:for|against|abstain(?:ed|ing)?|abstentions?)\s*[:(]", re.I)
_MOVES = re.compile(r"(?:moved|motion|proposed)(?:\s*:| by\b)", re.I)
_NUMBER = 16  # characters that a minute's number may take; the label behind it is its title
_LETTERED = re.compile(r"(?:^|(?<=[.!?:;)] ))\(?([a-z]|\d{1,2})([.)]) (?=[A-Z])")
_WORD = r"[A-Z0-9][\w’'&/-]*"
_LABEL = re.compile(
    rf"(?<=[.!?] )(?={_WORD}(?: (?:{_WORD}|of|the|and|for|in|to|on|at)){{0,7}}(?: [–—-]|:-?|:) [A-Z0-9])"
)


def parted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, long paragraphs in pieces that begin where a line, a rising letter or a label does; no word is lost."""
    out: list[Block] = []
    for block in blocks:
        if block.kind in {BlockKind.TEXT, BlockKind.ITEM} and len(block.text) > _LIST:
            out += _pieces(block)
        elif block.kind in {BlockKind.TEXT, BlockKind.ITEM} and "\n" in block.text:
            out += _at(block, [0, *_new_kinds(block.text), len(block.text)])
        else:
            out.append(block)
    return out


def _new_kinds(text: str) -> Iterator[int]:
    """Where lines of a paragraph begin that are of another kind than what stands above: a decision, a motion, a vote."""
    place, above = 0, ""
    for n, line in enumerate(text.split("\n")):
        moves = _MOVES.match(line) and not _NAMES.match(above)
        votes = _VOTES.match(line) and _VOTES.match(above)
        if n and not votes and (moves or _SAYS.match(line) or _NAMES.match(line)):
            yield place
        place, above = place + len(line) + 1, line


def _at(block: Block, cuts: Sequence[int]) -> Iterator[Block]:
    """The block's lines in pieces, each with its own lines' numbers."""
    counted = block.end_line is not None and block.line is not None
    counted = counted and (block.end_line or 0) - (block.line or 0) == block.text.count("\n")
    for n, (start, end) in enumerate(pairwise(cuts)):
        text = block.text[start:end].strip()
        piece = replace(block, text=text, after_gap=block.after_gap or n > 0)
        if counted and block.line is not None:
            line = block.line + block.text[:start].count("\n")
            piece = replace(piece, line=line, end_line=line + text.count("\n"))
        yield piece


def _pieces(block: Block) -> Iterator[Block]:
    first = True
    for n, text, listed in _texts(block.text):
        counted = block.line is not None and block.end_line == block.line + block.text.count("\n")
        line = block.line + n if counted and block.line is not None else block.line
        kind = BlockKind.ITEM if listed else block.kind if first else BlockKind.TEXT
        level = max(block.level, 1) if listed else block.level if first else 0
        yield replace(
            block, text=text, kind=kind, level=level, line=line, after_gap=True if not first else block.after_gap
        )
        first = False


def _texts(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each piece with the line of the text that it begins in, from 0, and whether a letter of a list opens it."""
    lines = text.split("\n") if len(text) > _LONG else [text]
    for n, line in enumerate(lines):
        starts = _rising(line) if len(line) > _LIST else []
        for begin, end in pairwise([*sorted({0, *starts}), len(line)]):
            piece = line[begin:end].strip()
            if not piece:
                continue
            listed = begin in starts
            if len(piece) <= _LONG:
                yield n, piece, listed
                continue
            at = [0, *(match.start() for match in _LABEL.finditer(piece, _NUMBER)), len(piece)]
            for k, (low, high) in enumerate(pairwise(at)):
                if words := piece[low:high].strip():
                    yield n, words, listed and not k


def _rising(line: str) -> list[int]:
    """Where letters or numbers of one list open sentences, each the next after the last; two and more, else none."""
    best: list[int] = []
    marks = [(match.start(), _rank(match[1]), match[1].isdigit(), match[2]) for match in _LETTERED.finditer(line)]
    for n, (start, rank, digit, close) in enumerate(marks):
        chain = [start]
        for other, next_rank, next_digit, next_close in marks[n + 1 :]:
            if (next_rank, next_digit, next_close) == (rank + 1, digit, close):
                chain.append(other)
                rank = next_rank
        if len(chain) > max(1, len(best)):
            best = chain
    return best


def _rank(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1
