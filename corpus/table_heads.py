"""What stands over a table's rows: its header rows, the path of names over each column, its title and unit. Pure.

A header row is one whose cells are no numbers above columns of numbers; a title is the short line above the table, or a
row of one cell on top of it. A table that a page's end split prints its header anew.
"""

import operator
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.models import Block, BlockKind

_NUMBER = re.compile(
    r"[(\[+−–-]?\s?(?:[£$€]|\b[A-Z]{0,2}\$|R(?=\s?\d))?\s?[+−–-]?\d[\d,.\s']*\s?(?:%|[km]|bn|p)?[)\]]?\*?", re.I
)
_NONE = re.compile(r"[-–—]|nil|n/?a", re.I)  # printed where a number might stand
_PERIOD = re.compile(r"(?:FY\s?)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?")
_NUMERIC = 0.6  # share of a column's values that are numbers where it is a column of numbers
_MOST_HEADS = 4
_LONGEST_NAME = 90  # characters of a column's name
_LONGEST_INNER = 45  # of one under another column's name
_LONGEST_TITLE = 120
_LONGEST_UNIT = 60  # of a line that says what the figures are in
_TOLD = 60  # characters of a cell that tells something
_SENTENCE = re.compile(r"[.;:,]['\"’”)]*[-–]?$|\d%$")  # or a chart's label
_ITEM_NUMBER = re.compile(r"^\(?(?:\d{1,4}(?:\.\d{1,3}){0,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}|[A-Z][.)])\s+(?=\S)")
_LEADERS = re.compile(r"\s*(?:\.\s?){4,}.*$")
_CONTINUED = re.compile(r"\W*\b(?:continued|cont(?:['’]?d|\.)?)\W*$", re.I)
_THOUSANDS = r"['’]?000(?:['’]?s)?"
_UNIT = (
    rf"(?:[£€]|\b[A-Z]{{0,3}}\$|(?<!\w)\$)\s?(?:{_THOUSANDS}|\b(?:k|m|bn)\b|(?:thousand|million|billion)s?\b)?"
    rf"|\bR\s?(?:{_THOUSANDS}|m\b|(?:thousand|million|billion)s?\b)|\bR(?=\W|$)"
    rf"|\b(?:thousand|million|billion)s?(?: of (?:pounds|dollars|euros?|rand))?\b|['’]000s?\b"
)
_IN_BRACKETS = re.compile(rf"[(\[](?:all )?(?:figures )?(?:in )?({_UNIT})[)\]]", re.I)
_FIGURES_IN = re.compile(rf"\b(?:figures|amounts|values|sums)\b.{{0,30}}?\bin ({_UNIT})", re.I)
_BARE_IN = re.compile(rf"\bin ({_UNIT})$|[,–-]\s*({_UNIT})$", re.I)
_ALONE = re.compile(rf"[(\[]?(?:in )?({_UNIT})[)\]]?", re.I)
_AT_END = re.compile(rf"(?:^|\s|\()({_UNIT})\)?$", re.I)
_SAMPLE = 8  # rows that tell whether a table holds numbers
_CAPTION = re.compile(r"(?:table|figure|chart|schedule|appendix|annex) \w{1,3}\b", re.I)
_FIRST = re.compile(r"0?1[.)]?")  # the number of a list's first entry
_RESTS = 2  # short blocks between the halves of a table


