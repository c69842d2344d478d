"""The catalogue gives back what was put in, to whom it may."""

import sqlite3
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from corpus.models import Access, Box, Outline, PartKind, Status, Table
from index.catalogue import Catalogue
from index.errors import IndexMissing, StoreFormat
from index.models import Scope
from index.passages import passages_of
from index.rows import FileRow, PaperRow, Refusal
from index_fakes import NOTHING, outline, paragraph, part, without_tokens

PUBLIC, BOTH = frozenset({Access.PUBLIC}), frozenset(Access)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    found = Catalogue(tmp_path / "store" / "catalogue.db")
    found.create()
    return found


def put(catalogue: Catalogue, paper: Outline, sha: str = "a" * 64, path: str = "/papers/paper.md") -> list[str]:
    """A paper put in, each unit's vector its number; its passages' ids."""
    passages = passages_of(paper, sha, 60, lambda text: len(text.split()))
    vectors = [np.full((len(p.units), 4), n, dtype=np.float32) for n, p in enumerate(passages)]
    row = PaperRow(sha, Path(path).name, path, 3, False, str(Path(path).parent), "", False, "")
    catalogue.put(row, paper, passages, without_tokens(np.zeros((0, 4), dtype=np.float32), vectors))
    return [passage.id for passage in passages]


def test_a_store_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="minutebook index"):
        Catalogue(tmp_path / "catalogue.db").check()


def test_making_it_twice_keeps_what_is_in_it(catalogue: Catalogue) -> None:
    catalogue.remember("model", "one")
    again = Catalogue(catalogue.path)
    again.create()
    assert again.meta("model") == "one"
    assert again.meta("never-set") is None


