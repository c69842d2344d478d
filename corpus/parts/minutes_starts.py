"""Where minutes begin. Pure."""

import re
from collections.abc import Sequence

from corpus.bodies import body_of
from corpus.dates import find_day_months, first_date
from corpus.models import Block, PartKind
from corpus.parts.part_headings import AGENDA, PRESENT, REPORT_TO, body_near, is_short, page_breaks
from corpus.parts.part_scan import Start, Walk, back
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
_MINUTES_TEXT = re.compile(
    r"\b(?:agreed|approved|confirmed|noted|signed|received|were|was|be|to confirm|circulated|matters arising|"
    r"correct record|the minutes|previous meeting|last meeting)\b",
    re.I,
)
_ATTENDED = re.compile(
    r"^(?:yn )?presennol\b|^sederunt\b|^(?:committee |board |panel )?(?:members? )?(?:present|in attendance|attendance|attendees|attending)\b",
    re.I,
)


def minutes_start(walk: Walk, i: int) -> Start | None:
    """The minutes whose heading stands here, or None; titled as printed where that names their body."""
    text = _from_the_word(walk.blocks[i].text)
    headed = bool(_MINUTES.match(text) or says_any(text[:200], ["minutes"]) and _MINUTES_LATER.match(text))
    if len(text) < 400 and headed and is_minutes_heading(walk.blocks, i):
        if _same_minutes(walk, i):
            return None
        first = back(walk, i)
        body = body_near(walk.blocks, first)
        line = text.split("\n")[0][:200]
        named = body is None or body.lower() in line.lower() and len(line) < 100
        return Start(first, PartKind.MINUTES, line if named else f"Minutes of {body}", body, named_at=i)
    if walk.inside is not PartKind.MINUTES and _is_bare_minutes_heading(walk.blocks, i):
        body = body_near(walk.blocks, i)
        return Start(i, PartKind.MINUTES, f"Minutes of {body}", body, named_at=i)
    return None


def _from_the_word(text: str) -> str:
    """A block of short lines from the one that begins with "minutes" on; others as they are."""
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines[:4]) if _MINUTES.match(line)), 0)
    return "\n".join(lines[at:]) if all(len(line) < 120 for line in lines[: at + 1]) else text


def opens_minutes(blocks: Sequence[Block], i: int) -> bool:
    """Whether a block's first word is "minutes" and it heads them."""
    return bool(_MINUTES.match(blocks[i].text)) and is_minutes_heading(blocks, i)


def is_minutes_heading(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line that says "minutes" heads them: no sentence about minutes, and those present or a date below."""
    text = _from_the_word(blocks[i].text)
    if (
        re.match(r"^minutes of (?:the )?(?:previous|last)\b", text, re.I)
        or re.match(r"^minutes\b.{0,12}$", text, re.I)
        and i > 3
        and not _opens_page(blocks, i)
    ):
        return False
    after_of = re.sub(r"^.*?\bof (?:a |the )?(?:\w+ )?meetings? of the\b", "", text, count=1, flags=re.I)
    rest = re.sub(r"^.*?minutes", "", text, count=1, flags=re.I)[:80]
    if len(after_of) == len(text) and _MINUTES_TEXT.search(rest) and not body_of(text):
        return False
    if re.search(r"\b(?:agreed|approved|confirmed|noted|correct record)\b", text[:160], re.I):
        return False
    present = any(PRESENT.match(b.text) for b in blocks[i : i + 10])
    if not _MINUTES.match(text):
        dated = bool(_NAMED.search(text)) and bool(first_date(" ".join(b.text for b in blocks[i : i + 3])))
        return i < 6 and (present or dated) and len(text) < 250
    return present or bool(first_date(" ".join(b.text for b in blocks[i : i + 3])))


def _opens_page(blocks: Sequence[Block], i: int) -> bool:
    """Whether the lone word "minutes" stands at the top of a page, a date and those present below it."""
    top = i - 1 if i > 1 and body_of(blocks[i - 1].text) else i  # its body's name may stand above it
    ahead = blocks[i + 1 : i + 9]
    dated = any(first_date(b.text) and len(b.text) < 120 for b in ahead[:4])
    return page_breaks(blocks[top - 1], blocks[top]) and dated and any(_ATTENDED.match(b.text) for b in ahead)


def _same_minutes(walk: Walk, i: int) -> bool:
    """Whether a heading belongs to the minutes already open: their second title line, or the title of a minute."""
    current = walk.current
    if current is None or current.kind is not PartKind.MINUTES:
        return False
    blocks = walk.blocks
    near = " ".join(block.text for block in [*blocks[max(i - 1, 0) : i], *blocks[i + 1 : i + 2]])
    if i - current.index <= 6 or re.search(r"\(\s*(?:agenda )?item\s*\w+\s*\)", near, re.I):
        return True
    again = any(_ATTENDED.match(b.text) for b in blocks[i + 1 : i + 6]) and is_short(blocks[i])
    return not walk.breaks(i) and not again


def _is_bare_minutes_heading(blocks: Sequence[Block], i: int) -> bool:
    """A body's name, a date and those present, without the word minutes, and no page's end between them."""
    if not is_short(blocks[i]) or body_of(blocks[i].text) is None:
        return False
    if any(AGENDA.search(b.text) or REPORT_TO.match(b.text) for b in blocks[max(i - 3, 0) : i + 4]):
        return False
    ahead = [blocks[i]]
    for above, block in zip(blocks[i : i + 6], blocks[i + 1 : i + 7], strict=False):
        if page_breaks(above, block) or _MINUTES.match(block.text):
            break
        ahead.append(block)
    if not any(first_date(b.text) or find_day_months(b.text) and len(b.text) < 90 for b in ahead[:4]):
        return False
    return any(_ATTENDED.match(b.text) for b in ahead)
