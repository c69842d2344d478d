"""How surely a paragraph decides a statement, and which way. Pure.

Two logistic models over the signs of assistant/weighing.py: whether the paragraph speaks about the very thing, and
where it does, whether it speaks against the statement. No weight may point against its sign's meaning, so that a
few claims suffice to fit them.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.claims.features import Weighed
from assistant.models import Finding

# Fitted by benchmarks/fit_claims.py, cross-validated (docs/lab.md).
ABOUT_BIAS = -3.50
ABOUT = {
    "score": 0.57, "likeness": 0.75, "around": 1.74, "resolved": 0.73, "overruled": 1.55, "borne": 1.16,
    "gap": -0.34, "unfilled": -0.94, "agree": 3.14, "moment_agree": 2.26, "absent": -0.94, "undecided": -0.6,
    "rival": 1.82, "turned": 0.48, "opposed": 2.01, "holder": 0.57, "vote": 1.0,
}  # fmt: skip
AGAINST_BIAS = 0.34
AGAINST = {
    "turned": 0.63, "denial": 0.74, "opposed": 0.63, "away": 0.73, "renamed": 0.18, "rank": 1.0, "corrected": 3.0,
    "vote": 2.0, "holder": 1.5, "figure_other": 1.12, "moment_other": 0.66, "decision": 0.45, "lost": 3.0,
    "swapped": 0.33, "denies": 0.37, "unnamed": 0.26, "figures_agree": -1.44, "steady": -0.91, "on_time": -1.39,
    "turn_agrees": -0.4, "nothing": -1.01, "plain": -1.11,
}  # fmt: skip
# Signs that are rare and right: a correction, a recorded vote, who holds an office, a lost amendment. Too few claims
# have them to fit their weights, which are therefore at least these.
LEAST_ABOUT = {"vote": 1.0}
LEAST_AGAINST = {"corrected": 3.0, "vote": 2.0, "holder": 1.5, "rank": 1.0, "lost": 3.0}
# Something in the paragraph must speak against the statement before it is refuted: these signs do, the rest only lean.
CONTRARY = (
    "turned", "denial", "opposed", "away", "renamed", "rank", "corrected", "vote", "holder", "figure_other",
    "moment_other", "decision", "lost", "swapped",
)  # fmt: skip
# Chosen on claims of stores left out of the fit, a claim judged the wrong way round counting as more than one left open.
ENOUGH = 0.55  # how surely a paragraph must be about the statement
ABREAST = 0.85  # of the surest: a paragraph less surely about it has no say
EVEN = 0.5  # from which chance on it speaks against, where something does
DOUBTFUL = 0.5  # from which chance on it bears nothing out, where nothing speaks against
SURE_BORNE = 0.38  # how surely a paragraph must bear a statement out
SURE_REFUTED = 0.3  # how surely it must refute one, where a sign speaks against besides
CONTESTED = 0.8  # of the sureness of one say: as sure a contrary one leaves the statement open,
CLEAR = 0.9  # unless the say is as sure as this
_LAST_WORDS = ("corrected", "lost")  # these signs outweigh whatever another paragraph says
_SAID = 0.25  # how strong a sign must be to speak


@dataclass(frozen=True, slots=True)
class Classified:
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
        if self._refutes:
            return Finding.REFUTED
        return Finding.NOT_FOUND if only_proposes(self.weighed.signs) else Finding.SUPPORTED

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
        return self.finding is Finding.REFUTED and last_word(self.weighed.signs)


def speaks(signs: Mapping[str, float]) -> bool:
    """Whether any sign says that a paragraph speaks against a statement."""
    return any(signs[name] >= _SAID for name in CONTRARY)


def last_word(signs: Mapping[str, float]) -> bool:
    """Whether a paragraph corrects a figure or tells of an amendment lost, which outweighs what another one says."""
    return any(signs[name] >= _SAID for name in _LAST_WORDS)


def only_proposes(signs: Mapping[str, float]) -> bool:
    """Whether a paragraph only asks, proposes or plans what the statement tells as done: it bears nothing out then."""
    return signs["proposed"] > 0


def decided(weighed: Weighed) -> Classified:
    """The paragraph's say, from its signs."""
    signs = weighed.signs
    return Classified(weighed, _chance(ABOUT_BIAS, ABOUT, signs), _chance(AGAINST_BIAS, AGAINST, signs))


def surest(found: Sequence[Classified]) -> list[Classified]:
    """The paragraphs by how surely they decide, each once: first one with the last word, then those that decide at all.

    Only those nearly as much about the statement as the one most about it, of those that decide, have a say.
    """
    most = max((one.about for one in found if one.finding is not Finding.NOT_FOUND), default=0.0)
    abreast = [one for one in found if one.about >= ABREAST * most]
    kept: dict[str, Classified] = {}
    for one in sorted(abreast, key=lambda one: (not one.last, one.finding is Finding.NOT_FOUND, -one.sure)):
        kept.setdefault(one.weighed.candidate.placed.paragraph.id, one)
    return list(kept.values())


def rival(ranked: Sequence[Classified]) -> Classified | None:
    """The paragraph that says the contrary of the first about as surely; None where none does."""
    best = ranked[0]
    if best.last or best.finding is Finding.NOT_FOUND:
        return None
    others = (one for one in ranked if one.finding not in (best.finding, Finding.NOT_FOUND))
    enough = best.sure if best.sure >= CLEAR else CONTESTED * best.sure
    return next((one for one in others if one.sure > enough), None)


def _chance(bias: float, weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return 1.0 / (1.0 + math.exp(-bias - sum(weight * signs[name] for name, weight in weights.items())))
