"""What kind of statement a paragraph is: asked for, moved, lost, resolved, noted, said. Pure."""

import re

from corpus.models import PartKind, Status
from corpus.text_probe import says_any

_BODY = r"(?:the )?(?:board|committee|sub-committee|panel|cabinet|executive|council|full council|county council|members|meeting|forum|authority|it was|group|councillors)"
_RESOLVED = re.compile(
    r"^(?:\(?\d{1,2}[.)]\s*)?penderfynwyd\b|^(?:\(?(?:\d{1,3}(?:\.\d{1,3})+|\d{1,3}[.)]|[a-z][.)]|[ivx]+[.)])\)?\s*)?(?:it was )?(?:unanimously )?(?:resolved|agreed)\b(?!\s+to differ)|"
    rf"^(?:\d{{1,3}}(?:\.\d{{1,3}})*[.)]?\s+)?{_BODY}(?:,? (?:therefore|also|then|unanimously|subsequently|has|had|have|duly|with one voice))* (?:resolved|agreed|approved|endorsed|adopted|ratified|authorised|determined|delegated|elected|appointed)\b|"
    r"^(?:motion|substantive motion|resolution|amendment|recommendations?)?\s*(?:was )?(?:carried|adopted|approved|agreed)(?: unanimously| as amended)?\.?$|"
    r"^minutes (?:of|from)\b.{0,120}\b(?:were|was) (?:agreed|approved|confirmed|accepted)\b|"
    r"\bwas (?:unanimously )?(?:resolved|agreed) (?:that|to)\b|^[a-z][.)] (?:it was )?(?:resolved|agreed)\b|^(?:that|moved).{0,400}\b(?:carried|adopted)\.?$|^decision:?\s",
    re.I,
)
_RESOLVES = ["resolved", "penderfynwyd"]
_DECIDES = [  # every such paragraph has one
    *_RESOLVES,
    *("agreed", "approved", "endorsed", "adopted", "ratified", "authorised", "determined", "delegated", "elected"),
    *("appointed", "carried", "confirmed", "accepted", "decision"),
]
_NOTED = re.compile(
    rf"^(?:\(?\w{{1,3}}[.)]\s*)?(?:{_BODY} (?:also |then )?(?:noted|received and noted|undertook|took note)\b|noted\b)",
    re.I,
)
_RECOMMEND = re.compile(
    r"^(?:\(?\w{1,3}[.)]\s*)?(?:recommendations?\b\s*[:(]|(?:(?:officer|staff|administration)(?:[’']?s)?[’']? )?recommendations?\n|recommended\b|(?:it is|officers?|cabinet|members|council|the committee|the board|county council|full council)(?: is| are)? (?:therefore )?(?:recommended|asked|invited) (?:to|that)\b|(?:the )?(?:[\w&'’-]+ ){0,5}(?:board|committee|panel|cabinet|council|executive|forum|authority|trustees|governors|councillors|members) (?:is|are) (?:therefore |hereby )?(?:recommended|asked|invited|requested) (?:to|that)\b|recommendation\(s\))",
    re.I,
)
_LOST = re.compile(
    r"\b(?:amendment|motion|division)\b.{0,40}\b(?:was |were |is )?(?:declared )?(?:lost|not carried|fell|defeated|rejected|negatived|failed)\b|^(?:lost|not carried|defeated)\.?$|\bvote was lost\b",
    re.I,
)
_VOTING = ["vot", "against", "put"]  # so has every one that tells a vote, but for those that open with its counts
_LOSES = ["lost", "not carried", "fell", "defeated", "rejected", "negatived", "failed"]  # every such line has one
_DEFERRED = re.compile(
    rf"^(?:\d{{1,3}}[.)]\s+)?{_BODY} (?:\w+ )?deferred\b|"
    r"\b(?:be|was|were|is|item|matter|report|application|decision|consideration)\s+(?:\w+ ){0,3}deferred\b|^deferred\b|\bdeferred (?:to|until|pending)\b",
    re.I,
)
_WITHDRAWN = re.compile(
    r"\b(?:was|were|is|been|item|motion|report|amendment)\s+(?:\w+ ){0,2}withdrawn\b|^withdrawn\b", re.I
)
_AMENDMENT = re.compile(
    r"\bamendment\b(?: \w+)? (?:was|were|be|had been) (?:then |duly |formally )?(?:proposed|moved|tabled)\b|\b(?:proposed|moved|seconded)\b.{0,80}\b(?:following )?amendment\b|^(?:proposed )?amendment\b\s*(?:\d+|:|–|-|\(|by|from|to|moved|proposed)",
    re.I,
)
_MOTION = re.compile(
    r"\b(?:proposed|moved)\b.{0,120}\b(?:seconded)\b|^(?:motion|notice of motion)\b|\bfollowing motion\b", re.I
)
_OPENS_VOTE = re.compile(
    r"(?:for|against|abstain(?:ed|ing|tions?)?|in favour|those (?:for|against))\s*[(:–-]\s*\d*|\(?\d+\s*(?:votes? )?(?:for|in favour)[,;]?\s*\d+\s*against",
    re.I,
)
_VOTE = re.compile(r"\brecorded vote\b|\bthe voting was as follows\b", re.I)
_PUT = re.compile(
    r"\b(?:the )?voting was as follows\W*$|\b\d+ (?:votes? )?(?:for|in favour)[,;]?(?: and)? \d+ (?:votes? )?against\b",
    re.I,
)
_PUT_AND_TOLD = re.compile(
    r"\bput\b[^.;:]{0,30}\b(?:motion|amendment)\b[^.;:]{0,100}\b(?:carried|agreed|approved|passed|adopted|lost|defeated)(?: (?:unanimously|nem\.? con|by (?:a )?(?:show of hands|majority|general consent)|without (?:a )?(?:formal )?vote))?\.?$",
    re.I,
)  # "The Chair put the motion and it was agreed."
_ATTENDANCE = re.compile(
    r"^(?:present|presennol|sederunt|ymddiheuriadau|in attendance|also present|officers(?: present)?|apologies|committee members present|members present|portfolio holders?(?: present)?|attendees|absent|councillors? (?:present|circulated)|distribution)\b\s*[:\n(–-]?|^apologies (?:for absence )?(?:were|was|had been) received|\bapologies (?:for absence )?(?:from|were received)",
    re.I,
)
_DECLARATION = re.compile(
    r"\bdeclar(?:ed|ations?) (?:of |an? )?(?:\w+ ){0,4}interests?\b|^there were no declarations", re.I
)
_ACTION = re.compile(r"^(?:\*?action(?: point)?s?\b\s*(?:\d+\s*)?[:–-]|action by\b)", re.I)
_OPENS_RESOLVED = re.compile(r"^(?:\(?\w{1,4}[.)]\s*)?(?:it was )?(?:unanimously )?resolved\b", re.I)
_SHOUTS = re.compile(r"\bRESOLVED\b(?! matters?\b)|\bPENDERFYNWYD\b")  # in capitals a decision, wherever it stands
_THEN = re.compile(
    r"(?:(?<=[.;:!?] )|(?<=\n))(?:it was |the (?:council|committee|board|meeting) )?(?:unanimously )?resolved\b(?! matters?\b)(?=[:\s–-]*(?:that|to|unanimously)\b|\s*:)",
    re.I,
)  # a decision at the end of a paragraph
_MOVED = re.compile(r"^(?:that|moved|be it resolved|whereas)\b", re.I)
_MOVED_LINE = re.compile(
    r"^[\"“'‘]?(?:that|be it resolved)\b|^(?:(?:council )?(?:resolution|motion|decision)\b.{0,60}\n)?(?:moved|proposed)\b|^motion (?:by|to|was)\b",
    re.I | re.M,
)
_AND_AGREED = re.compile(
    r"\b(?:proposed|moved)\b.{0,120}?\bseconded\b.{0,120}?\b(?:(?:and|it was)(?: was)? (?:unanimously )?(?:agreed|resolved|carried)|all (?:were )?in favour)\b",
    re.I | re.S,
)
_COUNT = r"(?:\s*[(:,]?\s*(?:by )?\d{1,3}\s*(?:[-/:–]|to|votes? to)\s*\d{1,3}\)?)?"  # 3/1, 4-0
_ENDS_CARRIED = re.compile(rf"(?<!not )\b(?:carried|adopted|passed)(?: unanimously)?{_COUNT}\.?\s*$", re.I)
_ENDS_LOST = re.compile(rf"\b(?:defeated|lost|failed|not carried){_COUNT}\.?\s*$", re.I)
_ENDS_PAID = re.compile(r"\b(?:all )?(?:approved|agreed|authorised) for payment\.?\s*$", re.I)
_IS_DECISION = re.compile(
    r"^(?:the )?decisions?(?: (?:made|taken|agreed|details?))?\s*:?\s*(?:\n|$)", re.I
)  # no number, no taker
_RECOMMEND_SECTION = re.compile(r"\brecommendations?\b", re.I)
_REASONS = re.compile(r"reasons?\b", re.I)
_LABELLED_DECISION = re.compile(r"^decisions?(?: taken| made)?\s*:\s*\S", re.I)
_ANSWERS = re.compile(r"^(?:answer|reply|response)\b", re.I)
_RECOMMENDED = re.compile(r"^recommend(?:ation|ed)\w*\b", re.I)
_SHORT_DECISION = re.compile(r"^(?:all )?(?:approved|agreed|adopted|accepted)\b.{0,80}$", re.I)


