"""Which word of a paragraph answers to a word of a sentence, and which thing a figure, name or word is for. Pure.

A figure belongs to the words round it: near in the same clause, far across a comma, a full stop or another figure. A
sentence's figure is laid beside every figure of the paragraph in turn; the one whose surroundings bear out most of the
sentence's own is the one it ought to be.

Source: the idea of weighing words by their nearness is that of Lv & Zhai, Positional language models for information
retrieval, SIGIR 2009, doi:10.1145/1571941.1571994.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.language.acronyms import Runs, acronyms, as_initials, initials_of
from assistant.language.annotated import AROUND, AnnotatedText, Token, TokenKind, weight_of
from assistant.language.figure_roles import preposition, role_of
from assistant.language.figures import Figure, FigureKind
from assistant.language.predicates import acts
from assistant.language.stems import stem_of
from assistant.language.times import agrees
from assistant.support.arithmetic.equality import same_value
from assistant.support.arithmetic.ratios import in_ratio
from assistant.support.arithmetic.units import unit_elsewhere, unit_said

BY_CONTEXT = 0.6  # how much a word of what is known of the paragraphs besides their own counts
_BY_ROW = 0.75  # how much a synonym counts beside the word itself
_TIME_WEIGHT = 1.5
_BESIDE = 4
_AFAR = 100  # words from which on nothing is near
_PREPOSITION_WEIGHT = 0.5
_ROLE_WEIGHT = 0.9
_NEIGHBOUR_WEIGHT = 0.3
_SHARED = 0.9  # how near a verb stands to a second figure that it tells of, beside the first
_COMMONNESS = 0.25  # a word that the paragraphs use often tells less
_COMMON_NAMES = frozenset(map(stem_of, (
    "member members officer officers council authority councillor councillors government committee board cabinet executive chair borough "
    "county city district town ward school police trust partnership report director head group panel care children young people"
).split()))  # fmt: skip
_NAME_WEIGHT = 1.3
_FIGURE_WEIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence, the paragraphs, and for each token of the sentence where in the paragraphs it is met, how well."""

    sentence: AnnotatedText
    source: AnnotatedText
    met: tuple[tuple[tuple[int, float], ...], ...]
    labels: tuple[tuple[int, float], ...]  # the tokens of the sentence that are met and tell something, and how much
    known: dict[tuple[int, int, frozenset[int]], float] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Bound:
    """How well the surroundings of a token are met round the best like token, and round the best unlike one."""

    sentence_at: int
    own_at: int
    own: float
    other_at: int
    other: float
    claimed: bool = False

    @property
    def gain(self) -> float:
        """How much better the sentence's token would sit in the rival's place."""
        return self.other - self.own


def align(sentence: AnnotatedText, source: AnnotatedText) -> Aligned:
    """The sentence laid beside the paragraphs."""
    initials = initials_of(source) if acronyms(sentence) else {}
    spelt = initials_of(sentence) if acronyms(source) else {}
    met = tuple(tuple(_met(n, sentence, source, initials, spelt)) for n in range(len(sentence.tokens)))
    weighed = ((n, _label_weight(token, len(met[n]))) for n, token in enumerate(sentence.tokens) if met[n])
    return Aligned(sentence, source, met, tuple((n, weight) for n, weight in weighed if weight))


def _met(
    n: int, sentence: AnnotatedText, source: AnnotatedText, initials: Runs, spelt: Runs
) -> Iterable[tuple[int, float]]:
    token = sentence.tokens[n]
    if token.kind is TokenKind.MOMENT and token.moment:
        for at in source.all_of(TokenKind.MOMENT):
            other = source.tokens[at].moment
            if other and agrees(token.moment, other):
                yield at, 1.0
    elif token.kind is TokenKind.FIGURE and token.figure:
        found = False
        for at in source.all_of(TokenKind.FIGURE):
            figure = source.tokens[at].figure
            if figure is None:
                continue
            alike = not _mixes(token.figure, figure) or _is_age(sentence, n) or _is_age(source, at)
            if (
                (alike and same_value(token.figure, figure))
                or unit_elsewhere(token.figure, at, source)
                or unit_said(token.figure, figure, sentence)
            ):
                found = True
                yield at, 1.0
        if not found:
            yield from {(at, 1.0) for at, _ in in_ratio(sentence, n, source, given_beside(sentence, n))}
    elif token.keys:
        strength: dict[int, float] = {}
        for key in token.keys:
            for at in source.index.get(key, ()):
                if key[0] != "#" or (_may_stand_for(token, source.tokens[at]) and not _heads_a_name(token, source, at)):
                    strength[at] = max(strength.get(at, 0.0), _BY_ROW if key[0] == "#" else 1.0)
        if not (n in acts(sentence) or token.low.endswith("ing")):
            strength |= dict.fromkeys(source.index.get(AROUND + token.stem, ()), BY_CONTEXT)
        if not strength:
            strength = as_initials(n, sentence, source, initials, spelt) or _same_root(token, source)
        yield from strength.items()


