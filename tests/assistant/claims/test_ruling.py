"""Of which council's motions a statement may tell."""

import pytest

from assistant.claims.ruling import of_its_council
from recorded import records_of

MERE = """MERE TOWN COUNCIL
MINUTES of the meeting held on Tuesday 18 March 2025

Present: Councillors U. Vale (Chair), T. Orde, P. Lund

5. Terms of the harbour board

Councillor Orde moved, and Councillor Lund seconded, that the terms of the harbour board be agreed.

The motion was carried. 3 for, 0 against.
"""


@pytest.mark.parametrize(
    ("statement", "counts"),
    [
        ("Thornbeck's full council has agreed the terms of the harbour board.", False),
        ("Thornbeck Borough Council has agreed the terms of the harbour board.", False),
        ("Mere Town Council has agreed the terms of the harbour board.", True),
        ("The full Council has agreed the terms of the harbour board.", True),
        ("The terms of the harbour board were agreed.", True),
    ],
)
def test_a_statement_on_another_council_is_not_decided_by_this_ones_records(statement: str, counts: bool) -> None:
    records = records_of(MERE)
    assert records[0].place.part.meeting.council == "Mere Town Council"
    assert of_its_council(statement, records) == (records if counts else [])
