"""The kind of words that an answer must hold, and whether a text holds them."""

import pytest

from assistant.question import AnswerType, understand
from assistant.question.answer_type import answer_types_of, fit, holds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How much did the library cost?", AnswerType.MONEY),
        ("What percentage of waste was recycled?", AnswerType.SHARE),
        ("How many potholes were mended?", AnswerType.COUNT),
        ("How long did repairs take?", AnswerType.LENGTH),
        ("On what date do the charges begin?", AnswerType.DAY),
        ("By which month will the tracker be updated?", AnswerType.TIME),
        ("Who proposed the amendment?", AnswerType.NAME),
        ("When will the tracker be updated?", AnswerType.TIME),
        ("What did the hall's new roof come to?", AnswerType.MONEY),
        ("What was in the hall's bank account?", AnswerType.MONEY),
        ("What was the turnout in Mere ward?", AnswerType.FIGURE),
        ("By how much did visits fall?", AnswerType.FIGURE),
        ("Did more people use the library than the pool?", AnswerType.FIGURE),
        ("Which firm won the contract?", AnswerType.PROPER),
        ("Which primary school is to be closed?", AnswerType.PROPER),
        ("Why was the bridge shut?", AnswerType.REASON),
    ],
)
def test_a_question_asks_for_a_kind_of_words(text: str, kind: AnswerType) -> None:
    assert kind in answer_types_of(understand(text))


@pytest.mark.parametrize(
    "text",
    [
        "What was said about the library?",
        "What happened to the sale when it came to the Cabinet?",  # asks for no time
        "What did the people who live by the Mere say?",  # asks for no name
        "After the pool closed, what did members want the Cabinet to pay for?",  # asks for no sum
        "How did Councillor Thackray vote on the budget?",
    ],
)
def test_a_question_for_any_words_asks_for_no_kind(text: str) -> None:
    question = understand(text)
    assert answer_types_of(question) == frozenset()
    assert fit(question, "Anything.") == 0.5


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (AnswerType.MONEY, "It cost £96,000.", "It cost a great deal."),
        (AnswerType.SHARE, "47.3 per cent was recycled.", "Recycling went well."),
        (AnswerType.COUNT, "There were 11,240.", "There were potholes."),
        (AnswerType.LENGTH, "It takes six weeks.", "It takes time."),
        (AnswerType.DAY, "It begins on 1 October 2024.", "It begins in October."),
        (AnswerType.TIME, "It begins in October.", "It begins later."),
        (AnswerType.NAME, "Councillor Thackray proposed it.", "it was proposed."),
        (AnswerType.PROPER, "It was won by Corvane Highways.", "nobody won."),
        (AnswerType.MONEY, "The grader was $617,000.", "The grader was new."),
        (AnswerType.MONEY, "The balance stood at 714.99.", "The balance was healthy."),
        (AnswerType.FIGURE, "Visits fell by a third.", "Visits fell."),
        (AnswerType.FIGURE, "Visits fell by 4.2 %.", "Visits fell in 2024."),
        (AnswerType.COUNT, "There were eleven.", "They cost £11,240."),
        (AnswerType.LENGTH, "Bins are emptied every other week.", "Bins are emptied."),
        (AnswerType.TIME, "Send them by noon.", "Send them soon."),
        (AnswerType.REASON, "It was shut because of floods.", "It was shut."),
        (AnswerType.GRADE, "It was judged inadequate.", "It was inspected."),
    ],
)
def test_a_text_holds_a_kind_or_lacks_it(kind: AnswerType, right: str, wrong: str) -> None:
    assert holds(kind, right, "?")
    assert not holds(kind, wrong, "?")


@pytest.mark.parametrize(
    ("kind", "text", "asked"),
    [
        (AnswerType.MONEY, "The £250 was discussed.", "Who asked for the £250?"),
        (AnswerType.NAME, "Councillor Thackray spoke.", "Who answered Councillor Thackray?"),
        (AnswerType.TIME, "In March 2024 the pool was shut.", "When after March 2024 did it open?"),
        (AnswerType.PROPER, "Of the firms, Corvane was one.", "Which firm lost to Corvane?"),
    ],
)
def test_what_the_question_prints_is_no_answer(kind: AnswerType, text: str, asked: str) -> None:
    assert not holds(kind, text, asked)


def test_the_fit_is_the_share_of_kinds_held() -> None:
    question = understand("How many potholes were mended?")
    assert fit(question, "They mended 11,240.") == 1.0
    assert fit(question, "They mended potholes.") == 0.0


def test_a_reason_may_be_given_without_a_word_for_it() -> None:
    assert fit(understand("Why was the bridge shut?"), "The bridge was shut. A lorry had hit it.") == 0.5
