"""Whether a sentence follows from the paragraphs it cites, and if not, why. Pure; no model, no network.

The checks run from the plainest to the subtlest and the first fault found is told: figures, times and names that the
paragraphs do not give; figures, times and names given for another thing; direction; decision; negation; opposites;
scope; and words that nothing bears out.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.language.annotated import read, read_all
from assistant.language.decision_verbs import undecided
from assistant.language.normalise import plain, squashed
from assistant.language.times import agrees, find_moments
from assistant.support.alignment import Aligned, align
from assistant.support.fault import Fault
from assistant.support.quotation import is_quoted
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
from assistant.support.rules.assertion.novel import novel_deeds
from assistant.support.rules.assertion.requested import requested_faults
from assistant.support.rules.assertion.scope import scope_faults
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
from assistant.support.rules.presence.given import absent_words, figure_faults, moment_faults, name_faults
from assistant.support.rules.presence.often import frequency_faults

_Check = Callable[[Aligned], Iterator[Fault]]
_GIVEN: tuple[_Check, ...] = (
    figure_faults,
    frequency_faults,
    moment_faults,
    name_faults,
    mixed_names,
    correction_faults,
)
_PLACED: tuple[_Check, ...] = (
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
_TOLD: tuple[_Check, ...] = (
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence is borne out; where it is not, why in plain English and the class of the fault."""

    supported: bool
    reason: str | None
    flaw: str | None


_SUPPORTED = Verdict(True, None, None)
_TOLD_BY_PLACE = frozenset({"absent", "body", "date", "decision", "figure", "name"})  # faults that context may mend


def judge(
    sentence: str,
    paragraphs: Sequence[str],
    statuses: Sequence[str] = (),
    context: Sequence[str] = (),
) -> Verdict:
    """Whether the sentence follows from the paragraphs taken together.

    `statuses` are the paragraphs' corpus.models.Status values, in the same order. `context` says what is known
    of the paragraphs besides their words, a line each: council, body, date, number; a name, thing or date that only it
    gives is given, a deed is not. A sentence copied word for word is always supported.
    """
    sentence = _ATTRIBUTED.sub("", sentence, count=1)
    verdict = _judge(sentence, paragraphs, statuses)
    if verdict.supported or not paragraphs or verdict.flaw not in _TOLD_BY_PLACE or not any(context):
        return verdict
    told = _without_days(sentence, paragraphs, context)
    placed = _judge(told, paragraphs, statuses, tuple(dict.fromkeys(context)))
    return placed if placed.supported else verdict


_PAPER = r"(?:the |this |these )?(?:(?:council|committee)['’]s )?(?:papers?|reports?|resolution|motion|notice|minutes|paragraphs?|documents?|agenda)"
_ATTRIBUTED = re.compile(
    rf"^\s*(?:according to {_PAPER},|{_PAPER} (?:says?|states?|records?|shows?|confirms?|explains?) that)\s+(?=\w)",
    re.I,
)


def _without_days(sentence: str, paragraphs: Sequence[str], context: Sequence[str]) -> str:
    """The sentence without the days that only the context gives: when a body met is no part of what a paragraph tells."""
    inside = [found.moment for text in paragraphs for found in find_moments(plain(text))]
    around = [found.moment for text in context for found in find_moments(plain(text))]
    text = plain(sentence)
    for found in reversed(find_moments(text)):
        whole = found.moment.day and found.moment.month and found.moment.year
        if whole and found.moment in around and not any(agrees(found.moment, one) for one in inside):
            text = _ON.sub("", text[: found.start]) + text[found.end :]
    return text


_ON = re.compile(r"(?:\b(?:on|of|at|held on)\s)?$", re.I)


def _judge(
    sentence: str,
    paragraphs: Sequence[str],
    statuses: Sequence[str],
    context: tuple[str, ...] = (),
) -> Verdict:
    if not squashed(sentence):
        return Verdict(False, "The sentence says nothing that can be checked", "absent")
    if not paragraphs:
        return Verdict(False, "No paragraph is cited", "absent")
    if any(is_quoted(sentence, paragraph) for paragraph in paragraphs):
        return _SUPPORTED
    pair = align(read(sentence), read_all(tuple(paragraphs), context))
    copied = any(f" {squashed(sentence)} " in f" {squashed(paragraph)} " for paragraph in paragraphs)
    for fault in chain(faults_of(pair, statuses, copied), () if copied else novel_deeds(pair)):
        return Verdict(False, fault.reason, fault.flaw)
    return _SUPPORTED


def faults_of(pair: Aligned, statuses: Sequence[str] = (), copied: bool = False) -> Iterator[Fault]:
    """Every fault of a sentence laid beside its paragraphs, in the order in which they are looked for."""
    for check in _GIVEN + (() if copied else _PLACED) + _TOLD:  # words in the paper's order are in their place
        yield from check(pair)
    if statuses:
        yield from decision_faults(pair, undecided(statuses))
    yield from absent_words(pair)
