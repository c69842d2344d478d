"""Figures that stand right by their own word, and are told by another's: "two hubs, seven satellites" for the other way about. Pure."""

from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, read_once, weight_of
from assistant.support.alignment import Aligned
from assistant.support.arithmetic.equality import same_value
from assistant.support.fault import Fault, Flaw

_MOST = 3  # words of a label
_SKIPPED = frozenset("plus vat for in".split())


@read_once
def _labels(wording: AnnotatedText) -> dict[int, frozenset[str]]:
    """Each figure's own label: the telling words right behind it, or right before it where it stands in brackets."""
    found: dict[int, frozenset[str]] = {}
    tokens = wording.tokens
    for n in wording.all_of(TokenKind.FIGURE):
        bracketed = n > 1 and tokens[n - 1].text == "(" and [token.text for token in tokens[n + 1 : n + 2]] == [")"]
        start = n + 1
        while not bracketed and start < len(tokens) and tokens[start].low in _SKIPPED:
            start += 1
        run = range(n - 2, max(-1, n - 2 - _MOST), -1) if bracketed else range(start, min(start + _MOST, len(tokens)))
        label = set()
        named = False
        for at in run:
            if tokens[at].kind not in (TokenKind.WORD, TokenKind.NAME) or not tokens[at].text[0].isalpha():
                break
            if weight_of(tokens[at]) >= 1.0 or tokens[at].kind is TokenKind.NAME:
                label.add(tokens[at].stem)
                named = (
                    tokens[at].kind is TokenKind.NAME
                    and at + 1 < len(tokens)
                    and tokens[at + 1].kind is TokenKind.FIGURE
                )
        if label and not (named and not bracketed):  # "0.61 Ashcombe 280,000": a table's next row
            found[n] = frozenset(label)
    return found


def paired_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a figure stands by the label that belongs to another figure in the paragraphs."""
    sentence, source = _labels(pair.sentence), _labels(pair.source)
    for n, label in sentence.items():
        own = [at for at, _ in pair.met[n]]
        theirs = [at for at, other in source.items() if other == label and at not in own]
        if not own or not theirs or not all(_another(source.get(at), label) for at in own):
            continue
        told = frozenset(token.stem for token in pair.sentence.tokens) - frozenset().union(*sentence.values())
        if any(source[at] & told for at in own):
            continue  # "64 boats in Ashcombe", where the paragraph has "boats: Ashcombe (64)"
        figure, rival = pair.sentence.tokens[n].figure, pair.source.tokens[theirs[0]].figure
        if figure and rival and figure.kind is rival.kind and not same_value(figure, rival):
            other = pair.source.tokens[theirs[0]].text
            yield Fault(
                Flaw.OTHER_THING,
                f"The paragraph gives {other}, not {pair.sentence.tokens[n].text}, for this",
            )
            return


def _another(theirs: frozenset[str] | None, label: frozenset[str]) -> bool:
    """Whether a figure has a label, and another one than this, neither a part of the other."""
    return theirs is not None and not theirs <= label and not label <= theirs