def status_of(text: str, part: PartKind, section: str, intro: str, is_row: bool) -> Status:
    """The kind of statement that a paragraph is, from its words, its lead-in, its section and its part."""
    if part in {PartKind.FORWARD_PLAN, PartKind.WORK_PROGRAMME}:
        return Status.PLANNED
    if part is PartKind.TRACKER and is_row:
        return Status.ACTION
    if len(text) < 300 and is_lost(text[:200]) or _ends_lost(text) and _is_motion(text):
        return Status.AMENDMENT_LOST
    if is_vote(text) and not _OPENS_RESOLVED.match(text) and not (part is PartKind.MINUTES and _SHOUTS.search(text)):
        return Status.VOTE
    if part is PartKind.MINUTES:
        return _of_minutes(text, section, intro)
    if part is PartKind.DECISION_RECORD and _is_recorded_decision(text, section, intro):
        return Status.RESOLUTION
    if part is PartKind.QUESTIONS:
        return Status.ANSWER if _ANSWERS.match(section) else Status.QUESTION
    if part is PartKind.AMENDMENT:
        return Status.AMENDMENT
    if _RECOMMEND.match(text[:160]) or _RECOMMEND.match(intro[:160]) or _is_of_recommendations(section):
        return Status.RECOMMENDATION
    if part is PartKind.AGENDA and _ATTENDANCE.search(text[:60]):
        return Status.ATTENDANCE
    return Status.DISCUSSION


