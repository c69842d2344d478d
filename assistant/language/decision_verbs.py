"""What a text says was decided: resolved, noted, deferred, refused, withdrawn, recommended."""

import re
from enum import StrEnum

from assistant.language.annotated import AnnotatedText, Token, TokenKind, read_once
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


NOT_DECIDED: frozenset[str] = frozenset(
    {Status.RECOMMENDATION, Status.MOTION, Status.AMENDMENT, Status.AMENDMENT_LOST, Status.PLANNED, Status.QUESTION}
)

_VERBS = {
    DecisionAct.DECIDED: "resolve agree approve adopt ratify award endorse authorise grant sanction decide uphold approval authorisation carry pass",
    DecisionAct.NOTED: "note",
    DecisionAct.DEFERRED: "defer postpone adjourn deferral postponement",
    DecisionAct.REFUSED: "reject refuse lose lost dismiss refusal rejection defeat",
    DecisionAct.WITHDRAWN: "withdraw withdrawal rescind",
    DecisionAct.PROPOSED: "recommend propose request invite ask suggest seek recommendation proposal urge",
}
_ACTS = {stem_of(word): act for act, words in _VERBS.items() for word in words.split()}
_GENERIC = frozenset(map(stem_of, "resolve agree decide".split()))
_SOFT = frozenset(map(stem_of, "sanction agree decide".split()))
_FORMAL = frozenset(map(stem_of, "revoke suspend cancel quash overturn dissolve abolish impose".split()))
_LOSING = ("lose", "lost", "defeat")
_ADOPT = stem_of("adopt")
_CARRYING = ("carri", "pass")  # stems
_PHRASES = (
    (DecisionAct.DECIDED, re.compile(r"\b(?:signed off|gave (?:its|their|the) (?:approval|agreement|consent|go[- ]ahead|backing)|green light|(?:given|got) (?:the )?(?:go[- ]ahead|permission|consent|approval)|went ahead|voted to|went through(?= (?:unanimously|on|by)\b|[.,;]|$))\b", re.I)),
    (DecisionAct.DEFERRED, re.compile(r"\b(?:put off|put back|pushed back|held over|put on hold)\b", re.I)),
    (DecisionAct.REFUSED, re.compile(r"\b(?:turn(?:s|ed|ing)? (?:\w+ ){0,3}down|voted down|threw out|thrown out|knocked back|fell(?= and|[.,;]|$)|not (?:agreed|approved|carried|supported|adopted|upheld|accepted)|did not (?:accept|agree|approve|support|adopt|uphold))\b", re.I)),
    (DecisionAct.WITHDRAWN, re.compile(r"\b(?:pulled|taken off the agenda)\b", re.I)),
)  # fmt: skip

_MATTER = re.compile(r"\b(?:motion|amendment|resolution|proposal|vote|recommendation|item|report|minutes)\b", re.I)
_CHILDREN = re.compile(r"\b(?:child\w*|adopters?|famil\w+|sibling\w*)\b", re.I)
_NUMBER = r"^\W*(?:\(?(?:\d[\d.]*|[a-z]|[ivx]+)[.)]?\W+)*"
_OPENS = re.compile(
    _NUMBER + r"(?:(?:it was\s+)?(?:unanimously\s+)?(?:resolved|agreed|approved|decision|decided|ordered))\b", re.I
)
_THAT = re.compile(_NUMBER + r"that\b", re.I)
_THAT_DONE = re.compile(_NUMBER + r"that\s+(?:the\s+)?(?:\w+\s+){1,6}?(?:\w+ed|was|were|had)\b", re.I)
_CARRIED = re.compile(
    r"[.;:\s]\W*(?:motion |vote )?(?:was )?(?:carried|adopted|agreed|passed)(?: unanimously)?\W*$", re.I
)
_THAT_LOST = re.compile(
    r"\bTHAT\b.*[.;:\s]\W*(?:motion |vote )?(?:was )?(?:defeated|lost|not carried|withdrawn)\W*$", re.I | re.S
)
_TO_COME = re.compile(r"[^.;,]*\b(?:to (?:come|follow|be (?:given|sought))|awaited|pending|outstanding)\b", re.I)

