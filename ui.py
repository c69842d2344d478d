"""The web page: `build_ui(assistant)` makes it, `serve` opens it. Importing this starts nothing."""

from typing import Any

import gradio as gr
from gradio.events import api

from corpus.errors import MinutebookError
from corpus.models import PartKind, Role
from page.delivery import paper_route, stay_home
from page.handlers import LONGEST_QUESTION, Assistant, Handlers
from page.theme import behaviour, icon, styles, theme
from page.words import kind_words

__all__ = ["Assistant", "build_ui", "launch_options", "main", "serve"]

_TOGETHER = 16  # answers on their way at once; further questions wait their turn
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


class PortTaken(MinutebookError):
    """Another program listens where the page should open."""


def build_ui(assistant: Assistant, role: Role = Role.PUBLIC) -> gr.Blocks:
    """The page over an assistant. The role is the server's, never the reader's to choose."""
    page, script = Handlers(assistant, role), behaviour()
    ui = gr.Blocks(title="Minutebook", analytics_enabled=False, fill_width=True)
    with ui:
        turns: Any = gr.State(())
        draft: Any = gr.State(None)
        header = _panel("header", script)
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab("Ask"), gr.Row(elem_id="desk"):
                with gr.Column(elem_id="talk"):
                    past, current = _panel("past", script), _panel("current", script)
                    with gr.Column(elem_id="composer"):
                        note = _panel("note", script)
                        box, ask, stop = _question()
                        with gr.Row(elem_id="after"):
                            accordion, form = _filters()
                            again = gr.Button("Ask again", size="sm", elem_id="again", scale=0, min_width=60)
                            new = gr.Button("New chat", size="sm", elem_id="new", scale=0, min_width=60)
                with gr.Column(elem_id="beside"):
                    source = _panel("source", script)
            with gr.Tab("Papers"):
                papers = _panel("papers", script)
        shown = [past, current, box, note, turns, draft, ask, stop]
        chat = [*form, turns, draft]
        several: dict[str, Any] = {
            **_QUIET,
            "trigger_mode": "multiple",
        }  # a stopped answer may still be ending
        asked = [
            gr.on([box.submit, ask.click], page.run, [box, *chat], shown, **several),
            current.ask(page.example, chat, shown, **several),
            again.click(page.again, chat, shown, **several),
        ]
        for event in asked:
            event.failure(page.broke, [draft, turns], [current, ask, stop], **_QUIET)
        stop.click(page.stopped, [draft, turns], [current, ask, stop], **_QUIET)
        for place in (past, current, source):
            place.open(page.source, [turns], [source], **_QUIET)
        source.close(lambda: "", None, [source], **_QUIET)
        form[0].input(page.bodies, form[:2], [form[1]], **_QUIET)
        gr.on([field.change for field in form], page.narrowed, form, [accordion, note], **_QUIET)
        opened = [header, current, papers, *form[:2]]
        ui.load(page.opened, None, opened, **_QUIET)
        emptied = new.click(lambda: ((), None, "", "", ""), None, [turns, draft, past, source, note], **_QUIET)
        emptied.then(page.opened, None, opened, **_QUIET)
        api(page.answer, api_name="answer")
    ui.queue(default_concurrency_limit=_TOGETHER)
    return ui


def _panel(name: str, script: str) -> Any:
    return gr.HTML("", elem_id=name, js_on_load=script, apply_default_css=False)


def _filters() -> tuple[Any, list[Any]]:
    """The closed form that narrows the search, and its fields in the order of the handlers."""
    kinds = [("Any kind", ""), *((kind_words(kind), kind.value) for kind in PartKind)]
    with gr.Accordion("Narrow the search", open=False, elem_id="filters") as accordion:
        with gr.Row():
            council = gr.Dropdown([("Any council", "")], value="", label="Council")
            body = gr.Dropdown([("Any committee", "")], value="", label="Committee")
            kind = gr.Dropdown(kinds, value="", label="Kind of paper")
        with gr.Row():
            since = gr.Textbox(label="Meetings from", value="", placeholder="8 January 2024, or 2024", max_lines=1)
            until = gr.Textbox(label="Meetings until", value="", placeholder="31 March 2025, or 2025", max_lines=1)
    return accordion, [council, body, since, until, kind]


def _question() -> tuple[Any, Any, Any]:
    """The question box, Ask and Stop."""
    with gr.Row(elem_id="asking"):
        box = gr.Textbox(
            label="Your question",
            placeholder="Ask about the papers",
            lines=1,
            max_lines=6,
            max_length=LONGEST_QUESTION,
            elem_id="question",
            autofocus=True,
            scale=8,
        )
        ask = gr.Button("Ask", variant="primary", elem_id="ask", scale=0, min_width=96)
        stop = gr.Button("Stop", variant="stop", elem_id="stop", visible=False, scale=0, min_width=96)
    return box, ask, stop


def launch_options(assistant: Assistant, role: Role) -> dict[str, Any]:
    """How Gradio is to open the page: its looks, its downloads, and nothing from or to the internet."""
    handlers = Handlers(assistant, role)
    return {
        "theme": theme(),
        # In the head, not as Gradio's css, which rewrites selectors and takes those with commas inside apart.
        "head": f"<style>{styles()}</style>",
        "favicon_path": icon(),
        "footer_links": [],
        "run_history": False,
        "ssr_mode": False,
        "share": False,
        "quiet": True,
        "app_kwargs": {"routes": [paper_route(handlers.find_paper)], "middleware": [stay_home()]},
    }


def serve(assistant: Assistant, host: str = "127.0.0.1", port: int = 7860, role: Role = Role.PUBLIC) -> None:
    """Open the page and stay until interrupted.

    Raises: PortTaken where the page cannot listen there.
    """
    ui = build_ui(assistant, role)
    options = launch_options(assistant, role)
    try:
        ui.launch(server_name=host, server_port=port, prevent_thread_lock=True, **options)
    except OSError as error:
        raise PortTaken(
            f"Port {port} is in use. Stop the program that uses it, or choose another with --port."
        ) from error
    print(f"Minutebook is open at http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}", flush=True)
    ui.block_thread()


def main() -> None:
    """Open the page over the store that the settings name."""
    from assistant.compose import build_assistant
    from assistant.settings import Settings

    settings = Settings()
    serve(build_assistant(settings), settings.host, settings.port, settings.role)


if __name__ == "__main__":
    main()
