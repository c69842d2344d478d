"""Parts that name no date, body or council of their own get them from the papers around them. Pure.

A council's site keeps a meeting's papers in one folder: the front sheet names the meeting, an appendix often does not.
Dates in the names of files and folders are not used: they are wrong more often than not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.bodies import is_whole_board
from corpus.models import Meeting, Outline, Part, PartKind

_KIND_WORDS = re.compile(
    r"\b(?:metropolitan|township of|municipality of|township|municipality|borough|county|city|district|town|parish|community|london|royal|council)\b",
    re.I,
)
_FRONT_SHEET_VOTES = 3
_LEAST_VOTES = 3  # for one date: a front sheet, or three reports
_WINNING_SHARE = 0.6  # of all votes


def votes_of(outline: Outline) -> tuple[Meeting, ...]:
    """The meeting that a paper's folder is for, as often as the paper's word counts: a front sheet 3, a report once.

    Empty for other papers, for those without a date, and for a front sheet that names no body.
    """
    first = outline.parts[0] if outline.parts else None
    if first is None or first.meeting.date is None:
        return ()
    if _is_front_sheet(outline):
        return (first.meeting,) * _FRONT_SHEET_VOTES if first.meeting.body else ()
    return (first.meeting,) if first.kind is PartKind.REPORT else ()


def _is_front_sheet(outline: Outline) -> bool:
    first = outline.parts[0]
    if first.kind is not PartKind.AGENDA:
        return False
    return len(outline.agenda_items) > 1 or bool(re.search(r"agenda|summons", first.title, re.I))


def folder_meeting(votes: Iterable[Meeting]) -> Meeting | None:
    """The meeting of the date that most votes of a folder's papers are for, or None.

    `votes` are those of all its papers, as `votes_of` gives them. The winning date needs three of them, and 60 % of all.
    """
    meetings = [meeting for meeting in votes if meeting.date]
    dates = Counter(meeting.date for meeting in meetings)
    if not dates:
        return None
    date, count = dates.most_common(1)[0]
    if count < _LEAST_VOTES or count < _WINNING_SHARE * dates.total():
        return None
    bodies = Counter(meeting.body for meeting in meetings if meeting.date == date and meeting.body)
    councils = Counter(meeting.council for meeting in meetings if meeting.council)
    return Meeting(_most(councils), _most(bodies), date)


def _most(counts: Counter[str]) -> str | None:
    """The commonest name, of several as common the first by the alphabet; None where there is none."""
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def is_undated(outline: Outline) -> bool:
    """Whether a part that is not minutes lacks its meeting's date or body."""
    return any(
        part.kind is not PartKind.MINUTES and not (part.meeting.date and part.meeting.body) for part in outline.parts
    )


def placed(
    outline: Outline, context: Meeting | None, councils: Sequence[str], bodies: Sequence[tuple[str | None, str]] = ()
) -> Outline:
    """The outline with what its parts lack taken from the folder's meeting and from the known councils.

    `bodies` are the known ones, each with its council: a body that is one of them in another spelling takes the first's name.

    A date without a body is the day that a paper was made, not that of a meeting: the folder's date goes before it.
    Minutes keep their own date. A council that no part names is the known one whose place the paper names most, three
    times at least. Of the known names of one place the longest is taken.
    """
    council = _council_of(outline, context, councils)
    own = [body for known, body in bodies if known == council]
    meetings = (_meeting_of(part, context, council) for part in outline.parts)
    named = [replace(meeting, body=one_name(meeting.body, own)) for meeting in meetings]
    return replace(outline, parts=tuple(map(_with_meeting, outline.parts, named)))


def _with_meeting(part: Part, meeting: Meeting) -> Part:
    return replace(part, meeting=meeting)


def one_name(body: str | None, known: Iterable[str]) -> str | None:
    """A body under the first name that a council's papers have for it: "Roads and Parks Committee" for "Roads & Parks Committee".

    The bare "Board" is the one board that they name by its members, where they name one ("Board of Trustees").
    """
    if body is None:
        return None
    names = list(known)
    whole = {name for name in names if is_whole_board(name)}
    if body == "Board" and len(whole) == 1:
        return whole.pop()
    return next((name for name in names if _spelled(name) == _spelled(body)), body)


def _spelled(name: str) -> str:
    """A body's name without what clerks spell in several ways: capitals, "&", "the", commas, apostrophes."""
    words = re.sub(r"&", " and ", name.lower()).replace("’", "").replace("'", "")
    return " ".join(word for word in re.findall(r"[^\W_]+", words) if word != "the")


def _council_of(outline: Outline, context: Meeting | None, councils: Sequence[str]) -> str | None:
    """The council of all parts, under its longest known name."""
    own = next((part.meeting.council for part in outline.parts if part.meeting.council), None)
    council = (context.council if context else None) or own or _named(outline, councils)
    if not council:
        return council
    return max([council, *(name for name in councils if place_of(name) == place_of(council))], key=len)


def _meeting_of(part: Part, context: Meeting | None, council: str | None) -> Meeting:
    own = part.meeting
    if context is None:
        return Meeting(council, own.body, own.date)
    keeps_date = part.kind is PartKind.MINUTES or own.body
    return Meeting(council, own.body or context.body, own.date if keeps_date else context.date or own.date)


def place_of(council: str) -> str:
    """The place in a council's name, in lower case: "aldermere" for "Aldermere Borough Council"."""
    return " ".join(_KIND_WORDS.sub(" ", council).lower().split())


def _named(outline: Outline, councils: Sequence[str]) -> str | None:
    """The known council whose place the paper names most: three times at least, or as the only one; else None."""
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
