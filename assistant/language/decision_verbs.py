"""What a text says was decided: resolved, noted, deferred, refused, withdrawn, recommended. Pure."""

import re
from collections.abc import Collection
from enum import StrEnum

from assistant.language.annotated import AnnotatedText, TokenKind, read_once
from assistant.language.stems import PAST, stem_of
from corpus.models import Status


class DecisionAct(StrEnum):
    """What was done with a matter."""

    DECIDED = "decided"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    PROPOSED = "proposed"
    IRREALIS = "not done"  # "to approve", "if approved", "will be approved"


_VERBS = {
    DecisionAct.DECIDED: "resolve agree approve adopt ratify award endorse authorise grant sanction decide uphold approval authorisation carry pass",
    DecisionAct.NOTED: "note",
    DecisionAct.DEFERRED: "defer postpone adjourn deferral postponement",
    DecisionAct.REFUSED: "reject refuse lose lost dismiss refusal rejection defeat",
    DecisionAct.WITHDRAWN: "withdraw withdrawal rescind",
    DecisionAct.PROPOSED: "recommend propose request invite ask suggest seek recommendation proposal urge",
}
_DEEDS = {stem_of(word): deed for deed, words in _VERBS.items() for word in words.split()}
_GENERIC = frozenset(map(stem_of, "resolve agree decide".split()))
_SOFT = frozenset(map(stem_of, "sanction agree decide".split()))
_MATTER = re.compile(r"\b(?:motion|amendment|resolution|proposal|vote|recommendation|item|report|minutes)\b", re.I)
_PHRASES = (
    (DecisionAct.DECIDED, re.compile(r"\b(?:signed off|gave (?:its|their|the) (?:approval|agreement|consent|go[- ]ahead|backing)|green light|(?:given|got) (?:the )?(?:go[- ]ahead|permission|consent|approval)|went ahead|voted to|went through(?= (?:unanimously|on|by)\b|[.,;]|$))\b", re.I)),
    (DecisionAct.DEFERRED, re.compile(r"\b(?:put off|put back|pushed back|held over|put on hold)\b", re.I)),
    (DecisionAct.REFUSED, re.compile(r"\b(?:turn(?:s|ed|ing)? (?:\w+ ){0,3}down|voted down|threw out|thrown out|knocked back|fell(?= and|[.,;]|$)|not (?:agreed|approved|carried|supported|adopted|upheld|accepted)|did not (?:accept|agree|approve|support|adopt|uphold))\b", re.I)),
    (DecisionAct.WITHDRAWN, re.compile(r"\b(?:pulled|taken off the agenda)\b", re.I)),
)  # fmt: skip
_UNREAL = frozenset(
    "to will would shall should may might could can cannot if whether not never nor unless until once when before subject pending due "
    "consider considers considered aims aimed intend intends intended planned proposes proposed recommend recommends recommended invite "
    "invites invited ask asks asked request requests requested seek seeks sought expect expects expected hope hopes hoped suggest "
    "suggests suggested urge urges urged wants wanted explore exploring need needs needed require requires requiring without".split()
)
_NUMBER = r"^\W*(?:\(?(?:\d[\d.]*|[a-z]|[ivx]+)[.)]?\W+)*"
_OPENS = re.compile(
    _NUMBER + r"(?:(?:it was\s+)?(?:unanimously\s+)?(?:resolved|agreed|approved|decision|decided|ordered))\b", re.I
)
_THAT = re.compile(_NUMBER + r"that\b", re.I)
_THAT_DONE = re.compile(_NUMBER + r"that\s+(?:the\s+)?(?:\w+\s+){1,6}?(?:\w+ed|was|were|had)\b", re.I)

NOT_DECIDED: frozenset[str] = frozenset(
    {Status.RECOMMENDATION, Status.MOTION, Status.AMENDMENT, Status.AMENDMENT_LOST, Status.PLANNED, Status.QUESTION}
)


def recommends(text: str) -> bool:
    """Whether a paragraph is a recommendation by its form: "That the Cabinet agrees ..." without a resolving word."""
    return bool(_THAT.match(text)) and not _THAT_DONE.match(text) and not _CARRIED.search(text)


