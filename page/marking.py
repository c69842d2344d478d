"""Where a quotation stands in a text. One that is not there word for word is not marked. Pure."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

_GAP = re.compile(r"\s*(?:…|\[\.\.\.\]|\.\.\. )\s*")


class TextSpan(NamedTuple):
    """A stretch of a text, from its first character to behind its last."""

    start: int
    end: int


def quote_spans(text: str, quote: str) -> tuple[TextSpan, ...]:
    """Where each piece of a quotation stands; () unless every piece is there, in order.

    White space may differ. A piece never starts or ends inside a word or a figure: 8% is not found in 18% or 5.8%.
    """
    found = _find(text, quote, 0)
    if found:
        return (found,)
    spans: list[TextSpan] = []
    for piece in (piece for piece in _GAP.split(quote) if piece.strip()):
        found = _find(text, piece, spans[-1].end if spans else 0)
        if not found:
            return ()
        spans.append(found)
    return tuple(spans)


def _find(text: str, piece: str, start: int) -> TextSpan | None:
    words = piece.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    spans = (TextSpan(*match.span()) for match in pattern.finditer(text, start))
    return next((span for span in spans if whole(text, span)), None)


def whole(text: str, span: TextSpan) -> bool:
    """Whether a span starts and ends between words and figures, not inside one of them."""
    start, end = span
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    first, last = text[start : start + 1], text[end - 1 : end]
    if before and before[-1].isalnum() and first.isalnum():
        return False
    if after and after[0].isalnum() and last.isalnum():
        return False
    if first.isdigit() and re.search(r"\d[.,/]$", before):
        return False
    return not (last.isdigit() and re.match(r"[.,/]\d|%", after))


def pieces(text: str, spans: tuple[TextSpan, ...]) -> Iterator[tuple[str, bool]]:
    """The text cut at the spans, in order; each piece with whether it is inside a span."""
    given = 0  # characters
    for start, end in spans:
        if start > given:
            yield text[given:start], False
        yield text[start:end], True
        given = end
    if given < len(text):
        yield text[given:], False


def marked_html(text: str, spans: tuple[TextSpan, ...]) -> str:
    """Escaped text with the spans in <mark class="quote">, line breaks kept."""
    return "".join(
        f'<mark class="quote">{broken(part)}</mark>' if mark else broken(part) for part, mark in pieces(text, spans)
    )


def broken(text: str) -> str:
    """Escaped text, line breaks as <br>."""
    return escape(text).replace("\n", "<br>")


def clipped(text: str, spans: tuple[TextSpan, ...], around: int) -> TextSpan:
    """The stretch from the first span to the last with about `around` characters either side, cut between words."""
    start, end = (spans[0].start, spans[-1].end) if spans else (0, 0)
    left = max(0, start - around)
    right = min(len(text), max(end, left) + around)
    while left and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and not text[right].isspace():
        right += 1
    return TextSpan(left, right)
