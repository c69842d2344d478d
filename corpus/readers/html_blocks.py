"""A page's tree to blocks: what is read, what is struck out, what is hidden, what is a list or a table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus.models import Block, BlockKind
from corpus.numerals import letters, roman
from corpus.readers.html_tables import Cell, layout_table, rows_of
from corpus.readers.html_tree import (
    BLOCKS,
    HEADINGS,
    Node,
    Style,
    Text,
    descendants,
    hides,
    parse_html,
    style_of,
    style_rules,
    text_of,
)
from corpus.readers.navigation import Furniture, furniture_of
from corpus.readers.text import looks_like_header
from corpus.readers.words import LINE, fold

# Never on the page: programs, drawings, what other browsers would show.
UNSEEN = frozenset(
    "script style head title template iframe object embed svg canvas audio video map datalist noframes applet".split()
)
_BOLD_TAGS = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_STRUCK_TAGS = frozenset(("del", "s", "strike"))
_UNNUMBERED = frozenset(("disc", "circle", "square"))
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_MARKDOWN = re.compile(r"(#{1,6}) (?=\w)")
_PAGE_LINE = re.compile(r"(?:.{0,80}\W)?page \d+(?: (?:of|/) \d+)?\W{0,3}", re.I)
_MARKER = re.compile(
    r"(?:[•·▪◦○●➢➤✓§o–-]|\(?(?:[a-z]{1,2}|[ivxlc]{1,6}|\d{1,3})[.)]|\((?:[A-Z]|[IVX]{1,5})\)|\d{1,3}(?:\.\d{1,3})+)\s"
)
_NUMBER = re.compile(r"(?:\d{1,5}[./)]|\(?[a-z\d]{1,3}\)|[A-Z]{1,3}\d{2,4}[-/]\d|[•·▪◦●–-]\s|\d{1,3}(?:\.\d{1,3})+\s)")
_SENTENCE_END = re.compile(r"[.:;!?]['\"”’)\]]*$")
_GOES_ON = re.compile(r"(?:[,\-–(&/]|\b(?:and|or|of|the|to|for|in|on|with|from|by|at|a|an|that))$", re.I)
_DEEPEST = 5  # tables within tables that are looked at one by one
_SHORT = 60  # characters; a shorter line that ends a sentence ends its paragraph


def blocks_of_html(markup: str, line: int = 1) -> list[Block]:
    """The blocks of a fragment that starts on this line of its file."""
    blocks = blocks_of_tree(parse_html(markup))
    return [replace(block, line=(block.line or 1) + line - 1) for block in blocks]


def blocks_of_tree(tree: Node) -> list[Block]:
    """The blocks of a page, in document order."""
    rules = style_rules(tree)
    furniture = furniture_of(tree, UNSEEN)
    writer = _Writer()
    for event in _events(tree, rules, furniture):
        writer.take(event)
    writer.flush()
    return writer.blocks


# ---- the tree as a stream of words and edges ----------------------------------------------------


@dataclass(slots=True)
class _Counter:
    """A list's numbering; shared by its items."""

    style: str
    value: int
    step: int = 1

    def next(self, own: str) -> str:
        if re.fullmatch(r"-?\d{1,9}", own):
            self.value = int(own)
        number, self.value = self.value, self.value + self.step
        match self.style:
            case "none":
                return ""
            case "bullet":
                return "- "
            case "lower-alpha" | "lower-latin":
                return f"{letters(number) or number}. "
            case "upper-alpha" | "upper-latin":
                return f"{letters(number).upper() or number}. "
            case "lower-roman":
                return f"{roman(number)}. "
            case "upper-roman":
                return f"{roman(number).upper()}. "
        return f"{number}. "


@dataclass(frozen=True, slots=True)
class _Look:
    """How words look where we stand in the tree."""

    struck: bool = False
    bold: bool = False
    furniture: bool = False
    keep_lines: bool = False
    heading: int = 0
    item: int = 0  # depth of a list item that a page only styles as one
    depth: int = 0  # of lists
    counter: _Counter | None = None
    table: int = 0  # data tables around us
    layouts: int = 0  # tables around us that only place things


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    look: _Look
    line: int


@dataclass(frozen=True, slots=True)
class _Edge:
    """A block starts or ends here."""

    look: _Look
    line: int


