"""What the outcomes of motions say of the paragraphs that print them: resolved, lost, withdrawn. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from corpus.models import Motion, MotionKind, Outcome, Paragraph, Status

_OPEN = frozenset({Status.DISCUSSION, Status.MOTION, Status.AMENDMENT, Status.AMENDMENT_LOST, Status.VOTE})
_TIMES, _AROUND = 2, 250  # a paragraph is about a motion that is no longer than twice its words and so many letters
_SHORT = 60  # letters; a resolution that is longer prints what was resolved in words of its own


def with_outcomes_told(
    paragraphs: Sequence[Paragraph], motions: Sequence[Motion], minuted: Sequence[bool]
) -> list[Paragraph]:
    """The same paragraphs; one that prints a single motion has the status of what became of it.

    What carried is resolved, unless the minute prints the resolution in a paragraph of its own. A paragraph with several
    motions that ended otherwise keeps its status. `minuted` says of each part whether it records what was done: of others
    nothing is changed.
    """
    by_id = {paragraph.id: paragraph for paragraph in paragraphs}
    resolved = {_minute(paragraph) for paragraph in paragraphs if _prints_resolution(paragraph)}
    told: dict[str, set[Status | None]] = defaultdict(set)
    moved = set()  # the paragraphs that print who moved their motion
    for motion in motions:
        paragraph = by_id[motion.paragraph]
        if minuted[motion.part] and _is_about(motion, paragraph):
            told[motion.paragraph].add(_status(motion, _minute(paragraph) in resolved))
            if motion.mover and motion.mover in paragraph.own:
                moved.add(paragraph.id)
    return [_with(one, told.get(one.id, set()), one.id in moved) for one in paragraphs]


def _minute(paragraph: Paragraph) -> tuple[int, str | None, str | None]:
    return paragraph.part, paragraph.item, paragraph.item_title


def _prints_resolution(paragraph: Paragraph) -> bool:
    return paragraph.status is Status.RESOLUTION and not paragraph.heading and len(paragraph.own) > _SHORT


def _is_about(motion: Motion, paragraph: Paragraph) -> bool:
    """Whether a paragraph says little but this motion, and somebody moved it."""
    return motion.mover is not None and len(paragraph.own) <= _TIMES * len(motion.words) + _AROUND


def _status(motion: Motion, is_printed: bool) -> Status | None:
    """The status of a motion's paragraph by its outcome; None where it stays as it is.

    `is_printed`: the minute prints what it resolved in a paragraph of its own.
    """
    outcome = motion.outcome
    if outcome is None:
        return None
    if outcome.is_lost:
        return Status.AMENDMENT_LOST
    if outcome is Outcome.WITHDRAWN:
        return Status.WITHDRAWN
    if not outcome.is_carried or motion.kind is MotionKind.AMENDMENT or motion.amended or is_printed:
        return None
    return Status.RESOLUTION


def _with(paragraph: Paragraph, found: set[Status | None], is_moved: bool) -> Paragraph:
    """The paragraph with its motion's status; what was moved in it is no recommendation, whatever label stands above."""
    status = next(iter(found)) if len(found) == 1 else None
    told = paragraph.status in _OPEN or is_moved and paragraph.status is Status.RECOMMENDATION
    return replace(paragraph, status=status) if status is not None and told else paragraph
