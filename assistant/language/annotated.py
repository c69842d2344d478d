"""A text in tokens: its words, names, figures, times and marks, and how near they stand to each other.

How near two tokens stand is told by the boundaries between them: nothing within a clause, little at "and", much at a full
stop. `read` annotates one text, `joined` makes several one.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from math import exp
from typing import TypeVar

from assistant.language.figures import Figure, find_figures
from assistant.language.normalise import plain
from assistant.language.stems import NEGATORS, STOP, is_light, stem_of
from assistant.language.synonyms import SAME_ROW, synonym_keys
from assistant.language.tables import tables_told
from assistant.language.times import TimeExpression, find_moments

_MOMENT_KEY, _FIGURE_KEY = "@", "="
NO_STEM = frozenset((SAME_ROW, _MOMENT_KEY, _FIGURE_KEY))  # what opens a key that is no stem

_READINGS_KEPT = 512  # texts whose readings are kept: those of one answer and its paragraphs, several times over

_WORD = re.compile(
    r"[Vv]ice-[Cc]hair\w*|[A-Za-z][A-Za-z0-9@&]*(?:'[a-z]+)?|\d[\w/.]*\w|\d|[.;:,!?()\[\]|\t\n\"]|\s-\s|&"
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Hon|Rt|No|Nos|Ltd|St|approx|e\.g|i\.e|etc|para)$")
_LETTERED = re.compile(r"(?:^|[\s(])(?:[a-z]|[ivx]{1,4}|\d{1,2})$")
_BODIES = frozenset(("ofsted", "cabinet"))
_FORMAL = frozenset("seconded proposed moved resolved agreed noted approved carried recommended".split())
_CLAUSE_WORDS = frozenset(
    "while whilst whereas although though but because unless however compared against versus than before after yet which who".split()
)
_LONGEST_PHRASE = 5  # words of a phrase in the list of synonyms

# What it costs to cross a boundary; two tokens are as near as e to the power of minus all that lies between them.
_WORD_STEP = 0.04
_FIGURE_BOUNDARY = 0.3
_ASIDE = _LISTED = 0.05  # a short aside in brackets, names in a list
_BRACKET = 0.35
_AND, _AND_FIGURE = 0.35, 0.6
_CLAUSE = 0.5
_TEXTS, _TEXTS_BEHIND_COLON = 1.3, 0.7
_MARKS = {
    ".": 1.0,
    "!": 1.0,
    "?": 1.0,
    ";": 0.8,
    "\n": 0.7,
    "\t": 0.9,
    "|": 0.9,
    ":": 0.25,
    ",": 0.5,
    ")": 0.4,
    "]": 0.4,
    " - ": 0.4,
}
_LIGHT_WEIGHT = 0.35

T = TypeVar("T")


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    STOP = "stop"
    NAME = "name"  # capitalised where a common word would not be
    FIGURE = "figure"
    MOMENT = "moment"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure, time or mark. `keys` are what it may be matched by; `boundary` is what it costs to cross it."""

    text: str
    kind: TokenKind
    start: int
    end: int
    low: str = ""  # in lower case, without a possessive
    stem: str = ""
    keys: frozenset[str] = frozenset()
    boundary: float = 0.0
    figure: Figure | None = None
    moment: TimeExpression | None = None


@dataclass(
    frozen=True, slots=True, eq=False
)  # told apart by identity, so that a reading is found without comparing texts
class AnnotatedText:
    """A text's tokens, and what is found from them at once.

    `distances[i]` is the sum of the boundaries before token i. `index` gives the positions of each key; `figures` and
    `moments` are those of the figures and times.
    """

    text: str
    tokens: tuple[Token, ...]
    distances: tuple[float, ...]
    index: dict[str, tuple[int, ...]]
    figures: tuple[int, ...]
    moments: tuple[int, ...]

    def near(self, i: int, j: int) -> float:
        """Return how closely two tokens belong together: 1 for neighbours in one clause, falling to 0."""
        low, high = (i, j) if i < j else (j, i)
        if high - low < 2:
            return 1.0
        return exp(-(self.distances[high] - self.distances[low + 1]) - _WORD_STEP * (high - low - 1))

    def all_of(self, kind: TokenKind) -> tuple[int, ...]:
        """Return the positions of the tokens of one kind."""
        if kind is TokenKind.FIGURE:
            return self.figures
        if kind is TokenKind.MOMENT:
            return self.moments
        return tuple(i for i, token in enumerate(self.tokens) if token.kind is kind)


def read_once(reader: Callable[[AnnotatedText], T]) -> Callable[[AnnotatedText], T]:
    """Return the reader with its readings kept for the last texts: many rules ask the same of a text, and many sentences.

    A reading is shared, so nobody may change it.
    """
    return lru_cache(maxsize=_READINGS_KEPT)(reader)


