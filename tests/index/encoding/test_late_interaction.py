"""A question laid beside a paragraph word by word."""

import numpy as np
import pytest

from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder
from index.encoding.late_interaction import DIMENSIONS, Tokens, is_telling, kept, met, projected
from index.models import Vectors


def axes(*numbers: int) -> Vectors:
    """Tokens of length one, each along one axis."""
    return np.eye(DIMENSIONS, dtype=np.float32)[list(numbers)]


def passage() -> Tokens:
    """A heading with the token 0, a paragraph with 1 and 2, another with 3."""
    return kept(axes(0, 1, 2, 3), [0, 10, 14, 25], [8, 20, 30])


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [((1,), 1.0, 0.0), ((3,), 0.0, 1.0), ((0,), 1.0, 1.0), ((1, 3), 0.5, 0.5), ((0, 3), 0.5, 1.0), ((7,), 0.0, 0.0)],
)
def test_each_word_takes_its_likest_of_the_paragraph_or_its_heading(
    question: tuple[int, ...], first: float, second: float
) -> None:
    assert list(met(axes(*question), [passage()], [2])) == [pytest.approx((first, second), abs=0.01)]


def test_passages_keep_apart_and_one_without_tokens_meets_nothing() -> None:
    none = kept(axes(), [], [0])
    assert list(met(axes(3), [passage(), none, passage()], [2, 1, 2])) == [(0.0, 1.0), (0.0,), (0.0, 1.0)]
    assert list(met(axes(), [passage()], [2])) == [(0.0, 0.0)]
    assert list(met(axes(1), [], [])) == []


def test_few_dimensions_are_of_length_one() -> None:
    rows = projected(np.ones((2, 3), dtype=np.float32), np.ones((3, DIMENSIONS), dtype=np.float32))
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 1.0])


def test_marks_and_the_commonest_words_say_nothing() -> None:
    assert [token for token in ["[CLS]", "the", "library", "was", "##s", ",", "2024", "£"] if is_telling(token)] == [
        "library",
        "##s",
        "2024",
    ]


@pytest.mark.heavy
def test_the_packaged_encoder_tells_paragraphs_of_one_passage_apart() -> None:
    embedder = SentenceTransformerEmbedder(DEFAULT_MODEL)
    heading, roof, swings = (
        "Parks Committee | 8 January 2024",
        "The lodge needs a new roof.",
        "The swings were painted.",
    )
    text = "\n".join([heading, roof, swings])
    ends = [len(heading) + 1, len(heading) + len(roof) + 2, len(text) + 1]
    (tokens,) = embedder.embed_passages([text], [[(ends[0], ends[1] - 1)]], [ends]).tokens
    ((first, second),) = met(embedder.query_tokens("Is the roof of the lodge leaking?"), [tokens], [2])
    assert first > second
    ((first, second),) = met(embedder.query_tokens("Who painted the swings?"), [tokens], [2])
    assert first < second


@pytest.mark.heavy
def test_another_encoder_keeps_no_tokens() -> None:
    embedder = SentenceTransformerEmbedder("all-MiniLM-L6-v2")
    assert len(embedder.embed_passages(["The roof."], [[(0, 9)]], [[0, 9]]).tokens[0]) == 0
    assert embedder.query_tokens("The roof?").shape == (0, DIMENSIONS)
