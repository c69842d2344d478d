"""Lines to blocks: one numbered paragraph, list item, heading or plain paragraph each.

Whether a line goes on with the one above is judged by the space between them, where they begin, whether the
line above had room for the next word, the printed number or bullet at the start, and the type.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median

from corpus.models import Block, BlockKind, Box
from corpus.readers.pdf_lines import PRINTED_PAGES, Line

BULLET = re.compile(r"^[•●▪◦○■□➢➤❖✓✔·→➔◆‣⁃*–—-](?=\s|$)|^o(?=\s)|^[•●▪➢❖](?=\S)")
_LETTERED = re.compile(
    r"^(?:\((?:[a-zA-Z]{1,2}|[ivxIVX]{1,5}|\d{1,2})\)|(?:[a-z]{1,2}|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})\.)(?=\s|$)"
)
_NUMBERED = re.compile(
    r"^(?:\d{1,4}(?:\.\d{1,3}){1,3}[.)]?|\d{1,4}[.)]|\d{1,4}[A-Z]?[.)]|[A-Z]{0,2}\d{1,4}/\d{2,4}[.)]?"
    r"|[A-Z]\d{0,2}[.)])(?=\s|$)"
)
_BARE_NUMBER = re.compile(r"^\d{1,3}(?=\s+[A-Z])")
_YEAR = re.compile(r"^(?:19|20)\d\d[.)]")
_OWN_LINE = re.compile(
    r"^(?:\((?:agenda )?item\b"
    r"|(?:for|against|abstain(?:ed|ing)?|abstentions?)\s*[:(–-]?\s*\(?\d+\)?(?:\W|$))",
    re.I,
)
_VOTE = re.compile(r"^(?:for|against|abstain(?:ed|ing)?|abstentions?)\s*:?\s*\(\d+\)\s*:?$", re.I)
_STOP = re.compile(r"[.:;!?]['\"”’)\]]*$")
_SENTENCE = re.compile(r"[.!?]['\"”’)\]]*$")
_LEADER = re.compile(r"[.…]{4,}\s*\d*$")
_LABEL = re.compile(r"^[A-Z][\w.’'-]*(?: [\w.’'-]+){0,4}: ")
_OUTCOME = re.compile(r"\b(?:carried|lost|agreed|fell|withdrawn)\b", re.I)
_HANGING_HYPHEN = re.compile(r"[A-Za-z]-$")
_CUT = re.compile(r"\w[-/]$")
_SUSPENDED = re.compile(r"^(?:and|or|to|nor|and/or)\b")
_HEADING_LENGTH = 250  # characters


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in one paper."""

    body_height: float  # points, of most characters
    pitch: float  # distance of base lines inside paragraphs, as a share of the line's height
    heights: tuple[float, ...]  # of larger type, the largest first
    is_word: Callable[[str], bool]  # whether the paper prints this word elsewhere, in lower case


def measure(pages: Sequence[Sequence[Line]]) -> Measure:
    """The usual type, spacing and words of a paper, from its lines."""
    sizes: Counter[float] = Counter()
    ratios: list[float] = []
    for lines in pages:
        previous: Line | None = None
        for line in lines:
            sizes[round(line.height * 2) / 2] += len(line.text)
            if previous and line.text[:1].islower() and _room(previous) < 40 and previous.text[-1:] not in ".:;":
                ratio = (line.bottom - previous.bottom) / max(line.height, 1.0)
                if 0.7 < ratio < 2.6:
                    ratios.append(ratio)
            previous = line if line.lefts else None
    body = sizes.most_common(1)[0][0] if sizes else 12.0
    larger = sorted((size for size in sizes if size > 1.15 * body), reverse=True)
    steps: list[float] = []
    for size in larger:
        if not steps or size < 0.93 * steps[-1]:
            steps.append(size)
    words: set[str] = set()

    def is_word(word: str) -> bool:
        if not words:
            printed = " ".join([f"{line.text} {line.struck}" for lines in pages for line in lines])
            words.update(word.strip(".,;:()'\"“”‘’").lower() for word in set(printed.split()))
        return word in words

    return Measure(body, median(ratios) if len(ratios) > 3 else 1.0, tuple(steps), is_word)


def _room(line: Line) -> float:
    """Points left between the line's end and its column's right edge."""
    return line.limit - line.right


def marker(text: str) -> str:
    """The printed number, letter or bullet that the text starts with, "" where it has none."""
    return _mark(text[: text.find(" ") + 1] or text)


@lru_cache(4096)
def _mark(word: str) -> str:
    """The same of a first word, with the space behind it."""
    match = BULLET.match(word) or _LETTERED.match(word) or _NUMBERED.match(word)
    return match.group() if match and not _YEAR.match(word) else ""


def _stands_alone(text: str) -> bool:
    """Whether the text is a line of its own wherever it stands: a vote's heading, an agenda item's number."""
    return text[:1] in "(AFaf" and _OWN_LINE.match(text) is not None


