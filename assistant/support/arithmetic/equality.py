"""Whether a figure of the sentence is the figure printed: its value, as the paper rounds it, and its bound."""

import re

from assistant.language.figures import Figure, FigureKind

_BARE_CLOCK = re.compile(r"(1[0-2]|[1-9])[.:]([0-5]\d)")
_MONTHS = 12
_SAME = 1e-9  # relative difference of two equal values
_SAME_SHARE = 0.0006  # difference of two equal shares: that of a third and 33.3%

# How far the printed value may lie below and above the one told, by the bound told. Of a multiple and a rounded figure
# it is a part of the value told, of a share the difference.
_OF_MULTIPLE = {
    "over": (0.0, 0.25), "at-least": (0.0, 0.25), "under": (-0.15, 0.0), "nearly": (-0.1, 0.0), "about": (-0.08, 0.08)
}  # fmt: skip
_MULTIPLE_ITSELF = (-0.02, 0.02)
_OF_ROUNDED = {"over": (0.0, 0.03), "under": (-0.03, 0.0), "nearly": (-0.03, 0.0), "about": (-0.015, 0.015)}
_OF_SHARE = {
    "over": (0.0, 0.1),
    "at-least": (0.0, 0.1),
    "under": (-0.1, 0.0),
    "at-most": (-0.1, 0.0),
    "nearly": (-0.05, 0.0),
    "about": (-0.035, 0.035),
}
_SHARE_ITSELF = (-0.006, 0.006)

_AS_SHARE = {FigureKind.FRACTION: 1.0, FigureKind.PERCENT: 0.01}
_STRICT = {"over": 1, "at-least": 1, "under": -1, "at-most": -1}
_SIDE = {"over": 1, "at-least": 1, "under": -1, "nearly": -1}
_LOOSE = frozenset(("", "about", "nearly", "not", "at-most", "at-least"))
_UNBOUNDED = frozenset(("", "about", "nearly", "not"))


def same_value(sentence: Figure, source: Figure) -> bool:
    """Whether a figure told has the value of the one printed: one kind, one unit, and equal as far as its bound says.

    A plain number may be an age in years, and a bare "4.30" a time of day.
    """
    if sentence.kind is FigureKind.FRACTION or source.kind is FigureKind.FRACTION:
        return _same_share(sentence, source)
    if sentence.kind is source.kind is FigureKind.MULTIPLE:
        low, high = _OF_MULTIPLE.get(sentence.bound, _MULTIPLE_ITSELF)
        return sentence.value * (1 + low) <= source.value <= sentence.value * (1 + high)
    if sentence.unit.startswith("clock") or source.unit.startswith("clock"):
        return _same_clock(sentence, source)
    if {sentence.kind, source.kind} == {FigureKind.COUNT, FigureKind.TIME}:
        count, time = (sentence, source) if sentence.kind is FigureKind.COUNT else (source, sentence)
        return time.unit == "month" and count.value * _MONTHS == time.value and count.value != 1  # "aged 17", "17 yrs"
    if sentence.kind is not source.kind or sentence.unit != source.unit:
        return False
    return abs(sentence.value - source.value) <= _SAME * max(1.0, abs(sentence.value)) or _rounded(sentence, source)


def _same_clock(sentence: Figure, source: Figure) -> bool:
    """Whether two times of day are one: "half past four", "4.30pm", "16:30" and a bare "4.30"."""
    minutes = [
        60 * (int(match[1]) % 12) + int(match[2]) if (match := _BARE_CLOCK.fullmatch(figure.printed)) else figure.value
        for figure in (sentence, source)
        if figure.kind is FigureKind.TIME or _BARE_CLOCK.fullmatch(figure.printed)
    ]
    if len(minutes) < 2 or minutes[0] != minutes[1]:
        return False
    return sentence.unit == source.unit or "clock" in (sentence.unit, source.unit) or "" in (sentence.unit, source.unit)


def _rounded(sentence: Figure, source: Figure) -> bool:
    """Whether a figure told as rounded ("just over £65.3m") is the exact one printed, rounded that way and rounder."""
    if sentence.bound not in _OF_ROUNDED or not sentence.value or _digits(source) <= _digits(sentence):
        return False
    low, high = _OF_ROUNDED[sentence.bound]
    return low <= (source.value - sentence.value) / sentence.value <= high


def _digits(figure: Figure) -> int:
    """Return how many characters a number has without its noughts and points at either end."""
    return len(f"{figure.bare:g}".strip("0."))


def _same_share(sentence: Figure, source: Figure) -> bool:
    """Whether a fraction and a fraction or percentage are one share; a fraction told may be rounded."""
    if sentence.kind not in _AS_SHARE or source.kind not in _AS_SHARE:
        return False
    told, given = sentence.value * _AS_SHARE[sentence.kind], source.value * _AS_SHARE[source.kind]
    if abs(told - given) < _SAME_SHARE:
        return True
    if sentence.kind is not FigureKind.FRACTION:
        return False
    low, high = _OF_SHARE.get(sentence.bound, _SHARE_ITSELF)
    return low <= given - told <= high


def same_bound(sentence: Figure, source: Figure) -> bool:
    """Whether "more than", "up to" and their kind are told as printed; "about" and an open side are let be."""
    sides = {_SIDE.get(sentence.bound, 0), _SIDE.get(source.bound, 0)}
    if sides == {1, -1}:
        return False  # "more than a third" is not "almost a third"
    if sentence.kind is FigureKind.FRACTION or sentence.value != source.value or sides == {-1}:
        return True
    told, given = _STRICT.get(sentence.bound, 0), _STRICT.get(source.bound, 0)
    if {sentence.bound, source.bound} <= _LOOSE and told != given:
        return sentence.bound not in ("at-most", "at-least") and source.bound in _UNBOUNDED
    return told == given
