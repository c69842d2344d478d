"""Where minutes begin. Pure."""

import re
from collections.abc import Sequence

from corpus.bodies import body_of
from corpus.dates import find_day_months, first_date
from corpus.models import Block, PartKind
from corpus.parts.part_headings import AGENDA, LONGEST_TITLE, PRESENT, REPORT_TO, body_near, is_short, page_breaks
from corpus.parts.part_scan import PartScan, Start, first_of_heading
from corpus.text_probe import says_any

_MINUTES = re.compile(
    r"^(?:#\s*)?(?:draft\s+|unconfirmed\s+|printed\s+|public\s+)*"
    r"(?:minutes\b|minute of (?:the )?(?:\w+ ){0,3}meeting\b|cofnodion\b|notes of (?:a|the) meeting\b|record of proceedings\b)",
    re.I,
)
_MINUTES_LATER = re.compile(
    r"^(?!\W*\d+[.)]?\s)[^.;:]{3,90}?[\s:,–-]+(?:draft |unconfirmed )?minutes\b(?!\s+(?:before|after|per|of the last))",
    re.I,
)
_NAMED = re.compile(r"^(?:[\w’'-]+ ){1,6}minutes$", re.I | re.M)  # a line that is a title: "Regular Meeting Minutes"
_OF_EARLIER = re.compile(r"^minutes of (?:the )?(?:previous|last)\b", re.I)  # the title of an item
_LONE_WORD = re.compile(r"^minutes\b.{0,12}$", re.I)
_ITEM_NOTE = re.compile(r"\(\s*(?:agenda )?item\s*\w+\s*\)", re.I)
_CONFIRMED = re.compile(r"\b(?:agreed|approved|confirmed|noted|correct record)\b", re.I)
_MINUTES_TEXT = re.compile(
    r"\b(?:agreed|approved|confirmed|noted|signed|received|were|was|be|to confirm|circulated|matters arising|"
    r"correct record|the minutes|previous meeting|last meeting)\b",
    re.I,
)
_ATTENDED = re.compile(
    r"^(?:yn )?presennol\b|^sederunt\b|^(?:committee |board |panel )?(?:members? )?(?:present|in attendance|attendance|attendees|attending)\b",
    re.I,
)


def minutes_start(scan: PartScan, i: int) -> Start | None:
    """The minutes whose heading stands at block i, or None; titled as printed where that names their body."""
    text = _from_the_word(scan.blocks[i].text)
    headed = bool(_MINUTES.match(text) or says_any(text[:200], ["minutes"]) and _MINUTES_LATER.match(text))
    if len(text) < 400 and headed and _is_minutes_heading(scan.blocks, i):
        if _is_of_open_minutes(scan, i):
            return None
        first = first_of_heading(scan, i)
        body = body_near(scan.blocks, first)
        line = text.split("\n")[0][:LONGEST_TITLE]
        named = body is None or body.lower() in line.lower() and len(line) < 100
        return Start(first, PartKind.MINUTES, line if named else f"Minutes of {body}", body, named_at=i)
    if scan.inside is not PartKind.MINUTES and _is_bare_heading(scan.blocks, i):
        body = body_near(scan.blocks, i)
        return Start(i, PartKind.MINUTES, f"Minutes of {body}", body, named_at=i)
    return None


def _from_the_word(text: str) -> str:
    """A block of short lines from the one that begins with "minutes" on; others as they are."""
    lines = text.split("\n")
    i = next((i for i, line in enumerate(lines[:4]) if _MINUTES.match(line)), 0)
    return "\n".join(lines[i:]) if all(len(line) < 120 for line in lines[: i + 1]) else text


def opens_minutes(blocks: Sequence[Block], i: int) -> bool:
    """Whether the first word of block i is "minutes" and it heads them."""
    return bool(_MINUTES.match(blocks[i].text)) and _is_minutes_heading(blocks, i)


def _is_minutes_heading(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line that says "minutes" heads them: no sentence about minutes, and those present or a date below."""
    text = _from_the_word(blocks[i].text)
    if _OF_EARLIER.match(text) or _LONE_WORD.match(text) and i > 3 and not _opens_page(blocks, i):
        return False
    if _is_about_minutes(text):
        return False
    present = any(PRESENT.match(block.text) for block in blocks[i : i + 10])
    dated = bool(first_date(" ".join(block.text for block in blocks[i : i + 3])))
    if _MINUTES.match(text):
        return present or dated
    return i < 6 and (present or bool(_NAMED.search(text)) and dated) and len(text) < 250


def _is_about_minutes(text: str) -> bool:
    """Whether a line says something of other minutes ("Minutes of the last meeting were agreed")."""
    after_of = re.sub(r"^.*?\bof (?:a |the )?(?:\w+ )?meetings? of the\b", "", text, count=1, flags=re.I)
    rest = re.sub(r"^.*?minutes", "", text, count=1, flags=re.I)[:80]
    if len(after_of) == len(text) and _MINUTES_TEXT.search(rest) and not body_of(text):
        return True
    return bool(_CONFIRMED.search(text[:160]))


def _opens_page(blocks: Sequence[Block], i: int) -> bool:
    """Whether the lone word "minutes" stands at the top of a page, a date and those present below it."""
    top = i - 1 if i > 1 and body_of(blocks[i - 1].text) else i  # its body's name may stand above it
    ahead = blocks[i + 1 : i + 9]
    dated = any(first_date(block.text) and len(block.text) < 120 for block in ahead[:4])
    return page_breaks(blocks[top - 1], blocks[top]) and dated and any(_ATTENDED.match(block.text) for block in ahead)


def _is_of_open_minutes(scan: PartScan, i: int) -> bool:
    """Whether a heading belongs to the minutes already open: their second title line, or the title of a minute."""
    current = scan.current
    if current is None or current.kind is not PartKind.MINUTES:
        return False
    blocks = scan.blocks
    near = " ".join(block.text for block in [*blocks[max(i - 1, 0) : i], *blocks[i + 1 : i + 2]])
    if i - current.index <= 6 or _ITEM_NOTE.search(near):
        return True
    attended = any(_ATTENDED.match(block.text) for block in blocks[i + 1 : i + 6]) and is_short(blocks[i])
    return not scan.breaks(i) and not attended


def _is_bare_heading(blocks: Sequence[Block], i: int) -> bool:
    """Whether a body's name heads minutes without that word: a date and those present below, on the same page."""
    if not is_short(blocks[i]) or body_of(blocks[i].text) is None:
        return False
    if any(AGENDA.search(block.text) or REPORT_TO.match(block.text) for block in blocks[max(i - 3, 0) : i + 4]):
        return False
    ahead = [blocks[i]]
    for above, block in zip(blocks[i : i + 6], blocks[i + 1 : i + 7], strict=False):
        if page_breaks(above, block) or _MINUTES.match(block.text):
            break
        ahead.append(block)
    if not any(first_date(b.text) or find_day_months(b.text) and len(b.text) < 90 for b in ahead[:4]):
        return False
    return any(_ATTENDED.match(block.text) for block in ahead)
