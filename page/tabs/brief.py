"""The Brief tab."""

import gradio as gr

from page.handlers.brief import BriefHandlers
from page.html.brief import teach_html
from page.tabs.kit import QUIET, Kit, go_button, show_in


def brief_tab(handlers: BriefHandlers, kit: Kit) -> None:
    """A brief before a meeting; opening the tab fills the meetings' field."""
    with gr.Tab("Brief") as tab, kit.desk("brief"):
        with gr.Row(elem_classes="asking"):
            meeting = gr.Dropdown([("The newest meeting", "")], value="", label="Meeting", elem_id="meeting", scale=6)
            item = gr.Textbox(label="Item", value="", placeholder="All", max_lines=1, elem_id="item", scale=1)
            make = go_button("Brief me")
        found = kit.panel("brief", teach_html())
    show_in(found, [item.submit, make.click], handlers.brief, [meeting, item])
    tab.select(lambda: gr.update(choices=handlers.meetings()), None, [meeting], **QUIET)
