"""The headings of minutes, with their numbers as printed. Pure.

A minute's number ("5/24", "299.") and its agenda item's ("(Item 8)") are two things. How minutes are numbered differs by
council and is found for each part: numbers with a slash, running numbers, item lines, or roman numbers.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.minutes.numbers import longest_chain, place_in_count
from corpus.models import Block, BlockKind
from corpus.numerals import roman

_SLASH = re.compile(
    r"^((?:[A-Z]{1,4}[ ./-]?)?\d{1,4}/\d{2,4}(?:[/-]\d{1,4}){0,2}|\d{1,2}/\d\d/\d\d/\d{1,3}|[A-Z]{1,4}\d{4}-\d{1,4}|\d{1,3}\.\d{1,3}\.\d{1,3})(?![\d/])[.:)]?\s*(.*)$",
    re.S,
)
_RUNNING = re.compile(r"^((?:(?!Q\d)[A-Z]{1,4}[.-]?)?\d{1,4}[A-Za-z]?)[.):]?\s*(?=[A-Z(“‘\"'])(.*)$", re.S)
_SUB_HEADING = re.compile(r"^(\d{1,3})\.(\d{1,2})\.?\s+([A-Z][^\n]{2,90}(?<![.;:,])(?:\n.*)?)$", re.S)
_ROMAN = re.compile(r"^([IVXL]{1,6})[.)]\s+([A-Z].*)$", re.S)
_ROMANS = [roman(number).upper() for number in range(1, 26)]
_LONE = re.compile(r"^(\d{1,4}[A-Za-z]?)[.)]?$")
_ITEM_LINE = re.compile(
    r"^[(\[]?\s*(?:agenda )?item(?: no\.?)?(?:\s*(\d[\dA-Za-z.]*)|\s+([A-Za-z]\d?))\s*[)\]]?$", re.I
)
_ITEM_TAIL = re.compile(
    r"\s*[(\[]\s*(?:agenda )?item(?: no\.?)?(?:\s*(\d[\dA-Za-z.]*)|\s+([A-Za-z]\d?))\s*[)\]]\s*$", re.I
)
_ITEM_LEAD = re.compile(r"^item (?:no\.? ?)?(\d{1,3}[a-z]?)\s*[–:—-]\s*(\S.*)$", re.I)
_FURTHEST = 30  # numbers that may be left out of a count
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS_TITLE = re.compile(r"^((?:[^:.\n]|\bNos?\.){3,100}?)(?:(?<!\bNo)(?<!\bNos)[:.]-?\s+|\n)(?=\S)(.+)$", re.S)
_SHORT_TITLE = re.compile(r"^[^.:]{3,90}[:.]\s|^[^\n]{3,120}\n")  # words may go on behind it
_LONGEST_HEADING = 220  # characters of a title without such an end, unless it is bold


_HIGHEST_ALONE = 20  # the number of a minute that has no other beside it


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A block that begins with a number, and so may be a heading."""

    index: int  # of the block
    place: float  # in the count
    ref: str
    rest: str  # the words behind the number


@dataclass(frozen=True, slots=True)
class Heading:
    """A minute's heading, in the blocks from `first` up to and without `last`."""

    first: int
    last: int
    ref: str  # the minute's number as printed, "" where it has none
    title: str
    item: str | None  # the agenda item's number as printed
    has_body: bool  # the heading's block goes on with the minute's words
    words: str = ""  # those words


