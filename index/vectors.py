"""The Chroma vector store: the only place that meets Chroma.

One collection for each access level, so that what a role may not see is decided before any query.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import numpy as np

from corpus.models import Access
from index.embedder import Vectors
from index.errors import IndexMissing, VectorStoreDown
from index.models import Passage, Scope

_BATCH = 1000


class VectorStore:
    """Passages' vectors in Chroma: embedded in a folder, or a server's by URL.

    `namespace` keeps stores apart on a shared server.
    """

    def __init__(self, folder: Path, url: str | None = None, namespace: str = "minutebook") -> None:
        os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
        self._folder, self._url, self._namespace = folder, url, namespace
        self._client: Any = None
        self._collections: dict[Access, Any] = {}

    def write(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Store or replace the passages' vectors, one row a passage in order.

        Raises: VectorStoreDown where the server does not answer.
        """
        with _translated(self._url):
            for access in Access:
                rows = [n for n, passage in enumerate(passages) if passage.access is access]
                for first in range(0, len(rows), _BATCH):
                    chosen = rows[first : first + _BATCH]
                    self._collection(access, create=True).upsert(
                        ids=[passages[n].id for n in chosen],
                        embeddings=vectors[chosen],
                        metadatas=[_metadata(passages[n]) for n in chosen],
                    )

    def delete_paper(self, paper: str) -> None:
        """Forget every passage of a paper."""
        with _translated(self._url):
            for access in Access:
                self._collection(access, create=True).delete(where={"paper": paper})

    def nearest(self, vector: Vectors, k: int, scope: Scope) -> dict[str, float]:
        """The k nearest passages in scope: id to cosine similarity (-1..1, higher is nearer).

        Raises: IndexMissing where nothing was indexed, VectorStoreDown where the server does not answer.
        """
        found: dict[str, float] = {}
        with _translated(self._url):
            for access in scope.access:
                result = self._collection(access, create=False).query(
                    query_embeddings=[vector.tolist()], n_results=k, where=_where(scope), include=["distances"]
                )
                ids, distances = result["ids"][0], result["distances"][0]
                # Chroma's cosine distance is 1 - similarity.
                found.update({name: 1.0 - float(distance) for name, distance in zip(ids, distances, strict=True)})
        return dict(sorted(found.items(), key=lambda pair: -pair[1])[:k])

    def count(self) -> int:
        """How many passages are stored."""
        with _translated(self._url):
            return sum(int(self._collection(access, create=True).count()) for access in Access)

    def _open(self) -> Any:
        if self._client is None:
            import chromadb
            from chromadb.config import Settings as ChromaSettings

            settings = ChromaSettings(anonymized_telemetry=False)
            if self._url:
                parts = urlparse(self._url if "//" in self._url else f"http://{self._url}")
                self._client = chromadb.HttpClient(
                    host=parts.hostname or "127.0.0.1",
                    port=parts.port or (443 if parts.scheme == "https" else 8000),
                    ssl=parts.scheme == "https",
                    settings=settings,
                )
            else:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._client = chromadb.PersistentClient(path=str(self._folder), settings=settings)
        return self._client

    def _collection(self, access: Access, create: bool) -> Any:
        if access not in self._collections:
            name = f"{self._namespace}-{access.value}"
            client = self._open()
            # Chroma creates a missing collection in silence, with L2 for its space: name both here.
            if create:
                self._collections[access] = client.get_or_create_collection(
                    name, configuration={"hnsw": {"space": "cosine", "ef_search": 200}}, embedding_function=None
                )
            else:
                self._collections[access] = client.get_collection(name, embedding_function=None)
        return self._collections[access]


@contextmanager
def _translated(url: str | None) -> Iterator[None]:
    """Chroma's and the network's errors as ours."""
    import httpx
    from chromadb.errors import ChromaError, NotFoundError

    try:
        yield
    except NotFoundError as error:
        raise IndexMissing("Nothing is indexed yet. Run `minutebook index FOLDER` first.") from error
    except (ChromaError, httpx.HTTPError, ConnectionError, ValueError) as error:
        if url is None:
            raise
        raise VectorStoreDown(
            f"The Chroma server at {url} does not answer ({error}). Start it with `chroma run`, or unset MINUTEBOOK_CHROMA_URL."
        ) from error


def _metadata(passage: Passage) -> dict[str, str | int]:
    return {
        "paper": passage.paper,
        "council": passage.council or "",
        "body": passage.body or "",
        "date": date_number(passage.date),
        "kind": passage.kind,
    }


def date_number(date: str | None) -> int:
    """ "2024-01-08" as 20240108, so that Chroma can compare it; no date as 0."""
    return int(date.replace("-", "")) if date else 0


def _where(scope: Scope) -> dict[str, Any] | None:
    tests: list[dict[str, Any]] = []
    if scope.council:
        tests.append({"council": scope.council})
    if scope.body:
        tests.append({"body": scope.body})
    if scope.kind:
        tests.append({"kind": scope.kind})
    if scope.since:
        tests.append({"date": {"$gte": date_number(scope.since)}})
    if scope.until:
        tests.append({"date": {"$lte": date_number(scope.until)}})
        tests.append({"date": {"$gt": 0}})
    if not tests:
        return None
    return tests[0] if len(tests) == 1 else {"$and": tests}


def as_matrix(blob: bytes, dimensions: int) -> Vectors:
    """Vectors kept as float16 bytes, as float32; shape (rows, dimensions)."""
    return np.frombuffer(blob, dtype=np.float16).reshape(-1, dimensions).astype(np.float32)
