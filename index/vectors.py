"""The vector store: the only place that meets Chroma.

Each access level has a collection of its own, so that what a role may not see is decided before any query.
"""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from corpus.models import Access
from index.errors import IndexMissing, VectorStoreDown
from index.models import PassageText, Scope, Vectors

_BATCH = 1000  # passages written at once


class VectorStore:
    """Passages' vectors in Chroma, which runs in this process over a folder, or is the server at a URL.

    `namespace` keeps the stores on one server apart.
    """

    def __init__(self, folder: Path, url: str | None = None, namespace: str = "minutebook") -> None:
        os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
        self._folder, self._url, self._namespace = folder, url, namespace
        self._client: Any = None
        self._collections: dict[Access, Any] = {}
        self._lock = threading.Lock()

    @property
    def place(self) -> str:
        """Where the vectors are, which an index remembers: the server's URL, or "" for the folder."""
        return self._url or ""

    def holds(self, passages: int) -> bool:
        """Whether so many passages are stored. A server counts them; in a folder it is enough that there is a store.

        Raises: VectorStoreDown where the server does not answer.
        """
        if self._url:
            return self.count() == passages
        return not passages or (self._folder / "chroma.sqlite3").is_file()

    def write(self, passages: Sequence[PassageText], vectors: Vectors) -> None:
        """Store the passages' vectors, in place of those before; shape (passages, dimensions), rows in their order.

        Raises: VectorStoreDown where Chroma cannot be reached or fails.
        """
        with self._translated():
            for access in Access:
                rows = [i for i, passage in enumerate(passages) if passage.access is access]
                for first in range(0, len(rows), _BATCH):
                    chosen = rows[first : first + _BATCH]
                    self._made(access).upsert(
                        ids=[passages[i].id for i in chosen],
                        embeddings=vectors[chosen],
                        metadatas=[_metadata(passages[i]) for i in chosen],
                    )

    def delete_paper(self, paper: str) -> None:
        """Forget every passage of a paper.

        Raises: VectorStoreDown where Chroma cannot be reached or fails.
        """
        with self._translated():
            for access in Access:
                collection = self._found(access)
                if collection is not None:
                    collection.delete(where={"paper": paper})

    def nearest(self, vector: Vectors, k: int, scope: Scope) -> dict[str, float]:
        """The k nearest passages in scope: id to cosine similarity (-1..1, higher is nearer).

        Raises: IndexMissing where nothing was indexed, VectorStoreDown where Chroma cannot be reached or fails.
        """
        found: dict[str, float] = {}
        with self._translated():
            # A level that no paper has is no collection; nothing at all is no index.
            if all(self._found(access) is None for access in Access):
                raise IndexMissing("Nothing is indexed yet. Run `minutebook index FOLDER` first.")
            for access in sorted(scope.access):
                collection = self._found(access)
                if collection is None:
                    continue
                result = collection.query(
                    query_embeddings=[vector.tolist()], n_results=k, where=_where(scope), include=["distances"]
                )
                ids, distances = result["ids"][0], result["distances"][0]
                # Chroma's cosine distance is 1 - similarity.
                found.update({name: 1.0 - float(distance) for name, distance in zip(ids, distances, strict=True)})
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:k])

    def count(self) -> int:
        """How many passages are stored.

        Raises: VectorStoreDown where Chroma cannot be reached or fails.
        """
        with self._translated():
            collections = [self._found(access) for access in Access]
            return sum(int(collection.count()) for collection in collections if collection is not None)

    def _open(self) -> Any:
        """Chroma's client, made at its first use."""
        with self._lock:
            if self._client is None:
                self._client = self._connected()
            return self._client

    def _connected(self) -> Any:
        import chromadb
        from chromadb.config import Settings as ChromaSettings

        settings = ChromaSettings(anonymized_telemetry=False)
        if self._url:
            parts = urlparse(self._url if "//" in self._url else f"http://{self._url}")
            return chromadb.HttpClient(
                host=parts.hostname or "127.0.0.1",
                port=parts.port or (443 if parts.scheme == "https" else 8000),
                ssl=parts.scheme == "https",
                settings=settings,
            )
        self._folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(path=str(self._folder), settings=settings)

    def _made(self, access: Access) -> Any:
        """A level's collection, made where there is none."""
        if access not in self._collections:
            # By default Chroma would measure distances in L2.
            self._collections[access] = self._open().get_or_create_collection(
                self._name(access),
                configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
                embedding_function=None,
            )
        return self._collections[access]

    def _found(self, access: Access) -> Any:
        """A level's collection, or None where there is none."""
        from chromadb.errors import NotFoundError

        if access not in self._collections:
            try:
                self._collections[access] = self._open().get_collection(self._name(access), embedding_function=None)
            except NotFoundError:
                return None
        return self._collections[access]

    def _name(self, access: Access) -> str:
        return f"{self._namespace}-{access.value}"

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Raise Chroma's and the network's errors as ours."""
        import httpx
        from chromadb.errors import ChromaError, NotFoundError

        try:
            yield
        except NotFoundError as error:
            self._collections.clear()
            raise IndexMissing("Nothing is indexed yet. Run `minutebook index FOLDER` first.") from error
        except ChromaError as error:
            raise VectorStoreDown(
                f"Chroma {f'at {self._url}' if self._url else f'in {self._folder}'} failed ({error}). "
                "Try again; if it stays so, remove the store's folder and index the papers again."
            ) from error
        except (httpx.HTTPError, ConnectionError, ValueError) as error:
            if not self._url:
                raise
            raise VectorStoreDown(
                f"The Chroma server at {self._url} does not answer ({error}). "
                "Start it with `chroma run`, or unset MINUTEBOOK_CHROMA_URL."
            ) from error


def _metadata(passage: PassageText) -> dict[str, str | int]:
    return {
        "paper": passage.paper,
        "council": passage.council or "",
        "body": passage.body or "",
        "date": date_number(passage.date),
        "kind": passage.kind,
    }


def date_number(date: str | None) -> int:
    """A date such as "2024-01-08" as 20240108, which Chroma can compare; 0 for none."""
    return int(date.replace("-", "")) if date else 0


def _where(scope: Scope) -> dict[str, Any] | None:
    """Chroma's filter for a scope; None where it limits nothing but access."""
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
