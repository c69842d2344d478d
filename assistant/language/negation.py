"""What a text denies. Pure."""

import re

from assistant.language.annotated import AnnotatedText, TokenKind, read_once
from assistant.language.stems import stem_of

_NOT = re.compile(r"^(?:no|not|never|none|nothing|neither|nor|without|cannot|nobody|nowhere|\w+n't)$", re.I)


_DECIDE = stem_of("decide")


_DENYING = frozenset(map(stem_of, "fail refuse unwilling decline".split()))


_LACKING = frozenset(map(stem_of, "lack absence".split()))


_NOT_DENYING = {
    "not": ("far", "limited", "only", "just", "least", "less", "more", "exceed", "merely"),
    "no": ("more", "fewer", "less", "later", "earlier", "doubt"),
}


_NEARLY = frozenset("almost nearly virtually practically hardly".split())


_REACH = 9


_MINDS = frozenset(
    map(stem_of, "think believe feel consider regard find".split())
)  # not to think it so is to think it not so


_AUXILIARIES = frozenset("is was are were had has have will would".split())


@read_once
def denied(wording: AnnotatedText) -> tuple[bool, ...]:
    """For each token whether a "not", "no", "never" or "failed to" before it in its clause denies it."""
    marks = [False] * len(wording.tokens)
    for n, token in enumerate(wording.tokens):
        if not _denies(wording, n):
            continue
        for at in reach(wording, n):
            marks[at] = not marks[at]
        if token.low in ("neither", "nor"):
            marks[n] = True
    return tuple(marks)


def reach(wording: AnnotatedText, n: int) -> list[int]:
    """Positions of the tokens that a denying word denies: those behind it in its clause, nine at most."""
    found: list[int] = []
    narrow = wording.tokens[n].low not in ("no", "none", "nothing", "neither", "nobody", "nor")
    narrow = narrow or (n > 0 and wording.tokens[n - 1].low in ("of", "with", "for", "by", "at"))
    most = 3 if wording.tokens[n].low == "without" else _REACH
    for at in range(n + 1, min(n + 1 + most, len(wording.tokens))):
        token = wording.tokens[at]
        if token.low == "yet" and at <= n + 2:
            continue  # "has not yet approved", "nobody has yet been asked"
        if token.boundary >= 0.5 and token.kind is not TokenKind.FIGURE:
            break
        if (
            found
            and token.low in ("the", "this")
            and wording.tokens[n].low == "no"
            and wording.tokens[at - 1].low == "business"
        ):
            break  # "there being no further business the meeting closed"
        if token.low == "and" and any(
            other.low in _AUXILIARIES for other in wording.tokens[at + 1 : at + (5 if _there_is(wording, n) else 2)]
        ):
            break  # "there have been no concerns | and the inspectors are satisfied"
        if (
            narrow
            and not any(wording.tokens[other].stem in _MINDS for other in found)
            and token.low in _AUXILIARIES
            and wording.tokens[at - 1].low != "to"
            and any(wording.tokens[other].kind is TokenKind.WORD for other in found)
        ):
            break  # "families who had not applied | were visited"
        if token.kind not in (TokenKind.BREAK, TokenKind.MOMENT):
            found.append(at)
    return found


def _there_is(wording: AnnotatedText, n: int) -> bool:
    """Whether a "no" is told by "there is no", "there have been no": a clause of its own."""
    return any(token.low in ("is", "are", "was", "were", "been") for token in wording.tokens[max(0, n - 1) : n])


def _denies(wording: AnnotatedText, n: int) -> bool:
    token = wording.tokens[n]
    after = wording.tokens[n + 1] if n + 1 < len(wording.tokens) else None
    if token.low == "than" and n and wording.tokens[n - 1].low == "rather" and after and after.kind is TokenKind.WORD:
        return True  # "meetings were held rather than an audit completed"
    if token.kind is TokenKind.BREAK:
        return False
    if _NOT.match(token.low):
        if n and wording.tokens[n - 1].low in _NEARLY:
            return False  # "almost none" is a little
        if after is None or after.kind is TokenKind.BREAK:  # "No: ..." answers; "No. 110" numbers
            return False
        return not (after and after.low in _NOT_DENYING.get(token.low, ()))
    follows = after.low if after else ""
    if token.low == "against" and n and wording.tokens[n - 1].stem == _DECIDE and after and after.low.endswith("ing"):
        return True  # "decided against including"
    return (
        (token.stem in _DENYING and follows == "to")
        or (token.stem in _LACKING and (follows == "of" or token.low in ("lack", "lacks", "lacked", "lacking")))
        or token.low == "unable"
    )


@read_once
def deniers(wording: AnnotatedText) -> list[int]:
    """Positions of the words that deny."""
    return [n for n in range(len(wording.tokens)) if _denies(wording, n)]
