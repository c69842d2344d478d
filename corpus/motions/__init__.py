"""Motions: a paper's paragraphs in; each motion and amendment with its mover, vote and outcome out."""

from corpus.motions.find import all_motions
from corpus.motions.signs import outcome_in
from corpus.motions.statuses import with_outcomes_told

__all__ = ["all_motions", "outcome_in", "with_outcomes_told"]
