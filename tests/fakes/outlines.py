"""Outlines of papers that a test writes as text, and what a test asks of them."""

from corpus.models import Outline, Reading, Status
from corpus.outline import outline_of
from corpus.readers.text import blocks_of


def outline_of_text(source: str, file: str = "paper.md") -> Outline:
    """The outline of a paper in Markdown or plain text."""
    return outline_of(Reading(tuple(blocks_of(source))), file)


def status_of_words(paper: Outline, words: str) -> Status:
    """The kind of statement of the first paragraph that holds these words."""
    return next(paragraph.status for paragraph in paper.paragraphs if words in paragraph.own)


def decisions_by_number(paper: Outline) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The title and the resolutions of each minute, by its number."""
    return {minute.ref: (minute.title, minute.resolutions) for minute in paper.minutes}
