"""What the browser may see of a source."""

from corpus.models import Role
from page.handlers.between_questions import BetweenQuestionsHandlers
from page_fakes import FakeAssistant
from page_papers import BUDGET


def test_a_paragraph_that_the_role_may_not_see_cannot_be_opened(fake: FakeAssistant) -> None:
    page = BetweenQuestionsHandlers(fake, Role.PUBLIC)
    assert "leaf" in page.source({"paragraph": "p1", "quote": BUDGET, "n": 1, "key": "0-1", "page": None})
    for wrong in ({"paragraph": "another"}, {"paragraph": 1}, {}, None, {"page": "x"}):
        assert "no longer in the index" in page.source(wrong)  # type: ignore[arg-type]
