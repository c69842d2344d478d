"""The program's entry: `minutebook COMMAND`, and the web page that `minutebook serve` opens.

Nothing imports this module. Importing it starts nothing and brings no Gradio: `build_ui`, `launch_options` and `serve`
come from `page.app` when they are first asked for.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.settings import Settings
    from page.app import build_ui, launch_options, serve

__all__ = ["build_ui", "launch_options", "main", "open_page", "serve"]


def __getattr__(name: str) -> Any:
    """Return what the page is made with."""
    if name not in ("build_ui", "launch_options", "serve"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from page import app

    return getattr(app, name)


def open_page(settings: "Settings") -> None:
    """Open the page over the store that the settings name, with what its role may do, and stay until interrupted.

    Raises: PortTaken where the page cannot listen there; IndexMissing where a reader's store is not there.
    """
    from assistant.compose import build_assistant, build_feedback, build_shelf
    from corpus.models import Role
    from page.app import serve

    officer = settings.role is Role.OFFICER
    assistant = build_assistant(settings, create=officer)
    shelf = build_shelf(settings, assistant) if officer else None
    serve(assistant, settings.host, settings.port, settings.role, build_feedback(settings), shelf)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command of `minutebook` and return its exit status."""
    from assistant.cli import main as run

    return run(arguments, serve=open_page)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["serve"]))  # `python ui.py` opens the page
