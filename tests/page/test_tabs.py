"""Links, chips, claims, decisions, briefs, feedback and papers on the page, without a browser."""

import base64
import json
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import gradio as gr
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.models import Asked, Filters, Turn
from assistant.records.feedback import FeedbackStore
from corpus.errors import MinutebookError
from corpus.models import Role
from index.build import BuildReport
from index.catalogue import Refusal
from index.stores import Step
from page.chat import Exchange, link, read_link, seen
from page.delivery import no_uploads, paper_key
from page.filters import chips_html, recognised_html, recognised_words
from page.handlers.ask import Handlers, Pending
from page.handlers.between_questions import Served
from page.handlers.brief import Preparing
from page.handlers.decisions import Deciding
from page.handlers.papers import Shelving, progress_html
from page.html.claims import as_text, check_html
from page.html.decisions import register_html
from page.html.feedback import feedback_html
from page_fakes import BODY, BUDGET, HOSTILE, FakeAssistant, FakeShelf

MINUTES_2024 = Filters(body="Cabinet", since="2024-01-01", kind="minutes")


@pytest.fixture
def fake(tmp_path: Path) -> FakeAssistant:
    return FakeAssistant(tmp_path)


def event(**data: object) -> gr.EventData:
    return gr.EventData(None, data)


class TestLinks:
    def chat(self, fake: FakeAssistant, *questions: str) -> tuple[Exchange, ...]:
        return tuple(Exchange(Turn(text, fake.ask(Asked(text))), MINUTES_2024) for text in questions)

    def test_a_link_gives_back_the_questions_with_their_filters(self, fake: FakeAssistant) -> None:
        chat = self.chat(fake, "Budget & pass?", "And £?")
        opened = read_link("#" + link(chat))
        assert opened.questions == (("Budget & pass?", MINUTES_2024), ("And £?", MINUTES_2024))
        assert opened.seen == seen(chat[-1].turn.answer)

    def test_the_mark_changes_with_the_paragraphs_cited_and_only_with_them(self, fake: FakeAssistant) -> None:
        told = fake.ask(Asked("Budget?"))
        assert seen(replace(told, seconds=9.0, answer="worded otherwise")) == seen(told)
        assert seen(replace(told, citations=told.citations[:1])) != seen(told)

    @pytest.mark.parametrize("text", ["", "#", "#seen=1", "#ask=", "body=Cabinet&ask=%20", "%%%=&&"])
    def test_what_is_no_link_asks_nothing(self, text: str) -> None:
        assert read_link(text).questions == ()

    def test_no_chat_has_no_link(self) -> None:
        assert link(()) == ""

    def test_reopening_asks_all_again_in_order_under_the_servers_role(self, fake: FakeAssistant) -> None:
        end = link(self.chat(fake, "Budget?", "The pass?"))
        fake.asked.clear()
        updates = list(Handlers(fake, Role.MEMBER).reopen(None, event(link="#" + end)))
        assert [(asked.question, len(asked.history), asked.role) for asked in fake.asked] == [
            ("Budget?", 0, Role.MEMBER),
            ("The pass?", 1, Role.MEMBER),
        ]
        assert len(updates[-1].chat) == 2
        assert "have changed since" not in updates[-1].current

    def test_a_link_says_when_the_answer_rests_on_other_paragraphs(self, fake: FakeAssistant) -> None:
        updates = list(Handlers(fake, Role.PUBLIC).reopen(Pending("x"), event(link="#ask=Budget%3F&seen=00000000")))
        assert "have changed since" in updates[-1].current


class TestSaving:
    @pytest.mark.parametrize(("kind", "starts"), [("docx", b"PK"), ("md", b"# Budget?"), ("json", b"{")])
    def test_an_answer_leaves_the_page_with_its_references(self, fake: FakeAssistant, kind: str, starts: bytes) -> None:
        chat = (Exchange(Turn("Budget?", fake.ask(Asked("Budget?"))), Filters()),)
        html = Handlers(fake, Role.PUBLIC).saved(chat, event(**{"turn": 0, "as": kind}))
        file = json.loads(unescape(html.split('data-file="')[1].split('"')[0]))
        assert base64.b64decode(file["base64"]).startswith(starts)
        assert file["name"] == f"answer.{kind}"

    def test_a_chat_that_the_server_forgot_is_said(self, fake: FakeAssistant) -> None:
        assert "no longer on the server" in Handlers(fake, Role.PUBLIC).saved((), event(**{"turn": 0, "as": "md"}))


