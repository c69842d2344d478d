"""Answers a question: completes it, asks the register or the papers, chooses, words or declines.

A question about open actions goes to the register of decisions, one about who holds an office or was at a meeting to the
records of these, one about a meeting's day to the head of its minutes, one about what a meeting decided to the register, one
about a motion's votes, fate or mover to the records of motions, one on what became of a matter or on how many there are to
the register and the records (from_records.py), every other one to the papers; the route is chosen before anything is searched,
but that a table found may tell by itself which of its rows is highest or lowest. Each pick is put before the support gate here
and nowhere later; the form in which it passed is the one that is shown.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer.abstention import CLOSE, MODEL_FOUND_NONE, NO_NEXT_DAY, NO_PARAGRAPH, SURE, declined, is_declined
from assistant.answer.counts import how_many_decided
from assistant.answer.from_records import compared_in_tables, counts_from_records, history_from_register
from assistant.answer.meeting_days import asks_for_day, asks_for_next_day, day_told, newest_minuted, next_day_told
from assistant.answer.meeting_decisions import MOST, asks_for_decisions, decisions_asked, how_many_decisions, in_brief
from assistant.answer.motions import (
    OF_PEOPLE,
    motion_asked,
    motion_found,
    places_told,
    told_of_motion,
    undone_found,
    with_outcomes,
)
from assistant.answer.moved_by import meant_of, of_its_mover
from assistant.answer.open_actions import asks_for_open_actions, first_named, how_many, of_those_named
from assistant.answer.people import PeopleAsked, people_asked, people_found
from assistant.answer.selection import choose
from assistant.answer.standing import asks_how_it_stands, replaced_by, resolved_in, undone_notes
from assistant.answer.told import ToldByRecords
from assistant.answer.votes import motion_behind, told_of
from assistant.answer.wording import worded
from assistant.citations import citation, whole
from assistant.decisions.actions import open_actions
from assistant.decisions.models import DecisionFilters, Register
from assistant.decisions.motions import fate_of
from assistant.decisions.recorded import Recorded
from assistant.models import Answer, Asked, FoundPassage, Looking, Mode
from assistant.question import EarlierTurn, Question, Wanted, complete
from assistant.retrieval.current_versions import notes_on
from assistant.retrieval.evidence import Evidence, gather
from assistant.retrieval.motion_outcomes import asks_for_outcome
from assistant.retrieval.pieces import EvidencePiece
from assistant.retrieval.ranking import Candidate
from assistant.retrieval.reading import pieces_for
from assistant.retrieval.topic import chosen
from assistant.session import Reader, is_of_meeting
from assistant.support.shown_words import WordedSpan, as_shown
from corpus.models import Meeting, PartKind, Status
from corpus.placement import place_of
from index.models import Placed, Scope, StoredPassage

if TYPE_CHECKING:
    from assistant.retrieval.langchain_retriever import PieceRetriever

_BESIDE = 4  # paragraphs on each side of a motion's words in which its mover may stand
_NEWEST = 8  # meetings whose papers are asked for the next one's day
_HOW_MANY = re.compile(r"\s*how many decisions\b", re.I)
_EVER = "9999-12-31"  # after every date that papers give


def answered(asked: Asked, reader: Reader) -> Iterator[str | Looking | Answer]:
    """The answer's text piece by piece as it is ready, before it what a chat model looks for, then the whole answer.

    Raises: WrongFilter for a filter that fits nothing; IndexMissing, VectorStoreDown.
    """
    began = time.perf_counter()
    session = reader.session
    scope = reader.scope(asked.filters)
    completed = _completed(asked, reader)
    question = reader.understand(completed)
    read_as = (f"Read as: {question.text}",) if question.text != completed else ()
    base = _empty(asked.question, reader.searched(scope), read_as)
    told = _by_record(base, question, reader, scope)
    if told is None:
        evidence = gather(question, session.stores, session.embedder, scope)
        told = _with_lead(base, compared_in_tables(question, evidence.found, reader), reader)
    if told is not None:
        yield told.answer
        yield _timed(told, began)
        return
    records = reader.motions(question, scope)
    fate, behind = _motion_found(evidence, records)
    if behind is not None:
        evidence = replace(evidence, confidence=max(evidence.confidence, SURE))
    base = replace(base, passages=_passages(evidence), confidence=round(evidence.confidence, 3))
    picks = _picks(evidence, fate, behind, records)
    plain = _from_papers(base, evidence, picks, reader, is_follow_up=completed != asked.question)
    if session.model is None or session.verifier is None or not evidence.candidates:
        yield plain.answer
        yield _timed(plain, began)
        return
    from assistant.answer.generation import Asking, Writer, write  # late: it brings LangChain

    left = session.patience - (time.perf_counter() - began)
    writer = Writer(session.model, session.verifier, session.context_tokens, left, session.searches)
    asking = Asking(asked.question, question.text, asked.history, reader.councils, reader.bodies, base.searched)
    nothing = _declined(base, evidence, picks, reader, MODEL_FOUND_NONE)
    for piece in write(writer, _retriever(evidence, reader, scope), asking, base, plain, nothing):
        yield _timed(piece, began) if isinstance(piece, Answer) else piece


def _retriever(evidence: Evidence, reader: Reader, scope: Scope) -> "PieceRetriever":
    """What finds pieces of evidence in scope, and holds those of the evidence gathered so far."""
    from assistant.retrieval.langchain_retriever import PieceRetriever  # late: as above

    return PieceRetriever(
        stores=reader.session.stores,
        embedder=reader.session.embedder,
        scope=scope,
        councils=reader.councils,
        bodies=reader.bodies,
        gathered=evidence,
    )


def _by_record(base: Answer, question: Question, reader: Reader, scope: Scope) -> Answer | None:
    """The answer from the register or the records of people, meetings and motions; None where the papers are to be searched."""
    told = _from_register(base, question, reader, scope) if _is_of_the_register(question, scope) else None
    if told is None:
        told = _with_lead(base, counts_from_records(question, reader, scope), reader)
    if told is None and (people := people_asked(question)) is not None:
        told = _from_records(base, question, people, reader, scope)
    if told is None and asks_for_day(question):
        told = _from_head(base, question, reader, scope)
    if told is None and asks_for_next_day(question):
        told = _from_newest(base, question, reader, scope)
    if told is None and asks_for_decisions(question, scope):
        told = _from_decisions(base, question, reader, scope)
    if told is None:
        told = _with_lead(base, history_from_register(question, reader, scope), reader)
    return told or _from_motions(base, question, reader, scope)


def pieces_found(asked: Asked, reader: Reader) -> list[EvidencePiece]:
    """The pieces of evidence that a model would be given for a question, best first, before they are cut to what it takes.

    Raises: as `answered`.
    """
    scope = reader.scope(asked.filters)
    session = reader.session
    evidence = gather(reader.understand(_completed(asked, reader)), session.stores, session.embedder, scope)
    return pieces_for(evidence, session.stores, session.embedder, scope)


def _completed(asked: Asked, reader: Reader) -> str:
    """The question as it stands by itself: a follow-up with what it takes from the turns before."""
    turns = [
        EarlierTurn(turn.question, turn.answer.citations[0].meeting_date if turn.answer.citations else None)
        for turn in asked.history
    ]
    return complete(asked.question, turns, [place_of(name) for name in reader.councils])


def _empty(question: str, searched: str, notes: tuple[str, ...]) -> Answer:
    """An answer with nothing in it yet."""
    return Answer(
        question=question,
        answer="",
        abstained=False,
        reason=None,
        mode=Mode.EXTRACTIVE,
        citations=(),
        passages=(),
        seconds=0.0,
        searched=searched,
        notes=notes,
    )


def _is_of_the_register(question: Question, scope: Scope) -> bool:
    """Whether the register of decisions answers: open actions are asked for, and trackers are not filtered out."""
    return asks_for_open_actions(question) and scope.kind in (None, PartKind.TRACKER)


def _from_records(base: Answer, question: Question, asked: PeopleAsked, reader: Reader, scope: Scope) -> Answer | None:
    """Who holds an office, chaired or was at a meeting, by the newest meeting's records; None where they do not tell."""
    ids = people_found(asked, reader.offices(question, scope), reader.attendance(question, scope))
    return _quoted(base, ids, reader)


