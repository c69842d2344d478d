"""What a part's own heading says: its body and date, whether it is a draft, why its meeting was not held. Pure."""

import re
from collections.abc import Iterator, Sequence

from corpus.bodies import body_of, is_council_name, is_whole_board
from corpus.dates import date_by_weekday, find_dates, first_date
from corpus.models import Block, BlockKind

HEAD = 14  # blocks that a part's heading may take
LONGEST_TITLE = 200  # characters kept of a part's title

LABELS = re.compile(
    r"^(subject|report title|title of report|director|contact officer|lead officer|report author|author|"
    r"wards?(?:\(s\))?(?: affected)?|portfolios?|from|to|by|date of meeting|meeting date|classification|"
    r"report of|purpose of report|portfolio holder|past pathway|future pathway|electoral divisions?|key decision)\b"
    r"\s*(?::|\||$|all\b|\()",
    re.I,
)
REPORT_TO = re.compile(r"^report (?:to|for)\b(?!.{0,60}\b(?:of|by)\b.{0,40}\.$)", re.I)
AGENDA = re.compile(
    r"^\W*(?:\d(?:st|nd|rd|th) )?(?:(?:amended|revised|supplementary|supplemental|final|draft|public|council)[ )]+){0,2}(?:a ?g ?e ?n ?d ?a(?!\s+items?\b)|summons|order paper|business paper|notice of meeting)\b|\bmeeting to be held on\b|\bagenda for a\b|\bnotice is hereby given\b|"
    r"^a (?:\w+ )?meeting of the .{0,120}\bwill be held\b",
    re.I,
)
PRESENT = re.compile(
    r"^(?:#\s*)?(?:(?:committee |board |panel )?(?:members? )?(?:present|in attendance|attendance|attending|apologies|"
    r"attendees|roll call)\b|(?:[\w’'\u00c0-\u017f]+ ){1,3}(?:/ )?present\s*:|councillors? (?:present|circulated)|also present|councillors?\b|cllrs?\b|sederunt\b|(?:yn )?presennol\b|ymddiheuriadau\b)",
    re.I,
)
APPENDIX = re.compile(
    r"^(?:appendix|annex|schedule|attachment|exhibit|enclosure)\s+[\"“']?(?:[A-Z]|\d{1,2}(?:\.\d{1,2})*|[ivx]+)\b", re.I
)
DECISION_RECORD = re.compile(
    r"\brecord of (?:an? |the )?(?:executive |officer |cabinet member |delegated )?decisions?\b|\bdecision (?:record|notice)\b",
    re.I,
)
WORK_PROGRAMME = re.compile(
    r"\bwork(?:ing)? (?:programme|program|plan)\b(?:\s+(?:for\s+)?\d{4}\s*[-/–]\s*\d{2,4})?\s*$", re.I
)
_MEETING_OF = re.compile(
    r"\bmeetings? of (?:the )?((?:[\w’'&]+,? ){1,9}?(?:Board|Committee|Panel|Cabinet|Council|Forum))\b"
    r"(?!\s+(?:House|Chamber|Offices?)\b)"
)
_BOARD_MEETING = re.compile(  # of an organisation with one board, which has no name of its own
    r"^(?:(?:minutes|agenda) (?:of|for) )?(?:the |a )?(?:(?:open|regular|special|ordinary|monthly) )*board (?:of trustees )?(?:open |regular )?meeting\b"
    r"|^minutes of (?:the |a )?(?:\w+ )?meeting of the board(?! of\b)\b",
    re.I,
)
_MEETING_LABEL = re.compile(
    r"^(?:(?:title|name) of (?:the )?)?(?:meeting|committee|body|group)\s*(?::\s*\|?|\|)\s*(\D{4,120})$", re.I
)
_DASH = re.compile(r"\s+[–—-]\s+")
_AUTHORITY = re.compile(r"\b(?:Authority|District|County|\w+ Council)$")
_REPORT_OF_TO = re.compile(r"^(?:joint )?report (?:of|by|from) .{3,80}? to (?:the )?(\D{4,80})\d", re.I)
_TIME_LABEL = re.compile(r"^(?:time|venue|place|location)\b", re.I)
_RULE = re.compile(r"[_=]{3,}")
_CALLED = re.compile(r"\bcalled\b.{0,120}?\bto order\b", re.I)
_NOT_ITS_DAY = re.compile(
    r"\b(?:approved|adopted|confirmed|posted|published|printed|updated|issued|revised|next meeting)\b", re.I
)
_PERIOD = re.compile(
    r"\d{4}\s+(?:to|until|[–-])\s+(?=\d(?!\d?(?:[:.]\d\d)?\s*[ap]\.?m|\d?:)|[A-Z])"
)  # "1 October 2025 to 31 January 2026"
_FOR_A_MEETING = re.compile(
    r"^(?:to|date of meeting|meeting date|meeting|report (?:to|for)|date|decision date)\b", re.I
)
_A_MINUTE = re.compile(r"^\(?(?:\d{1,4}(?:/\d{2,4}|[.):])|\d{1,3}\s+[A-Z])")
_DRAFT = re.compile(
    r"^\W*draft\b(?! (?:budget|strategy|plan|policy|response|code|programme))|\bdraft minutes\b|\bunconfirmed\b|\bunapproved\b|"
    r"\bsubject to (?:approval|confirmation)\b|\bto be (?:approved|confirmed) at the next meeting\b",
    re.I,
)
_CANCELLED = re.compile(
    r"\bmeeting (?:was|is|has been|had been) (?:therefore )?cancelled\b|^\W*(?:meeting )?cancelled\b", re.I
)
_NO_QUORUM = re.compile(r"\b(?:not|in)[ -]?quorate\b|\bno quorum\b|\b(?:lack|want|absence) of (?:a )?quorum\b", re.I)


