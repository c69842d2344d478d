"""Words and phrases that may stand for each other in committee papers, for telling a paraphrase from an invention."""

from functools import lru_cache

from assistant.language.stems import stems_of
from assistant.language.word_lists import rows_of

SAME_ROW = "#"  # opens the keys that tell of a common row: "#12"


@lru_cache(maxsize=1)
def synonym_keys() -> dict[tuple[str, ...], frozenset[str]]:
    """Return the keys of the rows that each stemmed word or phrase stands in; two phrases with a common key are synonyms."""
    keys: dict[tuple[str, ...], set[str]] = {}
    for number, row in enumerate(rows_of("synonyms")):
        for phrase in row.split(","):
            if stems := stems_of(phrase):
                keys.setdefault(stems, set()).add(f"{SAME_ROW}{number}")
    return {stems: frozenset(found) for stems, found in keys.items()}
