"""What becomes of a reader's judgement."""

import json
from pathlib import Path

import pytest

from assistant.records.feedback import FeedbackStore
from corpus.models import Role
from page.handlers.feedback import FeedbackHandlers
from page.html.feedback import feedback_html
from page_fakes import FakeAssistant
from page_papers import BUDGET, HOSTILE


@pytest.fixture
def store(tmp_path: Path) -> FeedbackStore:
    return FeedbackStore(tmp_path / "feedback.db")


def judge(fake: FakeAssistant, store: FeedbackStore | None, **more: object) -> str:
    sent = {"link": "ask=Hours%3F&ask=Budget%3F", "verdict": "wrong", "answer": "£4 million", "mode": "extractive"}
    cited = [{"paragraph": "p1", "quote": BUDGET}, {"paragraph": "no such"}]
    return FeedbackHandlers(fake, Role.MEMBER, store).judge({**sent, "cited": cited, "why": " Last year’s ", **more})


def test_a_judgement_is_kept_with_what_the_server_knows_of_the_paragraphs(
    fake: FakeAssistant, store: FeedbackStore
) -> None:
    assert judge(fake, store).startswith("Thank you")
    kept = store.all()[0]
    assert (kept.question, kept.earlier, kept.verdict, kept.why) == ("Budget?", ("Hours?",), "wrong", "Last year’s")
    assert kept.role is Role.MEMBER
    assert [(cited.paragraph, cited.ref, cited.meeting_date) for cited in kept.evidence] == [
        ("p1", "7/24", "2024-01-08")
    ]


@pytest.mark.parametrize("wrong", [{"verdict": "maybe"}, {"link": ""}, {"link": 7}])
def test_what_the_page_never_sends_is_not_kept(
    fake: FakeAssistant, store: FeedbackStore, wrong: dict[str, object]
) -> None:
    assert "could not be kept" in judge(fake, store, **wrong)
    assert store.all() == ()


def test_officers_alone_see_and_export_it(fake: FakeAssistant, store: FeedbackStore) -> None:
    judge(fake, store, verdict="right")
    assert "Budget?" in FeedbackHandlers(fake, Role.OFFICER, store).judgements()
    for role in (Role.PUBLIC, Role.MEMBER):
        assert "Budget?" not in FeedbackHandlers(fake, role, store).judgements()
        assert FeedbackHandlers(fake, role, store).gold({})["words"] == ""
    line = json.loads(FeedbackHandlers(fake, Role.OFFICER, store).gold({})["words"])
    assert line["turns"][-1]["evidence"][0]["quote"] == BUDGET


def test_what_readers_write_cannot_write_html(fake: FakeAssistant, store: FeedbackStore) -> None:
    judge(fake, store, why=HOSTILE, answer=HOSTILE)
    assert "<script" not in feedback_html(store.all())