def page_breaks(above: Block | None, block: Block) -> bool:
    """Whether a page ends between two blocks: another PDF page, a form feed or rule, two blank lines and more in a text."""
    if above is None or block.ends_above:
        return True
    if block.page is not None and above.page is not None:
        return block.page != above.page
    if block.line is not None and above.end_line is not None:
        return block.line - above.end_line > 3
    return False


def is_short(block: Block, most: int = 140) -> bool:
    """Whether a block could be a title: few words, no sentence's end."""
    return len(block.text) <= most and block.text.rstrip()[-1:] not in (".", ";") or block.kind is BlockKind.HEADING


def squash(text: str) -> str:
    """A title by its letters and digits alone, in lower case, so that two prints of it compare equal."""
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def item_key(title: str) -> str:
    """An agenda item's title as its paper repeats it: squashed, and without what stands in brackets."""
    return squash(re.sub(r"\([^()]*\)", "", title))


def as_title(text: str) -> str:
    """A block's words as a part's title: on one line, cut where they are long."""
    return text.replace("\n", " ")[:LONGEST_TITLE]


def body_near(blocks: Sequence[Block], i: int) -> str | None:
    """The body whose paper begins at block i, or None.

    By its label ("To: Cabinet"), else by its letterhead, else by running words ("a meeting of the Harbour Board"). In a
    letterhead the name of the whole council or board counts only where no committee, panel or cabinet is named.
    """
    for block in blocks[i : i + 8]:
        to = re.match(r"^(?:report )?to\s*:\s*\|?\s*([^.;]+)", block.text, re.I)
        if to and (body := body_of(to[1])):
            return body
    for block in blocks[i : i + 5]:
        label = _MEETING_LABEL.match(block.text) if block.kind is BlockKind.ROW else None
        if label and (body := next((body for name in _DASH.split(label[1]) if (body := body_of(name))), None)):
            return body
    named = [body for line in _letterhead(blocks[i : i + 5]) if (body := body_of(line))]
    if named and all(map(is_whole_board, named)):
        above = [_words(line) for line in _letterhead(blocks[i : i + 5])]
        further = (body for line in _letterhead(blocks[i + 5 : i + 8]) if (body := body_of(line)))
        named += [body for body in further if any(len(line) > 1 and line <= _words(body) for line in above)]
    if named:
        return min(named, key=_width)  # the first of the narrowest
    for block in blocks[i : i + 8]:
        match = _MEETING_OF.search(block.text[:300])
        if match and (body := body_of(match[1])):
            return body
    return "Board" if any(_BOARD_MEETING.match(line) for line in _letterhead(blocks[i : i + 5])) else None


def _words(name: str) -> set[str]:
    """The words of a name in lower case, without those that join them."""
    return set(re.findall(r"[^\W\d_]{2,}", name.lower())) - {"and", "of", "the", "for"}


def _width(body: str) -> tuple[bool, bool, bool]:
    """How much of an authority a body is: less for a committee than for a board, a council or the authority itself."""
    return is_council_name(body), bool(_AUTHORITY.search(body)), is_whole_board(body)


