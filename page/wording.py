"""How the page words things: dates, counts, references, statuses. British English, plain words."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.models import Answer, Citation, Mode, StoreStatus

STATUS_WORDS = {
    "discussion": "Discussion",
    "recommendation": "Recommendation – not a decision",
    "motion": "Motion – not a decision",
    "amendment": "Amendment proposed",
    "amendment-lost": "Amendment – lost",
    "resolution": "Resolution – decided",
    "noted": "Noted",
    "deferred": "Deferred – not decided",
    "withdrawn": "Withdrawn",
    "called-in": "Called in – decision under review",
    "vote": "Vote",
    "action": "Action",
    "planned": "Planned – not yet decided",
    "question": "Question asked",
    "answer": "Answer given",
    "attendance": "Attendance",
    "declaration": "Declaration of interest",
}
# The tone is a second sign beside the words, never the only one.
STATUS_TONES = {
    "resolution": "decided",
    "noted": "decided",
    "recommendation": "proposed",
    "motion": "proposed",
    "amendment": "proposed",
    "planned": "proposed",
    "deferred": "proposed",
    "called-in": "proposed",
    "amendment-lost": "lost",
    "withdrawn": "lost",
}
KIND_WORDS = {
    "agenda": "Agenda",
    "minutes": "Minutes",
    "report": "Report",
    "appendix": "Appendix",
    "tracker": "Action tracker",
    "work-programme": "Work programme",
    "forward-plan": "Forward plan",
    "slides": "Slides",
    "legal": "Legal notice",
    "questions": "Questions",
    "amendment": "Amendment",
    "decision-record": "Decision record",
}
_REF_WORDS = {"minutes": "Minute", "agenda": "Item", "decision-record": "Decision", "forward-plan": "Entry"}
_MONTHS = "January February March April May June July August September October November December".split()


def long_date(iso: str | None) -> str:
    """8 January 2024 for 2024-01-08; the text as it stands where it is no such date; "" for None."""
    if not iso:
        return ""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month(iso: str) -> str:
    """Mar 2024 for 2024-03-31: room is short on a chart."""
    return f"{_MONTHS[int(iso[5:7]) - 1][:3]} {iso[:4]}"


def counted(n: int, one: str, many: str | None = None) -> str:
    """1,204 paragraphs; 1 paper; 0 papers."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """a; a and b; a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def date_range(first: str | None, last: str | None) -> str:
    """8 January 2022 to 13 March 2025; one date where they are the same; "" where there is none."""
    if first == last or not last:
        return long_date(first)
    return f"{long_date(first)} to {long_date(last)}" if first else long_date(last)


def indexed(status: StoreStatus) -> str:
    """What is indexed, in one line."""
    if not status.papers:
        return "No papers are indexed yet"
    parts = [
        f"{counted(status.paragraphs, 'paragraph')} of {counted(len(status.papers), 'paper')}",
        counted(len(status.bodies), "body", "bodies") if status.bodies else "",
        date_range(status.first_date, status.last_date),
    ]
    return ", ".join(part for part in parts if part)


def reference(citation: Citation) -> str:
    """The clerk's reference: Minute 7/24; paragraph 4.10; item 7 where no number is printed; else ""."""
    if citation.ref and re.match(r"(?:item|question|minute)\b", citation.ref, re.I):
        return citation.ref
    if citation.ref:
        return f"{_REF_WORDS.get(citation.part, 'Paragraph')} {citation.ref}"
    return f"Item {citation.item}" if citation.item else ""


def place(citation: Citation) -> str:
    """Where in the file: page 3, line 120, or ""."""
    if citation.page is not None:
        return f"page {citation.page}"
    return f"line {citation.line}" if citation.line is not None else ""


def meeting(citation: Citation) -> str:
    """Body and meeting date, with what is missing said: nobody should guess it."""
    when = long_date(citation.meeting_date) or "no meeting date"
    return f"{citation.body or 'No committee named'}, {when}"


def full_reference(citation: Citation) -> str:
    """A reference to paste or say aloud, file last."""
    known = [
        citation.council,
        citation.body,
        long_date(citation.meeting_date),
        reference(citation),
        place(citation),
    ]
    return f"{', '.join(part for part in known if part)} ({citation.file})".lstrip()


def with_references(question: str, answer: Answer) -> str:
    """A question, its answer and the references under their markers, as plain text to paste."""
    lines = [f"[{one.n}] {full_reference(one)}" for one in answer.citations]
    return "\n".join([question, "", answer.answer, *(["", *lines] if lines else [])])


def status_words(status: str) -> str:
    """The status as a reader should understand it; an unknown one as it stands."""
    return STATUS_WORDS.get(status, status.replace("-", " ").capitalize())


def kind_words(kind: str) -> str:
    """The kind of a part as councils call it."""
    return KIND_WORDS.get(kind, kind.replace("-", " ").capitalize())


def sureness(confidence: float) -> str:
    """How sure, in words: a figure would claim more than it knows."""
    if confidence >= 0.75:
        return "Confidence: high"
    if confidence >= 0.45:
        return "Confidence: fair – check the source"
    return "Confidence: low – read the paper before relying on it"


def duration(seconds: float) -> str:
    """0.12 seconds; under a hundredth is said so."""
    if seconds < 0.01:
        return "under 0.01 seconds"
    return f"{seconds:.2f} seconds" if seconds < 10 else f"{seconds:.0f} seconds"


def how_made(answer: Answer) -> str:
    """Who worded it."""
    if answer.mode is Mode.LLM:
        return "Worded by a language model, checked against the papers"
    return "In the papers’ own words"


def left_out(n: int) -> str:
    """What the support gate stopped; "" for nothing."""
    if not n:
        return ""
    if n == 1:
        return "1 statement was left out because the papers do not bear it out"
    return f"{n:,} statements were left out because the papers do not bear them out"
