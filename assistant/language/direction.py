"""Which way a text says that things went or lie: up, down, better, worse."""

import re

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
from assistant.language.negation import denied
from assistant.language.stems import stem_of

_UP = frozenset(map(stem_of, (
    "rise increase grow growth climb higher more greater above exceed longer larger bigger escalate surge jump gain "
    "heavier upward outnumber taller widen extra additional raise outstrip double treble triple lengthen"
).split()))  # fmt: skip
_DOWN = frozenset(map(stem_of, (
    "fall decrease decline drop reduce reduction lower less fewer below shorter smaller shrink dip slip lighter "
    "diminish lessen shorten downward narrow cut downgrade dwindle halve"
).split()))  # fmt: skip
_BETTER = frozenset(map(stem_of, "improve improvement better stronger strengthen".split()))
_WORSE = frozenset(map(stem_of, "worse worsen deteriorate deterioration weaker weaken poorer".split()))
_WAYS = (("up", _UP), ("down", _DOWN), ("better", _BETTER), ("worse", _WORSE))
_TURNS = frozenset(map(stem_of, "go be come put move push edge creep stand from slightly slip".split()))
_REFUSES = frozenset(map(stem_of, "turn vote shut".split()))  # "turned down by the Council" tells no direction
_BECOME = frozenset(map(stem_of, "grow get become go".split()))
_RAISE = stem_of("raise")
_COMPARATIVE = re.compile(r"(?:more|less|fewer|\w{2,}er)$", re.I)
_LEVEL = frozenset(
    "above below higher lower ahead behind more less fewer greater under over longer shorter better worse larger smaller bigger heavier lighter".split()
)
_COMPARING = frozenset(("compared", "against", "versus"))
_YARDSTICKS = frozenset(("average", "target", "national", "nationally"))
_BEHIND_WHAT = frozenset(("average", "target", "rate"))
_OF_A_FIGURE = frozenset(("from", "by", "to"))
_POINTING = frozenset(
    "table tables chart graph figure paragraph section appendix out shown listed given detailed see as list".split()
)
_NUMBERED = frozenset(("paragraph", "table", "section", "appendix", "chart", "recommendation"))
_BEFORE_A_PHRASE = frozenset(("or", "no", "once", "any", "the"))
_IN_A_PHRASE = frozenset("more longer above below less fewer lower higher".split())
_BEHIND_THE = frozenset(("above", "below", "lower", "higher"))
_ARTICLES = frozenset(("a", "the"))
_ENDS_CLAUSE = 0.5


@read_once
def directions(text: AnnotatedText) -> dict[int, str]:
    """Return the way of each word of direction by its position: up, down, better, worse; "not up" where it is denied."""
    found: dict[int, str] = {}
    marks = denied(text)
    for i, token in enumerate(text.tokens):
        if way := _way(text, i):
            found[i] = "not " + way if marks[i] else way
        if token.stem in _BECOME and any(_is_comparative(text, j) for j in range(i + 1, min(i + 4, len(text.tokens)))):
            found.pop(i, None)  # "grew worse" tells what "worse" tells
    return found


@read_once
def levels(text: AnnotatedText) -> dict[int, tuple[str, frozenset[str]]]:
    """Return for each word that sets one thing above or below another its way, and the stems that tell of the other."""
    found: dict[int, tuple[str, frozenset[str]]] = {}
    for i, way in directions(text).items():
        if text.tokens[i].low in _LEVEL and not way.startswith("not ") and (stems := _compared_with(text, i)):
            found[i] = (way, stems)
    return found


def _compared_with(text: AnnotatedText, i: int) -> frozenset[str]:
    """Return the stems of what stands behind "above" or "higher than", up to a figure or the clause's end."""
    stems = set()
    for token in text.tokens[i + 1 : i + 9]:
        if token.low == "than":
            continue
        if token.boundary >= _ENDS_CLAUSE or token.kind is TokenKind.FIGURE:
            break
        if token.kind in (TokenKind.WORD, TokenKind.NAME):
            stems.add(token.stem)
    return frozenset(stems)


