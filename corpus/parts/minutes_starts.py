"""Where minutes begin. Pure."""

import re
from collections.abc import Sequence

from corpus.authorities import people_that_met
from corpus.bodies import body_of
from corpus.dates import find_day_months, first_date
from corpus.models import Block, BlockKind, PartKind
from corpus.parts.part_headings import (
    AGENDA,
    LONGEST_TITLE,
    PRESENT,
    REPORT_TO,
    as_title,
    body_near,
    is_short,
    page_breaks,
)
from corpus.parts.part_scan import PartScan, Start, first_of_heading
from corpus.text_probe import says_any

_MINUTES = re.compile(
    r"^(?:#\s*)?(?:draft\s+|unconfirmed\s+|printed\s+|public\s+)*"
    r"(?:minutes\b|minute of (?:the )?(?:\w+ ){0,3}meeting\b|cofnodion\b|"
    r"proceedings of the\b|extracts? (?:of|from) (?:the )?minutes\b|"
    r"notes? of (?:a |the )?(?:[\w’'&-]+ ){0,6}(?:meeting|committee|panel|board|group|forum)\b|record of proceedings\b)",
    re.I,
)
_MINUTES_LATER = re.compile(
    r"^(?!\W*\d+[.)]?\s)[^.;:]{3,90}?[\s:,–—/|·-]+(?:draft |unconfirmed )?minutes\b(?!\s+(?:before|after|per|of the last))",
    re.I,
)
_OF_MINUTES = ("minute", "cofnodion", "proceedings", "extract", "note")  # every such heading has one
_LONGEST_HEADING = 399  # characters
_NAMED = re.compile(r"^(?:[\w’'-]+ ){1,6}minutes$", re.I | re.M)  # a line that is a title: "Regular Meeting Minutes"
_OF_EARLIER = re.compile(r"^minutes of (?:the )?(?:previous|last)\b", re.I)  # the title of an item
_LONE_WORD = re.compile(r"^minutes\b.{0,12}$", re.I)
_ITEM_NOTE = re.compile(r"\(\s*(?:agenda )?item\s*\w+\s*\)", re.I)
_CONFIRMED = re.compile(r"\b(?:agreed|approved|confirmed|noted|correct record)\b", re.I)
_TO_APPROVE = re.compile(r"\b(?:approval|confirmation|adoption) of (?:the )?(?:\w+ )?minutes\b", re.I)
_MINUTES_TEXT = re.compile(
    r"\b(?:agreed|approved|confirmed|noted|signed|received|were|was|be|to confirm|circulated|matters arising|"
    r"correct record|the minutes|previous meeting|last meeting)\b",
    re.I,
)
_STATE = re.compile(r"^(?:approved|confirmed|adopted|final)\s+(?=(?:\w+ ){0,3}minutes\b)", re.I)  # "Approved Minutes"
_SECOND_TITLE = 6  # blocks that a heading may take
_A_MEETING = re.compile(
    r"^(?:minutes of (?:the )?)?(?:[\w’'&-]+ ){1,8}(?:meeting|session)\b(?: of (?:the )?[\w ’'&-]{3,60})?(?:,.*| (?:held|minutes|on)\b.*)?$",
    re.I,
)
_OTHER_MEETING = re.compile(
    r"\b(?:next|last|previous|future|forthcoming|following|other|dates?|approv\w+|confirm\w+|report|matters|notes?|resum\w+|closed|private|executive|public)\b",
    re.I,
)
_CLOSED = re.compile(
    r"\bmeeting\b.{0,40}\b(?:adjourned|ended|closed|concluded|finished)\b|\badjourned\b.{0,40}\bmeeting\b", re.I
)
_HOUR = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|a\.m|p\.m|noon)\b", re.I)
_TO_ORDER = re.compile(r"\bcalled\b.{0,120}?\bto order\b|\b(?:opened|convened) the meeting\b", re.I)
_COUNTED = re.compile(r"^(\d{1,3})[.)]?(?:\s|$)")
_LEAST_ABOVE = 3
_LONGEST_HEAD = 480  # characters
_CALLED_BY = 14  # blocks
_ATTENDED = re.compile(
    r"^(?:yn )?presennol\b|^sederunt\b|^(?:committee |board |panel )?(?:members? )?(?:present|in attendance|attendance|attendees|attending)\b",
    re.I,
)


