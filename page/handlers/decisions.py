"""What the Check a claim, Decisions, Matters and Feedback tabs do, and what the API offers, for one role."""

import json
from typing import Any

import gradio as gr

from assistant.cli.decisions import as_csv
from assistant.decisions.models import DecisionFilters, EntryKind, Standing
from assistant.models import Asked, Filters
from assistant.records.as_json import check_record, register_record
from assistant.records.feedback import FeedbackStore, as_gold
from corpus.errors import MinutebookError
from corpus.models import Role
from page.chat import LONGEST_QUESTION
from page.delivery import answer_json
from page.filters import BadFilter, read_date, read_filters
from page.html.claims import check_html
from page.html.decisions import register_html
from page.html.feedback import feedback_html
from page.html.matters import matter_html
from page.html.render import problem_note
from page.protocol import PageAssistant

Fields = tuple[str, str, str, str, str, str, str]


class Deciding:
    """Claims, decisions and feedback over an assistant, for one role."""

    def __init__(self, assistant: PageAssistant, role: Role, feedback: FeedbackStore | None = None) -> None:
        self.assistant, self.role, self.judged = assistant, role, feedback

    def check(self, claim: str) -> str:
        """The verdict on a claim."""
        claim = claim.strip()
        if not claim:
            return problem_note("Type or paste a claim first, then press Check.")
        try:
            return check_html(self.assistant.check(claim, self.role, Filters()))
        except MinutebookError as error:
            return problem_note(str(error))

    def decisions(self, query: str, body: str, since: str, until: str, kind: str, standing: str, person: str) -> str:
        """The register of decisions that the fields leave."""
        fields = (query, body, since, until, kind, standing, person)
        try:
            found = self.assistant.decisions(_decision_filters(fields), self.role)
        except (BadFilter, MinutebookError) as error:
            return problem_note(str(error))
        return register_html(found, json.dumps(fields, ensure_ascii=False))

    def matter(self, topic: str) -> str:
        """A topic through all meetings."""
        if not topic.strip():
            return problem_note("Name a topic first, then press Follow.")
        try:
            return matter_html(self.assistant.matter(topic.strip(), Filters(), self.role))
        except MinutebookError as error:
            return problem_note(str(error))

    def saved(self, asks: dict[str, Any]) -> dict[str, str]:
        """The register that the fields leave, as a file: its name, kind and words."""
        fields = json.loads(str(asks.get("asked")))
        found = self.assistant.decisions(_decision_filters(tuple(str(one) for one in fields)), self.role)
        if asks.get("as") == "csv":
            return {"name": "decisions.csv", "kind": "text/csv", "words": "\ufeff" + as_csv(found)}
        words = json.dumps(register_record(found), ensure_ascii=False, indent=1)
        return {"name": "decisions.json", "kind": "application/json", "words": words}

    def feedback(self) -> str:
        """What readers said, for officers: it may hold words of exempt papers."""
        return feedback_html(self.judged.all() if self.judged and self.role is Role.OFFICER else ())

    def gold(self, asks: dict[str, Any]) -> dict[str, str]:
        """The answers judged right as a file of gold questions."""
        kept = self.judged.all() if self.judged and self.role is Role.OFFICER else ()
        words = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in as_gold(kept))
        return {"name": "gold-questions.jsonl", "kind": "application/jsonl", "words": words}

    def api_ask(
        self, question: str, council: str = "", body: str = "", since: str = "", until: str = "", kind: str = ""
    ) -> dict[str, Any]:
        """Answer one question, as the page does but as JSON. Dates as 2024-01-08; "" for any."""
        if not 0 < len(question.strip()) <= LONGEST_QUESTION:
            raise gr.Error(f"The question must have 1 to {LONGEST_QUESTION:,} characters.")
        try:
            filters = read_filters(council, body, since, until, kind)
            return answer_json(self.assistant.ask(Asked(question.strip(), (), filters, self.role)))
        except (BadFilter, MinutebookError) as error:
            raise gr.Error(str(error)) from error

    def api_check(self, claim: str) -> dict[str, Any]:
        """Check one claim, as JSON."""
        if not 0 < len(claim.strip()) <= LONGEST_QUESTION:
            raise gr.Error(f"The claim must have 1 to {LONGEST_QUESTION:,} characters.")
        try:
            return check_record(self.assistant.check(claim.strip(), self.role, Filters()))
        except MinutebookError as error:
            raise gr.Error(str(error)) from error

    def api_decisions(
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
            filters = _decision_filters((query, body, since, until, kind, standing, person))
            return register_record(self.assistant.decisions(filters, self.role))
        except (BadFilter, MinutebookError) as error:
            raise gr.Error(str(error)) from error


def _decision_filters(fields: tuple[str, ...]) -> DecisionFilters:
    """Raises: BadFilter for a date, kind or standing that is none."""
    query, body, since, until, kind, standing, person = fields
    try:
        return DecisionFilters(
            query=query.strip() or None,
            body=body or None,
            since=read_date(since),
            until=read_date(until, end=True),
            kind=EntryKind(kind) if kind else None,
            standing=Standing(standing) if standing else None,
            person=person.strip() or None,
        )
    except ValueError as error:
        raise error if isinstance(error, BadFilter) else BadFilter(str(error)) from error
