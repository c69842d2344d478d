"""Word files to blocks, with the numbers that Word prints by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree.ElementTree import Element

from corpus.errors import CorruptPaper, EmptyPaper
from corpus.models import Block, BlockKind, Reading
from corpus.numerals import roman
from corpus.readers.docx_package import Package, attribute, child, local, open_package
from corpus.readers.docx_styles import Look, Numbering, Printed, Styles, heading_level, look_of
from corpus.readers.text import looks_like_header
from corpus.readers.words import LINE, fold, inner_of

# Properties, codes of fields, and what stands beside the text but is not read.
_SKIPPED = frozenset(
    ("pPr", "rPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "instrText")
    + ("delInstrText", "fldData", "ffData", "rt", "binData", "numbering")
)
_DELETED = frozenset(("del", "moveFrom"))
_SPACES = frozenset(("tab", "ptab", "br", "cr"))
_SYMBOLS = {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xE0: "→", 0xD8: "➢", 0xA7: "▪"}
_LONGEST_REPEAT = 300  # characters; a longer merged cell would drown the rows that it stands beside
_MOST_COLUMNS = 64


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    struck: bool
    bold: bool
    ends_line: bool = False


@dataclass(slots=True)
class _Cell:
    """A cell of a row: its paragraphs, the columns that it takes, whether it goes on from above."""

    element: Element | None
    columns: int = 1
    goes_on: bool = False


def read_docx(path: Path) -> Reading:
    """The blocks of a Word file in document order; page heads first, page feet and notes last.

    A paragraph whose words were all deleted gives its `struck` words to the next paragraph, or stands
    as a block without `text`.

    Raises: EmptyPaper where there are no words, EncryptedPaper where it needs a password, UnknownType for
    Word 97 files, CorruptPaper where the archive or its XML is broken or far too large.
    """
    package = open_package(path)
    try:
        blocks = _Document(package).read()
    except RecursionError as error:
        raise CorruptPaper(path.name, None, "its tables are nested too deep", "Save it again as .docx.") from error
    if not any(block.text or block.struck for block in blocks if block.kind is not BlockKind.FURNITURE):
        raise EmptyPaper(path.name, None, "no words in it", "Send the paper again.")
    return Reading(blocks=tuple(blocks), title=fold(package.title))


@dataclass(slots=True)
class _Document:
    """Walks a Word file; counts lists, tables and notes as it goes."""

    package: Package
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    blocks: list[Block] = field(default_factory=list)
    carried: list[_Piece] = field(default_factory=list)  # words whose paragraph's end was deleted
    tables: int = 0
    notes: dict[tuple[str, str], str] = field(default_factory=dict)  # kind and id -> printed mark

    def __post_init__(self) -> None:
        self.styles = Styles(self.package.styles)
        self.numbering = Numbering(self.package.numbering, self.styles)

    def read(self) -> list[Block]:
        """All blocks of the file."""
        heads = self._furniture(self.package.heads)
        body = child(self.package.document, "body")
        if body is not None:
            self._container(body, deleted=False)
        self._end_carried()
        self._notes()
        return [*heads, *self.blocks, *self._furniture(self.package.feet)]

    def _furniture(self, parts: list[Element]) -> list[Block]:
        kept, self.blocks = self.blocks, []
        for part in parts:
            self._container(part, deleted=False)
            self._end_carried()
        found, self.blocks = self.blocks, kept
        lines = dict.fromkeys((block.text, block.struck) for block in found)
        return [Block(BlockKind.FURNITURE, text, struck=struck) for text, struck in lines]

    def _notes(self) -> None:
        """Footnotes and endnotes in the order of their marks."""
        parts = {"footnote": self.package.footnotes, "endnote": self.package.endnotes}
        elements = {
            (kind, attribute(note, "id") or ""): note
            for kind, part in parts.items()
            for note in (part if part is not None else ())
        }
        for key, mark in list(self.notes.items()):
            start = len(self.blocks)
            if key in elements:
                self._container(elements[key], deleted=False)
                self._end_carried()
            for place, block in enumerate(self.blocks[start:], start):
                text = f"[{mark}] {block.text}" if place == start else block.text
                kind = block.kind if block.kind is BlockKind.ROW else BlockKind.TEXT
                self.blocks[place] = replace(block, kind=kind, text=text)

    # -- paragraphs ---------------------------------------------------------------------------

    def _container(self, container: Element, deleted: bool) -> None:
        """Everything that holds paragraphs and tables: the body, a cell, a text box, a note."""
        for element in _shown(container):
            name = local(element)
            if name == "p":
                self._paragraph(element, deleted)
            elif name == "tbl":
                self._table(element, deleted)
            elif name not in _SKIPPED:
                self._container(element, deleted or name in _DELETED)

    def _paragraph(self, paragraph: Element, deleted: bool) -> None:
        boxes: list[Element] = []
        properties = child(paragraph, "pPr")
        style = self.styles.paragraph(properties)
        pieces = self.carried + list(self._pieces(paragraph, style.look, deleted, boxes))
        self.carried = []
        if _end_deleted(properties):
            self.carried = pieces
        else:
            self._write(pieces, properties, deleted)
        for box in boxes:
            self._container(box, deleted)

    def _write(self, pieces: list[_Piece], properties: Element | None, deleted: bool) -> None:
        text, struck = _words(pieces)
        style = self.styles.paragraph(properties)
        number = self._number(properties, deleted)
        if not text and not struck:
            return
        level = heading_level("", properties)
        level = style.heading if level is None else level
        kind = BlockKind.TEXT
        if level:
            kind = BlockKind.HEADING
        elif style.name.startswith("toc "):
            kind = BlockKind.FURNITURE
        elif number and _is_item(number, style.name, _wholly_bold(pieces)):
            kind, level = BlockKind.ITEM, number.level + 1
        title, rest = _title_and_rest(pieces) if kind is not BlockKind.HEADING else (pieces, [])
        text, struck = _words(title)
        if number and text:
            text = f"{number.text} {text}"
        self.blocks.append(Block(kind, text, level=level, bold=_wholly_bold(title), struck=struck))
        if rest:
            text, struck = _words(rest)
            self.blocks.append(Block(BlockKind.TEXT, text, bold=_wholly_bold(rest), struck=struck))

    def _number(self, properties: Element | None, deleted: bool) -> Printed | None:
        found = None if deleted else self.numbering.of(properties, self.styles.paragraph(properties))
        return self.numbering.next(*found) if found else None

    def _end_carried(self) -> None:
        """Write what a deleted paragraph end left over."""
        pieces, self.carried = self.carried, []
        self._write(pieces, None, deleted=False)

    # -- runs ---------------------------------------------------------------------------------

    def _pieces(self, element: Element, look: Look, deleted: bool, boxes: list[Element]) -> Iterator[_Piece]:
        """The words of a paragraph or a part of one; its text boxes are put in `boxes`."""
        for kid in _shown(element):
            name = local(kid)
            if name == "txbxContent":
                boxes.append(kid)
            elif name == "r":
                yield from self._pieces(kid, self._run_look(kid, look), deleted, boxes)
            elif name in _DELETED:
                yield from self._pieces(kid, look, True, boxes)
            elif name in ("t", "delText", "noBreakHyphen", "sym") or name in _SPACES:
                if not look.hidden:
                    struck = deleted or bool(look.struck) or name == "delText"
                    yield _Piece(_characters(kid), struck, bool(look.bold), _ends_line(kid))
            elif name in ("footnoteReference", "endnoteReference"):
                yield _Piece(f" [{self._note(kid)}]", deleted, bool(look.bold))
            elif name not in _SKIPPED:
                yield from self._pieces(kid, look, deleted, boxes)

    def _run_look(self, run: Element, look: Look) -> Look:
        properties = child(run, "rPr")
        if properties is None:
            return look
        named = self.styles.by_id(attribute(child(properties, "rStyle"), "val") or "").look
        return look.under(named).under(look_of(properties))

    def _note(self, reference: Element) -> str:
        kind = local(reference).removesuffix("Reference")
        key = (kind, attribute(reference, "id") or "")
        if key not in self.notes:
            number = sum(one == kind for one, _ in self.notes) + 1
            self.notes[key] = str(number) if kind == "footnote" else roman(number)
        return self.notes[key]

    # -- tables -------------------------------------------------------------------------------

    def _table(self, table: Element, deleted: bool) -> None:
        self._end_carried()
        rows = list(_rows(table, deleted))
        if max((sum(_has_words(cell.element) for cell in cells) for _, cells, _ in rows), default=0) <= 1:
            for _, cells, gone in rows:  # a single column only places paragraphs on the page
                for cell in cells:
                    if cell.element is not None:
                        self._container(cell.element, gone)
            self._end_carried()
            return
        self.tables += 1
        number = self.tables
        above: dict[int, str] = {}
        out: list[Block] = []
        for row, cells, gone in rows:
            block, above = self._row(row, cells, gone, above, number)
            if any(block.cells) or block.struck:
                out.append(block)
        width = max((len(block.cells) for block in out), default=0)
        headed = any(block.header for block in out)
        for place, block in enumerate(out):
            padded = block.cells + ("",) * (width - len(block.cells))
            header = block.header or (not place and not headed and len(out) > 1 and looks_like_header(padded))
            inner = block.inner and block.inner + ((),) * (width - len(block.inner))
            text = " | ".join(padded).strip()
            self.blocks.append(replace(block, cells=padded, inner=inner, text=text, header=header))

    def _row(
        self, row: Element, cells: list[_Cell], gone: bool, above: dict[int, str], number: int
    ) -> tuple[Block, dict[int, str]]:
        """A row, and by column the words that cells below it may go on with."""
        texts: list[str] = []
        lines: list[str] = []
        below: dict[int, str] = {}
        struck: list[str] = []
        pieces: list[_Piece] = []
        for cell in cells:
            own = [] if cell.element is None else self._cell(cell.element, gone)
            text, removed = _words(own)
            lines.append("".join(piece.text for piece in own if not piece.struck))
            lines += [""] * (cell.columns - 1)
            column = len(texts)
            if cell.goes_on:
                text = f"{above.get(column, '')} {text}".strip()
            below[column] = text if len(text) <= _LONGEST_REPEAT else ""
            texts += [text, *[""] * (cell.columns - 1)]
            struck += [removed] if removed else []
            pieces += own
        header = child(row, "trPr", "tblHeader")
        marked = header is not None and attribute(header, "val") not in ("0", "false", "off")
        bold = _wholly_bold(pieces)
        return Block(
            BlockKind.ROW,
            "",
            cells=tuple(texts),
            inner=inner_of(lines),
            table=number,
            header=marked,
            bold=bold,
            struck=" ".join(struck),
        ), below

    def _cell(self, cell: Element, gone: bool) -> list[_Piece]:
        """The words of a cell on one line, its paragraphs parted by spaces, with their numbers."""
        out: list[_Piece] = []
        boxes: list[Element] = []
        for element in _shown(cell):
            name = local(element)
            if name == "p":
                properties = child(element, "pPr")
                own = list(self._pieces(element, self.styles.paragraph(properties).look, gone, boxes))
                number = self._number(properties, gone)
                if number and _words(own)[0]:
                    out.append(_Piece(f"{number.text} ", False, _wholly_bold(own)))
                out += own
                if not _end_deleted(properties):
                    out.append(_Piece(LINE, False, False))
            elif name not in _SKIPPED:
                out += self._cell(element, gone or name in _DELETED)
                out.append(_Piece(" ", False, False))
        for box in boxes:
            out += self._cell(box, gone)
        return out


def _shown(element: Element) -> Iterator[Element]:
    """The element's children; of two versions of one drawing only the first."""
    for kid in element:
        if local(kid) != "AlternateContent":
            yield kid
        elif len(kid):
            choices = [version for version in kid if local(version) == "Choice"]
            yield choices[0] if choices else kid[0]


