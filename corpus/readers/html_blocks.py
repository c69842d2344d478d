"""A page's words and edges to blocks: paragraphs, headings, list items, rows of tables, furniture."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from corpus.models import Block, BlockKind
from corpus.readers.html_events import (
    Edge,
    HtmlEvent,
    HtmlLook,
    HtmlWords,
    LineBreak,
    ListItem,
    PageRule,
    TableEdge,
    events_of,
)
from corpus.readers.html_tables import Cell, HtmlRow, rows_of
from corpus.readers.html_tree import Node, parse_html
from corpus.readers.table_cells import looks_like_header
from corpus.readers.words import LINE, SENTENCE_END, TABLE, fold

_MARKDOWN = re.compile(r"(#{1,6}) (?=\w)")
_PAGE_LINE = re.compile(r"(?:.{0,80}\W)?page \d+(?: (?:of|/) \d+)?\W{0,3}", re.I)
_NUMBER = re.compile(r"(?:\d{1,5}[./)]|\(?[a-z\d]{1,3}\)|[A-Z]{1,3}\d{2,4}[-/]\d|[•·▪◦●–-]\s|\d{1,3}(?:\.\d{1,3})+\s)")
_GOES_ON = re.compile(r"(?:[,\-–(&/]|\b(?:and|or|of|the|to|for|in|on|with|from|by|at|a|an|that))$", re.I)
_SHORT = 60  # characters; a shorter line that ends a sentence ends its paragraph


def blocks_of_html(markup: str, line: int = 1) -> list[Block]:
    """The blocks of a fragment that starts on this line of its file."""
    blocks = blocks_of_tree(parse_html(markup))
    return [replace(block, line=(block.line or 1) + line - 1) for block in blocks]


def blocks_of_tree(tree: Node) -> list[Block]:
    """The blocks of a page, in document order."""
    writer = _Writer()
    for event in events_of(tree):
        writer.take(event)
    writer.flush()
    return [replace(block, ends_above="rule") if i in writer.ruled else block for i, block in enumerate(writer.blocks)]


def _words_of(pieces: Iterable[HtmlWords]) -> tuple[str, str]:
    """The live words and the struck ones, each on one line."""
    live, struck = _live_and_struck(pieces)
    return fold(live), struck


def _live_and_struck(pieces: Iterable[HtmlWords]) -> tuple[str, str]:
    """The live words as they stand, and the struck ones on one line."""
    live, struck = [], []
    was_struck = False
    for piece in pieces:
        if piece.look.struck:
            struck.append(piece.text if was_struck else f" {piece.text}")
        else:
            live.append(piece.text)
        was_struck = piece.look.struck
    return "".join(live), fold("".join(struck))


@dataclass(slots=True)
class _OpenTable:
    """What has come of a table that is still open."""

    rows: list[list[Cell[HtmlWords]]] = field(default_factory=list)
    cell: list[HtmlWords] | None = None  # words of the open cell
    stray: list[HtmlWords] = field(default_factory=list)  # words in none of its cells
    inside: list[list[Block]] = field(default_factory=list)  # the tables in its cells, in order
    loose: list[Block] = field(default_factory=list)  # those in none of its cells


@dataclass(slots=True)
class _Writer:
    """Takes the stream of words and edges, and writes blocks."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[list[HtmlWords]] = field(default_factory=lambda: [[]])
    pending: ListItem | None = None  # an item whose words have not come yet
    tables: int = 0
    ruled: set[int] = field(default_factory=set)  # indexes of blocks below a rule
    open: list[_OpenTable] = field(default_factory=list)  # the outermost first

    def take(self, event: HtmlEvent) -> None:
        """Take the next words or edge."""
        match event:
            case TableEdge():
                self._table_edge(event)
            case _ if self.open:
                self._in_cell(event, self.open[-1])
            case HtmlWords():
                self.lines[-1].append(event)
            case LineBreak():
                self.lines.append([])
            case Edge():
                self.flush()
            case PageRule():
                self.flush()
                self.ruled.add(len(self.blocks))
            case ListItem():
                outer = self.pending.marker if self.pending else ""
                self.pending = ListItem(outer + event.marker, event.level) if event.level else None

    def flush(self) -> None:
        """Write what has come since the last edge."""
        lines, self.lines = self.lines, [[]]
        if any(piece.text.strip() for line in lines for piece in line):
            shown = [[piece for piece in line if not piece.look.furniture] for line in lines]
            for statement in _statements(shown):
                self._write(statement)
            self._write_furniture([piece for line in lines for piece in (*line, _space(line)) if piece.look.furniture])

    def _write(self, pieces: list[HtmlWords]) -> None:
        text, struck = _words_of(pieces)
        if not text and not struck:
            return
        first = next(piece for piece in pieces if fold(piece.text))
        look = first.look
        kind, level = BlockKind.TEXT, 0
        if self.pending:
            kind, level = BlockKind.ITEM, self.pending.level
            text = f"{self.pending.marker}{text}" if text else text
            self.pending = None
        elif look.item:
            kind, level = BlockKind.ITEM, look.item
        if look.heading:
            kind, level = BlockKind.HEADING, look.heading
        elif kind is BlockKind.TEXT and (marks := _MARKDOWN.match(text)):  # pasted with its marks
            kind, level, text = BlockKind.HEADING, len(marks.group(1)), text[marks.end() :]
        elif kind is BlockKind.TEXT and len(text) < 100 and _PAGE_LINE.fullmatch(text):
            kind = BlockKind.FURNITURE
        self.blocks.append(Block(kind, text, line=first.line, level=level, bold=_wholly_bold(pieces), struck=struck))

    def _write_furniture(self, pieces: list[HtmlWords]) -> None:
        text, struck = _words_of(pieces)
        if text or struck:
            first = next(piece for piece in pieces if fold(piece.text))
            self.blocks.append(Block(BlockKind.FURNITURE, text, line=first.line, struck=struck))

    def _table_edge(self, event: TableEdge) -> None:
        """Open or close a table, a row or a cell; a caption only ends a line."""
        if event.tag == "table" and event.opens:
            if not self.open:
                self.flush()
            self.open.append(_OpenTable())
            return
        table = self.open[-1]
        if event.tag == "table":
            self._close_table(event.node)
        elif event.tag == "tr" and event.opens:
            table.rows.append([])
        elif event.tag in ("td", "th"):
            if event.opens:
                table.cell = []
                if not table.rows:
                    table.rows.append([])
                table.rows[-1].append(Cell(event.node, words=table.cell))
            else:
                table.cell = None
        else:
            self._in_cell(Edge(event.look, event.node.line), table)

    def _in_cell(self, event: HtmlEvent, table: _OpenTable) -> None:
        """Take words or an edge inside a table: words of a cell run on, its paragraphs and lines parted by a space."""
        target = table.stray if table.cell is None else table.cell
        if isinstance(event, HtmlWords):
            target.append(replace(event, text=event.text.replace(TABLE, " ")) if TABLE in event.text else event)
        elif target:
            target.append(_space(target, event.marker if isinstance(event, ListItem) else "", LINE))
        elif isinstance(event, ListItem) and event.marker.strip():
            target.append(HtmlWords(event.marker, HtmlLook(), 0))

    def _close_table(self, node: Node) -> None:
        """Write a table; one in a cell is kept with the table around it, and its place noted in the cell."""
        table = self.open.pop()
        kept, self.blocks = self.blocks, []
        self._write_table(table, node)
        written, self.blocks = self.blocks, kept
        if not self.open:
            self.blocks += written
            return
        written = [replace(block, nested=True) for block in written]
        outer = self.open[-1]
        if outer.cell is None:
            outer.loose += written
        elif written:
            outer.inside.append(written)
            outer.cell.append(HtmlWords(TABLE, HtmlLook(), node.line))

    def _write_table(self, table: _OpenTable, node: Node) -> None:
        """Write the words that stand in no cell as a title, then the rows, each before the furniture in it."""
        title = [piece for piece in table.stray if not piece.look.furniture]
        self._write([replace(piece, look=replace(piece.look, bold=True)) for piece in title])
        self._write_furniture([piece for piece in table.stray if piece.look.furniture])
        self.blocks += table.loose
        self.tables += 1
        number = self.tables
        self.pending = None
        rows = rows_of(table.rows, node, _words_of_paper)
        # Without a header of its own a table's first row with words may be one.
        may_head = len(rows) > 1 and not any(row.header for parts in rows for row in parts)
        inside = iter(table.inside)
        for cells, parts in zip(table.rows, rows, strict=True):
            aside = [piece for cell in cells for piece in (*cell.words, _space(cell.words)) if piece.look.furniture]
            bold = _wholly_bold([piece for cell in cells for piece in cell.words])
            for row in parts:
                if any(row.cells) or row.struck:
                    header = row.header or may_head and looks_like_header(row.cells)
                    self.blocks.append(_row(row, number, header=header, bold=bold))
                    may_head = False
                for _ in range(row.tables):
                    self.blocks += next(inside, [])
            self._write_furniture(aside)


