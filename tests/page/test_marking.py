"""Where quotations are marked in a text, and where they must not be."""

import pytest

from page.marking import marked_html, quote_spans
from page_papers import HOSTILE


def test_marks_the_words_relied_on() -> None:
    html = marked_html("A & B agreed.", quote_spans("A & B agreed.", "B agreed"))
    assert html == 'A &amp; <mark class="quote">B agreed</mark>.'


def test_white_space_does_not_matter() -> None:
    assert quote_spans("the\n budget  is set", "the budget is") == ((0, 15),)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a rise of 18% a year", "8% a year"),
        ("a rise of 5.8% a year", "8% a year"),
        ("cost £1,200 in all", "£1"),
        ("the unapproved plan", "approved plan"),
        ("resolved not to approve", "resolved to approve"),
        ("on 12/01/2024", "2/01/2024"),
        ("item 4.10 says", "item 4.1"),
    ],
)
def test_never_marks_part_of_a_word_or_figure(text: str, quote: str) -> None:
    assert quote_spans(text, quote) == ()


def test_the_second_place_is_marked_where_the_first_is_inside_a_figure() -> None:
    assert quote_spans("18% then 8% of it", "8%") == ((9, 11),)


def test_a_quotation_with_a_gap_is_marked_in_pieces() -> None:
    assert quote_spans("one two three four", "one … four") == ((0, 3), (14, 18))


def test_a_quotation_with_a_piece_missing_is_not_marked() -> None:
    assert quote_spans("one two three four", "one … five") == ()


def test_marks_are_escaped_inside_and_out() -> None:
    html = marked_html(HOSTILE, quote_spans(HOSTILE, "window.hacked = true"))
    assert "<script" not in html
    assert '<mark class="quote">window.hacked = true</mark>' in html
