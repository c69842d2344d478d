"""What the Ask tab does when a reader asks, stops, reopens or saves."""

import base64
import json
from html import unescape

import pytest

from assistant.models import Filters
from corpus.models import Role
from page.chat import Exchange, link
from page.handlers.ask import AskHandlers, Pending, Shown
from page_fakes import FakeAssistant, answered, chat_of, event


def run_as_member(fake: FakeAssistant, question: str, turns: tuple[Exchange, ...] = (), since: str = "") -> list[Shown]:
    return list(AskHandlers(fake, Role.MEMBER).run(question, "", "Cabinet", since, "", "", turns, None))


def test_asks_with_filters_role_and_history(fake: FakeAssistant) -> None:
    earlier = answered(fake, "The pass?")
    run_as_member(fake, " Budget? ", (earlier,), since="2024")
    sent = fake.asked[-1]
    assert sent.question == "Budget?"
    assert sent.role is Role.MEMBER
    assert sent.history == (earlier.turn,)
    assert sent.filters == Filters(body="Cabinet", since="2024-01-01")


def test_the_answer_grows_and_ends_in_the_history(fake: FakeAssistant) -> None:
    updates = run_as_member(fake, "Budget?")
    assert "Searching the papers" in updates[0].current
    assert "That the school" in updates[4].current
    assert updates[-1].chat[-1].turn.answer.citations


def test_what_a_language_model_looks_for_is_shown_until_it_writes(fake: FakeAssistant) -> None:
    fake.model, fake.looks = object(), ("Looking for: the vote on <b>the lease</b>", "Looking for: the rent")
    shown = [update.current for update in run_as_member(fake, "Budget?")]
    assert "Looking for" not in shown[1]
    assert "Looking for: the vote on &lt;b&gt;the lease" in shown[2]
    assert "the rent" not in shown[2]
    assert "the vote" in shown[3] and "Looking for: the rent" in shown[3]
    assert "The language model is writing" in shown[3]
    assert not [html for html in shown[4:] if "Looking for" in html]


def test_a_date_that_cannot_be_read_asks_nothing(fake: FakeAssistant) -> None:
    updates = run_as_member(fake, "Budget?", since="soon")
    assert len(updates) == 1
    assert "“soon” is not a date" in updates[0].note
    assert fake.asked == []


def test_an_empty_question_asks_nothing(fake: FakeAssistant) -> None:
    assert "Write a question first" in run_as_member(fake, "  ")[0].note
    assert fake.asked == []


def test_asking_again_replaces_the_last_answer(fake: FakeAssistant) -> None:
    turns = (answered(fake, "The pass?"), answered(fake, "Budget?"))
    draft = Pending("Budget?", state="over")
    updates = list(AskHandlers(fake, Role.PUBLIC).again("", "", "", "", "", turns, draft))
    assert fake.asked[-1].history == (turns[0].turn,)
    assert len(updates[-1].chat) == 2


def test_a_stopped_answer_ends_as_stopped_and_is_no_part_of_the_chat(fake: FakeAssistant) -> None:
    page = AskHandlers(fake, Role.PUBLIC)
    running = page.run("Budget?", "", "", "", "", "", (), None)
    draft = next(running).draft
    next(running)
    assert "Stopped." in page.stopped(draft, ())[0]
    rest = list(running)
    assert len(rest) == 1
    assert "Stopped." in rest[0].current
    assert "That" in rest[0].current


def test_a_stopped_answer_never_shows_over_the_next_question(fake: FakeAssistant) -> None:
    page = AskHandlers(fake, Role.PUBLIC)
    running = page.run("Budget?", "", "", "", "", "", (), None)
    draft = next(running).draft
    page.stopped(draft, ())
    assert list(page.run("The pass?", "", "", "", "", "", (), draft))[-1].chat
    assert list(running) == []


def test_a_second_question_waits_for_the_first(fake: FakeAssistant) -> None:
    updates = list(AskHandlers(fake, Role.PUBLIC).run("Budget?", "", "", "", "", "", (), Pending("The pass?")))
    assert updates == [Shown()]
    assert fake.asked == []


def test_reopening_asks_all_again_in_order_under_the_servers_role(fake: FakeAssistant) -> None:
    end = link(chat_of(fake, "Budget?", "The pass?"))
    fake.asked.clear()
    updates = list(AskHandlers(fake, Role.MEMBER).reopen(None, event(link="#" + end)))
    assert [(asked.question, len(asked.history), asked.role) for asked in fake.asked] == [
        ("Budget?", 0, Role.MEMBER),
        ("The pass?", 1, Role.MEMBER),
    ]
    assert len(updates[-1].chat) == 2
    assert "have changed since" not in updates[-1].current


def test_a_link_says_when_the_answer_rests_on_other_paragraphs(fake: FakeAssistant) -> None:
    updates = list(AskHandlers(fake, Role.PUBLIC).reopen(Pending("x"), event(link="#ask=Budget%3F&seen=00000000")))
    assert "have changed since" in updates[-1].current


@pytest.mark.parametrize(("kind", "starts"), [("docx", b"PK"), ("md", b"# Budget?"), ("json", b"{")])
def test_an_answer_leaves_the_page_with_its_references(fake: FakeAssistant, kind: str, starts: bytes) -> None:
    chat = (answered(fake, "Budget?"),)
    html = AskHandlers(fake, Role.PUBLIC).saved(chat, event(**{"turn": 0, "as": kind}))
    file = json.loads(unescape(html.split('data-file="')[1].split('"')[0]))
    assert base64.b64decode(file["base64"]).startswith(starts)
    assert file["name"] == f"answer.{kind}"


def test_a_chat_that_the_server_forgot_is_said(fake: FakeAssistant) -> None:
    assert "no longer on the server" in AskHandlers(fake, Role.PUBLIC).saved((), event(**{"turn": 0, "as": "md"}))


def test_a_chip_sets_its_fields_and_no_other(fake: FakeAssistant) -> None:
    fields = AskHandlers(fake, Role.PUBLIC).set_filter(event(fields={"since": "2024-01-08", "until": ""}))
    assert [field.get("value") for field in fields] == [None, None, "8 January 2024", "", None]
