"""Made-up papers and hand-checkable stand-ins for the tests of the index."""

import zlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from corpus.models import Access, Meeting, Outline, Paragraph, Part, PartKind, Status
from index.build import BuildReport, build
from index.catalogue import Catalogue
from index.encoding.late_interaction import DIMENSIONS, TOKEN
from index.models import Embedded, PassageText, Scope, Vectors
from index.stores import Limits, Step, Stores
from index.text import words_of
from index.vectors import VectorStore

LIMITS = Limits(size=50_000, passage_tokens=120)
BOTH = Scope(access=frozenset(Access))
PUBLIC = Scope()
MINUTES = """# Minutes of the Parks Committee

Aldermere Borough Council

Monday {date} at 6.00pm

**Present:** Councillor Ash (Chair); Councillors Birch and Cedar.

1/24 **Apologies for Absence**

There were no apologies for absence.

2/24 **Benches in Aldermere Park**

The Committee heard that {count} benches had been mended since April 2023.

**Resolved** that the report on benches is received.

3/24 **Swings**

Councillor Birch asked about the swings at Mill Green.
"""
AGENDA = """# Agenda

Aldermere Borough Council

Parks Committee

Monday {date} at 6.00pm

1. Apologies for absence
2. Minutes
3. Benches in Aldermere Park
4. Exclusion of the press and public
"""
UNDATED = """# Appendix A: Bench survey

Benches were counted in every park.

1.1 The survey found forty benches with broken slats and nine without any slats at all.
"""
EXEMPT = """# Report to the Parks Committee

Aldermere Borough Council

Monday 8 January 2024

NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A to the Local Government Act 1972

# Sale of the Lodge

1.1 The highest tender for the lodge was from Zephyrine Holdings at a price of 310,000 pounds.
"""


def minutes(count: int = 41, date: str = "8 January 2024") -> str:
    """The Parks Committee's minutes with so many benches."""
    return MINUTES.format(count=count, date=date)


def without_tokens(vectors: Vectors, units: list[Vectors]) -> Embedded:
    """Texts as an encoder gives them whose tokens are not kept."""
    return Embedded(vectors, units, [np.zeros(0, dtype=TOKEN)] * len(units))


NOTHING = without_tokens(np.zeros((0, 0), dtype=np.float32), [])


class HashedWords:
    """Vectors that a person can check: each word adds one at its hash's place, of 16; then length one.

    Keeps what it was given. `breaks_at`: the call, from 1, at which the power goes.
    """

    def __init__(self, name: str = "hashed-words", breaks_at: int | None = None) -> None:
        self.name = name
        self.calls: list[list[str]] = []
        self._breaks_at = breaks_at

    def embed_passages(
        self,
        texts: Sequence[str],
        spans: Sequence[Sequence[tuple[int, int]]],
        ends: Sequence[Sequence[int]] = (),
    ) -> Embedded:
        everything = [*texts, *(text[a:b] for text, some in zip(texts, spans, strict=True) for a, b in some)]
        self.calls.append(everything)
        if len(self.calls) == self._breaks_at:
            raise PowerCut
        rows = np.array([self.embed_query(text) for text in everything], dtype=np.float32).reshape(-1, 16)
        cuts = np.cumsum([len(texts), *map(len, spans)])
        parts = np.split(rows, cuts[:-1])
        return without_tokens(parts[0], parts[1:])

    def embed_query(self, text: str) -> Vectors:
        vector = np.full(16, 0.001, dtype=np.float32)
        for word in words_of(text):
            vector[zlib.crc32(word.encode()) % 16] += 1.0
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)

    def query_tokens(self, text: str) -> Vectors:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)


class PowerCut(Exception):
    """Stands for a process that ends in the middle."""


class FailingVectors(VectorStore):
    """Writes the n-th paper's vectors, then the power goes."""

    def __init__(self, store: VectorStore, folder: Path, breaks_at: int) -> None:
        super().__init__(folder, None, store._namespace)
        self._left = breaks_at

    def write(self, passages: Sequence[PassageText], vectors: Vectors) -> None:
        super().write(passages, vectors)
        self._left -= 1
        if not self._left:
            raise PowerCut


class FailingCatalogue(Catalogue):
    """The power goes before the n-th paper is put."""

    def __init__(self, path: Path, breaks_at: int) -> None:
        super().__init__(path)
        self._left = breaks_at

    def put(self, *values: Any) -> None:
        self._left -= 1
        if not self._left:
            raise PowerCut
        super().put(*values)


def run(
    papers: Path,
    stores: Stores,
    embedder: HashedWords | None = None,
    limits: Limits = LIMITS,
    said: list[Step] | None = None,
    again: Collection[str] = (),
) -> BuildReport:
    """One build; what it said goes into `said`."""
    steps = said if said is not None else []
    return build([papers], stores, embedder or HashedWords(), limits, steps.append, again)


def ids_in(stores: Stores) -> tuple[set[str], set[str], set[str]]:
    """The passages' ids in the catalogue, in Chroma and in the keyword index."""
    rows = stores.catalogue.passage_texts()
    near = stores.vectors.nearest(HashedWords().embed_query("x"), 10_000, BOTH) if stores.vectors.count() else {}
    words = [word for _, text, _ in rows for word in words_of(text)]
    found = stores.keywords.best(words, 10_000, BOTH.access) if rows else {}
    return {name for name, _, _ in rows}, set(near), set(found)


def same_everywhere(stores: Stores) -> set[str]:
    """The passages' ids, having seen that the three stores hold the same."""
    catalogue, vectors, keywords = ids_in(stores)
    assert catalogue == vectors == keywords
    return catalogue


def words_in(stores: Stores) -> str:
    """Every passage's text."""
    return "\n".join(text for _, text, _ in stores.catalogue.passage_texts())


def paragraph(name: str, own: str = "", **values: Any) -> Paragraph:
    """A paragraph of minute 1 that says its own name."""
    own = own or f"Words of {name}."
    given = Paragraph(
        id=name,
        text=own,
        own=own,
        part=0,
        item=None,
        item_title="Benches",
        section=None,
        ref=None,
        page=None,
        line=None,
        end_line=None,
        status=Status.DISCUSSION,
    )
    return replace(given, **values)


def part(kind: PartKind = PartKind.MINUTES, date: str | None = "2024-01-08", **values: Any) -> Part:
    """A part of a meeting of the Parks Committee."""
    meeting = Meeting("Aldermere Borough Council", "Parks Committee", date)
    return replace(Part(kind, "Parks", meeting, None, None, None, None), **values)


def outline(paragraphs: Sequence[Paragraph], parts: Sequence[Part] | None = None, file: str = "paper.md") -> Outline:
    """An outline of these paragraphs."""
    found = tuple(parts or [part() for _ in range(1 + max((p.part for p in paragraphs), default=0))])
    return Outline(file, found, (), (), (), (), (), tuple(paragraphs), ())
