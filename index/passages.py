"""Outlines to passages: windows of neighbouring paragraphs of one item, within a token budget. Pure.

A window never crosses an item, a part or an access level, and every citable paragraph is in exactly one window.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from corpus.dates import long_date
from corpus.models import Outline, Paragraph, Part, PartKind, Status
from index.models import Passage, Unit
from index.text import sentences

_VOTE_LENGTH = 60  # characters of a recorded vote that are embedded
_FULL_ENOUGH = 0.6  # of the budget: then a new heading begins a new passage
_QUESTION_LENGTH = 400  # characters of a question that are embedded with its answer
_KIND_WORDS = {
    PartKind.AGENDA: "agenda",
    PartKind.MINUTES: "minutes",
    PartKind.REPORT: "report",
    PartKind.APPENDIX: "appendix",
    PartKind.TRACKER: "action tracker",
    PartKind.WORK_PROGRAMME: "work programme",
    PartKind.FORWARD_PLAN: "forward plan of decisions to come",
    PartKind.SLIDES: "slides",
    PartKind.LEGAL: "legal notes",
    PartKind.QUESTIONS: "questions and answers",
    PartKind.AMENDMENT: "motion or amendment",
    PartKind.DECISION_RECORD: "record of decision",
}


def heading_of(part: Part, paragraph: Paragraph) -> str:
    """The line of context above a passage: who met, when, what kind of paper, which item and section."""
    meeting = part.meeting
    who = ", ".join(name for name in (meeting.council, meeting.body) if name)
    when = long_date(meeting.date) if meeting.date else ""
    what = _KIND_WORDS[part.kind]
    title = "" if part.kind in {PartKind.MINUTES, PartKind.AGENDA} else part.title
    item = paragraph.item_title if part.kind in {PartKind.MINUTES, PartKind.QUESTIONS} else None
    ref = paragraph.ref.split("(")[0].split(",")[0] if paragraph.ref and part.kind is PartKind.MINUTES else ""
    pieces = [who, when, what, title, f"{ref} {item or ''}".strip(), paragraph.section or ""]
    return " | ".join(dict.fromkeys(piece for piece in pieces if piece))


def passages_of(outline: Outline, paper: str, budget: int, count: Callable[[str], int]) -> list[Passage]:
    """The passages of one paper, in order. A paragraph longer than the budget stands alone.

    `paper`: its sha256. Units of `budget`: the tokens that `count` counts.
    """
    found: list[Passage] = []
    questions = _questions_above(outline)
    for window in _windows(outline.paragraphs, budget, count):
        first = window[0]
        part = outline.parts[first.part]
        heading = heading_of(part, first)
        body_text = _text_of(window)
        asked = questions.get(first.id, "")
        embedded, units, spans, ends = _embedded([heading, asked] if asked else [heading], window)
        key = hashlib.sha256("\n".join([outline.file, *(p.id for p in window)]).encode()).hexdigest()[:16]
        found.append(
            Passage(
                id=f"{paper[:12]}-{key}",
                paper=paper,
                file=outline.file,
                part=first.part,
                heading=heading,
                text=f"{heading}\n{body_text}",
                body_text=body_text,
                paragraphs=tuple(p.id for p in window),
                units=tuple(units),
                spans=tuple(spans),
                embedded=embedded,
                ends=tuple(ends),
                council=part.meeting.council,
                body=part.meeting.body,
                date=part.meeting.date,
                kind=part.kind.value,
                access=first.access,
            )
        )
    return found


def _windows(paragraphs: Sequence[Paragraph], budget: int, count: Callable[[str], int]) -> Iterator[list[Paragraph]]:
    """The windows in order: paragraphs of one item, part and access level, within the budget unless one alone exceeds it."""
    window = _Window(budget, count)
    headings: list[Paragraph] = []  # they wait for the words below them
    for paragraph in paragraphs:
        last = (headings or window.paragraphs)[-1:]
        if last and _parts_ways(last[0], paragraph):
            yield from window.close(headings)
            headings = []
        if paragraph.heading:
            headings.append(paragraph)
            continue
        if not window.has_room([*headings, paragraph]) or headings and window.used > budget * _FULL_ENOUGH:
            yield from window.close([])
        window.add([*headings, paragraph])
        headings = []
    yield from window.close(headings)


class _Window:
    """The paragraphs gathered so far and the tokens of their words, a shared lead-in counted once."""

    def __init__(self, budget: int, count: Callable[[str], int]) -> None:
        self._budget, self._count = budget, count
        self.paragraphs: list[Paragraph] = []
        self.used = 0
        self._lines: set[str] = set()

    def has_room(self, added: Sequence[Paragraph]) -> bool:
        """Whether these paragraphs fit into the rest of the budget."""
        return self.used + self._cost(added) <= self._budget

    def add(self, added: Sequence[Paragraph]) -> None:
        """Gather these paragraphs too."""
        self.used += self._cost(added)
        self.paragraphs.extend(added)
        self._lines.update(line for paragraph in added for line in [*paragraph.intro.split("\n"), paragraph.own])

    def close(self, headings: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
        """End the window: what was gathered and the headings left over, as one window where they fit, else as two."""
        if self.paragraphs and not self.has_room(headings):
            yield self.paragraphs
            self.paragraphs = []
        if self.paragraphs or headings:
            yield [*self.paragraphs, *headings]
        self.paragraphs, self.used, self._lines = [], 0, set()

    def _cost(self, added: Sequence[Paragraph]) -> int:
        intros = {line for paragraph in added for line in paragraph.intro.split("\n") if line}
        return sum(self._count(f"{text}\n") for text in [*(p.own for p in added), *(intros - self._lines)])


def _parts_ways(last: Paragraph, paragraph: Paragraph) -> bool:
    return (paragraph.part, paragraph.item_title, paragraph.access) != (last.part, last.item_title, last.access)


def _questions_above(outline: Outline) -> dict[str, str]:
    """The words of the question above each answer of a question time, by the answer's id: it seldom repeats them."""
    above: dict[str, str] = {}
    asked: list[Paragraph] = []
    answering = False
    for paragraph in outline.paragraphs:
        if paragraph.heading or outline.parts[paragraph.part].kind is not PartKind.QUESTIONS:
            continue
        if asked and asked[-1].part != paragraph.part:
            asked, answering = [], False
        if paragraph.status is Status.QUESTION:
            asked = [paragraph] if answering else [*asked, paragraph]
            answering = False
        elif paragraph.status is Status.ANSWER:
            answering = True
            words = [question.own for question in asked if question.access is paragraph.access]
            above[paragraph.id] = " ".join(words)[-_QUESTION_LENGTH:]
    return above


