"""The votes that a sentence tells are those that the source lists."""

import pytest

from assistant.support.source import read, source_of
from assistant.support.votes import vote_faults

LISTED = "The motion was put to the vote. For (2): Councillors Hart and Vance. Against (3): Councillors Marsh, Pryce and Quill. Motion lost."
CALLED = "Recorded vote: Hart - Yea; Vance - Yea; Marsh - Nay."
NAMED = "AYES: Hart, Vance NAYS: Marsh ABSTAIN: Quill"


def _reasons(sentence: str, paragraph: str) -> list[str]:
    return [fault.reason for fault in vote_faults(read(sentence), source_of([paragraph]))]


@pytest.mark.parametrize(
    ("sentence", "paragraph", "reason"),
    [
        ("Councillor Marsh voted for the motion.", LISTED, "The paragraph lists Marsh against, not for"),
        ("Hart and Marsh were among those who voted against it.", LISTED, "The paragraph lists Hart for, not against"),
        ("Two members voted against it.", LISTED, "The paragraph gives 3 against, not 2"),
        ("Councillor Vance alone was opposed.", CALLED, "The paragraph lists Vance for, not against"),
        ("Marsh abstained.", NAMED, "The paragraph lists Marsh against, not abstaining"),
    ],
)
def test_a_vote_on_another_side_or_of_another_number_is_a_fault(sentence: str, paragraph: str, reason: str) -> None:
    assert _reasons(sentence, paragraph) == [reason]


@pytest.mark.parametrize(
    ("sentence", "paragraph"),
    [
        ("Councillor Marsh voted against the motion.", LISTED),
        ("Councillor Quill was among those members who voted against the Section 25 report.", LISTED),
        ("Three members voted against it, and two in favour.", LISTED),
        ("Councillor Marsh alone was opposed.", CALLED),
        ("Quill abstained, while Marsh voted no.", NAMED),
        ("Hart spoke against the plan.", LISTED),
        ("Two members voted against it.", f"{LISTED}\n\n{LISTED}"),
    ],
)
def test_the_votes_as_listed_pass_and_two_votes_are_told_apart_by_nothing(sentence: str, paragraph: str) -> None:
    assert _reasons(sentence, paragraph) == []
