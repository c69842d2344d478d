"""What a text says was decided: resolved, noted, deferred, refused, withdrawn, recommended. Pure."""

import re
from collections.abc import Collection

from assistant.wording import Sort, Wording, stem_of
from corpus.models import Status

_VERBS = {
    "decided": "resolve agree approve adopt ratify award endorse authorise grant accept appoint carry sanction pass decide confirm uphold "
    "approval agreement authorisation",
    "noted": "note",
    "deferred": "defer postpone adjourn deferral postponement",
    "refused": "reject refuse lose dismiss refusal rejection unsuccessful defeat decline",
    "withdrawn": "withdraw withdrawal",
    "proposed": "recommend propose request invite ask suggest seek recommendation proposal move urge",
}
_CLASS = {stem_of(word): name for name, words in _VERBS.items() for word in words.split()}
_SOFT = frozenset(map(stem_of, "confirm accept pass carry appoint grant agreement award decline".split()))
_PHRASES = (
    ("decided", re.compile(r"\b(?:signed off|gave (?:its|their|the) (?:approval|agreement|consent|go[- ]ahead|backing)|green light|went ahead|voted (?:in favour|to)|went through|backed)\b", re.I)),
    ("deferred", re.compile(r"\b(?:put off|put back|pushed back|held over|put on hold)\b", re.I)),
    ("refused", re.compile(r"\b(?:turned? down|voted down|threw out|thrown out|knocked back|fell|not (?:agreed|approved|carried|supported|adopted|upheld))\b", re.I)),
    ("withdrawn", re.compile(r"\b(?:pulled|taken off the agenda)\b", re.I)),
)  # fmt: skip
_UNREAL = frozenset(
    "to will would shall should may might could can if whether not never nor unless until once when before aim intend plan propose "
    "recommend invite ask request seek expect hope suggest urge want due subject pending for".split()
)
_UNREAL_STEMS = frozenset(map(stem_of, _UNREAL))
_OPENS = re.compile(r"^\W*(?:\d[\d.]*\W+)?(?:(?:it was\s+)?(?:unanimously\s+)?(?:resolved|agreed|approved|decision|decided|ordered))\b", re.I)
_THAT = re.compile(r"^\W*(?:\(?[\da-z]{1,4}[.)]?\W+)*that\b", re.I)
_THAT_DONE = re.compile(r"^\W*(?:\(?[\da-z]{1,4}[.)]?\W+)*that\s+(?:the\s+)?(?:\w+\s+){1,6}?(?:\w+ed|was|were|had)\b", re.I)

NOT_DECIDED: frozenset[str] = frozenset(
    {Status.RECOMMENDATION, Status.MOTION, Status.AMENDMENT, Status.AMENDMENT_LOST, Status.PLANNED, Status.QUESTION}
)


def recommends(text: str) -> bool:
    """Whether a paragraph is a recommendation by its form: "That the Cabinet agrees ..." without a resolving word."""
    return bool(_THAT.match(text)) and not _THAT_DONE.match(text)


def decisions(wording: Wording) -> dict[int, str]:
    """Position of each word that tells a decision as taken, and its class; "to approve" and "if approved" are not."""
    opened = bool(_OPENS.match(wording.text))
    found: dict[int, str] = {}
    for n, token in enumerate(wording.tokens):
        name = _CLASS.get(token.stem) if token.sort in (Sort.WORD, Sort.NAME) else None
        if name and (opened or not _unreal(wording, n)):
            found[n] = name
    for name, pattern in _PHRASES:
        for match in pattern.finditer(wording.text):
            at = next((n for n, token in enumerate(wording.tokens) if token.start >= match.start() and token.sort is not Sort.STOP), None)
            if at is not None and (name != "decided" or not _unreal(wording, at)):
                found[at] = name
    return found


def firm(wording: Wording, found: dict[int, str]) -> list[int]:
    """Positions of the words that say that something was decided, the ambiguous ones ("confirm", "pass") left out."""
    return [n for n, name in found.items() if name == "decided" and wording.tokens[n].stem not in _SOFT]


def proposes(wording: Wording) -> bool:
    """Whether the text says of itself that it proposes, asks or plans."""
    return any(_CLASS.get(token.stem) == "proposed" or token.stem in ("plan", "intend", "would", "motion", "amend") for token in wording.tokens)


def undecided(statuses: Collection[str]) -> bool:
    """Whether every paragraph only proposes: nothing resolved may rest on these."""
    return bool(statuses) and all(status in NOT_DECIDED for status in statuses)


def _unreal(wording: Wording, n: int) -> bool:
    """Whether a "to", "will", "if" or "recommend" before the word in its clause makes it a thing not done."""
    for at in range(n - 1, max(-1, n - 6), -1):
        token = wording.tokens[at]
        if token.cost >= 0.5 and token.low != "to" and token.sort is not Sort.FIGURE:
            return False
        if token.low in _UNREAL or token.stem in _UNREAL_STEMS or token.low.endswith("n't"):
            return not (token.low in ("when", "once", "until", "before", "for") and at < n - 4)
        if _CLASS.get(token.stem) == "decided":
            return False
    return False
