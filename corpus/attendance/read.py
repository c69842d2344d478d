"""A part's blocks and paragraphs in, who was there and who holds what office out. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from corpus.attendance.lists import lists_of, names_lists
from corpus.attendance.names import Person, person_of
from corpus.attendance.offices import Held, before_names, elections_in, named_in, of_letterhead
from corpus.attendance.roll_calls import roll_calls_of
from corpus.attendance.sentences import chairs_in, moves_in, stand_ins_in
from corpus.attendance.tables import Listed
from corpus.attendance.words import is_officer, office_in
from corpus.models import Attendance, Block, Capacity, Office, Paragraph, PartKind

_KINDS = frozenset({PartKind.MINUTES, PartKind.REPORT, PartKind.DECISION_RECORD})
_BEGINS = 60  # paragraphs in which a meeting begins
_HEAD = 8  # paragraphs that may print the offices of a body before its meeting
_OPENING = 30  # blocks of a report in which it lists who was at the meeting that it is of
_WHOLE = {"asst": "assistant", "dep": "deputy", "sec": "secretary", "chairman": "chair", "chairperson": "chair"}
_RANK = [Capacity.PRESENT, Capacity.IN_ATTENDANCE, Capacity.APOLOGIES, Capacity.ABSENT]


def people_of(
    part: int, kind: PartKind, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]
) -> tuple[list[Attendance], list[Office]]:
    """Who was at the meeting of the `part`-th part, and the offices that it names; the i-th paragraph is that of the i-th block.

    A person is listed once: of two lists that name them the one that says more of them being there counts.
    """
    if kind is PartKind.AGENDA:
        return [], list(_offices(part, [], paragraphs[:_HEAD]))
    if kind not in _KINDS or kind is not PartKind.MINUTES and not names_lists(blocks[:_OPENING]):
        return [], []
    found = lists_of(blocks, paragraphs)
    if not any(one.capacity in {Capacity.PRESENT, Capacity.IN_ATTENDANCE} for one in found):
        found += roll_calls_of(paragraphs)
    listed = _with_stand_ins(_with_chairs(_as_members(_once(found)), paragraphs), paragraphs)
    listed = _with_moves(listed, paragraphs)
    attendance = [
        Attendance(
            part=part,
            name=one.person.name,
            title=one.person.title,
            capacity=one.capacity,
            role=_role(one),
            paragraph=paragraphs[one.at].id,
            late=one.person.late,
            left=one.person.left,
            remote=one.person.remote,
        )
        for one in listed
    ]
    return attendance, list(_offices(part, listed, paragraphs))


def _role(one: Listed) -> str:
    """What is printed beside the name; a reason for being away is none."""
    there = one.capacity in {Capacity.PRESENT, Capacity.IN_ATTENDANCE}
    return one.person.role if there or office_in(one.person.role) else ""


def _as_members(listed: list[Listed]) -> list[Listed]:
    """The people; where nobody is listed as present, those in attendance who hold no post are."""
    if any(one.capacity is Capacity.PRESENT for one in listed):
        return listed
    return [
        replace(one, capacity=Capacity.PRESENT)
        if one.capacity is Capacity.IN_ATTENDANCE and not is_officer(one.person.role)
        else one
        for one in listed
    ]


def _once(found: Sequence[Listed]) -> list[Listed]:
    """Each person once."""
    out: list[Listed] = []
    places: dict[str, set[int]] = defaultdict(set)  # by word of a name: two names of one person share one
    for one in found:
        words = _words(one.person.name)
        near = sorted(set().union(*(places[word] for word in words)))
        place = next((i for i in near if is_same(one.person.name, out[i].person.name)), None)
        if place is None:
            place = len(out)
            out.append(one)
        else:
            out[place] = _merged(out[place], one)
        for word in words:
            places[word].add(place)
    return out


def _merged(one: Listed, other: Listed) -> Listed:
    """One of two lists' entries for a person, with what the other adds.

    Who is there counts, unless the very name is in the apologies and no time or lateness beside it: a list of all members.
    """
    first, second = sorted((one, other), key=lambda listed: _RANK.index(listed.capacity))
    if second.capacity is Capacity.APOLOGIES and _words(one.person.name) == _words(other.person.name):
        moved = second.person.late or second.person.left or first.person.late or first.person.left
        first, second = (first, second) if moved else (second, first)
    person = first.person
    longer = max(person.name, second.person.name, key=len)
    return replace(
        first,
        person=replace(
            person,
            name=longer if first.capacity is second.capacity else person.name,
            title=person.title or second.person.title,
            role=person.role or office_in(second.person.role),
            late=person.late or second.person.late,
            left=person.left or second.person.left,
            remote=person.remote or second.person.remote,
            initials=person.initials or second.person.initials,
        ),
    )


def is_same(one: str, other: str) -> bool:
    """Whether two printed names may be of one person: same surname, and no given name or initial that differs."""
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return False
    if len(ours) == 1 or len(theirs) == 1:
        lone, words = (ours[0], theirs) if len(ours) == 1 else (theirs[0], ours)
        return lone in words
    if ours[-1] != theirs[-1] and sorted(ours) != sorted(theirs):
        return False
    return sorted(ours) == sorted(theirs) or all(
        a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a, b in zip(ours[:-1], theirs[:-1], strict=False)
    )


@lru_cache(4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in re.findall(r"[^\W\d_][\w’'-]*", name))


def _with_chairs(listed: list[Listed], paragraphs: Sequence[Paragraph]) -> list[Listed]:
    """The people with those whom a sentence names as presiding."""
    out = list(listed)
    for i, paragraph in enumerate(paragraphs[:_BEGINS]):
        for words in chairs_in(paragraph.own) if listed else ():
            person, _ = person_of(words)
            if person is None:
                continue
            place = next((k for k, other in enumerate(out) if is_same(person.name, other.person.name)), None)
            if place is not None and office_in(person.role):
                known = out[place].person
                out[place] = replace(
                    out[place], person=replace(known, role=known.role if office_in(known.role) else person.role)
                )
            elif place is None and (len(person.name.split()) > 1 or office_in(person.role)):
                out.append(Listed(person, Capacity.PRESENT, i))
    return out


def _with_stand_ins(listed: list[Listed], paragraphs: Sequence[Paragraph]) -> list[Listed]:
    """The people; who chaired in another's place is in the chair, by the paragraph that says so."""
    out = list(listed)
    for i, paragraph in enumerate(paragraphs[:_BEGINS]):
        for words in stand_ins_in(paragraph.own):
            person, _ = person_of(words)
            place = next((k for k, other in enumerate(out) if person and is_same(person.name, other.person.name)), None)
            if place is not None and out[place].capacity is Capacity.PRESENT:
                known = out[place].person
                role = f"{known.role}, in the chair" if known.role else "in the chair"
                out[place] = replace(out[place], person=replace(known, role=role), at=i)
            elif person and not listed:
                out.append(Listed(replace(person, role="in the chair"), Capacity.PRESENT, i))
    return out


