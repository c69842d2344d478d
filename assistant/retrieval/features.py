"""What speaks for a unit as the answer to a question: one figure a sign, about 0..1. Pure."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from assistant.question import DateSpan, Question, Wanted, minuted, plain_years
from assistant.retrieval.motion_outcomes import SETTLED
from corpus.models import PartKind, Status
from index.models import Placed

_MAYBE_LOST = re.compile(
    r"\b(?:lost|succe\w+|accept\w*|reject\w*|fail\w*|amendment|turned down|defeat\w*|voted down|thrown out|carried)\b",
    re.I,
)
_DECIDED = SETTLED | {Status.VOTE}


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a unit, each about 0..1; `as_list` is the order that the fitted weights use."""

    passage: float  # its passage's score against the best passage's
    likeness: float  # cosine of unit and question
    paragraph: float  # the best cosine of the paragraph's units
    met: float  # how far the paragraph's tokens and its heading's meet the question's, in fifths
    covered: float  # share of the question's word weight that the unit holds
    around: float  # the same for the whole paragraph with its lead-in
    title: float  # the same for its item's title, section and part
    pairs: float  # share of the question's neighbouring words that stand together in the paragraph
    near: float  # where a figure is asked for: one stands close to the question's words
    kind: float  # has what is asked for: a figure, a date, a person, a reason
    status: float  # decided where a decision is asked for, recommended where a recommendation is
    exact: float  # share of the question's figures and names that the paragraph holds
    brief: float  # not a scrap
    leads: float  # 1 where it only introduces what follows
    vote: float  # where votes are asked for: a recorded vote, on the side asked about; 0.5 where none are
    beside: float  # how much of the question its neighbours in the passage hold, where it has what is asked for
    time: float  # 1 where its meeting is of a time that the question names; 0.5 where it names none
    month: float  # 1 where it or its meeting is of a month that the question names; 0.5 where it names none
    business: float  # 1 where it minutes the formal business asked for; 0.5 where none is
    titled: float  # 1 where it reads as a title
    record: float  # minutes above reports, reports above agendas and plans
    settled: float  # 1 where it settles, and what was decided is asked for in so many words; 0.5 where it is not
    newest: (
        float  # 1 where its meeting is the newest found, 0 the oldest; 0.5 where how things stand now is not asked for
    )

    def as_list(self) -> list[float]:
        """The signs in a fixed order."""
        return [getattr(self, name) for name in NAMES]


NAMES = tuple(field.name for field in fields(Signs))  # in the order of `as_list`


def titles(place: Placed) -> str:
    """The titles that a paragraph stands under, and its body."""
    paragraph, part = place.paragraph, place.part
    return " ".join(text for text in (paragraph.item_title, paragraph.section, part.title, part.meeting.body) if text)


def status_sign(question: Question, place: Placed) -> float:
    """1 where the paragraph has the status asked for, 0 where it has the opposite, 0.5 where any will do."""
    status = place.paragraph.status
    if {Wanted.DECISION, Wanted.RECOMMENDATION} <= question.wanted:
        return 1.0 if status in _DECIDED or status is Status.RECOMMENDATION else 0.4
    if Wanted.VOTE in question.wanted and status is Status.VOTE:
        return 1.0
    if Wanted.DECISION in question.wanted and not question.wanted & {Wanted.RECOMMENDATION}:
        if status is Status.AMENDMENT_LOST:
            return 1.0 if _MAYBE_LOST.search(question.text) else 0.0
        if status in _DECIDED:
            return 1.0
        if status in {Status.RECOMMENDATION, Status.PLANNED, Status.AMENDMENT, Status.MOTION}:
            return 0.0
        return 0.5
    if Wanted.RECOMMENDATION in question.wanted:
        return 1.0 if status is Status.RECOMMENDATION else 0.4
    if status is Status.ATTENDANCE and not question.wanted & {Wanted.PERSON}:
        return 0.2
    if place.part.kind is PartKind.LEGAL:
        return 0.3
    return 0.5


_SIDES = (
    (re.compile(r"\bin favour\b|\bfor it\b|\bvoted for\b|\bsupport(?:ed)?\b|\bback(?:ed)?\b", re.I), "for"),
    (re.compile(r"\bagainst\b|\boppos|\boppon|\bvoted down\b|\breject", re.I), "against"),
    (re.compile(r"\babstain|\bfence\b|\babstention", re.I), "abst"),
)


def sides_asked(text: str) -> list[str]:
    """The sides of a vote that a question names: "for", "against", "abst"."""
    return [side for pattern, side in _SIDES if pattern.search(text)]


def vote_sign(question: Question, place: Placed) -> float:
    """Where votes are asked for: 1 for a recorded vote on the side asked about; 0.5 unasked."""
    if Wanted.VOTE not in question.wanted:
        return 0.5
    if place.paragraph.status is not Status.VOTE:
        return 0.0
    sides = sides_asked(question.text)
    return 1.0 if not sides or any(place.paragraph.own.lower().startswith(side) for side in sides) else 0.4


