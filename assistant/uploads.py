"""Papers that officers put in, take out and have read again through the page; the index follows in the same step."""

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
    """The folder of the papers put in through the page, and the index that they go to."""

    folder: Path
    stores: Stores
    embedder: Embedder
    limits: Limits

    def add(self, files: Sequence[Path]) -> Iterator[Step | BuildReport]:
        """Keep copies of these files, in a folder of their own that places them together, and index them.

        Every step as it is taken, then the report, which lists what was refused of all papers.
        Raises: StoreBusy, VectorStoreDown, WorkerEnded; after the first the copies are taken away again.
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
        """Take out a paper that was put in through the page.

        Raises: ValueError for any other paper, whose file is not the page's to delete.
        """
        if not self.holds(path):
            raise ValueError(f"{Path(path).name} was not put in through this page. Delete its file and read again.")
        Path(path).unlink(missing_ok=True)
        yield from self._built([], ())

    def again(self, paths: Sequence[str] = ()) -> Iterator[Step | BuildReport]:
        """Read these papers afresh, and with them whatever changed, came back or went."""
        yield from self._built([], paths)

    def _built(self, paths: Sequence[Path], again: Sequence[str]) -> Iterator[Step | BuildReport]:
        def work(tell: Callable[[Step], None]) -> BuildReport:
            with apart(self.embedder) as worker:
                return build(paths, self.stores, worker, self.limits, tell, again, worker.read)

        return _steps(work)


def _steps(work: Callable[[Callable[[Step], None]], BuildReport]) -> Iterator[Step | BuildReport]:
    """What a piece of work tells on its way, as it tells it, then what it returns; its errors are raised here."""
    told: Queue[Step | None] = Queue()
    with ThreadPoolExecutor(1, "minutebook-build") as pool:
        done = pool.submit(work, told.put)
        done.add_done_callback(lambda _: told.put(None))
        while (step := told.get()) is not None:
            yield step
        yield done.result()


def _free(path: Path) -> Path:
    """The path, or the first like it that no file has: two files of one name are both kept."""
    n, free = 2, path
    while free.exists():
        free, n = path.with_name(f"{path.stem} ({n}){path.suffix}"), n + 1
    return free