def _is_motion(text: str) -> bool:
    """Whether a paragraph prints a motion's own words, or a line that says who moved it."""
    return bool(_MOVED.match(text) or _MOVED_LINE.search(text))


def _is_recorded_decision(text: str, section: str, intro: str) -> bool:
    """Whether a paragraph of a record of decision is the decision: labelled so, or under that label or section."""
    return bool(_LABELLED_DECISION.match(text) or _IS_DECISION.search(f"{intro}\n{section}".strip()))


def _is_of_recommendations(section: str) -> bool:
    """Whether a section's title is "Recommendations" or the like, not the reasons for them."""
    return len(section) < 60 and bool(_RECOMMEND_SECTION.search(section)) and not _REASONS.search(section)


def _is_carried(text: str) -> bool:
    """Whether a motion printed in full ends with what became of it, or a list of payments with its approval."""
    if says_any(text[:400], ["seconded"]) and _AND_AGREED.search(text[:400]):
        return True
    return ends_carried(text) and _is_motion(text) or _ENDS_PAID.search(text[-80:]) is not None


def _of_minutes(text: str, section: str, intro: str) -> Status:
    """The kind of statement that a paragraph of minutes is."""
    head = text[:240].lower()
    if "amendment" in head and _AMENDMENT.search(text[:240]):
        return Status.AMENDMENT
    if "deferred" in head and _DEFERRED.search(text[:240]):
        return Status.DEFERRED
    if "withdrawn" in head and _WITHDRAWN.search(text[:140]) and not _is_carried(text):
        return Status.WITHDRAWN
    if _NOTED.match(text):
        return Status.NOTED
    if _is_resolved(text[:500]) or _is_resolved(intro[:200]) or _is_carried(text) or decisions_in(text):
        return Status.RESOLUTION
    opening = f"{intro}\n{text}"[:240] if intro else text[:240]
    if says_any(opening, ["motion", "seconded"]) and _MOTION.search(opening):
        return Status.MOTION
    if _RECOMMEND.match(text[:160]) or _RECOMMENDED.match(intro or section):
        return Status.RECOMMENDATION
    if _ACTION.match(text):
        return Status.ACTION
    if _ATTENDANCE.search(text[:120]):
        return Status.ATTENDANCE
    if _DECLARATION.search(text[:160]):
        return Status.DECLARATION
    return Status.DISCUSSION


