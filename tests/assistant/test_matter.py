"""One matter through the sample papers' meetings, and figures that repeat: every event and point cited, measures apart."""

import json
from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.cli.run import main
from assistant.decisions.models import DecisionFilters, PlannedDecision, Register
from assistant.matter import EventKind, Matter
from assistant.measures.measured import measured_in
from assistant.measures.series import Series, series_of
from assistant.models import Filters
from assistant.question import understand
from assistant.records.as_json import plain_record
from assistant.retrieval.topic import Topic, chosen
from assistant.support.gate import judge
from corpus.models import Access, Meeting, Paragraph, Part, PartKind, Status
from index.models import Placed
from index.stores import Stores


@pytest.fixture(scope="module")
def charges(assistant: Assistant) -> Matter:
    return assistant.matter("parking charges in parks")


@pytest.fixture(scope="module")
def adoption(assistant: Assistant) -> Matter:
    return assistant.matter("adoption")


def placed(own: str, intro: str = "", file: str = "report.txt", date: str = "2024-01-16", section: str = "") -> Placed:
    """A paragraph of a made-up report."""
    part = Part(PartKind.REPORT, "Performance", Meeting("Aldermere Borough Council", "Cabinet", date), 1, 9, None, None)
    text = f"{intro}\n{own}" if intro else own
    paragraph = Paragraph(
        id=f"{file}-{abs(hash((own, intro)))}",
        text=text,
        own=own,
        part=0,
        item="4",
        item_title="Performance",
        section=section or None,
        ref=None,
        page=None,
        line=1,
        end_line=1,
        status=Status.DISCUSSION,
        access=Access.PUBLIC,
        intro=intro,
    )
    return Placed(paragraph, part, file, file, file, 1)


def test_a_matter_is_told_from_where_it_was_first_raised_in_the_order_of_the_meetings(charges: Matter) -> None:
    dates = [event.date for event in charges.events]
    assert dates == sorted(date for date in dates if date)
    assert (dates[0], charges.events[0].body) == ("2023-10-10", "Cabinet")
    told = [(event.date, event.kind, event.standing) for event in charges.events]
    assert ("2024-01-09", EventKind.DECIDED, "rescinded") in told
    assert ("2024-02-22", EventKind.LOST, None) in told
    assert ("2024-02-22", EventKind.MOVED, None) in told
    assert ("2024-09-17", EventKind.DECIDED, "active") in told


def test_every_event_is_borne_out_by_the_paragraphs_that_it_cites(charges: Matter, adoption: Matter) -> None:
    for event in (*charges.events, *adoption.events):
        cited = event.said.citations
        assert cited
        verdict = judge(event.said.text, [c.text for c in cited], [c.status for c in cited])
        assert verdict.supported, (event.said.text, verdict.reason)


def test_what_draft_and_approved_minutes_both_say_is_told_once(assistant: Assistant) -> None:
    told = [event.said.text for event in assistant.matter("kinship care").events]
    assert len(told) == len(set(told))
    assert any("publish a single guide for kinship carers" in text for text in told)


def test_actions_and_questions_stand_in_the_matter(assistant: Assistant) -> None:
    transport = assistant.matter("home to school transport")
    actions = [event for event in transport.events if event.kind is EventKind.ACTION]
    assert any("Late: expected in June 2024" in event.said.text for event in actions)
    kinds = {event.kind for event in assistant.matter("Wharf Road cycle lanes").events}
    assert {EventKind.QUESTION, EventKind.DECIDED} <= kinds


def test_a_single_word_does_not_bring_in_its_other_meaning(adoption: Matter) -> None:
    assert not any("other changes in the report be adopted" in event.said.text for event in adoption.events)


def test_figures_that_repeat_are_a_series_with_a_paragraph_for_every_point(adoption: Matter) -> None:
    adopted = adoption.series[0]
    assert (adopted.label, adopted.council) == ("Children adopted", "Aldermere Borough Council")
    assert [(point.period, point.value) for point in adopted.points] == [
        ("2021/22", 29),
        ("2022/23", 24),
        ("2023/24", 19),
        ("2024/25", 27),
    ]
    for series in adoption.series:
        for point in series.points:
            assert point.printed in point.citation.text


def test_a_later_papers_correction_is_shown_with_the_figure_that_it_corrects(adoption: Matter) -> None:
    corrected = next(point for point in adoption.series[0].points if point.period == "2022/23")
    assert corrected.corrects is not None
    printed, cited = corrected.corrects
    assert (printed, cited.file) == ("26", "cyp-scrutiny-pack-2024-01-16.md")


def test_children_in_care_is_one_series_over_five_papers(assistant: Assistant) -> None:
    series = assistant.matter("children in care").series[0]
    assert series.label == "Children in care"
    assert [point.value for point in series.points] == [405, 412, 427, 431, 424, 418, 396]
    assert len({point.citation.file for point in series.points}) >= 4


def test_a_part_and_a_whole_never_share_a_series() -> None:
    found = series_of(
        [
            placed("There were 431 children in care at 31 March 2023."),
            placed("There were 418 children in care at 31 March 2024.", file="later.txt"),
            placed("There were 37 children in care placed outside the borough at 31 March 2024.", file="later.txt"),
            placed("There were 52 per cent of children in care at 31 March 2024.", file="later.txt"),
        ]
    )
    assert [[point.value for point in series.points] for series in found] == [[431, 418]]


