"""The Decisions tab."""

from typing import Any

import gradio as gr

from assistant.decisions.models import EntryKind, Standing
from page.handlers.decisions import DecisionHandlers
from page.html.decisions import teach_html
from page.tabs.kit import Kit, date_field, go_button, show_in
from page.wording import status_words

_KINDS = [("Any", ""), *((status_words(kind.value), kind.value) for kind in EntryKind)]
_STANDINGS = [
    ("Any", ""),
    ("Stands", Standing.ACTIVE.value),
    ("Changed later", Standing.SUPERSEDED.value),
    ("Rescinded", Standing.RESCINDED.value),
    ("Referred back", Standing.REFERRED_BACK.value),
]


def decisions_tab(handlers: DecisionHandlers, kit: Kit) -> Any:
    """The field of the committees, which loading the page fills, of the tab for the register of decisions."""
    with gr.Tab("Decisions"), kit.desk("decisions"):
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
            find = go_button("Find")
        with kit.folded("register-filters"):
            with gr.Row():
                body = gr.Dropdown([("Any committee", "")], value="", label="Committee")
                kind = gr.Dropdown(_KINDS, value="", label="What it is")
                standing = gr.Dropdown(_STANDINGS, value="", label="Does it stand?")
            with gr.Row():
                since = date_field("Decided from", "8 January 2024, or 2024")
                until = date_field("Decided until", "31 March 2025")
                person = gr.Textbox(label="Person", value="", placeholder="Who proposed or voted", max_lines=1)
        found = kit.panel("register", teach_html())
    events = [query.submit, person.submit, since.submit, until.submit, find.click]
    show_in(found, events, handlers.decisions, [query, body, since, until, kind, standing, person])
    return body