_NOW = re.compile(
    r"\b(?:now|nowadays|current(?:ly)?|latest|newest|most recent(?:ly)?|at present|at the moment|these days|so far|next|yet)\b",
    re.I,
)
_IS = re.compile(r"\b(?:is|are|do|does|has|have|can|who['’]s|what['’]s|when['’]s)\b", re.I)
_WAS = re.compile(r"\b(?:was|were|did|had|would)\b", re.I)


def asks_for_now(question: Question) -> bool:
    """Whether a question asks how things stand now: it says so, or is in the present tense and names no time."""
    timeless = not question.spans and not question.years
    return timeless and bool(_NOW.search(question.text) or _IS.search(question.text) and not _WAS.search(question.text))


def newest_sign(question: Question, place: Placed, dates: Sequence[str]) -> float:
    """Where the present is asked for: the share of the meetings found that are no newer; 0.5 where it is not.

    `dates`: of the passages found, in order.
    """
    date = place.part.meeting.date
    if not asks_for_now(question) or not date or len(dates) < 2:
        return 0.5
    return sum(other <= date for other in dates) / len(dates)


# "32 per cent more than in 2022/23" gives the figure of another year.
_MORE_THAN_IN = re.compile(r"\b(?:than|on|since)(?: (?:in|for|the year))* (?:19|20)\d\d(?:[/-]\d{2,4})?", re.I)


def _years_in(text: str) -> str:
    """A text with its financial years in one form, without those that another year is only compared with."""
    return _MORE_THAN_IN.sub(" ", plain_years(text))


def years_said(question: Question, words: str) -> float:
    """The share of the question's years that the unit itself gives; 0.5 where it names none."""
    years = [year for year in question.years if "/" in year or "-" in year]
    said = _years_in(words)
    return sum(year in said for year in years) / len(years) if years else 0.5


def exact_sign(question: Question, place: Placed) -> float:
    """The share of the question's figures and names that the paragraph holds with its titles; 0.5 where it has none."""
    asked = [*question.references, *question.years, *question.names]
    if not asked:
        return 0.5
    meeting = place.part.meeting
    context = (place.paragraph.text, titles(place), meeting.council, meeting.date, place.paragraph.ref)
    words = _years_in(" ".join(text for text in context if text).lower())
    return sum(name.lower() in words for name in asked) / len(asked)


def time_sign(question: Question, place: Placed) -> float:
    """1 where the paragraph's meeting is of a time that the question names, 0.3 undated; 0.5 where it names none."""
    date = place.part.meeting.date
    if not question.spans:
        return 0.5
    return float(any(span.since <= date <= span.until for span in question.spans)) if date else 0.3


def month_sign(question: Question, place: Placed) -> float:
    """1 where the paragraph is of a month that the question names, by its words or its meeting; 0.5 where it names none.

    "How many were there at the end of March?" is answered in April, and in so many words.
    """
    if not question.spans:
        return 0.5
    said = place.paragraph.text.lower()
    return float(time_sign(question, place) == 1.0 or any(_month_of(span) in said for span in question.spans))


def _month_of(span: DateSpan) -> str:
    """The month and year in which a span begins, as papers print it: "march 2024"."""
    return f"{calendar.month_name[int(span.since[5:7])]} {span.since[:4]}".lower()


def business_sign(question: Question, place: Placed) -> float:
    """1 where the paragraph minutes the formal business asked for, else 0; 0.5 where none is asked for."""
    if not question.business:
        return 0.5
    return float(minuted(question.business, f"{place.paragraph.text} {place.paragraph.item_title or ''}"))


_NUMBERED = re.compile(r"^\W*(?:\(?(?:\d[\d.]*|[a-z]|[ivx]+)[.)]?\s+)?", re.I)
_SAYS = re.compile(r"[.;:?!]\s*$|\d|£|\b(?:is|are|was|were|be|been|has|have|had|will|would|should|did|does|do)\b")


def titled_sign(place: Placed, words: str) -> float:
    """1 where words read as a title: few, without a verb of any sentence, a figure or an end; a row's cells never do."""
    rest = words[_NUMBERED.match(words).end() :]  # type: ignore[union-attr]
    return float(len(rest.split()) <= 9 and not _SAYS.search(rest) and " | " not in place.paragraph.own)


_RECORDS = {PartKind.MINUTES: 1.0, PartKind.DECISION_RECORD: 1.0, PartKind.QUESTIONS: 0.8, PartKind.REPORT: 0.7}
_PLANS = frozenset({PartKind.AGENDA, PartKind.FORWARD_PLAN, PartKind.LEGAL})


def record_sign(place: Placed) -> float:
    """How much a part records rather than announces, 0..1."""
    return _RECORDS.get(place.part.kind, 0.0 if place.part.kind in _PLANS else 0.5)
