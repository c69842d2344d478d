"""Word files to blocks, with the numbers that Word prints by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree.ElementTree import Element

from corpus.errors import CorruptPaper, EmptyPaper
from corpus.models import Block, BlockKind, Reading
from corpus.numerals import roman
from corpus.readers.docx_package import DELETED, SKIPPED, Package, attribute, child, local, open_package, shown
from corpus.readers.docx_rows import DocxRow, has_rows, is_empty, only_places, rows_of
from corpus.readers.docx_styles import Look, Numbering, Printed, Styles, heading_level, look_of
from corpus.readers.docx_words import Piece, characters_of, ends_line, title_and_rest, wholly_bold, with_lines, words_of
from corpus.readers.table_cells import LONGEST_REPEAT, looks_like_header, parted
from corpus.readers.words import LINE, TABLE, fold, inner_of

_SPACES = frozenset(("tab", "ptab", "br", "cr"))


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
    """Walks through a Word file; counts lists, tables and notes as it goes."""

    package: Package
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    blocks: list[Block] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)  # words whose paragraph's end was deleted
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
        """The blocks of page heads or feet, each text once."""
        kept, self.blocks = self.blocks, []
        for part in parts:
            self._container(part, deleted=False)
            self._end_carried()
        found, self.blocks = self.blocks, kept
        lines = dict.fromkeys((block.text, block.struck) for block in found)
        return [Block(BlockKind.FURNITURE, text, struck=struck) for text, struck in lines]

    def _notes(self) -> None:
        """Write footnotes and endnotes in the order of their marks."""
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
            for i, block in enumerate(self.blocks[start:], start):
                text = f"[{mark}] {block.text}" if i == start else block.text
                kind = block.kind if block.kind is BlockKind.ROW else BlockKind.TEXT
                self.blocks[i] = replace(block, kind=kind, text=text)

    # -- paragraphs ---------------------------------------------------------------------------

    def _container(self, container: Element, deleted: bool) -> None:
        """Write what holds paragraphs and tables: the body, a cell, a text box, a note."""
        for element in shown(container):
            name = local(element)
            if name == "p":
                self._paragraph(element, deleted)
            elif name == "tbl":
                self._table(element, deleted)
            elif name not in SKIPPED:
                self._container(element, deleted or name in DELETED)

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

    def _write(self, pieces: list[Piece], properties: Element | None, deleted: bool) -> None:
        """Write a paragraph, in two blocks where a title is the first line of it."""
        text, struck = words_of(pieces)
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
        elif number and _is_item(number, style.name, wholly_bold(pieces)):
            kind, level = BlockKind.ITEM, number.level + 1
        title, rest = title_and_rest(pieces) if kind is not BlockKind.HEADING else (pieces, [])
        text, struck = words_of(title)
        if number and text:
            text = f"{number.text} {text}"
        self.blocks.append(Block(kind, text, level=level, bold=wholly_bold(title), struck=struck))
        if rest:
            text, struck = words_of(rest)
            self.blocks.append(Block(BlockKind.TEXT, text, bold=wholly_bold(rest), struck=struck))

    def _number(self, properties: Element | None, deleted: bool) -> Printed | None:
        found = None if deleted else self.numbering.of(properties, self.styles.paragraph(properties))
        return self.numbering.next(*found) if found else None

    def _end_carried(self) -> None:
        """Write what a deleted paragraph end left over."""
        pieces, self.carried = self.carried, []
        self._write(pieces, None, deleted=False)

    # -- runs ---------------------------------------------------------------------------------

    def _pieces(self, element: Element, look: Look, deleted: bool, boxes: list[Element]) -> Iterator[Piece]:
        """The words of a paragraph or a part of one; its text boxes are put in `boxes`."""
        for kid in shown(element):
            name = local(kid)
            if name == "txbxContent":
                boxes.append(kid)
            elif name == "r":
                yield from self._pieces(kid, self._run_look(kid, look), deleted, boxes)
            elif name in DELETED:
                yield from self._pieces(kid, look, True, boxes)
            elif name in ("t", "delText", "noBreakHyphen", "sym") or name in _SPACES:
                if not look.hidden:
                    struck = deleted or bool(look.struck) or name == "delText"
                    yield Piece(characters_of(kid), struck, bool(look.bold), ends_line(kid))
            elif name in ("footnoteReference", "endnoteReference"):
                yield Piece(f" [{self._note(kid)}]", deleted, bool(look.bold))
            elif name not in SKIPPED:
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
            number = sum(other == kind for other, _ in self.notes) + 1
            self.notes[key] = str(number) if kind == "footnote" else roman(number)
        return self.notes[key]

    # -- tables -------------------------------------------------------------------------------

    def _table(self, table: Element, deleted: bool) -> None:
        self._end_carried()
        rows = list(rows_of(table, deleted))
        if only_places(rows):
            for row in rows:
                for cell in row.cells:
                    if cell.element is not None:
                        self._container(cell.element, row.deleted)
            self._end_carried()
            return
        self.tables += 1
        number = self.tables
        above: dict[int, str] = {}
        out: list[Block] = []
        for row in rows:
            blocks, above = self._row(row, above, number)
            out += blocks
        self.blocks += _padded(out)

    def _row(self, row: DocxRow, above: dict[int, str], number: int) -> tuple[list[Block], dict[int, str]]:
        """A row with the tables in its cells, and by column the words that cells below it may go on with.

        `above` holds those of the row above; `number` is the table's.
        """
        texts: list[str] = []
        lines: list[str] = []
        below: dict[int, str] = {}
        struck: list[str] = []
        pieces: list[Piece] = []
        inside: list[list[Block]] = []
        for cell in row.cells:
            own = [] if cell.element is None else self._cell(cell.element, row.deleted, inside)
            text, removed = words_of(own)
            if cell.goes_on:
                text = f"{above.get(len(texts), '')} {text}".strip()
            below[len(texts)] = text if len(text) <= LONGEST_REPEAT else ""
            merged = [""] * (cell.columns - 1)
            texts += [text, *merged]
            lines += ["".join(piece.text for piece in own if not piece.struck), *merged]
            struck += [removed] if removed else []
            pieces += own
        block = Block(
            BlockKind.ROW,
            "",
            cells=tuple(texts),
            inner=inner_of(lines),
            table=number,
            header=row.is_header,
            bold=wholly_bold(pieces),
            struck=" ".join(struck),
        )
        return _with_tables(block, lines, inside), below

    def _cell(self, cell: Element, gone: bool, inside: list[list[Block]]) -> list[Piece]:
        """The words of a cell on one line, its paragraphs parted by spaces, with their numbers.

        The blocks of a table in it are added to those `inside`, its place is kept among the words.
        """
        out: list[Piece] = []
        boxes: list[Element] = []
        for element in shown(cell):
            name = local(element)
            if name == "p":
                properties = child(element, "pPr")
                own = with_lines(list(self._pieces(element, self.styles.paragraph(properties).look, gone, boxes)))
                number = self._number(properties, gone)
                if number and (words_of(own)[0] or not number.bullet and is_empty(cell)):
                    out.append(Piece(f"{number.text} ", False, wholly_bold(own)))
                out += own
                if not _end_deleted(properties):
                    out.append(Piece(LINE, False, False))
            elif name == "tbl" and has_rows(element):
                kept, self.blocks = self.blocks, []
                self._table(element, gone)
                inside.append([replace(block, nested=True) for block in self.blocks])
                self.blocks = kept
                out.append(Piece(TABLE, False, False))
            elif name not in SKIPPED:
                out += self._cell(element, gone or name in DELETED, inside)
                out.append(Piece(" ", False, False))
        for box in boxes:
            out += self._cell(box, gone, inside)
        return out


def _with_tables(row: Block, lines: list[str], inside: list[list[Block]]) -> list[Block]:
    """A row, parted where tables stand in its cells, with these tables; `lines` are its cells as they were found."""
    if not inside:
        return [row] if any(row.cells) or row.struck else []
    out: list[Block] = []
    left = iter(inside)
    for i, (cells, tables) in enumerate(parted(lines)):
        own = replace(row, cells=tuple(map(fold, cells)), inner=inner_of(cells), header=row.header and not i)
        out += [replace(own, struck="" if i else row.struck)] if any(own.cells) else []
        for _ in range(tables):
            out += next(left, [])
    return out


def _padded(rows: list[Block]) -> list[Block]:
    """A table's rows with cells added up to the longest, their text, and the first as header where it looks like one."""
    own = [row for row in rows if not row.nested]
    width = max((len(row.cells) for row in own), default=0)
    headed = any(row.header for row in own)
    out = []
    for i, row in enumerate(rows):
        if row.nested:
            out.append(row)
            continue
        cells = row.cells + ("",) * (width - len(row.cells))
        header = row.header or (i == 0 and not headed and len(own) > 1 and looks_like_header(cells))
        inner = row.inner and row.inner + ((),) * (width - len(row.inner))
        out.append(replace(row, cells=cells, inner=inner, text=" | ".join(cells).strip(), header=header))
    return out


def _end_deleted(properties: Element | None) -> bool:
    """Whether the end of the paragraph was deleted, so that its words run on into the next."""
    return any(child(properties, "rPr", name) is not None for name in DELETED)


def _is_item(number: Printed, style: str, bold: bool) -> bool:
    """Whether a number is a list item's: a bullet, "a.", "1)", "1."; not "4.10" or a bold "4. Title"."""
    if number.bullet or not number.decimal or number.text.endswith(")") or style.startswith("list"):
        return True
    return number.parts < 2 and not bold
