"""What is on the floor of a meeting: its open motions, and the votes that gather until an outcome takes them. Pure."""

import re
from dataclasses import dataclass, field, replace

from corpus.models import Ballot, MotionKind, Outcome
from corpus.motions.open_motion import OpenMotion
from corpus.motions.sentences import Sentence
from corpus.motions.signs import (
    is_as_amended,
    names_amendment,
    names_motion,
    numbers_in,
)
from corpus.motions.votes import Cast, Side, added, merged

_NO_BALLOT = Ballot()
_TABLING = re.compile(r"\b(?:motion|vote|call) (?:on |of )?(?:the )?(?:motion )?(?:to |the )?(?:table|postpone|refer|defer|adjourn|call|question)", re.I)  # fmt: skip
_THE_MOTION = re.compile(
    r"\b(?:the|this) (?:\w+ )?(?:motion|matter|item|question|proposal)\b.{0,40}\b(?:postponed|deferred|tabled|referred|remitted|adjourned)\b|\b(?:postpone|defer|table|refer|remit) (?:the|this) (?:\w+ )?(?:motion|matter|item|question|proposal)\b",
    re.I,
)
A_PART = re.compile(r"\bput part \w{1,3} of the\b", re.I)  # it is a motion of its own
_QUOTED_PART = re.compile(r"[\"“]([^\"”]{12,})[\"”]")
_REFERS = re.compile(r"\b(?:refer|remit)", re.I)
_ELECTED = re.compile(r"\b(?:elected|appointed)\b", re.I)
CARRIED = frozenset({Outcome.CARRIED, Outcome.CARRIED_BY_CASTING_VOTE, Outcome.ACCEPTED})


