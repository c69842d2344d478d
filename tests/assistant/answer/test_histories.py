"""What became of a matter: its decisions in order, from the register."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from assistant.answer.histories import HistoryAsked, debates_of, history_asked, history_told, steps_of
from assistant.answer.told import ToldByRecords
from assistant.decisions.entries import decisions_of
from assistant.decisions.models import Decision, Standing
from assistant.question import understand
from assistant.retrieval.topic import Topic
from corpus.models import PartKind, Status
from index.models import Placed
from made_up import place


def topic(text: str) -> Topic:
    question = understand(text)
    return Topic(question, dict.fromkeys(question.words, 3.0), {})


def minuted(words: str, date: str | None, title: str = "Boathouse", **given: Any) -> Placed:
    return place(f"RESOLVED {words}", Status.RESOLUTION, date=date, title=title, ref="12", **given)


def told(asked: HistoryAsked, places: Sequence[Placed], undone: Standing | None = None) -> ToldByRecords | None:
    found = decisions_of([one for one in places if one.paragraph.status is not Status.DISCUSSION])
    decisions: list[Decision] = [replace(one, standing=undone) if undone else one for one in found]
    steps = steps_of(topic(asked.topic), decisions, places, {one.paragraph.id: one for one in places})
    return history_told(asked, steps)


def quotes(answer: ToldByRecords | None) -> list[str]:
    assert answer is not None
    return [pick.span.quote for pick in answer.picks]


FIRST = minuted("that the boathouse be shut.", "2022-05-04")
THEN = minuted("that the boathouse be let to the rowing club for £900 a year.", "2023-06-07")
LAST = minuted("that £4,000 be spent on the boathouse roof.", "2024-07-03", title="Budget")
NOTED = minuted("that the report be noted.", "2024-09-04")
OTHER = minuted("that the bandstand be let.", "2024-10-02", title="Bandstand")
LEAD = "RESOLVED that:"
ALL = [FIRST, THEN, LAST, NOTED, OTHER]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What happened to the boathouse?", HistoryAsked("the boathouse", (), True)),
        ("what became of the boathouse", HistoryAsked("the boathouse", (), True)),
        ("Give me the history of the boathouse", HistoryAsked("the boathouse", (), False)),
        ("timeline of the boathouse lease", HistoryAsked("the boathouse lease", (), False)),
        ("How did we get to the boathouse lease?", HistoryAsked("the boathouse lease", (), False)),
        ("Summarise the 2025 budget", HistoryAsked("the   budget", ("2025",), False)),
    ],
)
def test_the_course_of_a_matter_is_asked_for(text: str, asked: HistoryAsked) -> None:
    assert history_asked(understand(text)) == asked


@pytest.mark.parametrize(
    "text",
    [
        "What happened to the second amendment?",
        "What became of the motion on the boathouse?",
        "What happened to the boathouse in March 2024?",
        "What happened when the boathouse shut?",
        "What happened at the boathouse?",
        "Summarise the minutes",
        "What became of the idea of shutting the boathouse?",
        "What happened to visitor numbers?",
        "What happened to the Parks Committee?",
        "Who shut the boathouse?",
    ],
)
def test_a_motion_a_day_a_paper_or_anything_else_is_not(text: str) -> None:
    assert history_asked(understand(text, bodies=["Parks Committee"])) is None


def test_what_became_of_it_begins_with_the_newest_decision_a_history_with_the_oldest() -> None:
    own = [one.paragraph.own for one in (FIRST, THEN, LAST)]
    assert quotes(told(HistoryAsked("the boathouse", (), True), ALL)) == own[::-1]
    assert quotes(told(HistoryAsked("the boathouse", (), False), ALL)) == own


def test_a_year_that_is_named_bounds_the_decisions_by_their_day_or_the_year_that_they_name() -> None:
    of_year = minuted("that the boathouse budget for 2023/24 be £9,000.", "2022-12-07")
    asked = HistoryAsked("the boathouse", ("2023",), False)
    assert quotes(told(asked, [*ALL, of_year])) == [of_year.paragraph.own, THEN.paragraph.own]
    assert told(HistoryAsked("the boathouse", ("2019",), False), ALL) is None


def test_nothing_decided_on_the_matter_is_no_answer() -> None:
    said = place("Councillor Hart said that the boathouse was cold.", title="Boathouse")
    recommended = place("That the boathouse be sold.", Status.RECOMMENDATION, PartKind.REPORT, title="Boathouse")
    assert told(HistoryAsked("the boathouse", (), True), [said, recommended, NOTED, OTHER]) is None
    undated = minuted("that the boathouse be shut.", None)
    assert told(HistoryAsked("the boathouse", (), True), [undated]) is None


def test_a_decision_of_words_scattered_over_title_and_text_is_another_matter() -> None:
    thanks = minuted("that the rowing club be thanked for the house rules.", "2024-02-05", title="Boat trailer")
    assert told(HistoryAsked("the boat house", (), True), [thanks]) is None


def test_a_decision_that_names_half_of_the_matter_is_told_behind_the_debate_of_its_minute_that_names_it() -> None:
    debate = place("The Clerk said that the three pool cars were hardly used in winter.", title="Decisions", ref="12")
    decided = minuted("that one of the cars be given back.", "2024-03-04", title="Decisions", file=debate.file, n=2)
    asked = HistoryAsked("the pool cars", (), True)
    assert quotes(told(asked, [debate, decided])) == [debate.paragraph.own, decided.paragraph.own]
    assert told(asked, [decided]) is None


def test_what_is_left_out_is_counted_and_what_was_undone_is_said() -> None:
    many = [minuted(f"that bay {n} of the boathouse be painted.", f"20{n}-01-05") for n in range(10, 19)]
    answer = told(HistoryAsked("the boathouse", (), True), many)
    assert len(quotes(answer)) == 6
    assert answer is not None
    assert answer.notes == ("6 of 9 decisions on the matter are told, newest first; the Matters tab has them all.",)
    undone = told(HistoryAsked("the boathouse", (), True), [FIRST], Standing.RESCINDED)
    assert undone is not None
    assert undone.notes == ("What was decided on 4 May 2022 was rescinded later.",)


def test_of_a_long_list_the_lines_with_sums_are_told_and_none_that_only_notes() -> None:
    lines = [
        place(
            text,
            Status.RESOLUTION,
            date="2025-02-06",
            title="Budget 2025/26",
            ref="9",
            n=n,
            intro=LEAD if n > 1 else "",
        )
        for n, text in enumerate(
            [
                LEAD,
                "(a) the officers be thanked for the work that they have done;",
                "(b) the net budget be £9.1 million for the year;",
                "(c) to note that reserves of £2 million are low;",
                "(d) the council tax of Band D be raised by 3 per cent;",
            ],
            1,
        )
    ]
    assert quotes(told(HistoryAsked("the budget", ("2025",), False), lines)) == [
        lines[2].paragraph.own,
        lines[4].paragraph.own,
    ]


def test_what_newer_minutes_say_of_a_matter_of_several_words_stands_last() -> None:
    decided = minuted("that the boathouse roof be mended.", "2023-03-06")
    older = place("Councillor Hart said that the boathouse roof leaked badly.", date="2022-03-07", title="Parks")
    newer = place("Councillor Hart said that the boathouse roof was now dry.", date="2024-03-04", title="Parks")
    report = place(
        "The boathouse roof was mended at a cost of £9.", kind=PartKind.REPORT, date="2024-05-06", title="Parks"
    )
    found = [decided, older, newer, report]
    asked, about = HistoryAsked("the boathouse roof", (), True), topic("the boathouse roof")
    steps = steps_of(about, decisions_of([decided]), found, {one.paragraph.id: one for one in found})
    answer = history_told(asked, steps, debates_of(found, about))
    assert quotes(answer) == [decided.paragraph.own, newer.paragraph.own]
    assert answer is not None
    assert answer.notes == ("The last words are from newer minutes, which tell of no decision on it.",)
    assert debates_of(found, topic("boathouse")) == []
