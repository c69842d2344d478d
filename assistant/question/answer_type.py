"""What an answer must look like, from the question: money, a share, a count, a day, a name. Pure.

A near miss is about the right thing and lacks just this: the paragraph on the pilot that names no price.
"""

import re
from enum import StrEnum
from functools import lru_cache

from assistant.question.understanding import Question, Wanted


class AnswerType(StrEnum):
    """The shape of words that the answer must hold."""

    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    FIGURE = "figure"  # an amount of whatever unit: "How much had calls gone up?"
    RATE = "rate"
    LENGTH = "length of time"
    DAY = "day"
    TIME = "time"
    NAME = "name"
    PROPER = "proper name"  # a firm's, a school's, a street's
    GRADE = "grade"
    REASON = "reason"


_MONEY = re.compile(
    r"\b(?:costs?|costing|prices?|spend|spent|spending|bill|money|worth|owed?|salary|deficit|pooled|price tag|budget|funding|grant|wage|"
    r"precept|sum|savings?|fee|fine|charged?|rent|paid|debt|surplus|shortfall|balance|raised?|kitty|bank accounts?|valuation|value|come to|came to|"
    r"(?:bring|brought|pull|pulled|take|took) in|set (?:\w+ ){1,3}back)\b|[£$€]",
    re.I,
)
_NOT_MONEY = re.compile(r"\bby how much\b|\bhow much (?:of|more|less)\b|\binterest\b", re.I)  # as often a share
_SHARE = re.compile(r"\b(?:percentages?|per ?cent|proportions?|shares?|slice|what fraction)\b|%", re.I)
_RATE = re.compile(r"\b(?:rate|per 10,000|per 1,000|ratio|multiple|times the)\b", re.I)
_COUNT = re.compile(r"\b(?:how many|number of|count of|how often|how large|how big)\b", re.I)
_MORE_THAN = re.compile(
    r"\b(?:more|fewer|less|bigger|higher|lower|larger|smaller|greater|longer|shorter|(?:above|below|over|under) (?:the )?(?:\w+ )?average)\b",
    re.I,
)
_LENGTH = re.compile(
    r"\b(?:how long|how soon|how quickly|how often|how frequently|how far ahead|for how many (?:weeks|months|years|days)|waiting time)\b",
    re.I,
)
_DAY = re.compile(r"\b(?:what|which|on what|on which|by what|by which) (?:dates?|days?)\b", re.I)
_PROPER = re.compile(
    r"\b(?:which|what|whose) (?:(?!(?:is|are|was|were|did|does|do|has|had|have|will|would|could|the|of)\b)\w+ ){0,2}?(?:firms?|compan(?:y|ies)|contractors?|suppliers?|providers?|charit(?:y|ies)|authorit(?:y|ies)|councils?|"
    r"consultants|consultancy|agenc(?:y|ies)|organisations?|bod(?:y|ies)|banks?|unions?|part(?:y|ies)|schools?|colleges?|universit(?:y|ies)|"
    r"hospitals?|church|streets?|roads?|parks?|wards?|villages?|towns?|districts?|boroughs?|pubs?|hotels?|newspapers?|clubs?|departments?)\b",
    re.I,
)
_NAME = re.compile(
    r"\b(?:who|whose|name of|named|which (?:councillors?|members?|officers?|director|person|people))\b", re.I
)
_GRADE = re.compile(r"\b(?:grade|graded|rating|rated|judgement|mark)\b", re.I)