def given_beside(sentence: AnnotatedText, n: int) -> frozenset[float]:
    """The values of a sentence's other figures."""
    return frozenset(
        figure.value
        for at in sentence.all_of(TokenKind.FIGURE)
        if at != n and (figure := sentence.tokens[at].figure) is not None
    )


def _heads_a_name(token: Token, wording: AnnotatedText, n: int) -> bool:
    """Whether the "Executive" met for the Cabinet only opens a longer name ("Executive Management Team")."""
    behind = wording.tokens[n + 1 : n + 2]
    return token.low in ("cabinet", "executive") and bool(behind) and behind[0].kind is TokenKind.NAME


def _may_stand_for(token: Token, other: Token) -> bool:
    """Whether a synonym will do: for a name only another name, or a common word for "Members" and its kind."""
    return token.kind is not TokenKind.NAME or other.kind is TokenKind.NAME or token.stem in _COMMON_NAMES


def _mixes(one: Figure, other: Figure) -> bool:
    return {one.kind, other.kind} == {FigureKind.COUNT, FigureKind.TIME} and not (one.unit + other.unit).startswith(
        "clock"
    )


def _is_age(wording: AnnotatedText, n: int) -> bool:
    """Whether a figure is told as an age ("aged 17", "17-18 yrs", "under the age of 5")."""
    around = wording.tokens[max(0, n - 5) : n] + wording.tokens[n + 1 : n + 5]
    return any(token.low in _OF_AGES for token in around)


_OF_AGES = frozenset("age aged ages old older olds over under between young people".split())


def _same_root(token: Token, source: AnnotatedText) -> dict[int, float]:
    """Where a word of the same root stands ("vacant", "vacancies")."""
    stem = token.stem
    if len(stem) < 5 or token.kind is not TokenKind.WORD:
        return {}
    found = {}
    for key, places in source.index.items():
        if key[:4] == stem[:4] and key[0] not in "#@=~" and _share_root(stem, key):
            found.update(dict.fromkeys(places, 0.7))
    return found