def test_a_making_that_was_cut_off_is_made_good(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    path.touch()
    Catalogue(path).create()
    Catalogue(path).check()


@pytest.mark.parametrize("content", ["another", "no database"])
def test_what_another_version_made_is_refused_in_words(tmp_path: Path, content: str) -> None:
    path = tmp_path / "catalogue.db"
    if content == "another":
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE meta (key TEXT, value TEXT)")
            db.execute("INSERT INTO meta VALUES ('format', '0')")
    else:
        path.write_text("this is no database, and long enough for its header to be read as one " * 4)
    with pytest.raises(StoreFormat, match="Remove the folder"):
        Catalogue(path).create()


def test_paragraphs_come_back_as_they_were(catalogue: Catalogue) -> None:
    whole = paragraph(
        "p1",
        "Forty benches.",
        text="It was agreed:\nForty benches.",
        intro="It was agreed:",
        item="3",
        section="Costs",
        ref="2/24",
        page=2,
        line=7,
        end_line=9,
        status=Status.RESOLUTION,
        box=Box(1.0, 2.5, 3.0, 4.0),
        twin=-3,
    )
    place = part(
        PartKind.MINUTES, start_page=1, end_page=3, start_line=4, end_line=90, draft=True, held="cancelled", item="5"
    )
    put(catalogue, outline([whole, paragraph("p2")], [place]))
    found = catalogue.paragraphs(["p1", "unknown"], PUBLIC)["p1"]
    assert (found.paragraph, found.part, found.n) == (whole, place, 0)
    assert (found.paper, found.file, found.path) == ("a" * 64, "paper.md", "/papers/paper.md")


def test_what_stands_in_two_languages_is_listed_once(catalogue: Catalogue) -> None:
    sides = [paragraph("welsh", twin=-1), paragraph("english", twin=1), paragraph("alone")]
    put(catalogue, outline(sides))
    assert [place.paragraph.id for place in catalogue.with_status([Status.DISCUSSION], PUBLIC)] == ["english", "alone"]


def test_passages_come_back_with_their_units_vectors(catalogue: Catalogue) -> None:
    paper = outline([paragraph("a"), paragraph("b", item_title="Swings")])
    ids = put(catalogue, paper)
    passage, vectors = catalogue.passages(ids, PUBLIC)[ids[1]]
    assert passage.paragraphs == ("b",)
    assert passage.date == "2024-01-08"
    assert vectors.tolist() == [[1.0, 1.0, 1.0, 1.0]]


def test_what_a_search_ranks_by_is_that_of_the_whole_passage(catalogue: Catalogue) -> None:
    texts = ["First of the sentences here. Second of the sentences here.", "The swings are rusty."]
    ids = put(catalogue, outline([paragraph("a", texts[0]), paragraph("b", texts[1], item_title="Swings")]))
    ids += put(catalogue, outline([paragraph("h", heading=True)]), "b" * 64, "/papers/titles.md")
    texts_by_id, whole = catalogue.to_rank(ids, PUBLIC), catalogue.passages(ids, PUBLIC)
    assert list(texts_by_id) == list(whole)
    assert {len(passage.units) for passage, _ in whole.values()} == {0, 1, 2}
    for name, (text, vectors) in texts_by_id.items():
        passage, same = whole[name]
        assert all(getattr(passage, field.name) == getattr(text, field.name) for field in fields(text))
        assert vectors.tolist() == same.tolist()
        assert len(vectors) == len(passage.units)


def test_a_passage_of_headings_alone_has_no_vectors(catalogue: Catalogue) -> None:
    (name,) = put(catalogue, outline([paragraph("h", heading=True)]))
    passage, vectors = catalogue.passages([name], PUBLIC)[name]
    assert passage.units == ()
    assert len(vectors) == 0


def test_neighbours_stand_around_a_paragraph_in_order(catalogue: Catalogue) -> None:
    put(catalogue, outline([paragraph(name) for name in "abcde"]))
    assert [place.paragraph.id for place in catalogue.neighbours("a" * 64, 1, 2, PUBLIC)] == ["a", "b", "c", "d"]


def test_more_ids_than_one_query_takes(catalogue: Catalogue) -> None:
    names = [f"p{n}" for n in range(1201)]
    ids = put(catalogue, outline([paragraph(name) for name in names]))
    assert list(catalogue.paragraphs(names, PUBLIC)) != []
    assert set(catalogue.paragraphs(names, PUBLIC)) == set(names)
    assert set(catalogue.passages(ids * 30, PUBLIC)) == set(ids)
    assert catalogue.taken(names, "b" * 64) == set(names)
    assert catalogue.taken(names, "a" * 64) == frozenset()


def secret_paper() -> Outline:
    """A public part, then an exempt part of another body and date."""
    hidden = part(PartKind.REPORT, "2031-12-24", access=Access.EXEMPT)
    return outline(
        [paragraph("open"), paragraph("shut", "The tender is 310,000 pounds.", part=1, access=Access.EXEMPT)],
        [part(), hidden],
    )


def test_the_public_gets_nothing_exempt_by_any_question(catalogue: Catalogue) -> None:
    ids = put(catalogue, secret_paper())
    assert set(catalogue.paragraphs(["open", "shut"], PUBLIC)) == {"open"}
    assert len(catalogue.passages(ids, PUBLIC)) == 1
    assert [p.paragraph.id for p in catalogue.neighbours("a" * 64, 0, 5, PUBLIC)] == ["open"]
    assert len(catalogue.allowed(Scope(access=PUBLIC))) == 1
    assert [one.meeting.date for _, one in catalogue.parts(PUBLIC)] == ["2024-01-08"]
    counts = catalogue.counts(Scope(access=PUBLIC))
    assert (counts["paragraphs"], counts["passages"], counts["meetings"], counts["last"]) == (1, 1, 1, "2024-01-08")
    assert catalogue.paper_counts(PUBLIC) == {"a" * 64: 1}


def test_members_get_the_exempt_too(catalogue: Catalogue) -> None:
    ids = put(catalogue, secret_paper())
    assert set(catalogue.paragraphs(["open", "shut"], BOTH)) == {"open", "shut"}
    assert len(catalogue.passages(ids, BOTH)) == 2
    assert catalogue.counts(Scope(access=BOTH))["last"] == "2031-12-24"


def test_tables_come_back_as_they_were_to_those_who_may_see_all_their_rows(catalogue: Catalogue) -> None:
    headers, rows = (("Park", "2024/25"), ("", "£000")), (("Mere", "41"), ("Green", "12"))
    table = Table(0, "Parks", "£000", headers, ("Park", "2024/25 £000"), rows, ("one", "two"), 3, None)
    shown = [paragraph("one", "Mere | 41"), paragraph("two", "Green | 12")]
    put(catalogue, replace(outline(shown), tables=(table,)))
    assert catalogue.tables(PUBLIC) == catalogue.tables(PUBLIC, ("a" * 64, 0)) == [("a" * 64, table)]
    assert catalogue.tables(PUBLIC, ("a" * 64, 1)) == catalogue.tables(PUBLIC, ("b" * 64, 0)) == []
    kept = [shown[0], replace(shown[1], access=Access.EXEMPT)]
    put(catalogue, replace(outline(kept), tables=(table,)))
    assert (catalogue.tables(PUBLIC), catalogue.tables(BOTH)) == ([], [("a" * 64, table)])
    catalogue.forget("a" * 64)
    assert catalogue.tables(BOTH) == []


def test_counts_keep_to_the_scope(catalogue: Catalogue) -> None:
    put(catalogue, outline([paragraph("a"), paragraph("b")]))
    later = part(PartKind.REPORT, "2024-03-04")
    put(catalogue, outline([paragraph("c"), paragraph("h", heading=True)], [later]), "b" * 64, "/papers/report.md")
    every = catalogue.counts(Scope())
    assert (every["papers"], every["paragraphs"], every["meetings"]) == (2, 3, 2)
    assert (every["first"], every["last"]) == ("2024-01-08", "2024-03-04")
    assert every["bodies"] == ["Parks Committee"]
    for scope in (Scope(since="2024-02-01"), Scope(kind="report"), Scope(since="2024-03-04", until="2024-03-04")):
        counts = catalogue.counts(scope)
        assert (counts["papers"], counts["paragraphs"], counts["first"]) == (1, 1, "2024-03-04")
    assert catalogue.counts(Scope(council="Nowhere"))["paragraphs"] == 0
    assert catalogue.counts(Scope(body="Parks Committee"))["paragraphs"] == 3


def test_a_paper_put_again_replaces_what_was_there(catalogue: Catalogue) -> None:
    put(catalogue, outline([paragraph("a"), paragraph("b")]))
    before = catalogue.meta("version")
    put(catalogue, outline([paragraph("c")]))
    assert catalogue.counts(Scope())["paragraphs"] == 1
    assert catalogue.size() == len(catalogue.passage_texts()) == 1
    assert catalogue.meta("version") != before


def test_a_paper_is_put_whole_or_not_at_all(catalogue: Catalogue) -> None:
    put(catalogue, outline([paragraph("a")]))
    with pytest.raises(sqlite3.IntegrityError):  # its second paragraph's id is taken
        put(catalogue, outline([paragraph("b"), paragraph("a")]), "b" * 64, "/papers/other.md")
    assert [row.sha for row in catalogue.papers()] == ["a" * 64]
    assert set(catalogue.paragraphs(["a", "b"], PUBLIC)) == {"a"}


def test_a_forgotten_paper_leaves_every_table(catalogue: Catalogue) -> None:
    put(catalogue, outline([paragraph("a")]))
    catalogue.begin("a" * 64)
    catalogue.forget("a" * 64)
    assert catalogue.papers() == []
    assert catalogue.parts(BOTH) == []
    assert catalogue.begun() == []
    assert not catalogue.holds("a" * 64)
    assert catalogue.counts(Scope())["paragraphs"] == 0


def test_refusals_and_files_are_kept_and_dropped(catalogue: Catalogue) -> None:
    refusal = Refusal("c" * 64, "scan.pdf", "/papers/scan.pdf", 3, "no words in it", "Run OCR.")
    catalogue.refuse(refusal)
    assert catalogue.refusals() == [refusal]
    catalogue.pardon("c" * 64)
    assert catalogue.refusals() == []
    row = FileRow("/papers/scan.pdf", 10, 20, "c" * 64)
    catalogue.put_files([row], [])
    assert catalogue.files() == {row.path: row}
    catalogue.put_files([], [row.path])
    assert catalogue.files() == {}


@pytest.mark.parametrize(
    ("rows", "pages"),
    [
        ([(1, 0, "public"), (2, 0, "public")], None),
        ([(1, 0, "public"), (2, 1, "exempt"), (3, 2, "public")], {1, 3}),
        # The exempt words may run on to the page where the next paragraph of the same part begins.
        ([(1, 0, "public"), (2, 0, "exempt"), (4, 0, "public"), (5, 0, "public")], {1, 5}),
        ([(1, 0, "public"), (1, 0, "exempt"), (2, 1, "public")], {2}),
        ([(2, 0, "exempt"), (1, 0, "public")], {1}),
        ([(1, 0, "exempt")], set()),
        ([(None, 0, "public"), (None, 0, "exempt")], set()),
    ],
)
def test_pages_with_exempt_words_are_closed_to_the_public(
    catalogue: Catalogue, rows: Sequence[tuple[int | None, int, str]], pages: set[int] | None
) -> None:
    paragraphs = [
        paragraph(f"p{n}", page=page, part=where, access=Access(access)) for n, (page, where, access) in enumerate(rows)
    ]
    put(catalogue, outline(paragraphs, [part() for _ in range(3)]))
    assert catalogue.open_pages("/papers/paper.md", PUBLIC) == pages
    assert catalogue.open_pages("/papers/paper.md", BOTH) is None
    assert catalogue.open_pages("/papers/unknown.md", PUBLIC) == frozenset()


def test_words_read_from_a_picture_are_known_as_such(catalogue: Catalogue) -> None:
    paper = replace(outline([paragraph("typed", page=1), paragraph("pictured", page=2)]), ocr_pages=frozenset({2}))
    catalogue.put(
        PaperRow("a" * 64, "scan.pdf", "/papers/scan.pdf", 2, True, "/papers", "", False, ""), paper, [], NOTHING
    )
    found = catalogue.paragraphs(["typed", "pictured"], frozenset(Access))
    assert [found[name].ocr for name in ("typed", "pictured")] == [False, True]
