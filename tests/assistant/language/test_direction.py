"""Which way a text says that things went or lie."""

import pytest

from assistant.language.annotated import read
from assistant.language.direction import compared, directions, levels, points


def told(text: str) -> dict[str, str]:
    annotated = read(text)
    return {annotated.tokens[i].low: way for i, way in directions(annotated).items()}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Visits rose to 12.", {"rose": "up"}),
        ("Visits went down.", {"down": "down"}),
        ("The service improved.", {"improved": "better"}),
        ("Waits got worse.", {"worse": "worse"}),
        ("Visits did not rise.", {"rise": "not up"}),
        ("More than 50 came.", {}),
        ("Up to 50 came.", {}),
        ("See the table below.", {}),
        ("The plan was turned down by the Board.", {}),
        ("A question was raised.", {}),
    ],
)
def test_a_word_of_direction_points_its_way(text: str, ways: dict[str, str]) -> None:
    assert told(text) == ways


def test_a_level_names_what_it_is_compared_with() -> None:
    annotated = read("The rate is higher than the national average.")
    ((way, stems),) = levels(annotated).values()
    assert way == "up"
    assert {"nation", "averag"} <= stems


@pytest.mark.parametrize(("text", "way"), [("46%, compared with 23%", "up"), ("23%, compared with 46%", "down")])
def test_two_figures_compared_tell_which_is_higher(text: str, way: str) -> None:
    assert list(compared(read(f"The share was {text} in the town.")).values()) == [way]


def test_a_word_of_change_points_by_itself() -> None:
    assert [token.low for token in read("The fees rose and the visits fell.").tokens if points(token)] == [
        "rose",
        "fell",
    ]
