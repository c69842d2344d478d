"""What a meeting decides with nobody named as its mover: "RESOLVED", "it was agreed that", "all members approved it". Pure."""

import re

from corpus.dates import MONTHS
from corpus.motions.people import NAME
from corpus.text_probe import says_any

_BODIES = r"(?:[Bb]oard|[Cc]ouncil|[Cc]ommittee) [Mm]embers|[Cc]ouncill?ors|[Cc]llrs|[Cc]ouncil ?members|[Mm]embers|[Tt]rustees|[Dd]irectors|[Cc]ommissioners|[Ss]upervisors|[Aa]ldermen|[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Cc]abinet|[Cc]ommission|[Mm]eeting"
BODY = rf"\b(?:[Aa]ll (?:(?:of )?the )?|[Bb]oth |[Tt]he (?:remainder|rest|majority) of the |[Aa] majority of (?:the )?)?(?:[Tt]he )?(?:{_BODIES})(?: present| in attendance)?\b|\b(?:[Aa]ll|[Ee]veryone|[Tt]hose)(?: those)? present\b"
_ADVERBS = r"(?:(?:unanimously|also|then|therefore|all|duly|both|further|fully),? )*"
_HOW = r"(?:,? unanimously|,? therefore|,? in princip(?:le|al)|,? by (?:all )?(?:the )?(?:[Cc]ouncill?ors|[Cc]llrs|[Mm]embers|[Tt]rustees|[Dd]irectors|[Bb]oard|[Cc]ommittee|[Cc]ouncil)(?: present)?|,? by (?:a )?(?:\w+ )?(?:majority|vote|consensus|acclamation|show of hands),?)*"
_CLAUSE = r"(?= (?:the|this|these|those|it|its|their|we|they|an?|all|both|not|[A-Z£\d])\b| £)"
_RESOLVED = re.compile(
    r"\bRESOLVED\b(?<!(?i:be it) RESOLVED)(?<!(?:FURTHER|further) RESOLVED)|\bPENDERFYNWYD\b|^(?:\W|\d+\s+)*(?:It was )?(?:[Uu]nanimously )?(?:Resolved|resolved)\b|\b(?:it was|was) (?:unanimously |therefore )?(?:resolved|RESOLVED|AGREED)\b"
    rf"|(?:{BODY})(?: had)? (?:then |unanimously )?voted\b(?! (?:against|on|no\b|down))[^.;:]{{0,40}}?(?=\b(?:that|to|not to)\b)|\band (?:was |it was )?(?:unanimously )?(?:resolved|agreed)\b(?=:?\s*[\"“]?(?:that|to)\b)|\bunanimously resolved\b"
)
_AGREED = re.compile(
    r"^(?:\W|\d+\s+)*(?:It was |Also )?(?:unanimously |also |then )*(?:AGREED|Agreed|agreed|DECIDED|Decided|decided|APPROVED|approved)(?:\s*:)?(?= (?:to|that)\b)"
    rf"|(?:\b[Ii]t was|{BODY})(?:(?<=s) have)? {_ADVERBS}(?:agreed|AGREED|decided){_HOW}(?=:| to\b| that\b| not to\b)"
)
# In running prose: what is decided is a thing, or a clause without "that".
_IN_PROSE = re.compile(
    rf"\b[Ii]t was {_ADVERBS}(?:agreed|decided){_HOW}{_CLAUSE}"
    rf"|(?:{BODY}) {_ADVERBS}(?:agreed|approved|accepted|adopted|endorsed|ratified|decided)(?: and signed)?{_HOW}(?: a motion(?= to\b| that\b)|(?: (?:with|on))?{_CLAUSE})"
    rf"|(?:{BODY}) (?:was|were) {_ADVERBS}in (?:full |unanimous |complete |general )?(?:agreement|favou?r)(?: (?:with|of))?(?: (?=that\b|to\b)|{_CLAUSE})"
)
_UNDER = re.compile(
    r"\b(?:if|whether|that|until|unless|before|once|when|where|since|because|as|which|after|should|would)\s+$", re.I
)
_SPEAKS = re.compile(
    r"\b(?:said|says|stated|shared|explained|reported|noted|advised|commented|pointed out|recalled|reminded|felt|thought|believed|hoped|asked|wondered|clarified|told)\b",
    re.I,
)
_CLAUSES = re.compile(r"\b(?:and|but)\b")
_JOINED = re.compile(r"(?:\b(?:and|but|so)|[,;])\s*$")
_ELSEWHEN = re.compile(
    r"\b(?:last|previous|earlier|former) (?:meeting|year|month|week|council)\b|\bpreviously\b|\bearlier in the year\b|\bago\b",
    re.I,
)
_OPINION = re.compile(
    r"^(?:(?!\b(?:and (?:the|it|they|this|we)|but|which|who|that|would|should|will|could|be)\b)[^.,;:]){0,80}?\b(?:was|were|is|are|had|has)\b"
)
_ACTS = re.compile(
    rf"^(?:{NAME}|[Tt]he [Cc]lerk)\s+(?:explained|said|stated|reported|advised|informed|confirmed|attended|noted|asked)\b"
)
_ANOTHER = re.compile(
    rf",?\s+(?:but|and) (?=(?:{BODY}) (?:had |have |has |then |also )?{_ADVERBS}(?:voted|agreed|resolved|decided)\b)"
)
_ASKS = re.compile(rf"\b(?:asked|invited|requested|urged) (?:(?:{BODY})|for) (?:to|if|whether)\b")
_TAKES_UP = r"(?:discuss(?:ed)?|consider(?:ed)?|re-?visit(?:ed)?|re-?agenda(?:ed)?|defer(?:red)?|postpone[d]?|(?:bring|brought) (?:it |this )?back|carr(?:y|ied) (?:it |this )?(?:over|forward)|(?:take|taken) up|held over|decided)"
_LATER = rf"(?:(?:next|following|future|later|subsequent)\b (?:[\w'’]+ ){{0,2}}(?:meeting|agenda|agm|session|month|year|date|stage)|new year|{'|'.join(MONTHS)})\b"
_PUT_OFF = re.compile(
    rf"\b{_TAKES_UP}\b[^.;:]{{0,40}}?\b(?:at|to|for|until|till|in|on)(?: time for)? (?:the |our |an? |its )?{_LATER}",
    re.I,
)
_TO_BE_TAKEN_UP = re.compile(
    rf"\b(?:this|it|which|the (?:matter|item|proposal|decision))\b (?:would|will|should|was to|is to) be {_TAKES_UP}\b[^.;:]{{0,60}}\b{_LATER}",
    re.I,
)
_MATTER_PUT_OFF = re.compile(
    r"^(?:(?:an?|any|the|this|that|further|final) ){0,2}(?:decision|item|matter|discussion|consideration|report|paper|application|request|question)\b[^.;:]{0,60}? (?:was|were|is|has been) (?:\w+ )?(?:deferred|postponed|put (?:off|on hold)|held over|carried (?:over|forward))\b",
    re.I,
)
_DECIDING_SAID = (
    "resolved",
    "penderfynwyd",
    "agree",
    "decided",
    "approved",
    "voted",
    "accepted",
    "adopted",
    "endorsed",
    "ratified",
    "in favo",
)
_ASKING, _PUTTING_OFF = (
    ("asked", "invited", "requested", "urged"),
    ("next", "following", "future", "later", "subsequent", "new year", *MONTHS),
)


