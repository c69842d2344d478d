"""A text read for the support gate: its words, names, figures and times, and how near they stand to each other. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache, wraps
from math import exp
from typing import Any, TypeVar

from assistant.language.figures import Figure, find_figures
from assistant.language.normalise import as_tables, plain, tables_told
from assistant.language.stems import NEGATORS, STOP, is_light, stem_of
from assistant.language.synonyms import synonym_keys
from assistant.language.times import TimeExpression, find_moments

_WORD = re.compile(
    r"[Vv]ice-[Cc]hair\w*|[A-Za-z][A-Za-z0-9@&]*(?:'[a-z]+)?|\d[\w/.]*\w|\d|[.;:,!?()\[\]|\t\n\"]|\s-\s|&"
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Cllr|Hon|Rt|No|Nos|Ltd|St|approx|e\.g|i\.e|etc|para)$")
_LETTERED = re.compile(r"(?:^|[\s(])(?:[a-z]|[ivx]{1,4}|\d{1,2})$")
_BODIES = frozenset(("ofsted", "cabinet"))
_FORMAL = frozenset("seconded proposed moved resolved agreed noted approved carried recommended".split())
_CLAUSE = frozenset(
    "while whilst whereas although though but because unless however compared against versus than before after yet which who".split()
)


AROUND = "~"  # opens the keys of words that are known of a text besides its own

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
    """A word, figure, time or mark. `keys` are what it may be matched by; `cost` is what crossing it takes."""

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


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text's tokens, how far each stands from the text's start in costs, and where each key is found."""

    text: str
    tokens: tuple[Token, ...]
    distances: tuple[float, ...]
    index: dict[str, tuple[int, ...]]
    known: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)  # what was read out of it once

    def near(self, one: int, other: int) -> float:
        """How closely two tokens belong together, 1 (neighbours in one clause) falling to 0."""
        low, high = (one, other) if one < other else (other, one)
        if high - low < 2:
            return 1.0
        return exp(-(self.distances[high] - self.distances[low + 1]) - 0.04 * (high - low - 1))

    def all_of(self, sort: TokenKind) -> list[int]:
        """Positions of the tokens of one sort."""
        if sort not in self.known:
            self.known[sort] = [n for n, token in enumerate(self.tokens) if token.kind is sort]
        return list(self.known[sort])


def read_once(reader: Callable[[AnnotatedText], T]) -> Callable[[AnnotatedText], T]:
    """The reader of a wording, whose answer is kept with the wording: a paragraph is judged by more than once."""
    name = f"{reader.__module__}.{reader.__qualname__}"

    @wraps(reader)
    def told(wording: AnnotatedText) -> T:
        if name not in wording.known:
            wording.known[name] = reader(wording)
        found: T = wording.known[name]
        return found

    return told


def weight_of(token: Token) -> float:
    """How much a word says: little for go, make and year, most for the rest."""
    return 0.35 if is_light(token.low, token.stem) else 1.0


@lru_cache(maxsize=2_048)
def read(text: str) -> AnnotatedText:
    """The wording of a text, with tables told row by row under their columns' names."""
    text = tables_told(plain(text))
    moments = find_moments(text)
    taken = [(found.start, found.end) for found in moments]
    figures = find_figures(text, taken)
    tokens = [
        Token(text[f.start : f.end], TokenKind.MOMENT, f.start, f.end, keys=frozenset({"@"}), moment=f.moment)
        for f in moments
    ]
    tokens += [
        Token(
            text[f.start : f.end].strip(),
            TokenKind.FIGURE,
            f.start,
            f.end,
            keys=frozenset({"="}),
            boundary=0.3,
            figure=f.figure,
        )
        for f in figures
    ]
    covered = sorted(taken + [(f.start, f.end) for f in figures])
    tokens += _words(text, covered)
    tokens.sort(key=lambda token: token.start)
    return _measured(text, _with_phrases(_with_breaks(_with_names(text, tokens))))


@lru_cache(maxsize=256)
def read_all(texts: tuple[str, ...], around: tuple[str, ...] = ()) -> AnnotatedText:
    """The wordings of several texts as one, and behind them what is known of the texts besides."""
    return joined([*map(read, as_tables(texts)), *map(_read_around, around)])


def _read_around(text: str) -> AnnotatedText:
    """As read, its words under keys of their own: they bear out a name or a thing, never a deed, and have no synonyms."""
    wording = read(text)
    tokens = [
        _as(token, keys=frozenset({AROUND + token.stem})) if token.kind in (TokenKind.WORD, TokenKind.NAME) else token
        for token in wording.tokens
    ]
    return _measured(wording.text, tokens)


def joined(wordings: Iterable[AnnotatedText]) -> AnnotatedText:
    """Several wordings as one, a wide gap between them."""
    parts = list(wordings)
    if len(parts) == 1:
        return parts[0]
    tokens: list[Token] = []
    start = 0
    for part in parts:
        if tokens:
            tokens.append(
                Token("\n", TokenKind.BREAK, start - 2, start, "\n", boundary=0.7 if tokens[-1].text == ":" else 1.3)
            )
        tokens += [replace(token, start=token.start + start, end=token.end + start) for token in part.tokens]
        start += len(part.text) + 2
    return _measured("\n\n".join(part.text for part in parts), tokens)


def _words(text: str, covered: list[tuple[int, int]]) -> list[Token]:
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


