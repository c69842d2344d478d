"""The support gate's hard checks together: what they stop of lies, and how seldom they stop a truth."""

import json
from collections import defaultdict
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from assistant.cli.verify import verify_lines
from assistant.support.gate import CHECKS, judge
from corpus.models import Status
from places import PAIRS, QUESTIONS

GATE = QUESTIONS / "sample-gate.jsonl"  # over the sample papers
CARE = "There were 396 children in care at 31 March 2025, a rate of 76 per 10,000, compared with 418 a year before."
# Measured: of our own pairs one truth of 244 is vetoed; 17 of 19 lies about a figure, 16 of 16 about a unit and 13 of 21
# about a date are stopped. The other dates stand in the paragraphs for another thing. Names are mostly exchanged there.
MOST_VETOED = 2
FLOORS = {"figure": 17, "unit": 15, "date": 12, "negation": 12}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _stopped(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows(path):
        verdict = judge(row["sentence"], row["paragraphs"])
        assert (verdict.reason is None) is (verdict.flaw is None) is (verdict.rule is None) is verdict.supported
        if not verdict.supported:
            found[row["flaw"] or "supported"].append(f"{row['id']}: {verdict.reason}")
    return found


def test_hardly_a_truth_is_vetoed_and_the_hard_kinds_of_lie_are_stopped() -> None:
    stopped = _stopped(PAIRS)
    assert len(stopped["supported"]) <= MOST_VETOED, stopped["supported"]
    assert not {flaw: stopped[flaw] for flaw, least in FLOORS.items() if len(stopped[flaw]) < least}


def test_no_truth_of_the_sample_is_vetoed() -> None:
    stopped = _stopped(GATE)
    assert stopped["supported"] == []
    assert [len(stopped[flaw]) for flaw in ("figure", "date")] == [2, 2]


@pytest.mark.parametrize("row", _rows(GATE) + _rows(PAIRS), ids=lambda row: row["id"])
def test_a_paragraph_bears_out_its_own_words(row: dict[str, Any]) -> None:
    for paragraph in row["paragraphs"]:
        assert judge(paragraph, row["paragraphs"]).supported


def test_each_check_says_when_it_yields_a_fault_and_has_a_name_of_its_own() -> None:
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS)
    assert all((check.__doc__ or "").startswith("Yield a fault ") for check in CHECKS)


@pytest.mark.parametrize(
    ("sentence", "paragraphs", "rule", "flaw"),
    [
        ("The fee rose to £13.", ["The fee rose to £12."], "figure_faults", "figure"),
        ("The fee rose in May.", ["The fee rose in June."], "moment_faults", "date"),
        ("The bins go weekly.", ["The bins go every fortnight."], "frequency_faults", "unit"),
        ("The talk was by Ms Vance.", ["Ms Joshi gave the talk."], "name_faults", "name"),
        ("The Panel approved the plan.", ["It is recommended that the plan be put into force."], "decision_faults", "status"),
        ("The clinic for boys is open.", ["The clinic for boys is not open."], "denial_faults", "negation"),
        (" . ", ["The fee rose."], "nothing_said", "absent"),
        ("The fee rose.", [], "nothing_cited", "absent"),
    ],
)  # fmt: skip
def test_the_verdict_names_the_check_that_stopped_the_sentence(
    sentence: str, paragraphs: list[str], rule: str, flaw: str
) -> None:
    verdict = judge(sentence, paragraphs)
    assert (verdict.rule, verdict.flaw) == (rule, flaw)


@pytest.mark.parametrize("opening", ["According to the report, ", "The minutes record that ", ""])
def test_whom_a_sentence_quotes_is_no_part_of_it(opening: str) -> None:
    assert judge(f"{opening}396 children were in care at 31 March 2025.", [CARE]).supported


def test_two_paragraphs_may_bear_out_a_sentence_together() -> None:
    first, second = "In 2022 there were 34 appeals.", "In 2023 there were 29 appeals."
    assert judge("Appeals fell from 34 in 2022 to 29 in 2023.", [first, second]).supported
    assert not judge("Appeals fell from 34 in 2022 to 29 in 2023.", [first]).supported


def test_the_context_of_a_paragraph_gives_its_body_and_day() -> None:
    paragraph = "That the charge for a mooring be raised to £45 from 1 April 2024."
    context = [
        "Aldermere Borough Council; Cabinet; minutes; meeting on 9 January 2024; minute 7/24; Moorings; Resolved."
    ]
    said = "On 9 January 2024 the Cabinet of Aldermere resolved to raise the charge for a mooring to £45."
    assert not judge(said, [paragraph], [Status.RESOLUTION]).supported
    assert judge(said, [paragraph], [Status.RESOLUTION], context).supported
    for right, wrong in (("January", "February"), ("£45", "£54"), ("Aldermere", "Corvane")):
        assert not judge(said.replace(right, wrong), [paragraph], [Status.RESOLUTION], context).supported


def test_a_stretch_copied_from_within_a_sentence_passes() -> None:
    assert judge("396 children in care at 31 March 2025, a rate of 76 per 10", [CARE]).supported


def test_verify_gives_a_result_for_each_line_in_order() -> None:
    lines = [
        {"id": "a", "sentence": "There were 396 children in care at 31 March 2025.", "paragraphs": [CARE]},
        {"id": "b", "sentence": "There were 400 children in care at 31 March 2025.", "paragraphs": [CARE]},
    ]
    results = list(verify_lines(lines))
    assert [(result["id"], result["supported"]) for result in results] == [("a", True), ("b", False)]
    assert [(result["flaw"], result["rule"]) for result in results] == [(None, None), ("figure", "figure_faults")]


def test_a_sentence_takes_milliseconds() -> None:
    rows = _rows(GATE)
    started = perf_counter()
    for row in rows:
        judge(row["sentence"], row["paragraphs"])
    assert (perf_counter() - started) / len(rows) < 0.05  # 2 ms on a quiet machine; the bar is 5
