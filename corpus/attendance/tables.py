"""Tables of who was there: ticks, states, times and names in columns. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.attendance.names import LATE, LEFT, REMOTE, Person, noted, people_in, person_of
from corpus.models import Capacity
from corpus.people_labels import capacity_of, is_clear, label_of, names_members

_TICK = re.compile(r"(?:x|✓|✔|√|•|●|\*|y|yes|p|1|☑|☒|\[x\]|\(x\))", re.I)
_NO = re.compile(r"(?:no|n|-|–|—|0|✗|✘)?", re.I)
_WHO = re.compile(r"\b(?:names?|members?|councill?ors?|cllrs?|directors?|commissioners?|trustees?|attendees?|who|person|alderm[ae]n|supervisors?)\b", re.I)
_ROLE = re.compile(r"\b(?:role|position|title|office|seat|designation|capacity|representing|post)\b", re.I)
_STATE = re.compile(r"\b(?:attend\w*|present|status|state|absent|apolog\w*|late|arriv\w*|remote|excused|chamber|virtual|here)\b", re.I)
_TIME = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m", re.I)
_HERE = re.compile(r"\b(?:present|here|attended|in person|chamber|in attendance|late)\b", re.I)
_SAID = re.compile(r"(?:present|absent|excused|here|apolog(?:y|ies)|regrets|late|remote\w*|virtual\w*|in person|online|chamber)\b", re.I)
_DEPARTS = re.compile(r"\b(?:left|depart\w*|leav\w*|out)\b", re.I)
_ARRIVES = re.compile(r"\b(?:late|arriv\w*|joined|in)\b", re.I)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of a list, how they took part, and in which of the rows or blocks they stand."""

    person: Person
    capacity: Capacity
    at: int


def people_of_rows(rows: Sequence[tuple[str, ...]], *, under_label: bool) -> list[Listed]:
    """The people of a table that says who was there; none where it says something else.

    `under_label` says that the heading above the table names attendance.
    """
    rows = [tuple(cell.strip() for cell in row) for row in rows]
    if not rows:
        return []
    labelled = list(_labelled(rows))
    if labelled:
        return labelled
    if _names_lists(rows[0]):
        return list(_columns_of_names(rows))
    return list(_a_row_each(rows, under_label=under_label))


def _labelled(rows: Sequence[tuple[str, ...]]) -> Iterator[Listed]:
    """The people of a table with a label in the first cell of each row and names in the others."""
    if not any(len(row) > 1 and row[1] and _is_label(row[0]) and is_clear(row[0]) for row in rows):
        return
    if any(_SAID.fullmatch(cell) for row in rows for cell in row[1:]):
        return
    capacity: Capacity | None = None
    for i, row in enumerate(rows):
        if row[0]:
            label = row[0].rstrip(": ")
            capacity = capacity_of(label) or (Capacity.PRESENT if names_members(label) else None)
        if capacity is not None:
            for cell in row[1:]:
                yield from (Listed(person, capacity, i) for person in people_in(cell))


def _is_label(cell: str) -> bool:
    return capacity_of(cell) is not None and len(cell.split()) <= 5 and not people_in(cell)


def _names_lists(header: Sequence[str]) -> bool:
    """Whether a header's cells are labels of lists of names: MEMBERS PRESENT | MEMBERS ABSENT."""
    filled = [cell for cell in header if cell]
    return bool(filled) and all(capacity_of(cell) is not None and is_clear(cell) for cell in filled)


def _columns_of_names(rows: Sequence[tuple[str, ...]]) -> Iterator[Listed]:
    capacities = [capacity_of(cell) for cell in rows[0]]
    for i, row in enumerate(rows[1:], 1):
        for capacity, cell in zip(capacities, row, strict=False):
            if capacity is not None:
                yield from (Listed(person, capacity, i) for person in people_in(cell))


def _a_row_each(rows: Sequence[tuple[str, ...]], *, under_label: bool) -> Iterator[Listed]:
    """The people of a table with a row for each, in columns for name, office and how they took part."""
    header = rows[0] if _is_header(rows[0]) else ()
    if not header and not any(_SAID.match(cell) for cell in rows[0][1:]):
        return
    if not under_label and not any(_STATE.search(cell) for cell in header) and header:
        return
    who = next((i for i, cell in enumerate(header) if _WHO.search(cell)), None)
    for i, row in enumerate(rows[bool(header) :], int(bool(header))):
        column = who if who is not None and who < len(row) else _first_name(row)
        if column is None:
            continue
        person = _person_of_cell(row[column])
        if person is not None:
            yield _row(person, row, header, column, i)


def _is_header(row: Sequence[str]) -> bool:
    named = [cell for cell in row if _WHO.search(cell) or _STATE.search(cell) or _ROLE.search(cell)]
    return len(named) >= 2 and not any(_TIME.search(cell) for cell in row) or len(named) == 1 and len(row) <= 2


def _first_name(row: Sequence[str]) -> int | None:
    return next((i for i, cell in enumerate(row) if re.search(r"[^\W\d_]{2}", cell) and person_of(cell)[0]), None)


def _person_of_cell(cell: str) -> Person | None:
    """The person of a cell; "Andrade, Luz" is one."""
    if re.fullmatch(r"[^\W\d_][\w’'-]+, (?:[^\W\d_][\w’'.-]*)(?: [A-Z]\.?)?", cell):
        return Person(cell)
    found = people_in(cell)
    return found[0] if found else None


def _row(person: Person, row: Sequence[str], header: Sequence[str], who: int, at: int) -> Listed:
    """The person of a row with what its other cells say."""
    capacity: Capacity | None = None
    for i, cell in enumerate(row):
        title = header[i] if i < len(header) else ""
        if i == who or not cell:
            continue
        said = _capacity_said(cell, title)
        if said is not None:
            capacity = capacity or said
        if _ROLE.search(title) and not _STATE.search(title):
            if not _SAID.match(cell):
                person = replace(person, role=person.role or cell)
            continue
        if _TICK.fullmatch(cell) or _TIME.fullmatch(cell.split(" ")[0]):
            timed = bool(_TIME.search(cell))
            ticked = not timed
            person = replace(
                person,
                late=person.late or ticked and bool(_ARRIVES.search(title)) and capacity_of(title) is None,
                left=person.left or bool(_DEPARTS.search(title)),
                remote=person.remote or bool(REMOTE.search(title)),
            )
        elif _SAID.match(cell) or LATE.search(cell) or LEFT.search(cell) or REMOTE.search(cell):
            person = replace(noted(replace(person, role=person.role or "-"), cell), role=person.role)
    return Listed(person, capacity or Capacity.PRESENT, at)


def _capacity_said(cell: str, title: str) -> Capacity | None:
    """How a person took part by one cell: its own word, or a tick under a word."""
    if len(cell) < 40 and not _TICK.fullmatch(cell):
        own = capacity_of(cell)
        if own is Capacity.IN_ATTENDANCE and not is_clear(cell):
            return None
        return own or (Capacity.PRESENT if _HERE.search(cell) else None)
    if _TICK.fullmatch(cell) and not _NO.fullmatch(cell):
        return capacity_of(title) or (Capacity.PRESENT if _STATE.search(title) else None)
    return None


def has_label(cell: str) -> bool:
    """Whether a cell begins with a label of a list of people."""
    label = label_of(cell)
    return label is not None and capacity_of(label[0]) is not None
