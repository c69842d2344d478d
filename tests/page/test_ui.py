"""The page's HTML, marking, references, filters and pages of papers, without a browser."""

import gc
import io
from dataclasses import replace
from pathlib import Path

import gradio as gr
import pytest
from PIL import Image, ImageChops

from assistant.models import AlsoIn, Asked, Citation, Filters, Nearby, Source, StoreStatus, Turn
from corpus.models import Box, Role, Status
from page.chat import Exchange
from page.delivery import answer_json, paper_address, paper_key
from page.filters import BadFilter, chips_html, read_date, read_filters, recognised_html, summary
from page.handlers.ask import Handlers, Pending, Shown
from page.handlers.between_questions import Served
from page.handlers.decisions import Deciding
from page.handlers.papers import Shelving
from page.html import render
from page.html.answer_text import prose
from page.html.cards import card
from page.html.papers import papers_html
from page.marking import marked_html, quote_spans
from page.source.locate import locate
from page.source.page import source_page
from page.source.panel import source_html
from page.source.pdf_page import Drawn
from page.wording import STATUS_WORDS, counted, full_reference, indexed, left_out, long_date, place, reference, sureness
from page_fakes import (
    AGAINST,
    AMENDMENT,
    BODY,
    BUDGET,
    COUNCIL,
    HOSTILE,
    PDF,
    RECOMMENDED,
    RESOLVED,
    ROW,
    FakeAssistant,
    answer,
    citation,
)
from ui import build_ui


@pytest.fixture
def fake(tmp_path: Path) -> FakeAssistant:
    return FakeAssistant(tmp_path)


def asked(fake: FakeAssistant, question: str) -> Exchange:
    return Exchange(Turn(question, fake.ask(Asked(question))), Filters())


def shown(exchange: Exchange, n: int = 0) -> str:
    """The exchange as the n-th of a chat."""
    return render.exchange_html((exchange,) * (n + 1), n)


def source_of(cited: Citation, **around: tuple[Nearby, ...]) -> Source:
    return Source(cited, around.get("before", ()), around.get("after", ()))


class TestWords:
    def test_dates_are_long_and_british(self) -> None:
        assert long_date("2024-01-08") == "8 January 2024"
        assert long_date("summer 2024") == "summer 2024"
        assert long_date(None) == ""

    def test_counts_agree_with_their_nouns(self) -> None:
        assert counted(1, "paper") == "1 paper"
        assert counted(1204, "paragraph") == "1,204 paragraphs"
        assert counted(5, "body", "bodies") == "5 bodies"
        assert left_out(0) == ""
        assert left_out(1).startswith("1 statement was")
        assert left_out(2).startswith("2 statements were")

    def test_holdings_in_one_line(self, fake: FakeAssistant) -> None:
        line = "1,204 paragraphs of 10 papers, 2 bodies, 8 January 2022 to 13 March 2025"
        assert indexed(fake.status(Role.PUBLIC)) == line

    def test_reference_follows_the_kind_of_part(self) -> None:
        assert reference(citation(1, "x", "x")) == "Minute 7/24"
        assert reference(citation(1, "x", "x", part="report", ref="4.10")) == "Paragraph 4.10"
        assert reference(citation(1, "x", "x", ref=None)) == "Item 7"
        assert reference(citation(1, "x", "x", ref=None, item=None)) == ""
        assert place(citation(1, "x", "x", page=None, line=120)) == "line 120"

    def test_full_reference_can_be_said_aloud(self) -> None:
        said = f"{COUNCIL}, {BODY}, 8 January 2024, Minute 7/24, page 2 ({PDF})"
        assert full_reference(citation(1, "x", "x")) == said

    def test_full_reference_leaves_out_what_is_not_known(self) -> None:
        bare = citation(1, "x", "x", council=None, body=None, meeting_date=None, ref=None, item=None, page=None)
        assert full_reference(bare) == f"({PDF})"

    def test_every_status_has_words(self) -> None:
        assert set(STATUS_WORDS) == {status.value for status in Status}

    def test_what_is_not_decided_says_so(self) -> None:
        for status in ("recommendation", "motion", "deferred", "planned"):
            assert "not" in STATUS_WORDS[status]

    def test_low_confidence_tells_the_reader_to_check(self) -> None:
        assert "read the paper" in sureness(0.2)
        assert sureness(0.9) == "Confidence: high"


