"""Late interaction: a question laid beside a paragraph word by word, where one vector for each would blur what they say.

Each telling token of the question takes its likest token of the paragraph, or of the heading above it; their mean is how
far the paragraph meets the question. Tokens are kept in few dimensions and a byte for each: 49 bytes a token.

Source: ColBERT, Khattab & Zaharia, SIGIR 2020, arXiv:2004.12832; few dimensions and bytes as ColBERTv2, Santhanam et al.,
NAACL 2022, arXiv:2112.01488, which compresses further.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
DIMENSIONS = 48
# A token of a passage: the number of its paragraph there, from 1, or 0 for the heading; its vector in steps of 1/127.
TOKEN = np.dtype([("paragraph", "u1"), ("vector", "i1", (DIMENSIONS,))])
Tokens = NDArray[np.void]  # of TOKEN, shape (tokens,)
_STEPS = 127
_MOST_PARAGRAPHS = 255
_DULL = frozenset(
    "the of and to in a an for on at by with from that this it its be is was were are as or".split()
    + ["[CLS]", "[SEP]", "[PAD]", "[UNK]"]
)


def is_telling(token: str) -> bool:
    """Whether a token says something by itself: neither a mark nor one of the commonest words."""
    return token not in _DULL and any(letter.isalnum() for letter in token)


def projected(hidden: Array, projection: Array) -> Array:
    """Tokens in few dimensions, each of length one; shape (tokens, DIMENSIONS).

    `hidden`: shape (tokens, the model's dimensions); `projection`: shape (the model's dimensions, DIMENSIONS).
    """
    rows = hidden @ projection
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), dtype=np.float32)


def kept(rows: Array, starts: Sequence[int], ends: Sequence[int]) -> Tokens:
    """The tokens of a passage as they are kept.

    `rows`: their vectors as `projected` gives them; `starts`: where each begins in the passage's words; `ends`: where each
    paragraph ends there, 0 for the heading first.
    """
    found = np.zeros(len(rows), dtype=TOKEN)
    found["paragraph"] = np.searchsorted(np.asarray(ends), np.asarray(starts), side="right").clip(0, _MOST_PARAGRAPHS)
    found["vector"] = np.rint(rows * _STEPS).astype(np.int8)
    return found


def met(question: Array, passages: Sequence[Tokens], counts: Sequence[int]) -> Iterator[tuple[float, ...]]:
    """For each passage how far each of its paragraphs meets the question, -1..1; 0 where either has no tokens.

    `question`: as `projected`; `counts`: how many paragraphs each passage has.
    """
    if not len(question):
        yield from ((0.0,) * count for count in counts)
        return
    everything: Any = np.concatenate([np.zeros(0, dtype=TOKEN), *passages])
    likeness = question @ everything["vector"].astype(np.float32).T / _STEPS
    start = 0
    for tokens, count in zip(passages, counts, strict=True):
        own = likeness[:, start : start + len(tokens)]
        start += len(tokens)
        yield tuple(_best(own, (tokens["paragraph"] == n) | (tokens["paragraph"] == 0)) for n in range(1, count + 1))


def _best(likeness: Array, inside: Any) -> float:
    return float(likeness[:, inside].max(axis=1).mean()) if inside.any() else 0.0
