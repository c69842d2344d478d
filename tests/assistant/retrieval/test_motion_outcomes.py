"""What became of a motion: which questions ask it, and the answer by outcome and votes."""

import pytest

from assistant.question import understand
from assistant.retrieval.motion_outcomes import asks_for_outcome


@pytest.mark.parametrize(
    "text",
    [
        "Was the amendment on moorings lost?",
        "Did the Liberal group succeed in keeping the ferry?",
        "How many members voted for the ferry subsidy?",
        "Who voted against the ferry subsidy?",
        "What happened to the amendment on car parks?",
        "How did the vote on the budget split?",
    ],
)
def test_asks_what_became_of_it(text: str) -> None:
    assert asks_for_outcome(understand(text))


@pytest.mark.parametrize(
    "text",
    [
        "What did the motion on ferries ask the Cabinet to do?",
        "When did members vote to close the depot?",
        "How many ferries are there?",
        "Was the harbour dredged?",
    ],
)
def test_asks_for_something_else(text: str) -> None:
    assert not asks_for_outcome(understand(text))
