"""The verdict on a claim from its statements', and the markers of what these rest on: the same whoever judged them. Pure."""

from collections.abc import Sequence

from assistant.citations import CitedSpan, citation
from assistant.models import BY_RECORDS, Check, Citation, Finding, Statement


def verdict_on(
    claim: str,
    statements: Sequence[Statement],
    citations: dict[str, Citation],
    searched: str = "",
    by: str = BY_RECORDS,
) -> Check:
    """The claim with the verdict that its statements give together; the seconds that it took are left at 0."""
    verdict = _together([statement.verdict for statement in statements])
    telling = [statement for statement in statements if statement.verdict is verdict]
    return Check(
        claim=claim,
        verdict=verdict,
        explanation=_explained(statements),
        correction=next((statement.correction for statement in telling if statement.correction), None),
        say=next((statement.say for statement in telling if statement.say), None),
        citations=tuple(citations.values()),
        statements=tuple(statements),
        seconds=0.0,
        searched=searched,
        unclear=any(statement.unclear for statement in telling),
        by=by,
    )


def cite(spans: Sequence[CitedSpan], citations: dict[str, Citation]) -> tuple[int, ...]:
    """The markers of what a statement rests on; what has none yet is added to `citations`, by its paragraph's id.

    So each paragraph has one marker in the claim.
    """
    for span in spans:
        citations.setdefault(span.placed.paragraph.id, citation(len(citations) + 1, span))
    return tuple(citations[span.placed.paragraph.id].n for span in spans)


def _together(verdicts: Sequence[Finding]) -> Finding:
    """The verdict on a claim with statements of these verdicts: one that is refuted refutes it, one not found leaves it open."""
    if Finding.REFUTED in verdicts:
        return Finding.REFUTED
    return Finding.SUPPORTED if verdicts and Finding.NOT_FOUND not in verdicts else Finding.NOT_FOUND


def _explained(statements: Sequence[Statement]) -> str:
    """What the papers say of the claim, a line for each statement where there are several."""
    if not statements:
        return "There is nothing here that can be checked. Type a sentence that says something."
    if len(statements) == 1:
        return statements[0].explanation
    return "\n".join(f"“{part.text}” {part.verdict.value}: {part.explanation}" for part in statements)
