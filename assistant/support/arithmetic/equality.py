"""Whether a figure said is the figure printed: its value, as the paper rounds it, and its limit. Pure."""

import re

from assistant.language.figures import Figure, Kind


def same_value(said: Figure, printed: Figure) -> bool:
    """Whether a figure said is the figure printed: kind, unit and value; a plain number in a column may be either."""
    if said.kind is Kind.FRACTION or printed.kind is Kind.FRACTION:
        return _same_share(said, printed)
    if said.kind is printed.kind is Kind.MULTIPLE:
        low, high = _TIMES_REACH.get(said.limit, (-0.02, 0.02))
        return said.value * (1 + low) <= printed.value <= said.value * (1 + high)
    if said.unit.startswith("clock") or printed.unit.startswith("clock"):
        return _same_clock(said, printed)
    if {said.kind, printed.kind} == {Kind.COUNT, Kind.TIME}:  # ages: "aged 17", "17 yrs"
        count, time = (said, printed) if said.kind is Kind.COUNT else (printed, said)
        return time.unit == "month" and count.value * 12 == time.value and count.value != 1
    if said.kind is not printed.kind or said.unit != printed.unit:
        return False
    return abs(said.value - printed.value) <= 1e-9 * max(1.0, abs(said.value)) or _rounded(said, printed)


_TIMES_REACH = {
    "over": (0.0, 0.25), "at-least": (0.0, 0.25), "under": (-0.15, 0.0), "nearly": (-0.1, 0.0), "about": (-0.08, 0.08)
}  # fmt: skip


def _same_clock(said: Figure, printed: Figure) -> bool:
    """Whether two times of day are one: "half past four", "4.30pm", "16:30" and a bare "4.30"."""
    minutes = [
        60 * (int(match[1]) % 12) + int(match[2]) if (match := _BARE_CLOCK.fullmatch(one.printed)) else one.value
        for one in (said, printed)
        if one.kind is Kind.TIME or _BARE_CLOCK.fullmatch(one.printed)
    ]
    if len(minutes) < 2 or minutes[0] != minutes[1]:
        return False
    return said.unit == printed.unit or "clock" in (said.unit, printed.unit) or "" in (said.unit, printed.unit)


_BARE_CLOCK = re.compile(r"(1[0-2]|[1-9])[.:]([0-5]\d)")


def _rounded(said: Figure, printed: Figure) -> bool:
    """Whether a figure said to be rounded ("just over £65.3m") is the exact one printed, rounded that way and rounder."""
    if (
        said.limit not in _NEARNESS
        or not said.value
        or len(f"{printed.bare:g}".strip("0.")) <= len(f"{said.bare:g}".strip("0."))
    ):
        return False
    low, high = _NEARNESS[said.limit]
    return low <= (printed.value - said.value) / said.value <= high


_NEARNESS = {"over": (0.0, 0.03), "under": (-0.03, 0.0), "nearly": (-0.03, 0.0), "about": (-0.015, 0.015)}


def _same_share(said: Figure, printed: Figure) -> bool:
    """A fraction against a fraction or a percentage: equal, or as a half may be over or under what is printed."""
    share = {Kind.FRACTION: 1.0, Kind.PERCENT: 0.01}
    if said.kind not in share or printed.kind not in share:
        return False
    told, given = said.value * share[said.kind], printed.value * share[printed.kind]
    if abs(told - given) < 0.0006:
        return True
    if said.kind is not Kind.FRACTION:
        return False
    reach = {
        "over": (0.0, 0.1),
        "at-least": (0.0, 0.1),
        "under": (-0.1, 0.0),
        "at-most": (-0.1, 0.0),
        "nearly": (-0.05, 0.0),
        "about": (-0.035, 0.035),
    }
    low, high = reach.get(said.limit, (-0.006, 0.006))
    return low <= given - told <= high


_STRICT = {"over": 1, "at-least": 1, "under": -1, "at-most": -1}


_SIDE = {"over": 1, "at-least": 1, "under": -1, "nearly": -1}


def same_limit(said: Figure, printed: Figure) -> bool:
    """Whether "more than", "up to" and their kind are told as printed ("about" and an open side are let be)."""
    sides = {_SIDE.get(said.limit, 0), _SIDE.get(printed.limit, 0)}
    if sides == {1, -1}:
        return False  # "more than a third" is not "almost a third"
    if said.kind is Kind.FRACTION or said.value != printed.value or sides == {-1}:
        return True
    told, given = _STRICT.get(said.limit, 0), _STRICT.get(printed.limit, 0)
    if {said.limit, printed.limit} <= {"", "about", "nearly", "not", "at-most", "at-least"} and told != given:
        return said.limit not in ("at-most", "at-least") and printed.limit in ("", "about", "nearly", "not")
    return told == given
