"""Markdown and plain text to blocks.

Papers turned into text by a converter mix both: Markdown headings and lists beside rows whose cells
are parted by tabs, HTML inside cells, and blank lines where pages broke. One reader takes them all.
"""

import html
import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from corpus.errors import CorruptPaper, EmptyPaper
from corpus.models import Block, BlockKind, Reading
from corpus.readers.people_labels import could_label, parts_lists
from corpus.readers.text_aligned import with_aligned_figures
from corpus.readers.text_lines import TextLine, text_lines
from corpus.readers.text_tables import with_headers
from corpus.readers.text_votes import with_vote_columns
from corpus.readers.words import SENTENCE_END, fold, leans_on
from corpus.transcripts import are_turns

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^(\s*)(?:>\s*)*([-*+•❖✓✔▪◦○●➢➤])\s+(.*)$")
_LETTERED = re.compile(r"^(\s*)(\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|[ivx]{1,5}\.|[a-h]\.)\s+(\S.*)$")
_NUMBERED = re.compile(
    r"^\s*(?:\d{1,4}(?:\.\d{1,3}){0,3}(?:\\?\.)?|\d{1,4}/\d{2,4}|[A-Z]{0,3}\d{1,4}[/-]\d{1,4})(?:\s|$|(?=[A-Z]))"
)
_SEPARATOR = re.compile(r"^(?:\s*>)*[\s|:\-\t]*-[\s|:\-\t]*$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BLOCK_TAG = re.compile(r"</?(?:p|li|ul|ol|div|br|tr|td|th|h[1-6])\b[^<>]*>", re.I)
_LINK = re.compile(r"\[([^\]\[]+)\]\((?:[^()\s]|\([^()]*\))*\)")
_STRUCK = re.compile(r"~~(.+?)~~|<(?:del|s|strike)>(.*?)</(?:del|s|strike)>", re.S | re.I)
_DECIDES = re.compile(r"(?:RESOLVED|PENDERFYNWYD|CARRIED|LOST|MOVED|Moved:|Motion by)\b|(?:COUNCIL )?RESOLUTION \d")
_JOINS = re.compile(r"(?:[,\-–(&/]|\b(?:and|or|of|the|to|for|in|on|with|from|by|at|a|an))$")
_LABEL = re.compile(r"^(?:resolved|recommendations?|recommended|agreed|action|actions)\s*[:.\-–]*$", re.I)
# What opens the record of a vote, whose further labels (mover, ayes) stand below it.
_VOTE = re.compile(r"(?:RESULT|Result|OUTCOME|Outcome|RECORDED VOTE|Recorded vote)\s*:|VOTE ON [A-Z’' ]{3,80}$")
_MARK = re.compile(r"[A-Z]{0,4}[./-]?\d{1,4}(?:[./-]\d{1,4}){0,3}[.):]?|\(?(?:[a-z]|[ivx]{1,4})[.)]")
_CODED = re.compile(r"([A-Z]{1,4}[-.])(\d{1,3})[.:]?\s+\S")
_MARKUP = re.compile(r"[<&^\\*`_\[~]")  # without one of these a text is as it stands
_BOLD = re.compile(r"[-#>\s\d./]*\*\*(?:(?!\*\*).)+\*\*\s*|<b>[^<]*</b>", re.S)
_FIGURE = re.compile(r"[\s>]*(?P<lead>[£$€]?\d(?:[\d,.:/-]*\d)?%?)(?P<stop>\\?[.)](?=\s|$|[A-Z]))?\S*\s*(?P<next>\S?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r"\s*(\d{1,4})(?:[.)](?!\d)|(?=\s|$))")
_ENDS = re.compile(r"[.:;!?)\]”\"]['’*_]*$")  # the end of a sentence, or of a line that leads to a list
_SIDE_BY_SIDE = re.compile(r"\S(?: {3,}+|\t)\s*+\S")
_INDENTED = 24  # characters; a shorter cell behind an empty one may name a column
_LONG_LINE = 0.73  # of its column's width; a longer line was probably wrapped, not ended
_LONGEST_LABEL = 80  # characters with the marks of Markdown or HTML around them
_LINES_ABOVE = 100  # of a paragraph that are asked whether they list people
_TITLE = 0.34  # of its column's width; a shorter line may be a title


def read_text(path: Path) -> Reading:
    """The blocks of a Markdown or plain text file, with line numbers from 1.

    Raises: EmptyPaper where there are no words, CorruptPaper where the bytes are not text.
    """
    data = path.read_bytes()
    if not data.strip():
        raise EmptyPaper(path.name, None, "the file is empty", "Send the paper again.")
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CorruptPaper(path.name, None, "the bytes are not text", "Save it as UTF-8 text.")
    blocks = blocks_of(decode(data))
    if not any(block.text for block in blocks):
        raise EmptyPaper(path.name, None, "no words in it", "Send the paper again.")
    return Reading(blocks=tuple(blocks))


def decode(data: bytes) -> str:
    """The text of the bytes: by byte order mark, else as UTF-8, as Windows-1252, as Latin-1.

    A text file declares no charset, as a web page does (`html.decode`).
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def blocks_of(text: str) -> list[Block]:
    """Blocks of Markdown or plain text, in order, each with its lines."""
    lines, front = text_lines(with_aligned_figures(with_vote_columns(text)))
    speech = are_turns([line.raw for line in lines])
    walk = _Walk(list(front))
    for line in lines:
        if speech and "\t" not in line.raw:
            walk.blocks.append(_paragraph([line]))  # a speaker's turn
        elif not (walk.is_rule(line) or walk.is_row(line)):
            walk.take(line)
    walk.flush()
    return with_headers([block for block in walk.blocks if block.text or block.struck])


@dataclass
class _Walk:
    """Blocks so far, and the lines of the paragraph that is still open."""

    blocks: list[Block]
    pending: list[TextLine] = field(default_factory=list)
    table: int = 0
    in_table: bool = False
    counted: dict[int, int] = field(default_factory=dict)  # by their indent, the numbers of the last items

    def flush(self) -> None:
        """End the open paragraph."""
        if self.pending:
            self.blocks.append(_paragraph(self.pending))
            self.pending.clear()

    def is_rule(self, line: TextLine) -> bool:
        """Take a line of dashes: the row above it is its table's header."""
        if not _SEPARATOR.match(line.raw):
            return False
        self.flush()
        if self.in_table and "|" in line.raw and self.blocks and _is_first_row(self.blocks, self.table):
            self.blocks[-1] = replace(self.blocks[-1], header=bool(self.blocks[-1].text))
        self.in_table = self.in_table and line.gap == 0
        return True

    def is_row(self, line: TextLine) -> bool:
        """Take a line that is a row of a table."""
        within = self.in_table and not line.gap
        cells = _cells(line.raw) or (_lone_cell(line.raw, self.blocks[-1]) if within else None)
        if cells is None or self._is_set_in(cells):
            self.in_table = False
            return False
        self.flush()
        if not self.in_table or line.gap:
            self.table += 1
        self.in_table = True
        self.blocks.append(_row(line, cells, self.table))
        return True

    def _is_set_in(self, cells: tuple[str, ...]) -> bool:
        """Whether the cells are a paragraph set in by a tab, below other words; below a row they go on with it."""
        below_a_row = bool(self.blocks) and not self.pending and self.blocks[-1].kind is BlockKind.ROW
        return len(cells) == 2 and not cells[0] and len(cells[1]) > _INDENTED and not below_a_row

    def take(self, line: TextLine) -> None:
        """Take a line of words: a heading, the start of a list item or numbered paragraph, or more of what is open."""
        block = None if self.pending and _wraps(self.pending, line, self.counted.values()) else _marked(line)
        if block is not None or self.pending and (line.gap or _starts_new(self.pending, line)):
            self.flush()
        if block is not None and (number := _COUNTED.match(line.raw)):
            self.counted[len(line.raw) - len(line.raw.lstrip())] = int(number[1])
        if block is not None and block.kind is BlockKind.HEADING:
            self.blocks.append(block)
        else:
            self.pending.append(line)


def _cells(raw: str) -> tuple[str, ...] | None:
    """The cells of a table row, or None where the line is no row."""
    stripped = re.sub(r"^\s*(?:>\s*)*(?:-\s+)?(?=\|)", "", raw).strip() if "|" in raw else ""
    if stripped.startswith("|") and stripped.count("|") > 1:
        return tuple(_plain(cell) for cell in re.sub(r"^\||\|$", "", stripped).split("|"))
    if "\t" not in raw.strip("\n"):
        return None
    cells = tuple(_plain(cell) for cell in raw.split("\t"))
    filled = [cell for cell in cells if cell]
    if len(cells) == 2 and len(filled) == 2 and _is_numbered(*cells):
        return None  # "2846.<tab>Police Report": a number and its words, not a table
    if len(cells) > 1 and len(filled) <= 1 and not raw.startswith("\t"):
        return None  # words with tabs after them
    return cells if filled else None


def _is_numbered(number: str, words: str) -> bool:
    """Whether a printed number stands before its words: "24/055", "PL12", "(a)"; a financial year is none."""
    if re.fullmatch(r"\d{1,4}\.?\)?", number):
        return True
    return bool(
        _MARK.fullmatch(number)
        and not re.match(r"(?:19|20)\d\d[/-]\d\d$", number)
        and re.match(r"[A-Z(“\"'][^|]{3}", words)
    )


def _lone_cell(raw: str, above: Block) -> tuple[str, ...] | None:
    """The cells of a line with as many tabs as the row right above it has; None for other lines."""
    cells = tuple(_plain(cell) for cell in raw.split("\t"))
    return cells if len(cells) > 1 and len(cells) == len(above.cells) else None


def _row(line: TextLine, cells: tuple[str, ...], table: int) -> Block:
    return Block(
        BlockKind.ROW,
        " | ".join(cells).strip(),
        line=line.number,
        end_line=line.number,
        cells=cells,
        table=table,
        after_gap=line.gap > 0,
        ends_above=line.ends_above,
    )


def _is_first_row(blocks: list[Block], table: int) -> bool:
    last = blocks[-1]
    return last.kind is BlockKind.ROW and last.table == table and (len(blocks) < 2 or blocks[-2].table != table)


@lru_cache(256)  # a line is asked again with each line below it
def _plain(text: str) -> str:
    """The words without Markdown and HTML marks; links keep their words."""
    if not _MARKUP.search(text):
        return fold(text)
    text = _STRUCK.sub(" ", text)
    text = _BLOCK_TAG.sub(" ", text)
    text = _TAG.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = html.unescape(text)
    text = re.sub(r"\^(\w{1,3})\^|\\+$", r"\1", text)
    text = re.sub(r"\\+([_*#\[\]()<>~`|.\-+!])", r"\1", text)
    text = re.sub(r"\*{1,3}|`{1,3}|(?<!\w)__?(?=\S)|(?<=\S)__?(?!\w)", "", text)
    return fold(text)


def _struck(text: str) -> str:
    return fold(" ".join(a or b for a, b in _STRUCK.findall(text))) if _MARKUP.search(text) else ""


def _marked(line: TextLine) -> Block | None:
    """The block that a heading, a list item or a numbered line starts, None for other lines."""
    heading = _HEADING.match(line.raw)
    if heading:
        return Block(
            BlockKind.HEADING,
            _plain(heading.group(2)),
            line=line.number,
            end_line=line.number,
            level=len(heading.group(1)),
            bold=True,
            struck=_struck(line.raw),
            after_gap=line.gap > 0,
            ends_above=line.ends_above,
            twin=line.twin,
        )
    if _BULLET.match(line.raw) or _LETTERED.match(line.raw) or _NUMBERED.match(_unquoted(line.raw)):
        return Block(BlockKind.ITEM, _plain(line.raw) or "-", line=line.number)
    return None


def _unquoted(raw: str) -> str:
    return re.sub(r"^\s*(?:>\s*)*(?:\*\*)?", "", raw)


def _wraps(pending: list[TextLine], line: TextLine, counted: Collection[int]) -> bool:
    """Whether a line that begins with a figure goes on with the sentence above it, and numbers nothing.

    It stands right below a line that ends no sentence, and does not count on from a number above: `counted` are those
    of the last items.
    """
    figure = _FIGURE.match(line.raw)
    if line.gap or figure is None or _ENDS.search(pending[-1].raw.rstrip()):
        return False
    above = _plain(pending[-1].raw)
    number = int(figure["lead"]) if figure["lead"].isdigit() else None
    counts_on = number is not None and (number == 1 or number - 1 in counted or number - 2 in counted)
    begins = figure["stop"] or not (line.twin or figure["next"].islower() or leans_on(above))
    if counts_on and begins:
        return False
    return _is_unfinished(above, figure, line.width, titled=len(pending) == 1 and bool(_NUMBERED.match(above)))


def _is_unfinished(above: str, figure: re.Match[str], width: int, *, titled: bool) -> bool:
    """Whether a line that ends no sentence is to go on with the figure below it; a numbered title is not, unless it is full."""
    if leans_on(above) or len(above) >= _LONG_LINE * width:
        return True
    stopped = figure["stop"] and not _YEAR.fullmatch(figure["lead"])
    if titled or stopped or not figure["next"] or len(above) < _TITLE * width:
        return False
    last = above.split()[-1].rstrip(",")
    return last.isalpha() and last.islower()


def _starts_new(pending: list[TextLine], line: TextLine) -> bool:
    """Whether a line right below others starts a paragraph of its own."""
    if line.raw.startswith("\t") and SENTENCE_END.search(pending[-1].raw.rstrip()):
        return True
    if _is_label(pending[-1].raw) or _is_label(line.raw):
        return True
    own = _plain(line.raw)
    if _VOTE.match(own) and not _VOTE.match(_plain(pending[-1].raw)):
        return True
    above = pending[-_LINES_ABOVE:]
    if _CODED.match(own) and any(_counts_on(line.raw, own) for line in above):
        return True
    return could_label(own) and parts_lists((_plain(line.raw) for line in above), own)


def _counts_on(above: str, own: str) -> bool:
    """Whether a line begins with the code that follows the one another line begins with: "CA-2" below "CA-1"."""
    first, second = _CODED.match(above), _CODED.match(own)
    return bool(first and second and first[1] == second[1] and int(second[2]) == int(first[2]) + 1)


def _is_label(raw: str) -> bool:
    return len(raw) < _LONGEST_LABEL and bool(_LABEL.match(_plain(raw)))


def _paragraph(lines: list[TextLine]) -> Block:
    """The block of lines that stand together: wrapped lines flow on, short ones keep their breaks."""
    first = lines[0]
    bullet = _BULLET.match(first.raw)
    rest = bullet.group(3) if bullet else _unquoted(first.raw)
    numbered = _NUMBERED.match(rest.lstrip("*")) is not None
    lettered = _LETTERED.match(rest)
    text = _plain(rest)
    above = _plain(first.raw) if bullet else text
    for i, line in enumerate(lines[1:]):
        piece = _plain(_unquoted(line.raw))
        if piece:
            names = line.twin and above.isupper() and not piece.isupper()  # a name over a narrow column
            titled = _is_bold(lines[i].raw) and not _is_bold(line.raw)  # a title over its words
            flows = not (names or titled) and _flows(above, piece, line.width, titled=numbered and i == 0)
            text = f"{text}{' ' if flows else chr(10)}{piece}" if text else piece
        above = piece
    whole = " ".join(line.raw for line in lines)
    item = (bullet or lettered) and not (bullet and numbered)
    return Block(
        BlockKind.ITEM if item else BlockKind.TEXT,
        text,
        line=first.number,
        end_line=lines[-1].number,
        level=1 + (_indent(first.raw) + 1) // 2 if item else 0,
        bold=_is_bold(whole),
        struck=_struck(whole),
        after_gap=first.gap > 0,
        ends_above=first.ends_above,
        twin=first.twin,
        printed=tuple(line.raw for line in lines) if any(map(_is_parted, lines)) else (),
    )


def _is_bold(raw: str) -> bool:
    """Whether a line or the lines of a paragraph stand wholly in bold type."""
    return _BOLD.fullmatch(raw.strip()) is not None


def _is_parted(line: TextLine) -> bool:
    """Whether a wide gap inside a line parts words that stand side by side."""
    return ("   " in line.raw or "\t" in line.raw) and _SIDE_BY_SIDE.search(line.raw) is not None


def _indent(raw: str) -> int:
    """How many characters a line is set in, marks of quotation included."""
    spaced = raw.expandtabs(4)
    return len(spaced) - len(spaced.lstrip(" >"))


def _flows(above: str, line: str, width: int, *, titled: bool) -> bool:
    """Whether a line goes on with the sentence above it, in a column of this width; `titled` where that may be a title."""
    if _DECIDES.match(line):
        return False
    if line[:1].islower() or _JOINS.search(above):
        return True
    if len(above) >= _LONG_LINE * width:
        return len(above) >= width or not SENTENCE_END.search(above)
    figure = _FIGURE.match(line)
    return bool(figure and not SENTENCE_END.search(above) and _is_unfinished(above, figure, width, titled=titled))
