"""What the index holds and gives: passages of neighbouring paragraphs, the sentences inside them, and where they stand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.models import Access, Paragraph, Part
from index.encoding.late_interaction import Tokens

Vectors = NDArray[np.float32]  # one vector, shape (dimensions,), or one a row, shape (rows, dimensions)


@dataclass(frozen=True, slots=True)
class Embedded:
    """Texts as an encoder reads them, one row or item each: vectors of length one.

    `units`: each text's spans, shape (spans, dimensions). `tokens`: each text's telling tokens as they are kept, where the
    encoder is one whose tokens are; else empty.
    """

    vectors: Vectors
    units: list[Vectors]
    tokens: list[Tokens]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or row inside a passage: the words that an answer may quote."""

    paragraph: str  # id
    start: int  # offset of its words in the paragraph's own words
    end: int


@dataclass(frozen=True, slots=True)
class PassageText:
    """What a search ranks a passage by: its words, and the meeting and paper that they come from."""

    id: str
    paper: str  # sha256 of the file
    file: str
    part: int
    heading: str  # council, body, date, part, item, section
    text: str  # the heading, then the paragraphs
    body_text: str  # the paragraphs alone
    council: str | None
    body: str | None
    date: str | None
    kind: str
    access: Access


@dataclass(frozen=True, slots=True)
class StoredPassage(PassageText):
    """The unit of retrieval, as the catalogue keeps it: neighbouring paragraphs of one item under a line of context."""

    paragraphs: tuple[str, ...]  # ids
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Passage(StoredPassage):
    """A passage as it is cut from a paper, with the words that its vectors are made of; these are not kept."""

    embedded: str
    spans: tuple[tuple[int, int], ...]  # where each unit stands in `embedded`
    ends: tuple[int, ...]  # where the heading and then each paragraph end there


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
    paper: str  # sha256 of the file
    file: str
    path: str
    n: int  # its place among the paper's paragraphs, from 0
    ocr: bool = False  # its words were read from a picture of the page
    also: tuple[Also, ...] = ()  # the other parts that say the same, as far as the reader may see them
