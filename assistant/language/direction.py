"""What a text denies and which way it says that things went. Pure."""

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
_TURNS = frozenset(map(stem_of, "go be come put move push edge creep stand from slightly slip".split()))
_REFUSES = frozenset(map(stem_of, "turn vote shut".split()))  # "turned down by the Council" tells no direction
_BECOME = frozenset(map(stem_of, "grow get become go".split()))
_COMPARATIVE = re.compile(r"(?:more|less|fewer|\w{2,}er)$", re.I)


@read_once
def directions(wording: AnnotatedText) -> dict[int, str]:
    """Position of each word of direction that is not denied, and which way it points: up, down, better, worse."""
    found: dict[int, str] = {}
    marks = denied(wording)
    for n, token in enumerate(wording.tokens):
        way = _way(wording, n)
        if way and not marks[n]:
            found[n] = way
        elif way:
            found[n] = "not " + way
        if token.stem in _BECOME and any(
            _comparative(wording, at) for at in range(n + 1, min(n + 4, len(wording.tokens)))
        ):
            found.pop(n, None)
    return found


@read_once
def levels(wording: AnnotatedText) -> dict[int, tuple[str, frozenset[str]]]:
    """Position of each word that sets one thing above or below another, which way, and the telling words of that other."""
    found: dict[int, tuple[str, frozenset[str]]] = {}
    tokens = wording.tokens
    for n, way in directions(wording).items():
        if tokens[n].low not in _LEVEL or way not in _WAYS:
            continue
        other = set()
        for token in tokens[n + 1 : n + 9]:
            if token.low == "than":
                continue
            if token.boundary >= 0.5 or token.kind is TokenKind.FIGURE:
                break
            if token.kind in (TokenKind.WORD, TokenKind.NAME):
                other.add(token.stem)
        if other:
            found[n] = (way, frozenset(other))
    return found


_WAYS = frozenset(("up", "down", "better", "worse"))
_LEVEL = frozenset(
    "above below higher lower ahead behind more less fewer greater under over longer shorter better worse larger smaller bigger heavier lighter".split()
)


@read_once
def compared(wording: AnnotatedText) -> dict[int, str]:
    """Position of each "compared with" or "against" between two like figures, and which way the first lies of the second."""
    found: dict[int, str] = {}
    figures = wording.all_of(TokenKind.FIGURE)
    for joint, token in enumerate(wording.tokens):
        if token.low not in ("compared", "against", "versus") and not _compares_aside(wording, joint):
            continue
        second = next((at for at in figures if joint < at <= joint + 5), None)
        first = next(
            (at for at in reversed(figures) if joint - 16 <= at < joint and second and _like(wording, at, second)), None
        )
        if (
            first is None
            or second is None
            or any(other.text in (".", ";") or points(other) for other in wording.tokens[first + 1 : second])
        ):
            continue
        one, other = wording.tokens[first].figure, wording.tokens[second].figure
        if one and other and one.value != other.value:
            found[joint] = "up" if one.value > other.value else "down"
    return found


def _compares_aside(wording: AnnotatedText, n: int) -> bool:
    """Whether an aside in brackets gives the figure to compare with: "26.3% (the national average is 21.6%)"."""
    if wording.tokens[n].text != "(":
        return False
    aside = [token.low for token in wording.tokens[n + 1 : n + 7]]
    return any(word in aside for word in ("average", "target", "national", "nationally"))


def _like(wording: AnnotatedText, one: int, other: int) -> bool:
    first, second = wording.tokens[one].figure, wording.tokens[other].figure
    return bool(first and second and first.kind is second.kind)


def points(token: Token) -> bool:
    """Whether a word by itself is one of change: rise, fall, up, down."""
    return token.stem in _UP or token.stem in _DOWN or token.low in ("up", "down")


def _comparative(wording: AnnotatedText, n: int) -> bool:
    return _way(wording, n) is not None and bool(_COMPARATIVE.match(wording.tokens[n].text))


def _way(wording: AnnotatedText, n: int) -> str | None:
    """Which way a word points, or None; "more than 50" and "up to 50" limit a figure and point nowhere."""
    tokens = wording.tokens
    token = tokens[n]
    if token.kind not in (TokenKind.WORD, TokenKind.NAME):
        return None
    if token.low in ("up", "down"):
        before = tokens[n - 1].stem if n else ""
        after = tokens[n + 1].low if n + 1 < len(tokens) else ""
        turned = before in _TURNS or (after in ("from", "by", "on", "slightly") and before not in _REFUSES)
        return token.low if turned and after not in ("to", "for") else None
    if token.low in ("ahead", "behind") and any(
        other.low in ("average", "target", "rate") for other in tokens[n + 1 : n + 6]
    ):
        return "up" if token.low == "ahead" else "down"
    for way, stems in (("up", _UP), ("down", _DOWN), ("better", _BETTER), ("worse", _WORSE)):
        if token.stem in stems:
            idle = _limits(tokens, n) or (token.stem == _RAISE and not _raises_a_figure(tokens, n))
            return None if idle else way
    return None


_RAISE = stem_of("raise")


def _raises_a_figure(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether "raised" is of a figure ("raised from", "raised by 3%"), not of a question."""
    return any(token.low in ("from", "by", "to") or token.kind is TokenKind.FIGURE for token in tokens[n + 1 : n + 5])


_POINTING = frozenset(
    "table tables chart graph figure paragraph section appendix out shown listed given detailed see as list".split()
)


def _is_numbered(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a number is a paragraph's, table's or section's."""
    named = n > 0 and tokens[n - 1].low in ("paragraph", "table", "section", "appendix", "chart", "recommendation")
    return named and tokens[n].kind is TokenKind.FIGURE


def _limits(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a comparing word only limits a figure, or stands in a set phrase ("or more", "no longer", "the above")."""
    before = tokens[n - 1].low if n else ""
    if tokens[n].low in ("above", "below") and n and (before in _POINTING or _is_numbered(tokens, n - 1)):
        return True  # "the table below", "set out in paragraph 12 above"
    if before in ("or", "no", "once", "any", "the") and tokens[n].low in (
        "more",
        "longer",
        "above",
        "below",
        "less",
        "fewer",
        "lower",
        "higher",
    ):
        return before != "the" or tokens[n].low in ("above", "below", "lower", "higher")
    than = tokens[n + 1 : n + 3]
    if (
        len(than) == 2
        and than[0].low == "than"
        and than[1].low in ("a", "an", "half")
        and not (n and tokens[n - 1].kind is TokenKind.FIGURE)
    ):
        return True  # "more than an hour"
    behind = [token for token in tokens[n + 1 : n + 4] if token.low not in ("a", "the")]
    if behind and behind[0].low == "than":
        behind = behind[1:]
    counted = (
        bool(behind)
        and behind[0].kind is TokenKind.FIGURE
        and behind[0].figure is not None
        and behind[0].figure.bound != ""
    )
    return counted and not (n and tokens[n - 1].kind is TokenKind.FIGURE)
