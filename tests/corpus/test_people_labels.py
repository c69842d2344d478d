"""The labels of lists of people, and where one list ends and the next begins."""

import pytest

from corpus.models import Capacity
from corpus.readers.people_labels import capacity_of, label_of, list_starts, parts_lists


@pytest.mark.parametrize(
    "label, capacity",
    [
        ("Members present", Capacity.PRESENT),
        ("Also present", Capacity.IN_ATTENDANCE),
        ("Not present", Capacity.ABSENT),
        ("Absent without apology", Capacity.ABSENT),
        ("Absent with consent", Capacity.APOLOGIES),
        ("Leave of absence", Capacity.APOLOGIES),
        ("Staff", Capacity.IN_ATTENDANCE),
        ("Minutes", None),
    ],
)
def test_a_label_says_how_its_people_took_part(label: str, capacity: Capacity | None) -> None:
    assert capacity_of(label) is capacity


@pytest.mark.parametrize(
    "line, label",
    [
        ("Present: Cllr Ash", "Present"),
        ("2.1 PRESENT", "PRESENT"),
        ("Trustees present — Ann Ash", "Trustees present"),
        ("Present; Ann Ash", "Present"),
        ("Ayes: Ash", None),
        ("The meeting was well attended by all.", None),
    ],
)
def test_a_line_begins_with_a_label(line: str, label: str | None) -> None:
    found = label_of(line)
    assert (found[0] if found else None) == label


def test_lists_in_one_line_are_parted_at_their_labels() -> None:
    text = "Present: Cllrs A Ash (from item 2) Apologies: Cllr F Ford (holiday) Absent: Cllr H Hill. Clerk: Jo Hay"
    assert [text[start:][:6] for start in list_starts(text)] == ["Apolog", "Absent", "Clerk:"]


@pytest.mark.parametrize(
    "text",
    [
        "2487. Apologies for absence: Cllrs Hill and Cobb.",
        "3732. Public Session: No one present.",
        "8. Staff Report: Regarding equipment.",
        "AYES: Ash, Bell\nABSENT:\nFord",
        "I Láthair / Present: Cllr Ash",
        "Council Members Present: Staff Present:\nMayor Ash Kay",
    ],
)
def test_a_number_a_vote_and_a_heading_part_nothing(text: str) -> None:
    assert list_starts(text) == []


@pytest.mark.parametrize(
    "above, line, parted",
    [
        ("Present: Cllr Ash", "Apologies: Cllr Ford", True),
        ("Present: Cllr Ash", "Apologies for absence were received from Cllr Ford", True),
        ("Present: Cllr Ash", "Officers: Jo Hay", True),
        ("Selectboard: Peg Tib", "Absent: none", True),
        ("Ayes: Ash", "Absent: Ford", False),
        ("Status", "Present", False),
        ("The costs were:", "Staff: 40,000", False),
    ],
)
def test_a_line_begins_another_list_below_one(above: str, line: str, parted: bool) -> None:
    assert parts_lists([above], line) is parted