def _row(row: HtmlRow, table: int, *, header: bool, bold: bool) -> Block:
    return Block(
        BlockKind.ROW,
        " | ".join(row.cells).strip(),
        line=row.line,
        cells=row.cells,
        inner=row.inner,
        table=table,
        header=header,
        bold=bold,
        struck=row.struck,
    )


def _words_of_paper(words: Iterable[HtmlWords]) -> tuple[str, str]:
    """A cell's live and struck words without its furniture."""
    return _live_and_struck(piece for piece in words if not piece.look.furniture)


def _space(line: list[HtmlWords], marker: str = "", space: str = " ") -> HtmlWords:
    """A space that looks as the words before it, so that words of two lines do not run together."""
    if not line:
        return HtmlWords(" ", HtmlLook(), 0)
    return HtmlWords(f"{space}{marker}", line[-1].look, line[-1].line)


def _wholly_bold(pieces: list[HtmlWords]) -> bool:
    bold = [piece.look.bold for piece in pieces if not piece.look.struck and any(map(str.isalnum, piece.text))]
    return bool(bold) and all(bold)


def _statements(lines: list[list[HtmlWords]]) -> list[list[HtmlWords]]:
    """The lines of a paragraph joined where they go on, apart where each says something of its own."""
    texts = [fold("".join(piece.text for piece in line)) for line in lines]
    filled = [text for text in texts if text]
    prose = any(text[0].islower() and not _NUMBER.match(text) for text in filled[1:])
    out: list[list[HtmlWords]] = []
    above = ""
    blank = False
    for line, text in zip(lines, texts, strict=True):
        if not text:
            blank = True
            continue
        if out and not blank and not _is_apart(above, text, prose=prose, many=len(filled) > 2):
            out[-1] += [_space(out[-1]), *line]
        else:
            out.append(list(line))
        above, blank = text, False
    return out


def _is_apart(above: str, line: str, *, prose: bool, many: bool) -> bool:
    """Whether a line that follows another in one paragraph is a statement of its own.

    In `prose`, which was wrapped by hand, some lines start in the middle of a sentence; `many` are more than two lines.
    """
    if _NUMBER.match(line):
        return True
    if line[:1].islower() or _GOES_ON.search(above):
        return False
    if prose:
        return len(above) < _SHORT and bool(SENTENCE_END.search(above))
    return many or bool(SENTENCE_END.search(above))
