"""A Word table's rows and cells, with what is merged and what was deleted."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.readers.docx_package import DELETED, SKIPPED, attribute, child, local, shown
from corpus.readers.table_cells import MOST_COLUMNS


@dataclass(slots=True)
class DocxCell:
    """A cell of a row: its element, None for columns left out; its columns; whether it goes on with the one above."""

    element: Element | None
    columns: int = 1
    goes_on: bool = False


@dataclass(slots=True)
class DocxRow:
    """A row with its cells, and whether it was deleted."""

    element: Element
    cells: list[DocxCell]
    deleted: bool

    @property
    def is_header(self) -> bool:
        """Whether the row is marked as one to repeat at the top of each page."""
        header = child(self.element, "trPr", "tblHeader")
        return header is not None and attribute(header, "val") not in ("0", "false", "off")


def rows_of(table: Element, deleted: bool) -> Iterator[DocxRow]:
    """The table's rows; `deleted` where the whole table was."""
    for element in shown(table):
        name = local(element)
        if name == "tr":
            properties = child(element, "trPr")
            gone = deleted or child(properties, "del") is not None
            before, after = (_count(properties, side) for side in ("gridBefore", "gridAfter"))
            cells = [*[DocxCell(None)] * before, *_cells(element), *[DocxCell(None)] * after]
            yield DocxRow(element, cells, gone)
        elif name not in SKIPPED:
            yield from rows_of(element, deleted or name in DELETED)


def only_places(rows: list[DocxRow]) -> bool:
    """Whether no row has words in more than one cell: such a table only places paragraphs on the page."""
    return max((sum(_is_filled(cell.element) for cell in row.cells) for row in rows), default=0) <= 1


def has_rows(table: Element) -> bool:
    """Whether a table has two rows and more with words in two cells."""
    filled = [sum(_is_filled(cell.element) for cell in row.cells) for row in rows_of(table, deleted=False)]
    return sum(count > 1 for count in filled) > 1


def is_empty(cell: Element) -> bool:
    """Whether no words were written in a cell; Word may print a number of its own there."""
    return not any(local(kid) in ("t", "delText") and (kid.text or "").strip() for kid in cell.iter())


def _cells(row: Element) -> Iterator[DocxCell]:
    for element in shown(row):
        if local(element) == "tc":
            properties = child(element, "tcPr")
            merge = child(properties, "vMerge")
            goes_on = merge is not None and attribute(merge, "val") in (None, "continue")
            yield DocxCell(element, max(_count(properties, "gridSpan"), 1), goes_on)
        elif local(element) not in SKIPPED:
            yield from _cells(element)


def _count(properties: Element | None, name: str) -> int:
    """How many columns a property names, 0 where it is not there."""
    value = attribute(child(properties, name), "val") or ""
    return min(int(value), MOST_COLUMNS) if value.isdigit() else 0


def _is_filled(element: Element | None) -> bool:
    """Whether a cell has words, or a number that Word makes."""
    if element is None:
        return False
    return not is_empty(element) or any(local(kid) == "numPr" for kid in element.iter())
