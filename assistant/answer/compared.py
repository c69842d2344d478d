"""The answer to which row of a table has the highest or lowest figure, and how a figure changed: worked out from its cells. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.told import ToldByRecords, within
from assistant.citations import whole
from assistant.question import Question, plain_years
from assistant.question.patterns import YEAR
from assistant.support.shown_words import as_shown
from corpus.models import Table
from index.models import Placed
from index.text import words_of

_HIGH = r"highest|largest|biggest|greatest|most|longest|dearest"
_LOW = r"lowest|smallest|fewest|least|shortest|cheapest"
_WHICH = re.compile(
    rf"(?:in )?(?:which|what) (?P<row>[\w'’ -]{{2,40}}?) (?:(?:had|has|have|got|gets|get|saw|sees|received|receives|recorded|spent|spends|costs?|made|makes)"
    rf"|(?:was|were|is|are) there|(?:was|were|is|are)|did)(?: by far)? (?:the )?(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b(?: (?:number|amount|share|level|rate) of)? ?(?P<measure>.*)",
    re.I,
)
_CHANGES = r"difference|change|rise|increase|growth|fall|drop|decrease|reduction"
_CHANGE = re.compile(
    rf"(?:what (?:is|was)|how (?:much|big|large) (?:is|was)) the (?:{_CHANGES}) in (?P<what>.+?) (?:between|from) (?P<one>\S+) (?:and|to) (?P<other>\S+)"
    r"(?: (?:for|in|at) (?P<of>.+))?"
    r"|(?:by )?how (?:much|many) did (?P<what2>.+?) (?:rise|fall|grow|increase|decrease|drop|change|go up|go down|come down) (?:by )?(?:between|from) (?P<one2>\S+) (?:and|to) (?P<other2>\S+)",
    re.I,
)
_NUMBER = re.compile(
    r"(?P<sign>[-–−]|\()?(?P<before>[£$€]?)\s?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<behind>%|per cent|million|m|bn|k)?\)?",
    re.I,
)
_UNIT = re.compile(r"\(([^)]*)\)")
_WHOLE = re.compile(r"\b(?:totals?|all|overall|sum)\b", re.I)
_AVERAGE = re.compile(r"\b(?:averages?|mean|median|england|national)\b", re.I)
_RANKS = frozenset(words_of("rank ranking position place"))  # the first of which is the lowest number
_GENERIC = frozenset(words_of("number amount share level rate figure total of in the at for most least it was that"))
_FEWEST, _MOST = 3, 6  # rows that are compared, rows that are told
_WORDS = 150
_ROUNDED = 0.005  # share of a total by which rounding explains a difference


@dataclass(frozen=True, slots=True)
class WhichAsked:
    """Which row a question asks for: the words of the rows' kind, those of the measure, and whether the highest is wanted."""

    row: frozenset[str]
    measure: frozenset[str]
    highest: bool


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """Of what a question asks the change between two times."""

    what: frozenset[str]
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class _TableFigure:
    """A figure of a table: its row, its cell as printed, its value, and the unit that stands with it."""

    i: int
    printed: str
    value: float
    unit: str


def compared_asked(question: Question) -> WhichAsked | ChangeAsked | None:
    """What a question asks of a table's column or row; None where it asks for something else."""
    text = plain_years(question.text.strip().rstrip("?.! "))
    places = {word for name in question.councils for word in words_of(name)}
    change = _CHANGE.fullmatch(text)
    if change is not None:
        one, other = (change["one"] or change["one2"]), (change["other"] or change["other2"])
        if not all(YEAR.pattern.fullmatch(year) for year in (one, other)):
            return None
        said = f"{change['what'] or change['what2']} {change['of'] or ''}"
        return ChangeAsked(frozenset(words_of(said)) - places - _GENERIC, one, other)
    which = _WHICH.fullmatch(text)
    if which is None:
        return None
    row = frozenset(words_of(which["row"])) - places
    measure = frozenset(words_of(which["measure"])) - places - _GENERIC
    return (
        WhichAsked(row, measure, which["high"] is not None)
        if len(row) == 1 and measure and not measure & _RANKS
        else None
    )


def compared_told(
    asked: WhichAsked | ChangeAsked, tables: Sequence[Table], places: Mapping[str, Placed]
) -> ToldByRecords | None:
    """The row asked for with those that it was compared with, or a row's change; None unless the tables found tell one thing clearly.

    `places` are the rows' paragraphs by id.
    """
    known = [table for table in tables if table.paragraphs and all(name in places for name in table.paragraphs)]
    if isinstance(asked, ChangeAsked):
        found = [told for table in known if (told := _changed(asked, table, places)) is not None]
    else:
        named = [_named_column(asked, table, places) for table in known]
        most = max((held for _, held in named), default=0)
        meant = [(table, column) for table, (column, held) in zip(known, named, strict=True) if held == most > 0]
        winners = [_winner(asked, table, column, places) for table, column in meant]
        found = [told for told in winners if told is not None]
        if len(found) < len(winners):
            return None
    return found[0] if found and len({one.lead for one in found}) == 1 else None


def _winner(asked: WhichAsked, table: Table, column: int | None, places: Mapping[str, Placed]) -> ToldByRecords | None:
    """The row with the highest or lowest figure of the one column that the question means."""
    cells = _cells(table, column) if column is not None else []
    if column is None or len(cells) < _FEWEST:
        return None
    ranked = sorted(cells, key=lambda cell: cell.value, reverse=asked.highest)
    first = [cell for cell in ranked if cell.value == ranked[0].value]
    if len(first) == len(cells):
        return None
    names = " and ".join(f"{table.rows[cell.i][0]}, {cell.printed}" for cell in first)
    unit = f" ({table.unit})" if table.unit and not any(mark in ranked[0].printed for mark in "£$€%") else ""
    what = "highest" if asked.highest else "lowest"
    lead = f"Compared in the table, {len(cells)} rows by “{table.columns[column]}”{unit}: {what} is {names}."
    picks = within([as_shown(whole(places[table.paragraphs[cell.i]])) for cell in ranked], _WORDS, _MOST)
    more = (f"{len(picks)} of the {len(cells)} rows compared are told.",) if len(picks) < len(cells) else ()
    return ToldByRecords(picks, lead, more)


