"""How alike two texts are by their words."""

import pytest

from assistant.language.similarity import dot, rarity_of, runs, share


def test_a_text_s_runs_are_three_words_long() -> None:
    assert runs("The fee rose again") == {("the", "fee", "rose"), ("fee", "rose", "again")}
    assert runs("The fee") == {("the", "fee")}


def test_the_share_of_common_runs_is_of_all_runs() -> None:
    assert share(runs("The fee rose again"), runs("The fee rose twice")) == pytest.approx(1 / 3)
    assert share(runs("The fee"), runs("The fee")) == 1.0
    assert share(frozenset(), frozenset()) == 0.0


def test_a_stem_is_the_rarer_the_fewer_texts_have_it() -> None:
    rarity = rarity_of(["harbour fee", "harbour wall", "harbour light"])
    assert rarity.of("wall") > rarity.of("harbour")
    assert rarity.of("anything else") >= rarity.of("wall")


def test_a_vector_has_length_one_and_the_more_in_common_the_nearer() -> None:
    rarity = rarity_of(["harbour fee", "harbour wall", "harbour light"])
    fee, wall, same = (rarity.vector(text) for text in ("harbour fee", "harbour wall", "fee harbour"))
    assert dot(fee, fee) == pytest.approx(1.0)
    assert dot(fee, same) == pytest.approx(1.0)
    assert 0 < dot(fee, wall) < 1
    assert dot(fee, rarity.vector("")) == 0.0