def _with_names(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with capitalised words marked as names, except where a sentence starts."""
    out = []
    fresh = True
    for n, token in enumerate(tokens):
        if token.kind is TokenKind.WORD and token.text[0].isupper():
            follows = n + 1 < len(tokens) and tokens[n + 1].kind is TokenKind.WORD and tokens[n + 1].text[0].isupper()
            capitals = token.text[:-1].isupper() and len(token.text) > 1
            common = is_light(token.low, token.stem) or token.low in _CLAUSE or (token.stem,) in synonym_keys()
            if token.low in _FORMAL and not follows:
                pass  # "Mr Gough Seconded the motion"
            elif not fresh or (follows and not common) or capitals or "@" in token.text or token.low in _BODIES:
                token = _as(token, kind=TokenKind.NAME)
        if token.text == '"':
            pass  # an opening quotation mark leaves a sentence's start what it is
        elif token.kind is TokenKind.BREAK:
            fresh = token.text in ".!?\n\t:|" and not (
                token.text == "." and _ABBREVIATED.search(text[max(0, token.start - 8) : token.start])
            )
            fresh = fresh or (token.text == ")" and bool(_LETTERED.search(text[max(0, token.start - 6) : token.start])))
        else:
            fresh = False
        out.append(token)
    return out


def _as(
    token: Token, kind: TokenKind | None = None, keys: frozenset[str] | None = None, boundary: float | None = None
) -> Token:
    """The token with another sort, other keys or another cost."""
    return Token(
        token.text, kind or token.kind, token.start, token.end, token.low, token.stem,
        token.keys if keys is None else keys, token.boundary if boundary is None else boundary, token.figure, token.moment,
    )  # fmt: skip


_COSTS = {
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


def _with_breaks(tokens: list[Token]) -> list[Token]:
    """The tokens with what it costs to cross each mark and joining word."""
    out = []
    asides = _asides(tokens)
    for n, token in enumerate(tokens):
        before = tokens[n - 1] if n else None
        after = tokens[n + 1] if n + 1 < len(tokens) else None
        cost = token.boundary
        if n in asides:
            cost = 0.05
        elif token.kind is TokenKind.BREAK:
            cost = _COSTS.get(token.text, 0.0)
            if token.text == "." and after and after.start == token.end:
                cost = 0.0  # "s14.48"
            elif token.text == "." and before and _ABBREVIATED.search(before.text):
                cost = 0.0
            elif token.text in "([":
                cost = 0.05 if after and after.kind in (TokenKind.FIGURE, TokenKind.MOMENT, TokenKind.NAME) else 0.35
            elif token.text == "," and _lists_names(before, after):
                cost = 0.05
        elif token.low == "and":
            cost = 0.05 if _lists_names(before, after) else 0.6 if after and after.kind is TokenKind.FIGURE else 0.35
        elif (token.low in _CLAUSE and not (token.low == "yet" and before and before.low in ("not", "as"))) or (
            token.low == "to"
            and after
            and after.kind is TokenKind.FIGURE
            and any(other.low == "from" for other in tokens[max(0, n - 12) : n])
        ):
            cost = 0.5
        out.append(token if cost == token.boundary else _as(token, boundary=cost))
    return out


def _asides(tokens: list[Token]) -> set[int]:
    """Positions of the tokens of short asides in brackets ("(78%)", "(SMBC)", "(Aug 2021)"), brackets included."""
    found: set[int] = set()
    for n, token in enumerate(tokens):
        if token.text == "(" and n and tokens[n - 1].kind is not TokenKind.BREAK:
            close = next((at for at in range(n + 2, min(n + 5, len(tokens))) if tokens[at].text == ")"), None)
            if close:
                found.update(range(n, close + 1))
        if (
            token.text == "," and n + 2 < len(tokens) and tokens[n + 1].kind is TokenKind.NAME
        ):  # "the Holder, Councillor Okafor, replied"
            close = next(
                (at for at in range(n + 2, min(n + 6, len(tokens))) if tokens[at].kind is not TokenKind.NAME), None
            )
            if close and tokens[close].text == ",":
                found.update((n, close))
    return found


def _lists_names(before: Token | None, after: Token | None) -> bool:
    return bool(before and after and before.kind is TokenKind.NAME and after.kind is TokenKind.NAME)


def _with_phrases(tokens: list[Token]) -> list[Token]:
    """The tokens with the keys of the thesaurus rows that they, or a phrase they open, stand in."""
    table = synonym_keys()
    stems = [token.stem or stem_of(token.text) if token.kind is not TokenKind.BREAK else "" for token in tokens]
    keys = [set(token.keys) for token in tokens]
    for n, token in enumerate(tokens):
        if token.kind is TokenKind.BREAK:
            continue
        for length in range(1, min(5, len(tokens) - n) + 1):
            found = table.get(tuple(stems[n : n + length]))
            if found and (length > 1 or token.kind in (TokenKind.WORD, TokenKind.NAME)):
                for at in range(n, n + length):
                    if tokens[at].kind is not TokenKind.STOP and tokens[at].kind is not TokenKind.BREAK:
                        keys[at] |= found
    return [
        _as(token, keys=frozenset(found)) if len(found) > len(token.keys) else token
        for token, found in zip(tokens, keys, strict=True)
    ]


def _measured(text: str, tokens: list[Token]) -> AnnotatedText:
    ways = [0.0]
    places: dict[str, list[int]] = {}
    for n, token in enumerate(tokens):
        ways.append(ways[-1] + token.boundary)
        for key in token.keys:
            places.setdefault(key, []).append(n)
    return AnnotatedText(text, tuple(tokens), tuple(ways), {key: tuple(found) for key, found in places.items()})
