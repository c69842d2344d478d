"""What a text gives that can be held against another: its figures, times, plain numbers and words. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.figures import FoundFigure, find_figures
from assistant.language.normalise import plain
from assistant.language.times import FoundMoment, find_moments

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text read once: its words in one form, its figures outside dates, its times, and every number in digits."""

    text: str
    figures: tuple[FoundFigure, ...]
    moments: tuple[FoundMoment, ...]
    numbers: frozenset[float]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The paragraphs of a sentence, and what stands above or beside them, each read once."""

    paragraphs: tuple[ReadText, ...]
    context: tuple[ReadText, ...] = ()
    statuses: tuple[str, ...] = ()  # corpus.models.Status of the paragraphs, where they are known

    @property
    def all(self) -> tuple[ReadText, ...]:
        """The paragraphs and their context."""
        return self.paragraphs + self.context

    @property
    def text(self) -> str:
        """The words of the paragraphs and their context."""
        return "\n".join(given.text for given in self.all)


def source_of(paragraphs: Sequence[str], context: Sequence[str] = (), statuses: Sequence[str] = ()) -> SourceText:
    """Return the paragraphs with their statuses and their context, read."""
    return SourceText(tuple(map(read, paragraphs)), tuple(map(read, dict.fromkeys(context))), tuple(statuses))


@lru_cache(maxsize=4_096)
def read(text: str) -> ReadText:
    """Return what a text gives."""
    words = plain(text)
    moments = tuple(find_moments(words))
    figures = tuple(find_figures(words, [(moment.start, moment.end) for moment in moments]))
    numbers = frozenset(float(match[0].replace(",", "")) for match in _NUMBER.finditer(words))
    return ReadText(words, figures, moments, numbers)
