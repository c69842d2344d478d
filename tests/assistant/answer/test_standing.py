"""Which decision stands before the one that it replaced."""

from dataclasses import replace

import pytest

from assistant.answer.standing import asks_how_it_stands, replaced_by, resolved_in, undone_notes
from assistant.decisions.models import Decision, EntryKind, Later, LaterRelation, Standing
from assistant.models import Citation
from assistant.question import understand
from page_papers import citation


def cited(paragraph: str) -> Citation:
    return citation(1, "Words.", "Words.", paragraph=paragraph)


def later(relation: LaterRelation, paragraph: str, date: str) -> Later:
    return Later(relation, paragraph, date, "Cabinet", "", cited(paragraph))


def decision(paragraph: str, *after: Later, resolved: bool = True) -> Decision:
    return Decision(
        paragraph, EntryKind.RESOLUTION, resolved, None, None, None, "Cabinet", "2023-11-14", None, None, None, "", False,
        None, None, None, (cited(paragraph),), later=after,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("relation", "replaces"),
    [
        (LaterRelation.CHANGED, True),
        (LaterRelation.RESCINDED, True),
        (LaterRelation.REFERRED_BACK, True),
        (LaterRelation.CONFIRMED, False),
        (LaterRelation.FOLLOWED, False),
    ],
)
def test_what_changed_or_undid_it_replaces_a_decision(relation: LaterRelation, replaces: bool) -> None:
    known = [decision("a", later(relation, "b", "2024-01-09")), decision("b")]
    assert replaced_by("a", known) == ("b" if replaces else None)
    assert replaced_by("b", known) is None


def test_the_newest_of_several_counts_and_what_was_never_resolved_is_not_replaced() -> None:
    changes = [later(LaterRelation.CHANGED, "c", "2024-03-01"), later(LaterRelation.RESCINDED, "b", "2024-02-01")]
    assert replaced_by("a", [decision("a", *changes)]) == "c"
    assert replaced_by("a", [decision("a", *changes, resolved=False)]) is None


def test_a_decision_that_was_undone_bears_a_note_and_one_that_stands_none() -> None:
    undone = replace(decision("a"), standing=Standing.REFERRED_BACK)
    known = [undone, undone, replace(decision("b"), standing=Standing.ACTIVE), decision("a", resolved=False)]
    assert undone_notes(known) == ("What was decided on 14 November 2023 was referred back later.",)
    assert resolved_in("a", known) == [undone, undone]


def test_a_question_that_names_a_time_asks_how_it_stood_then() -> None:
    assert asks_how_it_stands(understand("Was the ferry approved?"))
    assert not asks_how_it_stands(understand("Was the ferry approved in March 2023?"))
    assert not asks_how_it_stands(understand("How long is the ferry?"))
