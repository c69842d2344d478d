"""What an evaluation tells a person."""

from typing import Any

from assistant.evaluation import score
from assistant.evaluation.claims import ClaimRow
from assistant.evaluation.report import misjudged, missed, short_of, told

GOLD = {"id": "q1", "kind": "figure", "question": "How many?", "must": [["41"]], "evidence": [{"quote": "41 benches"}]}
PASSAGE = {"file": "a.md", "text": "41 benches"}


def test_the_figures_come_a_line_each_and_then_the_kinds_as_a_table() -> None:
    lines = list(told({"questions": 3, "kinds": {"figure": {"questions": 2, "grounded": 0.5, "hit@5": None}}}))
    assert lines[0].split() == ["questions", "3"]
    assert lines[-2].split() == ["kind", "questions", "grounded", "hit@5"]
    assert lines[-1].split() == ["figure", "2", "0.50", "-"]


def test_what_fell_short_is_told_in_words() -> None:
    given: dict[str, dict[str, Any]] = {
        "declined, but a paper says it": {"abstained": True},
        "the evidence was not found": {"answer": "7"},
        "another paragraph was cited; the evidence was in passage 1": {"answer": "41", "passages": [PASSAGE]},
        "the answer lacks what was asked for": {"answer": "7", "passages": [PASSAGE], "citations": [PASSAGE]},
    }
    for words, answer in given.items():
        row = score(GOLD, answer)
        assert short_of([row]) == [row]
        assert words in missed(row, "The answer.")
    near_miss = score({"id": "q2", "question": "Mermaids?"}, {"answer": "Seventeen."})
    assert short_of([near_miss]) == [near_miss]
    assert "answered, but no paper says it" in missed(near_miss, "Seventeen.")


def test_what_is_right_is_not_listed() -> None:
    assert short_of([score(GOLD, {"answer": "41", "passages": [PASSAGE], "citations": [PASSAGE]})]) == []


def test_a_claim_that_was_judged_wrongly_is_told_with_both_verdicts() -> None:
    row = ClaimRow("c1", "41 benches.", "supported", "refuted", True, None)
    assert "called refuted, it is supported" in misjudged(row, "The papers say 14.")
