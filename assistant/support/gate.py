"""Whether a sentence follows from the paragraphs it cites, and if not, which rule stopped it and why. No model, no network.

The rules run from the plainest to the subtlest, and the first fault is told. First come figures, times and names that no
paragraph gives; then those that stand there for another thing; then what is asserted otherwise: direction, decision,
negation, antonyms, quantifiers; last, words that nothing bears out. `RULES` lists them all.

`evidence.judged` puts one check before these, which needs to know whose paragraphs they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.language.annotated import read, read_all
from assistant.language.decision_verbs import undecided
from assistant.language.normalise import plain, squashed
from assistant.language.times import agrees, find_moments
from assistant.support.alignment import Aligned, align
from assistant.support.fault import Fault, Flaw
from assistant.support.quotation import is_quoted
from assistant.support.rules.assertion import (
    awaited_faults,
    body_faults,
    cause_faults,
    certain_faults,
    decision_faults,
    denial_faults,
    direction_faults,
    done_faults,
    novel_deeds,
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
RULES: tuple[Rule, ...] = (*_GIVEN, *_PLACED, *_TOLD, absent_words, novel_deeds)

# Flaws that context may mend: the paragraphs leave out what their heading or their meeting's date says.
_MENDED_BY_CONTEXT = frozenset({Flaw.ABSENT, Flaw.BODY, Flaw.DATE, Flaw.DECISION, Flaw.FIGURE, Flaw.NAME})

_PAPER = r"(?:the |this |these )?(?:(?:council|committee)['’]s )?(?:papers?|reports?|resolution|motion|notice|minutes|paragraphs?|documents?|agenda)"
_ATTRIBUTED = re.compile(
    rf"^\s*(?:according to {_PAPER},|{_PAPER} (?:says?|states?|records?|shows?|confirms?|explains?) that)\s+(?=\w)",
    re.I,
)
_ON = re.compile(r"(?:\b(?:on|of|at|held on)\s)?$", re.I)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence follows from its paragraphs; where it does not, why, and what stopped it.

    `rule` is the name of the rule's function: one of RULES, or of the few checks before them.
    """

    supported: bool
    reason: str | None
    flaw: Flaw | None
    rule: str | None = None


_SUPPORTED = Verdict(True, None, None)
_NOTHING_SAID = Verdict(False, "The sentence says nothing that can be checked", Flaw.ABSENT, "nothing_said")
_NOTHING_CITED = Verdict(False, "No paragraph is cited", Flaw.ABSENT, "nothing_cited")


def judge(
    sentence: str,
    paragraphs: Sequence[str],
    statuses: Sequence[str] = (),
    context: Sequence[str] = (),
) -> Verdict:
    """Return whether the sentence follows from the paragraphs taken together.

    `statuses` are the paragraphs' corpus.models.Status values, in the same order. `context` says, a line each, what is
    known of the paragraphs besides their words: council, body, date, number. The context may give a name, a thing or a
    date; what was done must stand in the paragraphs. A sentence copied word for word is always supported.
    """
    sentence = _ATTRIBUTED.sub("", sentence, count=1)
    verdict = _judge(sentence, paragraphs, statuses)
    if verdict.supported or not paragraphs or verdict.flaw not in _MENDED_BY_CONTEXT or not any(context):
        return verdict
    dateless = _without_days(sentence, paragraphs, context)
    return _judge(dateless, paragraphs, statuses, tuple(dict.fromkeys(context)))


def _without_days(sentence: str, paragraphs: Sequence[str], context: Sequence[str]) -> str:
    """Return the sentence without the days that only the context gives: no paragraph tells when its own body met."""
    inside = [found.moment for text in paragraphs for found in find_moments(plain(text))]
    around = [found.moment for text in context for found in find_moments(plain(text))]
    text = plain(sentence)
    for found in reversed(find_moments(text)):
        whole = found.moment.day and found.moment.month and found.moment.year
        if whole and found.moment in around and not any(agrees(found.moment, moment) for moment in inside):
            text = _ON.sub("", text[: found.start]) + text[found.end :]
    return text


def _judge(
    sentence: str,
    paragraphs: Sequence[str],
    statuses: Sequence[str],
    context: tuple[str, ...] = (),
) -> Verdict:
    words = squashed(sentence)
    if not words:
        return _NOTHING_SAID
    if not paragraphs:
        return _NOTHING_CITED
    if any(is_quoted(sentence, paragraph) for paragraph in paragraphs):
        return _SUPPORTED
    pair = align(read(sentence), read_all(tuple(paragraphs), context))
    copied = any(f" {words} " in f" {squashed(paragraph)} " for paragraph in paragraphs)
    for rule, fault in _findings(pair, statuses, copied):
        return Verdict(False, fault.reason, fault.flaw, rule.__name__)
    if not copied:
        for fault in novel_deeds(pair):
            return Verdict(False, fault.reason, fault.flaw, novel_deeds.__name__)
    return _SUPPORTED


def faults_of(pair: Aligned, statuses: Sequence[str] = (), copied: bool = False) -> Iterator[Fault]:
    """Yield every fault of a sentence laid beside its paragraphs, in the order in which the rules look for them.

    A `copied` sentence is a stretch of a paragraph: its words are in their places. New deeds are not looked for.
    """
    return (fault for _, fault in _findings(pair, statuses, copied))


def _findings(pair: Aligned, statuses: Sequence[str], copied: bool) -> Iterator[tuple[Rule, Fault]]:
    """Yield each fault behind the rule that found it."""
    for rule in _GIVEN + (() if copied else _PLACED) + _TOLD:
        for fault in rule(pair):
            yield rule, fault
    if statuses:
        for fault in decision_faults(pair, undecided(statuses)):
            yield decision_faults, fault
    for fault in absent_words(pair):
        yield absent_words, fault
