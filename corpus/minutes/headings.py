"""The headings of minutes, with their numbers as printed. Pure.

A minute's number ("5/24", "299.") and its agenda item's ("(Item 8)") are two things. How minutes are numbered differs by
council and is found for each part: numbers with a slash, letter codes, running numbers, item lines, or roman numbers.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.minutes.codes import code_headings, codes_behind, count_of_one_letter
from corpus.minutes.heading import Heading, heading_at, is_set_apart, item_number, item_tail
from corpus.minutes.romans import numbered_inside, roman_sections, sub_headings
from corpus.minutes.running import running_headings
from corpus.models import Block, BlockKind

__all__ = ["Heading", "find_headings", "heading_at"]

_SLASH = re.compile(
    r"^((?:[A-Z]{1,4}[ ./-]?)?\d{1,4}/\d{2,4}(?:[/-]\d{1,4}){0,2}[A-Z]?|\d{1,2}/\d\d/\d\d/\d{1,3}|[A-Z]{1,4}\d{4}-\d{1,4}|\d{1,3}\.\d{1,3}\.\d{1,3})(?![\dA-Za-z/])[.:)]?\s*(.*)$",
    re.S,
)
_LAST_NUMBER = re.compile(r"^(.*[/-])(\d{1,4})$")
_RUNNING = re.compile(r"^((?:(?!Q\d)[A-Z]{1,4}[.-]?)?\d{1,4}[A-Za-z]?)[.):]?\s*(?=[A-Z(“‘\"'])(.*)$", re.S)
_ITEM_LEAD = re.compile(r"^item (?:no\.? ?)?(\d{1,3}[a-z]?)\s*[–:—-]\s*(\S.*)$", re.I)
_LABELLED = re.compile(
    r"^((?:article|resolution|motion|minute|order))(?: (?:no\.?|number))? ?(\d{1,4}(?:[-/]\d{1,4})?[A-Z]?)\b[.:]?(?:\s+(?:[–—-]\s+)?(\S.*))?$",
    re.I | re.S,
)
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_SHORT_TITLE = re.compile(r"^[^.:]{3,90}[:.]\s|^[^\n]{3,120}\n")  # words may go on behind it
_LONGEST_HEADING = 220  # characters of a title without such an end, unless it is bold
_HIGHEST_ALONE = 20  # the number of a minute that has no other beside it


def find_headings(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of the minutes in these blocks, in order; none where no way of numbering is seen."""
    slash = _slash_headings(blocks)
    if len(slash) >= 2 and not _are_dotted(slash):
        return slash
    running = running_headings(blocks)
    if len(slash) >= max(2, len(running)):
        return slash
    items = _item_headings(blocks)
    if len(items) >= 2:
        numbered = {heading.first for heading in running}
        if len(running) > len(items) and numbered >= {heading.first for heading in items}:
            return running  # some minutes name their item and some do not
        return [*_before_numbers(blocks, items[0].first), *items]
    sections = roman_sections(blocks)
    if sections and (len(running) < 2 or sections[0].first < running[0].first):
        subs = sub_headings(blocks, numbered_inside(blocks, sections))
        return sorted([*sections, *subs], key=lambda heading: heading.first)
    codes = code_headings(blocks)
    if len(codes) > len(running) and (
        len(running) < 2 or codes[0].first < running[0].first or not codes[0].ref.isalpha()
    ):
        return codes
    if items and (not running or items[0].first < running[0].first):
        return items  # one item whose own paragraphs run 1, 2, 3
    if len(running) >= 2:
        return sorted([*running, *_in_private(blocks, running)], key=lambda heading: heading.first)
    return (
        items
        or codes_behind(blocks)
        or _labelled_headings(blocks)
        or slash
        or [one for one in running if not _is_alone(one)]
    )