@read_once
def compared(text: AnnotatedText) -> dict[int, str]:
    """Return for each "compared with" or "against" between two figures of a kind which way the first lies of the second."""
    found: dict[int, str] = {}
    figures = text.all_of(TokenKind.FIGURE)
    for i, token in enumerate(text.tokens):
        if token.low not in _COMPARING and not _compares_aside(text, i):
            continue
        second = next((j for j in figures if i < j <= i + 5), None)
        first = next((j for j in reversed(figures) if i - 16 <= j < i and second and _are_alike(text, j, second)), None)
        if first is None or second is None or _is_broken(text, first, second):
            continue
        one, other = text.tokens[first].figure, text.tokens[second].figure
        if one and other and one.value != other.value:
            found[i] = "up" if one.value > other.value else "down"
    return found


def _is_broken(text: AnnotatedText, first: int, second: int) -> bool:
    """Whether a sentence's end or a word of change stands between two figures."""
    return any(token.text in (".", ";") or points(token) for token in text.tokens[first + 1 : second])


def _compares_aside(text: AnnotatedText, i: int) -> bool:
    """Whether an aside in brackets gives the figure to compare with: "26.3% (the national average is 21.6%)"."""
    return text.tokens[i].text == "(" and any(token.low in _YARDSTICKS for token in text.tokens[i + 1 : i + 7])


def _are_alike(text: AnnotatedText, i: int, j: int) -> bool:
    first, second = text.tokens[i].figure, text.tokens[j].figure
    return bool(first and second and first.kind is second.kind)


def points(token: Token) -> bool:
    """Whether a word by itself is one of change: rise, fall, up, down."""
    return token.stem in _UP or token.stem in _DOWN or token.low in ("up", "down")


def _is_comparative(text: AnnotatedText, i: int) -> bool:
    return _way(text, i) is not None and bool(_COMPARATIVE.match(text.tokens[i].text))


def _way(text: AnnotatedText, i: int) -> str | None:
    """Return which way a word points, or None; "more than 50" and "up to 50" bound a figure and point nowhere."""
    tokens = text.tokens
    token = tokens[i]
    if token.kind not in (TokenKind.WORD, TokenKind.NAME):
        return None
    if token.low in ("up", "down"):
        return token.low if _is_turned_so(tokens, i) else None
    if token.low in ("ahead", "behind") and any(other.low in _BEHIND_WHAT for other in tokens[i + 1 : i + 6]):
        return "up" if token.low == "ahead" else "down"
    for way, stems in _WAYS:
        if token.stem in stems:
            idle = _bounds(tokens, i) or (token.stem == _RAISE and not _raises_a_figure(tokens, i))
            return None if idle else way
    return None


def _is_turned_so(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "up" or "down" tells a change: "went up", "up from 12", but not "turned down by" or "up to"."""
    before = tokens[i - 1].stem if i else ""
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    turned = before in _TURNS or (after in ("from", "by", "on", "slightly") and before not in _REFUSES)
    return turned and after not in ("to", "for")


def _raises_a_figure(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "raised" is of a figure ("raised from", "raised by 3%"), not of a question."""
    return any(token.low in _OF_A_FIGURE or token.kind is TokenKind.FIGURE for token in tokens[i + 1 : i + 5])


def _bounds(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a comparing word only bounds a figure, or stands in a set phrase ("or more", "no longer", "the above")."""
    before = tokens[i - 1].low if i else ""
    word = tokens[i].low
    if word in ("above", "below") and i and (before in _POINTING or _is_numbered(tokens, i - 1)):
        return True  # "the table below", "set out in paragraph 12 above"
    if before in _BEFORE_A_PHRASE and word in _IN_A_PHRASE:
        return before != "the" or word in _BEHIND_THE
    return not _follows_a_figure(tokens, i) and _bounds_what_follows(tokens, i)


def _is_numbered(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a number is a paragraph's, table's or section's."""
    return i > 0 and tokens[i - 1].low in _NUMBERED and tokens[i].kind is TokenKind.FIGURE


def _follows_a_figure(tokens: tuple[Token, ...], i: int) -> bool:
    return i > 0 and tokens[i - 1].kind is TokenKind.FIGURE


def _bounds_what_follows(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a figure that is read as bounded, or "an hour", stands behind a comparing word: "more than 50"."""
    than = tokens[i + 1 : i + 3]
    if len(than) == 2 and than[0].low == "than" and than[1].low in ("a", "an", "half"):
        return True
    behind = [token for token in tokens[i + 1 : i + 4] if token.low not in _ARTICLES]
    if behind and behind[0].low == "than":
        behind = behind[1:]
    figure = behind[0].figure if behind and behind[0].kind is TokenKind.FIGURE else None
    return figure is not None and figure.bound != ""
