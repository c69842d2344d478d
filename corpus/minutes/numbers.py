"""The numbers of minutes and of the paragraphs inside them, and how far they go on counting. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.numerals import roman

Places = tuple[float, ...]  # of a number in its count: (9, 2) for "9.2", (5.01,) for "5A"

_SUB_NUMBER = re.compile(r"^\(?(\d{1,3})[.)](?=\s)")
_SUB_LETTER = re.compile(r"^\(?([a-z]|[ivx]{1,4})[.)](?=\s)")
_ROMANS = {roman(number).upper(): number for number in range(1, 40)}
_FURTHEST = 30  # numbers that may be left out of a count
_LOOK_BACK = 400  # candidates; no chain goes on over more that are none of it
_FREE = 1  # numbers left out that cost nothing
_SET_APART, _PLAIN = 1.5, 1.0  # what a heading adds to a chain
_LEFT_OUT, _LEFT_OUT_PLAIN = (
    0.05,
    0.45,
)  # what each number left out takes from it, above a heading that is set apart or not


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block that begins with a number, and so may be a heading."""

    index: int  # of the block
    places: Places
    ref: str  # the number as printed
    rest: str  # the words behind it
    set_apart: bool = False  # it looks otherwise than the words around it


def place_in_count(ref: str) -> float:
    """Where a minute's number stands in a count: 5, 5A, 5B and 6 as 5, 5.01, 5.02 and 6."""
    number = int(re.sub(r"\D", "", ref))
    letter = ref[-1].lower() if ref[-1].isalpha() else ""
    return number + (ord(letter) - ord("a") + 1) / 100 if letter else number


def places_of(ref: str) -> Places:
    """The places of a number whose parts are parted by full stops: (9, 2) for "9.2", (10, 2, 1) for "10.2.1"."""
    return tuple(place_in_count(part) for part in ref.split("."))


def roman_place(numeral: str) -> float | None:
    """Where a roman number stands in a count: II as 2, IIA between it and III; None for other letters."""
    if numeral in _ROMANS:
        return _ROMANS[numeral]
    whole = _ROMANS.get(numeral[:-1])
    return None if whole is None or numeral[-1] not in "AB" else whole + (ord(numeral[-1]) - ord("A") + 1) / 100


def left_out(above: Places, below: Places) -> int | None:
    """How many numbers of a count are left out between two, or None where the second does not come behind the first.

    None from 9.1 to 9.2, from 9.2 to 10, from 9 to 9.1; 1 from 9.1 to 9.3.
    """
    if below <= above:
        return None
    same = next((k for k, (a, b) in enumerate(zip(above, below, strict=False)) if a != b), min(len(above), len(below)))
    step = below[same] - (above[same] if same < len(above) else 0)
    deeper = sum(max(place - 1, 0) for place in below[same + 1 :])
    return max(int(step + 0.98) - 1, 0) + int(deeper)


def best_run(found: Sequence[Numbered]) -> list[Numbered]:
    """The numbers that run on best, judged as a whole; the others are of lists, dates, houses or sums.

    They go up, and a number that is set apart from the words around it adds more than a plain one. Each number left out
    takes something away, more below a plain line: a run is not worth breaking for one. Of runs as good the first.
    """
    worth = [_SET_APART if one.set_apart else _PLAIN for one in found]
    above: list[int | None] = [None] * len(found)
    for i, one in enumerate(found):
        own = worth[i]
        for j in range(max(0, i - _LOOK_BACK), i):
            gap = left_out(found[j].places, one.places)
            if gap is None or gap > _FURTHEST or found[j].index == one.index:
                continue
            sure = one.set_apart or _is_inside_one(found[j].places, one.places)
            cost = max(gap - _FREE, 0) * (_LEFT_OUT if sure else _LEFT_OUT_PLAIN)
            if worth[j] + own - cost > worth[i] + 1e-9:
                worth[i], above[i] = worth[j] + own - cost, j
    last = max(range(len(found)), key=lambda i: (round(worth[i], 6), -i), default=None)
    run: list[Numbered] = []
    while last is not None:
        run.append(found[last])
        last = above[last]
    return run[::-1]


def _is_inside_one(above: Places, below: Places) -> bool:
    """Whether two numbers count inside one: 7.2 and 7.10, which no count of houses or sums looks like."""
    return len(below) > 1 and above[:-1] == below[:-1]


def longest_chain(numbers: Sequence[float]) -> list[int]:
    """The indexes of the longest chain of numbers that each go up by two at most.

    Numbers that do not fit are passed over, so is one that repeats; of chains as long the first counts.
    """
    best: list[int] = []
    for first in range(len(numbers)):
        chain = [first]
        for i in range(first + 1, len(numbers)):
            if 0 < numbers[i] - numbers[chain[-1]] <= 2:
                chain.append(i)
        if len(chain) > len(best):
            best = chain
        if len(best) >= len(numbers) - first:
            break
    return best


def sub_number(text: str) -> str | None:
    """The number that a minute's own paragraph begins with ("7)" or "7."), or None."""
    match = _SUB_NUMBER.match(text)
    return match[1] if match else None


def sub_letter(text: str) -> str | None:
    """The letter or roman number that a list item begins with ("(a)", "ii."), or None."""
    match = _SUB_LETTER.match(text)
    return match[1] if match else None


def full_ref(ref: str, number: str | None, letter: str | None) -> str:
    """A reference to a paragraph inside a minute, as clerks write it: "306(6)", "Item 9, para 3(d)"."""
    if number is None:
        return ref
    letter = f"({letter})" if letter else ""
    return f"{ref}, para {number}{letter}" if ref.startswith("Item ") else f"{ref}({number})"
