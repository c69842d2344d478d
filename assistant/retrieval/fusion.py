"""Pieces of evidence found by several looks for one question, fused into one ranking. Pure."""

from collections.abc import Sequence

from assistant.retrieval.pieces import EvidencePiece

_K = 60  # of the source: how slowly a rank loses weight
_AHEAD = 10  # of the first ranking, which stay in front: what other looks find may be about something else


def fused(rankings: Sequence[Sequence[EvidencePiece]]) -> list[EvidencePiece]:
    """The pieces of several rankings as one, best first, each once: by reciprocal rank, ties to the earlier ranking.

    The first ten of the first ranking, the question's own, stay in front of all.
    Units: a piece's score is the sum of 1 / (60 + its rank) over the rankings that hold it, rank from 1.
    Source: Cormack, Clarke & Büttcher, SIGIR 2009, doi:10.1145/1571941.1572114.
    """
    first: dict[tuple[str, ...], EvidencePiece] = {}
    scores: dict[tuple[str, ...], float] = {}
    for ranking in rankings:
        known: set[tuple[str, ...]] = set()
        for rank, piece in enumerate(ranking, 1):
            key = _key(piece)
            if key not in known:
                known.add(key)
                first.setdefault(key, piece)
                scores[key] = scores.get(key, 0.0) + 1 / (_K + rank)
    ahead = dict.fromkeys(_key(piece) for ranking in rankings[:1] for piece in ranking[:_AHEAD])
    return [first[key] for key in dict.fromkeys((*ahead, *sorted(first, key=lambda key: -scores[key])))]


def _key(piece: EvidencePiece) -> tuple[str, ...]:
    """Which paragraphs a piece is made of."""
    return tuple(place.paragraph.id for place in piece.places)
