"""Links that reopen a chat."""

from dataclasses import replace

import pytest

from assistant.models import Asked
from page.chat import link, read_link, seen
from page_fakes import FakeAssistant, chat_of
from page_papers import MINUTES_2024


def test_a_link_gives_back_the_questions_with_their_filters(fake: FakeAssistant) -> None:
    chat = chat_of(fake, "Budget & pass?", "And £?")
    opened = read_link("#" + link(chat))
    assert opened.questions == (("Budget & pass?", MINUTES_2024), ("And £?", MINUTES_2024))
    assert opened.seen == seen(chat[-1].turn.answer)


def test_the_mark_changes_with_the_paragraphs_cited_and_only_with_them(fake: FakeAssistant) -> None:
    told = fake.ask(Asked("Budget?"))
    assert seen(replace(told, seconds=9.0, answer="worded otherwise")) == seen(told)
    assert seen(replace(told, citations=told.citations[:1])) != seen(told)


@pytest.mark.parametrize("text", ["", "#", "#seen=1", "#ask=", "body=Cabinet&ask=%20", "%%%=&&"])
def test_what_is_no_link_asks_nothing(text: str) -> None:
    assert read_link(text).questions == ()


def test_no_chat_has_no_link() -> None:
    assert link(()) == ""
