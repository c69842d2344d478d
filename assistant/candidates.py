"""Ranked passages to ranked paragraphs: which words would answer, and how likely. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.expected import fit
from assistant.question import Question, Wanted
from assistant.retrieve import Found
from corpus.models import PartKind, Status
from index.catalogue import Placed
from index.keywords import words_of

_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|majority|none|no)\b",
    re.I,
)
_TIME = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"\d{1,2}[.:]\d\d ?(?:am|pm)|weeks?|months?|years?|days?|annual(?:ly)?|quarterly|weekly|monthly|spring|summer|autumn|winter|to be confirmed|tbc)\b",
    re.I,
)
_PEOPLE = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Canon|Rev)\b|\b[A-Z][a-z]+ (?:[A-Z][a-z'’-]+)\b|\b(?:Director|Officer|Manager|Commissioner|Chair|Leader|Lead|Head|Board|Committee|Panel|Trust|Council|Service)\b"
)
_REASON = re.compile(
    r"\b(?:because|due to|as a result|owing to|in order to|so that|reason|following|concern(?:s|ed)?|since|given|therefore|would|to ensure|caused|led to|attributed)\b",
    re.I,
)
_MAYBE_LOST = re.compile(
    r"\b(?:lost|succe\w+|accept\w*|reject\w*|fail\w*|amendment|turned down|defeat\w*|voted down|thrown out|carried)\b",
    re.I,
)
_DECIDED = frozenset(
    {Status.RESOLUTION, Status.NOTED, Status.DEFERRED, Status.WITHDRAWN, Status.VOTE, Status.CALLED_IN}
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a unit, each about 0..1; `as_list` is the order that the fitted weights use."""

    passage: float  # its passage's score against the best passage's
    likeness: float  # cosine of unit and question
    paragraph: float  # the best cosine of the paragraph's units
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

    def as_list(self) -> list[float]:
        """The signs in a fixed order."""
        return [
            self.passage,
            self.likeness,
            self.paragraph,
            self.covered,
            self.around,
            self.title,
            self.pairs,
            self.near,
            self.kind,
            self.status,
            self.exact,
            self.brief,
            self.leads,
            self.vote,
            self.beside,
        ]


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


# Fitted by benchmarks/fit_weights.py (logistic regression, cross-validated) on eval/dev and the sample.
WEIGHTS = (5.76, 1.99, 1.01, 2.11, 3.24, 1.13, -0.52, 0.64, 1.92, 1.15, 2.97, 0.45, -1.08, 0.93, -0.02)


def rank_units(found: Found, placed: Mapping[str, Placed], weights: Sequence[float] = WEIGHTS) -> list[Candidate]:
    """Every citable unit of the passages found, best first; scores compare within one question only."""
    asked = _Asked(found)
    best = max((one.score for one in found.ranked), default=1.0) or 1.0
    paragraph_likeness: dict[str, float] = {}
    for one in found.ranked:
        for unit, likeness in zip(one.passage.units, one.likeness, strict=True):
            paragraph_likeness[unit.paragraph] = max(likeness, paragraph_likeness.get(unit.paragraph, 0.0))
    around_of = {name: asked.covered(place.paragraph.text) for name, place in placed.items()}
    shared: dict[str, tuple[float, float, float, float, float]] = {}
    out: list[Candidate] = []
    for one in found.ranked:
        for unit, likeness in zip(one.passage.units, one.likeness, strict=True):
            place = placed.get(unit.paragraph)
            if place is None or place.paragraph.heading:
                continue
            beside = max(
                (around_of.get(name, 0.0) for name in one.passage.paragraphs if name != unit.paragraph), default=0.0
            )
            if unit.paragraph not in shared:
                shared[unit.paragraph] = (
                    around_of[unit.paragraph],
                    asked.covered(_titles(place)),
                    asked.pairs(place.paragraph.text),
                    _status_sign(asked.question, place),
                    _exact_sign(asked.question, place),
                )
            around, title, pairs, status, exact = shared[unit.paragraph]
            words = place.paragraph.own[unit.start : unit.end]
            signs = Signs(
                passage=max(one.score, 0.0) / best,
                likeness=max(likeness, 0.0),
                paragraph=paragraph_likeness[unit.paragraph],
                covered=asked.covered(words),
                around=around,
                title=title,
                pairs=pairs,
                near=asked.near(words),
                kind=(_kind_sign(asked.question, words) + fit(asked.question, words)) / 2,
                status=status,
                exact=(exact + _years_said(asked.question, words)) / 2,
                brief=min(len(words) / 60.0, 1.0),
                leads=float(words.rstrip().endswith((":", ":-"))),
                vote=_vote_sign(asked.question, place),
                beside=beside * fit(asked.question, words),
            )
            score = sum(weight * sign for weight, sign in zip(weights, signs.as_list(), strict=True))
            out.append(Candidate(place, unit.start, unit.end, signs, score))
    out.sort(key=lambda candidate: (-candidate.score, candidate.placed.paragraph.id, candidate.start))
    return out


