"""What programs may ask of the page: answers, checked claims and decisions as JSON, for one role."""

from typing import Any

import gradio as gr

from assistant.models import Asked, Filters
from assistant.records.as_json import check_record, register_record
from corpus.errors import MinutebookError
from corpus.models import Role
from page.chat import LONGEST_QUESTION
from page.delivery import answer_json
from page.filters import BadFilter, read_decision_filters, read_filters
from page.protocol import PageAssistant


class ApiHandlers:
    """The API over an assistant, for one role. Gradio shows the docstrings below to those who call it."""

    def __init__(self, assistant: PageAssistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def ask(
        self, question: str, council: str = "", body: str = "", since: str = "", until: str = "", kind: str = ""
    ) -> dict[str, Any]:
        """Answer one question, as the page does but as JSON. Dates as 2024-01-08; "" for any."""
        question = _fitting("question", question)
        try:
            filters = read_filters(council, body, since, until, kind)
            return answer_json(self.assistant.ask(Asked(question, (), filters, self.role)))
        except (BadFilter, MinutebookError) as error:
            raise gr.Error(str(error)) from error

    def check(self, claim: str) -> dict[str, Any]:
        """Check one claim, as JSON."""
        claim = _fitting("claim", claim)
        try:
            return check_record(self.assistant.check(claim, self.role, Filters()))
        except MinutebookError as error:
            raise gr.Error(str(error)) from error

    def decisions(
        self,
        query: str = "",
        body: str = "",
        since: str = "",
        until: str = "",
        kind: str = "",
        standing: str = "",
        person: str = "",
    ) -> dict[str, Any]:
        """The register of decisions as JSON. Dates as 2024-01-08; "" for any."""
        try:
            filters = read_decision_filters(query, body, since, until, kind, standing, person)
            return register_record(self.assistant.decisions(filters, self.role))
        except (BadFilter, MinutebookError) as error:
            raise gr.Error(str(error)) from error


def _fitting(what: str, text: str) -> str:
    """The text without white space at its ends.

    Raises: gr.Error where it is empty or too long.
    """
    text = text.strip()
    if not 0 < len(text) <= LONGEST_QUESTION:
        raise gr.Error(f"The {what} must have 1 to {LONGEST_QUESTION:,} characters.")
    return text
