"""Figures of a table that is printed as running text: the row that each stands in, and a row's start, movement and end. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.annotated import AnnotatedText, TokenKind, read_once
from assistant.language.direction import directions
from assistant.language.figure_roles import role_of
from assistant.language.times import TimeExpression, agrees
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw
from assistant.support.rules.attachment.parts import EARLIER
from assistant.support.rules.attachment.rivals import is_change

_LONGEST_LABEL = 4
_CLEARLY = 0.02


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A row's label and figures, as positions of tokens."""

    label: range
    figures: tuple[int, ...]


@read_once
def rows(wording: AnnotatedText) -> list[PeriodRow]:
    """Return the rows of tables in running text: a label with two or more figures, and another row as long."""
    found = []
    run: list[int] = []
    for n in [*wording.all_of(TokenKind.FIGURE), -1]:
        if run and n >= 0 and _side_by_side(wording, run[-1], n):
            run.append(n)
            continue
        start = run[0] if run else 0
        while run and start and run[0] - start < _LONGEST_LABEL and wording.tokens[start - 1].kind in _LABELS:
            start -= 1
        if len(run) > 1 and start < run[0]:
            found.append(PeriodRow(range(start, run[0]), tuple(run)))
        run = [n]
    lengths = Counter(len(row.figures) for row in found)
    found = [row for row in found if lengths[len(row.figures)] > 1]
    if len(found) > 1:  # the columns' names stand before the first row's
        longest = Counter(len(row.label) for row in found[1:]).most_common(1)[0][0]
        first = found[0].label
        found[0] = PeriodRow(range(max(first.start, first.stop - longest), first.stop), found[0].figures)
    return found


_LABELS = (TokenKind.WORD, TokenKind.NAME)


def _side_by_side(wording: AnnotatedText, one: int, other: int) -> bool:
    between = wording.text[wording.tokens[one].end : wording.tokens[other].start]
    return other == one + 1 and between[:1].isspace() and not between.strip(" |+-%£")


def row_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a figure is told of another row, a movement the wrong way, or a row's start as its end."""
    for n in pair.sentence.all_of(TokenKind.FIGURE):
        own = _rows_of(pair, n)
        if not own:
            continue
        sentence = pair.sentence.tokens[n].text
        if not in_its_row(pair, n) and _scores(pair, n):
            yield Fault(Flaw.OTHER_THING, f"The paragraph gives {sentence} in another row")
        elif all(_turned(pair, n, row) for row in own):
            yield Fault(Flaw.DIRECTION, f"The paragraph gives {sentence} as moving the other way")
        elif all(_told_as_the_end(pair, n, row) for row in own):
            yield Fault(Flaw.OTHER_THING, f"The paragraph gives {sentence} for the start")


def in_its_row(pair: Aligned, n: int) -> bool:
    """Whether a figure stands in the row whose label is the nearest to it in the sentence."""
    scores = _scores(pair, n)
    own = _rows_of(pair, n)
    return (
        bool(scores and own) and max(scores.get(row.label.start, 0.0) for row in own) > max(scores.values()) - _CLEARLY
    )


def _rows_of(pair: Aligned, n: int) -> list[PeriodRow]:
    """The rows in which a figure of the sentence stands; none where it stands elsewhere too."""
    places = {at for at, _ in pair.met[n]}
    own = [row for row in rows(pair.source) if places & set(row.figures)] if places else []
    return own if places <= {at for row in own for at in row.figures} else []


def _scores(pair: Aligned, n: int) -> dict[int, float]:
    """How near the sentence has each row's label to its figure; a word that labels many rows tells less."""
    found: dict[int, float] = {}
    for k, token in enumerate(pair.sentence.tokens):
        if token.kind not in _LABELS or k == n:
            continue
        places = {at for at, strength in pair.met[k] if strength >= 0.7}
        labelled = [row.label.start for row in rows(pair.source) if places & set(row.label)] if places else []
        for start in labelled:
            found[start] = found.get(start, 0.0) + pair.sentence.near(k, n) / len(labelled)
    return found


def _movement(source: AnnotatedText, row: PeriodRow) -> int | None:
    """Position in a row of what its first figure moved by to make its third ("321.5 -17.8 303.7"), if it is such a row."""
    if len(row.figures) < 3:
        return None
    first, moved, last = (_signed(source, at) for at in row.figures[:3])
    return row.figures[1] if moved and abs(first + moved - last) < 0.051 + 1e-9 * abs(last) else None


def _signed(source: AnnotatedText, n: int) -> float:
    token = source.tokens[n]
    value = token.figure.bare if token.figure else 0.0
    return -value if token.start and source.text[token.start - 1] == "-" else value


def _turned(pair: Aligned, n: int, row: PeriodRow) -> bool:
    moved = _movement(pair.source, row)
    ways = [way for at, way in directions(pair.sentence).items() if 0 < n - at < 4]
    if moved not in {at for at, _ in pair.met[n]} or moved is None or not ways or not is_change(pair.sentence, n):
        return False
    return ways[-1] == ("up" if _signed(pair.source, moved) < 0 else "down")


def _told_as_the_end(pair: Aligned, n: int, row: PeriodRow) -> bool:
    """Whether what a row starts from is told of a later time than the table's first, or as what a change came to."""
    if _movement(pair.source, row) is None or {at for at, _ in pair.met[n]} != {row.figures[0]}:
        return False
    if role_of(pair.sentence, n) == "to":
        return True
    times = [
        moment for token in pair.source.tokens[: row.label.start] if (moment := token.moment) and moment.till is None
    ]
    sentence = [moment for token in pair.sentence.tokens if (moment := token.moment)]
    if not times or len(sentence) != 1 or EARLIER.search(pair.sentence.text):
        return False
    first = min(times, key=_in_order)
    return not agrees(sentence[0], first) and any(agrees(sentence[0], other) for other in times)


def _in_order(moment: TimeExpression) -> tuple[int, int, int]:
    return moment.year or 9999, moment.month or 0, moment.day or 0
