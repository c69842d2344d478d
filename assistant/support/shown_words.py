"""The words of a cited span that may be shown: as a reader takes them in where the gate lets that pass, else as printed. Pure."""

from dataclasses import dataclass

from assistant.citations import CitedSpan
from assistant.references import unnumbered
from assistant.support.evidence import judged
from assistant.support.quotation import told_cells


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
