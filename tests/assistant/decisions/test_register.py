"""The register of decisions over the sample papers, as a democratic-services officer would check it."""

import csv
import json
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.cli.run import main
from assistant.decisions.models import Decision, DecisionFilters, EntryKind, LaterRelation, Register, Standing
from assistant.errors import WrongFilter
from assistant.records.as_json import register_record
from corpus.models import Outcome, Role
from index.stores import Stores


@pytest.fixture(scope="module")
def register(assistant: Assistant) -> Register:
    return assistant.decisions()


def one(register: Register, date: str, ref: str, kind: EntryKind = EntryKind.RESOLUTION) -> Decision:
    found = [d for d in register.decisions if (d.date, d.ref, d.kind) == (date, ref, kind)]
    assert len(found) == 1
    return found[0]


def test_a_resolution_is_word_for_word_with_its_body_date_number_and_paragraph(register: Register) -> None:
    decision = one(register, "2024-01-09", "84")
    assert decision.words == (
        "that a charge of £2 a visit be introduced at the Fennel Park and Castle Meadow car parks from 1 April 2024."
    )
    assert (decision.body, decision.title, decision.resolved) == (
        "Cabinet",
        "Parks Car Parks: Outcome of Consultation",
        True,
    )
    assert decision.citations[0].file == "cabinet-minutes-2024-01-09.txt"
    assert decision.words in decision.citations[0].text


def test_a_list_is_one_decision_with_a_citation_for_each_line(register: Register) -> None:
    decision = one(register, "2024-02-22", "192(4)")
    lines = decision.words.splitlines()
    assert lines[0] == "that the Council:"
    assert len(lines) == len(decision.citations) == 4
    assert all(line in citation.text for line, citation in zip(lines[1:], decision.citations[1:], strict=True))


def test_a_decision_says_by_which_later_one_it_was_rescinded_or_changed(register: Register) -> None:
    charges = one(register, "2024-01-09", "84")
    assert charges.standing is Standing.RESCINDED
    by = [late for late in charges.later if late.relation is LaterRelation.RESCINDED]
    assert [(late.date, late.body) for late in by] == [("2024-09-17", "Cabinet")]
    assert "the decision of 9 January 2024 be rescinded" in by[0].citation.text
    wharf_road = one(register, "2023-11-14", "68.3")
    assert wharf_road.standing is Standing.SUPERSEDED
    assert [late.relation for late in wharf_road.later] == [LaterRelation.REFERRED_BACK, LaterRelation.CHANGED]
    assert one(register, "2024-09-17", "30").standing is Standing.ACTIVE


def test_the_officers_recommendation_stands_beside_what_was_resolved(register: Register) -> None:
    decision = one(register, "2023-11-14", "67.6")
    texts = [citation.text for citation in decision.recommended]
    assert "2.1 That the Cabinet agrees Option C and closes Hartsmead Library with effect from 31 March 2024." in texts
    assert "stay open for 18 hours" in decision.words
    asked = next(d for d in register.decisions if d.kind is EntryKind.RECOMMENDATION and "Option C" in d.words)
    assert asked.became == decision.id
    assert not asked.resolved


def test_an_amendment_tells_its_fate_and_its_votes_and_is_never_resolved(register: Register) -> None:
    lost = one(register, "2024-02-22", "193(3)", EntryKind.AMENDMENT_LOST)
    assert (lost.fate, lost.tally) == (Outcome.LOST, "9 for, 12 against, 2 abstaining")
    assert (lost.proposer, lost.seconder) == ("Councillor Carrow", "Councillor Zielinski")
    carried = one(register, "2024-02-22", "193(6)", EntryKind.AMENDMENT)
    assert (carried.fate, carried.tally) == (Outcome.CARRIED, "13 for, 9 against, 1 abstaining")
    assert one(register, "2024-02-22", "193(8)").tally == "15 for, 7 against, 1 abstaining"
    told_by_count = one(register, "2025-02-27", "254.4", EntryKind.AMENDMENT_LOST)
    assert told_by_count.tally == "7 for, 15 against, 1 abstaining"
    assert "3.75 per cent" in told_by_count.words


def test_nothing_recommended_moved_lost_or_planned_is_listed_as_resolved(register: Register) -> None:
    decided = {EntryKind.RESOLUTION, EntryKind.NOTED, EntryKind.DEFERRED, EntryKind.WITHDRAWN}
    allowed = {"resolution", "noted", "deferred", "withdrawn"}
    for decision in register.decisions:
        if decision.resolved:
            assert decision.kind in decided
            assert {citation.status for citation in decision.citations} <= allowed
            assert {citation.part for citation in decision.citations} <= {"minutes", "decision-record"}
        else:
            assert decision.standing is None
    resolved = "\n".join(d.words for d in register.decisions if d.resolved)
    assert "abolish all charges" not in resolved
    assert "3.75 per cent" not in resolved
    assert "closes Hartsmead Library" not in resolved