def _from_head(base: Answer, question: Question, reader: Reader, scope: Scope) -> Answer | None:
    """On which day the newest meeting asked for was, by the head of its minutes; None where that prints no day."""
    catalogue = reader.session.stores.catalogue
    parts = reader.parts(question, scope)
    meeting = newest_minuted(parts)
    if meeting is None or meeting.date is None:
        return None
    told = day_told(meeting, catalogue.of_meeting(meeting.date, reader.access))
    return _quoted(base, [told] if told else [], reader)


def _from_newest(base: Answer, question: Question, reader: Reader, scope: Scope) -> Answer:
    """On which day the next meeting is, by the papers of the newest meeting that say so; an abstention where those of the newest few do not."""
    catalogue = reader.session.stores.catalogue
    parts = reader.parts(question, scope)
    days = sorted({part.meeting.date for part in parts if part.meeting.date})
    meetings = {part.meeting for part in parts}
    for day in days[: -_NEWEST - 1 : -1]:
        told = next_day_told([one for one in catalogue.of_meeting(day, reader.access) if one.part.meeting in meetings])
        answer = _quoted(base, [told] if told else [], reader)
        if answer is not None:
            return answer
    return declined(base, None, None, len(reader.session.stores.catalogue.refusals()), NO_NEXT_DAY)


