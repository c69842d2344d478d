"""How many and how often: what the records hold is counted and cited, and what could not be counted is said."""

from collections.abc import Sequence

import pytest

from assistant.answer.counts import (
    CountAsked,
    Counted,
    attendance_counted,
    count_asked,
    discussed_counted,
    meetings_counted,
    meetings_of,
    motions_counted,
    oftenest_counted,
    present_counted,
)
from assistant.answer.people import Listed
from assistant.answer.told import ToldByRecords
from assistant.question import Question, understand
from corpus.models import Attendance, Capacity, Meeting, Part, PartKind
from made_up import COUNCIL, place
from recorded import SHIRE, TOWN, records_of

BODIES = ["Cabinet", "Parks Committee"]


def asked(text: str) -> CountAsked | None:
    return count_asked(understand(text, bodies=BODIES))


def known(text: str) -> tuple[Question, CountAsked]:
    question = understand(text, bodies=BODIES)
    found = count_asked(question)
    assert found is not None
    return question, found


def told(answer: ToldByRecords | None) -> ToldByRecords:
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("text", "counted", "what"),
    [
        ("How many meetings did the Cabinet hold in 2024?", Counted.MEETINGS, ""),
        ("How often did the Parks Committee meet in March 2024?", Counted.MEETINGS, ""),
        ("How many times was the bandstand discussed?", Counted.DISCUSSED, "the bandstand"),
        ("how many times has the bandstand been discussed in 2024", Counted.DISCUSSED, "the bandstand"),
        ("all decisions on the bandstand", Counted.DECISIONS, "the bandstand"),
        ("How many decisions have been made about the bandstand?", Counted.DECISIONS, "the bandstand"),
        ("How many motions were lost in 2024?", Counted.MOTIONS, ""),
        ("how many amendments to the budget were carried", Counted.MOTIONS, "the budget"),
        ("How many councillors were present on 4 March 2024?", Counted.PRESENT, ""),
        ("how many councillors came to the council meeting in feb 2024", Counted.PRESENT, ""),
        ("How many members sent apologies to the Cabinet on 4 March 2024?", Counted.PRESENT, ""),
        ("How often did Councillor Abbot attend?", Counted.ATTENDED, "Councillor Abbot"),
        ("How many meetings did Jane Abbot miss in 2024?", Counted.ATTENDED, "Jane Abbot"),
        ("Who attended most?", Counted.OFTENEST, ""),
    ],
)
def test_a_count_of_what_records_hold_is_asked_for(text: str, counted: Counted, what: str) -> None:
    _, found = known(text)
    assert (found.counted, found.what) == (counted, what)


@pytest.mark.parametrize(
    "text",
    [
        "How many meetings does the council hold a year?",
        "How many meetings did the safeguarding partnership hold in 2024?",
        "How many meetings did the Cabinet hold in 2022/23?",
        "How many meetings were held since 2022?",
        "How many councillors came to the budget meeting?",
        "How many people came to the public meeting?",
        "How often must the Parks Committee meet?",
        "How many times did the pump fail?",
        "How many decisions did the Cabinet make in 2024?",
        "How many motions are allowed?",
        "How many councillors voted for the motion?",
    ],
)
def test_what_papers_say_of_a_number_is_not(text: str) -> None:
    assert asked(text) is None


def of(body: str | None, date: str | None, kind: PartKind = PartKind.MINUTES, held: str = "") -> Part:
    return Part(kind, f"{kind.value} {date}", Meeting(COUNCIL, body, date), 1, 9, None, None, held=held)


def test_meetings_with_minutes_are_counted_once_and_those_without_are_said() -> None:
    parts = [
        of("Cabinet", "2024-01-09"),
        of("Cabinet", "2024-01-09"),
        of(None, "2024-01-09"),
        of("Cabinet", "2024-03-12"),
        of("Cabinet", "2024-04-16", held="cancelled"),
        of("Cabinet", "2024-03-12", PartKind.AGENDA),
        of("Cabinet", "2024-05-14", PartKind.AGENDA),
        of("Cabinet", None),
    ]
    head = place("Minutes of the Cabinet, 12 March 2024")
    question, _ = known("How many meetings did the Cabinet hold in 2024?")
    answer = told(meetings_counted(question, meetings_of(parts), [head]))
    assert answer.lead == "Counted in the papers indexed: 2 meetings of the Cabinet in 2024 with minutes."
    assert answer.notes == (
        "1 further meeting has papers but no minutes here.",
        "Minutes that give no day were not counted.",
        "1 of 2 meetings are told.",
    )
    assert meetings_counted(question, meetings_of(parts[-2:]), [head]) is None


def test_a_matters_meetings_are_counted_by_the_minutes_that_name_it() -> None:
    title = place("Bandstand", date="2024-03-04")
    said = place("Councillor Hart asked when the bandstand would be painted.", date="2024-03-04", n=2)
    later = place("The bandstand roof had leaked again in the night.", date="2024-05-06")
    found = {title.part.meeting: [title, said], later.part.meeting: [later]}
    question, _ = known("How many times was the bandstand discussed?")
    answer = told(discussed_counted(question, "the bandstand", found, meetings_of([])))
    assert answer.lead == "Counted in the papers indexed: the minutes of 2 meetings name “bandstand”."
    assert [pick.span.quote for pick in answer.picks] == [later.paragraph.own, said.paragraph.own]
    assert discussed_counted(question, "the bandstand", {}, meetings_of([])) is None


