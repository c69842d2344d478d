"""Two columns side by side that say the same in two languages: known by their words, parted item by item. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_FIGURE = re.compile(r"\d+")  # without the point or comma in it: languages differ in these
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER = re.compile(r"\(?(?:[A-Z]{0,4}\d{1,4}[A-Z]?(?:[./-]\d{1,4})*[.)]|\d{1,4}/\d{2,4}|[a-z]\))(?=\s|$)")
_ENGLISH = frozenset("the of and to in that was were be by for on is with from".split())
_LEAST_WORDS = 8  # in small letters on each side; fewer are alike or unlike by chance
_LEAST_FIGURES = 3  # with fewer in common it takes more words to know two languages
_MANY_WORDS = 30
_SAME_FIGURES = 0.6  # share of the figures on both sides (Dice), from which they tell of the same things
_SAME_WORDS = 0.2  # share of the words in small letters; with more of them in common it is one language


class SideLine(NamedTuple):
    """A line of one of two columns."""

    row: float  # its place down the page
    text: str
    gap: bool  # white space parts it from the line above it in its column


class Band(NamedTuple):
    """Lines of both columns that stand beside each other, as slices of each."""

    left: slice
    right: slice


def say_the_same(left: str, right: str) -> bool:
    """Whether two texts say the same in two languages: the same figures in other words.

    Names and figures are the same in every language, words in small letters ("the", "and") in none: no list of any
    language's words is needed.
    """
    figures, others = (Counter(_FIGURE.findall(text)) for text in (left, right))
    common = (figures & others).total()
    if 2 * common < _SAME_FIGURES * (figures.total() + others.total()):
        return False
    words, those = (_small_words(text) for text in (left, right))
    least = min(words.total(), those.total())
    enough = _LEAST_WORDS if common >= _LEAST_FIGURES else _MANY_WORDS
    return least >= enough and (words & those).total() < _SAME_WORDS * least


def is_english_right(left: str, right: str) -> bool:
    """Whether, of two texts in two languages, the right one is the English one."""
    words, those = (_small_words(text) for text in (left, right))
    return _english(those) > _english(words)


def bands(left: Sequence[SideLine], right: Sequence[SideLine], near: float) -> list[Band]:
    """The two columns cut where both begin something: at white space in one row, or at one printed number.

    Rows are the same that are less than `near` apart. Where one column alone prints numbers, they are those of both.
    """
    cuts = [(0, 0)]
    numbers = [[_number(line.text) for line in side] for side in (left, right)]
    if not all(map(any, numbers)):
        numbers = [[""] * len(side) for side in (left, right)]
    for i in range(1, len(left)):
        number = numbers[0][i]
        if not left[i].gap and not number:
            continue
        for j in range(cuts[-1][1] + 1, len(right)):
            begins = number or right[j].gap and abs(left[i].row - right[j].row) < near
            if begins and number == numbers[1][j]:
                cuts.append((i, j))
                break
    ends = [*cuts, (len(left), len(right))]
    return [Band(slice(i, k), slice(j, m)) for (i, j), (k, m) in pairwise(ends)]


def _number(text: str) -> str:
    """The number or letter that a line prints before its words, "" where it has none."""
    match = _NUMBER.match(text)
    return match.group() if match else ""


def _small_words(text: str) -> Counter[str]:
    """The words that do not begin with a capital, in scripts that have capitals."""
    return Counter(word for word in _WORD.findall(text) if not word[0].isupper())


def _english(words: Counter[str]) -> float:
    return sum(words[word] for word in _ENGLISH) / max(words.total(), 1)


def joined(lines: Iterable[SideLine]) -> str:
    """The words of a column."""
    return " ".join(line.text for line in lines)
