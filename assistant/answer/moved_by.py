"""The motion that a question names by who moved it ("Mr Hook's amendment"), and its fate in a line of our own. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from assistant.decisions.motions import tally_of
from assistant.decisions.recorded import Recorded, stems_in, telling_words
from assistant.question import Question, Wanted
from corpus.attendance import is_same
from corpus.models import MotionKind, Outcome

_PROPOSAL = r"(?:amendments?|motions?|substitutes?|sub-amendments?|resolution|call-in)"
_NAME = r"(?P<who>[A-Z][\w’'-]*[^\W\d_](?:[ ][A-Z][\w’'-]*[^\W\d_]){0,3})"
_OF_SOMEBODY = (
    re.compile(rf"{_NAME}(?:['’]s|(?<=s)['’])\s+(?:[\w.,£$€%-]+\s+){{0,4}}?{_PROPOSAL}\b"),
    re.compile(rf"\b{_PROPOSAL}\b[^.?]{{0,40}}?\b(?:by|from|of)\s+(?:(?:the|a)\s+)?{_NAME}"),
    re.compile(rf"\b[Dd]id\s+{_NAME}(?:['’]s)?\s+(?:get|win|carry|succeed)\b"),
)
_FATE = re.compile(
    r"\b(?:what (?:became|happened)|how (?:did|was|were) .{0,120}\b(?:vote|fare|end|split|received|go)|fate|outcome|result|fared?|"
    r"thrown out|(?:turned|voted) down|get through|succeed|carried|lost|passed?)\b",
    re.I,
)
_FATES = {
    Outcome.CARRIED: "was carried",
    Outcome.LOST: "was lost",
    Outcome.CARRIED_BY_CASTING_VOTE: "was carried by a casting vote",
    Outcome.LOST_BY_CASTING_VOTE: "was lost by a casting vote",
    Outcome.WITHDRAWN: "was withdrawn",
    Outcome.NOT_SECONDED: "found no seconder",
    Outcome.DEFERRED: "was deferred",
    Outcome.REFERRED: "was referred",
    Outcome.ACCEPTED: "was accepted without a vote",
}
_TIMELY = 0.5  # of a word that no other motion of the mover shares
_FEW = 2  # words of a question that say next to nothing of the matter
_TITLES = stems_in(
    "mr mrs ms miss dr sir director councillor councilmember cllr trustee commissioner chair member mayor"
)
_KINDS = {MotionKind.AMENDMENT: "amendment", MotionKind.SUBSTANTIVE: "substantive motion"}


def of_its_mover(question: Question, records: Sequence[Recorded]) -> list[Recorded]:
    """The motions moved by whom a question names as their mover; [] where it names nobody so, or nobody who moved any.

    A vote on another's motion is no answer to such a question, however like its words are.
    """
    for form in _OF_SOMEBODY:
        for match in form.finditer(question.text):
            surname = match["who"].split()[-1].removesuffix("'s").removesuffix("’s")
            own = [one for one in records if one.motion.mover and is_same(one.motion.mover, surname)]
            if own:
                return own
    return []


def meant_of(question: Question, records: Sequence[Recorded], in_time: Callable[[Recorded], bool]) -> Recorded | None:
    """Of one mover's motions the one that a question means: by the words that it shares with few others of them; else None.

    A time that a question names may be its matter's ("the May changes") as well as its meeting's. Where it says next to
    nothing of the matter, the mover's only motion is meant.
    """
    movers = stems_in(" ".join(one.motion.mover or "" for one in records))
    words = telling_words(question.text) - movers - _TITLES
    told = [one for one in records if one.motion.outcome is not None or one.told]
    shared = [words & (one.stems | one.title | one.near) for one in told]
    common = Counter(word for some in shared for word in some)
    scores = [
        sum(1 / common[word] for word in some) + _TIMELY * in_time(one) for one, some in zip(told, shared, strict=True)
    ]
    if len(told) == 1 and (shared[0] or len(words) <= _FEW):
        return told[0]
    best = max(scores, default=0.0)
    first = [one for one, some, score in zip(told, shared, scores, strict=True) if some and score == best]
    counted = [one for one in first if tally_of(one.motion.ballot)]
    first = counted if len(first) > 1 else first
    return first[0] if len(first) == 1 else None


def asks_for_fate(question: Question) -> bool:
    """Whether a question on somebody's motion asks for its vote or fate, not for its words or reasons."""
    return bool(question.wanted & {Wanted.VOTE, Wanted.YES_NO}) or _FATE.search(question.text) is not None


def in_a_line(record: Recorded) -> str:
    """What became of a motion, by its record: "The amendment moved by Hook was lost: 9 for, 41 against." "" where it tells nothing."""
    motion = record.motion
    if motion.outcome is None:
        return ""
    kind = _KINDS.get(motion.kind, "motion")
    tally = tally_of(motion.ballot)
    by = f" moved by {motion.mover}" if motion.mover else ""
    return f"The {kind}{by} {_FATES[motion.outcome]}{f': {tally}' if tally else ''}."
