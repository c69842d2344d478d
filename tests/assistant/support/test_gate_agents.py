"""The support gate on who did what and what came of what: the same in another order passes, the same of another is stopped."""

import pytest

from assistant.language.annotated import read
from assistant.support.gate import judge
from assistant.support.rules.assertion.causes import causings

LICENCE = (
    "The police had objected on the ground of disorder; the Noise Officer, having agreed terms with the applicant, withdrew "
    "her objection. The appeal was dismissed by the inspector."
)
HOMES = "The average stay had lengthened because fewer homes had come free. The Council bought six houses to bring the bill down."
AUDIT = "Limited assurance was given on contracts. Substantial assurance was given on payroll. All ten points were accepted and six have been closed."


def test_a_cause_is_told_from_what_came_of_it_whichever_stands_first() -> None:
    for text in (
        "Costs rose because staff left.",
        "Because staff left, costs rose.",
        "That staff left led to rising costs.",
    ):
        (one,) = causings(read(text))
        words = {read(text).tokens[n].low for n in one.cause}
        assert "staff" in words
        assert "costs" not in words


@pytest.mark.parametrize(
    "sentence, paragraph, reason",
    [
        ("The police withdrew their objection.", LICENCE, "Noise Officer"),
        ("The Noise Officer objected on the ground of disorder.", LICENCE, "police"),
        ("The police dismissed the appeal.", LICENCE, "inspector"),
        ("Fewer homes had come free because the average stay had lengthened.", HOMES, "came of the other"),
        ("The average stay had lengthened because the Council bought six houses.", HOMES, "came of the other"),
        ("The average stay had lengthened because of landlords.", HOMES, "as the cause"),
        ("All ten points have been closed.", AUDIT, "“six”, not “All”"),
        ("Costs were awarded to the Council.", "Costs were awarded against the Council.", "against Council"),
        ("The hall has been let since 2019.", "The hall was let until 2019.", "until 2019"),
    ],
)
def test_what_one_did_is_not_told_of_another(sentence: str, paragraph: str, reason: str) -> None:
    verdict = judge(sentence, [paragraph])
    assert not verdict.supported
    assert verdict.reason is not None
    assert reason.lower() in verdict.reason.lower()


@pytest.mark.parametrize(
    "sentence, paragraph",
    [
        ("The Noise Officer withdrew her objection.", LICENCE),
        ("The inspector dismissed the appeal.", LICENCE),
        ("People stayed longer because fewer homes had come free.", HOMES),
        ("Payroll was given substantial assurance.", AUDIT),
        ("Six of the ten points have been closed.", AUDIT),
        ("Costs were awarded against the Council.", "The inspector awarded costs against the Council."),
    ],
)
def test_the_same_told_in_another_order_is_borne_out(sentence: str, paragraph: str) -> None:
    assert judge(sentence, [paragraph]).supported


def test_what_a_recommendation_says_a_body_agrees_was_not_agreed() -> None:
    proposed = "That the Cabinet agrees Option C and shuts the library in Mill Lane with effect from 31 March 2024."
    told = "The Cabinet agreed Option C and shuts the library in Mill Lane with effect from 31 March 2024."
    assert judge(told, [proposed]).rule == "decision_faults"
