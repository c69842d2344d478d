"""One matter through all meetings in order: reports, questions, what was said and decided, actions, figures. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.brief.items import decided, statement
from assistant.brief.models import CitedStatement
from assistant.decisions.models import Decision, EntryKind, Register
from assistant.language.similarity import letters_and_digits
from assistant.measures.series import Series, series_of
from assistant.models import Citation
from assistant.retrieval.topic import Topic
from assistant.support.gate import judge
from corpus.models import PartKind, Status
from index.models import Placed
from index.text import sentences, words_of

_ABOUT = 0.75  # share of a topic's words, by rarity, from which a paragraph is about it
_LIKE = 0.55  # likeness in meaning from which it is
_LIKE_TITLED = 0.4  # the same, under a title that is about it
_LABEL = 0.6  # share of a topic's words from which a measure is the topic's
_SAID_MOST = 3  # statements of one sort that one paper gives to a meeting
_LONGEST = 420  # letters of a statement that is not a decision
_SERIES = 8  # measures of one topic
_MOST = 80  # events in all


class EventKind(StrEnum):
    """What happened."""

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


_SENTENCE = re.compile(
    r"^(?!.* \| )(?=.{40})(?=.*[a-z]{2} [a-z]{2,} [a-z]{2,}).*[.;:?!)”’\"]\W*$", re.S
)  # no row, title or name
_ORDER = tuple(EventKind)
_KINDS = {
    EntryKind.RECOMMENDATION: EventKind.RECOMMENDED,
    EntryKind.MOTION: EventKind.MOVED,
    EntryKind.AMENDMENT: EventKind.MOVED,
    EntryKind.AMENDMENT_LOST: EventKind.LOST,
}
_SAID = {Status.QUESTION: EventKind.QUESTION, Status.ANSWER: EventKind.ANSWER}


def matter_of(text: str, topic: Topic, found: Sequence[Placed], register: Register) -> Matter:
    """The matter from what was found on it: paragraphs, the best first, and what of the register is about it."""
    events = [event for one in register.decisions if (event := _decision(one, topic)) is not None]
    events += _actions(register)
    events += _planned(register)
    events += _told(found, topic)
    events.sort(key=lambda one: (one.date or "9999", _ORDER.index(one.kind)))
    return Matter(text, _numbered(_once(events)[:_MOST]), tuple(topic_series(found, topic)))


def topic_series(found: Sequence[Placed], topic: Topic) -> list[Series]:
    """The measures over time that are the topic's own, those with fewest other words first; every point cites its paragraph."""
    wanted = set(topic.question.words)
    own = [one for one in series_of(found) if topic.covered(one.label) >= _LABEL]
    own.sort(
        key=lambda one: (
            len(set(words_of(one.label)) - wanted) - len(set(words_of(one.label)) & wanted),
            -len(one.points),
        )
    )
    return own[:_SERIES]


def _decision(one: Decision, topic: Topic) -> Event | None:
    """An entry of the register; none for a motion that was resolved, since the resolution has its words."""
    if one.kind is EntryKind.MOTION and one.became:
        return None
    said = decided(one, topic)
    if said is None:
        return None
    kind = _KINDS.get(one.kind, EventKind.DECIDED)
    standing = one.standing.value if one.standing else None
    return Event(one.date, one.council, one.body, kind, one.title, said, one.id, standing)


def _actions(register: Register) -> Iterator[Event]:
    """What each tracker said of an action, a step for each status."""
    for action in register.actions:
        last: str | None = None
        for step in action.progress:
            row = step.citation.text.split("\n")[-1]
            owner = f" ({action.owner})" if action.owner else ""
            for text in (f"{action.action.rstrip('.')}{owner}: {step.status}", row):
                supported = step.status and judge(text, [step.citation.text], [step.citation.status]).supported
                if supported and step.status != last:
                    said = CitedStatement(text, (step.citation,), step.date, "Action tracker")
                    yield Event(step.date, step.citation.council, action.body, EventKind.ACTION, action.topic, said)
                    last = step.status
                    break


def _planned(register: Register) -> Iterator[Event]:
    for one in register.planned:
        cited: Citation = one.citation
        row = cited.text.split("\n")[-1]
        said = CitedStatement(
            row, (cited,), cited.meeting_date, "Forward plan, private" if one.private else "Forward plan"
        )
        yield Event(cited.meeting_date, cited.council, cited.body, EventKind.PLANNED, one.title, said)


def _told(found: Sequence[Placed], topic: Topic) -> Iterator[Event]:
    """What reports and minutes say of the matter, a few statements for each paper and sort."""
    counts: Counter[tuple[str, int, EventKind]] = Counter()
    for place in sorted(found, key=lambda one: -topic.likeness.get(one.paragraph.id, 0.0)):
        paragraph, part = place.paragraph, place.part
        if paragraph.heading or not part.meeting.date or not _SENTENCE.search(paragraph.own):
            continue
        kind = _SAID.get(paragraph.status)
        if kind is None and paragraph.status is Status.DISCUSSION:
            kind = {PartKind.MINUTES: EventKind.SAID, PartKind.REPORT: EventKind.REPORT}.get(part.kind)
        if kind is None or not _is_about(place, topic):
            continue
        at = (place.paper, paragraph.part, kind)
        most = 1 if kind is EventKind.REPORT else _SAID_MOST
        words = _shortened(paragraph.own)
        if counts[at] >= most or not (said := statement(words, [place], words)):
            continue
        counts[at] += 1
        title = paragraph.item_title or part.title
        yield Event(part.meeting.date, part.meeting.council, part.meeting.body, kind, title, said)


def _is_about(place: Placed, topic: Topic) -> bool:
    """Whether a paragraph is about the topic: by its words, by its meaning, or by its item's title and some of either."""
    paragraph = place.paragraph
    like, covered = topic.likeness.get(paragraph.id, 0.0), topic.covered(paragraph.own)
    titled = topic.covered(paragraph.item_title or place.part.title) >= _ABOUT
    worded = covered >= _ABOUT and topic.beside(paragraph.own) and topic.sure(paragraph.own, like)
    if worded or like >= _LIKE:
        return True
    return titled and (covered > 0 and topic.together(paragraph.own) or like >= _LIKE_TITLED)


def _shortened(text: str) -> str:
    """A long paragraph's first sentences."""
    if len(text) <= _LONGEST:
        return text
    ends = [end for _, end in sentences(text) if end <= _LONGEST]
    return text[: ends[-1]] if ends else text


def _once(events: Sequence[Event]) -> list[Event]:
    """The events without those that another paper prints again."""
    seen: set[tuple[str | None, str]] = set()
    out = []
    for one in events:
        date = None if one.kind is EventKind.REPORT else one.date  # a form's own words stand in every report
        key = (date, letters_and_digits(one.said.text)[:160])
        if key not in seen:
            seen.add(key)
            out.append(one)
    return out


def _numbered(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with one number for each paragraph."""
    numbers: dict[str, int] = {}
    out = []
    for one in events:
        cited = [replace(c, n=numbers.setdefault(c.paragraph, len(numbers) + 1)) for c in one.said.citations]
        out.append(replace(one, said=replace(one.said, citations=tuple(cited))))
    return tuple(out)
