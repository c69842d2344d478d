"""Answers and status as the JSON of the contract: every field there, null where it has no value."""

import json

from assistant.models import Answer, Citation, FoundPassage, Mode, StoreStatus
from assistant.records.as_json import answer_record, status_record
from corpus.models import Box

ANSWER = {"id", "question", "answer", "abstained", "reason", "mode", "citations", "passages", "seconds"}
CITATION = set(
    "n paragraph file page line council body meeting_date part part_title item ref status text quote".split()
)


def citation(box: Box | None = None) -> Citation:
    where = (None,) * 5
    return Citation(1, "p1", "cabinet.txt", *where, "minutes", "Minutes", None, None, "discussion", "It rained.", "It rained.", path="/home/clerk/cabinet.txt", box=box)  # fmt: skip


def answer(*citations: Citation) -> Answer:
    passages = (FoundPassage("cabinet.txt", "Cabinet\nIt rained.", 0.5, ("p1",)),)
    return Answer("Did it rain?", "Minutes: It rained. [1]", False, None, Mode.EXTRACTIVE, citations, passages, 0.12)


def test_every_field_of_the_contract_is_there_and_null_where_empty() -> None:
    record = json.loads(json.dumps(answer_record(answer(citation()))))
    assert record.keys() >= ANSWER
    assert record["citations"][0].keys() >= CITATION
    assert (record["id"], record["reason"], record["citations"][0]["page"]) == (None, None, None)
    assert record["mode"] == "extractive"
    assert record["passages"] == [
        {"file": "cabinet.txt", "text": "Cabinet\nIt rained.", "score": 0.5, "paragraphs": ["p1"]}
    ]


def test_an_answer_keeps_the_id_of_its_question() -> None:
    assert answer_record(answer(), "q7")["id"] == "q7"


def test_where_a_file_lies_on_the_server_is_not_told() -> None:
    assert "/home/clerk" not in json.dumps(answer_record(answer(citation())))


def test_a_box_is_four_numbers_from_the_pages_top_left_corner() -> None:
    assert answer_record(answer(citation(Box(1.0, 2.0, 3.0, 4.0))))["citations"][0]["box"] == [1.0, 2.0, 3.0, 4.0]
    assert answer_record(answer(citation()))["citations"][0]["box"] is None


def test_a_status_is_plain_json() -> None:
    status = StoreStatus("store", (), (), 0, 0, 0, ("Aldermere Borough Council",), (), None, None, None)
    record = json.loads(json.dumps(status_record(status)))
    assert record["councils"] == ["Aldermere Borough Council"]
    assert record["first_date"] is None
