"""Whether a bare number is a figure whose unit stands elsewhere: in a heading, behind a colon, in the sentence."""

import re

from assistant.language.annotated import AnnotatedText, TokenKind
from assistant.language.figures import Figure, FigureKind

_SCALES = ((re.compile(r"£\s?m\b|£\s?million\b"), 1e6), (re.compile(r"£\s?'?(?:000s?|k)\b"), 1e3))
_UNIT_WORDS = {FigureKind.PERCENT: ("%", "per cent", "ercentage"), FigureKind.MONEY: ("£",), FigureKind.TIME: ("",)}
_SAME = 1e-6  # relative difference of two equal amounts


def unit_elsewhere(sentence: Figure, i: int, source: AnnotatedText) -> bool:
    """Whether the bare number i of the paragraphs is the sentence's figure, its unit being named elsewhere ("days: 233").

    A number of a table's row may be in £000 or £m, which its heading tells.
    """
    figure = source.tokens[i].figure
    if figure is None or (sentence.kind is FigureKind.PERCENT and not _is_listed(source, i)):
        return False
    if figure.kind is not FigureKind.COUNT or sentence.kind not in _UNIT_WORDS:
        return False
    if sentence.bare != figure.bare:
        return sentence.kind is FigureKind.MONEY and _is_in_a_row(source, i) and _is_scaled(sentence, figure, source)
    if sentence.kind is FigureKind.TIME:
        return _is_named(sentence, source)
    return any(word in source.text for word in _UNIT_WORDS[sentence.kind])


def _is_scaled(sentence: Figure, figure: Figure, source: AnnotatedText) -> bool:
    """Whether a number is the sentence's in thousands or millions of pounds, and the paragraphs name that scale."""
    return any(
        abs(sentence.bare - figure.bare * times) < _SAME * sentence.bare
        for pattern, times in _SCALES
        if pattern.search(source.text)
    )


def unit_said(sentence: Figure, source: Figure, text: AnnotatedText) -> bool:
    """Whether a bare number is the paragraphs' period, and the sentence (`text`) names its unit elsewhere.

    "Not one year but two or three" has a bare two, and its unit behind the one.
    """
    period = sentence.kind is FigureKind.COUNT and source.kind is FigureKind.TIME and sentence.bare == source.bare
    return period and _is_named(source, text)


def _is_named(period: Figure, text: AnnotatedText) -> bool:
    """Whether a text names a period's unit itself: "days" for days."""
    return period.printed.split()[-1].lower().rstrip("s") in text.text.lower()


def _is_in_a_row(text: AnnotatedText, i: int) -> bool:
    """Whether a number stands right beside others, as in a table's row."""
    return any(_is_beside(text, j, j + 1) for j in (i - 1, i) if 0 <= j < len(text.tokens) - 1)


def _is_beside(text: AnnotatedText, i: int, j: int) -> bool:
    """Whether two tokens are figures with nothing but spaces and signs between."""
    first, second = text.tokens[i], text.tokens[j]
    between = text.text[first.end : second.start].strip(" |-+")
    return first.kind is second.kind is TokenKind.FIGURE and not between


def _is_listed(text: AnnotatedText, i: int) -> bool:
    """Whether a number stands in a table's cell, behind a colon or beside another figure, and not by itself."""
    before = text.tokens[max(0, i - 2) : i]
    behind = text.tokens[i + 1 : i + 3]
    return "|" in text.text or any(
        token.text in ":|\t(-" or token.kind is TokenKind.FIGURE or token.low in ("and", "to")
        for token in (*before, *behind)
    )
