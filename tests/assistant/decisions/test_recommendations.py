"""Made-up recommendations beside made-up resolutions: which belong together."""

from dataclasses import replace

import pytest

from assistant.decisions.entries import cited
from assistant.decisions.recommendations import telling_words, title_share, with_recommended
from corpus.models import Status
from made_up import place, recommended, resolved

WORDS = "That ten oak benches be bought for the north shore before the summer fair."


def test_a_titles_numbers_and_words_of_form_tell_no_matter() -> None:
    assert telling_words("Annual Report on Benches 2024") == telling_words("Benches")
    assert telling_words("Update 2024") == set()
    assert telling_words(None) == set()


@pytest.mark.parametrize(
    "one, two, share",
    [
        ("Benches", "Benches and Swings Update", 1.0),
        ("Benches and swings", "Benches and gates", 0.5),
        ("Benches", "Swings", 0.0),
        ("Report", "Report", 0.0),
        (None, "Benches", 0.0),
    ],
)
def test_the_share_of_a_titles_words_is_counted_on_the_shorter(one: str | None, two: str | None, share: float) -> None:
    assert title_share(one, two) == share
    assert title_share(two, one) == share


def test_a_recommendation_stands_with_what_the_same_day_resolved_on_it() -> None:
    advice, other = recommended(WORDS), recommended("That the mere be dredged.", title="Mere", item="9", n=2)
    resolution = resolved("that twelve benches be bought.")
    told = {one.id: one for one in with_recommended([advice, other, resolution], [])}
    assert [cited.text for cited in told[resolution.id].recommended] == [WORDS]
    assert told[advice.id].became == resolution.id
    assert told[other.id].became is None


def test_what_another_day_recommended_is_not_what_was_resolved_on() -> None:
    resolution = resolved("that twelve benches be bought.", "2024-06-03")
    told = with_recommended([recommended(WORDS), resolution], [])
    assert all(not one.recommended and one.became is None for one in told)


def test_another_councils_recommendation_is_not_taken() -> None:
    advice = replace(recommended(WORDS), council="Thornbeck District Council")
    assert with_recommended([advice, resolved("that twelve benches be bought.")], [])[1].recommended == ()


def test_a_line_of_the_minute_that_tells_the_advice_is_cited_behind_the_reports_own_words() -> None:
    line = place("The Director's report recommended the purchase of benches.", Status.DISCUSSION, n=2)
    resolution = resolved("that twelve benches be bought.")
    told = with_recommended([recommended(WORDS), resolution], [(cited([line])[0], "Benches")])
    assert [(one.n, one.text) for one in told[1].recommended] == [(1, WORDS), (2, line.paragraph.text)]
