"""A statement laid beside a text: which of its words are met there, and what stands there for its figures and times. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.claims.values import holds, is_exact
from assistant.language.annotated import NO_STEM, AnnotatedText, Token, TokenKind, joined, read, weight_of
from assistant.language.figures import FigureKind
from assistant.language.synonyms import SAME_ROW

_BY_SYNONYM, _BY_ROOT = 0.75, 0.7
_ROOT = 5  # letters that two words of one root share
_AS_WELL = 0.8  # share of the best other value's fit from which the same value agrees
_OF_THE_PLACE = 0.6  # fit of a time that only tells where the paragraph stands
_LEAST_FIT = 0.02


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure or time of a statement, and how well the best of the same and of another value fit in its place, 0..1."""

    at: int  # position in the statement
    same: float  # 0 where there is none
    other: float  # of the text's own words alone; 0 where there is none
    other_at: int  # its position in the source, -1 where there is none
    exact: bool  # so exact that it hardly stands there by chance

    @property
    def agrees(self) -> bool:
        """Whether the same value stands there and fits not much worse than another; an exact one may stand anywhere."""
        return self.same > 0 and (self.exact or self.same >= _AS_WELL * self.other)

    @property
    def conflicts(self) -> bool:
        """Whether another value stands in its place."""
        return self.other > 0 and not self.agrees


class Laid:
    """A statement beside a text and the words that say where it stands; `own` is how many tokens of the source are the text's."""

    def __init__(self, statement: str, text: str, where: str = "") -> None:
        own = read(text)
        self.sentence = read(statement)
        self.own = len(own.tokens)
        self.source = joined((own, read(where))) if where else own
        self.met = tuple(tuple(_met(token, self.source)) for token in self.sentence.tokens)

    @property
    def words(self) -> list[int]:
        """The positions of the statement's words and names."""
        return [i for i, token in enumerate(self.sentence.tokens) if token.kind in (TokenKind.WORD, TokenKind.NAME)]

    def fit(self, i: int, j: int) -> float:
        """How much of what stands around token i of the statement stands around token j of the source, 0..1."""
        total = found = 0.0
        for k, places in enumerate(self.met):
            token = self.sentence.tokens[k]
            if k != i and token.kind in (TokenKind.WORD, TokenKind.NAME, TokenKind.MOMENT):
                weight = weight_of(token) * self.sentence.near(i, k)
                total += weight
                found += weight * max((met * self.source.near(j, p) for p, met in places if p != j), default=0.0)
        return found / total if total else 0.0

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """A slot for each time, and each figure of the statement that says something by itself."""
        tokens = self.sentence.tokens
        return tuple(self._slot(i) for i in range(len(tokens)) if tokens[i].moment or _tells(self.sentence, i))

    def _slot(self, i: int) -> Slot:
        token = self.sentence.tokens[i]
        same, rivals = 0.0, [(0.0, -1)]
        for j in self.source.all_of(token.kind):
            held = holds(token, self.source.tokens[j])
            fit = _LEAST_FIT + self.fit(i, j) if held is not None else 0.0
            if held:
                same = max(same, fit if j < self.own else _OF_THE_PLACE)
            elif held is False and j < self.own:
                rivals.append((fit, j))
        return Slot(i, same, *max(rivals), is_exact(token.figure))


def _met(token: Token, source: AnnotatedText) -> Iterator[tuple[int, float]]:
    """Where a word answers to a token, and how well: the same stem, a synonym, else one of the same root."""
    if token.kind not in (TokenKind.WORD, TokenKind.NAME):
        return
    found: dict[int, float] = {}
    for key in token.keys:
        row = key.startswith(SAME_ROW)
        for j in source.index.get(key, ()) if not row or token.kind is TokenKind.WORD else ():
            found[j] = max(found.get(j, 0.0), _BY_SYNONYM if row else 1.0)
    if not found and token.kind is TokenKind.WORD and len(token.stem) >= _ROOT:
        for key, places in source.index.items():
            if key[0] not in NO_STEM and key[:_ROOT] == token.stem[:_ROOT]:
                found |= dict.fromkeys(places, _BY_ROOT)
    yield from found.items()


def _tells(text: AnnotatedText, i: int) -> bool:
    """Whether a token is a figure that says something by itself: no label, no "one", no half of "the first half"."""
    figure = text.tokens[i].figure
    if figure is None or figure.kind is FigureKind.LABEL:
        return False
    before = [token.low for token in text.tokens[max(0, i - 2) : i]]
    after = [token.low for token in text.tokens[i + 1 : i + 2]]
    part = figure.kind is FigureKind.FRACTION and (before[-1:] in (["first"], ["second"], ["last"]) or "and" in before)
    one = figure.kind is FigureKind.COUNT and figure.value == 1 and before[-1:] != ["only"] and after != ["more"]
    return not part and not one