def _from_motions(base: Answer, question: Question, reader: Reader, scope: Scope) -> Answer | None:
    """How a motion was voted on, what became of it or who moved it, by its record; None where no record tells it clearly."""
    catalogue = reader.session.stores.catalogue
    records = reader.motions(question, scope)

    def in_time(record: Recorded) -> bool:
        return is_of_meeting(question, scope, record.place.part.meeting)

    def around(place: Placed) -> Sequence[Placed]:
        return catalogue.neighbours(place.paper, place.n, _BESIDE, reader.access)

    asked = motion_asked(question.text)
    if own := of_its_mover(question, records):
        record = meant_of(question, own, in_time)
        if record is None:
            return None
        if asked is not None and asked.part in OF_PEOPLE:
            return _quoted(base, told_of_motion(asked, record, around), reader)
        if not question.wanted & {Wanted.VOTE, Wanted.YES_NO} and not asks_for_outcome(question):
            return None  # its words or its reasons are asked for
        picks = tuple(as_shown(whole(place)) for place in places_told(question, record))
        fate = fate_of(record.motion, by=True) if record.motion.outcome is not None else ""
        return _with_lead(base, ToldByRecords(picks, f"{fate[:1].upper()}{fate[1:]}." if fate else ""), reader)
    here = [one for one in records if in_time(one)]
    found = motion_found(asked, here, around) if asked is not None else []
    return _quoted(base, found or undone_found(question.text, here), reader)


def _from_decisions(base: Answer, question: Question, reader: Reader, scope: Scope) -> Answer | None:
    """What was decided at the meetings that a question names, as a list; None where the register has nothing of them."""
    wanted = DecisionFilters(None, scope.council, scope.body, scope.since, scope.until)
    known = chosen(reader.register(), wanted, None).decisions
    here = [one for one in known if is_of_meeting(question, scope, Meeting(one.council, one.body, one.date))]
    found = decisions_asked(question, here)
    catalogue = reader.session.stores.catalogue
    ids = [one.citations[0].paragraph for one in found[:MOST]]
    placed = catalogue.paragraphs(ids, reader.access)
    answer = _told(base, [as_shown(in_brief(placed[name])) for name in ids if name in placed], reader)
    if answer is not None and _HOW_MANY.match(question.text):
        answer = replace(answer, answer=f"{how_many_decided(question, len(found))}\n\n{answer.answer}")
    if answer is None or len(found) <= len(answer.citations):
        return answer
    return replace(answer, notes=(*answer.notes, how_many_decisions(found, len(answer.citations))))


def _from_register(base: Answer, question: Question, reader: Reader, scope: Scope) -> Answer | None:
    """The newest open actions in the scope; None where the trackers have none."""
    known = tuple(open_actions(reader.register().actions, scope.until or _EVER))
    wanted = DecisionFilters(None, scope.council, scope.body, scope.since, scope.until)
    actions = of_those_named(question, chosen(Register((), known, ()), wanted, None).actions)
    ids = first_named(actions)
    answer = _quoted(base, ids, reader)
    if answer is None:
        return None
    more = (how_many(actions),) if len(actions) > len(answer.citations) else ()
    return replace(answer, notes=(*answer.notes, *more))


def _with_lead(base: Answer, told: ToldByRecords | None, reader: Reader) -> Answer | None:
    """The answer that tells what records hold, behind its own first line and with its notes; None where they tell nothing."""
    answer = _told(base, told.picks, reader) if told is not None else None
    if told is None or answer is None:
        return None
    text = f"{told.lead}\n\n{answer.answer}" if told.lead else answer.answer
    return replace(answer, answer=text, notes=(*answer.notes, *told.notes))


