"""A statement that somebody was at a meeting, or was not, decided by the meetings' lists."""

import pytest

from assistant.claims.check import Records, check_claim
from assistant.claims.presence import Listed, presence_in
from assistant.models import Finding
from corpus.models import Attendance, Capacity
from made_up import place

PLACE = place("Present: Councillors A Ash and B Bell")
LISTS = {
    "A Ash": Capacity.PRESENT,
    "B Bell": Capacity.PRESENT,
    "F Ford": Capacity.APOLOGIES,
    "G Grey": Capacity.APOLOGIES,
    "H Hill": Capacity.ABSENT,
    "Joan Rook": Capacity.IN_ATTENDANCE,
}


def lists(_: str) -> list[Listed]:
    return [(Attendance(0, name, "Councillor", how, "", "p"), PLACE) for name, how in LISTS.items()]


@pytest.mark.parametrize(
    "statement, finding",
    [
        ("Councillor Ash was present.", Finding.SUPPORTED),
        ("Councillor Ford was present.", Finding.REFUTED),
        ("Councillor Hill attended the meeting.", Finding.REFUTED),
        ("Joan Rook was in attendance.", Finding.SUPPORTED),
        ("Councillor Ford sent apologies.", Finding.SUPPORTED),
        ("Councillors Ford and Grey sent their apologies.", Finding.SUPPORTED),
        ("Councillors Ash and Ford sent apologies.", Finding.REFUTED),
        ("Councillor Hill sent apologies.", Finding.REFUTED),
        ("Councillor Ford was absent from the meeting.", Finding.SUPPORTED),
        ("Councillor Ash was not present.", Finding.REFUTED),
        ("On 8 January 2024, Councillor Bell did not attend.", Finding.REFUTED),
    ],
)
def test_the_lists_bear_out_or_refute_who_was_there(statement: str, finding: Finding) -> None:
    found = presence_in(statement, lists)
    assert found is not None
    assert found.finding is finding


@pytest.mark.parametrize(
    "statement",
    [
        "Councillor Zog was present.",
        "The Mayor was present.",
        "Councillor Ash was present when the vote on the benches was taken.",
        "Councillor Ash was absent from the debate on the benches.",
        "The Committee heard that 41 benches had been mended.",
    ],
)
def test_the_lists_say_nothing_of_anything_else(statement: str) -> None:
    assert presence_in(statement, lists) is None


def test_two_meetings_that_differ_tell_nothing() -> None:
    def differing(statement: str) -> list[Listed]:
        return [*lists(statement), (Attendance(0, "A Ash", "", Capacity.ABSENT, "", "q"), PLACE)]

    assert presence_in("Councillor Ash was present.", differing) is None
    assert presence_in("Councillor Bell was present.", differing) is not None


def test_the_check_says_what_the_lists_say_and_cites_them() -> None:
    check = check_claim("Councillor Ford was present.", lambda _: ([], {}), lambda _: [], records=Records(lists))
    assert check.verdict is Finding.REFUTED
    assert check.correction is not None
    assert "Councillor F Ford as having sent apologies" in check.correction
    assert [cited.paragraph for cited in check.citations] == [PLACE.paragraph.id]
