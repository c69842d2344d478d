"""A minute's decisions, word for word. Pure."""

import re
from collections.abc import Sequence

from corpus.models import Status
from corpus.paragraphs import Raw

_RESOLVED_WORD = re.compile(
    r"^(?:\(?\d{1,3}[.)]\s*)?(?:it was )?(?:resolved|agreed)\s*(?:unanimously)?\s*[:–-]*\s*(?=that\b|to\b|:|$)", re.I
)
_DECIDES = re.compile(r"^(?:\(?\d{1,3}[.)]\s*)?(?:it was )?(?:resolved|agreed)", re.I)
_SHORTEST = 25  # letters; "Agreed." and "Motion carried." stand under a decision and are none of their own


def resolutions_of(raws: Sequence[Raw]) -> list[str]:
    """The decisions among a minute's paragraphs, without the word Resolved; a list is one decision with its lead-in."""
    out: list[str] = []
    kept: list[bool] = []  # says Resolved itself; where one does, "Agreed." is no decision of its own
    lead = ""
    for raw in raws:
        if raw.heading:
            lead = ""
            continue
        if raw.status is not Status.RESOLUTION:
            continue
        if out and lead and raw.intro.split("\n")[0] == lead:
            out[-1] = f"{out[-1]} {raw.own}"
            continue
        labelled = _DECIDES.match(raw.intro) and not raw.own.lower().startswith("resolved")
        text = raw.own if labelled else _RESOLVED_WORD.sub("", raw.own)
        out.append(text)
        kept.append(bool(re.search(r"\bresolved\b", f"{raw.intro} {raw.own}"[:120], re.I)))
        lead = raw.intro.split("\n")[0] if labelled else raw.own
    explicit = [text for text, was in zip(out, kept, strict=True) if was]
    return explicit or [text for text in out if len(text) > _SHORTEST]
