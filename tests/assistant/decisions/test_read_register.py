"""The register of a small store: what its minutes resolved, and nothing exempt for the public."""

from pathlib import Path

from assistant.decisions.models import EntryKind
from assistant.decisions.register import read_register
from corpus.models import Access
from index.stores import Stores
from index_fakes import EXEMPT, run

PUBLIC, ALL = frozenset({Access.PUBLIC}), frozenset(Access)
ASKS = EXEMPT.replace(
    "# Sale of the Lodge",
    "# Sale of the Lodge\n\n## Recommendations\n\nThe Committee is recommended to:\n\n(a) sell the lodge.",
)


def test_the_register_holds_what_was_resolved_the_newest_first(stores: Stores, parks_papers: Path) -> None:
    run(parks_papers, stores)
    register = read_register(stores.catalogue, PUBLIC)
    assert [(one.date, one.kind, one.ref, one.words) for one in register.decisions] == [
        ("2024-03-04", EntryKind.RESOLUTION, "2/24", "that the report on benches is received."),
        ("2024-01-08", EntryKind.RESOLUTION, "2/24", "that the report on benches is received."),
    ]
    assert (register.actions, register.planned) == ((), ())


def test_the_public_learns_nothing_of_an_exempt_recommendation(stores: Stores, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "lodge.md").write_text(ASKS, encoding="utf-8")
    run(papers, stores)
    assert read_register(stores.catalogue, PUBLIC).decisions == ()
    recommended = read_register(stores.catalogue, ALL).decisions
    assert [(one.kind, one.words) for one in recommended] == [
        (EntryKind.RECOMMENDATION, "The Committee is recommended to:\n(a) sell the lodge.")
    ]
