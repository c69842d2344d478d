"""Evaluation: gold questions, claims and outlines in, the field's measures out.

In: gold lines (contract: `eval`) and the records of answers, checks and outlines. Out: a row a question or claim,
their summary, and words that say what fell short.
"""

from assistant.evaluation.measures import (
    ClaimRow,
    QuestionRow,
    claim_summary,
    load_gold,
    score,
    score_claim,
    squash,
    summary,
)
from assistant.evaluation.outlines import score_outline

__all__ = [
    "ClaimRow",
    "QuestionRow",
    "claim_summary",
    "load_gold",
    "score",
    "score_claim",
    "score_outline",
    "squash",
    "summary",
]
