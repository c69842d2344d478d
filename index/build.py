"""Papers to index: a build reads what changed, embeds it, writes it, and forgets what is gone.

A build that was cut off leaves whole papers only, and the next one goes on from there.
"""

import fcntl
import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from corpus.errors import PaperError
from corpus.files import sha256_of, walk
from corpus.models import Meeting, Outline, Reading
from corpus.outline import listed_day, outline_of
from corpus.placement import Folder, Hints, folder_of, leans_on_others, placed, told_by
from corpus.read import KNOWN, read_paper
from index.catalogue import Catalogue
from index.embedder import Embedder
from index.errors import StoreBusy
from index.models import Passage
from index.passages import passages_of
from index.rows import FileRow, PaperRow, Refusal
from index.stores import Limits, Progress, Step, Stores, check_model
from index.tokens import count_tokens
from index.version_links import link_versions

_TOGETHER = 100  # papers of a folder that are read before they are embedded, so that its front sheet places them

Turned = Callable[[int, int], None]  # called for each page that is read, with its number from 1 and how many there are
Read = Callable[[Path, int, Turned], tuple[Reading, Outline]]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, in numbers of papers."""

    indexed: int
    unchanged: int
    removed: int
    refused: tuple[Refusal, ...]


def read_here(path: Path, size_limit: int, turned: Turned) -> tuple[Reading, Outline]:
    """A paper as read, and its outline.

    Raises: PaperError for a paper that cannot be read, OSError for a file that cannot be opened.
    """
    reading = read_paper(path, size_limit, turned)
    return reading, outline_of(reading, path.name, listed_day(path))


def build(
    paths: Sequence[Path],
    stores: Stores,
    embedder: Embedder,
    limits: Limits,
    progress: Progress,
    again: Collection[str] = (),
    read: Read = read_here,
) -> BuildReport:
    """Bring the index up to date with the papers under these paths and those known from before; what was done.

    `again`: paths of papers that are read afresh though they did not change. `read`: how a paper is read.
    A paper that cannot be read is refused and listed, and the rest goes on; it is tried again when its
    bytes change. Papers whose files are gone leave the index.
    Raises: StoreBusy, ModelMismatch, VectorStoreDown; FileNotFoundError for a path that is not there.
    """
    catalogue = stores.catalogue
    with _held(stores.folder):
        check_model(catalogue, embedder.name)
        for sha in catalogue.begun():
            _forget(stores, sha)
        _follow_settings(stores, limits, progress)
        by_sha = _seen(paths, stores)
        for sha in [sha for sha, names in by_sha.items() if not set(names).isdisjoint(again)]:
            _forget(stores, sha)
            catalogue.pardon(sha)
        removed = _remove_gone(stores, by_sha)
        done = _read_and_write(_Run(stores, embedder, limits, progress, by_sha, read))
        link_versions(catalogue)
        version = catalogue.meta("version") or ""
        if stores.keywords.version() != version:
            progress(Step("Writing the keyword index"))
            stores.keywords.build(version, catalogue.passage_texts())
        return BuildReport(len(done), len(catalogue.papers()) - len(done), removed, tuple(catalogue.refusals()))


@dataclass(frozen=True, slots=True)
class _Run:
    """One build: where it writes, with what, and the paths of each paper's files by its sha256."""

    stores: Stores
    embedder: Embedder
    limits: Limits
    progress: Progress
    by_sha: Mapping[str, Sequence[str]]
    read: Read

    def path(self, sha: str) -> str:
        """The file that stands for a paper: the first of its names."""
        return min(self.by_sha[sha])


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a store for one build; the lock ends with the process.

    Raises: StoreBusy where another build holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "build.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreBusy(f"Another run is indexing into {folder}. Wait for it to end.") from error
        yield


