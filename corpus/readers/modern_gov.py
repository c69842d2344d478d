"""The answers of a ModernGov site's web service to blocks: a meeting (GetMeeting) or a list of them (GetMeetings)."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.errors import UnknownType
from corpus.models import Block, BlockKind
from corpus.readers.html_blocks import blocks_of_html, blocks_of_tree
from corpus.readers.html_tree import Node, Text, descendants, text_of
from corpus.readers.words import fold

_DETAILS = (
    ("meetingstatus", "Status"),
    ("meetingdate", "Date"),
    ("meetingtime", "Time"),
    ("meetingactualstarttime", "Started"),
    ("meetingactualfinishtime", "Finished"),
    ("meetinglocation", "Venue"),
)
_ATTENDANCE = (
    ("name", "Name"),
    ("roledescription", "Role"),
    ("attendance", "Attendance"),
    ("representing", "Representing"),
    ("keyposts", "Posts"),
    ("politicalparty", "Party"),
    ("ward", "Ward"),
)
_LISTED = (
    ("committeetitle", "Committee"),
    ("meetingdate", "Date"),
    ("meetingtime", "Time"),
    ("meetingstatus", "Status"),
    ("meetinglocation", "Venue"),
)
# An item's texts in the order that a reader wants them, with a heading of ours that no paper uses for a part.
_TEXTS = (
    ("agendatext", "Agenda text"),
    ("decisionnonemptyhtmlbody", "Decision text"),
    ("minutesnonemptyhtmlbody", "Minute text"),
)


def modern_gov_blocks(tree: Node, file: str) -> list[Block]:
    """The blocks of an answer; whatever in it is no part of a paper (ids, addresses) is furniture.

    Raises: UnknownType where the XML is neither answer.
    """
    root = next((kid for kid in tree.kids if isinstance(kid, Node)), tree)
    match root.tag:
        case "meeting":
            return _meeting(root)
        case "getmeetings":
            return _meetings(root)
        case "html":
            return blocks_of_tree(tree)
    raise UnknownType(
        file,
        None,
        f"XML that no reader knows (<{root.tag}>)",
        "Send a ModernGov GetMeeting or GetMeetings answer.",
    )


def _meeting(root: Node) -> list[Block]:
    used: set[int] = set()
    blocks: list[Block] = []
    body = _body(root, used)
    if body:
        blocks.append(Block(BlockKind.HEADING, _value(body), line=body.line, level=1))
    for tag, label in _DETAILS:
        node = _take(root, tag, used)
        if node:
            blocks.append(Block(BlockKind.TEXT, f"{label}: {_value(node)}", line=node.line))
    blocks += _restriction(root, used)
    blocks += _attendance(root)
    for item in _all(root, "agendaitem"):
        blocks += _item(item, used)
    return blocks + _leftovers(root, used)


def _body(root: Node, used: set[int]) -> Node | None:
    """The element that names the body: the meeting's own, else that of a paper of the meeting."""
    own = _take(root, "committeetitle", used)
    if own:
        return own
    titles = [node for node in _all(root, "committeetitle") if _value(node)]
    if not titles:  # each item of a meeting names the body it goes to; all the same, it is the meeting's own
        titles = [node for node in _all(root, "refertocommittee") if _value(node)]
        if len({_value(node) for node in titles}) != 1:
            return None
    used.add(id(titles[0]))
    return titles[0]


def _attendance(root: Node) -> list[Block]:
    people = list(_all(root, "attendee"))
    columns = [(key, label) for key, label in _ATTENDANCE if any(_attribute(person, key) for person in people)]
    if not columns:
        return []
    rows = [tuple(label for _, label in columns)]
    rows += [tuple(_attribute(person, key) for key, _ in columns) for person in people]
    lines = [people[0].line, *(person.line for person in people)]
    heading = Block(BlockKind.HEADING, "Attendance", line=people[0].line, level=2)
    return [heading, *_table(rows, lines, number=1)]


def _item(item: Node, used: set[int]) -> list[Block]:
    """An item of the agenda: its heading with the minute's number and its own, its texts, its papers."""
    title, shown = _take(item, "agendaitemtitle", used), _take(item, "fulldisplaynumberformat", used)
    number = _numbered(item, "agendaitemnumber", "agendaitemsubnumber", used)
    label = _value(shown) if shown else _numbered(item, "minutesitemnumber", "minutesitemsubnumber", used) or number
    words = fold(f"{label} {_value(title) if title else ''}")
    if number and number != label.strip("() .:"):
        words += f" (Item {number})"
    blocks = [Block(BlockKind.HEADING, words, line=item.line, level=2)] if words else []
    blocks += _restriction(item, used)
    called = _find(item, "iscallin")
    if called and _value(called).lower() == "true":
        blocks.append(Block(BlockKind.TEXT, "This decision was called in.", line=called.line))
    author = _take(item, "authorusername", used)
    if author:
        blocks.append(Block(BlockKind.TEXT, f"Author: {_value(author)}", line=author.line))
    for count in "123":
        comment, name = _take(item, f"commenttext{count}", used), _find(item, f"commentlabel{count}")
        if comment:
            used.add(id(name))
            blocks.append(
                Block(
                    BlockKind.TEXT,
                    f"{_value(name) if name else 'Comment'}: {_value(comment)}",
                    line=comment.line,
                )
            )
    for tag, heading in _TEXTS:
        node = _take(item, tag, used)
        parts = blocks_of_html(text_of(node), node.line) if node else []
        if node and parts:
            blocks.append(Block(BlockKind.HEADING, heading, line=node.line, level=3))
            blocks += [_lower(part) for part in parts]
    return blocks + _papers(item, used)


