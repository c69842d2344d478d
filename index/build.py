"""Papers to index: reads what changed, embeds it, writes it, forgets what is gone. Resumes where it stopped."""

import fcntl
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from corpus.errors import PaperError
from corpus.files import sha256_of, walk
from corpus.models import Access, Meeting, Outline
from corpus.outline import outline_of
from corpus.place import folder_meeting, is_undated, placed, votes_of
from corpus.read import read_paper
from index.catalogue import Catalogue, FileRow, PaperRow, Refusal
from index.embedder import Embedder, Vectors
from index.errors import ModelMismatch, StoreBusy
from index.keywords import KeywordIndex
from index.models import Passage
from index.passages import passages_of
from index.tokens import count_tokens
from index.vectors import VectorStore

Progress = Callable[[str], None]
_TOGETHER = 100  # papers of a folder that are read before they are embedded, so that its front sheet places them


@dataclass(frozen=True, slots=True)
class Limits:
    """Units: bytes; cl100k tokens."""

    size: int
    passage_tokens: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, in numbers of papers."""

    indexed: int
    unchanged: int
    removed: int
    refused: tuple[Refusal, ...]


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
    namespace = f"minutebook-{catalogue.meta('namespace')}"
    return Stores(folder, catalogue, VectorStore(folder / "chroma", chroma_url, namespace), KeywordIndex(folder / "keywords"))


def build(paths: Sequence[Path], stores: Stores, embedder: Embedder, limits: Limits, progress: Progress) -> BuildReport:
    """Bring the index up to date with the papers under these paths.

    A paper that cannot be read is refused and listed, and the rest goes on; it is tried again when its
    bytes change. Papers whose files are gone leave the index.
    Raises: StoreBusy, ModelMismatch, VectorStoreDown; FileNotFoundError for a path that is not there.
    """
    with _held(stores.folder):
        check_model(stores.catalogue, embedder.name)
        for sha in stores.catalogue.begun():
            stores.vectors.delete_paper(sha)
            stores.catalogue.forget(sha)
        seen = _seen(paths, stores.catalogue)
        removed = _remove_gone(stores, seen)
        done = _read_and_write(stores, embedder, limits, progress)
        if stores.keywords.version() != stores.catalogue.meta("version"):
            progress("Writing the keyword index")
            stores.keywords.build(stores.catalogue.meta("version") or "", stores.catalogue.passage_texts())
        refused = tuple(stores.catalogue.refusals())
        unchanged = len(stores.catalogue.papers()) - done
        return BuildReport(done, unchanged, removed, refused)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """One build at a time holds a store; the lock goes with the process."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "build.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreBusy(f"Another run is indexing into {folder}. Wait for it to end.") from error
        yield


def check_model(catalogue: Catalogue, name: str) -> None:
    """Raises: ModelMismatch where the index was built with another embedding model."""
    remembered = catalogue.meta("model")
    if remembered is None:
        catalogue.remember("model", name)
    elif remembered != name:
        raise ModelMismatch(
            f"This index was built with the embedding model {remembered!r}, and {name!r} is set. "
            "Set MINUTEBOOK_EMBEDDING_MODEL back, or index into another --store."
        )


def _seen(paths: Sequence[Path], catalogue: Catalogue) -> dict[str, FileRow]:
    """The files now there, by path: those under the paths and those known from before; hashed where they changed."""
    known = catalogue.files()
    rows: dict[str, FileRow] = {}
    for path in [*walk(paths), *(Path(name) for name in known)]:
        name = str(path)
        if name in rows or not path.is_file():
            continue
        stat = path.stat()
        old = known.get(name)
        if old is not None and (old.size, old.mtime) == (stat.st_size, stat.st_mtime_ns):
            rows[name] = old
        else:
            rows[name] = FileRow(name, stat.st_size, stat.st_mtime_ns, sha256_of(path))
    catalogue.put_files([row for name, row in rows.items() if known.get(name) != row], [name for name in known if name not in rows])
    return rows


def _remove_gone(stores: Stores, seen: dict[str, FileRow]) -> int:
    present = {row.sha for row in seen.values()}
    removed = 0
    for paper in stores.catalogue.papers():
        if paper.sha not in present:
            stores.vectors.delete_paper(paper.sha)
            stores.catalogue.forget(paper.sha)
            removed += 1
    for refusal in stores.catalogue.refusals():
        if refusal.sha not in present:
            stores.catalogue.pardon(refusal.sha)
    return removed


