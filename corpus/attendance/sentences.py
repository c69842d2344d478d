"""People whom a sentence says to have been there, to have sent apologies, to have come or gone. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.attendance.names import people_in
from corpus.attendance.tables import Listed
from corpus.models import Capacity
from corpus.readers.people_labels import capacity_of, is_clear, label_of
from corpus.text_probe import says_any

_SHORT = re.compile(
    r"\b(Cllrs?|Crs?|Mr|Mrs|Ms|Dr|Hon|Rev|Revd|Sgt|St|Prof|Ald|Supt|Asst|Insp|Jr|Sr|No|Co|p\.m|a\.m|[A-Z])\."
)
_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z(“\"]|\d)|\n")
_PRESENCE = ["apolog", "present", "attend", "absent", "excused", "answer", "respond"]  # every such sentence has one
_CHAIRING = ["presid", "in the chair", "to order"]
_MOVING = [
    *(
        "arriv",
        "came in",
        "joined",
        "entered",
        "their seat",
        "his seat",
        "her seat",
        "left",
        "depart",
        "had to",
        "withdrew",
    ),
    *("retired", "excused", "gone off", "went off", "dropped off", "logged off", "return", "back", "re-"),
]
_WERE = r"(?:was|were|had been|have been|has been)"
_FROM = re.compile(
    rf"\bapolog(?:y|ies)(?: (?:for|of) (?:absence|lateness|inability to attend))?(?: {_WERE})?(?: (?:duly )?(?:received|submitted|noted|given|"
    r"tendered|recorded|accepted|intimated|made|reported|sent))?(?: and (?:accepted|noted))?,? (?:from|by|on behalf of|(?:for|of)(?! (?:absence|lateness|inability|non)))(?: the following(?: members)?)?:? (.+)",
    re.I,
)
_FROM_ALSO = re.compile(r"\bapolog(?:y|ies)\b.{0,80}\bthat for lateness from ([^.;]+)", re.I)
_SENT = re.compile(
    r"^(.+?),? (?:had |has |have )?(?:sent|gave|tendered|submitted|offered|given) (?:his |her |their )?apologies\b",
    re.I,
)
_PRESENT_WERE = re.compile(
    r"\b(?:present|in attendance|attending) (?:was|were)(?: the following(?: members)?)?:? (.+)"
    r"|\b(?:following|those)(?: [\w’'-]+){0,4}? (?:answer(?:ed|ing)|present|responded|attended|in attendance|attending)\b(?! (?:was|were))[^:.]{0,40}: ?(.+)",
    re.I,
)
_ABSENT_WERE = re.compile(r"\b(?:absent|excused) (?:was|were)(?: the following(?: members)?)?:? (.+)", re.I)
_ALSO = re.compile(
    r"\b(?:also|others?|staff|officers?) (?:present|in attendance|attending)(?: (?:was|were))?:? (.+)", re.I
)
_SUBJECT_WAS = re.compile(
    r"^(.+?) (?:was|were) (also |both |all |duly )?(present|in attendance|absent|excused)\b(?!.{0,30}\b(?:vote|motion)\b)",
    re.I,
)
_PRESIDES = re.compile(
    r"(?:^|[,;] |\bwith )([^,;]{4,60}?),? (?:presid(?:ing|ed)|(?:was )?in the chair|called (?:the|this) (?:[\w ]+ )?to order)\b",
    re.I,
)
_STANDS_IN = re.compile(
    r"(?:^|[,;] )((?:[A-ZÀ-Þ][\w’'.-]*\s+){1,4}?[A-ZÀ-Þ][\w’'-]+) (?:then |accordingly |therefore )?"
    r"(?:(?P<chaired>chaired (?:this|the) meeting)|took the chair)\b",
)
_VOTES = re.compile(r"\b(?:ayes?|nays?|noes|yeas?|for|against|in favou?r|opposed|abstain\w*)\s*[:(–-]", re.I)
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?)"
_PERSON = r"((?:[A-ZÀ-Þ][\w’'.-]*\s+){0,4}[A-ZÀ-Þ][\w’'-]+)"
_CAME = re.compile(
    rf"{_PERSON} (?:then |had |also )?(?:arrived|came in\b|joined (?:the meeting|at \d)|entered the (?:meeting|chamber|council chamber)|took (?:his|her|their) seat at)"
)
_WENT = re.compile(
    rf"{_PERSON} (?:then |had |also )?(?:left|departed|had to (?:go|leave)|withdrew from the meeting|retired from the meeting|was excused from the meeting|had gone off|went off|dropped off|logged off|signed off)\b([^.;]*)"
)
_TOGETHER = re.compile(
    r"\b((?:Cllrs|Councillors|Councilors|Crs|Members|Commissioners|Trustees|Directors|Messrs) (?:[A-ZÀ-Þ][\w’'-]*,? )+and (?:[A-ZÀ-Þ][\w’'-]* )*?[A-ZÀ-Þ][\w’'-]+) "
    r"(?:arrived|joined the meeting|entered the meeting|left|departed)\b"
)
_SHE_WENT = re.compile(rf"\b(?:he|she|they) had to (?:go|leave)(?: the meeting)? (?:at|before) {_TIME}", re.I)
_POSSESSED = re.compile(r"\b([A-ZÀ-Þ][\w-]+)['’]s\b")
_BACK = re.compile(rf"{_PERSON} (?:then |had )?(?:returned|came back|rejoined|re-entered|re-joined)\b")
_NOT_BACK = re.compile(rf"{_PERSON} did not (?:come back|return|rejoin)\b")
_WHEN = re.compile(
    rf"\bat (?:about )?{_TIME}|\b(?:at|during) (?:this|the|item)\b|\blate\b|^\(?{_TIME}", re.I
)  # during the meeting
_FOR_GOOD = re.compile(
    rf"\b(?:at|before|after|during|by) (?:about )?(?:{_TIME}|this|the (?:above|end))|\bthe meeting\b", re.I
)
_ASIDE = re.compile(r"\b(?:table|room)\b", re.I)
_INTEREST = re.compile(  # who leaves for one item comes back
    r"\b(?:interests?|conflict|took no part|(?<!not )returned|came back|rejoined|re-entered|for (?:this|that|the) (?:item|vote|debate|discussion|duration)|"
    r"prejudicial|pecuniary)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Move:
    """That somebody came, left or came back while the meeting went on."""

    name: str
    kind: str  # "late", "left" or "back"


@lru_cache(128)  # a paragraph is asked for those who chair, who come and go, and who hold an office
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences and lines of a text; the dots of titles and initials end none, and are left out."""
    return tuple(piece.strip() for piece in _END.split(_SHORT.sub(r"\1", text)) if piece.strip())


