"""The word lists as data: what each file says of itself holds, and no list speaks against another."""

from collections import Counter
from itertools import combinations, product

import pytest

from assistant.language.stems import stems_of
from assistant.language.word_lists import DATA, rows_of, word_set

LISTS = sorted(path.stem for path in DATA.glob("*.txt"))
ANTONYMS = ("antonyms", "antonyms_of_claims")

# Pairs that are synonyms and antonyms at once, so that today the one may stand for the other. A change of the gate decides
# which of the two each is; until then no other pair may join them.
KNOWN_CONFLICTS = {("man", "woman"), ("father", "mother"), ("saturday", "sunday")}


def _phrases(part: str) -> list[str]:
    return [phrase.strip() for phrase in part.split(",")]


@pytest.mark.parametrize("name", LISTS)
def test_each_list_tells_its_format_in_its_first_line(name: str) -> None:
    first = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# Format: ")


@pytest.mark.parametrize("name", LISTS)
def test_no_row_of_a_list_stands_in_it_twice(name: str) -> None:
    rows = [frozenset(frozenset(_phrases(side)) for side in row.split("/")) for row in rows_of(name)]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", ["synonyms", *ANTONYMS])
def test_no_phrase_stands_in_a_row_twice_or_is_empty(name: str) -> None:
    for row in rows_of(name):
        phrases = [phrase for side in row.split("/") for phrase in _phrases(side)]
        assert len(phrases) == len(set(phrases)) > 1, row
        assert all(phrase and phrase == phrase.lower() for phrase in phrases), row


@pytest.mark.parametrize("name", ["stop_words", "light_words"])
def test_no_word_stands_in_a_list_of_words_twice(name: str) -> None:
    counts = Counter(word for row in rows_of(name) for word in row.split())
    assert [word for word, count in counts.items() if count > 1] == []


def test_no_form_is_told_twice_and_every_note_is_known() -> None:
    rows = [row.split() for row in rows_of("irregular_forms")]
    assert len({form for form, *_ in rows}) == len(rows)
    assert all(len(row) == 2 or row[2:] == ["not-past"] for row in rows)


def _pair(one: str, other: str) -> frozenset[tuple[str, ...]]:
    return frozenset((stems_of(one), stems_of(other)))


def test_no_pair_is_both_synonym_and_antonym_but_the_known_ones() -> None:
    synonyms = {_pair(*two) for row in rows_of("synonyms") for two in combinations(_phrases(row), 2)}
    antonyms = {
        _pair(one, other)
        for name in ANTONYMS
        for row in rows_of(name)
        for first, second in combinations(row.split("/"), 2)
        for one, other in product(_phrases(first), _phrases(second))
    }
    assert synonyms & antonyms == {_pair(*two) for two in KNOWN_CONFLICTS}


def test_comments_and_empty_lines_are_no_rows() -> None:
    assert "and" in word_set("stop_words")
    assert not [word for word in word_set("stop_words") if word.startswith("#")]


def test_a_list_that_is_not_installed_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no_such_list\.txt"):
        rows_of("no_such_list")