@dataclass(frozen=True, slots=True)
class TableHead:
    """What stands over a table's rows."""

    title: str  # "" where there is none
    unit: str  # what its figures are counted in, "" where nothing says so
    headers: tuple[tuple[str, ...], ...]  # the header rows, the outermost first
    columns: tuple[str, ...]  # of each column, the names above it from the outermost to its own
    above: tuple[str, ...] = ()  # the lines above the table that name it and its unit, as printed

    def lines(self) -> str:
        """What introduces each row: title, unit, and the columns' names on the last line."""
        names = [" | ".join(self.columns)] if any(self.columns) else []
        return "\n".join([*self.above, *names])


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A paper's blocks with header rows marked and split tables numbered as one, and each table's head by its number."""

    blocks: list[Block]
    heads: Mapping[int, TableHead]


def laid_out(blocks: Sequence[Block]) -> LaidOut:
    """The blocks with each table's header rows found, and what stands over each table."""
    out = list(blocks)
    heads: dict[int, TableHead] = {}
    last: tuple[int, int, int] | None = None  # number, first row and end of the table before
    for first, end in _tables(blocks):
        rows = _padded(out[first:end])
        count = _header_rows(rows)
        if len(rows) == 1 and last is not None and rows[0].cells in heads[last[0]].headers:
            count = 1  # the rows below it were lost, or stand on the next page
        names = {row.cells for row in rows[:count]}
        for i, row in enumerate(rows, first):  # a page's top repeats the header
            out[i] = replace(out[i], header=row.cells in names)
        number = rows[0].table
        if number in heads:  # rows parted by words: the table goes on
            if not count:
                last = (number, first, end)
                continue
            number = max(max(heads), *(block.table for block in blocks)) + 1
        if last is not None and count and _goes_on(out, last, first, count, heads[last[0]]):
            number = last[0]
        else:
            heads[number] = _head(out[max(0, first - 2) : first], rows, count)
        for i in range(first, end):
            out[i] = replace(out[i], table=number)
        last = (number, first, end)
    return LaidOut(out, heads)


