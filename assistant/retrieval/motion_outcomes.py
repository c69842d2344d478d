"""What became of the motions that a search found: which votes and outcomes are of which motion."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.decisions.models import MINUTED, READ
from assistant.question import Question, Wanted
from corpus.models import Access, MotionKind, Status
from index.catalogue import Catalogue
from index.models import Placed

SETTLED = frozenset({Status.RESOLUTION, Status.NOTED, Status.DEFERRED, Status.WITHDRAWN, Status.CALLED_IN})
_ITEMS = 4  # minutes whose motions are read
_OUTCOME_ALONE = 60  # letters; what was resolved in more prints words of its own, and is of its whole minute
_ASKED = re.compile(
    r"\b(?:succe\w+|accepted|carried|lost|defeated|rejected|passed|adopted|fell|failed|backed|won"
    r"|(?:turned|voted) down|thrown out|(?:go|went|get|got) through)\b",
    re.I,
)
_FATE = re.compile(
    r"\b(?:what (?:became|happened)|fate|outcome|result|how (?:did|was|were) .{0,120}\b(?:vote|split|fare|received))\b",
    re.I,
)
_PROPOSAL = re.compile(r"\b(?:amendment|motion|vote|substitute)s?\b", re.I)
_TELLING = frozenset({Wanted.NUMBER, Wanted.PERSON, Wanted.YES_NO})


@dataclass(frozen=True, slots=True)
class Moved:
    """The motion that a vote or an outcome is of: its paragraphs in order, its words, and all that tells its fate."""

    paper: str
    part: int
    item: tuple[str | None, str | None]  # number and title of its minute
    paragraphs: tuple[str, ...]  # ids
    words: str
    told: tuple[str, ...]  # ids of its outcome, then of its votes


def asks_for_outcome(question: Question) -> bool:
    """Whether a question asks what became of something that was put to a meeting."""
    if _FATE.search(question.text) and _PROPOSAL.search(question.text):
        return True
    if Wanted.VOTE in question.wanted:
        return bool(question.wanted & _TELLING)
    return Wanted.YES_NO in question.wanted and bool(_ASKED.search(question.text))


def asks_for_decision(question: Question) -> bool:
    """Whether a question asks what a meeting decided."""
    return Wanted.DECISION in question.wanted and Wanted.RECOMMENDATION not in question.wanted


def outcomes_of(
    found: Sequence[tuple[Placed, int]], catalogue: Catalogue, access: frozenset[Access]
) -> dict[str, Moved]:
    """By the id of each vote, outcome and resolution, what it is of; for the minutes of the paragraphs found.

    A vote and an outcome are of a motion, a resolution of its whole minute as far as it was found.
    Shapes: `found` holds paragraphs with the number of their part in the paper, in order of rank; the first few minutes
    among them are read.
    """
    minutes: dict[tuple[str, int, tuple[str | None, str | None]], list[Placed]] = {}
    for place, part in found:
        if place.part.kind in MINUTED:
            minutes.setdefault((place.paper, part, _item(place)), []).append(place)
    out: dict[str, Moved] = {}
    parts: dict[tuple[str, int], tuple[list[Placed], list[Moved]]] = {}
    for (paper, part, item), here in list(minutes.items())[:_ITEMS]:
        if (paper, part) not in parts:
            parts[paper, part] = catalogue.of_part(paper, part, READ, access), _moved_in(paper, part, catalogue, access)
        settled, moved = parts[paper, part]
        seen = {place.paragraph.id for place in here}
        own = [place.paragraph for place in here if place.paragraph.status not in SETTLED]
        whole = Moved(paper, part, item, tuple(one.id for one in own), "\n".join(one.own for one in own), ())
        for of in moved:
            if of.item == item or seen & {*of.paragraphs, *of.told}:
                for name in of.told:
                    out.setdefault(
                        name, of
                    )  # what was resolved in a motion's words has the votes told of the motion before
        for place in settled:
            if own and _item(place) == item and place.paragraph.status in SETTLED:
                out.setdefault(place.paragraph.id, whole)
    return out


def _item(place: Placed) -> tuple[str | None, str | None]:
    return place.paragraph.item, place.paragraph.item_title


def _prints_what_was_resolved(place: Placed) -> bool:
    """Whether a paragraph says more than that something was carried: what was resolved, in words of its own."""
    return place.paragraph.status in SETTLED and len(place.paragraph.own) > _OUTCOME_ALONE


def _moved_in(paper: str, part: int, catalogue: Catalogue, access: frozenset[Access]) -> list[Moved]:
    """The motions recorded of a part of which something is told beside their own words.

    What became of a motion in its new words became of the motion that was amended.
    """
    motions = [motion for _, motion in catalogue.motions(access, paper, part)]
    ids = {name for motion in motions for name in motion.paragraphs}
    places = catalogue.paragraphs(sorted(ids), access)
    out: list[Moved] = []
    amended: tuple[str, ...] = ()
    for motion in motions:
        own = (*amended, *motion.printed) if motion.kind is MotionKind.SUBSTANTIVE else motion.printed
        amended = motion.printed if motion.amended and motion.outcome is None else ()
        words = [places[name] for name in own if name in places and places[name].paragraph.status not in SETTLED]
        words = words or [places[motion.paragraph]]
        told = tuple(
            name
            for name in motion.told_and_put
            if name in places and name not in own and not _prints_what_was_resolved(places[name])
        )
        if told:
            text = "\n".join(place.paragraph.own for place in words)
            out.append(Moved(paper, part, _item(words[-1]), tuple(place.paragraph.id for place in words), text, told))
    return out
