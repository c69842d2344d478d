"""A sentence laid beside its paragraphs: where each of its words is met, and which thing a figure, name or word is for.

A figure belongs to the words round it: near in the same clause, far across a comma, a full stop or another figure. A
sentence's figure is laid beside every figure of the paragraphs in turn. The one whose surroundings agree best with the
sentence's own is the one that it ought to be.

Source: weighing words by their nearness is the idea of Lv & Zhai, Positional language models for information retrieval,
SIGIR 2009, doi:10.1145/1571941.1571994.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.language.acronyms import acronyms, initials_of
from assistant.language.annotated import AnnotatedText, Token, TokenKind, weight_of
from assistant.language.figure_roles import preposition, role_of
from assistant.language.figures import FigureKind
from assistant.support.matching import matches

# How much a token tells of what its neighbours are about.
_TIME_WEIGHT = 1.5
_NAME_WEIGHT = 1.3
_FIGURE_WEIGHT = 0.8
_COMMONNESS = 0.25  # a word that the paragraphs use often tells less

# What two like places add to how well they agree.
_PREPOSITION_WEIGHT = 0.5
_ROLE_WEIGHT = 0.9
_NEIGHBOUR_WEIGHT = 0.3

_BESIDE = 4  # the power of nearness where only the words right beside a token count
_AFAR = 100  # tokens from which on nothing is near
_SHARED = 0.9  # how near a verb stands to a second figure that it tells of, beside the first
_ENDS_CLAUSE = 0.5
_ENDS_SENTENCE = 0.8

# How much better a rival must fit, as a difference and as a ratio; less where the two figures change places.
_EXCHANGE, _EXCHANGE_RATIO = 0.25, 1.07
_GAIN, _GAIN_RATIO = 0.25, 1.13

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence beside its paragraphs.

    `met[i]` tells where the paragraphs answer to token i of the sentence, and how well. `labels` are the tokens of the
    sentence that are met and tell something, with their weights. `affinities` is the memo of `affinity`, which many rules
    ask for the same places; it is no part of the value.
    """

    sentence: AnnotatedText
    source: AnnotatedText
    met: tuple[tuple[tuple[int, float], ...], ...]
    labels: tuple[tuple[int, float], ...]
    affinities: dict[tuple[int, int, frozenset[int]], float] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Placement:
    """How well a token of the sentence fits at its best like token, and how well at its best rival.

    A rival is `claimed` where it is the right place of another token of the sentence, so that the two have changed places.
    """

    sentence_at: int
    own_at: int
    own: float
    other_at: int
    other: float
    claimed: bool = False

    @property
    def gain(self) -> float:
        """How much better the token would fit in the rival's place."""
        return self.other - self.own


def align(sentence: AnnotatedText, source: AnnotatedText) -> Aligned:
    """Return the sentence laid beside its paragraphs."""
    initials = initials_of(source) if acronyms(sentence) else {}
    spelt = initials_of(sentence) if acronyms(source) else {}
    met = tuple(tuple(matches(i, sentence, source, initials, spelt)) for i in range(len(sentence.tokens)))
    weighed = ((i, label_weight(token, len(met[i]))) for i, token in enumerate(sentence.tokens) if met[i])
    return Aligned(sentence, source, met, tuple((i, weight) for i, weight in weighed if weight))


def label_weight(token: Token, places: int = 1) -> float:
    """Return how much a token tells of what its neighbours are about; a word met in many places tells less."""
    if token.kind is TokenKind.MOMENT:
        return _TIME_WEIGHT
    if token.kind is TokenKind.NAME:
        return _NAME_WEIGHT
    if token.kind is TokenKind.FIGURE:
        return _FIGURE_WEIGHT
    return weight_of(token) / (1 + _COMMONNESS * (places - 1)) if token.kind is TokenKind.WORD else 0.0


def affinity(pair: Aligned, i: int, j: int, own: frozenset[int] = _NONE) -> float:
    """Return how much of what surrounds token i of the sentence surrounds token j of the paragraphs too.

    The sentence's `own` words count for nothing. Units: weights of words times their nearness; above 0, and comparable
    for one token of one sentence only.
    """
    if (known := pair.affinities.get((i, j, own))) is not None:
        return known
    total = 0.0
    for k, weight in pair.labels:
        if k != i and k not in own:
            best = 0.0
            for place, strength in pair.met[k]:
                if -_AFAR < place - j < _AFAR and place != j:
                    best = max(best, strength * _reach(pair.source, place, j))
            total += weight * pair.sentence.near(k, i) * best
    total += _like_roles(pair, i, j) + _like_neighbours(pair, i, j)
    pair.affinities[i, j, own] = total
    return total


