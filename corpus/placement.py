"""Parts without a date, body or council of their own, placed by the papers around them. Pure.

A council's site keeps a meeting's papers in one folder: the front sheet names the meeting, an appendix
often does not. Dates in the names of files and folders are not used: they are wrong more often than not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.models import Meeting, Outline, PartKind

_KIND_WORDS = re.compile(
    r"\b(?:metropolitan|township of|municipality of|township|municipality|borough|county|city|district|town|parish|community|london|royal|council)\b",
    re.I,
)


def votes_of(outline: Outline) -> tuple[Meeting, ...]:
    """What a paper says of the meeting that its folder is for: three times for a front sheet, once for a report."""
    first = outline.parts[0] if outline.parts else None
    if first is None or first.meeting.date is None:
        return ()
    if first.kind is PartKind.AGENDA and (
        len(outline.agenda_items) > 1 or re.search(r"agenda|summons", first.title, re.I)
    ):
        return (first.meeting,) * 3 if first.meeting.body else ()
    return (first.meeting,) if first.kind is PartKind.REPORT else ()


def folder_meeting(outlines: Iterable[Meeting]) -> Meeting | None:
    """The meeting that most of a folder's front sheets and dated reports belong to, or None.

    A front sheet's meeting is given three times by the caller, a report's once; the winner needs 60 % of all.
    """
    meetings = [meeting for meeting in outlines if meeting.date]
    votes = Counter(meeting.date for meeting in meetings)
    if not votes:
        return None
    date, count = votes.most_common(1)[0]
    if count < 3 or count < 0.6 * votes.total():
        return None
    bodies = Counter(meeting.body for meeting in meetings if meeting.date == date and meeting.body)
    councils = Counter(meeting.council for meeting in meetings if meeting.council)
    return Meeting(_most(councils), _most(bodies), date)


def _most(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def is_undated(outline: Outline) -> bool:
    """Whether a part that is not minutes names no meeting of its own: no date, or a date and no body."""
    return any(
        part.kind is not PartKind.MINUTES and not (part.meeting.date and part.meeting.body) for part in outline.parts
    )


def placed(outline: Outline, context: Meeting | None, councils: Sequence[str]) -> Outline:
    """The outline with what its parts lack taken from the folder's meeting and from the councils known.

    A date without a body is the day that a paper was made, not that of a meeting: the folder's meeting goes before it.
    A council that no part names is the known one whose place the paper names most, three times at least.
    One place has one name: the longest known.
    """
    own = next((part.meeting.council for part in outline.parts if part.meeting.council), None)
    council = (context.council if context else None) or own or _named(outline, councils)
    if council:
        council = max([council, *(name for name in councils if place_of(name) == place_of(council))], key=len)
    parts = []
    for part in outline.parts:
        meeting = part.meeting
        is_minutes = part.kind is PartKind.MINUTES
        parts.append(
            replace(
                part,
                meeting=Meeting(
                    council,
                    meeting.body or (context.body if context else None),
                    meeting.date if is_minutes or meeting.body or context is None else context.date or meeting.date,
                ),
            )
        )
    return replace(outline, parts=tuple(parts))


def place_of(council: str) -> str:
    """The place in a council's name, lower case: "aldermere" for "Aldermere Borough Council"."""
    return " ".join(_KIND_WORDS.sub(" ", council).lower().split())


def _named(outline: Outline, councils: Sequence[str]) -> str | None:
    """The known council whose place the paper names three times at least, or alone of all; None where that is open."""
    places = {place_of(council): council for council in sorted(councils, key=len)}
    counts = Counter(
        {
            place: sum(len(re.findall(rf"\b{re.escape(place)}\b", text.own, re.I)) for text in outline.paragraphs)
            for place in places
            if place
        }
    )
    named = [(place, count) for place, count in counts.most_common(2) if count]
    if not named or named[0][1] < 3 and len(named) > 1:
        return None
    return places[named[0][0]]
