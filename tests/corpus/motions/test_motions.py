"""Motions of made-up minutes: who moved what, how it was voted on, what became of it, in many councils' forms."""

import pytest

from corpus.models import Motion, MotionKind, Outcome, Status
from outlines import outline_of_text

HEAD = "ELMCOMBE TOWN COUNCIL\n\nMinutes of the meeting of the Council held on Tuesday 4 March 2025\n\n"


def motions(minutes: str) -> list[Motion]:
    """The motions in minutes of a made-up council."""
    return list(outline_of_text(f"{HEAD}12. BENCHES\n\n{minutes}", "minutes.txt").motions)


def told(motion: Motion) -> tuple[str | None, str | None, Outcome | None]:
    """Who moved and seconded a motion, and what became of it."""
    return motion.mover, motion.seconder, motion.outcome


@pytest.mark.parametrize(
    ("minutes", "mover", "seconder"),
    [
        ("Councillor Ash moved, and Councillor Birch seconded, that ten benches be bought. Carried.", "Ash", "Birch"),
        ("Moved by: A. Ash\nSeconded by: B. Birch\nTHAT ten benches be bought.\nCarried.", "A. Ash", "B. Birch"),
        ("It was proposed by Cllr Ash, seconded by Cllr Birch and agreed that ten benches be bought.", "Ash", "Birch"),
        ("On the motion of Alderman Ash, seconded by Alderman Birch, it was\n\nRESOLVED: That ten benches be bought.", "Ash", "Birch"),
        ("Resolved to buy ten benches. Prop. Cllr Ash, sec. Cllr Birch.", "Ash", "Birch"),
        ("Motion (Ash / Birch): That ten benches be bought. Carried.", "Ash", "Birch"),
        ("MOTION was made by Commissioner Ash that ten benches be bought.\nSECOND was made by Commissioner Birch.\nMOTION CARRIED.", "Ash", "Birch"),
        ("Director Ash made the motion to buy ten benches.\n\nDirector Birch seconded the motion.\n\nVote: The motion passed.", "Ash", "Birch"),
        ("The Leader, Cllr Ash, moved and Cllr Birch seconded that ten benches be bought. Agreed.", "Ash", "Birch"),
    ],
)  # fmt: skip
def test_who_moves_and_who_seconds(minutes: str, mover: str, seconder: str) -> None:
    (motion,) = motions(minutes)
    assert told(motion) == (mover, seconder, Outcome.CARRIED)
    assert "bench" in motion.words


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The motion was carried unanimously.", Outcome.CARRIED),
        ("CARRIED 5/2", Outcome.CARRIED),
        ("M/C", Outcome.CARRIED),
        ("All ayes.", Outcome.CARRIED),
        ("[X] CARRIED [ ] DEFEATED", Outcome.CARRIED),
        ("There were 6 votes for and 3 against.", Outcome.CARRIED),
        ("Upon being put to the vote, the motion was lost.", Outcome.LOST),
        ("[ ] CARRIED [X] DEFEATED", Outcome.LOST),
        ("For: 2 Against: 4", Outcome.LOST),
        ("Motion died for lack of a second.", Outcome.NOT_SECONDED),
        ("There was no seconder.", Outcome.NOT_SECONDED),
        ("Councillor Ash withdrew the motion.", Outcome.WITHDRAWN),
        ("The motion was deferred to the next meeting.", Outcome.DEFERRED),
        ("For 3, Against 3. The Chair used her casting vote in favour and the motion was carried.", Outcome.CARRIED_BY_CASTING_VOTE),
        ("The vote being equal, the Chairman gave his casting vote against. The motion was declared lost.", Outcome.LOST_BY_CASTING_VOTE),
    ],
)  # fmt: skip
def test_what_became_of_a_motion(words: str, outcome: Outcome) -> None:
    (motion,) = motions(f"Councillor Ash moved that ten benches be bought.\n\n{words}")
    assert motion.outcome is outcome


