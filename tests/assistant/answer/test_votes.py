"""What became of a motion, told with the vote that is asked about (kind 12 of a trial's faults)."""

from dataclasses import replace

from assistant.answer.votes import motion_behind, told_of
from assistant.question import understand
from assistant.retrieval.motion_outcomes import Moved
from corpus.models import Status
from made_up import candidate
from recorded import places_of, records_of

MOTION = candidate("That the quay dues be £4 a day.", Status.RESOLUTION, n=1)
ASH = candidate("Councillor Ash | For", Status.VOTE, n=2, intro="Quay dues | Result")
OAK = candidate("Councillor Oak | Against", Status.VOTE, n=3, intro="Quay dues | Result")
IDS = [one.placed.paragraph.id for one in (MOTION, ASH, OAK)]


def test_the_row_of_the_member_asked_about_is_told_not_the_first_of_the_table() -> None:
    moved = Moved("paper", 0, (None, None), (IDS[0],), MOTION.placed.paragraph.own, tuple(IDS[1:]))
    told = told_of(
        understand("How did Councillor Oak vote on the quay dues motion?"),
        [MOTION, ASH, OAK],
        dict.fromkeys(IDS, moved),
    )
    assert told == [OAK]


BOARD = """CITY OF ASHFORD
BOARD OF WORKS
MINUTES OF THE REGULAR MEETING HELD ON TUESDAY, MARCH 18, 2025

PRESENT: Una Vale (Chair), Tom Orde, Pia Lund, Max Neal, Jo Sands

5. RECOMMENDED ACTIONS

A. Agreement on the station square at Mill Lane

Director Lund asked who would sweep the square and was told that the railway would.

Director Orde made the motion to approve.

Director Lund seconded the motion.

The motion passed with 4 in favor (Vale, Orde, Lund, Neal) and 1 against (Sands).

B. New buses for the hospital route

Director Neal said that the buses were too long for Quarry Road.

Director Sands made the motion to table the new buses until May.

Director Neal seconded the motion.

The motion failed with 2 in favor (Sands, Neal) and 3 against (Vale, Orde, Lund).

"""
SQUARE, BUSES = "who would sweep the square", "too long for Quarry Road"


def behind(question: str, found: str) -> str | None:
    """The words of the motion behind a question, where a search brought one paragraph of the board's minutes first."""
    place = next(place for place in places_of(BOARD) if found in place.paragraph.own)
    first = replace(candidate(found), placed=place)
    record = motion_behind(understand(question), [first], records_of(BOARD))
    return None if record is None else record.motion.words


def test_a_motion_to_approve_is_of_the_matter_before_it() -> None:
    assert behind("Who opposed the station square deal?", SQUARE) == "to approve."


def test_a_motion_is_that_of_the_mover_and_words_that_a_question_names() -> None:
    assert behind("Did Director Sands get her way on tabling the buses?", SQUARE) == "to table the new buses until May."
    assert behind("How did the board split on the new buses?", BUSES) == "to table the new buses until May."


def test_no_motion_is_behind_a_question_that_asks_for_no_vote_or_of_another_time() -> None:
    assert behind("Who sweeps the station square?", SQUARE) is None
    assert behind("Who opposed the station square deal in 2023?", SQUARE) is None
