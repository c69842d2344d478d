"""The numbers of minutes and of the paragraphs inside them. Pure."""

import re
from collections.abc import Sequence

_SUB_NUMBER = re.compile(r"^\(?(\d{1,3})[.)](?=\s)")
_SUB_LETTER = re.compile(r"^\(?([a-z]|[ivx]{1,4})[.)](?=\s)")


def place_in_count(ref: str) -> float:
    """Where a minute's number stands in a count: 5, 5A, 5B and 6 as 5, 5.01, 5.02 and 6."""
    number = int(re.sub(r"\D", "", ref))
    letter = ref[-1].lower() if ref[-1].isalpha() else ""
    return number + (ord(letter) - ord("a") + 1) / 100 if letter else number


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
