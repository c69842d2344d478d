"""Names of people, bodies and places."""

import pytest

from assistant.language.annotated import read
from assistant.language.entities import Form, entities


def told(text: str) -> list[tuple[str, Form]]:
    return [(entity.text, entity.form) for entity in entities(read(text))]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Ms Vance", Form.PERSON),
        ("Anna Vance", Form.PERSON),
        ("Harbour Board", Form.BODY),
        ("Dunmore", Form.SHORT),
        ("SMBC", Form.ACRONYM),
        ("Mill Road", Form.OTHER),
    ],
)
def test_a_name_is_told_apart_by_its_form(name: str, form: Form) -> None:
    assert told(f"The plan was seen by {name} in the end.") == [(name, form)]


def test_a_title_makes_all_the_names_of_its_list_people() -> None:
    found = told("It was seen by Councillors Haldane, Joshi and Vance.")
    assert [form for _, form in found] == [Form.PERSON] * 3


def test_a_name_goes_on_behind_of_and_an_initial() -> None:
    assert told("It was seen by the Bank of Dunmore and J. Vance.")[0] == ("Bank Dunmore", Form.BODY)


def test_a_day_is_no_name() -> None:
    assert told("The hall is shut on Monday.") == []


def test_a_name_is_told_from_others_by_the_words_that_are_no_body_s() -> None:
    (board,) = entities(read("It was seen by the Harbour Board."))
    assert board.stems == {"harbour"}
    assert board.head == board.at[-1]
