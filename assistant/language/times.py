"""Dates, months, years and financial years in a text, and whether two of them agree."""

import re
from dataclasses import dataclass

from corpus.dates import MONTHS, month_number

_NAMES = sorted([*MONTHS, *(name[:3] for name in MONTHS), "sept"], key=len, reverse=True)
_MONTH = r"(?P<month{0}>" + "|".join(_NAMES) + r")\b\.?"
_DAY = r"(?P<day{0}>[0-3]?\d)\s?(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_TO = r"\s*(?:-|to|and|until)\s*"


def _form(pattern: str, *numbers: int) -> re.Pattern[str]:
    """Return a pattern in which <D1>, <M1>, <Y1> and so on stand for a day, a month and a year."""
    for number in numbers:
        for letter, part in (("D", _DAY), ("M", _MONTH), ("Y", _YEAR)):
            pattern = pattern.replace(f"<{letter}{number}>", part.format(number))
    return re.compile(rf"(?<![\d.,/£])(?<!\d-){pattern}(?![\d/])", re.I)


# The first that fits wins, so the longer forms stand first.
_FORMS = (
    _form(r"<D1>\s*(?:of\s+)?<M1>(?:,?\s*<Y1>)?" + _TO + r"(?:[a-z]+day\s+)?<D2>\s*(?:of\s+)?<M2>(?:,?\s*<Y2>)?", 1, 2),
    _form(r"<D1>" + _TO + r"<D2>\s*(?:of\s+)?<M2>(?:,?\s*<Y2>)?", 1, 2),
    _form(r"<D1>\s*(?:of\s+)?<M1>(?:,?\s*(?:in\s+)?<Y1>)?", 1),
    _form(r"<M1>\s+<D1>(?:,\s*|\s+)<Y1>", 1),
    _form(r"(?:(?<=the )|(?<=on )|(?<=of ))<M1>\s+<D1>\b", 1),  # "on April 5"; "in March 18 cases" is no date
    _form(r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"),
    _form(r"(?P<numeric>[0-3]?\d[./][01]?\d[./](?:(?:19|20)\d\d|\d\d))"),
    _form(r"<M1>,?\s+(?:of\s+)?<Y1>", 1),
    _form(r"(?P<from>(?:19|20)\d\d)\s?[-/]\s?(?P<till>(?:19|20)\d\d|\d\d)"),
    _form(r"(?P<from>[012]\d)/(?P<till>[0123]\d)"),
    _form(r"<Y1>", 1),
)
_FIRST = re.compile(r"\d|" + "|".join(_NAMES), re.I)
_BARE_MONTH = re.compile(
    r"\b(?P<month1>January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|by|since|until|from|to|and|of|during|last|that|this|next|mid|early|late|end)|-)\s*$", re.I
)
_WORD_OR_NUMBER = re.compile(r"[\d.,/]+|\w+")
_NUMERIC_PARTS = re.compile(r"[./]")
_OFTEN_A_WORD = ("May", "March")  # months whose names are common words too
_MONTH_NAMES = {number: name.capitalize() for name, number in MONTHS.items()}


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as printed; what it does not say is None. A span ("2023/24", "2016-2021") has `till`, its last year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    till: int | None = None

    def __str__(self) -> str:
        if self.till is not None:
            return f"{self.year}/{self.till % 100:02d}"
        parts = [str(self.day) if self.day else "", _MONTH_NAMES.get(self.month or 0, ""), str(self.year or "")]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A time and where it stands (character offsets)."""

    moment: TimeExpression
    start: int
    end: int


def agrees(sentence: TimeExpression, source: TimeExpression) -> bool:
    """Whether the sentence's time holds of the printed one.

    What the sentence gives must be printed; the year of a date may be left out there. Either end of a span of several
    years holds of the span, but neither year of a financial year does.
    """
    if sentence.till is None and source.till is not None:
        is_long = source.till - (source.year or 0) > 1
        return sentence.month is None and is_long and sentence.year in (source.year, source.till)
    if sentence.till is not None:
        return (sentence.year, sentence.till) == (source.year, source.till)
    if sentence.month is None and sentence.year != source.year:
        return False
    if sentence.month is not None and sentence.month != source.month:
        return False
    if sentence.year is not None and source.year is not None and sentence.year != source.year:
        return False
    return sentence.day is None or sentence.day == source.day


def find_moments(text: str) -> list[FoundMoment]:
    """Return every time named in the text, in order, none over another."""
    found: list[FoundMoment] = []
    position = 0
    while start := _FIRST.search(text, position):
        position = start.start()
        for form in _FORMS:
            match = form.match(text, position)
            moments = _read(match) if match else []
            if match and moments:
                found += moments
                position = match.end()
                break
        else:
            position = _bare_month(text, position, found)
    return found


def _bare_month(text: str, position: int, found: list[FoundMoment]) -> int:
    """Add a month's name that stands by itself as one ("in May", not "may"); return where to go on."""
    match = _BARE_MONTH.match(text, position)
    if match and (match[1] not in _OFTEN_A_WORD or _BEFORE_MONTH.search(text[max(0, position - 12) : position])):
        found.append(FoundMoment(TimeExpression(month=month_number(match[1])), position, match.end()))
        return match.end()
    skipped = _WORD_OR_NUMBER.match(text, position)
    return skipped.end() if skipped else position + 1


def _read(match: re.Match[str]) -> list[FoundMoment]:
    """Return the one or two times of a match, or none where its numbers cannot be a date."""
    got = match.groupdict()
    if got.get("iso"):
        year, month, day = map(int, str(got["iso"]).split("-"))
        return _dated(match, year, month, day)
    if got.get("numeric"):
        day, month, year = map(int, _NUMERIC_PARTS.split(got["numeric"]))
        return _dated(match, year + 2000 if year < 100 else year, month, day)
    if got.get("from"):
        return _span(match, got["from"], got["till"])
    if got.get("day2"):
        return _range_of_days(match, got)
    name, day_text, year_text = got.get("month1"), got.get("day1"), got.get("year1")
    return _dated(
        match,
        int(year_text) if year_text else None,
        month_number(name) if name else None,
        int(day_text) if day_text else None,
    )


def _dated(match: re.Match[str], year: int | None, month: int | None, day: int | None) -> list[FoundMoment]:
    """Return the time where month and day are such, else nothing."""
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return []
    return [FoundMoment(TimeExpression(year, month, day), match.start(), match.end())]


def _span(match: re.Match[str], first: str, last: str) -> list[FoundMoment]:
    """Return a financial year or a span of years; "24/24" and "7/24" (a minute's number) are neither."""
    start = int(first) + (2000 if len(first) == 2 else 0)
    end = int(last) + (start // 100 * 100 if len(last) == 2 else 0)
    if end <= start or (len(first) == 2 and end != start + 1):
        return []
    return [FoundMoment(TimeExpression(start, till=end), match.start(), match.end())]


def _range_of_days(match: re.Match[str], got: dict[str, str | None]) -> list[FoundMoment]:
    """Return both ends of "12 to 16 June 2023"; the first takes the month and year that only the second gives."""
    year2 = int(got["year2"] or 0) or None
    month2 = month_number(got["month2"] or "")
    year1 = int(got["year1"] or 0) or year2 if "year1" in got else year2
    month1 = month_number(got["month1"] or "") if got.get("month1") else month2
    middle = match.start("day2")
    first = TimeExpression(year1, month1, int(got["day1"] or 0))
    second = TimeExpression(year2, month2, int(got["day2"] or 0))
    if not (1 <= (first.day or 0) <= 31 and 1 <= (second.day or 0) <= 31):
        return []
    return [FoundMoment(first, match.start(), middle), FoundMoment(second, middle, match.end())]
