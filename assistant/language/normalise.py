"""A text in one form: quotes, dashes and spaces, and words that say one thing in two ways ("half an hour", "30 minutes")."""

import re
from collections.abc import Callable
from functools import lru_cache

from index.text import NUMBER_WORDS, ORDINAL_WORDS

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "…": "."}
)
_TAG = re.compile(r"<(/?)(\w+)[^<>]*>")
_ORDINALS = dict(zip(
    ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"),
    ORDINAL_WORDS, strict=True))  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?:[1-9]|10)(?:st|nd|rd|th)\b(?!\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|-|to|(?:and|&)\s\d))"
)
_ONES = "|".join(word for word, number in NUMBER_WORDS.items() if 1 <= number <= 12)  # the hours of a clock
_HOURS = rf"{_ONES}|1[0-2]|[1-9]"
_SOME = rf"{_ONES}|{_ONES.title()}"
_AMONG = r"twelve|eleven|fifteen|thirty|forty|fifty|ten|nine|eight|seven|six|five|four|three|twenty|a hundred|10|[3-9]|20|100"
_VERB = r"\s?(?:[.,;:)]|$|-\s|(?:is|are|was|were|has|have|had|does|do|did|will|would|could|can|who|whose|now|lives?|said|\w+ed)\b)"
_IN_LINE = frozenset(("sup", "sub", "b", "i", "em", "strong", "u", "span"))  # tags that part no words
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15}  # minutes


def _as_clock(match: re.Match[str]) -> str:
    """Return "4:30" for "half past four"."""
    hour = _hour(match[2])
    minutes = _PAST[match[1].lower()]
    return f"{(hour - (minutes < 0) - 1) % 12 + 1}:{minutes % 60}"


def _hour(word: str) -> int:
    """Return the number of an hour told in a word or in digits."""
    return NUMBER_WORDS[word.lower()] if word.isalpha() else int(word)


def _as_quarter(match: re.Match[str]) -> str:
    """Return "Q3" for "third quarter"."""
    return f"Q{ORDINAL_WORDS.index(match[1].lower()) + 1}"


_ONE_FORM: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\bhalf a year\b", re.I), "six months"),
    (
        re.compile(r"\b(first|second|third|fourth) quarter(?= of (?:the )?(?:financial )?(?:year|20\d\d))", re.I),
        _as_quarter,
    ),
    (re.compile(r"\bhalf an hour\b", re.I), "30 minutes"),
    (re.compile(r"\bthree[- ]quarters of an hour\b", re.I), "45 minutes"),
    (re.compile(r"\ba quarter of an hour\b", re.I), "15 minutes"),
    (re.compile(r"\b(?:an|one) hour and a half\b", re.I), "90 minutes"),
    (re.compile(r"\bhalf (?:a|of one|of a|of 1) ?(per ?cent|percentage point|%)", re.I), r"0.5 \1"),
    (re.compile(rf"\b({_ONES}) and a half\b", re.I), lambda match: f"{NUMBER_WORDS[match[1].lower()]}.5"),
    (re.compile(r"\b([a-z]+ty)-odd\b", re.I), r"about \1"),
    (re.compile(r"\ba year and a half\b", re.I), "18 months"),
    (re.compile(r"\bhalf[- ]year(?:ly)?\b", re.I), "halfyear"),
    (re.compile(r"\bhalf a dozen\b", re.I), "six"),
    (re.compile(rf"\b(?:a )?(half past|quarter past|quarter to) ({_HOURS})\b", re.I), _as_clock),
    (
        re.compile(rf"\b({_SOME}) ((?:(?!in\b|out\b)[a-z]+ ){{1,3}})(in|out of) (every )?({_AMONG})\b(?={_VERB})"),
        r"\1 in \5 \2",
    ),
    (re.compile(rf"\b({_ONES})(?= o'?clock\b)", re.I), lambda match: str(_hour(match[1]))),
    (re.compile(r"\b(?:prior to|in advance of)\b", re.I), "before"),
    (re.compile(r"\bsubsequent to\b", re.I), "after"),
    (re.compile(r"\b[Aa]/[Cc]\b"), "account"),
    (
        re.compile(r"(?<![£$€\d.,])(\d[\d.,]*)m(?=\)| (?:long|wide|high|tall|deep|from|on|of|either|in length)\b)"),
        r"\1 metres",
    ),
)
_VICE_CHAIR = re.compile(r"\b([Vv]ice) (?=[Cc]hair)")
_STUCK_NUMBER = re.compile(r"(?m)^(\d{1,3}\.)(?=[A-Z][a-z])")
_SPACES = re.compile(r"[ \r\f\v]+")
_MARKS = re.compile(r"[^a-z0-9£%+]+")


@lru_cache(maxsize=4_096)
def plain(text: str) -> str:
    """Return the text without tags, in one form; line ends and tabs are kept."""
    text = text.translate(_QUOTES)
    if "<" in text:
        text = _TAG.sub(lambda tag: "" if tag[2].lower() in _IN_LINE else "\n", text)
    for pattern, words in _ONE_FORM:
        text = pattern.sub(words, text)
    text = _VICE_CHAIR.sub(r"\1-", text)
    text = _STUCK_NUMBER.sub(r"\1 ", text)
    text = _ORDINAL.sub(lambda match: _ORDINALS[match[0]], text)
    return _SPACES.sub(" ", text).strip()


@lru_cache(maxsize=4_096)
def squashed(text: str) -> str:
    """Return the letters, digits and signs alone, for telling whether one text stands inside another."""
    return _MARKS.sub(" ", plain(text).lower()).strip()
