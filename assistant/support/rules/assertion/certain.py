"""Whether what the paragraphs hold possible, advisable or still to come is told as sure, or as having come about. Pure."""

import re
from collections.abc import Iterator

from assistant.language.annotated import AnnotatedText, Token, TokenKind
from assistant.language.predicates import OF_MINDS, acts
from assistant.support.alignment import Aligned
from assistant.support.fault import Fault, Flaw

_POSSIBLE = frozenset("may might could".split())
_ADVISED = frozenset(("should",))
_TO_COME = frozenset("will would shall".split())
_MODALS = _POSSIBLE | _ADVISED | _TO_COME | frozenset("can must cannot".split())
_BEING = frozenset("be have been also still not only well now".split())
_PAST = frozenset("was were had been".split())
_SURE = frozenset("is are was were has have had will".split())
_HEDGED = re.compile(
    r"\b(?:may|might|could|can|should|would|ought|possib\w+|potential\w*|perhaps|likely|expect\w*|suggest\w*|propos\w+|hop(?:e|es|ed|ing)|if|whether|"
    r"ask\w*|consider\w*|recommend\w*|plan\w*|aim\w*|intend\w*|unless|until|need\w*|want\w*|think\w*|thought|felt|believe\w*|option\w*|seek\w*|"
    r"due|agreed|resolved|decided)\b",
    re.I,
)
_SETTLED = re.compile(r"\b(?:agree\w*|resolve\w*|decid\w+|approv\w+|confirm\w*|instruct\w*|require\w*)\b", re.I)


def certain_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence says "will" or "is" and the paragraphs only say "may", "might", "could" or "should"."""
    for n, token in enumerate(pair.sentence.tokens):
        if token.kind is not TokenKind.WORD or token.stem in OF_MINDS or not pair.met[n]:
            continue
        told = _told(pair.sentence.tokens, n)
        if told not in _SURE or _HEDGED.search(_clause(pair.sentence, n)):
            continue
        places = [at for at, strength in pair.met[n] if strength == 1.0]
        modals = [_modal(pair.source.tokens, at) for at in places]
        if not modals or not all(
            _weaker(modal, told, pair.source, at) for modal, at in zip(modals, places, strict=True)
        ):
            continue
        words = " ".join(other.text for other in pair.source.tokens[max(0, places[0] - 3) : places[0] + 1])
        yield Fault(Flaw.DECISION, f"The paragraph says “{words}”, no more")
        return


def awaited_faults(pair: Aligned) -> Iterator[Fault]:
    """Yield a fault where the sentence tells a thing as come and the paragraphs say it is "still awaited" or "to follow"."""
    match = _AWAITED.search(pair.source.text)
    if match is None or _AWAITING.search(pair.sentence.text):
        return
    thing = next((n for n, token in enumerate(pair.source.tokens) if token.start == match.start(1)), None)
    for n, act in acts(pair.sentence).items():
        told = (*act.agents, *act.patients)
        here = any(at == thing and strength == 1.0 for k in told for at, strength in pair.met[k])
        if act.finite and here and _told(pair.sentence.tokens, n) not in _MODALS:
            yield Fault(Flaw.DECISION, f"The paragraph says “{match[0]}”")
            return


_AWAITED = re.compile(
    r"\b([\w’'-]+) (?:is|are|was|were|remains?|remained) (?:still |yet |now )*(?:awaited|outstanding|pending|overdue|to follow|to be (?:received|published|completed))\b",
    re.I,
)
_AWAITING = re.compile(r"\b(?:await\w*|wait\w*|outstanding|pending|overdue|follow|not|no|yet|still)\b", re.I)


def _weaker(modal: str, told: str, source: AnnotatedText, at: int) -> bool:
    """Whether a modal of the paragraphs claims less than the sentence's helping verb."""
    if modal in _POSSIBLE or modal in _ADVISED:
        return not _SETTLED.search(_clause(source, at))
    return modal == "would" and told in _PAST


def _modal(tokens: tuple[Token, ...], n: int) -> str:
    """The modal of the verb group that a word closes ("may well be closed", "might be a good"), or ""."""
    for at in range(n - 1, max(-1, n - 6), -1):
        low = tokens[at].low
        if low in _MODALS:
            return low
        if low not in _BEING and not low.endswith("ly") and low not in ("a", "an", "the"):
            return ""
    return ""


def _told(tokens: tuple[Token, ...], n: int) -> str:
    """The helping verb nearest before a word in its verb group ("will", "was", "is"), or ""."""
    nearest = ""
    for at in range(n - 1, max(-1, n - 6), -1):
        low = tokens[at].low
        if low in _MODALS or low in _SURE:
            nearest = low
            if low in _MODALS:
                return low
        elif low not in _BEING and not low.endswith("ly") and low not in ("a", "an", "the"):
            break
    return nearest


def _clause(wording: AnnotatedText, n: int) -> str:
    """The text of the sentence or half-sentence round a word."""
    start = end = n
    while start > 0 and wording.tokens[start - 1].boundary < 0.8:
        start -= 1
    while end + 1 < len(wording.tokens) and wording.tokens[end + 1].boundary < 0.8:
        end += 1
    return wording.text[wording.tokens[start].start : wording.tokens[end].end]
