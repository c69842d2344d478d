"""Whether a thing stands behind the preposition that the paragraphs have before it: awarded to, awarded against. Pure."""

from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, weight_of
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

_CONTRARY = (
    (frozenset({"against"}), frozenset({"to", "for", "with"})),
    (frozenset({"to"}), frozenset({"from", "by"})),
    (frozenset({"with"}), frozenset({"without"})),
    (frozenset({"during", "before"}), frozenset({"after"})),
    (frozenset({"for"}), frozenset({"by", "from"})),
    (frozenset({"above", "over"}), frozenset({"below", "under"})),
)
_OF_TIMES = ((frozenset({"until", "till", "before"}), frozenset({"since", "after", "from"})),)
_ALL = frozenset(word for pair in _CONTRARY + _OF_TIMES for side in pair for word in side)
_FARTHEST = 5


def governed_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a thing stands behind the contrary preposition: "awarded against" for "awarded to"."""
    turned: list[int] = []
    for n, token in enumerate(pair.sentence.tokens):
        if token.kind not in (TokenKind.WORD, TokenKind.NAME, TokenKind.MOMENT) or (
            token.kind is TokenKind.WORD and weight_of(token) < 1.0
        ):
            continue
        here = _preposition(pair.sentence, n)
        if here is None:
            continue
        word = pair.sentence.tokens[here].low
        governing = [_preposition(pair.source, at) for at, strength in pair.met[n] if strength == 1.0]
        told = [there for there in governing if there is not None and _hang_alike(pair, here, there)]
        if {word, *(pair.source.tokens[at].low for at in governing if at is not None)} == {"from", "to"} and len(
            governing
        ) == 1:
            turned.append(here)
        if len({pair.sentence.tokens[at].low for at in turned}) > 1:
            yield Fault(Flaw.DIRECTION, f"The paragraph goes the other way, not “{word} {token.text}”")
            return
        if token.moment and len(governing) == 1 and _swapped_end(pair, here, governing[0]):
            told = [at for at in governing if at is not None]
        if told and all(
            _contrary(word, pair.source.tokens[there].low, _OF_TIMES if token.moment else _CONTRARY) for there in told
        ):
            other = pair.source.tokens[told[0]].text
            yield Fault(Flaw.NAME, f"The paragraph says “{other} {token.text}”, not “{word} {token.text}”")
            return


def _swapped_end(pair: Aligned, here: int, there: int | None) -> bool:
    """Whether a time is told as the start where the paragraphs have it as the end, or the other way about."""
    words = {pair.sentence.tokens[here].low, pair.source.tokens[there].low if there is not None else ""}
    return words in ({"until", "from"}, {"until", "since"}, {"till", "from"}, {"till", "since"})


def _preposition(wording: AnnotatedText, n: int) -> int | None:
    """Position of the preposition that governs a word: before it, at most its article and adjectives or name between."""
    for at in range(n - 1, max(-1, n - _FARTHEST), -1):
        token = wording.tokens[at]
        if token.low in _ALL:
            return at
        if token.kind is TokenKind.NAME or token.low in ("the", "a", "an", "its", "their", "of"):
            continue
        if token.kind is TokenKind.WORD and not token.low.endswith(("ed", "s", "ing")):
            continue
        return None
    return None


def _contrary(one: str, other: str, sides: tuple[tuple[frozenset[str], frozenset[str]], ...]) -> bool:
    return any((one in a and other in b) or (one in b and other in a) for a, b in sides)


def _hang_alike(pair: Aligned, here: int, there: int) -> bool:
    """Whether the last telling word before each preposition is the same, or for a time that it starts its clause."""
    mine = _hook(pair.sentence, here)
    theirs = _hook(pair.source, there)
    if mine is None or theirs is None:
        return False
    return any(at == theirs for at, _ in pair.met[mine])


def _hook(wording: AnnotatedText, at: int) -> int | None:
    for n in range(at - 1, max(-1, at - 4), -1):
        token = wording.tokens[n]
        if token.kind in (TokenKind.WORD, TokenKind.NAME):
            return n
        if token.kind in (TokenKind.BREAK, TokenKind.FIGURE):
            return None
    return None
