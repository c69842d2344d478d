"""Pieces of evidence: paragraphs that were found, with what makes them readable. Pure.

A vote is given with its motion, a question with its answer, a row with its table, a sentence that goes on with where it
goes on. What stands above a paragraph (its meeting, its item, its lead-in) it knows itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.decisions.motions import tally_of
from corpus.models import Motion, Status, Table
from index.models import Placed

_MOST_ROWS = 12  # rows of a table that is given whole
_MOST_LETTERS = 2_400  # of such a table
_ROWS_BESIDE = 2  # rows given on each side, of a larger one
_MOST_TURNS = 6  # paragraphs of one question, or of one answer
_MOST_LISTED = 10  # items behind their lead-in
_NAMED = 90  # letters of a motion's words that name it
_ENDS = re.compile(r"[.!?;:”\"')\]]\s*$")
_GOES_ON = re.compile(r"\s*[a-z]")
_POINTS_BACK = re.compile(
    r"\s*(?:this|these|those|it|they|he|she|that)\b"
    r"|.{0,200}\b(?:(?:this|that|such) (?:item|motion|amendment|proposal|matter|recommendation|resolution|report)|the (?:above|foregoing))\b",
    re.I | re.S,
)
_POINTS_AT = re.compile(r"\bparagraphs?\s+\(?(\d{1,3}(?:\.\d{1,3})*)\b", re.I)


@dataclass(frozen=True, slots=True)
class EvidencePiece:
    """Paragraphs of one paper that can be read by themselves, in its order; `main` is the one that was found first.

    `labels`: by a paragraph's id, what its own words do not say of it: the table of a row, what became of a motion.
    """

    main: Placed
    places: tuple[Placed, ...]
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Its words, each lead-in and header once."""
        lines: list[str] = []
        for place in self.places:
            lines += [line for line in place.paragraph.intro.split("\n") if line and line not in lines]
            lines.append(place.paragraph.own)
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Around:
    """What the catalogue holds around the paragraphs found: their neighbours, motions and tables."""

    places: Mapping[tuple[str, int], Placed] = field(default_factory=dict)  # by paper and place in it
    motions: Mapping[str, Sequence[Motion]] = field(default_factory=dict)  # by each paragraph of their words and fate
    tables: Mapping[str, Table] = field(default_factory=dict)  # by each row's paragraph
    by_id: Mapping[str, Placed] = field(default_factory=dict)  # the paragraphs of these motions and tables

    def beside(self, place: Placed, step: int) -> Placed | None:
        """The paragraph so many further on in the same part; None where there is none at hand."""
        other = self.places.get((place.paper, place.n + step))
        return other if other is not None and other.paragraph.part == place.paragraph.part else None

    def onwards(self, place: Placed, step: int) -> Iterator[Placed]:
        """The paragraphs from the next one on, or back from the one before, as far as they are at hand."""
        while (other := self.beside(place, step)) is not None:
            yield other
            place = other


def piece_of(found: Sequence[Placed], around: Around, letters: int = 0) -> EvidencePiece:
    """The piece of paragraphs that were found in one paper, the first of them its main one.

    `letters`: how many of the words on each side are given besides, whole paragraphs.
    """
    kept = {place.n: place for place in found}
    for place in found:
        for other in (
            *_of_motion(place, around),
            *_of_table(place, around),
            *_of_exchange(place, around),
            *_that_goes_on(place, around),
            *_pointed_at(place, around),
        ):
            kept[other.n] = other
    if letters:
        ordered = sorted(found, key=lambda place: place.n)
        for place, step in ((ordered[0], -1), (ordered[-1], 1)):
            kept |= {other.n: other for other in _within(letters, around.onwards(place, step))}
    first = kept[min(kept)]
    for other in around.onwards(first, -1):
        if not other.paragraph.heading:
            break
        kept[other.n] = other
    places = tuple(kept[n] for n in sorted(kept))
    return EvidencePiece(found[0], places, dict(_labels(places, around)))


def _within(letters: int, places: Iterator[Placed]) -> Iterator[Placed]:
    """The first paragraphs that have together no more than so many letters; a title in front of nothing is none."""
    for place in places:
        letters -= len(place.paragraph.own)
        if letters < 0:
            return
        yield place


def _of_motion(place: Placed, around: Around) -> Iterator[Placed]:
    """A motion's words, and what tells its fate, whichever was found."""
    for motion in around.motions.get(place.paragraph.id, ()):
        for name in (motion.paragraph, *motion.told):
            if name in around.by_id:
                yield around.by_id[name]


