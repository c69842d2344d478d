"""What the page asks of the server between questions, off the queue: a source, what a question names, what next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from assistant.models import Asked, Citation
from assistant.records.feedback import Evidence, Feedback, FeedbackStore
from corpus.errors import MinutebookError
from corpus.models import Role
from page.chat import LONGEST_QUESTION, read_link
from page.delivery import paper_address
from page.filters import recognised_html
from page.protocol import PageAssistant
from page.source.page import source_page
from page.source.panel import gone_html, source_html

_MOST_CITED = 12  # paragraphs that one judgement keeps
Asks = dict[str, Any]  # what the browser sent: anything may be in it


class Served:
    """Answers the browser's small questions for one role. Nothing that it sends is trusted."""

    def __init__(self, assistant: PageAssistant, role: Role, feedback: FeedbackStore | None = None) -> None:
        self.assistant, self.role, self.feedback = assistant, role, feedback

    def source(self, asks: Asks) -> str:
        """The panel for a paragraph that this role may see, by its id; a note where there is none."""
        found = self.assistant.source(_text(asks, "paragraph"), _text(asks, "quote"), self.role)
        if found is None:
            return gone_html()
        cited = found.citation
        pages = self.assistant.open_pages(cited.path, self.role) if cited.path else None
        page = asks.get("page")
        shown = source_page(found, page if isinstance(page, int) else None, pages)
        address = paper_address(cited.path) if cited.path and pages is None else None
        return source_html(_numbered(cited, asks.get("n")), _text(asks, "key")[:40], shown, address)

    def recognised(self, asks: Asks) -> str:
        """Chips for what a question names while it is typed; "" where nothing is recognised."""
        question = _text(asks, "question")[:LONGEST_QUESTION]
        if len(question) < 4:
            return ""
        try:
            return recognised_html(self.assistant.recognised(question, self.role))
        except MinutebookError:
            return ""  # asking the question says what is wrong

    def follow_ups(self, asks: Asks) -> list[str]:
        """Questions to go on with from the last answer of a chat, which its link names."""
        link = read_link(_text(asks, "link"))
        if not link.questions:
            return []
        question, filters = link.questions[-1]
        cited = _text(asks, "cited").split()[:_MOST_CITED]
        return list(self.assistant.follow_ups(Asked(question, (), filters, self.role), cited))

    def judge(self, asks: Asks) -> str:
        """Keep a reader's word on an answer; what to tell the reader."""
        verdict = asks.get("verdict")
        link = read_link(_text(asks, "link"))
        if self.feedback is None or verdict not in ("right", "wrong") or not link.questions:
            return "This could not be kept. Ask the question again and try once more."
        *earlier, (question, _) = link.questions
        self.feedback.add(
            Feedback(
                said=datetime.now(UTC).isoformat(timespec="seconds"),
                role=self.role,
                earlier=tuple(asked for asked, _ in earlier),
                question=question,
                answer=_text(asks, "answer")[:4000],
                mode=_text(asks, "mode")[:20],
                verdict=verdict,
                why=_text(asks, "why").strip(),
                evidence=self._evidence(asks),
            )
        )
        return "Thank you. The council’s officers will see this."

    def _evidence(self, asks: Asks) -> tuple[Evidence, ...]:
        cited = asks.get("cited")
        pairs = cited[:_MOST_CITED] if isinstance(cited, list) else []
        found = [self.assistant.source(_text(one, "paragraph"), _text(one, "quote"), self.role) for one in pairs]
        return tuple(
            Evidence(c.paragraph, c.file, c.quote or c.text[:400], c.page, c.body, c.meeting_date, c.ref)
            for c in (one.citation for one in found if one is not None)
        )


def _text(asks: Any, name: str) -> str:
    value = asks.get(name) if isinstance(asks, dict) else None
    return value if isinstance(value, str) else ""


def _numbered(citation: Citation, n: Any) -> Citation:
    """The citation under the marker that was pressed."""
    return replace(citation, n=n) if isinstance(n, int) else citation


def functions(*methods: Callable[[Asks], Any]) -> list[Callable[[Asks], Any]]:
    """Functions for a gr.HTML under the methods' names: Gradio marks each, which methods do not let it."""
    return [_function(method) for method in methods]


def _function(method: Callable[[Asks], Any]) -> Callable[[Asks], Any]:
    @wraps(method)
    def function(asks: Asks) -> Any:
        return method(asks)

    return function
