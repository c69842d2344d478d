"""Whether a date of a sentence stands in the source for the same thing, where the source has nearly the words round it. Pure.

The words round a date are laid beside the source's sentences. Where one with another date has most of them, and none with
this date has, the date is another thing's.
"""

from collections.abc import Iterator

from assistant.language.times import FoundMoment, agrees
from assistant.support.fault import Fault, Flaw
from assistant.support.overlap import FEWEST, Stretch, clauses_of, content, sentences_of
from assistant.support.source import ReadText, SourceText

_MOST, _LESS = 0.7, 0.65  # of the words, in the other date's sentence; and at most how much of that share in its own


def placed_moment_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault for each date that the source gives for another thing."""
    told = [stretch for paragraph in sentences_of(source) for stretch in paragraph]
    for found in sentence.moments:
        words = content(_round(found, sentence))
        own = [one.covers(words) for one in told if _has(one, found)]
        others = [one for one in told if not _has(one, found) and _has_like(one, found)]
        if len(words) < FEWEST or not own or not others:
            continue
        other = max(others, key=lambda one: one.covers(words))
        if other.covers(words) >= _MOST and max(own) <= _LESS * other.covers(words):
            given = next(moment.moment for moment in other.given.moments)
            yield Fault(Flaw.DATE, f"The paragraph gives {given} for this, not {found.moment}")


def _round(found: FoundMoment, sentence: ReadText) -> str:
    """Return the clause that a date stands in; the whole sentence where it has only one date."""
    if len(sentence.moments) == 1:
        return sentence.text
    return next(text for start, text in reversed(clauses_of(sentence.text)) if start <= found.start)


def _has(one: Stretch, found: FoundMoment) -> bool:
    return any(agrees(found.moment, other.moment) for other in one.given.moments)


def _has_like(one: Stretch, found: FoundMoment) -> bool:
    """Whether a stretch has a date with a year where this one has a year, and without where it has none."""
    return any((other.moment.year is None) is (found.moment.year is None) for other in one.given.moments)
