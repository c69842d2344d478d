"""How likely each paragraph bears a statement out or speaks against it, and the verdict that follows. Pure.

One multinomial logistic model over the signs of claims/signs.py. Its weights and thresholds are data (claims/weights.json),
fitted by benchmarks/fit_claims.py. A verdict needs more than likelihood: a paragraph bears a statement out only where all
figures of it agree and nothing is denied or only proposed; it speaks against one only where something in it is contrary
and it holds enough of the statement's words; as likely a contrary say leaves it open. The paper's own words are borne out.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from assistant.claims.laid import Laid
from assistant.claims.signs import Signs
from assistant.models import Finding
from assistant.retrieval.ranking import Candidate

WEIGHTS = "weights.json"
_CONTRARY = ("denial", "denied_here", "denied_there", "opposite", "other_deed", "lost")
_VALUES = ("figure_other", "time_other")
_SPEAKS = 0.25  # how strong a contrary sign must be; half of that where another figure or time stands in the place
_OWN_WORDS, _SURE = (
    0.9,
    0.9,
)  # from which share of its words on a statement is the paper's own, and how likely it is then borne out
_LEAST_HELD = 0.3  # of a statement's words, by rarity, that a paragraph and its titles hold which speaks against it


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a likelihood is a verdict; each 0..1."""

    supported: float
    refuted: float
    rival_of_supported: float  # a contrary say this times as likely as the verdict's leaves a statement open
    rival_of_refuted: float


@dataclass(frozen=True, slots=True)
class ClaimWeights:
    """The fitted model: how each sign counts for "supported" and "refuted" against "neither"."""

    supported: Mapping[str, float]
    refuted: Mapping[str, float]
    bias_supported: float
    bias_refuted: float
    thresholds: Thresholds

    def chances(self, signs: Signs) -> tuple[float, float]:
        """How likely the paragraph bears the statement out, and how likely it speaks against it."""
        borne = math.exp(self.bias_supported + sum(weight * signs[name] for name, weight in self.supported.items()))
        spoken = math.exp(self.bias_refuted + sum(weight * signs[name] for name, weight in self.refuted.items()))
        whole = 1.0 + borne + spoken
        supported = borne / whole if is_same(signs) else 0.0
        refuted = spoken / whole if is_contrary(signs) else 0.0
        own = supported and signs["own"] >= _OWN_WORDS and not refuted
        return max(supported, _SURE) if own else supported, refuted


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement laid beside a ranked paragraph, and how likely that supports or refutes it, each 0..1."""

    candidate: Candidate
    laid: Laid
    signs: Signs
    supported: float
    refuted: float

    def sure(self, finding: Finding) -> float:
        """How likely the paragraph says this of the statement; what is not found is as likely as it says neither."""
        if finding is Finding.NOT_FOUND:
            return 1 - self.supported - self.refuted
        return self.supported if finding is Finding.SUPPORTED else self.refuted


@lru_cache(maxsize=1)
def claim_weights() -> ClaimWeights:
    """The weights and thresholds in use."""
    held: dict[str, Any] = json.loads(files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return ClaimWeights(
        held["supported"]["weights"],
        held["refuted"]["weights"],
        held["supported"]["bias"],
        held["refuted"]["bias"],
        Thresholds(**held["thresholds"]),
    )


def is_same(signs: Signs) -> bool:
    """Whether nothing that can be compared differs: figures, times, what is denied, what was only proposed."""
    figures = not signs["figures"] or signs["figures_agree"] == 1.0
    decided = not signs["proposed"] or bool(signs["owns"])
    return figures and decided and not (signs["time_other"] or signs["denied_here"] or signs["denied_there"])


def is_contrary(signs: Signs) -> bool:
    """Whether anything in a paragraph that is about the statement at all speaks against it."""
    told = max(*(signs[name] for name in _CONTRARY), *(2 * signs[name] for name in _VALUES))
    return told >= _SPEAKS and signs["around"] + signs["title"] >= _LEAST_HELD


def finding_of(supported: float, refuted: float, thresholds: Thresholds) -> Finding:
    """The verdict where a statement is at best so likely borne out and so likely spoken against."""
    if supported >= thresholds.supported and refuted <= thresholds.rival_of_supported * supported:
        return Finding.SUPPORTED
    if refuted >= thresholds.refuted and supported <= thresholds.rival_of_refuted * refuted:
        return Finding.REFUTED
    return Finding.NOT_FOUND


def surest(found: Sequence[Weighed], finding: Finding) -> list[Weighed]:
    """The paragraphs by how likely they say what the verdict says, each once; for no verdict by how much they say at all."""
    kept: dict[str, Weighed] = {}
    sign = -1 if finding is Finding.NOT_FOUND else 1
    for one in sorted(found, key=lambda one: -sign * one.sure(finding)):
        kept.setdefault(one.candidate.placed.paragraph.id, one)
    return list(kept.values())
