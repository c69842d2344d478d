"""Who says whether a statement follows from its evidence where no arithmetic can tell: the protocol, and its values. Pure.

A chat model is behind it (answer/generation/verifying.py), or a made-up judge in a test. What it says counts only where it
is whole: a statement without a judgement is not supported.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

_GAP = re.compile(r"\s*(?:\.\s?\.\s?\.|…|\[…\])\s*")
_TOKEN = re.compile(r"[^\s|]+")
_BETWEEN = r"[\s|]+"
_ALIKE = {mark: f"[{re.escape(marks)}]" for marks in ("'’‘`´", '"“”„', "-–—‑−") for mark in marks}
_LEAST = 2  # words that are relied on, where none of them is a figure


class Bearing(StrEnum):
    """What the evidence says of a statement."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Put:
    """A statement put to a verifier, and the numbers of the paragraphs that it is held against; None: all that are given."""

    text: str
    paragraphs: tuple[int, ...] | None = None
    part_of: str = ""  # the whole claim that it is a part of, where it is one


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a verifier says of one statement. Its words are a model's: they are held against the evidence before they count."""

    bearing: Bearing
    reason: str  # what differs, in a few words
    paragraphs: tuple[int, ...]  # numbers of those that decide it
    words: str  # of the evidence, which decide it
    instead: str  # where contradicted: what the evidence says instead, in one sentence


class Verifier(Protocol):
    """Judges statements by numbered paragraphs."""

    @property
    def name(self) -> str:
        """What judges, in words for the reader."""

    def __call__(self, put: Sequence[Put], evidence: str, seconds: float) -> tuple[Judgement | None, ...]:
        """A judgement for each statement, in order; None for one of which nothing clear was said.

        Raises: ModelTrouble where it does not answer within these seconds, or says nothing clear of any.
        """


def span_of(words: str, text: str) -> tuple[int, int] | None:
    """Where words stand in a text word for word, from the first to the end of the last; None where they do not, or say too little.

    Spaces, the bars of a table, capitals and the forms of quotes and dashes do not matter. Of words with gaps ("one ... two")
    each stretch must stand there, in order.
    """
    parts = [part for part in _GAP.split(words.strip().strip("\"“”'‘’. ")) if _TOKEN.search(part)]
    tokens = [token for part in parts for token in re.findall(r"\w+", part)]
    if len(tokens) < _LEAST and not any(token[0].isdigit() for token in tokens):
        return None
    spans: list[tuple[int, int]] = []
    for part in parts:
        found = _pattern(part).search(text, spans[-1][1] if spans else 0)
        if found is None:
            return None
        spans.append(found.span())
    return (spans[0][0], spans[-1][1]) if spans else None


@lru_cache(maxsize=512)
def _pattern(part: str) -> re.Pattern[str]:
    words = ["".join(_ALIKE.get(sign, re.escape(sign)) for sign in token) for token in _TOKEN.findall(part)]
    return re.compile(rf"(?<!\w){_BETWEEN.join(words)}(?!\w)", re.I)