_UNREAL = frozenset(
    "to will would shall should may might could can cannot if whether not never nor unless until once when before subject pending due "
    "consider considers considered aims aimed intend intends intended planned proposes proposed recommend recommends recommended invite "
    "invites invited ask asks asked request requests requested seek seeks sought expect expects expected hope hopes hoped suggest "
    "suggests suggested urge urges urged wants wanted explore exploring need needs needed require requires requiring without".split()
)
_LATER = frozenset(("when", "once", "until", "before"))
_BEFORE_A_VERB = frozenset("to will would shall should may can and or that we council committee board cabinet".split())
_BEHIND_CARRIED = frozenset(("out", "forward", "on", "over", "through", "to"))
_PROPOSING = frozenset(("would", "motion", "amendment", "planned", "plans"))
_MOVED = frozenset(("moved", "motion", "amendment"))
_OPENS_A_LIST = frozenset(
    "moved seconded recommended recommends recommend invited asked requested proposed recommendations".split()
)
_BETWEEN_TO_AND_VERB = frozenset(("be", "have", "been", "and", "or", "formally", "then"))
_NOUN_ENDINGS = ("al", "ion", "ment")
_VERB_ENDINGS = ("e", "es", "s", "t", "y")

_REACH = 5  # tokens before a verb in which a "to" or "if" makes it a thing not done
_REACH_OF_LATER = 4
_ENDS_CLAUSE, _ENDS_PART, _ENDS_SENTENCE = 0.5, 0.8, 1.0


@read_once
def deeds(text: AnnotatedText) -> dict[int, DecisionAct]:
    """Return what was done with a matter by the position of each word that tells it."""
    found: dict[int, DecisionAct] = {}
    opened = bool(_OPENS.match(text.text))
    for i, token in enumerate(text.tokens):
        act = _ACTS.get(token.stem) if token.kind in (TokenKind.WORD, TokenKind.NAME) else None
        if act and not _is_idle(text, i):
            real = opened or act is DecisionAct.PROPOSED or not _is_not_done(text, i)
            found[i] = act if real else DecisionAct.IRREALIS
    for act, pattern in _PHRASES:
        for match in pattern.finditer(text.text):
            place = _first_telling(text, match.start())
            if place is not None:
                not_done = act is DecisionAct.DECIDED and _is_unreal(text, place)
                found[place] = DecisionAct.IRREALIS if not_done else act
    if _THAT_LOST.search(text.text):
        return {i: DecisionAct.IRREALIS if act is DecisionAct.DECIDED else act for i, act in found.items()}
    return found


def _first_telling(text: AnnotatedText, start: int) -> int | None:
    """Return the position of the first token from a character on that is no stop word."""
    return next(
        (i for i, token in enumerate(text.tokens) if token.start >= start and token.kind is not TokenKind.STOP), None
    )


def _is_not_done(text: AnnotatedText, i: int) -> bool:
    """Whether a deciding word tells of what is only wanted, supposed or to come."""
    return (
        _is_unreal(text, i)
        or _is_for(text, i)
        or is_moved(text, i)
        or text.tokens[i].low.endswith("ing")
        or _is_recommended(text, i)
        or _is_advised(text, i)
    )


def _is_advised(text: AnnotatedText, i: int) -> bool:
    """Whether a noun is what is only recommended or to come: "Approval recommended", "with approval to come next year"."""
    token = text.tokens[i]
    if not token.low.endswith("al"):
        return False
    around = (*text.tokens[max(0, i - 2) : i], *text.tokens[i + 1 : i + 2])
    return bool(_TO_COME.match(text.text, token.end, token.end + 60)) or any(
        other.low.startswith("recommend") for other in around
    )


