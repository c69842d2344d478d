"""Decisions: paragraphs in, the register of what was decided out.

In: the paragraphs of minutes, reports, trackers and forward plans. Out: a `Register` of decisions with their motions, votes,
amendments and later decisions, of actions and of planned decisions. `register.read_register` makes it from a catalogue.
"""

from assistant.decisions.models import (
    Decision,
    DecisionFilters,
    Edit,
    EntryKind,
    PlannedDecision,
    Progress,
    Register,
    Standing,
    TrackedAction,
)

# Values alone: the functions bring index.models and so numpy, which the command line's start can do without.
__all__ = [
    "Decision",
    "DecisionFilters",
    "Edit",
    "EntryKind",
    "PlannedDecision",
    "Progress",
    "Register",
    "Standing",
    "TrackedAction",
]
