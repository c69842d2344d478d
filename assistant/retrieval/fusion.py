"""Pieces of evidence found by several looks for one question, fused into one ranking. Pure."""

from collections.abc import Sequence

from assistant.retrieval.pieces import EvidencePiece

_K = 60  # of the source: how slowly a rank loses weight


def fused(rankings: Sequence[Sequence[EvidencePiece]]) -> list[EvidencePiece]:
    """The pieces of several rankings as one, best first, each once: by reciprocal rank, ties to the earlier ranking.

    Units: a piece's score is the sum of 1 / (60 + its rank) over the rankings that hold it, rank from 1.
    Source: Cormack, Clarke & Büttcher, SIGIR 2009, doi:10.1145/1571941.1572114.
    """
    first: dict[tuple[str, ...], EvidencePiece] = {}
    scores: dict[tuple[str, ...], float] = {}
    for ranking in rankings:
        known: set[tuple[str, ...]] = set()
        for rank, piece in enumerate(ranking, 1):
            key = tuple(place.paragraph.id for place in piece.places)
            if key not in known:
                known.add(key)
                first.setdefault(key, piece)
                scores[key] = scores.get(key, 0.0) + 1 / (_K + rank)
    return [first[key] for key in sorted(first, key=lambda key: -scores[key])]
