"""The Papers tab."""

from typing import Any

import gradio as gr

from corpus.read import KNOWN
from page.handlers.papers import PaperHandlers
from page.tabs.kit import QUIET, Kit

_ONE_AT_A_TIME: dict[str, Any] = {**QUIET, "concurrency_limit": 1, "concurrency_id": "shelf"}


def papers_tab(handlers: PaperHandlers, kit: Kit) -> Any:
    """The list of papers, which opening the tab fills; with a shelf, buttons to add papers and read them again."""
    with gr.Tab("Papers") as tab:
        work: Any = kit.panel("work")
        if handlers.shelf:
            files, again = _shelf()
        papers = kit.panel("papers")
    if handlers.shelf:
        shown = [work, papers]
        files.upload(handlers.add, [files], shown, **_ONE_AT_A_TIME)
        again.click(handlers.refresh, None, shown, **_ONE_AT_A_TIME)
        papers.paper(handlers.act, None, shown, **_ONE_AT_A_TIME)
    tab.select(handlers.papers, None, [papers], **QUIET)
    return papers


def _shelf() -> tuple[Any, Any]:
    """The buttons to add papers and to read changed ones again."""
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
    return files, again