def page_blocks(lines: Sequence[Line], page: int, usual: Measure) -> list[Block | int]:
    """Blocks of one page in reading order; a table's place is its index."""
    found: list[Block | int] = []
    pitch = _pitch(lines, usual)
    paragraph: list[Line] = []
    notes: list[Line] = []
    lefts: list[float] = []  # of the list items above, outermost first
    foot = 0.0

    def close() -> None:
        nonlocal foot
        if paragraph and notes:
            paragraph.extend(note for note in notes if PRINTED_PAGES.match(note.text))
            notes[:] = [note for note in notes if not PRINTED_PAGES.match(note.text)]
        if paragraph:
            gap = not found or paragraph[0].top - foot > 0.55 * paragraph[0].height * max(pitch, 1.0)
            found.append(_block(paragraph, page, usual, lefts, gap))
            foot = paragraph[-1].bottom
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
        elif paragraph and _goes_on(paragraph, line, pitch):
            paragraph.append(line)
        else:
            close()
            paragraph.append(line)
    close()
    return _with_votes(found)


def _pitch(lines: Sequence[Line], usual: Measure) -> float:
    ratios = [
        (line.bottom - above.bottom) / max(line.height, 1.0)
        for above, line in pairwise(lines)
        if line.text[:1].islower() and above.lefts and _room(above) < 40 and above.text[-1:] not in ".:;"
    ]
    ratios = [ratio for ratio in ratios if 0.7 < ratio < 2.6]
    return median(ratios) if len(ratios) > 3 else usual.pitch


def _goes_on(paragraph: list[Line], line: Line, pitch: float) -> bool:
    """Whether the line belongs to the paragraph above it."""
    above = paragraph[-1]
    text = line.text or line.struck
    if line.turned or above.turned:
        return line.turned and above.turned
    drop = line.bottom - above.bottom
    low, tall = sorted((line.height, above.height))
    lower = text[:1].islower()
    stopped = _ends(_STOP, above.text[-4:], ".:;!?'\"”’)]")
    runs_on = lower and not stopped
    alone = _stands_alone(text)
    if drop < 0.4 * low or alone or len(paragraph) == 1 and not lower and _stands_alone(above.text):
        return _VOTE.match(above.text) is None and drop >= 0 and runs_on and not alone
    if drop > (1.55 if runs_on else 1.28) * max(pitch, 0.9) * tall:
        return False
    if tall > 1.15 * low and not runs_on:
        return False
    if _ends(_LEADER, above.text[-12:], ".… 0123456789") or _are_columns(paragraph, line):
        return False
    first_word = line.rights[0] - line.lefts[0]
    full = (
        _is_full(above, text, first_word + 0.25 * line.height)
        or _same_edge(above, line)
        or (len(paragraph) > 1 and _same_edge(paragraph[-2], above))
    )
    if len(paragraph) > 1 and not full:
        full = above.right > max(other.right for other in paragraph) - first_word
    if _is_marked(paragraph, line, full, stopped):
        return False
    bold = above.bold and all([other.bold for other in paragraph])
    if above.bold != line.bold and not (runs_on and full):
        if bold and not line.lead_bold:
            return False
        if line.bold and not above.bold and not full:
            return False
    if bold and line.bold:
        centred = abs(above.left + above.right - line.left - line.right) < 6
        return full or centred or runs_on
    return (full or runs_on) and _fits_left(paragraph, line, full, runs_on)


def _ends(pattern: re.Pattern[str], text: str, last: str) -> bool:
    """Whether the pattern, whose matches end in one of the `last` characters, matches at the text's end."""
    return text[-1:] in last and pattern.search(text) is not None


def _are_columns(paragraph: list[Line], line: Line) -> bool:
    """Whether the line and the one above it are names in columns, not prose."""
    above = paragraph[-1]
    if above.pieces == 1 and line.pieces == 1:
        return False
    one, other = _columns(above), _columns(line)
    return one > 1 or other > 1 or bool(one and other and not marker(paragraph[0].text))


def _is_full(above: Line, text: str, needed: float) -> bool:
    """Whether the line above had no room for the next word, which needs so many points."""
    room = _room(above)
    if room < needed:
        return True
    unfinished = above.text[-1:].isalpha() or above.text[-1:] == ","
    unfinished = unfinished and not _LABEL.match(text) and above.right - above.left > 0.55 * (above.limit - above.left)
    return room < needed + (0.12 * (above.limit - above.left) if unfinished and not above.bold else 4)


def _same_edge(one: Line, other: Line) -> bool:
    """Whether two lines end at one right edge, as justified ones do also beside a picture."""
    return abs(one.right - other.right) < 1.2 and min(len(one.text), len(other.text)) > 25


def _columns(line: Line) -> int:
    """How many wide gaps the line has, that after a printed number aside: names in columns, not prose."""
    if line.pieces == 1 or line.right - line.left < 8 * line.height:
        return 0
    wide = 1.2 * line.height
    gaps = [gap > wide for gap in _gaps(line)]
    return sum(gaps) - (1 if gaps and gaps[0] and marker(line.text) else 0)


