"""Ranked passages to ranked units, each with its signs and a score that compares within one question. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.question import fit
from assistant.retrieval.features import (
    NAMES,
    Signs,
    business_sign,
    exact_sign,
    month_sign,
    newest_sign,
    record_sign,
    status_sign,
    time_sign,
    titled_sign,
    titles,
    vote_sign,
    years_said,
)
from assistant.retrieval.question_terms import QuestionTerms, asks_by_number, is_numbered
from assistant.retrieval.search import Ranked, SearchResult
from assistant.retrieval.weights import fitted_weights
from corpus.models import Status
from index.models import Placed, Unit

# In the order of the signs; fitted by benchmarks/fit_weights.py.
WEIGHTS = tuple(fitted_weights().signs[name] for name in NAMES)
_SPREAD = 5.0  # words of one language are all somewhat like each other: what parts paragraphs is a fifth of the scale
_BY_NUMBER = 20.0  # before all that only prints the number: more than any signs together
_ITS_DECISION = 3.0  # what a minute resolved, before its debate


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


@dataclass(frozen=True, slots=True)
class _ParagraphSigns:
    """What the units of one paragraph share: signs of the paragraph, its title and its meeting."""

    around: float
    title: float
    pairs: float
    status: float
    exact: float
    time: float
    month: float
    business: float
    record: float


def rank_units(
    found: SearchResult, placed: Mapping[str, Placed], weights: Sequence[float] = WEIGHTS
) -> list[Candidate]:
    """Return every citable unit of the passages found, best first; scores compare within one question only."""
    ranker = _Ranker(found, placed, weights)
    candidates = [
        ranker.candidate(ranked, unit, likeness)
        for ranked in found.ranked
        for unit, likeness in zip(ranked.passage.units, ranked.likeness, strict=True)
        if unit.paragraph in placed and not placed[unit.paragraph].paragraph.heading
    ]
    return sorted(candidates, key=lambda one: (-one.score, one.placed.paragraph.id, one.start))


class _Ranker:
    """The units of one question's passages, scored; what the units of a paragraph share is computed once."""

    def __init__(self, found: SearchResult, placed: Mapping[str, Placed], weights: Sequence[float]) -> None:
        self._placed, self._weights = placed, weights
        self._asked = QuestionTerms(found)
        self._by_number = asks_by_number(found.question)
        self._best = max((ranked.score for ranked in found.ranked), default=1.0) or 1.0
        self._likeness = _paragraph_likeness(found)
        self._met = _paragraphs_met(found)
        self._dates = sorted({one.passage.date for one in found.ranked if one.passage.date})
        moved = {name: of.words for name, of in found.moved.items()}  # a vote has the words of what it is of
        self._told = {name: f"{place.paragraph.text}\n{moved.get(name, '')}" for name, place in placed.items()}
        self._around = {name: self._asked.covered(text) for name, text in self._told.items()}
        self._shared: dict[str, _ParagraphSigns] = {}

    def candidate(self, ranked: Ranked, unit: Unit, likeness: float) -> Candidate:
        """The unit of a passage found, with its signs and its score."""
        question, place = self._asked.question, self._placed[unit.paragraph]
        signs = self._signs(ranked, unit, likeness, place)
        score = sum(weight * sign for weight, sign in zip(self._weights, signs.as_list(), strict=True))
        if self._by_number and is_numbered(question, place):
            score += _BY_NUMBER + _ITS_DECISION * (place.paragraph.status is Status.RESOLUTION)
        return Candidate(place, unit.start, unit.end, signs, score)

    def _signs(self, ranked: Ranked, unit: Unit, likeness: float, place: Placed) -> Signs:
        asked, question = self._asked, self._asked.question
        shared = self._of_paragraph(unit.paragraph, place)
        words = place.paragraph.own[unit.start : unit.end]
        kind = fit(question, words)
        others = (name for name in ranked.passage.paragraphs if name != unit.paragraph)
        beside = max((self._around.get(name, 0.0) for name in others), default=0.0)
        return Signs(
            passage=max(ranked.score, 0.0) / self._best,
            likeness=max(likeness, 0.0),
            paragraph=self._likeness[unit.paragraph],
            met=_SPREAD * self._met[unit.paragraph],
            covered=asked.covered(words),
            around=shared.around,
            title=shared.title,
            pairs=shared.pairs,
            near=asked.near(words),
            kind=kind,
            status=shared.status,
            exact=(shared.exact + years_said(question, words)) / 2,
            brief=min(len(words) / 60.0, 1.0),
            leads=float(words.rstrip().endswith((":", ":-"))),
            vote=vote_sign(question, place),
            beside=beside * kind,
            time=shared.time,
            month=shared.month,
            business=shared.business,
            titled=titled_sign(place, words),
            record=shared.record,
            settled=float(shared.status == 1.0) if asked.for_the_decision else 0.5,
            newest=newest_sign(question, place, self._dates),
        )

    def _of_paragraph(self, name: str, place: Placed) -> _ParagraphSigns:
        if name not in self._shared:
            question = self._asked.question
            self._shared[name] = _ParagraphSigns(
                around=self._around[name],
                title=self._asked.covered(titles(place)),
                pairs=self._asked.pairs(self._told[name]),
                status=status_sign(question, place),
                exact=exact_sign(question, place),
                time=time_sign(question, place),
                month=month_sign(question, place),
                business=business_sign(question, place),
                record=record_sign(place),
            )
        return self._shared[name]


def _paragraph_likeness(found: SearchResult) -> dict[str, float]:
    """By paragraph, the likeness of its best unit to the question."""
    return _best_of(
        found,
        (
            (unit.paragraph, likeness)
            for ranked in found.ranked
            for unit, likeness in zip(ranked.passage.units, ranked.likeness, strict=True)
        ),
    )


def _paragraphs_met(found: SearchResult) -> dict[str, float]:
    """By paragraph, how far it meets the question word by word."""
    return _best_of(
        found, (pair for ranked in found.ranked for pair in zip(ranked.passage.paragraphs, ranked.met, strict=True))
    )


def _best_of(found: SearchResult, values: Iterable[tuple[str, float]]) -> dict[str, float]:
    """By paragraph the best of its values; a vote's is at least that of the motion that it is of."""
    best: dict[str, float] = {}
    for name, value in values:
        best[name] = max(value, best.get(name, 0.0))
    for name, of in found.moved.items():
        likes = [best[motion] for motion in of.paragraphs if motion in best]
        best[name] = max([*likes, best.get(name, 0.0)])
    return best


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
