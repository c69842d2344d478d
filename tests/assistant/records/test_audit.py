"""Answers that leave the page: saved with their references, recorded, and replayed to tell what changed."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from assistant.assistant import Assistant
from assistant.cli.run import main
from assistant.errors import RecordBroken
from assistant.models import Answer, Asked, Turn
from assistant.records.audit import AnswerRecord, Changed, read_record, write_record
from assistant.records.save import as_markdown, as_text, write_answer
from corpus.models import Role
from index.build import build
from index.embedder import DEFAULT_MODEL, SentenceTransformerEmbedder
from index.stores import Limits, Stores, open_stores
from places import SAMPLE

ASKED = Asked("When did the charges at the Fennel Park car park begin?")
TIME = "2026-01-05T09:30:00+00:00"


@pytest.fixture(scope="module")
def answer(assistant: Assistant) -> Answer:
    return assistant.ask(ASKED)


@pytest.fixture(scope="module")
def record(assistant: Assistant, answer: Answer) -> AnswerRecord:
    return assistant.record(ASKED, answer, TIME)


def test_a_record_holds_the_question_the_answer_and_every_paragraph_by_id_and_hash(
    record: AnswerRecord, answer: Answer, assistant: Assistant
) -> None:
    assert (record.question, record.answer, record.time) == (ASKED.question, answer.answer, TIME)
    cited = [held for held in record.paragraphs if held.cited]
    assert {held.paragraph for held in cited} == {one.paragraph for one in answer.citations}
    assert all(len(held.sha256) == 64 for held in record.paragraphs)
    assert len(record.paragraphs) > len(cited)
    assert record.made.index_version == assistant.stores.catalogue.meta("version")
    assert (record.made.embedding_model, record.made.chat_model) == (DEFAULT_MODEL, None)


def test_a_record_is_read_back_as_it_was_written_and_replays_the_same(
    record: AnswerRecord, assistant: Assistant, tmp_path: Path
) -> None:
    write_record(record, tmp_path / "record.json")
    again = read_record(tmp_path / "record.json")
    assert again == record
    replay = assistant.replay(again)
    assert (replay.same, replay.differences) == (True, ())


def test_a_conversations_record_is_replayed_with_the_questions_before_it(assistant: Assistant) -> None:
    first = Asked("How many children were adopted in 2024/25?")
    later = Asked("And in 2023/24?", (Turn(first.question, assistant.ask(first)),))
    record = assistant.record(later, assistant.ask(later), TIME)
    assert record.history == (first.question,)
    assert assistant.replay(record).same


def test_a_record_for_the_public_holds_nothing_exempt_and_an_officers_is_not_replayed_for_the_public(
    assistant: Assistant, tmp_path: Path
) -> None:
    question = "What did the District Valuer say that Elm Street Depot is worth?"
    public = Asked(question)
    write_record(assistant.record(public, assistant.ask(public), TIME), tmp_path / "public.json")
    officer = Asked(question, role=Role.OFFICER)
    answer = assistant.ask(officer)
    # Even where an officer's answer is recorded as the public's, by mistake, nothing exempt is written.
    write_record(assistant.record(public, replace(answer, answer=""), TIME), tmp_path / "mistake.json")
    for name in ("public.json", "mistake.json"):
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert not any(secret in written for secret in ("2,850,000", "2,600,000", "2,310,000", "Kestrel"))
    with pytest.raises(RecordBroken, match="made for the role officer"):
        assistant.replay(assistant.record(officer, answer, TIME))


@pytest.fixture
def cabinet(tmp_path: Path) -> Path:
    """A folder with copies of three of the sample's minutes."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in (
        "cabinet-minutes-2024-01-09.txt",
        "cabinet-minutes-2024-09-17.txt",
        "cyp-scrutiny-minutes-2022-09-13.txt",
    ):
        shutil.copy(SAMPLE / name, folder)
    return folder


