"""What speaks for and against the papers' answering a question at all. Pure.

A near miss holds the question's words and lacks the answer: no price beside the scheme, another year, another
council. So words in common say little; the doubts ask whether what is wanted stands where it should, and which of
the question's words nothing near the answer bears out. A longer question says more of the answer, and finds it more surely.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict

from assistant.question import AnswerType, Wanted, answer_types_of, fit, plain_years
from assistant.retrieval.features import titles
from assistant.retrieval.question_terms import UNSEEN, telling_words
from assistant.retrieval.ranking import Candidate, best_of_each
from assistant.retrieval.search import SearchResult
from index.text import words_of

_LOOKED_AT = 30  # paragraphs
_UNITS_LOOKED_AT = 150
_NO_FIT = -4.0  # where nothing fits at all
_SHORT, _LONG = 5, 7  # telling words: a short question is no worse for being shorter still, nor a long one better
_CAPITALISED = re.compile(r"(?<![.?!]\s)(?<!^)\b[A-Z][A-Za-z'’-]{2,}\b")
_FIGURES = re.compile(r"\d[\d,./]*")


def doubts(found: SearchResult, candidates: Sequence[Candidate]) -> dict[str, float]:
    """The doubts by name for a question and its ranked units; `candidates` is not empty."""
    top = best_of_each(candidates, _LOOKED_AT)
    return {
        **_fitting(found, candidates, top),
        **_missing(found, top[:5]),
        "likeness": max(one.signs.likeness for one in top[:5]),
        "lead": top[0].score - top[min(4, len(top) - 1)].score,
        "passage": found.ranked[0].score,
        "score": top[0].score,
        **{f"best {name}": value for name, value in asdict(top[0].signs).items()},
    }


def _fitting(found: SearchResult, candidates: Sequence[Candidate], top: Sequence[Candidate]) -> dict[str, float]:
    """How far below the best the first paragraph and unit of the wanted shape, year and time stand; and which shape."""
    question = found.question
    best = top[0].score
    shapes = answer_types_of(question)
    units = candidates[:_UNITS_LOOKED_AT]
    shaped = [one for one in units if not shapes or one.signs.kind > 0.99]
    here = [one for one in top if not question.councils or one.placed.part.meeting.council in question.councils]
    away = [one for one in top if one not in here]
    in_time = [one for one in candidates if one.signs.time == 1.0]
    return {
        "shaped paragraph": _gap(best, [one for one in top if fit(question, one.placed.paragraph.own) > 0.99])
        if shapes
        else 0.0,
        "shaped unit": _gap(best, shaped) if shapes else 0.0,
        "year": _gap(best, [one for one in top if _in_years(found, one)]) if question.years else 0.0,
        "shaped in year": _gap(best, [one for one in shaped if _in_years(found, one)])
        if shapes or question.years
        else 0.0,
        "in time": _gap(best, in_time) if question.spans else 0.0,
        "counted": _counted(question.text, top[:3]),
        "elsewhere": max(0.0, _around(away) - _around(here)),
        "fit": top[0].signs.kind,
        "dated": float(bool(question.spans)),
        "number": float(Wanted.NUMBER in question.wanted),
        **{f"asks for {shape.value}": float(shape in shapes) for shape in AnswerType},
    }


def _missing(found: SearchResult, top: Sequence[Candidate]) -> dict[str, float]:
    """The question's words, names and figures that the best paragraphs and their titles do not hold."""
    telling = telling_words(found.question)
    scale = UNSEEN / (found.rarest or 1.0)  # a small collection has no word as rare as a large one's
    weights = {word: scale * found.rarity.get(word, 0.0) or UNSEEN for word in telling}
    total = sum(weights.values()) or 1.0
    best = set(words_of(_context(found, top[0])))
    near = best.union(*(words_of(_context(found, one)) for one in top[1:]))
    own = set(words_of(top[0].placed.paragraph.own))
    capitalised = _CAPITALISED.findall(found.question.text)
    names = [word for name in capitalised for word in words_of(name) if word in weights]
    figures = _FIGURES.findall(found.question.text)
    context = _context(found, top[0])
    return {
        "unseen": sum(weight for word, weight in weights.items() if not found.rarity.get(word)) / total,
        "rarest": max(weights.values(), default=0.0),
        "rarest missing": max((weight for word, weight in weights.items() if word not in best), default=0.0),
        "rarest missing near": max((weight for word, weight in weights.items() if word not in near), default=0.0),
        "uncovered": sum(weight for word, weight in weights.items() if word not in own) / total,
        "names missing": _share(names, best),
        "names missing near": _share(names, near),
        "figures missing": sum(figure not in context for figure in figures) / len(figures) if figures else 0.0,
        "length": float(min(max(len(telling), _SHORT), _LONG)),
    }


def _share(names: Sequence[str], held: set[str]) -> float:
    return sum(name not in held for name in names) / len(names) if names else 0.0


def _gap(best: float, found: Sequence[Candidate]) -> float:
    return max(found[0].score - best, _NO_FIT) if found else _NO_FIT


def _context(found: SearchResult, one: Candidate) -> str:
    place = one.placed
    of = found.moved.get(place.paragraph.id)
    meeting = place.part.meeting
    texts = (place.paragraph.text, titles(place), meeting.council, meeting.date, of.words if of else None)
    return " ".join(text for text in texts if text)


def _in_years(found: SearchResult, one: Candidate) -> bool:
    text = plain_years(_context(found, one))
    return all(year in text for year in found.question.years)


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
