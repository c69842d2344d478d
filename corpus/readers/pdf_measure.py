"""What is usual in one PDF: the size of its type, the space between its lines, the words that it prints."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.pdf_lines import Line

_HANGING_HYPHEN = re.compile(r"[A-Za-z]-$")
_CUT = re.compile(r"\w[-/]$")
_SUSPENDED = re.compile(r"^(?:and|or|to|nor|and/or)\b")
_SIGNS = ".,;:()'\"“”‘’"
_FEW_WORDS = 20  # for more, a set of all words is quicker than looking for each in the text


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in one paper."""

    body_height: float  # points, of most characters
    pitch: float  # distance of base lines inside paragraphs, as a share of the line's height
    heights: tuple[float, ...]  # of larger type, the largest first
    is_word: Callable[[str], bool]  # whether the paper prints this word elsewhere, in lower case


def measure(pages: Sequence[Sequence[Line]]) -> Measure:
    """The usual type, spacing and words of a paper, from its lines."""
    heights: dict[float, int] = defaultdict(int)  # characters of each
    ratios: list[float] = []
    for lines in pages:
        previous: Line | None = None
        for line in lines:
            heights[line.height] += len(line.text)
            if previous and line.text[:1].islower() and _room(previous) < 40 and previous.text[-1:] not in ".:;":
                ratio = (line.bottom - previous.bottom) / max(line.height, 1.0)
                if 0.7 < ratio < 2.6:
                    ratios.append(ratio)
            previous = line if line.table < 0 else None
    sizes: Counter[float] = Counter()
    for height, characters in heights.items():
        sizes[round(height * 2) / 2] += characters
    body = sizes.most_common(1)[0][0] if sizes else 12.0
    larger = sorted((size for size in sizes if size > 1.15 * body), reverse=True)
    steps: list[float] = []
    for size in larger:
        if not steps or size < 0.93 * steps[-1]:
            steps.append(size)
    return Measure(body, median(ratios) if len(ratios) > 3 else 1.0, tuple(steps), _Printed(pages).has)


class _Printed:
    """The words that a paper prints, in lower case and without the signs around them."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self._pages = pages
        self._text = ""
        self._words: set[str] = set()
        self._asked: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether the paper prints this word; the first few are searched for in its text, as most papers ask for no more."""
        if word not in self._asked:
            if not self._text:
                self._text = " ".join([f"{line.text} {line.struck}" for lines in self._pages for line in lines]).lower()
            if len(self._asked) == _FEW_WORDS:
                self._words.update(text.strip(_SIGNS) for text in set(self._text.split()))
            self._asked[word] = word in self._words if self._words else self._is_found(word)
        return self._asked[word]

    def _is_found(self, word: str) -> bool:
        places = (match.span() for match in re.finditer(re.escape(word), self._text))
        return any(self._is_whole(start, end) for start, end in places)

    def _is_whole(self, start: int, end: int) -> bool:
        before = self._text[max(start - 20, 0) : start].rstrip(_SIGNS)
        after = self._text[end : end + 20].lstrip(_SIGNS)
        return before[-1:] in ("", " ") and after[:1] in ("", " ")


def _room(line: Line) -> float:
    """Points left between the line's end and its column's right edge."""
    return line.limit - line.right


def page_pitch(lines: Sequence[Line], usual: Measure) -> float:
    """The distance of base lines inside the paragraphs of one page; the paper's where the page has too few lines."""
    if len(lines) < 5:
        return usual.pitch
    ratios = [
        (line.bottom - above.bottom) / max(line.height, 1.0)
        for above, line in pairwise(lines)
        if line.text[:1].islower() and above.table < 0 and _room(above) < 40 and above.text[-1:] not in ".:;"
    ]
    ratios = [ratio for ratio in ratios if 0.7 < ratio < 2.6]
    return median(ratios) if len(ratios) > 3 else usual.pitch


def joined(texts: Sequence[str], usual: Measure) -> str:
    """The lines as one text; a word parted at a line's end is made whole only where the paper prints it whole."""
    if all(texts) and not any([text[-1] in "-/" for text in texts[:-1]]):
        return " ".join(texts)
    whole = ""
    for text in texts:
        if not whole:
            whole = text
        elif _HANGING_HYPHEN.search(whole[-2:]) and text[:1].islower() and not _SUSPENDED.match(text):
            head, tail = re.split(r"[^A-Za-z]", whole[:-1])[-1], re.split(r"[^A-Za-z]", text)[0]
            certain = usual.is_word((head + tail).lower()) and not usual.is_word(f"{head}-{tail}".lower())
            whole = (whole[:-1] if certain and len(head) > 1 else whole) + text
        elif _CUT.search(whole[-2:]) and text[:1].isalnum() and not _SUSPENDED.match(text):
            whole += text
        else:
            whole += " " + text
    return whole
