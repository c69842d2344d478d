"""Where a paragraph and its quotation stand among the characters of a PDF page. Pure.

A paper's text and its page differ in line breaks, hyphens and spaces, not in letters and figures. So both are
squeezed, which leaves these out, before they are compared.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from page.marking import TextSpan, whole

_DROPPED = "-‐‑|\u00ad\ufffe\uffff"
_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
_ENOUGH = 24  # squeezed characters that make a paragraph's start recognisable

TopOf = Callable[[int], float]  # how far down the page a character stands, by its index


@dataclass(frozen=True, slots=True)
class Located:
    """Where a page has the paragraph, None where it does not, and the quotation."""

    paragraph: TextSpan | None = None
    quotes: tuple[TextSpan, ...] = ()


def locate(text: str, paragraph: str, quote: str, near: float | None = None, top_of: TopOf | None = None) -> Located:
    """The paragraph on this page, or as much of its start as stands here, and the quotation inside it.

    `near`: how far down the page the paragraph starts. A page may say "RESOLVED: That the report be noted" five
    times; of equal places the nearest one is taken. Without it, or without `top_of`, the first.
    """
    page, places = squeezed(text)

    def nearest(spans: list[TextSpan]) -> TextSpan | None:
        if near is None or top_of is None:
            return spans[0] if spans else None
        return min(spans, key=lambda span: abs(top_of(places[span.start]) - near), default=None)

    own = paragraph.partition("\n")[2]  # after a list's introduction or a table's header
    tries = [squeezed(words)[0] for words in (paragraph, own) if words]
    extent = next((found for words in tries if (found := nearest(_occurrences(page, words)))), None)
    if extent is None:
        extent = nearest([found for words in tries[:1] for found in _starts(page, words)])
    within = extent or TextSpan(0, len(page))
    words = squeezed(quote)[0]
    quotes = [span for span in _occurrences(page, words, within) if whole(text, _back(places, span))]
    if not quotes and extent:
        quotes = [span for span in _occurrences(page, words) if whole(text, _back(places, span))]
    mark = nearest(quotes)
    return Located(_back(places, extent) if extent else None, (_back(places, mark),) if mark else ())


def left_over(text: str, paragraph: str) -> str:
    """The end of the paragraph that is not on this page and so should open the next; squeezed, "" for none."""
    page, words = squeezed(text)[0], squeezed(paragraph)[0]
    if words in page:
        return ""
    longest = max((span.end - span.start for span in _starts(page, words)), default=0)
    return words[longest:] if longest else ""


def squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space, hyphens and control characters, and the index of each character left in `text`."""
    kept, places = [], []
    for i, character in enumerate(text):
        for single in unicodedata.normalize("NFKC", character):
            plain = _SAME.get(single, single)
            if plain.isspace() or plain in _DROPPED or unicodedata.category(plain) == "Cc":
                continue
            kept.append(plain)
            places.append(i)
    return "".join(kept), places


def _occurrences(page: str, words: str, within: TextSpan | None = None) -> list[TextSpan]:
    start, end = within or (0, len(page))
    spans = []
    while words and (start := page.find(words, start, end)) >= 0:
        spans.append(TextSpan(start, start + len(words)))
        start += 1
    return spans


def _starts(page: str, words: str) -> list[TextSpan]:
    """Each place where the page has the start of the words, as far as it goes on with them."""
    if len(words) < _ENOUGH:
        return []
    return [TextSpan(start, start + _agreement(page, start, words)) for start, _ in _occurrences(page, words[:_ENOUGH])]


def _agreement(page: str, start: int, words: str) -> int:
    """For how many characters the page, from `start` on, has the words."""
    return next((i for i in range(len(words)) if page[start + i : start + i + 1] != words[i]), len(words))


def _back(places: list[int], span: TextSpan) -> TextSpan:
    """The span in the text as it was before it was squeezed."""
    return TextSpan(places[span.start], places[span.end - 1] + 1)
