"""Sections that count I, II, III, and what is numbered anew inside each: "II.1", "IVA.B". Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.minutes.heading import Heading, heading_at, is_set_apart, line_like, stands_over_title, title_like
from corpus.minutes.numbers import Numbered, best_run, roman_place
from corpus.models import Block, BlockKind

_SECTION = re.compile(r"^([IVXL]{1,6}[AB]?)[.):]\s+(?=[A-Z\d(“‘\"'])(.*)$", re.S)
_LONE = re.compile(r"^([IVXL]{1,6}[AB]?)\.$")
_SUB = re.compile(r"^(\d{1,3}|[A-Z])[.)]\s+(.*)$", re.S)
_LONGEST_SUB = 100  # characters of a title inside a section
_LEAST, _LEAST_SET_APART = 3, 2  # sections


def roman_sections(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of sections that count I, II, III; none where fewer than three run on."""
    run = best_run(list(_sections(blocks)))
    least = _LEAST_SET_APART if all(one.set_apart for one in run) else _LEAST
    return [heading_at(blocks, one.index, one.ref, one.rest) for one in run] if len(run) >= least else []


def _sections(blocks: Sequence[Block]) -> Iterator[Numbered]:
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.ROW:
            continue
        lone = _LONE.match(block.text)
        if lone and i + 1 < len(blocks) and stands_over_title(blocks[i + 1]) and (place := roman_place(lone[1])):
            yield Numbered(i, (place,), lone[1], "", set_apart=True)
        elif (match := _SECTION.match(block.text)) and (place := roman_place(match[1])):
            apart = is_set_apart(block, match[2])
            if apart or title_like(match[2]):
                yield Numbered(i, (place,), match[1], match[2], set_apart=apart)


def numbered_inside(blocks: Sequence[Block], sections: Sequence[Heading]) -> dict[int, tuple[str, str]]:
    """By block, the number of what is numbered inside a section, the section's before it ("II.1"), and its words.

    Only where each section begins anew with 1 or A: numbers that run on through all sections stand by themselves.
    """
    end = Heading(len(blocks), len(blocks), "", "", None, False)
    found: dict[int, tuple[str, str]] = {}
    firsts = 0
    for section, after in pairwise([*sections, end]):
        runs = [list(_subs(blocks, section, after.first, digits=digits)) for digits in (True, False)]
        runs = [run for run in runs if run]
        if not runs:
            continue
        run = min(runs, key=lambda run: run[0][0])  # what comes first holds the other
        firsts += 1
        found |= {i: (f"{section.ref}.{mark}", words) for i, mark, words in run}
    return found if firsts > 1 or found and not _runs_through(blocks, sections) else {}


def _subs(blocks: Sequence[Block], section: Heading, end: int, *, digits: bool) -> Iterator[tuple[int, str, str]]:
    """The blocks of a section that count on from its first, 1 or A, with their marks and words."""
    last = 0
    for i in range(section.last, end):
        match = None if blocks[i].kind is BlockKind.ROW else _SUB.match(blocks[i].text)
        if match is None or match[1].isdigit() is not digits:
            continue
        place = int(match[1]) if digits else ord(match[1]) - ord("A") + 1
        if place == last + 1:
            last = place
            yield i, match[1], match[2]


def _runs_through(blocks: Sequence[Block], sections: Sequence[Heading]) -> bool:
    """Whether paragraphs are numbered on from section to section."""
    numbers = [int(match[1]) for block in blocks if (match := re.match(r"^(\d{1,3})[.)]\s", block.text))]
    return len(sections) > 1 and len(numbers) > 3 and sorted(set(numbers)) == numbers


def sub_headings(blocks: Sequence[Block], inside: dict[int, tuple[str, str]]) -> list[Heading]:
    """Those numbered inside a section that are titles: on a line of their own, without a sentence's end."""
    return [
        heading_at(blocks, i, ref, words)
        for i, (ref, words) in inside.items()
        if line_like(words) and len(words.split("\n")[0]) <= _LONGEST_SUB
    ]
