"""Motions and amendments of one minute, and what became of each. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.decisions.models import Fate
from corpus.models import Status
from corpus.paragraphs.statement_kind import is_lost, opens_amendment
from index.models import Placed

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
_ABSTAINED = re.compile(r"^abst\w*\b\W*(\d+)|\b(\d+) (?:abst\w+|not voting)|\babst\w*\s*\((\d+)\)", re.I)


@dataclass
class Proposal:
    """A motion or amendment as it is gathered from its minute's paragraphs."""

    amends: bool
    places: list[Placed]
    votes: list[Placed] = field(default_factory=list)
    fate: Fate | None = None
    outcome: Placed | None = None

    @property
    def ref(self) -> str:
        return self.places[0].paragraph.ref or ""

    @property
    def parties(self) -> tuple[str | None, str | None]:
        """Who proposed and who seconded, as printed."""
        found = _MOVED.search(self.places[0].paragraph.own)
        return (_plain(found["mover"]), _plain(found["seconder"])) if found else (None, None)


@dataclass
class Motions:
    """The proposals of a minute, and the votes and outcomes that are told of no proposal."""

    proposals: list[Proposal]
    votes: list[Placed]


def motions_of(minute: Sequence[Placed]) -> Motions:
    """A minute's motions and amendments in order, each with its votes and its fate where the minute tells it."""
    reading = _Reading()
    for place in minute:
        if not place.paragraph.heading:
            reading.take(place)
    found = [one for one in reading.found if not _is_title(one)]
    for one in found:
        if one.fate is None:
            one.fate = _by_count(tally(one.votes))
    return Motions(found, reading.loose)


@dataclass
class _Reading:
    """A minute as it is read, paragraph by paragraph."""

    found: list[Proposal] = field(default_factory=list)
    loose: list[Placed] = field(default_factory=list)  # votes told of no proposal
    put: Proposal | None = None  # what the latest line put to the vote
    substantive: bool = False  # the motion as amended is put
    growing: bool = False  # the next paragraph may go on with the latest proposal

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
        if self.growing and _goes_on(self.found[-1], place):
            self.found[-1].places.append(place)
            return
        status = place.paragraph.status
        one = Proposal(status is not Status.MOTION, [place])
        if status is Status.AMENDMENT_LOST:
            one.fate = Fate.LOST
        if status is Status.VOTE or tally([place]):
            one.votes.append(place)
        self.found.append(one)
        self.put, self.substantive, self.growing = one, False, True

    def _vote(self, place: Placed) -> None:
        own = place.paragraph.own
        if not _counts(own) or len(own) > 12 and re.search(r"\b(?:motion|amendment)\b", own, re.I):
            self.put, self.substantive = _put(self.found, own, self.put)
        target = _first_motion(self.found) if self.substantive else self.put
        (target.votes if target else self.loose).append(place)


def tally(votes: Sequence[Placed]) -> str | None:
    """ "9 for, 12 against, 2 abstaining" as the lines of the last vote count them, or None.

    What is put in parts first, and then as a whole, is told by the vote on the whole.
    """
    counts: list[int | None] = []
    for pattern in (_FOR, _AGAINST, _ABSTAINED):
        matches = [match for vote in reversed(votes) if (match := pattern.search(vote.paragraph.own))]
        counts.append(next((int(group) for match in matches for group in match.groups() if group), None))
    if counts[0] is None or counts[1] is None:
        return None
    words = f"{counts[0]} for, {counts[1]} against"
    return f"{words}, {counts[2]} abstaining" if counts[2] is not None else words


_SIDE = re.compile(r"^(?:those )?(?:for|in favour|against|abst\w*)\b\W*(\d+)", re.I)


def counted_on_a_side(own: str) -> int | None:
    """How many a line that opens with its side counts ("Against (12) ..."); None for any other line."""
    found = _SIDE.match(own)
    return int(found[1]) if found else None


def _by_count(counted: str | None) -> Fate | None:
    """What a count says of a proposal whose outcome is not put in words; a tie says nothing."""
    if counted is None:
        return None
    votes_for, against = (int(number) for number in re.findall(r"\d+", counted)[:2])
    return None if votes_for == against else Fate.CARRIED if votes_for > against else Fate.LOST


def _is_outcome(place: Placed) -> bool:
    own = place.paragraph.own
    return len(own) < 200 and bool(_OUTCOME.search(own)) and not opens_amendment(own)


def _tells(own: str) -> bool:
    return bool(re.search(r"\b(?:was|were|is)\s+(?:\w+ )?(?:carried|agreed|lost|defeated|approved)\b", own, re.I))


def _amends_in_a_vote(place: Placed) -> bool:
    """Whether one paragraph tells of an amendment, its vote and all."""
    return place.paragraph.status is Status.VOTE and bool(_MOVED.search(place.paragraph.own))


def _goes_on(open_one: Proposal, place: Placed) -> bool:
    first, paragraph = open_one.places[0].paragraph, place.paragraph
    if _OPENS.search(paragraph.own[:200]) or (paragraph.status is Status.MOTION) is open_one.amends:
        return False
    return paragraph.ref == first.ref or paragraph.intro.split("\n")[0] == first.own


def _counts(own: str) -> bool:
    return bool(_FOR.search(own) or _AGAINST.search(own) or _ABSTAINED.search(own))


def _put(found: Sequence[Proposal], own: str, put: Proposal | None) -> tuple[Proposal | None, bool]:
    """Which proposal a line puts to the vote, and whether it is the motion as amended."""
    if re.search(r"\b(?:substantive motion|motion (?:\(?as|so) amended)\b", own, re.I) and not _AMENDMENT.search(own):
        return put, True
    named = _NAMED.search(own)
    if named:
        for one in reversed(found):
            if re.search(rf"\({named[1]}\)|para {named[1]}\b|^{named[1]}$|\.{named[1]}$", one.ref):
                return one, False
    if re.search(r"\bsubstantive\b|\bas amended\b", own, re.I):
        return put, True
    if re.search(r"\bamendment\b", own, re.I) and not re.search(r"\bno amendment", own, re.I):
        return next((one for one in reversed(found) if one.amends and one.fate is None), put), False
    if re.search(r"\bmotion\b", own, re.I):
        return next((one for one in reversed(found) if not one.amends), put), False
    return put, False


def _told_of(found: Sequence[Proposal], own: str, put: Proposal | None, substantive: bool) -> Proposal | None:
    if substantive or re.search(r"\bsubstantive\b", own, re.I):
        return _first_motion(found)
    if put is not None and put.outcome is None:
        word = re.search(r"\b(motion|amendment)\b", own, re.I)
        if word is None or (word[1].lower() == "amendment") is put.amends:
            return put
    return _put(found, own, put)[0]


def _first_motion(found: Sequence[Proposal]) -> Proposal | None:
    return next((one for one in found if not one.amends and not _is_title(one)), None)


def _is_title(one: Proposal) -> bool:
    """Whether a motion is only named ("Motion for debate: clean streets"), its words and movers to follow or nowhere."""
    own = one.places[0].paragraph.own
    return len(one.places) == 1 and not one.votes and one.outcome is None and bool(_TITLE_ONLY.match(own))


def _fate(own: str) -> Fate:
    if _WITHDRAWN.search(own):
        return Fate.WITHDRAWN
    return Fate.LOST if is_lost(own) or not _CARRIED.search(own) else Fate.CARRIED


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip()