def _follow_settings(stores: Stores, limits: Limits, progress: Progress) -> None:
    """Undo what the settings before this build decided, so that the build does it again.

    Another size limit, a new reader and pictures that can be read now take refusals back. Another length of passages,
    another place of vectors and vectors that are gone take the papers out of the index.
    """
    catalogue = stores.catalogue
    reads = {"size_limit": str(limits.size), **_readers()}
    if any(catalogue.meta(key) != value for key, value in reads.items()):
        for refusal in catalogue.refusals():
            catalogue.pardon(refusal.sha)
    now = {"passage_tokens": str(limits.passage_tokens), "vectors": stores.vectors.place}
    changed = any(catalogue.meta(key) != value for key, value in now.items())
    if catalogue.size() and (changed or not stores.vectors.holds(catalogue.size())):
        progress(Step("The settings changed or vectors are gone: every paper is read again"))
        for paper in catalogue.papers():
            _forget(stores, paper.sha)
    for key, value in {**now, **reads}.items():
        if catalogue.meta(key) != value:
            catalogue.remember(key, value)


def _readers() -> dict[str, str]:
    """What papers can be read on this machine, as settings to remember: by their endings, and pictures of pages."""
    from corpus.readers.ocr import can_read  # loads PDFium

    return {"readers": " ".join(sorted(KNOWN)), "ocr": str(can_read())}


def _forget(stores: Stores, sha: str) -> None:
    stores.vectors.delete_paper(sha)
    stores.catalogue.forget(sha)


def _seen(paths: Sequence[Path], stores: Stores) -> dict[str, list[str]]:
    """The paths of each paper by its sha256: of files under these paths and those known from before that are still there.

    A file is hashed only where its size or time changed.
    """
    known = stores.catalogue.files()
    own = stores.folder.resolve()
    rows: dict[str, FileRow] = {}
    for path in [*walk(paths), *(Path(name) for name in known)]:
        name = str(path)
        if name in rows or path.is_relative_to(own):
            continue
        row = _file_row(path, known.get(name))
        if row is not None:
            rows[name] = row
    changed = [row for name, row in rows.items() if known.get(name) != row]
    stores.catalogue.put_files(changed, [name for name in known if name not in rows])
    by_sha: dict[str, list[str]] = {}
    for row in rows.values():
        by_sha.setdefault(row.sha, []).append(row.path)
    return by_sha


def _file_row(path: Path, old: FileRow | None) -> FileRow | None:
    """A file as it is now, or None where there is none; for one that cannot be opened, `sha` is made from its path."""
    try:
        if not path.is_file():
            return None
        stat = path.stat()
        if old is not None and (old.size, old.mtime) == (stat.st_size, stat.st_mtime_ns):
            return old
        return FileRow(str(path), stat.st_size, stat.st_mtime_ns, sha256_of(path))
    except OSError:
        # Size and time that no file has, so that it is tried again; reading it says what is wrong.
        return FileRow(str(path), -1, -1, f"unread-{hashlib.sha256(str(path).encode()).hexdigest()}")


def _remove_gone(stores: Stores, present: Collection[str]) -> int:
    """Forget the papers and refusals whose files are gone; how many papers those were."""
    gone = [paper.sha for paper in stores.catalogue.papers() if paper.sha not in present]
    for sha in gone:
        _forget(stores, sha)
    for refusal in stores.catalogue.refusals():
        if refusal.sha not in present:
            stores.catalogue.pardon(refusal.sha)
    return len(gone)


def _read_and_write(run: _Run) -> set[str]:
    """Read, place, embed and write every paper that is new, changed or now placed elsewhere; the sha256 of these."""
    folders: dict[str, list[str]] = {}
    for sha in run.by_sha:
        folders.setdefault(str(Path(run.path(sha)).parent), []).append(sha)
    todo = _todo(run)
    done: set[str] = set()
    for folder in sorted(folders):
        shas = [sha for sha in folders[folder] if sha in todo]
        shas.sort(key=lambda sha: (not _names_a_front(run.path(sha)), run.path(sha)))
        for first in range(0, len(shas), _TOGETHER):
            done |= _write_together(run, folder, shas[first : first + _TOGETHER])
        done |= _place_again(run, folder)
    return done


