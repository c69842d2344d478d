"""What became of the motions that a search found: which votes and outcomes are of which motion."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.decisions.models import MINUTED, READ
from assistant.decisions.motions import Proposal, motions_of
from assistant.question import Question, Wanted
from corpus.models import Access, Status
from index.catalogue import Catalogue
from index.models import Placed

SETTLED = frozenset({Status.RESOLUTION, Status.NOTED, Status.DEFERRED, Status.WITHDRAWN, Status.CALLED_IN})
_ITEMS = 4  # minutes whose motions are read
_ASKED = re.compile(
    r"\b(?:succe\w+|accepted|carried|lost|defeated|rejected|passed|adopted|fell|failed|backed|won"
    r"|(?:turned|voted) down|thrown out|(?:go|went|get|got) through)\b",
    re.I,
)
_FATE = re.compile(r"\b(?:what (?:became|happened)|fate|outcome|result|how did .{0,80}\b(?:vote|split))\b", re.I)
_PROPOSAL = re.compile(r"\b(?:amendment|motion|vote|substitute)s?\b", re.I)
_TELLING = frozenset({Wanted.NUMBER, Wanted.PERSON, Wanted.YES_NO})


@dataclass(frozen=True, slots=True)
class Moved:
    """The motion that a vote or an outcome is of: its paragraphs in order, its words, and all that tells its fate."""

    paper: str
    part: int
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
    parts: dict[tuple[str, int], list[Placed]] = {}
    for (paper, part, item), here in list(minutes.items())[:_ITEMS]:
        if (paper, part) not in parts:
            parts[paper, part] = catalogue.of_part(paper, part, READ, access)
        minute = [place for place in parts[paper, part] if _item(place) == item]
        for proposal in motions_of(minute).proposals:
            out.update(_told(proposal, paper, part))
        own = [place.paragraph for place in here if place.paragraph.status not in SETTLED]
        whole = Moved(paper, part, tuple(one.id for one in own), "\n".join(one.own for one in own), ())
        for place in minute:
            if place.paragraph.status in SETTLED and own:
                out.setdefault(place.paragraph.id, whole)
    for paper, part in dict.fromkeys((sha, n) for sha, n, _ in list(minutes)[:_ITEMS]):
        seen = {place.paragraph.id for place, n in found if (place.paper, n) == (paper, part)}
        for _, motion in catalogue.motions(access, paper, part):
            told = tuple(name for name in motion.told if name != motion.paragraph)
            if told and motion.outcome is not None and seen & {motion.paragraph, *told}:
                of = Moved(paper, part, (motion.paragraph,), motion.words, told)
                for name in told:
                    out.setdefault(name, of)
    return out


def _item(place: Placed) -> tuple[str | None, str | None]:
    return place.paragraph.item, place.paragraph.item_title


def _told(proposal: Proposal, paper: str, part: int) -> Iterator[tuple[str, Moved]]:
    own = [place.paragraph for place in proposal.places]
    told = [*([proposal.outcome] if proposal.outcome else []), *proposal.votes]
    ids = tuple(dict.fromkeys(place.paragraph.id for place in told))
    moved = Moved(paper, part, tuple(one.id for one in own), "\n".join(one.own for one in own), ids)
    for name in ids:
        if name not in moved.paragraphs:
            yield name, moved
