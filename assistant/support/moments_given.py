"""Whether each date, month and year of a sentence stands in its paragraphs or their context, in any form. Pure."""

import re
from collections.abc import Iterator

from assistant.language.times import TimeExpression, agrees
from assistant.support.fault import Fault, Flaw
from assistant.support.source import ReadText, SourceText
from corpus.dates import MONTHS

_BESIDE = re.compile(
    r"\b(?:(?:last|previous|past|prior|preceding|next|following|coming|this|current|same|that) (?:\w+ )?(?:year|autumn|spring|summer|winter)"
    r"|year (?:before|earlier|later|after|ago)|years (?:earlier|later|before|after|ago)|in \w+ years)\b",
    re.I,
)
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)\b")
_SHORT_YEAR = re.compile(r"['’](\d\d)\b|\b\d\d[/-](\d\d)\b|\b(?:FY|Q[1-4])\s?'?(\d\d)\b", re.I)


def moment_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault for each time that the source neither gives nor puts together from what it gives."""
    times = [found.moment for one in source.all for found in one.moments]
    text = source.text
    times += list(_numeric(text))
    for found in sentence.moments:
        moment = found.moment
        if any(agrees(moment, time) for time in times) or _put_together(moment, times, text):
            continue
        yield Fault(Flaw.DATE, f"No paragraph gives {moment}")


def _numeric(text: str) -> Iterator[TimeExpression]:
    """Yield the dates in digits, the month first or the day first."""
    for match in _NUMERIC.finditer(text):
        one, other, year = int(match[1]), int(match[2]), int(match[3])
        year += 2000 if year < 100 else 0
        for day, month in ((one, other), (other, one)):
            if 1 <= month <= 12 and 1 <= day <= 31:
                yield TimeExpression(year, month, day)


def _put_together(moment: TimeExpression, times: list[TimeExpression], text: str) -> bool:
    """Whether the parts of a time stand apart: a day and month without the year, a financial year's year, a span's middle."""
    if moment.till is not None:
        years = {time.year for time in times} | {time.till for time in times}
        return moment.year in years and moment.till in years
    year_given = moment.year is None or _year_given(moment.year, times, text)
    if moment.month is None:
        return year_given
    dayless = [time for time in times if time.month == moment.month and (moment.day is None or time.day == moment.day)]
    whole = [time for time in dayless if time.year is None or moment.year is None]
    return (
        bool(whole) and year_given or (moment.day is None and not dayless and _month_named(moment, text) and year_given)
    )


def _month_named(moment: TimeExpression, text: str) -> bool:
    name = next(name for name, number in MONTHS.items() if number == moment.month)
    return bool(re.search(rf"\b{name[:3]}(?:{name[3:]})?\b", text, re.I))


def _year_given(year: int, times: list[TimeExpression], text: str) -> bool:
    """Whether a year is named, lies in a span that is named, or is told as the one before or after another."""
    years = {time.year for time in times if time.year} | {time.till for time in times if time.till}
    years |= {2000 + int(part) for match in _SHORT_YEAR.finditer(text) for part in match.groups() if part}
    if year in years or str(year) in text:
        return True
    if any(time.till and time.year and time.year <= year <= time.till for time in times):
        return True
    return bool(_BESIDE.search(text)) and bool({year - 1, year + 1} & years)
