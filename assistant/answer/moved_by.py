"""The motion that a question names by who moved it ("Councillor Ash's amendment"). Pure."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from assistant.decisions.motions import tally_of
from assistant.decisions.recorded import Recorded, telling_words
from assistant.question import Question
from corpus.attendance import is_same

_PROPOSAL = r"(?:amendments?|motions?|substitutes?|sub-amendments?|resolution|call-in)"
_NAME = r"(?P<who>[A-Z][\w’'-]*[^\W\d_](?:[ ][A-Z][\w’'-]*[^\W\d_]){0,3})"
_OF_SOMEBODY = (
    re.compile(rf"{_NAME}(?:['’]s|(?<=s)['’])\s+(?:[\w.,£$€%-]+\s+){{0,4}}?{_PROPOSAL}\b"),
    re.compile(rf"\b{_PROPOSAL}\b[^.?]{{0,40}}?\b(?:by|from|of)\s+(?:(?:the|a)\s+)?{_NAME}"),
    re.compile(rf"\b[Dd]id\s+{_NAME}(?:['’]s)?\s+(?:get|win|carry|succeed)\b"),
)
_AROUND = 0.5  # of a word that stands in a motion's own words: one in its title or beside it
_TIMELY = 0.5  # of a word that no other motion of the mover shares
_FEW = 2  # words of a question that say next to nothing of the matter


def of_its_mover(question: Question, records: Sequence[Recorded]) -> list[Recorded]:
    """The motions moved by whom a question names as their mover; [] where it names nobody so, or nobody who moved any.

    A vote on another's motion is no answer to such a question, however like its words are.
    """
    movers = (who.split()[-1].removesuffix("'s").removesuffix("’s") for who in _named(question.text))
    moved = ([one for one in records if one.motion.mover and is_same(one.motion.mover, name)] for name in movers)
    return next(filter(None, moved), [])


def meant_of(question: Question, records: Sequence[Recorded], in_time: Callable[[Recorded], bool]) -> Recorded | None:
    """Of one mover's motions the one that a question means: by the words that it shares with few others of them; else None.

    A time that a question names may be its matter's ("the May changes") as well as its meeting's. Where it says next to
    nothing of the matter, the mover's only motion is meant.
    """
    text = question.text
    for who in _named(text):
        text = text.replace(who, " ")
    words = telling_words(text)
    told = [one for one in records if one.motion.outcome is not None or one.told]
    shared = [words & (one.stems | one.title | one.near) for one in told]
    common = Counter(word for some in shared for word in some)
    scores = [
        sum((1 if word in one.stems else _AROUND) / common[word] for word in some) + _TIMELY * in_time(one)
        for one, some in zip(told, shared, strict=True)
    ]
    if len(told) == 1 and (shared[0] or len(words) <= _FEW):
        return told[0]
    best = max(scores, default=0.0)
    first = [one for one, some, score in zip(told, shared, scores, strict=True) if some and score == best]
    counted = [one for one in first if tally_of(one.motion.ballot)]
    first = counted if len(first) > 1 else first
    return first[0] if len(first) == 1 else None


def _named(text: str) -> Iterator[str]:
    """Whom a question may name as a mover, title and all."""
    return (match["who"] for form in _OF_SOMEBODY for match in form.finditer(text))
