"""Which figures stand so by a word or name in print that they are its own, whatever else stands near. Pure."""

from assistant.language.annotated import AnnotatedText, Token, TokenKind, weight_of
from assistant.language.direction import points
from assistant.support.alignment import Aligned


def beside_its_own(pair: Aligned, n: int) -> bool:
    """Whether a figure stands right beside a name of the sentence in the paragraphs, and no rival does ("Harbour 18%")."""
    own = {at for at, _ in pair.met[n]}
    names = [
        at
        for at, token in enumerate(pair.sentence.tokens)
        if pair.met[at] and token.text[0].isupper() and (token.kind is TokenKind.NAME or _may_be_a_name(token))
    ]
    for at in sorted(names, key=lambda at: -pair.sentence.near(at, n))[:1]:
        if _nearer_another(pair.sentence, at, n):
            break
        beside = {place + step for place, strength in pair.met[at] for step in (-1, 1) if strength == 1.0}
        figures = {
            place
            for place in beside
            if 0 <= place < len(pair.source.tokens) and pair.source.tokens[place].kind is TokenKind.FIGURE
        }
        return bool(figures) and figures <= own
    return False


def _may_be_a_name(token: Token) -> bool:
    """Whether a capitalised word that opens a sentence may be a name ("Harbour 18%"), not "Approximately"."""
    return token.kind is TokenKind.WORD and weight_of(token) >= 1.0 and not token.low.endswith("ly")


def _nearer_another(wording: AnnotatedText, at: int, n: int) -> bool:
    """Whether a word stands as near to another figure as to this one, or nearer."""
    near = wording.near(at, n)
    return any(wording.near(at, other) >= near for other in wording.all_of(TokenKind.FIGURE) if other != n)


_MEASURES = frozenset("average mean rate figure total".split())
_LINKS = frozenset("of was were is are at to : ( stood totalled came".split())


def tied(pair: Aligned, n: int) -> bool:
    """Whether the word right by a figure in the paragraphs stands in its clause of the sentence, and no rival's word does."""
    own = {at for at, _ in pair.met[n]}
    tied: set[int] = set()
    for at, token in enumerate(pair.sentence.tokens):
        near = pair.sentence.near(at, n)
        if token.kind is not TokenKind.WORD or weight_of(token) < 1.0 or points(token) or near < 0.2:
            continue
        if _nearer_another(pair.sentence, at, n):
            continue
        for place, strength in pair.met[at]:
            if strength == 1.0:
                tied |= figures_by(pair.source, place)
    return bool(tied) and tied <= own


def other_tie(pair: Aligned, n: int) -> tuple[int, int] | None:
    """Return a figure, and the one that stands by its word in the paragraphs, where the word stands by no other; or None."""
    at = n - 1
    while at > 0 and pair.sentence.tokens[at].low in _LINKS:
        at -= 1
    token, figure = pair.sentence.tokens[max(at, 0)], pair.sentence.tokens[n].figure
    if (
        at < 0
        or at == n - 1
        or token.kind is not TokenKind.WORD
        or weight_of(token) < 1.0
        or points(token)
        or figure is None
    ):
        return None
    own = {place for place, _ in pair.met[n]}
    theirs = [figures_by(pair.source, place) for place, strength in pair.met[at] if strength == 1.0]
    if not theirs or not all(theirs) or any(found & own for found in theirs):
        return None
    rival = min(min(found) for found in theirs)
    other = pair.source.tokens[rival].figure
    return (n, rival) if other is not None and other.kind is figure.kind else None


def figures_by(wording: AnnotatedText, place: int) -> set[int]:
    """Return the figures right behind a word, with at most a linking word between, or right before it."""
    found: set[int] = set()
    at = place + 1
    if at < len(wording.tokens) and wording.tokens[at].low in _MEASURES:
        at += 1
    while at < len(wording.tokens) and at < place + 4 and wording.tokens[at].low in _LINKS:
        at += 1
    ahead = place - 1
    while ahead > 0 and ahead > place - 3 and wording.tokens[ahead].low in ("in", "were", "was", "had", "had been"):
        ahead -= 1
    for near in (at, ahead):
        if 0 <= near < len(wording.tokens) and wording.tokens[near].kind is TokenKind.FIGURE:
            found.add(near)
    return found


_TOTALS = frozenset("totalling total totalled totals altogether".split())


def is_total(pair: Aligned, n: int) -> bool:
    """Whether the paragraphs give a figure as a list's total, so that the list's words tell of it too."""
    return (
        any(any(token.low in _TOTALS for token in pair.source.tokens[max(0, at - 2) : at]) for at, _ in pair.met[n])
        and len(pair.sentence.all_of(TokenKind.FIGURE)) == 1
    )
