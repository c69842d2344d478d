"""What was only recommended, moved, planned or lost is not told as decided."""

from collections.abc import Sequence

import pytest

from assistant.support.decided import decision_faults
from assistant.support.source import read, source_of
from corpus.models import Status

MOVED = "Councillor Hart moved that the hall be closed."


def _reasons(sentence: str, paragraph: str, *statuses: Status, context: Sequence[str] = ()) -> list[str]:
    return [fault.reason for fault in decision_faults(read(sentence), source_of([paragraph], context, statuses))]


@pytest.mark.parametrize(
    ("sentence", "paragraph", "reason"),
    [
        (
            "The Council agreed to close the hall.",
            f"{MOVED} Lost.",
            "The paragraph tells that it was lost, not “agreed”",
        ),
        (
            "The amendment was carried.",
            "The amendment was put to the vote: for 12, against 42. Amendment lost.",
            "The paragraph tells that it was lost, not “carried”",
        ),
        (
            "The Council has agreed to open a home.",
            "The Council is making a feasibility study of a home of its own.",
            "The paragraph only proposes what the sentence tells as “agreed”",
        ),
        (
            "The Committee adopted the plan.",
            f"{MOVED} Councillor Vance seconded the motion.",
            "The paragraph only proposes what the sentence tells as “adopted”",
        ),
    ],
)
def test_what_was_lost_or_only_proposed_is_not_decided(sentence: str, paragraph: str, reason: str) -> None:
    assert _reasons(sentence, paragraph) == [reason]


@pytest.mark.parametrize(
    ("sentence", "paragraph"),
    [
        ("The Council agreed to close the hall.", f"{MOVED} Carried."),
        ("The motion to close the hall was lost.", f"{MOVED} Lost."),
        ("The Council would close the hall if it were approved.", f"{MOVED} Councillor Vance seconded the motion."),
        ("The Committee agreed to recommend the closure.", "It is recommended that the hall be closed."),
        ("The Panel agreed that more would be needed.", "It was felt that more would be needed."),
        ("The Council approved the plan.", "The plan was approved, 30 jobs having been lost."),
    ],
)
def test_what_was_decided_or_told_as_open_passes(sentence: str, paragraph: str) -> None:
    assert _reasons(sentence, paragraph) == []


@pytest.mark.parametrize(
    "status", [Status.RECOMMENDATION, Status.MOTION, Status.AMENDMENT_LOST, Status.PLANNED, Status.DEFERRED]
)
def test_nothing_is_decided_on_the_strength_of_a_proposal_s_status(status: Status) -> None:
    sentence, paragraph = "The Cabinet approved the sale.", "The Cabinet approves the sale of the Corn Exchange."
    assert _reasons(sentence, paragraph, status) == [
        "The paragraph only proposes what the sentence tells as “approved”"
    ]
    assert _reasons(sentence, paragraph, Status.RESOLUTION) == []
    assert _reasons(sentence, f"{paragraph} Carried.", status) == []
    assert _reasons(sentence, paragraph, status, context=["The motion was carried, 12 for and 3 against."]) == []
