"""What is indexed: passages of neighbouring paragraphs, and the sentences inside them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.models import Access, Paragraph, Part


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or row inside a passage: the words that an answer may quote."""

    paragraph: str  # id
    start: int  # offset of its words in the paragraph's own words
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of retrieval: neighbouring paragraphs of one item under a line of context."""

    id: str
    paper: str  # sha256 of the file
    file: str
    part: int
    heading: str  # council, body, date, part, item, section
    text: str  # the heading, then the paragraphs
    body_text: str  # the paragraphs alone
    paragraphs: tuple[str, ...]
    units: tuple[Unit, ...]
    embedded: str  # what of the passage is embedded
    spans: tuple[tuple[int, int], ...]  # where each unit stands in `embedded`
    council: str | None
    body: str | None
    date: str | None
    kind: str
    access: Access


@dataclass(frozen=True, slots=True)
class Scope:
    """Hard limits on what may be retrieved; None and empty mean no limit. Dates are YYYY-MM-DD."""

    access: frozenset[Access] = frozenset({Access.PUBLIC})
    council: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing but access limits it."""
        return not (self.council or self.body or self.since or self.until or self.kind)


@dataclass(frozen=True, slots=True)
class Also:
    """Another part that says the same: as a "copy" or "twin", or as an "earlier" or the "current" version."""

    relation: str
    paper: str
    part: int
    file: str
    kind: str
    title: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with the paper and part that it stands in."""

    paragraph: Paragraph
    part: Part
    paper: str
    file: str
    path: str
    n: int
    ocr: bool = False  # its words were read from a picture of the page
    also: tuple[Also, ...] = ()  # the other parts that say the same, as far as the reader may see them


Vectors = NDArray[np.float32]
