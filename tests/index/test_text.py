"""The words, stems, sentences and number words that every room reads."""

import pytest

from index.text import NUMBER_WORDS, ORDINAL_WORDS, sentences, stem, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Benches' slats", ["bench", "slat"]),
        ("minute 24/24", ["minut", "24/24"]),
        ("£1,250,000.", ["1250000"]),
        ("4.2% of £4.2m", ["4.2%", "4.2m"]),
        ("What did they do about it?", []),
        ("", []),
    ],
)
def test_words_are_stemmed_and_figures_stay_whole(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "found"), [("benches", "bench"), ("bench", "bench"), ("minutes", "minut"), ("fell", "fell"), ("", "")]
)
def test_a_stem_is_what_a_word_s_regular_forms_share(word: str, found: str) -> None:
    assert stem(word) == found


def test_number_words_stand_for_their_numbers() -> None:
    assert [NUMBER_WORDS[word] for word in ("zero", "one", "ten", "nineteen")] == [0, 1, 10, 19]
    assert ORDINAL_WORDS.index("third") + 1 == 3
    assert len(ORDINAL_WORDS) == 10


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The report was noted by the board. The chair thanked officers.", 2),
        ("Cllr. Ash of St. Mary's ward asked about item No. 4 at length.", 1),
        ("That the budget be set at £4.2 million; and that officers report back.", 2),
        ("The first line of the address\nThe second line of the address", 2),
        ("Yes.", 1),
        ("   ", 0),
        ("", 0),
    ],
)
def test_sentences_hold_every_word_and_end_where_a_reader_would_say(text: str, parts: int) -> None:
    spans = sentences(text)
    assert len(spans) == parts
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
