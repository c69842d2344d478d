"""What a figure is told as, a change's start or end, a part or a whole, and the preposition that a name stands behind. Pure."""

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
from assistant.language.direction import points
from assistant.language.figures import FigureKind
from assistant.language.stems import stem_of

_BETWEEN = frozenset(
    "a an the average of about around approximately just over under some nearly almost level rate".split()
)
_IN_PLACE = frozenset({("instead", "of"), ("rather", "than")})
_FORMER = frozenset("original originally previous former initial earlier".split())
_VERBS = frozenset("were was had have has are is".split())


def _of_change(wording: AnnotatedText, n: int) -> bool:
    """Whether "to" at a place tells where a change ended: a word of change or a "from" stands before it."""
    before = wording.tokens[max(0, n - 9) : n]
    return any(token.low == "from" or points(token) for token in before) and before[-1].low not in (
        "compared",
        "relative",
        "equal",
        "close",
    )


def preposition(wording: AnnotatedText, n: int) -> str:
    """The "to", "by", "from" or "against" before a name, or ""."""
    for at in range(n - 1, max(-1, n - 8), -1):
        token = wording.tokens[at]
        if token.low in ("to", "by", "from", "against"):
            return token.low
        if token.kind is not TokenKind.NAME and token.low not in ("the", "of", "a", "for", "and"):
            break
    return ""


def role_of(wording: AnnotatedText, n: int) -> str:
    """What a figure is told as: a change's start ("from 12") or end ("to 16"), a part ("5 of the") or its whole."""
    if wording.tokens[n].kind is not TokenKind.FIGURE:
        return ""
    roles: dict[int, str] = wording.known.setdefault(role_of.__qualname__, {})
    if n not in roles:
        roles[n] = _role(wording, n)
    return roles[n]


def _role(wording: AnnotatedText, n: int) -> str:
    behind = [token.low for token in wording.tokens[n + 1 : n + 3]]
    ahead = [token.low for token in wording.tokens[max(0, n - 2) : n]]
    if ahead == ["out", "of"] or _opens_a_whole(wording, n):
        return "whole"
    if any(_opens_a_whole(wording, at) and _alike(wording, at, n) for at in range(max(1, n - 9), n)):
        return "part"
    if _out_of(wording, n):
        return "part"
    if behind[:1] and behind[0] in _VERBS and _is_bare(wording, n):
        return "part"
    if behind[:1] == ["of"] and len(behind) > 1:
        whole = (
            behind[1] in ("the", "these", "those", "them", "which", "it")
            or wording.tokens[n + 2].kind is TokenKind.FIGURE
        )
        if whole:
            return "part"
    if (
        ahead[-1:]
        and ahead[-1] in ("which", "whom", "including", "includes")
        or (ahead == ["of", "these"] and behind[:1] and behind[0] in _VERBS)
    ):
        return "part"
    if ahead and ahead[0] == "of" and ahead[-1] in ("the", "these", "those", "all"):
        return "whole"
    if (
        ahead[:1] == ["the"]
        and n > 2
        and wording.tokens[n - 3].low == "of"
        and wording.tokens[n - 1].kind is TokenKind.WORD
    ):
        return "whole"  # "of the additional £640m"
    if n in (told := _told_with_of_this(wording)):
        return told[n]
    for at in range(n - 1, max(-1, n - 5), -1):
        word = wording.tokens[at].low
        if is_clock(wording.tokens[n]) and word in ("until", "till", "by"):
            return "to"
        former = at == n - 1 and word in _FORMER and not _is_time(wording.tokens[n])
        if word == "from" or former or (word == "to" and _of_change(wording, at)):
            return "to" if word == "to" else "from"
        if at and (wording.tokens[at - 1].low, word) in _IN_PLACE:
            return "from"
        if word not in _BETWEEN:
            break
    return end_of_a_period(wording, n)


_STARTING = frozenset(map(stem_of, "begin start open".split()))
_ENDING = frozenset(map(stem_of, "finish end close".split()))
_PERIODS = frozenset("year quarter month period week term".split())


def end_of_a_period(wording: AnnotatedText, n: int) -> str:
    """ "from" for the figure that a period began with ("began the year at 12"), "to" for the one it ended with, else ""."""
    for at in range(n - 1, max(-1, n - 12), -1):
        token = wording.tokens[at]
        if token.kind is TokenKind.FIGURE or (token.kind is TokenKind.BREAK and token.boundary >= 0.5):
            return ""
        if token.stem in _STARTING or token.stem in _ENDING:
            spoken = {other.low for other in wording.tokens[at + 1 : at + 4]}
            if not spoken & (_PERIODS | {"it"}) and not (
                at == n - 2 and wording.tokens[n - 1].low in ("with", "at", "on")
            ):
                return ""
            return "from" if token.stem in _STARTING else "to"
    return ""