def _names_a_front(path: str) -> bool:
    """Whether a file's name says that it is a front sheet."""
    return any(word in Path(path).name.lower() for word in ("agenda", "frontsheet", "summons"))


def _todo(run: _Run) -> set[str]:
    """The papers to read: neither indexed nor refused, or indexed under a path that is gone, or readable further now."""
    indexed = {paper.sha: paper.path for paper in run.stores.catalogue.papers()}
    refused = {refusal.sha for refusal in run.stores.catalogue.refusals()}
    unread = _readable_now(run.stores.catalogue)
    return {
        sha
        for sha, names in run.by_sha.items()
        if sha not in refused and (indexed.get(sha) not in names or sha in unread)
    }


def _readable_now(catalogue: Catalogue) -> Collection[str]:
    """The papers that were indexed with pages that nothing could read, where tesseract has come since."""
    unread = catalogue.unread_pages()
    if not unread:
        return ()
    from corpus.readers.ocr import can_read  # loads PDFium

    return unread if can_read() else ()


def _write_together(run: _Run, folder: str, shas: Sequence[str]) -> set[str]:
    """Write papers of one folder; the sha256 of those that could be read.

    All are read before the first is written, so that the folder's front sheet places them all.
    """
    catalogue = run.stores.catalogue
    found = _read_together(run, shas)
    outlines = {sha: outline for sha, (_, outline) in found.items()}
    beside = _beside(catalogue, folder, outlines)
    councils = sorted({*catalogue.councils(), *_councils(outlines.values())})
    bodies = [*catalogue.bodies(), *_bodies(outlines.values())]
    for i, (sha, (reading, outline)) in enumerate(found.items(), 1):
        path = Path(run.path(sha))
        row = PaperRow(
            sha=sha,
            name=path.name,
            path=str(path),
            pages=reading.pages,
            ocr=reading.ocr,
            folder=folder,
            beside=_as_json(beside),
            leans=leans_on_others(outline),
            told=_as_json(told_by(outline)),
        )
        outline = _distinct(placed(outline, beside, councils, bodies), sha, catalogue)
        passages = passages_of(outline, sha, run.limits.passage_tokens, count_tokens)
        words = f"Embedding {i}/{len(found)} {path.name}, {len(passages)} passages"
        run.progress(Step(words, path.name, i, len(found), stage="embedding"))
        _write(run, row, outline, passages)
    return set(found)


def _read_together(run: _Run, shas: Sequence[str]) -> dict[str, tuple[Reading, Outline]]:
    """Papers as read with their outlines, by sha256; those that cannot be read are refused."""
    found: dict[str, tuple[Reading, Outline]] = {}
    for i, sha in enumerate(shas, 1):
        path = Path(run.path(sha))
        turned = partial(_say_reading, run.progress, path.name, i, len(shas))
        turned()
        try:
            found[sha] = run.read(path, run.limits.size, turned)
        except PaperError as error:
            _refuse(run, Refusal(sha, path.name, str(path), error.page, error.what, error.remedy))
        except OSError as error:
            what, remedy = f"it cannot be opened ({error.strerror})", "Let this user read it and index it again."
            _refuse(run, Refusal(sha, path.name, str(path), None, what, remedy))
    return found


def _refuse(run: _Run, refusal: Refusal) -> None:
    """List a paper as refused, take it out of the index, and say so."""
    if run.stores.catalogue.holds(refusal.sha):
        _forget(run.stores, refusal.sha)
    run.stores.catalogue.refuse(refusal)
    words = f"Refused {PaperError(refusal.name, refusal.page, refusal.what, refusal.remedy)}"
    run.progress(Step(words, refusal.name, stage="refused"))


def _say_reading(progress: Progress, file: str, i: int, of: int, page: int = 0, pages: int = 0) -> None:
    where = f", page {page} of {pages}" if page else ""
    progress(Step(f"Reading {i}/{of} {file}{where}", file, i, of, page, pages, "reading"))


