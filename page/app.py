"""The page put together: `build_ui` makes it over an assistant, `serve` opens it. Importing this starts nothing."""

from typing import Any

import gradio as gr
from gradio.events import api
from threadpoolctl import threadpool_limits

from assistant.records.feedback import FeedbackStore
from corpus.errors import MinutebookError
from corpus.models import Role
from page import PageAssistant, PageShelf
from page.delivery import no_uploads, paper_route, stay_home
from page.handlers import (
    ApiHandlers,
    AskHandlers,
    BetweenQuestionsHandlers,
    BriefHandlers,
    ClaimHandlers,
    DecisionHandlers,
    FeedbackHandlers,
    MatterHandlers,
    PaperHandlers,
    functions,
)
from page.tabs import (
    ANSWERS,
    QUIET,
    Kit,
    ask_tab,
    brief_tab,
    check_tab,
    decisions_tab,
    feedback_tab,
    matters_tab,
    papers_tab,
)
from page.theme import behaviour, icon, shared_behaviour, styles, theme

# Answers made at once; further questions wait their turn. Without a language model more would only take turns at
# the interpreter, each slower for it; with one an answer mostly waits for the model.
_TOGETHER, _WITH_MODEL = 2, 16


class PortTaken(MinutebookError):
    """Another program listens where the page should open."""


def build_ui(
    assistant: PageAssistant,
    role: Role = Role.PUBLIC,
    feedback: FeedbackStore | None = None,
    shelf: PageShelf | None = None,
) -> gr.Blocks:
    """The page over an assistant. The role is the server's, never the reader's to choose.

    `feedback`: where readers' judgements are kept, None where none are asked for. `shelf`: where officers put
    papers; nobody else is offered it.
    """
    officer = role is Role.OFFICER
    questions, requests = AskHandlers(assistant, role), BetweenQuestionsHandlers(assistant, role)
    decisions, briefs = DecisionHandlers(assistant, role), BriefHandlers(assistant, role)
    judgements = FeedbackHandlers(assistant, role, feedback)
    between_questions = (requests.source, requests.recognised, requests.follow_ups, judgements.judge)
    files = (decisions.saved, judgements.gold, briefs.saved_brief)
    kit = Kit(behaviour(), lambda: functions(*between_questions, *files))
    ui = gr.Blocks(title="Minutebook", analytics_enabled=False, fill_width=True)
    with ui:
        _offer_api(ApiHandlers(assistant, role))
        header = kit.panel("header")
        with gr.Tabs(elem_id="tabs", elem_classes="" if feedback else "no-feedback", overflow_behavior="wrap"):
            ask = ask_tab(questions, kit)
            check_tab(ClaimHandlers(assistant, role), kit)
            body = decisions_tab(decisions, kit)
            brief_tab(briefs, kit)
            matters_tab(MatterHandlers(assistant, role), kit)
            papers = papers_tab(PaperHandlers(assistant, role, shelf if officer else None), kit)
            if officer and feedback:
                feedback_tab(judgements, kit)
        opened = [header, ask.welcome, ask.council, ask.body, body]
        ui.load(questions.opened, None, opened, **QUIET)
        papers.change(questions.opened, None, opened, **QUIET)
    ui.queue(default_concurrency_limit=_TOGETHER if assistant.model is None else _WITH_MODEL)
    return ui


def _offer_api(handlers: ApiHandlers) -> None:
    """Let programs ask, check and find decisions; answers wait in the page's own queue."""
    api(handlers.ask, api_name="ask", concurrency_id=ANSWERS)
    api(handlers.check, api_name="check")
    api(handlers.decisions, api_name="decisions")


def launch_options(assistant: PageAssistant, role: Role) -> dict[str, Any]:
    """How Gradio is to open the page: its looks, its downloads, and nothing from or to the internet."""
    papers = PaperHandlers(assistant, role, None)
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
    shelf: PageShelf | None = None,
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
