"""Rules of assertion: the paragraphs speak of the thing, but do not say this of it.

In: an aligned pair. Out: a fault for each. `faults` (body, direction, decision, antonyms), `denials`, `scope` with
(verbs that no paragraph has).
"""

from assistant.support.rules.assertion.causes import cause_faults
from assistant.support.rules.assertion.certain import awaited_faults, certain_faults
from assistant.support.rules.assertion.denials import denial_faults
from assistant.support.rules.assertion.done import done_faults
from assistant.support.rules.assertion.faults import (
    body_faults,
    decision_faults,
    direction_faults,
    opposite_faults,
    turned_faults,
)
from assistant.support.rules.assertion.requested import requested_faults
from assistant.support.rules.assertion.scope import scope_faults

__all__ = [
    "awaited_faults",
    "body_faults",
    "cause_faults",
    "certain_faults",
    "decision_faults",
    "denial_faults",
    "direction_faults",
    "done_faults",
    "opposite_faults",
    "requested_faults",
    "scope_faults",
    "turned_faults",
]
