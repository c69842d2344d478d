"""Filters from what a reader typed, and what to tell one whose date cannot be read."""

import calendar
import json
import re
from dataclasses import asdict, replace
from datetime import date
from html import escape

from assistant.models import Filters
from page.wording import date_range, kind_words, long_date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")
_WORDED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$")
_YEAR = re.compile(r"(\d{4})$")
_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
_SHORT = {name[:3]: n for name, n in _MONTHS.items()} | {"sept": 9}


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
        return _day(*parts, end).isoformat() if parts else _bad(text)
    except ValueError:
        return _bad(text)


def _year_month_day(words: str) -> tuple[int, int | None, int | None] | None:
    if match := _ISO.match(words):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _SLASHED.match(words):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _WORDED.match(words):
        month = _MONTHS.get(match[2]) or _SHORT.get(match[2])
        return (int(match[3]), month, int(match[1]) if match[1] else None) if month else None
    return (int(words), None, None) if _YEAR.match(words) else None


def _day(year: int, month: int | None, day: int | None, end: bool) -> date:
    if month is None:
        return date(year, 12, 31) if end else date(year, 1, 1)
    if day is None:
        return date(year, month, calendar.monthrange(year, month)[1] if end else 1)
    return date(year, month, day)


def _bad(text: str) -> str:
    shown = text.strip()[:40]
    raise BadFilter(f"“{shown}” is not a date that Minutebook can read. Write it as 8 January 2024 or 08/01/2024.")


def read_filters(council: str, body: str, since: str | None, until: str | None, kind: str) -> Filters:
    """Filters from the form, "" meaning any.

    Raises: BadFilter for a date that cannot be read or dates the wrong way round.
    """
    first, last = read_date(since), read_date(until, end=True)
    if first and last and first > last:
        raise BadFilter(
            f"The first date, {long_date(first)}, is after the last, {long_date(last)}. Swap them or clear one."
        )
    return Filters(council or None, body or None, first, last, kind or None)


def summary(filters: Filters) -> str:
    """The filters in one line; "" for none."""
    if filters.since and filters.until:
        dates = date_range(filters.since, filters.until)
    elif filters.since:
        dates = f"from {long_date(filters.since)}"
    else:
        dates = f"until {long_date(filters.until)}" if filters.until else ""
    kind = f"{kind_words(filters.kind).lower()} only" if filters.kind else ""
    return ", ".join(part for part in (filters.council, filters.body, kind, dates) if part)


def chips_html(filters: Filters) -> str:
    """The filters that are set, each as a chip that clears it; "" for none."""
    chips = [_set_chip(name, words) for name, words in _named(filters)]
    if not chips:
        return ""
    return f'<p class="chips"><span>Searching only:</span>{"".join(chips)}</p>'


def recognised_html(guessed: Filters) -> str:
    """What a question itself names, each as a chip that makes it a filter; "" for nothing."""
    fields = _fields(guessed)
    chips = [
        f'<button type="button" class="pick" data-act="filter" data-fields="{escape(json.dumps(_set(name, fields)))}">'
        f'<span class="sr">Search only </span>{escape(words)}<span aria-hidden="true"> +</span></button>'
        for name, words in _named(guessed)
    ]
    if not chips:
        return ""
    return f'<p class="chips"><span>Your question names:</span>{"".join(chips)}</p>'


def recognised_words(held: Filters, guessed: Filters) -> str:
    """How a question was read, in one line: what was searched only and what was looked at first."""
    only = summary(held)
    first = summary(replace(guessed, **dict.fromkeys(_fields(held))))
    parts = [f"Searched only: {only}" if only else "", f"Looked first at: {first}" if first else ""]
    return ". ".join(part for part in parts if part)


def _fields(filters: Filters) -> dict[str, str]:
    return {name: value for name, value in asdict(filters).items() if value}


def _named(filters: Filters) -> list[tuple[str, str]]:
    """Each filter's field and words, a first and last date as one."""
    dates = summary(Filters(since=filters.since, until=filters.until))
    kind = summary(Filters(kind=filters.kind))
    words = (("council", filters.council), ("body", filters.body), ("kind", kind), ("since", dates))
    return [(name, told) for name, told in words if told]


def _set(name: str, fields: dict[str, str]) -> dict[str, str]:
    names = ("since", "until") if name == "since" else (name,)
    return {one: fields[one] for one in names if one in fields}


def _set_chip(name: str, words: str) -> str:
    cleared = {"since": "", "until": ""} if name == "since" else {name: ""}
    return (
        f'<button type="button" class="pick is-set" data-act="filter" data-fields="{escape(json.dumps(cleared))}">'
        f'<span class="sr">Remove the filter </span>{escape(words)}<span aria-hidden="true"> ×</span></button>'
    )
