"""The words of an answer: what is shown of each cited span, judged once by the support gate. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.citations import CitedSpan
from assistant.references import short_reference, unnumbered
from assistant.support.evidence import judged
from assistant.support.quotation import told_cells

_WORDS_AN_ANSWER = 90


@dataclass(frozen=True, slots=True)
class WordedSpan:
    """A cited span with the words that are shown of it, and whether the support gate lets these pass."""

    span: CitedSpan
    words: str
    supported: bool


def as_shown(span: CitedSpan) -> WordedSpan:
    """A span in the words that may be shown: as spoken where the support gate lets that pass, else as printed."""
    words = spoken(span)
    if judged(words, [span.placed]).supported:
        return WordedSpan(span, words, True)
    return WordedSpan(span, span.quote, judged(span.quote, [span.placed]).supported)


def worded(picks: Sequence[WordedSpan]) -> str:
    """The answer's text: each paragraph's words behind its reference, with its marker."""
    lines: list[str] = []
    used = 0
    for number, pick in enumerate(picks, 1):
        length = len(pick.words.split())
        if lines and used + length > _WORDS_AN_ANSWER * 2:
            break
        used += length
        lines.append(f"{short_reference(pick.span.placed)}: {pick.words} [{number}]")
    return "\n".join(lines)


def spoken(pick: CitedSpan) -> str:
    """The words relied on as a reader takes them in: a row's cells behind their columns' names, no printed number.

    The number stands in the reference that these words are shown with.
    """
    paragraph = pick.placed.paragraph
    if " | " in paragraph.own:
        return "; ".join(told_cells(paragraph.own, paragraph.intro.split("\n")[-1]))
    quote = (pick.quote if pick.start else unnumbered(pick.quote, paragraph.ref)).replace("\n", "; ")
    lead = paragraph.intro.split("\n")[-1] if paragraph.intro else ""
    if lead and len(quote.split()) < 14 and len(lead.split()) <= 30:
        return f"{unnumbered(lead, paragraph.ref)} {quote}"
    return quote
