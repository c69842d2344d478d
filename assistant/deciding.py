"""How surely a paragraph decides a statement, and which way. Pure.

Two logistic models over the signs of assistant/weighing.py: whether the paragraph speaks about the very thing, and
where it does, whether it speaks against the statement. No weight may point against its sign's meaning, so that a
few claims suffice to fit them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.models import Finding
from assistant.weighing import NAMES, Weighed

# Fitted by benchmarks/fit_claims.py, cross-validated (docs/quality.md).
ABOUT_BIAS = -2.06
ABOUT = {
    "score": 0.46, "likeness": 0.12, "paragraph": 1.25, "borne": 1.14, "named": 0.1, "gap": -0.56, "unfilled": -1.09,
    "scope": -0.6, "absent": -0.68, "agree": 1.48, "moment_agree": 1.34, "negation": 0.42, "conflict": 0.51,
    "turn_agree": 0.22, "decision": -1.16,
}  # fmt: skip
AGAINST_BIAS = 0.1
AGAINST = {
    "conflict": 0.45, "agree": -1.14, "moment_conflict": 0.19, "turn_conflict": 0.32, "turn_agree": -0.5,
    "direction": 1.19, "negation": 1.08, "denies": 0.44,
}  # fmt: skip
ENOUGH = 0.6  # how surely a paragraph must be about the statement
EVEN = 0.45  # from which chance on it speaks against


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
    signs = dict(zip(NAMES, weighed.signs, strict=True))
    return Decided(
        weighed,
        _chance(ABOUT_BIAS + sum(weight * signs[name] for name, weight in ABOUT.items())),
        _chance(AGAINST_BIAS + sum(weight * signs[name] for name, weight in AGAINST.items())),
    )


def surest(found: Sequence[Decided]) -> list[Decided]:
    """The paragraphs by how surely they decide, surest first, each paragraph once."""
    kept: dict[str, Decided] = {}
    for one in sorted(found, key=lambda one: -one.sure):
        kept.setdefault(one.weighed.candidate.placed.paragraph.id, one)
    return list(kept.values())


def _chance(total: float) -> float:
    return 1.0 / (1.0 + math.exp(-total))