def _of_table(place: Placed, around: Around) -> Iterator[Placed]:
    """The whole of a small table, of a larger one the rows beside."""
    table = around.tables.get(place.paragraph.id)
    if table is None:
        return
    rows = list(dict.fromkeys(table.paragraphs))
    if len(rows) > _MOST_ROWS or sum(len(cell) for row in table.rows for cell in row) > _MOST_LETTERS:
        at = rows.index(place.paragraph.id)
        rows = rows[max(0, at - _ROWS_BESIDE) : at + _ROWS_BESIDE + 1]
    yield from (around.by_id[name] for name in rows if name in around.by_id)


def _of_exchange(place: Placed, around: Around) -> Iterator[Placed]:
    """The question that an answer is to, or the answer to a question."""
    if place.paragraph.status is Status.ANSWER:
        back = list(_until(Status.QUESTION, around.onwards(place, -1)))
        yield from back
        if back:
            yield from _while(Status.QUESTION, around.onwards(back[-1], -1))
    elif place.paragraph.status is Status.QUESTION:
        on = list(_until(Status.ANSWER, around.onwards(place, 1)))
        yield from on
        if on:
            yield from _while(Status.ANSWER, around.onwards(on[-1], 1))


def _until(status: Status, places: Iterator[Placed]) -> Iterator[Placed]:
    """The paragraphs up to the first of a kind, that one included; none where it is not near."""
    passed = []
    for place, _ in zip(places, range(_MOST_TURNS), strict=False):
        passed.append(place)
        if place.paragraph.status is status:
            yield from passed
            return


def _while(status: Status, places: Iterator[Placed]) -> Iterator[Placed]:
    for place, _ in zip(places, range(_MOST_TURNS), strict=False):
        if place.paragraph.status is not status:
            return
        yield place


def _that_goes_on(place: Placed, around: Around) -> Iterator[Placed]:
    """The paragraph before or after where a sentence goes on, and the items of a list behind its lead-in."""
    own = place.paragraph.own
    after, before = around.beside(place, 1), around.beside(place, -1)
    if after is not None and not _ENDS.search(own) and _GOES_ON.match(after.paragraph.own):
        yield after
    if before is not None and _GOES_ON.match(own) and not _ENDS.search(before.paragraph.own):
        yield before
    if own.rstrip().endswith((":", ":-")):
        lead = own.rsplit("\n", 1)[-1]
        for other, _ in zip(around.onwards(place, 1), range(_MOST_LISTED), strict=False):
            if lead not in other.paragraph.intro:
                return
            yield other


def _pointed_at(place: Placed, around: Around) -> Iterator[Placed]:
    """The paragraph before, where the words point back to it, and those of a number that they give, as far as they are at hand."""
    own = place.paragraph.own
    before = around.beside(place, -1)
    if before is not None and _POINTS_BACK.match(own):
        yield before
    numbers = set(_POINTS_AT.findall(own))
    if not numbers:
        return
    for step in (-1, 1):
        for other in around.onwards(place, step):
            ref = other.paragraph.ref or ""
            if not other.paragraph.heading and re.split(r"[^\d.]", ref)[-1] in numbers:
                yield other


def _labels(places: Sequence[Placed], around: Around) -> Iterator[tuple[str, str]]:
    """What is known of a row by its table, and of a motion and its votes by its record."""
    for place in places:
        name = place.paragraph.id
        table = around.tables.get(name)
        if table is not None and (table.title or table.unit):
            yield name, ", ".join(words for words in (f"table: {table.title}" * bool(table.title), table.unit) if words)
        for motion in around.motions.get(name, ()):
            if motion.paragraph == name:
                yield name, motion_in_words(motion)
            elif motion.words:
                of = motion.words if len(motion.words) <= _NAMED else f"{motion.words[:_NAMED].rsplit(' ', 1)[0]} ..."
                yield name, f"on the {motion.kind.value} {of}"


def motion_in_words(motion: Motion) -> str:
    """Who moved a motion, what became of it and its count: "amendment, moved by Ms Orde, lost, 3 for, 9 against"."""
    told = (
        motion.kind.value,
        motion.mover and f"moved by {motion.mover}",
        motion.seconder and f"seconded by {motion.seconder}",
        motion.outcome and motion.outcome.value.replace("-", " "),
        tally_of(motion.ballot),
    )
    return ", ".join(words for words in told if words)