_FIGURE = re.compile(
    r"(?<![\w.,/])(?:[£$€]\s?)?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per cent|k\b|m\b|bn\b|million|billion|thousand))?", re.I
)
_IS_MONEY = re.compile(r"[£$€]|\d[\d,]*\.\d\d$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD_FIGURE = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|half|third|quarter|none)\b",
    re.I,
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY_SAID = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|\bto be confirmed\b|\btbc\b",
    re.I,
)
_TIME_SAID = re.compile(
    rf"\b{_MONTH}\b|\b(?:19|20)\d\d\b|\b(?:spring|summer|autumn|winter)\b|\d[.:]\d\d ?(?:am|pm)|\b(?:noon|midnight)\b|\bto be confirmed\b|\btbc\b",
    re.I,
)
_LENGTH_SAID = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a)[ -](?:working )?(?:hours?|days?|weeks?|months?|years?)\b|\b(?:annual(?:ly)?|quarterly|monthly|weekly|daily|termly|bi-?monthly|twice|once|fortnight(?:ly)?|alternate\w*|every (?:other )?(?:day|week|month|year))\b",
    re.I,
)
_TITLED = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof(?:essor)?|Rev)\.?\s+(?:[A-Z]\.?\s+)*([A-Z][A-Za-z'’-]+)"
)
_TWO_NAMES = re.compile(r"\b[A-Z][a-z'’-]+(?: [A-Z]\.?)? [A-Z][A-Za-z'’-]+\b")
_POST = re.compile(
    r"\b(?:Director|Manager|Officer|Commissioner|Chair(?:man|person)?|Leader|Head|Inspector|Nurse|Lead|Secretary|Minister|"
    r"Mayor|Clerk|Board|Committee|Panel|Cabinet|Council|Trust|Service|Team|Department|Group)\b"
)
_GRADE_SAID = re.compile(
    r"\b(?:outstanding|good|requires? improvement|inadequate|satisfactory|adequate|gold|silver|bronze|amber|green|red)\b",
    re.I,
)
_REASON_SAID = re.compile(
    r"\b(?:because|as (?:there|it|they|this|the)|due to|as a result|owing to|in order to|so that|reason|following|concern(?:s|ed)?|since|given|therefore|would|to ensure|"
    r"caused|led to|attributed)\b",
    re.I,
)
_CAPITALISED = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w&'’-]+")


@lru_cache(maxsize=256)
def shapes_of(question: Question) -> frozenset[AnswerType]:
    """The shapes that an answer to the question must have; empty where any words may answer."""
    text, found = question.text, set()
    if Wanted.NUMBER in question.wanted:
        found.add(_amount(text))
    elif _MONEY.search(text) and re.search(r"\bwhat(?:'s| is| was| were)\b", text, re.I):
        found.add(AnswerType.MONEY)
    elif Wanted.YES_NO in question.wanted and _MORE_THAN.search(text):
        found.add(AnswerType.FIGURE)
    if Wanted.DATE in question.wanted and AnswerType.LENGTH not in found:
        found.add(AnswerType.DAY if _DAY.search(text) else AnswerType.TIME)
    if _PROPER.search(text):
        found.add(AnswerType.PROPER)
    elif Wanted.PERSON in question.wanted and _NAME.search(text):
        found.add(AnswerType.NAME)
    if _GRADE.search(text) and re.search(r"\bwhat\b|\bhow (?:did|was|were)\b", text, re.I) and not found:
        found.add(AnswerType.GRADE)
    if Wanted.REASON in question.wanted:
        found.add(AnswerType.REASON)
    return frozenset(found)


def _amount(text: str) -> AnswerType:
    """Which kind of figure a question asks for."""
    if _SHARE.search(text):
        return AnswerType.SHARE
    if _LENGTH.search(text):
        return AnswerType.LENGTH
    if _COUNT.search(text):
        return AnswerType.COUNT
    if _MONEY.search(text) and not _NOT_MONEY.search(text):
        return AnswerType.MONEY
    return AnswerType.RATE if _RATE.search(text) else AnswerType.FIGURE


def holds(shape: AnswerType, text: str, asked: str) -> bool:
    """Whether a text holds words of a shape that the question itself does not print."""
    if shape is AnswerType.LENGTH:
        return bool(_LENGTH_SAID.search(text))
    if shape is AnswerType.DAY:
        return _says_more(_DAY_SAID, text, asked)
    if shape is AnswerType.TIME:
        return _says_more(_TIME_SAID, text, asked) or _says_more(_DAY_SAID, text, asked)
    if shape is AnswerType.NAME:
        return any(_says_more(pattern, text, asked) for pattern in (_TITLED, _TWO_NAMES, _POST))
    if shape is AnswerType.PROPER:
        return _says_more(_CAPITALISED, text, asked)
    if shape is AnswerType.GRADE:
        return bool(_GRADE_SAID.search(text))
    if shape is AnswerType.REASON:
        return bool(_REASON_SAID.search(text))
    figures = [figure.strip() for figure in _FIGURE.findall(text)]
    fresh = [figure for figure in figures if figure not in asked]
    if shape is AnswerType.MONEY:
        return any(_IS_MONEY.match(figure) for figure in fresh) or bool(re.search(r"\b(?:million|per annum)\b", text))
    if shape is AnswerType.SHARE:
        return (
            ("%" in text and bool(fresh))
            or any("per cent" in figure for figure in fresh)
            or bool(
                re.search(r"\b(?:half|third|quarter|majority|percent)\b|\d+ (?:of|out of) (?:the )?\d+", text, re.I)
            )
        )
    if shape is AnswerType.FIGURE:
        return any(not _YEAR.fullmatch(figure) for figure in fresh) or bool(_WORD_FIGURE.search(text))
    plain = [figure for figure in fresh if not re.fullmatch(r"(?:19|20)\d\d|[£$€].*|.*(?:%|per cent)", figure)]
    return bool(plain) or bool(_WORD_FIGURE.search(text))


def _says_more(pattern: re.Pattern[str], text: str, asked: str) -> bool:
    """Whether a text holds a match of which the question prints no word (its one group's, where it has one)."""
    known = _words_of(asked)
    for match in pattern.finditer(text):
        words = re.findall(r"[^\W\d_]\w*|\d+", match.group(match.lastindex or 0).lower())
        if any(word not in known for word in words):
            return True
    return False


def fit(question: Question, text: str) -> float:
    """The share of the shapes asked for that a text holds, 0..1; 0.5 where any words may answer.

    A reason counts half where none of its words is there: it can be given without them.
    """
    shapes = shapes_of(question)
    if not shapes:
        return 0.5
    held = (1.0 if holds(shape, text, question.text) else 0.5 * (shape is AnswerType.REASON) for shape in shapes)
    return sum(held) / len(shapes)


@lru_cache(maxsize=256)
def _words_of(asked: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", asked.lower()))