def _lower(block: Block) -> Block:
    """A block of an item's text; its headings stand below the item's own."""
    return replace(block, level=block.level + 3) if block.kind is BlockKind.HEADING else block


def _papers(item: Node, used: set[int]) -> list[Block]:
    blocks: list[Block] = []
    for paper in _all(item, "linkeddoc"):
        title, closed = _take(paper, "title", used), _restriction(paper, used)
        if title:
            if not blocks:
                blocks.append(Block(BlockKind.HEADING, "Papers of this item", line=title.line, level=3))
            note = f" ({closed[0].text.rstrip('.')})" if closed else ""
            blocks.append(Block(BlockKind.ITEM, f"- {_value(title)}{note}", line=title.line, level=1))
    return blocks


def _restriction(node: Node, used: set[int]) -> list[Block]:
    """A line that says so where the service marks something as not for the public."""
    closed, reason = _find(node, "isrestricted"), _take(node, "restrictionsref", used)
    shown = _find(node, "isdisplayallowed")
    if (closed and _value(closed).lower() == "true") or (shown and _value(shown).lower() == "false") or reason:
        words = f"Not for publication: {_value(reason)}" if reason else "Not for publication: restricted."
        return [Block(BlockKind.TEXT, words, line=node.line)]
    return []


def _meetings(root: Node) -> list[Block]:
    used: set[int] = set()
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    for committee in _all(root, "committee"):
        own = _take(committee, "committeetitle", used)
        for meeting in _all(committee, "meeting"):
            found = {tag: _take(meeting, tag, used) for tag, _ in _LISTED}
            found["committeetitle"] = found["committeetitle"] or own
            rows.append(tuple(_value(node) if node else "" for node in found.values()))
            lines.append(meeting.line)
    kept = [i for i in range(len(_LISTED)) if any(row[i] for row in rows)]
    header = tuple(_LISTED[i][1] for i in kept)
    table = _table([header, *(tuple(row[i] for i in kept) for row in rows)], [root.line, *lines], 1) if rows else []
    return table + _leftovers(root, used)


def _table(rows: list[tuple[str, ...]], lines: list[int], number: int) -> list[Block]:
    return [
        Block(BlockKind.ROW, " | ".join(cells).strip(), line=line, cells=cells, table=number, header=place == 0)
        for place, (cells, line) in enumerate(zip(rows, lines, strict=True))
    ]


def _leftovers(root: Node, used: set[int]) -> list[Block]:
    """Each element with words that went into no block, by its name."""
    out = []
    for node in descendants(root):
        if isinstance(node, Node) and id(node) not in used:
            words = fold(html.unescape(" ".join(kid.text for kid in node.kids if isinstance(kid, Text))))
            other = [
                value for key, value in node.attrs.items() if node.tag != "attendee" or key not in dict(_ATTENDANCE)
            ]
            words = fold(" ".join([words, *other]))
            if words:
                out.append(Block(BlockKind.FURNITURE, f"{node.tag}: {words}", line=node.line))
    return out


def _all(node: Node, tag: str) -> Iterator[Node]:
    return (kid for kid in descendants(node) if isinstance(kid, Node) and kid.tag == tag)


def _find(node: Node, tag: str) -> Node | None:
    """The element's own child of this name."""
    return next((kid for kid in node.kids if isinstance(kid, Node) and kid.tag == tag), None)


def _take(node: Node, tag: str, used: set[int]) -> Node | None:
    """The child of this name where it has words; it counts as used."""
    found = _find(node, tag)
    if found is None or not _value(found):
        return None
    used.add(id(found))
    return found


def _value(node: Node) -> str:
    """Its words; the service escapes some characters twice, and puts mark-up in some titles."""
    return fold(html.unescape(re.sub(r"</?[a-z][^<>]*>", "", text_of(node), flags=re.I)))


def _attribute(node: Node, key: str) -> str:
    return fold(html.unescape(node.attrs.get(key, "")))


def _numbered(item: Node, number: str, part: str, used: set[int]) -> str:
    """A number and its letter ("7" and "a"), "" where there is none."""
    found = [_take(item, tag, used) for tag in (number, part)]
    return "".join(_value(node) for node in found if node)
