"""Questions over a council's committee papers, answered with cited paragraphs.

In: an index (see `index`). Out, by stage: `build_assistant` opens one over a store; `Asked` goes in, `Answer` with its
`Citation`s comes out; so do `Check`, `Brief`, `Register` and `Matter`. docs/architecture.md has the rooms.
"""

from typing import TYPE_CHECKING, Any

from assistant.models import Answer, Asked, Check, Citation, Filters, Turn

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.compose import build_assistant

__all__ = ["Answer", "Asked", "Assistant", "Check", "Citation", "Filters", "Turn", "build_assistant"]


def __getattr__(name: str) -> Any:
    """Return what takes long to import when it is first asked for."""
    if name == "build_assistant":
        from assistant.compose import build_assistant

        return build_assistant
    if name == "Assistant":
        from assistant.assistant import Assistant

        return Assistant
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
