"""The motion that a question names by its mover."""

import pytest

from assistant.answer.moved_by import meant_of, of_its_mover
from assistant.question import understand
from recorded import records_of

COUNCIL = """MERE TOWN COUNCIL
MINUTES of the meeting held on Tuesday 18 March 2025

Present: Councillors U. Vale (Chair), T. Orde, P. Lund, M. Neal, J. Sands

5. Station square

Councillor Orde moved, and Councillor Neal seconded, that the square be paved.

Councillor Lund moved, and Councillor Sands seconded, an amendment that the paving of the square wait until May.

Amendment lost. 2 for, 3 against.

The motion was carried. 4 for, 1 against.

6. Hospital buses

Councillor Lund moved, and Councillor Vale seconded, that the buses go by Quarry Road.

The motion was carried. 5 for, 0 against.
"""


def meant(question: str, since: str = "") -> str | None:
    """The words of the motion that a question on the council's minutes means."""
    asked = understand(question)
    record = meant_of(asked, of_its_mover(asked, records_of(COUNCIL)), lambda one: one.date >= since)
    return None if record is None else record.motion.words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was the vote on Councillor Lund's amendment on the square?", "wait until May"),
        ("What became of the motion by Councillor Lund on the buses?", "Quarry Road"),
        ("Did Orde's motion pass?", "paved"),
    ],
)
def test_a_motion_is_found_by_its_mover_and_its_words(question: str, words: str) -> None:
    assert words in (meant(question) or "")


def test_two_motions_of_one_mover_that_fit_alike_leave_it_open() -> None:
    assert meant("Did Councillor Lund's motion pass?") is None


@pytest.mark.parametrize(
    "question",
    [
        "What did Councillor Lund say of the square?",
        "Did Councillor Neal's motion pass?",
        "Was the council's motion lost?",
    ],
)
def test_who_moved_nothing_names_no_motion(question: str) -> None:
    assert of_its_mover(understand(question), records_of(COUNCIL)) == []
