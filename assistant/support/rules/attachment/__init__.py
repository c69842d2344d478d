"""Rules of attachment: figures, times and names that the paragraphs give, but for another thing.

In: an aligned pair. Out: a fault for each. Figures: `placed` (with its readers `rivals`, `tied`, `listed`, `parts`),
`paired`, `labelled`, `multiplied`, `rows`, `shared`, `corrected`. Times: `dated`. Names: `roles`, `doers`, `governed`,
`votes`. Clauses: `crossed`.
"""

from assistant.support.rules.attachment.corrected import correction_faults
from assistant.support.rules.attachment.crossed import crossed_faults
from assistant.support.rules.attachment.dated import (
    ended_faults,
    misplaced_moments,
    tied_faults,
    timed_faults,
    twice_told,
)
from assistant.support.rules.attachment.doers import doer_faults
from assistant.support.rules.attachment.governed import governed_faults
from assistant.support.rules.attachment.labelled import labelled_faults
from assistant.support.rules.attachment.multiplied import multiple_faults
from assistant.support.rules.attachment.paired import paired_faults
from assistant.support.rules.attachment.placed import misplaced_figures
from assistant.support.rules.attachment.roles import misplaced_names, mixed_names, swapped_names
from assistant.support.rules.attachment.rows import row_faults
from assistant.support.rules.attachment.shared import based_faults, shared_faults
from assistant.support.rules.attachment.votes import body_votes, counted_faults, vote_faults

__all__ = [
    "based_faults",
    "body_votes",
    "correction_faults",
    "counted_faults",
    "crossed_faults",
    "doer_faults",
    "ended_faults",
    "governed_faults",
    "labelled_faults",
    "misplaced_figures",
    "misplaced_moments",
    "misplaced_names",
    "mixed_names",
    "multiple_faults",
    "paired_faults",
    "row_faults",
    "shared_faults",
    "swapped_names",
    "tied_faults",
    "timed_faults",
    "twice_told",
    "vote_faults",
]
