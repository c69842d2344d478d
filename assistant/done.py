"""Whether what the sentence tells as done, or as sure to be done, is so in the paragraphs. Pure."""

import re
from collections.abc import Iterator

from assistant.alignment import Aligned
from assistant.faults import Fault
from assistant.polarity import denied
from assistant.wording import Sort, Token, Wording
from assistant.words import stem_of

_ASKS = frozenset(
    map(
        stem_of,
        "ask request invite instruct urge recommend propose plan intend want hope offer promise require".split(),
    )
)
_CONSIDER = frozenset(map(stem_of, "consider explore propose".split()))
_OFFERS = re.compile(r"\b(?:options?|recommend\w*|propos\w+|consider\w*|could|might|feasibility)\b", re.I)
_HELPING = frozenset("has have had was were been".split())
_AHEAD = frozenset(
    map(
        stem_of,
        "will would may might could should shall if unless propose intend aim plan hope expect due likely potential".split(),
    )
)


def done_faults(pair: Aligned) -> Iterator[Fault]:
    """A thing told as done that the paragraphs only expect, propose or hold possible."""
    marks, undone = denied(pair.said), denied(pair.printed)
    offers = _OFFERS.search(pair.printed.text) and not _OFFERS.search(pair.said.text)
    for n, token in enumerate(pair.said.tokens):
        if token.sort is not Sort.WORD or not pair.met[n] or marks[n]:
            continue
        if offers and _told_coming(pair.said, n) and all(_is_offered(pair.printed, at) for at, _ in pair.met[n]):
            yield Fault("decision", f"The paragraph holds “{token.text}” open; it does not say that it will be so")
            return
        if not _told_done(pair.said, n):
            continue
        ahead = [_is_ahead(pair.printed, at) or undone[at] for at, _ in pair.met[n] if not _is_gerund(pair.printed, at)]
        if ahead and all(ahead):
            at = next(at for at, _ in pair.met[n] if not _is_gerund(pair.printed, at))
            words = " ".join(other.text for other in pair.printed.tokens[max(0, at - 3) : at + 1])
            yield Fault("decision", f"The paragraph says “{words}”; it does not say that this was done")
            return


def _is_gerund(wording: Wording, n: int) -> bool:
    """Whether a word in "-ing" says nothing of done or not ("considered buying" does: it is no more than considered)."""
    before = wording.tokens[max(0, n - 2) : n]
    return wording.tokens[n].low.endswith("ing") and not any(token.stem in _CONSIDER for token in before)


def _told_coming(wording: Wording, n: int) -> bool:
    """Whether a word is what the sentence says will be done: the verb behind "will" or "will be"."""
    before = [token.low for token in wording.tokens[max(0, n - 2) : n]]
    return before[-1:] == ["will"] or before == ["will", "be"]


def _is_offered(wording: Wording, n: int) -> bool:
    """Whether a word is one of the things that might be done ("to transfer it", "be transferred", "transferring")."""
    before = [token.low for token in wording.tokens[max(0, n - 2) : n]]
    return before[-1:] in (["to"], ["be"]) or wording.tokens[n].low.endswith("ing")


def _told_done(wording: Wording, n: int) -> bool:
    """Whether a word is a verb in the perfect or past passive, with nothing before it that makes it a thing to come."""
    token = wording.tokens[n]
    before = wording.tokens[max(0, n - 3) : n]
    if not before or not (
        token.low.endswith(("ed", "en", "wn", "un"))
        or token.low in ("built", "bought", "set", "spent", "held", "paid", "sold", "made", "left")
    ):
        return False
    helped = any(other.low in _HELPING for other in before)
    return helped and not _is_ahead(wording, n)


def _is_ahead(wording: Wording, n: int) -> bool:
    """Whether a "will", "would", "may", "if", "due" or "to be" stands before a word in its clause."""
    for at in range(n - 1, max(-1, n - 7), -1):
        token: Token = wording.tokens[at]
        if token.cost >= 0.5 and token.low != "to" and token.sort is not Sort.FIGURE:
            return False
        if (
            token.stem in _AHEAD
            or token.stem in _CONSIDER
            or token.low in ("will", "would", "may", "might", "could", "should")
        ):
            return True
        if (
            token.low == "to"
            and n - at == 1
            and any(other.stem in _ASKS for other in wording.tokens[max(0, at - 6) : at])
        ):
            return True
        if token.low == "to" and n - at <= 2 and (n - at == 1 or wording.tokens[at + 1].low == "be"):
            return wording.tokens[at + 1].low == "be"
    return False
