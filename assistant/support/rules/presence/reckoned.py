"""Whether a figure that no paragraph prints can be reckoned from what they print. Pure."""

import re
from dataclasses import replace

from assistant.language.annotated import TokenKind
from assistant.language.figure_roles import role_of
from assistant.language.figures import Figure, FigureKind
from assistant.language.roll_calls import called
from assistant.support.alignment import Aligned
from assistant.support.arithmetic.equality import same_value
from assistant.support.arithmetic.ratios import pairs

_CHANGE = re.compile(
    r"\b(?:more|fewer|less|rise|rose|increase|increased|fall|fell|drop|dropped|decrease|reduction|difference|up|down|gap|by|but|except|longer|shorter|higher|lower|later|earlier|older|younger|above|below|over|under|short|missed)\b",
    re.I,
)


def reckoned(pair: Aligned, n: int, figure: Figure) -> bool:
    """Whether a figure can be worked out of the paragraphs: a difference, a share, a count, a rounded time."""
    return (
        (figure.bare == 2 and bool(_BOTH.search(pair.source.text)))
        or (figure.bare == 1 and _is_longer(pair, figure))
        or _worked_out(pair, n, figure)
        or _is_ago(pair, n, figure)
        or _counts_a_list(pair, figure)
        or _tallies(pair, n, figure)
    )


_AS_A_LIMIT = re.compile(
    r"\b(?:(?:more|less|fewer|longer|shorter|higher|lower|older|younger) than|over|under|above|below|up to) $", re.I
)
_BOTH = re.compile(r"\bboth\b", re.I)


def _worked_out(pair: Aligned, n: int, figure: Figure) -> bool:
    """Whether a figure is the difference of two that the paragraphs give, and said to be one."""
    start, end = pair.sentence.tokens[n].start, pair.sentence.tokens[n].end
    near = _AS_A_LIMIT.sub("", pair.sentence.text[max(0, start - 25) : start]) + pair.sentence.text[start : end + 15]
    if _other_share(pair, n, figure):
        return True
    if _spans_the_years(pair, figure) or is_difference(pair, n):
        return True
    if not _CHANGE.search(near) or role_of(pair.sentence, n) == "to":
        return False
    values = {
        other.value
        for at in pair.source.all_of(TokenKind.FIGURE)
        if (other := pair.source.tokens[at].figure)
        and (other.kind is figure.kind or (figure.kind is FigureKind.POINTS and other.kind is FigureKind.PERCENT))
    }
    return any(abs(abs(one - other) - figure.value) < 1e-6 for one in values for other in values)


def is_difference(pair: Aligned, n: int) -> bool:
    """Whether a figure is the difference between the start and the end of a change ("the £14m reserve to £13m")."""
    figure = pair.sentence.tokens[n].figure
    if (
        figure is None
        or figure.kind not in (FigureKind.MONEY, FigureKind.COUNT)
        or role_of(pair.sentence, n) in ("from", "to")
    ):
        return False
    return any(
        abs(abs(first.value - second.value) - figure.value) < 1e-6 and first.kind is figure.kind
        for one, other in pairs(pair.source)
        if {role_of(pair.source, one), role_of(pair.source, other)} & {"from", "to"}
        and (first := pair.source.tokens[one].figure)
        and (second := pair.source.tokens[other].figure)
    )


def _spans_the_years(pair: Aligned, figure: Figure) -> bool:
    """Whether a number of years is that between two years of the sentence ("for six years, from 2007 to 2013")."""
    moments = [pair.sentence.tokens[at].moment for at in pair.sentence.all_of(TokenKind.MOMENT)]
    years = [moment.year for moment in moments if moment and moment.year]
    return figure.unit == "month" and len(years) > 1 and (max(years) - min(years)) * 12 == figure.value


def _is_longer(pair: Aligned, figure: Figure) -> bool:
    """Whether "over a year" is what a time that the paragraphs give comes to: 14 months, 60 weeks."""
    days = {"hour": 1 / 24, "day": 1.0, "month": 30.4}
    if figure.bound not in ("over", "nearly", "under") or figure.unit not in days:
        return False
    mine = figure.value * days[figure.unit]
    low, high = (1.0, 2.0) if figure.bound == "over" else (0.5, 1.0)
    others = [other for at in pair.source.all_of(TokenKind.FIGURE) if (other := pair.source.tokens[at].figure)]
    return any(other.unit in days and low <= other.value * days[other.unit] / mine < high for other in others)


def _counts_a_list(pair: Aligned, figure: Figure) -> bool:
    """Whether a number is how many names the sentence itself goes on to list ("four councils: Ashby, Corve, Dene and Ely")."""
    if figure.kind is not FigureKind.COUNT or figure.bound not in ("", "at-least"):
        return False
    names = 0
    for token in reversed(pair.sentence.tokens):
        if token.text[0].isupper():
            names += 1
        elif token.low not in ("and", ",", "."):
            break
    return 1 < names == figure.value


_IN_FAVOUR, _AGAINST = re.compile(r"\bfavour|\bfor\b|\bsupport", re.I), re.compile(r"\bagainst\b|\boppos", re.I)


def _tallies(pair: Aligned, n: int, figure: Figure) -> bool:
    """Whether a number is how many a roll call lists on the sentence's side, or in all ("Bell - Yea; Cray - Nay")."""
    names = called(pair.source)
    yeas, nays = len(names.get("yes", ())), len(names.get("no", ()))
    if figure.kind is not FigureKind.COUNT or yeas + nays < 2:
        return False
    if role_of(pair.sentence, n) == "whole":
        return figure.value == yeas + nays
    behind = pair.sentence.text[pair.sentence.tokens[n].end :]
    sides = [
        (found.start(), count)
        for pattern, count in ((_IN_FAVOUR, yeas), (_AGAINST, nays))
        if (found := pattern.search(behind))
    ]
    return bool(sides) and min(sides)[1] == figure.value


def _is_ago(pair: Aligned, n: int, figure: Figure) -> bool:
    """Whether a length of time only places another time ("two years before")."""
    behind = pair.sentence.tokens[n + 1].low if n + 1 < len(pair.sentence.tokens) else ""
    return figure.kind is FigureKind.TIME and behind in ("before", "earlier", "ago", "previously", "later")


def _other_share(pair: Aligned, n: int, figure: Figure) -> bool:
    """Whether "the other half" is what a share of the sentence's own leaves ("£500 of the £1,000")."""
    figures = [
        found for at in pair.sentence.all_of(TokenKind.FIGURE) if at < n and (found := pair.sentence.tokens[at].figure)
    ]
    rest = any(token.low in ("other", "rest", "remaining") for token in pair.sentence.tokens[max(0, n - 3) : n])
    return (
        rest
        and figure.kind is FigureKind.FRACTION
        and any(
            one.kind is other.kind
            and other.value
            and same_value(figure, replace(figure, value=1 - one.value / other.value))
            for one, other in zip(figures, figures[1:], strict=False)
        )
    )
