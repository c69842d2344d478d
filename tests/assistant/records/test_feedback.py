"""What readers said of answers is kept, listed and exported."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.cli.run import main
from assistant.evaluation.measures import load_gold, score
from assistant.records.feedback import LONGEST_WHY, CitedWords, Feedback, FeedbackStore, as_gold
from corpus.models import Role

QUOTE = "the library on Fore Street open until 7 pm"
CITED = CitedWords("p1", "minutes.md", QUOTE, 3, "Parks Committee", "2024-01-08", "7/24")
RIGHT = Feedback(
    said="2024-02-01T19:30:00+00:00",
    role=Role.PUBLIC,
    earlier=(),
    question="When does the library close?",
    answer="Minute 7/24: the library on Fore Street open until 7 pm [1].",
    mode="extractive",
    verdict="right",
    why="",
    evidence=(CITED,),
)


@pytest.fixture
def store(tmp_path: Path) -> FeedbackStore:
    return FeedbackStore(tmp_path / "feedback.db")


def test_nothing_kept_is_nothing_listed_and_makes_no_file(store: FeedbackStore) -> None:
    assert store.all() == ()
    assert not store.path.exists()


def test_what_is_kept_comes_back_newest_first(store: FeedbackStore) -> None:
    wrong = replace(RIGHT, verdict="wrong", why="That is the other library", role=Role.OFFICER, earlier=("Hours?",))
    store.add(RIGHT)
    store.add(wrong)
    assert store.all() == (replace(wrong, id=2), replace(RIGHT, id=1))


def test_a_long_word_of_why_is_cut(store: FeedbackStore) -> None:
    store.add(replace(RIGHT, why="x" * 9999))
    assert len(store.all()[0].why) == LONGEST_WHY


def test_readers_who_write_at_once_are_all_kept(store: FeedbackStore) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.add(replace(RIGHT, why=str(n))), range(40)))
    assert {one.why for one in store.all()} == {str(n) for n in range(40)}


def test_an_answer_judged_right_is_a_gold_question_that_scores_itself(store: FeedbackStore) -> None:
    store.add(RIGHT)
    line = as_gold(store.all())[0]
    row = score(line, {"answer": RIGHT.answer, "citations": [{"text": QUOTE, "file": "minutes.md", "page": 3}]})
    assert row.grounded
    assert row.page
    other = score(line, {"answer": "At six [1].", "citations": [{"text": "It closes at six.", "file": "minutes.md"}]})
    assert not other.grounded


def test_the_latest_judgement_counts_and_wrong_answers_are_no_gold(store: FeedbackStore) -> None:
    store.add(RIGHT)
    store.add(replace(RIGHT, verdict="wrong"))
    assert as_gold(store.all()) == []


def test_a_follow_up_is_a_conversation(store: FeedbackStore) -> None:
    store.add(replace(RIGHT, earlier=("Which libraries are there?",), question="And when does it close?"))
    turns = as_gold(store.all())[0]["turns"]
    assert [turn["question"] for turn in turns] == ["Which libraries are there?", "And when does it close?"]
    assert turns[-1]["evidence"][0]["quote"] == QUOTE


def test_the_command_lists_and_exports_for_officers_alone(
    tmp_path: Path, store: FeedbackStore, capsys: pytest.CaptureFixture[str]
) -> None:
    store.add(replace(RIGHT, why="As I heard it"))
    asked = ["feedback", "--store", str(tmp_path)]
    assert main(asked) == 2
    assert main([*asked, "--role", "officer"]) == 0
    assert "Why: As I heard it" in capsys.readouterr().out
    gold = tmp_path / "gold.jsonl"
    assert main([*asked, "--role", "officer", "--gold", str(gold)]) == 0
    assert [line["question"] for line in load_gold(gold)] == [RIGHT.question]
