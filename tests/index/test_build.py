"""A store's life: built, unchanged, changed, refused, cut off, emptied."""

import fcntl
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from corpus.models import Access
from index.catalogue import Catalogue
from index.errors import IndexMissing, ModelMismatch, StoreBusy
from index.models import Scope
from index.stores import Step, Stores, open_stores
from index.text import words_of
from index_fakes import (
    AGENDA,
    BOTH,
    EXEMPT,
    LIMITS,
    PUBLIC,
    UNDATED,
    FailingCatalogue,
    FailingVectors,
    HashedWords,
    PowerCut,
    ids_in,
    minutes,
    run,
)
from places import SAMPLE


def texts(stores: Stores) -> str:
    return "\n".join(text for _, text, _ in stores.catalogue.passage_texts())


def same_everywhere(stores: Stores) -> set[str]:
    """The passages' ids, having seen that the three stores hold the same."""
    catalogue, vectors, keywords = ids_in(stores)
    assert catalogue == vectors == keywords
    return catalogue


# What changed, and only that


def test_papers_are_read_into_all_three_stores(parks_papers: Path, stores: Stores) -> None:
    report = run(parks_papers, stores)
    assert (report.indexed, report.unchanged, report.removed, report.refused) == (2, 0, 0, ())
    assert same_everywhere(stores)
    assert stores.catalogue.counts(PUBLIC)["bodies"] == ["Parks Committee"]


