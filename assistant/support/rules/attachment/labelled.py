"""Whether a figure is told as the target, average or cost that the paragraphs give another figure for. Pure."""

from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, weight_of
from assistant.language.figures import FigureKind
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw
from assistant.support.rules.attachment.tied import figures_by

_IS = frozenset("is was were are stood stands".split())
_BEFORE = frozenset("for of in on to at from by with".split())


def labelled_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence says "the target is 34 days" and the paragraphs have "a target of 28 days"."""
    for n in pair.sentence.all_of(TokenKind.FIGURE):
        label = _label(pair.sentence, n)
        figure = pair.sentence.tokens[n].figure
        if label is None or figure is None or not pair.met[n]:
            continue
        own = {at for at, _ in pair.met[n]}
        if label and any(own & figures_by(pair.source, place) for place, _ in pair.met[label - 1]):
            continue  # "the target caseload is 18", where the paragraphs have "a target of 18"
        tied = [
            {at for at in figures_by(pair.source, place) if _could_be(pair, at, figure.kind)}
            for place, strength in pair.met[label]
            if strength == 1.0
        ]
        if tied and all(tied) and not any(own & figures for figures in tied):
            rival = min(tied[0])
            word = pair.sentence.tokens[label].text
            yield Fault(
                Flaw.OTHER_THING,
                f"The paragraph gives {pair.source.tokens[rival].text}, not {pair.sentence.tokens[n].text}, as the {word}",
            )
            return


def _could_be(pair: Aligned, at: int, kind: FigureKind) -> bool:
    figure = pair.source.tokens[at].figure
    return figure is not None and figure.kind in (kind, FigureKind.COUNT)


def _label(wording: AnnotatedText, n: int) -> int | None:
    """The word that a figure is told as: the first of its clause, where "is" stands right before the figure."""
    at = n - 1
    while at >= 0 and wording.tokens[at].low in ("at", "now", "still", "about", "just", "around", "over", "almost"):
        at -= 1
    if at < 1 or wording.tokens[at].low not in _IS:
        return None
    start = at
    while start and not (
        wording.tokens[start - 1].kind is TokenKind.BREAK and wording.tokens[start - 1].boundary >= 0.4
    ):
        start -= 1
    head: int | None = None
    for k in range(start, at):
        token = wording.tokens[k]
        if token.low in _BEFORE and head is not None:
            break
        if token.kind is TokenKind.WORD and weight_of(token) >= 1.0:
            head = k
        elif token.kind in (TokenKind.FIGURE, TokenKind.MOMENT, TokenKind.NAME):
            return None
    return head