def test_what_draft_and_approved_minutes_both_print_is_listed_once_in_the_approved_words(register: Register) -> None:
    decision = one(register, "2024-01-16", "5/24")
    assert decision.citations[0].file == "cyp-scrutiny-pack-2024-03-19.pdf"
    assert not decision.draft
    assert [citation.file for citation in decision.also] == ["cyp-scrutiny-draft-minutes-2024-01-16.txt"]


def test_deferred_and_withdrawn_business_is_told_so(register: Register) -> None:
    assert one(register, "2025-03-18", "6/25", EntryKind.DEFERRED).resolved
    withdrawn = one(register, "2024-09-17", "28", EntryKind.WITHDRAWN)
    assert not withdrawn.resolved
    assert withdrawn.title == "Elm Street Depot: Sale"


def test_an_action_is_listed_once_with_its_owner_and_its_latest_status(register: Register) -> None:
    report = next(
        action for action in register.actions if action.action == "Report on the reliability of transport contractors"
    )
    assert [step.date for step in report.progress] == ["2024-01-16", "2024-03-19"]
    assert (report.status, report.open) == ("Late: expected in June 2024", True)
    assert report.owner == "Assistant Director, Safeguarding and Care"
    letter = next(action for action in register.actions if action.topic == "Children in care")
    assert not letter.open


def test_the_forward_plans_entries_are_to_come_and_private_ones_are_marked(register: Register) -> None:
    by_number = {entry.number: entry for entry in register.planned}
    assert by_number["24/017"].private
    assert not by_number["24/006"].private
    assert by_number["24/009"].decision_date == "17 September 2024 (was 11 June 2024)"  # of the newest plan
    assert all(entry.citation.status == "planned" for entry in register.planned)


@pytest.mark.parametrize(
    "query, first",
    [
        ("bus gate at Mill Lane", "Wharf Road"),
        ("charging motorists at green spaces", "Parks"),
        ("Hartsmead library", ""),
    ],
)
def test_a_topic_is_found_by_words_and_by_meaning(assistant: Assistant, query: str, first: str) -> None:
    found = assistant.decisions(DecisionFilters(query=query)).decisions
    assert 0 < len(found) < 25
    assert first in (found[0].title or "")


def test_a_topic_that_no_paper_has_lists_nothing(assistant: Assistant) -> None:
    found = assistant.decisions(DecisionFilters(query="mermaids"))
    assert (found.decisions, found.actions, found.planned) == ((), (), ())
    assert found.searched


def test_filters_of_body_date_kind_standing_and_person(assistant: Assistant) -> None:
    january = assistant.decisions(DecisionFilters(body="Cabinet", since="2024-01-01", until="2024-01-31"))
    assert {(d.body, d.date) for d in january.decisions} == {("Cabinet", "2024-01-09")}
    rescinded = assistant.decisions(DecisionFilters(standing=Standing.RESCINDED))
    assert [d.ref for d in rescinded.decisions] == ["84"]
    lost = assistant.decisions(DecisionFilters(kind=EntryKind.AMENDMENT_LOST, person="Cllr Carrow")).decisions
    assert {d.ref for d in lost} >= {"193(3)", "254.4"}
    assert all(any("Carrow" in citation.text for citation in (*d.citations, *d.votes)) for d in lost)
    with pytest.raises(WrongFilter, match="No body called"):
        assistant.decisions(DecisionFilters(body="Parliament"))


def test_the_public_sees_nothing_exempt_in_the_register(assistant: Assistant) -> None:
    shown = json.dumps(register_record(assistant.decisions()))
    for secret in ("2,850,000", "2,600,000", "Kestrel"):
        assert secret not in shown
    assert len(assistant.decisions(role=Role.OFFICER).decisions) >= len(assistant.decisions().decisions)


def test_the_command_prints_json_and_writes_a_table(
    sample: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "decisions.csv"
    store = str(sample.folder)
    assert main(["decisions", "--body", "Cabinet", "--csv", str(table), "--json", "--store", store]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {"decisions", "actions", "planned", "searched", "seconds"} <= record.keys()
    assert {"status", "resolved", "fate", "standing", "body", "date", "ref", "words", "citations", "later"} <= record[
        "decisions"
    ][0].keys()
    rows = list(csv.DictReader(table.open(encoding="utf-8-sig")))
    assert len(rows) == len(record["decisions"])
    charges = next(row for row in rows if row["ref"] == "84" and row["date"] == "2024-01-09")
    assert (charges["standing"], charges["later"].split("; ")[-1]) == ("rescinded", "rescinded 2024-09-17 Cabinet")


def test_the_command_prints_for_people(sample: Stores, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["decisions", "--person", "Thackray", "--since", "22 February 2024", "--store", str(sample.folder)]) == 0
    )
    shown = capsys.readouterr()
    assert "22 February 2024, Council, 193(1): Motion: Parking Charges in Parks [motion; carried" in shown.out
    assert "entries" in shown.err
