"""How many members were at a meeting, and at how many meetings somebody was: by the lists of those present. Pure."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.answer.counts.asked import CountAsked, is_of_years, limits_in_words, number
from assistant.answer.counts.meetings import MOST, WORDS, further
from assistant.answer.people import Listed
from assistant.answer.told import ToldByRecords, within
from assistant.citations import whole
from assistant.question import Question
from assistant.support.shown_words import as_shown
from corpus.attendance import is_same, people_in
from corpus.dates import long_date
from corpus.models import Capacity, Meeting
from index.models import Placed

_SIDES = {
    "present": frozenset({Capacity.PRESENT}),
    "apologies": frozenset({Capacity.APOLOGIES}),
    "absent": frozenset({Capacity.APOLOGIES, Capacity.ABSENT}),
}
_FEWEST, _TIED = 2, 3  # meetings from which somebody was at most, and how many may have been at as many
_LIST = 240  # words of one meeting's lists
_LONG_NAME = 3  # words; more are two people's names run together, and no count
_SAYS = {"apologies": re.compile(r"apolog", re.I), "absent": re.compile(r"apolog|absent|absence|away", re.I)}
_WORDED = {"present": "listed as present", "apologies": "listed with apologies", "absent": "listed as away"}


def present_counted(question: Question, asked: CountAsked, listed: Sequence[Listed]) -> ToldByRecords | None:
    """How many members are listed at the one meeting asked for, the newest where none is named; None where it is not one meeting."""
    of_time = [(one, place) for one, place in listed if is_of_years(question, place.part.meeting.date)]
    meetings = list(dict.fromkeys(place.part.meeting for _, place in of_time))
    if not meetings or len(meetings) > 1 and (question.spans or question.years):
        return None
    here = [(one, place) for one, place in of_time if place.part.meeting == meetings[0]]
    side = [(one, place) for one, place in here if one.capacity in _SIDES[asked.side]]
    names = _people([one.name for one, _ in side])
    places = {"".join(place.paragraph.own.split()): place for _, place in side}
    if not names or any(len(name.split()) > _LONG_NAME for name in names):
        return None
    if asked.side in _SAYS and not all(_SAYS[asked.side].search(_with_titles(place)) for place in places.values()):
        return None
    told = within([as_shown(whole(place)) for place in places.values()], _LIST, MOST)
    day = f" on {long_date(meetings[0].date)}" if meetings[0].date else ""
    lead = f"Counted in the list: {number(len(names), 'member')} {_WORDED[asked.side]}{day}."
    return ToldByRecords(told, lead)


def attendance_counted(question: Question, asked: CountAsked, listed: Sequence[Listed]) -> ToldByRecords | None:
    """At how many meetings somebody is listed as present or away, of those that list them; None where two people may be meant."""
    people = people_in(asked.what)
    if not people:
        return None
    own = [
        (one, place)
        for one, place in listed
        if is_same(people[0].name, one.name)
        and is_of_years(question, place.part.meeting.date)
        and place.part.meeting.date
    ]
    names = {one.name for one, _ in own}
    if not own or any(not is_same(name, other) for name in names for other in names):
        return None
    sides = {side: _first_of_each(own, _SIDES[side]) for side in ("present", "absent")}
    there = sides["present"]
    away = {meeting: place for meeting, place in sides["absent"].items() if meeting not in there}
    told_of = away if asked.side == "absent" or asked.side == "apologies" else there
    known = len(there) + len(away)
    if not told_of:
        return None
    surname = people[0].name.split()[-1].lower()
    if any(surname not in place.paragraph.own.lower() for place in (*there.values(), *away.values())):
        return None  # lists whose names stand apart from who was there cannot be cited
    told = within([as_shown(whole(place)) for place in told_of.values()], WORDS, MOST)
    lead = (
        f"Counted in the lists of those present: {asked.what} was present at {len(there)} and away from {len(away)} of"
        f" {number(known, 'meeting')}{limits_in_words(question)} whose minutes here list them."
    )
    return ToldByRecords(told, lead, further(len(told), len(told_of), "lists", ", newest first"))


def oftenest_counted(question: Question, listed: Sequence[Listed]) -> ToldByRecords | None:
    """Who is listed as present at most meetings; None where names may be of two people, or lists cannot be cited."""
    there = [
        (one, place)
        for one, place in listed
        if one.capacity is Capacity.PRESENT
        and place.part.meeting.date
        and is_of_years(question, place.part.meeting.date)
    ]
    names = {one.name for one, _ in there}
    person = {
        name: max((other for other in names if is_same(name, other)), key=lambda n: (len(n), n)) for name in names
    }
    if any(is_same(one, other) and person[one] != person[other] for one in names for other in names):
        return None
    at = {(person[one.name], place.part.meeting): place for one, place in reversed(there)}
    counts = Counter(name for name, _ in at)
    meetings = {meeting for _, meeting in at}
    most = max(counts.values(), default=0)
    first = sorted(name for name in counts if counts[name] == most)
    if most < _FEWEST or len(first) > _TIED:
        return None
    places = sorted(
        (place for (name, _), place in at.items() if name == first[0]), key=lambda place: place.part.meeting.date or ""
    )
    if any(first[0].split()[-1].lower() not in place.paragraph.own.lower() for place in places):
        return None
    told = within([as_shown(whole(place)) for place in places[::-1]], WORDS, MOST)
    lead = (
        f"Counted in the lists of those present: {_joined(first)}, at {most} of"
        f" {number(len(meetings), 'meeting')}{limits_in_words(question)}."
    )
    return ToldByRecords(told, lead, further(len(told), len(places), f"lists with {first[0]}", ", newest first"))


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _with_titles(place: Placed) -> str:
    paragraph = place.paragraph
    return f"{paragraph.item_title or ''} {paragraph.section or ''} {paragraph.text}"


def _first_of_each(own: Sequence[Listed], sides: frozenset[Capacity]) -> Mapping[Meeting, Placed]:
    """The first list of each meeting that has somebody on a side, the newest meeting first."""
    found: dict[Meeting, Placed] = {}
    for one, place in own:
        if one.capacity in sides:
            found.setdefault(place.part.meeting, place)
    return found


def _people(names: Sequence[str]) -> list[str]:
    """The names, each person once: a longer form of a name before a shorter one."""
    out: list[str] = []
    for name in sorted(names, key=lambda name: -len(name)):
        if not any(is_same(name, other) for other in out):
            out.append(name)
    return out