def _gaps(line: Line) -> list[float]:
    """Points between its words."""
    return [left - right for left, right in zip(line.lefts[1:], line.rights, strict=False)]


def _is_marked(paragraph: list[Line], line: Line, full: bool, stopped: bool) -> bool:
    """Whether the line starts an item or numbered paragraph of its own."""
    text = line.text
    mark = marker(text)
    if not mark:
        if not text[:1].isdigit() or len(line.lefts) < 2 or not _BARE_NUMBER.match(text):
            return False
        return line.lefts[1] - line.rights[0] > 0.6 * line.height and not (full and not stopped)
    if BULLET.match(text) and mark not in "-–—*o":
        return True
    gaps = _gaps(line)
    tabbed = bool(gaps) and gaps[0] > max(0.45 * line.height, 1.5 * median(gaps))
    shifted = not -3 < line.left - _text_left(paragraph) < 6
    return shifted or tabbed or not full or stopped


def _text_left(paragraph: list[Line]) -> float:
    """Where the paragraph's words start below or beside its number."""
    if len(paragraph) > 1:
        return paragraph[-1].left
    first = paragraph[0]
    if marker(first.text) and len(first.lefts) > 1:
        return first.lefts[1]
    return first.left


def _fits_left(paragraph: list[Line], line: Line, full: bool, runs_on: bool) -> bool:
    """Whether the line starts where the paragraph's next line should."""
    first = paragraph[0]
    if len(paragraph) > 1:
        return abs(line.left - paragraph[-1].left) < 5 or runs_on and full
    if abs(line.left - first.left) < 5 or abs(line.left - _text_left(paragraph)) < 8:
        return True
    if line.left < first.left:
        return full and first.left - line.left < 60
    return bool(marker(first.text)) or full and (runs_on or line.left - first.left < 60)


def _block(lines: list[Line], page: int, usual: Measure, lefts: list[float], gap: bool) -> Block:
    text = joined([line.text for line in lines if line.text], usual)
    struck = " ".join([line.struck for line in lines if line.struck])
    bold = all([line.bold for line in lines])
    height = max([line.height for line in lines])
    larger = height > 1.15 * usual.body_height and len(lines) < 4
    box = Box(
        round(min([line.left for line in lines]), 1),
        round(min([line.top for line in lines]), 1),
        round(max([line.right for line in lines]), 1),
        round(max([line.bottom for line in lines]), 1),
    )
    kind, level = BlockKind.TEXT, 0
    bullet = BULLET.match(text) or _LETTERED.match(text)
    letters = any(map(str.isalpha, text))
    if (bold or larger) and letters and len(text) <= _HEADING_LENGTH and not _SENTENCE.search(text[-3:]) and not bullet:
        kind = BlockKind.HEADING
        level = 1 + sum(1 for size in usual.heights if size > height * 1.04) if larger else 1 + len(usual.heights)
        lefts.clear()
    elif bullet:
        kind, level = BlockKind.ITEM, _depth(lefts, lines[0].left)
    elif abs(lines[0].left - (lefts[0] if lefts else lines[0].left)) > 3 or not lefts:
        lefts.clear()
    return Block(kind, text, page, level=level, bold=bold and letters, struck=struck, box=box, after_gap=gap)


def _depth(lefts: list[float], left: float) -> int:
    """The item's depth from 1, by where the items above it start."""
    while lefts and left < lefts[-1] - 6:
        lefts.pop()
    if not lefts or left > lefts[-1] + 6:
        lefts.append(left)
    return len(lefts)


def joined(texts: Sequence[str], usual: Measure) -> str:
    """Lines as one text. A word parted at a line's end is made whole only where the paper prints it whole."""
    if all(texts) and not any([text[-1] in "-/" for text in texts[:-1]]):
        return " ".join(texts)
    whole = ""
    for text in texts:
        if not whole:
            whole = text
        elif _HANGING_HYPHEN.search(whole[-2:]) and text[:1].islower() and not _SUSPENDED.match(text):
            head, tail = re.split(r"[^A-Za-z]", whole[:-1])[-1], re.split(r"[^A-Za-z]", text)[0]
            certain = usual.is_word((head + tail).lower()) and not usual.is_word(f"{head}-{tail}".lower())
            whole = (whole[:-1] if certain and len(head) > 1 else whole) + text
        elif _CUT.search(whole[-2:]) and text[:1].isalnum() and not _SUSPENDED.match(text):
            whole += text
        else:
            whole += " " + text
    return whole


def _with_votes(found: list[Block | int]) -> list[Block | int]:
    """Blocks with a vote's heading, "For (3)", put to the names below it."""
    out: list[Block | int] = []
    for block in found:
        above = out[-1] if out else None
        if (
            isinstance(block, Block)
            and isinstance(above, Block)
            and _VOTE.match(above.text)
            and not _VOTE.match(block.text)
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