_FIRST = 40  # letters within which a decision says what is first of all decided


def is_resolved(text: str) -> re.Match[str] | None:
    """The words of a sentence that say that the meeting decides, before what was decided; None where they say no such thing.

    What stands in a clause that only tells of a decision ("asked whether members agreed"), and what a person who speaks
    agrees to do, is no decision of the meeting.
    """
    if not says_any(text, _DECIDING_SAID):
        return None
    found = _RESOLVED.search(text)
    if found is not None:
        return None if found[0].startswith(("and agreed", "and resolved")) and _ACTS.match(text) else found
    found = _AGREED.search(text) or _IN_PROSE.search(text)
    return found if found is not None and _is_of_the_meeting(text, found) else None


def _is_of_the_meeting(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence tells a decision of this meeting: no report of another, no question, no opinion that is shared."""
    before, behind = text[: found.start()], text[found.end() :]
    if _UNDER.search(before) or _ELSEWHEN.search(_CLAUSES.split(before)[-1]):
        return False
    if found.re is _AGREED:
        return not _SPEAKS.search(before) or _JOINED.search(before) is not None
    return not (_SPEAKS.search(before) or _OPINION.match(behind))


def names_a_thing(resolved: re.Match[str]) -> bool:
    """Whether what was decided may be only named behind these words ("approved the form", "agreed with this")."""
    return resolved.re is _IN_PROSE


def other_decision(text: str, resolved: re.Match[str]) -> re.Match[str] | None:
    """What joins a second decision of the same sentence to the first ("... but the Board had voted not to ..."); None else."""
    return _ANOTHER.search(text, resolved.end())


def asks_to_decide(text: str) -> bool:
    """Whether a sentence asks the meeting to decide something."""
    return says_any(text, _ASKING) and _ASKS.search(text) is not None


def puts_off(words: str) -> bool:
    """Whether what was decided is first of all to take a matter up at another meeting."""
    found = _PUT_OFF.search(words) if says_any(words, _PUTTING_OFF) else None
    return found is not None and found.start() < _FIRST


def is_to_be_taken_up(text: str) -> bool:
    """Whether a sentence says of what it proposes that another meeting will take it up."""
    return says_any(text, _PUTTING_OFF) and _TO_BE_TAKEN_UP.search(text) is not None


def is_put_off(text: str) -> bool:
    """Whether a sentence says no more than that its minute's matter is put off."""
    begins = _PUT_OFF.match(text) if says_any(text, _PUTTING_OFF) else None
    return begins is not None or _MATTER_PUT_OFF.match(text) is not None
