"""Stems, and words that say little."""

import pytest

from assistant.language.stems import NEGATORS, PAST, STOP, is_light, stem_of, stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("fell", "fall"), ("Children", "child"), ("council's", "council"), ("agreed", "agree"), ("met", "meeting")],
)
def test_the_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


def test_a_phrase_has_the_stems_of_its_words_in_order() -> None:
    assert stems_of("children in care") == (stem_of("child"), "in", "care")


def test_past_forms_are_known_as_such_and_nouns_are_not() -> None:
    assert {"fell", "held", "withdrew"} <= PAST
    assert not {"children", "criteria", "left"} & PAST


def test_light_words_say_little() -> None:
    assert is_light("made", stem_of("made"))
    assert not is_light("harbour", stem_of("harbour"))


def test_a_word_that_denies_is_no_stop_word() -> None:
    assert not STOP & NEGATORS
