"""The support gate: what follows from a paragraph passes, and each class of fault is stopped with its reason."""

import json
from collections import defaultdict
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from assistant.cli.verify import verify_lines
from assistant.support.gate import judge
from corpus.models import Status
from places import PAIRS, QUESTIONS

GATE = QUESTIONS / "sample-gate.jsonl"  # over the sample papers
FLOORS = {GATE.name: (20, 20), PAIRS.name: (229, 359)}  # one of the pairs below what is passed and stopped

POTHOLES = "In 2022/23 the Council repaired 11,240 potholes, of which 78 per cent were repaired within 28 days."
CARE = "There were 396 children in care at 31 March 2025, a rate of 76 per 10,000, compared with 418 a year before."
CLOSURE = "That the Cabinet agrees Option C and closes Hartsmead Library with effect from 31 March 2024."


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", [GATE, PAIRS], ids=["sample", "pairs"])
def test_more_than_nine_sentences_in_ten_are_judged_rightly_and_no_class_of_fault_is_weak(path: Path) -> None:
    right: dict[str, list[bool]] = defaultdict(list)
    for row in _rows(path):
        verdict = judge(row["sentence"], row["paragraphs"])
        right[row["flaw"] or "supported"].append(verdict.supported is row["supported"])
        assert (verdict.reason is None) is verdict.supported
        assert (verdict.flaw is None) is verdict.supported
    passed = right.pop("supported")
    stopped = [one for each in right.values() for one in each]
    least_passed, least_stopped = FLOORS[path.name]
    assert sum(passed) >= least_passed
    assert sum(stopped) >= least_stopped
    assert not [flaw for flaw, each in right.items() if sum(each) < 0.7 * len(each)]


@pytest.mark.parametrize("row", _rows(GATE) + _rows(PAIRS), ids=lambda row: row["id"])
def test_a_paragraph_bears_out_its_own_words(row: dict[str, Any]) -> None:
    for paragraph in row["paragraphs"]:
        assert judge(paragraph, row["paragraphs"]).supported


@pytest.mark.parametrize(
    "sentence, paragraph, flaw, reason",
    [
        ("The Council repaired 12,140 potholes in 2022/23.", POTHOLES, "figure", "The paragraph does not give 12,140"),
        ("There were 418 children in care at 31 March 2025.", CARE, "figure-for-another-thing", "396, not 418"),
        ("There were 396 children in care at 31 May 2025.", CARE, "date", "The paragraph does not give 31 May 2025"),
        ("There were 396 children in care, a rate of 76 per 1,000.", CARE, "unit", "not per 1,000"),
        ("Corvane repaired 11,240 potholes in 2022/23.", POTHOLES, "name", "The paragraph does not name Corvane"),
        ("The Cabinet resolved to close Hartsmead Library.", CLOSURE, "decision", "it does not say “resolved”"),
        ("The fee rose in April.", "The fee fell in April.", "direction", "“fell”, not “rose”"),
        ("The fee was not raised.", "The fee was raised.", "negation", "“not”"),
        ("All schools replied.", "Some schools replied.", "scope", "“All”"),
        ("Traders asked for compensation.", "The works will end in May.", "absent", "“Traders”"),
    ],
)
def test_each_class_of_fault_is_told_in_plain_words(sentence: str, paragraph: str, flaw: str, reason: str) -> None:
    verdict = judge(sentence, [paragraph])
    assert not verdict.supported
    assert verdict.flaw == flaw
    assert verdict.reason is not None
    assert reason in verdict.reason


def test_nothing_is_supported_by_no_paragraph_and_an_empty_sentence_by_none() -> None:
    assert judge("The fee rose.", []).flaw == "absent"
    assert judge(" . ", ["The fee rose."]).flaw == "absent"


@pytest.mark.parametrize("status", [Status.RECOMMENDATION, Status.MOTION, Status.AMENDMENT_LOST, Status.PLANNED])
def test_nothing_is_resolved_on_the_strength_of_a_proposal(status: Status) -> None:
    paragraph = "The Cabinet approves the sale of the Corn Exchange for £1.2 million."
    sentence = "The Cabinet approved selling the Corn Exchange for £1.2 million."
    assert judge(sentence, [paragraph], [status]).flaw == "status"
    assert judge(sentence, [paragraph], [Status.RESOLUTION]).supported
    assert judge(sentence, [paragraph, paragraph], [status, Status.RESOLUTION]).supported


def test_a_figure_of_a_table_belongs_to_its_column_and_its_row() -> None:
    rows = [
        "Ward | Electors | Spoilt papers\nHarbour | 6,410 | 18",
        "Ward | Electors | Spoilt papers\nMinster | 5,870 | 25",
    ]
    assert judge("Minster ward had 5,870 electors.", rows).supported
    assert not judge("Minster ward had 6,410 electors.", rows).supported
    assert not judge("Harbour ward had 18 electors.", rows).supported


