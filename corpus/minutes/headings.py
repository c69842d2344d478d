"""Minutes: their headings, numbers as printed, and sub-numbers. Pure.

A minute's number ("5/24", "299.") and its agenda item's ("(Item 8)") are two things. Schemes differ by
council and are found per part: numbers with a slash, running numbers, item lines, or headings alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from corpus.models import Block, BlockKind

_SLASH = re.compile(
    r"^((?:[A-Z]{1,4}[ ./-]?)?\d{1,4}/\d{2,4}(?:[/-]\d{1,4}){0,2}|\d{1,2}/\d\d/\d\d/\d{1,3}|[A-Z]{1,4}\d{4}-\d{1,4}|\d{1,3}\.\d{1,3}\.\d{1,3})(?![\d/])[.:)]?\s*(.*)$",
    re.S,
)
_RUNNING = re.compile(r"^((?:(?!Q\d)[A-Z]{1,4}[.-]?)?\d{1,4}[A-Za-z]?)[.):]?\s*(?=[A-Z(“‘\"'])(.*)$", re.S)
_SUB_HEADING = re.compile(r"^(\d{1,3})\.(\d{1,2})\.?\s+([A-Z][^\n]{2,90}(?<![.;:,])(?:\n.*)?)$", re.S)
_ROMAN = re.compile(r"^([IVXL]{1,6})[.)]\s+([A-Z].*)$", re.S)
_ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV".split()
_LONE = re.compile(r"^(\d{1,4}[A-Za-z]?)[.)]?$")
_ITEM_LINE = re.compile(
    r"^[(\[]?\s*(?:agenda )?item(?: no\.?)?(?:\s*(\d[\dA-Za-z.]*)|\s+([A-Za-z]\d?))\s*[)\]]?$", re.I
)
_ITEM_TAIL = re.compile(
    r"\s*[(\[]\s*(?:agenda )?item(?: no\.?)?(?:\s*(\d[\dA-Za-z.]*)|\s+([A-Za-z]\d?))\s*[)\]]\s*$", re.I
)
_ITEM_LEAD = re.compile(r"^item (?:no\.? ?)?(\d{1,3}[a-z]?)\s*[–:—-]\s*(\S.*)$", re.I)
_SUB = re.compile(r"^\(?(\d{1,3})[.)](?=\s)")
_FURTHEST = 30  # numbers that may be left out of a count
_LETTER = re.compile(r"^\(?([a-z]|[ivx]{1,4})[.)](?=\s)")


class _Numbered(NamedTuple):
    at: int  # its block
    place: float  # in the count
    ref: str
    rest: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A minute's heading: blocks `first` to `last` (exclusive) hold it; what stands behind it may be text."""

    first: int
    last: int
    ref: str
    title: str
    item: str | None
    has_body: bool  # the heading's block goes on with the minute's words
    words: str = ""  # those words


