"""How surely a paragraph decides a statement, and which way. Pure.

Two logistic models over the signs of assistant/weighing.py: whether the paragraph speaks about the very thing, and
where it does, whether it speaks against the statement. No weight may point against its sign's meaning, so that a
few claims suffice to fit them.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.models import Finding
from assistant.weighing import Weighed

# Fitted by benchmarks/fit_claims.py, cross-validated (docs/quality.md).
ABOUT_BIAS = -2.77
ABOUT = {
    "score": 0.47, "likeness": 2.44, "borne": 1.48, "gap": -0.67, "unfilled": -1.16, "agree": 1.76, "moment_agree": 1.4,
    "scope": -0.3, "absent": -0.48, "undecided": -0.43, "figure_other": 0.89, "moment_other": 0.0, "turned": 0.47,
    "denial": 0.2, "opposed": 0.98, "holder": 0.41,
}  # fmt: skip
AGAINST_BIAS = 0.59
AGAINST = {
    "turned": 1.01, "denial": 0.35, "opposed": 0.22, "rank": 1.0, "corrected": 3.0, "vote": 2.0, "holder": 1.5,
    "figure_other": 1.32, "moment_other": 1.0, "direction": 0.78, "negation": 0.69, "opposite": 0.34, "decision": 1.67,
    "lost": 3.0, "denies": 0.39, "swapped": 0.05, "exchanged": 0.16, "misplaced": 1.07, "figures_agree": -0.68,
    "steady": -2.04, "turn_agrees": -0.67, "nothing": -1.35, "plain": -1.17, "gap": 0.1, "borne": -0.27,
    "likeness": -0.18,
}  # fmt: skip
# Signs that are rare and right: a correction, a recorded vote, who holds an office, a lost amendment. Too few claims
# have them to fit their weights, which are therefore at least these.
LEAST = {"corrected": 3.0, "vote": 2.0, "holder": 1.5, "rank": 1.0, "lost": 3.0}
ENOUGH = 0.55  # how surely a paragraph must be about the statement
EVEN = 0.55  # from which chance on it speaks against


@dataclass(frozen=True, slots=True)
class Decided:
    """A paragraph's say on a statement: how surely it is about it and how likely it speaks against it, 0 to 1."""

    weighed: Weighed
    about: float
    against: float

    @property
    def sure(self) -> float:
        """How surely it decides the statement either way."""
        return self.about * max(self.against, 1 - self.against)

    @property
    def finding(self) -> Finding:
        """What the paragraph by itself says of the statement."""
        if self.about < ENOUGH:
            return Finding.NOT_FOUND
        return Finding.REFUTED if self.against >= EVEN else Finding.SUPPORTED


def decided(weighed: Weighed) -> Decided:
    """The paragraph's say, from its signs."""
    signs = weighed.signs
    return Decided(weighed, _chance(ABOUT_BIAS, ABOUT, signs), _chance(AGAINST_BIAS, AGAINST, signs))


def surest(found: Sequence[Decided]) -> list[Decided]:
    """The paragraphs by how surely they decide, each once: first those that are about the statement."""
    kept: dict[str, Decided] = {}
    for one in sorted(found, key=lambda one: (one.finding is Finding.NOT_FOUND, -one.sure)):
        kept.setdefault(one.weighed.candidate.placed.paragraph.id, one)
    return list(kept.values())


def _chance(bias: float, weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return 1.0 / (1.0 + math.exp(-bias - sum(weight * signs[name] for name, weight in weights.items())))
