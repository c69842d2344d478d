"""Words that exclude each other, and whether one word is another behind a prefix that turns it round."""

from functools import lru_cache

from assistant.language.annotated import Token, TokenKind
from assistant.language.stems import stem_of
from assistant.language.word_lists import rows_of

Sides = tuple[tuple[int, int], ...]  # (row, side) of each row of opposites that a word stands in

TURNING = ("un", "in", "im", "ir", "il", "dis", "non", "mis")


def sides_of(token: Token) -> Sides:
    """Return the rows of the gate's antonyms that a word stands in, and on which side of each.

    Two words are opposites where they stand in one row on two sides. A superlative ("cheapest") has the sides of its word.
    """
    if token.kind not in (TokenKind.WORD, TokenKind.NAME):
        return ()
    table = _table("antonyms")
    found = table.get(token.stem, ())
    return found or (table.get(token.stem[:-3], ()) if token.stem.endswith("est") else ())


def sides_in_claims(token: Token) -> Sides:
    """Return the same of the claim check's antonyms, which are wider than the gate's and have rows of their own."""
    return _table("antonyms_of_claims").get(token.stem, ()) if token.kind in (TokenKind.WORD, TokenKind.NAME) else ()


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, Sides]:
    """Return the sides of each stem in a list of antonyms; a phrase is found by its last word."""
    found: dict[str, list[tuple[int, int]]] = {}
    for row, line in enumerate(rows_of(name)):
        for side, words in enumerate(line.split("/")):
            for phrase in words.split(","):
                found.setdefault(stem_of(phrase.split()[-1]), []).append((row, side))
    return {stem: tuple(sides) for stem, sides in found.items()}


def is_turned(one: str, other: str) -> bool:
    """Whether one word is the other behind a prefix that turns it round: "lawful" and "unlawful"."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    return longer.startswith(TURNING) and any(
        longer.startswith(prefix) and stem_of(longer[len(prefix) :]) == stem_of(shorter) for prefix in TURNING
    )
