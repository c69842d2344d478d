"""Dates as papers print them."""

import pytest

from corpus.dates import (
    date_by_weekday,
    day_that_fits,
    find_day_months,
    find_months,
    first_date,
    iso,
    long_date,
    month_span,
)


@pytest.mark.parametrize(
    "printed",
    [
        "13 March 2025",
        "Thursday, 13th March, 2025",
        "13th of March 2025",
        "March 13, 2025",
        "March, 13, 2025",
        "13.03.25",
        "13/03/2025",
        "2025-03-13",
        "Thursday 13 MARCH 2O25",
        "13 Mar. 2025",
    ],
)
def test_one_day_however_it_is_printed(printed: str) -> None:
    assert first_date(f"Meeting of {printed} at 6 pm") == "2025-03-13"


@pytest.mark.parametrize(
    "printed", ["31 February 2024", "13 March", "March 2025", "paragraph 4.10.2", "24/22", "£2,024"]
)
def test_what_is_no_full_date_is_none(printed: str) -> None:
    assert first_date(printed) is None


def test_a_day_without_a_year_gets_the_only_year_that_its_weekday_fits() -> None:
    assert date_by_weekday("GENERAL MEETING MONDAY 6 NOVEMBER", [2022, 2023, 2024]) == "2023-11-06"
    assert date_by_weekday("Monday 6 November", [2021, 2022]) is None
    assert date_by_weekday("Monday 6 November", [2017, 2023]) is None  # two fit: nobody can say which


def test_months_and_days_by_themselves() -> None:
    assert find_months("in January 2024 and February 2025") == [(2024, 1), (2025, 2)]
    assert find_day_months("by 25 March, not 25 March 2024") == [(3, 25)]
    assert month_span(2024, 2) == ("2024-02-01", "2024-02-29")


def test_a_day_that_the_calendar_lacks_is_no_date() -> None:
    assert iso(2023, 2, 29) is None
    assert long_date("2024-01-08") == "8 January 2024"
    assert long_date("spring 2024") == "spring 2024"


@pytest.mark.parametrize(
    ("printed", "listed", "day"),
    [
        ("Thursday, October 5, 2021", "2021-10-07", "2021-10-07"),  # the 5th was a Tuesday
        ("Thursday, October 5, 2021", "2021-10-14", "2021-10-05"),  # more than a week off
        ("Thursday, October 5, 2021", "2021-10-06", "2021-10-05"),  # a Wednesday
        ("Tuesday, October 5, 2021", "2021-10-07", "2021-10-05"),  # nothing is misprinted
        ("October 5, 2021", "2021-10-07", "2021-10-05"),
    ],
)
def test_a_misprinted_day_gives_way_to_the_one_listed_that_has_its_weekday(printed: str, listed: str, day: str) -> None:
    assert day_that_fits(f"AGENDA\n{printed}", "2021-10-05", listed) == day
