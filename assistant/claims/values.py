"""Whether a figure or time that a statement tells holds of one that a paragraph gives. Pure."""

from assistant.language.annotated import Token
from assistant.language.figures import Figure, FigureKind
from assistant.language.times import TimeExpression, agrees

_TELLING = 100  # from which a whole number hardly stands anywhere by chance
_SHARES = {FigureKind.PERCENT: 0.01, FigureKind.FRACTION: 1.0}
_YEARS = (1900, 2100)  # a bare count between them is as likely a year
_NEAR = {"about": (0.06, 0.06), "nearly": (0.1, 0.0)}  # how far below and above the figure told, as shares of it
_WIDE = 1.6  # "more than 50" may be said of up to 80, not of any number above 50


def holds(told: Token, given: Token) -> bool | None:
    """Whether a figure or time told is the one given; None where the two cannot be compared."""
    if told.figure is not None and given.figure is not None:
        return _figure_holds(told.figure, given.figure)
    if told.moment is not None and given.moment is not None:
        return True if agrees(told.moment, given.moment) else False if _excludes(told.moment, given.moment) else None
    return None


def is_exact(figure: Figure | None) -> bool:
    """Whether a figure is so exact that it hardly stands in a paragraph by chance."""
    return figure is not None and (figure.value != int(figure.value) or figure.value >= _TELLING)


def _excludes(told: TimeExpression, given: TimeExpression) -> bool:
    """Whether a time given is told finely enough to exclude another one."""
    finer = told.month is not None and given.month is None or told.day is not None and given.day is None
    return (told.till is None) == (given.till is None) and not finer


def _figure_holds(told: Figure, given: Figure) -> bool | None:
    """Whether a statement's figure holds of a paragraph's, as far as its bound and its rounding say."""
    if FigureKind.LABEL in (told.kind, given.kind):
        return None
    if {told.kind, given.kind} == {FigureKind.COUNT, FigureKind.MONEY}:
        return True if is_exact(told) and told.bare == given.bare else None  # the unit stands in a table's header
    (kind, one), (other_kind, other) = _measure(told), _measure(given)
    if kind != other_kind or told.kind is FigureKind.COUNT and _YEARS[0] <= one <= _YEARS[1] and one != other:
        return None
    if abs(one - other) <= 1e-6 * max(abs(one), 1.0):
        return told.bound not in ("over", "under") or told.bound == given.bound
    if told.bound in ("over", "at-least"):
        return False if other < one else True if other <= one * _WIDE else None
    if told.bound in ("under", "at-most"):
        return False if other > one else True if other >= one / _WIDE else None
    below, above = _NEAR.get(told.bound, (0.0, 0.0))
    half = _half_a_step(told, one) if 1 < _digits(told) < _digits(given) else 0.0
    return -max(below * one, half) <= other - one <= max(above * one, half)


def _measure(figure: Figure) -> tuple[str, float]:
    """What a figure is a figure of, and its value in that: per cent and fractions are both shares."""
    if figure.kind in _SHARES:
        return "share", figure.value * _SHARES[figure.kind]
    return f"{figure.kind.value} {figure.unit}", figure.value


def _digits(figure: Figure) -> int:
    """How many characters a number has without its noughts and points at either end."""
    return len(f"{figure.bare:g}".strip("0."))


def _half_a_step(figure: Figure, value: float) -> float:
    """Half of what a figure's last digit stands for, 50 of 35,700: from there on another figure would be told."""
    digits = f"{figure.bare:.10f}".rstrip("0").rstrip(".")
    step = 10.0 ** -len(digits.split(".")[1]) if "." in digits else 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return 0.5 * step * value / figure.bare if figure.bare else 0.0