@pytest.fixture
def indexed(tmp_path: Path, embedder: SentenceTransformerEmbedder, cabinet: Path) -> Callable[[], Assistant]:
    """Indexes those papers, again each time it is called."""
    stores = open_stores(tmp_path / "store", create=True)

    def again() -> Assistant:
        build([cabinet], stores, embedder, Limits(10**8, 200), lambda what: None)
        return Assistant(stores, embedder)

    return again


def test_replay_tells_changed_words_another_answer_and_a_paper_that_is_gone(
    indexed: Callable[[], Assistant], cabinet: Path
) -> None:
    assistant = indexed()
    record = assistant.record(ASKED, assistant.ask(ASKED), TIME)
    cited = next(held for held in record.paragraphs if held.cited)
    paper = cabinet / cited.file
    words = paper.read_text(encoding="utf-8")
    paper.write_text(words.replace("charges of £2 a visit begin", "charges of £3 a visit begin"), encoding="utf-8")
    replay = indexed().replay(record)
    told = {one.what: one for one in replay.differences}
    assert not replay.same
    assert "£2 a visit begin" in told[Changed.REWORDED].then
    assert "£3 a visit begin" in told[Changed.REWORDED].now
    assert told[Changed.MADE].where == "index version"
    assert Changed.ANSWER in told
    paper.unlink()
    gone = indexed().replay(record)
    assert Changed.GONE in {one.what for one in gone.differences}


def test_a_file_that_is_no_record_says_so(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    path.write_text('{"question": "?"}', encoding="utf-8")
    with pytest.raises(RecordBroken, match="notes.json is no record of an answer"):
        read_record(path)
    path.write_text("Minutes of the Cabinet", encoding="utf-8")
    with pytest.raises(RecordBroken, match="minutebook ask --record FILE"):
        read_record(path)


def test_an_answer_is_saved_with_its_references(answer: Answer, tmp_path: Path) -> None:
    text = as_text(answer)
    assert text.startswith(answer.answer)
    assert "[1] Aldermere Borough Council, Cabinet, 17 September 2024, minutes, minute 30" in text
    write_answer(answer, tmp_path / "answer.docx")
    paragraphs = [p.text for p in docx.Document(str(tmp_path / "answer.docx")).paragraphs]
    assert paragraphs[0] == ASKED.question
    assert answer.citations[0].text in paragraphs
    write_answer(answer, tmp_path / "answer.json")
    assert json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))["answer"] == answer.answer
    write_answer(answer, tmp_path / "answer.md")
    assert (tmp_path / "answer.md").read_text(encoding="utf-8").startswith(f"# {ASKED.question}")
    with pytest.raises(ValueError, match="answer.pdf: an answer is saved as"):
        write_answer(answer, tmp_path / "answer.pdf")


def test_words_of_the_papers_cannot_become_mark_up(answer: Answer) -> None:
    hostile = replace(answer.citations[0], text="# <script>alert(1)</script> [x](javascript:y) *bold*")
    shown = as_markdown(replace(answer, citations=(hostile,)))
    assert "<script>" not in shown
    assert "[x](" not in shown.replace("\\[x\\](", "")


def test_the_commands_record_save_and_replay(
    sample: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, record, saved = ["--store", str(sample.folder)], tmp_path / "r.json", tmp_path / "a.md"
    assert main(["ask", ASKED.question, "--record", str(record), "--save", str(saved), *store]) == 0
    assert "minutebook replay" in capsys.readouterr().err
    assert saved.exists()
    assert main(["replay", str(record), *store]) == 0
    assert "The same answer, from paragraphs with the same words." in capsys.readouterr().out
    data = json.loads(record.read_text(encoding="utf-8"))
    data["paragraphs"][0]["paragraph"] = "gone-000"
    data["paragraphs"][0]["text"] = "Nothing of the kind was ever printed in any paper here."
    record.write_text(json.dumps(data), encoding="utf-8")
    assert main(["replay", str(record), "--json", *store]) == 1
    assert json.loads(capsys.readouterr().out)["differences"][0]["what"] == "paragraph gone"
    assert main(["ask", "--batch", str(record), "--record", "x.json", *store]) == 2
