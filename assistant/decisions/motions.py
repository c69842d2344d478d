"""Motions and amendments of one minute, and what became of each. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.models import Ballot, Motion, MotionKind, Outcome, Status
from corpus.paragraphs.statement_kind import is_lost, opens_amendment
from index.models import Placed

_FATES = {
    Outcome.CARRIED: "was carried",
    Outcome.LOST: "was lost",
    Outcome.CARRIED_BY_CASTING_VOTE: "was carried by a casting vote",
    Outcome.LOST_BY_CASTING_VOTE: "was lost by a casting vote",
    Outcome.WITHDRAWN: "was withdrawn",
    Outcome.NOT_SECONDED: "was not seconded",
    Outcome.DEFERRED: "was deferred",
    Outcome.REFERRED: "was referred",
    Outcome.ACCEPTED: "was accepted",
}
_LONGEST_OUTCOME = 200  # letters of a line that tells an outcome and nothing else
_OPENING = 200  # letters within which a paragraph opens a proposal
_BARE_COUNT = 12  # letters of a line that only counts ("Against (12)")
_PROPOSALS = frozenset({Status.MOTION, Status.AMENDMENT, Status.AMENDMENT_LOST})
_TITLE = r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|[Tt]he)\.?"
_NAME = rf"(?:{_TITLE}\s+)?[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|of|the|de|van))*"
_MOVED = re.compile(
    rf"(?P<mover>{_NAME})(?:,[^.;:]{{0,90}}?,)?\s+(?:proposed|moved)\b.{{0,60}}?\b(?:and|,)\s*(?P<seconder>{_NAME})(?:,[^.;:]{{0,90}}?,)?\s+[Ss]econded\b",
    re.S,
)
_OPENS = re.compile(r"\b(?:proposed|moved)\b[^\n]{0,140}\bseconded\b|^(?:notice of )?motion\b|\bfollowing (?:motion|amendment)\b", re.I)  # fmt: skip
_OUTCOME = re.compile(
    r"^\(?(?:\w{1,3}[.)]\s*)?(?:the )?(?:substantive |original |main )?(?:motion|amendment|proposal)\b.{0,60}\b(?:carried|agreed|approved|passed|adopted|lost|fell|defeated|withdrawn|rejected)\b|^(?:unanimously )?(?:agreed|carried|lost|withdrawn)(?: unanimously| nem\.? con)?\.?$",
    re.I,
)
_TITLE_ONLY = re.compile(r"^(?:notice of )?motion\b(?!.*\b(?:proposed|moved|seconded|that|resolve[sd]?|agree[sd]?)\b)[^.;]{0,160}$", re.I | re.S)  # fmt: skip
_CARRIED = re.compile(r"\b(?:carried|agreed|approved|passed|adopted)\b", re.I)
_WITHDRAWN = re.compile(r"\bwithdrawn\b", re.I)
_AMENDMENT = re.compile(r"\bamendment\b", re.I)
_NAMED = re.compile(r"\bparagraphs?\s*\(?(\d{1,3})\)?", re.I)
_FOR = re.compile(r"^(?:for|in favour|those for)\b\W*(\d+)|\b(\d+) (?:votes? )?(?:for|in favour)\b|\bfor\s*\((\d+)\)", re.I)  # fmt: skip
_AGAINST = re.compile(r"^(?:against|those against)\b\W*(\d+)|\b(\d+) (?:votes? )?against\b|\bagainst\s*\((\d+)\)|\bagainst\s+(\d+)\b", re.I)  # fmt: skip
_SIDE = re.compile(r"^(?:those )?(?:for|in favour|against|abst\w*)\b\W*(\d+)", re.I)
_ABSTAINED = re.compile(r"^abst\w*\b\W*(\d+)|\b(\d+) (?:abst\w+|not voting)|\babst\w*\s*\((\d+)\)", re.I)


@dataclass
class Proposal:
    """A motion or amendment as it is gathered from its minute's paragraphs."""

    amends: bool  # whether it is an amendment
    places: list[Placed]  # its words
    votes: list[Placed] = field(default_factory=list)
    fate: Outcome | None = None
    outcome: Placed | None = None  # the paragraph that tells the fate

    @property
    def ref(self) -> str:
        """The number of its first paragraph as printed; "" where it has none."""
        return self.places[0].paragraph.ref or ""

    @property
    def parties(self) -> tuple[str | None, str | None]:
        """Who proposed and who seconded, as printed; None where its first paragraph names nobody."""
        found = _MOVED.search(self.places[0].paragraph.own)
        return (_plain(found["mover"]), _plain(found["seconder"])) if found else (None, None)