class TestChips:
    def test_filters_are_chips_that_clear_them(self) -> None:
        html = chips_html(MINUTES_2024)
        assert html.count("data-act") == 3
        assert "Remove the filter </span>Cabinet" in html
        assert chips_html(Filters()) == ""

    def test_what_a_question_names_is_offered_as_a_filter(self) -> None:
        html = recognised_html(Filters(body="Cabinet", since="2024-01-08", until="2024-01-08"))
        assert "8 January 2024" in html
        assert json.dumps({"since": "2024-01-08", "until": "2024-01-08"}).replace('"', "&quot;") in html

    def test_how_a_question_was_read(self) -> None:
        read = recognised_words(
            Filters(body="Cabinet"), Filters(body="Cabinet", since="2024-01-08", until="2024-01-08")
        )
        assert read == "Searched only: Cabinet. Looked first at: 8 January 2024"
        assert recognised_words(Filters(), Filters()) == ""

    def test_a_chip_sets_its_fields_and_no_other(self, fake: FakeAssistant) -> None:
        fields = Handlers(fake, Role.PUBLIC).set_filter(event(fields={"since": "2024-01-08", "until": ""}))
        assert [field.get("value") for field in fields] == [None, None, "8 January 2024", "", None]


class TestClaims:
    def html(self, fake: FakeAssistant, claim: str) -> str:
        return Deciding(fake, Role.PUBLIC).check(claim)

    def test_each_verdict_in_words(self, fake: FakeAssistant) -> None:
        assert "The papers bear this out" in self.html(fake, "The budget is £4.2 million")
        refuted = self.html(fake, "The budget is £5 million")
        assert "The papers say otherwise" in refuted
        assert "The minutes say £4.2 million." in refuted
        assert "To say aloud" in refuted
        assert "The papers do not say" in self.html(fake, "There are mermaids")

    def test_an_empty_claim_says_what_to_do(self, fake: FakeAssistant) -> None:
        assert "Type or paste a claim" in self.html(fake, " ")

    def test_pasted_elsewhere_it_has_its_references(self, fake: FakeAssistant) -> None:
        text = as_text(fake.check("£5 million", Role.PUBLIC, Filters()))
        assert text.startswith("Claim: £5 million\nThe papers say otherwise")
        assert "Minute 7/24, page 2" in text

    def test_a_claim_cannot_write_html(self, fake: FakeAssistant) -> None:
        assert "<script" not in check_html(fake.check(HOSTILE, Role.PUBLIC, Filters()))


class TestDecisions:
    def find(self, fake: FakeAssistant, query: str = "", kind: str = "", since: str = "") -> str:
        return Deciding(fake, Role.PUBLIC).decisions(query, "", since, "", kind, "", "")

    def test_decided_and_lost_are_told_apart(self, fake: FakeAssistant) -> None:
        html = self.find(fake)
        assert "Resolution – decided" in html
        assert "Amendment – lost" in html
        assert "Stands, as far as the papers say" in html
        assert "9 for, 2 against" in html
        assert "<b>Open</b>: In hand" in html

    def test_a_kind_leaves_the_others_out(self, fake: FakeAssistant) -> None:
        assert "Amendment – lost" not in self.find(fake, kind="resolution")

    def test_nothing_found_says_what_to_do_and_what_it_does_not_mean(self, fake: FakeAssistant) -> None:
        html = self.find(fake, "mermaids")
        assert "does not mean that one was refused" in html
        assert "Save as CSV" not in html

    def test_a_date_that_cannot_be_read(self, fake: FakeAssistant) -> None:
        assert "is not a date" in self.find(fake, since="soon")

    def test_what_is_saved_is_what_was_found(self, fake: FakeAssistant) -> None:
        page = Deciding(fake, Role.PUBLIC)
        asked = json.dumps(["", "", "", "", "resolution", "", ""])
        table = page.saved({"asked": asked, "as": "csv"})["words"]
        assert BUDGET in table
        assert "amendment was lost" not in table
        record = json.loads(page.saved({"asked": asked, "as": "json"})["words"])
        assert [one["words"] for one in record["decisions"]] == [BUDGET]
        assert str(fake.folder) not in json.dumps(record)

    def test_numbers_run_through_the_page(self, fake: FakeAssistant) -> None:
        html = register_html(Deciding(fake, Role.PUBLIC).assistant.decisions(_all(), Role.PUBLIC), "[]")
        assert [f'data-key="decisions-{n}"' in html for n in (1, 2, 3, 4, 5)] == [True, True, True, True, False]


