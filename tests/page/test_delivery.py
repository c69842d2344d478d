"""What the server refuses beside the page."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from page.delivery import no_uploads


def test_nobody_can_leave_a_file_on_a_page_without_a_shelf() -> None:
    def taken(request: Request) -> PlainTextResponse:
        return PlainTextResponse("taken")

    routes = [Route(path, taken, methods=["POST"]) for path in ("/gradio_api/upload", "/gradio_api/queue/join")]
    visitor = TestClient(Starlette(routes=routes, middleware=[no_uploads()]))
    for path in ("/gradio_api/upload", "/gradio_api/upload/", "/gradio_api/upload?upload_id=1"):
        assert visitor.post(path).status_code == 403
    assert visitor.post("/gradio_api/queue/join").text == "taken"
