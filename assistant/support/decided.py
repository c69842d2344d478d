"""Whether what is told as decided was decided: not only recommended, moved, planned, put off, withdrawn or lost. Pure.

A paragraph tells its outcome in its words, in what stands beside it or by its status. Where it tells none, a sentence may
call nothing decided that the paragraph only proposes.
"""

import re
from collections.abc import Iterator

from assistant.support.fault import Fault, Flaw
from assistant.support.source import ReadText, SourceText
from corpus.models import Status

UNDECIDED = frozenset({
    Status.RECOMMENDATION, Status.MOTION, Status.AMENDMENT, Status.AMENDMENT_LOST, Status.DEFERRED, Status.WITHDRAWN, Status.PLANNED,
})  # fmt: skip
_ACTIVE = r"agreed(?! (?:that|with)\b)|approved|adopted|resolved|authori[sz]ed|decided|passed|endorsed|awarded|ratified|granted|enacted|voted to"
_PASSIVE = r"agreed|approved|adopted|resolved|authori[sz]ed|carried|passed|endorsed|ratified|enacted"
_BODY = r"(?:council|board|committee|cabinet|panel|executive|members|councillors|leader|trust|authority|it|they)"
_TOLD = re.compile(
    rf"\b{_BODY}(?:'s \w+)? (?:has |have |had |then |also |unanimously |formally |itself )*(?P<verb>{_ACTIVE})\b"
    rf"|\b(?:was|were|is|are|has been|have been) (?:then |also |unanimously |formally )*(?P<passive>{_PASSIVE})\b",
    re.I,
)
# What a sentence tells as wished or open, before the verb; and what was decided only to be passed on, behind it.
_HELD_BACK = re.compile(
    r"\b(?:not|never|would|could|may|might|should|if|unless|until|once|when|to be|being|be|recommend\w*|propos\w*|ask(?:ed)?|moved|sought"
    r"|urged|whether)\b[^.;]*$",
    re.I,
)
_PASSED_ON = re.compile(r"[^.;]{0,30}\b(?:recommend|ask|refer|defer|withdraw|propose|consult|postpone)", re.I)
_BEFORE = 40  # characters before the verb in which it may be held back
_LOST_TOLD = re.compile(
    r"\b(?:lost|defeated|failed|rejected|thrown out|voted down|turned down|fell|negatived|not carried|refused)\b", re.I
)
_WON_GIVEN = re.compile(
    r"\b(?:agree[ds]?|approved|approves|adopted|adopts|resolved|resolves|authori[sz]e[ds]|decided|decision|passed|endorsed|awarded|ratified|accepted|granted"
    r"|enacted|carried|confirmed|signed off|voted|vote|appointed|supported|delegated|unanimous\w*|concurred|enactment|became law|in favour|in favor|concluded|settled"
    r"|backed|be it|by-?law (?:no|number)|read a (?:first|second|third)|noted|welcomed|considered)\b",
    re.I,
)
_LOST_GIVEN = re.compile(
    r"\b(?:motion|amendment|proposal|vote|resolution|recommendation)\b[^.;]{0,80}?\b(?P<so>lost|defeated|failed|rejected|negatived|not carried|voted down|not approved|fell)\b"
    r"|(?:^|[.;:\n])\s*(?P<alone>lost|defeated|failed|rejected|not carried)\b",
    re.I,
)
_NOT_CARRIED = re.compile(r"\bnot (?:be |been )?(?:carried|approved|agreed|adopted|passed|accepted)\b", re.I)
_CARRIED_GIVEN = re.compile(r"\b(?:carried|passed|agreed|adopted|approved|resolved|accepted)\b", re.I)
_PROPOSED = re.compile(
    r"\b(?:recommend\w*|propos\w*|made (?:the|a) motion|motion to|moved|seconded|is asked to|are asked to|be asked to|is requested to|draft|deferred|withdrawn"
    r"|tabled|to table|planned|plans? to|would|due to consider|feasibility|consider\w*|expected)\b",
    re.I,
)


def decision_faults(sentence: ReadText, source: SourceText) -> Iterator[Fault]:
    """Yield a fault where the sentence tells as decided, or as carried, what its paragraphs do not."""
    told = _told(sentence.text)
    words = source.text
    if told is None or _LOST_TOLD.search(sentence.text):
        return
    lost = _LOST_GIVEN.search(words)
    if lost and not _CARRIED_GIVEN.search(_NOT_CARRIED.sub(" ", words)):
        yield Fault(
            Flaw.STATUS, f"The paragraph tells that it was {(lost['so'] or lost['alone']).lower()}, not “{told}”"
        )
    elif source.statuses and UNDECIDED.issuperset(source.statuses):
        if not _CARRIED_GIVEN.search(words):
            yield Fault(Flaw.STATUS, f"The paragraph only proposes what the sentence tells as “{told}”")
    elif not _WON_GIVEN.search(words) and _PROPOSED.search(words):
        yield Fault(Flaw.STATUS, f"The paragraph only proposes what the sentence tells as “{told}”")


def _told(text: str) -> str | None:
    """Return the words that tell a decision as taken, or None."""
    for match in _TOLD.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not _HELD_BACK.search(before) and not _PASSED_ON.match(text, match.end()):
            return match["verb"] or match["passive"]
    return None
