"""Figures told side by side, each with words of its own: "31 in good condition, 40 in fair condition and 15 in poor". Pure."""

from assistant.language.annotated import AnnotatedText, TokenKind, read_once, weight_of
from assistant.support.alignment import Aligned

_PARTING = frozenset(", ; : ( and but or while whilst whereas against compared".split())
_REFERRING = frozenset("it they them this these those so which that their its former latter".split())


@read_once
def own_words(wording: AnnotatedText) -> dict[int, frozenset[int]]:
    """Return the positions of the words that are told of one figure alone, for each figure beside others of its kind.

    The words before the first figure belong to all where the others have none before them. The words behind the last
    belong to all where the others have none behind them.
    """
    found: dict[int, frozenset[int]] = {}
    group: list[int] = []
    start = 0
    for n, token in enumerate(wording.tokens):
        if token.kind is TokenKind.BREAK and (token.boundary >= 1.0 or token.text == "\n"):
            found |= _parted(wording, group, start, n)
            group, start = [], n + 1
        elif token.kind is TokenKind.FIGURE and token.figure:
            group.append(n)
    return found | _parted(wording, group, start, len(wording.tokens))


def _parted(wording: AnnotatedText, figures: list[int], start: int, end: int) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = {}
    for kind in {figure.kind for n in figures if (figure := wording.tokens[n].figure)}:
        alike = [n for n in figures if (figure := wording.tokens[n].figure) and figure.kind is kind]
        items = _items(wording, alike)
        if len(items) < 2:
            continue
        cuts = [_cut(wording, one[-1], other[0]) for one, other in zip(items, items[1:], strict=False)]
        if None in cuts:
            continue
        bounds = [start - 1, *(cut for cut in cuts if cut is not None), end]
        ahead = [_telling(wording, bounds[k] + 1, item[0]) for k, item in enumerate(items)]
        behind = [_telling(wording, item[-1] + 1, bounds[k + 1]) for k, item in enumerate(items)]
        if not any(ahead[1:]):
            ahead[0] = frozenset()
        elif not any(behind[:-1]):
            behind[-1] = frozenset()
        found |= {n: ahead[k] | behind[k] for k, item in enumerate(items) for n in item}
    return found


def _items(wording: AnnotatedText, figures: list[int]) -> list[list[int]]:
    """The figures, the two ends of a stretch as one ("from 9.30am to 12.15pm")."""
    items: list[list[int]] = []
    for n in figures:
        last = items[-1][-1] if items else n
        if items and n == last + 2 and wording.tokens[last + 1].low in ("to", "until", "till", " - "):
            items[-1].append(n)
        else:
            items.append([n])
    return items


def _cut(wording: AnnotatedText, one: int, other: int) -> int | None:
    """Where the words between two figures part: at the mark or joining word that parts most."""
    places = [
        n
        for n in range(one + 1, other)
        if (wording.tokens[n].low in _PARTING or wording.tokens[n].text in _PARTING)
        and not (wording.tokens[n].text == "(" and n == other - 1)  # "graffiti (12)"
    ]
    return max(places, key=lambda n: (wording.tokens[n].text == ";", n), default=None)


def _telling(wording: AnnotatedText, start: int, end: int) -> frozenset[int]:
    return frozenset(
        n
        for n in range(start, end)
        if wording.tokens[n].kind in (TokenKind.NAME, TokenKind.MOMENT, TokenKind.FIGURE)
        or (wording.tokens[n].kind is TokenKind.WORD and weight_of(wording.tokens[n]) >= 1.0)
        or wording.tokens[n].low == "against"
    )


def sides_with(pair: Aligned, n: int, owns: dict[int, frozenset[int]], at: int, rival: int) -> int:
    """Return 1 where the words near a figure are those of its own place in a list, -1 where they are a rival's, 0 else."""
    if (label := labels(pair, n, at)) != labels(pair, n, rival):
        return 1 if label else -1
    if at not in owns or rival not in owns:
        return 0
    mine = theirs = False
    sentence = own_words(pair.sentence).get(n)
    for k, token in enumerate(pair.sentence.tokens):
        if (
            k == n
            or (
                token.kind not in (TokenKind.WORD, TokenKind.NAME, TokenKind.MOMENT, TokenKind.FIGURE)
                and token.low != "against"
            )
            or (sentence is not None and k not in sentence)
        ):
            continue
        places = {place for place, _ in pair.met[k]}
        here, there = bool(places & owns[at]), bool(places & owns[rival])
        mine |= here and not there
        theirs |= there and not here
    if any(token.low in _REFERRING for k in _span(owns[at], at) for token in pair.source.tokens[k : k + 1]):
        theirs = False
    return int(mine) - int(theirs)


def labels(pair: Aligned, n: int, at: int) -> bool:
    """Whether a figure in brackets stands behind a word that the sentence has near its own figure ("graffiti (12)")."""
    tokens = pair.source.tokens
    if at < 2 or tokens[at - 1].text != "(" or [token.text for token in tokens[at + 1 : at + 2]] != [")"]:
        return False
    figures = [
        other for other in pair.sentence.all_of(TokenKind.FIGURE) if pair.met[other] and _alike(pair.sentence, n, other)
    ]
    return any(
        (place == at - 2 or (place == at - 3 and token.kind is TokenKind.NAME))
        and strength == 1.0
        and token.kind in (TokenKind.WORD, TokenKind.NAME)
        and n == max(figures, key=lambda other: pair.sentence.near(k, other), default=n)
        for k, (token, places) in enumerate(zip(pair.sentence.tokens, pair.met, strict=True))
        for place, strength in places
    )


def _alike(wording: AnnotatedText, one: int, other: int) -> bool:
    """Whether two figures are of one kind, so that a label might be either's."""
    first, second = wording.tokens[one].figure, wording.tokens[other].figure
    return bool(first and second and first.kind is second.kind)


def _span(words: frozenset[int], at: int) -> range:
    """The tokens from the first to the last of a figure's own words, and one behind them ("against it")."""
    every = words | {at}
    return range(min(every), max(every) + 2)
