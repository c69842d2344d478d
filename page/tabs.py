"""The tabs of the page: what stands on each, and which of its events does what."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.decisions.models import EntryKind, Standing
from corpus.models import PartKind
from corpus.read import KNOWN
from page.chat import LONGEST_QUESTION
from page.handlers.ask import Handlers
from page.handlers.brief import Preparing
from page.handlers.decisions import Deciding
from page.handlers.papers import Shelving
from page.html import brief, decisions, matters
from page.html.claims import teach_html
from page.html.render import BROKE, problem_note
from page.wording import kind_words, status_words

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
ANSWERS = "answers"  # whatever makes an answer shares one queue
_PANEL = '<div class="panel"></div>'
_CHATS = (
    '<details class="chats" hidden><summary>Past chats</summary><p class="meta">Kept in this browser only. Opening '
    'one asks its questions again of today’s papers.</p><ol></ol><button type="button" class="quiet" '
    'data-act="forget">Forget all past chats</button></details>'
)


@dataclass(frozen=True)
class Kit:
    """What every panel is made with: the browser's script and the server's functions."""

    script: str
    functions: Callable[[], list[Any]]

    def panel(self, name: str, value: str = "", label: str = "") -> Any:
        """An HTML panel that shows what a handler gives it."""
        return gr.HTML(
            value,
            elem_id=name,
            js_on_load=self.script,
            server_functions=self.functions(),
            apply_default_css=False,
            container=False,
        )

    @contextmanager
    def desk(self, name: str) -> Any:
        """A column to work in; beside it, once one is opened, the source."""
        with gr.Row(elem_id=f"desk-{name}", elem_classes="desk"):
            with gr.Column(elem_classes="talk", elem_id=f"talk-{name}"):
                yield
            with gr.Column(elem_classes="beside"):
                self.panel(f"source-{name}", _PANEL)

    @contextmanager
    def folded(self, name: str) -> Any:
        """A form that is there from the start and shown on request.

        Gradio draws the inside of an accordion when it is first opened, and what is typed meanwhile is lost.
        """
        self.panel(
            f"fold-{name}",
            f'<button type="button" class="fold" data-act="fold" aria-expanded="false" aria-controls="{name}">'
            "Narrow the search</button>",
        )
        with gr.Column(elem_id=name, elem_classes="filters"):
            yield


@dataclass(frozen=True)
class AskTab:
    """The parts of the Ask tab that loading the page fills."""

    welcome: Any
    council: Any
    body: Any


def ask_tab(page: Handlers, kit: Kit) -> AskTab:
    """Questions, answers, filters and past chats."""
    chat: Any = gr.State(())
    draft: Any = gr.State(None)
    with kit.desk("ask"):
        chats = kit.panel("chats", _CHATS)
        welcome = kit.panel("welcome")
        past, current = kit.panel("past"), kit.panel("current")
        with gr.Column(elem_id="composer"):
            note, saved = kit.panel("note"), kit.panel("saved")
            recognised = kit.panel("recognised", '<div class="recognised"></div>')
            chips = kit.panel("chips")
            box, ask, stop = _question()
            with gr.Row(elem_id="after"):
                form = _filters(kit)
                again = gr.Button("Ask again", size="sm", elem_id="again", scale=0, min_width=60)
                new = gr.Button("New chat", size="sm", elem_id="new", scale=0, min_width=60)
    shown = [past, current, box, note, chat, draft, ask, stop]
    inputs = [*form, chat, draft]
    # A stopped answer may still be ending when the next is asked for.
    several: dict[str, Any] = {**QUIET, "trigger_mode": "multiple", "concurrency_id": ANSWERS}
    asked = [
        gr.on([box.submit, ask.click], page.run, [box, *inputs], shown, **several),
        *(place.ask(page.example, inputs, shown, **several) for place in (welcome, current, past)),
        chats.reopen(page.reopen, [draft], shown, **several),
        again.click(page.again, inputs, shown, **several),
    ]
    for event in asked:
        event.failure(page.broke, [draft, chat], [current, ask, stop], **QUIET)
    for place in (past, current):
        place.save(page.saved, [chat], [saved], **QUIET)
    stop.click(page.stopped, [draft, chat], [current, ask, stop], **QUIET)
    for place in (chips, recognised):
        place.filter(page.set_filter, None, form, **QUIET)
    form[0].input(page.bodies, form[:2], [form[1]], **QUIET)
    gr.on([field.change for field in form], page.narrowed, form, [note, chips], **QUIET)
    since, until = form[2:4]
    # A date is found wanting when it has been written, not at its first letter.
    gr.on(
        [event for date in (since, until) for event in (date.blur, date.submit)], page.mistaken, form, [note], **QUIET
    )
    new.click(
        lambda: ((), None, "", "", ""),
        None,
        [chat, draft, past, current, note],
        js="() => window.minutebook.fresh()",
        **QUIET,
    )
    return AskTab(welcome, form[0], form[1])


def _filters(kit: Kit) -> list[Any]:
    """The folded form that narrows the search: its fields in the order of the handlers."""
    kinds = [("Any kind", ""), *((kind_words(kind), kind.value) for kind in PartKind)]
    with kit.folded("filters"):
        with gr.Row():
            council = gr.Dropdown([("Any council", "")], value="", label="Council")
            body = gr.Dropdown([("Any committee", "")], value="", label="Committee")
            kind = gr.Dropdown(kinds, value="", label="Kind of paper")
        with gr.Row():
            since, until = _date("Meetings from", "8 January 2024, or 2024"), _date("Meetings until", "31 March 2025")
    return [council, body, since, until, kind]


def _date(label: str, example: str) -> Any:
    return gr.Textbox(label=label, value="", placeholder=example, max_lines=1)


def _question() -> tuple[Any, Any, Any]:
    """The question box, Ask and Stop."""
    with gr.Row(elem_classes="asking"):
        box = gr.Textbox(
            label="Your question",
            placeholder="Ask about the papers",
            lines=1,
            max_lines=6,
            max_length=LONGEST_QUESTION,
            elem_id="question",
            elem_classes="big",
            autofocus=True,
            scale=8,
        )
        ask = gr.Button("Ask", variant="primary", elem_id="ask", elem_classes="go", scale=0, min_width=96)
        stop = gr.Button("Stop", variant="stop", elem_id="stop", visible=False, scale=0, min_width=96)
    return box, ask, stop


def check_tab(page: Deciding, kit: Kit) -> None:
    """A claim and its verdict."""
    with kit.desk("check"):
        with gr.Row(elem_classes="asking"):
            claim = gr.Textbox(
                label="Claim to check",
                placeholder="Type or paste what was said",
                value="",
                lines=1,
                max_lines=6,
                max_length=LONGEST_QUESTION,
                elem_id="claim",
                elem_classes="big",
                scale=8,
            )
            check = gr.Button("Check", variant="primary", elem_classes="go", scale=0, min_width=96)
        found = kit.panel("checked", teach_html())
    checked = gr.on([claim.submit, check.click], page.check, [claim], [found], **QUIET)
    checked.failure(lambda: problem_note(BROKE), None, [found], **QUIET)


def decisions_tab(page: Deciding, kit: Kit) -> Any:
    """The register of decisions; the committees' field is returned, for loading the page fills it."""
    kinds = [("Any", ""), *((status_words(kind.value), kind.value) for kind in EntryKind)]
    standings = [
        ("Any", ""),
        ("Stands", Standing.ACTIVE.value),
        ("Changed later", Standing.SUPERSEDED.value),
        ("Rescinded", Standing.RESCINDED.value),
        ("Referred back", Standing.REFERRED_BACK.value),
    ]
    with kit.desk("decisions"):
        with gr.Row(elem_classes="asking"):
            query = gr.Textbox(
                label="Find decisions about",
                placeholder="A topic, or empty for all",
                value="",
                max_lines=1,
                elem_id="topic",
                elem_classes="big",
                scale=8,
            )
            find = gr.Button("Find", variant="primary", elem_classes="go", scale=0, min_width=96)
        with kit.folded("register-filters"):
            with gr.Row():
                body = gr.Dropdown([("Any committee", "")], value="", label="Committee")
                kind = gr.Dropdown(kinds, value="", label="What it is")
                standing = gr.Dropdown(standings, value="", label="Does it stand?")
            with gr.Row():
                since, until = _date("Decided from", "8 January 2024, or 2024"), _date("Decided until", "31 March 2025")
                person = gr.Textbox(label="Person", value="", placeholder="Who proposed or voted", max_lines=1)
        found = kit.panel("register", decisions.teach_html())
    fields = [query, body, since, until, kind, standing, person]
    found_by = gr.on(
        [query.submit, person.submit, since.submit, until.submit, find.click], page.decisions, fields, [found], **QUIET
    )
    found_by.failure(lambda: problem_note(BROKE), None, [found], **QUIET)
    return body