def find_headings(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of the minutes in these blocks, in order; none where no way of numbering is seen."""
    slash = _slash_headings(blocks)
    if len(slash) >= 2:
        return slash
    items = _item_headings(blocks)
    running = _running_headings(blocks)
    if len(items) >= 2:
        numbered = {heading.first for heading in running}
        if len(running) > len(items) and numbered >= {heading.first for heading in items}:
            return running  # some minutes name their item and some do not
        return [*_before_numbers(blocks, items[0].first), *items]
    if items and (not running or items[0].first < running[0].first):
        return items  # one item whose own paragraphs run 1, 2, 3
    if len(running) >= 2:
        return _with_sub_headings(blocks, running)
    roman = _roman_headings(blocks)
    if len(roman) > 2 and len(items) < 2:
        return roman
    return items or slash or [heading for heading in running if not _is_alone(heading)]


def _is_alone(heading: Heading) -> bool:
    """Whether a paper's only number is too high to be the first of a numbering: a house's ("301 Water Street"), a count."""
    return heading.ref.isdigit() and int(heading.ref) > _HIGHEST_ALONE


def _before_numbers(blocks: Sequence[Block], end: int) -> list[Heading]:
    """Headings without a number above the first numbered minute, each over a paragraph that its minute numbers 1."""
    found = []
    for i in range(end - 1):
        block = blocks[i]
        if block.kind is BlockKind.HEADING and re.match(r"^\(?1[.)]\s", blocks[i + 1].text):
            found.append(Heading(i, i + 1, "", block.text.replace("\n", " ").strip(" :*–-"), None, False))
    return found


def _slash_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings whose numbers have a slash or two parts: "5/24", "C.61/23", "R2024-040"."""
    found = []
    for i, block in enumerate(blocks):
        match = _SLASH.match(block.text) if block.kind is not BlockKind.ROW else None
        if match and (len(match[2]) <= _LONGEST_HEADING or block.bold or _SHORT_TITLE.match(match[2])):
            found.append(heading_at(blocks, i, match[1].strip(), match[2]))
    return _of_one_scheme(found)


def _of_one_scheme(found: list[Heading]) -> list[Heading]:
    """The headings with the commonest letters before their numbers: others are the numbers of planning applications."""
    letters = [re.sub(r"[^A-Za-z].*$", "", heading.ref) for heading in found]
    usual, count = Counter(letters).most_common(1)[0] if letters else ("", 0)
    if count < 3 or count <= len(found) / 2:
        return found
    return [heading for heading, own in zip(found, letters, strict=True) if own == usual]


def heading_at(blocks: Sequence[Block], i: int, ref: str, rest: str) -> Heading:
    """The heading at block i from its number and what stands behind it; where nothing does, the next block is its title."""
    item = None
    last = i + 1
    title = rest.strip()
    if not title and last < len(blocks) and _could_be_title(blocks[last]):
        title = blocks[last].text.replace("\n", " ")
        last += 1
    words = ""
    # A bold title carries no words of the minute; a plain line may ("2846. Police Report: No report.").
    plain = not blocks[i].bold and blocks[i].kind is not BlockKind.HEADING
    if plain and last == i + 1 and not title.isupper() and (parted := _ENDS_TITLE.match(title)):
        title, words = parted[1], parted[2]
    tail = _ITEM_TAIL.search(title)
    if tail:
        item, title = tail[1] or tail[2], title[: tail.start()]
    elif last < len(blocks) and (line := _ITEM_LINE.match(blocks[last].text)):
        item = line[1] or line[2]
        last += 1
    return Heading(i, last, ref, title.strip(" :*–-"), item, bool(words), words)


def _could_be_title(block: Block) -> bool:
    return block.kind in {BlockKind.HEADING, BlockKind.TEXT} and len(block.text) <= 240 and not block.text.endswith(".")


def _item_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings that name their agenda item: "Item 4: Roads", "Roads (Item 4)", or "(Item 4)" below the title.

    A number before the title is the minute's; where there is none its number is "Item 4".
    """
    found = []
    for i, block in enumerate(blocks):
        line = _ITEM_LINE.match(block.text)
        lead = _ITEM_LEAD.match(block.text) if block.kind is not BlockKind.ROW and len(block.text) < 200 else None
        tail = None if line or lead else _ITEM_TAIL.search(block.text)
        if lead:
            found.append(Heading(i, i + 1, f"Item {lead[1]}", lead[2].strip(), lead[1], False))
        elif line and i:
            first, title = _title_above(blocks, i)
            if len(title) <= 260:
                found.append(_item_heading(first, i + 1, title, line[1] or line[2]))
        elif tail and len(block.text) < 260:
            title = block.text[: tail.start()].replace("\n", " ")
            found.append(_item_heading(i, i + 1, title, tail[1] or tail[2]))
    return found


def _title_above(blocks: Sequence[Block], i: int) -> tuple[int, str]:
    """The title over a line "(Item 4)" with its first block's index: one block, or two where a bold title is wrapped."""
    first = i - 1
    title = blocks[first].text.replace("\n", " ")
    wrapped = first and blocks[first].bold and blocks[first - 1].bold and len(title) < 90
    if wrapped and not _RUNNING.match(title) and _RUNNING.match(blocks[first - 1].text):
        first -= 1
        title = f"{blocks[first].text} {title}".replace("\n", " ")
    return first, title


def _item_heading(first: int, last: int, title: str, item: str) -> Heading:
    number = _RUNNING.match(title)
    ref, title = (number[1], number[2]) if number else (f"Item {item}", title)
    return Heading(first, last, ref, title.strip(" :*"), item, False)


def _running_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings whose numbers run: the longest chain of numbered headings or lines that go up by one or two."""
    best: list[_Numbered] = []
    for prefix, found in _numbered(blocks).items():
        chain = [found[i] for i in longest_chain([numbered.place for numbered in found])]
        if len(chain) > max(len(best), 2 if prefix else 0):
            best = _with_jumps(blocks, chain, found)
    if len(best) == 1 and _YEAR.fullmatch(best[0].ref):
        return []
    return [heading_at(blocks, numbered.index, numbered.ref, numbered.rest) for numbered in best]


def _numbered(blocks: Sequence[Block]) -> dict[str, list[_Numbered]]:
    """The blocks that may be headings with running numbers, by the letters before the number."""
    found: dict[str, list[_Numbered]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if _is_listed(block):
            continue
        lone = _LONE.match(block.text)
        match = _RUNNING.match(block.text)
        if lone and i + 1 < len(blocks) and _could_be_title(blocks[i + 1]):
            found[""].append(_Numbered(i, place_in_count(lone[1]), lone[1], ""))
        elif match and (block.bold or block.kind is BlockKind.HEADING or _title_like(match[2])):
            prefix = re.sub(r"\W*\d.*$", "", match[1])
            found[prefix].append(_Numbered(i, place_in_count(match[1]), match[1], match[2]))
    return found


def _with_jumps(blocks: Sequence[Block], chain: list[_Numbered], found: Sequence[_Numbered]) -> list[_Numbered]:
    """The chain, and before and behind it what looks as all its headings do and goes on counting with numbers left out."""
    looks = {_look(blocks[numbered.index], numbered.rest) for numbered in chain}
    if len(chain) < 2 or len(looks) != 1 or looks == {None}:
        return chain
    alike = [numbered for numbered in found if _look(blocks[numbered.index], numbered.rest) in looks]
    out = list(chain)
    for numbered in alike:
        last = out[-1]
        if numbered.index > last.index and last.place < numbered.place <= last.place + _FURTHEST:
            out.append(numbered)
    for numbered in reversed(alike):
        first = out[0]
        if numbered.index < first.index and first.place - _FURTHEST <= numbered.place < first.place:
            out.insert(0, numbered)
    return out


def _look(block: Block, title: str) -> tuple[int, bool] | None:
    """How a heading is set apart from other lines: its rank, and whether it is in capitals; None where it is not."""
    rank = block.level if block.kind is BlockKind.HEADING else 0
    capitals = title.split("\n")[0].isupper()
    return (rank, capitals) if rank or capitals else None


def _with_sub_headings(blocks: Sequence[Block], found: list[Heading]) -> list[Heading]:
    """The headings with those of business inside them, "4.1 Road Grader", where the paper heads so twice and more."""
    subs: list[Heading] = []
    for heading, after in pairwise([*found, Heading(len(blocks), len(blocks), "", "", None, False)]):
        last = 0
        for i in range(heading.last, after.first):
            match = _SUB_HEADING.match(blocks[i].text)
            if not match or match[1] != heading.ref or _is_listed(blocks[i]):
                continue
            if int(match[2]) != last + 1 or i + 1 == len(blocks) or not blocks[i].after_gap and not blocks[i].bold:
                continue
            last += 1
            subs.append(heading_at(blocks, i, f"{match[1]}.{match[2]}", match[3]))
    return sorted([*found, *subs], key=lambda heading: heading.first) if len(subs) > 1 else found


def _is_listed(block: Block) -> bool:
    """Whether a block stands in a table, or in a list inside a list."""
    return block.kind is BlockKind.ROW or block.kind is BlockKind.ITEM and block.level > 1


def _roman_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings that count I, II, III."""
    found: list[Heading] = []
    for i, block in enumerate(blocks):
        match = _ROMAN.match(block.text) if block.kind is not BlockKind.ROW else None
        if match is None or len(found) == len(_ROMANS) or match[1] != _ROMANS[len(found)]:
            continue
        if block.bold or _title_like(match[2]):
            found.append(heading_at(blocks, i, match[1], match[2]))
    return found


def _title_like(text: str) -> bool:
    """Whether the words behind a number are a title: a short line without a sentence's end, or a few words that end."""
    first_line = text.split("\n")[0]
    if len(first_line) <= 120 and not first_line.rstrip().endswith((".", ";", ",")):
        return True
    return bool(re.match(r"^[^:.]{3,80}[:.]-?(?:\s|$)", text))
