"""Words that are relied on stand in the evidence word for word, or they count for nothing."""

import pytest

from assistant.support.verifier import span_of

TEXT = "The Ferry Panel's report – “Fares and Dogs” – said that\nthe fare | for a dog | is £2.40 a day from 1 May 2031."


@pytest.mark.parametrize(
    "words",
    [
        "the fare for a dog is £2.40 a day",
        'The ferry panel\'s report - "Fares and Dogs" - said',
        "The Ferry Panel’s report ... is £2.40 a day",
        "“the fare | for a dog”",
        "£2.40",
        "said that the fare for a dog is £2.40 a day from 1 May 2031.",
    ],
)
def test_spaces_bars_capitals_quotes_dashes_and_gaps_do_not_matter(words: str) -> None:
    span = span_of(words, TEXT)
    assert span is not None
    first = words.strip("“").split()[0].strip("“").lower().replace("’", "'")
    assert TEXT[span[0] :].lower().startswith(first)


@pytest.mark.parametrize(
    "words",
    [
        "the fare for a cat is £2.40",
        "£2.4",
        "is £2.40 a day ... The Ferry Panel",
        "the",
        "",
        "...",
        "fare for a do",
        "the fare a dog",
    ],
)
def test_other_words_another_order_and_too_few_stand_nowhere(words: str) -> None:
    assert span_of(words, TEXT) is None


def test_the_span_goes_from_the_first_word_to_the_end_of_the_last() -> None:
    span = span_of("Ferry Panel's report … for a dog", TEXT)
    assert span is not None
    assert TEXT[slice(*span)] == "Ferry Panel's report – “Fares and Dogs” – said that\nthe fare | for a dog"
