"""Dates, months, years and financial years, and whether two of them agree."""

import pytest

from assistant.language.times import TimeExpression, agrees, find_moments


def told(text: str) -> list[str]:
    return [str(found.moment) for found in find_moments(text)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("on 12 June 2023", ["12 June 2023"]),
        ("on 2023-06-12", ["12 June 2023"]),
        ("on 12/06/23", ["12 June 2023"]),
        ("from 12 to 16 June 2023", ["12 June 2023", "16 June 2023"]),
        ("16th June 2021", ["16 June 2021"]),
        ("in June 2023", ["June 2023"]),
        ("in May", ["May"]),
        ("by that December it may march", ["December"]),
        ("in 2023/24", ["2023/24"]),
        ("in 2022-2023 and 22/23", ["2022/23", "2022/23"]),
        ("in 2023", ["2023"]),
        ("they may march", []),
        ("under minute 7/24", []),
        ("32 homes", []),
    ],
)
def test_each_time_of_a_text_is_found_once(text: str, times: list[str]) -> None:
    assert told(text) == times


def test_a_time_stands_where_its_letters_do() -> None:
    (found,) = find_moments("It met on 12 June 2023.")
    assert (found.start, found.end) == (10, 22)


@pytest.mark.parametrize(
    ("sentence", "source", "holds"),
    [
        (TimeExpression(2023, 6, 12), TimeExpression(2023, 6, 12), True),
        (TimeExpression(2023, 6), TimeExpression(2023, 6, 12), True),
        (TimeExpression(2023, 6, 12), TimeExpression(None, 6, 12), True),  # the paper leaves the year out
        (TimeExpression(2023, 6, 12), TimeExpression(2023, 6), False),
        (TimeExpression(2022, 6, 12), TimeExpression(2023, 6, 12), False),
        (TimeExpression(2018), TimeExpression(2018, till=2023), True),
        (TimeExpression(2023), TimeExpression(2023, till=2024), False),  # neither year of a financial year is it
        (TimeExpression(2023, till=2024), TimeExpression(2023), False),
    ],
)
def test_a_time_holds_where_what_it_gives_is_printed(
    sentence: TimeExpression, source: TimeExpression, holds: bool
) -> None:
    assert agrees(sentence, source) is holds
