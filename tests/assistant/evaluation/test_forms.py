"""A made-up paper's right reading held against what was read."""

from assistant.evaluation.forms import score_form, shares
from outlines import outline_of_text

PAPER = """Aldermere Borough Council

Minutes of the Parks Committee

Monday 8 January 2024

Present: Councillors Ash and Birch

1/24 Apologies for Absence

There were no apologies for absence.

2/24 Benches

The Committee heard that 41 benches had been mended.
"""
FORM = {
    "parts": [
        {"kind": "minutes", "council": "Aldermere Borough Council", "body": "Parks Committee", "date": "2024-01-08"}
    ],
    "minutes": [{"ref": "1/24", "title": "Apologies for Absence"}, {"ref": "2/24", "title": "Benches"}],
    "paragraph_refs": [{"words": "heard that 41 benches had", "ref": "2/24"}],
    "whole": ["The Committee heard that 41 benches had been mended."],
    "no_names": ["Apologies for Absence"],
    "no_numbers": ["41"],
}


def figures(**changed: object) -> dict[str, float]:
    """The figures of the paper above against its right reading, some of it changed."""
    return shares([score_form({**FORM, **changed}, outline_of_text(PAPER))])


def test_a_paper_read_rightly_has_every_figure_whole() -> None:
    assert set(figures().values()) == {1.0}


def test_another_date_is_another_part() -> None:
    assert figures(parts=[{"kind": "minutes", "date": "2024-03-08"}])["parts"] == 0.0


def test_an_alternative_is_as_right_as_the_value() -> None:
    other = {"kind": "agenda", "date": "2024-01-08", "also": {"kind": ["minutes"]}}
    assert figures(parts=[other])["parts"] == 1.0


def test_half_of_the_minutes_is_half_of_the_figure() -> None:
    minutes = [{"ref": "1/24", "title": "Apologies for Absence"}, {"ref": "3/24", "title": "Swings"}]
    assert figures(minutes=minutes)["minute refs"] == 0.5


def test_a_wrong_number_is_told_from_none() -> None:
    found = figures(paragraph_refs=[{"words": "heard that 41 benches had", "ref": "7/24"}])
    assert (found["refs"], found["refs not wrong"]) == (0.0, 0.0)


def test_a_name_holds_the_one_wanted_or_shares_half_its_words() -> None:
    longer = {"kind": "minutes", "date": "2024-01-08", "body": "Parks and Gardens Committee"}
    assert figures(parts=[longer])["bodies"] == 1.0
    other = {"kind": "minutes", "date": "2024-01-08", "body": "Planning Board"}
    assert figures(parts=[other])["bodies"] == 0.0


def test_a_number_that_is_none_must_not_be_read_as_one() -> None:
    assert figures(no_numbers=["2/24"], no_names=[])["clean"] == 0.0
