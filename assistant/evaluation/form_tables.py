"""How the tables of a made-up paper were read, and its actions and plans, against their right reading. Pure.

Every figure is a pair (right, asked), as in `forms.py`.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from assistant.evaluation.measures import squash
from corpus.models import Action, ForwardPlanEntry, Outline, Table

_Form = Mapping[str, Any]
_Record = TypeVar("_Record")
_NUMBER = re.compile(r"^(?:\d{1,4}|[A-Z])[.)]\s+(?=\S)")  # before a title; an item's own
_NONE = Table(0, "", "", (), (), (), (), None, None)


def score_tables(form: _Form, read: Outline) -> Counter[str]:
    """Return what is right of a paper's tables, actions and entries of forward plans.

    table cells: values under the path of their column's headers and beside their row's label. table titles, table units:
    of each table that is wanted. table rows told: values whose paragraph has the column's path in front of it. actions,
    forward plan: F1 of those with the right owner, or date.
    """
    tally: Counter[str] = Counter()
    for wanted in form.get("tables", ()):
        best = max(read.tables, key=lambda table: _held(wanted, table), default=None)
        _score_table(wanted, best if best is not None and _held(wanted, best) else _NONE, read, tally)
    if form.get("actions"):
        _count(tally, "actions", form["actions"], read.actions, _same_action)
    if form.get("forward_plan"):
        _count(tally, "forward plan", form["forward_plan"], read.forward_plan, _same_entry)
    return tally


def _score_table(wanted: _Form, found: Table, read: Outline, tally: Counter[str]) -> None:
    """Add what is right of one table; none of a table that was not found."""
    _add(tally, "table titles", found is not _NONE and _same(wanted["title"], found.title))
    _add(tally, "table units", found is not _NONE and _same(wanted["unit"], found.unit))
    for cell in wanted["cells"]:
        places = _places(cell, found)
        _add(tally, "table cells", any(squash(found.columns[j]) == squash(cell["column"]) for _, j in places))
        _add(tally, "table rows told", any(_is_told(cell, found, i, read) for i, _ in places))


def _held(wanted: _Form, table: Table) -> int:
    """How many of the wanted values a table has in their rows; those under the right column count twice."""
    held = 0
    for cell in wanted["cells"]:
        places = _places(cell, table)
        held += bool(places) + any(squash(table.columns[j]) == squash(cell["column"]) for _, j in places)
    return held


def _places(cell: _Form, table: Table) -> list[tuple[int, int]]:
    """Row and column of each place where a value stands in the row of its label."""
    label, value = squash(cell["row"]), _folded(cell["value"])
    return [
        (i, j)
        for i, row in enumerate(table.rows)
        if label in {squash(" ".join(row[:2])), *map(squash, row)}
        for j, text in enumerate(row)
        if _folded(text) == value
    ]


def _is_told(cell: _Form, table: Table, row: int, read: Outline) -> bool:
    """Whether the row's paragraph has the value, and before it the title, the unit and the path of the value's column."""
    paragraph = next((one for one in read.paragraphs if one.id == table.paragraphs[row]), None)
    if paragraph is None:
        return False
    named = all(squash(words) in squash(paragraph.intro) for words in (cell["column"], table.title))
    return named and squash(cell["value"]) in squash(paragraph.own)


def _same(wanted: str | None, found: str) -> bool:
    return _folded(_NUMBER.sub("", wanted or "")) == _folded(_NUMBER.sub("", found))


def _folded(text: str) -> str:
    """A text without differences of case, space and dash; signs of money stay."""
    return " ".join(text.casefold().replace("–", "-").replace("−", "-").split())


def _same_action(wanted: _Form, found: Action) -> bool:
    owner = squash(wanted.get("owner") or "")
    return squash(wanted["action"]) in squash(found.action) and owner in squash(found.owner or "")


def _same_entry(wanted: _Form, found: ForwardPlanEntry) -> bool:
    date = squash(wanted.get("decision_date") or "")
    return squash(wanted["title"]) in squash(found.title) and date == squash(found.decision_date or "")


def _count(
    tally: Counter[str],
    name: str,
    wanted: Sequence[_Form],
    found: Sequence[_Record],
    same: Callable[[_Form, _Record], bool],
) -> None:
    """Add an F1's two halves: twice the hits, and all that was wanted and found."""
    left = list(found)
    hits = 0
    for thing in wanted:
        match = next((other for other in left if same(thing, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    tally[f"{name} right"] += 2 * hits
    tally[f"{name} asked"] += len(wanted) + len(found)


def _add(tally: Counter[str], name: str, right: bool) -> None:
    tally[f"{name} right"] += right
    tally[f"{name} asked"] += 1
