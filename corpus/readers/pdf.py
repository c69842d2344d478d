"""PDF to blocks, by where words stand on the page."""

import re
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.errors import CorruptPaper, EmptyPaper, EncryptedPaper, NoTextLayer
from corpus.models import Block, BlockKind, Reading
from corpus.readers import ocr
from corpus.readers.cycles import no_search_for_cycles
from corpus.readers.pdf_blocks import page_blocks
from corpus.readers.pdf_letters import repaired
from corpus.readers.pdf_lines import Line, live_and_struck, page_lines
from corpus.readers.pdf_measure import Measure, joined, measure
from corpus.readers.pdf_page import PageMarks, read_page
from corpus.readers.pdf_runs import Run, rounded_box
from corpus.readers.pdf_tables import Table, TableRow, find_tables
from corpus.readers.words import fold

_PDFIUM = threading.Lock()  # PDFium may be called from one thread at a time
_CHARACTERS_A_PAGE = 12  # a paper with fewer on average is a scan
_PAGE_NUMBER = re.compile(
    r"^(?:page\s*)?[-–—|\[]*\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|\]]*(?:\s*(?:of|/)\s*\d{1,4})?$", re.I
)
_STAMPS = 120  # characters; a page with more has words of its own
_STAMP = re.compile(r"^(?:page:?\s*)?\d{1,4}$|^(?:agenda|minute) item(?: no\.?)?:?\s*\w{0,6}$|^page \d+ of \d+$", re.I)
_PAGE_MENTION = re.compile(r"\bpage\s+\d{1,4}(?:\s+of\s+\d{1,4})?$", re.I)
_LEFT_BLANK = re.compile(r"^\W*(?:this )?page (?:is )?(?:intentionally )?left (?:intentionally )?blank\W*$", re.I)
_NUMBERED = re.compile(r"^\(?[A-Z]{0,4}[ ./-]?\d{1,4}\b(?!,)|^$")  # how a row that holds a minute begins
_DIGITS = re.compile(r"\d+")
_PADDING = 6.0  # points between a cell's words and its right edge
_FRAMED_LINES = 4  # a cell as wide as its table, of more lines, is text in a frame
_REMEDY = "Install tesseract, or run OCR on it yourself, and add it again."
_MARGIN = 0.13  # of the page's height, above and below, where running heads stand


def read_pdf(path: Path, turned: Callable[[int, int], None] = lambda page, pages: None) -> Reading:
    """The blocks of a PDF in reading order: every word of its text layer once.

    Struck-out words are in `Block.struck`, page numbers and running heads in blocks of kind FURNITURE. Pages that are
    pictures are read by OCR where tesseract is installed, and listed in `Reading.ocr_pages`.
    `turned` is told each page that is read, from 1, and how many there are.

    Raises: EmptyPaper (no bytes), EncryptedPaper, CorruptPaper, NoTextLayer (a scan, or a text layer whose
    characters are not the letters on the page).
    """
    if path.stat().st_size == 0:
        raise EmptyPaper(path.name, None, "the file is empty", "Send the paper again.")
    with no_search_for_cycles():
        return _read(path, turned)


def _read(path: Path, turned: Callable[[int, int], None]) -> Reading:
    with _PDFIUM, _document(path) as document:
        marks = list(_pages(document, path, turned))
        labels = _labels(document)
        title = fold(document.get_metadata_value("Title"))
    bare = [index for index, page in enumerate(marks) if _is_bare(page.text)]
    marks, seen, unread = _with_pictures_read(marks, bare, path)
    if sum(len(page.text) for page in marks) < _CHARACTERS_A_PAGE * len(marks):
        raise NoTextLayer(path.name, None, "no text layer, probably a scan", _REMEDY)
    trusted = _trusted(marks)
    if trusted is None:
        marks, seen, unread = _with_pictures_read(marks, range(len(marks)), path, drawn=True)
        if len(seen) < len(marks):
            what = "its text layer cannot be trusted (wrong glyph map)"
            raise NoTextLayer(path.name, None, what, _REMEDY)
    lying = frozenset(number for number, page in enumerate(marks, 1) if page.width > page.height)
    return Reading(_blocks(trusted or marks), len(marks), labels, title, seen, unread, lying)


def _is_bare(text: str) -> bool:
    """Whether a page's text layer holds nothing, or only what is stamped on a scan: its page and agenda item."""
    if len(text) > _STAMPS:
        return False
    lines = [line.strip() for line in text.split("\n")]
    return len("".join(line for line in lines if not _STAMP.match(line))) < _CHARACTERS_A_PAGE


def _labels(document: pdfium.PdfDocument) -> tuple[str, ...]:
    """Printed page labels; a paper that has any labels its first page, ISO 32000-1, 12.4.2."""
    first = document.get_page_label(0)
    if not first:
        return ("",) * len(document)
    return (first, *(document.get_page_label(index) for index in range(1, len(document))))


