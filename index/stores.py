"""The three stores of one index, opened together; the limits that a build keeps to and the steps that it tells of."""

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
    """How large a paper may be, and how long its passages are."""

    size: int  # bytes
    passage_tokens: int  # of cl100k


@dataclass(frozen=True, slots=True)
class Step:
    """What a build is doing, in words, and how far it is with the papers of a folder."""

    words: str
    file: str = ""
    n: int = 0  # which paper, from 1
    of: int = 0  # how many papers
    page: int = 0  # which page of it is read, from 1; 0 while it is not read by pages
    pages: int = 0
    stage: Literal["reading", "embedding", "refused", "other"] = "other"

    def __str__(self) -> str:
        return self.words


Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Stores:
    """The three stores of one index, which hold the same passages."""

    folder: Path
    catalogue: Catalogue
    vectors: VectorStore
    keywords: KeywordIndex


def open_stores(folder: Path, chroma_url: str | None = None, create: bool = False) -> Stores:
    """The stores in a folder, or with its vectors on the Chroma server at `chroma_url`; `create` makes them where needed.

    Raises: IndexMissing where there are none and `create` is false, StoreFormat where another version made them.
    """
    catalogue = Catalogue(folder / "catalogue.db")
    if create:
        catalogue.create()
    else:
        catalogue.check()
    vectors = VectorStore(folder / "chroma", chroma_url, f"minutebook-{catalogue.meta('namespace')}")
    return Stores(folder, catalogue, vectors, KeywordIndex(folder / "keywords"))


def check_model(catalogue: Catalogue, name: str) -> None:
    """Make sure that an index was built with this embedding model, or not yet built.

    Raises: ModelMismatch where it was built with another.
    """
    remembered = catalogue.meta("model")
    if remembered not in (None, name):
        raise ModelMismatch(
            f"This index was built with the embedding model {remembered!r}, and {name!r} is set. "
            "Set MINUTEBOOK_EMBEDDING_MODEL back, or index into another --store."
        )
