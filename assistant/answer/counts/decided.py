"""How many decisions there are on a matter, and how many motions were lost or carried: by the register and the records. Pure."""

import re
from collections.abc import Sequence

from assistant.answer.counts.asked import CountAsked, is_of_years, limits_in_words, number
from assistant.answer.counts.meetings import MOST, WORDS, further, matter
from assistant.answer.histories import MatterStep
from assistant.answer.meeting_decisions import in_brief
from assistant.answer.told import ToldByRecords, within
from assistant.decisions.recorded import Recorded, telling_words
from assistant.question import Question
from assistant.support.shown_words import as_shown
from corpus.models import MotionKind, Outcome

_FATES = {
    Outcome.LOST: (
        "lost",
        re.compile(
            r"\b(?:lost|defeat|fail|fell|negativ|reject|not (?:carried|approved|passed|agreed)|no second|refus)", re.I
        ),
    ),
    Outcome.CARRIED: (
        "carried",
        re.compile(r"\b(?:carried|pass|approv|agree|adopt|resolved|accept|won|unanim|in favou?r)", re.I),
    ),
    Outcome.WITHDRAWN: ("withdrawn", re.compile(r"\bwithdr", re.I)),
    Outcome.DEFERRED: (
        "deferred or referred",
        re.compile(r"\b(?:defer|refer|postpone|put off|adjourn|next meeting)", re.I),
    ),
}  # each with the words by which what tells it is known


def decisions_counted(question: Question, asked: CountAsked, steps: Sequence[MatterStep]) -> ToldByRecords | None:
    """How many decisions the register has on a matter, the newest told first; None where it has none."""
    if not steps:
        return None
    newest = sorted(steps, key=lambda step: step.decision.date or "", reverse=True)
    told = within([as_shown(step.lines[0]) for step in newest], WORDS, MOST)
    lead = how_many_decided(question, len(steps), asked.what)
    return ToldByRecords(told, lead, further(len(told), len(steps), "decisions", ", newest first"))


def how_many_decided(question: Question, count: int, what: str = "") -> str:
    """How many decisions were counted, of which body, time and matter, as the first line of an answer."""
    on = f" on {matter(what)}" if what else ""
    return f"Counted in the papers indexed: {number(count, 'decision')}{limits_in_words(question)}{on}."


def motions_counted(question: Question, asked: CountAsked, records: Sequence[Recorded]) -> ToldByRecords | None:
    """How many motions and amendments had the outcome asked for, cited by what tells it; None where no record has it."""
    fate, telling = next(told for outcome, told in _FATES.items() if outcome in asked.outcomes)
    words = telling_words(asked.what)
    known = [one for one in records if _is_asked(question, asked, one) and words <= one.stems | one.title]
    named = [one for one in known if one.motion.outcome in asked.outcomes]
    fitting = _once([one for one in named if any(telling.search(place.paragraph.own) for place in one.places[:1])])
    if not fitting:
        return None
    unclear = [one for one in known if one.motion.outcome is None or one in named and one not in fitting]
    newest = sorted(fitting, key=lambda one: one.date, reverse=True)
    places = {place.paragraph.id: place for one in newest for place in one.places[:2]}
    told = within([as_shown(in_brief(place)) for place in places.values()], WORDS, MOST)
    shown = {pick.span.placed.paragraph.id for pick in told}
    seen = sum(bool(shown & {place.paragraph.id for place in one.places[:2]}) for one in newest)
    on = f" on {matter(asked.what)}" if asked.what else ""
    verb = "was" if len(fitting) == 1 else "were"
    lead = f"Counted in the minutes indexed: {_in_words(asked, fitting)}{on} {verb} {fate}{limits_in_words(question)}."
    return ToldByRecords(told, lead, (*_unclear(unclear), *further(seen, len(fitting), "", ", newest first")))


def _is_asked(question: Question, asked: CountAsked, one: Recorded) -> bool:
    """Whether a motion is of the kind and time asked for; one that only orders a meeting's course is not."""
    of_kind = one.is_amendment if asked.amendments else one.motion.kind is not MotionKind.PROCEDURAL
    return of_kind and is_of_years(question, one.date)


def _once(records: Sequence[Recorded]) -> list[Recorded]:
    """The records without a motion's second one, in the words that it was given."""
    return list({(one.main, one.place.paragraph.id if one.is_amendment else ""): one for one in records}.values())


def _in_words(asked: CountAsked, fitting: Sequence[Recorded]) -> str:
    """How many motions, and how many amendments: "1 motion and 2 amendments"."""
    amendments = sum(one.is_amendment for one in fitting)
    motions = number(len(fitting) - amendments, "motion")
    if asked.amendments:
        return number(amendments, "amendment")
    return f"{motions} and {number(amendments, 'amendment')}" if amendments else motions


def _unclear(unclear: Sequence[Recorded]) -> tuple[str, ...]:
    if not unclear:
        return ()
    return (f"Of {len(unclear)} more the minutes do not say clearly what became.",)