def weight_of(token: Token) -> float:
    """Return how much a word says: little for go, make and year, 1 for the rest."""
    return _LIGHT_WEIGHT if is_light(token.low, token.stem) else 1.0


@lru_cache(maxsize=2_048)
def read(text: str) -> AnnotatedText:
    """Return the annotated text; tables are told row by row under their columns' names."""
    text = tables_told(plain(text))
    moments = find_moments(text)
    taken = [(found.start, found.end) for found in moments]
    figures = find_figures(text, taken)
    tokens = [
        Token(text[f.start : f.end], TokenKind.MOMENT, f.start, f.end, keys=frozenset({_MOMENT_KEY}), moment=f.moment)
        for f in moments
    ]
    tokens += [
        Token(
            text[f.start : f.end].strip(),
            TokenKind.FIGURE,
            f.start,
            f.end,
            keys=frozenset({_FIGURE_KEY}),
            boundary=_FIGURE_BOUNDARY,
            figure=f.figure,
        )
        for f in figures
    ]
    covered = sorted(taken + [(f.start, f.end) for f in figures])
    tokens += _words(text, covered)
    tokens.sort(key=lambda token: token.start)
    return _measured(text, _with_synonyms(_with_boundaries(_with_names(text, tokens))))


def joined(texts: Iterable[AnnotatedText]) -> AnnotatedText:
    """Return several annotated texts as one, with a wide boundary between them."""
    parts = list(texts)
    if len(parts) == 1:
        return parts[0]
    tokens: list[Token] = []
    start = 0
    for part in parts:
        if tokens:
            boundary = _TEXTS_BEHIND_COLON if tokens[-1].text == ":" else _TEXTS
            tokens.append(Token("\n", TokenKind.BREAK, start - 2, start, "\n", boundary=boundary))
        tokens += [replace(token, start=token.start + start, end=token.end + start) for token in part.tokens]
        start += len(part.text) + 2
    return _measured("\n\n".join(part.text for part in parts), tokens)


def _words(text: str, covered: list[tuple[int, int]]) -> list[Token]:
    """Return the words and marks outside the covered stretches (of figures and times), and line ends and cells in them."""
    found = []
    spans = iter(covered)
    span = next(spans, None)
    for match in _WORD.finditer(text):
        while span and span[1] <= match.start():
            span = next(spans, None)
        if span and span[0] <= match.start() and match[0] not in "\n\t|;":
            continue
        found.append(_word(match))
    return found


def _word(match: re.Match[str]) -> Token:
    word = match[0]
    if not word[0].isalnum():
        return Token(word, TokenKind.BREAK, match.start(), match.end(), low=word)
    low = word.lower().removesuffix("'s").removesuffix("'")
    if low in STOP or low in NEGATORS or low.endswith("n't"):
        return Token(word, TokenKind.STOP, match.start(), match.end(), low, low)
    stem = stem_of(word)
    return Token(word, TokenKind.WORD, match.start(), match.end(), low, stem, frozenset({stem}))


def _changed(
    token: Token, kind: TokenKind | None = None, keys: frozenset[str] | None = None, boundary: float | None = None
) -> Token:
    """Return the token with another kind, other keys or another boundary; faster than `replace`."""
    return Token(
        token.text, kind or token.kind, token.start, token.end, token.low, token.stem,
        token.keys if keys is None else keys, token.boundary if boundary is None else boundary, token.figure, token.moment,
    )  # fmt: skip