def _padded(rows: Sequence[Block]) -> list[Block]:
    """The rows, each with as many cells as the longest."""
    width = max(1, *(len(row.cells) for row in rows))
    return [replace(row, cells=row.cells + ("",) * (width - len(row.cells))) for row in rows]


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of rows of one table; another header inside it begins another run."""
    first = 0
    for i in range(1, len(blocks) + 1):
        if i < len(blocks) and not _begins_run(blocks, first, i):
            continue
        if blocks[first].kind is BlockKind.ROW:
            yield first, i
        first = i


def _begins_run(blocks: Sequence[Block], first: int, i: int) -> bool:
    """Whether block i is no more of the run that begins at `first`."""
    row, above = blocks[i], blocks[i - 1]
    if row.kind is not BlockKind.ROW or above.kind is not BlockKind.ROW or row.table != above.table:
        return True
    return (
        row.header and not above.header and all(row.cells != head.cells for head in blocks[first : first + _MOST_HEADS])
    )


# -- header rows ------------------------------------------------------------------------------


def _header_rows(rows: Sequence[Block]) -> int:
    """How many rows on top of a table are its header."""
    marked = next((i for i, row in enumerate(rows) if not row.header), len(rows))
    if len(rows) < 2:
        return marked
    numeric = _numeric_columns(rows)
    if numeric:
        return _rows_above_numbers(rows, numeric, marked)
    if len(rows[0].cells) == 2 and marked == 1 and _are_pairs(rows):
        return 0
    while marked and marked < min(len(rows) - 1, _MOST_HEADS) and _parts_names(rows[marked - 1], rows[marked]):
        marked += 1
    return marked


def _are_pairs(rows: Sequence[Block]) -> bool:
    """Whether rows of two cells are pairs of a name and what it is, from the first on; none names the columns.

    What they are is of several kinds, some with figures (a date, a time) and some without, or the first tells more than
    those below. A header is set in bold over rows that are not.
    """
    first, below = rows[0].cells[1], [row.cells[1] for row in rows[1:] if row.cells[1]]
    if rows[0].bold and not rows[1].bold or not below:
        return False
    usual = median(map(len, below))
    with_figures = sum(any(map(str.isdigit, cell)) for cell in below)
    if any(map(str.isdigit, rows[0].text)):
        return True
    if with_figures == len(below):
        return False
    return len(first) > usual or usual < _TOLD and with_figures > 0


def _numeric_columns(rows: Sequence[Block]) -> list[int]:
    """The columns of numbers, whatever their first row holds."""
    found = []
    for column in range(1, len(rows[0].cells)):
        cells = [row.cells[column] for row in rows[1:]]
        values = [cell for cell in cells if cell and not _NONE.fullmatch(cell)]
        numbers = sum(is_number(cell) for cell in values)
        if numbers and numbers >= _NUMERIC * len(values):
            found.append(column)
    return found


def is_number(cell: str) -> bool:
    """Whether a cell holds a number and nothing else: "1,402", "(4,100)", "£3.80", "58,6", "4%"."""
    return bool(_NUMBER.fullmatch(cell)) and not _PERIOD.fullmatch(cell)


def _rows_above_numbers(rows: Sequence[Block], numeric: Sequence[int], marked: int) -> int:
    """How many rows stand above the first row of numbers and name the columns."""
    count = 0
    for i, row in enumerate(rows[:_MOST_HEADS]):
        over = [row.cells[column] for column in numeric]
        if any(is_number(cell) or _NONE.fullmatch(cell) for cell in over) or max(map(len, row.cells)) > _LONGEST_NAME:
            break
        below_title = i > 0 and _is_title_row(rows[i - 1])
        if i >= max(marked, 1) and not below_title and not (_parts_names(rows[i - 1], row) or not row.cells[0]):
            break
        count = i + 1
    while count and not any(rows[count - 1].cells[column] for column in numeric):
        count -= 1  # a row that heads the rows below it
    return min(count, len(rows) - 1)


def _is_title_row(row: Block) -> bool:
    return bool(row.cells[0]) and sum(map(bool, row.cells)) == 1


def _parts_names(above: Block, row: Block) -> bool:
    """Whether a row names the columns under a row of names: each under one that spans it, none a sentence."""
    if len(row.cells) != len(above.cells) or any(len(cell) > _LONGEST_NAME for cell in row.cells):
        return False
    if above.bold and row.bold and above.header:
        return True
    if any(is_number(cell) or len(cell) > _LONGEST_INNER for cell in row.cells):
        return False
    spread = _spread(above.cells, [row.cells])
    return spread != list(above.cells) and all(map(operator.or_, map(bool, spread), map(bool, row.cells)))


def _paths(headers: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """Over each column, the names from the outermost header row to the innermost, each once."""
    rows = [[*row, *[""] * (width - len(row))] for row in headers if not _are_column_numbers(row)]
    spread = [_spread(row, rows[i + 1 :]) for i, row in enumerate(rows)]
    columns = []
    for column in range(width):
        names = [row[column] for row in spread if row[column]]
        kept = [name for i, name in enumerate(names) if i == 0 or name != names[i - 1]]
        columns.append(" ".join(kept))
    return tuple(columns)


def _spread(row: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """A header row with a cell repeated over the columns that it spans.

    It spans on to the right where it stands over names of its own, and no other cell is printed over the next ones.
    """
    out = list(row)
    for column in range(1, len(row)):
        if out[column]:
            continue
        stands_over = any(under[column - 1] and under[column - 1] != out[column - 1] for under in below)
        if stands_over and any(under[column] for under in below):
            out[column] = out[column - 1]
    return out


def _are_column_numbers(cells: Sequence[str]) -> bool:
    return len(cells) > 2 and all(cell == str(n) for n, cell in enumerate(cells, 1))


# -- title and unit ---------------------------------------------------------------------------


def _head(above: Sequence[Block], rows: Sequence[Block], count: int) -> TableHead:
    """What stands over a table of these rows, the first `count` of them its header, below these blocks."""
    names, body = list(rows[:count]), rows[count:]
    titles = []
    if count > 1:
        names = [row for row in rows[:count] if not _is_title_row(row)]
        if not any(map(_is_title_row, body)):  # else it is one of several that head the rows below them
            titles = [row.cells[0] for row in rows[:count] if _is_title_row(row)]
    headers = tuple(row.cells for row in names)
    columns = _paths(headers, len(rows[0].cells))
    above = [line for block in above for line in _apart(block)]
    said = _lone_unit(above[-1]) if above else ""
    units = [above[-1].text] if said else []
    if not titles and len(above) > len(units) and _is_title_of(above[-1 - len(units)], headers, body):
        titles = [_title_of(above[-1 - len(units)].text)]
    title = " ".join(titles)
    return TableHead(title, said or _unit_in(title) or _unit_of(columns[1:]), headers, columns, (*titles, *units))


def _apart(block: Block) -> list[Block]:
    """A block by its lines where the last is a caption or a unit."""
    lines = block.text.split("\n")
    last = replace(block, text=lines[-1])
    if len(lines) == 1 or not (_lone_unit(last) or _CAPTION.match(lines[-1])):
        return [block]
    return [replace(block, text=line) for line in lines]


def _is_title_of(block: Block, headers: Sequence[object], body: Sequence[Block]) -> bool:
    """Whether a line names the table below it: one of numbers, or, where it is set as a title, any with a header."""
    if not body or not _is_title(block):
        return False
    if headers and _stands_out(block):
        return True
    sample = body[:_SAMPLE]
    if not headers and len(sample) < 2 or _FIRST.fullmatch(sample[0].cells[0]):
        return False
    return bool(_numeric_columns([sample[0], *sample]))


def _is_title(block: Block) -> bool:
    """Whether the block above a table names it: a heading, or one short line that is no sentence."""
    text = _CONTINUED.sub("", block.text)
    if _stands_out(block):
        text = text.removesuffix(":")
    if block.kind is BlockKind.ITEM and not _ITEM_NUMBER.match(text):
        return False
    if block.kind is BlockKind.ROW or "\n" in text or not re.search("[A-Za-z]{3}", text):
        return False
    return len(text) <= _LONGEST_TITLE and not _SENTENCE.search(text) and (text[0].isupper() or text[0].isdigit())


def _stands_out(block: Block) -> bool:
    """Whether a line is set as a title: a heading, in bold, or named as a table."""
    return block.kind is BlockKind.HEADING or block.bold or bool(_CAPTION.match(block.text))


def _title_of(text: str) -> str:
    """A title without an item's number before it, dots that lead to a page, and "(continued)"."""
    return _CONTINUED.sub("", _LEADERS.sub("", _ITEM_NUMBER.sub("", text))).strip().removesuffix(":")


