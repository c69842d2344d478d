"""Which parts of a web page are the site's and not the paper's."""

import re
from dataclasses import dataclass

from corpus.readers.html_tree import Node, Text

_TAGS = frozenset(("nav", "aside", "button", "select", "textarea", "noscript", "menuitem", "dialog"))
_ROLES = frozenset(
    "navigation navigaiton banner contentinfo search complementary dialog alertdialog menu menubar "
    "toolbar tablist".split()
)
_CLASS = re.compile(
    r"(?:(?:site|page|main|global|primary|secondary|top|bottom|mobile|desktop|sub|side|local|user|header|footer|left"
    r"|right|js|app|back|to)[-_]?){0,3}"
    r"(?:nav|navs?|navbar|navigation|menus?|breadcrumbs?|crumbs|cookies?|gdpr|consent|skip|skip-?links?|skip-?to-?\w+"
    r"|sidebar|masthead|footer|colophon|pagination|pager|paginator|social|share|sharing|sharethis|addthis|widget"
    r"|widget-?area|toolbar|search-?(?:form|box|bar)|sr-only|visually-?hidden|screen-reader-text|screenreader|offscreen"
    r"|site-?info|site-?header|page-?header-?nav|totop|back-?to-?top|toc|year-?nav|alert-?banner|site-?banner)"
    r"(?:[-_]?(?:wrapper|wrap|container|links?|bars?|list|main|banner|notices?|bot|law|consent|policy|message|popup|modal"
    r"|inner|outer|area|menu|nav|content|text|toggle|desktop|mobile|top|bottom|primary|\d{1,3}))*",
    re.I,
)
_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt)\b|mgconvert|document|download|report|minute|agenda|attachment|/s\d{3,}|mg\w+\.aspx",
    re.I,
)
_SECTIONS = frozenset(("main", "article", "section"))
_SMALL_FORM = 30  # words; a whole page may stand in one form
_MOST_WORDS = 150  # outside links; a larger element is no menu, whatever its class says


@dataclass(slots=True)
class _Seen:
    """An element, where it starts and ends in document order, and how much of what it holds."""

    node: Node
    first: int
    last: int = 0  # one after its last descendant
    in_section: bool = False
    words: int = 0
    linked: int = 0  # words in links
    links: int = 0
    documents: int = 0  # links that lead to papers
    content: int = 0  # paragraphs, tables, headings of the first level
    titles: int = 0  # headings of the first level


@dataclass(frozen=True, slots=True)
class Furniture:
    """Where furniture starts, and where the paper starts inside it, as Python's ids of elements."""

    starts: frozenset[int]
    ends: frozenset[int]


def furniture_of(root: Node, unseen: frozenset[str]) -> Furniture:
    """Where navigation, page heads and feet, notices and lists of links stand, and all outside the main element."""
    seen = _survey(root, unseen)
    starts: set[int] = set()
    outside: list[_Seen] = []  # of all furniture
    i = 0
    while i < len(seen):
        if _is_furniture(seen[i]):
            starts.add(id(seen[i].node))
            i = seen[i].last
        else:
            outside.append(seen[i])
            i += 1
    rest = seen[0].words - sum(element.words for element in seen if id(element.node) in starts)
    main = _main(outside, rest)
    if main is None:
        return Furniture(frozenset(starts), frozenset())
    # A heading of the first level above the main element is the page's title where that has none of its own.
    titles = [] if main.titles else [id(element.node) for element in outside if element.node.tag == "h1"]
    return Furniture(frozenset((*starts, id(root))), frozenset((*titles, id(main.node))))


def _survey(root: Node, unseen: frozenset[str]) -> list[_Seen]:
    """Every element in document order with its counts."""
    seen = [_Seen(root, 0)]
    stack = [(seen[0], iter(root.kids))]
    while stack:
        here, kids = stack[-1]
        kid = next(kids, None)
        if kid is None:
            stack.pop()
            here.last = len(seen)
            if stack:
                _add(stack[-1][0], here)
        elif isinstance(kid, Text):
            here.words += len(kid.text.split())
        elif kid.tag not in unseen:
            inner = _Seen(kid, len(seen), in_section=here.in_section or here.node.tag in _SECTIONS)
            seen.append(inner)
            stack.append((inner, iter(kid.kids)))
    return seen


def _add(outer: _Seen, inner: _Seen) -> None:
    tag = inner.node.tag
    link = tag == "a" and "href" in inner.node.attrs and inner.words > 0
    outer.words += inner.words
    outer.linked += inner.words if link else inner.linked
    outer.links += inner.links + link
    outer.documents += inner.documents + (link and bool(_DOCUMENT.search(inner.node.attrs["href"])))
    outer.content += inner.content + (tag in ("p", "table", "h1") and inner.words > 0)
    outer.titles += inner.titles + (tag == "h1" and inner.words > 0)


def _is_furniture(seen: _Seen) -> bool:
    node = seen.node
    role = node.attrs.get("role", "").lower()
    if node.tag in ("html", "body", "main", "article", "#root") or role == "main":
        return False
    if node.tag in _TAGS or role in _ROLES:
        return True
    if node.tag in ("header", "footer"):
        return node.tag == "footer" or not seen.in_section
    if node.tag == "form":
        return seen.words < _SMALL_FORM and not seen.content
    if seen.words - seen.linked <= _MOST_WORDS and any(_CLASS.fullmatch(name) for name in node.classes()):
        return True
    return _only_links(seen)


def _only_links(seen: _Seen) -> bool:
    """Whether an element is a list of short links, none to a paper."""
    return (
        seen.node.tag in ("ul", "ol", "div", "p", "td", "center", "table")
        and seen.links > 2
        and not seen.documents
        and seen.linked >= 0.9 * seen.words
        and seen.words <= 5 * seen.links
    )


def _main(seen: list[_Seen], rest: int) -> _Seen | None:
    """The only element that is marked as the page's main one, if it holds half of the `rest` words and more; or None."""
    found = [element for element in seen if _is_main(element.node)]
    found = found or [element for element in seen if element.node.tag == "article"]
    return found[0] if len(found) == 1 and 2 * found[0].words >= rest else None


def _is_main(node: Node) -> bool:
    return node.tag == "main" or node.attrs.get("role", "").lower() == "main"
