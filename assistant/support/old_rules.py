"""The rules by which a claim is weighed, in the order in which they look for faults; to be deleted with their last caller.

The support gate asks none of them: `gate.CHECKS` has its checks.
"""

from collections.abc import Callable, Iterator, Sequence

from assistant.language.decision_verbs import undecided
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault
from assistant.support.rules.assertion import (
    awaited_faults,
    body_faults,
    cause_faults,
    certain_faults,
    decision_faults,
    denial_faults,
    direction_faults,
    done_faults,
    opposite_faults,
    requested_faults,
    scope_faults,
    turned_faults,
)
from assistant.support.rules.attachment import (
    based_faults,
    body_votes,
    correction_faults,
    counted_faults,
    crossed_faults,
    doer_faults,
    ended_faults,
    governed_faults,
    labelled_faults,
    misplaced_figures,
    misplaced_moments,
    misplaced_names,
    mixed_names,
    multiple_faults,
    paired_faults,
    row_faults,
    shared_faults,
    swapped_names,
    tied_faults,
    timed_faults,
    twice_told,
    vote_faults,
)
from assistant.support.rules.presence import absent_words, figure_faults, frequency_faults, moment_faults, name_faults

Rule = Callable[[Aligned], Iterator[Fault]]

# What a sentence says must be in the paragraphs at all.
_GIVEN: tuple[Rule, ...] = (
    figure_faults,
    frequency_faults,
    moment_faults,
    name_faults,
    mixed_names,
    correction_faults,
)
# It must stand there for the same thing. A sentence in the paper's own order needs none of these.
_PLACED: tuple[Rule, ...] = (
    misplaced_figures,
    paired_faults,
    multiple_faults,
    row_faults,
    misplaced_moments,
    ended_faults,
    tied_faults,
    timed_faults,
    twice_told,
    vote_faults,
    counted_faults,
    body_votes,
    misplaced_names,
    swapped_names,
    crossed_faults,
    doer_faults,
    governed_faults,
    labelled_faults,
)
# And it must be asserted in the same way.
_TOLD: tuple[Rule, ...] = (
    body_faults,
    turned_faults,
    direction_faults,
    decision_faults,
    denial_faults,
    opposite_faults,
    scope_faults,
    shared_faults,
    based_faults,
    cause_faults,
    done_faults,
    certain_faults,
    awaited_faults,
    requested_faults,
)


def faults_of(pair: Aligned, statuses: Sequence[str] = (), copied: bool = False) -> Iterator[Fault]:
    """Yield every fault of a sentence laid beside its paragraphs, in the order in which the rules look for them.

    A `copied` sentence is a stretch of a paragraph: its words are in their places. New deeds are not looked for.
    """
    for rule in _GIVEN + (() if copied else _PLACED) + _TOLD:
        yield from rule(pair)
    if statuses:
        yield from decision_faults(pair, undecided(statuses))
    yield from absent_words(pair)
