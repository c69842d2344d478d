"""What a statement says of figures and times beside what a paragraph says of the same things. Pure.

A slot is a figure or a time of the statement. What fills it in the paragraph is the figure or time of its kind whose
surroundings are most like the statement's: the same value agrees, another value conflicts.

`own` is how many tokens of the source are the paragraph's own words; those behind say where it stands (see `Laid`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.language.annotated import AnnotatedText, TokenKind
from assistant.language.direction import directions, points
from assistant.language.figure_roles import role_of
from assistant.language.figures import Figure, FigureKind
from assistant.language.times import TimeExpression, agrees
from assistant.support.alignment import Aligned, affinity, label_weight
from assistant.support.arithmetic.equality import same_value

_SHARES = {FigureKind.PERCENT: 0.01, FigureKind.FRACTION: 1.0}
_YEARS = (1900, 2100)  # a bare count between them is as likely a year
_WIDE = 1.6  # "more than 50" may be said of up to 80, not of any number above 50
_NEAR = 0.06  # share of a figure within which it may be told as "about" another
_AS_WELL = 0.5  # share of the fit of the best other value from which the same value agrees
_LEAST_FIT, _MOST_FIT = 0.01, 1.2
_DERIVED_FIT = 0.3  # of a value that the paragraph does not print but that can be worked out
_OF_THE_PLACE = 0.5  # fit of a time that only tells where the paragraph stands
_TELLING = 100  # from which a whole number hardly stands anywhere by chance
_BESIDE = 14  # tokens between the part and the whole of a share
_SINCE_THE_COMPARISON = 9  # tokens behind "than" that say what is compared with
_COMPARED_WITHIN = 14  # tokens from a word of direction to its "than"
_FIGURE_WITHIN = 5  # tokens from the words for what is compared to their figure
_SIDED = ("over", "at-least", "under", "at-most")
_CHANGES = frozenset(
    "more fewer less rise rose increase increased fall fell drop dropped decrease reduction difference up down gap by higher "
    "lower later earlier longer shorter above below".split()
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure or time of a statement, and how well those of the paragraph fit its surroundings (0 to about 1)."""

    sentence_at: int  # position in the statement
    same: float  # fit of the best one with the same value; 0 where there is none
    other: float  # fit of the best one with another value; 0 where there is none
    other_at: int  # its position in the paragraph, -1 where there is none
    telling: bool = False  # a figure so exact that it hardly stands there by chance, or a time that the paragraph gives
    own: bool = True  # whether the same value stands in the paragraph itself, not only in where it stands

    @property
    def agrees(self) -> bool:
        """Whether the same value stands there and fits not much worse than another; a telling one may stand anywhere."""
        return self.same > 0 and (self.telling or self.same >= _AS_WELL * self.other)

    @property
    def conflicts(self) -> bool:
        """Whether another value stands in the value's place."""
        return self.other > 0 and not self.agrees


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a statement compares ("higher than the county"), and whether the paragraph agrees."""

    sentence_at: int  # position of the word of direction in the statement
    agrees: bool
    words: str  # of the paragraph that tell it: its two figures, or its own words


def slots_of(pair: Aligned, own: int) -> list[Slot]:
    """A slot for each figure and time of the statement; only the paragraph's own words may conflict with one."""
    found = []
    for i, token in enumerate(pair.sentence.tokens):
        if token.kind is TokenKind.FIGURE and token.figure and not _idle(pair.sentence, i, token.figure):
            found.append(_figure_slot(pair, i, token.figure, own))
        elif token.kind is TokenKind.MOMENT and token.moment:
            found.append(_moment_slot(pair, i, token.moment, own))
    return found


def _idle(sentence: AnnotatedText, i: int, figure: Figure) -> bool:
    """Whether a figure says nothing by itself: a label, "one", the half of "the first half" or "a mile and a half"."""
    before = [token.low for token in sentence.tokens[max(0, i - 2) : i]]
    part = figure.kind is FigureKind.FRACTION and (before[-1:] in (["first"], ["second"], ["last"]) or "and" in before)
    after = [token.low for token in sentence.tokens[i + 1 : i + 2]]
    one = figure.kind is FigureKind.COUNT and figure.value == 1 and before[-1:] != ["only"] and after != ["more"]
    return part or one or figure.kind is FigureKind.LABEL


def _is_telling(figure: Figure) -> bool:
    """Whether a figure is so exact that it hardly stands in a paragraph by chance."""
    exact = figure.value >= _TELLING or figure.value != int(figure.value)
    return exact and figure.kind in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT)


