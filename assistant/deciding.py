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
ABOUT_BIAS = -3.25
ABOUT = {
    "score": 0.49, "likeness": 1.01, "borne": 2.37, "gap": -0.62, "unfilled": -0.9, "agree": 2.67, "moment_agree": 2.35,
    "scope": -0.0, "absent": -0.8, "undecided": -0.29, "rival": 1.44, "turned": 0.33, "holder": 0.63, "vote": 1.0,
}  # fmt: skip
AGAINST_BIAS = 0.33
AGAINST = {
    "turned": 0.67, "denial": 0.71, "opposed": 0.65, "away": 0.57, "renamed": 0.11, "rank": 1.0, "corrected": 3.0,
    "vote": 2.0, "holder": 1.5, "figure_other": 1.09, "moment_other": 0.63, "direction": 0.14, "negation": 0.24,
    "opposite": 0.07, "decision": 0.59, "misplaced": 0.11, "lost": 3.0, "swapped": 0.01, "denies": 0.36,
    "unnamed": 0.26, "figures_agree": -1.1, "steady": -1.45, "turn_agrees": -0.26, "nothing": -0.99, "plain": -1.02,
    "gap": 0.0, "borne": -0.0, "likeness": -0.07,
}  # fmt: skip
# Signs that are rare and right: a correction, a recorded vote, who holds an office, a lost amendment. Too few claims
# have them to fit their weights, which are therefore at least these.
LEAST_ABOUT = {"vote": 1.0}
LEAST_AGAINST = {"corrected": 3.0, "vote": 2.0, "holder": 1.5, "rank": 1.0, "lost": 3.0}
# Something in the paragraph must speak against the statement before it is refuted: these signs do, the rest only lean.
CONTRARY = (
    "turned", "denial", "opposed", "away", "renamed", "rank", "corrected", "vote", "holder", "figure_other",
    "moment_other", "direction", "negation", "opposite", "decision", "misplaced", "lost", "swapped",
)  # fmt: skip
# Chosen on claims of stores left out of the fit, a claim judged the wrong way round counting as more than one left open.
ENOUGH = 0.5  # how surely a paragraph must be about the statement
EVEN = 0.55  # from which chance on it speaks against, where something does
DOUBTFUL = 0.5  # from which chance on it bears nothing out, where nothing speaks against
SURE_BORNE = 0.46  # how surely a paragraph must bear a statement out
SURE_REFUTED = 0.3  # how surely it must refute one, where a sign speaks against besides
CONTESTED = 0.7  # of the sureness of one say: as sure a contrary one leaves the statement open,
CLEAR = 0.8  # unless the say is as sure as this
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
        """What the paragraph by itself says of the statement, however surely."""
        if self.about < ENOUGH or (not self.contrary and self.against >= DOUBTFUL):
            return Finding.NOT_FOUND
        return Finding.REFUTED if self._refutes else Finding.SUPPORTED

    @property
    def settles(self) -> bool:
        """Whether it is sure enough of what it says for a verdict."""
        least = SURE_REFUTED if self._refutes else SURE_BORNE
        return self.finding is not Finding.NOT_FOUND and self.sure >= least

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
    enough = best.sure if best.sure >= CLEAR else CONTESTED * best.sure
    return next((one for one in others if one.sure > enough), None)


def _chance(bias: float, weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return 1.0 / (1.0 + math.exp(-bias - sum(weight * signs[name] for name, weight in weights.items())))