def find_headings(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of the minutes in these blocks, in order; empty where no scheme is seen."""
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
    return items or slash or running


def _before_numbers(blocks: Sequence[Block], end: int) -> list[Heading]:
    """Headings without a number above the first numbered minute, each over a paragraph that its minute numbers 1."""
    found = []
    for i in range(end - 1):
        block = blocks[i]
        if block.kind is BlockKind.HEADING and re.match(r"^\(?1[.)]\s", blocks[i + 1].text):
            found.append(Heading(i, i + 1, "", block.text.replace("\n", " ").strip(" :*–-"), None, False))
    return found


def _slash_headings(blocks: Sequence[Block]) -> list[Heading]:
    found = []
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.ROW:
            continue
        match = _SLASH.match(block.text)
        if (
            not match
            or len(match[2]) > 220
            and not block.bold
            and not re.match(r"^[^.:]{3,90}[:.]\s|^[^\n]{3,120}\n", match[2])
        ):
            continue
        found.append(heading_at(blocks, i, match[1].strip(), match[2]))
    return _of_one_scheme(found)


def _of_one_scheme(found: list[Heading]) -> list[Heading]:
    """The headings without those whose letters before the number are not the commonest: planning applications' numbers."""
    letters = [re.sub(r"[^A-Za-z].*$", "", heading.ref) for heading in found]
    usual, count = Counter(letters).most_common(1)[0] if letters else ("", 0)
    if count < 3 or count <= len(found) / 2:
        return found
    return [heading for heading, own in zip(found, letters, strict=True) if own == usual]


def heading_at(blocks: Sequence[Block], i: int, ref: str, rest: str) -> Heading:
    """A heading from its number and what stands behind it, the title on the next block where nothing does."""
    item = None
    last = i + 1
    title = rest.strip()
    if not title and last < len(blocks) and _could_be_title(blocks[last]):
        title = blocks[last].text.replace("\n", " ")
        last += 1
    has_body, words = False, ""
    # A bold title carries no words of the minute; a plain line may ("2846. Police Report: No report.").
    glued = re.match(r"^((?:[^:.\n]|\bNos?\.){3,100}?)(?:(?<!\bNo)(?<!\bNos)[:.]-?\s+|\n)(?=\S)(.+)$", title, re.S)
    if (
        glued
        and not title.isupper()
        and not blocks[i].bold
        and last == i + 1
        and blocks[i].kind is not BlockKind.HEADING
    ):
        title, has_body, words = glued[1], True, glued[2]
    tail = _ITEM_TAIL.search(title)
    if tail:
        item, title = tail[1] or tail[2], title[: tail.start()]
    elif last < len(blocks) and (line := _ITEM_LINE.match(blocks[last].text)):
        item = line[1] or line[2]
        last += 1
    return Heading(i, last, ref, title.strip(" :*–-"), item, has_body, words)


def _could_be_title(block: Block) -> bool:
    return block.kind in {BlockKind.HEADING, BlockKind.TEXT} and len(block.text) <= 240 and not block.text.endswith(".")


def _item_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Titles with "(Item 4)" below: the number before the title, or "Item 4" where there is none."""
    found = []
    for i, block in enumerate(blocks):
        line = _ITEM_LINE.match(block.text)
        lead = _ITEM_LEAD.match(block.text) if block.kind is not BlockKind.ROW and len(block.text) < 200 else None
        if lead:
            found.append(Heading(i, i + 1, f"Item {lead[1]}", lead[2].strip(), lead[1], False))
            continue
        tail = None if line else _ITEM_TAIL.search(block.text)
        if line and i:
            first = i - 1
            title = blocks[first].text.replace("\n", " ")
            if (
                first
                and blocks[first].bold
                and blocks[first - 1].bold
                and not _RUNNING.match(title)
                and len(title) < 90
                and _RUNNING.match(blocks[first - 1].text)
            ):
                first -= 1
                title = f"{blocks[first].text} {title}".replace("\n", " ")
            if len(title) > 260:
                continue
            last = i + 1
        elif tail and len(block.text) < 260:
            first, last, title, line = i, i + 1, block.text[: tail.start()].replace("\n", " "), tail
        else:
            continue
        number = _RUNNING.match(title)
        item = line[1] or line[2]
        ref, title = (number[1], number[2]) if number else (f"Item {item}", title)
        found.append(Heading(first, last, ref, title.strip(" :*"), item, False))
    return found


def _running_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Numbers that run: the longest chain of numbered headings or lines that go up by one or two."""
    candidates: dict[str, list[_Numbered]] = defaultdict(list)  # by the letters before the number
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.ROW or block.kind is BlockKind.ITEM and block.level > 1:
            continue
        lone = _LONE.match(block.text)
        match = _RUNNING.match(block.text)
        if lone and i + 1 < len(blocks) and _could_be_title(blocks[i + 1]):
            candidates[""].append(_Numbered(i, _place(lone[1]), lone[1], ""))
        elif match and (block.bold or block.kind is BlockKind.HEADING or _title_like(match[2])):
            prefix = re.sub(r"\W*\d.*$", "", match[1])
            candidates[prefix].append(_Numbered(i, _place(match[1]), match[1], match[2]))
    best: list[_Numbered] = []
    for prefix, found in candidates.items():
        chain = [found[k] for k in longest_chain([one.place for one in found])]
        if len(chain) > max(len(best), 2 if prefix else 0):
            best = _with_jumps(blocks, chain, found)
    if len(best) == 1 and re.fullmatch(r"(?:19|20)\d\d", best[0].ref):
        return []  # a year
    return [heading_at(blocks, one.at, one.ref, one.rest) for one in best]


def _place(ref: str) -> float:
    """Where a number stands in a count, one with a letter behind the same without: 5, 5A, 5B, 6."""
    letter = ref[-1].lower() if ref[-1].isalpha() else ""
    return int(re.sub(r"\D", "", ref)) + (ord(letter) - ord("a") + 1) / 100 if letter else int(re.sub(r"\D", "", ref))


def _with_jumps(blocks: Sequence[Block], chain: list[_Numbered], found: Sequence[_Numbered]) -> list[_Numbered]:
    """The chain with what is set as its headings all are and goes on counting, though numbers between are left out."""
    looks = {_look(blocks[one.at], one.rest) for one in chain}
    if len(chain) < 2 or len(looks) != 1 or looks == {None}:
        return chain
    alike = [one for one in found if _look(blocks[one.at], one.rest) in looks]
    out = list(chain)
    for one in alike:
        if one.at > out[-1].at and out[-1].place < one.place <= out[-1].place + _FURTHEST:
            out.append(one)
    for one in reversed(alike):
        if one.at < out[0].at and out[0].place - _FURTHEST <= one.place < out[0].place:
            out.insert(0, one)
    return out


def _look(block: Block, title: str) -> tuple[int, bool] | None:
    """How a heading is set apart from other lines: its rank, and whether it is in capitals; None where it is not."""
    rank = block.level if block.kind is BlockKind.HEADING else 0
    shouts = title.split("\n")[0].isupper()
    return (rank, shouts) if rank or shouts else None


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
    return block.kind is BlockKind.ROW or block.kind is BlockKind.ITEM and block.level > 1


def _roman_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings that count I, II, III."""
    found: list[Heading] = []
    for i, block in enumerate(blocks):
        match = _ROMAN.match(block.text) if block.kind is not BlockKind.ROW else None
        if (
            match
            and len(found) < len(_ROMANS)
            and match[1] == _ROMANS[len(found)]
            and (block.bold or _title_like(match[2]))
        ):
            found.append(heading_at(blocks, i, match[1], match[2]))
    return found


def _title_like(text: str) -> bool:
    head = text.split("\n")[0]
    return (
        len(head) <= 120
        and not head.rstrip().endswith((".", ";", ","))
        or bool(re.match(r"^[^:.]{3,80}[:.]-?(?:\s|$)", text))
    )


def longest_chain(numbers: Sequence[float]) -> list[int]:
    """Indexes of the longest run of numbers that each go up by one or two (a number may repeat)."""
    best: list[int] = []
    for start in range(len(numbers)):
        chain = [start]
        for k in range(start + 1, len(numbers)):
            if 0 <= numbers[k] - numbers[chain[-1]] <= 2 and numbers[k] != numbers[chain[-1]]:
                chain.append(k)
        if len(chain) > len(best):
            best = chain
        if len(best) >= len(numbers) - start:
            break
    return best


def sub_number(text: str) -> str | None:
    """The number that a minute's own paragraph prints ("7)" or "7."), or None."""
    match = _SUB.match(text)
    return match[1] if match else None


def sub_letter(text: str) -> str | None:
    """The letter or roman number that a list item prints ("(a)", "ii."), or None."""
    match = _LETTER.match(text)
    return match[1] if match else None


def full_ref(ref: str, number: str | None, letter: str | None) -> str:
    """A reference to a paragraph inside a minute, as clerks write it: "306(6)", "Item 9, para 3(d)"."""
    if number is None:
        return ref
    letter = f"({letter})" if letter else ""
    return f"{ref}, para {number}{letter}" if ref.startswith("Item ") else f"{ref}({number})"
