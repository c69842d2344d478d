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
