"""Formal business: what is asked in many words and minuted in few."""

import pytest

from assistant.question.formal_business import FormalBusiness, business_asked, minuted


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("Who sent their excuses for the January 2024 scrutiny meeting?", FormalBusiness.APOLOGIES),
        ("Which councillors couldn't make the March meeting?", FormalBusiness.APOLOGIES),
        ("Who was in the chair on 8 January 2024?", FormalBusiness.CHAIR),
        ("What time did the panel break up in September?", FormalBusiness.ENDED),
        ("When did the meeting of 9 January open?", FormalBusiness.BEGAN),
        ("Who turned up to the June meeting?", FormalBusiness.PRESENT),
        ("Did anyone declare an interest in the depot?", FormalBusiness.INTERESTS),
        ("Which earlier meeting's record did the Cabinet sign off in January?", FormalBusiness.LAST_MINUTES),
        ("When does the panel meet next?", FormalBusiness.NEXT_MEETING),
    ],
)
def test_users_words_name_a_sort_of_business(question: str, sort: FormalBusiness) -> None:
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
        (FormalBusiness.APOLOGIES, "Regrets: Councillor Birch"),
        (FormalBusiness.APOLOGIES, "Apologies for absence were received from Councillor Ash."),
        (FormalBusiness.ENDED, "The meeting closed at 8.45 pm."),
        (FormalBusiness.PRESENT, "Present: Councillors Ash and Birch"),
        (FormalBusiness.NEXT_MEETING, "Date of next meeting: 4 March 2024"),
    ],
)
def test_a_clerks_words_minute_it(sort: FormalBusiness, text: str) -> None:
    assert minuted({sort}, text)
    assert not minuted({sort}, "The benches in the park need paint.")
