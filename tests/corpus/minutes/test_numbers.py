"""Numbers of minutes: how they count and how they are referred to."""

from corpus.minutes.numbers import full_ref, longest_chain, place_in_count, sub_letter, sub_number


def test_a_number_with_a_letter_counts_between_its_neighbours() -> None:
    places = [place_in_count(ref) for ref in ("5", "5A", "5b", "6", "PL6")]
    assert places == [5, 5.01, 5.02, 6, 6]


def test_the_longest_chain_passes_over_what_does_not_fit() -> None:
    assert longest_chain([12, 1, 2, 2, 40, 4, 5]) == [1, 2, 5, 6]
    assert longest_chain([]) == []
    assert longest_chain([3, 9]) == [0]


def test_a_paragraph_inside_a_minute_is_referred_to_as_clerks_do() -> None:
    assert (sub_number("7) The Board"), sub_number("2024 was")) == ("7", None)
    assert (sub_letter("(a) to note"), sub_letter("ii. to note"), sub_letter("(The")) == ("a", "ii", None)
    assert full_ref("306", "6", None) == "306(6)"
    assert full_ref("Item 9", "3", "d") == "Item 9, para 3(d)"
    assert full_ref("306", None, "d") == "306"
