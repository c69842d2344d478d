"""What may be told of a figure: the same, rounded, in another unit, or reckoned from two."""

import pytest

from assistant.language.figures import Figure, find_figures
from assistant.support.reckoned import follows, in_one_unit, near


def _figures(text: str) -> list[Figure]:
    return [found.figure for found in find_figures(text)]


@pytest.mark.parametrize(
    ("told", "given", "printed", "bound", "holds"),
    [
        (1.5, 1.5, "1.5", "", True),
        (15_000_000, 15_150_000, "£15 million", "", True),
        (15_000_000, 14_200_000, "£15 million", "", False),
        (43, 42, "43", "", False),
        (0.25, 0.28, "a quarter", "over", True),
        (0.25, 0.24, "a quarter", "over", False),
        (0.25, 0.23, "a quarter", "nearly", True),
        (2_000, 1_840, "2,000", "about", False),
    ],
)
def test_a_value_is_near_as_it_is_printed_and_bounded(
    told: float, given: float, printed: str, bound: str, holds: bool
) -> None:
    assert near(told, given, printed, bound) is holds


def test_units_of_one_measure_are_compared_and_others_are_not() -> None:
    weeks, days, percent, money = (_figures(text)[0] for text in ("two weeks", "14 days", "25%", "£25"))
    assert in_one_unit(weeks, days) == (14, 14)
    assert in_one_unit(_figures("a quarter")[0], percent) == (0.25, 0.25)
    assert in_one_unit(money, percent) is None


def test_sums_are_made_only_where_the_sentence_adds_up_or_compares() -> None:
    given = _figures("17 for and 43 against")
    assert follows(_figures("60 votes")[0], given, compares=True)
    assert not follows(_figures("60 votes")[0], given, compares=False)
    assert not follows(_figures("61 votes")[0], given, compares=True)
