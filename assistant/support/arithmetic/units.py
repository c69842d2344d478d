"""Whether a bare number of the paragraphs is a figure whose unit stands elsewhere: in a heading, behind a colon. Pure."""

import re

from assistant.language.annotated import Sort, Wording
from assistant.language.figures import Figure, Kind

_SCALES = ((re.compile(r"£\s?m\b|£\s?million\b"), 1e6), (re.compile(r"£\s?'?(?:000s?|k)\b"), 1e3))
_UNIT_WORDS = {Kind.PERCENT: ("%", "per cent", "ercentage"), Kind.MONEY: ("£",), Kind.TIME: ("",)}


def unit_elsewhere(said: Figure, n: int, wording: Wording) -> bool:
    """Whether a bare number in a table or after a colon is the figure, its unit being named elsewhere ("days: 233")."""
    printed = wording.tokens[n].figure
    if printed is None or (said.kind is Kind.PERCENT and not _is_listed(wording, n)):
        return False
    if printed.kind is Kind.COUNT and said.kind is Kind.MONEY and said.bare != printed.bare:
        return _is_in_a_row(wording, n) and any(
            abs(said.bare - printed.bare * times) < 1e-6 * said.bare
            for pattern, times in _SCALES
            if pattern.search(wording.text)
        )
    if printed.kind is not Kind.COUNT or said.bare != printed.bare or said.kind not in _UNIT_WORDS:
        return False
    if said.kind is not Kind.TIME:
        return any(word in wording.text for word in _UNIT_WORDS[said.kind])
    return _is_named(said, wording)


def unit_said(said: Figure, printed: Figure, wording: Wording) -> bool:
    """Whether a bare number is the paragraphs' period, whose unit the sentence names elsewhere ("not one year but two or three")."""
    period = said.kind is Kind.COUNT and printed.kind is Kind.TIME and said.bare == printed.bare
    return period and _is_named(printed, wording)


def _is_named(period: Figure, wording: Wording) -> bool:
    """Whether a text names a period's unit: "days", not only a unit of its kind."""
    return period.printed.split()[-1].lower().rstrip("s") in wording.text.lower()


def _is_in_a_row(wording: Wording, n: int) -> bool:
    """Whether a number stands right beside others, as in a table's row."""
    return any(
        0 <= at < len(wording.tokens)
        and wording.tokens[at].sort is Sort.FIGURE
        and not wording.text[
            min(wording.tokens[n].end, wording.tokens[at].end) : max(wording.tokens[n].start, wording.tokens[at].start)
        ].strip(" |-+")
        for at in (n - 1, n + 1)
    )


def _is_listed(wording: Wording, n: int) -> bool:
    """Whether a number stands in a table's cell, behind a colon or beside another figure, and ends no sentence by itself."""
    before = wording.tokens[max(0, n - 2) : n]
    behind = wording.tokens[n + 1 : n + 3]
    return "|" in wording.text or any(
        token.text in ":|\t(-" or token.sort is Sort.FIGURE or token.low in ("and", "to")
        for token in (*before, *behind)
    )
