"""The Check a claim tab."""

import gradio as gr

from page.chat import LONGEST_QUESTION
from page.handlers.claims import ClaimHandlers
from page.html.claims import teach_html
from page.tabs.kit import Kit, go_button, show_in


def check_tab(handlers: ClaimHandlers, kit: Kit) -> None:
    """A claim and its verdict."""
    with gr.Tab("Check a claim"), kit.desk("check"):
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
            check = go_button("Check")
        found = kit.panel("checked", teach_html())
    show_in(found, [claim.submit, check.click], handlers.check, [claim])
