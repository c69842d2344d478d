"""What stands before what it replaced: the later decision that changed or undid the one that an answer tells first. Pure."""

from collections.abc import Sequence

from assistant.decisions.models import Decision, Later, LaterRelation
from assistant.question import Question, Wanted

_UNDOES = (LaterRelation.CHANGED, LaterRelation.RESCINDED, LaterRelation.REFERRED_BACK)


def asks_how_it_stands(question: Question) -> bool:
    """Whether a question asks for a decision and names no time, so that it is asked how things stand now."""
    return Wanted.DECISION in question.wanted and not question.spans


def replaced_by(paragraph: str, decisions: Sequence[Decision]) -> str | None:
    """The id of the paragraph of the newest decision that changed or undid the one that a paragraph resolves; None for none."""
    later = [
        one
        for decision in decisions
        if decision.resolved and any(cited.paragraph == paragraph for cited in decision.citations)
        for one in decision.later
        if one.relation in _UNDOES
    ]
    newest: Later | None = max(later, key=lambda one: one.date or "", default=None)
    return newest.citation.paragraph if newest else None
