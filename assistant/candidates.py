"""Ranked passages to ranked paragraphs: which words would answer, and how likely. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.question import Question, Wanted
from assistant.retrieve import Found
from corpus.models import PartKind, Status
from index.catalogue import Placed
from index.keywords import words_of

_FIGURE = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|majority|none|no)\b", re.I)
_TIME = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"\d{1,2}[.:]\d\d ?(?:am|pm)|weeks?|months?|years?|days?|annual(?:ly)?|quarterly|weekly|monthly|spring|summer|autumn|winter|to be confirmed|tbc)\b",
    re.I,
)
_PEOPLE = re.compile(r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Canon|Rev)\b|\b[A-Z][a-z]+ (?:[A-Z][a-z'’-]+)\b|\b(?:Director|Officer|Manager|Commissioner|Chair|Leader|Lead|Head|Board|Committee|Panel|Trust|Council|Service)\b")
_REASON = re.compile(r"\b(?:because|due to|as a result|owing to|in order to|so that|reason|following|concern(?:s|ed)?|since|given|therefore|would|to ensure|caused|led to|attributed)\b", re.I)
_DECIDED = frozenset({Status.RESOLUTION, Status.NOTED, Status.DEFERRED, Status.WITHDRAWN, Status.AMENDMENT_LOST, Status.VOTE, Status.CALLED_IN})


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a unit, each about 0..1; `as_list` is the order that the fitted weights use."""

    passage: float  # its passage's score against the best passage's
    likeness: float  # cosine of unit and question
    covered: float  # share of the question's word weight that the unit holds
    around: float  # the same for the whole paragraph, its lead-in, its item's title and section
    kind: float  # has what is asked for: a figure, a date, a person, a reason
    status: float  # decided where a decision is asked for, recommended where a recommendation is
    exact: float  # share of the question's figures and names that the paragraph holds
    brief: float  # not a scrap

    def as_list(self) -> list[float]:
        """The signs in a fixed order."""
        return [self.passage, self.likeness, self.covered, self.around, self.kind, self.status, self.exact, self.brief]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may answer: the paragraph's own words from `start` to `end`."""

    placed: Placed
    start: int
    end: int
    signs: Signs
    score: float

    @property
    def words(self) -> str:
        """The unit's words, verbatim."""
        return self.placed.paragraph.own[self.start : self.end]


# Fitted by benchmarks/fit_weights.py (logistic regression, leave-one-paper-out) on eval/dev and the sample.
WEIGHTS = (1.6, 2.6, 2.2, 1.2, 0.8, 0.7, 0.9, 0.8)


def rank_units(found: Found, placed: Mapping[str, Placed], weights: Sequence[float] = WEIGHTS) -> list[Candidate]:
    """Every citable unit of the passages found, best first; scores compare within one question only."""
    question = found.question
    total = sum(found.rarity.get(word, 0.0) or _UNSEEN for word in question.words) or 1.0
    best = max((one.score for one in found.ranked), default=1.0) or 1.0
    out: list[Candidate] = []
    for one in found.ranked:
        for unit, likeness in zip(one.passage.units, one.likeness, strict=True):
            place = placed.get(unit.paragraph)
            if place is None or place.paragraph.heading:
                continue
            words = place.paragraph.own[unit.start : unit.end]
            signs = Signs(
                passage=max(one.score, 0.0) / best,
                likeness=max(likeness, 0.0),
                covered=_covered(question, found.rarity, words, total),
                around=_covered(question, found.rarity, _surroundings(place), total),
                kind=_kind_sign(question, words),
                status=_status_sign(question, place),
                exact=_exact_sign(question, place),
                brief=min(len(words) / 60.0, 1.0),
            )
            score = sum(weight * sign for weight, sign in zip(weights, signs.as_list(), strict=True))
            out.append(Candidate(place, unit.start, unit.end, signs, score))
    out.sort(key=lambda candidate: (-candidate.score, candidate.placed.paragraph.id, candidate.start))
    return out


_UNSEEN = 7.0  # the weight of a word that no passage holds: about that of a rare one


def _covered(question: Question, rarity: Mapping[str, float], text: str, total: float) -> float:
    held = set(words_of(text))
    score = sum(rarity.get(word, 0.0) or _UNSEEN for word in question.words if word in held)
    score += 0.4 * sum(rarity.get(word, 0.0) for word in question.extra if word in held)
    return min(score / total, 1.0)


def _surroundings(place: Placed) -> str:
    paragraph, part = place.paragraph, place.part
    meeting = part.meeting
    return " ".join(
        text
        for text in (paragraph.text, paragraph.item_title, paragraph.section, part.title, meeting.council, meeting.body, part.kind.value)
        if text
    )


def _kind_sign(question: Question, words: str) -> float:
    tests = {
        Wanted.NUMBER: _FIGURE,
        Wanted.VOTE: _FIGURE,
        Wanted.DATE: _TIME,
        Wanted.PERSON: _PEOPLE,
        Wanted.REASON: _REASON,
    }
    asked = [pattern for wanted, pattern in tests.items() if wanted in question.wanted]
    if not asked:
        return 0.5
    return sum(bool(pattern.search(words)) for pattern in asked) / len(asked)


def _status_sign(question: Question, place: Placed) -> float:
    status = place.paragraph.status
    if Wanted.VOTE in question.wanted and status is Status.VOTE:
        return 1.0
    if Wanted.DECISION in question.wanted and not question.wanted & {Wanted.RECOMMENDATION}:
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


def _exact_sign(question: Question, place: Placed) -> float:
    asked = [*question.references, *question.years, *question.names]
    if not asked:
        return 0.5
    words = f"{_surroundings(place)} {place.part.meeting.date or ''} {place.paragraph.ref or ''}".lower()
    return sum(name.lower() in words for name in asked) / len(asked)
