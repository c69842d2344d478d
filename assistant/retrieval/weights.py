"""The fitted weights of ranking and of declining, read from weights.json beside this file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class FittedWeights:
    """What benchmarks/fit_weights.py fitted; weights.json says on which questions and when."""

    signs: Mapping[str, float]  # weight of each sign of a unit (retrieval/features.py)
    doubts: Mapping[str, tuple[float, float]]  # mean and weight of each doubt (retrieval/answerability_features.py)
    bias: float
    threshold: float  # confidence below which a question is declined
    follow_up_threshold: float  # the same for a completed follow-up, which is wordier and scores lower


@lru_cache(maxsize=1)
def fitted_weights() -> FittedWeights:
    """The weights in use."""
    held = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return FittedWeights(
        signs=held["signs"],
        doubts={name: (mean, weight) for name, (mean, weight) in held["doubts"].items()},
        bias=held["bias"],
        threshold=held["threshold"],
        follow_up_threshold=held["follow_up_threshold"],
    )
