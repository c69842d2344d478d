"""A date of a sentence is the source's for the same thing, where the source has nearly the words round it."""

from assistant.support.placed import placed_moment_faults
from assistant.support.source import read, source_of

LICENCE = (
    "On 6 June 2023 the Board heard that the ferry had kept its licence. "
    "On 17 October 2023 the licence was shown to the Harbour Board by Captain Quill."
)
POSTS = "She became the harbour pilot in 2010. She was made warden of the Ellerdale lock in 2001."


def _reasons(sentence: str, paragraph: str) -> list[str]:
    return [fault.reason for fault in placed_moment_faults(read(sentence), source_of([paragraph]))]


def test_a_date_of_another_thing_is_a_fault() -> None:
    said = "The licence was shown to the Harbour Board by Captain Quill on {}."
    assert _reasons(said.format("6 June 2023"), LICENCE) == [
        "The paragraph gives 17 October 2023 for this, not 6 June 2023"
    ]
    assert _reasons(said.format("17 October 2023"), LICENCE) == []


def test_each_of_two_dates_is_laid_beside_the_words_of_its_own_clause() -> None:
    said = "She was made warden of the Ellerdale lock in {}, and harbour pilot in {}."
    assert _reasons(said.format(2010, 2001), POSTS) == ["The paragraph gives 2001 for this, not 2010"]
    assert _reasons(said.format(2001, 2010), POSTS) == []


def test_a_date_in_other_words_than_the_source_s_passes() -> None:
    assert _reasons("Word of the success came on 6 June 2023.", LICENCE) == []
