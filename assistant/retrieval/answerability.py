"""How likely it is that the best paragraphs answer at all; answer/abstention.py declines by it. Pure."""

import math
from collections.abc import Sequence

from assistant.question import Wanted, fit
from assistant.retrieval.answerability_features import doubts
from assistant.retrieval.question_terms import asks_by_number, is_numbered, telling_words
from assistant.retrieval.ranking import Candidate
from assistant.retrieval.search import SearchResult
from assistant.retrieval.table_cells import has_cell_asked_for
from assistant.retrieval.weights import fitted_weights
from corpus.models import Status

THRESHOLD = fitted_weights().threshold
FOLLOW_UP_THRESHOLD = fitted_weights().follow_up_threshold
_FIRST, _CLOSE = 5, 0.3  # of the candidates, and how little worse one may be to be as good
_ALL_THERE = 0.6  # the confidence where one sentence or cell holds all that is asked, or has the number asked for


def confidence(found: SearchResult, candidates: Sequence[Candidate]) -> float:
    """How likely the papers answer, 0..1; 0 where nothing was found, or no paper holds a word or the number of what is asked about.

    A logistic regression on the doubts, fitted by benchmarks/fit_weights.py; docs/lab.md has the curve that the
    threshold was chosen on.
    """
    if not candidates:
        return 0.0
    if asks_by_number(found.question):
        return _ALL_THERE if is_numbered(found.question, candidates[0].placed) else 0.0
    if _is_foreign(found):
        return 0.0
    if _is_all_there(found, candidates[0]) or has_cell_asked_for(found.question, candidates[0].placed.paragraph):
        return _ALL_THERE
    return max(
        _likely(found, [one, *(other for other in candidates if other is not one)])
        for one in _as_good(found, candidates)
    )


def _likely(found: SearchResult, candidates: Sequence[Candidate]) -> float:
    found_doubts = doubts(found, candidates)
    fitted = fitted_weights()
    total = fitted.bias + sum(
        weight * (found_doubts[name] - centre) for name, (centre, weight) in fitted.doubts.items()
    )
    return 1.0 / (1.0 + math.exp(-total))


def _as_good(found: SearchResult, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate, and where a decision is asked for the resolution that is as good as it, if there is one."""
    best = candidates[0]
    if Wanted.DECISION not in found.question.wanted:
        return [best]
    near = [one for one in candidates[:_FIRST] if best.score - one.score < _CLOSE]
    return [best, *(one for one in near[1:] if one.placed.paragraph.status is Status.RESOLUTION)][:2]


def _is_all_there(found: SearchResult, best: Candidate) -> bool:
    """Whether one sentence holds every word of a question about a financial year, the year, and the figure asked for.

    Only where the question names such a year is the exact sign whole; other questions are left to the doubts.
    """
    return best.signs.covered > 0.99 and best.signs.exact > 0.99 and fit(found.question, best.words) > 0.99


def _is_foreign(found: SearchResult) -> bool:
    """Whether no paper holds any word that says what the question is about, nor the papers' words for it."""
    question = found.question
    told = [*telling_words(question), *question.extra]
    return not question.business and not any(found.rarity.get(word) for word in told)
