"""What became of a motion: which questions ask it, and the answer by outcome and votes."""

from dataclasses import dataclass
from typing import cast

import pytest

from assistant.question import understand
from assistant.retrieval.motion_outcomes import Moved, asks_for_outcome, outcomes_of
from corpus.models import Access, Ballot, Motion, MotionKind, Outcome, Status
from index.catalogue import Catalogue
from index.models import Placed
from made_up import place


@pytest.mark.parametrize(
    "text",
    [
        "Was the amendment on moorings lost?",
        "Did the Liberal group succeed in keeping the ferry?",
        "How many members voted for the ferry subsidy?",
        "Who voted against the ferry subsidy?",
        "What happened to the amendment on car parks?",
        "How did the vote on the budget split?",
        "How did Councillor Lund's amendment fare?",
        "How was Councillor Lund's amendment received?",
    ],
)
def test_asks_what_became_of_it(text: str) -> None:
    assert asks_for_outcome(understand(text))


@pytest.mark.parametrize(
    "text",
    [
        "What did the motion on ferries ask the Cabinet to do?",
        "Why did Councillor Lund bring her amendment?",
        "What did Councillor Lund's amendment ask for?",
        "When did members vote to close the depot?",
        "How many ferries are there?",
        "Was the harbour dredged?",
    ],
)
def test_asks_for_something_else(text: str) -> None:
    assert not asks_for_outcome(understand(text))


@dataclass
class Minutes:
    """A catalogue that holds one part."""

    places: list[Placed]
    records: list[Motion]

    def of_part(self, *_: object) -> list[Placed]:
        return self.places

    def motions(self, *_: object) -> list[tuple[str, Motion]]:
        return [("paper", record) for record in self.records]

    def paragraphs(self, ids: list[str], _: object) -> dict[str, Placed]:
        return {one.paragraph.id: one for one in self.places if one.paragraph.id in ids}


def outcomes(places: list[Placed], records: list[Motion], found: int) -> dict[str, Moved]:
    catalogue = cast(Catalogue, Minutes(places, records))
    return outcomes_of([(places[found], 0)], catalogue, frozenset({Access.PUBLIC}))


def record(
    kind: MotionKind, printed: list[str], told: list[str], put: str | None = None, amended: bool = False
) -> Motion:
    outcome = Outcome.CARRIED if told else None
    return Motion(
        0, "4", kind, "the ferry", "Orde", "Hoy", outcome, amended, Ballot(3, 9), printed[0], tuple(told), tuple(printed), put
    )  # fmt: skip


@pytest.mark.parametrize("found", [0, 1, 3])
def test_a_vote_and_the_line_that_puts_it_are_of_the_whole_motion_whichever_of_its_paragraphs_was_found(
    found: int,
) -> None:
    lines = ("Ms Orde moved that", "(a) the ferry be kept", "The Chair put the motion.", "For (3): all.", "Carried.")
    places = [place(own, Status.MOTION, n=n) for n, own in enumerate(lines)]
    ids = [one.paragraph.id for one in places]
    moved = outcomes(places, [record(MotionKind.MOTION, ids[:2], [ids[4], ids[3]], ids[2])], found)
    assert set(moved) == set(ids[2:])
    assert {(of.paragraphs, of.words, of.told) for of in moved.values()} == {
        (tuple(ids[:2]), "Ms Orde moved that\n(a) the ferry be kept", (ids[4], ids[2], ids[3]))
    }


def test_what_became_of_a_motion_in_its_new_words_became_of_the_motion_that_was_amended() -> None:
    lines = (
        "Ms Orde moved that the ferry be kept",
        "that the ferry be kept and painted",
        "Substantive motion carried.",
    )
    places = [place(own, Status.MOTION, n=n) for n, own in enumerate(lines)]
    first, new, told = (one.paragraph.id for one in places)
    records = [record(MotionKind.MOTION, [first], [], amended=True), record(MotionKind.SUBSTANTIVE, [new], [told])]
    assert outcomes(places, records, 0)[told].paragraphs == (first, new)
