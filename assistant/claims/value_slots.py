"""What a sentence says of figures and times beside what a paragraph says of the same things. Pure.

A slot is a figure or a time of the sentence. What fills it in the paragraph is the figure or time of one kind whose
surroundings are most like the sentence's: the same value agrees, another value conflicts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.language.annotated import AnnotatedText, Token, TokenKind, weight_of
from assistant.language.direction import directions, points
from assistant.language.figure_roles import role_of
from assistant.language.figures import Figure, FigureKind
from assistant.language.times import TimeExpression, agrees
from assistant.support.alignment import Aligned, affinity
from assistant.support.arithmetic.equality import same_value

_SHARES = {FigureKind.PERCENT: 0.01, FigureKind.FRACTION: 1.0}
_WIDE = 1.6  # "more than 50" may be said of up to 80, not of any number above 50
_NEAR = 0.06
_AS_WELL = 0.5  # how well the same value must fit beside the best other one
_SIDED = ("over", "at-least", "under", "at-most")
_CHANGES = frozenset(
    "more fewer less rise rose increase increased fall fell drop dropped decrease reduction difference up down gap by higher "
    "lower later earlier longer shorter above below".split()
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure or time of a sentence: how well the paragraph's like and unlike ones fit its surroundings, 0 to about 1."""

    sentence_at: int  # position in the sentence
    same: float  # of the best one with the same value; 0 where there is none
    other: float  # of the best one with another value; 0 where there is none
    other_at: int  # its position in the paragraph, -1 where there is none
    telling: bool = False  # a figure so exact that it hardly stands there by chance, or a time that the paragraph gives
    own: bool = True  # the same value stands in the paragraph itself, not only in where it stands

    @property
    def agrees(self) -> bool:
        """Whether the same value stands there, not much worse placed than any other; a telling one anywhere will do."""
        return self.same > 0 and (self.telling or self.same >= _AS_WELL * self.other)

    @property
    def conflicts(self) -> bool:
        """Whether another value stands in the value's place."""
        return self.other > 0 and not self.agrees


def slots_of(pair: Aligned, own: int) -> list[Slot]:
    """A slot for each figure and time of the sentence; the first `own` tokens of the paragraphs may conflict."""
    found = []
    for n, token in enumerate(pair.sentence.tokens):
        if token.kind is TokenKind.FIGURE and token.figure and not _idle(pair.sentence, n, token.figure):
            found.append(_figure_slot(pair, n, token.figure, own))
        elif token.kind is TokenKind.MOMENT and token.moment:
            found.append(_moment_slot(pair, n, token.moment, own))
    return found


def _idle(sentence: AnnotatedText, n: int, figure: Figure) -> bool:
    """Whether a figure says nothing by itself: a label, "one", the half of "the first half" or "a mile and a half"."""
    before = [token.low for token in sentence.tokens[max(0, n - 2) : n]]
    part = figure.kind is FigureKind.FRACTION and (before[-1:] in (["first"], ["second"], ["last"]) or "and" in before)
    after = [token.low for token in sentence.tokens[n + 1 : n + 2]]
    one = figure.kind is FigureKind.COUNT and figure.value == 1 and before[-1:] != ["only"] and after != ["more"]
    return part or one or figure.kind is FigureKind.LABEL


def _is_telling(figure: Figure) -> bool:
    exact = figure.value >= 100 or figure.value != int(figure.value)
    return exact and figure.kind in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT)


def _is_change(wording: AnnotatedText, n: int) -> bool:
    """Whether a figure tells by how much something changed ("up by 12", "an increase of 12", "12 fewer")."""
    before = [token.low for token in wording.tokens[max(0, n - 3) : n]]
    after = [token.low for token in wording.tokens[n + 1 : n + 2]]
    turned = any(points(token) for token in wording.tokens[max(0, n - 4) : n])
    return (before[-1:] in (["of"], ["by"]) and turned) or after in (["more"], ["fewer"], ["less"], ["up"], ["down"])


def _figure_slot(pair: Aligned, n: int, figure: Figure, own: int) -> Slot:
    whole = _ideal(pair.sentence, n)
    same, rivals = 0.0, [(0.0, -1)]
    for at in pair.source.all_of(TokenKind.FIGURE):
        other = pair.source.tokens[at].figure
        holds = None if other is None else told_by(figure, other)
        if holds is None:
            continue
        fit = max(affinity(pair, n, at) / whole, 0.01)
        if holds:
            same = max(same, fit)
        elif at < own and _is_change(pair.sentence, n) == _is_change(pair.source, at):
            rivals.append((fit, at))
    other_fit, other_at = max(rivals)
    if same == 0 and _worked_out(pair, n, figure):
        same = max(other_fit, 0.3)
    return Slot(n, min(same, 1.2), min(other_fit, 1.2), other_at, _is_telling(figure))


def _moment_slot(pair: Aligned, n: int, moment: TimeExpression, own: int) -> Slot:
    whole = _ideal(pair.sentence, n)
    same, rivals, inside = 0.0, [(0.0, -1)], False
    for at in pair.source.all_of(TokenKind.MOMENT):
        other = pair.source.tokens[at].moment
        if other is None:
            continue
        fit = max(affinity(pair, n, at) / whole, 0.01)
        if agrees(moment, other):
            same = max(same, fit if at < own else 0.5)
            inside = inside or at < own
        elif at < own and _comparable(moment, other):
            rivals.append((fit, at))
    other_fit, other_at = max(rivals)
    return Slot(n, min(same, 1.2), min(other_fit, 1.2), other_at, inside, own=inside)


