"""The sentences of a source and the clauses of a sentence, and how many of the words of one stand in another. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.stems import NEGATORS, STOP, is_light, stem_of
from assistant.support.source import ReadText, SourceText, read

_SILENT = STOP | NEGATORS
FEWEST = 3  # content words of a clause, from which it is laid beside a sentence of the source
_WORD = re.compile(r"[A-Za-z][A-Za-z'&-]*")
_SENTENCES = re.compile(r"\n+|(?<=[.!?;])\s+(?=[A-Z0-9(•])|\s•\s|\s(?=-\s[A-Z])")
_CLAUSES = re.compile(r"(?<=[,;:])\s|\s(?=(?:and|but|while|whereas|although|though|with|as|which|who)\s)|\s-\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or clause, what it gives, and the stems of its content words."""

    given: ReadText
    words: frozenset[str]

    def covers(self, words: frozenset[str]) -> float:
        """The share of the words that stand in this stretch."""
        return len(words & self.words) / len(words) if words else 0.0


@lru_cache(maxsize=4_096)
def stretch(text: str) -> Stretch:
    """Return a stretch of text with its content words."""
    return Stretch(read(text), content(text))


def content(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that say something."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem_of(word) for word in words if word not in _SILENT and not is_light(word, stem_of(word)))


def sentences_of(source: SourceText) -> list[list[Stretch]]:
    """Return the sentences of each paragraph, a row or an item of a list for one."""
    return [list(_sentences(given.text)) for given in source.paragraphs]


@lru_cache(maxsize=1_024)
def _sentences(text: str) -> tuple[Stretch, ...]:
    return tuple(stretch(part.strip()) for part in _SENTENCES.split(text) if part.strip())


def clauses_of(text: str) -> list[tuple[int, str]]:
    """Return the clauses of a sentence, each behind where it starts."""
    ends = [(0, 0), *((match.start(), match.end()) for match in _CLAUSES.finditer(text)), (len(text), len(text))]
    return [(start, text[start:stop]) for (_, start), (stop, _) in zip(ends, ends[1:], strict=False)]