@dataclass
class Motions:
    """The proposals of a minute, and the votes that are told of no proposal."""

    proposals: list[Proposal]
    votes: list[Placed]


def motions_of(minute: Sequence[Placed]) -> Motions:
    """A minute's motions and amendments in order, each with its votes and its fate where the minute tells it."""
    reading = _Reading()
    for place in minute:
        if not place.paragraph.heading:
            reading.take(place)
    found = [proposal for proposal in reading.found if not _is_title(proposal)]
    for proposal in found:
        if proposal.fate is None:
            proposal.fate = _by_count(counted(proposal.votes))
    return Motions(found, reading.loose)


@dataclass
class _Reading:
    """A minute as it is read, paragraph by paragraph."""

    found: list[Proposal] = field(default_factory=list)
    loose: list[Placed] = field(default_factory=list)  # votes told of no proposal
    put: Proposal | None = None  # what the latest line put to the vote
    substantive: bool = False  # whether that is the motion as amended
    growing: bool = False  # whether the next paragraph may go on with the latest proposal

    def take(self, place: Placed) -> None:
        """Read one paragraph."""
        status, told = place.paragraph.status, _is_outcome(place)
        if status in _PROPOSALS and not told or _amends_in_a_vote(place):
            self._propose(place)
            return
        self.growing = False
        if status is Status.VOTE:
            self._vote(place)
        if told or status is Status.VOTE and _tells(place.paragraph.own):
            target = _told_of(self.found, place.paragraph.own, self.put, self.substantive)
            if target is not None and target.outcome is None:
                target.fate, target.outcome = _fate(place.paragraph.own), place

    def _propose(self, place: Placed) -> None:
        """Take a paragraph as the words of the latest proposal, or as the beginning of the next."""
        if self.growing and _goes_on(self.found[-1], place):
            self.found[-1].places.append(place)
            return
        status = place.paragraph.status
        proposal = Proposal(status is not Status.MOTION, [place])
        if status is Status.AMENDMENT_LOST:
            proposal.fate = Outcome.LOST
        if status is Status.VOTE or tally_of(counted([place])):
            proposal.votes.append(place)
        self.found.append(proposal)
        self.put, self.substantive, self.growing = proposal, False, True

    def _vote(self, place: Placed) -> None:
        """Take a paragraph as a vote, or as the line that says what is put to the vote."""
        own = place.paragraph.own
        if not _counts(own) or len(own) > _BARE_COUNT and re.search(r"\b(?:motion|amendment)\b", own, re.I):
            self.put, self.substantive = _put(self.found, own, self.put)
        target = _first_motion(self.found) if self.substantive else self.put
        (target.votes if target else self.loose).append(place)


def counted(votes: Sequence[Placed]) -> Ballot:
    """The count of the last of these votes.

    What is put in parts first, and then as a whole, is told by the vote on the whole.
    """
    votes_for, against, abstained = (_count_by(pattern, votes) for pattern in (_FOR, _AGAINST, _ABSTAINED))
    return Ballot(votes_for, against, abstained)


def _count_by(pattern: re.Pattern[str], votes: Sequence[Placed]) -> int | None:
    """The last number of a side that one of the votes gives."""
    matches = [match for vote in reversed(votes) if (match := pattern.search(vote.paragraph.own))]
    return next((int(group) for match in matches for group in match.groups() if group), None)


def fate_of(motion: Motion, by: bool = False) -> str:
    """What became of a motion in words: "the amendment was lost (3 for, 4 against)"; with `by`, "the amendment moved by Lund ..."."""
    kind = "amendment" if motion.kind is MotionKind.AMENDMENT else "motion"
    moved = f" moved by {motion.mover}" if by and motion.mover else ""
    fate = _FATES[motion.outcome] if motion.outcome else "was replaced by an amendment" if motion.amended else "was put"
    tally = tally_of(motion.ballot)
    return f"the {kind}{moved} {fate}{f' ({tally})' if tally else ''}"


def tally_of(ballot: Ballot) -> str | None:
    """A vote's count in words, "9 for, 12 against, 2 abstaining"; None where the two sides are not counted."""
    if ballot.votes_for is None or ballot.against is None:
        return None
    words = f"{ballot.votes_for} for, {ballot.against} against"
    return f"{words}, {ballot.abstained} abstaining" if ballot.abstained else words