def minutes_start(scan: PartScan, i: int) -> Start | None:
    """The minutes whose heading stands at block i, or None; titled as printed where that names their body."""
    if _is_headed(text := _from_the_word(scan.blocks[i].text)) and _is_minutes_heading(scan.blocks, i):
        if _is_of_open_minutes(scan, i):
            return None
        first = first_of_heading(scan, i)
        body = body_near(scan.blocks, first) or people_that_met(text)
        line = text.split("\n")[0][:LONGEST_TITLE]
        named = body is None or body.lower() in line.lower() and len(line) < 100
        return Start(first, PartKind.MINUTES, line if named else f"Minutes of {body}", body, named_at=i)
    if scan.inside is not PartKind.MINUTES and _is_bare_heading(scan.blocks, i):
        body = body_near(scan.blocks, i)
        return Start(i, PartKind.MINUTES, f"Minutes of {body}", body, named_at=i)
    return None


def _is_headed(text: str) -> bool:
    """Whether a block is short enough for a heading, and says minutes."""
    if len(text) > _LONGEST_HEADING or not says_any(text, _OF_MINUTES):
        return False
    return _MINUTES.match(text) is not None or _MINUTES_LATER.match(text) is not None


def further_meeting(scan: PartScan, i: int) -> Start | None:
    """The minutes of a second meeting in one paper, whose heading stands at block i of open minutes; or None.

    A line that is set apart names a meeting or session; its day or hour and those present, its call to order or a count
    that begins anew stand right below.
    """
    current, blocks = scan.current, scan.blocks
    if current is not None and current.kind is not PartKind.MINUTES:
        return None
    if len(blocks[i].text) > _LONGEST_HEAD or not says_any(blocks[i].text, ["meeting", "session"]):
        return None
    name = next((line for line in blocks[i].text.split("\n")[:4] if _A_MEETING.match(line)), None)
    if name is None or not _is_set_apart(scan, i) or _OTHER_MEETING.search(blocks[i].text):
        return None
    first = current.index if current else 0
    anew = _counts_anew(blocks, first, i)
    closed = i - first > 2 and any(_CLOSED.search(block.text) for block in blocks[first + 1 : i])
    if i - first <= _SECOND_TITLE and not closed and not anew or not _is_under_way(scan, i):
        return None
    ahead = blocks[i : i + 5]
    timed = any(len(block.text) < 200 and (first_date(block.text) or _HOUR.search(block.text)) for block in ahead[:4])
    if not (timed and _opens(blocks[i + 1 : i + 8]) or anew):
        return None
    return Start(
        i, PartKind.MINUTES, as_title(name), body_near(blocks, i) or (current.body if current else None), named_at=i
    )


def _is_under_way(scan: PartScan, i: int) -> bool:
    """Whether a meeting is told of here: in open minutes, or in a paper that began with its call to order."""
    if scan.current is not None:
        return True
    return any(_TO_ORDER.search(block.text) for block in scan.blocks[: min(i, _CALLED_BY)])


def _is_set_apart(scan: PartScan, i: int) -> bool:
    block = scan.blocks[i]
    lines = block.text.split("\n")
    if block.kind in {BlockKind.ROW, BlockKind.ITEM} or len(lines) > 4 or max(map(len, lines)) > 120:
        return False
    return block.kind is BlockKind.HEADING or block.bold or lines[0].isupper() or scan.breaks(i)


def _opens(blocks: Sequence[Block]) -> bool:
    """Whether these blocks begin a meeting: they tell who is present, or that it was called to order."""
    return any(PRESENT.match(line) or _TO_ORDER.search(line) for block in blocks for line in block.text.split("\n"))


