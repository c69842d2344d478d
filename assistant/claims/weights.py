"""The fitted models of the claim checker and its thresholds, read from weights.json beside this file."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

WEIGHTS = "weights.json"


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """A logistic regression over signs (claims/features.py)."""

    bias: float
    weights: Mapping[str, float]  # by sign

    def chance(self, signs: Mapping[str, float]) -> float:
        """How likely what the model tells is, 0..1. `signs` may hold more signs than the model asks for."""
        return 1.0 / (1.0 + math.exp(-self.bias - sum(weight * signs[name] for name, weight in self.weights.items())))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on a chance counts; all are 0..1."""

    enough: float  # how surely a paragraph must be about a statement
    abreast: float  # of the surest: a paragraph less surely about the statement has no say
    even: float  # from which chance on it speaks against the statement, where a sign does
    doubtful: float  # from which chance on it bears nothing out, where no sign speaks against
    sure_borne: float  # how surely a paragraph must bear a statement out
    sure_refuted: float  # how surely it must refute one, where a sign speaks against besides
    contested: float  # of the sureness of one say: as sure a contrary one leaves the statement open,
    clear: float  # unless the say is as sure as this


@dataclass(frozen=True, slots=True)
class ClaimWeights:
    """What benchmarks/fit_claims.py fitted; weights.json says on which claims and when."""

    about: LogisticModel  # whether a paragraph speaks about the very thing that a statement tells
    against: LogisticModel  # whether, where it does, it speaks against the statement
    thresholds: Thresholds


@lru_cache(maxsize=1)
def claim_weights() -> ClaimWeights:
    """The weights and thresholds in use."""
    held: dict[str, Any] = json.loads(files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return ClaimWeights(
        about=LogisticModel(held["about"]["bias"], held["about"]["weights"]),
        against=LogisticModel(held["against"]["bias"], held["against"]["weights"]),
        thresholds=Thresholds(**held["thresholds"]),
    )
