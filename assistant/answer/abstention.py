"""Whether an answer is declined, and the words of one that is. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.wording import worded
from assistant.citations import citation
from assistant.models import Answer
from assistant.references import short_reference
from assistant.retrieval.answerability import FOLLOW_UP_THRESHOLD, THRESHOLD
from assistant.support.shown_words import WordedSpan
from index.models import Placed

NOTHING_SAID = "The papers do not say."
NOT_OUTRIGHT = "Not stated outright."
NO_PARAGRAPH = "no paragraph answers the question"
NO_NEXT_DAY = "the papers of the newest meetings do not say when the next one is"
MODEL_FOUND_NONE = "the language model found no answer in the paragraphs"
CLOSE = 0.25  # from this confidence on the best paragraph is on the matter, though it does not answer (docs/lab.md)
SURE = 0.6  # from this confidence on the papers' own words stand although a model finds no answer in them


def is_declined(picks: Sequence[WordedSpan], confidence: float, is_follow_up: bool) -> bool:
    """Whether the papers are taken not to answer: nothing to cite, or confidence below the fitted threshold.

    A completed follow-up is wordier than a question asked alone, scores lower for it, and has a threshold of its own.
    """
    return not picks or confidence < (FOLLOW_UP_THRESHOLD if is_follow_up else THRESHOLD)


def is_declined_by_model(plain: Answer, confidence: float, caught: bool, has_read: bool) -> bool:
    """Whether the abstention of a chat model that found no answer stands, and not the papers' own words.

    It does where these decline too, or are unsure, and wherever the model `has_read` much and looked further: such a one
    declined all of 8 near misses and none of 57 questions with an answer (docs/lab.md). A model that was `caught` saying
    something else besides is not relied on.
    """
    return plain.abstained or (has_read or confidence < SURE) and not caught


def declined(base: Answer, closest: WordedSpan | None, nearest: Placed | None, refused: int, reason: str) -> Answer:
    """The abstention: what was searched, and how many papers could not be read.

    `closest`: words on the matter that do not say it outright, which are told and cited. `nearest`: where there are
    none, the paragraph that was found first, which is named.
    """
    if closest is not None:
        words = f"{NOT_OUTRIGHT} The closest: {worded([closest])} Searched: {base.searched}."
        base = replace(base, citations=(citation(1, closest.span),))
    else:
        words = f"{NOTHING_SAID} Searched: {base.searched}."
        if nearest is not None:
            where = short_reference(nearest)
            words += f" The nearest paragraph found is {where}, in {nearest.file}, which does not seem to answer it."
    if refused:
        words += f" {refused} {'paper' if refused == 1 else 'papers'} could not be read (see `minutebook status`)."
    return replace(base, answer=words, abstained=True, reason=reason)