class TestMarking:
    def test_marks_the_words_relied_on(self) -> None:
        html = marked_html("A & B agreed.", quote_spans("A & B agreed.", "B agreed"))
        assert html == 'A &amp; <mark class="quote">B agreed</mark>.'

    def test_white_space_does_not_matter(self) -> None:
        assert quote_spans("the\n budget  is set", "the budget is") == ((0, 15),)

    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            ("a rise of 18% a year", "8% a year"),
            ("a rise of 5.8% a year", "8% a year"),
            ("cost £1,200 in all", "£1"),
            ("the unapproved plan", "approved plan"),
            ("resolved not to approve", "resolved to approve"),
            ("on 12/01/2024", "2/01/2024"),
            ("item 4.10 says", "item 4.1"),
        ],
    )
    def test_never_marks_part_of_a_word_or_figure(self, text: str, quote: str) -> None:
        assert quote_spans(text, quote) == ()

    def test_the_second_place_is_marked_where_the_first_is_inside_a_figure(self) -> None:
        assert quote_spans("18% then 8% of it", "8%") == ((9, 11),)

    def test_a_quotation_with_a_gap_is_marked_in_pieces(self) -> None:
        assert quote_spans("one two three four", "one … four") == ((0, 3), (14, 18))

    def test_a_quotation_with_a_piece_missing_is_not_marked(self) -> None:
        assert quote_spans("one two three four", "one … five") == ()

    def test_marks_are_escaped_inside_and_out(self) -> None:
        html = marked_html(HOSTILE, quote_spans(HOSTILE, "window.hacked = true"))
        assert "<script" not in html
        assert '<mark class="quote">window.hacked = true</mark>' in html


