"""How often a thing happens or is paid, and whether the paragraphs say so: fortnightly, every two weeks, four times a year. Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.support.fault import Fault, Flaw
from assistant.support.source import ReadText, SourceText
from index.text import NUMBER_WORDS

_UNIT = r"years?|months?|weeks?|days?|fortnights?|quarters?|hours?|annum"
_OFTEN = re.compile(
    rf"\b(?:(?:every|each|once a|once every) (?:(?P<times>other|second|third|two|three|four|five|six|ten|\d+) )?(?P<unit>{_UNIT})"
    rf"|(?P<often>once|twice|(?:two|three|four|five|six|[1-9]\d*)(?= times)) (?:times )?(?:a|each|every|per|in a) (?P<within>{_UNIT})"
    rf"|(?P<rate>per (?:{_UNIT})|p\.?a\b|(?<=[\w%] )(?<!\bin )(?<!\bover )(?<!\bfor )(?<!\bafter )(?<!\bwithin )(?<!\babout )(?<!\bthan )(?<!\bof )(?<!\bonly )"
    rf"(?<!\bjust )(?<!\bby )(?<!\bunder )(?<!\bnearly )(?<!\balmost )(?<!\btook )(?<!\btake )(?<!\btakes )(?<!\blasts )(?<!\blasted )(?<!\bas )(?<!\bis )(?<!\bwas )"
    rf"a (?:{_UNIT}))(?! (?:ago|later|earlier|before|after|long|of|and|in|or|since|on|off))"
    r"|(?P<adverb>annual(?:ly|ised|ized)?|yearly|monthly|weekly|hourly|daily|nightly|fortnightly|quarterly|half-?yearly|six-?monthly|bi-?ennial(?:ly)?|bi-?annual(?:ly)?|semi-?annual(?:ly)?|bi-?weekly|bi-?monthly))\b",
    re.I,
)
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 90, "year": 360, "annum": 360}
_ADVERBS = {
    "hourly": (1 / 24,), "daily": (1,), "nightly": (1,), "weekly": (7,), "fortnightly": (14,), "monthly": (30,), "quarterly": (90,), "halfyearly": (180,),
    "sixmonthly": (180,), "annual": (360,), "annually": (360,), "annualised": (360,), "annualized": (360,), "yearly": (360,), "biennial": (720,), "biennially": (720,), "biannual": (180, 720),
    "biannually": (180, 720), "semiannual": (180,), "semiannually": (180,), "biweekly": (3.5, 14), "bimonthly": (15, 60),
}  # fmt: skip
_TIMES = {"other": 2, "second": 2, "third": 3, **NUMBER_WORDS}

_ALIKE = 0.1  # twice a month is every fortnight
_SHORT = (1, 7, 14, 30, 90)  # days; that a sum is a year's may go without saying
_COUNTED = re.compile(r"\d[^,;.]{0,60}$")


def frequency_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault where the sentence says "twice a year" and the source only "every quarter"."""
    told = _frequencies(sentence.text)
    given = {days: words for one in source.all for days, words in _frequencies(one.text).items()}
    for days, words in told.items():
        if any(abs(days - other) < _ALIKE * other for other in given) or _named(days, source.text):
            continue
        if given:
            yield Fault(Flaw.UNIT, f"The paragraph says “{next(iter(given.values()))}”, not “{words}”")
            return
        if days in _SHORT and _COUNTED.search(sentence.text[: sentence.text.find(words)]):
            yield Fault(Flaw.UNIT, f"No paragraph says “{words}”")
            return


def _named(days: float, text: str) -> bool:
    """Whether the source names the unit of a frequency in another way ("over the year")."""
    unit = next((unit for unit, length in _DAYS.items() if length == days), "")
    return bool(unit) and bool(
        re.search(rf"(?<!first )(?<!second )(?<!third )(?<!last )(?<!next )\b{unit}s?\b", _OFTEN.sub(" ", text), re.I)
    )


def tells_how_often(text: str, start: int) -> bool:
    """Whether what starts there is part of how often something happens: the "two weeks" of "every two weeks"."""
    return any(match.start() <= start < match.end() and not match["rate"] for match in _OFTEN.finditer(text))


@lru_cache(maxsize=4_096)
def _frequencies(text: str) -> dict[float, str]:
    """Return every how many days a text says that things happen, and in which words."""
    found: dict[float, str] = {}
    for match in _OFTEN.finditer(text):
        got = match.groupdict()
        if got["adverb"]:
            found |= dict.fromkeys(_ADVERBS[got["adverb"].lower().replace("-", "")], match[0])
        elif got["rate"]:
            found[_DAYS.get(_singular(got["rate"].split()[-1]), 360)] = match[0]
        elif got["often"]:
            often = got["often"].lower()
            count = {"once": 1, "twice": 2, **_TIMES}.get(often) or int(often)
            found[_DAYS[_singular(got["within"])] / count] = match[0]
        else:
            times = (got["times"] or "one").lower()
            found[_DAYS[_singular(got["unit"])] * (_TIMES.get(times) or int(times))] = match[0]
    return found


def _singular(unit: str) -> str:
    return unit.lower().removesuffix("s")
