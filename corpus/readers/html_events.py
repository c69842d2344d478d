"""A page's tree as a stream of words and of the edges between them.

Decided here: what is hidden, struck out or furniture, what is a heading, a list item or part of a table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypedDict

from corpus.numerals import letters, roman
from corpus.readers.html_tables import has_rows, is_layout_table
from corpus.readers.html_tree import (
    BLOCKS,
    HEADINGS,
    Node,
    Style,
    Text,
    descendants,
    hides,
    style_of,
    style_rules,
    text_of,
)
from corpus.readers.navigation import Furniture, furniture_of
from corpus.readers.words import fold

# Never on the page: programs, drawings, what other browsers would show.
_UNSEEN = frozenset(
    "script style head title template iframe object embed svg canvas audio video map datalist noframes applet".split()
)
_PLAIN = frozenset(
    ("p", "div", "span", "a", "td", "tr", "tbody", "section", "body", "html")
)  # words in them look as those around them
_BOLD_TAGS = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD_WEIGHTS = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_STRUCK_TAGS = frozenset(("del", "s", "strike"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_UNNUMBERED = frozenset(("disc", "circle", "square"))
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_MARKER = re.compile(
    r"(?:[•·▪◦○●➢➤✓§o–-]|\(?(?:[a-z]{1,2}|[ivxlc]{1,6}|\d{1,3})[.)]|\((?:[A-Z]|[IVX]{1,5})\)|\d{1,3}(?:\.\d{1,3})+)\s"
)
_NUMBER = re.compile(r"-?\d{1,9}")
_DEEPEST = 5  # tables within tables that are looked at one by one


@dataclass(slots=True)
class _ListCounter:
    """A list's numbering; shared by its items."""

    style: str
    value: int
    step: int = 1

    def next(self, own: str) -> str:
        """The next item's marker as a browser prints it; `own` is the number that the item gives itself, or ""."""
        if _NUMBER.fullmatch(own):
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
class HtmlLook:
    """How words look at one place in the tree."""

    struck: bool = False
    bold: bool = False
    furniture: bool = False
    keep_lines: bool = False
    heading: int = 0
    item: int = 0  # depth of a list item that a page only styles as one
    depth: int = 0  # of lists
    counter: _ListCounter | None = None
    table: int = 0  # data tables around these words
    placing: bool = False  # the innermost table around these words only places things
    layouts: int = 0  # tables around them that only place things


class _Changes(TypedDict, total=False):
    """The fields of a look that an element changes."""

    struck: bool
    bold: bool
    furniture: bool
    keep_lines: bool
    heading: int
    item: int
    depth: int
    counter: _ListCounter
    table: int
    placing: bool
    layouts: int


@dataclass(frozen=True, slots=True)
class HtmlWords:
    """Words that look the same, and the line that they start on."""

    text: str
    look: HtmlLook
    line: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A block starts or ends here."""

    look: HtmlLook
    line: int


@dataclass(frozen=True, slots=True)
class PageRule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line ends here, the paragraph does not."""

    line: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """A list item starts here, or ends where it has no level."""

    marker: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class TableEdge:
    """A data table opens or closes, or a row or cell of it opens or closes."""

    tag: str
    node: Node
    opens: bool
    look: HtmlLook


HtmlEvent = HtmlWords | Edge | PageRule | LineBreak | ListItem | TableEdge


