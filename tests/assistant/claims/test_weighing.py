"""How likely a paragraph bears a statement out or speaks against it, and the verdict that follows."""

import json
from importlib.resources import files

import pytest

from assistant.claims.laid import Laid
from assistant.claims.signs import signs_of, whereabouts, window
from assistant.claims.weighing import (
    WEIGHTS,
    ClaimWeights,
    Thresholds,
    Weighed,
    claim_weights,
    finding_of,
    is_contrary,
    is_same,
    surest,
)
from assistant.models import Finding
from made_up import candidate

EVEN = ClaimWeights({"denial": 0.0}, {"denial": 0.0}, 0.0, 0.0, Thresholds(0.5, 0.5, 1.0, 1.0))
AT = Thresholds(supported=0.5, refuted=0.4, rival_of_supported=0.8, rival_of_refuted=0.6)


def weighed(text: str, supported: float = 0.0, refuted: float = 0.0, n: int = 1) -> Weighed:
    return Weighed(candidate(text, n=n), Laid("The pool closed.", text), {}, supported, refuted)


@pytest.mark.parametrize(
    "supported, refuted, finding",
    [
        (0.6, 0.1, "supported"),
        (0.49, 0.1, "not-found"),
        (0.6, 0.5, "not-found"),  # a contrary say nearly as likely
        (0.1, 0.4, "refuted"),
        (0.1, 0.39, "not-found"),
        (0.3, 0.45, "not-found"),
        (0.0, 0.0, "not-found"),
    ],
)
def test_a_verdict_needs_likelihood_and_no_rival(supported: float, refuted: float, finding: str) -> None:
    assert finding_of(supported, refuted, AT).value == finding


def told_by(**told: float) -> dict[str, float]:
    """The signs that verdicts ask for besides likelihood, with none told but those given."""
    names = "denial denied_here denied_there opposite other_deed lost figure_other time_other figures figures_agree proposed owns own title"
    return dict.fromkeys(names.split(), 0.0) | {"around": 0.4} | told


def test_a_paragraph_speaks_against_only_where_something_in_it_is_contrary_and_it_is_about_the_statement() -> None:
    assert not is_contrary(told_by())
    assert is_contrary(told_by(opposite=0.3))
    assert is_contrary(told_by(figure_other=0.15))
    assert not is_contrary(told_by(opposite=0.3, around=0.2))
    assert EVEN.chances(told_by()) == pytest.approx((1 / 3, 0.0))
    assert EVEN.chances(told_by(opposite=0.3)) == pytest.approx((1 / 3, 1 / 3))


@pytest.mark.parametrize(
    "told, same",
    [
        ({}, True),
        ({"figures": 1.0, "figures_agree": 1.0}, True),
        ({"figures": 1.0, "figures_agree": 0.5}, False),
        ({"time_other": 0.4}, False),
        ({"denied_here": 1.0}, False),
        ({"denied_there": 1.0}, False),
        ({"proposed": 1.0}, False),
        ({"proposed": 1.0, "owns": 1.0}, True),
    ],
)
def test_a_paragraph_bears_out_only_what_it_says_with_the_same_figures_undenied_and_decided(
    told: dict[str, float], same: bool
) -> None:
    assert is_same(told_by(**told)) is same
    assert (EVEN.chances(told_by(**told))[0] > 0) is same


def test_the_papers_own_words_are_borne_out_unless_something_speaks_against() -> None:
    assert EVEN.chances(told_by(own=0.95))[0] == 0.9
    assert EVEN.chances(told_by(own=0.95, opposite=0.5))[0] == pytest.approx(1 / 3)
    assert EVEN.chances(told_by(own=0.95, figures=1.0))[0] == 0.0


def test_a_chance_is_the_softmax_of_the_weighed_signs() -> None:
    weights = ClaimWeights({"denial": -2.0}, {"denial": 2.0}, 1.0, -1.0, AT)
    told = weights.chances(told_by(denial=1.0))
    assert told == pytest.approx((0.0900, 0.6652), abs=1e-4)


def test_the_surest_paragraph_comes_first_and_each_once() -> None:
    one, two = weighed("The pool closed.", 0.5, 0.1, n=1), weighed("The lido closed.", 0.2, 0.6, n=2)
    again = weighed("The pool closed.", 0.4, 0.1, n=1)
    assert surest([again, two, one], Finding.SUPPORTED) == [one, two]
    assert surest([again, two, one], Finding.REFUTED)[0] is two
    assert surest([again, two, one], Finding.NOT_FOUND) == [two, one]  # by how much they say at all


def test_the_fitted_model_asks_for_signs_that_a_statement_has_and_says_how_it_came() -> None:
    held = json.loads(files("assistant.claims").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    assert held["made_by"]
    assert held["date"]
    assert held["data"]
    found = candidate("The pool closed.")
    given = signs_of(Laid("The pool closed.", window(found), whereabouts(found.placed)), found, 0.0, {})
    assert set(claim_weights().supported) == set(claim_weights().refuted) <= set(given)


def test_the_same_words_are_borne_out_rather_than_refuted_and_another_figure_is_not() -> None:
    found = candidate("The Council mended 13,102 potholes in 2024/25.")

    def chances(statement: str) -> tuple[float, float]:
        laid = Laid(statement, window(found), whereabouts(found.placed))
        return claim_weights().chances(signs_of(laid, found, 0.0, {}))

    supported, refuted = chances("The Council mended 13,102 potholes in 2024/25.")
    assert supported > 0.5 > refuted == 0.0
    other, against = chances("The Council mended 12,900 potholes in 2024/25.")
    assert other < supported
    assert against > refuted