def _with_moves(listed: list[Listed], paragraphs: Sequence[Paragraph]) -> list[Listed]:
    """The people with who came late, and who left and did not come back."""
    out = list(listed)
    for paragraph in paragraphs:
        for move in moves_in(paragraph.own):
            person, _ = person_of(move.name)
            name = _full_name(person.name if person else move.name, out)
            place = next((k for k, other in enumerate(out) if is_same(name, other.person.name)), None)
            if place is None or out[place].capacity is not Capacity.PRESENT:
                continue
            known: Person = out[place].person
            known = replace(known, late=True) if move.kind == "late" and not known.left else known
            known = replace(known, left=move.kind == "left") if move.kind != "late" else replace(known, left=False)
            out[place] = replace(out[place], person=known)
    return out


def _offices(part: int, listed: Sequence[Listed], paragraphs: Sequence[Paragraph]) -> Iterator[Office]:
    """The offices beside names, then those that the head prints and that minutes fill or name; each once."""
    seen: list[tuple[str, set[str]]] = []
    for told, paragraph_id in _held(listed, paragraphs):
        held = replace(told, name=_full_name(told.name, listed))
        words = {_WHOLE.get(word, word) for word in _words(held.office)} - {"the", "of", "council"}
        if held.office and not any(is_same(held.name, name) and words <= other for name, other in seen):
            seen.append((held.name, words))
            yield Office(part, held.name, held.office, paragraph_id, held.elected)


def _full_name(name: str, listed: Sequence[Listed]) -> str:
    """A surname or initials alone as the lists print the name in full, where one person there has them."""
    if len(name.split()) > 1:
        return name
    if re.fullmatch(r"[A-Z]{2,3}", name):
        full = [one.person.name for one in listed if name in {one.person.initials, _initials(one.person.name)}]
    else:
        full = [one.person.name for one in listed if is_same(one.person.name, name)]
    return full[0] if len(full) == 1 else name


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _held(listed: Sequence[Listed], paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Held, str]]:
    """Each office that a part names, with the paragraph that does."""
    for one in listed:
        yield Held(one.person.name, office_in(one.person.role)), paragraphs[one.at].id
    names = [one.person.name for one in listed if one.capacity in {Capacity.PRESENT, Capacity.APOLOGIES}]
    by_surname = {name.split()[-1]: name for name in names if len(name.split()[-1]) > 2}
    lists = {one.at for one in listed}
    for i, paragraph in enumerate(paragraphs):
        text = paragraph.own
        if i < _HEAD and not listed[:1] or i < (listed[0].at if listed else 0):
            yield from ((held, paragraph.id) for held in of_letterhead(text.split("\n")))
        if paragraph.heading or i in lists:
            continue
        title = paragraph.item_title or paragraph.section or ""
        elected = elections_in(text, title, _below(paragraphs, i))
        for held in chain(elected, named_in(text), before_names(text, by_surname)):
            yield held, paragraph.id


def _below(paragraphs: Sequence[Paragraph], i: int) -> Iterator[str]:
    """What the next few paragraphs of the i-th one's minute say."""
    title = paragraphs[i].item_title
    yield from (other.own for other in paragraphs[i + 1 : i + 4] if other.item_title == title)
