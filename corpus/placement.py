"""Parts that name no date, body or council of their own get them from the papers around them. Pure.

A council's site keeps a meeting's papers in one folder: the front sheet names the meeting, an appendix often does not. Or it
keeps the papers of many meetings there, each named for its day. Days in the names of files are wrong as often as right
over all folders; in one folder they are nearly all right or not, and the papers that print their day tell which.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.bodies import is_council_name, is_whole_board
from corpus.dates import first_date, iso
from corpus.models import Meeting, Outline, Part, PartKind

_KIND_WORDS = re.compile(
    r"\b(?:metropolitan|township of|municipality of|township|municipality|borough|county|city|district|town|parish|community|london|royal|council)\b",
    re.I,
)
_FRONT_SHEET_VOTES = 3
_LEAST_VOTES = 3  # for one date: a front sheet, or three reports
_WINNING_SHARE = 0.6  # of all votes
_LEAST_ALIKE = 3  # papers that print what the others of their folder are taken to mean
_ALIKE = 0.8  # of the papers that print it
_MEETS = frozenset({PartKind.AGENDA, PartKind.MINUTES})
_DAY_IN_FIGURES = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)")
_NO_NAME_OF_A_COUNCIL = frozenset("the of full corporation council".split())


@dataclass(frozen=True, slots=True)
class Hints:
    """What a paper tells of the papers beside it."""

    votes: tuple[Meeting, ...]  # the meeting that the folder is for, as often as the paper's word counts
    first: Meeting | None  # the meeting that its agenda or minutes print; None for other papers
    named: str | None  # the day in its file's name, ISO


@dataclass(frozen=True, slots=True)
class Folder:
    """What the papers of a folder tell of one that does not say it itself."""

    meeting: Meeting | None = None  # which all are for
    days_in_names: bool = False  # whether the files' names give the days of their meetings
    whole_council: bool = False  # whether the meetings are those of the whole council
    council: str | None = None  # whose papers nearly all are


def told_by(outline: Outline) -> Hints:
    """What a paper tells of the papers beside it.

    A front sheet speaks for its folder's meeting 3 times, a report once; no other paper does, nor one without a date.
    """
    first = outline.parts[0] if outline.parts else None
    meets = first is not None and first.kind in _MEETS
    return Hints(_votes_of(outline), first.meeting if first and meets else None, day_in_name(outline.file))


def _votes_of(outline: Outline) -> tuple[Meeting, ...]:
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


def day_in_name(file: str) -> str | None:
    """The ISO day in a file's name ("minutes-20230227.txt", "Minutes-March-5-2024.pdf"), or None."""
    match = _DAY_IN_FIGURES.search(file)
    day = iso(int(match[1]), int(match[2]), int(match[3])) if match else None
    return day or first_date(re.sub(r"[-_]+", " ", file))


def folder_of(papers: Iterable[Hints]) -> Folder:
    """What a folder's papers tell together."""
    papers = list(papers)
    firsts = [paper.first for paper in papers if paper.first]
    days = [paper.first.date == paper.named for paper in papers if paper.first and paper.first.date and paper.named]
    bodies = [is_whole_council(one.body, one.council) for one in firsts if one.body and one.council]
    meeting = _meeting_of_all([vote for paper in papers for vote in paper.votes])
    councils = [one.council for one in firsts if one.council]
    commonest = _most(Counter(councils))
    council = commonest if _mostly([one == commonest for one in councils]) else None
    return Folder(meeting, _mostly(days), _mostly(bodies), council)


def _mostly(signs: Sequence[bool]) -> bool:
    """Whether three and four in five say so."""
    return sum(signs) >= max(_LEAST_ALIKE, _ALIKE * len(signs))


def _meeting_of_all(votes: Sequence[Meeting]) -> Meeting | None:
    """The meeting of the date that most votes are for, three and 60 % of all at least; else None."""
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


def leans_on_others(outline: Outline) -> bool:
    """Whether a part lacks its meeting's date or body."""
    return any(not (part.meeting.date and part.meeting.body) for part in outline.parts)


def placed(
    outline: Outline, folder: Folder, councils: Sequence[str], bodies: Sequence[tuple[str | None, str]] = ()
) -> Outline:
    """The outline with what its parts lack taken from their folder and from the known councils.

    `bodies` are the known ones, each with its council: a body that is one of them in another spelling takes the first's name.

    A date without a body is the day that a paper was made, not that of a meeting: the folder's date goes before it.
    Minutes keep their own date. A council that no part names is the known one whose place the paper names most, three
    times at least, else the folder's. Of the known names of one place the longest is taken.
    """
    council = _council_of(outline, folder.meeting, councils) or folder.council
    own = [body for known, body in bodies if known == council]
    meets = bool(outline.parts) and outline.parts[0].kind in _MEETS
    named = day_in_name(outline.file) if folder.days_in_names and meets else None
    parts = []
    for i, part in enumerate(outline.parts):
        meeting = _meeting_of(part, folder.meeting, council)
        if folder.meeting is None and (part.kind is not PartKind.MINUTES or i == 0):
            meeting = replace(meeting, date=meeting.date or named)
        if i == 0 and meets and folder.whole_council and council:
            meeting = replace(meeting, body=meeting.body or council)
        parts.append(replace(part, meeting=replace(meeting, body=one_name(meeting.body, own, council))))
    return replace(outline, parts=tuple(parts))


def one_name(body: str | None, known: Iterable[str], council: str | None = None) -> str | None:
    """A body under the first name that a council's papers have for it: "Roads and Parks Committee" for "Roads & Parks Committee".

    The bare "Board" is the one board that they name by its members, where they name one ("Board of Trustees"). The whole
    `council` has one name too, however it is called ("Full Council", "Council of the Town of Aldermere").
    """
    if body is None:
        return None
    names = list(known)
    boards = {name for name in names if is_whole_board(name)}
    if body == "Board" and len(boards) == 1:
        return boards.pop()
    if is_whole_council(body, council):
        return next((name for name in names if is_whole_council(name, council)), body)
    return next((name for name in names if _spelled(name) == _spelled(body)), body)


def is_whole_council(body: str, council: str | None) -> bool:
    """Whether a body's name is that of its whole council: it has a council's words and no other than the council's own."""
    if council is None or "council" not in _spelled(body).split():
        return False
    return set(_spelled(body).split()) - _NO_NAME_OF_A_COUNCIL <= set(_spelled(council).split())


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
    if own.body and part.kind not in _MEETS and _is_of_another(own.body, council):
        own = replace(own, body=None)
    if context is None:
        return Meeting(council, own.body, own.date)
    keeps_date = part.kind is PartKind.MINUTES or own.body
    return Meeting(council, own.body or context.body, own.date if keeps_date else context.date or own.date)


def _is_of_another(body: str, council: str | None) -> bool:
    """Whether a body is another whole council than the one whose papers these are: it wrote a letter that is attached."""
    return council is not None and is_council_name(body) and place_of(body) != place_of(council)


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
