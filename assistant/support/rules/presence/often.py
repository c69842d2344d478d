"""How often a thing happens, and whether the paragraphs say so: every two weeks, fortnightly, four times a year. Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.language.annotated import Token
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw
from index.text import NUMBER_WORDS

_OFTEN = re.compile(
    r"\b(?:(?:every|each|once a|once every) (?:(?P<times>other|second|third|two|three|four|five|six|\d+) )?(?P<unit>year|month|week|day|fortnight|quarter)s?"
    r"|(?P<often>twice|(?:two|three|four|five|six|[1-9]\d*)(?= times)) (?:times )?(?:a|each|every|per) (?P<within>year|month|week|fortnight)"
    r"|(?P<adverb>annually|yearly|monthly|weekly|daily|fortnightly|quarterly|half-?yearly|six-?monthly|bi-?ennial(?:ly)?))\b",
    re.I,
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 90, "year": 360}
_ADVERBS = {
    "daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "quarterly": 90, "halfyearly": 180, "sixmonthly": 180,
    "annually": 360, "yearly": 360, "biennial": 720, "biennially": 720,
}  # fmt: skip
_TIMES_WORDS = {"other": 2, "second": 2, "third": 3, **NUMBER_WORDS}


def frequency_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence says "every year" and the paragraphs say "every two years"."""
    sentence, source = _frequencies(pair.sentence.text), _frequencies(pair.source.text)
    for often, words in sentence.items():
        unit = next((unit for unit, days in _DAYS.items() if days == often), "")
        if source and often not in source and not (unit and re.search(rf"\b{unit}s?\b", _rest(pair.source.text), re.I)):
            yield Fault(Flaw.UNIT, f"The paragraph says “{next(iter(source.values()))}”, not “{words}”")
            return


def tells_how_often(pair: Aligned, token: Token) -> bool:
    """Whether a figure is part of a frequency that the paragraphs tell in other words ("every three months")."""
    source = _frequencies(pair.source.text)
    return any(
        match.start() <= token.start < match.end() and days in source
        for match in _OFTEN.finditer(pair.sentence.text)
        for days in _frequencies(match[0])
    )


@lru_cache(maxsize=512)
def _frequencies(text: str) -> dict[int, str]:
    """Every how many days a text says that things happen, and in which words."""
    found = {}
    for match in _OFTEN.finditer(text):
        got = match.groupdict()
        if got["adverb"]:
            days = _ADVERBS[got["adverb"].lower().replace("-", "")]
        elif got["often"]:
            times = got["often"].lower()
            count = int(times) if times.isdigit() else _TIMES_WORDS.get(times, 2)
            days = _DAYS[got["within"].lower()] // count
        else:
            times = (got["times"] or "one").lower()
            count = int(times) if times.isdigit() else _TIMES_WORDS.get(times, 1)
            days = _DAYS[got["unit"].lower()] * count
        found[days] = match[0]
    return found


def _rest(text: str) -> str:
    """A text without the words that say how often."""
    return _OFTEN.sub(" ", text)
