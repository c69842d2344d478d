"""The Feedback tab, for officers."""

import gradio as gr

from page.handlers.feedback import FeedbackHandlers
from page.tabs.kit import QUIET, Kit


def feedback_tab(handlers: FeedbackHandlers, kit: Kit) -> None:
    """What readers said of answers; opening the tab fills it."""
    with gr.Tab("Feedback") as tab:
        judged = kit.panel("judged")
    tab.select(handlers.judgements, None, [judged], **QUIET)
