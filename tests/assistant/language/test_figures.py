"""Figures in digits and in words: value, kind, rates and bound."""

import pytest

from assistant.language.figures import FigureKind, find_figures, numbering_end


def told(text: str) -> list[tuple[float, FigureKind]]:
    return [(round(found.figure.value, 4), found.figure.kind) for found in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("1,204 homes", 1_204, FigureKind.COUNT),
        ("two hundred and five thousand homes", 205_000, FigureKind.COUNT),
        ("half a million homes", 500_000, FigureKind.COUNT),
        ("a dozen homes", 12, FigureKind.COUNT),
        ("£3.63m", 3_630_000, FigureKind.MONEY),
        ("£742k", 742_000, FigureKind.MONEY),
        ("£1.2bn", 1_200_000_000, FigureKind.MONEY),
        ("45p", 0.45, FigureKind.MONEY),
        ("300 pounds", 300, FigureKind.MONEY),
        ("31 per cent", 31, FigureKind.PERCENT),
        ("seven %", 7, FigureKind.PERCENT),
        ("2 percentage points", 2, FigureKind.POINTS),
        ("one in ten", 0.1, FigureKind.FRACTION),
        ("two thirds", 0.6667, FigureKind.FRACTION),
        ("3 weeks", 21, FigureKind.TIME),
        ("a fortnight", 14, FigureKind.TIME),
        ("two years", 24, FigureKind.TIME),
        ("4.30pm", 270, FigureKind.TIME),
        ("twice as many", 2, FigureKind.MULTIPLE),
        ("12 tonnes", 12, FigureKind.SIZE),
        ("a 120-foot mast", 120, FigureKind.SIZE),
        ("a quarter of a million homes", 250_000, FigureKind.COUNT),
        ("paragraph 4.5", 4.5, FigureKind.LABEL),
    ],
)
def test_a_figure_has_the_value_of_its_smallest_unit(text: str, value: float, kind: FigureKind) -> None:
    assert told(f"It was {text}.") == [(value, kind)]


def test_a_figure_keeps_what_it_is_a_rate_of() -> None:
    (found,) = find_figures("There were 76 per 10,000 children.")
    assert (found.figure.value, found.figure.rates) == (76, ("10000",))
    assert find_figures("£850 per week per child")[0].figure.rates == ("week", "child")


def test_both_ends_of_a_range_have_the_unit_that_only_the_last_prints() -> None:
    assert told("three to five years") == [(36, FigureKind.TIME), (60, FigureKind.TIME)]
    assert told("17-18%") == [(17, FigureKind.PERCENT), (18, FigureKind.PERCENT)]


def test_a_bare_figure_at_a_clause_s_end_has_the_unit_of_the_one_before() -> None:
    assert told("It took 8 weeks, down from 13.") == [(56, FigureKind.TIME), (91, FigureKind.TIME)]


def test_a_paragraph_s_printed_number_is_no_figure_of_it() -> None:
    assert numbering_end("4.12 That 3 homes be built.") == len("4.12 ")
    assert told("4.12 That 3 homes be built.") == [(3, FigureKind.COUNT)]


def test_a_name_s_digits_are_no_figures() -> None:
    assert numbering_end("8 action plans") == 0
    assert find_figures("2.1 That COVID-19, PI6 and Minute 110/21 be noted") == []


def test_each_figure_has_its_own_bound() -> None:
    found = find_figures("more than 50, up to 60, 70 or more, going up to 80")
    assert [figure.figure.bound for figure in found] == ["over", "at-most", "at-least", ""]


def test_a_figure_inside_a_taken_stretch_is_left_out() -> None:
    text = "On 12 June there were 7."
    assert [found.figure.value for found in find_figures(text, [(3, 10)])] == [7]
