"""How the page words things: dates, counts, references, statuses. British English, plain words. Pure."""

import re
from datetime import date

from assistant.models import Answer, Citation, Mode, StoreStatus
from corpus.dates import long_date

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
NO_BODY = "No committee named"
_HIGH, _FAIR = 0.75, 0.45  # confidence from which an answer is called so


def date_words(stamp: str | None) -> str:
    """8 January 2024 for 2024-01-08; "" for None; any other text unchanged, for a link may hold anything."""
    if not stamp:
        return ""
    try:
        return long_date(date.fromisoformat(stamp).isoformat())
    except ValueError:
        return stamp


def month(stamp: str) -> str:
    """Mar 2024 for 2024-03-31: a chart has little room."""
    _, name, year = long_date(stamp).split()
    return f"{name[:3]} {year}"


def counted(number: int, single: str, plural: str | None = None) -> str:
    """1,204 paragraphs; 1 paper; 0 papers."""
    return f"{number:,} {single if number == 1 else plural or single + 's'}"


def date_range(first: str | None, last: str | None) -> str:
    """8 January 2022 to 13 March 2025; one date where they are the same; "" where there is none."""
    if first == last or not last:
        return date_words(first)
    return f"{date_words(first)} to {date_words(last)}" if first else date_words(last)


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
    """The clerk's reference: Minute 7/24; Paragraph 4.10; Item 7 where no number is printed; "" for none."""
    if citation.ref and re.match(r"(?:item|question|minute)\b", citation.ref, re.I):
        return citation.ref
    if citation.ref:
        return f"{_REF_WORDS.get(citation.part, 'Paragraph')} {citation.ref}"
    return f"Item {citation.item}" if citation.item else ""


def place(citation: Citation) -> str:
    """Where it stands in its file: page 3; line 120; "" where neither is known."""
    if citation.page is not None:
        return f"page {citation.page}"
    return f"line {citation.line}" if citation.line is not None else ""


def meeting(citation: Citation) -> str:
    """The body and the meeting's date; what is missing is said, so that nobody guesses it."""
    when = date_words(citation.meeting_date) or "no meeting date"
    return f"{citation.body or NO_BODY}, {when}"


def meeting_reference(citation: Citation) -> str:
    """The meeting, the reference and the place in one line, to name a marker by."""
    return ", ".join(part for part in (meeting(citation), reference(citation), place(citation)) if part)


def full_reference(citation: Citation) -> str:
    """A reference to paste or to say aloud, with what is known, the file last."""
    when = date_words(citation.meeting_date)
    known = (citation.council, citation.body, when, reference(citation), place(citation))
    return f"{', '.join(part for part in known if part)} ({citation.file})".lstrip()


def with_references(question: str, answer: Answer) -> str:
    """A question, its answer and the numbered references, as plain text to paste."""
    lines = [f"[{citation.n}] {full_reference(citation)}" for citation in answer.citations]
    return "\n".join([question, "", answer.answer, *(["", *lines] if lines else [])])


def status_words(status: str) -> str:
    """A paragraph's status in a reader's words; an unknown one in its own."""
    return STATUS_WORDS.get(status, status.replace("-", " ").capitalize())


def kind_words(kind: str) -> str:
    """The kind of a paper's part as councils call it."""
    return KIND_WORDS.get(kind, kind.replace("-", " ").capitalize())


def sureness(confidence: float) -> str:
    """How sure the answer is, in words: a figure would claim more than is known."""
    if confidence >= _HIGH:
        return "Confidence: high"
    if confidence >= _FAIR:
        return "Confidence: fair – check the source"
    return "Confidence: low – read the paper before relying on it"


def duration(seconds: float) -> str:
    """0.12 seconds; 12 seconds; under 0.01 seconds."""
    if seconds < 0.01:
        return "under 0.01 seconds"
    return f"{seconds:.2f} seconds" if seconds < 10 else f"{seconds:.0f} seconds"


def how_made(answer: Answer) -> str:
    """Who worded the answer: a language model, or the papers themselves."""
    if answer.mode is Mode.LLM:
        return "Worded by a language model, checked against the papers"
    return "In the papers’ own words"


def left_out(number: int) -> str:
    """How many statements the support gate stopped, in words; "" for none."""
    if not number:
        return ""
    if number == 1:
        return "1 statement was left out because the papers do not bear it out"
    return f"{number:,} statements were left out because the papers do not bear them out"
