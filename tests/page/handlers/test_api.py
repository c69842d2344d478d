"""The API for programs."""

import gradio as gr
import pytest

from corpus.models import Role
from page.delivery import answer_json
from page.handlers.api import ApiHandlers
from page_fakes import FakeAssistant
from page_papers import answer


def test_the_api_answers_in_json_without_telling_where_files_lie(fake: FakeAssistant) -> None:
    found = ApiHandlers(fake, Role.PUBLIC).ask("Budget?", since="2024")
    assert found["citations"][0]["ref"] == "7/24"
    assert str(fake.folder) not in str(found)
    assert answer_json(answer("q", "a"))["mode"] == "extractive"


def test_the_api_refuses_what_the_page_refuses(fake: FakeAssistant) -> None:
    page = ApiHandlers(fake, Role.PUBLIC)
    with pytest.raises(gr.Error, match="not a date"):
        page.ask("Budget?", since="soon")
    with pytest.raises(gr.Error, match="1 to 2,000"):
        page.ask("x" * 2001)