@pytest.mark.parametrize(
    "speech",
    [
        "Councillor Birch said that the last motion had been lost.",
        "The Clerk explained that it would be carried over if the motion failed.",
        "Members noted that 25 benches for the park were sought.",
    ],
)
def test_what_somebody_says_of_outcomes_decides_nothing(speech: str) -> None:
    (motion,) = motions(f"Councillor Ash moved, Councillor Cole seconding, that ten benches be bought.\n\n{speech}")
    assert motion.outcome is None


def test_by_laws_that_are_read_and_passed_are_not_yet_carried() -> None:
    lost, passed = motions(
        "Moved by: A. Ash\nSeconded by: B. Birch\nTHAT By-law 9 be read a third time and passed.\nDEFEATED\n\n"
        "Moved by: B. Birch\nSeconded by: A. Ash\nTHAT By-law 10 be read a third time and passed.\nCarried."
    )
    assert (lost.outcome, passed.outcome) == (Outcome.LOST, Outcome.CARRIED)


def test_an_amendment_is_told_apart_from_its_motion_and_each_has_its_own_votes() -> None:
    motion, lost, carried = motions(
        "Councillor Ash moved, and Councillor Birch seconded, that the rent be £40.\n\nFirst amendment\n"
        "Councillor Cole moved, and Councillor Dunn seconded, that the rent be £35.\n"
        "For: Councillors Cole, Dunn (2)\nAgainst: Councillors Ash, Birch, Eden (3)\nThe amendment was LOST.\n\nSecond amendment\n"
        "Councillor Eden moved, and Councillor Dunn seconded, that £90 be added for paint.\n"
        "For: Councillors Ash, Birch, Eden (3)\nAgainst: Councillors Cole, Dunn (2)\nThe amendment was CARRIED.\n\n"
        "The substantive motion was put to a recorded vote:\nFor: Councillors Ash, Birch, Eden, Dunn (4)\nAgainst: Councillor Cole (1)\n"
        "RESOLVED: That the rent be £40, and £90 be added for paint."
    )
    assert [one.kind for one in (motion, lost, carried)] == [
        MotionKind.MOTION,
        MotionKind.AMENDMENT,
        MotionKind.AMENDMENT,
    ]
    assert lost.ballot.names_against == ("Ash", "Birch", "Eden")
    assert carried.ballot.names_for == ("Ash", "Birch", "Eden")
    assert (motion.outcome, motion.amended) == (Outcome.CARRIED, True)
    assert (motion.ballot.votes_for, motion.ballot.against, motion.ballot.names_against) == (4, 1, ("Cole",))


def test_a_motion_against_an_amendment_in_one_division() -> None:
    motion, amendment = motions(
        "Councillor Ash, seconded by Councillor Birch, moved that the hall be shut.\n\n"
        "As an amendment, Councillor Cole, seconded by Councillor Dunn, moved that the hall stay open.\n\n"
        "On a division, 3 voted for the motion and 6 for the amendment, 1 declining to vote, and the amendment was declared carried."
    )
    assert (motion.outcome, motion.ballot.votes_for, motion.ballot.against) == (Outcome.LOST, 3, 6)
    assert (amendment.outcome, amendment.ballot.votes_for, amendment.ballot.abstained) == (Outcome.CARRIED, 6, 1)


def test_what_was_resolved_in_an_amendments_words_does_not_carry_the_motion() -> None:
    motion, amendment = motions(
        "Councillor Ash moved, seconded by Councillor Birch, that the charge be set at £55.\n\n"
        "Amendment: Councillor Cole moved, seconded by Councillor Dunn, that the charge be set at £45.\n\n"
        "The amendment was carried by 3 votes to 2.\n\nThe Committee agreed that the charge be set at £45."
    )
    assert (motion.outcome, motion.amended) == (None, True)
    assert amendment.outcome is Outcome.CARRIED


