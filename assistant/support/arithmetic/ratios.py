"""Shares and multiples of two figures of one printed sentence: "half of them", "twice as many", "a third more"."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.language.annotated import AnnotatedText, TokenKind, read_once
from assistant.language.direction import directions, points
from assistant.language.figure_roles import goes_on_of_this, role_of
from assistant.language.figures import Figure, FigureKind
from assistant.language.stems import stem_of
from assistant.support.arithmetic.equality import same_value

_APART = 14  # tokens between two figures of which one may be told as a share of the other
_APART_FROM_A_WHOLE = 40  # "Of the 148 received, ..."
_SHARES = (FigureKind.FRACTION, FigureKind.PERCENT)
_NO_BASE = (FigureKind.LABEL, FigureKind.MULTIPLE, FigureKind.FRACTION)  # of which no share is taken
_COMPARED = frozenset("compared against than versus while whereas from as relative double".split())
_WITHIN = frozenset("which whom these them out including includes included".split())
_TOTALS = frozenset("total totals totalling totalled altogether overall all".split())
_HEDGES = frozenset("about around roughly approximately some just nearly almost over under a little than".split())
_MORE = frozenset("more higher larger bigger greater longer up above over".split())
_LESS = frozenset("fewer less lower smaller shorter down below under".split())
_AGAIN = (["as", "many", "again"], ["as", "much", "again"])
_VERBS = {stem_of(word): value for word, value in {
    "double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "halve": 0.5,
}.items()}  # fmt: skip
_ENDS = 0.7  # a boundary that ends a sentence or line


def in_ratio(
    sentence: AnnotatedText, i: int, source: AnnotatedText, given: frozenset[float] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yield the two printed figures whose ratio the share or multiple i of the sentence is: what it is told of, and its base.

    These are the part and its whole, the larger and the smaller, or the end of a change and its start; or twice the verb
    that tells it ("doubled"). `given` are the values of the sentence's other figures: a whole that it names itself needs
    no "of which" in print.
    """
    figure = sentence.tokens[i].figure
    if figure is None or figure.kind not in (*_SHARES, FigureKind.MULTIPLE):
        return
    way = _way(sentence, i) if figure.kind in _SHARES else ""
    if figure.kind is FigureKind.MULTIPLE or (way and figure.value == 0.5):
        yield from ((j, j) for j, token in enumerate(source.tokens) if _VERBS.get(token.stem) == figure.value)
    for small, large in pairs(source):
        low, high = _value(source, small), _value(source, large)
        if figure.kind is FigureKind.MULTIPLE:
            if _is(figure, high / low):
                yield large, small
        elif way:
            base = low if way == "up" else high
            if _is(figure, (high - low) / base) and _are_compared(source, small, large):
                yield (large, small) if way == "up" else (small, large)
        elif _is(figure, low / high) and (_compares(sentence, i) or is_part(source, small, large) or high in given):
            yield small, large


def _compares(sentence: AnnotatedText, i: int) -> bool:
    """Whether a share sets two things side by side: "half as many", "a third as likely"."""
    return [token.low for token in sentence.tokens[i + 1 : i + 2]] == ["as"] and not _way(sentence, i)


def _is(told: Figure, ratio: float) -> bool:
    """Whether a share or multiple is the ratio of two printed figures, as nearly as it is told."""
    if told.kind is FigureKind.PERCENT:
        decimals = len(f"{told.bare:g}".partition(".")[2])
        return round(100 * ratio, decimals) == told.bare
    return same_value(told, replace(told, value=ratio, bound=""))


def _way(sentence: AnnotatedText, i: int) -> str:
    """Return "up" or "down" where a share tells a change or a difference ("a third more", "rose by a third"), else ""."""
    behind = sentence.tokens[i + 1].low if i + 1 < len(sentence.tokens) else ""
    if [token.low for token in sentence.tokens[i + 1 : i + 4]] in _AGAIN:
        return "up"
    if behind in _MORE or behind in _LESS:
        return "up" if behind in _MORE else "down"
    ahead = [token for token in sentence.tokens[max(0, i - 5) : i] if token.low not in _HEDGES]
    ways = [way for j, way in directions(sentence).items() if i - 5 <= j < i and way in ("up", "down")]
    if ways and ahead and (ahead[-1].low in ("by", "of") or points(ahead[-1])):
        return ways[-1]
    return ""


@read_once
def pairs(source: AnnotatedText) -> list[tuple[int, int]]:
    """Return the figures of one kind that stand near each other in one sentence, two by two, the smaller one first."""
    figures = [i for i in source.all_of(TokenKind.FIGURE) if _value(source, i) > 0]
    found = []
    for k, i in enumerate(figures):
        farthest = _APART_FROM_A_WHOLE if role_of(source, i) == "whole" else _APART
        for j in figures[k + 1 :]:
            if j - i > farthest or (_are_parted(source, i, j) and not goes_on_of_this(source, i, j)):
                break
            first, second = source.tokens[i].figure, source.tokens[j].figure
            alike = first and second and (first.kind, first.unit) == (second.kind, second.unit)
            if first and second and alike and first.value != second.value:
                found.append((i, j) if first.value < second.value else (j, i))
    return found


def _are_parted(source: AnnotatedText, i: int, j: int) -> bool:
    """Whether a sentence ends between two tokens."""
    return any(
        token.kind is TokenKind.BREAK and token.boundary >= _ENDS and token.text != ";" for token in source.tokens[i:j]
    )


def _value(source: AnnotatedText, i: int) -> float:
    """Return the value of a figure of which a share can be taken, else 0."""
    figure = source.tokens[i].figure
    return figure.value if figure and figure.kind not in _NO_BASE else 0.0


def is_part(source: AnnotatedText, part: int, whole: int) -> bool:
    """Whether a figure is told as part of another: "236 of the 461", "461 in total: 236 ..."."""
    if role_of(source, whole) == "whole" or (role_of(source, part) == "part" and abs(part - whole) <= _APART // 2):
        return True
    if role_of(source, whole) == "part":
        return False
    low, high = min(part, whole), max(part, whole)
    between = {token.low for token in source.tokens[low + 1 : high]}
    around = {token.low for token in source.tokens[max(0, whole - 2) : whole + 4]}
    return bool(between & _WITHIN) or bool(around & _TOTALS)


def _are_compared(source: AnnotatedText, i: int, j: int) -> bool:
    """Whether two figures are told as one thing at two times, or of two things set side by side."""
    if {role_of(source, i), role_of(source, j)} & {"from", "to"}:
        return True
    low, high = min(i, j), max(i, j)
    return any(token.low in _COMPARED for token in source.tokens[low + 1 : high])
