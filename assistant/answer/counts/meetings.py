"""How many meetings there were, and how many of them dealt with a matter, as far as their minutes are indexed. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.counts.asked import limits_in_words, number
from assistant.answer.told import ToldByRecords, within
from assistant.citations import CitedSpan, whole
from assistant.question import Question
from assistant.support.shown_words import as_shown
from corpus.models import Meeting, Part, PartKind
from index.models import Placed
from index.text import sentences, words_of

MOST, WORDS = 6, 150  # paragraphs cited, and their words
_SENTENCE = 6  # words, fewer are a title
_ARTICLE = re.compile(r"^(?:the|an?|our) ", re.I)


@dataclass(frozen=True, slots=True)
class Met:
    """The meetings that papers tell of: those whose minutes are indexed, and those of which only other papers are."""

    minuted: tuple[Meeting, ...]  # the oldest first
    without: tuple[Meeting, ...]
    undated: int  # minutes that give no day


def meetings_of(parts: Iterable[Part]) -> Met:
    """The meetings of these parts; a paper that names no body is of the meeting of its day, where there is one alone."""
    held = [part for part in parts if part.held != "cancelled"]
    minuted = {part.meeting for part in held if part.kind is PartKind.MINUTES and part.meeting.date}
    others = {part.meeting for part in held if part.meeting.date and part.kind in (PartKind.AGENDA, PartKind.REPORT)}
    undated = len({part.title for part in held if part.kind is PartKind.MINUTES and not part.meeting.date})
    known = _once(minuted)
    return Met(
        tuple(known), tuple(one for one in _once(others) if not any(_is_one(one, other) for other in known)), undated
    )


def _once(meetings: Iterable[Meeting]) -> list[Meeting]:
    out: list[Meeting] = []
    for one in sorted(
        meetings, key=lambda meeting: (meeting.date or "", not meeting.body, not meeting.council, str(meeting))
    ):
        if not any(_is_one(one, other) for other in out):
            out.append(one)
    return out


def _is_one(one: Meeting, other: Meeting) -> bool:
    """Whether two papers may be of one meeting: of one day, and no body or council that differs."""
    same_body = one.body == other.body or None in (one.body, other.body)
    return (
        one.date == other.date and same_body and (one.council == other.council or None in (one.council, other.council))
    )


def meetings_counted(question: Question, met: Met, heads: Sequence[Placed]) -> ToldByRecords | None:
    """How many meetings there were, cited from the heads of their minutes; None where no minutes tell of any."""
    if not met.minuted or not heads:
        return None
    told = within([as_shown(whole(place)) for place in heads], WORDS, MOST)
    lead = (
        f"Counted in the papers indexed: {number(len(met.minuted), 'meeting')}{limits_in_words(question)} with minutes."
    )
    return ToldByRecords(told, lead, (*not_counted(met), *further(len(told), len(met.minuted), "meetings")))


def discussed_counted(
    question: Question, what: str, found: Mapping[Meeting, Sequence[Placed]], met: Met
) -> ToldByRecords | None:
    """At how many meetings minutes hold all words of a matter, cited once for each; None where none do."""
    words = frozenset(words_of(what))
    spans = [_nearest(words, places) for _, places in sorted(found.items(), key=lambda pair: pair[0].date or "")]
    if not spans:
        return None
    told = within([as_shown(span) for span in spans[::-1]], WORDS, MOST)
    lead = f"Counted in the papers indexed: the minutes of {number(len(spans), 'meeting')}{limits_in_words(question)} name {matter(what)}."
    return ToldByRecords(told, lead, (*not_counted(met), *further(len(told), len(spans), "meetings", ", newest first")))


def matter(what: str) -> str:
    """The words of a matter in quotation marks, without the article before them."""
    return f"“{_ARTICLE.sub('', what)}”"


def _nearest(words: frozenset[str], places: Sequence[Placed]) -> CitedSpan:
    """The sentence of these paragraphs that has most of the words; the first of such."""
    spans = [CitedSpan(place, start, end, 1.0) for place in places for start, end in sentences(place.paragraph.own)]
    return max(spans, key=lambda span: (len(words & set(words_of(span.quote))), len(span.quote.split()) >= _SENTENCE))


def not_counted(met: Met) -> tuple[str, ...]:
    """What could not be counted: meetings without minutes here, and minutes without a day."""
    notes = []
    if met.without:
        verb = "has" if len(met.without) == 1 else "have"
        notes.append(f"{number(len(met.without), 'further meeting')} {verb} papers but no minutes here.")
    if met.undated:
        notes.append("Minutes that give no day were not counted.")
    return tuple(notes)


def further(told: int, known: int, what: str, order: str = "") -> tuple[str, ...]:
    """A note on how many of those counted are told, where not all are."""
    return (
        (f"{told} of {known} {what} are told{order}." if what else f"{told} of these {known} are told{order}.",)
        if told < known
        else ()
    )
