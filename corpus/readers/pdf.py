"""PDF files to blocks, by where words stand on the page."""

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
from corpus.readers.pdf_aligned import with_aligned_tables
from corpus.readers.pdf_blocks import page_blocks
from corpus.readers.pdf_letters import repaired
from corpus.readers.pdf_lines import Line, page_lines
from corpus.readers.pdf_measure import measure
from corpus.readers.pdf_page import PageMarks, read_page
from corpus.readers.pdf_rows import TableBlocks
from corpus.readers.pdf_runs import rounded_box
from corpus.readers.pdf_tables import RuledTable, find_tables
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
_DIGITS = re.compile(r"\d+")
_COUNTED = re.compile(r" (?:page )?# of #$")  # stands by itself, or at the end of a foot
_COUNTED = re.compile(r" (?:page )?# of #$")  # stands by itself, or at the end of a foot
_REMEDY = "Install tesseract, or run OCR on it yourself, and add it again."
_MARGIN = 0.13  # of the page's height, above and below, where running heads stand


def read_pdf(path: Path, turned: Callable[[int, int], None] = lambda page, pages: None) -> Reading:
    """The blocks of a PDF in reading order: every word of its text layer once.

    Struck-out words are in `Block.struck`, page numbers and running heads in blocks of kind FURNITURE. Pages that are
    pictures are read by OCR where tesseract is installed, and listed in `Reading.ocr_pages`.
    `turned` is called for each page that is read, with its number from 1 and how many there are.

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
    landscape = frozenset(number for number, page in enumerate(marks, 1) if page.width > page.height)
    return Reading(_blocks(trusted or marks), len(marks), title, seen, unread, landscape)


def _is_bare(text: str) -> bool:
    """Whether a page's text layer holds nothing, or only what is stamped on a scan: its page and agenda item."""
    if len(text) > _STAMPS:
        return False
    lines = [line.strip() for line in text.split("\n")]
    return len("".join(line for line in lines if not _STAMP.match(line))) < _CHARACTERS_A_PAGE


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
    """The pages, those of these indexes that are pictures read by OCR, then the numbers of those read and not read, from 1.

    With `drawn` on, each page counts as a picture. Without tesseract, and for a page that it cannot read, nothing
    changes.
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
    """The pages with letters that a font maps wrongly repaired; None where their text cannot be trusted."""
    runs = repaired([page.runs for page in marks], "\n".join([page.text for page in marks]))
    if runs is None:
        return None
    return [page._replace(runs=page_runs) for page, page_runs in zip(marks, runs, strict=True)]


def _blocks(marks: Sequence[PageMarks]) -> tuple[Block, ...]:
    """The blocks of all pages, of each page its running heads first and its feet last."""
    laid_out: list[tuple[list[Line], list[RuledTable]]] = []
    for page in marks:
        runs, tables = find_tables(page.runs, page.rules) if page.rules else (page.runs, [])
        runs, tables = with_aligned_tables(runs, tables)
        laid_out.append((page_lines(runs, page.width), tables))
    usual = measure([lines for lines, _ in laid_out])
    furniture = _furniture([lines for lines, _ in laid_out], marks)
    blocks: list[Block] = []
    tables_so_far = TableBlocks(usual)
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


def _furniture(pages: Sequence[Sequence[Line]], marks: Sequence[PageMarks]) -> set[int]:
    """Python's ids of the lines that are page numbers, running heads or running feet."""
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
            words = _COUNTED.sub("", _DIGITS.sub("#", line.text.lower()))
            seen[words, at_head].append((number, place, line))
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
