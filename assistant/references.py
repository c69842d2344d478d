"""References to paragraphs, in the forms that clerks write and members say. Pure.

Each place that names a paragraph takes one of these forms:

- `short_reference`, said aloud: "Minute 7/24, 8 January 2024".
- `source_in_words`, in a sentence: "The minutes of 8 January 2024".
- `whole_reference`, in a file that leaves the program: council, body, date, kind, number, file and page.
- `meeting_reference`, under an answer on a terminal, which names the file itself: body, date, number and page.
- `file_reference`, in lists, which name the meeting themselves: file and page.
"""

import re
from typing import TYPE_CHECKING

from corpus.dates import long_date
from corpus.models import PartKind

if TYPE_CHECKING:  # index.models brings numpy, which the command line's start can do without
    from assistant.models import Citation
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
_PLURAL = frozenset({PartKind.MINUTES, PartKind.SLIDES, PartKind.LEGAL, PartKind.QUESTIONS})
_OF_ONE = {"have": "has", "do not say": "does not say"}  # verbs that take more than an s
# In a sentence "the motion or amendment says" would leave open which it is; its own words tell it.
_IN_A_SENTENCE = {kind: name.lower() for kind, name in _PART_NAMES.items()} | {PartKind.AMENDMENT: "amendment"}
_SPOKEN = re.compile(
    rf"((?:{'|'.join(('Minute', 'Item', 'Question', *_PART_NAMES.values()))})\b[^:\n]{{0,80}}): (?=\S)", re.I
)
_PRINTED = re.compile(
    r"(?:question\s+|item\s+)?(?P<open>\()?(?P<number>\w{1,4}(?:[./]\w{1,4})*)(?P<close>[.:)]*)\s+(?=\S)", re.I
)


def short_reference(place: "Placed") -> str:
    """What to say aloud: "Minute 7/24, 8 January 2024" or "Report, paragraph 4.10, 25 March 2024"."""
    part, ref = place.part, place.paragraph.ref
    pieces = [_numbered(part.kind, ref)]
    if part.meeting.date:
        pieces.append(long_date(part.meeting.date))
    return ", ".join(pieces) + (" (draft)" if part.draft else "")


def source_in_words(place: "Placed") -> str:
    """A paper as a speaker names it: "The minutes of 9 September 2024"."""
    date = place.part.meeting.date
    return f"The {_IN_A_SENTENCE[place.part.kind]}" + (f" of {long_date(date)}" if date else "")


def source_says(place: "Placed", verb: str) -> str:
    """A paper with a verb that agrees with it: "The minutes of 9 September 2024 tell", "The report tells"."""
    agreeing = verb if place.part.kind in _PLURAL else _OF_ONE.get(verb, f"{verb}s")
    return f"{source_in_words(place)} {agreeing}"


def whole_reference(cited: "Citation") -> str:
    """All that a clerk writes: council, body, date, kind of paper, number, file and page."""
    number = minute_in_words(cited) or cited.ref
    pieces = (
        cited.council,
        cited.body,
        long_date(cited.meeting_date) if cited.meeting_date else None,
        cited.part,
        number,
        cited.file,
        page_or_line(cited.page, cited.line),
    )
    return ", ".join(piece for piece in pieces if piece)


def meeting_reference(cited: "Citation") -> str:
    """Body, date, number as printed, and page: "Cabinet, 9 January 2024, 84, line 12"."""
    pieces = (
        cited.body,
        long_date(cited.meeting_date) if cited.meeting_date else None,
        cited.ref,
        page_or_line(cited.page, cited.line),
    )
    return ", ".join(piece for piece in pieces if piece)


def file_reference(cited: "Citation") -> str:
    """File and page: "cabinet.pdf, page 3"."""
    return ", ".join(piece for piece in (cited.file, page_or_line(cited.page, cited.line)) if piece)


def page_or_line(page: int | None, line: int | None) -> str:
    """Where in its file a paragraph stands: "page 3"; "line 120" where the file has no pages; "" where neither is known."""
    return f"page {page}" if page else f"line {line}" if line else ""


def minute_in_words(cited: "Citation") -> str:
    """A minute's number as a word in a line, "minute 7/24"; "" for other papers and for numbers such as "Item 6"."""
    return f"minute {cited.ref}" if cited.part == "minutes" and cited.ref and cited.ref[:1].isdigit() else ""


def minute_title(ref: str) -> str:
    """A minute's number as a title, "Minute 7/24"; an item's number ("Item 6") stays as it is."""
    return ref if ref.startswith("Item ") else f"Minute {ref}"


def parted(line: str) -> tuple[str, str]:
    """A line of an answer as the reference that opens it and the words behind it; ("", line) where none opens it."""
    found = _SPOKEN.match(line)
    return (found[1], line[found.end() :]) if found else ("", line)


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
    """A kind of paper with the paragraph's number in it."""
    name = _PART_NAMES[kind]
    if not ref:
        return name
    if kind is PartKind.MINUTES:
        return minute_title(ref)
    if re.match(r"question", ref, re.I):
        return ref
    if kind in {PartKind.FORWARD_PLAN, PartKind.TRACKER}:
        return f"{name}, entry {ref}"
    return f"{name}, {'item' if kind is PartKind.AGENDA else 'paragraph'} {ref}"
