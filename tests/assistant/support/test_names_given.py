"""A name of a sentence stands in its paragraphs or their context: whole, by a part or as an acronym."""

import pytest

from assistant.support.names_given import exchanged_faults, name_faults
from assistant.support.source import read, source_of

KNOWN = "Aldermere Borough Council; Cabinet; minutes"


def _reasons(sentence: str, paragraph: str, context: str = KNOWN) -> list[str]:
    faults = name_faults(read(sentence), source_of([paragraph], [context] if context else []))
    return [fault.reason for fault in faults]


@pytest.mark.parametrize(
    ("sentence", "paragraph"),
    [
        ("Mr Quill asked.", "Alan Quill put a question."),
        ("Ida Quill asked.", "Mrs Quill put a question."),
        ("Councillor Hart's amendment won.", "Cllr Hart moved an amendment."),
        ("The Eller Valley Trust replied.", "The EVT replied."),
        ("The EVT replied.", "The Eller Valley Trust replied."),
        ("It went to the bank, EllerBank.", "It went to the Eller Bank."),
        ("Ellerish firms bid for the work in Aldermere.", "Two firms from Ellerdale bid for the work."),
        ("The Full Council heard the Chair of the Board.", "Members heard her."),
        ("On Monday the NHS and the Police replied.", "Both replied."),
        ("Fifty-seven Ellerdale people moved.", "57 people from Ellerdale moved."),
        ("Only Councillor Hart held out.", "Hart - Nay."),
        ("Traders in Ellerdale asked.", "Some asked in Ellerdale."),
        ("Then the County Council and its Planning Committee met.", "The committee on planning met."),
    ],
)
def test_a_name_may_stand_in_any_form(sentence: str, paragraph: str) -> None:
    assert _reasons(sentence, paragraph) == []


@pytest.mark.parametrize(
    ("sentence", "paragraph", "reason"),
    [
        ("Mr Hart asked.", "Mr Quill put a question.", "No paragraph names Hart"),
        ("The question was Ida Marsh's.", "Mr Quill put a question.", "No paragraph names Ida Marsh"),
        ("The lease went to Corvane Marine.", "The lease went to Eller Haulage.", "No paragraph names Corvane Marine"),
        ("The hall in Corvane closed.", "The hall in Ellerdale closed.", "No paragraph names Corvane"),
        ("A Licensing Committee heard it.", "The Planning Committee heard it.", "No paragraph names Licensing"),
    ],
)
def test_a_name_that_is_not_given_is_a_fault(sentence: str, paragraph: str, reason: str) -> None:
    assert _reasons(sentence, paragraph) == [reason]


def test_a_place_is_looked_for_only_where_the_context_is_known_and_a_person_always() -> None:
    assert _reasons("The hall in Corvane closed.", "The hall closed.", "") == []
    assert _reasons("Mr Hart closed the hall.", "The hall closed.", "") == ["No paragraph names Hart"]


def test_a_long_name_with_one_word_exchanged_is_a_fault() -> None:
    source = source_of(["The Chair of the Planning Appeals Board replied."])
    said, given = read("The Chair of the Planning Policy Board replied."), read("The Planning Appeals Board replied.")
    reasons = [fault.reason for fault in exchanged_faults(said, source)]
    assert reasons == ["The paragraph names the Planning Appeals Board, not the Planning Policy Board"]
    assert list(exchanged_faults(given, source)) == []
