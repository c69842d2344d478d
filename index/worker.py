"""Reading and embedding in a process of their own, which gives way to others: a server answers its readers first.

Reading a paper holds Python's interpreter and embedding takes every core; beside them in one process 20 readers waited
five times as long (docs/lab.md). The process lasts for one build and takes its model's memory with it.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import TypeVar

from corpus.models import Outline, Reading
from index.build import Turned, read_here
from index.embedder import Embedder, Ends, Spans
from index.errors import WorkerEnded
from index.models import Embedded, Vectors

_GIVES_WAY = 19  # the most: how far the system puts it behind other processes
_TOLD_EVERY = 0.2  # seconds

Pages = SimpleQueue[tuple[int, int]]
_Result = TypeVar("_Result")
_work: tuple[Embedder, Callable[[tuple[int, int]], None]]  # of the other process alone, which `_begin` sets there


class Apart:
    """An embedder, and a reader of papers, whose work another process does.

    Every method but those for a question raises WorkerEnded where that process was stopped, besides what the work itself raises.
    """

    def __init__(self, embedder: Embedder, pool: ProcessPoolExecutor, pages: Pages) -> None:
        self._embedder, self._pool, self._pages = embedder, pool, pages

    @property
    def name(self) -> str:
        """The model's name."""
        return self._embedder.name

    def embed_passages(self, texts: Sequence[str], spans: Sequence[Spans], ends: Sequence[Ends] = ()) -> Embedded:
        """As `Embedder.embed_passages`."""
        return self._done(self._pool.submit(_embed, texts, spans, ends), lambda page, pages: None)

    def embed_query(self, text: str) -> Vectors:
        """As `Embedder.embed_query`, in this process: one question is little work."""
        return self._embedder.embed_query(text)

    def query_tokens(self, text: str) -> Vectors:
        """As `Embedder.query_tokens`, in this process."""
        return self._embedder.query_tokens(text)

    def read(self, path: Path, size_limit: int, turned: Turned) -> tuple[Reading, Outline]:
        """As `index.build.read_here`."""
        return self._done(self._pool.submit(_read, path, size_limit), turned)

    def _done(self, future: Future[_Result], turned: Turned) -> _Result:
        """What the other process brings; meanwhile the pages that it reads are told."""
        try:
            while not wait([future], _TOLD_EVERY).done:
                self._tell(turned)
            self._tell(turned)
            return future.result()
        except BrokenProcessPool as error:
            raise WorkerEnded(
                "The process that reads papers was stopped, perhaps for want of memory. Add fewer papers at a time."
            ) from error

    def _tell(self, turned: Turned) -> None:
        while not self._pages.empty():
            turned(*self._pages.get())


@contextmanager
def apart(embedder: Embedder) -> Iterator[Apart]:
    """A process for one build, which begins at the first work for it. The embedder travels there as a pickle."""
    context = get_context("spawn")
    pages: Pages = context.SimpleQueue()
    with ProcessPoolExecutor(1, context, _begin, (embedder, pages)) as pool:
        yield Apart(embedder, pool, pages)


def _begin(embedder: Embedder, pages: Pages) -> None:
    global _work
    os.nice(_GIVES_WAY)
    _work = (embedder, pages.put)


def _read(path: Path, size_limit: int) -> tuple[Reading, Outline]:
    tell = _work[1]
    return read_here(path, size_limit, lambda page, pages: tell((page, pages)))


def _embed(texts: Sequence[str], spans: Sequence[Spans], ends: Sequence[Ends]) -> Embedded:
    return _work[0].embed_passages(texts, spans, ends)
