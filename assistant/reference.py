"""References as clerks write them and members say them. Pure."""

import re

from corpus.dates import long_date
from corpus.models import PartKind
from index.catalogue import Placed

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
