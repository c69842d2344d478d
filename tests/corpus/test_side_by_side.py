"""Two columns that say the same in two languages: known by their words, parted item by item."""

import pytest

from corpus.side_by_side import Band, SideLine, bands, is_english_right, say_the_same

WELSH = "Cytunwyd i drwsio pont Nant Bach erbyn 14 Mai 2027 ac i wario £2,350 ar y gwaith o gronfa wrth gefn y Cyngor."
ENGLISH = "It was agreed to mend Nant Bach bridge by 14 May 2027 and to spend £2,350 on the work out of reserves."
FRENCH = "Il est convenu de réparer le pont de Nant Bach avant le 14 mai 2027 et de payer 2.350 £ pour ces travaux."
OTHER = "It was agreed to mend the other bridge by 14 May 2027 and to spend £2,350 on the paths, out of fees."


@pytest.mark.parametrize(("left", "right"), [(WELSH, ENGLISH), (ENGLISH, FRENCH), (WELSH, FRENCH)])
def test_two_languages_have_figures_in_common_and_small_words_not(left: str, right: str) -> None:
    assert say_the_same(left, right) and say_the_same(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (ENGLISH, OTHER),
        (WELSH, ENGLISH.replace("14", "21").replace("2027", "2031").replace("2,350", "9,800")),
        ("Rees 14, Puw 2027, Howell 2,350", "Present 14 of 2027 for 2,350"),
        ("", ""),
    ],
    ids=["one language", "other figures", "names alone", "nothing"],
)
def test_what_is_one_language_or_another_matter_is_none(left: str, right: str) -> None:
    assert not say_the_same(left, right)


def test_without_figures_it_takes_more_words() -> None:
    short = ("ac mae hynny wedi ei drafod gan bawb oedd yno", "and this has been talked over by all who were there")
    assert not say_the_same(*short)
    assert say_the_same(" ".join([short[0]] * 4), " ".join([short[1]] * 4))


def test_the_english_side_is_known() -> None:
    assert is_english_right(WELSH, ENGLISH)
    assert not is_english_right(ENGLISH, FRENCH)
    assert not is_english_right(WELSH, FRENCH)


def lines(*texts: str) -> list[SideLine]:
    """Lines of a column, a row each; an empty text is white space."""
    found: list[SideLine] = []
    for row, text in enumerate(texts):
        if text:
            found.append(SideLine(row, text, row == 0 or not texts[row - 1]))
    return found


def test_columns_are_cut_where_both_begin_in_one_row() -> None:
    left = lines("un", "dau", "", "tri")
    right = lines("one", "", "", "three", "four")
    assert bands(left, right, 0.5) == [Band(slice(0, 2), slice(0, 1)), Band(slice(2, 3), slice(1, 3))]


def test_one_number_is_one_item_wherever_it_stands() -> None:
    left = lines("1. Un", "a mwy", "a mwy eto", "2. Dau")
    right = lines("1. One", "2. Two", "and more")
    assert bands(left, right, 0.5) == [Band(slice(0, 3), slice(0, 1)), Band(slice(3, 4), slice(1, 3))]


def test_a_wrapped_figure_begins_nothing() -> None:
    left = lines("1. Un ar", "24 Mai", "2 o blaid")
    right = lines("1. One on", "24 May", "2 in favour")
    assert bands(left, right, 0.5) == [Band(slice(0, 3), slice(0, 3))]