class TestAnswers:
    def test_markers_become_chips_that_name_their_source(self, fake: FakeAssistant) -> None:
        html = shown(asked(fake, "Budget?"), 3)
        assert html.count('class="chip"') == 2
        assert 'data-key="3-1" data-n="1"' in html
        assert f'aria-label="Source 1: {BODY}, 8 January 2024, Minute 7/24, page 2"' in html
        assert "[1]" not in render.answer_html(fake.ask(Asked("Budget?")), 3)

    def test_each_statement_stands_under_its_reference_and_many_names_are_folded(self, fake: FakeAssistant) -> None:
        html = render.answer_html(fake.ask(Asked("How was the recorded vote?")), 0)
        assert html.count('<span class="lead">Minute 7/24, 8 January 2024<') == 2
        folded = html[html.index('<div class="said">') : html.index("</details>")]
        assert folded.index("Against (20)") < folded.index('aria-label="Source 2:') < folded.index("<details")
        assert folded.rindex("Councillor Thorne") > folded.index("Show the names")

    @pytest.mark.parametrize(
        ("question", "folded"), [("Did Councillor Penn vote?", 0), ("Did Councillor Pen vote?", 1)]
    )
    def test_names_are_not_folded_where_one_of_them_is_asked_about(self, question: str, folded: int) -> None:
        html = prose(f"Minute 7/24, 8 January 2024: {AGAINST} [1]", {1: citation(1, AGAINST, AGAINST)}, 0, question)
        assert html.count("<details") == folded
        assert html.count('class="chip"') == 1

    def test_several_numbers_in_one_marker(self, fake: FakeAssistant) -> None:
        two = fake.ask(Asked("Budget?"))
        html = render.answer_html(replace(two, answer="Both [1, 2]."), 0)
        assert html.count('class="chip"') == 2

    def test_a_bracketed_number_that_is_no_citation_stays_text(self, fake: FakeAssistant) -> None:
        html = render.answer_html(replace(fake.ask(Asked("Budget?")), answer="See [2019] and [7]."), 0)
        assert "See [2019] and [7]." in html

    def test_cards_give_meeting_reference_page_status_words_and_file(self, fake: FakeAssistant) -> None:
        html = card(fake.ask(Asked("Budget?")).citations[0], 0)
        for shown in (
            "8 January 2024",
            "Minute 7/24",
            "page 2",
            "Resolution – decided",
            PDF,
            "Copy reference",
        ):
            assert shown in html
        assert f'<mark class="quote">{BUDGET}</mark>' in html

    def test_a_lost_amendment_says_so(self, fake: FakeAssistant) -> None:
        assert "Amendment – lost" in card(fake.ask(Asked("Budget?")).citations[1], 0)

    def test_a_table_row_stands_under_its_header(self) -> None:
        html = card(citation(1, ROW, "Eastgate | 612"), 0)
        assert '<dt>Pupils</dt><dd><mark class="quote">612</mark></dd>' in html
        assert "<dt>Cost</dt><dd>£198,000</dd>" in html

    def test_a_long_paragraph_is_cut_around_its_words_and_can_be_opened(self) -> None:
        html = card(citation(1, RECOMMENDED, "Director expects about 240 pupils"), 0)
        short, whole = html.split("<details")
        assert '<mark class="quote">Director expects about 240 pupils</mark>' in short
        assert "The Board is recommended" not in short
        assert "The Board is recommended" in whole

    def test_an_abstention_is_told_apart_and_says_what_was_searched(self, fake: FakeAssistant) -> None:
        html = shown(asked(fake, "Any mermaids?"))
        assert "declined" in html
        assert "The papers do not say" in html
        assert "Searched 1,204 paragraphs of 18 papers" in html
        assert "Nearest paragraphs, which do not answer the question" in html
        assert "Confidence" not in html

    def test_the_papers_own_words_below_a_models_are_told_as_statements(self, fake: FakeAssistant) -> None:
        told = "A model's sentence. [1]\n\nIn the papers' own words:\nMinute 7/24, 8 January 2024: It was agreed. [1]"
        html = render.answer_html(replace(fake.ask(Asked("Budget?")), answer=told), 0)
        assert '<h3 class="said-so">In the papers&#x27; own words</h3>' in html
        assert '<span class="lead">Minute 7/24, 8 January 2024<' in html

    def test_an_abstention_says_each_thing_once_and_what_to_do(self, fake: FakeAssistant) -> None:
        told = "The papers do not say. Searched: 5 papers. 1 paper could not be read (see `minutebook status`)."
        html = render.answer_html(
            replace(fake.ask(Asked("Any mermaids?")), answer=told, searched="5 papers", reason="nothing fits"), 0
        )
        assert html.count("The papers do not say") == html.count("5 papers") == 1
        assert "1 paper could not be read (see the Papers tab)." in html
        assert "nothing fits" not in html
        assert "Try fewer or other words" in html

    def test_small_print_tells_mode_time_and_what_was_left_out(self, fake: FakeAssistant) -> None:
        html = shown(asked(fake, "The pass?"))
        assert "Worded by a language model, checked against the papers" in html
        assert "0.12 seconds" in html
        assert "2 statements were left out" in html
        assert "<s>It cost £900,000.</s>" in html
        assert "the figure is not in the paragraph" in html
        assert "A later meeting, on 25 March 2024" in html

    def test_while_streaming_nothing_can_be_pressed_that_is_not_there(self) -> None:
        html = render.pending_html("Q?", "Half an answer [1]", 0)
        assert 'aria-busy="true"' in html
        assert "chip" not in html

    def test_a_draft_a_copy_and_words_read_by_ocr_are_said(self) -> None:
        also = (AlsoIn("<b>final</b>.pdf", "current", False),)
        html = card(citation(1, "Agreed.", "Agreed", draft=True, ocr=True, held="not quorate", also=also), 0)
        for words in ("draft minutes, which may change", "(OCR)", "not quorate", "newer version in &lt;b&gt;final"):
            assert words in html
        assert "caveats" not in card(citation(1, "Agreed.", "Agreed"), 0)


