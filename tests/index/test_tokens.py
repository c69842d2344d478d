"""Counting tokens."""

from index.tokens import count_tokens


def test_no_text_takes_no_tokens() -> None:
    assert count_tokens("") == 0


def test_tokens_are_cl100k_s() -> None:
    assert count_tokens("The Committee noted the report.") == 6


def test_special_tokens_in_a_paper_are_text_and_no_error() -> None:
    assert count_tokens("<|endoftext|>") > 1
