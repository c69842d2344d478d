"""Who sees what: exempt words, and limits of a search, in all three stores."""

from pathlib import Path

import pytest

from corpus.models import Access
from index.models import Scope
from index.stores import Stores
from index.text import words_of
from index_fakes import BOTH, EXEMPT, PUBLIC, HashedWords, run


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
