"""Fusing rankings."""

import pytest

from index.fusion import reciprocal_rank_fusion, scaled, weighted_fusion


def test_a_passage_high_in_both_rankings_comes_first() -> None:
    fused = reciprocal_rank_fusion([["a", "b", "c"], ["b", "a", "d"]], k=60)
    assert [name for name, _ in fused][:2] == ["a", "b"]
    assert fused[0][1] == pytest.approx(1 / 61 + 1 / 62)


def test_a_constant_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        reciprocal_rank_fusion([["a"]], k=0)


def test_scaled_scores_end_at_one_and_no_score_stays_zero() -> None:
    assert scaled({"a": 4.0, "b": 1.0}) == {"a": 1.0, "b": 0.25}
    assert scaled({"a": 0.0}) == {"a": 0.0}


def test_weights_say_how_much_each_ranking_counts() -> None:
    fused = weighted_fusion([({"a": 2.0, "b": 1.0}, 0.4), ({"b": 8.0}, 0.6)])
    assert fused == {"a": pytest.approx(0.4), "b": pytest.approx(0.8)}
