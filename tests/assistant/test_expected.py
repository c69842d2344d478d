"""The shape that an answer must have, and whether a text has it."""

import pytest

from assistant.expected import Shape, fit, holds, shapes_of
from assistant.question import understand


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("How much did the library cost?", Shape.MONEY),
        ("What percentage of waste was recycled?", Shape.SHARE),
        ("How many potholes were mended?", Shape.COUNT),
        ("How long did repairs take?", Shape.LENGTH),
        ("On what date do the charges begin?", Shape.DAY),
        ("By which month will the tracker be updated?", Shape.TIME),
        ("Who proposed the amendment?", Shape.NAME),
        ("Which firm won the contract?", Shape.FIRM),
    ],
)
def test_a_question_expects_a_shape(text: str, shape: Shape) -> None:
    assert shape in shapes_of(understand(text))


def test_a_question_for_any_words_expects_no_shape() -> None:
    question = understand("What was said about the library?")
    assert shapes_of(question) == frozenset()
    assert fit(question, "Anything.") == 0.5


@pytest.mark.parametrize(
    ("shape", "right", "wrong"),
    [
        (Shape.MONEY, "It cost £96,000.", "It cost a great deal."),
        (Shape.SHARE, "47.3 per cent was recycled.", "Recycling went well."),
        (Shape.COUNT, "There were 11,240.", "There were potholes."),
        (Shape.LENGTH, "It takes six weeks.", "It takes time."),
        (Shape.DAY, "It begins on 1 October 2024.", "It begins in October."),
        (Shape.TIME, "It begins in October.", "It begins later."),
        (Shape.NAME, "Councillor Thackray proposed it.", "it was proposed."),
        (Shape.FIRM, "Corvane Highways Limited won.", "nobody won."),
        (Shape.GRADE, "It was judged inadequate.", "It was inspected."),
    ],
)
def test_a_text_has_a_shape_or_lacks_it(shape: Shape, right: str, wrong: str) -> None:
    assert holds(shape, right, "?")
    assert not holds(shape, wrong, "?")


def test_a_figure_that_the_question_prints_is_no_answer() -> None:
    assert not holds(Shape.MONEY, "The £250 was discussed.", "Who asked for the £250?")


def test_the_fit_is_the_share_of_shapes_held() -> None:
    question = understand("How many potholes were mended?")
    assert fit(question, "They mended 11,240.") == 1.0
    assert fit(question, "They mended potholes.") == 0.0
