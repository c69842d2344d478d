"""The motions that the catalogue records, each with its paragraphs, and the one of them that a text names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.language.stems import PAST, stem_of
from corpus.dates import find_dates
from corpus.models import Access, Ballot, Motion, MotionKind, Outcome, PartKind
from index.catalogue import Catalogue
from index.models import Placed
from index.text import ORDINAL_WORDS, words_of

_CLEARLY = 0.75  # the share of a name's words that a motion and its minute's title hold, from which it may be meant
_AS_WELL = 0.99  # times as well as the best: another motion that fits so well leaves open which is meant
_ORDINAL = re.compile(
    rf"\b(?:({'|'.join(ORDINAL_WORDS)}) (?:amendment|motion)\b|(?:amendment|motion) (?:no\.? ?)?\(?(\d)\b\)?)", re.I
)
_AMENDMENT = re.compile(r"\bamendments?\b", re.I)
_WHOLE = re.compile(r"\b(?:substantive|main|original|amended) (?:motion|question)\b|\bmotion as amended\b", re.I)
_CODE = re.compile(r"(?<![\w£$€.,])(?:[A-Z]{1,5}[-. ]?\d+(?:[./-]\d+)*|\d+(?:[./-]\w+)+|\d+[A-Z]?)(?![\w%])")
_CODE_LABEL = re.compile(r"\b(?:minute|item|no\.?|number|resolution|motion|agenda item) $", re.I)
_FORMAL = frozenset(
    words_of(
        "council councils committee board cabinet panel meeting member members councillor councillors motion motions amendment amendments "
        "resolution proposal proposals vote votes voting moved proposed move propose that question substantive main original amended "
        "item minute number no first second third fourth fifth resolved resolve agreed agree decided decide all one made put"
    )
)
_RESCINDS = frozenset(words_of("rescind rescission rescinded revoke revoked repeal repealed"))
_FATE = re.compile(
    r"\b(?:lost|carried|defeated|withdr[ae]w\w*|fell|fail(?:ed|s)|passed|negatived|no seconder|second|deferred|agreed|approved|resolved|adopted)\b",
    re.I,
)
_LONG = 150  # words of a paragraph that names more than one motion's matter


@dataclass(frozen=True, slots=True)
class Recorded:
    """A motion with the paragraph of its words and those that tell its fate, and the stems by which a text may name it."""

    motion: Motion
    place: Placed
    told: tuple[Placed, ...]
    stems: frozenset[str]  # of its words
    title: frozenset[str]  # of its minute's title and section, its mover and the motion that it would amend
    near: frozenset[str]  # of the paragraphs that it stands in
    main: int  # the number of the main motion that it is, or would amend, among all motions

    @property
    def is_amendment(self) -> bool:
        """Whether it would change another motion."""
        return self.motion.kind is MotionKind.AMENDMENT

    @property
    def rescinds(self) -> bool:
        """Whether it would undo an earlier resolution."""
        return self.motion.kind is MotionKind.RESCISSION or bool(self.stems & _RESCINDS)

    @property
    def date(self) -> str:
        """Its meeting's date, "" where no paper says it."""
        return self.place.part.meeting.date or ""

    @property
    def places(self) -> tuple[Placed, ...]:
        """The first paragraph that tells its fate, that of its words, then those of its votes; each once."""
        rows = [place for place in self.told if " | " in place.paragraph.own]
        told = sorted(self.told, key=lambda place: (place in rows, not _FATE.search(place.paragraph.own)))
        first = told[:1] if self.motion.outcome is not None and told and told[0] not in rows else []
        return tuple({place.paragraph.id: place for place in (*first, self.place, *told)}.values())


def recorded_motions(catalogue: Catalogue, access: frozenset[Access]) -> list[Recorded]:
    """Every motion of minutes and records of decisions that these access levels may see, in the order of the papers."""
    found = catalogue.motions(access)
    ids = list(dict.fromkeys(name for _, motion in found for name in (motion.paragraph, *motion.told)))
    places = catalogue.paragraphs(ids, access)
    return with_main((motion, places) for _, motion in found)


def with_main(found: Iterable[tuple[Motion, Mapping[str, Placed]]]) -> list[Recorded]:
    """The motions of minutes with their paragraphs, by id, and each amendment with the motion before it that it would amend."""
    records: dict[tuple[object, ...], Recorded] = {}
    main: Recorded | None = None
    for n, (motion, places) in enumerate(found):
        place = places.get(motion.paragraph)
        if place is None or place.part.kind in (PartKind.AGENDA, PartKind.REPORT, PartKind.APPENDIX):
            continue
        amended = main if main is not None and _amends(motion, place, main) else None
        one = _recorded(motion, place, [places[name] for name in motion.told if name in places], amended, n)
        main = one if amended is None else main
        key = (
            place.part.meeting,
            motion.words,
            motion.outcome,
            motion.ballot,
            motion.mover,
        )  # a draft says the same once
        records.setdefault(key, one)
    return list(records.values())


def _amends(motion: Motion, place: Placed, main: Recorded) -> bool:
    """Whether a motion is an amendment of the main motion before it, or that motion in its new words."""
    if motion.kind not in (MotionKind.AMENDMENT, MotionKind.SUBSTANTIVE):
        return False
    here, there = place.paragraph, main.place.paragraph
    same = (here.item, here.item_title) == (there.item, there.item_title) or motion.item == main.motion.item
    return place.paper == main.place.paper and motion.part == main.motion.part and same


