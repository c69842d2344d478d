"""The Ask tab: questions, answers, filters and past chats."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import gradio as gr

from corpus.models import PartKind
from page.chat import LONGEST_QUESTION
from page.handlers.ask import AskHandlers
from page.tabs.kit import ANSWERS, QUIET, Kit, date_field, go_button
from page.wording import kind_words

_CHATS = (
    '<details class="chats" hidden><summary>Past chats</summary><p class="meta">Kept in this browser only. Opening '
    'one asks its questions again of today’s papers.</p><ol></ol><button type="button" class="quiet" '
    'data-act="forget">Forget all past chats</button></details>'
)


@dataclass(frozen=True)
class AskTab:
    """The parts of the Ask tab that loading the page fills."""

    welcome: Any
    council: Any
    body: Any


class _Panels(NamedTuple):
    """The panels of the Ask tab, from top to bottom."""

    chats: Any
    welcome: Any
    past: Any
    current: Any
    note: Any
    saved: Any
    recognised: Any
    chips: Any


class _Buttons(NamedTuple):
    """The buttons of the Ask tab."""

    ask: Any
    stop: Any
    again: Any
    new: Any


class _Form(NamedTuple):
    """The fields that narrow the search, in the order in which the handlers take them."""

    council: Any
    body: Any
    since: Any
    until: Any
    kind: Any


def ask_tab(handlers: AskHandlers, kit: Kit) -> AskTab:
    """The Ask tab, with what a reader does on it bound to the handlers."""
    with gr.Tab("Ask"):
        chat: Any = gr.State(())
        draft: Any = gr.State(None)
        with kit.desk("ask"):
            above = (kit.panel("chats", _CHATS), kit.panel("welcome"), kit.panel("past"), kit.panel("current"))
            with gr.Column(elem_id="composer"):
                below = (
                    kit.panel("note"),
                    kit.panel("saved"),
                    kit.panel("recognised", '<div class="recognised"></div>'),
                    kit.panel("chips"),
                )
                box, ask, stop = _question()
                with gr.Row(elem_id="after"):
                    form = _form(kit)
                    again = gr.Button("Ask again", size="sm", elem_id="again", scale=0, min_width=60)
                    new = gr.Button("New chat", size="sm", elem_id="new", scale=0, min_width=60)
    panels = _Panels(*above, *below)
    buttons = _Buttons(ask, stop, again, new)
    _bind_questions(handlers, panels, buttons, form, box, chat, draft)
    _bind_filters(handlers, panels, form)
    return AskTab(panels.welcome, form.council, form.body)


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
        ask = go_button("Ask", elem_id="ask")
        stop = gr.Button("Stop", variant="stop", elem_id="stop", visible=False, scale=0, min_width=96)
    return box, ask, stop


def _form(kit: Kit) -> _Form:
    """The folded form that narrows the search."""
    kinds = [("Any kind", ""), *((kind_words(kind), kind.value) for kind in PartKind)]
    with kit.folded("filters"):
        with gr.Row():
            council = gr.Dropdown([("Any council", "")], value="", label="Council")
            body = gr.Dropdown([("Any committee", "")], value="", label="Committee")
            kind = gr.Dropdown(kinds, value="", label="Kind of paper")
        with gr.Row():
            since = date_field("Meetings from", "8 January 2024, or 2024")
            until = date_field("Meetings until", "31 March 2025")
    return _Form(council, body, since, until, kind)


def _bind_questions(
    handlers: AskHandlers, panels: _Panels, buttons: _Buttons, form: _Form, box: Any, chat: Any, draft: Any
) -> None:
    """Bind whatever asks a question, and Stop, saving and New chat."""
    shown = [panels.past, panels.current, box, panels.note, chat, draft, buttons.ask, buttons.stop]
    inputs = [*form, chat, draft]
    # A stopped answer may still be ending when the next is asked for.
    several: dict[str, Any] = {**QUIET, "trigger_mode": "multiple", "concurrency_id": ANSWERS}
    asked = [
        gr.on([box.submit, buttons.ask.click], handlers.run, [box, *inputs], shown, **several),
        *(
            panel.ask(handlers.example, inputs, shown, **several)
            for panel in (panels.welcome, panels.current, panels.past)
        ),
        panels.chats.reopen(handlers.reopen, [draft], shown, **several),
        buttons.again.click(handlers.again, inputs, shown, **several),
    ]
    running = [panels.current, buttons.ask, buttons.stop]
    for event in asked:
        event.failure(handlers.broke, [draft, chat], running, **QUIET)
    for panel in (panels.past, panels.current):
        panel.save(handlers.saved, [chat], [panels.saved], **QUIET)
    buttons.stop.click(handlers.stopped, [draft, chat], running, **QUIET)
    buttons.new.click(
        lambda: ((), None, "", "", ""),
        None,
        [chat, draft, panels.past, panels.current, panels.note],
        js="() => window.minutebook.fresh()",
        **QUIET,
    )


def _bind_filters(handlers: AskHandlers, panels: _Panels, form: _Form) -> None:
    """Bind the form's fields, and the chips that set or clear them."""
    fields = list(form)
    for panel in (panels.chips, panels.recognised):
        panel.filter(handlers.set_filter, None, fields, **QUIET)
    form.council.input(handlers.bodies, [form.council, form.body], [form.body], **QUIET)
    gr.on([field.change for field in form], handlers.narrowed, fields, [panels.note, panels.chips], **QUIET)
    # A date is found wanting when it has been written, not at its first letter.
    written = [event for field in (form.since, form.until) for event in (field.blur, field.submit)]
    gr.on(written, handlers.mistaken, fields, [panels.note], **QUIET)
