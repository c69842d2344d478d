"""The answer to what became of a motion: its outcome and the votes on it, with the motion beside them. Pure."""

import re
from collections.abc import Mapping, Sequence

from assistant.decisions.motions import counted_on_a_side
from assistant.decisions.recorded import Recorded, telling_words
from assistant.question import Question, Wanted, plain_years
from assistant.retrieval.features import sides_asked, titles
from assistant.retrieval.motion_outcomes import Moved, asks_for_outcome
from assistant.retrieval.ranking import Candidate, best_of_each
from corpus.attendance import is_same
from index.models import Placed

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

    of_time = dict.fromkeys(of for of in moved.values() if of.told and _of_years(question, of, by_id))
    of = max(of_time, key=strength, default=None)
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


def _of_years(question: Question, of: Moved, found: Mapping[str, Candidate]) -> bool:
    """Whether a motion's words, titles or day name the years that a question names, as far as it was found."""
    places = [found[name].placed for name in (*of.paragraphs, *of.told) if name in found]
    said = plain_years(" ".join([of.words, *(f"{titles(place)} {place.part.meeting.date}" for place in places)]))
    return all(year in said for year in question.years)


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


_SPLIT = re.compile(
    r"\b(?:unanim\w*|of one mind|split|oppos(?:e|ed|ition)|dissent\w*|hold-?outs?|divided|get (?:his|her|their|its) (?:wish|way))\b",
    re.I,
)
_ITEMS_LOOKED_AT = 3
_NEXT, _MOVED_BY, _LEAST = (
    0.5,
    0.3,
    0.5,
)  # what being put next and being moved by somebody named are worth, and the least in all


def motion_behind(question: Question, candidates: Sequence[Candidate], records: Sequence[Recorded]) -> Recorded | None:
    """The motion that a question on a vote or on what became of something is about: of the minutes found first.

    A matter's words stand in its title and its debate, and its motion often says "to approve" alone. So it is the motion that
    shares words with the question, was moved by somebody whom it names, or was put next after the paragraph found.
    None where no vote or fate is asked for, or no motion of these minutes is near enough.
    """
    words = telling_words(question.text)
    if not words or not _asks_for_fate(question, records):
        return None
    first: dict[tuple[str, int, str | None], Placed] = {}
    for one in best_of_each(candidates, _LOOKED_AT):
        first.setdefault(_item(one.placed), one.placed)
    for item, found in list(first.items())[:_ITEMS_LOOKED_AT]:
        here = [one for one in records if _item(one.place) == item and one.told and _is_of_time(question, one)]
        after = min((one.place.n for one in here if one.place.n >= found.n), default=None)
        nearness = {
            id(one): _shared(words, one) / len(words)
            + _NEXT * (one.place.n == after)
            + _MOVED_BY * _is_of_one_named(question, one)
            for one in here
        }
        best = max(here, key=lambda one: nearness[id(one)], default=None)
        if best is not None and nearness[id(best)] >= _LEAST:
            return best
    return None


def _is_of_time(question: Question, record: Recorded) -> bool:
    """Whether a motion's meeting is of the time that a question names, or its words name the year; a question may name none."""
    if question.spans:
        return any(span.since <= record.date <= span.until for span in question.spans)
    said = plain_years(f"{record.date[:4]} {record.motion.words} {record.place.part.title}")
    return all(year in said for year in question.years)


def _asks_for_fate(question: Question, records: Sequence[Recorded]) -> bool:
    if Wanted.VOTE in question.wanted or asks_for_outcome(question) or _SPLIT.search(question.text):
        return True
    return Wanted.YES_NO in question.wanted and any(_is_of_one_named(question, one) for one in records)


def _is_of_one_named(question: Question, record: Recorded) -> bool:
    """Whether somebody whom a question names moved a motion."""
    mover = record.motion.mover
    return mover is not None and any(is_same(mover, name.split()[-1]) for name in question.names)


def _item(place: Placed) -> tuple[str, int, str | None]:
    return place.paper, place.paragraph.part, place.paragraph.item_title or place.paragraph.item


def _shared(words: frozenset[str], record: Recorded) -> float:
    """How many of the words a motion has, those of its own twice as much worth as those around it."""
    own = record.stems | record.title
    return len(words & own) + len(words & (record.near - own)) / 2
