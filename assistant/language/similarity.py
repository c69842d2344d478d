"""How alike two texts are by their words: as versions of each other, and as being about one matter. Pure."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.text import words_of

Runs = frozenset[tuple[str, ...]]


def runs(text: str) -> Runs:
    """A text's runs of three words; of a shorter text the whole."""
    words = re.findall(r"[a-z0-9£%.]+", text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset({tuple(words)})


def share(one: Runs, two: Runs) -> float:
    """The share of the runs that two texts have in common, 0..1."""
    return len(one & two) / len(one | two) if one | two else 0.0


def letters_and_digits(text: str | None) -> str:
    """A text's letters a to z and digits alone, in lower case; "" for None.

    Two texts that differ in layout, punctuation or capitals alone are the same then. `normalise.squashed` keeps the
    words apart, and the signs £, % and +, which tell two sentences apart.
    """
    return re.sub(r"[^a-z0-9]+", "", (text or "").lower())


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling each stem is among a set of texts."""

    weights: Mapping[str, float]
    rarest: float

    def of(self, stem: str) -> float:
        """Units: natural logarithm of texts by texts with the stem."""
        return self.weights.get(stem, self.rarest)

    def vector(self, text: str) -> dict[str, float]:
        """The text's stems by how telling they are, of length 1."""
        counts = Counter(words_of(text))
        raw = {stem: self.of(stem) * (1 + math.log(n)) for stem, n in counts.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {stem: value / length for stem, value in raw.items()}


def rarity_of(texts: Iterable[str]) -> Rarity:
    """The rarity of stems among these texts."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update(set(words_of(text)))
        total += 1
    return Rarity(
        {stem: math.log((total + 1) / n) for stem, n in counts.items()}, math.log(total + 1) if total else 1.0
    )


def dot(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """Likeness of two vectors, 0..1."""
    if len(two) < len(one):
        one, two = two, one
    return sum(value * two.get(stem, 0.0) for stem, value in one.items())
