"""One matter through the sample papers' meetings, and figures that repeat: every event and point cited, measures apart."""

import json
from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.citations import citation, whole
from assistant.cli.run import main
from assistant.decisions.models import (
    DecisionFilters,
    EntryKind,
    PlannedDecision,
    Progress,
    Register,
    TrackedAction,
)
from assistant.matter import EventKind, Matter, matter_of
from assistant.models import Filters
from assistant.question import understand
from assistant.records.as_json import plain_record
from assistant.retrieval.topic import Topic, chosen
from borne_out import not_in_its_paragraphs
from corpus.models import PartKind, Status
from index.models import Placed
from index.stores import Stores
from made_up import place, resolved


@pytest.fixture(scope="module")
def charges(assistant: Assistant) -> Matter:
    return assistant.matter("parking charges in parks")


@pytest.fixture(scope="module")
def adoption(assistant: Assistant) -> Matter:
    return assistant.matter("adoption")


def test_a_matter_is_told_from_where_it_was_first_raised_in_the_order_of_the_meetings(charges: Matter) -> None:
    dates = [event.date for event in charges.events]
    assert dates == sorted(date for date in dates if date)
    assert (dates[0], charges.events[0].body) == ("2023-10-10", "Cabinet")
    told = [(event.date, event.kind, event.standing) for event in charges.events]
    assert ("2024-01-09", EventKind.DECIDED, "rescinded") in told
    assert ("2024-02-22", EventKind.LOST, None) in told
    assert ("2024-02-22", EventKind.MOVED, None) in told
    assert ("2024-09-17", EventKind.DECIDED, "active") in told


def test_every_figure_and_name_of_an_event_stands_in_a_paragraph_that_it_cites(
    charges: Matter, adoption: Matter
) -> None:
    said = [event.said for event in (*charges.events, *adoption.events)]
    assert len(said) > 15
    assert all(one.citations for one in said)
    assert {one.text: not_in_its_paragraphs(one) for one in said if not_in_its_paragraphs(one)} == {}


BENCHES = understand("benches")
NOTHING = Register((), (), ())
OAK = "The Committee heard that ten oak benches for the north shore were on their way."


def made(*found: Placed, register: Register = NOTHING) -> Matter:
    """The matter of benches over paragraphs that a search found."""
    return matter_of("benches", Topic(BENCHES, {"bench": 3.0}, {}), found, register)


def test_one_papers_words_are_told_by_kind_and_those_of_another_paper_once() -> None:
    report = place("The report asks for ten oak benches for the north shore.", kind=PartKind.REPORT, date="2024-02-26")
    asked = place("Could the benches be painted green by the summer?", Status.QUESTION, ref="3", n=2)
    said, again = place(OAK), place(OAK, file="pack.txt")
    events = made(report, asked, said, again).events
    assert [(event.date, event.kind, event.said.text) for event in events] == [
        ("2024-02-26", EventKind.REPORT, report.paragraph.own),
        ("2024-03-04", EventKind.SAID, OAK),
        ("2024-03-04", EventKind.QUESTION, asked.paragraph.own),
    ]
    assert [event.said.citations[0].n for event in events] == [1, 2, 3]


def test_no_row_title_or_word_on_another_matter_is_an_event() -> None:
    row = place("Benches | 41 | 28 | North shore and other places", intro="Place | 2024 | 2023 | Where")
    other = place("The Committee heard that the swings at Mill Green had been mended.")
    assert made(row, other, place("Benches", heading=True)).events == ()


def test_a_decision_is_an_event_and_a_motion_that_was_resolved_is_not() -> None:
    bought = resolved("that ten benches be bought.")
    motion = replace(bought, id="m", kind=EntryKind.MOTION, resolved=False, standing=None, became=bought.id)
    events = made(register=Register((motion, bought), (), ())).events
    assert [(event.kind, event.standing, event.decision) for event in events] == [
        (EventKind.DECIDED, "active", bought.id)
    ]


def test_an_action_is_an_event_at_each_new_status() -> None:
    steps = tuple(
        Progress(date, status, citation(1, whole(place(f"Mend benches | Ranger | {status}", Status.ACTION, date=date))))
        for date, status in (("2024-03-04", "Ongoing"), ("2024-05-06", "Ongoing"), ("2024-07-01", "Done"))
    )
    action = TrackedAction("Council", None, "Parks", "Mend benches", "Ranger", "Done", False, steps)
    events = made(register=Register((), (action,), ())).events
    assert [(event.date, event.said.text) for event in events] == [
        ("2024-03-04", "Mend benches (Ranger): Ongoing"),
        ("2024-07-01", "Mend benches (Ranger): Done"),
    ]


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
