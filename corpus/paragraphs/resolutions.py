"""The decisions of a minute, word for word. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from corpus.models import Status
from corpus.paragraphs.raw_paragraph import RawParagraph
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
_SAYS_RESOLVED = re.compile(r"\b(?:resolved|penderfynwyd)\b", re.I)
_THAT = re.compile(r"that\b", re.I)
_SHORTEST = 25  # letters; "Agreed." and "Motion carried." stand under a decision and are none of their own


class ResolutionLine(Protocol):
    """What is read of a paragraph, be it raw or with its id."""

    @property
    def own(self) -> str:
        """Its own words."""

    @property
    def intro(self) -> str:
        """The line that introduces it."""

    @property
    def heading(self) -> bool:
        """Whether it is a title."""

    @property
    def status(self) -> Status:
        """Its kind of statement."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """One decision of a minute: the paragraphs that hold it, by index, and their words."""

    at: tuple[int, ...]
    words: tuple[str, ...]  # one a paragraph, verbatim, the first without the word Resolved


def resolutions_of(raws: Sequence[RawParagraph]) -> list[str]:
    """The decisions among a minute's paragraphs, without the word Resolved, each once.

    A list is one decision with the line that introduces it.
    """
    decisions = decided_among(raws, [raw.behind_title or raw.own for raw in raws])
    return list(dict.fromkeys(" ".join(decision.words) for decision in decisions))


def decided_among(lines: Sequence[ResolutionLine], said: Sequence[str]) -> list[Resolved]:
    """The decisions among a minute's paragraphs, in order.

    `said` holds the words of each, without the title that stands before them in the same block. Where a paragraph says
    Resolved itself, others that only say "Agreed" are no decisions of their own.
    """
    collector = _Decisions()
    for i, (line, own) in enumerate(zip(lines, said, strict=True)):
        collector.take(i, line, own)
    return collector.result()


@dataclass
class _Decisions:
    """Takes a minute's paragraphs one by one and collects its decisions."""

    found: list[Resolved] = field(default_factory=list)
    explicit: list[bool] = field(default_factory=list)  # of each, whether it says Resolved itself
    lead: str = ""  # the line that the last decision stands under, or that introduces the next
    moving: bool = False  # a motion's words go on until its outcome

    def result(self) -> list[Resolved]:
        """The decisions that say Resolved; where none does, those that are more than the word Agreed."""
        explicit = [decision for decision, is_explicit in zip(self.found, self.explicit, strict=True) if is_explicit]
        return explicit or [
            decision
            for decision in self.found
            if len(said := " ".join(decision.words)) > _SHORTEST or _THAT.match(said)
        ]

    def take(self, i: int, line: ResolutionLine, own: str) -> None:
        """Note what the i-th paragraph decides: nothing, more of the decision above, or one and more of its own."""
        if line.heading:
            self.lead = "" if is_label(line.own) else self.lead
            return
        if line.status is not Status.RESOLUTION and not (line.status in _ALSO and _DECIDES.match(line.own)):
            return
        if self._goes_on(line):
            last = self.found[-1]
            self.found[-1] = Resolved((*last.at, i), (*last.words, own))
            self.moving = self.moving and not ends_carried(own)
            return
        self.moving = opens_motion(own) and not ends_carried(own)
        self._begin(i, line, own)

    def _goes_on(self, line: ResolutionLine) -> bool:
        """Whether a paragraph belongs to the decision above: inside its motion, or under the same line."""
        if not self.found:
            return False
        under = line.intro.split("\n")[0]
        return self.moving or bool(under) and (under == self.lead or under in self.found[-1].words)

    def _begin(self, i: int, line: ResolutionLine, own: str) -> None:
        """Add a paragraph's decisions; one that stands under "It was resolved to:" is worded with that line."""
        intro = line.intro.split("\n")[0]
        under_label = bool(_DECIDES.match(line.intro)) and not own.lower().startswith("resolved")
        *before, last = [own] if under_label else _each_decision(own)
        for piece in before:
            self._add(i, [_RESOLVED_WORD.sub("", piece)], is_explicit=True)
        text = _NUMBER.sub("", _RESOLVED_WORD.sub("", intro if under_label else _without_movers(last)))
        words = [word for word in ([text, own] if under_label else [text]) if word]
        self._add(i, words, is_explicit=bool(_SAYS_RESOLVED.search(f"{line.intro} {own}"[:120])))
        self.lead = intro if under_label else line.own

    def _add(self, i: int, words: Sequence[str], *, is_explicit: bool) -> None:
        self.found.append(Resolved((i,), tuple(words)))
        self.explicit.append(is_explicit)


def _without_movers(own: str) -> str:
    """A carried motion's own words: without the lines that number it, name its movers and say that it was carried."""
    return _OUTCOME_LINE.sub("", _MOVERS.sub("", own)) or own


def _each_decision(own: str) -> list[str]:
    """A paragraph's decisions: its words from each word Resolved up to the next; all of them where it has none.

    What stands before the first is left out, unless the paragraph opens with a decision.
    """
    starts = [match.start() for match in decisions_in(own)]
    if not starts:
        return [own]
    if _RESOLVED_WORD.match(own) or _DECIDES.match(own):
        starts = [0, *(start for start in starts if start > _RESOLVED_LEAD)]
    return [own[start:end].strip() for start, end in pairwise([*starts, len(own)])]
