"""Headings whose numbers run: 1, 2, 3, and 9, 9.1, 9.2, 10 where the paper numbers so. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.minutes.heading import Heading, could_be_title, heading_at, is_listed, is_set_apart, line_like, title_like
from corpus.minutes.numbers import Numbered, best_run, places_of
from corpus.models import Block, BlockKind

_WHOLE = re.compile(r"^(\d{1,4}[A-Za-z]?)([.):]{0,2})\s*(?=[A-Z(“‘\"'])(.*)$", re.S)
_BEFORE_FIGURE = re.compile(r"^(\d{1,4}[A-Za-z]?)([.):])\s+(?=\d)(.*)$", re.S)  # "32. 25/01811/FUL", "3. 2026 BUDGET"
_DECIMAL = re.compile(r"^(\d{1,3}(?:\.\d{1,3}){1,3}[A-Za-z]?)[.):]?\s+(?=[A-Z\d(“‘\"'])(.*)$", re.S)
_BEHIND_FILE = re.compile(r"^\d{2,4}-\d{2,6}\s+(\d{1,3})([.)])\s+(.*)$", re.S)  # "05-1101 1. ROLL CALL"
_LONE = re.compile(r"^(\d{1,4}(?:\.\d{1,3}){0,3}[A-Za-z]?)[.)]?$")
_LEAST_ALIKE = 4  # headings of a run that look alike
_WORD = re.compile("[^\\W\\d_]{3}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def running_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Headings whose numbers run, with those of business inside them ("9.1"); none where only a year stands by itself."""
    found = list(_numbered(blocks))
    run = _without_loose_decimals(best_run(found))
    if len(run) == 1 and _YEAR.fullmatch(run[0].ref):
        return []
    numbered = sorted([*run, *_out_of_order(blocks, found, run)], key=lambda one: one.index)
    return [heading_at(blocks, one.index, one.ref, one.rest) for one in numbered]


def _out_of_order(blocks: Sequence[Block], found: Sequence[Numbered], run: Sequence[Numbered]) -> Iterator[Numbered]:
    """The numbered lines set apart as nearly all of a run are, which the clerk numbered wrongly: 6, 8, 7, 8.

    A list inside a minute counts from 1; what goes on counting so is none of them.
    """
    looks = Counter(_look(blocks[one.index], one.rest) for one in run)
    look, times = looks.most_common(1)[0] if looks else (None, 0)
    if look is None or times < _LEAST_ALIKE or times < 0.8 * len(run):
        return
    known = {one.index for one in run}
    following: float | None = None  # the next number of the open list
    for one in found:
        if one.index in known:
            following = None
        elif one.index > run[0].index and len(one.places) == 1:
            place = one.places[0]
            if place == 1 or place == following:
                following = place + 1
            elif _look(blocks[one.index], one.rest) == look:
                following = None
                yield one


def _look(block: Block, title: str) -> tuple[int, bool, bool] | None:
    """How a heading is set apart from other lines: its rank, whether it is bold and in capitals; None where it is not."""
    rank = block.level if block.kind is BlockKind.HEADING else 0
    look = (rank, block.bold, title.split("\n")[0].isupper())
    return look if any(look) else None


def _numbered(blocks: Sequence[Block]) -> Iterator[Numbered]:
    """The blocks that may be headings with running numbers."""
    title = -1  # the block below a number on a line of its own
    for i, block in enumerate(blocks):
        if is_listed(block) or i == title:
            continue
        text = block.text
        lone = _LONE.match(text)
        if lone and i + 1 < len(blocks) and could_be_title(blocks[i + 1]):
            apart = block.bold or text.endswith(".")
            title = i + 1 if apart else title
            yield Numbered(i, places_of(lone[1]), lone[1], "", set_apart=apart)
        elif decimal := _DECIMAL.match(text):
            apart = is_set_apart(block, decimal[2])
            if line_like(decimal[2]) and (apart or block.after_gap):
                yield Numbered(i, places_of(decimal[1]), decimal[1], decimal[2], set_apart=apart)
        elif whole := (filed := _BEHIND_FILE.match(text)) or _WHOLE.match(text) or _BEFORE_FIGURE.match(text):
            apart = is_set_apart(block, whole[3])
            if _WORD.search(whole[3]) and (apart or filed or title_like(whole[3])):
                yield Numbered(i, places_of(whole[1]), whole[1], whole[3], set_apart=apart)


def _without_loose_decimals(run: Sequence[Numbered]) -> list[Numbered]:
    """The run without the only number of its kind that has a full stop inside: one "4.1" numbers a paragraph."""
    decimals = [one for one in run if "." in one.ref]
    return [one for one in run if "." not in one.ref] if len(decimals) == 1 else list(run)