def _share_root(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    same = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return same >= 6 or (same >= 5 and len(shorter) - same <= 1 and len(longer) - same <= 3)


def _label_weight(token: Token, places: int) -> float:
    """How much a token tells of what its neighbours are about; a word met in many places tells less."""
    if token.kind is TokenKind.MOMENT:
        return _TIME_WEIGHT
    if token.kind is TokenKind.NAME:
        return _NAME_WEIGHT
    if token.kind is TokenKind.FIGURE:
        return _FIGURE_WEIGHT
    return weight_of(token) / (1 + _COMMONNESS * (places - 1)) if token.kind is TokenKind.WORD else 0.0


def affinity(pair: Aligned, here: int, there: int, own: frozenset[int] = frozenset()) -> float:
    """How much of what surrounds a token of the sentence (but its `own` words) surrounds a token of the paragraphs too."""
    if (known := pair.known.get((here, there, own))) is not None:
        return known
    total = 0.0
    for n, weight in pair.labels:
        if n != here and n not in own:
            best = 0.0
            for at, strength in pair.met[n]:
                if -_AFAR < at - there < _AFAR and at != there:
                    best = max(best, strength * _reach(pair.source, at, there))
            total += weight * pair.sentence.near(n, here) * best
    total += _like_roles(pair, here, there) + _like_neighbours(pair, here, there)
    pair.known[here, there, own] = total
    return total


def _reach(wording: AnnotatedText, at: int, there: int) -> float:
    """As near, but the verb before two like figures and the "of ..." behind the first tell of both.

    "Stress accounted for 31% of days lost and back pain for 19%."
    """
    found = wording.near(at, there)
    figure = wording.tokens[there].figure
    if figure is None or at > there or figure.kind is FigureKind.COUNT:
        return found
    first = next(
        (n for n in range(max(at - 3, 0), there) if (f := wording.tokens[n].figure) and f.kind is figure.kind), None
    )
    if first is None or any(
        token.kind is TokenKind.BREAK and token.boundary >= 0.8 for token in wording.tokens[min(at, first) : there]
    ):
        return found
    implied = wording.tokens[at].low.endswith("ed") if at < first else wording.tokens[first + 1].low == "of"
    return max(found, _SHARED * wording.near(at, first)) if implied else found


def closeness(pair: Aligned, here: int, there: int) -> float:
    """As affinity, but of the words right beside the sentence's token: what a "rose" or a "primary" is said of."""
    total = 0.0
    for n, weight in pair.labels:
        if n != here:
            best = max(
                (strength * pair.source.near(at, there) for at, strength in pair.met[n] if at != there), default=0.0
            )
            total += weight * pair.sentence.near(n, here) ** _BESIDE * best
    return total


def _like_neighbours(pair: Aligned, here: int, there: int) -> float:
    """Something for each side on which the next word that tells anything is the same."""
    total = 0.0
    for step in (-1, 1):
        mine, theirs = neighbour(pair.sentence, here, step), neighbour(pair.source, there, step)
        if mine is not None and theirs is not None and any(at == theirs for at, _ in pair.met[mine]):
            total += _NEIGHBOUR_WEIGHT
    return total


def neighbour(wording: AnnotatedText, n: int, step: int) -> int | None:
    """Position of the next token before (-1) or behind (1) that is a word, name, figure or time of the same clause."""
    named = wording.tokens[n].kind is TokenKind.NAME  # the names listed with a name tell nothing of its part
    at = n + step
    while 0 <= at < len(wording.tokens):
        token = wording.tokens[at]
        if token.kind not in (TokenKind.STOP, TokenKind.BREAK) and not (named and token.kind is TokenKind.NAME):
            return at
        if token.boundary >= 0.5:
            return None
        at += step
    return None


def _like_roles(pair: Aligned, here: int, there: int) -> float:
    """Something for two figures of one role (a change's start, a whole), or two names behind one preposition."""
    if pair.sentence.tokens[here].kind is TokenKind.NAME:
        word = preposition(pair.sentence, here)
        return _PREPOSITION_WEIGHT if word and word == preposition(pair.source, there) else 0.0
    role = role_of(pair.sentence, here)
    return _ROLE_WEIGHT if role and role == role_of(pair.source, there) else 0.0


def misplaced(
    pair: Aligned,
    like: Mapping[int, Sequence[int]],
    unlike: Mapping[int, Sequence[int]],
    words: Mapping[int, frozenset[int]] | None = None,
) -> Iterator[Bound]:
    """For each token of the sentence, how well it sits at the best like token and where its best rival stands.

    A rival that another token of the sentence rightly claims counts as an exchange of the two: both sit where the
    other did. Tokens without a like one are left to the caller.
    """
    apart = words or {}
    none: frozenset[int] = frozenset()
    own = {
        n: max((affinity(pair, n, at, apart.get(n, none)), at) for at in places) for n, places in like.items() if places
    }
    claimed = {at: n for n in own for at in like[n]}
    for n, (fit, at) in own.items():
        best: Bound | None = None
        for rival in unlike.get(n, ()):
            owner = claimed.get(rival)
            if owner is not None and own[owner][1] != rival and owner != n:
                rival = own[owner][1]
            if owner is None:
                bound = Bound(n, at, fit, rival, affinity(pair, n, rival, apart.get(n, none)))
            elif owner != n:
                mine, theirs = apart.get(n, none) | {owner}, apart.get(owner, none) | {n}
                kept = affinity(pair, n, at, mine) + affinity(pair, owner, rival, theirs)
                exchanged = affinity(pair, n, rival, mine) + affinity(pair, owner, at, theirs)
                bound = Bound(n, at, kept, rival, exchanged, claimed=True)
            else:
                continue
            if best is None or bound.gain > best.gain:
                best = bound
        if best:
            yield best


_EXCHANGE, _EXCHANGE_RATIO = 0.25, 1.07


_GAIN, _GAIN_RATIO = 0.25, 1.13


def clear(bound: Bound) -> bool:
    """Whether a rival fits so much better that the figure or time is another thing's."""
    if bound.claimed:
        return bound.gain > _EXCHANGE and bound.other > bound.own * _EXCHANGE_RATIO
    return bound.gain > _GAIN and bound.other > bound.own * _GAIN_RATIO
