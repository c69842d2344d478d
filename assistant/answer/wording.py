"""The text of an answer: each cited paragraph's words behind its reference. Pure."""

from collections.abc import Sequence

from assistant.references import short_reference
from assistant.support.shown_words import WordedSpan

_MOST_WORDS = 250


def worded(picks: Sequence[WordedSpan]) -> str:
    """The answer's text: each paragraph's words behind its reference, with its marker."""
    lines: list[str] = []
    used = 0
    for number, pick in enumerate(picks, 1):
        length = len(pick.words.split())
        if lines and used + length > _MOST_WORDS:
            break
        used += length
        lines.append(f"{short_reference(pick.span.placed)}: {pick.words} [{number}]")
    return "\n".join(lines)
