"""The figures of checked claims, by hand."""

from typing import Any

from assistant.evaluation import claim_summary, score_claim

BENCHES = {"file": "parks.md", "quote": "41 benches had been mended"}
GOLD: list[dict[str, Any]] = [
    {"id": "c1", "claim": "41 benches.", "verdict": "supported", "evidence": [BENCHES]},
    {"id": "c2", "claim": "14 benches.", "verdict": "refuted", "evidence": [BENCHES]},
    {"id": "c3", "claim": "Mermaids.", "verdict": "not-found"},
    {"id": "c4", "claim": "Dragons.", "verdict": "not-found"},
]
CITED = [{"file": "parks.md", "text": "The Committee heard that 41 benches had been mended."}]
CHECKS: list[dict[str, Any]] = [
    {"verdict": "supported", "citations": CITED, "seconds": 0.1},
    {"verdict": "supported", "citations": CITED, "seconds": 0.3},
    {"verdict": "not-found", "citations": [], "seconds": 0.1},
    {"verdict": "refuted", "citations": CITED, "seconds": None},
]


def test_figures_are_those_of_a_count_by_hand() -> None:
    found = claim_summary([score_claim(line, check) for line, check in zip(GOLD, CHECKS, strict=True)])
    assert found == {
        "claims": 4,
        "accuracy": 0.5,
        "dangerous": 0.5,  # c2 has the opposite verdict
        "invented": 0.5,  # c4 has one, and no paper says anything of it
        "grounded": 0.5,
        "claim_seconds_p95": 0.1,
    }


def test_a_right_verdict_on_another_paragraph_is_not_grounded() -> None:
    row = score_claim(GOLD[0], {"verdict": "supported", "citations": [{"file": "other.md", "text": CITED[0]["text"]}]})
    assert row.right
    assert not row.cited
