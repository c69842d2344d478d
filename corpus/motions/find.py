"""A walk over a part's sentences: what is moved opens a motion, votes gather, what became of it closes it. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.models import Ballot, Motion, Outcome, Paragraph
from corpus.motions.moves import HEAD
from corpus.motions.open_motion import OpenMotion
from corpus.motions.people import names_in, plain_name
from corpus.motions.printed import with_words
from corpus.motions.sentences import Sentence, quoted_of, sentences_of, whole
from corpus.motions.signs import (
    is_unseconded,
    kind_of,
    moving_in,
    outcome_in,
)
from corpus.motions.tellings import FOR_ONE, Tellings
from corpus.motions.votes import Cast, Side, added, cast_in, row_of, side_of
from corpus.text_probe import says_any

_MOVERS, _RESULTS = ("proposed", "moved", "proposer", "mover"), ("result", "outcome", "decision")
_LABELS = ("moved", "second", "proposed", "proposer", "mover", "result", "motion")
_FRESH = 12  # sentences behind an outcome that may still tell of its vote
# Without one of these a paragraph of minutes, or of another paper, moves nothing.
_MINUTED = (
    *(
        "mov",
        "propos",
        "prop.",
        "motion",
        "second",
        "2nd",
        "amend",
        "resol",
        "nominat",
        "m/s",
        "agree",
        "decid",
        "withdr",
    ),
    *(
        "accept",
        "endors",
        "ratif",
        "in favo",
        "defer",
        "postpon",
        "on hold",
        "put off",
        "held over",
        "re-agenda",
        "vot",
        "carried",
        "adjourn",
        "elected",
        "approv",
        "penderfyn",
        "adopt",
        ":",
        "/",
    ),
)
_ELSEWHERE = (
    "moved",
    " motion",
    "motion (",
    "second ",
    "second:",
    "seconded",
    "seconder",
    "proposed by",
    "mover",
    "2nd",
)
_LONGEST = 5_000  # letters of a sentence
_SIDE = 25  # letters of a cell that can name a side
_NOBODY = frozenset({"", "none", "nil", "no seconder", "nobody", "no second"})


def motions_of(paragraphs: Sequence[Paragraph], minuted: bool) -> Iterator[Motion]:
    """Each motion and amendment of one part in order.

    `minuted`: the part records what was done; of any other only what was moved, seconded and decided there is given.
    """
    walk, quoted = MotionWalk(), quoted_of(paragraphs)
    above: Paragraph | None = None  # the last paragraph, where it was passed over
    for paragraph in paragraphs:
        if not walk.is_waiting and not says_any(_said(paragraph), _MINUTED if minuted else _ELSEWHERE):
            walk.pass_over(paragraph)
            above = paragraph
            continue
        if above is not None:
            walk.before, above = whole(above), None
        for sentence in sentences_of(paragraph, paragraph.id in quoted):
            walk.take(sentence)
    walk.finish()
    part = paragraphs[0].part if paragraphs else 0
    told = (one for one in walk.found if one.is_told and (minuted or one.is_certain))
    yield from with_words([one.as_motion(part) for one in told], paragraphs)


def _said(paragraph: Paragraph) -> str:
    """A paragraph's words, a row's with the names of its columns."""
    return paragraph.text if "|" in paragraph.own else paragraph.own


@dataclass
class MotionWalk(Tellings):
    """A walk over a part, sentence by sentence and row by row."""

    @property
    def is_waiting(self) -> bool:
        """Whether more may be told: of an open motion, of a vote, or of what was decided just before."""
        told = self.ballot_open or self.bare is not None or bool(self.labels) or bool(self.columns) or bool(self.label)
        return told or self.fresh is not None or bool(self._open())

    def pass_over(self, paragraph: Paragraph) -> None:
        """Leave out a paragraph that says nothing of motions."""
        self._enter(paragraph.item_title, paragraph.ref or paragraph.item)

    def finish(self) -> None:
        """End the part."""
        self._bare_ends()
        self.close()

    def _enter(self, minute: str | None, number: str | None) -> None:
        """Close the open minute where another one begins; points numbered below a motion that is open are of its minute."""
        below = bool(self.number and number and number.startswith(f"{self.number}.") and self._open())
        if minute != self.minute and not below:
            self.number = number
            self._bare_ends()
            self.close()
            self.minute, self.here, self.fresh, self.asked = minute, len(self.found), None, None

    def take(self, sentence: Sentence) -> None:
        """Read one sentence; one that no minutes print is too long to be asked what it says."""
        self._enter(sentence.minute, sentence.item)
        if len(sentence.text) > _LONGEST:
            self.before = sentence
            return
        self.since += 1
        if self.since > _FRESH:
            self.fresh = None
        if sentence.cells:
            self._row(sentence)
        else:
            self._columns_end()
            self._sentence(sentence)
        aside = (
            sentence.text.startswith("(") and self.before is not None and self.before.paragraph == sentence.paragraph
        )
        self.behind = self.before.text if aside and self.before is not None else ""
        self.before = sentence

    def _row(self, sentence: Sentence) -> None:
        """A row of a table: who moves, votes, or a motion with all of it."""
        if self._row_for_one(sentence) or self._labelled_row(sentence) or self._whole_row(sentence):
            return
        if sentence.heading and sum(side_of(cell) is not None for cell in sentence.cells if len(cell) < _SIDE) > 1:
            return  # the names of columns
        if self._row_of_motions(sentence):
            return
        casts = row_of(sentence.cells, sentence.headers)
        for head, cast in casts:
            if head:
                self.columns[head] = added(self.columns.get(head, Ballot()), cast)
                self.told.append(sentence.paragraph)
            elif cast:
                self._take_cast(cast, sentence)
        filled = [cell for cell in sentence.cells if cell]
        if not casts and len(filled) == 1:
            self._sentence(_line(sentence, filled[0]))

    def _labelled_row(self, sentence: Sentence) -> bool:
        """Take a row whose first cell says what its second is: "Moved | Cr Ash", "By / Second | Ash / Birch"."""
        label, *rest = sentence.cells
        first = label.strip(" :").lower()
        if not rest:
            return False
        if len(rest) == 1 and "/" in first and "/" in rest[0] and first.startswith(("by", "mov", "prop")):
            mover, _, seconder = rest[0].partition("/")
            last = self._last()
            if last is not None and last.mover is None:
                last.mover, last.seconder = plain_name(mover), plain_name(seconder)
        elif first == "motion" and len(rest) == 1 and moving_in(f"Motion: {rest[0]}") is None:
            self._settle()
            self.found.append(
                OpenMotion(kind_of(rest[0][:HEAD]), rest[0], None, None, sentence.item, sentence.paragraph)
            )
            self.fresh = None
        elif (
            first == "vote" and len(rest) == 1 or first.startswith(_LABELS) and not rest[0].lower().startswith(_LABELS)
        ):
            self._sentence(_line(sentence, f"{label.strip(' :')}: {' '.join(rest)}"))
        else:
            return False
        return True

    def _row_for_one(self, sentence: Sentence) -> bool:
        """Take a row that counts or names those for one of two motions: "In favour of the proposal | 6"."""
        label, *rest = sentence.cells
        told = " ".join(cell for cell in rest if cell)
        if not FOR_ONE.match(f"{label.strip(' :')}:") or not (told.isdigit() or names_in(told)):
            return False
        return self._for_one(sentence, f"{label.strip(' :')}: {told}")

    def _row_of_motions(self, sentence: Sentence) -> bool:
        """Take a row of names under "For the motion", "For the amendment"."""
        found = [FOR_ONE.match(f"{header}:") for header in sentence.headers]
        if sum(one is not None for one in found) < 2:
            return False
        for one, header, cell in zip(found, sentence.headers, sentence.cells, strict=False):
            names = names_in(cell)
            if one is None and names and side_of(header) is Side.ABSTAINED:
                self.ballot = added(self.ballot, Cast((), ((Side.ABSTAINED, names),), listed=True))
            if one is not None and names:
                what = one["what"].lower()
                cast = Cast((), ((Side.FOR, names),), listed=True)
                self.sides[what] = added(self.sides.get(what, Ballot()), cast)
                self.told.append(sentence.paragraph)
        return True

    def _whole_row(self, sentence: Sentence) -> bool:
        """Take a row that prints a motion with its mover, votes and result under headers that say so."""
        heads = [header.lower() for header in sentence.headers]
        cell = sentence.cells
        mover, result = _column(heads, _MOVERS), _column(heads, _RESULTS)
        result = heads.index("") if result is None and "" in heads else result
        if mover is None or result is None or len(heads) != len(cell):
            return False
        seconder = _column(heads, ("second",))
        second = cell[seconder] if seconder and cell[seconder].strip(" -–—").lower() not in _NOBODY else None
        outcome = outcome_in(cell[result])
        if seconder and second is None and (outcome is Outcome.LOST or is_unseconded(cell[result])):
            outcome = Outcome.NOT_SECONDED
        words = cell[_column(heads, ("motion", "proposal", "resolution")) or 0]
        motion = OpenMotion(
            kind_of(words[:HEAD]), words, cell[mover] or None, second, sentence.item, sentence.paragraph
        )
        motion.tidy()
        if outcome:
            motion.decide(outcome, sentence.paragraph)
        for _, cast in row_of(["", *cell[1:]], sentence.headers):
            motion.ballot = added(motion.ballot, cast)
        for head, told in zip(heads, cell, strict=True):
            if head.startswith(("vote", "tally", *_RESULTS)):
                motion.ballot = added(motion.ballot, cast_in(f"vote {told}"))
        self.found.append(motion)
        return True


def _column(heads: Sequence[str], names: tuple[str, ...]) -> int | None:
    """Where the first header stands that begins with one of these; None where none does."""
    return next((i for i, head in enumerate(heads) if head.startswith(names)), None)


def _line(sentence: Sentence, words: str) -> Sentence:
    """A row as the line that says the same."""
    return replace(sentence, text=words, cells=(), heading=False)


def all_motions(paragraphs: Iterable[Paragraph], minuted: Sequence[bool]) -> Iterator[Motion]:
    """The motions of all parts of a paper, in order; `minuted` says of each part whether it records what was done."""
    by_part: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        by_part.setdefault(paragraph.part, []).append(paragraph)
    for part, own in by_part.items():
        yield from motions_of(own, minuted[part])
