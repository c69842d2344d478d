"""Paragraphs split where the paper itself begins anew: at "Action:", long ones at a line, a letter, a label. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.models import Block, BlockKind
from corpus.readers.people_labels import list_starts

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
_CODE = re.compile(
    r"([A-Z]{1,4})(?:-|(?=\d{1,3}\.\d))(\d{1,3}(?:\.\d{1,3})?)\b(?![-/.]?\d)[.:]?\s+\S"
)  # "CA-1", "GM7.2"
_NUMBER = 16  # characters that a minute's number may take; the label behind it is its title
_LETTERED = re.compile(r"(?:^|(?<=[.!?:;)] ))\(?([a-z]|\d{1,2})([.)]) (?=[A-Z])")
_WORD = r"[A-Z0-9][\w’'&/-]*"
_LABEL = re.compile(
    rf"(?<=[.!?] )(?={_WORD}(?: (?:{_WORD}|of|the|and|for|in|to|on|at)){{0,7}}(?: [–—-]|:-?|:) [A-Z0-9])"
)


def split_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, paragraphs in pieces where they begin anew; no word is lost.

    Any paragraph is split at a line that says of what kind it is ("Action: ..."), and where another list of people begins
    ("Apologies: ..." behind "Present: ..."); a long one at its lines, at the letters of a list and at labels.
    """
    out: list[Block] = []
    for block in _split_at_codes(blocks):
        if block.kind not in {BlockKind.TEXT, BlockKind.ITEM}:
            out.append(block)
        elif starts := list_starts(block.text):
            out += split_paragraphs(list(_split_at(block, [0, *starts, len(block.text)])))
        elif len(block.text) > _LIST:
            out += _split_long(block)
        elif "\n" in block.text:
            out += _split_at(block, [0, *_new_kinds(block.text), len(block.text)])
        else:
            out.append(block)
    return out


def _split_at_codes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those of several lines split before each line that begins with a code of a family that counts up."""
    lines = [line for block in blocks if block.kind is BlockKind.TEXT for line in block.text.split("\n")]
    numbers: dict[str, set[str]] = {}
    for match in filter(None, map(_CODE.match, lines)):
        numbers.setdefault(match[1], set()).add(match[2])
    running = set(numbers) if any(len(found) > 1 for found in numbers.values()) else set()
    for block in blocks:
        if not running or block.kind is not BlockKind.TEXT or "\n" not in block.text:
            yield block
            continue
        offsets = [0, *(match.end() for match in re.finditer("\n", block.text))]
        codes = [at for at in offsets if (code := _CODE.match(block.text, at)) and code[1] in running]
        yield from _split_at(block, [*sorted({0, *codes}), len(block.text)])


def _new_kinds(text: str) -> Iterator[int]:
    """The offsets of lines that are of another kind than what stands above: a decision, a motion, a vote."""
    offset, above = 0, ""
    for i, line in enumerate(text.split("\n")):
        moves = _MOVES.match(line) and not _NAMES.match(above)
        votes = _VOTES.match(line) and _VOTES.match(above)
        if i and not votes and (moves or _SAYS.match(line) or _NAMES.match(line)):
            yield offset
        offset, above = offset + len(line) + 1, line


def _has_counted_lines(block: Block) -> bool:
    """Whether each line of the block's text is a line of its file."""
    if block.line is None or block.end_line is None:
        return False
    return block.end_line - block.line == block.text.count("\n")


def _split_at(block: Block, cuts: Sequence[int]) -> Iterator[Block]:
    """The pieces of a block between these offsets, each with its own lines' numbers."""
    if len(cuts) == 2 and block.text == block.text.strip():
        yield block
        return
    counted = _has_counted_lines(block)
    for i, (start, end) in enumerate(pairwise(cuts)):
        text = block.text[start:end].strip()
        piece = replace(
            block,
            text=text,
            after_gap=block.after_gap or i > 0,
            ends_above="" if i else block.ends_above,
            printed=block.printed if len(cuts) == 2 else (),
        )
        if counted and block.line is not None:
            line = block.line + block.text[:start].count("\n")
            piece = replace(piece, line=line, end_line=line + text.count("\n"))
        yield piece


def _split_long(block: Block) -> Iterator[Block]:
    """The pieces of a long paragraph as blocks: list items where a letter opens them."""
    counted = _has_counted_lines(block)
    for i, (line, text, listed) in enumerate(_pieces(block.text)):
        kind = BlockKind.ITEM if listed else block.kind if i == 0 else BlockKind.TEXT
        level = max(block.level, 1) if listed else block.level if i == 0 else 0
        number = block.line + line if counted and block.line is not None else block.line
        above = "" if i else block.ends_above
        gap = block.after_gap or i > 0
        yield replace(block, text=text, kind=kind, level=level, line=number, after_gap=gap, ends_above=above)


def _pieces(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each piece with the line of the text that it begins in, from 0, and whether a letter of a list opens it."""
    lines = text.split("\n") if len(text) > _LONG else [text]
    for i, line in enumerate(lines):
        starts = _rising(line) if len(line) > _LIST else []
        for begin, end in pairwise([*sorted({0, *starts}), len(line)]):
            piece = line[begin:end].strip()
            if not piece:
                continue
            listed = begin in starts
            for j, words in enumerate(_at_labels(piece) if len(piece) > _LONG else [piece]):
                if words:
                    yield i, words, listed and j == 0


def _at_labels(piece: str) -> Iterator[str]:
    """A piece that is longer than a citation, in parts that begin with labels ("Harbour Light - ...")."""
    cuts = [0, *(match.start() for match in _LABEL.finditer(piece, _NUMBER)), len(piece)]
    return (piece[start:end].strip() for start, end in pairwise(cuts))


def _rising(line: str) -> list[int]:
    """Where letters or numbers of one list open sentences, each the next after the last; two and more, else none."""
    best: list[int] = []
    marks = [(match.start(), _place(match[1]), match[1].isdigit(), match[2]) for match in _LETTERED.finditer(line)]
    for i, (start, place, digit, close) in enumerate(marks):
        chain = [start]
        for other, next_place, next_digit, next_close in marks[i + 1 :]:
            if (next_place, next_digit, next_close) == (place + 1, digit, close):
                chain.append(other)
                place = next_place
        if len(chain) > max(1, len(best)):
            best = chain
    return best


def _place(mark: str) -> int:
    """The place of a number or letter in its list, from 1."""
    return int(mark) if mark.isdigit() else ord(mark) - ord("a") + 1
