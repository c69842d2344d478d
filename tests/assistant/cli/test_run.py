"""The command line, run in this process: exit statuses, JSON alone on standard output, messages that say what to do."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from assistant.assistant import Assistant
from assistant.cli.run import main
from index.embedder import DEFAULT_MODEL
from index.stores import Stores
from model_fakes import Scripted
from places import SAMPLE

PAPERS = SAMPLE
ANSWER = set("id question answer abstained reason mode citations passages seconds".split())
CITATION = set(
    "n paragraph file page line council body meeting_date part part_title item ref status text quote".split()
)
OUTLINE = set("file parts agenda_items minutes numbered_paragraphs actions forward_plan".split())
PART = set("kind title council body meeting_date start_line end_line start_page end_page".split())
ASKED = "How many potholes did the Council repair in 2022/23?"

pytestmark = pytest.mark.usefixtures("clean_environment")


@pytest.fixture
def store(sample: Stores, embedder: object) -> str:
    return str(sample.folder)


def lines(path: Path, *rows: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_ask_as_json_prints_one_answer_with_every_field(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", ASKED, "--json", "--store", store]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record.keys() >= ANSWER
    assert (record["id"], record["question"], record["abstained"], record["mode"]) == (None, ASKED, False, "extractive")
    assert 0 < len(record["passages"]) <= 20
    assert all(passage.keys() >= {"file", "text", "score", "paragraphs"} for passage in record["passages"])
    assert record["citations"]
    assert all(citation.keys() >= CITATION for citation in record["citations"])


def test_ask_prints_the_answer_its_paragraphs_and_where_they_stand(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    question = "When did the charges at the Fennel Park car park begin?"
    filters = ["--since", "1 September 2024", "--until", "2024-09-30", "--kind", "minutes"]
    assert main(["ask", question, "--store", store, "--llm", "off", *filters]) == 0
    shown = capsys.readouterr()
    assert "1 October 2024" in shown.out
    assert "[1] Cabinet, 17 September 2024, 30, line 59 (cabinet-minutes-2024-09-17.txt; resolution)" in shown.out
    assert "    RESOLVED that charges of £2 a visit" in shown.out
    assert "Searched " in shown.err
    assert "(extractive)" in shown.err


def test_ask_says_how_many_statements_were_left_out(
    store: str, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = Scripted(say=lambda given: "The Council repaired 99,999 potholes [1]. The Mayor resigned in May 1962 [1].")
    liar = Assistant(assistant.stores, assistant.embedder, model, 6000)
    monkeypatch.setattr("assistant.compose.build_assistant", lambda *_, **__: liar)
    assert main(["ask", "How many potholes were mended?", "--store", store, "--llm", "on"]) == 0
    shown = capsys.readouterr()
    assert "99,999" not in shown.out
    assert "2 statements were left out because the papers do not bear them out." in shown.err


def test_ask_tells_what_a_language_model_looks_for_beside_the_answer(
    store: str, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    model = Scripted(say=lambda given: "NOT IN THE PAPERS", look=lambda prompt: "potholes mended in 2022/23")
    asked = Assistant(assistant.stores, assistant.embedder, model, 9000)
    monkeypatch.setattr("assistant.compose.build_assistant", lambda *_, **__: asked)
    assert main(["ask", "How many potholes were mended?", "--store", store, "--llm", "on", "--json"]) == 0
    shown = capsys.readouterr()
    assert "Looking for: potholes mended in 2022/23\n" in shown.err
    assert set(json.loads(shown.out)) >= ANSWER


def test_a_batch_keeps_its_order_its_ids_and_its_conversations(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turns = [
        {"question": "What share of household waste was recycled in 2024/25?"},
        {"question": "And the year before?"},
    ]
    batch = lines(
        tmp_path / "q.jsonl",
        {"id": "z", "question": ASKED},
        {"id": "talk", "turns": turns},
        {"id": 3, "question": "Are there mermaids?"},
    )
    out = tmp_path / "a.jsonl"
    assert main(["ask", "--batch", batch, "--out", str(out), "--store", store]) == 0
    assert capsys.readouterr().out == ""
    first, talk, last = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert [first["id"], talk["id"], last["id"]] == ["z", "talk", 3]
    assert [turn["question"] for turn in talk["turns"]] == [turn["question"] for turn in turns]
    assert "44.1 per cent" in talk["turns"][1]["answer"]
    assert last["abstained"]
    for answer in (first, *talk["turns"], last):
        assert answer.keys() >= ANSWER
        assert all(citation.keys() >= CITATION for citation in answer["citations"])


def test_a_public_batch_holds_no_exempt_word_and_an_officers_does(store: str, tmp_path: Path) -> None:
    batch = lines(
        tmp_path / "q.jsonl", {"id": "v", "question": "What is the District Valuer's valuation of Elm Street Depot?"}
    )
    out = tmp_path / "a.jsonl"
    assert main(["ask", "--batch", batch, "--out", str(out), "--store", store]) == 0
    assert "2,850,000" not in out.read_text(encoding="utf-8")
    assert main(["ask", "--batch", batch, "--out", str(out), "--store", store, "--role", "officer"]) == 0
    assert "£2,850,000" in out.read_text(encoding="utf-8")


def test_eval_prints_the_figures_and_the_misses(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evidence = [{"file": "environment-panel-minutes-2023-06-21.html", "quote": "the Council repaired 11,240 potholes"}]
    gold = {"id": "right", "kind": "figure", "question": ASKED, "must": [["11,240"]], "evidence": evidence}
    missed = {**gold, "id": "missed", "must": [["mermaid"]]}
    path = lines(tmp_path / "gold.jsonl", gold, missed)
    assert main(["eval", path, "--store", store]) == 0
    shown = capsys.readouterr().out
    for figure in ("questions            2", "hit@5                1.0", "grounded             0.5"):
        assert figure in shown
    assert "missed [figure]" in shown
    assert "right [figure]" not in shown


def test_eval_as_json_is_json_alone(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = lines(tmp_path / "gold.jsonl", {"id": "a", "turns": [{"question": "Are there mermaids?", "evidence": []}]})
    assert main(["eval", path, "--json", "--store", store]) == 0
    assert json.loads(capsys.readouterr().out)["abstain_recall"] == 1.0


def test_status_as_json_counts_what_a_role_may_see(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--json", "--store", store]) == 0
    public = json.loads(capsys.readouterr().out)
    assert main(["status", "--json", "--store", store, "--role", "member"]) == 0
    member = json.loads(capsys.readouterr().out)
    assert len(public["papers"]) == 20
    assert public["refused"] == []
    assert public["councils"] == ["Aldermere Borough Council", "Thornbeck District Council"]
    assert (public["first_date"], public["last_date"], public["model"]) == (
        "2022-09-13",
        "2025-07-08",
        DEFAULT_MODEL,
    )
    assert public["paragraphs"] < member["paragraphs"]


def test_status_prints_every_paper(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--store", store]) == 0
    shown = capsys.readouterr().out
    assert all(
        paper.name in shown for paper in PAPERS.iterdir() if paper.suffix in {".pdf", ".docx", ".html", ".md", ".txt"}
    )


@pytest.mark.parametrize("name", ["cabinet-minutes-2024-09-17.txt", "council-minutes-2024-02-22.pdf"])
def test_an_outline_as_json_has_every_field(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", str(PAPERS / name), "--json"]) == 0
    outline = json.loads(capsys.readouterr().out)
    assert outline["file"] == name
    assert outline.keys() >= OUTLINE
    assert outline["parts"]
    assert all(part.keys() >= PART for part in outline["parts"])
    assert all(
        minute.keys() >= {"ref", "title", "start_line", "end_line", "page", "resolutions"}
        for minute in outline["minutes"]
    )


def test_an_outline_is_printed_a_part_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", str(PAPERS / "cabinet-minutes-2024-09-17.txt")]) == 0
    assert "minutes          2024-09-17" in capsys.readouterr().out


def test_verify_keeps_order_and_ids_and_says_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paragraph = "In 2022/23 the Council repaired 11,240 potholes."
    batch = lines(
        tmp_path / "g.jsonl",
        {"id": "b", "sentence": "The Council repaired 12,240 potholes in 2022/23.", "paragraphs": [paragraph]},
        {"id": "a", "sentence": "The Council repaired 11,240 potholes in 2022/23.", "paragraphs": [paragraph]},
        {"id": "c", "sentence": "The Council repaired 11,240 potholes."},
    )
    out = tmp_path / "r.jsonl"
    assert main(["verify", "--batch", batch, "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    results = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["supported"]) for row in results] == [("b", False), ("a", True), ("c", False)]
    assert all(row.keys() >= {"id", "supported", "reason", "seconds"} for row in results)
    assert results[0]["reason"]
    assert results[1]["reason"] is None
    assert main(["verify", "--batch", batch]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["b", "a", "c"]


def test_index_lists_what_it_refuses_and_ends_with_one(
    tmp_path: Path, embedder: object, capsys: pytest.CaptureFixture[str]
) -> None:
    papers, store = tmp_path / "papers", str(tmp_path / "store")
    papers.mkdir()
    (papers / "minutes.txt").write_text(
        "Aldermere Borough Council\n\nMinutes of the Cabinet held on 9 January 2024\n\n1. Bridge\n\nRESOLVED that the bridge be mended.\n",
        encoding="utf-8",
    )
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7 no more")
    assert main(["index", str(papers), "--json", "--store", store]) == 1
    shown = capsys.readouterr()
    report = json.loads(shown.out)
    assert (report["indexed"], report["unchanged"], report["removed"]) == (1, 0, 0)
    assert [(refused["file"], bool(refused["reason"]), bool(refused["remedy"])) for refused in report["refused"]] == [
        ("broken.pdf", True, True)
    ]
    assert "broken.pdf: " in shown.err
    assert main(["status", "--store", store]) == 1
    assert "REFUSED broken.pdf" in capsys.readouterr().out
    (papers / "broken.pdf").unlink()
    assert main(["index", str(papers), "--store", store]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "0 read, 1 unchanged" in shown.err


def test_index_of_an_empty_folder_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "papers").mkdir()
    assert main(["index", str(tmp_path / "papers"), "--store", str(tmp_path / "store")]) == 2
    assert "Nothing to work on" in capsys.readouterr().err


# Messages


def says(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that cannot work says on standard error; nothing else is printed."""
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Traceback" not in shown.err
    return shown.err


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert "usage: minutebook" in says(capsys)


