"""A brief from the stores: which meeting is wanted, its papers by item, and what earlier papers say of each."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from datetime import timedelta
from typing import Any

from assistant.brief.agenda import AgendaBusiness, business_of, is_formal, one_title
from assistant.brief.items import EarlierPapers, item_brief, numbered, room_for
from assistant.brief.models import Brief, BriefFor
from assistant.brief.statements import action_statement
from assistant.decisions.actions import open_actions
from assistant.decisions.duplicates import agree
from assistant.decisions.models import Register
from assistant.decisions.recommendations import telling_words
from assistant.errors import WrongFilter
from assistant.retrieval.topic import Topic
from corpus.dates import long_date
from corpus.models import Access, Meeting, PartKind
from index.catalogue import Catalogue
from index.models import Placed

# A title, the meeting and the last day looked at, to the topic and the paragraphs found on it, the best first.
Search = Callable[[str, Meeting, str], tuple[Topic, Sequence[Placed]]]
_SUBJECT = 0.5  # likeness of titles from which an earlier paper is on the same subject
_REPORTS = 3  # earlier meetings whose reports on a subject are read
_WAITING = 3  # times an item's room for actions: how many actions are told that belong to no item
COMING = frozenset({PartKind.AGENDA, PartKind.REPORT})  # the papers that a meeting is prepared from


@dataclass(frozen=True, slots=True)
class Desk:
    """What a brief is made from."""

    catalogue: Catalogue
    access: frozenset[Access]  # of the reader: nothing else is read
    register: Register  # as far as the reader may see it
    search: Search  # of earlier papers


def prepare(wanted: BriefFor, desk: Desk) -> Brief:
    """The brief of the meeting or item that is wanted.

    Raises: WrongFilter where no paper is for such a meeting, or none for the item.
    """
    meeting = _meeting(wanted, desk)
    date = meeting.date or ""
    places = [place for place in desk.catalogue.of_meeting(date, desk.access) if _of(place, meeting)]
    business, formal = business_of(places, _agenda(places, desk))
    chosen = (
        [item for item in business if not is_formal(item.title)]
        if wanted.item is None
        else _item(business, wanted.item, meeting)
    )
    room = room_for(len(chosen))
    items = [item_brief(item, date, _past(item, meeting, desk), room) for item in chosen]
    spoken = {said.text for item in items for said in item.actions}
    waiting = [
        said
        for action in open_actions(desk.register.actions, date)
        if wanted.item is None and agree(action.body, meeting.body) and (said := action_statement(action))
    ]
    unspoken = [said for said in waiting if said.text not in spoken]
    briefs, actions = numbered(items, unspoken[: room.actions * _WAITING])
    return Brief(meeting.council, meeting.body, date, briefs, actions, tuple(formal) if wanted.item is None else ())


def _meeting(wanted: BriefFor, desk: Desk) -> Meeting:
    """The newest meeting of those that fit; where no date is wanted, only one with an agenda or a report.

    Raises: WrongFilter where none fits.
    """
    fits = [
        part.meeting
        for _, part in desk.catalogue.parts(desk.access)
        if part.meeting.date
        and (part.kind in COMING or wanted.date)
        and (wanted.date in (None, part.meeting.date))
        and (wanted.council in (None, part.meeting.council))
        and (wanted.body is None or part.meeting.body == wanted.body)
    ]
    if not fits:
        what = " ".join(part for part in (wanted.body, f"on {long_date(wanted.date)}" if wanted.date else "") if part)
        raise WrongFilter(
            f"No agenda or report for {what or 'a meeting'} is indexed. `minutebook status` lists what is."
        )
    newest = max(meeting.date or "" for meeting in fits)
    bodies = Counter(meeting.body for meeting in fits if meeting.date == newest and meeting.body)
    body = wanted.body or (bodies.most_common(1)[0][0] if bodies else None)
    councils = Counter(m.council for m in fits if m.date == newest and m.council and (m.body in (None, body)))
    return Meeting(councils.most_common(1)[0][0] if councils else wanted.council, body, newest)


def _of(place: Placed, meeting: Meeting) -> bool:
    """Whether a paragraph of that day is of the meeting's council and body."""
    own = place.part.meeting
    return agree(own.council, meeting.council) and agree(own.body, meeting.body)


def _agenda(places: Sequence[Placed], desk: Desk) -> Sequence[Mapping[str, Any]]:
    """The items of the longest of the meeting's front sheets; none where it has no agenda."""
    papers = dict.fromkeys(place.paper for place in places if place.part.kind is PartKind.AGENDA)
    sheets = [desk.catalogue.records(paper).get("agenda_items", []) for paper in papers]
    return max(sheets, key=len, default=[])


def _item(business: Sequence[AgendaBusiness], wanted: str, meeting: Meeting) -> list[AgendaBusiness]:
    """The items of a number, or with these words in their titles.

    Raises: WrongFilter where none is; it names those that are.
    """
    found = [item for item in business if item.number == wanted] or [
        item for item in business if not wanted[:1].isdigit() and wanted.lower() in item.title.lower()
    ]
    if not found:
        known = ", ".join(f"{item.number or '-'} ({item.title})" for item in business) or "none"
        raise WrongFilter(
            f"Item {wanted!r} has no paper for {long_date(meeting.date or '')}. Items with papers: {known}."
        )
    return found


def _past(business: AgendaBusiness, meeting: Meeting, desk: Desk) -> EarlierPapers:
    """What there was on an item before the day of the meeting."""
    before = (calendar_date.fromisoformat(meeting.date or "") - timedelta(days=1)).isoformat()
    topic, found = desk.search(_subject(business.title), meeting, before)
    return EarlierPapers(desk.register, topic, found, _reports(business, meeting, desk))


def _subject(title: str) -> str:
    """A title's telling words, to search with; the whole title where it has none."""
    words = [word for word in re.findall(r"[\w'’&-]+", title) if telling_words(word)]
    return " ".join(words) or title


def _reports(business: AgendaBusiness, meeting: Meeting, desk: Desk) -> list[Placed]:
    """The paragraphs of the newest earlier reports on the subject, and of the minutes of those items."""
    date = meeting.date or ""
    dates = {
        part.meeting.date
        for _, part in desk.catalogue.parts(desk.access)
        if part.kind is PartKind.REPORT and part.meeting.date and _same_subject(part.title, business.title)
    }
    dates |= {
        decision.date
        for decision in desk.register.decisions
        if decision.date and _same_subject(decision.title, business.title)
    }
    earlier = sorted((day for day in dates if day and day < date), reverse=True)[:_REPORTS]
    return [
        place
        for day in earlier
        for place in desk.catalogue.of_meeting(day, desk.access)
        if agree(place.part.meeting.council, meeting.council)
        and _same_subject(place.paragraph.item_title or place.part.title, business.title)
    ]


def _same_subject(one: str | None, two: str) -> bool:
    return one_title(one, two) >= _SUBJECT