def _all() -> Any:
    from assistant.decisions.models import DecisionFilters

    return DecisionFilters()


class TestBriefs:
    def test_a_meeting_is_chosen_from_those_that_have_papers(self, fake: FakeAssistant) -> None:
        page = Preparing(fake, Role.PUBLIC)
        names, keys = zip(*page.meetings(), strict=True)
        assert names == ("The newest meeting", f"{BODY}, 25 March 2024", "Cabinet, 14 August 2023")
        assert "Brief: Cabinet, 14 August 2023" in page.brief(keys[2], "")

    def test_every_section_has_its_sources(self, fake: FakeAssistant) -> None:
        html = Preparing(fake, Role.PUBLIC).brief("", "7")
        for title in ("You are asked", "Key figures", "What has changed", "decided and said before", "Open actions"):
            assert title in html
        assert html.count('class="chip"') == 7
        assert "What would it cost to stop?" in html

    def test_an_item_that_is_not_there_says_what_to_do(self, fake: FakeAssistant) -> None:
        assert "Leave the item out" in Preparing(fake, Role.PUBLIC).brief("", "99")

    def test_a_brief_is_saved_for_word_and_as_a_page(self, fake: FakeAssistant) -> None:
        page = Preparing(fake, Role.PUBLIC)
        asked = json.dumps(["", ""])
        assert page.saved_brief({"asked": asked, "as": "docx"})["base64"].startswith("UEsDB")
        assert "School transport" in page.saved_brief({"asked": asked, "as": "html"})["words"]


class TestMatters:
    def test_meetings_stand_in_order_with_what_is_not_decided_told_apart(self, fake: FakeAssistant) -> None:
        html = Deciding(fake, Role.PUBLIC).matter("bus pass")
        assert html.index("Recommended – not a decision") < html.index("25 March 2024") < html.index(">Decided<")

    def test_every_point_of_a_chart_is_a_figure_with_a_source(self, fake: FakeAssistant) -> None:
        html = Deciding(fake, Role.PUBLIC).matter("bus pass")
        assert html.count("<circle") == html.count('<th scope="row">31 March') == 3
        assert [f'data-key="matter-{n}"' in html for n in (3, 4, 5, 6)] == [True, True, True, False]

    def test_nothing_found_says_what_to_do(self, fake: FakeAssistant) -> None:
        assert "Use fewer words" in Deciding(fake, Role.PUBLIC).matter("mermaids")
        assert "Name a topic" in Deciding(fake, Role.PUBLIC).matter("")


class TestFeedback:
    @pytest.fixture
    def store(self, tmp_path: Path) -> FeedbackStore:
        return FeedbackStore(tmp_path / "feedback.db")

    def judge(self, fake: FakeAssistant, store: FeedbackStore | None, **more: object) -> str:
        sent = {"link": "ask=Hours%3F&ask=Budget%3F", "verdict": "wrong", "answer": "£4 million", "mode": "extractive"}
        cited = [{"paragraph": "p1", "quote": BUDGET}, {"paragraph": "no such"}]
        return Served(fake, Role.MEMBER, store).judge({**sent, "cited": cited, "why": " Last year’s ", **more})

    def test_a_judgement_is_kept_with_what_the_server_knows_of_the_paragraphs(
        self, fake: FakeAssistant, store: FeedbackStore
    ) -> None:
        assert self.judge(fake, store).startswith("Thank you")
        kept = store.all()[0]
        assert (kept.question, kept.earlier, kept.verdict, kept.why) == ("Budget?", ("Hours?",), "wrong", "Last year’s")
        assert kept.role is Role.MEMBER
        assert [(one.paragraph, one.ref, one.meeting_date) for one in kept.evidence] == [("p1", "7/24", "2024-01-08")]

    @pytest.mark.parametrize("wrong", [{"verdict": "maybe"}, {"link": ""}, {"link": 7}])
    def test_what_the_page_never_sends_is_not_kept(
        self, fake: FakeAssistant, store: FeedbackStore, wrong: dict[str, object]
    ) -> None:
        assert "could not be kept" in self.judge(fake, store, **wrong)
        assert store.all() == ()

    def test_officers_alone_see_and_export_it(self, fake: FakeAssistant, store: FeedbackStore) -> None:
        self.judge(fake, store, verdict="right")
        assert "Budget?" in Deciding(fake, Role.OFFICER, store).feedback()
        for role in (Role.PUBLIC, Role.MEMBER):
            assert "Budget?" not in Deciding(fake, role, store).feedback()
            assert Deciding(fake, role, store).gold({})["words"] == ""
        line = json.loads(Deciding(fake, Role.OFFICER, store).gold({})["words"])
        assert line["turns"][-1]["evidence"][0]["quote"] == BUDGET

    def test_what_readers_write_cannot_write_html(self, fake: FakeAssistant, store: FeedbackStore) -> None:
        self.judge(fake, store, why=HOSTILE, answer=HOSTILE)
        assert "<script" not in feedback_html(store.all())