def _is_bare(wording: AnnotatedText, n: int) -> bool:
    """Whether a number stands for some of what was named before ("and six were closed")."""
    figure = wording.tokens[n].figure
    before = wording.tokens[n - 1] if n else None
    return bool(
        figure and figure.kind is FigureKind.COUNT and before and (before.low == "and" or before.text in (",", ";"))
    )


def _opens_a_whole(wording: AnnotatedText, n: int) -> bool:
    """Whether a figure is the whole in "Of 24 contracts sampled, nine ..."."""
    if n == 0 or wording.tokens[n].kind is not TokenKind.FIGURE:
        return False
    at = n - 1
    while at > 0 and wording.tokens[at].low in ("the", "these", "those", "all"):
        at -= 1
    opens = at == 0 or (wording.tokens[at - 1].kind is TokenKind.BREAK and wording.tokens[at - 1].boundary >= 0.4)
    return wording.tokens[at].low == "of" and opens


def _alike(wording: AnnotatedText, one: int, other: int) -> bool:
    """Whether two figures of one kind stand in one sentence."""
    first, second = wording.tokens[one].figure, wording.tokens[other].figure
    parted = any(token.kind is TokenKind.BREAK and token.boundary >= 0.8 for token in wording.tokens[one:other])
    return bool(first and second and first.kind is second.kind) and not parted


@read_once
def _told_with_of_this(wording: AnnotatedText) -> dict[int, str]:
    """Part and whole for the figures at either side of a sentence's opening "Of this": "£793m. Of this the town had £62m"."""
    tokens = wording.tokens
    found: dict[int, str] = {}
    for n, token in enumerate(tokens[:-1]):
        opens = (
            token.low == "of" and tokens[n + 1].low in ("this", "these", "those") and (n == 0 or _ends(tokens[n - 1]))
        )
        if opens:
            behind = next(
                (at for at in range(n, len(tokens)) if tokens[at].kind is TokenKind.FIGURE or _ends(tokens[at])), n
            )
            ahead = next(
                (at for at in range(n - 2, -1, -1) if tokens[at].kind is TokenKind.FIGURE or _ends(tokens[at])), n
            )
            found |= {behind: "part", ahead: "whole"}
    return found


def goes_on_of_this(wording: AnnotatedText, one: int, other: int) -> bool:
    """Whether a figure is the whole and another the part in "18,300 swimmers. Of these, 6,120 ..."."""
    told = _told_with_of_this(wording)
    return told.get(one) == "whole" and told.get(other) == "part"


def _ends(token: Token) -> bool:
    return token.kind is TokenKind.BREAK and token.boundary >= 0.7


def _is_time(token: Token) -> bool:
    return token.figure is not None and token.figure.kind is FigureKind.TIME


def is_clock(token: Token) -> bool:
    """Whether a figure is a time of day."""
    return token.figure is not None and token.figure.unit.startswith("clock")


def _out_of(wording: AnnotatedText, n: int) -> bool:
    """Whether a figure is the part in "nine posts out of 64"."""
    behind = [token.low for token in wording.tokens[n + 1 : n + 5]]
    return any(behind[k : k + 2] == ["out", "of"] for k in range(3))


def is_range(wording: AnnotatedText, one: int, other: int) -> bool:
    """Whether two figures are the ends of a range ("£1.2m to £1.3m", "between 12 and 16")."""
    between = [token.low or token.text.strip() for token in wording.tokens[one + 1 : other]]
    return between in (["to"], ["-"]) or (between == ["and"] and one > 0 and wording.tokens[one - 1].low == "between")


def ends_a_range(wording: AnnotatedText, n: int) -> bool:
    """Whether a figure is either end of a range told with a dash ("aged 0-19")."""
    pairs = ((n - 1, n), (n, n + 1))
    return any(
        one >= 0
        and other < len(wording.tokens)
        and wording.tokens[one].kind is wording.tokens[other].kind is TokenKind.FIGURE
        and wording.text[wording.tokens[one].end : wording.tokens[other].start] == "-"
        for one, other in pairs
    )
