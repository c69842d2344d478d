"""Paragraphs to the register of decisions: what was resolved, moved, lost, deferred, noted, recommended. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.citations import CitedSpan, citation
from assistant.decisions.amendments import edits_of, motion_amended, text_of
from assistant.decisions.models import MINUTED, Decision, EntryKind, Standing
from assistant.decisions.motions import Motions, Proposal, counted, motions_of, tally_of
from assistant.language.similarity import runs, share
from assistant.models import Citation
from corpus.models import Outcome, PartKind, Status
from corpus.paragraphs.resolutions import Resolved, decided_among
from index.models import Placed
from index.text import words_of

_KINDS = {
    Status.NOTED: EntryKind.NOTED,
    Status.DEFERRED: EntryKind.DEFERRED,
    Status.WITHDRAWN: EntryKind.WITHDRAWN,
    Status.CALLED_IN: EntryKind.CALLED_IN,
}
_TOLD_TO_ALL = re.compile(r"\bnoted (?:that|the following|how|in)\b|[:–-]\s*$", re.I)  # debate, or a lead to a list
_NUMBERED = re.compile(r"^(?:\S*\d\S*\s*)?$")  # nothing but a minute's number
_NUMBER = 20  # letters within which a minute's number stands before its title
_BARE_OUTCOME = 60  # letters of a motion's outcome that is told without its words
_CARRIED = 0.5  # share of runs in common from which a motion is what was resolved under it
_LOOSE = 0.15  # how much less two texts are alike that share stems and no runs of words
_SAME_LIST = 3  # paragraphs from one recommendation of a list to the next
_PROPOSED = re.compile(r"\b(?:proposed|moved|suggested|asked|requested) that\b", re.I)


def decisions_of(places: Sequence[Placed]) -> list[Decision]:
    """Every entry that these paragraphs hold, in the order of the papers; one decision may be printed in two of them.

    Shapes: `places` are the paragraphs of the statuses in READ and the titles of minutes, in the order of the papers.
    """
    out: list[Decision] = []
    for _, group in groupby(places, key=_minute):
        minute = list(group)
        part = minute[0].part
        if part.kind in MINUTED:
            out.extend(_of_minute(minute))
        elif part.kind is not PartKind.AMENDMENT:
            out.extend(_recommendations(minute))
        else:
            out.extend(_tabled(minute))
    return out


def _minute(place: Placed) -> tuple[str, int, str | None, str | None]:
    """What the paragraphs of one minute have in common: paper, part, item and its title."""
    paragraph = place.paragraph
    return place.paper, paragraph.part, paragraph.item, paragraph.item_title


def _of_minute(minute: Sequence[Placed]) -> Iterator[Decision]:
    """A minute's motions and amendments, then what it resolved; where it resolved nothing, what else it decided."""
    lines = [place.paragraph for place in minute]
    decided = decided_among(lines, [_said(place) for place in minute])
    taken = {i for resolved in decided for i in resolved.at}
    motions = motions_of([place for i, place in enumerate(minute) if i not in taken or _is_short(place)])
    resolutions = [(minute[resolved.at[0]].paragraph.id, "\n".join(resolved.words)) for resolved in decided]
    for i, proposal in enumerate(motions.proposals):
        yield _with_fate(proposal, motions.proposals[:i], resolutions)
    seen: set[str] = set()
    for resolved in decided:
        words = "\n".join(resolved.words)
        if words not in seen:
            seen.add(words)
            yield _resolved([minute[i] for i in resolved.at], words, _votes_on(motions, minute, resolved))
    if not decided:
        yield from _also(minute, taken)
    if motions.votes and not decided and not motions.proposals:
        yield entry_of(motions.votes, EntryKind.VOTE, "\n".join(vote.paragraph.own for vote in motions.votes))


def _is_short(place: Placed) -> bool:
    """Whether a paragraph could be a motion's bare outcome ("Motion carried."), though it counts as a resolution."""
    return len(place.paragraph.own) < _BARE_OUTCOME


def _said(place: Placed) -> str:
    """A paragraph's own words, without the number and title of its minute where they stand in one block."""
    own, title = place.paragraph.own, place.paragraph.item_title
    start = own.find(title) if title else -1
    if title and 0 <= start < _NUMBER and _NUMBERED.match(own[:start]) and len(own) > start + len(title) + 3:
        return own[start + len(title) :].lstrip(" :.–-\n") or own
    return own


def _votes_on(motions: Motions, minute: Sequence[Placed], resolved: Resolved) -> list[Placed]:
    """The votes on what was resolved: those told of no motion, else those of the one motion that carried before it."""
    last = minute[resolved.at[0]].n
    votes = [vote for vote in motions.votes if vote.n < last]
    carried = [p for p in motions.proposals if not p.amends and p.fate is Outcome.CARRIED and p.places[0].n < last]
    return votes or (carried[0].votes if len(carried) == 1 else [])


