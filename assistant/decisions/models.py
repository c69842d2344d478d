"""What the register of decisions holds: frozen, and worded as the command line prints it."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.models import Citation
from corpus.models import Outcome, PartKind, Status

MINUTED = frozenset({PartKind.MINUTES, PartKind.DECISION_RECORD})  # the parts that record what was done

# The paragraphs that the register is read from.
READ: tuple[Status, ...] = (
    Status.RESOLUTION,
    Status.NOTED,
    Status.DEFERRED,
    Status.WITHDRAWN,
    Status.CALLED_IN,
    Status.RECOMMENDATION,
    Status.MOTION,
    Status.AMENDMENT,
    Status.AMENDMENT_LOST,
    Status.VOTE,
)


class EntryKind(StrEnum):
    """What an entry is. Only a resolution, or a deferral, noting or withdrawal that was resolved, was decided."""

    RESOLUTION = "resolution"
    NOTED = "noted"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    CALLED_IN = "called-in"
    RECOMMENDATION = "recommendation"
    MOTION = "motion"
    AMENDMENT = "amendment"
    AMENDMENT_LOST = "amendment-lost"
    VOTE = "vote"


class LaterRelation(StrEnum):
    """What a later decision did to an earlier one."""

    RESCINDED = "rescinded"
    CHANGED = "changed"
    REFERRED_BACK = "referred-back"
    CONFIRMED = "confirmed"
    FOLLOWED = "followed"  # later words on the same matter, which say nothing of this decision


class Standing(StrEnum):
    """Whether a resolution stands, as far as the papers say."""

    ACTIVE = "active"
    SUPERSEDED = "superseded"
    RESCINDED = "rescinded"
    REFERRED_BACK = "referred-back"


@dataclass(frozen=True, slots=True)
class Later:
    """A later decision that bears on this one."""

    relation: LaterRelation
    decision: str  # its id
    date: str | None
    body: str | None
    words: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that an amendment makes: words left out, words put in, and the words that stand before them."""

    after: str
    removed: str
    added: str

    @property
    def in_words(self) -> str:
        """The change as a sentence: "for “ten” puts “twenty”"."""
        place = f" after “… {self.after}”" if self.after else " at the start"
        if self.removed and self.added:
            return f"for “{self.removed}” puts “{self.added}”"
        return f"adds{place}: “{self.added}”" if self.added else f"leaves out{place}: “{self.removed}”"


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the register. The first citation is its own paragraph; a list has one for each line."""

    id: str  # of its first paragraph
    kind: EntryKind
    resolved: bool  # whether the body resolved it; never true of what was only recommended, moved or lost
    fate: Outcome | None
    standing: Standing | None  # of what was resolved
    council: str | None
    body: str | None
    date: str | None
    ref: str | None
    item: str | None
    title: str | None
    words: str  # verbatim; of a resolution what stands behind the word Resolved
    draft: bool  # read from minutes that call themselves draft
    proposer: str | None
    seconder: str | None
    tally: str | None  # "9 for, 12 against, 2 abstaining"
    citations: tuple[Citation, ...]
    votes: tuple[Citation, ...] = ()
    also: tuple[Citation, ...] = ()  # where other papers print the same decision
    recommended: tuple[Citation, ...] = ()  # what was recommended before it was resolved
    became: str | None = None  # of a recommendation or motion: the id of what was resolved on it
    amends: str | None = None  # of an amendment that prints the motion again: the motion's id
    edits: tuple[Edit, ...] = ()  # and what it changes in it; its words are the whole text
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """What a tracker said of an action at one meeting."""

    date: str | None
    status: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class TrackedAction:
    """An action with its owner and every status reported, the latest last."""

    body: str | None
    raised: str | None  # the date as printed
    topic: str | None
    action: str
    owner: str | None
    status: str | None  # the latest
    open: bool  # whether the latest status calls it neither complete nor closed
    progress: tuple[Progress, ...]


@dataclass(frozen=True, slots=True)
class PlannedDecision:
    """A forward plan's entry: a decision to come, never one taken."""

    number: str | None
    title: str
    decision_date: str | None
    decision_maker: str | None
    private: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class Register:
    """Decisions by date, the newest first; actions; and what forward plans announce."""

    decisions: tuple[Decision, ...]
    actions: tuple[TrackedAction, ...]
    planned: tuple[PlannedDecision, ...]
    searched: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class DecisionFilters:
    """What the user set; None means no limit. Dates are YYYY-MM-DD."""

    query: str | None = None  # a topic, by words and by meaning
    council: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None
    kind: EntryKind | None = None
    standing: Standing | None = None
    person: str | None = None  # who proposed, seconded, voted, owns the action or is named
