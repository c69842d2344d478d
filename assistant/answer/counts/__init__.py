"""Counts: questions on how many or how often, and what the records hold, in; what was counted with its citations out."""

from assistant.answer.counts.asked import CountAsked, Counted, count_asked
from assistant.answer.counts.decided import decisions_counted, how_many_decided, motions_counted
from assistant.answer.counts.meetings import Met, discussed_counted, meetings_counted, meetings_of
from assistant.answer.counts.people import attendance_counted, oftenest_counted, present_counted

__all__ = [
    "CountAsked",
    "Counted",
    "Met",
    "attendance_counted",
    "count_asked",
    "decisions_counted",
    "discussed_counted",
    "how_many_decided",
    "meetings_counted",
    "meetings_of",
    "motions_counted",
    "oftenest_counted",
    "present_counted",
]