def _quoted(base: Answer, ids: Sequence[str], reader: Reader) -> Answer | None:
    """The answer that tells these paragraphs whole; None where the reader may see none of them."""
    placed = reader.session.stores.catalogue.paragraphs(ids, reader.access)
    return _told(base, [as_shown(whole(placed[name])) for name in ids if name in placed], reader)


def _told(base: Answer, picks: Sequence[WordedSpan], reader: Reader) -> Answer | None:
    """The answer that tells these words, sure of them; None where there are none."""
    catalogue = reader.session.stores.catalogue
    if not picks:
        return None
    passages: dict[str, StoredPassage] = {}
    for pick in picks:
        place = pick.span.placed
        held = catalogue.passages_holding(place.paper, place.paragraph.part, [place.paragraph.id], reader.access)
        passages |= {name: passage for name, (passage, _) in held.items()}
    found = tuple(FoundPassage(one.file, one.text, 1.0, one.paragraphs) for one in passages.values())
    return _cited(replace(base, passages=found, confidence=1.0), picks)


def _motion_found(evidence: Evidence, records: Sequence[Recorded]) -> tuple[list[Candidate], Recorded | None]:
    """What tells the fate that is asked for among the paragraphs found, else the record of the motion behind them.

    Where a question names a mover, no other's motion is meant.
    """
    question = evidence.found.question
    own = of_its_mover(question, records)
    fate = [] if own else told_of(question, evidence.candidates, evidence.found.moved)
    return fate, None if fate else motion_behind(question, evidence.candidates, own or records)


def _picks(
    evidence: Evidence, fate: Sequence[Candidate], behind: Recorded | None, records: Sequence[Recorded]
) -> list[WordedSpan]:
    """The paragraphs that answer best, in words that the support gate lets through; those of the motion asked about first."""
    found = evidence.found
    if behind is not None:
        spans = [whole(place) for place in places_told(found.question, behind)]
    else:
        spans = with_outcomes(found.question.text, choose(found.question, evidence.candidates, fate), records)
    return [pick for pick in map(as_shown, spans) if pick.supported]


def _from_papers(
    base: Answer, evidence: Evidence, picks: Sequence[WordedSpan], reader: Reader, is_follow_up: bool
) -> Answer:
    """The answer in the papers' own words, or the abstention."""
    if is_declined(picks, evidence.confidence, is_follow_up):
        return _declined(base, evidence, picks, reader, NO_PARAGRAPH)
    return _standing_first(base, evidence.found.question, picks, reader)


def _standing_first(base: Answer, question: Question, picks: Sequence[WordedSpan], reader: Reader) -> Answer:
    """The answer of the picks; where a later decision changed or undid the first, of that decision and the first, with a note."""
    first = picks[0].span.placed.paragraph
    if first.status is not Status.RESOLUTION or not asks_how_it_stands(question):
        return _cited(base, picks)
    decisions = reader.register().decisions
    name = replaced_by(first.id, decisions)
    place = reader.session.stores.catalogue.paragraphs([name], reader.access).get(name) if name else None
    if place is None:
        return _cited(base, picks)
    answer = _cited(base, [as_shown(in_brief(place)), picks[0]])
    return replace(answer, notes=(*answer.notes, *undone_notes(resolved_in(first.id, decisions))))


def _cited(base: Answer, picks: Sequence[WordedSpan]) -> Answer:
    citations = tuple(citation(number, pick.span) for number, pick in enumerate(picks, 1))
    return replace(base, answer=worded(picks), citations=citations, notes=(*base.notes, *notes_on(citations)))


def _declined(base: Answer, evidence: Evidence, picks: Sequence[WordedSpan], reader: Reader, reason: str) -> Answer:
    closest = picks[0] if picks and evidence.confidence >= CLOSE else None
    nearest = evidence.candidates[0].placed if evidence.candidates else None
    return declined(base, closest, nearest, len(reader.session.stores.catalogue.refusals()), reason)


def _passages(evidence: Evidence) -> tuple[FoundPassage, ...]:
    return tuple(
        FoundPassage(one.passage.file, one.passage.text, round(one.score, 4), one.passage.paragraphs)
        for one in evidence.found.ranked
    )


def _timed(answer: Answer, began: float) -> Answer:
    return replace(answer, seconds=round(time.perf_counter() - began, 4))
