"""No word of a paper, a question or a store can write HTML."""

from dataclasses import replace

from assistant.models import Filters, Nearby
from corpus.models import Role
from page.html import render
from page.html.claims import check_html
from page.html.filter_chips import chips_html, recognised_html
from page.html.papers import papers_html
from page.source.page import source_page
from page.source.panel import source_html
from page_fakes import FakeAssistant, answered
from page_papers import HOSTILE, source_of


def test_papers_and_questions_cannot_write_html(fake: FakeAssistant) -> None:
    exchange = answered(fake, HOSTILE)
    cited = exchange.turn.answer.citations[0]
    pages = [
        render.exchange_html((exchange,), 0),
        render.pending_html(HOSTILE, HOSTILE, 0),
        render.pending_html(HOSTILE, "", 0, None, (HOSTILE,)),
        render.stopped_html(HOSTILE, HOSTILE, 0),
        render.failed_html(HOSTILE, HOSTILE, 0),
        render.problem_note(HOSTILE),
        render.empty_state([HOSTILE], fake.status(Role.PUBLIC)),
        source_html(cited, HOSTILE, source_page(source_of(cited, before=(Nearby(HOSTILE, False),))), HOSTILE),
        chips_html(Filters(body=HOSTILE)),
        recognised_html(Filters(body=HOSTILE, council=HOSTILE)),
    ]
    for html in pages:
        assert "<script" not in html
        assert "<img" not in html
        assert 'onerror="' not in html
        assert "<b>x</b>" not in html


def test_markdown_stays_text(fake: FakeAssistant) -> None:
    html = render.exchange_html((answered(fake, "script"),), 0)
    assert "**bold** [link](http://evil.example/)" in html
    assert "<a " not in html


def test_names_of_papers_and_bodies_cannot_write_html(fake: FakeAssistant) -> None:
    status = fake.status(Role.PUBLIC)
    paper = replace(status.papers[0], name=HOSTILE, bodies=(HOSTILE,), also=(HOSTILE,), dates=(HOSTILE,))
    refused = replace(paper, refused=HOSTILE, remedy=HOSTILE)
    hostile = replace(status, papers=(paper,), refused=(refused,), first_date=HOSTILE)
    for html in (papers_html(hostile, lambda _: HOSTILE), render.header(hostile)):
        assert "<script" not in html
        assert "<img" not in html


def test_a_claim_cannot_write_html(fake: FakeAssistant) -> None:
    assert "<script" not in check_html(fake.check(HOSTILE, Role.PUBLIC, Filters()))
