"""How alike two texts are by their words: as versions of each other, and as being about one matter."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.text import words_of

Runs = frozenset[tuple[str, ...]]

_WORD = re.compile(r"[a-z0-9£%.]+")


def runs(text: str) -> Runs:
    """Return a text's runs of three words; a shorter text is one run."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset({tuple(words)})


def share(one: Runs, two: Runs) -> float:
    """Return the share of the runs that two texts have in common (the Jaccard index), from 0 to 1."""
    return len(one & two) / len(one | two) if one | two else 0.0


def letters_and_digits(text: str | None) -> str:
    """A text's letters a to z and digits alone, in lower case; "" for None.

    Two texts that differ in layout, punctuation or capitals alone are the same then. `normalise.squashed` keeps the
    words apart, and the signs £, % and +, which tell two sentences apart.
    """
    return re.sub(r"[^a-z0-9]+", "", (text or "").lower())


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling each stem is among a set of texts: the fewer of them have it, the more."""

    weights: Mapping[str, float]
    rarest: float

    def of(self, stem: str) -> float:
        """Return the natural logarithm of the number of texts divided by that of texts with the stem."""
        return self.weights.get(stem, self.rarest)

    def vector(self, text: str) -> dict[str, float]:
        """Return the text's stems by how telling they are, as a vector of length 1."""
        counts = Counter(words_of(text))
        raw = {stem: self.of(stem) * (1 + math.log(count)) for stem, count in counts.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {stem: value / length for stem, value in raw.items()}


def rarity_of(texts: Iterable[str]) -> Rarity:
    """Return the rarity of stems among these texts."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update(set(words_of(text)))
        total += 1
    rarest = math.log(total + 1) if total else 1.0
    return Rarity({stem: math.log((total + 1) / count) for stem, count in counts.items()}, rarest)


def dot(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of length 1: 0 where they share no stem, 1 where they are the same."""
    if len(two) < len(one):
        one, two = two, one
    return sum(value * two.get(stem, 0.0) for stem, value in one.items())
