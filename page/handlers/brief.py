"""What the Brief tab does for one role."""

import base64
import json
import tempfile
from pathlib import Path

from assistant.brief.models import BriefFor
from assistant.brief.print import brief_html as printed_html
from assistant.brief.print import write_docx
from corpus.errors import MinutebookError
from corpus.models import Meeting, Role
from page.delivery import DOCX
from page.handlers.sent import Sent
from page.html.brief import brief_html
from page.html.render import problem_note
from page.protocol import PageAssistant
from page.wording import date_words


class BriefHandlers:
    """The Brief tab over an assistant, for one role."""

    def __init__(self, assistant: PageAssistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def meetings(self) -> list[tuple[str, str]]:
        """The choices of the meetings' field, the newest first: the words shown and the value sent."""
        meetings = self.assistant.meetings(self.role)
        several = len({meeting.council for meeting in meetings}) > 1
        return [("The newest meeting", ""), *((_named(meeting, several), _key(meeting)) for meeting in meetings)]

    def brief(self, meeting: str, item: str) -> str:
        """The brief for a meeting, or for one item of it; a note where there is none."""
        asked = json.dumps([meeting or "", (item or "").strip()], ensure_ascii=False)
        try:
            return brief_html(self.assistant.brief(_wanted(asked), self.role), asked)
        except MinutebookError as error:
            return problem_note(str(error))

    def saved_brief(self, sent: Sent) -> dict[str, str]:
        """A brief as a file: its name, kind, and words or base64."""
        brief = self.assistant.brief(_wanted(str(sent.get("asked"))), self.role)
        name = f"brief-{brief.date}"
        if sent.get("as") != "docx":
            return {"name": f"{name}.html", "kind": "text/html", "words": printed_html(brief)}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.docx"
            write_docx(brief, path)
            return {"name": path.name, "kind": DOCX, "base64": base64.b64encode(path.read_bytes()).decode()}


def _named(meeting: Meeting, with_council: bool) -> str:
    parts = [meeting.body, date_words(meeting.date), meeting.council if with_council else None]
    return ", ".join(part for part in parts if part)


def _key(meeting: Meeting) -> str:
    return json.dumps([meeting.council, meeting.body, meeting.date], ensure_ascii=False)


def _wanted(asked: str) -> BriefFor:
    """The meeting and item that the fields name, from their JSON.

    Raises: ValueError where it is no such JSON.
    """
    meeting, item = json.loads(asked)
    council, body, date = json.loads(meeting) if meeting else (None, None, None)
    return BriefFor(council, body, date, item or None)