@dataclass
class Floor:
    """What is on the floor of a meeting: the motions so far, what is put to the vote, the votes told of it."""

    found: list[OpenMotion] = field(default_factory=list)
    minute: str | None = None
    number: str | None = None  # of that minute
    here: int = 0  # the first proposal of the open minute
    ballot: Ballot = _NO_BALLOT
    told: list[str] = field(default_factory=list)  # paragraphs of that ballot
    whole: bool = False  # whether it lists those who voted for
    cast: bool = False  # whether a casting vote was told
    bare: Sentence | None = None  # a line that says Resolved and no more
    put: str = ""  # what the latest line puts to the vote, in its words
    put_at: str | None = None  # and its paragraph
    label: str = ""
    sides: dict[str, Ballot] = field(default_factory=dict)  # by motion, where each is voted for
    columns: dict[str, Ballot] = field(default_factory=dict)  # by a table's column, where each is a vote
    before: Sentence | None = None
    behind: str = ""  # what stood before a sentence in brackets, in the same paragraph
    asked: Sentence | None = None  # what the meeting was asked to decide in this minute
    labels: list[str] = field(default_factory=list)  # of a block of results, whose values are still to come
    in_block: bool = False  # whether a block's result decided what was decided last
    side: Side | None = None  # that a line counted, whose voters may follow
    side_left: int = 0  # how many of them
    value: str = ""  # the value of the first of them as far as it was read
    fresh: OpenMotion | None = None  # what was decided just before
    since: int = 0  # sentences since then
    heard: list[str] = field(
        default_factory=list
    )  # the sentences so far, in which somebody may be named as doing something

    def close(self) -> None:
        """End a minute: votes that no outcome followed decide by their count."""
        self._columns_end()
        self._give_ballot(self._target(self.put))
        for proposal in self._open():
            proposal.decide_by_count()
        self.put, self.put_at, self.label = "", None, ""

    @property
    def ballot_open(self) -> bool:
        """Whether votes are told that no motion has yet."""
        return self.ballot is not _NO_BALLOT and self.ballot != _NO_BALLOT or bool(self.sides)

    def _take_cast(self, cast: Cast, sentence: Sentence, told: bool = False) -> None:
        """Gather what a sentence says of a vote; behind an outcome it is of what was decided."""
        if not cast:
            return
        fresh = self.fresh
        if not told and fresh is not None and fresh.may_take(cast):
            fresh.take_names(cast)
            fresh.told.append(sentence.paragraph)
            return
        self.ballot = added(self.ballot, cast)
        self.whole = self.whole or cast.listed and any(side is Side.FOR for side, _ in cast.names)
        self.told.append(sentence.paragraph)

    def _put_to_vote(self, text: str, paragraph: str | None) -> None:
        """A line that says what is put to the vote; the votes before it are of what was put before.

        `paragraph`: where it stands; None for one that only names a motion.
        """
        self.fresh = None
        if self.ballot_open:
            self._give_ballot(self._target(self.put))
        self.put, self.put_at = text, paragraph
        if paragraph is not None and A_PART.search(text):
            quoted = _QUOTED_PART.search(text)
            words = quoted[1] if quoted else text
            self.found.append(OpenMotion(MotionKind.MOTION, words, None, None, self.number, paragraph, is_part=True))

    def _settle(self) -> None:
        """Before something new is moved: the votes told so far are of what was put."""
        if self.ballot_open:
            target = self._target(self.put)
            self._give_ballot(target)
            if target is not None:
                target.decide_by_count()
        self.cast = False

    def _give_ballot(self, target: OpenMotion | None) -> None:
        """Hand the gathered votes to a motion."""
        if len(self.sides) > 1:
            self._give_sides()
        elif self.sides:
            self.ballot = merged(next(iter(self.sides.values())), self.ballot)
        if target is not None and self.ballot != _NO_BALLOT:
            target.take_ballot(self.ballot, self.whole, self.told)
        if target is not None and self.put_at is not None:
            target.put, self.put_at = self.put_at, None
        self.ballot, self.told, self.whole, self.sides = _NO_BALLOT, [], False, {}

    def _give_sides(self) -> None:
        """A division between motions: what is for the one is against the other."""
        for what, ballot in self.sides.items():
            target = self._target(what)
            others = [other for name, other in self.sides.items() if name != what]
            if target is not None and len(others) == 1:
                mirrored = replace(
                    ballot,
                    abstained=len(self.ballot.names_abstained) or ballot.abstained,
                    names_abstained=self.ballot.names_abstained or ballot.names_abstained,
                    votes_for=_votes(ballot),
                    against=_votes(others[0]),
                    names_against=others[0].names_for,
                )
                target.ballot = Ballot()
                target.take_ballot(mirrored, True, self.told)

    def _columns_end(self) -> None:
        """Give the votes of each column of a table to the motion that it names."""
        for head, ballot in self.columns.items():
            target = self._target(head)
            if target is not None:
                target.take_ballot(ballot, True, self.told)
        if self.columns:
            self.columns, self.told = {}, []

    def _decide(self, target: OpenMotion | None, outcome: Outcome, paragraph: str, text: str = "") -> None:
        """Write down what became of a motion, with the votes gathered."""
        if target is None:
            self.ballot, self.told, self.whole, self.sides = _NO_BALLOT, [], False, {}
            self.put_at = None
            return
        between, by_casting = len(self.sides) > 1 and outcome is Outcome.CARRIED, self.cast
        self._give_ballot(target)
        if self.cast and outcome in (Outcome.CARRIED, Outcome.LOST):
            carried = outcome is Outcome.CARRIED
            outcome = Outcome.CARRIED_BY_CASTING_VOTE if carried else Outcome.LOST_BY_CASTING_VOTE
        if target.kind is MotionKind.PROCEDURAL and outcome in (Outcome.DEFERRED, Outcome.REFERRED):
            outcome = Outcome.CARRIED
        target.decide(outcome, paragraph)
        self.fresh, self.since = target, 0
        if target.kind is MotionKind.PROCEDURAL and outcome in CARRIED:
            self._put_off(target, paragraph)
        self.cast = False
        amended = (
            is_as_amended(text)
            or target.kind is not MotionKind.AMENDMENT
            and any(one.kind is MotionKind.AMENDMENT and one.outcome in CARRIED for one in self.found[self.here :])
        )
        target.amended = target.amended or amended and target.kind is not MotionKind.AMENDMENT
        if between:
            for other in self._open():
                if other.ballot.votes_for is not None:
                    other.decide(Outcome.LOST_BY_CASTING_VOTE if by_casting else Outcome.LOST, paragraph)
        self.put = ""

    def _put_off(self, procedural: OpenMotion, paragraph: str) -> None:
        """What becomes of the open motions where one to put them off or refer them carried."""
        if not _THE_MOTION.search(procedural.words):
            return
        outcome = Outcome.REFERRED if _REFERS.search(procedural.words) else Outcome.DEFERRED
        for one in self._open():
            one.decide(outcome, paragraph)

    def _open(self) -> list[OpenMotion]:
        """The motions of the open minute that nothing became of yet, the latest first."""
        return [one for one in reversed(self.found[self.here :]) if one.outcome is None and not one.replaced]

    def _last(self) -> OpenMotion | None:
        return self.found[-1] if len(self.found) > self.here else None

    def _target(self, text: str) -> OpenMotion | None:
        """The motion that a sentence speaks of: by its number, by its kind, else the latest that is open."""
        if A_PART.search(text):
            return next((one for one in self._open() if one.is_part), None)
        waiting = [one for one in self._open() if not one.is_part]
        numbers = numbers_in(text)
        for proposal in waiting:
            if proposal.numbers & numbers:
                return proposal
        if _ELECTED.search(text):
            named = [one for one in waiting if any(word in text for word in re.findall(r"[A-Z]\w+", one.words)[-1:])]
            if named:
                return named[0]
        if is_as_amended(text) and not re.search(r"\bamendment\b.*\bbecame\b", text, re.I):
            return next((one for one in waiting if one.kind is not MotionKind.AMENDMENT), None)
        if names_amendment(text):
            amendment = next((one for one in waiting if one.kind is MotionKind.AMENDMENT), None)
            if amendment is None and len(waiting) > 1:
                waiting[0].kind = MotionKind.AMENDMENT
                return waiting[0]
            return amendment
        if _TABLING.search(text) and (
            tabling := next((one for one in waiting if one.kind is MotionKind.PROCEDURAL), None)
        ):
            return tabling
        if re.search(r"\b(?:main|original) motion\b", text, re.I):
            return next((one for one in waiting if one.kind not in (MotionKind.AMENDMENT, MotionKind.PROCEDURAL)), None)
        if names_motion(text):
            return next((one for one in waiting if one.kind is not MotionKind.AMENDMENT), next(iter(waiting), None))
        return next(iter(waiting), None)


def _votes(ballot: Ballot) -> int | None:
    """How many voted for something, as counted or by their names."""
    return ballot.votes_for if ballot.votes_for is not None else len(ballot.names_for) or None