@dataclass(frozen=True, slots=True)
class _Break:
    """A line ends here, the paragraph does not."""

    line: int


@dataclass(frozen=True, slots=True)
class _Item:
    """A list item starts here, or ends where it has no level."""

    marker: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class _Grid:
    """A data table opens or closes, or a row or cell of it opens or closes."""

    tag: str
    node: Node
    opens: bool
    look: _Look


_PLAIN = frozenset(
    ("p", "div", "span", "a", "td", "tr", "tbody", "section", "body", "html")
)  # look as what is around them
_Event = _Words | _Edge | _Break | _Item | _Grid


def _events(root: Node, rules: dict[str, Style], furniture: Furniture) -> Iterator[_Event]:
    """The page's words in order, with the edges between them; hidden words left out."""
    stack: list[tuple[Node, _Look, Iterator[Node | Text]]] = [
        (root, _Look(furniture=id(root) in furniture.starts), iter(root.kids))
    ]
    while stack:
        node, look, kids = stack[-1]
        kid = next(kids, None)
        if kid is None:
            stack.pop()
            if stack:
                yield from _closing(node, look, stack[-1][1])
        elif isinstance(kid, Text):
            yield from _lines(kid, look)
        elif kid.tag == "br":
            yield _Break(kid.line)
        elif kid.tag not in UNSEEN:
            inner = _look_of(kid, look, rules, furniture)
            if inner is not None:
                yield from _opening(kid, inner)
                stack.append((kid, inner, iter(kid.kids)))


def _lines(text: Text, look: _Look) -> Iterator[_Event]:
    if not look.keep_lines:
        blank = text.text[: len(text.text) - len(text.text.lstrip())]
        yield _Words(text.text, look, text.line + blank.count("\n"))
        return
    for offset, line in enumerate(text.text.split("\n")):
        if offset:
            yield _Break(text.line + offset)
        yield _Words(line, look, text.line + offset)


def _opening(node: Node, look: _Look) -> Iterator[_Event]:
    if _in_grid(node, look):
        yield _Grid(node.tag, node, True, look)
    elif node.tag in BLOCKS:
        yield _Edge(look, node.line)
        if node.tag == "li" and not look.furniture:
            yield _Item(look.counter.next(node.attrs.get("value", "")) if look.counter else "- ", max(look.depth, 1))
    elif node.tag in ("img", "input"):
        yield _Words(" ", look, node.line)


def _closing(node: Node, look: _Look, outer: _Look) -> Iterator[_Event]:
    if _in_grid(node, look):
        yield _Grid(node.tag, node, False, look)
    elif node.tag in BLOCKS:
        yield _Edge(outer, node.line)
        if node.tag == "li":
            yield _Item()


def _in_grid(node: Node, look: _Look) -> bool:
    """Whether the element is part of the outermost data table; tables in its cells are only words."""
    return look.table == 1 and node.tag in ("table", "tr", "td", "th", "caption")


def _look_of(node: Node, outer: _Look, rules: dict[str, Style], furniture: Furniture) -> _Look | None:
    """How words inside the element look, None where they are hidden."""
    turns = id(node) in furniture.starts or id(node) in furniture.ends
    if not node.attrs and node.tag in _PLAIN and node.tag not in rules and not turns:
        return outer  # most elements of a long page
    sheet, own = style_of(node, rules)
    if hides(own) or node.attrs.get("hidden", "until-found").lower() != "until-found":
        return None
    if node.attrs.get("aria-hidden", "").lower() == "true" and not _holds_blocks(node):
        return None
    style = sheet | own
    tag = node.tag
    decoration = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"
    changes: dict[str, object] = {}
    if tag in _STRUCK_TAGS or "line-through" in decoration:
        changes["struck"] = True
    elif tag == "ins":
        changes["struck"] = False
    weight = style.get("font-weight", "")
    if weight:
        changes["bold"] = weight in ("bold", "bolder", "600", "700", "800", "900")
    elif tag in _BOLD_TAGS:
        changes["bold"] = True
    # What the style sheet hides a script may show: kept, but not as the paper's own words.
    if id(node) in furniture.ends:
        changes["furniture"] = False
    if id(node) in furniture.starts or hides(sheet) or node.attrs.get("aria-hidden", "").lower() == "true":
        changes["furniture"] = True
    if tag in HEADINGS or node.attrs.get("role") == "heading":
        level = tag[1] if tag in HEADINGS else node.attrs.get("aria-level", "2")
        changes["heading"] = int(level) if re.fullmatch(r"[1-9]", level) else 2
    if tag in ("pre", "listing", "xmp", "plaintext"):
        changes["keep_lines"] = True
    if tag in ("ul", "ol", "menu", "dir"):
        changes |= {"depth": outer.depth + 1, "counter": _counter(node, style), "item": 0}
    if tag == "p" and (depth := _styled_item(node, style)):
        changes["item"] = depth
    if tag == "table":
        if outer.table:
            changes["table"] = outer.table + 1
        elif outer.layouts > _DEEPEST or outer.furniture or changes.get("furniture") or layout_table(node):
            changes["layouts"] = outer.layouts + 1
        else:
            changes["table"] = 1
    return replace(outer, **changes) if changes else outer  # type: ignore[arg-type]  # each named as its field is


