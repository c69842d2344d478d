"""The register's entries with what the minutes' motions say of them: who moved, the vote, what became of each. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.decisions.entries import cited, entry_of
from assistant.decisions.models import Decision, EntryKind, Standing
from assistant.decisions.motions import tally_of
from corpus.models import Ballot, Motion, MotionKind, Outcome
from index.models import Placed

_AMENDMENTS = frozenset({EntryKind.AMENDMENT, EntryKind.AMENDMENT_LOST})
_OF_MOTIONS = frozenset({EntryKind.MOTION, EntryKind.RESOLUTION, *_AMENDMENTS})
_CHANGED = frozenset({MotionKind.AMENDMENT})


def with_motions(
    entries: Sequence[Decision], motions: Sequence[Motion], places: Mapping[str, Placed]
) -> list[Decision]:
    """The entries, each with what a motion in its paragraphs tells; and an entry for each other motion that was put.

    Shapes: `places` are the paragraphs of the motions and of what tells their outcomes, by id; motions whose paragraph is
    missing there are left out.
    """
    by_paragraph: dict[str, list[int]] = defaultdict(list)
    for i, entry in enumerate(entries):
        for citation in entry.citations:
            by_paragraph[citation.paragraph].append(i)
    resolved = {
        (entry.citations[0].file, entry.title): entry.id for entry in entries if entry.kind is EntryKind.RESOLUTION
    }
    out = list(entries)
    taken: set[int] = set()
    more: list[Decision] = []
    ids = {entry.id for entry in entries}
    for motion in motions:
        if motion.paragraph not in places:
            continue
        same = [i for i in by_paragraph[motion.paragraph] if i not in taken and out[i].kind in _OF_MOTIONS]
        at = next((i for i in same if (out[i].kind in _AMENDMENTS) == (motion.kind in _CHANGED)), None)
        at = same[0] if at is None and same else at
        if at is None and motion.outcome is not None and motion.outcome.is_carried:
            printed = (i for name in motion.told for i in by_paragraph[name] if out[i].kind is EntryKind.RESOLUTION)
            at = next(printed, None)
        if at is not None:
            taken.add(at)
            out[at] = _told(out[at], motion, places)
        elif _is_put(motion) and not by_paragraph[motion.paragraph]:
            entry = _entry(motion, places)
            resolved_on = resolved.get((entry.citations[0].file, entry.title)) if entry.title else None
            if resolved_on is not None and entry.resolved:
                entry = replace(entry, kind=EntryKind.MOTION, resolved=False, standing=None, became=resolved_on)
            more.append(entry if entry.id not in ids else replace(entry, id=f"{entry.id}-{len(more)}"))
            ids.add(entry.id)
    return [*out, *more]


def _is_put(motion: Motion) -> bool:
    """Whether a motion was moved by somebody or voted on, so that an entry of its own says something."""
    return motion.outcome is not None and (motion.mover is not None or motion.ballot != Ballot())


def _told(entry: Decision, motion: Motion, places: Mapping[str, Placed]) -> Decision:
    """An entry with a motion's mover, tally and outcome where these are told."""
    votes = entry.votes or tuple(cited(_tellers(motion, places, entry)))
    entry = replace(
        entry,
        proposer=entry.proposer or motion.mover,
        seconder=entry.seconder or motion.seconder,
        tally=entry.tally or tally_of(motion.ballot),
        votes=votes,
    )
    outcome = motion.outcome
    if outcome is None:
        return entry
    if outcome.is_lost or outcome is Outcome.WITHDRAWN:
        return replace(entry, kind=_kind(motion), fate=outcome, resolved=False, standing=None)
    if entry.kind is EntryKind.RESOLUTION:
        return entry
    return replace(entry, kind=_kind(motion), fate=outcome)


def _tellers(motion: Motion, places: Mapping[str, Placed], entry: Decision | None) -> Iterator[Placed]:
    """The paragraphs that tell a motion's votes and outcome, but for those that an entry cites already."""
    own = {citation.paragraph for citation in entry.citations} if entry else {motion.paragraph}
    for name in motion.told:
        if name in places and name not in own:
            yield places[name]


def _kind(motion: Motion) -> EntryKind:
    if motion.kind is not MotionKind.AMENDMENT:
        return EntryKind.MOTION
    return EntryKind.AMENDMENT_LOST if motion.outcome and motion.outcome.is_lost else EntryKind.AMENDMENT


def _entry(motion: Motion, places: Mapping[str, Placed]) -> Decision:
    """A motion as an entry of its own; what carried is resolved."""
    entry = entry_of([places[motion.paragraph]], _kind(motion), motion.words)
    carried = motion.outcome is not None and motion.outcome.is_carried and motion.kind is not MotionKind.AMENDMENT
    return replace(
        entry,
        kind=EntryKind.RESOLUTION if carried else entry.kind,
        resolved=carried,
        standing=Standing.ACTIVE if carried else None,
        fate=motion.outcome,
        proposer=motion.mover,
        seconder=motion.seconder,
        tally=tally_of(motion.ballot),
        votes=tuple(cited(list(_tellers(motion, places, None)))),
    )
