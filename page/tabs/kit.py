"""What the tabs are made of: panels, a desk to work at, folded forms, fields and buttons that look alike."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import gradio as gr

from page.html.render import BROKE, problem_note

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
ANSWERS = "answers"  # whatever makes an answer shares one queue
_PANEL = '<div class="panel"></div>'


@dataclass(frozen=True)
class Kit:
    """What every panel is made with: the browser's script, and the server's functions, new ones for each panel."""

    script: str
    functions: Callable[[], list[Any]]

    def panel(self, name: str, value: str = "") -> Any:
        """An HTML panel that shows what a handler gives it."""
        return gr.HTML(
            value,
            elem_id=name,
            js_on_load=self.script,
            server_functions=self.functions(),
            apply_default_css=False,
            container=False,
        )

    @contextmanager
    def desk(self, name: str) -> Iterator[None]:
        """A column to work in; beside it, once one is opened, the source."""
        with gr.Row(elem_id=f"desk-{name}", elem_classes="desk"):
            with gr.Column(elem_classes="talk", elem_id=f"talk-{name}"):
                yield
            with gr.Column(elem_classes="beside"):
                self.panel(f"source-{name}", _PANEL)

    @contextmanager
    def folded(self, name: str) -> Iterator[None]:
        """A form that is there from the start and shown on request.

        Gradio draws the inside of an accordion when it is first opened, and what is typed meanwhile is lost.
        """
        self.panel(
            f"fold-{name}",
            f'<button type="button" class="fold" data-act="fold" aria-expanded="false" aria-controls="{name}">'
            "Narrow the search</button>",
        )
        with gr.Column(elem_id=name, elem_classes="filters"):
            yield


def date_field(label: str, example: str) -> Any:
    """A field for a date in words."""
    return gr.Textbox(label=label, value="", placeholder=example, max_lines=1)


def go_button(label: str, **more: Any) -> Any:
    """The button beside a tab's main field."""
    return gr.Button(label, variant="primary", elem_classes="go", scale=0, min_width=96, **more)


def show_in(panel: Any, events: Sequence[Any], handler: Callable[..., str], fields: Sequence[Any]) -> None:
    """On any of these events, show in the panel what the handler makes of the fields, or that it broke.

    Whoever asks again before the first is shown gets the last: Gradio would drop it.
    """
    shown = gr.on(list(events), handler, list(fields), [panel], trigger_mode="always_last", **QUIET)
    shown.failure(lambda: problem_note(BROKE), None, [panel], **QUIET)