def _holds_blocks(node: Node) -> bool:
    """A page saved while a dialogue was open hides all of itself from screen readers: not from the eye."""
    return any(isinstance(kid, Node) and kid.tag in BLOCKS for kid in descendants(node))


def _counter(node: Node, style: Style) -> _Counter:
    named = f"{style.get('list-style-type', '')} {style.get('list-style', '')}".split()
    kind = next((name for name in named if name in ("none", *_UNNUMBERED) or "-" in name or name == "decimal"), "")
    if not kind:
        kind = _TYPES.get(node.attrs.get("type", ""), "decimal") if node.tag == "ol" else "bullet"
    if kind in _UNNUMBERED:
        kind = "bullet"
    start = node.attrs.get("start", "").strip()
    backwards = "reversed" in node.attrs
    items = sum(isinstance(kid, Node) and kid.tag == "li" for kid in node.kids)
    first = int(start) if re.fullmatch(r"-?\d{1,9}", start) else (items if backwards else 1)
    return _Counter(kind, first, -1 if backwards else 1)


def _styled_item(node: Node, style: Style) -> int:
    """The depth of a paragraph that Word wrote as a list item, 0 where it is none."""
    found = re.search(r"level(\d)", style.get("mso-list", ""))
    if found:
        return int(found.group(1))
    listed = any(name.lower().startswith("msolist") for name in node.attrs.get("class", "").split())
    hanging = style.get("text-indent", "").startswith("-")
    return 1 if (listed or hanging) and _MARKER.match(fold(text_of(node)[:60]) + " ") else 0


# ---- the stream as blocks -----------------------------------------------------------------------


def words_of(pieces: Iterable[_Words]) -> tuple[str, str]:
    """The live words and the struck ones."""
    live, struck = live_and_struck(pieces)
    return fold(live), struck


