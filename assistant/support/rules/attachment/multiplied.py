"""Whether what is told as a share, a multiple or a change of something is so of that thing, and not the other way about. Pure."""

from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, TokenKind, weight_of
from assistant.language.clauses import clauses
from assistant.language.direction import directions
from assistant.language.figure_roles import role_of
from assistant.language.figures import FigureKind
from assistant.support.alignment import Aligned, affinity
from assistant.support.arithmetic.ratios import in_ratio, is_part, pairs
from assistant.support.fault import Fault, Flaw
from assistant.support.matching import given_beside

_JOINTS = frozenset("as than".split())
_APART = 0.05  # how much nearer to one figure than to the other a word must stand to be of it
_GAIN, _GAIN_RATIO = 0.25, 1.13


def multiple_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where a multiple is told of the wrong thing: "X is twice as likely as Y" for the other way round."""
    for n in pair.sentence.all_of(TokenKind.FIGURE):
        own = {at for at, _ in pair.met[n]}
        found = in_ratio(pair.sentence, n, pair.source, given_beside(pair.sentence, n))
        told = [(at, beside) for at, beside in found if at in own and not _over_time(pair, at, beside)]
        if not told and _of_the_other(pair, n):
            yield Fault(Flaw.OTHER_THING, f"The paragraph says “{pair.sentence.tokens[n].text}” the other way about")
            return
        if not told:
            continue
        if all(at == beside for at, beside in told):
            wrong = _other_did(pair, n, [at for at, _ in told])
        else:
            joint = _joint(pair.sentence, n)
            wrong = joint is not None and all(_leans(pair, joint, at, beside) <= 0 for at, beside in told)
        if wrong:
            yield Fault(Flaw.OTHER_THING, f"The paragraph does not say “{pair.sentence.tokens[n].text}” of this")
            return


def may_be_the_part(pair: Aligned, at: int, own: list[int]) -> bool:
    """Whether another figure of the paragraphs could be the part or share that the sentence means."""
    figure, sentence = pair.source.tokens[at].figure, given_beside(pair.sentence, -1)
    if figure is not None and figure.kind in (FigureKind.FRACTION, FigureKind.PERCENT):
        return _is_told_there(pair, at, own)
    return any(
        small == at
        and (
            is_part(pair.source, small, large)
            or (whole := pair.source.tokens[large].figure)
            and whole.value in sentence
        )
        for small, large in pairs(pair.source)
    )


def _is_told_there(pair: Aligned, at: int, own: list[int]) -> bool:
    """Whether the sentence has words of the clause that a share stands in, and none of the clause of what it was reckoned of."""
    parts = clauses(pair.source)
    theirs = next((part for part in parts if at in part), range(0))
    mine = [part for part in parts if any(place in part for place in own)]
    only = {True: False, False: False}
    for token, places in zip(pair.sentence.tokens, pair.met, strict=True):
        if token.kind in _TELLING and places:
            here, there = any(at in part for at, _ in places for part in mine), any(at in theirs for at, _ in places)
            if here != there and (here or weight_of(token) >= 1.0):
                only[here] = True
    return only[False] and not only[True]


def _over_time(pair: Aligned, at: int, beside: int) -> bool:
    """Whether two figures are the end and the start of one change: one thing, not two that are compared."""
    return at != beside and {role_of(pair.source, at), role_of(pair.source, beside)} == {"from", "to"}


def wholes(pair: Aligned, n: int) -> set[int]:
    """Return the positions of the whole that a figure of the sentence is told as a share of."""
    found = in_ratio(pair.sentence, n, pair.source, given_beside(pair.sentence, n))
    own = {at for at, _ in pair.met[n]}
    return {beside for at, beside in found if at in own and beside != at}


def _of_the_other(pair: Aligned, n: int) -> bool:
    """Whether the sentence tells a multiple of what the paragraphs, which print it too, tell it against."""
    figure = pair.sentence.tokens[n].figure
    if figure is None or figure.kind is not FigureKind.MULTIPLE or not pair.met[n]:
        return False
    behind = {at for k in _base(pair.sentence, n) for at, _ in pair.met[k]}
    ahead = {
        at for k in range(max(0, n - _REACH), n) if pair.sentence.tokens[k].kind in _TELLING for at, _ in pair.met[k]
    }
    bases = [set(_base(pair.source, at)) for at, _ in pair.met[n]]
    return all(base & ahead and not base & behind for base in bases)


def _base(wording: AnnotatedText, n: int) -> list[int]:
    """The words behind a multiple, to the end of its clause."""
    found = []
    for at in range(n + 1, min(n + _REACH, len(wording.tokens))):
        if wording.tokens[at].boundary >= 0.35:
            break
        if wording.tokens[at].kind in _TELLING:
            found.append(at)
    return found


def _joint(sentence: AnnotatedText, n: int) -> int | None:
    """Where what is compared and what it is compared with part: the last "as" or "than" behind a multiple or share."""
    places = []
    for at in range(n + 1, len(sentence.tokens)):
        if sentence.tokens[at].kind is TokenKind.BREAK and sentence.tokens[at].boundary >= 0.5:
            break
        again = [token.low for token in sentence.tokens[at + 1 : at + 3]] in (["many", "again"], ["much", "again"])
        if sentence.tokens[at].low in _JOINTS and not again:
            places.append(at)
    return places[-1] if places and places[-1] > n + 1 else None


def _leans(pair: Aligned, joint: int, at: int, beside: int) -> int:
    """By how many words the sentence's two sides stand by the figures that they are told of, less those that do not."""
    end = joint + 1
    while end < len(pair.sentence.tokens) and (
        pair.sentence.tokens[end].kind in _TELLING or pair.sentence.tokens[end].low in _OPEN
    ):
        end += 1
    total = 0
    for n in range(max(0, joint - _REACH), end):
        token = pair.sentence.tokens[n]
        if token.kind not in _TELLING or (token.kind is TokenKind.WORD and weight_of(token) < 1.0) or not pair.met[n]:
            continue
        if n and pair.sentence.tokens[n - 1].low in ("many", "much", "few"):
            continue  # what is counted, on either side
        first = max(pair.source.near(place, at) for place, _ in pair.met[n])
        second = max(pair.source.near(place, beside) for place, _ in pair.met[n])
        if abs(first - second) > _APART:
            total += 1 if (first > second) == (n < joint) else -1
    return total


_TELLING = (TokenKind.NAME, TokenKind.WORD, TokenKind.MOMENT)
_OPEN = frozenset("the a an those that of in at".split())
_REACH = 12


def _other_did(pair: Aligned, n: int, own: list[int]) -> bool:
    """Whether another word of direction stands clearly better where a verb of doubling is told of."""
    mine = max(affinity(pair, n, at) for at in own)
    others = [affinity(pair, n, at) for at in directions(pair.source) if at not in own]
    return bool(others) and max(others) > mine * _GAIN_RATIO + _GAIN