def counted_on_a_side(own: str) -> int | None:
    """How many voted as a line says that opens with its side, "Against (12) ..."; None for any other line."""
    found = _SIDE.match(own)
    return int(found[1]) if found else None


def _by_count(ballot: Ballot) -> Outcome | None:
    """What a count says of a proposal whose outcome no word tells; a tie says nothing."""
    votes_for, against = ballot.votes_for, ballot.against
    if votes_for is None or against is None or votes_for == against:
        return None
    return Outcome.CARRIED if votes_for > against else Outcome.LOST


def _is_outcome(place: Placed) -> bool:
    """Whether a paragraph tells what became of a motion or amendment, and nothing else."""
    own = place.paragraph.own
    return len(own) < _LONGEST_OUTCOME and bool(_OUTCOME.search(own)) and not opens_amendment(own)


def _tells(own: str) -> bool:
    """Whether the line of a vote tells the outcome too."""
    return bool(re.search(r"\b(?:was|were|is)\s+(?:\w+ )?(?:carried|agreed|lost|defeated|approved)\b", own, re.I))


def _amends_in_a_vote(place: Placed) -> bool:
    """Whether one paragraph tells of an amendment with its vote."""
    return place.paragraph.status is Status.VOTE and bool(_MOVED.search(place.paragraph.own))


def _goes_on(proposal: Proposal, place: Placed) -> bool:
    """Whether a paragraph belongs to the proposal before it: under its number or its opening line, and opening no other."""
    first, paragraph = proposal.places[0].paragraph, place.paragraph
    if _OPENS.search(paragraph.own[:_OPENING]) or (paragraph.status is Status.MOTION) is proposal.amends:
        return False
    return paragraph.ref == first.ref or paragraph.intro.split("\n")[0] == first.own


def _counts(own: str) -> bool:
    """Whether a line counts the votes of a side."""
    return bool(_FOR.search(own) or _AGAINST.search(own) or _ABSTAINED.search(own))


def _put(found: Sequence[Proposal], own: str, put: Proposal | None) -> tuple[Proposal | None, bool]:
    """Which proposal a line puts to the vote, and whether it is put as the motion as amended.

    `put` is what was put before; it stays where the line names nothing.
    """
    if re.search(r"\b(?:substantive motion|motion (?:\(?as|so) amended)\b", own, re.I) and not _AMENDMENT.search(own):
        return put, True
    named = _NAMED.search(own)
    if named:
        for proposal in reversed(found):
            if re.search(rf"\({named[1]}\)|para {named[1]}\b|^{named[1]}$|\.{named[1]}$", proposal.ref):
                return proposal, False
    if re.search(r"\bsubstantive\b|\bas amended\b", own, re.I):
        return put, True
    if re.search(r"\bamendment\b", own, re.I) and not re.search(r"\bno amendment", own, re.I):
        return next((proposal for proposal in reversed(found) if proposal.amends and proposal.fate is None), put), False
    if re.search(r"\bmotion\b", own, re.I):
        return next((proposal for proposal in reversed(found) if not proposal.amends), put), False
    return put, False


def _told_of(found: Sequence[Proposal], own: str, put: Proposal | None, substantive: bool) -> Proposal | None:
    """The proposal whose outcome a line tells."""
    if substantive or re.search(r"\bsubstantive\b", own, re.I):
        return _first_motion(found)
    if put is not None and put.outcome is None:
        word = re.search(r"\b(motion|amendment)\b", own, re.I)
        if word is None or (word[1].lower() == "amendment") is put.amends:
            return put
    return _put(found, own, put)[0]


def _first_motion(found: Sequence[Proposal]) -> Proposal | None:
    """The motion that amendments amend: the first that is more than a title."""
    return next((proposal for proposal in found if not proposal.amends and not _is_title(proposal)), None)


def _is_title(proposal: Proposal) -> bool:
    """Whether a motion is only named ("Motion for debate: clean streets"), and has neither words, votes nor outcome."""
    bare = len(proposal.places) == 1 and not proposal.votes and proposal.outcome is None
    return bare and bool(_TITLE_ONLY.match(proposal.places[0].paragraph.own))


def _fate(own: str) -> Outcome:
    """What a line says became of a proposal; lost, where it does not say that it carried."""
    if _WITHDRAWN.search(own):
        return Outcome.WITHDRAWN
    return Outcome.LOST if is_lost(own) or not _CARRIED.search(own) else Outcome.CARRIED


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip()
