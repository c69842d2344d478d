"""What is numbered inside a minute or an agenda's section, by the number that it is cited by. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.minutes.heading import Heading, line_like
from corpus.minutes.numbers import Numbered, best_run, places_of, roman_place
from corpus.minutes.romans import numbered_inside, roman_sections
from corpus.models import AgendaItem, Block, BlockKind

_LETTER = re.compile(r"^\(?([a-z])[.)](?:\s+|(?=[A-Z]))(\S.*)$", re.S)
_GOES_ON = re.compile(r"[.!?][\"”’')]*\s+[A-Z“\"]")  # one sentence and another
_PAGES_BEHIND = re.compile(r"[\s.…]*\(?\b(?:pages?|pp?\.)\s*(\d{1,4}(?:\s*[-–]\s*\d{1,4})?)\)?$", re.I)
_COUNTED = re.compile(r"^\(?(\d{1,3}(?:\.\d{1,3}){0,3})[.)]?(?:\s|(?=[A-Z]))")
_CODED = re.compile(r"^[A-Z]\d{1,3}\.\d")
_DECIMAL = re.compile(r"\.(\d{1,2})[.)]?(?:\s|(?=[A-Z]))")  # behind the minute's own number
_CAPITAL = re.compile(r"^([A-Z])[.)]\s+(\S.*)$", re.S)
_LEADS_IN = re.compile(r"(?:[:;–-]|\b(?:that|to|and|or))\s*$")
_LEAST_LETTERS = 2
_LONGEST_TOPIC = 110  # characters of a topic's title


def refs_inside(blocks: Sequence[Block], headings: Sequence[Heading]) -> dict[int, str]:
    """By block, the number that its paragraph and those below are cited by, where it is not that of a heading.

    Minutes give their `headings`; an agenda has none, and is read by its sections: "II.1" under "II." and "1.". A paragraph
    of minute 4 that prints "4.2" is cited by it.
    """
    sections = [heading for heading in headings if "." not in heading.ref] if headings else roman_sections(blocks)
    if sections and all(roman_place(heading.ref) for heading in sections):
        found = {i: ref for i, (ref, _) in numbered_inside(blocks, sections).items()}
        return found if headings else {**{section.first: section.ref for section in sections}, **found}
    return {
        **_letters_inside(blocks, headings),
        **_capitals_inside(blocks, headings),
        **_decimals_inside(blocks, headings),
    }


def _decimals_inside(blocks: Sequence[Block], headings: Sequence[Heading]) -> dict[int, str]:
    """The paragraphs that print their minute's number and their own behind a full stop ("4.2"), counting up."""
    end = Heading(len(blocks), len(blocks), "", "", None, False)
    found: dict[int, str] = {}
    for heading, after in pairwise([*headings, end]):
        if not heading.ref[-1:].isdigit():
            continue
        last, behind = 0, len(heading.ref)
        for i in range(heading.last, after.first):
            begins = blocks[i].text.startswith(heading.ref)
            match = _DECIMAL.match(blocks[i].text, behind) if begins and blocks[i].kind is not BlockKind.ROW else None
            if match and last < int(match[1]) <= last + 3:
                last = int(match[1])
                found[i] = f"{heading.ref}.{match[1]}"
    return found


def counted_paragraphs(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks whose first number goes on with a count of two and more; that of a house, an hour or a telephone does not."""
    found = []
    for i, block in enumerate(blocks):
        match = _COUNTED.match(block.text) if block.kind is not BlockKind.ROW else None
        if match:
            found.append(Numbered(i, places_of(match[1]), match[1], ""))
    run = best_run(found)
    coded = {i for i, block in enumerate(blocks) if _CODED.match(block.text)}
    return frozenset(coded | {one.index for one in run if len(run) > 1})


def sectioned_items(blocks: Sequence[Block]) -> list[AgendaItem]:
    """An agenda's business under sections that count I, II, III: each section, and what is numbered inside ("II.1").

    None where the sections number nothing anew.
    """
    sections = roman_sections(blocks)
    inside = numbered_inside(blocks, sections) if sections else {}
    if not inside:
        return []
    found = {section.first: (section.ref, section.title) for section in sections} | inside
    return [_agenda_item(ref, words.split("\n")[0]) for _, (ref, words) in sorted(found.items())]


def _agenda_item(ref: str, words: str) -> AgendaItem:
    printed = _PAGES_BEHIND.search(words)
    title = words[: printed.start()] if printed else words
    return AgendaItem(ref, title.strip(), re.sub(r"\s*[-–]\s*", "-", printed[1]) if printed else None)


def _capitals_inside(blocks: Sequence[Block], headings: Sequence[Heading]) -> dict[int, str]:
    """The business inside numbered items that capital letters count, A., B., over titles: "5.B".

    They begin anew in each item, or run on through all.
    """
    end = Heading(len(blocks), len(blocks), "", "", None, False)
    found: dict[int, str] = {}
    last = "@"  # of all items; the sign before A
    for heading, after in pairwise([*headings, end]):
        if not heading.ref.isdigit():
            continue
        own = "@"  # of this item
        for i in range(heading.last, after.first):
            match = _CAPITAL.match(blocks[i].text) if blocks[i].kind is not BlockKind.ROW else None
            if match and line_like(match[2]) and ord(match[1]) - 1 in {ord(own), ord(last)}:
                own = last = match[1]
                found[i] = f"{heading.ref}.{own}"
    return found if len(found) > 1 else {}


def _letters_inside(blocks: Sequence[Block], headings: Sequence[Heading]) -> dict[int, str]:
    """The topics of a minute that letters count, a), b), c), each with words of its own, behind or below: "2(c)".

    A list that a line leads in to is none, nor one that comes behind other words unless its letters stand before titles.
    """
    end = Heading(len(blocks), len(blocks), "", "", None, False)
    found: dict[int, str] = {}
    for heading, after in pairwise([*headings, end]):
        marked = list(_lettered(blocks, heading.last, after.first)) if heading.ref and not heading.has_body else []
        if len(marked) < _LEAST_LETTERS or _LEADS_IN.search(blocks[marked[0][0] - 1].text):
            continue
        told = 2 * sum(bool(_GOES_ON.search(words)) for _, _, words in marked) >= len(marked)
        spoken = told or any(i + 1 < after.first and _speaks(blocks[i + 1]) for i, _, _ in marked)
        titles = sum(line_like(words) and len(words) <= _LONGEST_TOPIC for _, _, words in marked)
        if spoken and (marked[0][0] == heading.last or 2 * titles > len(marked)):
            found |= {i: f"{heading.ref}({letter})" for i, letter, _ in marked}
    return found


def _lettered(blocks: Sequence[Block], first: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The blocks from `first` to `end` that letters count from a on, with their letters and words."""
    following = "a"
    for i in range(first, end):
        match = _LETTER.match(blocks[i].text) if blocks[i].kind is not BlockKind.ROW else None
        if match and match[1] == following:
            following = chr(ord(following) + 1)
            yield i, match[1], match[2]


def _speaks(block: Block) -> bool:
    """Whether a block is a paragraph, neither one of a list nor a row."""
    return block.kind is BlockKind.TEXT and not _LETTER.match(block.text)