_CARRIED = re.compile(
    r"[.;:\s]\W*(?:motion |vote )?(?:was )?(?:carried|adopted|agreed|passed)(?: unanimously)?\W*$", re.I
)


@read_once
def deeds(wording: AnnotatedText) -> dict[int, DecisionAct]:
    """Position of each word that tells what was done with a matter, and which deed it is."""
    opened = bool(_OPENS.match(wording.text))
    found: dict[int, DecisionAct] = {}
    for n, token in enumerate(wording.tokens):
        deed = _DEEDS.get(token.stem) if token.kind in (TokenKind.WORD, TokenKind.NAME) else None
        if deed and not _idle(wording, n):
            ahead = (
                _unreal(wording, n)
                or _is_for(wording, n)
                or is_moved(wording, n)
                or token.low.endswith("ing")
                or _recommended(wording, n)
                or _is_advised(wording, n)
            )
            real = opened or deed is DecisionAct.PROPOSED or not ahead
            found[n] = deed if real else DecisionAct.IRREALIS
    for deed, pattern in _PHRASES:
        for match in pattern.finditer(wording.text):
            at = next(
                (
                    n
                    for n, token in enumerate(wording.tokens)
                    if token.start >= match.start() and token.kind is not TokenKind.STOP
                ),
                None,
            )
            if at is not None:
                found[at] = DecisionAct.IRREALIS if deed is DecisionAct.DECIDED and _unreal(wording, at) else deed
    if _THAT_LOST.search(wording.text):
        found = {n: DecisionAct.IRREALIS if deed is DecisionAct.DECIDED else deed for n, deed in found.items()}
    return found


_THAT_LOST = re.compile(
    r"\bTHAT\b.*[.;:\s]\W*(?:motion |vote )?(?:was )?(?:defeated|lost|not carried|withdrawn)\W*$", re.I | re.S
)


def _is_advised(wording: AnnotatedText, n: int) -> bool:
    """Whether a noun is what is only recommended or to come: "Approval recommended", "recommended for refusal"."""
    around = (*wording.tokens[max(0, n - 2) : n], *wording.tokens[n + 1 : n + 2])
    if wording.tokens[n].low.endswith("al") and _TO_COME.match(
        wording.text, wording.tokens[n].end, wording.tokens[n].end + 60
    ):
        return True  # "with approval to come next year"
    return wording.tokens[n].low.endswith("al") and any(token.low.startswith("recommend") for token in around)


_TO_COME = re.compile(r"[^.;,]*\b(?:to (?:come|follow|be (?:given|sought))|awaited|pending|outstanding)\b", re.I)


def _is_for(wording: AnnotatedText, n: int) -> bool:
    """Whether a noun is what something is made for ("for consideration and approval")."""
    before = [token.low for token in wording.tokens[max(0, n - 4) : n]]
    return wording.tokens[n].low.endswith(("al", "ion", "ment")) and "for" in before and "the" not in before


def is_moved(wording: AnnotatedText, n: int) -> bool:
    """Whether a word is what somebody moved, proposed or asked should "be" done, and nobody agreed in the same sentence."""
    if not n or wording.tokens[n - 1].low != "be":
        return False
    for at in range(n - 2, -1, -1):
        token = wording.tokens[at]
        if (token.kind is TokenKind.BREAK and token.boundary >= 0.8) or _DEEDS.get(token.stem) is DecisionAct.DECIDED:
            return False
        if _DEEDS.get(token.stem) is DecisionAct.PROPOSED or token.low in ("moved", "motion", "amendment"):
            return True
    return False


def _idle(wording: AnnotatedText, n: int) -> bool:
    """Whether "carried", "passed" or "lost" is no vote: "carried out", "passed on", a text without a motion."""
    if wording.tokens[n].stem in ("lose", "lost", "defeat"):
        return not _MATTER.search(wording.text)
    if wording.tokens[n].stem == _ADOPT and (
        wording.tokens[n].low not in ("adopted", "adopts", "adopt") or _CHILDREN.search(wording.text)
    ):
        return True  # of children
    if wording.tokens[n].low in ("award", "grant"):
        return n == 0 or wording.tokens[n - 1].low not in _BEFORE_A_VERB
    if wording.tokens[n].stem not in ("carri", "pass"):
        return False
    after = wording.tokens[n + 1].low if n + 1 < len(wording.tokens) else ""
    return after in ("out", "forward", "on", "over", "through", "to") or not _MATTER.search(wording.text)


