"""The answer to what became of a motion: its outcome and the votes on it, with the motion beside them. Pure."""

import re
from collections.abc import Mapping, Sequence

from assistant.decisions.motions import counted_on_a_side
from assistant.question import Question, Wanted
from assistant.retrieval.features import sides_asked
from assistant.retrieval.motion_outcomes import Moved, asks_for_outcome
from assistant.retrieval.ranking import Candidate, best_of_each

_LOOKED_AT = 400  # paragraphs
_NEAR = 2.0  # a motion answers where it comes this near to the best paragraph: debate repeats a motion's words
_TITLES = frozenset("Councillor Councillors Cllr Cllrs Mr Mrs Ms Miss Dr Sir For Against Abstain".split())


def told_of(question: Question, candidates: Sequence[Candidate], moved: Mapping[str, Moved]) -> list[Candidate]:
    """What tells the fate of the motion asked about: the side asked about, or outcome, deciding votes and motion.

    Empty where no fate is asked for, or no motion found is what is asked about.
    """
    if not moved or not asks_for_outcome(question):
        return []
    best = best_of_each(candidates, _LOOKED_AT)
    by_id = {one.placed.paragraph.id: one for one in best}

    def strength(of: Moved) -> float:
        return max((by_id[name].score for name in (*of.paragraphs, *of.told) if name in by_id), default=-1e9)

    of = max(dict.fromkeys(of for of in moved.values() if of.told), key=strength, default=None)
    if of is None:
        return []
    told = [by_id[name] for name in of.told if name in by_id]
    others = [one.score for one in best if one.placed.paragraph.id not in moved]  # a resolution has its minute's words
    if not told or strength(of) < max(others, default=-1e9) - _NEAR:
        return []
    named = [one for one in told if (_counts(one) is not None or _is_row(one)) and _names(question, one)]
    if named:
        return [max(named, key=lambda one: (_names(question, one), one.score))]
    if Wanted.VOTE in question.wanted and sides_asked(question.text):
        return [max(told, key=lambda one: one.score)]
    deciding = max(told, key=lambda one: _counts(one) or 0)
    words = [by_id[name] for name in of.paragraphs if name in by_id]
    motion = max(words, key=lambda one: one.score, default=None)
    return list(
        dict.fromkeys(one for one in (told[0], deciding if _counts(deciding) else None, motion) if one is not None)
    )


def _counts(one: Candidate) -> int | None:
    """How many voted on the side that a line of a recorded vote counts; None for any other line."""
    return counted_on_a_side(one.placed.paragraph.own)


def _is_row(one: Candidate) -> bool:
    """Whether a line is a row of a table of votes: a member, and how they voted."""
    return "|" in one.placed.paragraph.own


def _names(question: Question, one: Candidate) -> int:
    """How many of the question's words with a capital a line of names holds."""
    held = set(re.findall(r"[A-Z][\w'’-]+", one.placed.paragraph.own)) - _TITLES
    return len(held & {word for name in question.names for word in name.split()})
