"""When a meeting was: the head of its own minutes, never the minutes that it approved (kind 6 of a trial's faults)."""

from dataclasses import replace

import pytest

from assistant.answer.meeting_days import asks_for_day, asks_for_next_day, day_told, newest_minuted, next_day_told
from assistant.question import understand
from corpus.models import Meeting, PartKind
from index.models import Placed
from made_up import place

DAY = "2026-03-02"
APPROVED = place("RESOLVED that the minutes of the meeting held on 12 January 2026 be approved.", date=DAY, n=5)
HEAD = place("Harbour Committee - Monday, 2nd March, 2026 7.00 pm", date=DAY, n=1)


def met(one: Placed) -> Meeting:
    return one.part.meeting


@pytest.mark.parametrize(
    "question",
    [
        "When was the meeting?",
        "When was the Parks Committee meeting?",
        "When did the last council meeting take place?",
        "On what day was the meeting held?",
    ],
)
def test_a_question_about_a_meetings_day_alone(question: str) -> None:
    assert asks_for_day(understand(question, bodies=["Parks Committee"]))


@pytest.mark.parametrize(
    "question",
    [
        "When is the next meeting?",
        "When was the next meeting to be?",
        "When was the meeting on the ferry strike?",
        "When was the pool closed?",
    ],
)
def test_a_question_about_another_day(question: str) -> None:
    assert not asks_for_day(understand(question))


def test_the_first_line_that_prints_the_meetings_own_day_tells_it() -> None:
    assert day_told(met(HEAD), [APPROVED, HEAD]) == HEAD.paragraph.id
    assert day_told(met(HEAD), [APPROVED]) is None


def test_an_agendas_line_tells_nothing_of_a_meeting_that_was() -> None:
    agenda = place("Monday, 2nd March, 2026", date=DAY, kind=PartKind.AGENDA)
    assert day_told(met(agenda), [agenda]) is None


def test_the_newest_of_one_bodys_minutes_and_none_of_several_bodies() -> None:
    old = place("Minutes", date="2026-01-12").part
    assert newest_minuted([old, HEAD.part]) == met(HEAD)
    other = replace(old, meeting=replace(old.meeting, body="Quay Board"))
    assert newest_minuted([old, other]) is None
    assert newest_minuted([]) is None


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("When is the next meeting?", True),
        ("when's the next meeting of the Parks Committee", True),
        ("When will the next meeting be held?", True),
        ("When is the next meeting about parking?", False),
        ("When was the last meeting?", False),
    ],
)
def test_the_day_of_the_next_meeting_is_asked_for(question: str, asks: bool) -> None:
    assert asks_for_next_day(understand(question, bodies=["Parks Committee"])) is asks


def test_a_later_day_told_of_the_next_meeting_answers() -> None:
    told = place("The next meeting is on 8 April 2024.", n=3)
    titled = place("Monday 8 April 2024 at 6 pm", title="Date of next meeting", n=4)
    other = [
        place("The next meeting was put off from 1 March 2024.", n=1),
        place("Tree planting on 8 April 2024.", n=2),
    ]
    assert next_day_told([*other, told]) == told.paragraph.id
    assert next_day_told([*other, titled]) == titled.paragraph.id
    assert next_day_told(other) is None