def _is_change(text: AnnotatedText, i: int) -> bool:
    """Whether a figure tells by how much something changed ("up by 12", "an increase of 12", "12 fewer").

    The gate's `is_change` (support/rules/attachment/rivals.py) asks more of the words before "by", and takes "12 higher" and
    no "12 up". The two stay apart because the claims' weights were fitted on this one.
    """
    before = [token.low for token in text.tokens[max(0, i - 3) : i]]
    after = [token.low for token in text.tokens[i + 1 : i + 2]]
    turned = any(points(token) for token in text.tokens[max(0, i - 4) : i])
    return (before[-1:] in (["of"], ["by"]) and turned) or after in (["more"], ["fewer"], ["less"], ["up"], ["down"])


def _figure_slot(pair: Aligned, i: int, figure: Figure, own: int) -> Slot:
    """The slot of the statement's figure at `i`."""
    whole = _ideal(pair.sentence, i)
    same, rivals = 0.0, [(0.0, -1)]
    for j in pair.source.all_of(TokenKind.FIGURE):
        other = pair.source.tokens[j].figure
        holds = None if other is None else told_by(figure, other)
        if holds is None:
            continue
        fit = max(affinity(pair, i, j) / whole, _LEAST_FIT)
        if holds:
            same = max(same, fit)
        elif j < own and _is_change(pair.sentence, i) == _is_change(pair.source, j):
            rivals.append((fit, j))
    other_fit, other_at = max(rivals)
    if same == 0 and _worked_out(pair, i, figure):
        same = max(other_fit, _DERIVED_FIT)
    return Slot(i, min(same, _MOST_FIT), min(other_fit, _MOST_FIT), other_at, _is_telling(figure))


def _moment_slot(pair: Aligned, i: int, moment: TimeExpression, own: int) -> Slot:
    """The slot of the statement's time at `i`."""
    whole = _ideal(pair.sentence, i)
    same, rivals, inside = 0.0, [(0.0, -1)], False
    for j in pair.source.all_of(TokenKind.MOMENT):
        other = pair.source.tokens[j].moment
        if other is None:
            continue
        fit = max(affinity(pair, i, j) / whole, _LEAST_FIT)
        if agrees(moment, other):
            same = max(same, fit if j < own else _OF_THE_PLACE)
            inside = inside or j < own
        elif j < own and _comparable(moment, other):
            rivals.append((fit, j))
    other_fit, other_at = max(rivals)
    return Slot(i, min(same, _MOST_FIT), min(other_fit, _MOST_FIT), other_at, inside, own=inside)


def _comparable(sentence: TimeExpression, source: TimeExpression) -> bool:
    """Whether two times are told about as finely, so that one excludes the other."""
    if (sentence.till is None) != (source.till is None):
        return False
    return not (sentence.month is not None and source.month is None) and not (sentence.day and not source.day)


def told_by(sentence: Figure, source: Figure) -> bool | None:
    """Whether the statement's figure holds of the paragraph's: true, false, or None where the two cannot be compared.

    The gate's `same_value` (support/arithmetic/equality.py) tells whether the two are one figure. This also tells where they
    are of one kind and differ, and reads bounds more widely: "more than 50" holds of 79.
    """
    if FigureKind.LABEL in (sentence.kind, source.kind):
        return None
    if same_value(sentence, source) or _unit_in_heading(sentence, source):
        return True
    one, other = _measure(sentence), _measure(source)
    if one[0] != other[0]:
        return None
    told, given = one[1], other[1]
    if sentence.kind is FigureKind.COUNT and _YEARS[0] <= told <= _YEARS[1]:
        return None
    if sentence.bound in _SIDED and sentence.bound == source.bound:
        return told == given
    if sentence.bound in ("over", "at-least"):
        if given < told or (given == told and sentence.bound == "over"):
            return False
        return True if given <= told * _WIDE else None
    if sentence.bound in ("under", "at-most"):
        if given > told or (given == told and sentence.bound == "under"):
            return False
        return True if given >= told / _WIDE else None
    return sentence.bound == "about" and abs(given - told) <= _NEAR * told


def _unit_in_heading(sentence: Figure, source: Figure) -> bool:
    """Whether a bare number of a table is the statement's exact figure, its unit standing in a heading ("£m")."""
    return (
        source.kind is FigureKind.COUNT
        and sentence.kind is FigureKind.MONEY
        and _is_telling(sentence)
        and sentence.bare == source.bare
    )


def _measure(figure: Figure) -> tuple[str, float]:
    """What a figure is a figure of, and its value in that: per cent and fractions are both shares."""
    if figure.kind in _SHARES:
        return "share", figure.value * _SHARES[figure.kind]
    return f"{figure.kind.value} {figure.unit}", figure.value


