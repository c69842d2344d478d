"""The three stores of one index, opened together, and what a build of them is told and tells."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.catalogue import Catalogue
from index.errors import ModelMismatch
from index.keywords import KeywordIndex
from index.vectors import VectorStore


@dataclass(frozen=True, slots=True)
class Limits:
    """Units: bytes; cl100k tokens."""

    size: int
    passage_tokens: int


@dataclass(frozen=True, slots=True)
class Step:
    """What a build is doing: in words, and how far it is with the papers of a folder."""

    words: str
    file: str = ""
    n: int = 0  # which paper, from 1
    of: int = 0
    page: int = 0  # which page of it is read, from 1; 0 while it is not read by pages
    pages: int = 0
    stage: Literal["reading", "embedding", "refused", "other"] = "other"

    def __str__(self) -> str:
        return self.words


Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Stores:
    """The three stores of one index."""

    folder: Path
    catalogue: Catalogue
    vectors: VectorStore
    keywords: KeywordIndex


def open_stores(folder: Path, chroma_url: str | None = None, create: bool = False) -> Stores:
    """The stores in a folder.

    Raises: IndexMissing where there are none and `create` is false, StoreFormat for another version's.
    """
    catalogue = Catalogue(folder / "catalogue.db")
    if create:
        catalogue.create()
    else:
        catalogue.check()
    vectors = VectorStore(folder / "chroma", chroma_url, f"minutebook-{catalogue.meta('namespace')}")
    return Stores(folder, catalogue, vectors, KeywordIndex(folder / "keywords"))


def check_model(catalogue: Catalogue, name: str) -> None:
    """Raises: ModelMismatch where the index was built with another embedding model."""
    remembered = catalogue.meta("model")
    if remembered not in (None, name):
        raise ModelMismatch(
            f"This index was built with the embedding model {remembered!r}, and {name!r} is set. "
            "Set MINUTEBOOK_EMBEDDING_MODEL back, or index into another --store."
        )