def _lone_unit(block: Block) -> str:
    """The unit that a short line gives to the figures below it, "" where it does not."""
    text = block.text
    if block.kind is BlockKind.ROW or len(text) > _LONGEST_UNIT:
        return ""
    found = _ALONE.fullmatch(text) or _IN_BRACKETS.fullmatch(text) or _FIGURES_IN.search(text)
    return found[1].strip() if found else ""


def _unit_in(title: str) -> str:
    """The unit that a title names: "(£000)", "all figures in £000", "in thousands of dollars"."""
    found = _IN_BRACKETS.search(title) or _FIGURES_IN.search(title) or _BARE_IN.search(title)
    return next((unit.strip() for unit in found.groups() if unit), "") if found else ""


def _unit_of(columns: Sequence[str]) -> str:
    """The one unit that columns name behind their names ("Budget £000"), "" where they name none or several."""
    found = {match[1].strip() for name in columns if (match := _AT_END.search(name) or _IN_BRACKETS.search(name))}
    return found.pop() if len(found) == 1 else ""


# -- tables over pages ------------------------------------------------------------------------


def _goes_on(blocks: Sequence[Block], last: tuple[int, int, int], first: int, count: int, head: TableHead) -> bool:
    """Whether the table at `first` is more of the last one: the same header, and nothing between but its title again."""
    _, begin, end = last
    between = blocks[end:first]
    if len(between) > _RESTS or any(block.kind is BlockKind.ROW for block in between):
        return False
    headers = [row.cells for row in blocks[first : first + count]]
    known = [row.cells for row in blocks[begin:end] if row.header][: len(headers)]
    if headers != known and tuple(headers) != head.headers:
        return False
    before, after = blocks[end - 1].page, blocks[first].page
    titles = {_key(line) for line in head.above}
    if all(_key(block.text) in titles for block in between):
        return bool(between) or before != after or before is None
    return False


def _key(text: str) -> str:
    return re.sub(r"\W", "", _title_of(text)).lower()