def live_and_struck(pieces: Iterable[_Words]) -> tuple[str, str]:
    """The live words as they stand, and the struck ones."""
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
class _Writer:
    """Folds the stream of words into blocks."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[list[_Words]] = field(default_factory=lambda: [[]])
    pending: _Item | None = None
    tables: int = 0
    rows: list[list[Cell[_Words]]] = field(default_factory=list)
    cell: list[_Words] | None = None  # words of the open cell
    stray: list[_Words] = field(default_factory=list)  # words in a table but in none of its cells
    grid: bool = False

    def take(self, event: _Event) -> None:
        match event:
            case _Grid():
                self._grid(event)
            case _ if self.grid:
                self._in_cell(event)
            case _Words():
                self.lines[-1].append(event)
            case _Break():
                self.lines.append([])
            case _Edge():
                self.flush()
            case _Item():
                outer = self.pending.marker if self.pending else ""
                self.pending = _Item(outer + event.marker, event.level) if event.level else None

    def flush(self) -> None:
        """Write what has come since the last edge."""
        lines, self.lines = self.lines, [[]]
        if any(piece.text.strip() for line in lines for piece in line):
            shown = [[piece for piece in line if not piece.look.furniture] for line in lines]
            for statement in statements(shown):
                self._write(statement)
            self._write_furniture([piece for line in lines for piece in (*line, _space(line)) if piece.look.furniture])

    def _write(self, pieces: list[_Words]) -> None:
        text, struck = words_of(pieces)
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

    def _write_furniture(self, pieces: list[_Words]) -> None:
        text, struck = words_of(pieces)
        if text or struck:
            first = next(piece for piece in pieces if fold(piece.text))
            self.blocks.append(Block(BlockKind.FURNITURE, text, line=first.line, struck=struck))

    def _grid(self, event: _Grid) -> None:
        if event.tag == "table" and event.opens:
            self.flush()
            self.grid, self.rows, self.stray, self.cell = True, [], [], None
        elif event.tag == "table":
            self._write_table(event.node)
        elif event.tag == "tr" and event.opens:
            self.rows.append([])
        elif event.tag in ("td", "th"):
            if event.opens:
                self.cell = []
                if not self.rows:
                    self.rows.append([])
                self.rows[-1].append(Cell(event.node, words=self.cell))
            else:
                self.cell = None
        else:
            self._in_cell(_Edge(event.look, event.node.line))

    def _in_cell(self, event: _Event) -> None:
        """Words of a cell run on: its paragraphs and lines are parted by a space."""
        target = self.stray if self.cell is None else self.cell
        if isinstance(event, _Words):
            target.append(event)
        elif target:
            target.append(_space(target, event.marker if isinstance(event, _Item) else "", LINE))
        elif isinstance(event, _Item) and event.marker.strip():
            target.append(_Words(event.marker, _Look(), 0))

    def _write_table(self, node: Node) -> None:
        self.grid = False
        self._write([piece for piece in self.stray if not piece.look.furniture])
        self._write_furniture([piece for piece in self.stray if piece.look.furniture])
        self.tables += 1
        self.pending = None
        rows = rows_of(
            self.rows, node, lambda words: live_and_struck(piece for piece in words if not piece.look.furniture)
        )
        first = True
        headed = any(row.header for row in rows)
        for cells, row in zip(self.rows, rows, strict=True):
            aside = [piece for cell in cells for piece in (*cell.words, _space(cell.words)) if piece.look.furniture]
            if any(row.cells) or row.struck:
                header = row.header or (first and not headed and len(rows) > 1 and looks_like_header(row.cells))
                pieces = [piece for cell in cells for piece in cell.words]
                self.blocks.append(
                    Block(
                        BlockKind.ROW,
                        " | ".join(row.cells).strip(),
                        line=row.line,
                        cells=row.cells,
                        inner=row.inner,
                        table=self.tables,
                        header=header,
                        bold=_wholly_bold(pieces),
                        struck=row.struck,
                    )  # fmt: skip
                )
                first = False
            self._write_furniture(aside)


def _space(line: list[_Words], marker: str = "", space: str = " ") -> _Words:
    """A space that looks as the words before it, so that words of two lines do not run together."""
    if not line:
        return _Words(" ", _Look(), 0)
    return _Words(f"{space}{marker}", line[-1].look, line[-1].line)


def _wholly_bold(pieces: list[_Words]) -> bool:
    bold = [piece.look.bold for piece in pieces if not piece.look.struck and any(map(str.isalnum, piece.text))]
    return bool(bold) and all(bold)


def statements(lines: list[list[_Words]]) -> list[list[_Words]]:
    """The lines of a paragraph joined where they go on, apart where each says something of its own."""
    texts = [fold("".join(piece.text for piece in line)) for line in lines]
    filled = [text for text in texts if text]
    prose = any(text[0].islower() and not _NUMBER.match(text) for text in filled[1:])
    out: list[list[_Words]] = []
    above = ""
    blank = False
    for line, text in zip(lines, texts, strict=True):
        if not text:
            blank = True
            continue
        if out and not blank and not _apart(above, text, prose, len(filled) > 2):
            out[-1] += [_space(out[-1]), *line]
        else:
            out.append(list(line))
        above, blank = text, False
    return out


def _apart(above: str, line: str, prose: bool, many: bool) -> bool:
    """Whether a line that follows another in one paragraph is a statement of its own.

    In prose that was wrapped by hand some lines start in the middle of a sentence.
    """
    if _NUMBER.match(line):
        return True
    if line[:1].islower() or _GOES_ON.search(above):
        return False
    if prose:
        return len(above) < _SHORT and bool(_SENTENCE_END.search(above))
    return many or bool(_SENTENCE_END.search(above))
