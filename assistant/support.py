"""Whether a sentence follows from the paragraphs it cites, and if not, why. Pure; no model, no network.

The checks run from the plainest to the subtlest and the first fault found is told: figures, times and names that the
paragraphs do not give; figures, times and names given for another thing; direction; decision; negation; opposites;
scope; and words that nothing bears out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.alignment import Aligned, align
from assistant.decided import undecided
from assistant.faults import Fault, decision_faults, denial_faults, direction_faults, opposite_faults
from assistant.given import absent_words, figure_faults, moment_faults, name_faults
from assistant.placed import misplaced_figures, misplaced_moments, misplaced_names
from assistant.scope import done_faults, scope_faults
from assistant.wording import joined, read, squashed

_CHECKS: tuple[Callable[[Aligned], Iterator[Fault]], ...] = (
    figure_faults,
    moment_faults,
    name_faults,
    misplaced_figures,
    misplaced_moments,
    misplaced_names,
    direction_faults,
    decision_faults,
    denial_faults,
    opposite_faults,
    scope_faults,
    done_faults,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence is borne out; where it is not, why in plain English and the class of the fault."""

    supported: bool
    reason: str | None
    flaw: str | None


_SUPPORTED = Verdict(True, None, None)


def judge(
    sentence: str,
    paragraphs: Sequence[str],
    statuses: Sequence[str] = (),
    likeness: Callable[[str, str], float] | None = None,
) -> Verdict:
    """Whether the sentence follows from the paragraphs taken together.

    `statuses` are the paragraphs' corpus.models.Status values, in the same order. `likeness` gives the likeness in
    meaning of two texts, 0 to 1; it settles the borderline of words that no paragraph uses. A sentence copied word for
    word is always supported.
    """
    wanted = squashed(sentence)
    if not wanted:
        return Verdict(False, "The sentence says nothing that can be checked", "absent")
    if not paragraphs:
        return Verdict(False, "No paragraph is cited", "absent")
    if any(f" {wanted} " in f" {squashed(paragraph)} " for paragraph in paragraphs):
        return _SUPPORTED
    pair = align(read(sentence), joined(read(paragraph) for paragraph in paragraphs))
    for check in _CHECKS:
        for fault in check(pair):
            return Verdict(False, fault.reason, fault.flaw)
    for fault in decision_faults(pair, undecided(statuses)) if statuses else ():
        return Verdict(False, fault.reason, fault.flaw)
    like = max(likeness(sentence, paragraph) for paragraph in paragraphs) if likeness else None
    for fault in absent_words(pair, like):
        return Verdict(False, fault.reason, fault.flaw)
    return _SUPPORTED
