"""The day of the meeting that a statement tells of, and whether a paragraph is of another meeting. Pure."""

import re

from corpus.dates import find_dates, find_day_months, find_months
from index.models import Placed

_MEETING = re.compile(
    r"(?:^|\b(?:meeting|meetings|met|session|resolved|agreed|decided|voted)) ?(?:held )?(?:on|of|for)? ?(?:the )?(?:\w+day,? )?$",
    re.I,
)
_IN_A_MONTH = re.compile(r"^In (?=[A-Z][a-z]+ \d{4}\b)")


def meeting_days(statement: str) -> tuple[str, ...]:
    """The days, YYYY-MM-DD, on which a statement says that a meeting did something: "On 4 June 2025 the Council ..."."""
    return tuple(found.iso for found in find_dates(statement) if _MEETING.search(statement[: found.start]))


def meeting_month(statement: str) -> str | None:
    """The month, YYYY-MM, in which a statement says that something was done: "In June 2025 the Council ..."; else None."""
    months = find_months(statement) if _IN_A_MONTH.match(statement) else []
    return f"{months[0][0]}-{months[0][1]:02d}" if months else None


def is_of_days(statement: str, day: str | None) -> bool:
    """Whether a meeting of a day may be the one that a statement gives a day or a month of; it may give none."""
    days, month = meeting_days(statement), meeting_month(statement)
    return (not days or day in days) and (month is None or (day or "").startswith(month))


def is_of_another_day(statement: str, place: Placed) -> bool:
    """Whether a statement gives a day that neither the paragraph nor its meeting, title or item gives.

    A day that the paragraph prints without its year may be the statement's.
    """
    part, paragraph = place.part, place.paragraph
    printed = " ".join(filter(None, (paragraph.text, paragraph.item_title, paragraph.section, part.title)))
    days = {found.iso for found in find_dates(printed)}
    months = {f"-{month:02d}-{day:02d}" for month, day in find_day_months(printed)}
    told = [found.iso for found in find_dates(statement)]
    known = [
        day
        for day in told
        if day == part.meeting.date or day in days or day[4:] in months and day not in meeting_days(statement)
    ]
    month = meeting_month(statement)
    of_month = (
        month is None
        or (part.meeting.date or month).startswith(month)
        or f"{month}" in {f"{y}-{m:02d}" for y, m in find_months(printed)}
    )
    return part.meeting.date is not None and not (of_month and len(known) == len(told))