def _is_resolved(text: str) -> bool:
    """Whether a paragraph says what was decided, by its first words or in the way of minutes."""
    return says_any(text, _DECIDES) and _RESOLVED.search(text) is not None


def decisions_in(text: str) -> list[re.Match[str]]:
    """Each word Resolved inside a paragraph that opens a sentence or stands in capitals, in order."""
    if not says_any(text, _RESOLVES):
        return []
    opening = list(_THEN.finditer(text))
    capitals = [
        shout
        for shout in _SHOUTS.finditer(text)
        if not any(match.start() <= shout.start() < match.end() for match in opening)
    ]
    return sorted([*opening, *capitals], key=re.Match.start)


def opens_motion(text: str) -> bool:
    """Whether a paragraph prints a motion's own words ("That we approve", "WHEREAS")."""
    return bool(_MOVED.match(text))


def ends_carried(text: str) -> bool:
    """Whether a paragraph ends with the outcome of the motion that it prints ("Carried.")."""
    return says_any(text[-80:], ["carried", "adopted", "passed"]) and bool(_ENDS_CARRIED.search(text[-80:]))


def _ends_lost(text: str) -> bool:
    """Whether a paragraph ends with that the motion which it prints was lost."""
    return says_any(text[-80:], _LOSES) and _ENDS_LOST.search(text[-80:]) is not None


def decides_shortly(words: str) -> bool:
    """Whether a minute's few words behind its title decide ("Approved and signed as correct.")."""
    return bool(_SHORT_DECISION.match(words))


def is_lost(text: str) -> bool:
    """Whether a line says that an amendment or motion was lost."""
    return len(text) < 300 and says_any(text, _LOSES) and bool(_LOST.search(text))


def is_vote(text: str) -> bool:
    """Whether a paragraph records votes."""
    head, tail = text[:120], text[-160:]
    if _OPENS_VOTE.match(head):
        return True
    return says_any(text, _VOTING) and bool(
        says_any(head, ["vot"])
        and _VOTE.search(head)
        or says_any(tail, ["voting", "against"])
        and _PUT.search(tail)
        or len(text) < 300
        and says_any(text, ["put"])
        and _PUT_AND_TOLD.search(text)
    )


def opens_amendment(text: str) -> bool:
    """Whether a paragraph proposes an amendment whose words follow."""
    return says_any(text[:240], ["amendment"]) and bool(_AMENDMENT.search(text[:240]))
