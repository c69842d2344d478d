"""Filters from what readers type."""

import pytest

from assistant.models import Filters
from page.filters import BadFilter, read_date, read_filters, recognised_words, summary
from page_papers import COUNCIL


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("8 January 2024", "2024-01-08", "2024-01-08"),
        ("8th Jan 2024", "2024-01-08", "2024-01-08"),
        ("08/01/2024", "2024-01-08", "2024-01-08"),
        ("2024-01-08", "2024-01-08", "2024-01-08"),
        ("February 2024", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("  ", None, None),
    ],
)
def test_dates_as_people_write_them(typed: str, first: str | None, last: str | None) -> None:
    assert read_date(typed) == first
    assert read_date(typed, end=True) == last


@pytest.mark.parametrize("typed", ["13/13/2024", "31 June 2024", "soon", "8 Smarch 2024", "0000"])
def test_what_is_no_date_is_refused_with_what_to_do(typed: str) -> None:
    with pytest.raises(BadFilter, match="Write it as 8 January 2024"):
        read_date(typed)


def test_dates_the_wrong_way_round() -> None:
    with pytest.raises(BadFilter, match="Swap them"):
        read_filters("", "", "2025", "2024", "")


def test_empty_means_any() -> None:
    assert read_filters("", "", "", "", "") == Filters()


def test_summary_in_words() -> None:
    filters = read_filters(COUNCIL, "Cabinet", "2024", "", "minutes")
    assert summary(filters) == f"{COUNCIL}, Cabinet, minutes only, from 1 January 2024"


def test_how_a_question_was_read() -> None:
    read = recognised_words(Filters(body="Cabinet"), Filters(body="Cabinet", since="2024-01-08", until="2024-01-08"))
    assert read == "Searched only: Cabinet. Looked first at: 8 January 2024"
    assert recognised_words(Filters(), Filters()) == ""