class TestEscaping:
    def test_papers_and_questions_cannot_write_html(self, fake: FakeAssistant) -> None:
        exchange = asked(fake, HOSTILE)
        cited = exchange.turn.answer.citations[0]
        pages = [
            shown(exchange),
            render.pending_html(HOSTILE, HOSTILE, 0),
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

    def test_markdown_stays_text(self, fake: FakeAssistant) -> None:
        html = shown(asked(fake, "script"))
        assert "**bold** [link](http://evil.example/)" in html
        assert "<a " not in html

    def test_names_of_papers_and_bodies_cannot_write_html(self, fake: FakeAssistant) -> None:
        status = fake.status(Role.PUBLIC)
        paper = replace(status.papers[0], name=HOSTILE, bodies=(HOSTILE,), also=(HOSTILE,), dates=(HOSTILE,))
        refused = replace(paper, refused=HOSTILE, remedy=HOSTILE)
        hostile = replace(status, papers=(paper,), refused=(refused,), first_date=HOSTILE)
        for html in (papers_html(hostile, lambda _: HOSTILE), render.header(hostile)):
            assert "<script" not in html
            assert "<img" not in html


class TestFilters:
    @pytest.mark.parametrize(
        ("typed", "first", "last"),
        [
            ("8 January 2024", "2024-01-08", "2024-01-08"),
            ("8th Jan 2024", "2024-01-08", "2024-01-08"),
            ("08/01/2024", "2024-01-08", "2024-01-08"),
            ("2024-01-08", "2024-01-08", "2024-01-08"),
            ("February 2024", "2024-02-01", "2024-02-29"),
            ("2024", "2024-01-01", "2024-12-31"),
            ("  ", None, None),
        ],
    )
    def test_dates_as_people_write_them(self, typed: str, first: str | None, last: str | None) -> None:
        assert read_date(typed) == first
        assert read_date(typed, end=True) == last

    @pytest.mark.parametrize("typed", ["13/13/2024", "31 June 2024", "soon", "8 Smarch 2024", "0000"])
    def test_what_is_no_date_is_refused_with_what_to_do(self, typed: str) -> None:
        with pytest.raises(BadFilter, match="Write it as 8 January 2024"):
            read_date(typed)

    def test_dates_the_wrong_way_round(self) -> None:
        with pytest.raises(BadFilter, match="Swap them"):
            read_filters("", "", "2025", "2024", "")

    def test_empty_means_any(self) -> None:
        assert read_filters("", "", "", "", "") == Filters()

    def test_summary_in_words(self) -> None:
        filters = read_filters(COUNCIL, "Cabinet", "2024", "", "minutes")
        assert summary(filters) == f"{COUNCIL}, Cabinet, minutes only, from 1 January 2024"


class TestHandlers:
    def run(self, fake: FakeAssistant, question: str, turns: tuple[Exchange, ...] = (), since: str = "") -> list[Shown]:
        return list(Handlers(fake, Role.MEMBER).run(question, "", "Cabinet", since, "", "", turns, None))

    def test_asks_with_filters_role_and_history(self, fake: FakeAssistant) -> None:
        earlier = asked(fake, "The pass?")
        self.run(fake, " Budget? ", (earlier,), since="2024")
        sent = fake.asked[-1]
        assert sent.question == "Budget?"
        assert sent.role is Role.MEMBER
        assert sent.history == (earlier.turn,)
        assert sent.filters == Filters(body="Cabinet", since="2024-01-01")

    def test_the_answer_grows_and_ends_in_the_history(self, fake: FakeAssistant) -> None:
        updates = self.run(fake, "Budget?")
        assert "Searching the papers" in updates[0].current
        assert "That the school" in updates[4].current
        assert updates[-1].chat[-1].turn.answer.citations

    def test_a_date_that_cannot_be_read_asks_nothing(self, fake: FakeAssistant) -> None:
        updates = self.run(fake, "Budget?", since="soon")
        assert len(updates) == 1
        assert "“soon” is not a date" in updates[0].note
        assert fake.asked == []

    def test_an_empty_question_asks_nothing(self, fake: FakeAssistant) -> None:
        assert "Write a question first" in self.run(fake, "  ")[0].note
        assert fake.asked == []

    def test_asking_again_replaces_the_last_answer(self, fake: FakeAssistant) -> None:
        turns = (asked(fake, "The pass?"), asked(fake, "Budget?"))
        draft = Pending("Budget?", state="over")
        updates = list(Handlers(fake, Role.PUBLIC).again("", "", "", "", "", turns, draft))
        assert fake.asked[-1].history == (turns[0].turn,)
        assert len(updates[-1].chat) == 2

    def test_a_stopped_answer_ends_as_stopped_and_is_no_part_of_the_chat(self, fake: FakeAssistant) -> None:
        page = Handlers(fake, Role.PUBLIC)
        running = page.run("Budget?", "", "", "", "", "", (), None)
        draft = next(running).draft
        next(running)
        assert "Stopped." in page.stopped(draft, ())[0]
        rest = list(running)
        assert len(rest) == 1
        assert "Stopped." in rest[0].current
        assert "That" in rest[0].current

    def test_a_stopped_answer_never_shows_over_the_next_question(self, fake: FakeAssistant) -> None:
        page = Handlers(fake, Role.PUBLIC)
        running = page.run("Budget?", "", "", "", "", "", (), None)
        draft = next(running).draft
        page.stopped(draft, ())
        assert list(page.run("The pass?", "", "", "", "", "", (), draft))[-1].chat
        assert list(running) == []

    def test_a_second_question_waits_for_the_first(self, fake: FakeAssistant) -> None:
        updates = list(Handlers(fake, Role.PUBLIC).run("Budget?", "", "", "", "", "", (), Pending("The pass?")))
        assert updates == [Shown()]
        assert fake.asked == []

    def test_a_paragraph_that_the_role_may_not_see_cannot_be_opened(self, fake: FakeAssistant) -> None:
        page = Served(fake, Role.PUBLIC)
        assert "leaf" in page.source({"paragraph": "p1", "quote": BUDGET, "n": 1, "key": "0-1", "page": None})
        for wrong in ({"paragraph": "another"}, {"paragraph": 1}, {}, None, {"page": "x"}):
            assert "no longer in the index" in page.source(wrong)  # type: ignore[arg-type]

    def test_the_api_answers_in_json_without_telling_where_files_lie(self, fake: FakeAssistant) -> None:
        found = Deciding(fake, Role.PUBLIC).api_ask("Budget?", since="2024")
        assert found["citations"][0]["ref"] == "7/24"
        assert str(fake.folder) not in str(found)
        assert answer_json(answer("q", "a"))["mode"] == "extractive"

    def test_the_api_refuses_what_the_page_refuses(self, fake: FakeAssistant) -> None:
        page = Deciding(fake, Role.PUBLIC)
        with pytest.raises(gr.Error, match="not a date"):
            page.api_ask("Budget?", since="soon")
        with pytest.raises(gr.Error, match="1 to 2,000"):
            page.api_ask("x" * 2001)


class TestSource:
    def cited(self, fake: FakeAssistant, text: str, quote: str, **more: object) -> Source:
        return source_of(citation(1, text, quote, path=str(fake.folder / PDF), **more))

    def test_a_page_of_a_pdf_with_the_paragraph_and_words_marked(self, fake: FakeAssistant) -> None:
        shown = source_page(self.cited(fake, RESOLVED, BUDGET))
        assert (shown.page, shown.pages, shown.before, shown.after) == (2, 3, 1, 3)
        assert shown.label == "Page 2 of 3"
        assert shown.note == ""
        assert '<mark class="quote">the school transport budget' in shown.html_text
        assert '<mark class="paragraph">RESOLVED: (1) That ' in shown.html_text
        assert yellow(shown.drawn) > 1000
        assert shown.drawn and 0 < shown.drawn.left < 0.3 and 0 < shown.drawn.top < 0.5

    def test_the_frame_goes_to_the_place_nearest_to_where_the_paragraph_starts(self, fake: FakeAssistant) -> None:
        words = "RESOLVED: That the report be noted."
        places = [
            source_page(self.cited(fake, words, words, box=Box(72, top, 300, top + 12))).html_text.index("<mark")
            for top in (95, 260)
        ]
        assert places[0] < places[1]

    def test_other_pages_carry_no_marks(self, fake: FakeAssistant) -> None:
        shown = source_page(self.cited(fake, RESOLVED, BUDGET), page=1)
        assert shown.page == 1
        assert "<mark" not in shown.html_text
        assert yellow(shown.drawn) == 0

    def test_a_page_beyond_the_end_is_the_last(self, fake: FakeAssistant) -> None:
        assert source_page(self.cited(fake, RESOLVED, BUDGET), page=99).page == 3

    def test_words_that_are_not_on_the_page_are_not_marked_and_that_is_said(self, fake: FakeAssistant) -> None:
        shown = source_page(self.cited(fake, "Nothing of the kind stands here.", "Nothing of the kind"))
        assert "<mark" not in shown.html_text
        assert "could not be marked" in shown.note

    def test_a_page_that_is_not_all_public_is_neither_drawn_nor_read(self, fake: FakeAssistant) -> None:
        shown = source_page(self.cited(fake, AMENDMENT, "lost"), open_pages=frozenset({1, 3}))
        assert shown.drawn is None
        assert "RESOLVED" not in shown.html_text
        assert "part of it is not public" in shown.note

    def test_turning_pages_skips_those_that_are_not_public(self, fake: FakeAssistant) -> None:
        shown = source_page(self.cited(fake, RECOMMENDED, "keep", page=3), open_pages=frozenset({1, 3}))
        assert (shown.before, shown.after) == (1, None)

    def test_a_paper_that_went_away_still_gives_its_paragraph(self, fake: FakeAssistant) -> None:
        (fake.folder / PDF).unlink()
        shown = source_page(self.cited(fake, RESOLVED, BUDGET))
        assert BUDGET in shown.html_text
        assert "Index it again" in shown.note

    def test_a_file_that_is_no_longer_a_pdf(self, fake: FakeAssistant) -> None:
        (fake.folder / PDF).write_bytes(b"no pdf")
        assert "can no longer be opened" in source_page(self.cited(fake, RESOLVED, BUDGET)).note

    def test_a_text_format_shows_its_paragraph(self) -> None:
        cited = citation(1, "A & B agreed.", "B agreed", page=None, line=7, path="x.md")
        shown = source_page(source_of(cited, before=(Nearby("Gates & fences", True),), after=(Nearby("Next.", False),)))
        assert shown.drawn is None
        assert 'A &amp; <mark class="quote">B agreed</mark>' in shown.html_text
        assert (
            shown.html_text.index("Gates &amp; fences")
            < shown.html_text.index("A &amp;")
            < shown.html_text.index("Next.")
        )
        assert shown.label == "Line 7"

    def test_no_download_of_a_paper_that_is_not_all_public(self, tmp_path: Path) -> None:
        closed = FakeAssistant(tmp_path, open_pages=frozenset({1, 2}))
        page = Shelving(closed, Role.PUBLIC, None)
        assert "Download" not in Served(closed, Role.PUBLIC).source({"paragraph": "p1", "quote": BUDGET})
        assert page.find(paper_key(str(tmp_path / PDF))) is None
        assert "<a " not in page.papers()

    def test_download_addresses_do_not_tell_where_papers_lie(self, fake: FakeAssistant) -> None:
        path = str(fake.folder / PDF)
        assert str(fake.folder) not in paper_address(path)
        assert Shelving(fake, Role.PUBLIC, None).find(paper_key(path)) == Path(path)
        assert Shelving(fake, Role.PUBLIC, None).find("../../etc/passwd") is None


class TestLocating:
    def test_line_breaks_hyphens_and_ligatures_do_not_matter(self) -> None:
        page = "Before. The of\ufb01cer re-\r\nported the co\x02\nst of it. After."
        found = locate(page, "The officer reported the cost of it.", "reported the cost")
        assert found.paragraph == (8, page.index(" After"))
        assert found.quotes == ((page.index("re-"), page.index(" of it")),)

    def test_a_figure_is_not_marked_inside_another(self) -> None:
        assert locate("A rise of 18% was seen.", "A rise of 18% was seen.", "8%").quotes == ()

    def test_a_list_item_is_found_by_its_own_words(self) -> None:
        page = "The Board agreed to:\n(a) note the report\n(b) ask for more"
        found = locate(page, "The Board agreed to:\n(b) ask for more", "ask for more")
        assert found.paragraph == (page.index("(b)"), len(page))

    def test_a_paragraph_that_runs_on_is_found_as_far_as_it_goes(self) -> None:
        text = "It was agreed that the long matter be looked at again next year by all."
        page = f"Heading\n{text[:50]}\nPage 3"
        found = locate(page, text, "")
        assert found.paragraph is not None
        assert page[found.paragraph.start : found.paragraph.end] == text[:50].rstrip()


def yellow(drawn: Drawn | None) -> int:
    """How many pixels are marked."""
    assert drawn is not None
    with Image.open(io.BytesIO(drawn.png)) as image:
        red, green, blue = image.convert("RGB").split()
    high = ImageChops.multiply(red.point(lambda v: 255 * (v > 240)), green.point(lambda v: 255 * (v > 200)))
    return ImageChops.multiply(high, blue.point(lambda v: 255 * (v < 140))).histogram()[255]


class TestPapersTab:
    def test_papers_stand_under_their_bodies_latest_first(self, fake: FakeAssistant) -> None:
        html = papers_html(fake.status(Role.PUBLIC), lambda _: None)
        assert html.index("Cabinet <span>9 papers") < html.index("2023-08-14") < html.index("2023-01-14")
        assert html.index("2023-01-14") < html.index(f"{BODY} <span>1 paper<")
        assert "25 March 2024; 8 January 2024" in html
        assert "also as copy.md" in html

    def test_refused_papers_come_with_reason_and_remedy(self, fake: FakeAssistant) -> None:
        html = papers_html(fake.status(Role.PUBLIC), lambda _: None)
        assert "1 paper could not be read" in html
        assert "The pages are pictures without text" in html
        assert "Run OCR on it" in html

    def test_an_empty_store_says_what_to_do(self) -> None:
        empty = StoreStatus("store", (), (), 0, 0, 0, (), (), None, None, None)
        assert "minutebook index FOLDER" in papers_html(empty, lambda _: None)
        assert "minutebook index FOLDER" in render.empty_state((), empty)
        assert "Papers tab" in render.empty_state((), empty, Role.OFFICER)
        assert "No papers are indexed yet" in render.header(empty)

    def test_members_are_told_that_exempt_papers_are_included(self, fake: FakeAssistant) -> None:
        status = fake.status(Role.MEMBER)
        assert "exempt papers are included" in render.header(status, Role.MEMBER)
        assert "exempt" not in render.header(status, Role.PUBLIC)


# Gradio leaves event loops open for the collector to close.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_page_tells_nobody_of_its_use(fake: FakeAssistant) -> None:
    ui = build_ui(fake)
    assert ui.analytics_enabled is False
    gc.collect()
    assert {fn.api_name for fn in ui.fns.values() if fn.api_visibility == "public"} == {"ask", "check", "decisions"}
