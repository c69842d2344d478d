"""Fusing the scores of several searches."""

import pytest

from index.fusion import weighted_fusion


def test_each_part_s_highest_score_counts_as_one() -> None:
    assert weighted_fusion([({"a": 4.0, "b": 1.0}, 1.0)]) == {"a": 1.0, "b": 0.25}


def test_a_part_without_a_score_above_zero_adds_nothing() -> None:
    assert weighted_fusion([({"a": 0.0}, 1.0), ({}, 1.0)]) == {"a": 0.0}


def test_weights_say_how_much_each_part_counts() -> None:
    fused = weighted_fusion([({"a": 2.0, "b": 1.0}, 0.4), ({"b": 8.0}, 0.6)])
    assert fused == {"a": pytest.approx(0.4), "b": pytest.approx(0.8)}
