"""What a figure is told as: a change's start ("from") or end ("to"), a part of a whole ("part") or its whole ("whole").

Also the preposition that a name stands behind, and the figures that are the ends of a range.
"""

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
from assistant.language.direction import points
from assistant.language.figures import FigureKind
from assistant.language.stems import stem_of

_FROM, _TO, _PART, _WHOLE = "from", "to", "part", "whole"

# Words that may stand between "from" or "to" and its figure.
_BETWEEN = frozenset(
    "a an the average of about around approximately just over under some nearly almost level rate".split()
)
_IN_PLACE = frozenset({("instead", "of"), ("rather", "than")})
_FORMER = frozenset("original originally previous former initial earlier".split())
_HELPING = frozenset("were was had have has are is".split())
_THESE = frozenset(("this", "these", "those"))
_DEFINITE = frozenset(("the", "these", "those", "all"))
_KNOWN_WHOLE = frozenset(("the", "these", "those", "them", "which", "it"))
_INCLUDING = frozenset(("which", "whom", "including", "includes"))
_NOT_OF_CHANGE = frozenset(("compared", "relative", "equal", "close"))  # "to" behind these compares
_UNTIL = frozenset(("until", "till", "by"))
_BEFORE_A_NAME = frozenset(("to", "by", "from", "against"))
_STARTING = frozenset(map(stem_of, "begin start open".split()))
_ENDING = frozenset(map(stem_of, "finish end close".split()))
_PERIODS = frozenset("year quarter month period week term it".split())

_OPENS = 0.4  # a boundary behind which "Of 24 contracts" opens a clause,
_ENDS_CLAUSE = 0.5  # one that ends a clause,
_ENDS = 0.7  # one that ends a sentence or line,
_ENDS_SENTENCE = 0.8  # and one that ends a sentence or the clause before a semicolon


def preposition(text: AnnotatedText, i: int) -> str:
    """Return the "to", "by", "from" or "against" before a name, or ""."""
    for j in range(i - 1, max(-1, i - 8), -1):
        token = text.tokens[j]
        if token.low in _BEFORE_A_NAME:
            return token.low
        if token.kind is not TokenKind.NAME and token.low not in ("the", "of", "a", "for", "and"):
            break
    return ""


def role_of(text: AnnotatedText, i: int) -> str:
    """Return a figure's role: "from" ("from 12"), "to" ("to 16"), "part" ("5 of the"), "whole", or "" for none."""
    return _roles(text).get(i, "")


@read_once
def _roles(text: AnnotatedText) -> dict[int, str]:
    """Return the role of each figure that has one."""
    roles = ((i, _in_a_whole(text, i) or _in_a_change(text, i)) for i in text.all_of(TokenKind.FIGURE))
    return {i: role for i, role in roles if role}


def _in_a_whole(text: AnnotatedText, i: int) -> str:
    """Return "part" or "whole" for a figure that is told of a whole, else ""."""
    ahead, behind = _lows(text, i - 2, i), _lows(text, i + 1, i + 3)
    if ahead == ["out", "of"] or _opens_a_whole(text, i):
        return _WHOLE
    if _follows_its_whole(text, i) or _out_of(text, i) or _is_of_what_is_named(text, i, ahead, behind):
        return _PART
    if _is_all_of_it(text, i, ahead):
        return _WHOLE
    return _with_of_this(text).get(i, "")


def _lows(text: AnnotatedText, start: int, end: int) -> list[str]:
    """Return the words from `start` to `end` in lower case; both may lie outside the text."""
    return [token.low for token in text.tokens[max(0, start) : end]]


def _opens_a_whole(text: AnnotatedText, i: int) -> bool:
    """Whether a figure is the whole in "Of 24 contracts sampled, nine ..."."""
    if i == 0 or text.tokens[i].kind is not TokenKind.FIGURE:
        return False
    j = i - 1
    while j > 0 and text.tokens[j].low in _DEFINITE:
        j -= 1
    opens = j == 0 or (text.tokens[j - 1].kind is TokenKind.BREAK and text.tokens[j - 1].boundary >= _OPENS)
    return text.tokens[j].low == "of" and opens


def _follows_its_whole(text: AnnotatedText, i: int) -> bool:
    """Whether a figure is the part in "Of 24 contracts sampled, nine ..."."""
    return any(_opens_a_whole(text, j) and _alike(text, j, i) for j in range(max(1, i - 9), i))


def _alike(text: AnnotatedText, i: int, j: int) -> bool:
    """Whether two figures of one kind stand in one sentence."""
    first, second = text.tokens[i].figure, text.tokens[j].figure
    parted = any(token.kind is TokenKind.BREAK and token.boundary >= _ENDS_SENTENCE for token in text.tokens[i:j])
    return bool(first and second and first.kind is second.kind) and not parted


def _out_of(text: AnnotatedText, i: int) -> bool:
    """Whether a figure is the part in "nine posts out of 64"."""
    behind = _lows(text, i + 1, i + 5)
    return any(behind[k : k + 2] == ["out", "of"] for k in range(3))


def _is_of_what_is_named(text: AnnotatedText, i: int, ahead: list[str], behind: list[str]) -> bool:
    """Whether a figure is a part of what the text has named: "six of the ...", "of which six", "and six were closed"."""
    helped = bool(behind) and behind[0] in _HELPING
    if helped and (_is_bare(text, i) or ahead == ["of", "these"]):
        return True
    of_it = len(behind) > 1 and behind[0] == "of"
    if of_it and (behind[1] in _KNOWN_WHOLE or text.tokens[i + 2].kind is TokenKind.FIGURE):
        return True
    return bool(ahead) and ahead[-1] in _INCLUDING