def test_every_citable_paragraph_is_in_exactly_one_passage(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    found = stores.catalogue.passages([name for name, _, _ in stores.catalogue.passage_texts()], BOTH.access)
    held = [name for passage, _ in found.values() for name in passage.paragraphs]
    places = stores.catalogue.paragraphs(held, BOTH.access).values()
    assert len(held) == len(set(held)) == len(places)
    assert sum(not place.paragraph.heading for place in places) == stores.catalogue.counts(BOTH)["paragraphs"]


def test_an_unchanged_run_reads_and_embeds_nothing(
    parks_papers: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    (parks_papers / "empty.txt").touch()
    run(parks_papers, stores)
    version = stores.catalogue.meta("version")
    for name in ("read_paper", "sha256_of"):
        monkeypatch.setattr(f"index.build.{name}", lambda *_: pytest.fail("a paper was opened"))
    again = HashedWords()
    report = run(parks_papers, stores, again)
    assert (report.indexed, report.unchanged, report.removed, len(report.refused)) == (0, 2, 0, 1)
    assert again.calls == []
    assert stores.catalogue.meta("version") == version == stores.keywords.version()


def test_a_paper_is_read_again_when_asked_though_it_did_not_change(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    before = ids_in(stores)
    report = run(parks_papers, stores, again=[str(parks_papers / "minutes.md")])
    assert (report.indexed, report.unchanged) == (1, 1)
    assert ids_in(stores) == before


def test_a_build_tells_which_page_of_which_paper_it_reads(tmp_path: Path, stores: Stores) -> None:
    canvas = Canvas(str(tmp_path / "two.pdf"))
    for words in ("Minutes of the Parks Committee, 8 January 2024", "2. The gates were mended in the autumn."):
        canvas.drawString(72, 720, words)
        canvas.showPage()
    canvas.save()
    said: list[Step] = []
    run(tmp_path / "two.pdf", stores, said=said)
    reading = [(step.file, step.n, step.of, step.page, step.pages) for step in said if step.stage == "reading"]
    assert reading == [("two.pdf", 1, 1, 0, 0), ("two.pdf", 1, 1, 1, 2), ("two.pdf", 1, 1, 2, 2)]


def test_a_file_touched_but_not_changed_is_not_embedded(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    os.utime(parks_papers / "minutes.md", (1, 1))
    again = HashedWords()
    assert run(parks_papers, stores, again).unchanged == 2
    assert again.calls == []


def test_only_the_changed_paper_is_embedded_again(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    (parks_papers / "minutes.md").write_text(minutes(43), encoding="utf-8")
    again = HashedWords()
    report = run(parks_papers, stores, again)
    assert (report.indexed, report.unchanged, report.removed) == (1, 1, 1)
    assert len(again.calls) == 1
    assert not any("52 benches" in text for text in again.calls[0])
    assert "43 benches" in texts(stores)
    assert "41 benches" not in texts(stores)
    same_everywhere(stores)


def test_a_removed_paper_leaves_all_three_stores(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    (parks_papers / "later.md").unlink()
    assert run(parks_papers, stores).removed == 1
    assert same_everywhere(stores)
    assert stores.catalogue.counts(BOTH)["last"] == "2024-01-08"
    (parks_papers / "minutes.md").unlink()
    assert run(parks_papers, stores).removed == 1
    assert same_everywhere(stores) == set()


def test_another_folder_adds_and_takes_nothing_away(parks_papers: Path, stores: Stores, tmp_path: Path) -> None:
    run(parks_papers, stores)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "june.md").write_text(minutes(60, "3 June 2024"), encoding="utf-8")
    report = run(tmp_path / "more", stores)
    assert (report.indexed, report.unchanged, report.removed) == (1, 2, 0)


def test_the_same_bytes_twice_are_one_paper_with_two_names(parks_papers: Path, stores: Stores) -> None:
    shutil.copy(parks_papers / "minutes.md", parks_papers / "minutes copy.md")
    assert run(parks_papers, stores).indexed == 2
    shas = [row.sha for row in stores.catalogue.files().values()]
    assert (len(shas), len(set(shas))) == (3, 2)
    ids = same_everywhere(stores)
    (parks_papers / "minutes copy.md").unlink()
    assert run(parks_papers, stores).removed == 0
    assert len(same_everywhere(stores)) == len(ids)


def test_a_renamed_paper_leaves_nothing_under_its_old_name(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    count = len(same_everywhere(stores))
    (parks_papers / "minutes.md").rename(parks_papers / "january.md")
    run(parks_papers, stores)
    assert len(same_everywhere(stores)) == count
    assert {paper.name for paper in stores.catalogue.papers()} == {"january.md", "later.md"}


def test_papers_of_one_name_and_the_same_words_are_told_apart(tmp_path: Path, stores: Stores) -> None:
    for n, date in enumerate(["8 January 2024", "4 March 2024", "3 June 2024"]):
        (tmp_path / "papers" / str(n)).mkdir(parents=True)
        (tmp_path / "papers" / str(n) / "minutes.md").write_text(minutes(41, date), encoding="utf-8")
    assert run(tmp_path / "papers", stores).indexed == 3
    assert stores.catalogue.counts(PUBLIC)["meetings"] == 3
    assert texts(stores).count("41 benches") == 3
    same_everywhere(stores)


def test_a_store_inside_the_papers_folder_is_no_paper(parks_papers: Path) -> None:
    stores = open_stores(parks_papers / "store", create=True)
    assert run(parks_papers, stores).refused == ()
    again = run(parks_papers, stores)
    assert (again.indexed, again.unchanged, again.refused) == (0, 2, ())


def test_a_path_that_is_not_there_is_said(stores: Stores, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        run(tmp_path / "nowhere", stores)


# Refused


def bad_papers(folder: Path) -> dict[str, str]:
    """One of each kind that cannot be read, by name, with a word of its reason."""
    (folder / "empty.txt").touch()
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing of the kind")
    (folder / "page.pdf").write_bytes(b"<html>not found</html>")
    (folder / "sheet.xlsx").write_bytes(b"PK no reader for it")
    (folder / "large.txt").write_text("words " * 20_000, encoding="utf-8")
    locked = Canvas(str(folder / "locked.pdf"), encrypt=StandardEncryption("secret", canPrint=0))
    locked.drawString(72, 720, "Minutes of the Parks Committee")
    locked.save()
    scan = Canvas(str(folder / "scan.pdf"))
    scan.rect(72, 72, 300, 400, fill=1)
    scan.save()
    return {
        "empty.txt": "empty",
        "broken.pdf": "",
        "page.pdf": "PDF",
        "sheet.xlsx": ".xlsx",
        "large.txt": "limit",
        "locked.pdf": "password",
        "scan.pdf": "no",
    }


def test_bad_papers_are_refused_with_reason_and_remedy_and_the_rest_goes_on(parks_papers: Path, stores: Stores) -> None:
    wanted = bad_papers(parks_papers)
    said: list[Step] = []
    report = run(parks_papers, stores, said=said)
    assert report.indexed == 2
    listed = {refusal.name: refusal for refusal in report.refused}
    assert listed.keys() == wanted.keys()
    for name, reason in wanted.items():
        assert reason in listed[name].what
        assert listed[name].remedy
        assert any(step.stage == "refused" and name in str(step) for step in said)
    assert report.refused == tuple(stores.catalogue.refusals())


def test_refused_papers_are_tried_again_when_their_bytes_change(parks_papers: Path, stores: Stores) -> None:
    names = bad_papers(parks_papers)
    run(parks_papers, stores)
    later = Canvas(str(parks_papers / "scan.pdf"))
    later.drawString(72, 720, "Minutes of the Parks Committee of 3 June 2024")
    later.save()
    (parks_papers / "empty.txt").write_text(minutes(7, "3 June 2024"), encoding="utf-8")
    report = run(parks_papers, stores)
    assert (report.indexed, report.unchanged) == (2, 2)
    assert {refusal.name for refusal in report.refused} == set(names) - {"scan.pdf", "empty.txt"}


def test_a_refused_paper_that_is_gone_is_listed_no_more(parks_papers: Path, stores: Stores) -> None:
    (parks_papers / "empty.txt").touch()
    run(parks_papers, stores)
    (parks_papers / "empty.txt").unlink()
    assert run(parks_papers, stores).refused == ()


def test_a_paper_over_the_limit_is_read_once_the_limit_is_raised(parks_papers: Path, stores: Stores) -> None:
    (parks_papers / "large.txt").write_text("words " * 20_000, encoding="utf-8")
    assert len(run(parks_papers, stores).refused) == 1
    report = run(parks_papers, stores, limits=replace(LIMITS, size=1_000_000))
    assert (report.indexed, report.unchanged, report.refused) == (1, 2, ())


def test_a_paper_that_may_not_be_opened_is_refused_until_it_may(
    parks_papers: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def shut(path: Path, *values: object, **more: object) -> object:
        if path.name == "later.md":
            raise PermissionError(13, "Permission denied")
        return opened(path, *values, **more)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", shut)
        for indexed in (1, 0):
            report = run(parks_papers, stores)
            assert report.indexed == indexed
            (refusal,) = report.refused
            assert (refusal.name, refusal.what) == ("later.md", "it cannot be opened (Permission denied)")
    report = run(parks_papers, stores)
    assert (report.indexed, report.unchanged, report.refused) == (1, 1, ())


# Cut off


def whole(papers: Path, folder: Path) -> set[str]:
    """The passages' ids of a build that nothing cut off."""
    stores = open_stores(folder, create=True)
    run(papers, stores)
    return same_everywhere(stores)


@pytest.mark.parametrize("paper", [1, 2, 3])
@pytest.mark.parametrize("where", ["embedding", "after the vectors", "before the catalogue"])
def test_a_build_that_was_cut_off_shows_no_half_paper_and_resumes(
    parks_papers: Path, stores: Stores, tmp_path: Path, where: str, paper: int
) -> None:
    (parks_papers / "secret.md").write_text(EXEMPT, encoding="utf-8")
    embedder = HashedWords(breaks_at=paper if where == "embedding" else None)
    breaking = stores
    if where == "after the vectors":
        breaking = replace(stores, vectors=FailingVectors(stores.vectors, stores.folder / "chroma", paper))
    elif where == "before the catalogue":
        breaking = replace(stores, catalogue=FailingCatalogue(stores.catalogue.path, paper))
    with pytest.raises(PowerCut):
        run(parks_papers, breaking, embedder)
    fresh = open_stores(stores.folder)
    assert len(fresh.catalogue.papers()) == paper - 1
    for row in fresh.catalogue.papers():
        assert fresh.catalogue.paper_counts(BOTH.access)[row.sha] > 0
    report = run(parks_papers, fresh)
    assert (report.indexed, report.unchanged) == (4 - paper, paper - 1)
    assert same_everywhere(fresh) == whole(parks_papers, tmp_path / "another")
    assert fresh.catalogue.begun() == []


def test_a_paper_removed_after_it_was_cut_off_leaves_no_vectors(parks_papers: Path, stores: Stores) -> None:
    with pytest.raises(PowerCut):
        run(parks_papers, replace(stores, vectors=FailingVectors(stores.vectors, stores.folder / "chroma", 1)))
    assert len(ids_in(stores)[1]) > 0
    for path in parks_papers.iterdir():
        path.unlink()
    run(parks_papers, stores)
    assert ids_in(stores) == (set(), set(), set())


def test_a_keyword_index_cut_off_is_written_by_the_next_run(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    shutil.rmtree(stores.folder / "keywords")
    again = HashedWords()
    run(parks_papers, stores, again)
    assert again.calls == []
    assert same_everywhere(open_stores(stores.folder))


def test_vectors_that_are_gone_are_written_again(parks_papers: Path, tmp_path: Path) -> None:
    run(parks_papers, open_stores(tmp_path / "before", create=True))
    # As a backup without the vectors would bring it back.
    shutil.copytree(tmp_path / "before" / "keywords", tmp_path / "store" / "keywords")
    with sqlite3.connect(tmp_path / "before" / "catalogue.db") as before:
        before.backup(sqlite3.connect(tmp_path / "store" / "catalogue.db"))
    stores = open_stores(tmp_path / "store")
    assert run(parks_papers, stores).indexed == 2
    assert same_everywhere(stores)


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.0, 0.7, 2.0])
def test_a_killed_process_resumes_and_leaves_no_orphans(tmp_path: Path, seconds: float) -> None:
    """Kill -9 in the middle of writing, some time after the first paper stood in the catalogue."""
    papers = tmp_path / "papers"
    shutil.copytree(SAMPLE, papers, ignore=shutil.ignore_patterns("*.py"))
    store = tmp_path / "store"
    command = [sys.executable, "-m", "assistant", "index", str(papers), "--store", str(store), "--json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        until = time.monotonic() + 120
        while process.poll() is None and time.monotonic() < until and not _indexed(store):
            time.sleep(0.02)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
    before = _indexed(store)
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(ended.stdout)
    total = len(list(papers.iterdir()))
    assert report["indexed"] + report["unchanged"] + len(report["refused"]) == total
    assert report["unchanged"] == before > 0
    stores = open_stores(store)
    ids = {name for name, _, _ in stores.catalogue.passage_texts()}
    assert stores.vectors.count() == len(ids)
    once = tmp_path / "once"
    subprocess.run([*command[:5], "--store", str(once)], capture_output=True, check=False)
    assert ids == {name for name, _, _ in open_stores(once).catalogue.passage_texts()}


def _indexed(store: Path) -> int:
    try:
        return len(open_stores(store).catalogue.papers())
    except IndexMissing:
        return 0


# Settings


def test_another_embedding_model_is_refused_in_words(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores)
    with pytest.raises(ModelMismatch, match="hashed-words.*another-model.*MINUTEBOOK_EMBEDDING_MODEL"):
        run(parks_papers, stores, HashedWords("another-model"))
    assert run(parks_papers, stores).unchanged == 2


def test_a_model_that_never_embedded_a_paper_is_not_remembered(parks_papers: Path, stores: Stores) -> None:
    with pytest.raises(PowerCut):
        run(parks_papers, stores, HashedWords("mistyped", breaks_at=1))
    assert run(parks_papers, stores, HashedWords("right")).indexed == 2
    assert stores.catalogue.meta("model") == "right"


def test_another_length_of_passages_reads_every_paper_again(parks_papers: Path, stores: Stores) -> None:
    run(parks_papers, stores, limits=replace(LIMITS, passage_tokens=400))
    few = same_everywhere(stores)
    assert run(parks_papers, stores, limits=replace(LIMITS, passage_tokens=15)).indexed == 2
    assert len(same_everywhere(stores)) > len(few)


def test_a_second_build_at_the_same_time_is_refused(parks_papers: Path, stores: Stores) -> None:
    with (stores.folder / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreBusy, match="Wait for it"):
            run(parks_papers, stores)
    assert run(parks_papers, stores).indexed == 2


def test_a_store_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="minutebook index"):
        open_stores(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


# Who sees what


def test_exempt_words_stay_out_of_everything_public(parks_papers: Path, stores: Stores) -> None:
    (parks_papers / "secret.md").write_text(EXEMPT, encoding="utf-8")
    run(parks_papers, stores)
    secret = {name for name, _, access in stores.catalogue.passage_texts() if access is Access.EXEMPT}
    assert secret
    words = words_of("highest tender for the lodge from Zephyrine Holdings")
    vector = HashedWords().embed_query("highest tender for the lodge from Zephyrine Holdings")
    public = [*stores.vectors.nearest(vector, 1000, PUBLIC), *stores.keywords.best(words, 1000, PUBLIC.access)]
    assert secret.isdisjoint(public)
    assert stores.keywords.rarity(["zephyrin"], PUBLIC.access) == {"zephyrin": 0.0}
    assert secret & stores.vectors.nearest(vector, 1000, BOTH).keys()
    assert secret & stores.keywords.best(words, 1000, BOTH.access).keys()
    without, everything = stores.catalogue.counts(PUBLIC), stores.catalogue.counts(BOTH)
    (parks_papers / "secret.md").unlink()
    run(parks_papers, stores)
    assert stores.catalogue.counts(BOTH) == without != everything


def test_exempt_vectors_are_in_a_collection_of_their_own(parks_papers: Path, stores: Stores) -> None:
    (parks_papers / "secret.md").write_text(EXEMPT, encoding="utf-8")
    run(parks_papers, stores)
    client = stores.vectors._open()
    held = {one.name.rsplit("-", 1)[1]: set(one.get()["ids"]) for one in client.list_collections()}
    wanted: dict[str, set[str]] = {"public": set(), "exempt": set()}
    for name, _, access in stores.catalogue.passage_texts():
        wanted[access.value].add(name)
    assert held == wanted


@pytest.mark.parametrize(
    ("scope", "dates"),
    [
        (Scope(since="2024-02-01"), {"2024-03-04"}),
        (Scope(until="2024-01-08"), {"2024-01-08"}),
        (Scope(since="2024-01-08", until="2024-03-04"), {"2024-01-08", "2024-03-04"}),
        (Scope(council="Aldermere Borough Council", body="Parks Committee"), {"2024-01-08", "2024-03-04"}),
        (Scope(council="Thornbeck Town Council"), set()),
        (Scope(body="Cabinet"), set()),
        (Scope(kind="minutes", until="2024-02-01"), {"2024-01-08"}),
        (Scope(kind="report"), set()),
    ],
)
def test_a_scope_holds_for_vectors_and_keywords_alike(
    parks_papers: Path, stores: Stores, scope: Scope, dates: set[str]
) -> None:
    run(parks_papers, stores)
    allowed = stores.catalogue.allowed(scope)
    near = stores.vectors.nearest(HashedWords().embed_query("benches mended"), 1000, scope)
    words = stores.keywords.best(words_of("benches mended committee swings apologies"), 1000, scope.access, allowed)
    assert near.keys() == allowed
    assert words.keys() <= allowed
    assert bool(words) == bool(dates)
    found = stores.catalogue.passages([*near, *words], scope.access)
    assert {passage.date for passage, _ in found.values()} == dates


# A folder's meeting


def dates_of(catalogue: Catalogue, name: str) -> set[str | None]:
    sha = next(row.sha for row in catalogue.papers() if row.name == name)
    return {part.meeting.date for paper, part in catalogue.parts(BOTH.access) if paper == sha}


def test_a_paper_is_placed_when_its_front_sheet_arrives_later(tmp_path: Path, stores: Stores) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "appendix.md").write_text(UNDATED, encoding="utf-8")
    run(papers, stores)
    assert dates_of(stores.catalogue, "appendix.md") == {None}
    (papers / "frontsheet.md").write_text(AGENDA.format(date="8 January 2024"), encoding="utf-8")
    assert run(papers, stores).indexed == 2
    assert dates_of(stores.catalogue, "appendix.md") == {"2024-01-08"}
    scope = Scope(since="2024-01-08", until="2024-01-08", kind="appendix")
    assert stores.vectors.nearest(HashedWords().embed_query("bench survey"), 10, scope).keys() == (
        stores.catalogue.allowed(scope)
    )
    assert "8 January 2024" in next(text for _, text, _ in stores.catalogue.passage_texts() if "survey" in text)
    same_everywhere(stores)
    assert run(papers, stores).indexed == 0
    (papers / "frontsheet.md").write_text(AGENDA.format(date="4 March 2024"), encoding="utf-8")
    run(papers, stores)
    assert dates_of(stores.catalogue, "appendix.md") == {"2024-03-04"}
    (papers / "frontsheet.md").unlink()
    run(papers, stores)
    assert dates_of(stores.catalogue, "appendix.md") == {None}
    same_everywhere(stores)


def test_a_front_sheet_places_only_its_own_folder(tmp_path: Path, stores: Stores) -> None:
    for name in ("one", "two"):
        (tmp_path / "papers" / name).mkdir(parents=True)
    (tmp_path / "papers" / "one" / "agenda.md").write_text(AGENDA.format(date="8 January 2024"), encoding="utf-8")
    (tmp_path / "papers" / "two" / "appendix.md").write_text(UNDATED, encoding="utf-8")
    run(tmp_path / "papers", stores)
    assert dates_of(stores.catalogue, "appendix.md") == {None}


def test_what_is_done_is_counted_once(tmp_path: Path, stores: Stores) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for n in range(3):
        (papers / f"appendix-{n}.md").write_text(f"{UNDATED}\n\n1.2 Number {n}.\n", encoding="utf-8")
    run(papers, stores)
    (papers / "agenda.md").write_text(AGENDA.format(date="8 January 2024"), encoding="utf-8")
    report = run(papers, stores)
    assert (report.indexed, report.unchanged) == (4, 0)
