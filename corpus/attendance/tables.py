"""Tables of who was there: ticks, states, times and names in columns. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.attendance.names import LATE, LEFT, REMOTE, Person, noted, people_in, person_of
from corpus.attendance.words import has_office, is_office
from corpus.models import Capacity
from corpus.readers.people_labels import capacity_of, is_clear, names_members

_TICK = re.compile(r"(?:x|✓|✔|√|•|●|\*|y|yes|p|1|☑|☒|\[x\]|\(x\))", re.I)
_CODES = {
    "P": "Present",
    "A": "Apologies",
    "AP": "Apologies",
    "Ap": "Apologies",
    "Ab": "Absent",
    "R": "Remote",
    "V": "Virtual",
}
_WHO = re.compile(
    r"\b(?:names?|members?|councill?ors?|cllrs?|directors?|commissioners?|trustees?|attendees?|who|person|alderm[ae]n|supervisors?)\b",
    re.I,
)
_ROLE = re.compile(r"\b(?:role|position|title|office|seat|designation|capacity|representing|post)\b", re.I)
_STATE = re.compile(
    r"\b(?:attend\w*|present|status|state|absent|apolog\w*|late|arriv\w*|depart\w*|remote|excused|chamber|virtual|here)\b",
    re.I,
)
_TIME = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m", re.I)
_HERE = re.compile(r"\b(?:present|here|attended|in person|chamber|in attendance|late)\b", re.I)
_SAID = re.compile(
    r"(?:present|absent|excused|here|apolog(?:y|ies)|regrets|late|remote\w*|virtual\w*|in person|online|chamber)\b",
    re.I,
)
_DEPARTS = re.compile(r"\b(?:left|depart\w*|leav\w*|out)\b", re.I)
_ARRIVES = re.compile(r"\b(?:arriv\w*|joined|in)\b", re.I)
_SURNAME_FIRST = re.compile(r"[^\W\d_][\w’'-]+, (?:[^\W\d_][\w’'.-]*)(?: [A-Z]\.?)?")
_SAID_INSTEAD = re.compile(r"\b(?:apolog(?:y|ies)|absent|present|substitut\w*|was|by|for)\b|[-–—:]", re.I)
_INSTEAD = re.compile(r"\bsubstitut\w*|\bdeputy for\b|\bproxy\b", re.I)
_LATE = re.compile(r"\blate\b", re.I)


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
    rows = _decoded([tuple(cell.strip() for cell in row) for row in rows])
    if not rows:
        return []
    labelled = list(_labelled([(row[0], *filter(None, row[1:])) for row in rows]))
    if labelled:
        return labelled
    if _names_lists(rows[0]) and not _is_ticked(rows):
        return list(_columns_of_names(rows))
    return list(_a_row_each(rows, under_label=under_label))


def _decoded(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows with words in place of the letters of a column that holds nothing else: P for present, A for apologies."""
    width = min(map(len, rows), default=0)
    coded = {
        i
        for i in range(1, width)
        if {row[i] for row in rows[1:]} <= _CODES.keys() and any(row[i] == "P" for row in rows)
    }
    return [tuple(_CODES.get(cell, cell) if i in coded else cell for i, cell in enumerate(row)) for row in rows]


def _labelled(rows: Sequence[tuple[str, ...]]) -> Iterator[Listed]:
    """The people of a table with a label in the first cell of each row and names in the others."""
    if not any(
        len(row) > 1 and row[1] and _is_label(row[0]) and is_clear(row[0]) and people_in(row[1]) for row in rows
    ):
        return
    if any(_SAID.fullmatch(cell) for row in rows for cell in row[1:]):
        return
    capacity: Capacity | None = None
    for i, row in enumerate(rows):
        if row[0]:
            label = row[0].rstrip(": ")
            capacity = capacity_of(label) or (Capacity.PRESENT if names_members(label) else None)
        if capacity is not None:
            office = ""
            for cell in row[1:]:
                people = people_in(cell)
                yield from (Listed(replace(person, role=person.role or office), capacity, i) for person in people)
                office = cell if not people and is_office(cell) and not cell.endswith("s") else ""


def _is_label(cell: str) -> bool:
    return capacity_of(cell) is not None and len(cell.split()) <= 5


def _names_lists(header: Sequence[str]) -> bool:
    """Whether a header's cells are labels of lists of names: MEMBERS PRESENT | MEMBERS ABSENT."""
    filled = [cell for cell in header if cell]
    return bool(filled) and all(capacity_of(cell) is not None and is_clear(cell) for cell in filled)


def _is_ticked(rows: Sequence[tuple[str, ...]]) -> bool:
    return any(_TICK.fullmatch(cell) for row in rows[1:] for cell in row)


def _columns_of_names(rows: Sequence[tuple[str, ...]]) -> Iterator[Listed]:
    capacities = [capacity_of(cell) for cell in rows[0]]
    for i, row in enumerate(rows[1:], 1):
        for capacity, cell in zip(capacities, row, strict=False):
            if capacity is not None:
                yield from (Listed(person, capacity, i) for person in people_in(cell))


