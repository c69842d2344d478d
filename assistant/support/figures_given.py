"""Whether each figure of a sentence stands in its paragraphs or their context, in any form, or follows from what does. Pure.

A count of ten or fewer in words is let pass: a writer counts what a paragraph lists.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.language.figures import Figure, FigureKind, FoundFigure
from assistant.support.fault import Fault, Flaw
from assistant.support.often_told import tells_how_often
from assistant.support.reckoned import follows, holds, in_one_unit
from assistant.support.source import ReadText, SourceText

_THOUSAND = 1_000  # from which a sum may be told without its pounds ("a quarter of a million over")
_FEW = 12  # the highest count in words that a writer may have made
_COMPARES = re.compile(
    r"\b(?:more|fewer|less|lower|higher|longer|shorter|later|earlier|(?:up|down) (?:by|from|on)|rose|fell|risen|fallen|grew|rise|fall|growth"
    r"|climb\w*|increas\w+|decreas\w+|drop\w*|cut|gap|differ\w+|margin|majority|remaining|rest|extra|further|gain\w*|net|total\w*"
    r"|altogether|combined|together|in all|between them|worse|better|shortfall|by|overall|add\w*|sav\w+|reduc\w+|all but|put on)\b",
    re.I,
)
_SCALES = (
    (re.compile(r"£\s?'?(?:000|k\b)|\(000s?\)|thousands", re.I), 1e3),
    (re.compile(r"£\s?m(?:illions?)?\b", re.I), 1e6),
)
_UNIT_NAMED = {
    FigureKind.MONEY: re.compile(r"[£$€]|\b(?:cost|budget|price|value|fund|balance|charge|fee|income|spend)", re.I),
    FigureKind.PERCENT: re.compile(r"%|\bper ?cent|\bshare|\brate|\bproportion", re.I),
    FigureKind.TIME: re.compile(r"\b(?:days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|ages?d?|weekly|monthly|annual\w*|yearly)\b", re.I),
    FigureKind.SIZE: re.compile(r"."),
}  # fmt: skip
# What a figure may be a rate of: two of one family exclude each other.
_BASES = (
    frozenset({"10", "100", "1000", "10000", "100000", "1000000"}),
    frozenset({"tonne", "kilogram", "kg", "litre"}),
    frozenset({"mile", "km", "kilometre", "metre"}),
    frozenset({"acre", "hectare"}),
)
_TIMES = re.compile(r"[\s-]times\b(?! (?:a|per|each|every)\b)", re.I)
_SOME = re.compile(r"\b(?:few|several|many|couple of|some|of|tens of) $", re.I)
_PART_OF_TIME = re.compile(r"\b(?:first|second|latter|other|better|early|late) $", re.I)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
_DAYS_OF_WEEK = 7
_POINTS = re.compile(r"\s?(?:percentage )?points?\b", re.I)
_LETTERS = re.compile(r"[A-Za-z]+")


def figure_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault for each figure that the source does not give, and for one that it gives in another unit."""
    given = [found.figure for one in source.all for found in one.figures]
    numbers = frozenset().union(*(one.numbers for one in source.all))
    compares = bool(_COMPARES.search(sentence.text))
    for found in sentence.figures:
        if other := _of_another_base(found.figure, given):
            yield Fault(
                Flaw.UNIT,
                f"The paragraph gives {other.printed.strip()} per {other.rates[0]}, not per {found.figure.rates[0]}",
            )
            continue
        if _is_free(found, sentence.text) or _is_given(found.figure, given, numbers, source):
            continue
        figure = _in_words_behind(found, sentence.text)
        if not follows(figure, [*given, *_cells(figure, given, source)], compares) and not _apart(figure, source):
            yield _fault(figure, given)


def _of_another_base(figure: Figure, given: list[Figure]) -> Figure | None:
    """Return the given figure that is the told one per another number or measure, where none is it per the same."""
    same = [other for other in given if in_one_unit(figure, other) and other.value == figure.value]
    for family in _BASES:
        told = family.intersection(figure.rates)
        bases = [family.intersection(other.rates) for other in same]
        if told and bases and all(bases) and not any(told & base for base in bases):
            return same[0]
    return None


def _in_words_behind(found: FoundFigure, text: str) -> Figure:
    """Return the figure, "two points" as percentage points and "2.5 times" as a multiple."""
    if found.figure.kind is FigureKind.COUNT and _POINTS.match(text, found.end):
        return replace(found.figure, kind=FigureKind.POINTS)
    if found.figure.kind is FigureKind.COUNT and _TIMES.match(text, found.end):
        return replace(found.figure, kind=FigureKind.MULTIPLE)
    return found.figure


def _is_free(found: FoundFigure, text: str) -> bool:
    """Whether a figure need not be given: a count of a few in words, and "one" and "a" of anything."""
    figure = found.figure
    if tells_how_often(text, found.start):
        return True  # often_told.py judges it
    if any(char.isdigit() for char in figure.printed):
        return False
    if figure.kind is FigureKind.FRACTION and (
        _PART_OF_TIME.search(text[: found.start]) or text[found.end :].startswith("-")
    ):
        return True  # "the second half", "half-finished"
    if figure.kind is FigureKind.MULTIPLE and text[found.end :].startswith(" that "):
        return True  # "said twice that"
    if _SOME.search(text[: found.start]) and figure.printed.lower().startswith(("hundred", "thousand", "million")):
        return True  # "several thousand"
    first = _LETTERS.findall(figure.printed.lower())[:1]
    if first in (["one"], ["a"], ["an"]) and figure.kind in (FigureKind.COUNT, FigureKind.TIME) and figure.bare <= 1:
        return True
    return figure.kind is FigureKind.COUNT and figure.value <= _FEW and not figure.rates


