"""A question to what the register, the motions, the meetings and the lists of those present tell: histories, counts, tables compared."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer.compared import compared_asked, compared_told
from assistant.answer.counts import (
    CountAsked,
    Counted,
    attendance_counted,
    count_asked,
    decisions_counted,
    discussed_counted,
    meetings_counted,
    meetings_of,
    motions_counted,
    oftenest_counted,
    present_counted,
)
from assistant.answer.counts.asked import is_of_years
from assistant.answer.histories import MatterStep, debates_of, history_asked, history_told, steps_of
from assistant.answer.meeting_days import day_told
from assistant.answer.told import ToldByRecords
from assistant.citations import CitedSpan
from assistant.decisions.models import DecisionFilters
from assistant.question import Question
from assistant.retrieval.search import SearchResult
from assistant.retrieval.topic import chosen, topic_of
from assistant.session import Reader, is_of_meeting
from corpus.models import Meeting, PartKind
from index.models import Placed, Scope
from index.text import words_of

_OF_A_MATTER = 100  # passages looked at
_COUNCIL = frozenset(words_of("council"))
_KINDS = _COUNCIL | frozenset(words_of("board cabinet panel committee"))
_MINUTED = (None, PartKind.MINUTES)  # the kinds of paper that a filter may leave where records of minutes are to answer
_HEADS = 6  # meetings whose minutes' heads are cited


def history_from_register(question: Question, reader: Reader, scope: Scope) -> ToldByRecords | None:
    """What was decided on the matter whose course is asked for, in order; None where the register has nothing surely about it."""
    asked = history_asked(question)
    if asked is None or scope.kind not in _MINUTED:
        return None
    steps, debates = _matter(asked.topic, question, reader, scope)
    return history_told(asked, steps, debates)


def counts_from_records(question: Question, reader: Reader, scope: Scope) -> ToldByRecords | None:
    """What a question asks to be counted, as far as the records tell it; None where they have nothing to count."""
    asked = count_asked(question)
    if asked is None or scope.kind not in _MINUTED:
        return None
    if asked.counted is Counted.ATTENDED:  # "Councillor" names no council
        question = reader.understand(asked.rest)
    named = _of_one_body(question, reader) if asked.rest else question
    if named is None:
        return None
    question = named
    if asked.counted is Counted.DECISIONS:
        steps = [one for one in _matter(asked.what, question, reader, scope)[0] if is_of_years(question, one.day)]
        return decisions_counted(question, asked, steps)
    if asked.counted is Counted.MOTIONS:
        known = reader.motions(question, scope)
        return motions_counted(
            question, asked, [one for one in known if is_of_meeting(question, scope, one.place.part.meeting)]
        )
    if asked.counted in (Counted.PRESENT, Counted.ATTENDED):
        count = present_counted if asked.counted is Counted.PRESENT else attendance_counted
        return count(question, asked, reader.attendance(question, scope))
    if asked.counted is Counted.OFTENEST:
        return oftenest_counted(question, reader.attendance(question, scope))
    met = meetings_of(part for part in reader.parts(question, scope) if is_of_years(question, part.meeting.date))
    if asked.counted is Counted.DISCUSSED:
        return discussed_counted(question, asked.what, _discussed(question, asked, reader, scope), met)
    return meetings_counted(question, met, list(_heads(met.minuted[::-1], reader)))


def _of_one_body(question: Question, reader: Reader) -> Question | None:
    """The question with the one body that its words "the board" mean; None where several could be meant."""
    kinds = _KINDS & set(words_of(question.text))
    if question.bodies or not kinds:
        return question
    meant = [name for name in reader.bodies if kinds & set(words_of(name))]
    if not meant and kinds == _COUNCIL:
        return question
    return replace(question, bodies=(meant[0],)) if len(meant) == 1 else None


def compared_in_tables(question: Question, found: SearchResult, reader: Reader) -> ToldByRecords | None:
    """Which row is highest or lowest, or how a figure changed, by the one table among what was found that tells it; else None."""
    asked = compared_asked(question)
    if asked is None:
        return None
    catalogue = reader.session.stores.catalogue
    parts = dict.fromkeys((one.passage.paper, one.passage.part) for one in found.ranked)
    held = {name for one in found.ranked for name in one.passage.paragraphs}
    tables = [
        table
        for part in parts
        for _, table in catalogue.tables(reader.access, part)
        if not held.isdisjoint(table.paragraphs)
    ]
    ids = [name for table in tables for name in table.paragraphs]
    return compared_told(asked, tables, catalogue.paragraphs(list(dict.fromkeys(ids)), reader.access))


def _matter(topic: str, question: Question, reader: Reader, scope: Scope) -> tuple[list[MatterStep], list[CitedSpan]]:
    """The decisions surely about a topic, of the meetings that a question names and a scope leaves, and the minutes' debates on it."""
    found = reader.search(topic, scope, _OF_A_MATTER)
    about = topic_of(found)
    wanted = DecisionFilters(None, scope.council, scope.body, scope.since, scope.until)
    decisions = [
        one
        for one in chosen(reader.register(), wanted, about).decisions
        if is_of_meeting(question, scope, Meeting(one.council, one.body, one.date))
    ]
    ids = [name for one in found.ranked for name in one.passage.paragraphs]
    ids += [cited.paragraph for one in decisions for cited in (*one.citations, *one.votes)]
    places = reader.session.stores.catalogue.paragraphs(list(dict.fromkeys(ids)), reader.access)
    around = list(places.values())
    steps = steps_of(about, decisions, around, places)
    return steps, [
        span for span in debates_of(around, about) if is_of_meeting(question, scope, span.placed.part.meeting)
    ]


def _heads(meetings: Sequence[Meeting], reader: Reader) -> Iterator[Placed]:
    """The paragraphs of these meetings' minutes that print their days, as far as they do."""
    catalogue = reader.session.stores.catalogue
    for meeting in meetings[:_HEADS]:
        places = catalogue.of_meeting(meeting.date or "", reader.access)
        told = day_told(meeting, places)
        yield from (place for place in places if place.paragraph.id == told)


def _discussed(question: Question, asked: CountAsked, reader: Reader, scope: Scope) -> dict[Meeting, list[Placed]]:
    """The paragraphs of minutes that have all words of a matter in themselves or their item's title, by meeting."""
    words = set(words_of(asked.what))
    longest = max(words, key=len)
    found: dict[Meeting, list[Placed]] = defaultdict(list)
    for place in reader.session.stores.catalogue.with_words(
        longest[: max(4, len(longest) - 2)], PartKind.MINUTES, reader.access
    ):
        meeting = place.part.meeting
        own = set(words_of(place.paragraph.own))
        titled = own | set(words_of(place.paragraph.item_title or ""))
        of_time = meeting.date and is_of_years(question, meeting.date) and is_of_meeting(question, scope, meeting)
        if of_time and words <= titled and words & own:
            found[meeting].append(place)
    return found
