"""What an answer must look like, from the question: money, a share, a count, a day, a name. Pure.

A near miss is about the right thing and lacks just this: the paragraph on the pilot that names no price.
"""

import re
from functools import lru_cache

from assistant.question.answer_patterns import (
    ASKED,
    FIGURE,
    HELD,
    HOW_GRADED,
    NO_COUNT,
    OFTEN_A_SHARE,
    PLAIN_YEAR,
    SUM,
    WHAT_IS,
)
from assistant.question.kinds import AnswerType, Wanted
from assistant.question.understanding import Question

_OPEN_FIT = 0.5  # how well any text fits a question that any words may answer
_UNSAID_REASON = 0.5  # how well a text without a word of reason fits a question for one
_AMOUNTS = (AnswerType.SHARE, AnswerType.LENGTH, AnswerType.COUNT, AnswerType.MONEY, AnswerType.RATE)  # first come
# An answer must hold words of these that the question does not print itself.
_NEW = frozenset({AnswerType.DAY, AnswerType.TIME, AnswerType.NAME, AnswerType.PROPER})
_NUMERIC = frozenset({AnswerType.MONEY, AnswerType.SHARE, AnswerType.COUNT, AnswerType.FIGURE, AnswerType.RATE})


@lru_cache(maxsize=256)
def answer_types_of(question: Question) -> frozenset[AnswerType]:
    """The kinds of words that an answer to the question must hold; empty where any words may answer."""
    text, found = question.text, set()
    if Wanted.NUMBER in question.wanted:
        found.add(_amount(text))
    elif _asks(AnswerType.MONEY, text) and WHAT_IS.matches(text):
        found.add(AnswerType.MONEY)
    elif Wanted.YES_NO in question.wanted and _asks(AnswerType.FIGURE, text):
        found.add(AnswerType.FIGURE)
    if Wanted.DATE in question.wanted and AnswerType.LENGTH not in found:
        found.add(AnswerType.DAY if _asks(AnswerType.DAY, text) else AnswerType.TIME)
    if _asks(AnswerType.PROPER, text):
        found.add(AnswerType.PROPER)
    elif Wanted.PERSON in question.wanted and _asks(AnswerType.NAME, text):
        found.add(AnswerType.NAME)
    if not found and _asks(AnswerType.GRADE, text) and HOW_GRADED.matches(text):
        found.add(AnswerType.GRADE)
    if Wanted.REASON in question.wanted:
        found.add(AnswerType.REASON)
    return frozenset(found)


def _asks(kind: AnswerType, text: str) -> bool:
    """Whether a question has words that ask for a kind."""
    return ASKED[kind].matches(text)


def _amount(text: str) -> AnswerType:
    """Which kind of figure a question asks for."""
    for kind in _AMOUNTS:
        if _asks(kind, text) and not (kind is AnswerType.MONEY and OFTEN_A_SHARE.matches(text)):
            return kind
    return AnswerType.FIGURE


def holds(kind: AnswerType, text: str, asked: str) -> bool:
    """Whether a text holds words of a kind; a figure, date or name that the question itself prints does not count."""
    if kind in _NUMERIC:
        fresh = [figure for found in FIGURE.pattern.findall(text) if (figure := found.strip()) not in asked]
        return _holds_figure(kind, text, fresh)
    if kind in _NEW:
        return any(_says_more(held.pattern, text, asked) for held in HELD[kind])
    return _says(kind, text)


def _says(kind: AnswerType, text: str) -> bool:
    """Whether a text has words of a kind, whatever the question prints."""
    return any(held.matches(text) for held in HELD[kind])


def _holds_figure(kind: AnswerType, text: str, fresh: list[str]) -> bool:
    """Whether a text gives a figure of a kind: in words, or among the figures that the question does not print."""
    if kind is AnswerType.MONEY:
        return any(SUM.matches(figure) for figure in fresh) or _says(AnswerType.MONEY, text)
    if kind is AnswerType.SHARE:
        percent = ("%" in text and bool(fresh)) or any("per cent" in figure for figure in fresh)
        return percent or _says(AnswerType.SHARE, text)
    no_figure = PLAIN_YEAR if kind is AnswerType.FIGURE else NO_COUNT
    return any(not no_figure.matches(figure) for figure in fresh) or _says(AnswerType.FIGURE, text)


def _says_more(pattern: re.Pattern[str], text: str, asked: str) -> bool:
    """Whether a text holds a match with a word that the question does not print; of a pattern's group, if it has one."""
    known = _words_of(asked)
    for match in pattern.finditer(text):
        words = re.findall(r"[^\W\d_]\w*|\d+", match.group(match.lastindex or 0).lower())
        if any(word not in known for word in words):
            return True
    return False


def fit(question: Question, text: str) -> float:
    """The share, 0..1, of the kinds of words asked for that a text holds; 0.5 where any words may answer."""
    kinds = answer_types_of(question)
    if not kinds:
        return _OPEN_FIT
    return sum(_fit_of(kind, question, text) for kind in kinds) / len(kinds)


def _fit_of(kind: AnswerType, question: Question, text: str) -> float:
    """1 where a text holds a kind, else 0; a reason can be given without its words and counts half."""
    if holds(kind, text, question.text):
        return 1.0
    return _UNSAID_REASON if kind is AnswerType.REASON else 0.0


@lru_cache(maxsize=256)
def _words_of(asked: str) -> frozenset[str]:
    """The words of a question, in lower case, figures among them."""
    return frozenset(re.findall(r"\w+", asked.lower()))
