"""What a record tells in answer to a question: words with their citations, a line before them, notes behind. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support.shown_words import WordedSpan


@dataclass(frozen=True, slots=True)
class ToldByRecords:
    """The cited words of an answer from records, and what is said of them that no paper says: what was counted or compared."""

    picks: tuple[WordedSpan, ...]
    lead: str = ""  # a line before the words, which their paragraphs bear out together; "" for none
    notes: tuple[str, ...] = ()


def within(picks: Sequence[WordedSpan], words: int, most: int) -> tuple[WordedSpan, ...]:
    """The first of the picks, no more than `most` and than these many words hold; always one where there is any."""
    out: list[WordedSpan] = []
    for pick in picks[:most]:
        words -= len(pick.words.split())
        if out and words < 0:
            break
        out.append(pick)
    return tuple(out)
