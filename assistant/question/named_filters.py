"""What a question itself narrows: councils, bodies, dates and kinds of paper that it names. Pure.

Shown to the reader as chips: the search leans on them without being told, and the reader may make them hard.
"""

import re

from assistant.models import Filters
from assistant.question.understanding import Question
from corpus.models import PartKind

_KINDS = (
    (PartKind.FORWARD_PLAN, r"forward plans?"),
    (PartKind.WORK_PROGRAMME, r"work(?:ing)? programmes?"),
    (PartKind.TRACKER, r"(?:action )?trackers?|action (?:list|log)s?"),
    (PartKind.DECISION_RECORD, r"(?:record of )?decision records?|records? of decisions?"),
    (PartKind.APPENDIX, r"appendix|appendices|annex"),
    (PartKind.MINUTES, r"minutes"),
    (PartKind.REPORT, r"reports?"),
    (PartKind.AGENDA, r"agendas?"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def recognised(question: Question) -> Filters:
    """The filters that a question names, each None where it names none or several of its kind."""
    since, until = _dates(question)
    kinds = [kind for kind, words in _KINDS if re.search(rf"\b(?:{words})\b", question.text, re.I)]
    return Filters(
        council=question.councils[0] if len(question.councils) == 1 else None,
        body=question.bodies[0] if len(question.bodies) == 1 else None,
        since=since,
        until=until,
        kind=kinds[0].value if len(kinds) == 1 else None,
    )


def _dates(question: Question) -> tuple[str | None, str | None]:
    """First and last day of the one time that a question names, else None twice.

    A financial year is of figures, not of meetings, and filters nothing.
    """
    if len(question.spans) == 1:
        return question.spans[0].since, question.spans[0].until
    if not question.spans and len(question.years) == 1 and _YEAR.fullmatch(question.years[0]):
        return f"{question.years[0]}-01-01", f"{question.years[0]}-12-31"
    return None, None
