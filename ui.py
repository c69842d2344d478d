"""The web page: `build_ui(assistant)` makes it, `serve` opens it. Importing this starts nothing."""

from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.events import api
from threadpoolctl import threadpool_limits

from assistant.records.feedback import FeedbackStore
from assistant.uploads import Shelf
from corpus.errors import MinutebookError
from corpus.models import Role
from page.delivery import no_uploads, paper_route, stay_home
from page.handlers.ask import Handlers
from page.handlers.between_questions import Served, functions
from page.handlers.brief import Preparing
from page.handlers.decisions import Deciding
from page.handlers.papers import Shelving
from page.protocol import PageAssistant
from page.tabs import ANSWERS, QUIET, Kit, ask_tab, brief_tab, check_tab, decisions_tab, matters_tab, papers_tab
from page.theme import behaviour, icon, shared_behaviour, styles, theme

if TYPE_CHECKING:
    from assistant.settings import Settings

__all__ = ["build_ui", "launch_options", "main", "serve"]

# Answers made at once; further questions wait their turn. Without a language model more would only take turns at
# the interpreter, each slower for it; with one an answer mostly waits for the model.
_TOGETHER, _WITH_MODEL = 2, 16


class PortTaken(MinutebookError):
    """Another program listens where the page should open."""


def build_ui(
    assistant: PageAssistant,
    role: Role = Role.PUBLIC,
    feedback: FeedbackStore | None = None,
    shelf: Shelf | None = None,
) -> gr.Blocks:
    """The page over an assistant. The role is the server's, never the reader's to choose.

    `feedback`: where readers' judgements are kept, None where none are asked for. `shelf`: where officers put
    papers; nobody else is offered it.
    """
    officer = role is Role.OFFICER
    asking, deciding = Handlers(assistant, role), Deciding(assistant, role, feedback)
    shelving = Shelving(assistant, role, shelf if officer else None)
    served, preparing = Served(assistant, role, feedback), Preparing(assistant, role)
    offered = (served.source, served.recognised, served.follow_ups, served.judge)
    kit = Kit(behaviour(), lambda: functions(*offered, deciding.saved, deciding.gold, preparing.saved_brief))
    ui = gr.Blocks(title="Minutebook", analytics_enabled=False, fill_width=True)
    with ui:
        api(deciding.api_ask, api_name="ask", concurrency_id=ANSWERS)
        api(deciding.api_check, api_name="check")
        api(deciding.api_decisions, api_name="decisions")
        header = kit.panel("header")
        with gr.Tabs(elem_id="tabs", elem_classes="" if feedback else "no-feedback", overflow_behavior="wrap"):
            with gr.Tab("Ask"):
                ask = ask_tab(asking, kit)
            with gr.Tab("Check a claim"):
                check_tab(deciding, kit)
            with gr.Tab("Decisions"):
                body = decisions_tab(deciding, kit)
            with gr.Tab("Brief") as brief_at:
                meetings = brief_tab(preparing, kit)
            with gr.Tab("Matters"):
                matters_tab(deciding, kit)
            with gr.Tab("Papers") as papers_at:
                papers = papers_tab(shelving, kit)
            if officer and feedback:
                with gr.Tab("Feedback") as feedback_at:
                    judged = kit.panel("judged")
                feedback_at.select(deciding.feedback, None, [judged], **QUIET)
        brief_at.select(lambda: gr.update(choices=preparing.meetings()), None, [meetings], **QUIET)
        papers_at.select(shelving.papers, None, [papers], **QUIET)
        opened = [header, ask.welcome, ask.council, ask.body, body]
        ui.load(asking.opened, None, opened, **QUIET)
        papers.change(asking.opened, None, opened, **QUIET)
    ui.queue(default_concurrency_limit=_TOGETHER if assistant.model is None else _WITH_MODEL)
    return ui


def launch_options(assistant: PageAssistant, role: Role) -> dict[str, Any]:
    """How Gradio is to open the page: its looks, its downloads, and nothing from or to the internet."""
    papers = Shelving(assistant, role, None)
    return {
        "theme": theme(),
        # In the head, not as Gradio's css, which rewrites selectors and takes those with commas inside apart.
        "head": f"<style>{styles()}</style><script>{shared_behaviour()}</script>",
        "favicon_path": icon(),
        "footer_links": [],
        "run_history": False,
        "ssr_mode": False,
        "share": False,
        "quiet": True,
        "app_kwargs": {
            "routes": [paper_route(papers.find)],
            "middleware": [stay_home(), *([] if role is Role.OFFICER else [no_uploads()])],
        },
    }


def serve(
    assistant: PageAssistant,
    host: str = "127.0.0.1",
    port: int = 7860,
    role: Role = Role.PUBLIC,
    feedback: FeedbackStore | None = None,
    shelf: Shelf | None = None,
) -> None:
    """Open the page and stay until interrupted.

    Raises: PortTaken where the page cannot listen there.
    """
    ui = build_ui(assistant, role, feedback, shelf)
    options = launch_options(assistant, role)
    # Answers made at once share the cores as they are: threads inside one multiplication would wait for each other,
    # five times as long where the machine has other work (docs/quality.md).
    threadpool_limits(1, user_api="blas")
    assistant.examples()  # loads the models, so that the first reader does not wait for them
    try:
        ui.launch(server_name=host, server_port=port, prevent_thread_lock=True, **options)
    except OSError as error:
        raise PortTaken(
            f"Port {port} is in use. Stop the program that uses it, or choose another with --port."
        ) from error
    print(f"Minutebook is open at http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}", flush=True)
    ui.block_thread()


def open_page(settings: "Settings") -> None:
    """Open the page over the store that the settings name, with what its role may do."""
    from assistant.compose import build_assistant, build_feedback, build_shelf

    officer = settings.role is Role.OFFICER
    assistant = build_assistant(settings, create=officer)
    shelf = build_shelf(settings, assistant) if officer else None
    serve(assistant, settings.host, settings.port, settings.role, build_feedback(settings), shelf)


def main() -> None:
    """Open the page over the store that the settings name."""
    from assistant.settings import Settings

    open_page(Settings())


if __name__ == "__main__":
    main()
