"""Made-up trackers and forward plans: each action once with its statuses, each planned decision as the newest plan says."""

from typing import Any

import pytest

from assistant.decisions.actions import actions_of, is_done, open_actions, paired, planned_of
from corpus.models import PartKind, Status
from index.models import Placed
from made_up import place

Row = tuple[dict[str, Any], Placed]


def row(action: str, status: str | None, date: str, owner: str | None = "Ranger") -> Row:
    """A tracker's row of a day."""
    record = {"date": "4 March 2024", "topic": "Parks", "action": action, "owner": owner, "status": status}
    return record, place(f"{action} | {owner} | {status}", Status.ACTION, PartKind.TRACKER, date=date)


def planned(number: str | None, title: str, when: str, date: str | None) -> Row:
    """A forward plan's entry."""
    record = {"number": number, "title": title, "decision_date": when, "decision_maker": "Cabinet", "private": 0}
    return record, place(f"{number} | {title} | {when}", Status.PLANNED, PartKind.FORWARD_PLAN, date=date)


@pytest.mark.parametrize(
    "status, done",
    [
        ("Completed", True),
        ("Closed in May", True),
        ("The survey was done. CLOSED", True),
        ("No longer needed", True),
        ("Not complete", False),
        ("Partly completed", False),
        ("To be completed by June", False),
        ("Incomplete", False),
        ("In progress", False),
        ("", False),
        (None, False),
    ],
)
def test_a_status_closes_an_action_only_where_it_says_so(status: str | None, done: bool) -> None:
    assert is_done(status) is done


def test_an_action_is_told_once_with_every_new_status_and_its_latest_owner() -> None:
    actions = actions_of(
        [
            row("Mend the benches", "Ongoing", "2024-07-01", "Warden"),
            row("Mend the benches.", "Ongoing", "2024-05-06"),
            row("Mend the benches", "Ongoing", "2024-05-06"),
            row("Plant limes", "Done", "2024-08-05"),
        ]
    )
    assert [action.action for action in actions] == ["Plant limes", "Mend the benches"]
    benches = actions[1]
    assert [(step.date, step.status) for step in benches.progress] == [
        ("2024-05-06", "Ongoing"),
        ("2024-07-01", "Ongoing"),
    ]
    assert (benches.owner, benches.open, benches.raised) == ("Warden", True, "4 March 2024")


def test_what_the_newest_tracker_leaves_out_was_closed() -> None:
    actions = actions_of(
        [
            row("Mend the benches", "Ongoing", "2024-05-06"),
            row("Plant limes", "Ongoing", "2024-05-06"),
            row("Plant limes", "Late", "2024-07-01"),
            row("Sweep the square", "Completed", "2024-07-01"),
        ]
    )
    assert [(one.action, one.status) for one in open_actions(actions, "2024-12-31")] == [("Plant limes", "Late")]
    before = open_actions(actions, "2024-06-30")
    assert {(one.action, one.status) for one in before} == {("Mend the benches", "Ongoing"), ("Plant limes", "Ongoing")}
    assert open_actions(actions, "2024-01-01") == []


def test_a_planned_decision_is_told_as_the_newest_plan_says() -> None:
    plans = planned_of(
        [
            planned("24/7", "Lido opening hours", "9 July 2024", "2024-05-06"),
            planned("24/7", "Lido opening hours", "10 September 2024", "2024-06-03"),
            planned(None, "Bus shelters", "9 July 2024", None),
        ]
    )
    assert [(plan.title, plan.decision_date) for plan in plans] == [
        ("Lido opening hours", "10 September 2024"),
        ("Bus shelters", "9 July 2024"),
    ]
    assert not plans[0].private


def test_a_record_is_paired_with_the_row_on_its_line_else_with_the_first_that_has_its_words() -> None:
    rows = [place("Mend the benches | Ranger", n=4), place("Mend the benches! | Warden", n=9), place("Sweep", n=12)]
    records = [
        {"action": "Mend the benches", "start_line": 9, "page": None},
        {"action": "mend THE benches", "start_line": 77, "page": None},
        {"action": "Burn the benches", "start_line": 4, "page": None},
        {"action": "", "start_line": 12, "page": None},
    ]
    assert [(record["start_line"], found.n) for record, found in paired(records, "action", rows)] == [(9, 9), (77, 4)]
