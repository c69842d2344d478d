"""Scores of several searches to one score."""

from collections.abc import Mapping, Sequence


def weighted_fusion(parts: Sequence[tuple[Mapping[str, float], float]]) -> dict[str, float]:
    """The weighted sum of scaled scores by id; an id that a part lacks counts 0 there.

    Shapes: pairs of (scores by id, weight).
    Units: scores compare within one query only.
    Source: convex combination, Bruch, Gai & Ingber, TOIS 2023, doi:10.1145/3596512.
    """
    fused: dict[str, float] = {}
    for scores, weight in parts:
        for name, score in _scaled(scores).items():
            fused[name] = fused.get(name, 0.0) + weight * score
    return fused


def _scaled(scores: Mapping[str, float]) -> dict[str, float]:
    """The scores divided by the highest; all 0 where none is above 0."""
    top = max(scores.values(), default=0.0)
    return {name: (score / top if top > 0 else 0.0) for name, score in scores.items()}
