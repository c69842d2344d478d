"""Which lines are headings of sections, and which labels ("RESOLVED:"). Pure."""

import re
from collections.abc import Sequence

from corpus.dates import find_dates, find_day_months
from corpus.models import Block, BlockKind, PartKind
from corpus.paragraphs.list_state import ListState
from corpus.paragraphs.statement_kind import is_vote
from corpus.readers.people_labels import names_people

NUMBER = re.compile(
    r"^(\(?\d{1,3}(?:\.\d{1,3}){1,3}\.?|\d{1,3}[.)]|\(\d{1,3}\)|[A-Z]?\d{1,3}(?:\.\d{1,3})+)(?:\s+|(?=[A-Z]))(.*)$",
    re.S,
)
_BARE_NUMBER = re.compile(r"^(\d{1,2})\s+(?=[A-Z])(.*)$", re.S)
_ON_ITS_LINE = re.compile(r"^(\d{1,2})[ \t]+(?=[A-Z])")
_QUESTION_HEAD = re.compile(
    r"^(?:question (?:no\.? ?)?\d+|question by\b|question from\b|answer|reply|response|supplementary question)\b.{0,140}$",
    re.I | re.S,
)
_ENDED = re.compile(r"\bmeeting (?:ended|closed|concluded|finished|terminated)\b", re.I)
_RECORDS = re.compile(r"^(?!.*\b(?:is|are|was|were|will|has|have|follows?|following|that|to):?\b)[A-Z][^.:;]{2,70}:$")
_ASKS = re.compile(r"^\d{1,2}\.?\s+[A-Z][^.;:]{8,100}\?$")  # "3 How does this help the Mere?"
_DECIDES = re.compile(r"^(?:it was |the \w+ )?(?:resolved|agreed|noted)\b.{12,}", re.I | re.S)
_LABEL = re.compile(
    r"^(?:it was )?(?:(?:resolved|penderfynwyd|recommendations?|recommended|decision|actions?)\s*(?:unanimously)?\s*(?:that|to)?\s*[:.\-–]*|"
    r"(?:agreed|noted)\s*(?:unanimously)?\s*(?:that|to)?\s*[:\-–]*)$",
    re.I,
)

_NO_TITLE = re.compile(r"[.;:,!?]$|@|https?:|\b\d{5,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIME_OR_SUM = re.compile(r"\b(?:19|20)\d\d\b.*\b(?:am|pm|a\.m|p\.m)\b|^[£\d]")
_PRESENT = re.compile(r"\bpresent\b|^present|apologies", re.I)
_NAMES_SOMEBODY = re.compile(
    r"^(?:councillors?|cllrs?|mr|mrs|ms|dr|contact|tel|e-?mail|portfolio|wards?|chair|vice)\b", re.I
)
_UNENDED = re.compile(r"\b(?:and|or|the|of|to|for|with)$|[£$€] ?\d[\d,.]*$")


def is_label(text: str) -> bool:
    """Whether a line says nothing but what kind of statement follows ("RESOLVED:")."""
    return bool(_LABEL.match(text))


def is_heading(state: ListState, blocks: Sequence[Block], i: int) -> bool:
    """Whether block i is the heading of a section: styled as one, or a short line over a longer one."""
    block = blocks[i]
    text = block.text
    if state.in_minute and (is_vote(text) or _DECIDES.match(text) or _ENDED.search(text)):
        return False
    if _heads_by_words(state, text):
        return True
    if names_people(text):
        return False
    if block.kind is BlockKind.HEADING:
        return len(text) < 250
    if block.kind is not BlockKind.TEXT or "\n" in text or len(text) > 110 or _NO_TITLE.search(text):
        return block.bold and _is_bold_title(text)
    if _TIME_OR_SUM.search(text) and not _BARE_NUMBER.match(text) and not NUMBER.match(text):
        return False
    if block.bold and not _PRESENT.search(text):
        return True
    return _stands_over(blocks, i)


def _heads_by_words(state: ListState, text: str) -> bool:
    """Whether a line heads a section by its words alone: a question in a report, a label of a record, "Question 3"."""
    if not state.in_minute and _ASKS.match(text) and len(text.split()) <= 14:
        return True
    if state.kind is PartKind.DECISION_RECORD:
        return bool(_RECORDS.match(text))
    return state.kind is PartKind.QUESTIONS and bool(_QUESTION_HEAD.match(text))


def _is_bold_title(text: str) -> bool:
    """Whether a bold line that does not look like a title still is one: no sentence, no date, one line."""
    return len(text) < 160 and not re.search(r"[.;]$", text) and not _YEAR.search(text) and "\n" not in text


def _stands_over(blocks: Sequence[Block], i: int) -> bool:
    """Whether block i is a few words with a capital or number first, under a gap and over longer words or a list."""
    block = blocks[i]
    text = block.text
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    if below is None or not block.after_gap or len(text) > 90 or not text[:1].isupper() and not text[:1].isdigit():
        return False
    if _NAMES_SOMEBODY.match(text) or _UNENDED.search(text):
        return False
    return len(text.split()) <= 12 and (len(below.text) > len(text) or below.kind in {BlockKind.ITEM, BlockKind.ROW})


def open_section(state: ListState, text: str) -> None:
    """Note in the state that a section with this heading opens.

    It ends what a line above introduced, but not an open resolution of a minute that numbers its paragraphs.
    """
    number = NUMBER.match(text) or _BARE_NUMBER.match(text)
    state.section = text
    if number and not state.in_minute and not find_dates(text) and not find_day_months(text):
        printed = number[1].strip("().")
        if state.counts and not _is_slip(printed, state.number):
            state.number = printed
    question = re.match(r"^question (?:no\.? ?)?(\d+)", text, re.I)
    if state.kind is PartKind.QUESTIONS and question:
        state.number = f"Question {question[1]}"
    if state.scope is None or state.style is None:
        state.close()
    state.parents.clear()


def is_next_item(state: ListState, text: str) -> bool:
    """Whether a line of an agenda begins with the number behind the last item's, without a full stop: "3 Roads"."""
    number = _ON_ITS_LINE.match(text) if state.kind is PartKind.AGENDA and (state.number or "").isdigit() else None
    return number is not None and int(number[1]) == int(state.number or 0) + 1


def _is_slip(printed: str, section: str | None) -> bool:
    """Whether a heading's number belongs to an earlier section than the one it stands in: "1.1.1" below "1.3".

    A word processor that starts its third level anew prints it. A reader who looks for 1.1.1 turns to 1.1 and does not
    find it; so what stands below is of 1.3.
    """
    above, inside = (section or "").split("."), printed.split(".")
    if len(inside) != 3 or len(above) < 2 or not all(part.isdigit() for part in (*above, *inside)):
        return False
    return inside[0] == above[0] and int(inside[1]) < int(above[1]) and inside[2] == "1"
