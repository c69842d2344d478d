"""Texts in one form."""

import pytest

from assistant.language.normalise import plain, squashed


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("the ‘plan’ – agreed", "the 'plan' - agreed"),
        ("CO<sub>2</sub> and <p>more", "CO2 and \nmore"),
        ("half an hour", "30 minutes"),
        ("three quarters of an hour", "45 minutes"),
        ("a quarter of an hour", "15 minutes"),
        ("an hour and a half", "90 minutes"),
        ("half a per cent", "0.5 per cent"),
        ("two and a half times", "2.5 times"),
        ("fifty-odd homes", "about fifty homes"),
        ("half past four", "4:30"),
        ("a quarter to nine", "8:45"),
        ("the third quarter of the year", "the Q3 of the year"),
        ("one resident in eight is", "one in eight resident is"),
        ("the 3rd reading", "the third reading"),
        ("on the 3rd of May", "on the 3rd of May"),
        ("the Vice Chair", "the Vice-Chair"),
        ("a   b", "a b"),
        ("1.The plan", "1. The plan"),
    ],
)
def test_one_thing_has_one_form(text: str, form: str) -> None:
    assert plain(text) == form


def test_lines_and_tabs_are_kept() -> None:
    assert plain("a\tb\nc") == "a\tb\nc"


def test_squashed_keeps_letters_digits_and_signs_alone() -> None:
    assert squashed("“The fee”: £12.50 (up 3%)!") == "the fee £12 50 up 3%"
