"""Evaluation: gold lines and what was given for them in, the field's measures out.

In: gold questions, claims, sentences, outlines and meetings, and the records of what the program gave.
Out: a row for each, their summary, and words or a table that tell it. The figures equal the gold files' own scorers'.
"""

from assistant.evaluation.ask import ask_gold
from assistant.evaluation.claims import ClaimRow, claim_summary, score_claim
from assistant.evaluation.gate import GateRow, gate_summary, score_gate
from assistant.evaluation.measures import QuestionRow, load_gold, score, squash, summary
from assistant.evaluation.meetings import MeetingRow, meeting_summary, score_meeting
from assistant.evaluation.outlines import score_outline
from assistant.evaluation.reach import ReachRow, reach_summary, score_reach
from assistant.evaluation.table import markdown_table, with_block

__all__ = [
    "ClaimRow",
    "GateRow",
    "MeetingRow",
    "QuestionRow",
    "ReachRow",
    "ask_gold",
    "claim_summary",
    "gate_summary",
    "load_gold",
    "markdown_table",
    "meeting_summary",
    "reach_summary",
    "score",
    "score_claim",
    "score_gate",
    "score_meeting",
    "score_outline",
    "score_reach",
    "squash",
    "summary",
    "with_block",
]
