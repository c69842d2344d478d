"""The Matters tab."""

import gradio as gr

from page.handlers.matters import MatterHandlers
from page.html.matters import teach_html
from page.tabs.kit import Kit, go_button, show_in


def matters_tab(handlers: MatterHandlers, kit: Kit) -> None:
    """One topic through all meetings."""
    with gr.Tab("Matters"), kit.desk("matters"):
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
            follow = go_button("Follow")
        found = kit.panel("matter", teach_html())
    show_in(found, [topic.submit, follow.click], handlers.matter, [topic])