def brief_tab(page: Preparing, kit: Kit) -> Any:
    """A brief before a meeting; the meetings' field is returned, for opening the tab fills it."""
    with kit.desk("brief"):
        with gr.Row(elem_classes="asking"):
            meeting = gr.Dropdown([("The newest meeting", "")], value="", label="Meeting", elem_id="meeting", scale=6)
            item = gr.Textbox(label="Item", value="", placeholder="All", max_lines=1, elem_id="item", scale=1)
            make = gr.Button("Brief me", variant="primary", elem_classes="go", scale=0, min_width=96)
        found = kit.panel("brief", brief.teach_html())
    made = gr.on([item.submit, make.click], page.brief, [meeting, item], [found], **QUIET)
    made.failure(lambda: problem_note(BROKE), None, [found], **QUIET)
    return meeting


def matters_tab(page: Deciding, kit: Kit) -> None:
    """One topic through all meetings."""
    with kit.desk("matters"):
        with gr.Row(elem_classes="asking"):
            topic = gr.Textbox(
                label="Matter to follow",
                value="",
                placeholder="A scheme, place or service",
                max_lines=1,
                max_length=200,
                elem_id="matter-topic",
                elem_classes="big",
                scale=8,
            )
            follow = gr.Button("Follow", variant="primary", elem_classes="go", scale=0, min_width=96)
        found = kit.panel("matter", matters.teach_html())
    followed = gr.on([topic.submit, follow.click], page.matter, [topic], [found], **QUIET)
    followed.failure(lambda: problem_note(BROKE), None, [found], **QUIET)


def papers_tab(page: Shelving, kit: Kit) -> Any:
    """What is indexed, and for officers what to put in; the listing is returned, for loading the page fills it."""
    work: Any = kit.panel("work")
    if page.shelf:
        with gr.Column(elem_id="shelf"), gr.Row(elem_id="shelf-acts"):
            files = gr.UploadButton(
                "Add papers",
                file_count="multiple",
                file_types=sorted(KNOWN),
                variant="primary",
                elem_id="upload",
                scale=0,
                min_width=150,
            )
            again = gr.Button("Read changed papers again", scale=0, min_width=260)
    papers = kit.panel("papers")
    if page.shelf:
        shown = [work, papers]
        one_at_a_time: dict[str, Any] = {**QUIET, "concurrency_limit": 1, "concurrency_id": "shelf"}
        files.upload(page.add, [files], shown, **one_at_a_time)
        again.click(page.refresh, None, shown, **one_at_a_time)
        papers.paper(page.act, None, shown, **one_at_a_time)
    return papers
