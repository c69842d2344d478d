"""The figures of `minutebook eval`: checkable by hand, and equal to those of the gold files' own scorer."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.measures import load_gold, score, squash, summary
from places import SHARED

OFFICIAL = SHARED / "eval" / "score.py"
POTHOLES = {"file": "highways.pdf", "quote": "repaired 11,240 potholes", "page": 3}
GOLD: list[dict[str, Any]] = [
    {"id": "q1", "kind": "figure", "question": "?", "must": [["11,240"]], "evidence": [POTHOLES], "meeting_date": "2023-06-21"},
    {"id": "q2", "kind": "figure", "question": "?", "must": [["£96,000", "96k"]], "evidence": [{"file": "cabinet.txt", "quote": "the extra cost of £96,000"}]},
    {"id": "q3", "kind": "vote", "question": "?", "must": [["Brindle"], ["Okafor"]], "evidence": [{"quote": "For: Brindle"}, {"quote": "For: Okafor"}]},
    {"id": "q4", "kind": "decision", "question": "?", "must": [["defer", "put off"]], "evidence": [POTHOLES], "also": [{"file": "other.md", "quote": "says the same", "page": None}]},
    {"id": "q5", "kind": "unanswerable", "question": "?", "must": [], "evidence": []},
    {"id": "q6", "kind": "unanswerable", "question": "?", "must": [], "evidence": []},
    {"id": "q7", "kind": "decision", "question": "?", "must": [["agreed"]], "evidence": [{"file": "2024.01.16 minutes", "quote": "It was agreed"}], "meeting_date": "2024-01-16"},
]  # fmt: skip


def cited(
    text: str, file: str = "highways.pdf", page: int | None = 3, date: str | None = "2023-06-21"
) -> dict[str, Any]:
    return {"file": file, "text": text, "page": page, "meeting_date": date}


def answer(
    name: str, words: str, citations: list[dict[str, Any]], passages: list[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    return {
        "id": name,
        "answer": words,
        "abstained": False,
        "citations": citations,
        "passages": passages,
        "seconds": 0.1,
        **more,
    }


SAID = "The Council repaired **11,240** potholes."
ANSWERS: list[dict[str, Any]] = [
    answer("q1", "It was 11,240. [1]", [cited(SAID), cited("Nothing of the kind.")], [cited("x"), cited(SAID)], seconds=0.4),
    answer("q2", "It cost 196,000 pounds.", [cited("the extra cost of £96,000", "cabinet.TXT")], [cited("The extra cost – of £96,000", "papers/cabinet.txt")]),
    answer("q3", "Brindle and Okafor.", [cited("For: Brindle | Okafor")], [cited("For: Brindle"), cited("y"), cited("For: Okafor")]),
    answer("q4", "The papers do not say.", [cited(SAID)], [cited("It says the same.", "other.md")], abstained=True),
    answer("q5", "The papers do not say.", [], [], abstained=True, seconds=None),
    answer("q6", "Seventeen. [1]", [cited("Seventeen.")], [cited("Seventeen.")]),
    answer("q7", "It was agreed.", [cited("It was agreed. " * 200, "2024.01.16 minutes.docx", None, "2024-01-16")], [cited("It was agreed", "2024.01.16 minutes.docx")]),
]  # fmt: skip


def figures(gold: list[dict[str, Any]], answers: list[dict[str, Any]]) -> dict[str, Any]:
    return summary([score(line, given) for line, given in zip(gold, answers, strict=True)])


def test_figures_are_those_of_a_count_by_hand() -> None:
    found = figures(GOLD, ANSWERS)
    assert (found["questions"], found["unanswerable"]) == (7, 2)
    assert found["hit@1"] == 0.8  # q1's evidence is second
    assert found["hit@5"] == 1.0
    assert found["mrr@10"] == 0.9
    assert found["correct"] == 0.6  # q2's figure is another, q4 was declined
    assert found["cited"] == 0.4  # q3 cites one of two; q7's citation is no paragraph
    assert found["grounded"] == 0.2
    assert found["answered"] == 0.8
    assert (found["abstain_recall"], found["abstain_precision"]) == (0.5, 0.5)
    assert (found["meeting"], found["page"]) == (1.0, 1.0)


def test_figures_equal_those_of_the_official_scorer() -> None:
    if not OFFICIAL.is_file():
        pytest.skip("the gold files' scorer is not beside this repository (../shared/eval/score.py)")
    spec = importlib.util.spec_from_file_location("official_score", OFFICIAL)
    assert spec is not None
    assert spec.loader is not None
    official = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(official)
    theirs, _ = official.score(GOLD, {given["id"]: given for given in ANSWERS})
    ours = figures(GOLD, ANSWERS)
    shared = set(ours) & set(theirs)
    assert shared >= {
        "hit@5",
        "recall@20",
        "correct",
        "cited",
        "grounded",
        "cite_precision",
        "meeting",
        "page",
        "words",
        "seconds_p95",
    }
    assert {key: ours[key] for key in shared} == {key: theirs[key] for key in shared}


def test_a_question_without_results_counts_as_missed() -> None:
    found = figures(GOLD[:1], [answer("q1", "", [], [])])
    assert (found["hit@10"], found["recall@20"], found["mrr@10"], found["grounded"]) == (0.0, 0.0, 0.0, 0.0)


def test_a_figure_must_stand_by_itself() -> None:
    gold = {**GOLD[0], "must": [["345"]]}
    for words, right in [
        ("345 homes", True),
        ("£345.00", True),
        ("345,000", True),
        ("1,345", False),
        ("3456", False),
        ("345.5", False),
    ]:
        assert score(gold, answer("q1", words, [], [])).correct is right, words


def test_layout_does_not_count() -> None:
    assert (
        squash("**Twenty-seven** | <b>children</b>\n– £5.")
        == squash("twenty seven children £5")
        == "twentysevenchildren£5"
    )


def test_nothing_to_score_gives_no_means() -> None:
    assert summary([])["grounded"] is None
    assert summary([])["questions"] == 0


def test_a_gold_files_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a"}\n\n{"id": \n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 3: not JSON .* Mend the line"):
        load_gold(path)
    path.write_text('{"id": "a"}\n["b"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2: no id"):
        load_gold(path)
    path.write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(ValueError, match="Save it as UTF-8"):
        load_gold(path)


def test_a_line_separator_inside_a_string_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes('\ufeff{"id": "a", "question": "one\u2028two\u0085three"}\r\n{"id": "b"}\n'.encode())
    assert [row["id"] for row in load_gold(path)] == ["a", "b"]
