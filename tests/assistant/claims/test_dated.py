"""The day that a statement gives, held against the meeting's."""

import pytest

from assistant.claims.dated import is_of_another_day, is_of_days, meeting_days
from made_up import place

PLACE = place("RESOLVED that the benches be mended before 1 June 2024.", date="2024-03-04")


@pytest.mark.parametrize(
    "statement, other",
    [
        ("On 4 March 2024 the Council resolved that the benches be mended.", False),
        ("On 4 March 2023 the Council resolved that the benches be mended.", True),
        ("In March 2023 the Council resolved that the benches be mended.", True),
        ("In March 2024 the Council resolved that the benches be mended.", False),
        ("The Council resolved on 5 March 2024 that the benches be mended.", True),
        ("The benches will be mended before 1 June 2024.", False),
        ("The benches will be mended before 1 June 2025.", True),
        ("The benches will be mended.", False),
    ],
)
def test_a_day_that_neither_the_paragraph_nor_its_meeting_gives_is_anothers(statement: str, other: bool) -> None:
    assert is_of_another_day(statement, PLACE) is other


def test_the_day_of_a_meeting_is_told_from_the_day_of_a_deed() -> None:
    assert meeting_days("On 4 March 2024 the Council closed the pool until 1 May 2024.") == ("2024-03-04",)
    assert meeting_days("The pool is closed until 1 May 2024.") == ()
    assert is_of_days("At its meeting on 4 March 2024 the Council closed the pool.", "2024-03-04")
    assert not is_of_days("At its meeting on 4 March 2024 the Council closed the pool.", "2025-03-04")