@pytest.mark.parametrize(
    ("votes", "names_for", "names_against"),
    [
        ("Ash - yes, Birch - no, Cole - yes.", ("Ash", "Cole"), ("Birch",)),
        ("Ash . . . . . . Yea\nBirch . . . . . Nay\nCole . . . . . .Yea", ("Ash", "Cole"), ("Birch",)),
        ("Ayes: Ash, Cole. Nays: Birch.", ("Ash", "Cole"), ("Birch",)),
        ("AYES: 2\nAsh\nCole\nNAYS: 1\nBirch", ("Ash", "Cole"), ("Birch",)),
        ("For              Against\nCr Ash           Cr Birch\nCr Cole", ("Ash", "Cole"), ("Birch",)),
        ("              Y    N\nAsh           x\nBirch              x\nCole          x", ("Ash", "Cole"), ("Birch",)),
        ("Tá (2): Cllrs. Ash, Cole.\nNíl (1): Cllr. Birch.", ("Ash", "Cole"), ("Birch",)),
        ("In favour: Councillors Ash and Cole. Opposed: Councillor Birch.", ("Ash", "Cole"), ("Birch",)),
    ],
)
def test_named_votes(votes: str, names_for: tuple[str, ...], names_against: tuple[str, ...]) -> None:
    (motion,) = motions(
        f"Councillor Ash moved, Councillor Cole seconding, that ten benches be bought.\n\n{votes}\n\nCarried."
    )
    ballot = motion.ballot
    assert (ballot.names_for, ballot.names_against) == (names_for, names_against)
    assert (ballot.votes_for, ballot.against, ballot.unanimous) == (2, 1, False)


def test_a_block_of_results_with_its_labels_in_a_column_of_their_own() -> None:
    (motion,) = motions(
        "Director Ash made the motion to buy ten benches. Director Birch seconded the motion.\n\n"
        "RESULT:\nMOVER:\nSECONDER:\nAYES:\nNAYS:\n\n"
        "PASSED [2 TO 1]\nAnn Ash, Director, District A\nBen Birch, Director, District B\nAsh, Birch\nCole"
    )
    assert told(motion) == ("Ash", "Birch", Outcome.CARRIED)
    assert (motion.ballot.names_for, motion.ballot.names_against) == (("Ash", "Birch"), ("Cole",))


def test_a_table_of_motions_and_a_table_of_votes() -> None:
    moved = motions(
        "| Motion | Proposed | Seconded | For | Against | Result |\n|---|---|---|---|---|---|\n"
        "| That bins be moved | Cllr Ash | Cllr Birch | 2 | 5 | Defeated |\n"
    )
    assert [told(one) for one in moved] == [("Ash", "Birch", Outcome.LOST)]
    assert (moved[0].ballot.votes_for, moved[0].ballot.against) == (2, 5)
    (voted,) = motions(
        "Cllr Ash moved, Cllr Birch seconded, that ten benches be bought.\n\n"
        "| Member | For | Against |\n|---|---|---|\n| Ash | x | |\n| Birch | x | |\n| Cole | | x |\n\nThe motion was carried.\n"
    )
    assert (voted.ballot.names_for, voted.ballot.names_against) == (("Ash", "Birch"), ("Cole",))


def test_a_year_an_age_and_a_resolutions_number_are_no_votes() -> None:
    (motion,) = motions("RESOLVED that care leavers be exempt until they are 25 for two years, as in minute 204/25.")
    assert (motion.ballot.votes_for, motion.ballot.against) == (None, None)


def test_the_paragraphs_of_motions_say_what_became_of_them() -> None:
    paper = outline_of_text(
        f"{HEAD}12. BENCHES\n\nCouncillor Ash moved that ten benches be bought. The motion failed to find a seconder and so fell.\n\n"
        "13. BINS\n\nCouncillor Birch moved, Councillor Cole seconded, that four bins be bought. Carried.\n\n"
        "14. DOGS\n\nCouncillor Cole withdrew the motion standing in his name, that dogs be kept off the green.\n",
        "minutes.txt",
    )
    status = {
        motion.words[:15]: p.status for motion in paper.motions for p in paper.paragraphs if p.id == motion.paragraph
    }
    assert list(status.values()) == [Status.AMENDMENT_LOST, Status.RESOLUTION, Status.WITHDRAWN]


