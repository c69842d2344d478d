"""Ranked passages to ranked paragraphs: which words would answer, and how likely. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.question.answer_type import fit
from assistant.question.understanding import Question, Wanted
from assistant.retrieval import fitted
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
from assistant.retrieval.search import SearchResult
from corpus.models import Status
from index.models import Placed
from index.text import kept_words_of, words_of


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
WEIGHTS = tuple(fitted.SIGNS[name] for name in NAMES)


def rank_units(
    found: SearchResult, placed: Mapping[str, Placed], weights: Sequence[float] = WEIGHTS
) -> list[Candidate]:
    """Every citable unit of the passages found, best first; scores compare within one question only."""
    asked = _Asked(found)
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


_ASKS_WHAT_WAS_DECIDED = re.compile(
    r"\bwhat (?:was|were|is|has been|did .{3,60}?) (?:decide|decided|agree|agreed|resolve|resolved)\b|\bdecision on\b",
    re.I,
)
UNSEEN = 7.0  # the weight of a word that no passage holds: about that of a rare one
_CLOSE = 6  # words between a figure and a word of the question


class _Asked:
    """The question's telling words with their weights: what a paragraph should hold to answer it."""

    def __init__(self, found: SearchResult) -> None:
        self.question = found.question
        telling = telling_words(found.question)
        self.for_the_decision = _ASKS_WHAT_WAS_DECIDED.search(found.question.text) is not None
        self.of_a_meeting = bool(found.question.spans) and not _matters(found.question)
        self._weights = {word: found.rarity.get(word, 0.0) or UNSEEN for word in telling}
        self._extra = {word: 0.4 * found.rarity.get(word, 0.0) for word in found.question.extra}
        self._total = sum(self._weights.values()) or 1.0
        self._neighbours = {(a, b) for a, b in zip(telling, telling[1:], strict=False)}

    def covered(self, text: str) -> float:
        """The share of the weight that a text holds, 0..1."""
        held = set(kept_words_of(text))
        score = sum(weight for word, weight in self._weights.items() if word in held)
        score += sum(weight for word, weight in self._extra.items() if word in held)
        return min(score / self._total, 1.0)

    def pairs(self, text: str) -> float:
        """The share of the question's neighbouring telling words that stand next to each other in a text."""
        if not self._neighbours:
            return 0.0
        words = kept_words_of(text)
        return len(self._neighbours & set(zip(words, words[1:], strict=False))) / len(self._neighbours)

    def near(self, text: str) -> float:
        """1 where a figure stands close to a telling word, and a figure is asked for; 0.5 where none is."""
        if not self.question.wanted & {Wanted.NUMBER, Wanted.VOTE}:
            return 0.5
        words = kept_words_of(text)
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


_OF_MEETINGS = frozenset(
    words_of(
        "decide decided decision decisions agree agreed resolve resolved resolution approve approved outcome happen happened the"
    )
)


def _matters(question: Question) -> list[str]:
    """The words that name a matter: none in "What did the Cabinet decide on 9 January?"."""
    named = {word for body in question.bodies for word in words_of(body)} | _OF_MEETINGS
    return [word for word in _said_of_it(question) if word not in named and not word.isdigit()]


_BY_NUMBER = 20.0  # before all that only prints the number: more than any signs together
_ITS_DECISION = 3.0  # what a minute resolved, before its debate
_OF_NUMBERS = frozenset(words_of("paragraph para item entry section number no minute"))


def asks_by_number(question: Question) -> bool:
    """Whether a question gives a printed number and names no matter: "minute 7/24", "what does paragraph 4.10 say?"."""
    told = [word for word in _matters(question) if word not in _OF_NUMBERS and not any(c.isdigit() for c in word)]
    return bool(question.references) and not told


def is_numbered(question: Question, place: Placed) -> bool:
    """Whether a paragraph, or the minute that it stands in, has one of the numbers that a question gives."""
    ref = place.paragraph.ref or ""
    return any(ref == number or ref.startswith((f"{number}(", f"{number},")) for number in question.references)


def telling_words(question: Question) -> list[str]:
    """The question's words that name what it is about; all its words where none does."""
    return _said_of_it(question) or list(question.words)


def _said_of_it(question: Question) -> list[str]:
    """The question's words without its councils, its years and the words of any question."""
    places = {word for name in question.councils for word in words_of(name)}
    return [w for w in question.words if w not in _GENERIC and w not in places and not _PLAIN_YEAR.fullmatch(w)]