def _in_private(blocks: Sequence[Block], running: Sequence[Heading]) -> list[Heading]:
    """The business that a letter counts from 1 behind the numbers: "E1", "E2" after "7", set apart as they are."""
    last = running[-1].first
    if not all(is_set_apart(blocks[heading.first], heading.title) for heading in running):
        return []
    return [heading for heading in count_of_one_letter(blocks) if heading.first > last]


def _are_dotted(headings: Sequence[Heading]) -> bool:
    """Whether all numbers are of the form 7.1.1, which a count 7, 7.1, 7.1.1 holds as well."""
    return all(_DOTTED.fullmatch(heading.ref) for heading in headings)


def _is_alone(heading: Heading) -> bool:
    """Whether a paper's only number is too high to be the first of a numbering: a house's ("301 Water Street"), a count."""
    return heading.ref.isdigit() and int(heading.ref) > _HIGHEST_ALONE


def _labelled_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings like "ARTICLE 4. Roads" or "RESOLUTION NO. 2025-118": a word that says what is numbered, and the number."""
    found = []
    for i, block in enumerate(blocks):
        match = _LABELLED.match(block.text) if block.kind is not BlockKind.ROW else None
        if match and (match[3] or len(block.text) < 60):
            title = match[3] or block.text
            found.append((match[1].lower(), replace(heading_at(blocks, i, match[2], title), last=i + 1)))
    if not found:
        return []
    usual, count = Counter(label for label, _ in found).most_common(1)[0]
    return [heading for label, heading in found if label == usual] if count > 1 else []


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
    found: list[Heading] = []
    for i, block in enumerate(blocks):
        match = _SLASH.match(block.text) if block.kind is not BlockKind.ROW else None
        short = match and (len(match[2]) <= _LONGEST_HEADING or block.bold or _SHORT_TITLE.match(match[2]))
        if match and (short or found and _is_next(found[-1].ref, match[1])):
            found.append(heading_at(blocks, i, match[1].strip(), match[2]))
    return _of_one_scheme(found)


def _is_next(above: str, ref: str) -> bool:
    """Whether a number follows another: "R2024-041" behind "R2024-040"."""
    last, own = _LAST_NUMBER.match(above), _LAST_NUMBER.match(ref)
    return bool(last and own and last[1] == own[1] and int(own[2]) == int(last[2]) + 1)


def _of_one_scheme(found: list[Heading]) -> list[Heading]:
    """The headings with the commonest letters before their numbers: others are the numbers of planning applications."""
    letters = [re.sub(r"[^A-Za-z].*$", "", heading.ref) for heading in found]
    usual, count = Counter(letters).most_common(1)[0] if letters else ("", 0)
    if count < 3 or count <= len(found) / 2:
        return found
    return [heading for heading, own in zip(found, letters, strict=True) if own == usual]


def _item_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings that name their agenda item: "Item 4: Roads", "Roads (Item 4)", or "(Item 4)" below the title.

    A number before the title is the minute's; where there is none its number is "Item 4". Items that the minutes count
    themselves, "ITEM 1:", "ITEM 2:", have the number alone.
    """
    found, leads = [], 0
    for i, block in enumerate(blocks):
        line = item_number(block)
        lead = _ITEM_LEAD.match(block.text) if block.kind is not BlockKind.ROW and len(block.text) < 200 else None
        tail = None if line or lead else item_tail(block.text)
        leads += bool(lead)
        if lead:
            found.append(Heading(i, i + 1, f"Item {lead[1]}", lead[2].strip(), lead[1], False))
        elif line and i:
            first, title = _title_above(blocks, i)
            if len(title) <= 260:
                found.append(_item_heading(first, i + 1, title, line))
        elif tail and len(block.text) < 260:
            found.append(_item_heading(i, i + 1, tail[0].replace("\n", " "), tail[1]))
    if leads == len(found) > 1 and [heading.item for heading in found] == [str(n + 1) for n in range(leads)]:
        return [replace(heading, ref=heading.item or heading.ref) for heading in found]
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