def _letterhead(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines above a paper's business that are no label, such as "Contact officer: ...", and no list item."""
    for block in blocks:
        if re.match(r"^\(?(?:\d{1,4}(?:/\d\d|[.)])|[A-Z][.)]\s)", block.text):
            return  # business has begun
        if block.kind is BlockKind.ITEM:
            continue
        for line in block.text.split("\n"):
            if meeting := _MEETING_LABEL.match(line):
                yield from reversed(_DASH.split(meeting[1]))
            elif not LABELS.match(line) or "|" in line:
                yield line


def report_date(head: Sequence[Block]) -> str | None:
    """The date of the meeting that a report is for: on its "To" line, beside the body's name or alone below it."""
    named = any(body_of(line) or REPORT_TO.match(line) for b in head[:6] for line in b.text.split("\n"))
    for block in head:
        text = block.text[:160] if REPORT_TO.match(block.text) else block.text
        stamp = None if _PERIOD.search(text) else first_date(text)
        if stamp is None or len(text) > 160 or re.match(r"^date of report|\bpublished\b", text, re.I):
            continue
        to = _REPORT_OF_TO.match(text)
        if (
            _FOR_A_MEETING.match(text)
            or body_of(text)
            or to
            and body_of(to[1])
            or named
            and len(text) < 60
            and not LABELS.match(text)
        ):
            return stamp
    return None


def agenda_date(head: Sequence[Block]) -> str | None:
    """The day of the meeting that an agenda is for, or None.

    Of several dates the one with a weekday, an hour, the word meeting or the body's name beside it.
    """
    best: tuple[int, str] | None = None
    for i, block in enumerate(head):
        text = block.text.replace("\n", " ")
        timed = i + 1 < len(head) and bool(_TIME_LABEL.match(head[i + 1].text))
        for found in [] if _PERIOD.search(text) else find_dates(text)[:2]:
            points = _meeting_points(text, text[max(0, found.start - 40) : found.end + 30]) + 4 * timed
            if best is None or points > best[0]:
                best = (points, found.iso)
    return best[1] if best and best[0] > -2 else None


def _meeting_points(text: str, near: str) -> int:
    """How much says that a date is that of the meeting: in the words near it, and in all its block's."""
    points = 2 * bool(re.search(r"day\b", near[:50], re.I))
    points += 2 * bool(re.search(r"\d\s*(?:am|pm|a\.m|p\.m|noon)", near, re.I))
    points += bool(re.search(r"\bmeeting\b", text, re.I)) + bool(body_of(text))
    points -= 3 * bool(re.match(r"^date:", text, re.I))
    return points - 3 * bool(re.search(r"\bminutes\b|\bpublished\b", text, re.I))


def minutes_date(blocks: Sequence[Block], start: int, title: int, end: int) -> str | None:
    """The date in the minutes' own heading, or None: from the line that says "minutes" on, else above it.

    `start`, `title` and `end` are block indexes: of the minutes' first, of that line, and behind the minutes. A weekday,
    day and month without a year get the one year named in the minutes whose calendar fits.
    """
    head: list[str] = []
    for block in blocks[title : min(title + 8, end)]:
        if head and _A_MINUTE.match(block.text) and not first_date(block.text[:40]) and not _is_letterhead(block):
            break
        head.append(_RULE.sub("", block.text.replace("\n", " "))[:300])
    for words in (" ".join(head), " ".join(b.text[:300] for b in blocks[start:title])):
        if stamp := first_date(words):
            return stamp
    if stamp := _further_down(blocks[title + 8 : min(title + 30, end)]):
        return stamp
    years = {int(year) for b in blocks[start:end] for year in re.findall(r"\b(?:19|20)\d\d\b", b.text)}
    return date_by_weekday(" ".join(head), years)


def _is_letterhead(block: Block) -> bool:
    """Whether a block that begins with a number is an address over the day of the meeting, each on its own line."""
    lines = _RULE.sub("", block.text).split("\n")
    return len(lines) > 2 and all(len(line) < 120 for line in lines) and any(first_date(line) for line in lines[1:])


def _further_down(blocks: Sequence[Block]) -> str | None:
    """The date on a line of a long heading, or beside the words that call the meeting to order; None below business."""
    for block in blocks:
        text = block.text
        if called := _CALLED.search(text):
            return first_date(text[called.start() :])
        if _A_MINUTE.match(text):
            return None
        if len(text) < 120 and not _NOT_ITS_DAY.search(text) and (stamp := first_date(text)):
            return stamp
    return None


def is_draft(head: Sequence[Block]) -> bool:
    """Whether a part's heading says that it is a draft, or not yet approved."""
    return any(_DRAFT.search(b.text) and len(b.text) < 200 for b in head[:6])


def why_not_held(body: Sequence[Block]) -> str:
    """Why a part's meeting was not held: "cancelled" or "not quorate" where it says so, else ""."""
    for block in body[:25]:
        text = block.text
        if len(text) < 200 and "cancelled" in text.lower() and _CANCELLED.search(text):
            return "cancelled"
        quorum = len(text) < 300 and "quor" in text.lower()
        if quorum and _NO_QUORUM.search(text) and not re.search(r"\bquorum (?:is|of|shall)\b", text, re.I):
            return "not quorate"
    return ""