def _recorded(motion: Motion, place: Placed, told: Sequence[Placed], main: Recorded | None, n: int) -> Recorded:
    title = stems_in(f"{place.paragraph.item_title or ''} {place.paragraph.section or ''} {motion.mover or ''}")
    near = [one.paragraph.own for one in (place, *told) if len(one.paragraph.own.split()) <= _LONG]
    return Recorded(
        motion=motion,
        place=place,
        told=tuple(told),
        stems=stems_in(motion.words),
        title=title | (main.stems if main is not None else frozenset()),
        near=stems_in(" ".join(near)),
        main=main.main if main is not None else n,
    )


def stems_in(text: str) -> frozenset[str]:
    """The stems of a text; a past form without "-ed" has that of its plain word."""
    return frozenset(stem_of(word) if word in PAST else word for word in words_of(text))


def telling_words(text: str) -> frozenset[str]:
    """The stems of a text that tell one motion from another: without days and the words that every motion has."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return stems_in(text) - _FORMAL


def carried_amendments(record: Recorded, records: Sequence[Recorded]) -> list[Recorded]:
    """The amendments that changed a motion, or were carried in its place where it was put no more."""
    if record.is_amendment or not record.motion.amended and record.motion.outcome is not None:
        return []
    return [one for one in records if one.is_amendment and one.main == record.main and is_won(one.motion.outcome)]


def is_won(outcome: Outcome | None) -> bool:
    """Whether a motion was voted through, or an amendment was taken in without a vote."""
    return outcome is not None and (outcome.is_carried or outcome is Outcome.ACCEPTED)


def is_unanimous(ballot: Ballot) -> bool | None:
    """Whether nobody voted against; None where the record does not tell."""
    return ballot.unanimous if ballot.unanimous is not None else None if ballot.against is None else not ballot.against


def named(text: str, records: Sequence[Recorded]) -> Recorded | None:
    """The motion that a few words name ("the second amendment to the budget"); None where none fits, or several as well.

    It is named by its number as printed, by its place among the amendments of its minute, by its words and its minute's title.
    """
    known = _of_number(text, records)
    by_number = len(known) < len(records)
    words = telling_words(_CODE.sub(" ", text) if by_number else _ORDINAL.sub(" ", text))
    fitting = _fits(words, known) or (known if by_number else [])
    if (ordinal := _ORDINAL.search(text)) is not None:
        i = int(ordinal[2]) - 1 if ordinal[2] else ORDINAL_WORDS.index(ordinal[1].lower())
        fitting = _nth(i, fitting, records, "amendment" in ordinal[0].lower())
    elif _AMENDMENT.search(text):
        fitting = [one for one in fitting if one.is_amendment]
    elif _WHOLE.search(text) and not words:
        amended = {one.main for one in fitting if one.is_amendment}
        fitting = [one for one in fitting if one.main in amended and not one.is_amendment]
    elif len(fitting) > 1:
        fitting = [one for one in fitting if not one.is_amendment] or fitting
    return _surest(words, fitting)


def _of_number(text: str, records: Sequence[Recorded]) -> Sequence[Recorded]:
    """The motions of the minute whose number the text gives, or whose own words hold a number that it gives; else all."""
    for match in _CODE.finditer(text):
        code = match[0]
        if code.isdigit() and not _CODE_LABEL.search(text[: match.start()]):
            continue
        own = [one for one in records if (one.motion.item or "").lower() == code.lower()]
        word = re.compile(rf"(?<![\w./-]){re.escape(code)}(?![\w/-])", re.I)
        printed = own or [one for one in records if word.search(one.motion.words)]
        if not printed and not code.isdigit():
            printed = [one for one in records if word.search(one.place.paragraph.text)]
        if printed:
            return printed
    return records


def _fits(words: frozenset[str], records: Sequence[Recorded]) -> list[Recorded]:
    """The motions that hold most of the words, a part of them in their own words or their minute's title."""
    least = _CLEARLY * len(words)
    return [
        one
        for one in records
        if not words
        or len(words & (one.stems | one.title)) >= least
        or len(words & (one.stems | one.title | one.near)) >= least
        and len(words & (one.stems | one.title)) >= len(words) / 2
    ]


def _nth(i: int, fitting: Sequence[Recorded], records: Sequence[Recorded], amendment: bool) -> list[Recorded]:
    """The i-th amendment to each of the fitting motions, or the i-th of the motions that fit."""
    if not amendment:
        return list(fitting[i : i + 1])
    found = []
    for main in dict.fromkeys(one.main for one in fitting):
        found += [one for one in records if one.main == main and one.is_amendment][i : i + 1]
    return found


def _surest(words: frozenset[str], fitting: Sequence[Recorded]) -> Recorded | None:
    """The motion that holds more of the words than every other one; None where two hold as many."""
    if not fitting:
        return None

    def share(one: Recorded) -> float:
        titled, near = one.stems | one.title, one.stems | one.title | one.near
        return (2 * len(words & near) + len(words & titled) + len(words & one.stems)) / (4 * len(words) or 1)

    best = max(map(share, fitting))
    first = [one for one in fitting if share(one) >= _AS_WELL * best]
    if len({one.main for one in first}) == 1:  # the motion as amended is the later of its two records
        whole = [one for one in first if one.motion.kind is MotionKind.SUBSTANTIVE]
        first = whole or first
    return first[0] if len(first) == 1 else None
