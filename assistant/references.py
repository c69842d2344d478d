"""References as clerks write them and members say them. Pure."""

import re

from corpus.dates import long_date
from corpus.models import PartKind
from index.models import Placed

_PART_NAMES = {
    PartKind.AGENDA: "Agenda",
    PartKind.MINUTES: "Minutes",
    PartKind.REPORT: "Report",
    PartKind.APPENDIX: "Appendix",
    PartKind.TRACKER: "Action tracker",
    PartKind.WORK_PROGRAMME: "Work programme",
    PartKind.FORWARD_PLAN: "Forward plan",
    PartKind.SLIDES: "Slides",
    PartKind.LEGAL: "Legal notes",
    PartKind.QUESTIONS: "Questions and answers",
    PartKind.AMENDMENT: "Motion or amendment",
    PartKind.DECISION_RECORD: "Record of decision",
}


def short_reference(place: Placed) -> str:
    """ "Minute 7/24, 8 January 2024", "Report, paragraph 4.10, 25 March 2024": what to say aloud."""
    part, ref = place.part, place.paragraph.ref
    pieces = [_numbered(part.kind, ref)]
    if part.meeting.date:
        pieces.append(long_date(part.meeting.date))
    return ", ".join(pieces) + (" (draft)" if part.draft else "")


_SPOKEN = re.compile(
    rf"((?:{'|'.join(('Minute', 'Item', 'Question', *_PART_NAMES.values()))})\b[^:\n]{{0,80}}): (?=\S)", re.I
)


def parted(line: str) -> tuple[str, str]:
    """A line of an answer as the reference that opens it and the words behind; ("", line) where none does."""
    found = _SPOKEN.match(line)
    return (found[1], line[found.end() :]) if found else ("", line)


_PRINTED = re.compile(
    r"(?:question\s+|item\s+)?(?P<open>\()?(?P<number>\w{1,4}(?:[./]\w{1,4})*)(?P<close>[.:)]*)\s+(?=\S)", re.I
)


def unnumbered(words: str, ref: str | None) -> str:
    """A paragraph's words without its bullet, and without its printed number where that ends `ref`.

    A number that could be the sentence's own ("16 members voted") stays.
    """
    words = re.sub(r"^[•▪●◦‣]\s*", "", words)
    found = _PRINTED.match(words)
    if not ref or not found or found["number"].lower() != re.findall(r"[\w./]+", ref)[-1].lower():
        return words
    rest = words[found.end() :]
    parted_off = found["close"] or (not found["number"].isalnum() and re.match(r"[A-Z“\"'‘(]", rest))
    return rest if parted_off else words


def _numbered(kind: PartKind, ref: str | None) -> str:
    name = _PART_NAMES[kind]
    if not ref:
        return name
    if kind is PartKind.MINUTES:
        return ref if ref.startswith("Item ") else f"Minute {ref}"
    if re.match(r"question", ref, re.I):
        return ref
    if kind in {PartKind.FORWARD_PLAN, PartKind.TRACKER}:
        return f"{name}, entry {ref}"
    return f"{name}, {'item' if kind is PartKind.AGENDA else 'paragraph'} {ref}"
