"""One matter through all meetings in order: reports, questions, what was said and decided, actions, figures. Pure.

Every sentence of reports, minutes and trackers passes the support gate as those of a brief do (brief/statements.py); the
row of a forward plan is told word for word.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.brief.models import CitedStatement
from assistant.brief.statements import decision_statement, first_sentences, progress_statement, statement
from assistant.decisions.models import Decision, EntryKind, Register
from assistant.language.similarity import letters_and_digits
from assistant.measures import Series, series_of
from assistant.retrieval.topic import Topic
from corpus.models import PartKind, Status
from index.models import Placed
from index.text import words_of

_ABOUT = 0.75  # share of a topic's words, by rarity, from which a paragraph or a title is about it
_LIKE = 0.55  # likeness in meaning from which a paragraph is about a topic
_LIKE_TITLED = 0.4  # the same, under a title that is about it
_LABEL = 0.6  # share of a topic's words from which a measure is the topic's
_SAID_MOST = 3  # statements of one kind that one paper gives to a meeting
_SAME_BEGINNING = 160  # letters and digits by which two events are told to be one
_SERIES = 8  # measures of one topic
_MOST = 80  # events in all
_SENTENCE = re.compile(
    r"^(?!.* \| )(?=.{40})(?=.*[a-z]{2} [a-z]{2,} [a-z]{2,}).*[.;:?!)”’\"]\W*$", re.S
)  # no row, title or name


class EventKind(StrEnum):
    """What happened, in the order in which events of one day are told."""

    REPORT = "report"
    SAID = "said"
    QUESTION = "question"
    ANSWER = "answer"
    RECOMMENDED = "recommended"
    MOVED = "moved"
    LOST = "lost"
    DECIDED = "decided"
    ACTION = "action"
    PLANNED = "planned"


_ORDER = tuple(EventKind)
_KINDS = {
    EntryKind.RECOMMENDATION: EventKind.RECOMMENDED,
    EntryKind.MOTION: EventKind.MOVED,
    EntryKind.AMENDMENT: EventKind.MOVED,
    EntryKind.AMENDMENT_LOST: EventKind.LOST,
}
_SAID = {Status.QUESTION: EventKind.QUESTION, Status.ANSWER: EventKind.ANSWER}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that the papers say of the matter at one meeting."""

    date: str | None
    council: str | None
    body: str | None
    kind: EventKind
    title: str | None  # of the item
    said: CitedStatement
    decision: str | None = None  # its id in the register
    standing: str | None = None  # of a resolution


@dataclass(frozen=True, slots=True)
class Matter:
    """A topic through all meetings. The first event is where it was first raised, as far as the papers say."""

    topic: str
    events: tuple[Event, ...]  # oldest first
    series: tuple[Series, ...]
    searched: str = ""
    seconds: float = 0.0


def matter_of(text: str, topic: Topic, found: Sequence[Placed], register: Register) -> Matter:
    """The matter that `text` names.

    `found` are the paragraphs found for it, the best first; `register` is what of the register is about it.
    """
    events = [event for decision in register.decisions if (event := _decision(decision, topic)) is not None]
    events += _actions(register)
    events += _planned(register)
    events += _told(found, topic)
    events.sort(key=lambda event: (event.date or "9999", _ORDER.index(event.kind)))
    return Matter(text, _numbered(_once(events)[:_MOST]), tuple(topic_series(found, topic)))


def topic_series(found: Sequence[Placed], topic: Topic) -> list[Series]:
    """The measures over time that are the topic's own, those with the fewest other words first."""
    wanted = set(topic.question.words)
    own = [series for series in series_of(found) if topic.covered(series.label) >= _LABEL]
    own.sort(
        key=lambda series: (
            len(set(words_of(series.label)) - wanted) - len(set(words_of(series.label)) & wanted),
            -len(series.points),
        )
    )
    return own[:_SERIES]


