"""The lines of a text file in the order in which a person reads them: columns one after the other, page numbers apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.models import Block, BlockKind
from corpus.readers.text_marks import without_marks
from corpus.readers.words import fold, readable
from corpus.side_by_side import SideLine, bands, is_english_right, joined, say_the_same

_WIDTH = 75  # characters of a full line, where nothing else says how wide lines are
_LEAST = 4  # lines with words in both columns; fewer are chance
_GUTTER = re.compile(r"(?<=\S) {2,}(?=\S)")
_BLANK = "> \t\n\r\f\v"  # a line of these alone holds no words, in a quotation of Markdown either
_RULE = re.compile(r" {0,3}(?:-{3,}|\*{3,}|\* ?\* ?\*) *")  # across the page, between blank lines
_DASHES = " -–—"
_PAGE_NUMBER = re.compile(r" *[-–—]? ?\d{1,5} ?[-–—]? *")
_ENDS_IN_FIGURE = re.compile(r"\s{2,}[£$€]?\d[\d,.]*\s*$")
_PAGES_LEFT_OUT = 3
_SHORTEST_PAGE = 5  # lines
_SLACK = 3  # characters that the right column's lines may begin apart
_MARGIN = 0.6  # of the width of lines; a number further right stands in the margin


@dataclass(slots=True, eq=False)  # not frozen: a frozen one takes five times as long to make
class TextLine:
    """A line that holds words, in its column where there are two."""

    number: int  # in the file, from 1
    raw: str
    gap: int  # blank lines above
    width: int = _WIDTH  # characters of a full line of its column
    twin: int = 0  # as of `Block`
    ends_above: str = ""  # as of `Block`


def text_lines(text: str) -> tuple[list[TextLine], list[Block]]:
    """Lines that hold words, in reading order; YAML front matter and page numbers of the margin as furniture."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front, start = _front_matter(rows)
    lines: list[TextLine] = []
    gap, ends = 2, ""
    for i, row in without_marks(rows[start:]):
        # A tab counts as words: rows of a table may begin with an empty cell.
        cleaned = readable(row)
        if "\f" in cleaned:
            ends, cleaned = "page", cleaned.replace("\f", "")
            gap = max(gap, 1)
        if gap and _RULE.fullmatch(cleaned) and not "".join(rows[start + i : start + i + 1]).strip(_BLANK):
            ends = ends or "rule"
        elif cleaned.strip(_BLANK):
            lines.append(TextLine(start + i, cleaned, gap, ends_above=ends))
            gap, ends = 0, ""
            continue
        gap += 1
    lines, numbers = _without_page_numbers(lines)
    return _read_down(lines), [*front, *numbers]


def _front_matter(rows: Sequence[str]) -> tuple[list[Block], int]:
    """The lines of YAML front matter, and the index of the row behind it."""
    if not rows or rows[0].strip() != "---":
        return [], 0
    close = next((i for i, row in enumerate(rows[1:40], 1) if row.strip() == "---"), None)
    if close is None:
        return [], 0
    return [_furniture(row, i + 1) for i, row in enumerate(rows[1:close], 1) if row.strip()], close + 1


def _furniture(words: str, number: int) -> Block:
    return Block(BlockKind.FURNITURE, fold(words), line=number, end_line=number)


def _without_page_numbers(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[Block]]:
    """The lines without those that hold a page's number alone, and these as furniture."""
    alone = [i for i, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.raw)]
    pages = {*_in_margin(lines, alone), *_at_page_ends(lines, alone)} if alone else set()
    if not pages:
        return list(lines), []
    kept: list[TextLine] = []
    gap, ends = 0, ""  # blank lines and a page's end above page numbers that were taken out
    for i, line in enumerate(lines):
        if i in pages:
            gap, ends = gap + line.gap, ends or line.ends_above
        else:
            kept.append(replace(line, gap=line.gap + gap, ends_above=line.ends_above or ends))
            gap, ends = 0, ""
    return kept, [_furniture(lines[i].raw, lines[i].number) for i in sorted(pages)]


def _in_margin(lines: Sequence[TextLine], alone: Sequence[int]) -> list[int]:
    """Those of the lone numbers that are page numbers in the right margin.

    Page numbers count on from page to page: a number that falls or jumps is none. One that stands there once is, where no
    other line ends in a number and it stands as far right as any line goes.
    """
    edge = max(_MARGIN * _full(lines), 1)
    margin = [i for i in alone if len(lines[i].raw) - len(lines[i].raw.lstrip()) >= edge]
    if not all(_is_next_page(lines[i], lines[j]) for i, j in pairwise(margin)):
        return []
    return [] if len(margin) == 1 and not _is_beyond(lines, margin[0]) else margin