def events_of(root: Node) -> Iterator[HtmlEvent]:
    """The page's words in order, with the edges between them; hidden words are left out."""
    rules = style_rules(root)
    furniture = furniture_of(root, _UNSEEN)
    stack: list[tuple[Node, HtmlLook, Iterator[Node | Text]]] = [
        (root, HtmlLook(furniture=id(root) in furniture.starts), iter(root.kids))
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
            yield LineBreak(kid.line)
        elif kid.tag not in _UNSEEN:
            inner = _look_of(kid, look, rules, furniture)
            if inner is not None:
                yield from _opening(kid, inner)
                stack.append((kid, inner, iter(kid.kids)))


def _lines(text: Text, look: HtmlLook) -> Iterator[HtmlEvent]:
    if not look.keep_lines:
        blank = text.text[: len(text.text) - len(text.text.lstrip())]
        yield HtmlWords(text.text, look, text.line + blank.count("\n"))
        return
    for offset, line in enumerate(text.text.split("\n")):
        if offset:
            yield LineBreak(text.line + offset)
        yield HtmlWords(line, look, text.line + offset)


def _opening(node: Node, look: HtmlLook) -> Iterator[HtmlEvent]:
    if _in_table(node, look):
        yield TableEdge(node.tag, node, True, look)
    elif node.tag == "hr":
        yield PageRule()
    elif node.tag in BLOCKS:
        yield Edge(look, node.line)
        if node.tag == "li" and not look.furniture:
            marker = look.counter.next(node.attrs.get("value", "")) if look.counter else "- "
            yield ListItem(marker, max(look.depth, 1))
    elif node.tag in ("img", "input"):
        yield HtmlWords(" ", look, node.line)


def _closing(node: Node, look: HtmlLook, outer: HtmlLook) -> Iterator[HtmlEvent]:
    if _in_table(node, look):
        yield TableEdge(node.tag, node, False, look)
    elif node.tag in BLOCKS:
        yield Edge(outer, node.line)
        if node.tag == "li":
            yield ListItem()


def _in_table(node: Node, look: HtmlLook) -> bool:
    """Whether the element is part of a data table."""
    return look.table > 0 and not look.placing and node.tag in ("table", "tr", "td", "th", "caption")


def _look_of(node: Node, outer: HtmlLook, rules: dict[str, Style], furniture: Furniture) -> HtmlLook | None:
    """How words inside the element look, None where they are hidden."""
    turns = id(node) in furniture.starts or id(node) in furniture.ends
    if not node.attrs and node.tag in _PLAIN and node.tag not in rules and not turns:
        return outer  # most elements of a long page
    sheet, own = style_of(node, rules)
    unspoken = node.attrs.get("aria-hidden", "").lower() == "true"
    if hides(own) or node.attrs.get("hidden", "until-found").lower() != "until-found":
        return None
    if unspoken and not _holds_blocks(node):
        return None
    style = sheet | own
    changes = _type_changes(node.tag, style)
    # What the style sheet hides a script may show: kept, but not as the paper's own words.
    if id(node) in furniture.starts or unspoken or hides(sheet):
        changes["furniture"] = True
    elif turns:
        changes["furniture"] = False
    _add_kind(changes, node, outer, style)
    if node.tag == "table":
        _add_table(changes, node, outer)
    return replace(outer, **changes) if changes else outer


def _type_changes(tag: str, style: Style) -> _Changes:
    """What an element changes in the type of its words: struck out or not, bold or not."""
    changes: _Changes = {}
    decoration = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"
    if tag in _STRUCK_TAGS or "line-through" in decoration:
        changes["struck"] = True
    elif tag == "ins":
        changes["struck"] = False
    weight = style.get("font-weight", "")
    if weight:
        changes["bold"] = weight in _BOLD_WEIGHTS
    elif tag in _BOLD_TAGS:
        changes["bold"] = True
    return changes


def _add_kind(changes: _Changes, node: Node, outer: HtmlLook, style: Style) -> None:
    """Add what an element makes of its words: a heading, lines as they stand, items of a list."""
    tag = node.tag
    if tag in HEADINGS or node.attrs.get("role") == "heading":
        level = tag[1] if tag in HEADINGS else node.attrs.get("aria-level", "2")
        changes["heading"] = int(level) if re.fullmatch(r"[1-9]", level) else 2
    if tag in ("pre", "listing", "xmp", "plaintext"):
        changes["keep_lines"] = True
    elif tag in _LISTS:
        changes["depth"], changes["counter"], changes["item"] = outer.depth + 1, _counter(node, style), 0
    elif tag == "p" and (depth := _styled_item(node, style)):
        changes["item"] = depth


def _add_table(changes: _Changes, node: Node, outer: HtmlLook) -> None:
    """Add whether a table holds data or only places things; one that does so in a cell is only words of it."""
    deep = outer.layouts > _DEEPEST or outer.table > _DEEPEST
    within = outer.table > 0 and not has_rows(node)
    if deep or within or outer.furniture or changes.get("furniture") or is_layout_table(node):
        changes["layouts"], changes["placing"] = outer.layouts + 1, True
    else:
        changes["table"], changes["placing"] = outer.table + 1, False


def _holds_blocks(node: Node) -> bool:
    """Whether an element that screen readers pass over holds blocks, and so is seen all the same.

    A page saved while a dialogue was open hides all of itself from screen readers, not from the eye.
    """
    return any(isinstance(kid, Node) and kid.tag in BLOCKS for kid in descendants(node))


def _counter(node: Node, style: Style) -> _ListCounter:
    """The numbering of a list, by its style, else by its attributes."""
    named = f"{style.get('list-style-type', '')} {style.get('list-style', '')}".split()
    kind = next((name for name in named if name in ("none", *_UNNUMBERED) or "-" in name or name == "decimal"), "")
    if not kind:
        kind = _TYPES.get(node.attrs.get("type", ""), "decimal") if node.tag == "ol" else "bullet"
    if kind in _UNNUMBERED:
        kind = "bullet"
    start = node.attrs.get("start", "").strip()
    backwards = "reversed" in node.attrs
    items = sum(isinstance(kid, Node) and kid.tag == "li" for kid in node.kids)
    first = int(start) if _NUMBER.fullmatch(start) else (items if backwards else 1)
    return _ListCounter(kind, first, -1 if backwards else 1)


def _styled_item(node: Node, style: Style) -> int:
    """The depth of a paragraph that Word wrote as a list item, 0 where it is none."""
    found = re.search(r"level(\d)", style.get("mso-list", ""))
    if found:
        return int(found.group(1))
    listed = any(name.lower().startswith("msolist") for name in node.attrs.get("class", "").split())
    hanging = style.get("text-indent", "").startswith("-")
    return 1 if (listed or hanging) and _MARKER.match(fold(text_of(node)[:60]) + " ") else 0
