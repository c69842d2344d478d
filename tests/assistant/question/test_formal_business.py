"""Formal business: what is asked in many words and minuted in few."""

import pytest

from assistant.question.formal_business import Business, business_asked, minuted


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("Who sent their excuses for the January 2024 scrutiny meeting?", Business.APOLOGIES),
        ("Which councillors couldn't make the March meeting?", Business.APOLOGIES),
        ("Who was in the chair on 8 January 2024?", Business.CHAIR),
        ("What time did the panel break up in September?", Business.ENDED),
        ("When did the meeting of 9 January open?", Business.BEGAN),
        ("Who turned up to the June meeting?", Business.PRESENT),
        ("Did anyone declare an interest in the depot?", Business.INTERESTS),
        ("Which earlier meeting's record did the Cabinet sign off in January?", Business.LAST_MINUTES),
        ("When does the panel meet next?", Business.NEXT_MEETING),
    ],
)
def test_users_words_name_a_sort_of_business(question: str, sort: Business) -> None:
    assert sort in business_asked(question)


@pytest.mark.parametrize(
    "question",
    [
        "How many benches were mended?",
        "potholes",
        "What does the report recommend on school transport?",
        "How much will the depot fetch?",
    ],
)
def test_other_questions_ask_for_none(question: str) -> None:
    assert not business_asked(question)


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        (Business.APOLOGIES, "Regrets: Councillor Birch"),
        (Business.APOLOGIES, "Apologies for absence were received from Councillor Ash."),
        (Business.ENDED, "The meeting closed at 8.45 pm."),
        (Business.PRESENT, "Present: Councillors Ash and Birch"),
        (Business.NEXT_MEETING, "Date of next meeting: 4 March 2024"),
    ],
)
def test_a_clerks_words_minute_it(sort: Business, text: str) -> None:
    assert minuted({sort}, text)
    assert not minuted({sort}, "The benches in the park need paint.")