def _at_page_ends(lines: Sequence[TextLine], alone: Sequence[int]) -> list[int]:
    """Those of the lone numbers that are a page's first or last line and count on from page to page."""
    ends = [i for i in alone if _opens_page(lines[i]) or i + 1 == len(lines) or _opens_page(lines[i + 1])]
    counted = len(ends) > 1 and all(_is_next_page(lines[i], lines[j]) for i, j in pairwise(ends))
    return ends if counted else []


def _opens_page(line: TextLine) -> bool:
    return line.ends_above == "page"


def _is_beyond(lines: Sequence[TextLine], i: int) -> bool:
    """Whether a lone number, blank lines above it, stands at the right edge, and is not the sum of a column of figures."""
    ends = max((len(line.raw.rstrip()) for k, line in enumerate(lines) if k != i), default=0)
    figures = any(_ENDS_IN_FIGURE.search(line.raw) for k, line in enumerate(lines) if k != i)
    return lines[i].gap > 0 and len(lines[i].raw.rstrip()) >= min(ends, _WIDTH) and not figures


def _is_next_page(one: TextLine, other: TextLine) -> bool:
    """Whether two lone numbers may be those of pages that follow each other, blank ones left out."""
    counted = int(other.raw.strip(_DASHES)) - int(one.raw.strip(_DASHES))
    return 0 < counted <= _PAGES_LEFT_OUT and other.number - one.number > _SHORTEST_PAGE


def _full(lines: Sequence[TextLine]) -> int:
    """How many characters a full line has: most lines are no longer."""
    lengths = sorted(len(line.raw.rstrip()) for line in lines)
    return lengths[int(0.9 * (len(lengths) - 1))]


def _read_down(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines; where two columns say the same in two languages, item by item the left one's and then the right one's."""
    if sum(1 for line in lines if "   " in line.raw) < _LEAST:  # lines of a left column end at many places
        return list(lines)
    gapped = [line.raw for line in lines if "  " in line.raw and "\t" not in line.raw]
    edges = Counter(match.end() for raw in gapped for match in _GUTTER.finditer(raw))
    near = {edge: sum(edges[edge + slack] for slack in range(_SLACK)) for edge in edges}
    edge = max(near, key=lambda edge: (near[edge], edge), default=0)
    if edge == 0 or near[edge] < _LEAST:
        return list(lines)
    out: list[TextLine] = []
    done = twins = 0
    for start, end in _stretches(lines, edge):
        columns = _columns(lines[start:end], edge)
        if columns:
            out += lines[done:start]
            for band in columns:
                twins += 1
                out += [replace(line, twin=line.twin * twins) for line in band]
            done = end
    return [*out, *lines[done:]]


def _stretches(lines: Sequence[TextLine], edge: int) -> Iterator[tuple[int, int]]:
    """Where lines follow each other that are all blank before this edge, from the first with words behind it: first and end."""
    start = None
    end = 0
    for i, line in enumerate([*lines, None]):
        if line is not None and "\t" not in line.raw and not line.raw[edge - 2 : edge].strip():
            if line.raw[edge:].strip():
                start = i if start is None else start
                end = i + 1
            elif i == end and not line.gap:
                end = i + 1  # the left column's last paragraph is the longer one
        elif start is not None:
            yield start, end
            start = None


def _columns(lines: Sequence[TextLine], edge: int) -> list[list[TextLine]]:
    """The lines of each band, those of the left column first; [] where the columns do not say the same."""
    left, right = _side(lines, 0, edge), _side(lines, edge, None)
    if min(len(left), len(right)) < _LEAST:
        return []
    sides = [[SideLine(row, line.raw.strip(), line.gap > 0) for row, line in side] for side in (left, right)]
    texts = joined(sides[0]), joined(sides[1])
    if not say_the_same(*texts):
        return []
    sign = -1 if is_english_right(*texts) else 1
    return [
        [*_opened(left[band.left], sign), *_opened(right[band.right], -sign)]
        for band in bands(sides[0], sides[1], near=0.5)
    ]


def _side(lines: Sequence[TextLine], start: int, end: int | None) -> list[tuple[int, TextLine]]:
    """The words of each line between two offsets as lines of their own, each with its row in the stretch."""
    found: list[tuple[int, TextLine]] = []
    row = -1
    for line in lines:
        row += 1 + line.gap
        words = line.raw[start:end].rstrip()
        if words:
            gap = row - found[-1][0] - 1 if found else max(line.gap, 1)
            found.append((row, replace(line, raw=words, gap=gap)))
    width = _full([line for _, line in found]) if found else _WIDTH
    return [(row, replace(line, width=width)) for row, line in found]


def _opened(lines: Sequence[tuple[int, TextLine]], twin: int) -> list[TextLine]:
    """The lines of one column in one band, parted from those above."""
    first, *rest = [replace(line, twin=twin) for _, line in lines]
    return [replace(first, gap=max(first.gap, 1)), *rest]