def best_of_each(candidates: Sequence[Candidate], most: int) -> list[Candidate]:
    """The best unit of each of the first paragraphs, in order."""
    seen: set[str] = set()
    out: list[Candidate] = []
    for candidate in candidates:
        if candidate.placed.paragraph.id not in seen:
            seen.add(candidate.placed.paragraph.id)
            out.append(candidate)
            if len(out) == most:
                break
    return out


_UNSEEN = 7.0  # the weight of a word that no passage holds: about that of a rare one
_CLOSE = 6  # words between a figure and a word of the question


class _Asked:
    """The question's telling words with their weights: what a paragraph should hold to answer it."""

    def __init__(self, found: Found) -> None:
        self.question = found.question
        telling = telling_words(found.question)
        self._weights = {word: found.rarity.get(word, 0.0) or _UNSEEN for word in telling}
        self._extra = {word: 0.4 * found.rarity.get(word, 0.0) for word in found.question.extra}
        self._total = sum(self._weights.values()) or 1.0
        self._neighbours = {(a, b) for a, b in zip(telling, telling[1:], strict=False)}

    def covered(self, text: str) -> float:
        """The share of the weight that a text holds, 0..1."""
        held = set(words_of(text))
        score = sum(weight for word, weight in self._weights.items() if word in held)
        score += sum(weight for word, weight in self._extra.items() if word in held)
        return min(score / self._total, 1.0)

    def pairs(self, text: str) -> float:
        """The share of the question's neighbouring telling words that stand next to each other in a text."""
        if not self._neighbours:
            return 0.0
        words = words_of(text)
        return len(self._neighbours & set(zip(words, words[1:], strict=False))) / len(self._neighbours)

    def near(self, text: str) -> float:
        """1 where a figure stands close to a telling word, and a figure is asked for; 0.5 where none is."""
        if not self.question.wanted & {Wanted.NUMBER, Wanted.VOTE}:
            return 0.5
        words = words_of(text)
        figures = [n for n, word in enumerate(words) if word[0].isdigit() and not _PLAIN_YEAR.fullmatch(word)]
        told = [n for n, word in enumerate(words) if word in self._weights or word in self._extra]
        return float(any(abs(a - b) <= _CLOSE for a in figures for b in told))


_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d(?:/\d\d)?")
_GENERIC = frozenset(
    words_of(
        "say said tell told ask asked get got give given make made take taken took go went going put set thing things time "
        "times year years look looked like want wanted need needed way meeting paper papers report reported minutes agenda "
        "according going kind sort does done people come came see seen find found know known hear heard show shown told use used "
        "council councils member members councillor councillors board committee panel january february march april may june "
        "july august september october november december two three"
    )
)


def telling_words(question: Question) -> list[str]:
    """The question's words that name what it is about: no council, month, year or word of any question."""
    places = {word for name in question.councils for word in words_of(name)}
    kept = [w for w in question.words if w not in _GENERIC and w not in places and not _PLAIN_YEAR.fullmatch(w)]
    return kept or list(question.words)


def _titles(place: Placed) -> str:
    paragraph, part = place.paragraph, place.part
    return " ".join(text for text in (paragraph.item_title, paragraph.section, part.title, part.meeting.body) if text)


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


def _vote_sign(question: Question, place: Placed) -> float:
    if Wanted.VOTE not in question.wanted:
        return 0.5
    if place.paragraph.status is not Status.VOTE:
        return 0.0
    sides = [side for pattern, side in _SIDES if pattern.search(question.text)]
    return 1.0 if not sides or any(place.paragraph.own.lower().startswith(side) for side in sides) else 0.4


def _years_said(question: Question, words: str) -> float:
    """The share of the question's years that the unit itself gives; 0.5 where it names none."""
    years = [year for year in question.years if "/" in year or "-" in year]
    return sum(year in words for year in years) / len(years) if years else 0.5


def _exact_sign(question: Question, place: Placed) -> float:
    asked = [*question.references, *question.years, *question.names]
    if not asked:
        return 0.5
    meeting = place.part.meeting
    context = (place.paragraph.text, _titles(place), meeting.council, meeting.date, place.paragraph.ref)
    words = " ".join(text for text in context if text).lower()
    return sum(name.lower() in words for name in asked) / len(asked)
