"""Keywords: words as members type them, ranked within what the reader may see."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bm25s
import pytest

from corpus.models import Access
from index.errors import IndexMissing
from index.keywords import KeywordIndex
from index.text import words_of

PUBLIC = frozenset({Access.PUBLIC})
BOTH = frozenset(Access)
ROWS = [
    ("benches", "Forty benches were mended in the park.", Access.PUBLIC),
    ("swings", "The swings in the park are rusty. The park is shut.", Access.PUBLIC),
    ("budget", "The budget for 24/24 is £4.2 million.", Access.PUBLIC),
    ("lodge", "The park lodge is sold to Zephyrine Holdings.", Access.EXEMPT),
]


@pytest.fixture
def index(tmp_path: Path) -> KeywordIndex:
    found = KeywordIndex(tmp_path / "keywords")
    found.build("1", ROWS)
    return found


def test_the_passage_that_says_it_most_comes_first(index: KeywordIndex) -> None:
    assert list(index.best(words_of("parks"), 10, PUBLIC)) == ["swings", "benches"]


def test_no_more_than_k_are_found(index: KeywordIndex) -> None:
    assert list(index.best(words_of("parks"), 1, PUBLIC)) == ["swings"]


def test_words_that_no_passage_holds_find_nothing(index: KeywordIndex) -> None:
    assert index.best(words_of("helicopter"), 10, PUBLIC) == {}
    assert index.best([], 10, PUBLIC) == {}


def test_only_allowed_passages_are_found(index: KeywordIndex) -> None:
    assert list(index.best(words_of("park"), 10, PUBLIC, frozenset({"benches"}))) == ["benches"]
    assert index.best(words_of("park"), 10, PUBLIC, frozenset()) == {}


def test_the_public_index_knows_no_exempt_word(index: KeywordIndex) -> None:
    assert index.best(words_of("Zephyrine park"), 10, PUBLIC).keys() == {"swings", "benches"}
    assert index.rarity(["zephyrin"], PUBLIC) == {"zephyrin": 0.0}
    assert "lodge" in index.best(words_of("Zephyrine park"), 10, BOTH)


def test_exempt_passages_do_not_change_the_public_s_scores(index: KeywordIndex, tmp_path: Path) -> None:
    alone = KeywordIndex(tmp_path / "alone")
    alone.build("1", ROWS[:3])
    assert alone.best(words_of("park"), 10, PUBLIC) == index.best(words_of("park"), 10, PUBLIC)
    assert alone.rarity(["park"], PUBLIC) == index.rarity(["park"], PUBLIC)


def test_a_rarer_word_weighs_more(index: KeywordIndex) -> None:
    weights = index.rarity(["park", "bench", "helicopt"], PUBLIC)
    assert 0 < weights["park"] < weights["bench"]
    assert weights["helicopt"] == 0


def test_a_reader_sees_the_index_that_another_run_wrote(index: KeywordIndex, tmp_path: Path) -> None:
    reader = KeywordIndex(tmp_path / "keywords")
    assert reader.best(["bench"], 10, PUBLIC)
    index.build("2", ROWS[1:])
    assert reader.best(["bench"], 10, PUBLIC) == {}
    assert reader.version() == "2"


def test_a_reader_that_starts_while_another_run_writes_finds_a_whole_index(
    index: KeywordIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new reader asks after each step that takes something away or puts something in its place."""
    found: list[set[str]] = []

    def followed_by_a_reader(act: Callable[..., object]) -> Callable[..., None]:
        def step(*values: Any, **more: Any) -> None:
            act(*values, **more)
            found.append(set(KeywordIndex(tmp_path / "keywords").best(["park"], 10, BOTH)))

        return step

    for owner, name in ((shutil, "rmtree"), (Path, "rename"), (Path, "replace")):
        monkeypatch.setattr(owner, name, followed_by_a_reader(getattr(owner, name)))
    index.build("2", ROWS[1:])
    assert found[0] == {"benches", "swings", "lodge"}
    assert found[-1] == {"swings", "lodge"}
    assert all(one in (found[0], found[-1]) for one in found)