def _resolved(places: Sequence[Placed], words: str, votes: Sequence[Placed]) -> Decision:
    """What was resolved, as an entry that stands."""
    status = places[0].paragraph.status
    entry = entry_of(places, _KINDS.get(status, EntryKind.RESOLUTION), words)
    return replace(
        entry,
        resolved=True,
        standing=Standing.ACTIVE,
        tally=tally_of(counted(votes)),
        votes=tuple(cited(votes)),
    )


def _moved(proposal: Proposal) -> Decision:
    """A motion or amendment as an entry, with who moved it, its votes and its fate as the minute tells them."""
    lost = proposal.amends and proposal.fate is Outcome.LOST
    kind = EntryKind.AMENDMENT_LOST if lost else EntryKind.AMENDMENT if proposal.amends else EntryKind.MOTION
    entry = entry_of(proposal.places, kind, "\n".join(place.paragraph.own for place in proposal.places))
    proposer, seconder = proposal.parties
    told = [proposal.outcome] if proposal.outcome and proposal.outcome not in proposal.votes else []
    return replace(
        entry,
        fate=proposal.fate,
        proposer=proposer,
        seconder=seconder,
        tally=tally_of(counted(proposal.votes)),
        votes=tuple(cited([*proposal.votes, *told])),
    )


def _with_fate(proposal: Proposal, before: Sequence[Proposal], resolutions: Sequence[tuple[str, str]]) -> Decision:
    """A motion or amendment with what was resolved on it, and what it changes in the motion that it prints again.

    Shapes: `before` are the minute's proposals before it; `resolutions` are pairs of an id and words.
    """
    moved, own = _moved(proposal), text_of(proposal)
    motion = motion_amended(proposal, before) if proposal.amends else None
    if motion and (edits := edits_of(text_of(motion), own)):
        moved = replace(moved, amends=motion.places[0].paragraph.id, edits=edits)
    alike, words, resolved = max(
        ((_alike(own, words), words, name) for name, words in resolutions), default=(0.0, "", "")
    )
    if (
        alike < _CARRIED
        or moved.fate not in (None, Outcome.CARRIED)
        or motion
        and _alike(text_of(motion), words) >= alike
    ):
        return moved  # what was resolved in the motion's words is not resolved in the amendment's
    return replace(moved, fate=Outcome.CARRIED, became=resolved)


def _alike(motion: str, resolution: str) -> float:
    """How much of a motion and a resolution is one text, 0..1: runs of words in common, or stems ("notes" and "note")."""
    one, two = set(words_of(motion)), set(words_of(resolution))
    worded = len(one & two) / len(one | two) if len(one & two) > 2 else 0.0
    return max(share(runs(motion), runs(resolution)), worded - _LOOSE)


def _also(minute: Sequence[Placed], taken: set[int]) -> Iterator[Decision]:
    """What a minute without a resolution says was noted, deferred, withdrawn or called in."""
    for i, place in enumerate(minute):
        paragraph = place.paragraph
        kind = _KINDS.get(paragraph.status)
        if paragraph.heading or kind is None or i in taken or _PROPOSED.search(paragraph.own):
            continue
        if kind is EntryKind.NOTED and _TOLD_TO_ALL.search(paragraph.own):
            continue
        yield entry_of([place], kind, paragraph.own)


def _recommendations(places: Sequence[Placed]) -> Iterator[Decision]:
    """The recommendations of a report, one entry for each list."""
    group: list[Placed] = []
    for place in places:
        paragraph = place.paragraph
        if paragraph.heading or paragraph.status is not Status.RECOMMENDATION:
            continue
        if group and not (place.n - group[-1].n <= _SAME_LIST and paragraph.section == group[-1].paragraph.section):
            yield _recommended(group)
            group = []
        group.append(place)
    if group:
        yield _recommended(group)


def _recommended(group: Sequence[Placed]) -> Decision:
    return entry_of(group, EntryKind.RECOMMENDATION, "\n".join(place.paragraph.own for place in group))


def _tabled(places: Sequence[Placed]) -> Iterator[Decision]:
    """A motion or amendment on a paper of its own, before it was put to the vote."""
    text = [place for place in places if place.paragraph.status is Status.AMENDMENT and not place.paragraph.heading]
    if text:
        yield entry_of(text, EntryKind.AMENDMENT, "\n".join(place.paragraph.own for place in text))


def entry_of(places: Sequence[Placed], kind: EntryKind, words: str) -> Decision:
    """An entry of which only the place and the words are known; its first paragraph gives the id."""
    first = places[0]
    paragraph, part = first.paragraph, first.part
    return Decision(
        id=paragraph.id,
        kind=kind,
        resolved=False,
        fate=None,
        standing=None,
        council=part.meeting.council,
        body=part.meeting.body,
        date=part.meeting.date,
        ref=paragraph.ref,
        item=paragraph.item or part.item,
        title=paragraph.item_title or (part.title if part.kind not in MINUTED else None),
        words=words,
        draft=part.draft,
        proposer=None,
        seconder=None,
        tally=None,
        citations=tuple(cited(places)),
    )


def cited(places: Iterable[Placed]) -> list[Citation]:
    """Each paragraph whole as a citation, numbered from 1."""
    return [citation(n, CitedSpan(place, 0, len(place.paragraph.own), 1.0)) for n, place in enumerate(places, 1)]
