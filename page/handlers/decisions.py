"""What the Decisions tab does for one role."""

import json

from assistant.records.as_json import register_record
from assistant.records.csv import as_csv
from corpus.errors import MinutebookError
from corpus.models import Role
from page.filters import BadFilter, read_decision_filters
from page.handlers.sent import Sent
from page.html.decisions import register_html
from page.html.render import problem_note
from page.protocol import PageAssistant

_BYTE_ORDER_MARK = "\ufeff"  # tells a spreadsheet that the file is UTF-8


class DecisionHandlers:
    """The Decisions tab over an assistant, for one role."""

    def __init__(self, assistant: PageAssistant, role: Role) -> None:
        self.assistant, self.role = assistant, role

    def decisions(self, query: str, body: str, since: str, until: str, kind: str, standing: str, person: str) -> str:
        """The entries of the register that fit the fields; a note where a field cannot be used."""
        fields = (query, body, since, until, kind, standing, person)
        try:
            found = self.assistant.decisions(read_decision_filters(*fields), self.role)
        except (BadFilter, MinutebookError) as error:
            return problem_note(str(error))
        return register_html(found, json.dumps(fields, ensure_ascii=False))

    def saved(self, sent: Sent) -> dict[str, str]:
        """The entries that fit the fields, as a file: its name, kind and words."""
        fields = json.loads(str(sent.get("asked")))
        found = self.assistant.decisions(read_decision_filters(*(str(field) for field in fields)), self.role)
        if sent.get("as") == "csv":
            return {"name": "decisions.csv", "kind": "text/csv", "words": _BYTE_ORDER_MARK + as_csv(found)}
        words = json.dumps(register_record(found), ensure_ascii=False, indent=1)
        return {"name": "decisions.json", "kind": "application/json", "words": words}