def _decision(decision: Decision, topic: Topic) -> Event | None:
    """An entry of the register as an event; None for a motion that was resolved, since its resolution has its words."""
    if decision.kind is EntryKind.MOTION and decision.became:
        return None
    said = decision_statement(decision, topic)
    if said is None:
        return None
    kind = _KINDS.get(decision.kind, EventKind.DECIDED)
    standing = decision.standing.value if decision.standing else None
    return Event(decision.date, decision.council, decision.body, kind, decision.title, said, decision.id, standing)


def _actions(register: Register) -> Iterator[Event]:
    """What trackers report of each action, an event for each new status."""
    for action in register.actions:
        last: str | None = None
        for step in action.progress:
            if step.status != last and (said := progress_statement(action, step, "Action tracker")):
                yield Event(step.date, step.citation.council, action.body, EventKind.ACTION, action.topic, said)
                last = step.status


def _planned(register: Register) -> Iterator[Event]:
    """The forward plans' rows, word for word."""
    for plan in register.planned:
        cited = plan.citation
        row = cited.text.split("\n")[-1]
        where = "Forward plan, private" if plan.private else "Forward plan"
        said = CitedStatement(row, (cited,), cited.meeting_date, where)
        yield Event(cited.meeting_date, cited.council, cited.body, EventKind.PLANNED, plan.title, said)


def _told(found: Sequence[Placed], topic: Topic) -> Iterator[Event]:
    """What reports and minutes say of the topic, a few statements for each paper and kind, the likest first."""
    counts: Counter[tuple[str, int, EventKind]] = Counter()
    for place in sorted(found, key=lambda place: -topic.likeness.get(place.paragraph.id, 0.0)):
        paragraph, part = place.paragraph, place.part
        if paragraph.heading or not part.meeting.date or not _SENTENCE.search(paragraph.own):
            continue
        kind = _kind_of(place)
        if kind is None or not _is_about(place, topic):
            continue
        slot = (place.paper, paragraph.part, kind)
        most = 1 if kind is EventKind.REPORT else _SAID_MOST
        words = first_sentences(paragraph.own)
        if counts[slot] >= most or not (said := statement(words, [place], words)):
            continue
        counts[slot] += 1
        title = paragraph.item_title or part.title
        yield Event(part.meeting.date, part.meeting.council, part.meeting.body, kind, title, said)


def _kind_of(place: Placed) -> EventKind | None:
    """What a paragraph tells of: a question, an answer, a debate or a report; None for all else."""
    status = place.paragraph.status
    if status is Status.DISCUSSION:
        return {PartKind.MINUTES: EventKind.SAID, PartKind.REPORT: EventKind.REPORT}.get(place.part.kind)
    return _SAID.get(status)


def _is_about(place: Placed, topic: Topic) -> bool:
    """Whether a paragraph is about the topic: by its words, by its meaning, or by its item's title and some of either."""
    paragraph = place.paragraph
    like, covered = topic.likeness.get(paragraph.id, 0.0), topic.covered(paragraph.own)
    titled = topic.covered(paragraph.item_title or place.part.title) >= _ABOUT
    worded = covered >= _ABOUT and topic.beside(paragraph.own) and topic.sure(paragraph.own, like)
    if worded or like >= _LIKE:
        return True
    return titled and (covered > 0 and topic.together(paragraph.own) or like >= _LIKE_TITLED)


def _once(events: Sequence[Event]) -> list[Event]:
    """The events without those that another paper prints again."""
    seen: set[tuple[str | None, str]] = set()
    out = []
    for event in events:
        date = None if event.kind is EventKind.REPORT else event.date  # a form's own words stand in every report
        key = (date, letters_and_digits(event.said.text)[:_SAME_BEGINNING])
        if key not in seen:
            seen.add(key)
            out.append(event)
    return out


def _numbered(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with citations renumbered: each paragraph has one number."""
    numbers: dict[str, int] = {}
    out = []
    for event in events:
        cited = [replace(c, n=numbers.setdefault(c.paragraph, len(numbers) + 1)) for c in event.said.citations]
        out.append(replace(event, said=replace(event.said, citations=tuple(cited))))
    return tuple(out)
