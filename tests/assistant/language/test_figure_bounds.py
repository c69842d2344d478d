"""How the words round a figure bound it."""

import pytest

from assistant.language.figure_bounds import bound_of


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 50 homes", "over"),
        ("50 or more homes", "at-least"),
        ("no fewer than 50 homes", "at-least"),
        ("up to 50 homes", "at-most"),
        ("fewer than 50 homes", "under"),
        ("nearly 50 homes", "nearly"),
        ("about 50 homes", "about"),
        ("and not 50 homes", "not"),
        ("the 50 homes", ""),
        ("from 11 in January up to 50", ""),  # where a change ended
        ("brought the total up to 50", ""),
    ],
)
def test_a_figure_is_bounded_by_the_words_round_it(text: str, bound: str) -> None:
    start = text.rindex("50")
    assert bound_of(text, start, start + 2) == bound


def test_over_two_years_is_during_them_and_more_than_two_years_is_not() -> None:
    assert bound_of("over 2 years", 5, 12, is_time=True) == ""
    assert bound_of("more than 2 years", 10, 17, is_time=True) == "over"