READ = Step("Reading 2/4 a.pdf, page 5 of 10", "a.pdf", 2, 4, 5, 10, "reading")


class TestShelving:
    def page(self, fake: FakeAssistant, *steps: Any) -> tuple[Shelving, FakeShelf]:
        shelf = FakeShelf(*steps)
        return Shelving(fake, Role.OFFICER, shelf), shelf  # type: ignore[arg-type]

    def test_progress_goes_by_file_and_page(self) -> None:
        html = progress_html(READ, [])
        assert "Reading paper 2 of 4: a.pdf, page 5 of 10" in html
        assert 'value="19"' in html  # (1 + 5/10) of 4 papers read, which is half of the work
        assert 'value="50"' in progress_html(Step("x", "a", 1, 4, stage="embedding"), [])

    def test_a_bad_paper_among_good_ones_is_named_and_the_rest_goes_on(self, fake: FakeAssistant) -> None:
        page, shelf = self.page(fake)
        updates = list(page.add(["/tmp/a.pdf", "/tmp/bad.pdf"]))
        assert shelf.done == [("add", ["a.pdf", "bad.pdf"])]
        assert "1 paper read." in updates[-1][0]
        assert "1 paper could not be read" in updates[-1][0]
        assert "bad.pdf: it is not a PDF. Save it as a PDF again." in updates[-1][0]

    def test_a_paper_that_was_refused_before_is_told_again_and_once(self, fake: FakeAssistant) -> None:
        names = ("new.pdf", "known.pdf", "older.pdf")
        refusals = tuple(Refusal(name, name, name, 1, "it is no PDF", "Save it again.") for name in names)
        step = Step("Refused new.pdf, page 1: it is no PDF. Save it again.", stage="refused")
        page, _ = self.page(fake, step, BuildReport(0, 0, 0, refusals))
        html = list(page.add(["/tmp/new.pdf", "/tmp/known.pdf"]))[-1][0]
        for name in names[:2]:
            assert html.count(f"{name}, page 1: it is no PDF. Save it again.") == 1
        assert "No paper could be read." in html
        assert "older.pdf" not in html

    def test_a_busy_store_is_said(self, fake: FakeAssistant) -> None:
        page, _ = self.page(fake, MinutebookError("Another run is indexing."))
        assert "Another run is indexing." in list(page.refresh())[-1][0]

    def test_a_paper_of_the_council_is_read_again_but_never_deleted(self, fake: FakeAssistant) -> None:
        page, shelf = self.page(fake)
        pdf, notes = (paper_key(paper.path) for paper in fake.status(Role.OFFICER).papers[:2])
        list(page.act(event(key=pdf, way="remove")))
        assert shelf.done == []
        list(page.act(event(key=pdf, way="again")))
        list(page.act(event(key=notes, way="remove")))
        assert [what for what, _ in shelf.done] == ["again", "remove"]
        assert "no longer here" in next(iter(page.act(event(key="x", way="again"))))[0]

    def test_without_a_shelf_nothing_is_offered_or_done(self, fake: FakeAssistant) -> None:
        page = Shelving(fake, Role.PUBLIC, None)
        assert "Take out" not in page.papers()
        assert "Choose one or more" in next(iter(page.add(["/tmp/a.pdf"])))[0]


def test_nobody_can_leave_a_file_on_a_page_without_a_shelf() -> None:
    def taken(request: Request) -> PlainTextResponse:
        return PlainTextResponse("taken")

    routes = [Route(path, taken, methods=["POST"]) for path in ("/gradio_api/upload", "/gradio_api/queue/join")]
    visitor = TestClient(Starlette(routes=routes, middleware=[no_uploads()]))
    for path in ("/gradio_api/upload", "/gradio_api/upload/", "/gradio_api/upload?upload_id=1"):
        assert visitor.post(path).status_code == 403
    assert visitor.post("/gradio_api/queue/join").text == "taken"
