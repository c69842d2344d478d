"""A verifier's words to judgements: tolerant of form, and of nothing else."""

import json

import pytest

from assistant.answer.generation.judgement_parser import judgements_in
from assistant.support.verifier import Bearing, Judgement


def test_a_line_gives_verdict_paragraphs_reason_correction_and_words() -> None:
    assert judgements_in("2 | 4, 5 | 17 voted for it, not 34 | contradicted | 17 voted for it. | For | (17)") == {
        2: Judgement(Bearing.CONTRADICTED, "17 voted for it, not 34", (4, 5), "For | (17)", "17 voted for it.")
    }


def test_a_dash_is_an_empty_field() -> None:
    told = judgements_in(
        "1 | 4 | nothing | supported | - | repaired 212 lamps\n2 | - | no word of it | neither | - | -"
    )
    assert told[1] == Judgement(Bearing.SUPPORTED, "nothing", (4,), "repaired 212 lamps", "")
    assert told[2] == Judgement(Bearing.NEITHER, "no word of it", (), "", "")


@pytest.mark.parametrize(
    "line",
    [
        "1. | [4] | nothing | **Supported** | - | the lamps",
        "| 1 | 4 | nothing | supported | - | the lamps |",
        "Statement 1 | 4 | nothing | supported | - | the lamps",
        "```\n1 | 4 | nothing | supported | - | the lamps\n```",
        "<think>1 | 4 | all of it | contradicted | - | -</think>\n1 | 4 | nothing | supported | - | the lamps",
    ],
)
def test_marks_round_a_line_cost_nothing(line: str) -> None:
    assert judgements_in(line) == {1: Judgement(Bearing.SUPPORTED, "nothing", (4,), "the lamps", "")}


def test_a_small_model_s_bare_verdict_is_one() -> None:
    told = judgements_in("1. supported\n2: Neither - the paper does not say.\n3) contradicted")
    assert [told[n].bearing for n in (1, 2, 3)] == [Bearing.SUPPORTED, Bearing.NEITHER, Bearing.CONTRADICTED]
    assert told[2].reason == "the paper does not say."


def test_structured_verdicts_are_read_also_where_the_last_is_broken_off() -> None:
    one = {
        "statement": 1,
        "paragraphs": [2],
        "differs": "",
        "verdict": "supported",
        "instead": "",
        "words": "the lamps",
    }
    words = json.dumps({"verdicts": [one, {**one, "statement": 2, "verdict": "neither"}]})
    assert judgements_in(words)[1] == Judgement(Bearing.SUPPORTED, "", (2,), "the lamps", "")
    assert list(judgements_in(words[:-40])) == [1]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "All statements are supported.",
        "1 | 4 | nothing | true | - | the lamps",
        "1 | supported | - | contradicted",
        "one | 4 | nothing | supported | - | -",
        '{"verdicts": [{"statement": 1, "verdict": "yes"}]}',
        '{"statement": "all", "verdict": "supported"}',
        "1 | 4 | nothing | supported | - | -\n1 | 4 | another year | contradicted | - | -",
        "supported\nsupported",
        "not supported",
        "1. not supported",
        "1. unsupported",
    ],
)
def test_what_is_no_clear_verdict_on_a_statement_is_none(words: str) -> None:
    assert judgements_in(words) == {}
