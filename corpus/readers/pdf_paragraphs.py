"""Whether a line of a PDF page goes on with the paragraph above it.

It is judged by the space between them, where they begin, whether the line above had room for the next word, the printed
number or bullet at the start, and the type.
"""

import re
from functools import lru_cache
from statistics import median

from corpus.readers.pdf_lines import Line
from corpus.readers.words import leans_on

BULLET = re.compile(r"^[•●▪◦○■□➢➤❖✓✔·→➔◆‣⁃*–—-](?=\s|$)|^o(?=\s)|^[•●▪➢❖](?=\S)")
LETTERED = re.compile(
    r"^(?:\((?:[a-zA-Z]{1,2}|[ivxIVX]{1,5}|\d{1,2})\)|(?:[a-z]{1,2}|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})\.)(?=\s|$)"
)
_NUMBERED = re.compile(
    r"^(?:\d{1,4}(?:\.\d{1,3}){1,3}[.)]?|\d{1,4}[.)]|\d{1,4}[A-Z]?[.)]|[A-Z]{0,2}\d{1,4}/\d{2,4}[.)]?"
    r"|[A-Z]\d{0,2}[.)])(?=\s|$)"
)
_BARE_NUMBER = re.compile(r"^\d{1,3}(?=\s+[A-Z])")
_YEAR = re.compile(r"^(?:19|20)\d\d[.)]")
_OWN_LINE = re.compile(
    r"^(?:\((?:agenda )?item\b"
    r"|(?:for|against|abstain(?:ed|ing)?|abstentions?)\s*[:(–-]?\s*\(?\d+\)?(?:\W|$))",
    re.I,
)
VOTE = re.compile(r"^(?:for|against|abstain(?:ed|ing)?|abstentions?)\s*:?\s*\(\d+\)\s*:?$", re.I)
_STOP = re.compile(r"[.:;!?]['\"”’)\]]*$")
_LEADER = re.compile(r"[.…]{4,}\s*\d*$")
_FULL_TITLE = 0.75  # of the column; a numbered line that is longer may go on
_FIGURES = frozenset("0123456789£$€")
_DOTTED = re.compile(r"\d{1,4}[.)](?:\s|$)")
_ITEM = re.compile(rf"{_DOTTED.pattern}|\d{{1,3}}(?:\.\d{{1,3}})*\s+[A-Z]")
_PROSE = 4  # words; fewer beside a label may be one of a list
_LABEL = re.compile(r"^[A-Z][\w.’'-]*(?: [\w.’'-]+){0,4}: ")


def marker(text: str) -> str:
    """The printed number, letter or bullet that the text starts with, "" where it has none."""
    return _mark(text[: text.find(" ") + 1] or text)


@lru_cache(4096)
def _mark(word: str) -> str:
    """The printed number, letter or bullet that this first word, with the space behind it, is; else ""."""
    match = BULLET.match(word) or LETTERED.match(word) or _NUMBERED.match(word)
    return match.group() if match and not _YEAR.match(word) else ""


def _stands_alone(text: str) -> bool:
    """Whether the text is a line of its own wherever it stands: a vote's heading, an agenda item's number."""
    return _OWN_LINE.match(text) is not None


# long: one test after the other of the PDF reader's innermost loop; a call for each would slow it
def goes_on(paragraph: list[Line], line: Line, pitch: float) -> bool:
    """Whether the line belongs to the paragraph above it."""
    above = paragraph[-1]
    if line.turned or above.turned:
        return line.turned and above.turned
    low, tall = (line.height, above.height) if line.height < above.height else (above.height, line.height)
    drop, near = line.bottom - above.bottom, (pitch if pitch > 0.9 else 0.9) * tall
    if drop > 1.55 * near or (line.twin or above.twin) and _parts_ways(paragraph, line):
        return False
    text, ended = line.text or line.struck, above.text
    lower = text[:1].islower()
    stopped = ended[-1:] in ".:;!?'\"”’)]" and _STOP.search(ended[-4:]) is not None
    runs_on = not stopped and (lower or text[:1] in _FIGURES and _figure_goes_on(above, text))
    if text[:1] in "(AFaf" and _stands_alone(text):
        return False
    if drop < 0.4 * low or len(paragraph) == 1 and not lower and _stands_alone(ended):
        return VOTE.match(ended) is None and drop >= 0 and runs_on
    if not runs_on and (drop > 1.28 * near or tall > 1.15 * low) and not _hangs_on(paragraph, line):
        return False
    if (
        ended[-1:] in ".… 0123456789"
        and _LEADER.search(ended[-12:])
        or (above.pieces + line.pieces > 2 and _are_columns(paragraph, line))
    ):
        return False
    columns, first = line.run.columns, line.run.first
    first_word = columns.rights[first] - columns.lefts[first]
    full = (
        above.limit - above.right < first_word + 0.25 * line.height
        or _is_full(above, text, first_word + 0.25 * line.height)
        or _same_edge(above, line)
        or (len(paragraph) > 1 and _same_edge(paragraph[-2], above))
    )
    if len(paragraph) > 1 and not full:
        full = above.right > max(other.right for other in paragraph) - first_word
    if _is_marked(paragraph, line, full, stopped):
        return False
    bold = above.bold and all([other.bold for other in paragraph])
    if above.bold != line.bold and not (runs_on and full):
        if bold and not line.lead_bold:
            return False
        if line.bold and not above.bold and not full:
            return False
    if bold and line.bold:
        centred = abs(above.left + above.right - line.left - line.right) < 6
        return full or centred or runs_on
    return (full or runs_on) and _fits_left(paragraph, line, full, runs_on)


