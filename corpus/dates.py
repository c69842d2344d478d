"""Dates as committee papers print them: read as ISO dates (YYYY-MM-DD), and written out again. Pure."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}  # "january" to 1, English alone
_SHORT = {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
_WELSH = {
    name: n
    for n, name in enumerate(
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split(), 1
    )
}
_MONTH = "(?:" + "|".join(sorted([*MONTHS, *_SHORT, *_WELSH], key=len, reverse=True)) + r")\b\.?"
_DAY = r"(\d{1,2})\s*(?:st|nd|rd|th)?"
_DAY_MONTH_YEAR = re.compile(rf"\b{_DAY}\s*(?:of\s+)?({_MONTH}),?\s*(?:,\s*)?((?:19|20)\d\d)\b", re.I)
_MONTH_DAY_YEAR = re.compile(rf"\b({_MONTH}),?\s+{_DAY},?\s+((?:19|20)\d\d)\b", re.I)
_FIGURE = re.compile(r"\d")
_NUMERIC = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d|\d\d)\b")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_OCR_YEAR = re.compile(r"\b2[0oO]([0-9oO])(\d)\b")  # "2O24": a letter for a nought, which no year holds
_WEEKDAY_DAY_MONTH = re.compile(
    rf"\b({'|'.join(calendar.day_name)}),?\s+(?:the\s+)?{_DAY}\s*(?:of\s+)?({_MONTH})", re.I
)
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\s+(?:of\s+)?((?:19|20)\d\d)\b", re.I)
_DAY_MONTH = re.compile(rf"\b{_DAY}\s*(?:of\s+)?({_MONTH})(?!\s*,?\s*(?:19|20)\d\d)", re.I)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date in a text, as ISO, and the character offsets where it stands."""

    iso: str
    start: int
    end: int


def month_number(word: str) -> int | None:
    """1 to 12 for a month's English or Welsh name or its usual short form, else None."""
    word = word.lower().rstrip(".")
    return MONTHS.get(word) or _SHORT.get(word) or _WELSH.get(word)


def iso(year: int, month: int, day: int) -> str | None:
    """YYYY-MM-DD, or None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_dates(text: str) -> list[FoundDate]:
    """Every full date (day, month and year) in the text, in order; in figures the day comes first, as in Britain.

    "13 March 2025", "Thursday, 13th March, 2025", "March 18, 2025", "13.03.25", "2025-03-13", "4 MARCH 2O24".
    """
    if not _FIGURE.search(text):
        return []
    found: list[FoundDate] = []
    taken = bytearray(len(text))  # 1 for each character that a date already stands on
    text = _OCR_YEAR.sub(lambda match: match.group().replace("o", "0").replace("O", "0"), text)

    def add(year: str, month: int | None, day: str, match: re.Match[str]) -> None:
        full_year = int(year) + (2000 if len(year) == 2 else 0)
        stamp = iso(full_year, month, int(day)) if month else None
        if stamp and not any(taken[match.start() : match.end()]):
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            found.append(FoundDate(stamp, match.start(), match.end()))

    for match in _DAY_MONTH_YEAR.finditer(text):
        add(match[3], month_number(match[2]), match[1], match)
    for match in _MONTH_DAY_YEAR.finditer(text):
        add(match[3], month_number(match[1]), match[2], match)
    for match in _ISO.finditer(text):
        add(match[1], int(match[2]), match[3], match)
    for match in _NUMERIC.finditer(text):
        add(match[3], int(match[2]), match[1], match)
    return sorted(found, key=lambda found_date: found_date.start)


def counts_month_first(texts: Iterable[str]) -> bool:
    """Whether a paper's dates in figures put the month first: one has a second figure above 12, none a first one."""
    slashed = (text for text in texts if "/" in text)
    found = [(int(match[1]), int(match[2])) for text in slashed for match in _NUMERIC.finditer(text)]
    return any(second > 12 >= first for first, second in found) and not any(first > 12 for first, _ in found)


def day_first(text: str) -> str:
    """The text with its dates in figures turned from month first to day first: "30/6/2026" for "6/30/2026"."""
    return _NUMERIC.sub(lambda m: m[0] if int(m[1]) > 12 else f"{m[2]}/{m[1]}/{m[3]}", text)


def first_date(text: str) -> str | None:
    """The first full date in the text as YYYY-MM-DD, or None."""
    found = find_dates(text)
    return found[0].iso if found else None


def date_by_weekday(text: str, years: Iterable[int]) -> str | None:
    """The date of "Monday 6 November" in the one of these years whose calendar has that weekday on it.

    None where the text names no such day, or where no year or more than one fits.
    """
    match = _WEEKDAY_DAY_MONTH.search(text)
    month = month_number(match[3]) if match else None
    if match is None or month is None:
        return None
    stamps = {stamp for year in years if (stamp := iso(year, month, int(match[2])))}
    fitting = [stamp for stamp in stamps if date.fromisoformat(stamp).strftime("%A").lower() == match[1].lower()]
    return fitting[0] if len(fitting) == 1 else None


def day_that_fits(text: str, stamp: str, listed: str) -> str:
    """The ISO date `listed`, within a week of `stamp`, where the text prints `stamp` with a weekday that it is not and `listed` is; else `stamp`.

    "Thursday, October 5, 2021" was a Tuesday: one of the two is misprinted, and a listing of the 7th, a Thursday, says which.
    """
    day, other = date.fromisoformat(stamp), date.fromisoformat(listed)
    for found in find_dates(text):
        weekday = re.search(r"\b(\w+day),?\s+(?:the\s+)?$", text[: found.start], re.I)
        if found.iso == stamp and weekday and weekday[1].lower() != f"{day:%A}".lower():
            fits = weekday[1].lower() == f"{other:%A}".lower() and abs((other - day).days) <= 7
            return listed if fits else stamp
    return stamp


def long_date(stamp: str) -> str:
    """The ISO date "2024-01-08" as "8 January 2024"; any other text unchanged."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", stamp)
    return f"{int(match[3])} {calendar.month_name[int(match[2])]} {match[1]}" if match else stamp


def month_span(year: int, month: int) -> tuple[str, str]:
    """The first and last day of a month, as ISO dates."""
    return f"{year}-{month:02d}-01", f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def find_months(text: str) -> list[tuple[int, int]]:
    """(year, month) of every "January 2024" in the text, in order."""
    pairs = ((int(match[2]), month_number(match[1])) for match in _MONTH_YEAR.finditer(text))
    return [(year, month) for year, month in pairs if month]


def find_day_months(text: str) -> list[tuple[int, int]]:
    """(month, day) of every "25 March" that no year follows, in order."""
    pairs = ((month_number(match[2]), int(match[1])) for match in _DAY_MONTH.finditer(text))
    return [(month, day) for month, day in pairs if month]
