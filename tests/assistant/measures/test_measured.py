"""Figures of made-up paragraphs: what each measures and when, and which are no points of a series."""

from typing import Any

import pytest

from assistant.language.times import TimeExpression
from assistant.measures.measured import Measured, measured_in, spans, stamp_of
from corpus.models import PartKind
from made_up import place


def told(own: str, intro: str = "", **given: Any) -> list[Measured]:
    return measured_in(place(own, kind=PartKind.REPORT, title="Performance", intro=intro, **given))


@pytest.mark.parametrize(
    "sentence, label, period, value",
    [
        ("There were 431 children in care at 31 March 2023.", "Children in care", "31 March 2023", 431),
        ("In 2023/24 there were 1,206 potholes mended by crews.", "Potholes mended by crews", "2023/24", 1206),
        ("The Chief Officer said that 12 branch libraries were open in 2024.", "Branch libraries open", "2024", 12),
    ],
)
def test_a_sentence_gives_its_one_figure_with_its_measure_and_time(
    sentence: str, label: str, period: str, value: float
) -> None:
    found = told(sentence)
    assert [(one.label, one.period, one.value) for one in found] == [(label, period, value)]
    assert found[0].words == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "In the first half of 2023/24 there were 13 adoptions of children.",  # part of the year
        "There were 14 more children in care at 31 March 2024.",  # a difference
        "Tuesday 8 July 2025 at 6.00 pm in the Council Chamber.",  # a time of day
        "There were 431 children in care and 121 fostering households at 31 March 2023.",  # which is of which?
        "There were 431 children in care.",  # of what day?
    ],
)
def test_a_figure_whose_measure_or_time_is_unsure_is_no_point(sentence: str) -> None:
    assert told(sentence) == []


def test_a_figure_compared_with_is_a_point_of_the_same_measure() -> None:
    now, then = told("Failures to arrive fell to 148 in 2024/25, from 204 in 2023/24.")
    assert (now.label, now.period, now.value) == ("Failures to arrive", "2024/25", 148)
    assert (then.label, then.period, then.value) == ("Failures to arrive", "2023/24", 204)
    assert now.key == then.key


def test_a_rows_columns_are_periods_and_its_name_is_the_measure() -> None:
    found = told("Books borrowed | 33,600 | 41,250", "Measure | 2021/22 | 2022/23")
    assert [(one.label, one.period, one.when, one.value) for one in found] == [
        ("Books borrowed", "2021/22", "2022-03-31", 33600),
        ("Books borrowed", "2022/23", "2023-03-31", 41250),
    ]


def test_a_columns_name_is_the_measure_where_the_rows_are_periods() -> None:
    found = told("2022/23 | 418 | £3.2m", "Year | Children in care | Cost of placements")
    assert [(one.label, one.unit, one.value) for one in found] == [
        ("Children in care (Performance)", "", 418),
        ("Cost of placements (Performance)", "£", 3_200_000),
    ]


def test_a_unit_in_the_label_parts_measures() -> None:
    count = told("Bins emptied | 52", "Measure | 2023/24")[0]
    share = told("Bins emptied (%) | 52", "Measure | 2023/24")[0]
    assert (count.unit, share.unit) == ("", "%")
    assert count.key != share.key


def test_a_place_is_counted_as_what_stands_over_its_table() -> None:
    visits = told("Priory Road | 33,600", "Library | 2021/22", section="Visits to libraries")[0]
    potholes = told("Priory Road | 1,206", "Ward | 2021/22", section="Potholes mended")[0]
    assert visits.key != potholes.key
    assert visits.label == "Priory Road (Visits to libraries)"


def test_a_heading_and_a_row_that_is_not_its_headers_give_nothing() -> None:
    assert measured_in(place("There were 431 children in care at 31 March 2023.", heading=True)) == []
    assert told("Books borrowed | 33,600", "Measure | 2021/22 | 2022/23") == []


@pytest.mark.parametrize(
    "moment, stamp, is_span",
    [
        (TimeExpression(2023, till=2024), "2024-03-31", True),  # a financial year
        (TimeExpression(2020, till=2025), "2025-12-31", True),
        (TimeExpression(2024), "2024-12-31", True),
        (TimeExpression(2024, 2), "2024-02-29", False),
        (TimeExpression(2024, 3, 31), "2024-03-31", False),
        (TimeExpression(None, 3, 31), None, False),
    ],
)
def test_a_time_ends_on_its_last_day(moment: TimeExpression, stamp: str | None, is_span: bool) -> None:
    assert stamp_of(moment) == stamp
    assert spans(moment) is is_span