@pytest.mark.parametrize(
    "arguments", [["fly"], ["ask", "x", "--role", "king"], ["ask", "x", "--kind", "poem"], ["verify"]]
)
def test_wrong_use_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "--batch", "{}"],
        ["verify", "--batch", "{}"],
        ["eval", "{}"],
        ["outline", "{}", "--json"],
        ["index", "{}"],
    ],
)
def test_a_missing_file_is_named_with_what_to_do(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "no such file.jsonl")
    said = says(capsys, *(word.format(missing) for word in arguments), "--store", str(tmp_path / "store"))
    assert said == f"There is no {missing}. Name a file or folder that is there.\n"


def test_a_folder_in_a_files_place_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"{tmp_path} cannot be opened" in says(capsys, "verify", "--batch", str(tmp_path))


@pytest.mark.parametrize("command", [["ask", "Who?"], ["status", "--json"]])
def test_without_an_index_the_command_that_makes_one_is_named(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = says(capsys, *command, "--store", str(tmp_path / "store"))
    assert "Run `minutebook index FOLDER` first." in said
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("arguments", [[], ["Who?", "--batch", "q.jsonl"]])
def test_ask_wants_one_question_or_one_file(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "Give one question, or --batch FILE.jsonl." in says(capsys, "ask", *arguments)


@pytest.mark.parametrize("option", ["--since", "--until"])
def test_a_date_that_is_none_is_named_with_how_to_write_one(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"{option} 'Tuesday' is no date. Write it as 2024-01-08" in says(capsys, "ask", "Who?", option, "Tuesday")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"id": "a", "question": "Who?"}\n{"id": \n', "q.jsonl, line 2: not JSON"),
        ('{"question": "Who?"}\n', "q.jsonl, line 1: no id"),
        ('{"id": "a"}\n', "q.jsonl, id a: no question"),
        ('{"id": "a", "turns": [{}]}\n', "q.jsonl, id a: no question"),
    ],
)
def test_a_bad_line_is_named_before_anything_is_answered(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    path.write_text(text, encoding="utf-8")
    assert said in says(capsys, "ask", "--batch", str(path), "--out", str(out))
    assert not out.exists()


def test_a_claim_without_a_sentence_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "g.jsonl, id x: no sentence" in says(capsys, "verify", "--batch", lines(tmp_path / "g.jsonl", {"id": "x"}))


def test_a_wrong_filter_names_what_is_indexed(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = says(capsys, "ask", "Who?", "--council", "Atlantis", "--store", store)
    assert (
        "No council called 'Atlantis' is indexed. Known: Aldermere Borough Council, Thornbeck District Council." in said
    )


def test_another_embedding_model_is_told_apart(
    store: str, clean_environment: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    clean_environment("EMBEDDING_MODEL", "another-model")
    said = says(capsys, "ask", "Who?", "--store", store)
    assert f"built with the embedding model {DEFAULT_MODEL!r}, and 'another-model' is set" in said
    assert "MINUTEBOOK_EMBEDDING_MODEL" in said


def test_a_language_model_of_no_known_kind_is_told(
    store: str, clean_environment: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    clean_environment("LLM", "mermaid:large")
    assert "Check MINUTEBOOK_LLM" in says(capsys, "ask", "Who?", "--store", store)


def _with_a_scanned_page(folder: Path) -> str:
    canvas = Canvas(str(folder / "typed.pdf"), pagesize=(595, 842))
    for line in range(6):
        canvas.drawString(
            72, 700 - 30 * line, f"{line + 1}. The Harbour Board heard of the boats on the mere and of mooring."
        )
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (300, 400), 128)), 0, 0, 595, 842)
    canvas.save()
    return str(folder / "typed.pdf")


@pytest.mark.heavy
def test_status_names_the_pages_that_nothing_could_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = _with_a_scanned_page(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    store = str(tmp_path / "store")
    assert main(["index", paper, "--store", store]) == 0
    assert main(["status", "--store", store]) == 0
    assert "NOT READ, pictures of pages: 2. Install tesseract and index again." in capsys.readouterr().out
    assert main(["status", "--json", "--store", store]) == 0
    assert json.loads(capsys.readouterr().out)["papers"][0]["unread_pages"] == [2]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_pages_that_nothing_could_read_are_read_once_tesseract_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, store = _with_a_scanned_page(tmp_path), str(tmp_path / "store")
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        assert main(["index", paper, "--store", store]) == 0
    assert main(["index", paper, "--store", store]) == 0
    capsys.readouterr()
    assert main(["status", "--store", store]) == 0
    assert "NOT READ" not in capsys.readouterr().out
