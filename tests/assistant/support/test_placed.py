"""A date of a sentence is the source's for the same thing, where the source has nearly the words round it."""

from assistant.support.placed import placed_moment_faults
from assistant.support.source import read, source_of

AWARD = (
    "On 3 May 2023 the Council heard that it had kept its award. "
    "On 28 March 2024 the award was presented to Full Council by Colonel Marsh."
)
POSTS = "He became Honorary Alderman in 2010. He was appointed Deputy Lieutenant of Ellerdale in 2001."


def _reasons(sentence: str, paragraph: str) -> list[str]:
    return [fault.reason for fault in placed_moment_faults(read(sentence), source_of([paragraph]))]


def test_a_date_of_another_thing_is_a_fault() -> None:
    said = "The award was presented to Full Council by Colonel Marsh on {}."
    assert _reasons(said.format("3 May 2023"), AWARD) == ["The paragraph gives 28 March 2024 for this, not 3 May 2023"]
    assert _reasons(said.format("28 March 2024"), AWARD) == []


def test_each_of_two_dates_is_laid_beside_the_words_of_its_own_clause() -> None:
    said = "He was appointed Deputy Lieutenant of Ellerdale in {}, and Honorary Alderman in {}."
    assert _reasons(said.format(2010, 2001), POSTS) == ["The paragraph gives 2001 for this, not 2010"]
    assert _reasons(said.format(2001, 2010), POSTS) == []


def test_a_date_in_other_words_than_the_source_s_passes() -> None:
    assert _reasons("Word of the success came on 3 May 2023.", AWARD) == []
