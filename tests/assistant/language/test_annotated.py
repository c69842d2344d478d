"""A text in tokens, and how near they stand to each other."""

import pytest

from assistant.language.annotated import TokenKind, joined, read, weight_of


def test_each_token_has_its_kind() -> None:
    kinds = [(token.text, token.kind) for token in read("On 3 May 2023 Ms Vance paid £12.").tokens]
    assert kinds == [
        ("On", TokenKind.STOP),
        ("3 May 2023", TokenKind.MOMENT),
        ("Ms", TokenKind.NAME),
        ("Vance", TokenKind.NAME),
        ("paid", TokenKind.WORD),
        ("£12", TokenKind.FIGURE),
        (".", TokenKind.BREAK),
    ]


def test_a_word_that_opens_a_sentence_is_no_name_for_that() -> None:
    assert read("Fees rose. Visits fell.").tokens[3].kind is TokenKind.WORD


def test_two_tokens_are_the_nearer_the_less_lies_between() -> None:
    text = read("fees rose and visits fell. Loans grew")
    rose, visits, loans = 1, 3, 6
    assert text.near(0, rose) == 1.0
    assert 1 > text.near(0, visits) > text.near(0, loans) > 0
    assert text.near(0, loans) == text.near(loans, 0)


def test_the_positions_of_figures_are_those_of_the_tokens() -> None:
    text = read("There were 12 homes and 3 shops in May.")
    for kind in TokenKind:
        assert list(text.all_of(kind)) == [i for i, token in enumerate(text.tokens) if token.kind is kind]


def test_joined_texts_keep_their_tokens_and_stand_far_apart() -> None:
    first, second = read("The fee rose"), read("The wall fell")
    both = joined([first, second])
    assert [token.text for token in both.tokens] == ["The", "fee", "rose", "\n", "The", "wall", "fell"]
    assert all(both.text[token.start : token.end] == token.text for token in both.tokens if token.text != "\n")
    assert both.near(2, 4) < first.near(0, 2)


@pytest.mark.parametrize(("word", "weight"), [("harbour", 1.0), ("made", 0.35)])
def test_a_word_weighs_what_it_says(word: str, weight: float) -> None:
    assert weight_of(read(f"the {word} here").tokens[1]) == weight
