"""What the Matters tab does for one role."""

from assistant.models import Filters
from corpus.errors import MinutebookError
from corpus.models import Role
from page.html.matters import matter_html
from page.html.render import problem_note
from page.protocol import PageAssistant


class MatterHandlers:
    """The Matters tab over an assistant, for one role."""

    def __init__(self, assistant: PageAssistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def matter(self, topic: str) -> str:
        """A topic through all meetings; a note where it cannot be followed."""
        if not topic.strip():
            return problem_note("Name a topic first, then press Follow.")
        try:
            return matter_html(self.assistant.matter(topic.strip(), Filters(), self.role))
        except MinutebookError as error:
            return problem_note(str(error))
