"""A build reads what changed, and only that; each store holds the same."""

import os
import shutil
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from index.stores import Step, Stores, open_stores
from index_fakes import BOTH, PUBLIC, HashedWords, ids_in, minutes, run, same_everywhere, words_in


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
    assert "43 benches" in words_in(stores)
    assert "41 benches" not in words_in(stores)
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
    assert words_in(stores).count("41 benches") == 3
    same_everywhere(stores)


def test_a_store_inside_the_papers_folder_is_no_paper(parks_papers: Path) -> None:
    stores = open_stores(parks_papers / "store", create=True)
    assert run(parks_papers, stores).refused == ()
    again = run(parks_papers, stores)
    assert (again.indexed, again.unchanged, again.refused) == (0, 2, ())


def test_a_path_that_is_not_there_is_said(stores: Stores, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        run(tmp_path / "nowhere", stores)
