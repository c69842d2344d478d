"""Whether a figure or time that is told holds of one that is given."""

import pytest

from assistant.claims.values import holds, is_exact
from assistant.language.annotated import AnnotatedText, Token, read


def only(text: AnnotatedText) -> Token:
    """The one figure or time of a text."""
    found = [token for token in text.tokens if token.figure is not None or token.moment is not None]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "said, printed, held",
    [
        ("more than nine in ten", "96%", True),
        ("more than half", "36%", False),
        ("fewer than one in five", "19.3%", True),
        ("over £6,000", "£6,075", True),
        ("over £6,000", "£5,975", False),
        ("more than 50", "4,000", None),
        ("about 400", "410", True),
        ("about 400", "520", False),
        ("35,700 visits", "35,685 visits", True),
        ("35,600 visits", "35,685 visits", False),
        ("30 visits", "28 visits", False),
        ("£12,450", "12,450", True),  # its unit stands in a table's header
        ("£12", "13", None),
        ("12 days", "£12", None),
        ("2024", "2023", False),
        ("4 June 2024", "2024", None),
    ],
)
def test_a_figure_told_is_held_against_the_one_given_as_far_as_it_is_bound_or_rounded(
    said: str, printed: str, held: bool | None
) -> None:
    assert holds(only(read(said)), only(read(printed))) is held


def test_a_time_and_a_figure_are_never_held_against_each_other() -> None:
    assert holds(only(read("in 2024")), only(read("2,024 visits"))) is None


@pytest.mark.parametrize("text, exact", [("13,102 visits", True), ("7.5%", True), ("12 visits", False)])
def test_an_exact_figure_hardly_stands_anywhere_by_chance(text: str, exact: bool) -> None:
    assert is_exact(only(read(text)).figure) is exact
