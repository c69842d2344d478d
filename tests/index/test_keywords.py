"""Keywords: words as members type them, ranked within what the reader may see."""

from pathlib import Path

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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Benches' slats", ["bench", "slat"]),
        ("minute 24/24", ["minut", "24/24"]),
        ("£1,250,000.", ["1250000"]),
        ("4.2% of £4.2m", ["4.2%", "4.2m"]),
        ("What did they do about it?", []),
        ("", []),
    ],
)
def test_words_are_stemmed_and_figures_stay_whole(text: str, words: list[str]) -> None:
    assert words_of(text) == words


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


def test_a_passage_without_a_word_is_kept_and_never_found(tmp_path: Path) -> None:
    index = KeywordIndex(tmp_path / "keywords")
    index.build("1", [("dots", "...", Access.PUBLIC), ("benches", "Benches", Access.PUBLIC)])
    assert list(index.best(["bench", "_"], 10, PUBLIC)) in (["benches"], ["benches", "dots"])
    assert list(index.best(["bench"], 10, PUBLIC)) == ["benches"]


def test_searching_before_anything_was_indexed_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="minutebook index"):
        KeywordIndex(tmp_path / "keywords").best(["bench"], 10, PUBLIC)
