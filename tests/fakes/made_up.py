"""Paragraphs and decisions of a made-up council, for tests that no index is needed for."""

from dataclasses import replace
from typing import Any

from assistant.decisions.entries import decisions_of
from assistant.decisions.models import Decision
from assistant.retrieval.features import NAMES, Signs
from assistant.retrieval.ranking import Candidate
from corpus.models import Meeting, Paragraph, Part, PartKind, Status
from index.models import Placed

COUNCIL, BODY = "Aldermere Borough Council", "Council"


def place(
    own: str,
    status: Status = Status.DISCUSSION,
    kind: PartKind = PartKind.MINUTES,
    date: str | None = "2024-03-04",
    body: str | None = BODY,
    file: str = "",
    title: str = "Benches",
    n: int = 1,
    **paragraph: Any,
) -> Placed:
    """A paragraph in its paper, line `n` of it; with `intro` its text has that line before its own words."""
    file = file or f"{kind.value}-{date}.txt"
    part = Part(kind, title, Meeting(COUNCIL, body, date), 1, 99, None, None)
    intro = paragraph.get("intro", "")
    given = Paragraph(
        id=f"{file}-{n}",
        text=f"{intro}\n{own}" if intro else own,
        own=own,
        part=0,
        item="4",
        item_title=title,
        section=None,
        ref=None,
        page=None,
        line=n,
        end_line=n,
        status=status,
    )
    return Placed(replace(given, **paragraph), part, file, file, f"/papers/{file}", n)


def resolved(words: str, date: str = "2024-03-04", title: str = "Benches", **given: Any) -> Decision:
    """What the council resolved under minute 12 of a day."""
    entries = decisions_of([place(f"RESOLVED {words}", Status.RESOLUTION, date=date, title=title, ref="12", **given)])
    assert len(entries) == 1
    return entries[0]


def recommended(words: str, date: str = "2024-03-04", title: str = "Benches", **given: Any) -> Decision:
    """What a report to the meeting of a day recommended."""
    entries = decisions_of([place(words, Status.RECOMMENDATION, PartKind.REPORT, date=date, title=title, **given)])
    assert len(entries) == 1
    return entries[0]


def candidate(own: str, status: Status = Status.DISCUSSION, n: int = 1, **given: Any) -> Candidate:
    """A paragraph as a search would bring it, neither near nor far."""
    placed = place(own, status, n=n, **given)
    return Candidate(placed, 0, len(own), Signs(*(0.5,) * len(NAMES)), 0.0)
