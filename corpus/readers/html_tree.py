"""HTML to a tree that knows its source lines, whatever state the markup is in.

The tree is built on Python's own tokenizer. lxml was tried first: it keeps no source lines through
Beautiful Soup, and by itself it drops what stands after `</html>` and below 2,048 nested elements.
Nothing here calls itself, so the depth of a page cannot exhaust the stack.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from xml.parsers import expat

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol optgroup "
    "option p pre search section select summary table tbody td tfoot th thead title tr ul".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th", "caption"))
# What an opening tag closes, and the elements that it does not look beyond.
_ENDED_BY = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "table", *_CELLS))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl", "table", *_CELLS))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl", "table", *_CELLS))),
    "td": (_CELLS, frozenset(("tr", "table"))),
    "th": (_CELLS, frozenset(("tr", "table"))),
    "tr": (frozenset(("tr", "caption")), frozenset(("table",))),
    "tbody": (frozenset(("tr", "caption", "thead", "tbody", "tfoot")), frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
_ENDED_BY["thead"] = _ENDED_BY["tfoot"] = _ENDED_BY["tbody"]
_PARAGRAPH = (frozenset(("p",)), frozenset(("table", "button", *_CELLS)))
_TABLE_TAGS = frozenset(("table", "thead", "tbody", "tfoot", "tr", *_CELLS))
_WITHIN_TABLE = frozenset(("table", *_CELLS))  # an end tag in a cell ends nothing outside it
_DEEPEST_XML = 100  # elements within elements; an answer has ten
_COMMENT_END = re.compile("--!?>")
_REACH = 200  # open elements looked through for one to close; keeps broken pages linear


class MarkupError(ValueError):
    """The XML is not well formed, or declares entities of its own."""


@dataclass(slots=True)
class Text:
    """Characters between tags, and the line that they start on."""

    text: str
    line: int


@dataclass(slots=True)
class Node:
    """An element with its attributes, all names in lower case."""

    tag: str
    attrs: dict[str, str]
    line: int
    kids: list["Node | Text"] = field(default_factory=list)

    def classes(self) -> list[str]:
        """The class names and the id."""
        return [*self.attrs.get("class", "").split(), *self.attrs.get("id", "").split()]


class _Builder(HTMLParser):
    """Builds the tree as the tokens come, ending elements where a browser would."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#root", {}, 1)
        self.open = [self.root]
        self.opened: Counter[str] = Counter()  # how many of each tag are open
        self.comments_end = True  # somewhere below here

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in reversed(attrs)}, self.getpos()[0])
        if tag in BLOCKS:
            self._end(*_PARAGRAPH)
        if tag in _ENDED_BY:
            self._end(*_ENDED_BY[tag])
        self.open[-1].kids.append(node)
        if tag not in VOID:
            self.open.append(node)
            self.opened[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)
            self.clear_cdata_mode()

    def handle_endtag(self, tag: str) -> None:
        # What stands after </body> and </html> is shown all the same.
        if tag in VOID or tag in ("body", "html"):
            if tag == "br":
                self.handle_starttag("br", [])
            return
        beyond = _WITHIN_TABLE if tag not in _TABLE_TAGS else frozenset(("table",)) - {tag}
        if not self._end(frozenset((tag,)), beyond) and tag in BLOCKS:
            # A browser makes an empty paragraph of a lone "</p>": words on its two sides are two words.
            self.open[-1].kids.append(Node("p", {}, self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        self.open[-1].kids.append(Text(data, self.getpos()[0]))

    def parse_comment(self, i: int, report: bool = True) -> int:
        # The base class looks for the end of each comment that has none, to the end of the file.
        if not self.comments_end:
            return self.rawdata.find(">", i) + 1 or -1
        found = _COMMENT_END.search(self.rawdata, i + 2)
        if found:
            return found.end()
        self.comments_end = False
        return self.parse_comment(i)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        # "<![if !supportLists]>" and the like, from Word: the words that they enclose are shown.
        # The base class raises on any that it does not know.
        if self.rawdata.startswith("<![CDATA[", i):
            end = self.rawdata.find("]]>", i)
            if end >= 0:
                self.handle_data(self.rawdata[i + 9 : end])
                return end + 3
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def _end(self, tags: frozenset[str], beyond: frozenset[str]) -> bool:
        """Close the nearest open element of these tags, and all within it, if none of `beyond` is between."""
        if not any(self.opened[tag] for tag in tags):
            return False
        for depth in range(len(self.open) - 1, max(0, len(self.open) - _REACH), -1):
            tag = self.open[depth].tag
            if tag in tags:
                self.opened.subtract(node.tag for node in self.open[depth:])
                del self.open[depth:]
                return True
            if tag in beyond:
                break
        return False


def parse_html(markup: str) -> Node:
    """The tree of a page or fragment; never fails."""
    builder = _Builder()
    # No tag ends beyond the last ">": what looks like one there is only words.
    tags, end, words = markup.rpartition(">")
    builder.feed(tags + end)
    builder.close()
    builder.handle_data(unescape(words))
    return builder.root


def parse_xml(data: bytes) -> Node:
    """The tree of an XML file, local names in small letters.

    Raises: MarkupError where it is not well formed or declares entities, which can blow up.
    """
    root = Node("#root", {}, 1)
    stack = [root]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attrs: dict[str, str]) -> None:
        if len(stack) > _DEEPEST_XML:
            raise MarkupError("its elements are nested too deep")
        small = {_local(key): value for key, value in attrs.items()}
        node = Node(_local(name), small, parser.CurrentLineNumber)
        stack[-1].kids.append(node)
        stack.append(node)

    def end(_name: str) -> None:
        stack.pop()

    def text(data: str) -> None:
        kids = stack[-1].kids
        if kids and isinstance(kids[-1], Text):
            kids[-1].text += data
        else:
            kids.append(Text(data, parser.CurrentLineNumber - data.count("\n")))

    def entity(*_declaration: object) -> None:
        raise MarkupError("it declares entities of its own")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = text, entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise MarkupError(str(error)) from error
    return root


def _local(name: str) -> str:
    return name.rpartition(" ")[2].lower()


def descendants(node: Node) -> Iterator[Node | Text]:
    """All elements and texts in the element, in document order."""
    stack: list[Iterator[Node | Text]] = [iter(node.kids)]
    while stack:
        kid = next(stack[-1], None)
        if kid is None:
            stack.pop()
            continue
        yield kid
        if isinstance(kid, Node):
            stack.append(iter(kid.kids))


def text_of(node: Node) -> str:
    """All characters in the element as they stand."""
    return "".join(kid.text for kid in descendants(node) if isinstance(kid, Text))


# ---- styles -----------------------------------------------------------------------------------

Style = dict[str, str]
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?", re.I)
_WANTED = frozenset(
    "display visibility font-size font-weight text-decoration text-decoration-line mso-hide mso-list "
    "list-style-type list-style text-indent".split()
)


def declarations(css: str) -> Style:
    """The declarations, by property, that change how words are read."""
    pairs = (part.partition(":") for part in css.lower().split(";"))
    return {
        name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if name.strip() in _WANTED
    }


def style_rules(root: Node) -> dict[str, Style]:
    """The declarations of the page's own style sheets, by simple selector ("p", ".gone", "p.gone", "#gone").

    Rules for some screens or print only (@media) are left out, and so are selectors with context.
    """
    rules: dict[str, Style] = {}
    for node in descendants(root):
        if not isinstance(node, Node) or node.tag != "style":
            continue
        css = re.sub(r"/\*.*?\*/|<!--|-->", " ", text_of(node), flags=re.S)
        for selectors, body in _rules(css):
            style = declarations(body)
            for selector in selectors.split(",") if style else ():
                if _SIMPLE.fullmatch(selector.strip()):
                    rules.setdefault(selector.strip().lower(), {}).update(style)
    return rules


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """The selectors and bodies of the style sheet's rules, without those within "@" rules."""
    depth = start = 0
    selectors = ""
    for brace in re.finditer(r"[{}]", css):
        part = css[start : brace.start()]
        start = brace.end()
        if brace.group() == "{":
            depth += 1
            selectors = part.rpartition(";")[2] if depth == 1 else selectors
        elif depth:
            depth -= 1
            if not depth and not selectors.lstrip().startswith("@"):
                yield selectors, part


def style_of(node: Node, rules: dict[str, Style]) -> tuple[Style, Style]:
    """What the page's style sheet says of the element, and what its own style attribute says."""
    sheet: Style = {}
    if rules:
        sheet.update(rules.get(node.tag, {}))
        for name in node.attrs.get("class", "").lower().split():
            sheet.update(rules.get(f".{name}", {}))
            sheet.update(rules.get(f"{node.tag}.{name}", {}))
        sheet.update(rules.get(f"#{node.attrs.get('id', '').lower()}", {}))
    return sheet, declarations(node.attrs.get("style", ""))


def hides(style: Style) -> bool:
    """Whether the style keeps the words from the page."""
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
        or bool(re.fullmatch(r"0(?:\.0*)?(?:px|pt|em|rem|%)?", style.get("font-size", "")))
    )
