"""Papers that say the same twice: copies, drafts and approved versions, reprints, and twins in two languages. Pure.

One answer comes from the current version; the others are named beside it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from corpus.models import Outline, Part, PartKind

_WELSH = frozenset("yr y ac ar bod wedi gan cyngor pwyllgor cofnodion oedd eu ei mewn hynny gyda sydd fod".split())
_REVISED = re.compile(r"\b(?:revised|corrected|updated|amended|replacement|supplement(?:ary)?|final)\b", re.I)
_SAME = 0.97  # share of words in common from which two versions are one
_ALIKE = 0.5  # and from which they are versions of each other
_LEAST = 30  # words; shorter parts are alike by chance


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
    """A part with what tells whether another says the same."""

    place: Place
    part: Part
    words: frozenset[tuple[str, ...]]  # runs of three words
    welsh: bool
    pack: str  # date of the meeting whose pack prints it; later packs print what was approved
    name: str  # of the file


def links_of(outlines: Iterable[Outline]) -> list[Link]:
    """Every pair of parts of one kind and one meeting, in different papers or places, that say the same."""
    return links_between(version for outline in outlines for version in _versions(outline))


def links_between(versions: Iterable[Version]) -> list[Link]:
    """The same of parts already taken apart.

    Minutes that are no draft come before drafts, those printed in a later meeting's pack before earlier ones, papers
    that call themselves revised before others.
    """
    groups: dict[tuple[str, str], list[Version]] = defaultdict(list)
    for version in versions:
        if version.part.meeting.date:
            groups[version.part.kind.value, version.part.meeting.date].append(version)
    return [link for group in groups.values() for one, two in combinations(group, 2) if (link := _link(one, two))]


def version_of(place: Place, part: Part, text: str, pack: str, name: str) -> Version | None:
    """A part of a paper by all its words; None where they are too few to be known again."""
    found = re.findall(r"[^\W_]+", text.lower())
    if len(found) < _LEAST:
        return None
    return Version(place, part, frozenset(zip(found, found[1:], found[2:], strict=False)), is_welsh(found), pack, name)


def pack_date(parts: Iterable[Part]) -> str:
    """The date of the meeting whose pack these parts make: the last that is not of minutes; "" where there is none."""
    return max((part.meeting.date or "" for part in parts if part.kind is not PartKind.MINUTES), default="")


def _versions(outline: Outline) -> Iterator[Version]:
    pack = pack_date(outline.parts)
    for n, part in enumerate(outline.parts):
        text = " ".join(p.own for p in outline.paragraphs if p.part == n)
        version = version_of(Place(outline.file, n), part, text, pack, outline.file)
        if version is not None:
            yield version


def is_welsh(words: Sequence[str]) -> bool:
    """Whether running words are Welsh, by how many of its commonest they hold."""
    return sum(word in _WELSH for word in words) > 0.08 * len(words)


def _link(one: Version, two: Version) -> Link | None:
    body = _squash(one.part.meeting.body), _squash(two.part.meeting.body)
    if one.welsh != two.welsh:
        beside = one.place.file == two.place.file and abs(one.place.part - two.place.part) == 1
        if one.place.file == two.place.file and body[0] != body[1] and not beside:
            return None
        english, welsh = (two, one) if one.welsh else (one, two)
        return Link(VersionRelation.TWIN, english.place, welsh.place) if one.part.kind is PartKind.MINUTES else None
    fewer, more = sorted((len(one.words), len(two.words)))
    alike = 0.0 if fewer < _ALIKE * more else len(one.words & two.words) / len(one.words | two.words)
    if alike < _ALIKE or body[0] and body[1] and body[0] != body[1]:
        return None
    other, current = sorted((one, two), key=_recency)
    return Link(VersionRelation.COPY if alike >= _SAME else VersionRelation.EARLIER, current.place, other.place)


def _recency(version: Version) -> tuple[bool, str, bool, str, str]:
    revised = bool(_REVISED.search(f"{version.part.title} {version.name}"))
    return not version.part.draft, version.pack, revised, version.name, version.place.file


def _squash(name: str | None) -> str:
    return re.sub(r"[^a-z]+", "", (name or "").lower())
