"""What is surely wrong with a sentence on the paragraphs it cites, if anything, and which check found it. No model, no network.

Few checks, each exact and told in a file of its own: figures, dates, frequencies and names must stand in the paragraphs or
their context, in any form; what was only recommended, moved or lost is not told as decided; a date, a vote and a "not" must
be those of the source where it has nearly the same words. They are made to stop no true sentence. A lie of another kind may
pass here: a verifier judges it.

`evidence.judged` puts one check before these, which needs to know whose paragraphs they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.language.normalise import squashed
from assistant.support.decided import decision_faults
from assistant.support.denied import cut_faults, denial_faults
from assistant.support.fault import Fault, Flaw
from assistant.support.figures_given import figure_faults
from assistant.support.moments_given import moment_faults
from assistant.support.names_given import exchanged_faults, name_faults
from assistant.support.often_told import frequency_faults
from assistant.support.placed import placed_moment_faults
from assistant.support.quotation import is_quoted
from assistant.support.source import ReadText, SourceText, read, source_of
from assistant.support.votes import vote_faults

Check = Callable[[ReadText, SourceText], Iterator[Fault]]

# The plainest first: the first fault is told.
CHECKS: tuple[Check, ...] = (
    figure_faults,
    frequency_faults,
    moment_faults,
    name_faults,
    exchanged_faults,
    placed_moment_faults,
    vote_faults,
    decision_faults,
    denial_faults,
)
_CUT: tuple[Check, ...] = (decision_faults, cut_faults)  # for words that are copied from within a sentence

_PAPER = r"(?:the |this |these )?(?:(?:council|committee)['’]s )?(?:papers?|reports?|resolution|motion|notice|minutes|paragraphs?|documents?|agenda)"
_ATTRIBUTED = re.compile(
    rf"^\s*(?:according to {_PAPER},|{_PAPER} (?:says?|states?|records?|shows?|confirms?|explains?) that)\s+(?=\w)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether no check finds fault with a sentence; where one does, what it is and which check found it.

    `rule` is the name of the check's function: one of CHECKS, or of the few before them.
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
    """Return whether the checks find nothing wrong with the sentence on the paragraphs taken together.

    `statuses` are the paragraphs' corpus.models.Status values, in the same order. `context` says, a line each, what is
    known of the paragraphs besides their words: council, body, date, number, headings. It may give a figure, a date or a
    name; what was done must stand in the paragraphs. A sentence copied word for word is always supported.
    """
    sentence = _ATTRIBUTED.sub("", sentence, count=1)
    words = squashed(sentence)
    if not words:
        return _NOTHING_SAID
    if not paragraphs:
        return _NOTHING_CITED
    if any(is_quoted(sentence, paragraph) for paragraph in paragraphs):
        return _SUPPORTED
    copied = any(f" {words} " in f" {squashed(paragraph)} " for paragraph in paragraphs)
    told, source = read(sentence), source_of(paragraphs, [line for line in context if line], statuses)
    for check in _CUT if copied else CHECKS:
        for fault in check(told, source):
            return Verdict(False, fault.reason, fault.flaw, check.__name__)
    return _SUPPORTED