def test_a_rows_name_that_two_tables_share_is_not_one_measure() -> None:
    visits = placed("Priory Road | 33,600 | 41,250", "Library | 2021/22 | 2022/23", section="Visits")
    potholes = placed("Priory Road | 1,206 | 1,584", "Ward | 2022/23 | 2023/24", section="Potholes")
    values = sorted([point.value for point in series.points] for series in series_of([visits, potholes]))
    assert values == [[1206, 1584], [33600, 41250]]


def test_a_year_and_a_day_are_not_one_series_and_money_is_not_a_count() -> None:
    found = series_of(
        [
            placed("The repair of roads took 900 crews in 2022/23."),
            placed("The repair of roads took 950 crews at 31 March 2024.", file="later.txt"),
            placed("The repair of roads took £950 crews in 2023/24.", file="later.txt"),
        ]
    )
    assert found == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In the first half of 2023/24 there were 13 adoptions of children.",  # part of the year
        "There were 14 more children in care at 31 March 2024.",  # a difference
        "Tuesday 8 July 2025 at 6.00 pm in the Council Chamber.",  # a time of day
        "There were 431 children in care and 121 fostering households at 31 March 2023.",  # which is of which?
        "There were 431 children in care.",  # of what day?
    ],
)
def test_a_figure_whose_measure_or_time_is_unsure_is_no_point(sentence: str) -> None:
    assert measured_in(placed(sentence)) == []


def test_a_figure_compared_with_is_a_point_of_the_same_measure() -> None:
    found = measured_in(placed("Failures to arrive fell to 148 in 2024/25, from 204 in 2023/24."))
    assert [(one.label, one.period, one.value) for one in found] == [
        ("Failures to arrive", "2024/25", 148),
        ("Failures to arrive", "2023/24", 204),
    ]


def test_another_councils_figures_are_another_series() -> None:
    one = placed("There were 431 children in care at 31 March 2023.")
    two = placed("There were 418 children in care at 31 March 2024.", file="thornbeck.txt")
    other = replace(two, part=replace(two.part, meeting=Meeting("Thornbeck District Council", "Cabinet", "2024-05-01")))
    assert series_of([one, other]) == []
    assert [type(found) for found in series_of([one, two])] == [Series]


def test_filters_hold_and_an_unknown_topic_has_no_events(assistant: Assistant) -> None:
    after = assistant.matter("children in care", Filters(since="2025-01-01"))
    assert after.events
    assert all((event.date or "") >= "2025-01-01" for event in after.events)
    nothing = assistant.matter("mermaids")
    assert (nothing.events, nothing.series) == ((), ())
    assert nothing.searched


def test_the_public_reads_nothing_exempt_in_a_matter(assistant: Assistant) -> None:
    shown = json.dumps(plain_record(assistant.matter("Elm Street Depot sale price offers")))
    for secret in ("2,850,000", "2,600,000", "2,310,000", "Kestrel"):
        assert secret not in shown


def test_the_command_prints_and_gives_json(sample: Stores, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["matter", "adoption", "--store", str(sample.folder)]) == 0
    shown = capsys.readouterr()
    assert "corrects 26 in cyp-scrutiny-pack-2024-01-16.md" in shown.out
    assert "series" in shown.err
    assert main(["matter", "adoption", "--json", "--store", str(sample.folder)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {"topic", "events", "series", "searched", "seconds"} <= record.keys()
    assert {"period", "date", "value", "printed", "citation", "corrects"} <= record["series"][0]["points"][0].keys()


def topic(text: str, rarity: dict[str, float], likeness: dict[str, float] | None = None) -> Topic:
    """A topic as a search gives it, over papers where its words are so rare."""
    return Topic(understand(text), rarity, likeness or {})


CARE = {"children": 0.4, "child": 0.4, "care": 1.1, "trust": 1.0}


@pytest.mark.parametrize(
    "title, about",
    [
        ("Adult Social Care budget increase", False),
        ("Community Caring Trust contract", False),
        ("Placements for children in care", True),
        ("Care of children who live with carers", True),
    ],
)
def test_what_shares_one_common_word_with_a_topic_is_not_about_it(title: str, about: bool) -> None:
    assert (topic("children in care", CARE).score(title, []) is not None) is about


def test_one_word_that_few_passages_have_is_enough() -> None:
    rare = {"dredg": 4.0, "mere": 3.0, "work": 0.5}
    assert topic("dredging work", rare).score("Dredging of the north shore", []) is not None
    assert topic("dredging work", rare).score("Work programme", []) is None


def test_words_of_a_topic_far_apart_are_not_beside_each_other() -> None:
    far = "The council heard of roofs, drains, swings, paths, gates, hedges, benches, bins, lamps and the tax on beer."
    tax = topic("council tax", {"council": 0.3, "tax": 2.0})
    assert not tax.beside(far)
    assert tax.beside("The rate of council tax was set.")


def test_who_stands_behind_a_planned_decision_is_no_part_of_its_topic(assistant: Assistant) -> None:
    citation = next(one.citation for one in assistant.decisions().planned)
    plan = PlannedDecision("1", "Bus shelters Lead Officer: Director of Children and Care", None, None, False, citation)
    register = Register((), (), (plan,))
    wanted = DecisionFilters(query="children in care")
    assert not chosen(register, wanted, topic("children in care", CARE)).planned
    assert chosen(register, wanted, topic("bus shelters", {"bus": 3.0, "shelter": 3.0})).planned