def people_in_sentences(
    text: str, at: int, *, under: Capacity | None = None, after_business: bool = False
) -> Iterator[Listed]:
    """Those whom sentences say to have been present, absent, or to have sent apologies.

    `under` is what a heading above says; once business has begun only apologies are heeded.
    """
    if not says_any(text, _PRESENCE):
        return
    votes = after_business or _VOTES.search(text) is not None
    for sentence in sentences_of(text):
        if len(sentence) > 600:
            continue
        label = label_of(sentence)
        capacity = capacity_of(label[0]) if label is not None and is_clear(label[0]) and not votes else None
        if label is not None and capacity is not None and not re.search(r"\b(?:was|were)\b", sentence):
            yield from _people(sentence[label[1] :], capacity, at)
            continue
        yield from _in_sentence(sentence, at, under, after_business)


def _in_sentence(sentence: str, at: int, under: Capacity | None, after_business: bool) -> Iterator[Listed]:
    apology = _FROM.search(sentence) or _SENT.search(sentence)
    if apology is not None:
        yield from _people(
            re.split(r"\band that for lateness\b|\bbe (?:accepted|sustained|received)\b", apology[1])[0],
            Capacity.APOLOGIES,
            at,
        )
        return
    if after_business:
        return
    for pattern, capacity in (
        (_ALSO, Capacity.IN_ATTENDANCE),
        (_PRESENT_WERE, Capacity.PRESENT),
        (_ABSENT_WERE, Capacity.ABSENT),
    ):
        match = pattern.search(sentence)
        if match is not None:
            yield from _people(next(group for group in match.groups() if group), capacity, at)
            return
    subject = _SUBJECT_WAS.match(sentence)
    if subject is not None:
        said = subject[3].lower()
        capacity = Capacity.ABSENT if said in {"absent", "excused"} else Capacity.PRESENT
        if said == "in attendance" or (subject[2] or "").strip().lower() == "also":
            capacity = Capacity.IN_ATTENDANCE
        yield from _people(subject[1], under or capacity if capacity is Capacity.PRESENT else capacity, at)


def _people(words: str, capacity: Capacity, at: int) -> Iterator[Listed]:
    return (Listed(person, capacity, at) for person in people_in(words.rstrip(". ")))


def chairs_in(text: str) -> Iterator[str]:
    """The words for those who preside by a sentence: "Chair Arlo Skogen" of "..., Chair Arlo Skogen presiding"."""
    for sentence in sentences_of(text) if says_any(text, _CHAIRING) else ():
        yield from (match[1].strip() for match in _PRESIDES.finditer(sentence))


def stand_ins_in(text: str) -> Iterator[str]:
    """The words for those who chaired in another's place: "Ada Bray" of "Ada Bray chaired this meeting in his absence."."""
    for sentence in sentences_of(text) if says_any(text, ["chaired", "took the chair"]) else ():
        match = _STANDS_IN.search(sentence)
        if match is not None and (match["chaired"] or "absence" in sentence):
            yield match[1].strip()


def moves_in(text: str) -> Iterator[Move]:
    """Who came late, left or came back, in the order of the text."""
    for sentence in sentences_of(text) if says_any(text, _MOVING) else ():
        if (many := _TOGETHER.search(sentence)) is not None:
            kind = "late" if _CAME.search(sentence) else "left"
            if (
                kind == "late"
                or _FOR_GOOD.search(sentence)
                and not _ASIDE.search(sentence)
                and not _INTEREST.search(sentence)
            ):
                yield from (Move(person.name, kind) for person in people_in(many[1]))
            continue
        if (match := _CAME.search(sentence)) is not None and ("joined" not in match[0] or _WHEN.search(sentence)):
            yield Move(match[1], "late")
        if (match := _NOT_BACK.search(sentence)) is not None:
            yield Move(match[1], "left")
        elif (match := _BACK.search(sentence)) is not None:
            yield Move(match[1], "back")
        elif (match := _WENT.search(sentence)) is not None:
            where = match[2]
            if _FOR_GOOD.search(sentence) and not _ASIDE.search(where) and not _INTEREST.search(sentence):
                yield Move(match[1], "left")
        elif _SHE_WENT.search(sentence) and (owner := _POSSESSED.search(sentence)) is not None:
            yield Move(owner[1], "left")