def _is_for(text: AnnotatedText, i: int) -> bool:
    """Whether a noun is what something is made for ("for consideration and approval")."""
    before = [token.low for token in text.tokens[max(0, i - 4) : i]]
    return text.tokens[i].low.endswith(_NOUN_ENDINGS) and "for" in before and "the" not in before


def is_moved(text: AnnotatedText, i: int) -> bool:
    """Whether a word is what somebody moved, proposed or asked should "be" done, and nobody agreed in the same sentence."""
    if not i or text.tokens[i - 1].low != "be":
        return False
    for j in range(i - 2, -1, -1):
        token = text.tokens[j]
        act = _ACTS.get(token.stem)
        if (token.kind is TokenKind.BREAK and token.boundary >= _ENDS_PART) or act is DecisionAct.DECIDED:
            return False
        if act is DecisionAct.PROPOSED or token.low in _MOVED:
            return True
    return False


def _is_idle(text: AnnotatedText, i: int) -> bool:
    """Whether a word tells no decision: "carried out", "passed on", "lost" in a text without a motion, adopted children."""
    token = text.tokens[i]
    if token.stem in _LOSING:
        return not _MATTER.search(text.text)
    if token.stem == _ADOPT and (token.low not in ("adopted", "adopts", "adopt") or _CHILDREN.search(text.text)):
        return True
    if token.low in ("award", "grant"):
        return i == 0 or text.tokens[i - 1].low not in _BEFORE_A_VERB
    if token.stem not in _CARRYING:
        return False
    after = text.tokens[i + 1].low if i + 1 < len(text.tokens) else ""
    return after in _BEHIND_CARRIED or not _MATTER.search(text.text)


def is_formal(text: AnnotatedText, i: int) -> bool:
    """Whether a word is a formal act that no other word stands for: revoked, suspended, quashed."""
    return text.tokens[i].stem in _FORMAL


def proposes(text: AnnotatedText) -> bool:
    """Whether the text says of itself that it proposes, asks or plans."""
    return any(_ACTS.get(token.stem) is DecisionAct.PROPOSED or token.low in _PROPOSING for token in text.tokens)


def _is_recommended(text: AnnotatedText, i: int) -> bool:
    """Whether a word stands in a list of what is recommended ("It is recommended that the Board: (a) notes; (b) approves").

    "Approved" tells of the past and is none.
    """
    word = text.tokens[i].low
    if not word.endswith(_VERB_ENDINGS) or word in PAST:
        return False
    for j in range(i - 1, -1, -1):
        token = text.tokens[j]
        if token.text in ".!?" and token.kind is TokenKind.BREAK and token.boundary >= _ENDS_SENTENCE:
            return False
        if token.low in _OPENS_A_LIST:
            return True
    return False


def _leads_to(text: AnnotatedText, i: int, j: int) -> bool:
    """Whether a "to" governs the word behind it: "to approve", "to be approved", "to note and approve"."""
    return all(token.low in _BETWEEN_TO_AND_VERB or token.stem in _ACTS for token in text.tokens[i + 1 : j])


def _is_unreal(text: AnnotatedText, i: int) -> bool:
    """Whether a "to", "will", "if" or "recommend" before the word in its clause makes it a thing not done."""
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        token = text.tokens[j]
        if token.boundary >= _ENDS_CLAUSE and token.low != "to" and token.kind is not TokenKind.FIGURE:
            return False
        if token.low == "to" and not _leads_to(text, j, i):
            continue
        if _is_what_was_asked(text, token, i):
            continue
        if token.low in _UNREAL or token.low.endswith("n't"):
            return not (token.low in _LATER and j < i - _REACH_OF_LATER)
        if _ACTS.get(token.stem) is DecisionAct.DECIDED:
            return False
    return False


def _is_what_was_asked(text: AnnotatedText, token: Token, i: int) -> bool:
    """Whether a proposal is what the word behind "was" is told of: "the request was refused"."""
    return _ACTS.get(token.stem) is DecisionAct.PROPOSED and text.tokens[i - 1].low in ("was", "were")
