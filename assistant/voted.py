"""The answer to what became of a motion: its outcome and the votes on it, with the motion beside them. Pure."""

import re
from collections.abc import Mapping, Sequence

from assistant.candidates import Candidate, best_of_each
from assistant.outcomes import Moved, asks_for_outcome
from assistant.question import Question, Wanted
from assistant.signs import sides_asked

_LOOKED_AT = 400  # paragraphs
_NEAR = 2.0  # a motion answers where it comes this near to the best paragraph: debate repeats a motion's words
_COUNT = re.compile(r"^(for|against|abst\w*|in favour)\b\W*(\d+)", re.I)


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

    of = max(dict.fromkeys(moved.values()), key=strength)
    told = [by_id[name] for name in of.told if name in by_id]
    if not told or strength(of) < best[0].score - _NEAR:
        return []
    if Wanted.VOTE in question.wanted and sides_asked(question.text):
        return [max(told, key=lambda one: one.score)]
    counted = [one for one in told if _votes(one)]
    deciding = max(counted, key=_votes, default=None)
    words = [by_id[name] for name in of.paragraphs if name in by_id]
    motion = max(words, key=lambda one: one.score, default=None)
    return list(dict.fromkeys(one for one in (told[0], deciding, motion) if one is not None))


def _votes(one: Candidate) -> int:
    found = _COUNT.match(one.placed.paragraph.own)
    return int(found[2]) if found else 0
