"""The answer to who holds an office, who chaired and who was there or away: by the records of the newest meeting. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.question import Question
from corpus.attendance import is_same
from corpus.models import Attendance, Capacity, Office
from index.models import Placed
from index.text import words_of

Held = tuple[Office, Placed]
Listed = tuple[Attendance, Placed]

_HOLDS = re.compile(
    r"^who(?:['’]s| is| was) (?:now |currently )?(?:the |our )?(?:current |present |new )?(?P<rest>[^?]+)\??$", re.I
)
_CHAIRED = re.compile(
    r"^who (?:chaired|presided (?:at|over)|was in the chair (?:at|for|on))\b(?P<rest>[^?]*)\??$", re.I
)
_TOOK_PART = re.compile(
    r"^(?:who|which (?:members|councillors|trustees|directors)) (?:(?P<sorry>sent (?:their )?apologies|apologised|gave apologies)|"
    r"(?P<away>(?:was|were) (?:absent|away|missing)|did not attend|missed)|(?P<there>(?:was|were) (?:present|there)|attended))\b"
    r"(?P<rest>[^?]*)\??$",
    re.I,
)
_IN_THE_CHAIR = re.compile(r"\bin the chair$", re.I)
_COMPARED = re.compile(r"\b(?:most(?! recent)|least|fewest|(?:more|less) often|how often)\b", re.I)
_ASKED = {
    "sorry": frozenset({Capacity.APOLOGIES}),
    "away": frozenset({Capacity.APOLOGIES, Capacity.ABSENT}),
    "there": frozenset({Capacity.PRESENT, Capacity.IN_ATTENDANCE}),
}
_OF_MEETINGS = frozenset(
    words_of(
        "the at of for from on in to last latest most recent newest meeting meetings council committee board cabinet panel january "
        "february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct "
        "nov dec monday tuesday wednesday thursday friday"
    )
)
_OF_COUNCILS = frozenset(
    words_of("the of council councils committee board town city county district borough parish cllr councillor hon in")
)
_KINDS_OF_BODY = frozenset(words_of("council committee board cabinet panel"))
_JOINED = re.compile(r"\s+(?:and|&)\s+|\s*[/,]\s*")
_CHAIR = frozenset(words_of("chair"))
_ALIKE = dict.fromkeys(words_of("chairman chairperson chairwoman"), next(iter(_CHAIR)))
_MOST = 3  # paragraphs


@dataclass(frozen=True, slots=True)
class PeopleAsked:
    """What a question about people asks for."""

    office: frozenset[str] = frozenset()  # the stems of its words, where somebody is asked for who holds one
    of: frozenset[str] = frozenset()  # and of what kind of body: "board" of "the chair of the board"
    capacities: frozenset[Capacity] = frozenset()  # where those are asked for who took part in a meeting so
    chaired: bool = False


def people_asked(question: Question) -> PeopleAsked | None:
    """Who is asked for, where a question asks who holds an office, chaired or was at a meeting and nothing more; else None."""
    text = question.text.strip()
    if question.years and not question.spans or _COMPARED.search(text):
        return None
    took_part = _TOOK_PART.match(text)
    if took_part is not None and is_of_meeting_alone(took_part["rest"], question):
        return PeopleAsked(capacities=next(_ASKED[kind] for kind in _ASKED if took_part[kind]))
    chaired = _CHAIRED.match(text)
    if chaired is not None and is_of_meeting_alone(chaired["rest"], question):
        return PeopleAsked(chaired=True)
    holds = _HOLDS.match(text)
    office = _office_words(holds["rest"]) - _named(question) if holds is not None else frozenset()
    if holds is None or not office:
        return None
    return PeopleAsked(office=office, of=frozenset(words_of(holds["rest"])) & _KINDS_OF_BODY)


def people_found(asked: PeopleAsked, offices: Sequence[Held], attendance: Sequence[Listed]) -> list[str]:
    """The ids of the paragraphs that tell who is asked for, by the newest meeting that does; [] where the records do not tell it."""
    if asked.office:
        return _holder(asked.office, offices, asked.of)
    if not attendance:
        return []
    meeting = attendance[0][1].part.meeting
    here = [(one, place) for one, place in attendance if place.part.meeting == meeting]
    if asked.chaired:
        in_chair = [place.paragraph.id for one, place in here if _IN_THE_CHAIR.search(one.role)]
        if in_chair:
            return in_chair[:1]
        there = [one.name for one, _ in here if one.capacity is Capacity.PRESENT]
        held = [(one, place) for one, place in offices if place.part.meeting == meeting]
        return _holder(_CHAIR, [(one, place) for one, place in held if any(is_same(one.name, name) for name in there)])
    told = {
        "".join(words_of(place.paragraph.own)): place
        for one, place in reversed(here)
        if one.capacity in asked.capacities
    }
    return [place.paragraph.id for place in reversed(told.values())][
        :_MOST
    ]  # a draft and its minutes say the same once


def _holder(office: frozenset[str], offices: Sequence[Held], of: frozenset[str] = frozenset()) -> list[str]:
    """The id of the paragraph that names who holds an office at the newest meeting; [] where bodies or names differ there."""
    fitting = [(one, place) for one, place in offices if office in _offices_in(one.office)]
    if office == _CHAIR and len({place.part.meeting.body for _, place in fitting}) > 1:
        fitting = [(one, place) for one, place in fitting if of and of <= set(words_of(place.part.meeting.body or ""))]
        if len({place.part.meeting.body for _, place in fitting}) > 1:
            return []
    newest = [(one, place) for one, place in fitting if place.part.meeting.date == fitting[0][1].part.meeting.date]
    elected = [(one, place) for one, place in newest if one.elected]
    told = elected or newest
    if not told or not all(is_same(told[0][0].name, one.name) for one, _ in told):
        return []
    return [told[0][1].paragraph.id]


def _offices_in(office: str) -> set[frozenset[str]]:
    """The words of an office, and of each where it names two: "General Manager and CEO"."""
    return {_office_words(part) for part in (office, *_JOINED.split(office))}


def _office_words(office: str) -> frozenset[str]:
    return frozenset(_ALIKE.get(word, word) for word in words_of(office)) - _OF_COUNCILS


def _named(question: Question) -> frozenset[str]:
    """The words of the councils and bodies that a question names, and of its days."""
    days = {word for word in question.words if word.isdigit()}
    return frozenset(word for name in (*question.councils, *question.bodies) for word in words_of(name)) | days


def is_of_meeting_alone(rest: str, question: Question) -> bool:
    """Whether words name a meeting and nothing besides."""
    left = set(words_of(rest)) - _OF_MEETINGS - _named(question)
    return all(word.isdigit() for word in left)
