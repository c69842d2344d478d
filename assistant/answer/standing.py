"""What stands before what it replaced: the later decision that changed or undid the one that an answer tells first. Pure."""

from collections.abc import Sequence

from assistant.decisions.models import Decision, Later, LaterRelation, Standing
from assistant.question import Question, Wanted
from corpus.dates import long_date

_UNDONE = frozenset({Standing.RESCINDED, Standing.SUPERSEDED, Standing.REFERRED_BACK})
_UNDOES = (LaterRelation.CHANGED, LaterRelation.RESCINDED, LaterRelation.REFERRED_BACK)


def asks_how_it_stands(question: Question) -> bool:
    """Whether a question asks for a decision and names no time, so that it is asked how things stand now."""
    return Wanted.DECISION in question.wanted and not question.spans


def replaced_by(paragraph: str, decisions: Sequence[Decision]) -> str | None:
    """The id of the paragraph of the newest decision that changed or undid the one that a paragraph resolves; None for none."""
    later = [one for decision in resolved_in(paragraph, decisions) for one in decision.later if one.relation in _UNDOES]
    newest: Later | None = max(later, key=lambda one: one.date or "", default=None)
    return newest.citation.paragraph if newest else None


def undone_notes(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """For each of these decisions that was undone, that it was: "What was decided on 4 May 2022 was rescinded later."."""
    notes = (
        f"What was decided on {long_date(one.date or '')} was {one.standing.replace('-', ' ')} later."
        for one in decisions
        if one.standing is not None and one.standing in _UNDONE
    )
    return tuple(dict.fromkeys(notes))


def resolved_in(paragraph: str, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that a paragraph resolves."""
    return [one for one in decisions if one.resolved and any(cited.paragraph == paragraph for cited in one.citations)]
