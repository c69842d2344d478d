"""The answer to when a meeting was: the line in the head of its minutes that prints its own day. Pure."""

import re
from collections.abc import Iterable, Sequence

from assistant.answer.people import is_of_meeting_alone
from assistant.question import Question
from corpus.dates import find_dates
from corpus.models import Meeting, Part, PartKind
from index.models import Placed

_WHEN = re.compile(
    r"^(?:when|(?:on )?(?:what|which) (?:day|date)) (?:was|did) (?P<rest>[^?]*\bmeeting\b[^?]*?)(?: held| take place| happen)?\??$",
    re.I,
)


def asks_for_day(question: Question) -> bool:
    """Whether a question asks on which day a meeting was, and nothing more."""
    asked = _WHEN.match(question.text.strip())
    return asked is not None and is_of_meeting_alone(asked["rest"], question)


_NEXT = re.compile(
    r"^(?:when|(?:on )?(?:what|which) (?:day|date))(?: is|['’]s| will| are)(?: the)? next (?P<rest>[^?]*\bmeetings?\b[^?]*?)"
    r"(?: be(?: held)?| take place| happen)?\??$",
    re.I,
)
_TELLS_NEXT = re.compile(r"\bnext\b.{0,40}\bmeetings?\b|\bmeetings?\b.{0,20}\bnext\b", re.I)


def asks_for_next_day(question: Question) -> bool:
    """Whether a question asks when the next meeting is, and nothing more."""
    asked = _NEXT.match(question.text.strip())
    return asked is not None and is_of_meeting_alone(asked["rest"], question)


def next_day_told(places: Sequence[Placed]) -> str | None:
    """The id of the paragraph of a meeting's papers that gives a later day for the next meeting; None where none does."""
    for place in places:
        paragraph, date = place.paragraph, place.part.meeting.date or ""
        about = f"{paragraph.item_title or ''} {paragraph.section or ''} {paragraph.own}"
        later = any(found.iso > date for found in find_dates(paragraph.own))
        if not paragraph.heading and later and _TELLS_NEXT.search(about):
            return paragraph.id
    return None


def newest_minuted(parts: Iterable[Part]) -> Meeting | None:
    """The newest meeting of one body that minutes tell of; None where there is none, or minutes of several bodies."""
    met = [part.meeting for part in parts if part.kind is PartKind.MINUTES and part.meeting.date]
    if len({(meeting.council, meeting.body) for meeting in met}) != 1:
        return None
    return max(met, key=lambda meeting: meeting.date or "")


def day_told(meeting: Meeting, places: Sequence[Placed]) -> str | None:
    """The id of the first paragraph of a meeting's minutes that prints its day; None where none does."""
    for place in places:
        minuted = place.part.kind is PartKind.MINUTES and place.part.meeting == meeting
        if minuted and any(found.iso == meeting.date for found in find_dates(place.paragraph.own)):
            return place.paragraph.id
    return None
