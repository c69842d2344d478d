"""A chat model behind a server of this machine: answers that are broken, structured claims, a server that is not there."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant.answer.generation.chat import open_model
from assistant.assistant import Assistant
from assistant.models import Asked
from assistant.settings import Settings
from judging import Judging
from model_fakes import Scripted, given_in, numbered
from model_questions import DROPPED, POTHOLES, in_own_words, with_model

BROKEN = {
    "nothing": (200, "application/json", ""),
    "html": (200, "text/html", "<html>It works!</html>"),
    "no choices": (200, "application/json", '{"choices": null}'),
    "an error in the stream": (200, "text/event-stream", 'data: {"error": {"message": "out of memory"}}\n\n'),
    "half a line": (200, "text/event-stream", 'data: {"choices": [{"delta": {"con'),
    "odd choices": (200, "text/event-stream", 'data: {"choices": [{"message": 3}]}\n\ndata: [DONE]\n\n'),
    "an error": (500, "text/plain", "Traceback (most recent call last)"),
    "too long a prompt": (400, "application/json", '{"error": {"message": "context length exceeded"}}'),
    "no key": (401, "application/json", '{"error": {"message": "invalid key"}}'),
}


@pytest.fixture
def served() -> Iterator[Callable[[int, str, str], str]]:
    """A server of models on this machine that gives one reply to everything."""
    servers = []

    def serve(status: int, kind: str, body: str) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/v1"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("reply", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("name", ["openai:qwen3", "openai:gpt-4.1-mini"], ids=["markers", "structured"])
def test_a_server_that_answers_brokenly_gives_the_papers_own_words(
    assistant: Assistant,
    settings: Callable[..., Settings],
    served: Callable[[int, str, str], str],
    reply: tuple[int, str, str],
    name: str,
) -> None:
    model = open_model(settings(llm=name, llm_base_url=served(*reply), llm_timeout=5.0))
    assert model is not None
    in_own_words(assistant, with_model(assistant, model, patience=8.0).ask(Asked(DROPPED)))


def test_structured_claims_are_read_from_a_server_s_stream(
    assistant: Assistant, settings: Callable[..., Settings], served: Callable[[int, str, str], str]
) -> None:
    given = Scripted(say=lambda given: "NOT IN THE PAPERS")
    with_model(assistant, given).ask(Asked(POTHOLES))
    n = numbered(given_in(given.prompts[0]), "11,240 potholes")
    claims = [
        {"claim": "In 2022/23 the Council repaired 11,240 potholes.", "paragraphs": [n], "words": "11,240 potholes"},
        {"claim": "In 2022/23 the Council repaired 12,240 potholes.", "paragraphs": [n], "words": "12,240 potholes"},
    ]
    words = json.dumps({"claims": claims})
    chunks = [
        {"choices": [{"index": 0, "delta": {"role": "assistant", "content": words[at : at + 9]}}]}
        for at in range(0, len(words), 9)
    ]
    end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
    frame = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "gpt-4.1-mini"}
    body = "".join(f"data: {json.dumps({**frame, **chunk})}\n\n" for chunk in [*chunks, end]) + "data: [DONE]\n\n"
    model = open_model(settings(llm="openai:gpt-4.1-mini", llm_base_url=served(200, "text/event-stream", body)))
    assert model is not None
    answer = with_model(assistant, model, verifier=Judging()).ask(Asked(POTHOLES))
    assert answer.answer.split("\n\n")[0] == "In 2022/23 the Council repaired 11,240 potholes. [1]"
    assert "11,240 potholes" in answer.citations[0].quote
    assert (answer.left_out, answer.model, answer.prompt) == (1, "gpt-4.1-mini", "claims/3, repair/2, verify/1")


def test_a_server_that_is_not_there_gives_the_papers_own_words(
    assistant: Assistant, settings: Callable[..., Settings]
) -> None:
    model = open_model(settings(llm="openai:made-up", llm_base_url="http://127.0.0.1:9/v1", llm_timeout=2.0))
    answer = Assistant(assistant.stores, assistant.embedder, model).ask(Asked(DROPPED))
    in_own_words(assistant, answer)
    assert "did not answer" in answer.notes[0]