def _characters(element: Element) -> str:
    match local(element):
        case "t" | "delText":
            return element.text or ""
        case "noBreakHyphen":
            return "-"
        case "sym":
            try:
                code = int(attribute(element, "char") or "", 16)
            except ValueError:
                return ""
            if 0xF000 <= code <= 0xF0FF:
                return _SYMBOLS.get(code - 0xF000, "•")
            return chr(code) if 0 < code < 0xD800 else ""
    return " "


def _words(pieces: Iterable[_Piece]) -> tuple[str, str]:
    """The live words and the struck ones."""
    live, struck = [], []
    was_struck = False
    for piece in pieces:
        if piece.struck:
            struck.append(piece.text if was_struck else f" {piece.text}")
        else:
            live.append(piece.text)
        was_struck = piece.struck
    return fold("".join(live)), fold("".join(struck))


def _wholly_bold(pieces: Iterable[_Piece]) -> bool:
    bold = [piece.bold for piece in pieces if not piece.struck and any(map(str.isalnum, piece.text))]
    return bool(bold) and all(bold)


def _ends_line(element: Element) -> bool:
    name = local(element)
    return name == "cr" or (name == "br" and attribute(element, "type") in (None, "textWrapping"))


def _title_and_rest(pieces: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
    """A paragraph in two where its first line is a title, bold or in capitals, over plain words."""
    for place, piece in enumerate(pieces):
        title, rest = pieces[:place], pieces[place + 1 :]
        if piece.ends_line and _words(title)[0]:
            above, below = _words(title)[0], _words(rest)[0]
            capitals = above.isupper() and len(above.split()) > 1 and not below.isupper()
            if below and (capitals or (_wholly_bold(title) and not _wholly_bold(rest))):
                return title, rest
            return pieces, []
    return pieces, []


def _end_deleted(properties: Element | None) -> bool:
    """Whether the end of the paragraph was deleted, so that its words run on into the next."""
    return any(child(properties, "rPr", name) is not None for name in _DELETED)


def _is_item(number: Printed, style: str, bold: bool) -> bool:
    """Whether a number is a list item's: a bullet, "a.", "1)", "1."; not "4.10" or a bold "4. Title"."""
    if number.bullet or not number.decimal or number.text.endswith(")") or style.startswith("list"):
        return True
    return number.parts < 2 and not bold


def _has_words(element: Element | None) -> bool:
    if element is None:
        return False
    return any(local(kid) in ("t", "delText") and (kid.text or "").strip() for kid in element.iter())


def _rows(table: Element, deleted: bool) -> Iterator[tuple[Element, list[_Cell], bool]]:
    """The table's rows with their cells, and whether each was deleted."""
    for element in _shown(table):
        name = local(element)
        if name == "tr":
            properties = child(element, "trPr")
            gone = deleted or child(properties, "del") is not None
            before, after = (_count(properties, side) for side in ("gridBefore", "gridAfter"))
            yield element, [*[_Cell(None)] * before, *_cells(element), *[_Cell(None)] * after], gone
        elif name not in _SKIPPED:
            yield from _rows(element, deleted or name in _DELETED)


def _cells(row: Element) -> Iterator[_Cell]:
    for element in _shown(row):
        if local(element) == "tc":
            properties = child(element, "tcPr")
            merge = child(properties, "vMerge")
            goes_on = merge is not None and attribute(merge, "val") in (None, "continue")
            yield _Cell(element, max(_count(properties, "gridSpan"), 1), goes_on)
        elif local(element) not in _SKIPPED:
            yield from _cells(element)


def _count(properties: Element | None, name: str) -> int:
    value = attribute(child(properties, name), "val") or ""
    return min(int(value), _MOST_COLUMNS) if value.isdigit() else 0
