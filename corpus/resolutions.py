"""A minute's decisions, word for word. Pure."""

import re
from collections.abc import Sequence

from corpus.models import Status
from corpus.raw import Raw
from corpus.sections import is_label
from corpus.statements import ends_carried, opens_motion

_RESOLVED_WORD = re.compile(
    r"^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s*)?(?:it was )?(?:unanimously )?(?:resolved|penderfynwyd)\b[ ]*(?:unanimously)?[\s:.–—-]*",
    re.I,
)
_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+")
_DECIDES = re.compile(r"^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s*)?(?:it was )?(?:resolved|agreed|penderfynwyd)", re.I)
_ALSO = frozenset(
    {Status.DEFERRED, Status.NOTED, Status.WITHDRAWN, Status.CALLED_IN}
)  # where the line says "Agreed that"
_SHORTEST = 25  # letters; "Agreed." and "Motion carried." stand under a decision and are none of their own


def resolutions_of(raws: Sequence[Raw]) -> list[str]:
    """The decisions among a minute's paragraphs, without the word Resolved; a list is one decision with its lead-in."""
    out: list[str] = []
    kept: list[bool] = []  # says Resolved itself; where one does, "Agreed." is no decision of its own
    lead = ""
    moving = False  # a motion's words go on until its outcome
    for raw in raws:
        if raw.heading:
            lead = "" if is_label(raw.own) else lead
            continue
        decided = raw.status is Status.RESOLUTION or raw.status in _ALSO and _DECIDES.match(raw.own)
        if not decided:
            continue
        own = raw.said or raw.own
        if out and (moving or lead and raw.intro.split("\n")[0] == lead):
            out[-1] = f"{out[-1]} {own}"
            moving = moving and not ends_carried(own)
            continue
        moving = opens_motion(own) and not ends_carried(own)
        labelled = _DECIDES.match(raw.intro) and not own.lower().startswith("resolved")
        said = raw.intro.split("\n")[0] if labelled else own
        text = _NUMBER.sub("", _RESOLVED_WORD.sub("", said))
        text = f"{text} {own}".strip() if labelled else text
        out.append(text)
        kept.append(bool(re.search(r"\b(?:resolved|penderfynwyd)\b", f"{raw.intro} {own}"[:120], re.I)))
        lead = raw.intro.split("\n")[0] if labelled else raw.own
    explicit = [text for text, was in zip(out, kept, strict=True) if was]
    return list(dict.fromkeys(explicit or [text for text in out if len(text) > _SHORTEST]))
