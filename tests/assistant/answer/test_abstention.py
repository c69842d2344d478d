"""The words of an answer that is declined."""

from assistant.answer.abstention import NO_PARAGRAPH, declined
from assistant.citations import whole
from assistant.models import Answer, Mode
from assistant.support.shown_words import as_shown
from made_up import place

BASE = Answer("Why?", "", False, None, Mode.EXTRACTIVE, (), (), 0.0, searched="5 papers")
BENCHES = place("Ten benches were bought.", ref="12")


def test_the_closest_words_are_told_and_cited_where_they_are_on_the_matter() -> None:
    answer = declined(BASE, as_shown(whole(BENCHES)), BENCHES, 0, NO_PARAGRAPH)
    assert answer.abstained
    assert answer.answer == (
        "Not stated outright. The closest: Minute 12, 4 March 2024: Ten benches were bought. [1] Searched: 5 papers."
    )
    assert [one.quote for one in answer.citations] == ["Ten benches were bought."]


def test_where_nothing_is_on_the_matter_the_nearest_paragraph_is_only_named() -> None:
    answer = declined(BASE, None, BENCHES, 2, NO_PARAGRAPH)
    assert (answer.abstained, answer.citations) == (True, ())
    assert answer.answer.startswith(
        "The papers do not say. Searched: 5 papers. The nearest paragraph found is Minute 12"
    )
    assert answer.answer.endswith("2 papers could not be read (see `minutebook status`).")
