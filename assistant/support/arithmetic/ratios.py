"""Shares and multiples told of two figures of one printed sentence: "half of them", "twice as many", "a third more". Pure."""

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
_COMPARED = frozenset("compared against than versus while whereas from as relative double".split())
_WITHIN = frozenset("which whom these them out including includes included".split())
_TOTALS = frozenset("total totals totalling totalled altogether overall all".split())
_HEDGES = frozenset("about around roughly approximately some just nearly almost over under a little than".split())
_MORE = frozenset("more higher larger bigger greater longer up above over".split())
_LESS = frozenset("fewer less lower smaller shorter down below under".split())
_VERBS = {stem_of(word): value for word, value in {
    "double": 2.0, "treble": 3.0, "triple": 3.0, "quadruple": 4.0, "halve": 0.5,
}.items()}  # fmt: skip


def in_ratio(
    sentence: AnnotatedText, n: int, source: AnnotatedText, given: frozenset[float] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Where the paragraphs have what a share or multiple of the sentence is told of, and what it is set beside.

    The part and its whole, what is larger and what it is larger than, the end of a change and its start; or twice the
    verb that tells it ("doubled"). `given` are the values of the sentence's other figures: a whole that it names itself needs no "of which" in print.
    """
    figure = sentence.tokens[n].figure
    if figure is None or figure.kind not in (*_SHARES, FigureKind.MULTIPLE):
        return
    way = _way(sentence, n) if figure.kind in _SHARES else ""
    if figure.kind is FigureKind.MULTIPLE or (way and figure.value == 0.5):
        yield from (
            (at, at)
            for at, token in enumerate(source.tokens)
            if token.stem in _VERBS and _VERBS[token.stem] == figure.value
        )
    for small, large in pairs(source):
        one, other = _value(source, small), _value(source, large)
        if figure.kind is FigureKind.MULTIPLE:
            if _is(figure, other / one):
                yield large, small
        elif way:
            base = one if way == "up" else other
            if _is(figure, (other - one) / base) and _are_compared(source, small, large):
                yield (large, small) if way == "up" else (small, large)
        elif _is(figure, one / other) and (_compares(sentence, n) or is_part(source, small, large) or other in given):
            yield small, large


def _compares(sentence: AnnotatedText, n: int) -> bool:
    """Whether a share sets two things side by side: "half as many", "a third as likely"."""
    return [token.low for token in sentence.tokens[n + 1 : n + 2]] == ["as"] and not _way(sentence, n)


def _is(sentence: Figure, ratio: float) -> bool:
    """Whether a share or a multiple said is the ratio of two printed figures, as nearly as it is told."""
    if sentence.kind is FigureKind.PERCENT:
        places = len(f"{sentence.bare:g}".partition(".")[2])
        return round(100 * ratio, places) == sentence.bare
    return same_value(sentence, replace(sentence, value=ratio, bound=""))


def _way(sentence: AnnotatedText, n: int) -> str:
    """Whether a share tells of a change or a difference ("a third more", "rose by a third"): "up", "down" or ""."""
    behind = sentence.tokens[n + 1].low if n + 1 < len(sentence.tokens) else ""
    if [token.low for token in sentence.tokens[n + 1 : n + 4]] in (["as", "many", "again"], ["as", "much", "again"]):
        return "up"
    if behind in _MORE or behind in _LESS:
        return "up" if behind in _MORE else "down"
    ahead = [token for token in sentence.tokens[max(0, n - 5) : n] if token.low not in _HEDGES]
    ways = [way for at, way in directions(sentence).items() if n - 5 <= at < n and way in ("up", "down")]
    if ways and ahead and (ahead[-1].low in ("by", "of") or points(ahead[-1])):
        return ways[-1]
    return ""


@read_once
def pairs(source: AnnotatedText) -> list[tuple[int, int]]:
    """The figures of one kind that stand near each other in one sentence, two by two, the smaller one first."""
    figures = [n for n in source.all_of(TokenKind.FIGURE) if _value(source, n) > 0]
    found = []
    for k, one in enumerate(figures):
        for other in figures[k + 1 :]:
            apart = _APART_FROM_A_WHOLE if role_of(source, one) == "whole" else _APART
            if other - one > apart or (_parted(source, one, other) and not goes_on_of_this(source, one, other)):
                break
            first, second = source.tokens[one].figure, source.tokens[other].figure
            if first and second and (first.kind, first.unit) == (second.kind, second.unit):
                pair = (one, other) if first.value < second.value else (other, one)
                found += [pair] if first.value != second.value else []
    return found


def _parted(source: AnnotatedText, one: int, other: int) -> bool:
    """Whether a sentence ends between two tokens."""
    return any(
        token.kind is TokenKind.BREAK and token.boundary >= 0.7 and token.text != ";"
        for token in source.tokens[one:other]
    )


def _value(source: AnnotatedText, n: int) -> float:
    """The value of a figure of which a share can be taken, else 0."""
    figure = source.tokens[n].figure
    return (
        figure.value
        if figure and figure.kind not in (FigureKind.LABEL, FigureKind.MULTIPLE, FigureKind.FRACTION)
        else 0.0
    )


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


def _are_compared(source: AnnotatedText, one: int, other: int) -> bool:
    """Whether two figures are told as one thing at two times, or of two things set side by side."""
    if {role_of(source, one), role_of(source, other)} & {"from", "to"}:
        return True
    low, high = min(one, other), max(one, other)
    return any(token.low in _COMPARED for token in source.tokens[low + 1 : high])
