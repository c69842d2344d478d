"""What a record of a motion says of a statement: the finding, the paragraphs that tell it and the record in words. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.decisions.motions import fate_of
from assistant.decisions.recorded import Recorded
from assistant.models import Finding
from corpus.models import MotionKind
from corpus.placement import place_of
from index.models import Placed

_MOST = 4  # paragraphs
# "Thornbeck's full council", "Thornbeck Borough Council"
_OF_A_COUNCIL = re.compile(r"\b([A-Z][\w-]+)(?:['’]s)? (?:(?:[Ff]ull|[A-Z][a-z]+) ){0,2}[Cc]ouncil\b")
_NO_PLACE = frozenset(
    "the full this our a its their full town city county borough district parish community township".split()
)


def of_its_council(statement: str, records: Sequence[Recorded]) -> list[Recorded]:
    """The records that a statement may tell of: where it names a council by its place, those of that council's meetings."""
    named = {match[1].lower() for match in _OF_A_COUNCIL.finditer(statement)} - _NO_PLACE

    def may_be_meant(council: str | None) -> bool:
        return not council or not named or bool(named & set(re.findall(r"[\w-]+", place_of(council))))

    return [one for one in records if may_be_meant(one.place.part.meeting.council)]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A finding by a record."""

    finding: Finding
    places: tuple[Placed, ...]  # what tells it, the most telling first
    told: str  # what the papers tell: "that the amendment was lost (3 for, 4 against)"


def ruled(
    record: Recorded, holds: bool, votes: bool = False, moved: bool = False, people: Sequence[str] = ()
) -> Ruling:
    """The ruling by a record on a statement that holds by it or does not.

    Where votes are told, the paragraphs of the votes come first; where it is told who moved it, that of its words.
    """
    places = list(record.places)
    if votes:
        surnames = [name.split()[-1] for name in people]
        places.sort(key=lambda place: -sum(name in place.paragraph.own for name in surnames))
    if moved or holds and not votes and record.place.paragraph.text != record.places[0].paragraph.text:
        places = [record.place, *(place for place in places if place is not record.place)]
    finding = Finding.SUPPORTED if holds else Finding.REFUTED
    return Ruling(finding, tuple(places[:_MOST]), f"that {_mover_of(record) if moved else fate_of(record.motion)}")


def _mover_of(record: Recorded) -> str:
    """Who moved and seconded a record: "the amendment was moved by Lund and seconded by Sands"."""
    motion = record.motion
    kind = "amendment" if motion.kind is MotionKind.AMENDMENT else "motion"
    named = (("moved", motion.mover), ("seconded", motion.seconder))
    return f"the {kind} was " + " and ".join(f"{verb} by {name}" for verb, name in named if name)
