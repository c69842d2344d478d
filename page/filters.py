"""Filters from what a reader typed, and in words; BadFilter says what to do where one cannot be used."""

import calendar
import re
from dataclasses import asdict, replace
from datetime import date

from assistant.decisions.models import DecisionFilters, EntryKind, Standing
from assistant.models import Filters
from corpus.dates import MONTHS
from page.wording import date_range, date_words, kind_words

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")
_WORDED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$")
_YEAR = re.compile(r"(\d{4})$")
_MONTHS = MONTHS | {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}


class BadFilter(ValueError):
    """A filter that cannot be used; its text says what to do."""


def read_date(text: str | None, end: bool = False) -> str | None:
    """A date as YYYY-MM-DD from 8 January 2024, 08/01/2024, 2024-01-08, January 2024 or 2024; None for "".

    A month or a year alone is its first day, or its last with `end`.
    Raises: BadFilter where it is no date.
    """
    words = " ".join((text or "").lower().split())
    if not text or not words:
        return None
    parts = _year_month_day(words)
    try:
        if parts:
            return _day(*parts, end).isoformat()
    except ValueError:
        pass  # there is no such day
    shown = text.strip()[:40]
    raise BadFilter(f"“{shown}” is not a date that Minutebook can read. Write it as 8 January 2024 or 08/01/2024.")


def _year_month_day(words: str) -> tuple[int, int | None, int | None] | None:
    if match := _ISO.match(words):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _SLASHED.match(words):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _WORDED.match(words):
        month = _MONTHS.get(match[2])
        return (int(match[3]), month, int(match[1]) if match[1] else None) if month else None
    return (int(words), None, None) if _YEAR.match(words) else None


def _day(year: int, month: int | None, day: int | None, end: bool) -> date:
    """The date; of a month or a year alone the first day, or the last with `end`.

    Raises: ValueError where there is no such day.
    """
    if month is None:
        return date(year, 12, 31) if end else date(year, 1, 1)
    if day is None:
        return date(year, month, calendar.monthrange(year, month)[1] if end else 1)
    return date(year, month, day)


def read_filters(council: str, body: str, since: str | None, until: str | None, kind: str) -> Filters:
    """Filters from the form's fields, "" meaning any.

    Raises: BadFilter for a date that cannot be read or dates the wrong way round.
    """
    first, last = read_date(since), read_date(until, end=True)
    if first and last and first > last:
        raise BadFilter(
            f"The first date, {date_words(first)}, is after the last, {date_words(last)}. Swap them or clear one."
        )
    return Filters(council or None, body or None, first, last, kind or None)


def read_decision_filters(
    query: str, body: str, since: str, until: str, kind: str, standing: str, person: str
) -> DecisionFilters:
    """Filters of the register of decisions from the form's fields, "" meaning any.

    Raises: BadFilter for a date that cannot be read, or a kind or standing that does not exist.
    """
    try:
        return DecisionFilters(
            query=query.strip() or None,
            body=body or None,
            since=read_date(since),
            until=read_date(until, end=True),
            kind=EntryKind(kind) if kind else None,
            standing=Standing(standing) if standing else None,
            person=person.strip() or None,
        )
    except ValueError as error:
        raise error if isinstance(error, BadFilter) else BadFilter(str(error)) from error


def summary(filters: Filters) -> str:
    """The filters in one line of words; "" for none."""
    if filters.since and filters.until:
        dates = date_range(filters.since, filters.until)
    elif filters.since:
        dates = f"from {date_words(filters.since)}"
    else:
        dates = f"until {date_words(filters.until)}" if filters.until else ""
    kind = f"{kind_words(filters.kind).lower()} only" if filters.kind else ""
    return ", ".join(part for part in (filters.council, filters.body, kind, dates) if part)


def recognised_words(held: Filters, guessed: Filters) -> str:
    """How a question was read, in one line: what alone was searched, and what was looked at first.

    `held`: the reader's filters. `guessed`: those that the question itself names.
    """
    only = summary(held)
    first = summary(replace(guessed, **dict.fromkeys(fields_of(held))))
    parts = [f"Searched only: {only}" if only else "", f"Looked first at: {first}" if first else ""]
    return ". ".join(part for part in parts if part)


def fields_of(filters: Filters) -> dict[str, str]:
    """The filters that are set, by their field."""
    return {name: value for name, value in asdict(filters).items() if value}
