"""Whether a figure said is the figure printed: its value, as the paper rounds it, and its limit. Pure."""

import re

from assistant.language.figures import Figure, FigureKind


def same_value(sentence: Figure, source: Figure) -> bool:
    """Whether a figure said is the figure printed: kind, unit and value; a plain number in a column may be either."""
    if sentence.kind is FigureKind.FRACTION or source.kind is FigureKind.FRACTION:
        return _same_share(sentence, source)
    if sentence.kind is source.kind is FigureKind.MULTIPLE:
        low, high = _TIMES_REACH.get(sentence.bound, (-0.02, 0.02))
        return sentence.value * (1 + low) <= source.value <= sentence.value * (1 + high)
    if sentence.unit.startswith("clock") or source.unit.startswith("clock"):
        return _same_clock(sentence, source)
    if {sentence.kind, source.kind} == {FigureKind.COUNT, FigureKind.TIME}:  # ages: "aged 17", "17 yrs"
        count, time = (sentence, source) if sentence.kind is FigureKind.COUNT else (source, sentence)
        return time.unit == "month" and count.value * 12 == time.value and count.value != 1
    if sentence.kind is not source.kind or sentence.unit != source.unit:
        return False
    return abs(sentence.value - source.value) <= 1e-9 * max(1.0, abs(sentence.value)) or _rounded(sentence, source)


_TIMES_REACH = {
    "over": (0.0, 0.25), "at-least": (0.0, 0.25), "under": (-0.15, 0.0), "nearly": (-0.1, 0.0), "about": (-0.08, 0.08)
}  # fmt: skip


def _same_clock(sentence: Figure, source: Figure) -> bool:
    """Whether two times of day are one: "half past four", "4.30pm", "16:30" and a bare "4.30"."""
    minutes = [
        60 * (int(match[1]) % 12) + int(match[2]) if (match := _BARE_CLOCK.fullmatch(one.printed)) else one.value
        for one in (sentence, source)
        if one.kind is FigureKind.TIME or _BARE_CLOCK.fullmatch(one.printed)
    ]
    if len(minutes) < 2 or minutes[0] != minutes[1]:
        return False
    return sentence.unit == source.unit or "clock" in (sentence.unit, source.unit) or "" in (sentence.unit, source.unit)


_BARE_CLOCK = re.compile(r"(1[0-2]|[1-9])[.:]([0-5]\d)")


def _rounded(sentence: Figure, source: Figure) -> bool:
    """Whether a figure said to be rounded ("just over £65.3m") is the exact one printed, rounded that way and rounder."""
    if (
        sentence.bound not in _NEARNESS
        or not sentence.value
        or len(f"{source.bare:g}".strip("0.")) <= len(f"{sentence.bare:g}".strip("0."))
    ):
        return False
    low, high = _NEARNESS[sentence.bound]
    return low <= (source.value - sentence.value) / sentence.value <= high


_NEARNESS = {"over": (0.0, 0.03), "under": (-0.03, 0.0), "nearly": (-0.03, 0.0), "about": (-0.015, 0.015)}


def _same_share(sentence: Figure, source: Figure) -> bool:
    """A fraction against a fraction or a percentage: equal, or as a half may be over or under what is printed."""
    share = {FigureKind.FRACTION: 1.0, FigureKind.PERCENT: 0.01}
    if sentence.kind not in share or source.kind not in share:
        return False
    told, given = sentence.value * share[sentence.kind], source.value * share[source.kind]
    if abs(told - given) < 0.0006:
        return True
    if sentence.kind is not FigureKind.FRACTION:
        return False
    reach = {
        "over": (0.0, 0.1),
        "at-least": (0.0, 0.1),
        "under": (-0.1, 0.0),
        "at-most": (-0.1, 0.0),
        "nearly": (-0.05, 0.0),
        "about": (-0.035, 0.035),
    }
    low, high = reach.get(sentence.bound, (-0.006, 0.006))
    return low <= given - told <= high


_STRICT = {"over": 1, "at-least": 1, "under": -1, "at-most": -1}


_SIDE = {"over": 1, "at-least": 1, "under": -1, "nearly": -1}


def same_limit(sentence: Figure, source: Figure) -> bool:
    """Whether "more than", "up to" and their kind are told as printed ("about" and an open side are let be)."""
    sides = {_SIDE.get(sentence.bound, 0), _SIDE.get(source.bound, 0)}
    if sides == {1, -1}:
        return False  # "more than a third" is not "almost a third"
    if sentence.kind is FigureKind.FRACTION or sentence.value != source.value or sides == {-1}:
        return True
    told, given = _STRICT.get(sentence.bound, 0), _STRICT.get(source.bound, 0)
    if {sentence.bound, source.bound} <= {"", "about", "nearly", "not", "at-most", "at-least"} and told != given:
        return sentence.bound not in ("at-most", "at-least") and source.bound in ("", "about", "nearly", "not")
    return told == given
