"""Blocks of results: "RESULT: / MOVER: / AYES:", and the voters below a side that was counted. Pure."""

import re
from dataclasses import dataclass

from corpus.attendance import is_same
from corpus.models import Ballot, Outcome
from corpus.motions.moves import UNVOTED, Moves
from corpus.motions.people import names_in, plain_name
from corpus.motions.sentences import Sentence
from corpus.motions.signs import outcome_in
from corpus.motions.votes import Cast, Side, added, cast_in, side_of

_LONGEST_NAME = 60  # letters
_RESULT_LABEL = re.compile(
    r"^(?P<label>RESULT|MOVER|SECONDER|AYES|NAYS|NOES|ABSTAIN(?:ED)?|ABSENT|AWAY|RECUSED|EXCUSED)\s*:\s*(?P<value>.*)$"
)


@dataclass
class Blocks(Moves):
    """Takes the lines of a block of results, each by its label."""

    def _under_side(self, sentence: Sentence) -> bool:
        """Take a line that is a name alone as a voter of the side that a line above counted ("AYES: 2")."""
        text = sentence.text
        names = names_in(text) if self.side is not None and self.side_left > 0 and len(text) < _LONGEST_NAME else ()
        if self.side is not None and len(names) == 1:
            self._take_cast(Cast((), ((self.side, names),), listed=True), sentence)
            self.side_left -= 1
            return True
        cast = cast_in(text) if len(text) < _LONGEST_NAME else Cast()
        if cast.listed and len(cast.counts) == 1 and not cast.names:
            self.side, self.side_left = cast.counts[0]
        elif cast:
            self.side = None
        return False

    def _in_block(self, sentence: Sentence) -> bool:
        """Take a sentence as a label of a block of results, or as the value of the label that waits longest.

        "RESULT: / MOVER: / AYES:" may stand in a column of their own, before all of their values.
        """
        text = sentence.text
        label = _RESULT_LABEL.match(text) if ":" in text else None
        if label and not label["value"]:
            self.labels.append(label["label"])
            return True
        if label and not self.labels and not label["value"].strip(" .").isdigit():
            self.labels.append(label["label"])
            text = label["value"]
        if not self.labels:
            return False
        name, value = self.labels[0].lower(), f"{self.value} {text}".strip()
        if name.startswith("result") and outcome_in(value) is None and not cast_in(f"vote {value}"):
            self.labels, self.value = [], ""
            return False
        if value.endswith(","):
            self.value = value
            return True
        self.labels, self.value = self.labels[1:], ""
        self._block_value(name, value, sentence)
        return True

    def _block_value(self, name: str, value: str, sentence: Sentence) -> None:
        """One line of a block of results: what it tells is of what was decided just before, else of what is open."""
        if name.startswith(("mov", "sec")):
            self._block_person(plain_name(value.split(",")[0]), name.startswith("mov"))
            return
        if name.startswith("result"):
            self.in_block = False
            outcome, cast = outcome_in(value), cast_in(f"vote {value}")
            counts = dict(cast.counts)
            if outcome in UNVOTED and counts.get(Side.FOR, 0) > counts.get(Side.AGAINST, 0):
                outcome = Outcome.CARRIED  # a vote to continue or to refer
            if self.fresh is not None:
                self.fresh.ballot = added(self.fresh.ballot, cast)
                self.fresh.told.append(sentence.paragraph)
            elif outcome is not None:
                self._take_cast(cast, sentence, told=True)
                self._decide(self._target(self.put), outcome, sentence.paragraph, self.put)
                self.in_block = True
            return
        side = side_of(name)
        names = names_in(value)
        if side is not None and names:
            cast = Cast(((side, len(names)),), ((side, names),), listed=True)
            if self.fresh is not None:
                self.fresh.take_names(cast)
                self.fresh.told.append(sentence.paragraph)
            else:
                self._take_cast(cast, sentence)

    def _block_person(self, person: str, moves: bool) -> None:
        """The mover or seconder that a block of results names: of the last motion, or of the one that it tells of."""
        last, fresh = self._last(), self.fresh
        if last is not None and last.mover is None and moves:
            last.mover = person
        elif moves and self.in_block and fresh and fresh.mover and not is_same(person, fresh.mover):
            meant = next((one for one in self._open() if one.mover and is_same(person, one.mover)), None)
            if meant is not None:
                meant.outcome, meant.ballot, meant.told = fresh.outcome, fresh.ballot, fresh.told
                fresh.outcome, fresh.ballot, fresh.told = None, Ballot(), []
                self.fresh, self.in_block = meant, False
        elif last is not None and last.seconder is None and not moves:
            last.seconder = person