def _with_names(text: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens with capitalised words marked as names, except where a sentence starts."""
    out = []
    fresh = True
    for i, token in enumerate(tokens):
        if token.kind is TokenKind.WORD and token.text[0].isupper() and _is_name(token, tokens[i + 1 : i + 2], fresh):
            token = _changed(token, kind=TokenKind.NAME)
        if token.text != '"':  # an opening quotation mark leaves a sentence's start what it is
            fresh = token.kind is TokenKind.BREAK and _opens_a_sentence(text, token)
        out.append(token)
    return out


def _is_name(token: Token, following: list[Token], fresh: bool) -> bool:
    """Whether a capitalised word is a name; a `fresh` one opens a sentence, where any word is capitalised."""
    follows = bool(following) and following[0].kind is TokenKind.WORD and following[0].text[0].isupper()
    if token.low in _FORMAL and not follows:
        return False  # "Mr Gough Seconded the motion"
    if not fresh or "@" in token.text or token.low in _BODIES:
        return True
    common = is_light(token.low, token.stem) or token.low in _CLAUSE_WORDS or (token.stem,) in synonym_keys()
    return (follows and not common) or (token.text[:-1].isupper() and len(token.text) > 1)


def _opens_a_sentence(text: str, token: Token) -> bool:
    """Whether a mark is followed by a new sentence, cell or list item."""
    if token.text == ".":
        return not _ABBREVIATED.search(text[max(0, token.start - 8) : token.start])
    if token.text == ")":
        return bool(_LETTERED.search(text[max(0, token.start - 6) : token.start]))
    return token.text in ".!?\n\t:|"


def _with_boundaries(tokens: list[Token]) -> list[Token]:
    """Return the tokens with what it costs to cross each mark and joining word."""
    out = []
    asides = _asides(tokens)
    for i, token in enumerate(tokens):
        boundary = _ASIDE if i in asides else _boundary(tokens, i)
        out.append(token if boundary == token.boundary else _changed(token, boundary=boundary))
    return out


def _boundary(tokens: list[Token], i: int) -> float:
    """Return what it costs to cross a token that is no part of a short aside."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.kind is TokenKind.BREAK:
        return _of_mark(before, token, after)
    before_figure = after is not None and after.kind is TokenKind.FIGURE
    if token.low == "and":
        return _LISTED if _lists_names(before, after) else _AND_FIGURE if before_figure else _AND
    if token.low in _CLAUSE_WORDS:
        as_yet = token.low == "yet" and before is not None and before.low in ("not", "as")
        return token.boundary if as_yet else _CLAUSE
    if token.low == "to" and before_figure and any(other.low == "from" for other in tokens[max(0, i - 12) : i]):
        return _CLAUSE
    return token.boundary


def _of_mark(before: Token | None, token: Token, after: Token | None) -> float:
    """Return what it costs to cross a mark between these tokens."""
    if token.text == "." and after and after.start == token.end:
        return 0.0  # "s14.48"
    if token.text == "." and before and _ABBREVIATED.search(before.text):
        return 0.0
    if token.text in "([":
        short = after is not None and after.kind in (TokenKind.FIGURE, TokenKind.MOMENT, TokenKind.NAME)
        return _ASIDE if short else _BRACKET
    if token.text == "," and _lists_names(before, after):
        return _LISTED
    return _MARKS.get(token.text, 0.0)


def _asides(tokens: list[Token]) -> set[int]:
    """Return the positions of the tokens of short asides in brackets ("(78%)", "(SMBC)"), brackets included.

    Of a name between commas ("the Holder, Councillor Okafor, replied") they are the two commas.
    """
    found: set[int] = set()
    for i, token in enumerate(tokens):
        if token.text == "(" and i and tokens[i - 1].kind is not TokenKind.BREAK:
            close = next((j for j in range(i + 2, min(i + 5, len(tokens))) if tokens[j].text == ")"), None)
            if close:
                found.update(range(i, close + 1))
        if token.text == "," and i + 2 < len(tokens) and tokens[i + 1].kind is TokenKind.NAME:
            behind = range(i + 2, min(i + 6, len(tokens)))
            close = next((j for j in behind if tokens[j].kind is not TokenKind.NAME), None)
            if close and tokens[close].text == ",":
                found.update((i, close))
    return found


def _lists_names(before: Token | None, after: Token | None) -> bool:
    return bool(before and after and before.kind is TokenKind.NAME and after.kind is TokenKind.NAME)


def _with_synonyms(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the keys of the synonym rows that they, or a phrase they belong to, stand in."""
    table = synonym_keys()
    stems = [token.stem or stem_of(token.text) if token.kind is not TokenKind.BREAK else "" for token in tokens]
    keys = [set(token.keys) for token in tokens]
    for i, token in enumerate(tokens):
        if token.kind is TokenKind.BREAK:
            continue
        for length in range(1, min(_LONGEST_PHRASE, len(tokens) - i) + 1):
            found = table.get(tuple(stems[i : i + length]))
            if found and (length > 1 or token.kind in (TokenKind.WORD, TokenKind.NAME)):
                for j in range(i, i + length):
                    if tokens[j].kind is not TokenKind.STOP and tokens[j].kind is not TokenKind.BREAK:
                        keys[j] |= found
    return [
        _changed(token, keys=frozenset(found)) if len(found) > len(token.keys) else token
        for token, found in zip(tokens, keys, strict=True)
    ]


def _measured(text: str, tokens: list[Token]) -> AnnotatedText:
    """Return the text with its distances and positions."""
    distances = [0.0]
    index: dict[str, list[int]] = {}
    for i, token in enumerate(tokens):
        distances.append(distances[-1] + token.boundary)
        for key in token.keys:
            index.setdefault(key, []).append(i)
    return AnnotatedText(
        text,
        tuple(tokens),
        tuple(distances),
        {key: tuple(found) for key, found in index.items()},
        tuple([i for i, token in enumerate(tokens) if token.kind is TokenKind.FIGURE]),
        tuple([i for i, token in enumerate(tokens) if token.kind is TokenKind.MOMENT]),
    )
