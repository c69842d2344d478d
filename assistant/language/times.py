"""Dates, months, years and financial years in a text, and whether two of them agree. Pure."""

import re
from dataclasses import dataclass

from corpus.dates import MONTHS, month_number

_NAMES = sorted([*MONTHS, *(name[:3] for name in MONTHS), "sept"], key=len, reverse=True)
_MONTH = r"(?P<month{0}>" + "|".join(_NAMES) + r")\b\.?"
_DAY = r"(?P<day{0}>[0-3]?\d)\s?(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_TO = r"\s*(?:-|to|and|until)\s*"


def _form(pattern: str, *numbers: int) -> re.Pattern[str]:
    """A pattern with {D1}, {M1}, {Y1} and so on written out."""
    for n in numbers:
        for letter, part in (("D", _DAY), ("M", _MONTH), ("Y", _YEAR)):
            pattern = pattern.replace(f"<{letter}{n}>", part.format(n))
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


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as printed: what it does not say is None. A span ("2023/24", "2016-2021") has `till`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    till: int | None = None

    def __str__(self) -> str:
        if self.till is not None:
            return f"{self.year}/{self.till % 100:02d}"
        names = {number: name.capitalize() for name, number in MONTHS.items()}
        parts = [str(self.day) if self.day else "", names.get(self.month or 0, ""), str(self.year or "")]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A moment and where it stands (character offsets)."""

    moment: TimeExpression
    start: int
    end: int


def agrees(said: TimeExpression, printed: TimeExpression) -> bool:
    """Whether what was said holds of the printed time: every part said is printed, or left open there."""
    if said.till is None and printed.till is not None:  # either end of a run of years, never of a financial year
        return (
            said.month is None and printed.till - (printed.year or 0) > 1 and said.year in (printed.year, printed.till)
        )
    if said.till is not None and printed.till is None:
        return False
    if said.till is not None:
        return (said.year, said.till) == (printed.year, printed.till)
    if said.month is None and said.year != printed.year:
        return False
    if said.month is not None and said.month != printed.month:
        return False
    if said.year is not None and printed.year is not None and said.year != printed.year:
        return False
    return said.day is None or said.day == printed.day


def find_moments(text: str) -> list[FoundMoment]:
    """Every time named in the text, in order, none over another."""
    found: list[FoundMoment] = []
    at = 0
    while start := _FIRST.search(text, at):
        at = start.start()
        for form in _FORMS:
            match = form.match(text, at)
            fresh = _read(match) if match else []
            if match and fresh:
                found += fresh
                at = match.end()
                break
        else:
            at = _bare_month(text, at, found)
    return found


def _bare_month(text: str, at: int, found: list[FoundMoment]) -> int:
    """Where to go on; a month's name by itself is added where it stands as one ("in May", not "may")."""
    match = _BARE_MONTH.match(text, at)
    if match and (match[1] not in ("May", "March") or _BEFORE_MONTH.search(text[max(0, at - 12) : at])):
        found.append(FoundMoment(TimeExpression(month=month_number(match[1])), at, match.end()))
        return match.end()
    number = re.compile(r"[\d.,/]+|\w+").match(text, at)
    return number.end() if number else at + 1


def _read(match: re.Match[str]) -> list[FoundMoment]:
    """The one or two moments of a match, or none where its numbers cannot be a date."""
    got = match.groupdict()
    if got.get("iso"):
        year, month, day = map(int, str(got["iso"]).split("-"))
        return _dated(match, year, month, day)
    if got.get("numeric"):
        day, month, year = map(int, re.split(r"[./]", got["numeric"]))
        return _dated(match, year + 2000 if year < 100 else year, month, day)
    if got.get("from"):
        return _span(match, got["from"], got["till"])
    if got.get("day2"):
        return _range_of_days(match, got)
    month_name, day_text, year_text = got.get("month1"), got.get("day1"), got.get("year1")
    year_read = int(year_text) if year_text else None
    return _dated(
        match, year_read, month_number(month_name) if month_name else None, int(day_text) if day_text else None
    )


def _dated(match: re.Match[str], year: int | None, month: int | None, day: int | None) -> list[FoundMoment]:
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return []
    return [FoundMoment(TimeExpression(year, month, day), match.start(), match.end())]


def _span(match: re.Match[str], first: str, last: str) -> list[FoundMoment]:
    """A financial year or a run of years; "24/24" and "7/24" (a minute's number) are neither."""
    start = int(first) + (2000 if len(first) == 2 else 0)
    end = int(last) + (start // 100 * 100 if len(last) == 2 else 0)
    if end <= start or (len(first) == 2 and end != start + 1):
        return []
    return [FoundMoment(TimeExpression(start, till=end), match.start(), match.end())]


def _range_of_days(match: re.Match[str], got: dict[str, str | None]) -> list[FoundMoment]:
    """Both ends of "12 to 16 June 2023"; the first takes the month and year that only the second gives."""
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
