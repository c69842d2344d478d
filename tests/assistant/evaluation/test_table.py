"""Figures as a Markdown table, and a table put into a document."""

import pytest

from assistant.evaluation import markdown_table, with_block
from assistant.evaluation.table import BEGIN, END


def test_shares_have_three_places_counts_none_and_what_is_not_known_a_dash() -> None:
    assert markdown_table(("set", "n", "grounded"), [["parks", 3, 0.5], ["a|b", None, 1.0]]) == (
        "| set | n | grounded |\n| --- | --- | --- |\n| parks | 3 | 0.500 |\n| a\\|b | - | 1.000 |"
    )


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="parks: 1 cells under 2 headings"):
        markdown_table(("set", "n"), [["parks"]])


def test_only_what_stands_between_the_comments_is_replaced() -> None:
    document = f"# Quality\n\n{BEGIN}\nold\n{END}\n\nAfter.\n"
    assert with_block(document, "\nnew\n\n") == f"# Quality\n\n{BEGIN}\nnew\n{END}\n\nAfter.\n"


@pytest.mark.parametrize("document", ["", BEGIN, f"{END} {BEGIN}", f"{BEGIN}{END}{BEGIN}", f"{BEGIN}{BEGIN}{END}"])
def test_a_document_without_the_two_comments_is_refused(document: str) -> None:
    with pytest.raises(ValueError, match="once each"):
        with_block(document, "new")
