"""What leaves the server beside the page: papers to download, answers as JSON and files, headers."""

import base64
import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.models import Answer
from assistant.records.save import write_answer

# Gradio builds its page with inline scripts and functions made from text; nothing comes from another host.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS = {"docx": DOCX, "md": "text/markdown", "json": "application/json"}

FindPaper = Callable[[str], Path | None]  # a key to its file; None where there is none that may be downloaded


def paper_key(path: str) -> str:
    """A name for a paper in an address, which does not tell where its file lies."""
    return hashlib.sha256(path.encode()).hexdigest()[:20]


def paper_address(path: str) -> str:
    """Where the page serves a paper, relative to the page."""
    return f"papers/{paper_key(path)}/{quote(Path(path).name)}"


def paper_route(find: FindPaper) -> Route:
    """The route that serves a paper, always as a download: an HTML paper shown here could run a script."""

    def paper(request: Request) -> Response:
        path = find(request.path_params["key"])
        if path is None or not path.is_file():
            return PlainTextResponse("This paper is not here, or may not be downloaded.", status_code=404)
        return FileResponse(path, filename=path.name, content_disposition_type="attachment")

    return Route("/papers/{key}/{name}", paper, methods=["GET"])


class _StayHome:
    """Adds headers that forbid the browser to ask any other host for anything."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))
                headers.append((b"content-security-policy", POLICY.encode()))
                headers.append((b"x-content-type-options", b"nosniff"))
                headers.append((b"referrer-policy", b"no-referrer"))
                message = {**message, "headers": headers}
            await send(message)

        await self.app(scope, receive, with_headers)


class _NoUploads:
    """Refuses uploads: Gradio takes files from anybody, even where its page has no field for them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].rstrip("/").endswith("/upload"):
            refusal = PlainTextResponse("Papers are added by officers.", status_code=403)
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def no_uploads() -> Middleware:
    """Middleware that refuses uploads."""
    return Middleware(_NoUploads)


def stay_home() -> Middleware:
    """Middleware that forbids the browser to ask any other host for anything."""
    return Middleware(_StayHome)


def answer_json(answer: Answer) -> dict[str, Any]:
    """An answer for programs: everything but where files lie on the server."""
    result: dict[str, Any] = asdict(answer)
    for citation in result["citations"]:
        del citation["path"], citation["box"]
    return result


def answer_file(answer: Answer, kind: str) -> dict[str, str]:
    """An answer as a file for the browser to save: its name, media type and base64.

    `kind`: docx or json; anything else is taken as md.
    """
    ending = kind if kind in _KINDS else "md"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"answer.{ending}"
        write_answer(answer, path)
        held = base64.b64encode(path.read_bytes()).decode()
    return {"name": path.name, "kind": _KINDS[ending], "base64": held}
