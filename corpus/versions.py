"""Papers that say the same twice: copies, drafts and approved versions, reprints, and twins in two languages. Pure.

An answer comes from the current version; the others are named beside it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from corpus.models import Part, PartKind

_WELSH = frozenset("yr y ac ar bod wedi gan cyngor pwyllgor cofnodion oedd eu ei mewn hynny gyda sydd fod".split())
_REVISED = re.compile(r"\b(?:revised|corrected|updated|amended|replacement|supplement(?:ary)?|final)\b", re.I)
_SAME = 0.97  # share of runs of words in common from which two versions are one
_ALIKE = 0.5  # and from which they are versions of each other
_LEAST = 30  # words; shorter parts are alike by chance
_WELSH_SHARE = 0.08  # of a text's words; with more of the commonest Welsh words it is Welsh


class VersionRelation(StrEnum):
    """How a part is related to the current version of it."""

    COPY = "copy"
    EARLIER = "earlier"  # a draft, or a version that a later paper replaced
    TWIN = "twin"  # the same in another language


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a paper, by the paper's file and the part's index."""

    file: str
    part: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two parts that say the same; `current` is the one to answer from."""

    relation: VersionRelation
    current: Place
    other: Place


@dataclass(frozen=True, slots=True)
class Version:
    """A part with what shows whether another part says the same."""

    place: Place
    part: Part
    words: frozenset[tuple[str, ...]]  # runs of three words
    welsh: bool
    pack: str  # date of the meeting whose pack prints it; later packs print what was approved
    name: str  # of the file


def links_between(versions: Iterable[Version]) -> list[Link]:
    """Every pair of parts of one kind and one meeting date that say the same.

    The current one of two is, by the first of these that tells them apart: minutes that are no draft, the part in the
    later meeting's pack, a paper that calls itself revised.
    """
    groups: dict[tuple[str, str], list[Version]] = defaultdict(list)
    for version in versions:
        if version.part.meeting.date:
            groups[version.part.kind.value, version.part.meeting.date].append(version)
    return [link for group in groups.values() for pair in combinations(group, 2) if (link := _link(*pair))]


def version_of(place: Place, part: Part, text: str, pack: str, name: str) -> Version | None:
    """A part of a paper by all its words; None where they are too few to be known again.

    `text` holds the words of all its paragraphs, `pack` is the date that `pack_date` gives, `name` the file's name.
    """
    found = re.findall(r"[^\W_]+", text.lower())
    if len(found) < _LEAST:
        return None
    return Version(place, part, frozenset(zip(found, found[1:], found[2:], strict=False)), _is_welsh(found), pack, name)


def pack_date(parts: Iterable[Part]) -> str:
    """The date of the meeting that a paper was made for: the latest of its parts that are not minutes, "" for none."""
    return max((part.meeting.date or "" for part in parts if part.kind is not PartKind.MINUTES), default="")


def _is_welsh(words: Sequence[str]) -> bool:
    return sum(word in _WELSH for word in words) > _WELSH_SHARE * len(words)


def _link(left: Version, right: Version) -> Link | None:
    """How two parts of one kind and date are related, or None where they are not."""
    bodies = _letters(left.part.meeting.body), _letters(right.part.meeting.body)
    if left.welsh != right.welsh:
        return _twins(left, right, same_body=bodies[0] == bodies[1])
    alike = _likeness(left, right)
    if alike < _ALIKE or all(bodies) and bodies[0] != bodies[1]:
        return None
    other, current = sorted((left, right), key=_recency)
    relation = VersionRelation.COPY if alike >= _SAME else VersionRelation.EARLIER
    return Link(relation, current.place, other.place)


def _twins(left: Version, right: Version, *, same_body: bool) -> Link | None:
    """Minutes in two languages; inside one file only of one body, or side by side."""
    if left.part.kind is not PartKind.MINUTES:
        return None
    same_file = left.place.file == right.place.file
    if same_file and not same_body and abs(left.place.part - right.place.part) != 1:
        return None
    english, welsh = (right, left) if left.welsh else (left, right)
    return Link(VersionRelation.TWIN, english.place, welsh.place)


def _likeness(left: Version, right: Version) -> float:
    """The share of runs of words that both have (Jaccard), 0 where one has fewer than half as many as the other."""
    fewer, more = sorted((len(left.words), len(right.words)))
    return 0.0 if fewer < _ALIKE * more else len(left.words & right.words) / len(left.words | right.words)


def _recency(version: Version) -> tuple[bool, str, bool, str, str]:
    revised = bool(_REVISED.search(f"{version.part.title} {version.name}"))
    return not version.part.draft, version.pack, revised, version.name, version.place.file


def _letters(name: str | None) -> str:
    """A body's name by its letters alone: unlike `squash` it drops digits, so boards 1 and 2 are one here."""
    return re.sub(r"[^a-z]+", "", (name or "").lower())
