"""Ranked passages to ranked paragraphs: which words would answer, and how likely. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.question import fit
from assistant.retrieval.features import (
    NAMES,
    Signs,
    business_sign,
    exact_sign,
    month_sign,
    record_sign,
    status_sign,
    time_sign,
    titled_sign,
    titles,
    vote_sign,
    years_said,
)
from assistant.retrieval.question_terms import QuestionTerms, asks_by_number, is_numbered
from assistant.retrieval.search import SearchResult
from assistant.retrieval.weights import fitted_weights
from corpus.models import Status
from index.models import Placed


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


# In the order of the signs; fitted by benchmarks/fit_weights.py.
WEIGHTS = tuple(fitted_weights().signs[name] for name in NAMES)


def rank_units(
    found: SearchResult, placed: Mapping[str, Placed], weights: Sequence[float] = WEIGHTS
) -> list[Candidate]:
    """Every citable unit of the passages found, best first; scores compare within one question only."""
    asked = QuestionTerms(found)
    best = max((one.score for one in found.ranked), default=1.0) or 1.0
    paragraph_likeness: dict[str, float] = {}
    for one in found.ranked:
        for unit, likeness in zip(one.passage.units, one.likeness, strict=True):
            paragraph_likeness[unit.paragraph] = max(likeness, paragraph_likeness.get(unit.paragraph, 0.0))
    for name, of in found.moved.items():  # a vote is as like the question as the motion that it is of
        likes = [paragraph_likeness[motion] for motion in of.paragraphs if motion in paragraph_likeness]
        paragraph_likeness[name] = max([*likes, paragraph_likeness.get(name, 0.0)])
    told = {name: f"{place.paragraph.text}\n{_moved(found, name)}" for name, place in placed.items()}
    around_of = {name: asked.covered(text) for name, text in told.items()}
    shared: dict[str, tuple[float, ...]] = {}
    out: list[Candidate] = []
    by_number = asks_by_number(asked.question)
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
                    asked.covered(titles(place)),
                    asked.pairs(told[unit.paragraph]),
                    status_sign(asked.question, place),
                    exact_sign(asked.question, place),
                    time_sign(asked.question, place),
                    month_sign(asked.question, place),
                    business_sign(asked.question, place),
                    record_sign(place),
                )
            around, title, pairs, status, exact, time, month, business, record = shared[unit.paragraph]
            words = place.paragraph.own[unit.start : unit.end]
            kind = fit(asked.question, words)
            signs = Signs(
                passage=max(one.score, 0.0) / best,
                likeness=max(likeness, 0.0),
                paragraph=paragraph_likeness[unit.paragraph],
                covered=asked.covered(words),
                around=around,
                title=title,
                pairs=pairs,
                near=asked.near(words),
                kind=kind,
                status=status,
                exact=(exact + years_said(asked.question, words)) / 2,
                brief=min(len(words) / 60.0, 1.0),
                leads=float(words.rstrip().endswith((":", ":-"))),
                vote=vote_sign(asked.question, place),
                beside=beside * kind,
                time=time,
                month=month,
                business=business,
                titled=titled_sign(place, words),
                record=record,
                settled=float(status == 1.0) if asked.for_the_decision else 0.5,
                meeting=float(status == time == 1.0) if asked.of_a_meeting else 0.5,
            )
            score = sum(weight * sign for weight, sign in zip(weights, signs.as_list(), strict=True))
            if by_number and is_numbered(asked.question, place):
                score += _BY_NUMBER + _ITS_DECISION * (place.paragraph.status is Status.RESOLUTION)
            out.append(Candidate(place, unit.start, unit.end, signs, score))
    out.sort(key=lambda candidate: (-candidate.score, candidate.placed.paragraph.id, candidate.start))
    return out


def _moved(found: SearchResult, name: str) -> str:
    """The words of the motion that a vote or outcome is of; "" for any other paragraph."""
    return found.moved[name].words if name in found.moved else ""


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


_BY_NUMBER = 20.0  # before all that only prints the number: more than any signs together
_ITS_DECISION = 3.0  # what a minute resolved, before its debate
