"""What the Brief tab does for one role."""

import base64
import json
import tempfile
from pathlib import Path
from typing import Any

from assistant.brief.models import BriefFor
from assistant.brief.print import brief_html as printed_html
from assistant.brief.print import write_docx
from corpus.errors import MinutebookError
from corpus.models import Meeting, Role
from page.delivery import DOCX
from page.html.brief import brief_html
from page.html.render import problem_note
from page.protocol import PageAssistant
from page.wording import long_date


class Preparing:
    """Briefs over an assistant, for one role."""

    def __init__(self, assistant: PageAssistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def meetings(self) -> list[tuple[str, str]]:
        """The meetings that may be chosen, the newest first: what is shown, and what stands for it."""
        met = self.assistant.meetings(self.role)
        councils = {one.council for one in met}
        return [("The newest meeting", ""), *((_named(one, len(councils) > 1), _key(one)) for one in met)]

    def brief(self, meeting: str, item: str) -> str:
        """The brief of a meeting, or of one item of it."""
        asked = json.dumps([meeting or "", (item or "").strip()], ensure_ascii=False)
        try:
            return brief_html(self.assistant.brief(_wanted(asked), self.role), asked)
        except MinutebookError as error:
            return problem_note(str(error))

    def saved_brief(self, asks: dict[str, Any]) -> dict[str, str]:
        """A brief as a file: its name, kind, and words or base64."""
        brief = self.assistant.brief(_wanted(str(asks.get("asked"))), self.role)
        name = f"brief-{brief.date}"
        if asks.get("as") != "docx":
            return {"name": f"{name}.html", "kind": "text/html", "words": printed_html(brief)}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.docx"
            write_docx(brief, path)
            return {"name": path.name, "kind": DOCX, "base64": base64.b64encode(path.read_bytes()).decode()}


def _named(meeting: Meeting, with_council: bool) -> str:
    parts = [meeting.body, long_date(meeting.date), meeting.council if with_council else None]
    return ", ".join(part for part in parts if part)


def _key(meeting: Meeting) -> str:
    return json.dumps([meeting.council, meeting.body, meeting.date], ensure_ascii=False)


def _wanted(asked: str) -> BriefFor:
    """What the fields ask for; nothing where they hold what no field gives."""
    meeting, item = json.loads(asked)
    council, body, date = json.loads(meeting) if meeting else (None, None, None)
    return BriefFor(council, body, date, item or None)
