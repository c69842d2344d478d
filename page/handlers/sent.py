"""What the browser sent, read without trust: any field may be missing or of another kind."""

from typing import Any

Sent = dict[str, Any]
MOST_CITED = 12  # paragraphs of one answer that the browser may name


def text_of(sent: Any, field: str) -> str:
    """The text in a field; "" where it holds no text."""
    value = sent.get(field) if isinstance(sent, dict) else None
    return value if isinstance(value, str) else ""