def test_what_was_moved_elsewhere_is_no_motion_of_a_report() -> None:
    paper = outline_of_text(
        "# Report to Cabinet\n\nBenches were moved to the green. Cllr Ash proposed a trial. It was agreed.\n",
        "report.md",
    )
    assert paper.motions == ()


def test_votes_under_the_names_of_those_who_cast_them() -> None:
    (motion,) = motions(
        "Motion by Ash, second by Birch, to buy ten benches.\n\n| Ash | Birch | Cole |\n|---|---|---|\n| Yes | Yes | No |\n\nMotion carried.\n"
    )
    assert told(motion) == ("Ash", "Birch", Outcome.CARRIED)
    assert (motion.ballot.names_for, motion.ballot.names_against) == (("Ash", "Birch"), ("Cole",))


def test_a_motion_behind_its_label_is_moved_in_the_next_line() -> None:
    (motion,) = motions("MOTION: Buy ten benches for the green.\nMOVED BY: Ash  SECONDED BY: Birch\nVOTE: 4-1-0\n")
    assert told(motion) == ("Ash", "Birch", Outcome.CARRIED)
    assert motion.words == "Buy ten benches for the green."
    assert (motion.ballot.votes_for, motion.ballot.against) == (4, 1)


def test_resolved_on_a_line_of_its_own_is_of_the_words_below_it() -> None:
    (motion,) = motions("RESOLVED\n\nThat ten benches be bought.\n\nPROPOSED: Cllr A Ash\nSECONDED: Cllr B Birch\n")
    assert told(motion) == ("A Ash", "B Birch", Outcome.CARRIED)


def test_what_was_resolved_after_a_vote_in_other_words_is_what_was_voted_on() -> None:
    (motion,) = motions(
        "Cllr Ash proposed and Cllr Birch seconded that the application be approved.\n\n(Voting: 6 for; 3 against; 1 abstention)\n\n"
        "RESOLVED: That planning permission be granted subject to the conditions printed in the report."
    )
    assert told(motion) == ("Ash", "Birch", Outcome.CARRIED)
    assert (motion.ballot.votes_for, motion.ballot.against, motion.ballot.abstained) == (6, 3, 1)


def test_a_motion_that_another_puts_off_is_deferred() -> None:
    first, second = motions(
        "Moved by Cllr Ash, seconded by Cllr Birch, THAT staff prepare a by-law on benches.\n\n"
        "Moved by Cllr Cole, seconded by Cllr Dean, THAT the foregoing motion be postponed to May.\n\nCARRIED"
    )
    assert (first.outcome, second.outcome) == (Outcome.DEFERRED, Outcome.CARRIED)


def test_a_motion_put_as_it_was_amended_has_words_and_an_outcome_of_its_own() -> None:
    moved = motions(
        "Moved by Cllr Ash, seconded by Cllr Birch, THAT ten benches be bought.\n\nAmendment:\n\n"
        "Moved by Cllr Cole, seconded by Cllr Dean, THAT the number be eight.\n\nAMENDMENT CARRIED\n\n"
        "The question was called on the main motion as amended:\n\nTHAT eight benches be bought.\n\nCARRIED"
    )
    assert [(one.kind, one.outcome) for one in moved] == [
        (MotionKind.MOTION, None),
        (MotionKind.AMENDMENT, Outcome.CARRIED),
        (MotionKind.SUBSTANTIVE, Outcome.CARRIED),
    ]


def test_somebodys_proposal_is_put_after_another() -> None:
    first, second = motions(
        "Cllr Ash proposed that the limit be 50. Cllr Birch seconded the proposal.\n\nCllr Cole proposed as a counter proposal that the limit "
        "be 40. This was seconded by Cllr Dean. The counter proposal was defeated. Cllr Ash's proposal was then put to the meeting and agreed."
    )
    assert (first.outcome, second.outcome) == (Outcome.CARRIED, Outcome.LOST)