def _text_of(paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs' words, a shared lead-in or header once."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*_new_lines(paragraph, lines), paragraph.own]
    return "\n".join(lines)


def _new_lines(paragraph: Paragraph, lines: Sequence[str]) -> list[str]:
    return [line for line in paragraph.intro.split("\n") if line and line not in lines]


def _embedded(
    top: Sequence[str], paragraphs: Sequence[Paragraph]
) -> tuple[str, list[Unit], list[tuple[int, int]], list[int]]:
    """The words of a passage that are embedded, its units, the offsets of each in those words, and where each paragraph ends.

    The heading ends first.

    Of a recorded vote only the beginning is embedded: names say nothing of what the vote was on.
    """
    lines = list(top)
    length = sum(len(line) + 1 for line in lines)
    units: list[Unit] = []
    spans: list[tuple[int, int]] = []
    ends = [length]
    for paragraph in paragraphs:
        is_vote = paragraph.status is Status.VOTE
        own = paragraph.own[:_VOTE_LENGTH] if is_vote else paragraph.own
        new = [*_new_lines(paragraph, lines[len(top) :]), own]
        lines += new
        length += sum(len(line) + 1 for line in new)
        own_start = length - len(own) - 1
        ends.append(length)
        if paragraph.heading:
            continue
        whole = is_vote or _is_row(paragraph)
        for start, end in [(0, len(paragraph.own))] if whole else sentences(paragraph.own):
            units.append(Unit(paragraph.id, start, end))
            spans.append((own_start + start, own_start + min(end, len(own))))
    return "\n".join(lines), units, spans, ends


def _is_row(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a row of a table, its cells parted by bars."""
    return " | " in paragraph.own or paragraph.own.startswith("| ")