_BEFORE_A_VERB = frozenset("to will would shall should may can and or that we council committee board cabinet".split())
_ADOPT = stem_of("adopt")
_CHILDREN = re.compile(r"\b(?:child\w*|adopters?|famil\w+|sibling\w*)\b", re.I)
_FORMAL = frozenset(map(stem_of, "revoke suspend cancel quash overturn dissolve abolish impose".split()))


def is_formal(wording: AnnotatedText, n: int) -> bool:
    """Whether a word is a formal act that no other word stands for: revoked, suspended, quashed."""
    return wording.tokens[n].stem in _FORMAL


def is_generic(wording: AnnotatedText, n: int) -> bool:
    """Whether a deciding word only opens what was decided ("resolved that the item be deferred")."""
    return wording.tokens[n].stem in _GENERIC


def is_firm(wording: AnnotatedText, n: int) -> bool:
    """Whether a word of the sentence by itself tells a formal act ("approved", not "agreed with")."""
    token = wording.tokens[n]
    return token.stem not in _SOFT or (
        n + 1 < len(wording.tokens) and wording.tokens[n + 1].low in ("to", "that", "the", "a")
    )


def proposes(wording: AnnotatedText) -> bool:
    """Whether the text says of itself that it proposes, asks or plans."""
    return any(
        _DEEDS.get(token.stem) is DecisionAct.PROPOSED
        or token.low in ("would", "motion", "amendment", "planned", "plans")
        for token in wording.tokens
    )


def undecided(statuses: Collection[str]) -> bool:
    """Whether every paragraph only proposes: nothing resolved may rest on these."""
    return bool(statuses) and all(status in NOT_DECIDED for status in statuses)


def _recommended(wording: AnnotatedText, n: int) -> bool:
    """Whether a word stands in a list of what is recommended ("It is recommended that the Board: (a) notes; (b) approves")."""
    if not wording.tokens[n].low.endswith(("e", "es", "s", "t", "y")) or wording.tokens[n].low in PAST:
        return False  # "approved" tells of the past
    for at in range(n - 1, -1, -1):
        token = wording.tokens[at]
        if token.text in ".!?" and token.kind is TokenKind.BREAK and token.boundary >= 1.0:
            return False
        if token.low in (
            "moved",
            "seconded",
            "recommended",
            "recommends",
            "recommend",
            "invited",
            "asked",
            "requested",
            "proposed",
            "recommendations",
        ):
            return True
    return False


def _leads_to(wording: AnnotatedText, start: int, n: int) -> bool:
    """Whether a "to" governs the word: "to approve", "to be approved", "to note and approve"."""
    between = wording.tokens[start + 1 : n]
    return all(
        token.low in ("be", "have", "been", "and", "or", "formally", "then") or token.stem in _DEEDS
        for token in between
    )


def _unreal(wording: AnnotatedText, n: int) -> bool:
    """Whether a "to", "will", "if" or "recommend" before the word in its clause makes it a thing not done."""
    for at in range(n - 1, max(-1, n - 6), -1):
        token = wording.tokens[at]
        if token.boundary >= 0.5 and token.low != "to" and token.kind is not TokenKind.FIGURE:
            return False
        if token.low == "to" and not _leads_to(wording, at, n):
            continue
        if _DEEDS.get(token.stem) is DecisionAct.PROPOSED and wording.tokens[n - 1].low in ("was", "were"):
            continue  # "the request was refused"
        if token.low in _UNREAL or token.low.endswith("n't"):
            return not (token.low in ("when", "once", "until", "before") and at < n - 4)
        if _DEEDS.get(token.stem) is DecisionAct.DECIDED:
            return False
    return False
