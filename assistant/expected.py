"""What an answer must look like, from the question: money, a share, a count, a day, a name. Pure.

A near miss is about the right thing and lacks just this: the paragraph on the pilot that names no price.
"""

import re
from enum import StrEnum
from functools import lru_cache

from assistant.question import Question, Wanted


class Shape(StrEnum):
    """The shape of words that the answer must hold."""

    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    RATE = "rate"
    LENGTH = "length of time"
    DAY = "day"
    TIME = "time"
    NAME = "name"
    FIRM = "firm"
    GRADE = "grade"


_MONEY = re.compile(
    r"\b(?:how much (?:money|did|does|do|was|is|were|more|will|has|would|funding|of)|cost|costs|price|spend|spent|spending|bill|money|worth|owe|owed|salary|deficit|pooled|price tag|budget|funding|grant|wage|precept|sum|saving|savings)\b|£",
    re.I,
)
_SHARE = re.compile(r"\b(?:percentage|per ?cent|proportion|share|slice|what fraction)\b|%", re.I)
_RATE = re.compile(r"\b(?:rate|per 10,000|per 1,000|ratio|multiple|times the)\b", re.I)
_COUNT = re.compile(r"\b(?:how many|number of|count of|how often|how large|how big|total)\b", re.I)
_LENGTH = re.compile(
    r"\b(?:how long|how soon|how quickly|how often|how frequently|how far ahead|for how many (?:weeks|months|years|days)|waiting time)\b",
    re.I,
)
_DAY = re.compile(
    r"\b(?:(?:what|which|on what|on which) (?:date|dates|day)|by what dates?|when (?:is|was|did|does|do|are|were|will|are|can))\b",
    re.I,
)
_TIME = re.compile(
    r"\b(?:when|what month|which month|what year|which year|until when|by when|by which month|deadline|cut-off)\b", re.I
)
_FIRM = re.compile(r"\b(?:which|what) (?:firm|firms|company|companies|contractor|supplier|provider|charity)\b", re.I)
_NAME = re.compile(
    r"\b(?:who|whose|name of|named|which (?:councillors?|members?|officers?|director|person|people))\b", re.I
)
_GRADE = re.compile(r"\b(?:grade|graded|rating|rated|judgement|mark)\b", re.I)

_FIGURE = re.compile(
    r"(?<![\w.,/])(?:£\s?)?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per cent|k\b|m\b|bn\b|million|billion|thousand))?", re.I
)
_WORD_FIGURE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|half|third|quarter|all|none|no|both)\b",
    re.I,
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY_SAID = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b|\bto be confirmed\b|\btbc\b",
    re.I,
)
_TIME_SAID = re.compile(
    rf"\b{_MONTH}\b|\b(?:19|20)\d\d\b|\b(?:spring|summer|autumn|winter)\b|\d[.:]\d\d ?(?:am|pm)|\bto be confirmed\b|\btbc\b",
    re.I,
)
_LENGTH_SAID = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a)[ -](?:working )?(?:hours?|days?|weeks?|months?|years?)\b|\b(?:annual(?:ly)?|quarterly|monthly|weekly|daily|termly|bi-?monthly|twice|once)\b",
    re.I,
)
_NAME_SAID = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\b|(?<![.!?]\s)(?<!^)\b[A-Z][a-z]+ [A-Z][a-z'’-]+\b|^[A-Z][a-z]+ [A-Z][a-z'’-]+\b|\b(?:Director|Manager|Officer|Commissioner|Chair|Leader|Head|Inspector|Nurse|Lead|Secretary|Minister|Board|Committee|Panel|Council|Trust|Service)\b"
)
_GRADE_SAID = re.compile(
    r"\b(?:outstanding|good|requires? improvement|inadequate|satisfactory|adequate|gold|silver|bronze|amber|green|red)\b",
    re.I,
)
_FIRM_SAID = re.compile(
    r"\b(?:Ltd|Limited|plc|LLP|Group|Associates|Contractors?|Services|Trust|Barnardo|Company)\b|\b[A-Z]{3,}\b"
)


@lru_cache(maxsize=256)
def shapes_of(question: Question) -> frozenset[Shape]:
    """The shapes that an answer to the question must have; empty where any words may answer."""
    text, found = question.text, set()
    if Wanted.NUMBER in question.wanted:
        if _SHARE.search(text):
            found.add(Shape.SHARE)
        elif _LENGTH.search(text):
            found.add(Shape.LENGTH)
        elif _COUNT.search(text) and not re.search(r"how much|£", text):
            found.add(Shape.COUNT)
        elif _MONEY.search(text):
            found.add(Shape.MONEY)
        elif _RATE.search(text):
            found.add(Shape.RATE)
        else:
            found.add(Shape.COUNT)
    elif _MONEY.search(text) and re.search(r"\bwhat(?:'s| is| was| were)\b|\bhow much\b", text, re.I):
        found.add(Shape.MONEY)
    if Wanted.DATE in question.wanted and not found & {Shape.LENGTH}:
        found.add(Shape.DAY if _DAY.search(text) else Shape.TIME) if _TIME.search(text) or _DAY.search(text) else None
    if _FIRM.search(text):
        found.add(Shape.FIRM)
    elif Wanted.PERSON in question.wanted and _NAME.search(text):
        found.add(Shape.NAME)
    if _GRADE.search(text) and re.search(r"\bwhat\b|\bhow (?:did|was|were)\b", text, re.I) and not found:
        found.add(Shape.GRADE)
    return frozenset(found)


def holds(shape: Shape, text: str, asked: str) -> bool:
    """Whether a text holds words of a shape that the question itself does not print."""
    if shape is Shape.LENGTH:
        return bool(_LENGTH_SAID.search(text))
    if shape is Shape.DAY:
        return bool(_DAY_SAID.search(text))
    if shape is Shape.TIME:
        return bool(_TIME_SAID.search(text))
    if shape is Shape.NAME:
        return bool(_NAME_SAID.search(text))
    if shape is Shape.FIRM:
        return bool(_FIRM_SAID.search(text))
    if shape is Shape.GRADE:
        return bool(_GRADE_SAID.search(text))
    figures = [figure.strip() for figure in _FIGURE.findall(text)]
    fresh = [figure for figure in figures if figure not in asked]
    if shape is Shape.MONEY:
        return any(figure.startswith("£") for figure in fresh) or bool(re.search(r"\b(?:million|per annum)\b", text))
    if shape is Shape.SHARE:
        return any(re.search(r"%|per cent", figure) for figure in fresh) or bool(
            re.search(r"\b(?:half|third|quarter|majority|percent)\b|\d+ (?:of|out of) (?:the )?\d+", text, re.I)
        )
    plain = [figure for figure in fresh if not re.fullmatch(r"(?:19|20)\d\d", figure)]
    return bool(plain) or bool(_WORD_FIGURE.search(text))


def fit(question: Question, text: str) -> float:
    """The share of the shapes asked for that a text holds, 0..1; 0.5 where any words may answer."""
    shapes = shapes_of(question)
    if not shapes:
        return 0.5
    return sum(holds(shape, text, question.text) for shape in shapes) / len(shapes)