@contextmanager
def _document(path: Path) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise EncryptedPaper(
                path.name,
                None,
                "a password is needed to open it",
                "Save it without a password and add it again.",
            ) from error
        raise CorruptPaper(path.name, None, "not a readable PDF", "Send the paper again.") from error
    try:
        yield document
    finally:
        document.close()


def _pages(document: pdfium.PdfDocument, path: Path, turned: Callable[[int, int], None]) -> Iterator[PageMarks]:
    if not len(document):
        raise EmptyPaper(path.name, None, "it has no pages", "Send the paper again.")
    for index in range(len(document)):
        turned(index + 1, len(document))
        try:
            yield read_page(document, index)
        except pdfium.PdfiumError as error:
            raise CorruptPaper(path.name, index + 1, "the page cannot be read", "Send the paper again.") from error


def _with_pictures_read(
    marks: list[PageMarks], indexes: Iterable[int], path: Path, *, drawn: bool = False
) -> tuple[list[PageMarks], frozenset[int], frozenset[int]]:
    """The pages with those read by OCR that are pictures, or that are to be read as `drawn`; which, and which not, from 1.

    Without tesseract, and for a page that it cannot read, nothing changes.
    """
    out, seen, unread = list(marks), set(), set()
    can_read = ocr.can_read()
    for index in indexes:
        with _PDFIUM, _document(path) as document:
            page = document[index]
            scanned = drawn or ocr.is_picture(page)
            picture = ocr.picture_of(page) if scanned and can_read else None
            page.close()
        runs = ocr.words_of(picture) if picture else None
        if runs:
            text = "\n".join(run.text for run in runs)
            out[index] = marks[index]._replace(runs=runs, rules=[], text=text)
            seen.add(index + 1)
        elif scanned and runs is None:
            unread.add(index + 1)
    return out, frozenset(seen), frozenset(unread)


def _trusted(marks: list[PageMarks]) -> list[PageMarks] | None:
    """The pages with letters that a font maps wrongly put right where that is certain; None where it is not."""
    runs = repaired([page.runs for page in marks], "\n".join([page.text for page in marks]))
    if runs is None:
        return None
    return [page._replace(runs=page_runs) for page, page_runs in zip(marks, runs, strict=True)]


def _blocks(marks: Sequence[PageMarks]) -> tuple[Block, ...]:
    laid_out: list[tuple[list[Line], list[Table]]] = []
    for page in marks:
        runs, tables = find_tables(page.runs, page.rules) if page.rules else (page.runs, [])
        laid_out.append((page_lines(runs, page.width), tables))
    usual = measure([lines for lines, _ in laid_out])
    furniture = _furniture([lines for lines, _ in laid_out], marks)
    blocks: list[Block] = []
    tables_so_far = _Tables(usual)
    for number, (page, (lines, tables)) in enumerate(zip(marks, laid_out, strict=True), 1):
        body = [line for line in lines if id(line) not in furniture]
        heads = [_furniture_block(line, number) for line in lines if id(line) in furniture]
        found: list[Block] = []
        for block in page_blocks(body, number, usual):
            if isinstance(block, Block):
                tables_so_far.interrupt()
                found.append(_as_furniture(block))
            else:
                found += tables_so_far.blocks(tables[block], number, page.width)
        above = [head for head in heads if head.box and head.box.top < page.height / 2]
        blocks += above + found + [head for head in heads if head not in above]
    return tuple(blocks)


class _Tables:
    """Numbers tables and knows which one the page before ended with."""

    def __init__(self, usual: Measure) -> None:
        self._usual = usual
        self._last: Table | None = None
        self._number = 0
        self._head: tuple[tuple[str, ...], ...] = ()

    def interrupt(self) -> None:
        """Text follows: the next table is another one."""
        self._last = None

    def blocks(self, table: Table, page: int, width: float) -> list[Block]:
        """Its rows, with the number of the table that it continues where it does.

        A row that is one long cell over all columns comes out as the paragraphs in it.
        """
        continued = self._last is not None and _same_columns(self._last, table)
        texts = [tuple(self._text(cell) for cell in row.cells) for row in table.rows]
        if continued:
            heads = 0
            while heads < len(texts) and heads < len(self._head) and texts[heads] == self._head[heads]:
                heads += 1
        else:
            self._number += 1
            heads = _header_rows(table.rows, texts)
            self._head = tuple(texts[:heads])
        self._last = table
        columns = {index for row in table.rows for index, cell in enumerate(row.cells) if cell}
        only_text = not continued and len(columns) == 1
        found: list[Block] = []
        for index, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
            filled = next(cell for cell in row.cells if cell)
            if only_text or (row.framed and len(filled) > _FRAMED_LINES):
                lines = page_lines(filled, width)
                found += [block for block in page_blocks(lines, page, self._usual) if isinstance(block, Block)]
            else:
                inner = self._inner(row, page, width) if _NUMBERED.match(cells[0]) else ()
                found.append(_row_block(row, cells, page, self._number, index < heads, inner))
        return found

    def _inner(self, row: TableRow, page: int, width: float) -> tuple[tuple[str, ...], ...]:
        """The paragraphs of each cell; () where no cell has more than one."""
        if all(_is_one_line(cell) for cell in row.cells):
            return ()
        parted = []
        for cell, edge in zip(row.cells, row.edges, strict=True):
            if _is_one_line(cell):
                parted.append(tuple(text for run in cell if (text := live_and_struck(run)[0])))
                continue
            lines = page_lines([replace(run, limit=edge - _PADDING) for run in cell], width)
            blocks = page_blocks(lines, page, self._usual)
            parted.append(tuple(block.text for block in blocks if isinstance(block, Block) and block.text))
        return tuple(parted) if any(len(texts) > 1 for texts in parted) else ()

    def _text(self, cell: Sequence[Run]) -> str:
        texts = [live_and_struck(run)[0] for run in cell]
        return joined(texts, self._usual) if len(texts) > 1 else "".join(texts)


