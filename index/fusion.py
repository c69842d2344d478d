"""Rankings to one ranking. Pure."""

from collections.abc import Mapping, Sequence


def reciprocal_rank_fusion(rankings: Sequence[Sequence[str]], k: int = 60) -> list[tuple[str, float]]:
    """Fuse rankings of passage ids into one, best first; ties go by id.

    Shapes: any number of rankings of any length; no id twice in one ranking.
    Units: sum of 1 / (k + rank), rank from 1; comparable within one query only.
    Raises: ValueError if k is below 1.
    Source: Cormack, Clarke & Büttcher, SIGIR 2009, doi:10.1145/1571941.1572114.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, name in enumerate(ranking, 1):
            scores[name] = scores.get(name, 0.0) + 1.0 / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def scaled(scores: Mapping[str, float]) -> dict[str, float]:
    """Scores divided by the highest; all 0 where none is above 0. Comparable within one query only."""
    top = max(scores.values(), default=0.0)
    return {name: (score / top if top > 0 else 0.0) for name, score in scores.items()}


def weighted_fusion(parts: Sequence[tuple[Mapping[str, float], float]]) -> dict[str, float]:
    """Weighted sum of scaled scores; an id that a part lacks counts 0 there.

    Shapes: pairs of (scores by id, weight).
    Source: convex combination, Bruch, Gai & Ingber, TOIS 2023, doi:10.1145/3596512.
    """
    fused: dict[str, float] = {}
    for scores, weight in parts:
        for name, score in scaled(scores).items():
            fused[name] = fused.get(name, 0.0) + weight * score
    return fused
