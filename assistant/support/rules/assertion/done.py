"""Whether what the sentence tells as done, or as sure to be done, is so in the paragraphs. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, Token, TokenKind
from assistant.language.clauses import since_done
from assistant.language.decision_verbs import is_moved
from assistant.language.negation import denied
from assistant.language.predicates import OF_MINDS, is_past
from assistant.language.stems import stem_of
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

_ASKS = frozenset(
    map(
        stem_of,
        "ask request invite instruct urge recommend propose plan intend want hope offer promise require expect option seek aim wish due likely".split(),
    )
)
_CONSIDER = frozenset(
    map(stem_of, "consider explore propose close near toward possibility option intention hope aim idea risk".split())
)
_HELPING = frozenset("has have had was were been".split())
_AHEAD = frozenset(
    map(
        stem_of,
        "will would may might could should shall if unless propose intend aim plan hope expect due likely potential imminent possible pending forthcoming threatened await".split(),
    )
)


def done_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence tells as done what the paragraphs only expect, propose or hold possible."""
    marks, undone = denied(pair.sentence), denied(pair.source)
    for n, token in enumerate(pair.sentence.tokens):
        if (
            token.kind is not TokenKind.WORD
            or not pair.met[n]
            or marks[n]
            or _is_said(pair.sentence, n)
            or _moves(pair.sentence, n)
        ):
            continue
        done = _told_done(pair.sentence, n)
        if not done and not _told_agreed(pair.sentence, n):
            continue
        simple = _simple_past(pair.sentence, n)
        best = max(strength for _, strength in pair.met[n])
        places = [at for at, strength in pair.met[n] if strength == best and not _is_gerund(pair.source, at)]
        if best < 1.0 and any(pair.source.tokens[at].low in _NO_DEED for at in places):
            continue
        ahead = [
            _is_ahead(pair.source, at, simple)
            or _is_asked_for(pair.source, at)
            or is_moved(pair.source, at)
            or (undone[at] and not simple and not _SCARCE.search(pair.sentence.text))
            for at in places
        ]
        if done and ahead and all(ahead) and not any(since_done(pair.source, at) for at in places):
            words = " ".join(other.text for other in pair.source.tokens[max(0, places[0] - 3) : places[0] + 1])
            yield Fault(Flaw.DECISION, f"The paragraph says “{words}”; it does not say that this was done")
            return
        if places and not _WHETHER.search(pair.sentence.text) and all(_is_open(pair.source, at) for at in places):
            yield Fault(Flaw.DECISION, f"The paragraph only asks whether “{token.text}”")
            return


def _is_said(wording: AnnotatedText, n: int) -> bool:
    """Whether a word only opens what is told: "it was said that"."""
    before = [token.low for token in wording.tokens[max(0, n - 2) : n]]
    return wording.tokens[n].stem in OF_MINDS and before == ["it", "was"]


def _moves(wording: AnnotatedText, n: int) -> bool:
    """Whether a word tells that a motion was moved, proposed or seconded, which is done by being said."""
    return wording.tokens[n].stem in _MOVING and bool(_MOTION.search(wording.text))


_MOVING = frozenset(map(stem_of, "move propose second".split()))
_MOTION = re.compile(r"\b(?:motion|amendment|proposal|recommendation|resolution)\b", re.I)


def _is_agreed(wording: AnnotatedText, n: int) -> bool:
    """Whether it was agreed that something "could" be done, which is to agree to it."""
    return any(token.low in ("agreed", "approved", "resolved") for token in wording.tokens[max(0, n - 4) : n])


def _only_meant(wording: AnnotatedText, at: int) -> bool:
    """Whether a "to" before a verb tells of what is meant, not of what was managed or had to be."""
    if at and (wording.tokens[at - 1].stem in _MANAGED or wording.tokens[at - 1].low in _HELPING):
        return False
    for token in wording.tokens[at + 1 : at + 16]:
        if token.kind is TokenKind.BREAK and token.boundary >= 1.0:
            break
        if token.stem in _SETTLED:
            return False  # "to set it at £40 was carried"
    for n in range(at - 1, max(-1, at - 25), -1):
        token = wording.tokens[n]
        if token.kind is TokenKind.BREAK and token.boundary >= 1.0:
            return True
        if token.stem in _ASKS or token.stem in _SETTLED:
            return token.stem in _ASKS
    return True


_TO_A_NOUN = frozenset("subject due owing prior contrary addition response reference relation regard according".split())
_BEING = frozenset("is are was were be been being".split())
_NO_DEED = frozenset("still not remains".split())
_MANAGED = frozenset(
    map(stem_of, "able manage continue begin start come use go help fail lead choose chose opt elect proceed".split())
)
_SETTLED = frozenset(map(stem_of, "agree decide resolve approve carry instruct authorise".split()))


_SCARCE = re.compile(r"\btoo (?:few|little)\b", re.I)
_WHETHER = re.compile(r"\b(?:whether|if|discuss\w*|debat\w*|consider\w*|question\w*|ask\w*|query|queried)\b", re.I)


