"""Made-up resolutions of later days: what they do to an earlier one, and what leaves it as it stands."""

from dataclasses import replace

import pytest

from assistant.decisions.models import LaterRelation, Standing
from assistant.decisions.subsequent import with_later
from made_up import resolved

OTHERS = [
    resolved(f"that the {thing} be approved and the Director thanked.", "2023-05-01", thing.title(), n=n)
    for n, thing in enumerate(
        ("pay policy", "budget", "calendar of meetings", "allotment rents", "flood plan", "library hours")
    )
]
BOUGHT = resolved("that ten benches be bought for Aldermere Park at a cost of £4,000.", "2024-03-04")


@pytest.mark.parametrize(
    "words, relation, standing",
    [
        ("that the decision of 4 March 2024 on benches be rescinded.", LaterRelation.RESCINDED, Standing.RESCINDED),
        ("that the decision of 4 March 2024 be varied so that twelve benches be bought.", LaterRelation.CHANGED, Standing.SUPERSEDED),
        ("that the decision of 4 March 2024 on benches be referred back.", LaterRelation.REFERRED_BACK, Standing.REFERRED_BACK),
        ("that the resolution of 4 March 2024 on benches be reaffirmed.", LaterRelation.CONFIRMED, Standing.ACTIVE),
        ("that the benches be painted green in Aldermere Park.", LaterRelation.FOLLOWED, Standing.ACTIVE),
    ],
)  # fmt: skip
def test_a_later_resolution_says_what_it_does_to_an_earlier_one(
    words: str, relation: LaterRelation, standing: Standing
) -> None:
    later = resolved(words, "2024-06-03")
    earlier = with_later([BOUGHT, later, *OTHERS])[0]
    assert [(late.relation, late.decision, late.date) for late in earlier.later] == [(relation, later.id, "2024-06-03")]
    assert earlier.standing is standing
    assert earlier.later[0].words in earlier.later[0].citation.text


@pytest.mark.parametrize(
    "words",
    [
        "that the Council does not require reconsideration of the decision on benches.",
        "that the decision of 5 May 2021 on swings be rescinded.",  # of a day that no paper has
        "that the minutes of the meeting of 4 March 2024 be confirmed as a correct record.",
    ],
)
def test_what_is_denied_of_another_day_or_of_form_changes_no_decision(words: str) -> None:
    earlier = with_later([BOUGHT, resolved(words, "2024-06-03"), *OTHERS])[0]
    assert earlier.standing is Standing.ACTIVE
    assert all(late.relation is LaterRelation.FOLLOWED for late in earlier.later)


def test_neither_an_earlier_day_nor_another_councils_decision_bears_on_one() -> None:
    rescinds = "that the decision of 4 March 2024 on benches be rescinded."
    before = resolved(rescinds, "2024-01-08")
    elsewhere = replace(resolved(rescinds, "2024-06-03"), council="Thornbeck District Council")
    assert with_later([BOUGHT, before, elsewhere, *OTHERS])[0].later == ()


def test_what_was_only_moved_or_recommended_neither_changes_nor_is_changed() -> None:
    moved = replace(
        resolved("that the decision of 4 March 2024 on benches be rescinded.", "2024-06-03"), resolved=False
    )
    told = with_later([BOUGHT, moved, *OTHERS])
    assert told[0] == BOUGHT
    assert told[1].later == ()


def test_the_worst_of_several_later_decisions_tells_the_standing_and_all_are_listed_by_date() -> None:
    later = [
        resolved("that the decision of 4 March 2024 on benches be rescinded.", "2024-06-03"),
        resolved("that the resolution of 4 March 2024 on benches be reaffirmed.", "2024-04-08"),
    ]
    earlier = with_later([BOUGHT, *later, *OTHERS])[0]
    assert [late.relation for late in earlier.later] == [LaterRelation.CONFIRMED, LaterRelation.RESCINDED]
    assert earlier.standing is Standing.RESCINDED