def _comparable(sentence: TimeExpression, source: TimeExpression) -> bool:
    """Whether two times are told to about the same fineness, so that one excludes the other."""
    if (sentence.till is None) != (source.till is None):
        return False
    return not (sentence.month is not None and source.month is None) and not (sentence.day and not source.day)


def told_by(sentence: Figure, source: Figure) -> bool | None:
    """Whether a figure said holds of the figure printed: true, false, or None where the two cannot be compared."""
    if FigureKind.LABEL in (sentence.kind, source.kind):
        return None
    if same_value(sentence, source) or _unit_in_heading(sentence, source):
        return True
    one, other = _measure(sentence), _measure(source)
    if one is None or other is None or one[0] != other[0]:
        return None
    told, given = one[1], other[1]
    if sentence.kind is FigureKind.COUNT and 1900 <= told <= 2100:
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
    """Whether a bare number of a table is the exact figure said, its unit standing in a heading ("£m")."""
    return (
        source.kind is FigureKind.COUNT
        and sentence.kind is FigureKind.MONEY
        and _is_telling(sentence)
        and sentence.bare == source.bare
    )


def _measure(figure: Figure) -> tuple[str, float] | None:
    if figure.kind in _SHARES:
        return "share", figure.value * _SHARES[figure.kind]
    return f"{figure.kind.value} {figure.unit}", figure.value


def _worked_out(pair: Aligned, n: int, figure: Figure) -> bool:
    """Whether a figure is the difference of two printed ones and said to be one, or the share that one is of another."""
    source = [
        (at, found)
        for at in pair.source.all_of(TokenKind.FIGURE)
        if (found := pair.source.tokens[at].figure) is not None
    ]
    around = {token.low for token in pair.sentence.tokens[max(0, n - 4) : n + 4]}
    if around & _CHANGES:
        kinds = (figure.kind, FigureKind.PERCENT) if figure.kind is FigureKind.POINTS else (figure.kind,)
        values = {found.value for _, found in source if found.kind in kinds}
        if any(one > other and abs(one - other - figure.value) < 1e-6 for one in values for other in values):
            return True
    if figure.kind not in _SHARES:
        return False
    counts = [(at, found) for at, found in source if found.kind in (FigureKind.COUNT, FigureKind.MONEY)]
    return any(
        one.kind is other.kind
        and min(one.value, other.value) > 0
        and abs(at - then) <= 14
        and _tied(pair.source, at, then)
        and told_by(
            figure,
            replace(one, value=min(one.value, other.value) / max(one.value, other.value), kind=FigureKind.FRACTION),
        )
        for (at, one), (then, other) in zip(counts, counts[1:], strict=False)
    )


def _tied(source: AnnotatedText, one: int, other: int) -> bool:
    """Whether two figures are told as part and whole: "48 of the 60", "62 children, of these 6"."""
    return role_of(source, one) == "part" or any(
        token.low in ("of", "these", "which", "whom", "out") for token in source.tokens[one + 1 : other + 1]
    )


def _ideal(sentence: AnnotatedText, n: int) -> float:
    """What the affinity would be if everything round a token of the sentence stood there in the paragraph too."""
    return max(sum(_weight(token) * sentence.near(at, n) for at, token in enumerate(sentence.tokens) if at != n), 0.5)


def _weight(token: Token) -> float:
    if token.kind is TokenKind.WORD:
        return weight_of(token)
    return {TokenKind.NAME: 1.3, TokenKind.MOMENT: 1.5, TokenKind.FIGURE: 0.8}.get(token.kind, 0.0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A word of direction in a sentence, the paragraph's word or figures that bear on it, and whether they agree."""

    sentence_at: int
    agrees: bool
    words: str  # of the paragraph


def comparisons(pair: Aligned, own: int) -> Iterator[Comparison]:
    """For each "higher than", "above" and their kind: what the paragraph's figures for the two things say."""
    ways = directions(pair.sentence)
    for n, way in ways.items():
        if way not in ("up", "down"):
            continue
        stop = _comparator(pair, n)
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
            yield Comparison(n, higher == (way == "up"), words)


def _comparator(pair: Aligned, n: int) -> list[int]:
    """Positions of the words behind "than", "above" or "below" that say what is compared with, met in the paragraph."""
    tokens = pair.sentence.tokens
    start = n if tokens[n].low in ("above", "below", "exceeds", "exceeded") else None
    if start is None:
        start = next((at for at in range(n + 1, min(n + 14, len(tokens))) if tokens[at].low == "than"), None)
    if start is None:
        return []
    return [
        at
        for at in range(start + 1, min(start + 9, len(tokens)))
        if pair.met[at] and tokens[at].kind in (TokenKind.WORD, TokenKind.NAME) and not points(tokens[at])
    ]


def _figure_beside(pair: Aligned, words: list[int], own: int) -> int | None:
    """The figure that stands nearest to the paragraph's words for what is compared with."""
    best: tuple[float, int] | None = None
    for word in words:
        for at, strength in pair.met[word]:
            for place in pair.source.all_of(TokenKind.FIGURE):
                if at < own and place < own and abs(place - at) <= 5:
                    near = strength * pair.source.near(at, place) + (0.1 if place < at else 0.0)
                    if best is None or near > best[0]:
                        best = (near, place)
    return best[1] if best else None


def _main_figure(pair: Aligned, theirs: int, own: int) -> int | None:
    """The first figure before it of the same kind."""
    kind = pair.source.tokens[theirs].figure
    return next(
        (
            at
            for at in pair.source.all_of(TokenKind.FIGURE)
            if at < min(theirs, own)
            and kind
            and (figure := pair.source.tokens[at].figure)
            and (figure.kind is kind.kind or {figure.kind, kind.kind} == {FigureKind.COUNT, FigureKind.PERCENT})
        ),
        None,
    )
