"""A minute's decisions, word for word. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from corpus.models import Status
from corpus.paragraphs.raw import Raw
from corpus.paragraphs.sections import is_label
from corpus.paragraphs.statement_kind import decisions_in, ends_carried, opens_motion

_RESOLVED_WORD = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z])[.)]?\s*)?(?:(?:be it|it was|the \w+(?: \w+){0,2}|cabinet|council|members)\s+)?(?:therefore |unanimously )*"
    r"(?:resolved|penderfynwyd)\b(?:\s*/\s*(?:resolved|penderfynwyd)\b)?[ ]*(?:unanimously)?(?:\s*\([^()]{3,60}\))?[\s:.–—-]*",
    re.I,
)
_MOVERS = re.compile(
    r"^(?:(?:(?:council )?(?:resolution|motion)\b[^\n]{0,40}|(?:moved|proposed|seconded)\b[^\n]{0,120}|resolved \([^\n)]*\)|decision:?)\n)+",
    re.I,
)
_OUTCOME_LINE = re.compile(r"\n(?:motion )?(?:carried|adopted|passed)\b[^\n]{0,30}$", re.I)
_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+")
_DECIDES = re.compile(r"^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s*)?(?:it was )?(?:resolved|agreed|penderfynwyd)", re.I)
_ALSO = frozenset(
    {Status.DEFERRED, Status.NOTED, Status.WITHDRAWN, Status.CALLED_IN}
)  # where the line says "Agreed that"
_RESOLVED_LEAD = 40  # letters; "RESOLVED" within them is the word that the paragraph opens with
_THAT = re.compile(r"that\b", re.I)
_SHORTEST = 25  # letters; "Agreed." and "Motion carried." stand under a decision and are none of their own


class ResolutionLine(Protocol):
    """What is read of a paragraph: a raw one or one with its id."""

    @property
    def own(self) -> str: ...
    @property
    def intro(self) -> str: ...
    @property
    def heading(self) -> bool: ...
    @property
    def status(self) -> Status: ...


@dataclass(frozen=True, slots=True)
class Resolved:
    """One decision of a minute: the paragraphs that hold it by their index, and their words."""

    at: tuple[int, ...]
    words: tuple[str, ...]  # one a paragraph, verbatim, the first without the word Resolved


def resolutions_of(raws: Sequence[Raw]) -> list[str]:
    """The decisions among a minute's paragraphs, without the word Resolved; a list is one decision with its lead-in."""
    decided = decided_among(raws, [raw.said or raw.own for raw in raws])
    return list(dict.fromkeys(" ".join(one.words) for one in decided))


def decided_among(lines: Sequence[ResolutionLine], said: Sequence[str]) -> list[Resolved]:
    """The decisions among a minute's paragraphs in order; `said` holds each one's words behind a title in its block."""
    out: list[Resolved] = []
    kept: list[bool] = []  # says Resolved itself; where one does, "Agreed." is no decision of its own
    lead = ""
    moving = False  # a motion's words go on until its outcome
    for n, (line, own) in enumerate(zip(lines, said, strict=True)):
        if line.heading:
            lead = "" if is_label(line.own) else lead
            continue
        decided = line.status is Status.RESOLUTION or line.status in _ALSO and _DECIDES.match(line.own)
        if not decided:
            continue
        under = line.intro.split("\n")[0]
        if out and (moving or under and (under == lead or under in out[-1].words)):
            out[-1] = Resolved((*out[-1].at, n), (*out[-1].words, own))
            moving = moving and not ends_carried(own)
            continue
        moving = opens_motion(own) and not ends_carried(own)
        labelled = _DECIDES.match(line.intro) and not own.lower().startswith("resolved")
        first = line.intro.split("\n")[0]
        pieces = [own] if labelled else _each_decision(own)
        for piece in pieces[:-1]:
            out.append(Resolved((n,), (_RESOLVED_WORD.sub("", piece),)))
            kept.append(True)
        text = _NUMBER.sub("", _RESOLVED_WORD.sub("", first if labelled else _without_movers(pieces[-1])))
        words = [text, own] if labelled else [text]
        out.append(Resolved((n,), tuple(word for word in words if word)))
        kept.append(bool(re.search(r"\b(?:resolved|penderfynwyd)\b", f"{line.intro} {own}"[:120], re.I)))
        lead = first if labelled else line.own
    explicit = [one for one, was in zip(out, kept, strict=True) if was]
    return explicit or [one for one in out if len(" ".join(one.words)) > _SHORTEST or _THAT.match(one.words[0])]


def _without_movers(own: str) -> str:
    """A motion carried without the lines that number it and name its movers, and without the line that says carried."""
    return _OUTCOME_LINE.sub("", _MOVERS.sub("", own)) or own


def _each_decision(own: str) -> list[str]:
    """A paragraph from its word Resolved on, cut before each further one; whole where it opens with it or has none."""
    at = [match.start() for match in decisions_in(own)]
    if not at:
        return [own]
    if _RESOLVED_WORD.match(own) or _DECIDES.match(own):
        at = [0, *(place for place in at if place > _RESOLVED_LEAD)]
    return [own[start:end].strip() for start, end in pairwise([*at, len(own)])]