def _named_column(asked: WhichAsked, table: Table, places: Mapping[str, Placed]) -> tuple[int | None, int]:
    """The column that a question means of a table whose rows are of the kind it names, and how many words of it the name has."""
    if not asked.row <= set(words_of(table.columns[0])):
        return None, 0
    return _column(asked.measure, table, places)


def _column(measure: frozenset[str], table: Table, places: Mapping[str, Placed]) -> tuple[int | None, int]:
    """The one column whose name, with what stands over the table, has all words of a measure, and how many its name has.

    None where several are as near; of these one that is named by words of the measure alone is meant.
    """
    over = _over(table, places)
    named = [frozenset(words_of(plain_years(name))) for name in table.columns]
    fitting = [i for i in range(1, len(named)) if measure <= named[i] | over and measure & named[i]]
    most = max((len(measure & named[i]) for i in fitting), default=0)
    best = [i for i in fitting if len(measure & named[i]) == most]
    alone = [i for i in best if named[i] <= measure]
    meant = best if len(best) == 1 else alone
    return (meant[0] if len(meant) == 1 else None), most


def _over(table: Table, places: Mapping[str, Placed]) -> frozenset[str]:
    """The words that stand over a table: its title and unit, its item's title and section, its part's title."""
    place = places[table.paragraphs[0]]
    paragraph = place.paragraph
    titles = (table.title, table.unit, paragraph.item_title or "", paragraph.section or "", place.part.title)
    return frozenset(words_of(plain_years(" ".join(titles))))


def _cells(table: Table, column: int) -> list[_TableFigure]:
    """The column's figures without totals and averages; [] where a cell is no figure, units differ or a total does not add up."""
    rows = [i for i, row in enumerate(table.rows) if row[0].strip() and not _AVERAGE.search(row[0])]
    cells = [cell for i in rows if (cell := _cell(i, table.rows[i][column])) is not None]
    labels = {tuple(_UNIT.findall(table.rows[i][0])) if _measures(table, i) else () for i in rows}
    if len(cells) < len(rows) or len({cell.unit for cell in cells}) > 1 or len(labels) > 1:
        return []
    parts = [cell for cell in cells if not _WHOLE.search(table.rows[cell.i][0])]
    wholes = [cell for cell in cells if cell not in parts]
    return parts if parts and all(_is_whole(cell, parts) for cell in wholes) else []


def _is_whole(whole_cell: _TableFigure, parts: Sequence[_TableFigure]) -> bool:
    """Whether a figure is the sum of others, or of per cents one between them: a row so named that is neither is one of them."""
    values = [cell.value for cell in parts]
    if "%" in whole_cell.unit:
        return min(values) <= whole_cell.value <= max(values)
    return abs(sum(values) - whole_cell.value) <= _ROUNDED * abs(whole_cell.value)


def _measures(table: Table, i: int) -> bool:
    """Whether a row's name ends in a unit, as in "Attendance (%)"."""
    match = _UNIT.search(table.rows[i][0])
    return match is not None and not re.search(r"[A-Za-z]{3,}", match[1])


def _cell(i: int, text: str) -> _TableFigure | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    behind = (match["behind"] or "").lower().replace("per cent", "%").replace("million", "m")
    value = float(match["figure"].replace(",", "")) * (-1 if match["sign"] else 1)
    return _TableFigure(i, text.strip(), value, f"{match['before']}{behind}")


def _changed(asked: ChangeAsked, table: Table, places: Mapping[str, Placed]) -> ToldByRecords | None:
    """How the one row that a question names changed between two columns that differ in their times alone."""
    columns = [_column(frozenset(words_of(year)), table, places)[0] for year in (asked.one, asked.other)]
    over = _over(table, places)
    rows = [
        i
        for i, row in enumerate(table.rows)
        if asked.what <= set(words_of(row[0])) | over and asked.what & set(words_of(row[0]))
    ]
    if None in columns or len(rows) != 1 or not asked.what:
        return None
    names = [table.columns[column or 0] for column in columns]
    if len({re.sub(r"\s+", " ", YEAR.pattern.sub("", plain_years(name))).strip() for name in names}) > 1:
        return None
    cells = [_cell(rows[0], table.rows[rows[0]][column or 0]) for column in columns]
    one, other = cells
    if one is None or other is None or one.unit != other.unit:
        return None
    lead = f"Worked out from the row: {one.printed} ({asked.one}) to {other.printed} ({asked.other}), {_in_words(one, other)}."
    return ToldByRecords((as_shown(whole(places[table.paragraphs[rows[0]]])),), lead)


def _in_words(one: _TableFigure, other: _TableFigure) -> str:
    """A change as a rise or fall, and in per cent where the figures are no percentages."""
    apart = other.value - one.value
    if not apart:
        return "no change"
    places = max(len(cell.printed.rstrip("%mkbn ").partition(".")[2]) for cell in (one, other))
    before = next((mark for mark in "£$€" if mark in one.unit), "")
    behind = " percentage points" if "%" in one.unit else one.unit.removeprefix(before)
    share = f" ({abs(apart) / abs(one.value):.1%})" if one.value and "%" not in one.unit else ""
    return f"a {'rise' if apart > 0 else 'fall'} of {before}{abs(apart):,.{places}f}{behind}{share}"