def _reach(text: AnnotatedText, place: int, i: int) -> float:
    """Return how near a word is to token i; what is said of one figure may be meant of the next like figure too.

    In "stress accounted for 31% of days lost and back pain for 19%" the verb and the "of days" tell of both.
    """
    near = text.near(place, i)
    figure = text.tokens[i].figure
    if figure is None or place > i or figure.kind is FigureKind.COUNT:
        return near
    first = next(
        (k for k in range(max(place - 3, 0), i) if (f := text.tokens[k].figure) and f.kind is figure.kind), None
    )
    if first is None or any(
        token.kind is TokenKind.BREAK and token.boundary >= _ENDS_SENTENCE
        for token in text.tokens[min(place, first) : i]
    ):
        return near
    implied = text.tokens[place].low.endswith("ed") if place < first else text.tokens[first + 1].low == "of"
    return max(near, _SHARED * text.near(place, first)) if implied else near


def closeness(pair: Aligned, i: int, j: int) -> float:
    """Return the same of the words right beside the two tokens: what a "rose" or a "primary" is said of."""
    total = 0.0
    for k, weight in pair.labels:
        if k != i:
            best = max(
                (strength * pair.source.near(place, j) for place, strength in pair.met[k] if place != j), default=0.0
            )
            total += weight * pair.sentence.near(k, i) ** _BESIDE * best
    return total


def _like_neighbours(pair: Aligned, i: int, j: int) -> float:
    """Return something for each side on which the next telling token is the same."""
    total = 0.0
    for step in (-1, 1):
        mine, theirs = neighbour(pair.sentence, i, step), neighbour(pair.source, j, step)
        if mine is not None and theirs is not None and any(place == theirs for place, _ in pair.met[mine]):
            total += _NEIGHBOUR_WEIGHT
    return total


def neighbour(text: AnnotatedText, i: int, step: int) -> int | None:
    """Return the position of the next word, name, figure or time before (-1) or behind (1) in the same clause, or None.

    Names listed with a name are passed over: they tell nothing of its part.
    """
    named = text.tokens[i].kind is TokenKind.NAME
    j = i + step
    while 0 <= j < len(text.tokens):
        token = text.tokens[j]
        if token.kind not in (TokenKind.STOP, TokenKind.BREAK) and not (named and token.kind is TokenKind.NAME):
            return j
        if token.boundary >= _ENDS_CLAUSE:
            return None
        j += step
    return None


def _like_roles(pair: Aligned, i: int, j: int) -> float:
    """Return something for two figures of one role (a change's start, a whole), or two names behind one preposition."""
    if pair.sentence.tokens[i].kind is TokenKind.NAME:
        word = preposition(pair.sentence, i)
        return _PREPOSITION_WEIGHT if word and word == preposition(pair.source, j) else 0.0
    role = role_of(pair.sentence, i)
    return _ROLE_WEIGHT if role and role == role_of(pair.source, j) else 0.0


def misplaced(
    pair: Aligned,
    like: Mapping[int, Sequence[int]],
    unlike: Mapping[int, Sequence[int]],
    words: Mapping[int, frozenset[int]] | None = None,
) -> Iterator[Placement]:
    """Yield for each token of the sentence how well it fits at its best like token, and at its best rival.

    `like` and `unlike` give the positions in the paragraphs of each token's like tokens and of its rivals; a token without
    a like one is left to the caller. `words` are each token's own words, which count for nothing.
    A rival that another token of the sentence rightly claims counts as an exchange: both fit where the other did.
    """
    apart = words or {}
    own = {
        i: max((affinity(pair, i, j, apart.get(i, _NONE)), j) for j in places) for i, places in like.items() if places
    }
    claimed = {j: i for i in own for j in like[i]}
    for i, (fit, j) in own.items():
        best: Placement | None = None
        for rival in unlike.get(i, ()):
            owner = claimed.get(rival)
            if owner == i:
                continue
            if owner is None:
                placement = Placement(i, j, fit, rival, affinity(pair, i, rival, apart.get(i, _NONE)))
            else:
                rival = own[owner][1]
                mine, theirs = apart.get(i, _NONE) | {owner}, apart.get(owner, _NONE) | {i}
                kept = affinity(pair, i, j, mine) + affinity(pair, owner, rival, theirs)
                exchanged = affinity(pair, i, rival, mine) + affinity(pair, owner, j, theirs)
                placement = Placement(i, j, kept, rival, exchanged, claimed=True)
            if best is None or placement.gain > best.gain:
                best = placement
        if best:
            yield best


def clear(placement: Placement) -> bool:
    """Whether a rival fits so much better that the figure or time is another thing's."""
    if placement.claimed:
        return placement.gain > _EXCHANGE and placement.other > placement.own * _EXCHANGE_RATIO
    return placement.gain > _GAIN and placement.other > placement.own * _GAIN_RATIO
