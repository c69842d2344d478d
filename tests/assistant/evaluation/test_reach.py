"""Whether all the evidence of a question stands in what a model is given."""

import pytest

from assistant.evaluation.reach import ReachRow, reach_summary, score_reach

GOLD = {
    "id": "q1",
    "kind": "vote",
    "evidence": [{"file": "a.txt", "quote": "The pier was shut."}, {"file": "b.pdf", "quote": "It cost £40."}],
}
PIER, COST = {"file": "a.txt", "text": "In May the pier was  shut."}, {"file": "b.pdf", "text": "It cost £40."}


@pytest.mark.parametrize(
    ("found", "given", "row"),
    [
        ([PIER, COST], [PIER, COST], (True, True)),
        ([PIER, COST], [PIER], (True, False)),
        ([PIER], [PIER], (False, False)),
        ([PIER, {**COST, "file": "c.pdf"}], [], (False, False)),
    ],
)
def test_all_the_evidence_must_stand_there_in_its_own_paper(
    found: list[dict[str, str]], given: list[dict[str, str]], row: tuple[bool, bool]
) -> None:
    assert score_reach(GOLD, found, given) == ReachRow("q1", "vote", *row)


def test_another_place_that_says_the_same_is_as_good() -> None:
    gold = {**GOLD, "also": [{"file": "c.pdf", "quote": "It cost £40."}]}
    row = score_reach(gold, [], [PIER, {**COST, "file": "c.pdf"}])
    assert row is not None and row.in_reach


def test_a_question_that_the_papers_do_not_answer_has_no_evidence_to_reach() -> None:
    assert score_reach({"id": "q2", "evidence": []}, [PIER], [PIER]) is None


def test_the_summary_tells_what_was_not_found_from_what_was_cut() -> None:
    rows = [ReachRow("a", None, True, True), ReachRow("b", None, True, False), ReachRow("c", None, False, False)]
    assert reach_summary(rows) == {"questions": 3, "in_reach": 0.333, "not_found": 0.333, "cut": 0.333}
