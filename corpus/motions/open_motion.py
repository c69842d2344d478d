"""A motion as it is gathered from the sentences of its minute. Pure but for the gathering itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.models import Ballot, Motion, MotionKind, Outcome
from corpus.motions.people import plain_name
from corpus.motions.sentences import Sentence
from corpus.motions.votes import Cast, Side, added, counted

_SAYS_WHAT = re.compile(r"\W*(?:that|to(?! be )|we|the|this|it|an?)\b|\W*(?-i:[A-Z])", re.I)
_SAID = 4  # words, from which somebody proposed something, whatever became of it


@dataclass
class OpenMotion:
    """What somebody moved."""

    kind: MotionKind
    words: str
    mover: str | None
    seconder: str | None
    item: str | None
    paragraph: str
    numbers: set[str] = field(default_factory=set)  # by which later lines name it
    named_only: bool = False  # its words are the sentence that names it, until its own are printed
    proposed: bool = False  # whether somebody "proposed" or "moved" it, in these words
    outcome: Outcome | None = None
    amended: bool = False
    is_part: bool = False  # a part of another, put by itself
    replaced: bool = False  # put in other words, as it was amended: nothing becomes of its own
    ballot: Ballot = Ballot()
    whole: bool = False  # whether all who voted are named
    told: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)  # paragraphs that print its words, or who moved it
    put: str | None = None  # the paragraph that puts it to the vote

    def __post_init__(self) -> None:
        """Begin with the paragraph that opens it."""
        self.printed.append(self.paragraph)

    def is_worded(self, words: str, paragraph: str) -> None:
        """Take its words, and the paragraph in which they stand."""
        self.words, self.paragraph = words, paragraph
        self.printed.append(paragraph)

    @property
    def is_told(self) -> bool:
        """Whether the paper says enough of it to keep it."""
        if self.outcome is not None or self.mover is None:
            return self.outcome is not None
        said = not self.named_only and len(self.words.split()) >= _SAID and _SAYS_WHAT.match(self.words) is not None
        return self.seconder is not None or self.proposed and said

    @property
    def is_certain(self) -> bool:
        """Whether a paper that is no minutes tells it all: who moved it, who seconded or how many voted, and the outcome."""
        voted = self.ballot.votes_for is not None and self.ballot.against is not None
        return self.outcome is not None and self.mover is not None and (self.seconder is not None or voted)

    def is_in(self, sentence: Sentence, before: Sentence | None) -> bool:
        """Whether it stands in the sentence's paragraph or in that of the sentence before."""
        return self.paragraph in (sentence.paragraph, before.paragraph if before else sentence.paragraph)

    def may_take(self, cast: Cast) -> bool:
        """Whether a vote told behind its outcome adds to what is known of its vote."""
        counts = dict(cast.counts)
        ballot = self.ballot
        if Side.FOR in counts and ballot.votes_for not in (None, counts[Side.FOR]):
            return False
        if Side.AGAINST in counts and ballot.against not in (None, counts[Side.AGAINST]):
            return False
        return not any(
            side is Side.FOR and ballot.names_for or side is Side.AGAINST and ballot.names_against
            for side, _ in cast.names
            if cast.listed and len(_) > 1
        )

    def decide(self, outcome: Outcome, paragraph: str) -> None:
        """Note what became of it, and where that is told."""
        if self.outcome is None:
            self.outcome = outcome
            self.told.insert(0, paragraph)

    def decide_by_count(self) -> None:
        """Note what its vote says where no word does; a tie says nothing."""
        ballot = counted(self.ballot, self.whole)
        if self.outcome is not None:
            return
        if ballot.votes_for is not None and ballot.against is not None and ballot.votes_for != ballot.against:
            self.outcome = Outcome.CARRIED if ballot.votes_for > ballot.against else Outcome.LOST
        elif ballot.unanimous and ballot.against is None:
            self.outcome = Outcome.CARRIED

    def take_names(self, cast: Cast) -> None:
        """Take what one more line says of its vote."""
        self.ballot = added(self.ballot, cast)
        self.whole = self.whole or cast.listed and any(side is Side.FOR for side, _ in cast.names)

    def take_ballot(self, ballot: Ballot, whole: bool, told: Sequence[str]) -> None:
        """Take the votes told of it."""
        self.ballot, self.whole = ballot, whole
        self.told.extend(told)

    def tidy(self) -> None:
        """Leave titles out of the names."""
        self.mover = plain_name(self.mover) if self.mover else None
        self.seconder = plain_name(self.seconder) if self.seconder else None

    def as_motion(self, part: int) -> Motion:
        """The motion as it is kept."""
        return Motion(
            part=part,
            item=self.item,
            kind=self.kind,
            words=self.words,
            mover=self.mover,
            seconder=self.seconder,
            outcome=self.outcome,
            amended=self.amended,
            ballot=counted(self.ballot, self.whole),
            paragraph=self.paragraph,
            told=tuple(dict.fromkeys(self.told)),
            printed=tuple(
                name for name in dict.fromkeys(self.printed) if name == self.paragraph or name not in self.told
            ),
            put=self.put,
        )


def likeness(one: str, two: str) -> float:
    """The share of the shorter text's words that the longer holds, 0..1; 0.0 where both give figures and share none."""
    ours, theirs = (set(re.findall(r"[\w.,]*\w", text.lower())) for text in (one, two))
    figures = [{word for word in words if word[0].isdigit()} for words in (ours, theirs)]
    if all(figures) and not figures[0] & figures[1]:
        return 0.0
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least else 0.0
