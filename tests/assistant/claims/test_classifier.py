"""What a paragraph says of a statement, by chances and signs set by hand; and the fitted weights as they ship."""

import json
import math
from dataclasses import replace
from importlib.resources import files

import pytest

from assistant.claims.classifier import CONTRARY, Classified, classified, rival, surest
from assistant.claims.features import Weighed, lay, weigh
from assistant.claims.weights import LogisticModel, claim_weights
from assistant.models import Finding
from made_up import candidate


def decided(about: float, against: float, speaks: float) -> Classified:
    """What a paragraph of its own says, with a sign that speaks against (or 0), all others silent."""
    fitted = claim_weights()
    names = (*CONTRARY, *fitted.about.weights, *fitted.against.weights, "proposed")
    signs = {**dict.fromkeys(names, 0.0), "denial": speaks}
    found = candidate("It is.", n=round(10_000 * about + 100 * against))
    return Classified(Weighed(found, lay("It is.", "It is.", "", "It is.", "discussion"), signs), about, against)


def test_more_is_needed_to_bear_a_statement_out_than_to_leave_it_open() -> None:
    weak, strong = decided(0.65, 0.45, 0.0), decided(0.9, 0.2, 0.0)
    assert weak.finding is strong.finding is Finding.SUPPORTED
    assert not weak.settles
    assert strong.settles


def test_a_paragraph_that_says_the_contrary_leaves_a_statement_open_unless_it_is_clear() -> None:
    against, middling, clear = decided(0.8, 0.75, 1.0), decided(0.8, 0.1, 0.0), decided(0.95, 0.1, 0.0)
    assert against.finding is Finding.REFUTED
    assert rival([middling, against]) is against
    assert rival([clear, against]) is None


def test_only_the_paragraphs_most_about_a_statement_have_a_say() -> None:
    near, far = decided(0.9, 0.2, 0.0), decided(0.7, 0.9, 1.0)
    assert far.finding is Finding.REFUTED
    assert surest([near, far]) == [near]


@pytest.mark.parametrize(
    "about, against, speaks, finding",
    [
        (0.9, 0.1, 0.0, Finding.SUPPORTED),
        (0.9, 0.9, 1.0, Finding.REFUTED),
        (0.9, 0.9, 0.0, Finding.NOT_FOUND),  # it leans against, but nothing in it speaks against
        (0.9, 0.1, 1.0, Finding.SUPPORTED),
        (0.2, 0.9, 1.0, Finding.NOT_FOUND),  # of another thing
    ],
)
def test_a_paragraph_refutes_only_where_something_in_it_speaks_against(
    about: float, against: float, speaks: float, finding: Finding
) -> None:
    assert decided(about, against, speaks).finding is finding


def test_a_proposal_bears_nothing_out() -> None:
    said = decided(0.9, 0.1, 0.0)
    proposed = replace(said, weighed=replace(said.weighed, signs={**said.weighed.signs, "proposed": 1.0}))
    assert proposed.finding is Finding.NOT_FOUND


def test_what_corrects_a_figure_has_the_last_word() -> None:
    said, firm = decided(0.9, 0.6, 1.0), decided(0.95, 0.95, 1.0)
    corrects = replace(said, weighed=replace(said.weighed, signs={**said.weighed.signs, "corrected": 1.0}))
    assert corrects.last
    assert surest([firm, corrects]) == [corrects, firm]
    assert rival([corrects, decided(0.95, 0.05, 0.0)]) is None


def test_a_chance_is_the_logistic_of_the_weighed_signs() -> None:
    model = LogisticModel(-1.0, {"borne": 2.0, "gap": -0.5})
    assert model.chance({"borne": 1.0, "gap": 2.0, "other": 9.0}) == 0.5
    assert model.chance({"borne": 0.0, "gap": 0.0}) == pytest.approx(1 / (1 + math.e))


def test_the_fitted_models_ask_for_signs_that_a_statement_has_and_say_how_they_came() -> None:
    weights = claim_weights()
    found = candidate("The pool closed in May.")
    signs = weigh("The pool closed in May.", found, 0.0, {}).signs
    assert {*weights.about.weights, *weights.against.weights, *CONTRARY} <= signs.keys()
    held = json.loads(files("assistant.claims").joinpath("weights.json").read_text(encoding="utf-8"))
    assert {"made_by", "date", "data"} <= held.keys()
    assert all(0.0 < value < 1.0 for value in held["thresholds"].values())


def test_the_same_words_are_borne_out_and_another_figure_is_not() -> None:
    found = candidate("The Council repaired 11,240 potholes in 2022/23.")
    same = classified(weigh("The Council repaired 11,240 potholes in 2022/23.", found, 0.0, {}))
    other = classified(weigh("The Council repaired 9,870 potholes in 2022/23.", found, 0.0, {}))
    assert same.finding is Finding.SUPPORTED
    assert same.against < 0.5 < other.against
    assert other.contrary


def test_a_paragraph_with_few_of_a_statements_words_calls_it_not_wrong() -> None:
    against = decided(0.9, 0.9, 1.0)
    found = against.weighed.candidate
    far = replace(against.weighed, candidate=replace(found, signs=replace(found.signs, around=0.2, title=0.05)))
    assert against.settles
    assert not replace(against, weighed=far).settles