def _is_bare(text: AnnotatedText, i: int) -> bool:
    """Whether a number stands behind "and" or a mark for some of what was named before ("and six were closed")."""
    figure = text.tokens[i].figure
    before = text.tokens[i - 1] if i else None
    return bool(
        figure and figure.kind is FigureKind.COUNT and before and (before.low == "and" or before.text in (",", ";"))
    )


def _is_all_of_it(text: AnnotatedText, i: int, ahead: list[str]) -> bool:
    """Whether a figure is the whole in "of the 24 contracts" or "of the additional £640m"."""
    if len(ahead) == 2 and ahead[0] == "of" and ahead[1] in _DEFINITE:
        return True
    described = i > 2 and text.tokens[i - 3].low == "of" and text.tokens[i - 1].kind is TokenKind.WORD
    return ahead[:1] == ["the"] and described


@read_once
def _with_of_this(text: AnnotatedText) -> dict[int, str]:
    """Return part and whole for the figures at either side of a sentence's opening "Of this": "£793m. Of this £62m was"."""
    tokens = text.tokens
    found: dict[int, str] = {}
    for i, token in enumerate(tokens[:-1]):
        if token.low == "of" and tokens[i + 1].low in _THESE and (i == 0 or _ends(tokens[i - 1])):
            found[_figure_or_end(text, range(i, len(tokens)), i)] = _PART
            found[_figure_or_end(text, range(i - 2, -1, -1), i)] = _WHOLE
    return found


def _figure_or_end(text: AnnotatedText, places: range, missing: int) -> int:
    """Return the first of these positions that has a figure or ends a sentence, or `missing`."""
    tokens = text.tokens
    return next((j for j in places if tokens[j].kind is TokenKind.FIGURE or _ends(tokens[j])), missing)


def goes_on_of_this(text: AnnotatedText, i: int, j: int) -> bool:
    """Whether the first figure is the whole and the second the part in "18,300 swimmers. Of these, 6,120 ..."."""
    roles = _with_of_this(text)
    return roles.get(i) == _WHOLE and roles.get(j) == _PART


def _ends(token: Token) -> bool:
    return token.kind is TokenKind.BREAK and token.boundary >= _ENDS


def _in_a_change(text: AnnotatedText, i: int) -> str:
    """Return "from" or "to" for a figure that a change starts or ends with, else ""."""
    is_time = is_clock(text.tokens[i])
    for j in range(i - 1, max(-1, i - 5), -1):
        word = text.tokens[j].low
        if is_time and word in _UNTIL:
            return _TO
        if word == _TO and _of_change(text, j):
            return _TO
        if word == _FROM or (j == i - 1 and word in _FORMER and not _is_time(text.tokens[i])):
            return _FROM
        if j and (text.tokens[j - 1].low, word) in _IN_PLACE:
            return _FROM
        if word not in _BETWEEN:
            break
    return end_of_a_period(text, i)


def _of_change(text: AnnotatedText, i: int) -> bool:
    """Whether "to" tells where a change ended: a word of change or a "from" stands before it."""
    before = text.tokens[max(0, i - 9) : i]
    return any(token.low == "from" or points(token) for token in before) and before[-1].low not in _NOT_OF_CHANGE


def end_of_a_period(text: AnnotatedText, i: int) -> str:
    """Return "from" for the figure that a period began with ("began the year at 12"), "to" for its last one, else ""."""
    for j in range(i - 1, max(-1, i - 12), -1):
        token = text.tokens[j]
        if token.kind is TokenKind.FIGURE or (token.kind is TokenKind.BREAK and token.boundary >= _ENDS_CLAUSE):
            return ""
        if token.stem in _STARTING or token.stem in _ENDING:
            of_a_period = bool({other.low for other in text.tokens[j + 1 : j + 4]} & _PERIODS)
            if not of_a_period and not (j == i - 2 and text.tokens[i - 1].low in ("with", "at", "on")):
                return ""
            return _FROM if token.stem in _STARTING else _TO
    return ""


def _is_time(token: Token) -> bool:
    return token.figure is not None and token.figure.kind is FigureKind.TIME


def is_clock(token: Token) -> bool:
    """Whether a figure is a time of day."""
    return token.figure is not None and token.figure.unit.startswith("clock")


def is_range(text: AnnotatedText, i: int, j: int) -> bool:
    """Whether two figures are the ends of a range ("£1.2m to £1.3m", "between 12 and 16")."""
    between = [token.low or token.text.strip() for token in text.tokens[i + 1 : j]]
    return between in (["to"], ["-"]) or (between == ["and"] and i > 0 and text.tokens[i - 1].low == "between")


def ends_a_range(text: AnnotatedText, i: int) -> bool:
    """Whether a figure is either end of a range told with a dash ("aged 0-19")."""
    return any(
        j >= 0
        and k < len(text.tokens)
        and text.tokens[j].kind is text.tokens[k].kind is TokenKind.FIGURE
        and text.text[text.tokens[j].end : text.tokens[k].start] == "-"
        for j, k in ((i - 1, i), (i, i + 1))
    )
