"""A folder's front sheet says for which meeting its other papers are."""

from pathlib import Path

from index.catalogue import Catalogue
from index.models import Scope
from index.stores import Stores
from index_fakes import AGENDA, BOTH, UNDATED, HashedWords, run, same_everywhere


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
