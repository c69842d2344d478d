"""Letters and roman numerals as lists print them."""

from corpus.numerals import letters, repeated_letters, roman


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 1999)] == ["i", "iv", "ix", "xiv", "xl", "mcmxcix"]
    assert [roman(number) for number in (0, -2, 4000)] == ["0", "-2", "4000"]


def test_letters_go_on_behind_z() -> None:
    assert [letters(number) for number in (1, 26, 27, 28)] == ["a", "z", "aa", "ab"]
    assert [repeated_letters(number) for number in (1, 26, 27, 28)] == ["a", "z", "aa", "bb"]
    assert letters(0) == repeated_letters(0) == ""
