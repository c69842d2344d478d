"""A figure that the paragraphs give as a mistake, with its correction. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, read_once
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw
from assistant.support.rules.attachment.rivals import could_stand_for


def correction_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence gives a figure that the paragraphs correct, without the correction."""
    right = corrected(pair.source)
    if right is None or says(pair, right) or _CORRECTING.search(pair.sentence.text):
        return
    if _says_wrong(pair, right):
        yield Fault(Flaw.FIGURE, f"The paragraph gives {pair.source.tokens[right].text} as the correct figure")


_CORRECTION = re.compile(
    r"\bcorrect(?:ed)? (?:figure|number|amount|sum|total)\b[^.]{0,30}?(?:is|was|being|to)\b|\bshould (?:have )?(?:read|been)\b|\bcorrected to\b",
    re.I,
)
_CORRECTING = re.compile(
    r"\b(?:said|reported|stated|incorrect|wrong|mistake|error|originally|first given|previously)", re.I
)


@read_once
def corrected(source: AnnotatedText) -> int | None:
    """Return the position of the figure that the paragraphs give as the correct one, or None."""
    match = _CORRECTION.search(source.text)
    if not match:
        return None
    return next((n for n in source.all_of(TokenKind.FIGURE) if 0 <= source.tokens[n].start - match.end() <= 40), None)


def says(pair: Aligned, right: int) -> bool:
    """Whether the sentence gives the figure that stands at a position of the paragraphs."""
    return any(at == right for n in pair.sentence.all_of(TokenKind.FIGURE) for at, _ in pair.met[n])


def says_not(pair: Aligned) -> bool:
    """Whether the sentence tells some figure as not so ("not 12")."""
    return any(token.figure is not None and token.figure.bound == "not" for token in pair.sentence.tokens)


def _says_wrong(pair: Aligned, right: int) -> bool:
    """Whether the sentence gives a figure that could be the one corrected."""
    return any(could_stand_for(pair, n, right) and pair.met[n] for n in pair.sentence.all_of(TokenKind.FIGURE))
