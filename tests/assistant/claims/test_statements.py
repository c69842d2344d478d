"""A claim taken apart into statements."""

import pytest

from assistant.claims.statements import MOST, statements_of


@pytest.mark.parametrize(
    "claim, count",
    [
        ("The fee rose. The grant fell.", 2),
        ("Officers recommended closing the pool, but the Cabinet kept it open.", 2),
        ("The nurses helped the hubs in the north, while the police helped those in the south.", 2),
        ("Minor and major repairs and new paths were paid for.", 1),
        ("The Cabinet kept the pool open; voted through the new fees; and noted the rest.", 2),
        ("The Cabinet kept the pool open; the fees; the rest.", 1),
        ("- The fee rose in May.\n- The grant fell in June.", 2),
        ("Cllr. Day and Mr. Marsh asked for more time.", 1),
        ("", 0),
        (" ... 12 % \n", 0),
    ],
)
def test_a_claim_is_taken_apart_where_both_sides_say_something(claim: str, count: int) -> None:
    assert len(statements_of(claim)) == count


def test_the_statements_stand_in_the_claims_order_without_bullets_and_quotation_marks() -> None:
    assert statements_of("- “The fee rose. The grant fell in June, but the roof was mended in May.”") == [
        "The fee rose.",
        "The grant fell in June",
        "the roof was mended in May.",
    ]


def test_a_speech_is_cut_after_eight_statements_and_a_long_statement_after_600_letters() -> None:
    assert len(statements_of("The fee rose. " * 40)) == MOST == 8
    assert [len(text) for text in statements_of("The fee rose " + "and rose " * 200)] == [600]
