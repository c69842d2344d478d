"""How surely a paragraph decides a statement, and which way. Pure.

Two logistic models over the signs of claims/features.py: whether the paragraph speaks about the very thing, and where it
does, whether it speaks against the statement. No weight may point against its sign's meaning, so that a few claims
suffice to fit them. The weights and thresholds are data (claims/weights.json), fitted by benchmarks/fit_claims.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.claims.features import Weighed
from assistant.claims.weights import claim_weights
from assistant.models import Finding

# A statement is refuted only where one of these signs speaks against it; the other signs of the model only lean.
CONTRARY = (
    "turned", "denial", "opposed", "away", "renamed", "rank", "corrected", "vote", "holder", "figure_other",
    "moment_other", "decision", "lost", "swapped",
)  # fmt: skip
_LAST_WORDS = ("corrected", "lost")  # these signs outweigh whatever another paragraph says
_LEAST_HELD = (
    0.3  # of a statement's words, that a paragraph holds which calls it wrong: one that holds less is of another thing
)
_SPEAKS = 0.25  # how strong a sign must be to speak


@dataclass(frozen=True, slots=True)
class Classified:
    """What one paragraph says of a statement: how surely it is about it, how likely it speaks against it, each 0..1."""

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
        least = claim_weights().thresholds
        if self.about < least.enough or (not self.contrary and self.against >= least.doubtful):
            return Finding.NOT_FOUND
        if self._refutes:
            return Finding.REFUTED
        return Finding.NOT_FOUND if only_proposes(self.weighed.signs) else Finding.SUPPORTED

    @property
    def settles(self) -> bool:
        """Whether the paragraph is sure enough of what it says for a verdict."""
        thresholds = claim_weights().thresholds
        least = thresholds.sure_refuted if self._refutes else thresholds.sure_borne
        if self._refutes and self._held < _LEAST_HELD:
            return False
        return self.finding is not Finding.NOT_FOUND and self.sure >= least

    @property
    def sure(self) -> float:
        """How surely the paragraph decides the statement its way, 0..1."""
        return self.about * (self.against if self._refutes else 1 - self.against)

    @property
    def _refutes(self) -> bool:
        return self.contrary and self.against >= claim_weights().thresholds.even

    @property
    def _held(self) -> float:
        """How much of the statement's words the paragraph and its titles hold, by their rarity, 0..2."""
        signs = self.weighed.candidate.signs
        return signs.around + signs.title

    @property
    def last(self) -> bool:
        """Whether the paragraph has the last word: it corrects the figure, or says that the amendment was lost."""
        return self.finding is Finding.REFUTED and last_word(self.weighed.signs)


def speaks(signs: Mapping[str, float]) -> bool:
    """Whether any sign says that a paragraph speaks against a statement."""
    return any(signs[name] >= _SPEAKS for name in CONTRARY)


def last_word(signs: Mapping[str, float]) -> bool:
    """Whether a paragraph corrects a figure or tells of an amendment lost, which outweighs what another one says."""
    return any(signs[name] >= _SPEAKS for name in _LAST_WORDS)


def only_proposes(signs: Mapping[str, float]) -> bool:
    """Whether a paragraph only asks, proposes or plans what the statement tells as done: it bears nothing out then."""
    return signs["proposed"] > 0


def classified(weighed: Weighed) -> Classified:
    """What the paragraph says of the statement, by its signs."""
    weights = claim_weights()
    return Classified(weighed, weights.about.chance(weighed.signs), weights.against.chance(weighed.signs))


def surest(found: Sequence[Classified]) -> list[Classified]:
    """The paragraphs by how surely they decide, each once: first one with the last word, then those that decide at all.

    A paragraph much less surely about the statement than the one most surely about it, of those that decide, has no say.
    """
    most = max((one.about for one in found if one.finding is not Finding.NOT_FOUND), default=0.0)
    abreast = [one for one in found if one.about >= claim_weights().thresholds.abreast * most]
    kept: dict[str, Classified] = {}
    for one in sorted(abreast, key=lambda one: (not one.last, one.finding is Finding.NOT_FOUND, -one.sure)):
        kept.setdefault(one.weighed.candidate.placed.paragraph.id, one)
    return list(kept.values())


def rival(ranked: Sequence[Classified]) -> Classified | None:
    """The paragraph that says the contrary of the first about as surely; None where none does."""
    best, thresholds = ranked[0], claim_weights().thresholds
    if best.last or best.finding is Finding.NOT_FOUND:
        return None
    others = (one for one in ranked if one.finding not in (best.finding, Finding.NOT_FOUND))
    enough = best.sure if best.sure >= thresholds.clear else thresholds.contested * best.sure
    return next((one for one in others if one.sure > enough), None)
