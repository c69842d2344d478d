"""What a text says was decided."""

import pytest

from assistant.language.annotated import read
from assistant.language.decision_verbs import DecisionAct, deeds, proposes


def told(text: str) -> list[DecisionAct]:
    return list(deeds(read(text)).values())


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Board approved the plan.", DecisionAct.DECIDED),
        ("The Board signed off the plan.", DecisionAct.DECIDED),
        ("The Board noted the report.", DecisionAct.NOTED),
        ("The item was deferred.", DecisionAct.DEFERRED),
        ("The motion was lost.", DecisionAct.REFUSED),
        ("The plan was turned down.", DecisionAct.REFUSED),
        ("The motion was withdrawn.", DecisionAct.WITHDRAWN),
        ("The officers recommend a gate.", DecisionAct.PROPOSED),
        ("The plan will be approved.", DecisionAct.IRREALIS),
        ("If approved, work begins in May.", DecisionAct.IRREALIS),
        ("It was moved that the plan be approved.", DecisionAct.IRREALIS),
    ],
)
def test_a_verb_tells_what_was_done_with_a_matter(text: str, act: DecisionAct) -> None:
    assert told(text)[-1] is act


@pytest.mark.parametrize("text", ["The work was carried out.", "She lost her home.", "The child was adopted."])
def test_a_verb_that_is_no_vote_tells_no_decision(text: str) -> None:
    assert told(text) == []


def test_a_text_says_of_itself_that_it_proposes() -> None:
    assert proposes(read("The officers recommend a gate."))
    assert not proposes(read("The Board approved a gate."))
