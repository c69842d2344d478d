"""What the page asks of the server between questions: a source, what a question names, what to ask next.

Gradio calls these at once, without the queue in which answers wait.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from assistant.models import Asked, Citation
from corpus.errors import MinutebookError
from corpus.models import Role
from page.chat import LONGEST_QUESTION, read_link
from page.delivery import paper_address
from page.handlers.sent import MOST_CITED, Sent, text_of
from page.html.filter_chips import recognised_html
from page.protocol import PageAssistant
from page.source.page import source_page
from page.source.panel import gone_html, source_html

_SHORTEST_QUESTION = 4  # characters, below which nothing is recognised in it
_LONGEST_KEY = 40  # characters


class BetweenQuestionsHandlers:
    """Answers the browser's small requests for one role."""

    def __init__(self, assistant: PageAssistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def source(self, sent: Sent) -> str:
        """The panel for a paragraph, by its id; a note where there is none that this role may see."""
        found = self.assistant.source(text_of(sent, "paragraph"), text_of(sent, "quote"), self.role)
        if found is None:
            return gone_html()
        cited = found.citation
        pages = self.assistant.open_pages(cited.path, self.role) if cited.path else None
        page = sent.get("page")
        shown = source_page(found, page if isinstance(page, int) else None, pages)
        address = paper_address(cited.path) if cited.path and pages is None else None
        return source_html(_numbered(cited, sent.get("n")), text_of(sent, "key")[:_LONGEST_KEY], shown, address)

    def recognised(self, sent: Sent) -> str:
        """Chips for what a question names while it is typed; "" where nothing is recognised."""
        question = text_of(sent, "question")[:LONGEST_QUESTION]
        if len(question) < _SHORTEST_QUESTION:
            return ""
        try:
            return recognised_html(self.assistant.recognised(question, self.role))
        except MinutebookError:
            return ""  # the reader is told what is wrong when the question is asked

    def follow_ups(self, sent: Sent) -> list[str]:
        """Questions to ask next, after the last answer of a chat, which its link names."""
        link = read_link(text_of(sent, "link"))
        if not link.questions:
            return []
        question, filters = link.questions[-1]
        cited = text_of(sent, "cited").split()[:MOST_CITED]
        return list(self.assistant.follow_ups(Asked(question, (), filters, self.role), cited))


def _numbered(citation: Citation, n: Any) -> Citation:
    """The citation with the number of the marker that was pressed."""
    return replace(citation, n=n) if isinstance(n, int) else citation


def functions(*methods: Callable[[Sent], Any]) -> list[Callable[[Sent], Any]]:
    """Functions for a gr.HTML, with the methods' names, by which the browser calls them.

    Gradio sets an attribute on each, which a method does not allow.
    """
    return [_function(method) for method in methods]


def _function(method: Callable[[Sent], Any]) -> Callable[[Sent], Any]:
    @wraps(method)
    def function(sent: Sent) -> Any:
        return method(sent)

    return function
