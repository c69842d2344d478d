"""What was decided at a meeting or in a time, where no matter is named: a list from the register."""

import pytest

from assistant.answer.meeting_decisions import asks_for_decisions, decisions_asked, in_brief
from assistant.question import understand
from corpus.models import Access, Status
from index.models import Scope
from made_up import place, resolved

ANYWHERE = Scope(access=frozenset({Access.PUBLIC}))
BODIES = ["Cabinet", "Parks Committee"]


@pytest.mark.parametrize(
    "text",
    [
        "What did the Cabinet decide on 9 January 2024?",
        "List all decisions made by the Cabinet in January 2024",
        "What was agreed at the last meeting of the Parks Committee?",
        "Summarise the January 2024 Cabinet meeting",
        "What happened at the Cabinet meeting on 9 January 2024?",
        "What was deferred?",
        "Which decisions were made in 2024?",
    ],
)
def test_a_meetings_decisions_are_asked_for(text: str) -> None:
    assert asks_for_decisions(understand(text, bodies=BODIES), ANYWHERE)


@pytest.mark.parametrize(
    "text",
    [
        "What was decided about the bus gate in January 2024?",
        "Who chaired the Cabinet meeting on 9 January 2024?",
        "What was decided?",
        "What did the Cabinet decide about benches?",
        "Why was the parking item deferred?",
    ],
)
def test_a_matter_or_another_thing_is_asked_for(text: str) -> None:
    assert not asks_for_decisions(understand(text, bodies=BODIES), ANYWHERE)


def test_decisions_of_substance_come_before_routine_ones_and_only_of_the_newest_meeting_where_no_time_is_named() -> (
    None
):
    routine = resolved("that the minutes be approved as a correct record.", n=1)
    benches = resolved("that ten benches be bought.", n=2)
    old = resolved("that the depot be sold.", date="2023-03-04")
    assert decisions_asked(understand("What did the Cabinet decide?"), [routine, benches, old]) == [benches, routine]
    assert decisions_asked(understand("Which decisions were made in 2023?"), [routine, benches, old]) == [old]


def test_a_decision_is_told_by_its_first_sentences() -> None:
    first = "RESOLVED that ten benches be bought and put up in the parks of the borough by the first of May."
    rest = " ".join(f"The officers thanked ward {n} for its help." for n in range(9))
    assert in_brief(place(f"{first} {rest}", Status.RESOLUTION)).quote.startswith(first)
    assert len(in_brief(place(f"{first} {rest}", Status.RESOLUTION)).quote.split()) <= 30
    assert in_brief(place(first, Status.RESOLUTION)).quote == first
