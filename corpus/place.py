"""Parts without a date, body or council of their own, placed by the papers around them. Pure.

A council's site keeps a meeting's papers in one folder: the front sheet names the meeting, an appendix
often does not. Dates in the names of files and folders are not used: they are wrong more often than not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.models import Meeting, Outline, PartKind

_KIND_WORDS = re.compile(r"\b(?:metropolitan|borough|county|city|district|town|parish|community|london|royal|council)\b", re.I)


def front_meeting(outline: Outline) -> Meeting | None:
    """The meeting that a paper's opening part is the front sheet of, or None where it is none."""
    first = outline.parts[0] if outline.parts else None
    if first is None or first.kind is not PartKind.AGENDA or first.meeting.date is None:
        return None
    return first.meeting


def folder_meeting(fronts: Iterable[Meeting]) -> Meeting | None:
    """The one meeting that a folder's front sheets agree on, or None."""
    fronts = list(fronts)
    if not fronts or len({front.date for front in fronts}) != 1:
        return None
    council = next((front.council for front in fronts if front.council), None)
    body = next((front.body for front in fronts if front.body), None)
    return Meeting(council, body, fronts[0].date)


def is_undated(outline: Outline) -> bool:
    """Whether a part that is not minutes names no date of its own."""
    return any(part.meeting.date is None and part.kind is not PartKind.MINUTES for part in outline.parts)


def placed(outline: Outline, context: Meeting | None, councils: Sequence[str]) -> Outline:
    """The outline with what its parts lack taken from the folder's meeting and from the councils known.

    A council that no part names is the known one whose place the paper names most, three times at least.
    One place has one name: the longest known.
    """
    own = next((part.meeting.council for part in outline.parts if part.meeting.council), None)
    council = own or (context.council if context else None) or _named(outline, councils)
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
                    meeting.date or (context.date if context and not is_minutes else None),
                ),
            )
        )
    return replace(outline, parts=tuple(parts))


def place_of(council: str) -> str:
    """The place in a council's name, lower case: "sandwell" for "Sandwell Metropolitan Borough Council"."""
    return " ".join(_KIND_WORDS.sub(" ", council).lower().split())


def _named(outline: Outline, councils: Sequence[str]) -> str | None:
    counts: Counter[str] = Counter()
    for council in councils:
        place = place_of(council)
        if place:
            pattern = re.compile(rf"\b{re.escape(place)}\b", re.I)
            counts[council] = sum(len(pattern.findall(paragraph.own)) for paragraph in outline.paragraphs)
    if not counts:
        return None
    council, count = counts.most_common(1)[0]
    return council if count >= 3 else None
