"""Which meetings a question and a scope leave."""

import pytest

from assistant.question import understand
from assistant.session import is_of_meeting
from corpus.models import Access, Meeting
from index.models import Scope

PUBLIC = frozenset({Access.PUBLIC})
HARBOUR = Meeting("Aldermere Council", "Harbour Board", "2024-06-03")


@pytest.mark.parametrize(
    "question, scope, of_it",
    [
        ("When was the meeting?", Scope(PUBLIC), True),
        ("When did the Harbour Board meet in June 2024?", Scope(PUBLIC, body="Harbour Board"), True),
        ("When did the Harbour Board meet in July 2024?", Scope(PUBLIC), False),
        ("When did the Roads Committee meet?", Scope(PUBLIC), False),
        ("When was the meeting?", Scope(PUBLIC, body="Roads Committee"), False),
        ("When was the meeting?", Scope(PUBLIC, council="Thornbeck Council"), False),
        ("When was the meeting?", Scope(PUBLIC, since="2024-06-04"), False),
    ],
)
def test_a_meeting_is_of_what_the_question_names_and_the_scope_leaves(question: str, scope: Scope, of_it: bool) -> None:
    asked = understand(question, ("Aldermere Council",), ("Harbour Board", "Roads Committee"))
    assert is_of_meeting(asked, scope, HARBOUR) is of_it
