"""What the Check a claim tab does for one role."""

from assistant.models import Filters
from corpus.errors import MinutebookError
from corpus.models import Role
from page.html.claims import check_html
from page.html.render import problem_note
from page.protocol import PageAssistant


class ClaimHandlers:
    """The Check a claim tab over an assistant, for one role."""

    def __init__(self, assistant: PageAssistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def check(self, claim: str) -> str:
        """The verdict on a claim; a note where it cannot be given."""
        claim = claim.strip()
        if not claim:
            return problem_note("Type or paste a claim first, then press Check.")
        try:
            return check_html(self.assistant.check(claim, self.role, Filters()))
        except MinutebookError as error:
            return problem_note(str(error))
