"""What the page does with readers' feedback: keep it, list it for officers, export the answers judged right."""

import json
from datetime import UTC, datetime

from assistant.records.feedback import CitedWords, Feedback, FeedbackStore, as_gold
from corpus.models import Role
from page.chat import read_link
from page.handlers.sent import MOST_CITED, Sent, text_of
from page.html.feedback import feedback_html
from page.protocol import PageAssistant

_LONGEST_ANSWER = 4000  # characters that are kept
_LONGEST_MODE = 20
_LONGEST_QUOTE = 400  # characters of a paragraph, where no words of it were quoted


class FeedbackHandlers:
    """Feedback over an assistant, for one role; `store` is None where none is asked for."""

    def __init__(self, assistant: PageAssistant, role: Role, store: FeedbackStore | None) -> None:
        self.assistant, self.role, self.store = assistant, role, store

    def judge(self, sent: Sent) -> str:
        """What to tell a reader who judged an answer; the judgement is kept."""
        verdict = sent.get("verdict")
        link = read_link(text_of(sent, "link"))
        if self.store is None or verdict not in ("right", "wrong") or not link.questions:
            return "This could not be kept. Ask the question again and try once more."
        *earlier, (question, _) = link.questions
        self.store.add(
            Feedback(
                said=datetime.now(UTC).isoformat(timespec="seconds"),
                role=self.role,
                earlier=tuple(asked for asked, _ in earlier),
                question=question,
                answer=text_of(sent, "answer")[:_LONGEST_ANSWER],
                mode=text_of(sent, "mode")[:_LONGEST_MODE],
                verdict=verdict,
                why=text_of(sent, "why").strip(),
                evidence=self._evidence(sent),
            )
        )
        return "Thank you. The council’s officers will see this."

    def _evidence(self, sent: Sent) -> tuple[CitedWords, ...]:
        """What the store holds of the paragraphs that the browser names, as far as the role may see them."""
        cited = sent.get("cited")
        pairs = cited[:MOST_CITED] if isinstance(cited, list) else []
        found = [self.assistant.source(text_of(pair, "paragraph"), text_of(pair, "quote"), self.role) for pair in pairs]
        return tuple(
            CitedWords(c.paragraph, c.file, c.quote or c.text[:_LONGEST_QUOTE], c.page, c.body, c.meeting_date, c.ref)
            for c in (source.citation for source in found if source is not None)
        )

    def judgements(self) -> str:
        """The list of what readers said; empty for anybody but officers, for it may hold words of exempt papers."""
        return feedback_html(self._kept())

    def gold(self, sent: Sent) -> dict[str, str]:
        """The answers judged right as a file of gold questions; empty for anybody but officers."""
        words = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in as_gold(self._kept()))
        return {"name": "gold-questions.jsonl", "kind": "application/jsonl", "words": words}

    def _kept(self) -> tuple[Feedback, ...]:
        return self.store.all() if self.store and self.role is Role.OFFICER else ()