def _read_and_write(stores: Stores, embedder: Embedder, limits: Limits, progress: Progress) -> int:
    """Read, place, embed and write every paper that is new, changed or now placed elsewhere; how many."""
    files = stores.catalogue.files()
    by_sha: dict[str, list[str]] = {}
    for row in files.values():
        by_sha.setdefault(row.sha, []).append(row.path)
    folders: dict[str, list[str]] = {}
    for sha, names in by_sha.items():
        folders.setdefault(str(Path(min(names)).parent), []).append(sha)
    total = 0
    todo = _todo(stores.catalogue, by_sha)
    for folder in sorted(folders):
        shas = sorted((sha for sha in folders[folder] if sha in todo), key=lambda sha: (not _names_a_front(min(by_sha[sha])), min(by_sha[sha])))
        for first in range(0, len(shas), _TOGETHER):
            total += _write_together(stores, embedder, limits, progress, folder, shas[first : first + _TOGETHER], by_sha)
        total += _place_again(stores, embedder, limits, progress, folder, by_sha)
    return total


def _names_a_front(path: str) -> bool:
    return any(word in Path(path).name.lower() for word in ("agenda", "frontsheet", "summons"))


def _todo(catalogue: Catalogue, by_sha: dict[str, list[str]]) -> set[str]:
    """Papers not yet indexed nor refused, and those whose first file went away."""
    indexed = {paper.sha: paper.path for paper in catalogue.papers()}
    refused = {refusal.sha for refusal in catalogue.refusals()}
    return {sha for sha, names in by_sha.items() if sha not in refused and indexed.get(sha) not in names}


def _write_together(
    stores: Stores,
    embedder: Embedder,
    limits: Limits,
    progress: Progress,
    folder: str,
    shas: Sequence[str],
    by_sha: dict[str, list[str]],
) -> int:
    outlines: dict[str, tuple[Outline, int | None, bool]] = {}
    for n, sha in enumerate(shas, 1):
        path = Path(min(by_sha[sha]))
        progress(f"Reading {n}/{len(shas)} {path.name}")
        try:
            reading = read_paper(path, limits.size)
            outlines[sha] = (outline_of(reading, path.name), reading.pages, reading.ocr)
        except PaperError as error:
            refusal = Refusal(sha, path.name, str(path), error.page, error.what, error.remedy)
            stores.catalogue.refuse(refusal)
            progress(f"Refused {error}")
    context = _context(stores.catalogue, folder, [outline for outline, _, _ in outlines.values()])
    councils = _councils(stores.catalogue, [outline for outline, _, _ in outlines.values()])
    for n, (sha, (outline, pages, ocr)) in enumerate(outlines.items(), 1):
        path = Path(min(by_sha[sha]))
        row = PaperRow(sha, path.name, str(path), pages, ocr, folder, _as_text(context), is_undated(outline), json.dumps([asdict(vote) for vote in votes_of(outline)]))
        passages = passages_of(placed(outline, context, councils), sha, limits.passage_tokens, count_tokens)
        progress(f"Embedding {n}/{len(outlines)} {path.name}, {len(passages)} passages")
        _write(stores, embedder, row, placed(outline, context, councils), passages)
    return len(outlines)


def _place_again(
    stores: Stores, embedder: Embedder, limits: Limits, progress: Progress, folder: str, by_sha: dict[str, list[str]]
) -> int:
    """Papers of a folder whose front sheet came, changed or went are read again where they lean on it."""
    context = _as_text(_context(stores.catalogue, folder, []))
    stale = [p.sha for p in stores.catalogue.papers() if p.folder == folder and p.undated and p.context != context]
    return _write_together(stores, embedder, limits, progress, folder, stale, by_sha) if stale else 0


def _context(catalogue: Catalogue, folder: str, outlines: Sequence[Outline]) -> Meeting | None:
    votes = [Meeting(**vote) for paper in catalogue.papers() if paper.folder == folder for vote in json.loads(paper.votes)]
    return folder_meeting([*votes, *(vote for outline in outlines for vote in votes_of(outline))])


def _as_text(meeting: Meeting | None) -> str:
    return json.dumps(asdict(meeting), ensure_ascii=False) if meeting else ""


def _councils(catalogue: Catalogue, outlines: Sequence[Outline]) -> list[str]:
    known = {part.meeting.council for _, part in catalogue.parts(frozenset(Access))}
    known |= {part.meeting.council for outline in outlines for part in outline.parts}
    return sorted(name for name in known if name)


def _write(stores: Stores, embedder: Embedder, row: PaperRow, outline: Outline, passages: Sequence[Passage]) -> None:
    texts = [passage.embedded for passage in passages]
    units = [text for passage in passages for text in passage.unit_texts]
    vectors = embedder.embed_documents([*texts, *units])
    stores.catalogue.begin(row.sha)
    if passages:
        stores.vectors.write(passages, vectors[: len(texts)])
    stores.catalogue.put(row, outline, passages, _by_passage(passages, vectors[len(texts) :]))


def _by_passage(passages: Sequence[Passage], vectors: Vectors) -> list[Vectors]:
    ends = np.cumsum([len(passage.units) for passage in passages])
    return list(np.split(vectors, ends[:-1])) if passages else []

