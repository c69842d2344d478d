"""The names that a roll call lists, by side."""

import re

from assistant.language.annotated import AnnotatedText

_BY_NAME = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+)\s*[-–—:]\s*(?:(?P<yes>yea|yes|aye|for)|(?P<no>nay|no|against)|(?P<none>abstain\w*))\b", re.I
)  # fmt: skip


def called(text: AnnotatedText) -> dict[str, list[str]]:
    """Return the names of a roll call ("Bell - Yea; Cray - Nay") by side: "yes", "no", "none"."""
    found: dict[str, list[str]] = {}
    for match in _BY_NAME.finditer(text.text):
        found.setdefault(match.lastgroup or "", []).append(match["name"])
    return found
