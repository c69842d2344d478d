"""Papers that officers put in, take out or have read again through the page; the index follows at once."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from queue import Queue

from index.build import BuildReport, build
from index.embedder import Embedder
from index.errors import StoreBusy
from index.stores import Limits, Step, Stores
from index.worker import apart


@dataclass(frozen=True)
class Shelf:
    """The papers put in through the page, and the index that they go to."""

    folder: Path  # where they lie, those put in together in a folder of their own
    stores: Stores
    embedder: Embedder
    limits: Limits

    def add(self, files: Sequence[Path]) -> Iterator[Step | BuildReport]:
        """Keep copies of these files and index them: every step as it is taken, then the report of all papers.

        The copies lie in a folder of their own, by which papers of one meeting are placed together.
        Raises: StoreBusy, VectorStoreDown, WorkerEnded; after StoreBusy the copies are taken away again.
        """
        place = self.folder / datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
        place.mkdir(parents=True)
        for file in files:
            shutil.copyfile(file, _free(place / file.name))
        try:
            yield from self._built([place], ())
        except StoreBusy:
            shutil.rmtree(place)
            raise

    def holds(self, path: str) -> bool:
        """Whether a paper was put in through the page, so that it may be taken out there."""
        return Path(path).resolve().is_relative_to(self.folder.resolve())

    def remove(self, path: str) -> Iterator[Step | BuildReport]:
        """Delete a paper that was put in through the page, and index: every step, then the report.

        Raises: ValueError for any other paper, whose file is not the page's to delete; StoreBusy, VectorStoreDown, WorkerEnded.
        """
        if not self.holds(path):
            raise ValueError(f"{Path(path).name} was not put in through this page. Delete its file and read again.")
        Path(path).unlink(missing_ok=True)
        yield from self._built([], ())

    def again(self, paths: Sequence[str] = ()) -> Iterator[Step | BuildReport]:
        """Read these papers afresh, and with them whatever changed: every step as it is taken, then the report.

        Raises: StoreBusy, VectorStoreDown, WorkerEnded.
        """
        yield from self._built([], paths)

    def _built(self, paths: Sequence[Path], again: Sequence[str]) -> Iterator[Step | BuildReport]:
        """Build the index in a process of its own, so that the page can answer meanwhile."""

        def work(tell: Callable[[Step], None]) -> BuildReport:
            with apart(self.embedder) as worker:
                return build(paths, self.stores, worker, self.limits, tell, again, worker.read)

        return _steps(work)


def _steps(work: Callable[[Callable[[Step], None]], BuildReport]) -> Iterator[Step | BuildReport]:
    """What a piece of work tells as it goes, then what it returns; an error of the work is raised here."""
    told: Queue[Step | None] = Queue()
    with ThreadPoolExecutor(1, "minutebook-build") as pool:
        done = pool.submit(work, told.put)
        done.add_done_callback(lambda _: told.put(None))
        while (step := told.get()) is not None:
            yield step
        yield done.result()


def _free(path: Path) -> Path:
    """The path, or where a file lies there the first free one like it: "report (2).pdf"."""
    count, free = 2, path
    while free.exists():
        free, count = path.with_name(f"{path.stem} ({count}){path.suffix}"), count + 1
    return free
