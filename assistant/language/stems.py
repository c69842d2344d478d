"""The stems of words, and the words that say little or nothing by themselves."""

import re
from functools import lru_cache

from assistant.language.word_lists import rows_of, word_set
from index.text import stem

_WORD = re.compile(r"[a-z0-9@&]+(?:'[a-z]+)?")
_NOT_PAST = "not-past"

STOP = word_set("stop_words")
NEGATORS = frozenset("no not never none nothing neither nor without cannot nobody nowhere".split())
_LIGHT = word_set("light_words")
_IRREGULAR_ROWS = [row.split() for row in rows_of("irregular_forms")]
_IRREGULAR = {form: word for form, word, *_ in _IRREGULAR_ROWS}
PAST = frozenset(form for form, _, *notes in _IRREGULAR_ROWS if _NOT_PAST not in notes)  # past forms without "-ed"


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """Return a word's stem; an irregular form has the stem of its plain word ("fell" that of "fall")."""
    word = word.lower().removesuffix("'s").replace("'", "")
    word = _IRREGULAR.get(word, word)
    return stem(word)


def stems_of(phrase: str) -> tuple[str, ...]:
    """Return the stems of a phrase's words in order; stop words are kept."""
    return tuple(stem_of(word) for word in _WORD.findall(phrase.lower()))


def is_light(word: str, stem: str) -> bool:
    """Whether a word says little: go, make, year."""
    return word in _LIGHT or stem in _light_stems()


@lru_cache(maxsize=1)
def _light_stems() -> frozenset[str]:
    return frozenset(stem_of(word) for word in _LIGHT)
