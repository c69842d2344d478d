"""A paper's source, parsed: a header of `key: value` lines, a line `===`, then one block a line.

@part kind | title | body | YYYY-MM-DD | key   a part begins; {p:key} elsewhere is its page range
# ## ###                                      headings
@min 24/23 | Title                            a minute's heading (in Word the number is automatic)
@item 4                                       the line "(Item 4)"
@res / @res+ words                            a resolution / its further items
@auto words                                   a paragraph that Word numbers by itself
@table 2,5,3 ... @end                         a table: widths, then rows of cells parted by |, the header
                                              first; "^" joins a cell to the one above, "<" to the one before
@agenda, @actions, @forward                   a table, likewise, whose rows the gold outline holds
@page / @blank                                a new page / a page that is intentionally left blank
- words / (a) words / 4.10 words              bullet, lettered item, numbered paragraph
**bold**, {{del:words}}, {{ins:words}}        within a line; the last two are Word's tracked changes
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

NUMBERED = re.compile(r"(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?) (.*)")
ITEM = re.compile(r"\((?:[a-z]|[ivx]+|\d{1,2})\) ")
TABLES = ("table", "agenda", "actions", "forward")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a paper. `label` is a printed number; `rows` are a table's, the header first."""

    kind: str
    text: str = ""
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's file name, its header and its blocks."""

    name: str
    meta: dict[str, str]
    blocks: tuple[Block, ...]


def read_paper(path: Path) -> Paper:
    """The paper whose source is `path`; its file name is the source's without `.paper`."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n===\n")
    meta = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())}
    lines = iter([line.strip() for line in body.splitlines() if line.strip()])
    return Paper(path.name.removesuffix(".paper"), meta, tuple(_block(line, lines) for line in lines))


def _block(line: str, lines: Iterator[str]) -> Block:
    if line.startswith("@"):
        return _directive(line, lines)
    if heading := re.match(r"(#{1,3}) (.*)", line):
        return Block(f"h{len(heading[1])}", heading[2])
    if line.startswith("- "):
        return Block("bullet", line[2:])
    if ITEM.match(line):
        return Block("listed", line)
    if numbered := NUMBERED.match(line):
        return Block("numbered", numbered[2], label=numbered[1])
    return Block("para", line)


def _directive(line: str, lines: Iterator[str]) -> Block:
    word, _, rest = line[1:].partition(" ")
    fields = tuple(field.strip() for field in rest.split("|"))
    if word in TABLES:
        rows = []
        for row in lines:
            if row == "@end":
                break
            rows.append(tuple(cell.strip() for cell in row.split("|")))
        assert len({len(row) for row in rows}) == 1, f"uneven table: {rows[0]}"
        return Block(word, rows=tuple(rows), widths=tuple(int(width) for width in rest.split(",")))
    if word == "part":
        return Block("part", fields=fields)
    if word == "min":
        return Block("minute", fields[1], label=fields[0])
    if word == "item":
        return Block("item", f"(Item {rest})")
    kinds = {"res": "resolution", "res+": "resolution-more", "auto": "auto", "page": "page", "blank": "blank"}
    return Block(kinds[word], rest)


def plain(text: str) -> str:
    """The words without marks of emphasis and as if tracked changes were accepted."""
    text = re.sub(r"\{\{del:.*?\}\}", "", text)
    return re.sub(r"\{\{ins:(.*?)\}\}", r"\1", text).replace("**", "")


def fill(text: str, ranges: dict[str, str]) -> str:
    """The words with each {p:key} replaced by that part's range of pages."""
    return re.sub(r"\{p:(\w+)\}", lambda match: ranges.get(match[1], "0 - 0"), text)


def ranges_of(starts: list[tuple[str, int]], last: int) -> dict[str, str]:
    """{key: "3 - 5"} from each key's first page: it runs to the page before the next key's."""
    ends = [max(first, following - 1) for (_, first), (_, following) in pairwise([*starts, ("", last + 1)])]
    return {
        key: str(first) if first == end else f"{first} - {end}" for (key, first), end in zip(starts, ends, strict=True)
    }