def _place_again(run: _Run, folder: str) -> set[str]:
    """Read and write again the papers that lean on their folder's front sheet, where it came, changed or went."""
    papers = run.stores.catalogue.papers(folder)
    beside = _as_json(_beside(run.stores.catalogue, folder, {}))
    stale = [paper.sha for paper in papers if paper.leans and paper.beside != beside and paper.sha in run.by_sha]
    return _write_together(run, folder, stale) if stale else set()


def _beside(catalogue: Catalogue, folder: str, outlines: Mapping[str, Outline]) -> Folder:
    """What a folder's papers tell of one another: those indexed and those just read."""
    papers = [paper for paper in catalogue.papers(folder) if paper.sha not in outlines]
    return folder_of([*(_told(paper.told) for paper in papers), *map(told_by, outlines.values())])


def _told(text: str) -> Hints:
    """What a paper tells, from the catalogue's JSON."""
    held = json.loads(text)
    first = Meeting(**held["first"]) if held["first"] else None
    return Hints(tuple(Meeting(**vote) for vote in held["votes"]), first, held["named"])


def _as_json(value: Folder | Hints) -> str:
    return json.dumps(asdict(value), ensure_ascii=False)


def _councils(outlines: Iterable[Outline]) -> set[str]:
    return {part.meeting.council for outline in outlines for part in outline.parts if part.meeting.council}


def _bodies(outlines: Iterable[Outline]) -> list[tuple[str | None, str]]:
    """The bodies that papers name, each with its council, the longest name first."""
    meetings = (part.meeting for outline in outlines for part in outline.parts)
    found = {(meeting.council, meeting.body) for meeting in meetings if meeting.body}
    return sorted(found, key=lambda named: (-len(named[1]), named[1], named[0] or ""))


def _distinct(outline: Outline, sha: str, catalogue: Catalogue) -> Outline:
    """The outline with ids that no other paper has: a paper of the same name may say the same words."""
    taken = catalogue.taken([paragraph.id for paragraph in outline.paragraphs], sha)
    if not taken:
        return outline

    own = {name: f"{name}-{sha[:8]}" for name in taken}

    def distinct(name: str) -> str:
        return own.get(name, name)

    return replace(
        outline,
        paragraphs=tuple(replace(paragraph, id=distinct(paragraph.id)) for paragraph in outline.paragraphs),
        tables=tuple(replace(table, paragraphs=tuple(map(distinct, table.paragraphs))) for table in outline.tables),
        motions=tuple(
            replace(
                motion,
                paragraph=distinct(motion.paragraph),
                told=tuple(map(distinct, motion.told)),
                printed=tuple(map(distinct, motion.printed)),
                put=motion.put and distinct(motion.put),
            )
            for motion in outline.motions
        ),
        attendance=tuple(replace(one, paragraph=distinct(one.paragraph)) for one in outline.attendance),
        offices=tuple(replace(one, paragraph=distinct(one.paragraph)) for one in outline.offices),
    )


def _write(run: _Run, row: PaperRow, outline: Outline, passages: Sequence[Passage]) -> None:
    """Embed a paper and write it, its vectors first and the catalogue last.

    What is cut off in between is noted as begun, and the next build undoes it.
    """
    catalogue, vectors = run.stores.catalogue, run.stores.vectors
    embedded = run.embedder.embed_passages(
        [passage.embedded for passage in passages],
        [passage.spans for passage in passages],
        [passage.ends for passage in passages],
    )
    if catalogue.meta("model") is None:
        catalogue.remember("model", run.embedder.name)
    catalogue.begin(row.sha)
    if catalogue.holds(row.sha):
        vectors.delete_paper(row.sha)  # under another name or place its passages have other ids
    if passages:
        vectors.write(passages, embedded.vectors)
    catalogue.put(row, outline, passages, embedded)