def _a_row_each(rows: Sequence[tuple[str, ...]], *, under_label: bool) -> Iterator[Listed]:
    """The people of a table with a row for each, in columns for name, office and how they took part."""
    header = rows[0] if is_header(rows[0]) else ()
    if not header and not any(_SAID.match(cell) for cell in rows[0][1:]):
        return
    told = any(_STATE.search(cell) for cell in header) or all(
        any(_SAID.match(cell) for cell in row[1:]) for row in rows[1:]
    )
    if header and not under_label and not told:
        return
    who = next((i for i, cell in enumerate(header) if _WHO.search(cell) and not _STATE.search(cell)), None)
    body = rows[bool(header) :]
    usual = _usual_times(header, body)
    first = next((capacity_of(cell) for cell in header[:1] if cell), None)
    office = ""
    for i, row in enumerate(body, int(bool(header))):
        filled = [cell for cell in row if cell]
        if len(filled) == 1 and not people_in(filled[0]) and (is_office(filled[0]) or names_members(filled[0])):
            office = filled[0] if is_office(filled[0]) and not filled[0].endswith("s") else ""
            continue
        column = who if who is not None and who < len(row) and row[who] else _first_name(row)
        person = _person_of_cell(row[column]) if column is not None else None
        if person is not None and column is not None:
            listed = _row(replace(person, role=person.role or office), row, header, column, usual)
            yield Listed(listed.person, listed.capacity or first or Capacity.PRESENT, i)
        for title, cell in zip(header, row, strict=False):
            if _INSTEAD.search(title) or _INSTEAD.search(cell) and _SAID.match(cell):
                yield from (Listed(other, Capacity.PRESENT, i) for other in people_in(_SAID_INSTEAD.sub(",", cell)))
        office = ""


def is_header(row: Sequence[str]) -> bool:
    """Whether the cells name the columns of a table of people."""
    titles = [cell for cell in row if _WHO.search(cell) or _STATE.search(cell) or _ROLE.search(cell)]
    named = [cell for cell in titles if len(cell.split()) == 1 or not people_in(cell)]
    if any(_TIME.search(cell) for cell in row):
        return False
    return len(named) >= 2 or len(named) == 1 and len(row) <= 2


def _usual_times(header: Sequence[str], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """For each column, what most of its cells say: when the meeting began or ended in columns of times."""
    counts = [Counter(row[i] for row in rows if i < len(row) and row[i]) for i in range(len(header))]
    return [count.most_common(1)[0][0] if count else "" for count in counts]


def _first_name(row: Sequence[str]) -> int | None:
    return next((i for i, cell in enumerate(row) if re.search(r"[^\W\d_]{2}", cell) and person_of(cell)[0]), None)


def _person_of_cell(cell: str) -> Person | None:
    """The person of a cell; "Andrade, Luz" is one."""
    if _SURNAME_FIRST.fullmatch(cell) and not has_office(cell):
        return Person(cell)
    found = people_in(cell)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class _Told:
    person: Person
    capacity: Capacity | None


def _row(person: Person, row: Sequence[str], header: Sequence[str], who: int, usual: Sequence[str]) -> _Told:
    """The person of a row with what its other cells say."""
    capacity: Capacity | None = None
    for i, cell in enumerate(row):
        title = header[i] if i < len(header) else ""
        if i == who or not cell:
            continue
        capacity = capacity or _capacity_said(cell, title)
        if _ROLE.search(title) and not _STATE.search(title) or not title and is_office(cell):
            person = person if _SAID.match(cell) else replace(person, role=person.role or cell)
        elif _TIME.match(cell) and len(cell) < 14:
            odd = i < len(usual) and cell != usual[i] and _is_time_of_few(usual[i], cell)
            late = bool(_LATE.search(title)) or odd and bool(_ARRIVES.search(title))
            person = replace(person, late=person.late or late, left=person.left or odd and bool(_DEPARTS.search(title)))
        elif _TICK.fullmatch(cell):
            remote = person.remote or bool(REMOTE.search(title))
            person = replace(person, late=person.late or bool(_LATE.search(title)), remote=remote)
        elif _SAID.match(cell) or LATE.search(cell) or LEFT.search(cell) or REMOTE.search(cell):
            person = replace(noted(replace(person, role=person.role or "-"), cell), role=person.role)
    return _Told(person, capacity)


def _is_time_of_few(usual: str, cell: str) -> bool:
    """Whether a time is after what most of a column says; the start and end of a meeting may stand in words."""
    if not _TIME.search(usual):
        return True
    one, other = (re.sub(r"\D", "", text.split(" ")[0]).zfill(4) for text in (usual, cell))
    return other > one


def _capacity_said(cell: str, title: str) -> Capacity | None:
    """How a person took part by one cell: its own word, or a tick or time under a word."""
    if _TICK.fullmatch(cell):
        return capacity_of(title) or (Capacity.PRESENT if _STATE.search(title) else None)
    said = _SAID.match(cell)
    if said is not None and len(cell) >= 40:
        cell = said[0]
    if len(cell) < 40:
        own = capacity_of(cell)
        if own is Capacity.IN_ATTENDANCE and not is_clear(cell):
            return None
        return own or (Capacity.PRESENT if _HERE.search(cell) else None)
    return None


def people_of_columns(columns: Sequence[Sequence[str]]) -> list[Listed]:
    """The people of a table whose columns stand below each other, the last of them how they took part; [] without names.

    Each column is its lines; a head may stand above the cells.
    """
    states = [line for line in columns[-1] if _SAID.match(line)]
    for column in columns[-2::-1]:
        names = [_person_of_cell(line) for line in column[-len(states) :]]
        if len(names) == len(states) and all(names):
            return [
                _listed_as(person, state) for person, state in zip(names, states, strict=True) if person is not None
            ]
    return []


def _listed_as(person: Person, state: str) -> Listed:
    told = _row(person, ("", state), (), 0, ())
    return Listed(told.person, told.capacity or Capacity.PRESENT, 0)


def is_column_of_states(lines: Sequence[str]) -> bool:
    """Whether all lines say how somebody took part, below a head or without one."""
    states = [line for line in lines if _SAID.match(line) and len(line) < 30]
    headed = len(lines) > 2 and len(states) == len(lines) - 1 and not _SAID.match(lines[0]) and not people_in(lines[0])
    return len(lines) > 1 and (len(states) == len(lines) or headed)
