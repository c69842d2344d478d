"""What a meeting decides in running prose with no mover, and what only looks like it, in made-up minutes."""

import pytest

from corpus.models import Motion, Outcome
from outlines import outline_of_text

HEAD = "ELMCOMBE PARISH COUNCIL\n\nMinutes of the meeting of the Council held on Tuesday 4 March 2025\n\n"
CARRIED, DEFERRED = Outcome.CARRIED, Outcome.DEFERRED


def motions(text: str) -> list[Motion]:
    """The motions in a minute of a made-up council."""
    return list(outline_of_text(f"{HEAD}12. BENCHES AND OTHER MATTERS\n\n{text}", "minutes.txt").motions)


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("The mower was beyond repair. Following discussion members agreed to buy a new one at £1,200.", "to buy a new one", CARRIED),
        ("The Committee accepted the tender of Brook Bros for £4,300.", "the tender of Brook", CARRIED),
        ("The Trustees approved the accounts for 2023/24.", "the accounts", CARRIED),
        ("The rest of the Committee approved the draft letter.", "the draft letter", CARRIED),
        ("Directors endorsed the five-year plan.", "the five-year plan", CARRIED),
        ("It was agreed by all councillors that the work should go ahead.", "that the work", CARRIED),
        ("It was agreed we would hold the fete on 5 July.", "we would hold the fete", CARRIED),
        ("It was agreed therefore that the gate be left open.", "that the gate", CARRIED),
        ("Members were in agreement that the gate be left open.", "that the gate", CARRIED),
        ("The meeting agreed that the Clerk's hours rise to 12 a week.", "hours rise", CARRIED),
        ("Councillors decided not to object to the application.", "not to object", CARRIED),
        ("The Council agreed in principle to the transfer of the toilets.", "the transfer of the toilets", CARRIED),
        ("The Board approved by voice vote a motion to paint the railings.", "to paint the railings", CARRIED),
        ("Councillors have agreed to the name of the lane.", "the name of the lane", CARRIED),
        ("It was agreed to discuss the bus shelter again at the next meeting.", "the bus shelter", DEFERRED),
        ("The draft was discussed. A decision on the policy was deferred to the April meeting.", "the policy", DEFERRED),
        ("The item was put on hold until the survey is received.", "the survey", DEFERRED),
    ],
)  # fmt: skip
def test_a_decision_of_the_meeting_without_a_mover(text: str, words: str, outcome: Outcome) -> None:
    (motion,) = motions(text)
    assert words in motion.words
    assert (motion.mover, motion.outcome) == (None, outcome)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Resident asked for a dropped kerb. All Councillors were in favour of this.", "dropped kerb"),
        ("Request for a bench. Councillors approved this at a cost of £400.", "bench"),
        ("Approve terms of reference. (The auditor asks for it). All Councillors approved this.", "terms of reference"),
        ("The Chairman asked the Council to approve a grant to the Scouts.\n\nThe hall is theirs.\n\nMembers agreed with this.", "Scouts"),
        ("The Chairman asked the Board to accept the new rota.\n\nThe Board agreed to accept this proposal.", "new rota"),
    ],
)  # fmt: skip
def test_what_a_decision_only_points_at_stands_in_what_was_asked_or_said_before(text: str, words: str) -> None:
    (motion,) = motions(text)
    assert words in motion.words
    assert motion.outcome is CARRIED


@pytest.mark.parametrize(
    "text",
    [
        "At its last meeting the Board agreed to close the car park. Works will begin in May.",
        "The previous meeting had agreed to close the car park.",
        "Mrs Coe asked whether the Council had agreed to the lease.",
        "If the Council agreed to the lease the Trust would begin work in June.",
        "Cllr Wren said the Committee approved the scheme two years ago.",
        "Members noted that the Police Committee approved the new beat.",
        "The County Council has agreed to resurface Mill Lane.",
        "Members agreed it was a sad loss to the village.",
        "The Board agreed the clarity and tone of the letter was an improvement.",
        "The grant application to the Lottery was approved in January.",
        "Cllr Wren agreed to speak to the farmer.",
        "The Clerk explained the rules and agreed to circulate them.",
        "There was a proposal to charge for parking. Members did not agree.",
    ],
)
def test_a_report_a_question_or_an_opinion_is_no_decision(text: str) -> None:
    assert motions(text) == []


def test_two_decisions_of_one_sentence_are_two() -> None:
    sold, kept = motions("The Board voted to sell the van but members voted unanimously not to sell the trailer.")
    assert (sold.words, sold.ballot.unanimous) == ("to sell the van", None)
    assert (kept.words, kept.ballot.unanimous) == ("not to sell the trailer.", True)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Cllr Teal proposed a litter pick in May. All present agreed.", CARRIED),
        ("Cllr Teal proposed to hold a litter pick, Cllr Wren seconded, and the Board were in full agreement.", CARRIED),
        ("Cllr Teal proposed to hold a litter pick and all Board members were in agreement.", CARRIED),
        ("All councillors present agreed to a litter pick (Teal proposed, Wren seconded).", CARRIED),
        ("Cllr Teal proposed that a litter pick be held, and this would be considered at the next meeting.", DEFERRED),
        ("Cllr Teal proposed the Council hold a litter pick.", None),
        ("Cllr Teal proposed that a litter pick be held. The work was being carried out. The bingo was successful.", None),
        ("Cllr Teal proposed that a litter pick be held. Village Hall - AGM held where a chairman was elected.", None),
    ],
)  # fmt: skip
def test_what_became_of_what_somebody_proposed(text: str, outcome: Outcome | None) -> None:
    (motion,) = motions(text)
    assert (motion.mover or "").endswith("Teal")
    assert "litter pick" in motion.words
    assert motion.outcome is outcome


def test_what_somebody_proposes_next_is_another_motion_than_what_was_agreed() -> None:
    agreed, proposed = motions("Members agreed to plant a tree. Cllr Teal proposed the committee buy a bench.")
    assert (agreed.mover, agreed.outcome) == (None, CARRIED)
    assert (proposed.mover, proposed.outcome) == ("Teal", None)


def test_a_list_below_resolved_is_its_words() -> None:
    (motion,) = motions("RESOLVED that Council:\n\n(a) Notes the report on the pond.\n\n(b) Thanks the wardens.")
    assert "Notes the report on the pond" in motion.words


@pytest.mark.parametrize(
    "told", ["Re-agenda for June as the surveyor was not present.", "Deferred to the next meeting."]
)
def test_a_minute_of_a_title_that_is_put_off(told: str) -> None:
    (motion,) = outline_of_text(f"{HEAD}12. Approve the standing orders: {told}", "minutes.txt").motions
    assert motion.outcome is DEFERRED


def test_a_block_of_results_is_of_the_motion_whose_mover_it_names() -> None:
    (table,) = motions(
        "Director Ash made the motion to table the item.\n\nDirector Birch seconded the motion.\n\n"
        "Director Coe called for the question.\n\nRESULT:\nFAILED [3 TO 5]\nMOVER:\nAnn Ash, Director\n"
        "SECONDER: Bo Birch, Director\nAYES: Ash, Birch, Coe"
    )
    assert (table.mover, table.outcome, table.ballot.votes_for) == ("Ash", Outcome.LOST, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Ash will not support the motion for the reasons expressed by Director Coe.",
        "The forecast and its amendments, approved by R2024-217, were shown.",
        "Discuss proposed agreement for a lease received from the Trust.",
    ],
)
def test_nobody_moves_there(text: str) -> None:
    assert motions(text) == []
