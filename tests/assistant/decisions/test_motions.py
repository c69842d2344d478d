"""Motions and amendments of made-up minutes: what became of each, and who voted how."""

import pytest

from assistant.decisions.entries import decisions_of
from assistant.decisions.models import EntryKind
from assistant.decisions.motions import counted, counted_on_a_side, fate_of, motions_of, tally_of
from corpus.models import Ballot, Motion, MotionKind, Outcome, Status
from index.models import Placed
from made_up import place


def line(own: str, status: Status, n: int = 1, ref: str = "12(1)", intro: str = "") -> Placed:
    """A paragraph of a made-up council's minutes."""
    return place(own, status, n=n, ref=ref, intro=intro)


MOTION = line("(1) Councillor Ash proposed and Councillor Birch seconded that ten benches be bought.", Status.MOTION)
AMENDMENT = line(
    "(2) Councillor Cedar, seconded by nobody yet, proposed and Councillor Dogwood seconded the following amendment:",
    Status.AMENDMENT,
    2,
    "12(2)",
)
WORDS = line("“that twenty benches be bought.”", Status.AMENDMENT, 3, "12(2)", AMENDMENT.paragraph.own)


def test_an_amendment_is_its_opening_line_and_the_words_under_it() -> None:
    found = motions_of([MOTION, AMENDMENT, WORDS])
    assert [len(one.places) for one in found.proposals] == [1, 2]
    assert [one.amends for one in found.proposals] == [False, True]


def test_an_outcome_belongs_to_what_was_put_to_the_vote() -> None:
    put = line("(3) The Mayor put the motion set out in paragraph 1 to the vote.", Status.VOTE, 4, "12(3)")
    motion, amendment = motions_of(
        [
            MOTION,
            AMENDMENT,
            WORDS,
            put,
            line("For (3) Ash, Birch, Elm", Status.VOTE, 5, "12(3)"),
            line("Against (1) Cedar", Status.VOTE, 6, "12(3)"),
            line("Motion carried.", Status.RESOLUTION, 7, "12(3)"),
        ]
    ).proposals
    assert (motion.fate, tally_of(counted(motion.votes))) == (Outcome.CARRIED, "3 for, 1 against")
    assert (amendment.fate, amendment.votes) == (None, [])


@pytest.mark.parametrize(
    "told, fate",
    [
        ("Amendment lost.", Outcome.LOST),
        ("Amendment CARRIED.", Outcome.CARRIED),
        ("The amendment was withdrawn.", Outcome.WITHDRAWN),
        ("The substantive motion was carried.", None),
    ],
)
def test_an_amendments_fate_is_told_by_the_clerk(told: str, fate: Outcome | None) -> None:
    found = motions_of([MOTION, AMENDMENT, WORDS, line(told, Status.RESOLUTION, 4, "12(3)")])
    assert found.proposals[1].fate is fate


def test_a_count_tells_the_fate_where_no_word_does_and_a_tie_tells_none() -> None:
    def voted(words: str) -> Outcome | None:
        vote = line(f"(3) The amendment was put to the vote: {words}.", Status.VOTE, 4, "12(3)")
        return motions_of([MOTION, AMENDMENT, WORDS, vote]).proposals[1].fate

    assert voted("9 for, 12 against, 2 abstentions") is Outcome.LOST
    assert voted("12 for, 9 against") is Outcome.CARRIED
    assert voted("9 for, 9 against") is None


def test_a_resolution_and_its_bare_outcome_are_one_entry() -> None:
    entries = decisions_of(
        [
            MOTION,
            line("Motion carried.", Status.RESOLUTION, 2, "12(2)"),
            line("RESOLVED that ten benches be bought.", Status.RESOLUTION, 3, "12(3)"),
        ]
    )
    assert [(one.kind, one.resolved) for one in entries] == [(EntryKind.MOTION, False), (EntryKind.RESOLUTION, True)]
    assert entries[0].fate is Outcome.CARRIED


@pytest.mark.parametrize(
    "own, count",
    [
        ("For (9) Ash, Birch", 9),
        ("Those against 12", 12),
        ("Abstained: 2", 2),
        ("9 voted for", None),
        ("Against the wall", None),
    ],
)
def test_a_line_that_opens_with_its_side_tells_how_many(own: str, count: int | None) -> None:
    assert counted_on_a_side(own) == count


@pytest.mark.parametrize(
    "lines, told",
    [
        (["For (9)", "Against (4)", "Abstained (2)"], "9 for, 4 against, 2 abstaining"),
        (["11 votes for, 2 against"], "11 for, 2 against"),
        (["For (9)", "Against (4)", "For (11)", "Against (2)"], "11 for, 2 against"),  # the parts, then the whole
        (["For (9)"], None),
        ([], None),
    ],
)
def test_a_tally_is_the_last_vote_counted_on_both_sides(lines: list[str], told: str | None) -> None:
    assert tally_of(counted([line(own, Status.VOTE, n) for n, own in enumerate(lines)])) == told


@pytest.mark.parametrize(
    "outcome, amended, ballot, told",
    [
        (Outcome.LOST, False, Ballot(2, 3), "the amendment moved by Lund was lost (2 for, 3 against)"),
        (Outcome.NOT_SECONDED, False, Ballot(), "the amendment moved by Lund was not seconded"),
        (None, True, Ballot(), "the amendment moved by Lund was replaced by an amendment"),
        (None, False, Ballot(), "the amendment moved by Lund was put"),
    ],
)
def test_the_fate_of_a_motion_is_told_in_words(
    outcome: Outcome | None, amended: bool, ballot: Ballot, told: str
) -> None:
    motion = Motion(0, "5", MotionKind.AMENDMENT, "to wait", "Lund", None, outcome, amended, ballot, "p1", ())
    assert fate_of(motion, by=True) == told
    assert fate_of(motion) == told.replace(" moved by Lund", "")