def test_a_column_in_thousands_of_pounds_is_read_so() -> None:
    row = ["Service | Budget £000 | Spent %\nLibraries | 1,840 | 97"]
    assert judge("The budget for libraries was £1.84 million.", row).supported
    assert judge("Libraries spent 97 per cent.", row).supported
    assert not judge("The budget for libraries was £1,840.", row).supported


def test_two_paragraphs_may_bear_out_a_sentence_together() -> None:
    first, second = "In 2022 there were 34 appeals.", "In 2023 there were 29 appeals."
    assert judge("Appeals fell from 34 in 2022 to 29 in 2023.", [first, second]).supported
    assert not judge("Appeals rose from 29 in 2022 to 34 in 2023.", [first, second]).supported


def test_a_mistake_that_the_paragraph_corrects_is_no_support() -> None:
    paragraph = "The report said that 26 children were adopted. Two were counted twice. The correct figure is 24."
    assert judge("24 children were adopted.", [paragraph]).supported
    assert judge("26 children were adopted.", [paragraph]).flaw == "figure"


def test_votes_are_given_to_the_side_that_lists_the_name() -> None:
    paragraph = (
        "The motion was put to the vote. For (2): Councillors Hart and Vance. Against (2): Councillors Marsh and Pryce."
    )
    assert judge("Councillor Marsh voted against the motion.", [paragraph]).supported
    assert judge("Councillor Marsh voted for the motion.", [paragraph]).flaw == "name"


def test_verify_gives_a_result_for_each_line_in_order() -> None:
    lines = [
        {"id": "a", "sentence": "There were 396 children in care at 31 March 2025.", "paragraphs": [CARE]},
        {"id": "b", "sentence": "There were 400 children in care at 31 March 2025.", "paragraphs": [CARE]},
    ]
    results = list(verify_lines(lines))
    assert [(result["id"], result["supported"]) for result in results] == [("a", True), ("b", False)]
    assert results[0]["reason"] is None
    assert [(result["flaw"], result["rule"]) for result in results] == [(None, None), ("figure", "figure_faults")]
    assert all(result["seconds"] >= 0 for result in results)


def test_a_sentence_takes_milliseconds() -> None:
    rows = _rows(GATE)
    started = perf_counter()
    for row in rows:
        judge(row["sentence"], row["paragraphs"])
    assert (perf_counter() - started) / len(rows) < 0.05  # 2 ms on a quiet machine; the bar is 20


def test_the_context_of_a_paragraph_gives_its_body_and_day_and_bears_out_nothing_else() -> None:
    paragraph = "That the charge for a mooring be raised to £45 from 1 April 2024."
    context = [
        "Aldermere Borough Council; Cabinet; minutes; meeting on 9 January 2024; minute 7/24; Moorings; Resolved."
    ]
    known = {"statuses": [Status.RESOLUTION], "context": context}
    said = "On 9 January 2024 the Cabinet of Aldermere resolved to raise the charge for a mooring to £45."
    assert not judge(said, [paragraph], [Status.RESOLUTION]).supported
    assert judge(said, [paragraph], **known).supported  # type: ignore[arg-type]
    for wrong in (
        said.replace("January", "February"),
        said.replace("£45", "£54"),
        said.replace("Aldermere", "Corvane"),
    ):
        assert not judge(wrong, [paragraph], **known).supported  # type: ignore[arg-type]


def test_votes_are_counted_by_side() -> None:
    paragraph = "The amendment was put to the vote and lost: 7 for, 8 against, 1 abstention."
    assert judge("The amendment was lost, with 7 votes for and 8 against.", [paragraph]).supported
    assert not judge("The amendment was lost, with 8 votes for and 7 against.", [paragraph]).supported


PENALTY = "The fixed penalty for fly-tipping was raised from £400 to £800 by the Highways Scrutiny Panel."


@pytest.mark.parametrize(
    ("sentence", "flaw"),
    [
        ("The fixed penalty for fly-tipping was raised from £800 to £400 by the Highways Scrutiny Panel.", "direction"),
        ("The fixed penalty was raised from £400 to £800 by the Highways Scrutiny Cabinet.", "body"),
        ("The fixed penalty was raised from £400 to £800 by the Highways Scrutiny Panel.", None),
    ],
)
def test_a_range_turned_round_and_a_body_of_another_kind_are_stopped(sentence: str, flaw: str | None) -> None:
    assert judge(sentence, [PENALTY]).flaw == flaw
