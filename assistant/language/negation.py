"""What a text denies: its denying words, and the words that each of them reaches."""

import re

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
from assistant.language.stems import stem_of

_NOT = re.compile(r"^(?:no|not|never|none|nothing|neither|nor|without|cannot|nobody|nowhere|\w+n't)$", re.I)
_DECIDE = stem_of("decide")
_DENYING = frozenset(map(stem_of, "fail refuse unwilling decline".split()))  # before "to"
_LACKING = frozenset(map(stem_of, "lack absence".split()))
_LACK = frozenset(("lack", "lacks", "lacked", "lacking"))
_NOT_DENYING = {
    "not": ("far", "limited", "only", "just", "least", "less", "more", "exceed", "merely"),
    "no": ("more", "fewer", "less", "later", "earlier", "doubt"),
}
_NEARLY = frozenset("almost nearly virtually practically hardly".split())
_MINDS = frozenset(map(stem_of, "think believe feel consider regard find".split()))
_AUXILIARIES = frozenset("is was are were had has have will would".split())
_BE = frozenset(("is", "are", "was", "were", "been"))
_OF_NOTHING = frozenset(("no", "none", "nothing", "neither", "nobody", "nor"))
_BEFORE_NOTHING = frozenset(("of", "with", "for", "by", "at"))

_REACH, _REACH_OF_WITHOUT = 9, 3  # tokens that a denying word reaches at most
_ENDS_CLAUSE = 0.5


@read_once
def denied(text: AnnotatedText) -> tuple[bool, ...]:
    """Return for each token whether a "not", "no", "never" or "failed to" before it in its clause denies it.

    What two of them reach is not denied.
    """
    marks = [False] * len(text.tokens)
    for i in deniers(text):
        for j in reach(text, i):
            marks[j] = not marks[j]
        if text.tokens[i].low in ("neither", "nor"):
            marks[i] = True
    return tuple(marks)


@read_once
def deniers(text: AnnotatedText) -> list[int]:
    """Return the positions of the words that deny."""
    return [i for i in range(len(text.tokens)) if _denies(text, i)]


def reach(text: AnnotatedText, i: int) -> list[int]:
    """Return the positions of the tokens that a denying word denies: those behind it in its clause, nine at most."""
    found: list[int] = []
    denier = text.tokens[i].low
    narrow = denier not in _OF_NOTHING or (i > 0 and text.tokens[i - 1].low in _BEFORE_NOTHING)
    most = _REACH_OF_WITHOUT if denier == "without" else _REACH
    for j in range(i + 1, min(i + 1 + most, len(text.tokens))):
        token = text.tokens[j]
        if token.low == "yet" and j <= i + 2:
            continue  # "has not yet approved", "nobody has yet been asked"
        if token.boundary >= _ENDS_CLAUSE and token.kind is not TokenKind.FIGURE:
            break
        if _opens_another(text, i, j, bool(found)) or (narrow and _is_told_anew(text, j, found)):
            break
        if token.kind not in (TokenKind.BREAK, TokenKind.MOMENT):
            found.append(j)
    return found


def _opens_another(text: AnnotatedText, i: int, j: int, reached: bool) -> bool:
    """Whether a token behind the denying word i opens a clause of its own."""
    token = text.tokens[j]
    if token.low in ("the", "this"):  # "there being no further business the meeting closed"
        return reached and text.tokens[i].low == "no" and text.tokens[j - 1].low == "business"
    if token.low != "and":
        return False
    farthest = j + (5 if _there_is(text, i) else 2)  # "there have been no concerns | and the inspectors are satisfied"
    return any(other.low in _AUXILIARIES for other in text.tokens[j + 1 : farthest])


def _is_told_anew(text: AnnotatedText, j: int, found: list[int]) -> bool:
    """Whether an auxiliary tells another verb of what was reached: "families who had not applied | were visited".

    Not so behind a verb of the mind: not to think it so is to think it not so.
    """
    return (
        text.tokens[j].low in _AUXILIARIES
        and text.tokens[j - 1].low != "to"
        and not any(text.tokens[k].stem in _MINDS for k in found)
        and any(text.tokens[k].kind is TokenKind.WORD for k in found)
    )


def _there_is(text: AnnotatedText, i: int) -> bool:
    """Whether a "no" stands behind "there is" or "there have been": a clause of its own."""
    return any(token.low in _BE for token in text.tokens[max(0, i - 1) : i])


def _denies(text: AnnotatedText, i: int) -> bool:
    """Whether a word denies what follows it."""
    token = text.tokens[i]
    before = text.tokens[i - 1] if i else None
    after = text.tokens[i + 1] if i + 1 < len(text.tokens) else None
    if token.low == "than" and before and before.low == "rather" and after and after.kind is TokenKind.WORD:
        return True  # "meetings were held rather than an audit completed"
    if token.kind is TokenKind.BREAK:
        return False
    if _NOT.match(token.low):
        return _is_no(token, before, after)
    follows = after.low if after else ""
    if token.low == "against" and before and before.stem == _DECIDE and follows.endswith("ing"):
        return True  # "decided against including"
    return (
        (token.stem in _DENYING and follows == "to")
        or (token.stem in _LACKING and (follows == "of" or token.low in _LACK))
        or token.low == "unable"
    )


def _is_no(token: Token, before: Token | None, after: Token | None) -> bool:
    """Whether a "no" or "not" denies what follows: not in "almost none", "not only", "No. 110" or "No: ..."."""
    if before and before.low in _NEARLY:
        return False
    if after is None or after.kind is TokenKind.BREAK:
        return False
    return after.low not in _NOT_DENYING.get(token.low, ())
