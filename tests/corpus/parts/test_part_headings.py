"""What a part's heading says by itself."""

import pytest

from corpus.models import Block, BlockKind
from corpus.parts.part_headings import as_title, item_key, squash, why_not_held


def test_two_prints_of_one_title_compare_equal() -> None:
    assert squash("Children’s Services: Plan 2024/25") == squash("CHILDRENS SERVICES – PLAN 2024 25") != ""
    assert squash("Plan 1") != squash("Plan 2")


def test_an_items_title_is_found_without_its_pages() -> None:
    assert item_key("Harbour Dues (Pages 5 - 9)") == item_key("HARBOUR DUES") == "harbourdues"


def test_a_title_is_one_line_of_bounded_length() -> None:
    assert as_title("Harbour\nDues") == "Harbour Dues"
    assert len(as_title("Dues " * 100)) == 200


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("The meeting was cancelled.", "cancelled"),
        ("The meeting was not quorate and closed at 7.15 pm.", "not quorate"),
        ("The quorum of the Board is three members; it is not quorate below.", ""),
        ("The Board approved the dues.", ""),
    ],
)
def test_a_meeting_that_was_not_held_says_why(line: str, why: str) -> None:
    assert why_not_held([Block(BlockKind.TEXT, line)]) == why
