"""How likely it is that the best paragraphs answer at all, and when to decline. Pure.

A near miss holds the question's words and lacks the answer: no price beside the scheme, another year, another
council. So words in common say little; the signs below ask whether what is wanted stands where it should.
"""

import math
import re
from collections.abc import Sequence

from assistant.candidates import Candidate, best_of_each
from assistant.expected import Shape, fit, shapes_of
from assistant.question import Question, Wanted
from assistant.retrieve import Found
from index.keywords import words_of

_LOOKED_AT = 30  # paragraphs
_UNITS_LOOKED_AT = 150
_NO_FIT = -4.0  # where nothing fits at all

# Fitted by benchmarks/fit_weights.py over eval/dev, the sample and questions about nothing in any paper;
# docs/quality.md has the curve that the threshold was chosen on.
CENTRES = (
    -0.1224,
    -0.1344,
    -0.1475,
    -0.2929,
    0.5114,
    0.0013,
    0.5598,
    2.0511,
    0.9214,
    0.3117,
    0.0747,
    0.039,
    0.1721,
    0.013,
    0.0325,
    0.0682,
    0.0617,
    0.1331,
    0.0065,
    0.0032,
)
WEIGHTS = (
    -0.1072,
    1.268,
    0.2857,
    -0.0389,
    0.0227,
    -8.5944,
    4.1569,
    -0.2966,
    8.5898,
    -0.3286,
    0.7197,
    0.62,
    -0.7998,
    -0.8133,
    3.6536,
    3.5265,
    4.4932,
    -0.1707,
    -2.0504,
    -4.5696,
)
BIAS = -0.003
THRESHOLD = 0.3

FOLLOW_UP_THRESHOLD = 0.15


def doubts(found: Found, candidates: Sequence[Candidate]) -> list[float]:
    """The signs for a question and its ranked units, in the order of the weights; `candidates` is not empty.

    How far below the best the first paragraph and the first sentence of the wanted shape stand, and the first
    that names the question's years; whether what is counted stands by a figure; what other councils' papers
    hold more of; likeness; the lead of the best; then one sign for each shape of answer.
    """
    question = found.question
    top = best_of_each(candidates, _LOOKED_AT)
    units = candidates[:_UNITS_LOOKED_AT]
    best = top[0].score
    shapes = shapes_of(question)
    shaped = [one for one in units if not shapes or fit(question, one.words) > 0.99]
    here = [one for one in top if not question.councils or one.placed.part.meeting.council in question.councils]
    away = [one for one in top if one not in here]
    return [
        _gap(best, [one for one in top if fit(question, one.placed.paragraph.own) > 0.99]) if shapes else 0.0,
        _gap(best, shaped) if shapes else 0.0,
        _gap(best, [one for one in top if _in_years(question, one)]) if question.years else 0.0,
        _gap(best, [one for one in shaped if _in_years(question, one)]) if shapes or question.years else 0.0,
        _counted(question.text, top[:3]),
        max(0.0, _around(away) - _around(here)),
        max(one.signs.likeness for one in top[:5]),
        best - top[min(4, len(top) - 1)].score,
        found.ranked[0].score,
        float(Wanted.NUMBER in question.wanted),
        *(float(shape in shapes) for shape in Shape),
    ]


def _gap(best: float, found: Sequence[Candidate]) -> float:
    return max(found[0].score - best, _NO_FIT) if found else _NO_FIT


def confidence(found: Found, candidates: Sequence[Candidate]) -> float:
    """How likely the papers answer, 0..1; 0 where nothing was found."""
    if not candidates:
        return 0.0
    signs = doubts(found, candidates)
    total = BIAS + sum(w * (s - c) for w, s, c in zip(WEIGHTS, signs, CENTRES, strict=True))
    return 1.0 / (1.0 + math.exp(-total))


def _context(one: Candidate) -> str:
    place = one.placed
    meeting = place.part.meeting
    texts = (place.paragraph.text, place.paragraph.item_title, place.paragraph.section, place.part.title)
    return " ".join(text for text in (*texts, meeting.body, meeting.council, meeting.date) if text)


def _in_years(question: Question, one: Candidate) -> bool:
    text = _context(one)
    return all(year in text for year in question.years)


def _around(found: Sequence[Candidate]) -> float:
    return max((one.signs.around for one in found), default=0.0)


_HOW_MANY = re.compile(r"\bhow many (?:of (?:the |those |these )?)?((?:[a-z'’-]+ ){1,4})", re.I)
_FIGURE = re.compile(r"\d")


def _counted(question: str, top: Sequence[Candidate]) -> float:
    """1 where the noun after "how many" stands within four words of a figure in the best paragraphs, else 0; 0.5 unasked."""
    match = _HOW_MANY.search(question)
    if match is None:
        return 0.5
    nouns = set(words_of(match[1])[:2])
    for one in top:
        words = words_of(one.placed.paragraph.own)
        figures = [
            n
            for n, word in enumerate(words)
            if _FIGURE.match(word) and not re.fullmatch(r"(?:19|20)\d\d(?:/\d\d)?", word)
        ]
        nouns_at = [n for n, word in enumerate(words) if word in nouns]
        if any(abs(a - b) <= 4 for a in figures for b in nouns_at):
            return 1.0
    return 0.0