def _is_given(figure: Figure, given: list[Figure], numbers: frozenset[float], source: SourceText) -> bool:
    if figure.kind is FigureKind.FRACTION and (figure.value in numbers or _is_ordinal(figure, source.text)):
        return True
    for other in given:
        values = in_one_unit(figure, other)
        if values and holds(figure, *values):
            return True
    return _stands_bare(figure, given, numbers, source)


def _is_ordinal(figure: Figure, text: str) -> bool:
    """Whether "a third" may be the third of its kind, which the source numbers so, or "half" is the source's own word."""
    words = _LETTERS.findall(figure.printed.lower())
    alone = words[0] in ("a", "half") and words[-1] in _LETTERS.findall(text.lower())
    return alone and not any(char.isdigit() for char in figure.printed)


def _stands_bare(figure: Figure, given: list[Figure], numbers: frozenset[float], source: SourceText) -> bool:
    """Whether the figure's number stands without a unit where its unit is named elsewhere: in a table, a heading, a list."""
    bare = [other for other in given if other.kind in (FigureKind.COUNT, FigureKind.LABEL)]
    if figure.kind in (FigureKind.COUNT, FigureKind.LABEL):
        periods = [
            _hour(other) if other.unit.startswith("clock") else other.bare
            for other in given
            if other.kind is FigureKind.TIME
        ]
        sums = [other.value for other in given if other.kind is FigureKind.MONEY and figure.value >= _THOUSAND]
        values = [*(one.value for one in bare), *periods, *sums]
        return any(holds(figure, figure.value, value) for value in values) or (
            figure.value in numbers and not any(_of_other_kind(figure, other) for other in given)
        )
    if figure.kind in (FigureKind.TIME, FigureKind.SIZE) and any(_of_other_kind(figure, other) for other in given):
        return False
    named = _UNIT_NAMED.get(figure.kind)
    if named is None or not named.search(source.text):
        return False
    scales = [scale for pattern, scale in _SCALES if pattern.search(source.text)]
    if figure.kind is not FigureKind.MONEY or not scales or "|" not in source.text:
        scales.append(1.0)
    return any(
        holds(figure, told, other.value * scale)
        for other in bare
        for scale in scales
        for told in {figure.value, figure.bare}
    )


def _cells(figure: Figure, given: list[Figure], source: SourceText) -> list[Figure]:
    """Return a table's bare numbers as sums of money in the units that its headers name, for a sum that is told."""
    if figure.kind is not FigureKind.MONEY or "|" not in source.text:
        return []
    scales = [scale for pattern, scale in _SCALES if pattern.search(source.text)] or [1.0]
    bare = [other for other in given if other.kind is FigureKind.COUNT]
    return [replace(other, kind=FigureKind.MONEY, value=other.value * scale) for other in bare for scale in scales]


def _of_other_kind(figure: Figure, other: Figure) -> bool:
    """Whether the number stands in the source as a sum of money, a share or a period."""
    return other.kind not in (FigureKind.COUNT, FigureKind.LABEL) and bool(
        {figure.value, figure.bare} & {other.value, other.bare}
    )


def _hour(clock: Figure) -> float:
    return clock.value // 60 or 12.0


def _apart(figure: Figure, source: SourceText) -> bool:
    """Whether a period is what lies between two times that the source names: years, months, days, days of the week."""
    if figure.kind is not FigureKind.TIME or figure.unit not in ("month", "day"):
        return False
    if figure.unit == "day" and figure.value <= _DAYS_OF_WEEK and len(set(_WEEKDAY.findall(source.text))) > 1:
        return True
    times = [found.moment for one in source.all for found in one.moments]
    if figure.unit == "month":
        points = {12 * time.year + (time.month or 0) for time in times if time.year}
        points |= {12 * time.till for time in times if time.till} | {time.month for time in times if time.month}
        near_by = 12 if figure.value >= 12 else 1
    else:
        points = {30 * time.month + time.day for time in times if time.month and time.day}
        near_by = 3
    return any(
        abs(one - other) > 0 and abs(figure.value - abs(one - other)) < near_by for one in points for other in points
    )


def _fault(figure: Figure, given: list[Figure]) -> Fault:
    """Return the fault, telling the unit that the figure has in the source where it has another."""
    printed = figure.printed.strip()
    for other in given:
        same = _number(other) == _number(figure)
        if same and other.kind is not FigureKind.LABEL and (other.kind, other.unit) != (figure.kind, figure.unit):
            return Fault(Flaw.UNIT, f"The paragraph says {other.printed.strip()}, not {printed}")
        if same and other.value != figure.value:
            return Fault(Flaw.UNIT, f"The paragraph says {other.printed.strip()}, not {printed}")
    return Fault(Flaw.FIGURE, f"No paragraph gives {printed}")


def _number(figure: Figure) -> float:
    return figure.bare or figure.value