@pytest.mark.parametrize(
    ("text", "source", "lead"),
    [
        ("How many motions were lost in 2025?", SHIRE, "Counted in the minutes indexed: 2 motions were lost in 2025."),
        ("How many motions were lost?", TOWN, "Counted in the minutes indexed: no motions and 1 amendment was lost."),
        ("How many amendments were carried?", TOWN, "Counted in the minutes indexed: 1 amendment was carried."),
        ("How many motions were withdrawn?", TOWN, "Counted in the minutes indexed: 1 motion was withdrawn."),
        (
            "How many motions on the depot were lost?",
            SHIRE,
            "Counted in the minutes indexed: 1 motion on “depot” was lost.",
        ),
    ],
)
def test_motions_are_counted_by_what_became_of_them(text: str, source: str, lead: str) -> None:
    question, found = known(text)
    answer = told(motions_counted(question, found, records_of(source)))
    assert answer.lead == lead
    assert answer.picks


@pytest.mark.parametrize(
    "text",
    [
        "How many motions were lost in 2019?",
        "How many motions on zeppelins were lost?",
        "How many motions were deferred?",
    ],
)
def test_no_motion_of_that_fate_is_no_count_of_none(text: str) -> None:
    question, found = known(text)
    assert motions_counted(question, found, records_of(SHIRE)) is None


PRESENT = "Present: Councillors Abbot, Birch and Cole"
AWAY = "Apologies were received from Councillor Dunn."


def listed(date: str, present: str = "Abbot Birch Cole", away: str = "Dunn", here: str = PRESENT) -> list[Listed]:
    """A meeting's lists: surnames of those present and away."""
    sides = ((present, Capacity.PRESENT, here), (away, Capacity.APOLOGIES, AWAY))
    return [
        (Attendance(0, name.replace("_", " "), "", capacity, "", "id"), place(own, date=date, n=n))
        for n, (names, capacity, own) in enumerate(sides)
        for name in names.split()
    ]


def lead_of(text: str, people: Sequence[Listed]) -> str | None:
    question, found = known(text)
    count = present_counted if found.counted is Counted.PRESENT else attendance_counted
    answer = count(question, found, people)
    return answer.lead if answer is not None else None


def test_members_at_one_meeting_are_counted_from_its_list() -> None:
    both = [*listed("2024-05-06"), *listed("2024-03-04", "Abbot")]
    assert (
        lead_of("How many councillors were present?", both)
        == "Counted in the list: 3 members listed as present on 6 May 2024."
    )
    apologies = "Counted in the list: 1 member listed with apologies on 4 March 2024."
    assert lead_of("How many councillors sent apologies on 4 March 2024?", listed("2024-03-04")) == apologies


def test_a_count_of_members_is_refused_where_it_is_of_several_meetings_or_names_ran_together() -> None:
    both = [*listed("2024-05-06"), *listed("2024-03-04")]
    assert lead_of("How many councillors were present in 2024?", both) is None
    assert lead_of("How many councillors were present?", listed("2024-03-04", "Ann_Abbot_Ben_Birch")) is None
    assert lead_of("How many councillors were present?", []) is None


def test_how_often_somebody_came_is_counted_from_the_lists_that_name_them() -> None:
    lists = [*listed("2024-05-06"), *listed("2024-03-04"), *listed("2023-03-06", "Birch", "Abbot")]
    lists = [(one, place(f"{at.paragraph.own} Abbot", date=at.part.meeting.date)) for one, at in lists]
    assert lead_of("How often did Councillor Abbot attend?", lists) == (
        "Counted in the lists of those present: Councillor Abbot was present at 2 and away from 1 of 3 meetings whose minutes"
        " here list them."
    )
    assert lead_of("How often did Councillor Abbot attend in 2023?", lists) is None
    assert lead_of("How often did Councillor Dunn attend?", listed("2024-03-04")) is None
    two = [*listed("2024-05-06", "A_Abbot"), *listed("2024-03-04", "B_Abbot")]
    assert lead_of("How often did Councillor Abbot attend?", two) is None


def test_who_was_there_most_is_counted_unless_names_may_be_of_two_people() -> None:
    lists = [*listed("2024-05-06", "Abbot Birch"), *listed("2024-03-04", "Abbot")]
    answer = told(oftenest_counted(understand("Who attended most?"), lists))
    assert answer.lead == "Counted in the lists of those present: Abbot, at 2 of 2 meetings."
    unclear = [*lists, *listed("2024-06-03", "A_Abbot B_Abbot")]
    assert oftenest_counted(understand("Who attended most?"), unclear) is None
    assert oftenest_counted(understand("Who attended most?"), listed("2024-05-06")) is None