def _is_open(wording: AnnotatedText, n: int) -> bool:
    """Whether a "whether" stands before a word in its clause."""
    for at in range(n - 1, max(-1, n - 10), -1):
        if wording.tokens[at].low == "whether":
            return True
        if wording.tokens[at].kind is TokenKind.BREAK and wording.tokens[at].boundary >= 0.8:
            return False
    return False


def _is_gerund(wording: AnnotatedText, n: int) -> bool:
    """Whether a word in "-ing" says nothing of done or not ("considered buying" does: it is no more than considered)."""
    before = wording.tokens[max(0, n - 3) : n]
    return wording.tokens[n].low.endswith("ing") and not any(token.stem in _CONSIDER for token in before)


def _is_asked_for(wording: AnnotatedText, n: int) -> bool:
    """Whether a noun is what is asked for or proposed ("a request be made for an extension")."""
    if not _NOUN.search(wording.tokens[n].low):
        return False
    for at in range(n - 1, max(-1, n - 11), -1):
        if wording.tokens[at].kind is TokenKind.BREAK and wording.tokens[at].boundary >= 0.5:
            return False
        if wording.tokens[at].stem in _ASKS and wording.tokens[at].low != "planning":
            return True
    return False


_NOUN = re.compile(r"(?:ion|ment|al|ure|ance|ence)s?$")


def _told_done(wording: AnnotatedText, n: int) -> bool:
    """Whether a word is a verb in the perfect or past passive, with nothing before it that makes it a thing to come."""
    token = wording.tokens[n]
    before = wording.tokens[max(0, n - 3) : n]
    if before and token.low.endswith("ing") and before[-1].low in ("is", "are"):
        return True
    if not before or before[-1].low == "to" or not (is_past(token) or token.low in ("set", "left")):
        return False
    helped = any(other.low in _HELPING for other in before)
    return (helped or _simple_past(wording, n)) and not _is_ahead(wording, n)


def _told_agreed(wording: AnnotatedText, n: int) -> bool:
    """Whether a word is what the sentence says was agreed: "agreed that it would be published"."""
    before = [token.low for token in wording.tokens[max(0, n - 8) : n]]
    return (
        "that" in before and any(word in before for word in ("agreed", "resolved", "decided")) and "be" in before[-2:]
    )


def _simple_past(wording: AnnotatedText, n: int) -> bool:
    """Whether a word in "-ed" is the verb behind its subject ("The number peaked at")."""
    before = wording.tokens[n - 1]
    behind = wording.tokens[n + 1] if n + 1 < len(wording.tokens) else None
    return (
        wording.tokens[n].low.endswith("ed")
        and before.kind in (TokenKind.WORD, TokenKind.NAME)
        and not before.low.endswith(("ed", "ly"))
        and (behind is None or behind.kind is not TokenKind.WORD)
    )


# long: kept as it was measured; the rule goes when a fitted model decides in its place
def _is_ahead(wording: AnnotatedText, n: int, firm: bool = False) -> bool:  # noqa: PLR0912 - as above
    """Whether a "will", "would", "may", "if", "due" or "to be" stands before a word in its clause; a `firm` one is no "would"."""
    for at in range(n - 1, max(-1, n - 8), -1):
        token: Token = wording.tokens[at]
        if token.low in ("before", "until", "once", "unless", "if"):
            return True
        if token.low.endswith("ly") and at == n - 1:
            return _is_ahead(wording, at, firm)
        if token.boundary >= 0.5 and token.low != "to" and token.kind is not TokenKind.FIGURE:
            return False
        if (firm and token.low == "would") or (token.low in ("can", "could") and _is_agreed(wording, at)):
            return False
        if (
            token.low == "due"
            and at
            and wording.tokens[at + 1].low == "to"
            and wording.tokens[at - 1].low not in _BEING
        ):
            continue  # "deterred people due to concerns" gives a cause
        if token.low == "plans" and wording.tokens[at + 1].low != "to":
            continue  # "these plans have been cancelled"
        if token.low == "due" and n - at > 2 and [one.low for one in wording.tokens[at + 1 : at + 3]] != ["to", "be"]:
            continue  # "due to lack of sales" gives a cause
        if token.low not in ("planning", "plan") and (
            token.stem in _AHEAD
            or token.stem in _CONSIDER
            or token.low in ("will", "would", "may", "might", "could", "should")
        ):
            return True
        if (
            token.low == "to"
            and n - at == 1
            and any(other.stem in _ASKS for other in wording.tokens[max(0, at - 10) : at])
        ):
            return True
        if token.low == "to" and at and wording.tokens[at - 1].low in _TO_A_NOUN:
            return False  # "was subject to debate"
        if token.low == "to" and n - at == 1 and firm is False and _only_meant(wording, at):
            return True
        if token.low == "to" and n - at <= 2 and (n - at == 1 or wording.tokens[at + 1].low == "be"):
            return wording.tokens[at + 1].low == "be"
    return False
