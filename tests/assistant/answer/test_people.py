"""Who holds an office, who chaired and who was at a meeting: by the records of the newest meeting."""

import pytest

from assistant.answer.people import Held, Listed, people_asked, people_found
from assistant.question import understand
from corpus.models import Attendance, Capacity, Office
from made_up import place

OLD, NEW = "2024-01-08", "2024-03-04"
PLACES = {date: place("Present: ...", date=date) for date in (OLD, NEW)}
OFFICES: list[Held] = [
    (Office(0, "Di Dee", "Leader of the Council", "n"), PLACES[NEW]),
    (Office(0, "Ann Ash", "Chairman", "n"), PLACES[NEW]),
    (Office(0, "Bo Bell", "Deputy Leader", "n"), PLACES[NEW]),
    (Office(0, "Cy Cox", "Leader", "o"), PLACES[OLD]),
]
ATTENDANCE: list[Listed] = [
    (Attendance(0, "Ann Ash", "", Capacity.PRESENT, "Chairman", "n"), PLACES[NEW]),
    (Attendance(0, "Fay Ford", "", Capacity.APOLOGIES, "", "n"), PLACES[NEW]),
    (Attendance(0, "Cy Cox", "", Capacity.ABSENT, "", "o"), PLACES[OLD]),
]


def found(text: str, offices: list[Held] = OFFICES, attendance: list[Listed] = ATTENDANCE) -> list[str] | None:
    asked = people_asked(understand(text, bodies=["Parks Committee"]))
    return None if asked is None else people_found(asked, offices, attendance)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the leader?",
        "Who's the current Leader of the Council?",
        "Who chaired the last meeting?",
        "Who sent apologies?",
        "Who was absent from the last council meeting?",
        "Which councillors were present at the latest meeting of the Parks Committee?",
    ],
)
def test_the_newest_meetings_paragraph_answers(question: str) -> None:
    assert found(question) == [PLACES[NEW].paragraph.id]


@pytest.mark.parametrize("question", ["Who is the head of fostering?", "Who is the mayor?", "Who is Di Dee?"])
def test_an_office_that_no_record_names_is_not_answered(question: str) -> None:
    assert found(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "Who voted against the budget?",
        "Who was present when the vote on the benches was taken?",
        "Who chaired the improvement group?",
        "Who was the leader in 2023?",
        "When is the next meeting?",
    ],
)
def test_other_questions_go_to_the_papers(question: str) -> None:
    assert found(question) in (None, [])
    assert people_asked(understand("Who chaired the improvement group?")) is None


def test_who_is_elected_at_a_meeting_follows_who_held_the_office_before() -> None:
    elected = [
        (Office(0, "Bo Bell", "Chair", "e", elected=True), place("Bell was elected Chair.", date=NEW, n=2)),
        *OFFICES,
    ]
    assert found("Who is the chair?", elected) == [elected[0][1].paragraph.id]


def test_two_holders_of_one_office_are_not_chosen_between() -> None:
    two = [(Office(0, "Bo Bell", "Leader", "e"), PLACES[NEW]), *OFFICES]
    assert found("Who is the leader?", two) == []


def test_who_was_in_the_chair_chaired_whatever_office_they_hold() -> None:
    leader: list[Listed] = [(Attendance(0, "Di Dee", "", Capacity.PRESENT, "Leader, in the Chair", "n"), PLACES[NEW])]
    assert found("Who chaired the last meeting?", OFFICES, leader) == [PLACES[NEW].paragraph.id]


BOARD = place("Chair - Flo Fox", date=NEW, body="Board of Directors")


def test_the_chair_of_a_kind_of_body_is_of_the_body_of_that_kind() -> None:
    offices = [*OFFICES, (Office(0, "Flo Fox", "Chair", "b"), BOARD)]
    assert found("Who is the chair of the board?", offices) == [BOARD.paragraph.id]
    assert found("Who is the chair?", offices) == []


def test_one_who_holds_two_offices_holds_each() -> None:
    offices = [(Office(0, "Flo Fox", "General Manager and CEO", "b"), BOARD)]
    assert found("Who is the general manager?", offices) == [BOARD.paragraph.id]
    assert found("Who is the CEO?", offices) == [BOARD.paragraph.id]
    assert found("Who is the manager?", offices) == []