def _is_one_line(cell: Sequence[Run]) -> bool:
    return not cell or len(cell) == 1 and cell[0].pieces == 1


def _same_columns(one: Table, other: Table) -> bool:
    if one.grid.columns != other.grid.columns:
        return False
    return all(abs(a - b) < 5 for a, b in zip(one.grid.xs, other.grid.xs, strict=True))


def _header_rows(rows: Sequence[TableRow], texts: Sequence[tuple[str, ...]]) -> int:
    """How many leading rows head the table: bold ones, or a first row of short words over longer ones."""
    heads = 0
    for row in rows[:3]:
        filled = [cell for cell in row.cells if cell]
        if not all(run.all_bold for cell in filled for run in cell):
            break
        heads += 1
    while heads and sum(map(bool, texts[heads - 1])) < 2:
        heads -= 1
    if heads == len(rows):
        heads = min(heads, 1) if len(rows) > 1 else 0
    if heads or len(rows) < 3:
        return heads
    first = texts[0]
    words = all(cell and len(cell) < 60 and not any(map(str.isdigit, cell)) for cell in first)
    bodies = any(any(map(str.isdigit, cell)) or len(cell) > 80 for row in texts[1:] for cell in row)
    return 1 if words and bodies and len(first) > 2 else 0


def _row_block(
    row: TableRow, cells: tuple[str, ...], page: int, table: int, header: bool, inner: tuple[tuple[str, ...], ...]
) -> Block:
    runs = [run for cell in row.cells for run in cell]
    return Block(
        BlockKind.ROW,
        " | ".join(cells),
        page,
        cells=cells,
        table=table,
        header=header,
        bold=all([run.all_bold for run in runs]),
        struck=" ".join([live_and_struck(run)[1] for run in runs if run.any_struck]),
        box=rounded_box(row.left, row.top, row.right, row.bottom),
        inner=inner,
    )


def _furniture(pages: Sequence[Sequence[Line]], marks: Sequence[PageMarks]) -> set[int]:
    """Ids of the lines that are page numbers, running heads or running feet."""
    found: set[int] = set()
    seen: dict[tuple[str, bool], list[tuple[int, float, Line]]] = defaultdict(list)
    for number, (lines, page) in enumerate(zip(pages, marks, strict=True)):
        margin = _MARGIN * page.height
        ordered = sorted([line for line in lines if line.table < 0], key=attrgetter("top"))
        for line in ordered[:4] + ordered[max(4, len(ordered) - 5) :]:
            at_head, at_foot = line.bottom < margin, line.top > page.height - margin
            if not at_head and not at_foot:
                continue
            if (line is ordered[0] or line is ordered[-1]) and _is_page_number(line.text):
                found.add(id(line))
            place = line.top if at_head else page.height - line.top
            seen[_DIGITS.sub("#", line.text.lower()), at_head].append((number, place, line))
    for places in seen.values():
        for number, place, line in places:
            same = {other for other, at, _ in places if abs(at - place) < 4 and other != number}
            if len(same) >= max(1, min(3, len(pages) // 4)):
                found.add(id(line))
    return found


def _is_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.match(text) or (len(text) < 90 and _PAGE_MENTION.search(text)))


def _furniture_block(line: Line, page: int) -> Block:
    box = rounded_box(line.left, line.top, line.right, line.bottom)
    return Block(BlockKind.FURNITURE, line.text, page, struck=line.struck, box=box)


def _as_furniture(block: Block) -> Block:
    return replace(block, kind=BlockKind.FURNITURE, level=0) if _LEFT_BLANK.match(block.text) else block