def _worked_out(pair: Aligned, i: int, figure: Figure) -> bool:
    """Whether a figure is a difference, and said to be one, of two of the paragraph's, or the share of one in another."""
    source = [
        (j, found) for j in pair.source.all_of(TokenKind.FIGURE) if (found := pair.source.tokens[j].figure) is not None
    ]
    around = {token.low for token in pair.sentence.tokens[max(0, i - 4) : i + 4]}
    if around & _CHANGES:
        kinds = (figure.kind, FigureKind.PERCENT) if figure.kind is FigureKind.POINTS else (figure.kind,)
        values = {found.value for _, found in source if found.kind in kinds}
        if any(one > other and abs(one - other - figure.value) < 1e-6 for one in values for other in values):
            return True
    if figure.kind not in _SHARES:
        return False
    counts = [(j, found) for j, found in source if found.kind in (FigureKind.COUNT, FigureKind.MONEY)]
    return any(
        one.kind is other.kind
        and min(one.value, other.value) > 0
        and k - j <= _BESIDE
        and _tied(pair.source, j, k)
        and told_by(
            figure,
            replace(one, value=min(one.value, other.value) / max(one.value, other.value), kind=FigureKind.FRACTION),
        )
        for (j, one), (k, other) in zip(counts, counts[1:], strict=False)
    )


def _tied(source: AnnotatedText, one: int, other: int) -> bool:
    """Whether two figures that follow each other are told as part and whole: "48 of the 60", "62 children, of these 6"."""
    return role_of(source, one) == "part" or any(
        token.low in ("of", "these", "which", "whom", "out") for token in source.tokens[one + 1 : other + 1]
    )


def _ideal(sentence: AnnotatedText, i: int) -> float:
    """What the affinity of a token would be if all that surrounds it in the statement surrounded it in the paragraph."""
    around = ((j, token) for j, token in enumerate(sentence.tokens) if j != i)
    return max(sum(label_weight(token) * sentence.near(j, i) for j, token in around), 0.5)


def comparisons(pair: Aligned, own: int) -> Iterator[Comparison]:
    """For each "higher than", "above" and the like: what the paragraph's figures for the two things say."""
    ways = directions(pair.sentence)
    for i, way in ways.items():
        if way not in ("up", "down"):
            continue
        stop = _comparator(pair, i)
        if not stop:
            continue
        theirs = _figure_beside(pair, stop, own)
        ours = None if theirs is None else _main_figure(pair, theirs, own)
        if theirs is None or ours is None:
            continue
        one, other = pair.source.tokens[ours].figure, pair.source.tokens[theirs].figure
        if one and other and one.value != other.value:
            higher = one.value > other.value
            words = f"{pair.source.tokens[ours].text.strip()} against {pair.source.tokens[theirs].text.strip()}"
            yield Comparison(i, higher == (way == "up"), words)


def _comparator(pair: Aligned, i: int) -> list[int]:
    """Positions of the words that say what is compared with, of those that the paragraph has.

    They stand behind the "than" that follows the word of direction at `i`, or behind that word ("above", "exceeds").
    """
    tokens = pair.sentence.tokens
    start = i if tokens[i].low in ("above", "below", "exceeds", "exceeded") else None
    if start is None:
        start = next((j for j in range(i + 1, min(i + _COMPARED_WITHIN, len(tokens))) if tokens[j].low == "than"), None)
    if start is None:
        return []
    return [
        j
        for j in range(start + 1, min(start + _SINCE_THE_COMPARISON, len(tokens)))
        if pair.met[j] and tokens[j].kind in (TokenKind.WORD, TokenKind.NAME) and not points(tokens[j])
    ]


def _figure_beside(pair: Aligned, words: list[int], own: int) -> int | None:
    """The position of the figure that stands nearest to the paragraph's words for what is compared with."""
    best: tuple[float, int] | None = None
    for word in words:
        for met, strength in pair.met[word]:
            for j in pair.source.all_of(TokenKind.FIGURE):
                if met < own and j < own and abs(j - met) <= _FIGURE_WITHIN:
                    near = strength * pair.source.near(met, j) + (0.1 if j < met else 0.0)
                    if best is None or near > best[0]:
                        best = (near, j)
    return best[1] if best else None


def _main_figure(pair: Aligned, theirs: int, own: int) -> int | None:
    """The position of the first figure of the same kind that stands before the one at `theirs`."""
    other = pair.source.tokens[theirs].figure
    return next(
        (
            j
            for j in pair.source.all_of(TokenKind.FIGURE)
            if j < min(theirs, own)
            and other
            and (figure := pair.source.tokens[j].figure)
            and (figure.kind is other.kind or {figure.kind, other.kind} == {FigureKind.COUNT, FigureKind.PERCENT})
        ),
        None,
    )
