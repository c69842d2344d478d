"""The names that a roll call lists, by side. Pure."""

import re

from assistant.language.annotated import AnnotatedText

_BY_NAME = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+)\s*[-–—:]\s*(?:(?P<yes>yea|yes|aye|for)|(?P<no>nay|no|against)|(?P<none>abstain\w*))\b", re.I
)  # fmt: skip


def called(wording: AnnotatedText) -> dict[str, list[str]]:
    """The names that a roll call lists ("Bell - Yea; Cray - Nay"), by side: "yes", "no", "none"."""
    found: dict[str, list[str]] = {}
    for one in _BY_NAME.finditer(wording.text):
        found.setdefault(one.lastgroup or "", []).append(one["name"])
    return found
