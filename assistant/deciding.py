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
ABOUT_BIAS = -5.21
ABOUT = {
    "score": 0.46, "likeness": 4.22, "borne": 2.5, "gap": -0.09, "unfilled": -1.18, "agree": 1.84, "moment_agree": 2.03,
    "scope": -0.23, "absent": -0.37, "undecided": -0.47, "rival": 1.3, "turned": 0.23, "denial": 0.39, "opposed": 1.39,
    "holder": 0.85, "vote": 1.0,
}  # fmt: skip
AGAINST_BIAS = 0.55
AGAINST = {
    "turned": 0.82, "denial": 0.42, "opposed": 0.56, "rank": 1.0, "corrected": 3.0, "vote": 2.0, "holder": 1.5,
    "figure_other": 1.01, "moment_other": 0.54, "direction": 0.41, "negation": 0.51, "opposite": 0.18, "decision": 0.64,
    "misplaced": 0.34, "lost": 3.0, "swapped": 0.02, "denies": 0.38, "unnamed": 0.12, "figures_agree": -1.02,
    "steady": -1.38, "turn_agrees": -0.33, "nothing": -0.94, "plain": -1.08, "gap": 0.1, "borne": -0.1,
    "likeness": -0.3,
}  # fmt: skip
# Signs that are rare and right: a correction, a recorded vote, who holds an office, a lost amendment. Too few claims
# have them to fit their weights, which are therefore at least these.
LEAST_ABOUT = {"vote": 1.0}
LEAST_AGAINST = {"corrected": 3.0, "vote": 2.0, "holder": 1.5, "rank": 1.0, "lost": 3.0}
# Something in the paragraph must speak against the statement before it is refuted: these signs do, the rest only lean.
CONTRARY = (
    "turned", "denial", "opposed", "rank", "corrected", "vote", "holder", "figure_other", "moment_other", "direction",
    "negation", "opposite", "decision", "misplaced", "lost", "swapped",
)  # fmt: skip
ENOUGH = 0.55  # how surely a paragraph must be about the statement
EVEN = 0.45  # from which chance on it speaks against, where something does
DOUBTFUL = 0.55  # from which chance on it bears nothing out, where nothing speaks against
SURE = 0.35  # how sure a paragraph must be of its say
CONTESTED = 0.9  # of the sureness of one say: as sure a contrary one leaves the statement open
_LAST_WORDS = ("corrected", "lost")  # these signs outweigh whatever another paragraph says
_SAID = 0.25  # how strong a sign must be to speak


@dataclass(frozen=True, slots=True)
class Decided:
    """A paragraph's say on a statement: how surely it is about it and how likely it speaks against it, 0 to 1."""

    weighed: Weighed
    about: float
    against: float

    @property
    def contrary(self) -> bool:
        """Whether anything in the paragraph speaks against the statement."""
        return speaks(self.weighed.signs)

    @property
    def finding(self) -> Finding:
        """What the paragraph by itself says of the statement."""
        if self.about < ENOUGH or self.sure < SURE or (not self.contrary and self.against >= DOUBTFUL):
            return Finding.NOT_FOUND
        return Finding.REFUTED if self._refutes else Finding.SUPPORTED

    @property
    def sure(self) -> float:
        """How surely it decides the statement its way."""
        return self.about * (self.against if self._refutes else 1 - self.against)

    @property
    def _refutes(self) -> bool:
        return self.contrary and self.against >= EVEN

    @property
    def last(self) -> bool:
        """Whether it has the last word: it corrects the figure, or says that the amendment was lost."""
        signs = self.weighed.signs
        return self.finding is Finding.REFUTED and any(signs[name] >= _SAID for name in _LAST_WORDS)


def speaks(signs: Mapping[str, float]) -> bool:
    """Whether any sign says that a paragraph speaks against a statement."""
    return any(signs[name] >= _SAID for name in CONTRARY)


def decided(weighed: Weighed) -> Decided:
    """The paragraph's say, from its signs."""
    signs = weighed.signs
    return Decided(weighed, _chance(ABOUT_BIAS, ABOUT, signs), _chance(AGAINST_BIAS, AGAINST, signs))


def surest(found: Sequence[Decided]) -> list[Decided]:
    """The paragraphs by how surely they decide, each once: first one with the last word, then those that decide at all."""
    kept: dict[str, Decided] = {}
    for one in sorted(found, key=lambda one: (not one.last, one.finding is Finding.NOT_FOUND, -one.sure)):
        kept.setdefault(one.weighed.candidate.placed.paragraph.id, one)
    return list(kept.values())


def rival(ranked: Sequence[Decided]) -> Decided | None:
    """The paragraph that says the contrary of the first about as surely; None where none does."""
    best = ranked[0]
    if best.last or best.finding is Finding.NOT_FOUND:
        return None
    others = (one for one in ranked if one.finding not in (best.finding, Finding.NOT_FOUND))
    return next((one for one in others if one.sure > CONTESTED * best.sure), None)


def _chance(bias: float, weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return 1.0 / (1.0 + math.exp(-bias - sum(weight * signs[name] for name, weight in weights.items())))