def _counts_anew(blocks: Sequence[Block], first: int, i: int) -> bool:
    """Whether the first number below block i is 1, where numbers went on to 3 and more between `first` and i."""
    above = [int(match[1]) for block in blocks[first:i] if (match := _COUNTED.match(block.text))]
    below = next((int(match[1]) for block in blocks[i + 1 : i + 5] if (match := _COUNTED.match(block.text))), None)
    return below == 1 and bool(above) and above[-1] >= _LEAST_ABOVE


def _from_the_word(text: str) -> str:
    """A block of short lines from the one that begins with "minutes" on; others as they are."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    i = next((i for i, line in enumerate(lines[:4]) if _MINUTES.match(line)), 0)
    return "\n".join(lines[i:]) if all(len(line) < 120 for line in lines[: i + 1]) else text


def opens_minutes(blocks: Sequence[Block], i: int) -> bool:
    """Whether the first word of block i is "minutes" and it heads them."""
    return bool(_MINUTES.match(blocks[i].text)) and _is_minutes_heading(blocks, i)


def _is_minutes_heading(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line that says "minutes" heads them: no sentence about minutes, and those present or a date below."""
    text = _from_the_word(blocks[i].text)
    if (
        _begins_business(blocks[:i])
        or _OF_EARLIER.match(text)
        or _LONE_WORD.match(text)
        and i > 3
        and not _opens_page(blocks, i)
    ):
        return False
    if _is_about_minutes(text):
        return False
    present = any(PRESENT.match(block.text) for block in blocks[i : i + 10])
    dated = bool(first_date(" ".join(block.text for block in blocks[i : i + 3])))
    if _MINUTES.match(text):
        return present or dated
    top = i < 6 or any(block.ends_above for block in blocks[i - 1 : i + 1])
    return top and (present or bool(_NAMED.search(text)) and dated) and len(text) < 250


def _begins_business(above: Sequence[Block]) -> bool:
    """Whether the blocks right above are those of a meeting under way, whose next title is no paper's."""
    return any(_TO_ORDER.search(block.text) for block in above[-4:])


def _is_about_minutes(text: str) -> bool:
    """Whether a line says something of other minutes ("Minutes of the last meeting were agreed")."""
    after_of = re.sub(r"^.*?\bof (?:a |the )?(?:\w+ )?meetings? of the\b", "", text, count=1, flags=re.I)
    rest = re.sub(r"^.*?minutes", "", text, count=1, flags=re.I)[:80]
    if _TO_APPROVE.search(text):
        return True
    if len(after_of) == len(text) and _MINUTES_TEXT.search(rest) and not body_of(text):
        return True
    return bool(_CONFIRMED.search(_STATE.sub("", text)[:160]))


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
    if i - current.index > _SECOND_TITLE and _is_whole_head(blocks[i].text):
        return False
    near = " ".join(block.text for block in [*blocks[max(i - 1, 0) : i], *blocks[i + 1 : i + 2]])
    if i - current.index <= 6 or _ITEM_NOTE.search(near):
        return True
    attended = any(_ATTENDED.match(block.text) for block in blocks[i + 1 : i + 6]) and is_short(blocks[i])
    return not _breaks_near(scan, i) and not attended


def _breaks_near(scan: PartScan, i: int) -> bool:
    """Whether a page ends above block i, or a rule or form feed parts the short lines over it from what is above."""
    above = range(max(i - 2, 1), i)
    return scan.breaks(i) or any(scan.blocks[j].ends_above and all(map(is_short, scan.blocks[j:i])) for j in above)


def _is_whole_head(text: str) -> bool:
    """Whether lines that stand together are a whole heading: the word minutes, the body and the day, each on its own."""
    lines = text.split("\n")
    word = any(_LONE_WORD.fullmatch(line) for line in lines)
    return word and len(lines) > 2 and any(map(body_of, lines)) and any(map(first_date, lines))


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