def test_a_reader_whose_index_is_replaced_while_it_loads_finds_the_new_one(
    index: KeywordIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load, waiting = bm25s.BM25.load, [lambda: index.build("2", ROWS[1:])]

    def slow(*values: Any, **more: Any) -> Any:
        while waiting:
            waiting.pop()()
        return load(*values, **more)

    monkeypatch.setattr(bm25s.BM25, "load", slow)
    reader = KeywordIndex(tmp_path / "keywords")
    assert reader.best(["park"], 10, BOTH).keys() == {"swings", "lodge"}


def test_an_index_whose_files_are_lost_is_no_quiet_empty_one(index: KeywordIndex, tmp_path: Path) -> None:
    for path in (tmp_path / "keywords").rglob("ids.json"):
        path.unlink()
    with pytest.raises(FileNotFoundError):
        KeywordIndex(tmp_path / "keywords").best(["park"], 10, BOTH)


def test_only_the_newest_index_is_kept(index: KeywordIndex, tmp_path: Path) -> None:
    index.build("2", ROWS[1:])
    assert {path.name for path in (tmp_path / "keywords").iterdir()} == {"version", "2"}


def test_a_store_from_before_indexes_had_folders_of_their_own_is_read_and_renewed(
    index: KeywordIndex, tmp_path: Path
) -> None:
    folder = tmp_path / "keywords"
    for level in list((folder / "1").iterdir()):
        level.rename(folder / level.name)
    (folder / "1").rmdir()
    reader = KeywordIndex(folder)
    assert reader.best(["park"], 10, BOTH).keys() == {"benches", "swings", "lodge"}
    index.build("2", ROWS[1:])
    assert reader.best(["park"], 10, BOTH).keys() == {"swings", "lodge"}
    assert {path.name for path in folder.iterdir()} == {"version", "2"}


def test_a_passage_without_a_word_is_kept_and_never_found(tmp_path: Path) -> None:
    index = KeywordIndex(tmp_path / "keywords")
    index.build("1", [("dots", "...", Access.PUBLIC), ("benches", "Benches", Access.PUBLIC)])
    assert list(index.best(["bench", "_"], 10, PUBLIC)) in (["benches"], ["benches", "dots"])
    assert list(index.best(["bench"], 10, PUBLIC)) == ["benches"]


def test_searching_before_anything_was_indexed_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="minutebook index"):
        KeywordIndex(tmp_path / "keywords").best(["bench"], 10, PUBLIC)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Are the swigns rusty?", "Are the swings rusty?"),
        (
            "the ruzty swings in the prak",
            "the rusty swings in the prak",
        ),  # four letters are one letter away from too many words
        ("Who is Zephyrina?", "Who is Zephyrina?"),
        ("the budgett of Swigns", "the budget of Swigns"),  # a name stays
        ("mermaids", "mermaids"),
        ("became", "became"),  # a word that no paper has
    ],
)
def test_a_slip_of_typing_is_mended_by_the_papers_words(tmp_path: Path, typed: str, read: str) -> None:
    index = KeywordIndex(tmp_path / "keywords")
    rows = [*ROWS, ("more", "What will become of the swings?", Access.PUBLIC)]
    index.build("1", [*rows, *((f"{name} again", text, level) for name, text, level in rows)])
    assert index.spelled(typed, PUBLIC, {"became"}.__contains__) == read


def test_no_exempt_word_mends_what_the_public_types(tmp_path: Path) -> None:
    index = KeywordIndex(tmp_path / "keywords")
    index.build("1", [("a", "The lodge is sold.", Access.EXEMPT), ("b", "The lodge.", Access.EXEMPT), ROWS[0]])
    assert index.spelled("the lodgee", PUBLIC, set[str]().__contains__) == "the lodgee"
    assert index.spelled("the lodgee", BOTH, set[str]().__contains__) == "the lodge"
