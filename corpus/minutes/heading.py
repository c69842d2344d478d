"""A minute's heading: its number, its title and where its own words begin. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import Block, BlockKind

_ITEM_LINE = re.compile(
    r"^[(\[]?\s*(?:agenda )?item(?: no\.?)?(?:\s*(\d[\dA-Za-z.]*)|\s+([A-Za-z]\d?))\s*[)\]]?$", re.I
)
_ITEM_TAIL = re.compile(
    r"\s*[(\[]\s*(?:agenda )?item(?: no\.?)?(?:\s*(\d[\dA-Za-z.]*)|\s+([A-Za-z]\d?))\s*[)\]]\s*$", re.I
)
_ENDS_TITLE = re.compile(r"^((?:[^:.\n]|\bNos?\.){3,100}?)(?:(?<!\bNo)(?<!\bNos)[:.]-?\s+|\n)(?=\S)(.+)$", re.S)
_FIRST_SENTENCE = re.compile(r"^(.{20,}?(?:[^\W\d_]{4}|\d))\.\s+(?=[A-Z])(.+)$", re.S)
_STATES = re.compile(r"[.!?;:,]\s*$|[£$€]|\b(?:resolved|agreed|noted|approved|received|carried|none|nil|no)\b", re.I)
_NUMBER = re.compile(r"^\(?[A-Z]{0,4}[.-]?\d")
_LONGEST_TITLE = 220  # characters
_LONGEST_BEHIND = 60  # characters of a title behind its colon
_LONGEST_LINE = 120  # characters of a title on one line


@dataclass(frozen=True, slots=True)
class Heading:
    """A minute's heading, in the blocks from `first` up to and without `last`."""

    first: int
    last: int
    ref: str  # the minute's number as printed, "" where it has none
    title: str
    item: str | None  # the agenda item's number as printed
    has_body: bool  # the heading's block goes on with the minute's words
    words: str = ""  # those words


def heading_at(blocks: Sequence[Block], i: int, ref: str, rest: str) -> Heading:
    """The heading at block i from its number and what stands behind it; where nothing does, the next block is its title."""
    item = None
    last = i + 1
    title = rest.strip()
    if not title and last < len(blocks) and could_be_title(blocks[last]):
        title = blocks[last].text.replace("\n", " ")
        last += 1
    elif not title and last < len(blocks) and stands_over_title(blocks[last]):
        title = blocks[last].text.split("\n")[0]  # its other lines are the minute's words
    words = ""
    # A bold title carries no words of the minute; a plain line may ("2846. Police Report: No report.").
    plain = not blocks[i].bold and blocks[i].kind is not BlockKind.HEADING
    if plain and last == i + 1:
        title, words = _parted(title, followed=_is_followed(blocks, last))
        if not words and len(title) > _LONGEST_TITLE:
            title, words = title[:_LONGEST_TITLE].rsplit(" ", 1)[0], title  # nothing tells the title from the words
    tail = _ITEM_TAIL.search(title)
    if tail:
        item, title = tail[1] or tail[2], title[: tail.start()]
    elif last < len(blocks) and (line := _ITEM_LINE.match(blocks[last].text)):
        item = line[1] or line[2]
        last += 1
    return Heading(i, last, ref, title.strip(" :*–-"), item, bool(words), words)


def _parted(text: str, *, followed: bool) -> tuple[str, str]:
    """A title and the minute's words behind it, "" where there are none: those of a sentence, or of further lines.

    "Police report: No report." is parted at the colon. "Harbour office: lease to the sailing club" is a title as a whole
    where lines of its minute follow, here or in the next block.
    """
    if text.isupper():
        return text, ""
    line, _, more = text.partition("\n")
    parted = _ENDS_TITLE.match(text)
    behind = line[parted.end(1) :] if parted else ""
    if parted and behind.strip(" .:-") and (more or followed) and not _says(behind):
        return line, more
    if parted is None and len(line) > _LONGEST_LINE:  # full stops inside figures: "$3.41 per 1,000 gallons"
        parted = _FIRST_SENTENCE.match(text)
    return (parted[1], parted[2]) if parted else (text, "")


def _is_followed(blocks: Sequence[Block], last: int) -> bool:
    """Whether a heading that ends above block `last` has words of its minute below it, not the next number."""
    return last < len(blocks) and (blocks[last].kind is BlockKind.ROW or not _NUMBER.match(blocks[last].text))


def _says(behind: str) -> bool:
    """Whether what stands behind a title, its colon or full stop first, is a statement and no more of the title."""
    if behind.lstrip(" .:").startswith("(") and behind.rstrip().endswith(")"):
        return False  # a sum or number in brackets belongs to the title
    return behind.startswith(":-") or len(behind) > _LONGEST_BEHIND or bool(_STATES.search(behind))


def could_be_title(block: Block) -> bool:
    """Whether a block could be the title that a number on a line of its own stands over."""
    return block.kind in {BlockKind.HEADING, BlockKind.TEXT} and len(block.text) <= 240 and not block.text.endswith(".")


def stands_over_title(block: Block) -> bool:
    """Whether a block is a title, or begins with one on a line of its own."""
    return could_be_title(block) or block.kind is BlockKind.TEXT and "\n" in block.text and line_like(block.text)


def title_like(text: str) -> bool:
    """Whether the words behind a number are a title: a short line without a sentence's end, or a few words that end."""
    return line_like(text) or bool(re.match(r"^[^:.]{3,80}[:.]-?(?:\s|$)", text))


def line_like(text: str) -> bool:
    """Whether the words behind a number are a title on a line of its own: short, without a sentence's end."""
    first_line = text.split("\n")[0]
    return len(first_line) <= _LONGEST_LINE and not first_line.rstrip().endswith((".", ";", ","))


def is_listed(block: Block) -> bool:
    """Whether a block stands in a table, or in a list inside a list."""
    return block.kind is BlockKind.ROW or block.kind is BlockKind.ITEM and block.level > 1


def item_number(block: Block) -> str | None:
    """The number of a line that says nothing but which agenda item it is ("(Item 4)"), or None."""
    line = _ITEM_LINE.match(block.text)
    return (line[1] or line[2]) if line else None


def item_tail(text: str) -> tuple[str, str] | None:
    """A title and the agenda item's number where the title ends with it ("Parks (Item 4)"), else None."""
    tail = _ITEM_TAIL.search(text) if text.rstrip().endswith((")", "]")) else None
    return (text[: tail.start()], tail[1] or tail[2]) if tail else None


def is_set_apart(block: Block, title: str) -> bool:
    """Whether a heading looks otherwise than the words around it: bold, of a rank, or in capitals."""
    return block.bold or block.kind is BlockKind.HEADING or title.split("\n")[0].isupper()
