"""The words of a question that a paragraph should hold to answer it. Pure."""

import re

from assistant.question import Question, Wanted
from assistant.retrieval.search import SearchResult
from index.models import Placed
from index.text import kept_words_of, words_of

_ASKS_WHAT_WAS_DECIDED = re.compile(
    r"\bwhat (?:was|were|is|has been|did .{3,60}?) (?:decide|decided|agree|agreed|resolve|resolved)\b|\bdecision on\b",
    re.I,
)


UNSEEN = 7.0  # the weight of a word that no passage holds: about that of a rare one


_CLOSE = 6  # words between a figure and a word of the question


class QuestionTerms:
    """The question's telling words with their weights: what a paragraph should hold to answer it."""

    def __init__(self, found: SearchResult) -> None:
        self.question = found.question
        telling = telling_words(found.question)
        self.for_the_decision = _ASKS_WHAT_WAS_DECIDED.search(found.question.text) is not None
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


def matters(question: Question) -> list[str]:
    """The words that name a matter: none in "What did the Cabinet decide on 9 January?"."""
    named = {word for body in question.bodies for word in words_of(body)} | _OF_MEETINGS
    return [word for word in _said_of_it(question) if word not in named and not word.isdigit()]


_OF_NUMBERS = frozenset(words_of("paragraph para item entry section number no minute"))


def asks_by_number(question: Question) -> bool:
    """Whether a question gives a printed number and names no matter: "minute 7/24", "what does paragraph 4.10 say?"."""
    told = [word for word in matters(question) if word not in _OF_NUMBERS and not any(c.isdigit() for c in word)]
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
