"""The answer to what was decided at a meeting or in a time, where no matter is named: a list from the register. Pure."""

import re
from collections.abc import Sequence

from assistant.citations import CitedSpan, whole
from assistant.decisions.models import Decision, EntryKind
from assistant.question import Question
from assistant.retrieval.question_terms import matters
from index.models import Placed, Scope
from index.text import sentences, words_of

_ASKS = re.compile(
    r"\bdecisions?\b|\bdecided?\b|\bagreed?\b|\bresol(?:ved?|utions?)\b|\bsumm?ari[sz]e\b|\bsummary\b|\bhappen(?:ed)?\b"
    r"|\bdeferred\b|\bput off\b|\bpostponed\b|\bwithdrawn\b|\bdid\b.*\bdo\b|\bmain points\b|\boutcomes?\b",
    re.I,
)
_OF_LISTS = frozenset(
    words_of(
        "list all every each summarise summarize sumarise summary main point key business deferred put off postponed "
        "withdrawn held took place last latest recent newest"
    )
)
_PUT_OFF = re.compile(r"\b(?:deferred|put off|postponed)\b", re.I)
_WITHDRAWN = re.compile(r"\bwithdrawn\b", re.I)
_NEWEST = re.compile(r"\b(?:last|latest|newest|most recent)\b", re.I)
ROUTINE = re.compile(
    r"\b(?:correct record|minutes of the (?:\w+ )?meeting|forward plan|work programme|apologies|(?:press|public) be excluded)\b",
    re.I,
)
_DECIDED = frozenset({EntryKind.RESOLUTION, EntryKind.DEFERRED, EntryKind.WITHDRAWN, EntryKind.CALLED_IN})
MOST = 8  # decisions that an answer tells
_WORDS = 30  # of each


def asks_for_decisions(question: Question, scope: Scope) -> bool:
    """Whether a question asks what was decided at a meeting, by a body or in a time, or what was put off, and names no matter."""
    named = bool(question.spans or question.bodies or question.years or _NEWEST.search(question.text))
    if not _ASKS.search(question.text) or [word for word in matters(question) if word not in _OF_LISTS]:
        return False
    return named or bool(scope.body or scope.since or _kinds(question) != _DECIDED)


def decisions_asked(question: Question, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions asked for, of substance before routine ones, each minute's in order; of the newest meeting where it is meant.

    `decisions`: those of the bodies and in the time that the question names and the scope leaves, newest first.
    """
    kinds = _kinds(question)
    fitting = [one for one in decisions if one.kind in kinds and (one.resolved or kinds != _DECIDED)]
    in_year = [one for one in fitting if _of_years(question, one)]
    newest = in_year[0].date if in_year and not question.spans and not question.years and kinds == _DECIDED else None
    of_time = [one for one in in_year if newest is None or one.date == newest]
    return sorted(of_time, key=lambda one: bool(ROUTINE.search(one.words)))


def in_brief(placed: Placed) -> CitedSpan:
    """A decision's paragraph by its first sentences, as far as a few words or the first sentence go."""
    own = placed.paragraph.own
    end = 0
    for start, stop in sentences(own):
        if end and len(own[:stop].split()) > _WORDS or start < end:
            break
        end = stop
    span = whole(placed)
    return span if end in (0, len(own)) else CitedSpan(placed, 0, end, span.score)


def how_many_decisions(found: Sequence[Decision], told: int) -> str:
    """How many decisions there are, as a note on an answer that tells the first few."""
    return f"{told} of {len(found)} decisions are told; the register of decisions lists them all."


def _kinds(question: Question) -> frozenset[EntryKind]:
    if _PUT_OFF.search(question.text):
        return frozenset({EntryKind.DEFERRED})
    return frozenset({EntryKind.WITHDRAWN}) if _WITHDRAWN.search(question.text) else _DECIDED


def _of_years(question: Question, one: Decision) -> bool:
    years = [year for year in question.years if year.isdigit()]
    return bool(question.spans) or not years or (one.date or "")[:4] in years
