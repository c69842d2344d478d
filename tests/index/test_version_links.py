"""Copies, drafts and later versions are known in the catalogue, and named only to those who may see them."""

from pathlib import Path

from corpus.models import Access
from index.models import Placed
from index.stores import Stores
from index_fakes import run

PUBLIC, ALL = frozenset({Access.PUBLIC}), frozenset(Access)
MINUTES = (
    "# {title} of the Harbour Scrutiny Board\n\n{mark}Tuesday 16 January 2024\n\nPresent: Councillor Brindle (Chair)\n\n"
    "1/24 Roads\n\nThe Board heard that the road to the harbour would be mended in the first week of May.\n\n"
    "2/24 Dredging\n\nRESOLVED that the Mere be dredged on the first {day} of June and that the cost be met from fees.\n"
)


def placed(stores: Stores, words: str, file: str, access: frozenset[Access] = ALL) -> Placed:
    ids = [row[0] for row in stores.catalogue._db.execute("SELECT id FROM paragraphs WHERE own LIKE ?", [f"%{words}%"])]
    found = stores.catalogue.paragraphs(ids, access).values()
    return next(place for place in found if place.file == file)


def test_a_draft_names_the_current_version_and_the_other_way_about(tmp_path: Path, stores: Stores) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "draft.md").write_text(MINUTES.format(title="Draft minutes", mark="", day="Thursday"))
    (papers / "approved.md").write_text(MINUTES.format(title="Minutes", mark="", day="Tuesday"))
    run(papers, stores)
    draft, approved = placed(stores, "Mere", "draft.md"), placed(stores, "Mere", "approved.md")
    assert [(also.relation, also.file) for also in draft.also] == [("current", "approved.md")]
    assert [(also.relation, also.file, also.draft) for also in approved.also] == [("earlier", "draft.md", True)]
    (papers / "draft.md").unlink()
    run(papers, stores)
    assert placed(stores, "Mere", "approved.md").also == ()


def test_the_public_is_not_told_of_an_exempt_version(tmp_path: Path, stores: Stores) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    mark = "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A\n\n"
    (papers / "open.md").write_text(MINUTES.format(title="Draft minutes", mark="", day="Tuesday"))
    (papers / "closed.md").write_text(
        "# NOT FOR PUBLICATION by virtue of paragraph 3\n\n" + MINUTES.format(title="Minutes", mark=mark, day="Tuesday")
    )
    run(papers, stores)
    assert all(part.access is Access.EXEMPT for sha, part in stores.catalogue.parts(ALL) if not part.draft)
    assert [also.file for also in placed(stores, "Mere", "open.md").also] == ["closed.md"]
    assert placed(stores, "Mere", "open.md", PUBLIC).also == ()
