"""Motions and amendments of made-up minutes: what became of each, and who voted how."""

from dataclasses import replace

import pytest

from assistant.decisions.duplicates import agree, listed_once
from assistant.decisions.entries import decisions_of
from assistant.decisions.models import Decision, EntryKind, Fate, LaterRelation, Standing
from assistant.decisions.motions import motions_of, tally
from assistant.decisions.subsequent import with_later
from corpus.models import Meeting, Paragraph, Part, PartKind, Status
from index.models import Placed


def line(own: str, status: Status, n: int = 1, ref: str = "12(1)", intro: str = "", date: str = "2024-03-04") -> Placed:
    """A paragraph of a made-up council's minutes."""
    part = Part(PartKind.MINUTES, "Minutes", Meeting("Aldermere Borough Council", "Council", date), 1, 9, None, None)
    text = f"{intro}\n{own}" if intro else own
    paragraph = Paragraph(f"p{n}-{date}", text, own, 0, "4", "Benches", None, ref, None, n, n, status, intro=intro)
    return Placed(paragraph, part, f"paper-{date}", f"minutes-{date}.txt", f"minutes-{date}.txt", n)


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
    assert (motion.fate, tally(motion.votes)) == (Fate.CARRIED, "3 for, 1 against")
    assert (amendment.fate, amendment.votes) == (None, [])


@pytest.mark.parametrize(
    "told, fate",
    [
        ("Amendment lost.", Fate.LOST),
        ("Amendment CARRIED.", Fate.CARRIED),
        ("The amendment was withdrawn.", Fate.WITHDRAWN),
        ("The substantive motion was carried.", None),
    ],
)
def test_an_amendments_fate_is_told_by_the_clerk(told: str, fate: Fate | None) -> None:
    found = motions_of([MOTION, AMENDMENT, WORDS, line(told, Status.RESOLUTION, 4, "12(3)")])
    assert found.proposals[1].fate is fate


def test_a_count_tells_the_fate_where_no_word_does_and_a_tie_tells_none() -> None:
    def voted(words: str) -> Fate | None:
        vote = line(f"(3) The amendment was put to the vote: {words}.", Status.VOTE, 4, "12(3)")
        return motions_of([MOTION, AMENDMENT, WORDS, vote]).proposals[1].fate

    assert voted("9 for, 12 against, 2 abstentions") is Fate.LOST
    assert voted("12 for, 9 against") is Fate.CARRIED
    assert voted("9 for, 9 against") is None


def resolved(words: str, date: str, title: str = "Benches") -> Decision:
    place = line(f"RESOLVED {words}", Status.RESOLUTION, 1, "12", date=date)
    return replace(decisions_of([place])[0], title=title)


OTHERS = [
    resolved(f"that the {thing} be approved and the Director thanked.", "2023-05-01", thing.title())
    for thing in ("pay policy", "budget", "calendar of meetings", "allotment rents", "flood plan", "library hours")
]
BOUGHT = resolved("that ten benches be bought for Aldermere Park at a cost of £4,000.", "2024-03-04")


@pytest.mark.parametrize(
    "words, relation, standing",
    [
        ("that the decision of 4 March 2024 on benches be rescinded.", LaterRelation.RESCINDED, Standing.RESCINDED),
        ("that the decision of 4 March 2024 be varied so that twelve benches be bought.", LaterRelation.CHANGED, Standing.SUPERSEDED),
        ("that the resolution of 4 March 2024 on benches be reaffirmed.", LaterRelation.CONFIRMED, Standing.ACTIVE),
        ("that the benches be painted green in Aldermere Park.", LaterRelation.FOLLOWED, Standing.ACTIVE),
    ],
)  # fmt: skip
def test_a_later_resolution_says_what_it_does_to_an_earlier_one(
    words: str, relation: LaterRelation, standing: Standing
) -> None:
    earlier = with_later([BOUGHT, resolved(words, "2024-06-03"), *OTHERS])[0]
    assert [late.relation for late in earlier.later] == [relation]
    assert earlier.standing is standing


@pytest.mark.parametrize(
    "words",
    [
        "that the Council does not require reconsideration of the decision on benches.",
        "that the decision of 5 May 2021 on swings be rescinded.",  # of a day that no paper has
        "that the minutes of the meeting of 4 March 2024 be confirmed as a correct record.",
    ],
)
def test_what_is_denied_of_another_day_or_of_form_changes_no_decision(words: str) -> None:
    earlier = with_later([BOUGHT, resolved(words, "2024-06-03"), *OTHERS])[0]
    assert earlier.standing is Standing.ACTIVE
    assert all(late.relation is LaterRelation.FOLLOWED for late in earlier.later)


def test_the_same_words_on_two_items_are_two_decisions() -> None:
    one, two = (
        resolved("that the report be noted.", "2024-03-04"),
        resolved("that the report be noted.", "2024-03-04", "Swings"),
    )
    assert len(listed_once([one, replace(two, ref="13")])) == 2


@pytest.mark.parametrize(
    "one, two, same",
    [
        ("Full Council", "County Council", True),
        ("Council", "Borough Council", True),
        ("Planning Committee", "Council", False),
        ("Youth Council", "Full Council", False),
    ],
)
def test_the_whole_council_is_one_body_whatever_it_is_called(one: str, two: str, same: bool) -> None:
    assert agree(one, two) is same


def test_draft_and_approved_words_of_one_minute_are_one_decision_in_the_approved_words() -> None:
    approved = resolved("that ten benches be bought for Aldermere Park at a cost of £4,100.", "2024-03-04")
    elsewhere = replace(approved.citations[0], file="pack.txt", path="pack.txt")
    approved = replace(approved, citations=(elsewhere,))
    listed = listed_once([replace(BOUGHT, draft=True), approved])
    assert [(one.words[-7:], one.draft, len(one.also)) for one in listed] == [("£4,100.", False, 1)]


def test_a_resolution_and_its_bare_outcome_are_one_entry() -> None:
    entries = decisions_of(
        [
            MOTION,
            line("Motion carried.", Status.RESOLUTION, 2, "12(2)"),
            line("RESOLVED that ten benches be bought.", Status.RESOLUTION, 3, "12(3)"),
        ]
    )
    assert [(one.kind, one.resolved) for one in entries] == [(EntryKind.MOTION, False), (EntryKind.RESOLUTION, True)]
    assert entries[0].fate is Fate.CARRIED
