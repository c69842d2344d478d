"""Where a paragraph and its quotation stand among the characters of a PDF page. Pure.

Line breaks, hyphenation and spacing differ between a paper's text and its page; letters and figures do not.
So both are squeezed to letters, figures and points before they are compared.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from page.marking import TextSpan, whole

_DROPPED = "-‐‑|\u00ad\ufffe\uffff"
_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
_ENOUGH = 24  # squeezed characters that make a paragraph's start recognisable

TopOf = Callable[[int], float]  # how far down the page a character stands


@dataclass(frozen=True, slots=True)
class Located:
    """Stretches of a page's characters: the paragraph (None where it is not there) and its quotation."""

    paragraph: TextSpan | None = None
    quotes: tuple[TextSpan, ...] = ()


def locate(text: str, paragraph: str, quote: str, near: float | None = None, top_of: TopOf | None = None) -> Located:
    """The paragraph on this page, or as much of its start as stands here, and the quotation inside it.

    `near` and `top_of`: minutes say "RESOLVED: That the report be noted" five times on a page, so of equal
    places the one nearest to where the paragraph starts is taken.
    """
    page, at = squeezed(text)

    def nearest(spans: list[TextSpan]) -> TextSpan | None:
        if near is None or top_of is None:
            return spans[0] if spans else None
        return min(spans, key=lambda span: abs(top_of(at[span.start]) - near), default=None)

    own = paragraph.partition("\n")[2]  # after a list's introduction or a table's header
    tries = [squeezed(words)[0] for words in (paragraph, own) if words]
    extent = next((found for words in tries if (found := nearest(_occurrences(page, words)))), None)
    if extent is None:
        extent = nearest([found for words in tries[:1] for found in _starts(page, words)])
    within = extent or TextSpan(0, len(page))
    words = squeezed(quote)[0]
    places = [place for place in _occurrences(page, words, within) if whole(text, _back(at, place))]
    if not places and extent:
        places = [place for place in _occurrences(page, words) if whole(text, _back(at, place))]
    mark = nearest(places)
    return Located(_back(at, extent) if extent else None, (_back(at, mark),) if mark else ())


def left_over(text: str, paragraph: str) -> str:
    """What of the paragraph is not on this page, and so should start the next; squeezed, "" for none."""
    page, words = squeezed(text)[0], squeezed(paragraph)[0]
    if words in page:
        return ""
    longest = max((span.end - span.start for span in _starts(page, words)), default=0)
    return words[longest:] if longest else ""


def squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space, hyphens, dashes and control characters, and where each character was."""
    kept, at = [], []
    for index, character in enumerate(text):
        for single in unicodedata.normalize("NFKC", character):
            plain = _SAME.get(single, single)
            if plain.isspace() or plain in _DROPPED or unicodedata.category(plain) == "Cc":
                continue
            kept.append(plain)
            at.append(index)
    return "".join(kept), at


def _occurrences(page: str, words: str, within: TextSpan | None = None) -> list[TextSpan]:
    start, end = within or (0, len(page))
    spans = []
    while words and (start := page.find(words, start, end)) >= 0:
        spans.append(TextSpan(start, start + len(words)))
        start += 1
    return spans


def _starts(page: str, words: str) -> list[TextSpan]:
    """Each place where the words begin, as far as they go on before the page says something else."""
    if len(words) < _ENOUGH:
        return []
    return [TextSpan(start, start + _same(page, start, words)) for start, _ in _occurrences(page, words[:_ENOUGH])]


def _same(page: str, start: int, words: str) -> int:
    return next((n for n in range(len(words)) if page[start + n : start + n + 1] != words[n]), len(words))


def _back(at: list[int], span: TextSpan) -> TextSpan:
    return TextSpan(at[span.start], at[span.end - 1] + 1)
