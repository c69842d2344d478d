"""The chat's HTML: answers, abstentions, the header."""

from dataclasses import replace

import pytest

from assistant.models import Asked
from corpus.models import Role
from page.chat import Exchange
from page.html import render
from page.html.answer_text import prose
from page_fakes import FakeAssistant, answered
from page_papers import AGAINST, BODY, citation


def shown(exchange: Exchange, n: int = 0) -> str:
    """The exchange at position `n` of a chat."""
    return render.exchange_html((exchange,) * (n + 1), n)


def test_markers_become_chips_that_name_their_source(fake: FakeAssistant) -> None:
    html = shown(answered(fake, "Budget?"), 3)
    assert html.count('class="chip"') == 2
    assert 'data-key="3-1" data-n="1"' in html
    assert f'aria-label="Source 1: {BODY}, 8 January 2024, Minute 7/24, page 2"' in html
    assert "[1]" not in render.answer_html(fake.ask(Asked("Budget?")), 3)


def test_each_statement_stands_under_its_reference_and_many_names_are_folded(fake: FakeAssistant) -> None:
    html = render.answer_html(fake.ask(Asked("How was the recorded vote?")), 0)
    assert html.count('<span class="lead">Minute 7/24, 8 January 2024<') == 2
    folded = html[html.index('<div class="said">') : html.index("</details>")]
    assert folded.index("Against (20)") < folded.index('aria-label="Source 2:') < folded.index("<details")
    assert folded.rindex("Councillor Thorne") > folded.index("Show the names")


@pytest.mark.parametrize(("question", "folded"), [("Did Councillor Penn vote?", 0), ("Did Councillor Pen vote?", 1)])
def test_names_are_not_folded_where_one_of_them_is_asked_about(question: str, folded: int) -> None:
    html = prose(f"Minute 7/24, 8 January 2024: {AGAINST} [1]", {1: citation(1, AGAINST, AGAINST)}, 0, question)
    assert html.count("<details") == folded
    assert html.count('class="chip"') == 1


def test_several_numbers_in_one_marker(fake: FakeAssistant) -> None:
    two = fake.ask(Asked("Budget?"))
    html = render.answer_html(replace(two, answer="Both [1, 2]."), 0)
    assert html.count('class="chip"') == 2


def test_a_bracketed_number_that_is_no_citation_stays_text(fake: FakeAssistant) -> None:
    html = render.answer_html(replace(fake.ask(Asked("Budget?")), answer="See [2019] and [7]."), 0)
    assert "See [2019] and [7]." in html


def test_an_abstention_is_told_apart_and_says_what_was_searched(fake: FakeAssistant) -> None:
    html = shown(answered(fake, "Any mermaids?"))
    assert "declined" in html
    assert "<h3>Not stated outright</h3>" in html
    assert "Searched 1,204 paragraphs of 18 papers" in html
    assert "The closest paragraph, which does not say it outright" in html
    assert "Confidence" not in html


def test_the_papers_own_words_below_a_models_are_told_as_statements(fake: FakeAssistant) -> None:
    told = "A model's sentence. [1]\n\nIn the papers' own words:\nMinute 7/24, 8 January 2024: It was agreed. [1]"
    html = render.answer_html(replace(fake.ask(Asked("Budget?")), answer=told), 0)
    assert '<h3 class="said-so">In the papers&#x27; own words</h3>' in html
    assert '<span class="lead">Minute 7/24, 8 January 2024<' in html


def test_an_abstention_says_each_thing_once_and_what_to_do(fake: FakeAssistant) -> None:
    told = "The papers do not say. Searched: 5 papers. 1 paper could not be read (see `minutebook status`)."
    html = render.answer_html(
        replace(
            fake.ask(Asked("Any mermaids?")), answer=told, citations=(), searched="5 papers", reason="nothing fits"
        ),
        0,
    )
    assert html.count("The papers do not say") == html.count("5 papers") == 1
    assert "1 paper could not be read (see the Papers tab)." in html
    assert "nothing fits" not in html
    assert "Try fewer or other words" in html


def test_small_print_tells_mode_time_and_what_was_left_out(fake: FakeAssistant) -> None:
    html = shown(answered(fake, "The pass?"))
    assert "Worded by a language model, checked against the papers" in html
    assert "0.12 seconds" in html
    assert "2 statements were left out" in html
    assert "<s>It cost £900,000.</s>" in html
    assert "the figure is not in the paragraph" in html
    assert "A later meeting, on 25 March 2024" in html


def test_while_streaming_nothing_can_be_pressed_that_is_not_there() -> None:
    html = render.pending_html("Q?", "Half an answer [1]", 0)
    assert 'aria-busy="true"' in html
    assert "chip" not in html


def test_members_are_told_that_exempt_papers_are_included(fake: FakeAssistant) -> None:
    status = fake.status(Role.MEMBER)
    assert "exempt papers are included" in render.header(status, Role.MEMBER)
    assert "exempt" not in render.header(status, Role.PUBLIC)