def test_a_mayor_in_apposition_is_one_voter() -> None:
    (motion,) = motions(
        "Cllr Ash moved, Cllr Birch seconded, that ten benches be bought.\n\nFor: Crs Ash, Birch and the Mayor, Sue Dean\nAgainst: Cr Cole\n\nCARRIED"
    )
    assert motion.ballot.names_for == ("Ash", "Birch", "Sue Dean")


@pytest.mark.parametrize(
    "said",
    [
        "Cllr Cole explained that a no vote would keep the old benches.",
        "Cllr Dean said that she would be a no vote.",
        "Cllr Cole said that a bench lasts three to four years.",
    ],
)
def test_what_is_said_of_votes_and_years_in_debate_counts_nobody(said: str) -> None:
    (motion,) = motions(
        f"Cllr Ash moved, seconded by Cllr Birch, that ten benches be bought.\n\n{said}\n\nRESULT: PASSED [11 TO 4]"
    )
    assert (motion.ballot.votes_for, motion.ballot.against) == (11, 4)


_TWO_MOTIONS = (
    "Mr Ash proposed and Mr Birch seconded the motion that\n\n“Council is asked to:\n\n(a) Note the work of the party.\n\n"
    "(b) Adopt the plan; any amendment given in late fails.”\n\n"
    "Mr Cole proposed and Mr Dean seconded the following amendment:\n\n“Council is asked to:\n\n(a) Note the work of the party.\n\n"
    "(b) Adopt the plan; any motion given in late is lost.”\n\n"
    "The Chairman put the amendment to the vote and the voting was as follows:\n\n"
    "For (3) Mr Ash, Mr Cole, Mr Dean\n\nAgainst (1) Mr Birch\n\nAmendment carried\n\n"
)
_WHOLE = (
    "The Chairman put the substantive motion to the vote and the voting was as follows:\n\n"
    "For (4) Mr Ash, Mr Birch, Mr Cole, Mr Dean\n\nAgainst (0)\n\nSubstantive Motion carried."
)


def test_a_quotation_over_several_paragraphs_tells_no_outcome_of_what_it_proposes() -> None:
    first, second = motions(f"{_TWO_MOTIONS}{_WHOLE}")
    assert (told(second), second.ballot.votes_for, second.ballot.against) == (("Cole", "Dean", Outcome.CARRIED), 3, 1)
    assert (told(first), first.ballot.votes_for, first.ballot.against) == (("Ash", "Birch", Outcome.CARRIED), 4, 0)


def test_a_part_of_a_motion_that_is_put_by_itself_has_a_vote_of_its_own() -> None:
    part = (
        "The Chairman put part 2 of the substantive motion – “decide who opens the fair” – to the vote and the voting was as follows:\n\n"
        "For (2) Mr Ash, Mr Cole\n\nAgainst (1) Mr Birch\n\nAgreed.\n\n"
    )
    first, _, own = motions(f"{_TWO_MOTIONS}{part}{_WHOLE}")
    assert (first.ballot.votes_for, first.ballot.against) == (4, 0)
    assert (own.words, own.outcome) == ("decide who opens the fair", Outcome.CARRIED)
    assert (own.ballot.votes_for, own.ballot.against) == (2, 1)


@pytest.mark.parametrize("end", ["", "\n\n13. TREES\n\n(b) Adopt the plan.”"])
def test_a_quotation_that_does_not_end_in_its_minute_holds_nothing_back(end: str) -> None:
    (motion,) = motions(
        f"Mr Ash proposed and Mr Birch seconded the motion that\n\n“Council is asked to:\n\n(a) Note the work.\n\nMotion carried.{end}"
    )[:1]
    assert motion.outcome is Outcome.CARRIED
