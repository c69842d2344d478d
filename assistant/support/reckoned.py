"""Whether a figure follows from others by simple arithmetic: rounded, in another unit, a sum, a difference or a ratio. Pure."""

from collections.abc import Iterable, Iterator

from assistant.language.figures import Figure, FigureKind

_EXACT = 0.0005
_ROUNDED = 0.05  # how far off a round figure may be that is not told as one
_ABOUT = 0.07  # and one that is: "about a third" of 35 %
_BEYOND = 0.2  # and one told as passed or not reached: "over a quarter" of 28 %
_BEYOND_TIMES = 0.4  # "more than twice" of 2.4 times
_DAYS_OF = {"day": 1.0, "month": 365.25 / 12, "hour": 1 / 24}
_MINUTES_OF = {"minute": 1.0, "hour": 60.0}
_FEW_SUMS = 6
_THOUSAND = 1_000  # from which a number in digits may be rounded without a word ("400" is not 396)
_MOST_FIGURES = 60  # of a source, of which pairs are still made
_SHARES = frozenset({FigureKind.FRACTION, FigureKind.PERCENT})
_ABOVE, _BELOW = frozenset({"over", "at-least"}), frozenset({"under", "nearly", "at-most"})


def near(told: float, given: float, printed: str, bound: str, beyond: float = _BEYOND) -> bool:
    """Whether a value may be told so: the same, rounded as it is printed, or off in the direction that its bound tells."""
    off = abs(told - given) / max(abs(told), abs(given), 1e-9)
    if off < _EXACT:
        return True
    if bound in _ABOVE:
        return told < given and off <= beyond
    if bound in _BELOW:
        return told > given and off <= beyond
    if bound == "about":
        return off <= _ABOUT
    return off <= _ROUNDED and abs(told - given) <= _step(told, printed) / 2


def _step(value: float, printed: str) -> float:
    """Return the size of the last digit that a number is printed to: 0.1 million of "£1.5m", 100 of "2,300", 1 of "400"."""
    digits = "".join(char for char in printed if char.isdigit() or char == ".").strip(".")
    if not digits or float(digits) == 0:
        return abs(value) * _ROUNDED * 2
    decimals = len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0")) if float(digits) >= _THOUSAND else 0
    step = 10.0 ** (-decimals or zeros)
    return step * abs(value) / float(digits)


def holds(told: Figure, value: float, given: float) -> bool:
    """Whether a told figure, worth `value` in the unit of the given one, may tell that one; a share in words is a rough one."""
    in_words = told.kind in (FigureKind.FRACTION, FigureKind.MONEY) and not any(char.isdigit() for char in told.printed)
    beyond = _BEYOND_TIMES if told.kind is FigureKind.MULTIPLE else _BEYOND
    return near(value, given, told.printed, told.bound or ("about" if in_words else ""), beyond)


def in_one_unit(told: Figure, given: Figure) -> tuple[float, float] | None:
    """Return both values in one unit, or None where the two measure different things."""
    if {told.kind, given.kind} <= _SHARES:
        return _share(told), _share(given)
    if told.kind is not given.kind:
        return None
    if told.unit == given.unit:
        return told.value, given.value
    for scale in (_DAYS_OF, _MINUTES_OF):
        if told.unit in scale and given.unit in scale:
            return told.value * scale[told.unit], given.value * scale[given.unit]
    clocks = told.unit.startswith("clock") and given.unit.startswith("clock")
    return (told.value, given.value) if clocks and "clock" in (told.unit, given.unit) else None


def _share(figure: Figure) -> float:
    return figure.value / 100 if figure.kind is FigureKind.PERCENT else figure.value


def follows(told: Figure, given: Iterable[Figure], compares: bool) -> bool:
    """Whether a figure is a ratio of two of the given ones, or their sum or difference.

    `compares` tells whether the sentence compares or adds up: only then are sums and differences of like figures made.
    """
    figures = list(given)[:_MOST_FIGURES]
    few_sums = told.kind is FigureKind.MONEY and sum(figure.kind is FigureKind.MONEY for figure in figures) <= _FEW_SUMS
    values = _ratios(told, figures) if told.kind in _RATIOS else _sums(told, figures) if compares or few_sums else ()
    return any(holds(told, told.value, value) for value in values if value > 0)


_RATIOS = frozenset({FigureKind.FRACTION, FigureKind.PERCENT, FigureKind.MULTIPLE, FigureKind.POINTS})


def _ratios(told: Figure, figures: list[Figure]) -> Iterator[float]:
    """Yield what one given figure is of another, or by how much of it the two differ, in the told figure's unit."""
    times = 1.0 if told.kind in (FigureKind.FRACTION, FigureKind.MULTIPLE) else 100.0
    for one, other in _pairs(figures):
        if one.kind in _SHARES:
            yield times * (_share(one) - _share(other))
        if told.kind is FigureKind.POINTS or not other.value:
            continue
        ratio = one.value / other.value
        if told.kind is FigureKind.MULTIPLE or ratio < 1:
            yield times * ratio
        yield times * abs(ratio - 1)
    if told.kind is not FigureKind.MULTIPLE:
        for one in figures:
            if one.kind in _SHARES:
                yield times * (1 - _share(one))
            elif one.kind is FigureKind.MULTIPLE and one.value:
                yield times / one.value


def _sums(told: Figure, figures: list[Figure]) -> Iterator[float]:
    """Yield the differences of two given figures of the told one's kind, and the sums of two and of all."""
    like = [figure for figure in figures if in_one_unit(told, figure)]
    for one, other in _pairs(like):
        yield one.value - other.value
        yield one.value + other.value
    yield sum(figure.value for figure in like)


def _pairs(figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield two figures of one kind, either way round."""
    for i, one in enumerate(figures):
        for other in figures[i + 1 :]:
            if in_one_unit(one, other):
                yield one, other
                yield other, one