def _figure_goes_on(above: Line, text: str) -> bool:
    """Whether words that begin with a figure go on with the line above them, which ends no sentence."""
    if leans_on(above.text):
        return True
    item = (_DOTTED if above.twin else _ITEM).match(text)  # items of two languages are parted already
    if item or above.right - above.left < 0.5 * (above.limit - above.left):
        return False
    last = above.text.rsplit(" ", 1)[-1]
    return last[-1:] in ",-–(" or last.isalpha() and last.islower()


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line begins where prose of the paragraph's first line begins behind a label or number and a wide gap."""
    if first.pieces == 1:
        return False
    lefts, start = first.run.columns.lefts, first.run.first
    wide = 1.1 * first.height
    gaps = (i for i, gap in enumerate(_gaps(first), start + 1) if gap > wide and first.run.end - i >= _PROSE)
    return any(abs(lefts[i] - line.left) < 3 for i in gaps)


def _hangs_on(paragraph: list[Line], line: Line) -> bool:
    """Whether a line hangs under a full one: in a page of short items all lines may be as far apart as paragraphs."""
    above, columns, first = paragraph[-1], line.run.columns, line.run.first
    return _hangs(paragraph[0], line) and above.limit - above.right < columns.rights[first] - columns.lefts[first]


def _parts_ways(paragraph: list[Line], line: Line) -> bool:
    """Whether of columns in two languages one ends, or a title; in a narrow column many a title looks like a full line."""
    above = paragraph[-1]
    if line.twin != above.twin or above.text.isupper() and not line.text.isupper():
        return True
    titled = len(paragraph) == 1 and line.text[:1].isupper() and bool(marker(above.text))
    return titled and above.right - above.left < _FULL_TITLE * (above.limit - above.left)


def _are_columns(paragraph: list[Line], line: Line) -> bool:
    """Whether the line and the one above it are names in columns, not prose."""
    above = paragraph[-1]
    one, other = _columns(above), _columns(line)
    if one and not other and _hangs(paragraph[0], line):
        return False
    return one > 1 or other > 1 or bool(one and other and not marker(paragraph[0].text))


def _is_full(above: Line, text: str, needed: float) -> bool:
    """Whether the line above had no room for the next word, which needs so many points."""
    room = above.limit - above.right
    unfinished = above.text[-1:].isalpha() or above.text[-1:] == ","
    unfinished = unfinished and not _LABEL.match(text) and above.right - above.left > 0.55 * (above.limit - above.left)
    return room < needed + (0.12 * (above.limit - above.left) if unfinished and not above.bold else 4)


def _same_edge(one: Line, other: Line) -> bool:
    """Whether two lines end at one right edge, as justified ones do also beside a picture."""
    return abs(one.right - other.right) < 1.2 and min(len(one.text), len(other.text)) > 25


def _columns(line: Line) -> int:
    """How many wide gaps the line has, that after a printed number aside: names in columns, not prose."""
    if line.pieces == 1 or line.right - line.left < 8 * line.height:
        return 0
    wide = 1.2 * line.height
    gaps = [gap > wide for gap in _gaps(line)]
    return sum(gaps) - (1 if gaps and gaps[0] and marker(line.text) else 0)


def _gaps(line: Line) -> list[float]:
    """Points between its words."""
    columns, first, end = line.run.columns, line.run.first, line.run.end
    return [
        left - right
        for left, right in zip(columns.lefts[first + 1 : end], columns.rights[first : end - 1], strict=True)
    ]


def _is_marked(paragraph: list[Line], line: Line, full: bool, stopped: bool) -> bool:
    """Whether the line starts an item or numbered paragraph of its own."""
    text = line.text
    mark = marker(text)
    if not mark:
        if not text[:1].isdigit() or not _BARE_NUMBER.match(text) or line.run.end - line.run.first < 2:
            return False
        if _counts_on(paragraph[0], line):
            return True
        return _gaps(line)[0] > 0.6 * line.height and not (full and not stopped)
    if BULLET.match(text) and mark not in "-–—*o":
        return True
    gaps = _gaps(line)
    tabbed = bool(gaps) and gaps[0] > max(0.45 * line.height, 1.5 * median(gaps))
    shifted = not -3 < line.left - _text_left(paragraph) < 6
    return shifted or tabbed or not full or stopped


def _counts_on(first: Line, line: Line) -> bool:
    """Whether two lines begin at one edge with numbers that follow each other: "2 Minutes", "3 Roads"."""
    above, own = _BARE_NUMBER.match(first.text), _BARE_NUMBER.match(line.text)
    return bool(above and own and int(own[0]) == int(above[0]) + 1 and abs(first.left - line.left) < 3)


def _text_left(paragraph: list[Line]) -> float:
    """Where the paragraph's words start below or beside its number."""
    if len(paragraph) > 1:
        return paragraph[-1].left
    first = paragraph[0]
    if first.run.end - first.run.first > 1 and marker(first.text):
        return first.run.columns.lefts[first.run.first + 1]
    return first.left


def _fits_left(paragraph: list[Line], line: Line, full: bool, runs_on: bool) -> bool:
    """Whether the line starts where the paragraph's next line should."""
    first = paragraph[0]
    if _hangs(first, line):
        return True
    if len(paragraph) > 1:
        return abs(line.left - paragraph[-1].left) < 5 or runs_on and full
    if abs(line.left - first.left) < 5 or abs(line.left - _text_left(paragraph)) < 8:
        return True
    if line.left < first.left:
        return full and first.left - line.left < 60
    return bool(marker(first.text)) or full and (runs_on or line.left - first.left < 60)
