"""What became of a motion, told with the vote that is asked about (kind 12 of a trial's faults)."""

from assistant.answer.votes import told_of
from assistant.question import understand
from assistant.retrieval.motion_outcomes import Moved
from corpus.models import Status
from made_up import candidate

MOTION = candidate("That the quay dues be £4 a day.", Status.RESOLUTION, n=1)
ASH = candidate("Councillor Ash | For", Status.VOTE, n=2, intro="Quay dues | Result")
OAK = candidate("Councillor Oak | Against", Status.VOTE, n=3, intro="Quay dues | Result")
IDS = [one.placed.paragraph.id for one in (MOTION, ASH, OAK)]


def test_the_row_of_the_member_asked_about_is_told_not_the_first_of_the_table() -> None:
    moved = Moved("paper", 0, (IDS[0],), MOTION.placed.paragraph.own, tuple(IDS[1:]))
    told = told_of(
        understand("How did Councillor Oak vote on the quay dues motion?"),
        [MOTION, ASH, OAK],
        dict.fromkeys(IDS, moved),
    )
    assert told == [OAK]
