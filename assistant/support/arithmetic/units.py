"""Whether a bare number of the paragraphs is a figure whose unit stands elsewhere: in a heading, behind a colon. Pure."""

import re

from assistant.language.annotated import AnnotatedText, TokenKind
from assistant.language.figures import Figure, FigureKind

_SCALES = ((re.compile(r"£\s?m\b|£\s?million\b"), 1e6), (re.compile(r"£\s?'?(?:000s?|k)\b"), 1e3))
_UNIT_WORDS = {FigureKind.PERCENT: ("%", "per cent", "ercentage"), FigureKind.MONEY: ("£",), FigureKind.TIME: ("",)}


def unit_elsewhere(sentence: Figure, n: int, wording: AnnotatedText) -> bool:
    """Whether a bare number in a table or after a colon is the figure, its unit being named elsewhere ("days: 233")."""
    source = wording.tokens[n].figure
    if source is None or (sentence.kind is FigureKind.PERCENT and not _is_listed(wording, n)):
        return False
    if source.kind is FigureKind.COUNT and sentence.kind is FigureKind.MONEY and sentence.bare != source.bare:
        return _is_in_a_row(wording, n) and any(
            abs(sentence.bare - source.bare * times) < 1e-6 * sentence.bare
            for pattern, times in _SCALES
            if pattern.search(wording.text)
        )
    if source.kind is not FigureKind.COUNT or sentence.bare != source.bare or sentence.kind not in _UNIT_WORDS:
        return False
    if sentence.kind is not FigureKind.TIME:
        return any(word in wording.text for word in _UNIT_WORDS[sentence.kind])
    return _is_named(sentence, wording)


def unit_said(sentence: Figure, source: Figure, wording: AnnotatedText) -> bool:
    """Whether a bare number is the paragraphs' period, whose unit the sentence names elsewhere ("not one year but two or three")."""
    period = sentence.kind is FigureKind.COUNT and source.kind is FigureKind.TIME and sentence.bare == source.bare
    return period and _is_named(source, wording)


def _is_named(period: Figure, wording: AnnotatedText) -> bool:
    """Whether a text names a period's unit: "days", not only a unit of its kind."""
    return period.printed.split()[-1].lower().rstrip("s") in wording.text.lower()


def _is_in_a_row(wording: AnnotatedText, n: int) -> bool:
    """Whether a number stands right beside others, as in a table's row."""
    return any(
        0 <= at < len(wording.tokens)
        and wording.tokens[at].kind is TokenKind.FIGURE
        and not wording.text[
            min(wording.tokens[n].end, wording.tokens[at].end) : max(wording.tokens[n].start, wording.tokens[at].start)
        ].strip(" |-+")
        for at in (n - 1, n + 1)
    )


def _is_listed(wording: AnnotatedText, n: int) -> bool:
    """Whether a number stands in a table's cell, behind a colon or beside another figure, and ends no sentence by itself."""
    before = wording.tokens[max(0, n - 2) : n]
    behind = wording.tokens[n + 1 : n + 3]
    return "|" in wording.text or any(
        token.text in ":|\t(-" or token.kind is TokenKind.FIGURE or token.low in ("and", "to")
        for token in (*before, *behind)
    )
